"""Doubts against a real Dovecot: found, absent with proof and without, refused, untrusted and gone."""

from __future__ import annotations

import imaplib
import io
import json
import os
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from tests.e2e.dovecot import SECRET, TOKEN, USER, Dovecot, missing

from sendoff.adapters.imap.sent import ImapSent
from sendoff.adapters.smtp.line import open_line, upgrade_line
from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import _context, open_services
from sendoff.cli.main import run
from sendoff.core.account import Account, ImapPlace, Security, SignIn
from sendoff.core.campaign import Campaign, Content
from sendoff.core.delivery import Line, State
from sendoff.core.doubts import Resolved
from sendoff.core.errors import ConnectError
from sendoff.services.app import Services


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    why = missing()
    if why and os.environ.get("SENDOFF_REQUIRE_ALL") == "1":
        pytest.fail(why)
    if why:
        pytest.skip(why)
    with Dovecot() as running:
        yield running


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    usual = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring's own class has no types
    yield
    keyring.set_keyring(usual)


@pytest.fixture
def mailbox(dovecot: Dovecot) -> Iterator[imaplib.IMAP4_SSL]:
    context = ssl.create_default_context(cafile=str(dovecot.authority))
    client = imaplib.IMAP4_SSL("127.0.0.1", dovecot.imaps, ssl_context=context)
    client.authenticate("PLAIN", lambda _said: f"\0{USER}\0{SECRET}".encode())
    yield client
    client.logout()


@dataclass
class Case:
    """A finished campaign with these rows, on an account whose Sent folder is Dovecot's."""

    services: Services
    campaign: Campaign
    folder: str
    mailbox: imaplib.IMAP4_SSL

    def lines(self) -> list[Line]:
        return self.services.reports.page(self.campaign)

    def keep(self, *lines: Line) -> None:
        """File a copy, as a provider would."""
        for line in lines:
            identity = self.services.reports.message_id(self.campaign, line)
            message = f"Message-ID: {identity}\r\nTo: {line.address}\r\nSubject: hi\r\n\r\nhi\r\n".encode()
            assert self.mailbox.append(self.folder, "", "", message)[0] == "OK"

    def look(self) -> Resolved:
        return self.services.doubts.look_up(self.campaign.id)


def account_at(dovecot: Dovecot, security: Security = Security.TLS) -> Account:
    port = dovecot.imaps if security is Security.TLS else dovecot.imap
    return replace(
        dovecot.account(SignIn.PASSWORD),
        sender=USER,
        step_seconds=5.0,
        imap=ImapPlace(host="127.0.0.1", port=port, security=security),
    )


@pytest.fixture
def case(tmp_path: Path, dovecot: Dovecot, mailbox: imaplib.IMAP4_SSL) -> Iterator[Case]:
    """Rows 1 and 2 accepted, rows 3 and 4 in doubt since an hour."""
    home = find_home({"SENDOFF_HOME": str(tmp_path / "home")})
    services = open_services(home, "tests", environ={})
    services.accounts.save(account_at(dovecot), SECRET)
    draft = replace(
        services.campaigns.new("Spring sale"), account_id="d", sender=USER, content=Content(subject="hi", text="hi")
    )
    services.campaigns.save(draft)
    people = tmp_path / "people.csv"
    people.write_text("E-Mail\n" + "".join(f"p{number}@example.com\n" for number in range(1, 5)), encoding="utf-8")
    draft, _ = services.recipients.bring(draft, services.recipients.look(people))
    services.sending.begin(draft.id)
    services.sending.pause(draft.id)
    made = Case(services, services.campaigns.get(draft.id), dovecot.sent, mailbox)
    rows, long_ago = services.sending._rows, services.clock.now() - 3_600_000
    for line in made.lines():
        move = partial(rows.shift_one, draft.id, line.id, now=long_ago)
        assert move(State.QUEUED, State.CLAIMED, "")
        assert move(State.CLAIMED, State.SENDING, "")
        new = State.ACCEPTED if line.position <= 2 else State.IN_DOUBT
        assert move(State.SENDING, new, "accepted" if new is State.ACCEPTED else "lost")
    yield made
    services.close()


def test_a_copy_is_accepted_with_its_evidence_in_the_history(case: Case) -> None:
    case.keep(*case.lines()[:3])
    assert case.look() == Resolved(found=1, absent=1, place=f"Outgoing of {USER}")
    line = case.lines()[2]
    assert (line.state, line.reason) == (State.ACCEPTED, "found")
    last = case.services.reports.history(line)[-1]
    assert (last.old, last.new, last.reason) == (State.IN_DOUBT, State.ACCEPTED, "found")
    assert last.text.startswith(f"found in Outgoing of {USER}, uid ")
    assert last.text.rpartition(" ")[2].isdigit()


def test_absence_is_proven_where_every_accepted_message_is_there(case: Case) -> None:
    case.keep(*case.lines()[:2])
    assert case.look() == Resolved(absent=2, place=f"Outgoing of {USER}")
    for line in case.lines()[2:]:
        assert (line.state, line.reason) == (State.IN_DOUBT, "absent")
        assert line.text == f"not in Outgoing of {USER}, which has all of the 2 accepted messages looked for"
    # Nobody was sent to again, and a person still may.
    assert case.services.reports.counts(case.campaign)["in_doubt"] == 2
    assert case.services.sending.retry(case.campaign.id, failed=False, absent=True) == 2


@pytest.mark.parametrize("kept", [0, 1])
def test_absence_proves_nothing_where_accepted_messages_are_absent_too(kept: int, case: Case) -> None:
    case.keep(*case.lines()[:kept])
    assert case.look() == Resolved(unproven=2, place=f"Outgoing of {USER}")
    line = case.lines()[2]
    assert (line.state, line.reason) == (State.IN_DOUBT, "lost")
    assert line.text.endswith(f"only {kept} of 2 accepted messages, so that proves nothing")


def test_absence_proves_nothing_in_the_first_half_hour(case: Case) -> None:
    case.keep(*case.lines()[:2])
    rows, now = case.services.sending._rows, case.services.clock.now()
    fresh = case.lines()[2]
    for old, new in ((State.IN_DOUBT, State.QUEUED), (State.QUEUED, State.CLAIMED), (State.CLAIMED, State.SENDING),
                     (State.SENDING, State.IN_DOUBT)):  # fmt: skip
        assert rows.shift_one(case.campaign.id, fresh.id, old, new, "lost", now)
    assert case.look() == Resolved(absent=1, unproven=1, place=f"Outgoing of {USER}")
    assert case.services.sending.retry(case.campaign.id, failed=False, absent=True) == 1
    assert case.lines()[2].text == f"not in Outgoing of {USER} yet; it may still arrive"
    # Looking does not begin the half hour anew.
    assert case.lines()[2].updated_at == now


def test_after_a_run_it_is_looked_by_itself_where_that_can_be(case: Case, dovecot: Dovecot) -> None:
    case.keep(*case.lines()[:3])
    case.services.accounts.save(replace(account_at(dovecot), imap=ImapPlace()))
    assert case.services.doubts.after_run(case.campaign.id) is None
    case.services.accounts.save(account_at(dovecot))
    resolved = case.services.doubts.after_run(case.campaign.id)
    assert resolved is not None
    assert (resolved.found, resolved.absent) == (1, 1)
    # What is not there is looked for again, and what was proven stands, also after the copies were deleted.
    case.mailbox.select(dovecot.sent)
    case.mailbox.store("1:*", "+FLAGS", "\\Deleted")
    case.mailbox.expunge()
    assert case.look().absent == 1
    case.services.sending.resolve(case.campaign.id, case.lines()[3].id, accepted=False)
    assert case.services.doubts.after_run(case.campaign.id) is None
    assert case.look() == Resolved()


def test_looking_can_be_stopped(case: Case) -> None:
    case.keep(*case.lines()[:2])
    asked = iter((False, False, True, True, True, True, True, True))
    resolved = case.services.doubts.look_up(case.campaign.id, lambda: next(asked))
    assert resolved.unknown == 2
    assert {line.reason for line in case.lines()[2:]} == {"lost"}


@pytest.mark.parametrize(
    ("changes", "secret", "said"),
    [
        ({}, "wrong canary", "does not let anna@sendoff.test read"),
        ({"ca_file": ""}, SECRET, "comes from an authority this computer does not know"),
        ({"imap": ImapPlace(host="localhost")}, SECRET, "The certificate is not for localhost"),
        ({"imap": ImapPlace(host="127.0.0.1", port=1)}, SECRET, "127.0.0.1"),
    ],
    ids=["wrong password", "foreign certificate", "another name", "gone"],
)
def test_what_cannot_be_looked_up_stays_in_doubt_and_says_why(
    changes: dict[str, ImapPlace | str], secret: str, said: str, case: Case, dovecot: Dovecot, tmp_path: Path
) -> None:
    account = replace(account_at(dovecot), **changes)  # type: ignore[arg-type]  # the parameters above
    if account.imap.host == "localhost":
        account = replace(account, imap=replace(account.imap, port=dovecot.imaps))
    case.services.accounts.save(account, secret)
    resolved = case.look()
    assert (resolved.found, resolved.absent, resolved.unproven, resolved.unknown) == (0, 0, 0, 2)
    assert said in resolved.why
    assert "canary" not in resolved.why
    assert {(line.state, line.reason, line.text) for line in case.lines()[2:]} == {(State.IN_DOUBT, "lost", "")}
    assert not any(b"canary" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def sent(account: Account, secret: str) -> ImapSent:
    return ImapSent(account, lambda: secret, lambda: False, opening=partial(open_line, alpn=()), upgrading=upgrade_line)


def test_starttls_is_required_and_verified(dovecot: Dovecot, mailbox: imaplib.IMAP4_SSL) -> None:
    account = account_at(dovecot, Security.STARTTLS)
    place = sent(account, SECRET)
    assert place.open() == f"Outgoing of {USER}"
    assert place.find("<nobody@sendoff.test>") == ""
    place.close()
    with pytest.raises(ConnectError, match="does not know"):
        sent(replace(account, ca_file=""), SECRET).open()


def test_a_token_opens_it_and_a_refused_one_may_not_read(dovecot: Dovecot, mailbox: imaplib.IMAP4_SSL) -> None:
    account = replace(account_at(dovecot), sign_in=SignIn.XOAUTH2)
    place = sent(account, TOKEN)
    assert place.open() == f"Outgoing of {USER}"
    place.close()
    with pytest.raises(ConnectError, match="may not read mail") as caught:
        sent(account, "old-token-canary").open()
    assert "canary" not in str(caught.value)


def typed(case: Case, tmp_path: Path, *words: str) -> tuple[int, dict[str, Any], str]:
    """Type a command into the same data folder, as in another terminal."""
    case.services.close()
    out, err = io.StringIO(), io.StringIO()
    context = _context({"SENDOFF_HOME": str(tmp_path / "home"), "SENDOFF_PASSWORD": SECRET})
    status = run(["doubts", *words, "--json"], replace(context, stdout=out, stderr=err))
    return status, json.loads(out.getvalue().splitlines()[-1]), err.getvalue()


def test_the_command_line_lists_and_looks(case: Case, tmp_path: Path) -> None:
    case.keep(*case.lines()[:3])
    status, listed, said = typed(case, tmp_path)
    assert (status, [one["address"] for one in listed["in_doubt"]]) == (1, ["p3@example.com", "p4@example.com"])
    assert listed["looked"] is None
    status, looked, said = typed(case, tmp_path, "Spring sale", "--look")
    assert (status, looked["looked"]["found"], looked["looked"]["absent"]) == (1, 1, 1)
    assert [(one["address"], one["absent"]) for one in looked["in_doubt"]] == [("p4@example.com", True)]
    assert "1 found and accepted, 1 not there, so most likely never sent." in said
    assert SECRET not in said


def test_without_a_place_the_command_says_where_to_enter_one(case: Case, dovecot: Dovecot, tmp_path: Path) -> None:
    case.services.accounts.save(replace(account_at(dovecot), imap=ImapPlace()))
    status, told, _ = typed(case, tmp_path, "--look")
    assert (status, told["error"]["code"]) == (2, "no_sent_place")
    assert "--imap imaps://" in told["error"]["remedy"]
