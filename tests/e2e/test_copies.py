"""Copies in the Sent folder of a real Dovecot: filed once, cut and resumed, refused by a full mailbox, not wanted."""

from __future__ import annotations

import imaplib
import io
import json
import os
import select
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes
from itertools import pairwise
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from tests.e2e.dovecot import SECRET, USER, Dovecot, missing

from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import _context, open_services
from sendoff.cli.main import run
from sendoff.core.account import ImapPlace, SignIn
from sendoff.core.campaign import Campaign, Content
from sendoff.core.copies import Filed, filed_text
from sendoff.core.delivery import Line, State
from sendoff.core.errors import InputError
from sendoff.services import copies
from sendoff.services.app import Services
from sendoff.services.campaigns import delivery_of

MANY = 20
QUOTA = """\
mail_plugins = quota
plugin {
  quota = maildir:User
  quota_rule = *:storage=%dB
  quota_grace = 0
}
"""


def _needed() -> None:
    why = missing()
    if why and os.environ.get("SENDOFF_REQUIRE_ALL") == "1":
        pytest.fail(why)
    if why:
        pytest.skip(why)


@pytest.fixture
def dovecot(request: pytest.FixtureRequest) -> Iterator[Dovecot]:
    _needed()
    with Dovecot(more=getattr(request, "param", "")) as running:
        yield running


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies of a server on this machine are there at once."""
    monkeypatch.setattr(copies, "SETTLED", 300)
    monkeypatch.setattr(copies, "AGAIN", (0, 100, 100))


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    usual = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring's own class has no types
    yield
    keyring.set_keyring(usual)


@dataclass
class Case:
    """Twenty accepted messages, an hour ago, through an account whose Sent folder is Dovecot's."""

    services: Services
    campaign: Campaign
    dovecot: Dovecot

    def file(self) -> Filed | None:
        return self.services.copies.after_run(self.campaign.id)

    def change(self, **values: object) -> None:
        account = self.services.accounts.get("d")
        self.services.accounts.save(replace(account, **values))  # type: ignore[arg-type]  # fields of an account

    def kept(self) -> list[tuple[bytes, bytes]]:
        """What is in the folder: the server's words on each message, and its bytes."""
        context = ssl.create_default_context(cafile=str(self.dovecot.authority))
        client = imaplib.IMAP4_SSL("127.0.0.1", self.dovecot.imaps, ssl_context=context)
        client.authenticate("PLAIN", lambda _said: f"\0{USER}\0{SECRET}".encode())
        _ok, many = client.select(self.dovecot.sent, readonly=True)
        parts = client.fetch("1:*", "(FLAGS INTERNALDATE BODY.PEEK[])")[1] if many != [b"0"] else []
        client.logout()
        return [(one[0], one[1]) for one in parts if isinstance(one, tuple)]

    def put(self, *identities: str) -> None:
        """Keep copies, as a server does by itself."""
        context = ssl.create_default_context(cafile=str(self.dovecot.authority))
        client = imaplib.IMAP4_SSL("127.0.0.1", self.dovecot.imaps, ssl_context=context)
        client.authenticate("PLAIN", lambda _said: f"\0{USER}\0{SECRET}".encode())
        for identity in identities:
            client.append(self.dovecot.sent, "", "", f"Message-ID: {identity}\r\n\r\nhi\r\n".encode())
        client.logout()

    def identities(self) -> list[str]:
        return sorted(str(message_from_bytes(content)["Message-ID"]) for _, content in self.kept())

    def expected(self) -> list[str]:
        reports = self.services.reports
        return sorted(reports.message_id(self.campaign, line) for line in reports.page(self.campaign))


def drafted(services: Services, folder: Path, number: int) -> Campaign:
    """A draft to so many people."""
    content = Content(subject="Hi {{ name }}", text="Grüße, {{ name }}. " + "A longer text. " * 40)
    draft = replace(services.campaigns.new("Spring sale"), account_id="d", sender=USER, content=content)
    services.campaigns.save(draft)
    people = folder / "people.csv"
    rows = "".join(f"p{position}@example.com,Person {position}\n" for position in range(1, number + 1))
    people.write_text(f"E-Mail,Name\n{rows}", encoding="utf-8")
    draft, _ = services.recipients.bring(draft, services.recipients.look(people))
    return draft


def begun(services: Services, draft: Campaign) -> list[Line]:
    """The rows of a draft that was started, and paused at once."""
    services.sending.begin(draft.id)
    services.sending.pause(draft.id)
    return services.reports.page(services.campaigns.get(draft.id))


def settle(services: Services, campaign_id: str, line: Line, state: State) -> None:
    """Take a row all the way, an hour ago."""
    now = services.clock.now() - 3_600_000
    for old, new in pairwise((State.QUEUED, State.CLAIMED, State.SENDING, state)):
        assert services.sending._rows.shift_one(campaign_id, line.id, old, new, "", now)


def opened(folder: Path, **environ: str) -> Services:
    return open_services(find_home({"SENDOFF_HOME": str(folder / "home")}), "tests", environ=environ)


@pytest.fixture
def case(tmp_path: Path, dovecot: Dovecot) -> Iterator[Case]:
    services = opened(tmp_path)
    place = ImapPlace(host="127.0.0.1", port=dovecot.imaps)
    account = replace(dovecot.account(SignIn.PASSWORD), sender=USER, step_seconds=20.0, imap=place, file_copies=True)
    services.accounts.save(account, SECRET)
    draft = drafted(services, tmp_path, MANY)
    for line in begun(services, draft):
        settle(services, draft.id, line, State.ACCEPTED)
    made = Case(services, services.campaigns.get(draft.id), dovecot)
    yield made
    made.services.close()


def test_each_accepted_message_is_filed_once_with_its_bytes_and_its_time(case: Case) -> None:
    assert case.file() == Filed(filed=MANY)
    assert case.file() == Filed(filed=MANY)
    assert case.identities() == case.expected()
    compose = case.services.campaigns.compose_with(case.campaign)
    lines = case.services.reports.page(case.campaign)
    sent = {compose(delivery_of(case.campaign, line)).content: line for line in lines}
    for said, content in case.kept():
        assert b"\\Seen" in said
        at = imaplib.Internaldate2tuple(said)
        assert at is not None
        assert time.mktime(at) == sent[content].updated_at // 1000
    assert {line.state for line in lines} == {State.ACCEPTED}
    assert filed_text(Filed(filed=MANY)) == "20 copies are in the Sent folder."


class Cutting:
    """A line between the program and Dovecot that breaks once, when a message went through, before the answer.

    Where it `mends`, it carries the next connection to its end.
    """

    def __init__(self, port: int, after: int, *, mends: bool) -> None:
        self._mends = mends
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._behind, self._after = port, after
        self._thread = threading.Thread(target=self._carry, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._listener.close()
        self._thread.join(10)

    def _carry(self) -> None:
        self._carry_one()
        if self._mends:
            self._after = 0
            self._carry_one()
        self._listener.close()

    def _carry_one(self) -> None:
        near, _ = self._listener.accept()
        with near, socket.create_connection(("127.0.0.1", self._behind)) as far:
            large = 0
            while ready := select.select([near, far], [], [], 10)[0]:
                for one in ready:
                    data = one.recv(65_536)
                    if not data:
                        return
                    (far if one is near else near).sendall(data)
                    large += one is near and len(data) > 600
                    if self._after and large == self._after:
                        if select.select([near], [], [], 1)[0]:
                            far.sendall(near.recv(65_536))  # the line's end behind the message
                        far.recv(65_536)  # Dovecot has it and says so, to nobody
                        return


def test_a_connection_cut_before_the_answer_leaves_no_second_copy(case: Case) -> None:
    cutting = Cutting(case.dovecot.imaps, after=7, mends=False)
    case.change(imap=ImapPlace(host="127.0.0.1", port=cutting.port))
    filed = case.file()
    cutting.close()
    assert filed is not None
    assert (filed.filed, filed.left) == (6, 14)
    assert len(case.kept()) == 7
    assert filed_text(filed).startswith("6 copies are in the Sent folder. 14 copies could not be filed: ")
    assert case.services.copies.unfinished() == [case.campaign.id]
    case.change(imap=ImapPlace(host="127.0.0.1", port=case.dovecot.imaps))
    assert case.file() == Filed(filed=MANY)
    assert case.identities() == case.expected()
    assert case.services.copies.unfinished() == []


def test_the_next_connection_files_the_rest(case: Case) -> None:
    cutting = Cutting(case.dovecot.imaps, after=7, mends=True)
    case.change(imap=ImapPlace(host="127.0.0.1", port=cutting.port))
    assert case.file() == Filed(filed=MANY)
    cutting.close()
    assert case.identities() == case.expected()


@pytest.mark.parametrize("dovecot", [QUOTA % 9_000], indirect=True)
def test_a_full_mailbox_is_said_and_loses_nothing(case: Case) -> None:
    filed = case.file()
    assert filed is not None
    assert 0 < filed.filed < MANY
    assert (filed.filed + filed.left, len(case.kept())) == (MANY, filed.filed)
    assert f"{filed.left} copies could not be filed: The mailbox is full." in filed_text(filed)
    assert case.services.reports.counts(case.campaign)["accepted"] == MANY


def test_nothing_is_filed_where_nobody_asked(case: Case) -> None:
    case.change(file_copies=False)
    assert case.file() is None
    with pytest.raises(InputError, match="No account of"):
        case.services.copies.file(case.campaign.id)
    assert case.kept() == []


def test_a_server_that_keeps_copies_gets_none(case: Case) -> None:
    case.put(*case.expected())
    assert case.file() == Filed(needless=MANY)
    assert case.services.accounts.get("d").keeps_copies
    assert filed_text(Filed(needless=MANY)) == "The server keeps copies itself, so none is filed."
    assert len(case.kept()) == MANY


def test_a_copy_that_nobody_filed_ends_the_filing(case: Case) -> None:
    late = case.services.reports.page(case.campaign)[9]
    case.put(case.services.reports.message_id(case.campaign, late))
    assert case.file() == Filed(filed=9, needless=MANY - 9)
    assert len(set(case.identities())) == len(case.kept()) == 10
    assert case.services.accounts.get("d").keeps_copies


def test_what_was_filed_proves_nothing_about_those_in_doubt(case: Case, tmp_path: Path) -> None:
    campaign = case.campaign = drafted(case.services, tmp_path, 4)
    *accepted, doubtful = begun(case.services, campaign)
    for line in accepted:
        settle(case.services, campaign.id, line, State.ACCEPTED)
    settle(case.services, campaign.id, doubtful, State.IN_DOUBT)
    assert case.file() == Filed(filed=3)
    resolved = case.services.doubts.look_up(campaign.id)
    assert (resolved.absent, resolved.unproven) == (0, 1)
    said = case.services.reports.page(campaign)[3].text
    assert said.endswith("no accepted message to compare with, so that proves nothing")


FILING = """\
import sys
from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import open_services
from sendoff.services import copies
copies.SETTLED = 0
home = find_home({"SENDOFF_HOME": sys.argv[1]})
open_services(home, "tests", environ={"SENDOFF_PASSWORD": sys.argv[2]}).copies.file(sys.argv[3])
"""


def test_a_kill_in_the_middle_leaves_each_copy_once(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "SETTLED", 3_000)  # the server may be slow to store what the dead one handed over
    campaign = case.campaign = drafted(case.services, tmp_path, 80)
    for line in begun(case.services, campaign):
        settle(case.services, campaign.id, line, State.ACCEPTED)
    expected = case.expected()
    case.services.close()
    arguments = (str(tmp_path / "home"), SECRET, campaign.id)
    with subprocess.Popen([sys.executable, "-c", FILING, *arguments]) as child:
        while child.poll() is None and len(case.kept()) < 10:
            time.sleep(0.05)
        child.kill()
    assert len(case.kept()) >= 10
    case.services = opened(tmp_path, SENDOFF_PASSWORD=SECRET)
    assert case.file() == Filed(filed=80)
    assert case.identities() == expected


def test_what_is_filed_is_what_was_sent(case: Case, tmp_path: Path) -> None:
    campaign = case.campaign = drafted(case.services, tmp_path, 3)
    case.services.sending.begin(campaign.id)
    assert campaign.id in case.services.copies.unfinished()
    case.services.sending.run(campaign.id)
    assert case.file() == Filed(filed=3)
    sent = [one.removesuffix(b".\r\n") for one in case.dovecot.relay.messages]
    for _, content in case.kept():
        assert any(one.endswith(content) for one in sent)
    assert campaign.id not in case.services.copies.unfinished()


def test_copies_need_a_place(case: Case) -> None:
    with pytest.raises(InputError, match="no Sent folder to file copies in"):
        case.change(imap=ImapPlace())


def test_the_command_files_what_is_left(case: Case, tmp_path: Path) -> None:
    case.services.close()
    out, err = io.StringIO(), io.StringIO()
    context = _context({"SENDOFF_HOME": str(tmp_path / "home"), "SENDOFF_PASSWORD": SECRET})
    status = run(["file-copies", "Spring sale", "--json"], replace(context, stdout=out, stderr=err))
    told = json.loads(out.getvalue().splitlines()[-1])
    assert (status, told["copies"]["filed"], told["copies"]["left"]) == (0, MANY, 0)
    assert "20 copies are in the Sent folder." in err.getvalue()
    out = io.StringIO()
    assert run(["report", "Spring sale"], replace(context, stdout=out, stderr=err)) == 0
    assert "20 copies are in the Sent folder." in out.getvalue()
    assert len(case.kept()) == MANY
