"""Tokens at work: one renewal for many connections, renewals during a run, the wire, and the command line."""

from __future__ import annotations

import base64
import io
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.adapters.data_folder import batch, judged
from tests.fakes.authority import CLIENT_ID, CLIENT_SECRET, FakeAuthority
from tests.fakes.resolver import TableResolver
from tests.fakes.smtp_servers import FEATURES, Peer, Script, ScriptedServer
from tests.fakes.vault import DictVault

from sendoff import bootstrap
from sendoff.adapters.oauth.browser import BrowserAuthorizer
from sendoff.adapters.smtp.line import open_line
from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.adapters.storage.store import Store
from sendoff.adapters.system.blobs import Blobs
from sendoff.adapters.system.clock import SystemClock
from sendoff.adapters.system.files import UserFiles
from sendoff.adapters.system.logs import redact
from sendoff.adapters.system.resources import load_rules
from sendoff.adapters.system.zones import zone_of
from sendoff.adapters.tabular.lists import ListFiles
from sendoff.cli.main import run
from sendoff.core.account import Account, Route, Security, SignIn
from sendoff.core.campaign import Campaign, CampaignState, Content
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import ConnectError
from sendoff.core.outcome import Reply, Stage
from sendoff.services.accounts import Accounts
from sendoff.services.bus import Bus
from sendoff.services.campaigns import Campaigns
from sendoff.services.recipients import Recipients
from sendoff.services.renewal import Renewing
from sendoff.services.sending.service import Sending
from sendoff.services.signin import SignIns

ACCOUNT = Account(
    id="account", name="Work", preset="outlook", host="127.0.0.1", port=25, security=Security.NONE,
    sign_in=SignIn.XOAUTH2, username="anna@example.test", sender="anna@example.test", client_id=CLIENT_ID,
    messages_per_connection=3, connections=2, route=Route.GRAPH,
)  # fmt: skip


@dataclass
class Clock:
    """A clock by hand."""

    time: int = 1_700_000_000_000

    def now(self) -> int:
        return self.time

    def monotonic(self) -> float:
        return self.time / 1000


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeAuthority]:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    with FakeAuthority() as fake:
        yield fake


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault() -> DictVault:
    return DictVault()


@pytest.fixture
def sign_ins(fake: FakeAuthority, clock: Clock, vault: DictVault) -> SignIns:
    authorizer = BrowserAuthorizer(
        clock=clock, note=redact, opening=open_line, open_browser=fake.browse, patience=60, answer=60
    )
    return SignIns(
        authorizer=authorizer, vault=vault, clock=clock, note=redact, authorities=lambda _account: fake.authority
    )


def test_eight_connections_ask_for_one_renewal(fake: FakeAuthority, clock: Clock, sign_ins: SignIns) -> None:
    sign_ins.sign_in(ACCOUNT, client_secret=CLIENT_SECRET)
    fake.behaviour.slow = 0.05

    def all_at_once(ask: Callable[[], str]) -> set[str]:
        barrier, got = threading.Barrier(8), []

        def one() -> None:
            barrier.wait()
            got.append(ask())

        threads = [threading.Thread(target=one) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(got) == 8
        return set(got)

    clock.time += 3_600_000
    (token,) = all_at_once(lambda: sign_ins.access(ACCOUNT))
    assert len(fake.asked) == 2, "the sign-in and one renewal"
    (another,) = all_at_once(lambda: sign_ins.renew(ACCOUNT, token))
    assert len(fake.asked) == 3
    assert another != token
    assert {token, another} <= fake.live


class TokenServer:
    """Takes messages in sessions that begin with a live token; a session ends an hour of the clock."""

    def __init__(self, fake: FakeAuthority, clock: Clock) -> None:
        self.fake, self.clock = fake, clock
        self.taken: list[str] = []
        self.refusals = 0
        self.ends_early = 0
        """How many times the authority ends every access token before its time."""
        self.lock = threading.Lock()

    def __call__(self, account: Account, secret: Callable[[], str]) -> TokenSession:  # noqa: ARG002 -- the port's
        return TokenSession(self, secret)


class TokenSession:
    """One session."""

    usable = False

    def __init__(self, server: TokenServer, secret: Callable[[], str]) -> None:
        self.server, self.secret = server, secret

    def connect(self) -> Capabilities:
        token = self.secret()
        with self.server.lock:
            if self.server.ends_early:
                self.server.ends_early -= 1
                self.server.fake.live.clear()
            if token not in self.server.fake.live:
                self.server.refusals += 1
                raise ConnectError("The token is not accepted.", code="token_refused")
            self.server.clock.time += 30 * 60_000
        self.usable = True
        return Capabilities()

    def send(self, envelope: Envelope, commit: Callable[[], bool]) -> Reply:
        assert commit()
        with self.server.lock:
            self.server.taken.append(envelope.recipient)
        return Reply(Stage.END, 250, "2.0.0", "taken")

    def close(self) -> None:
        self.usable = False

    def abort(self) -> None:
        self.usable = False


@dataclass
class Bench:
    """A campaign through an account that signs in by browser."""

    sending: Sending
    store: Store
    accounts: Accounts
    server: TokenServer

    def run(self) -> CampaignState:
        self.sending.begin("c")
        self.sending.run("c")
        found = self.store.campaigns.get("c")
        assert found
        return found.state


@pytest.fixture
def bench(tmp_path: Path, fake: FakeAuthority, clock: Clock, sign_ins: SignIns, vault: DictVault) -> Iterator[Bench]:
    store, bus, server = Store(tmp_path), Bus(), TokenServer(fake, clock)
    store.accounts.save(ACCOUNT)
    transports = partial(Renewing, transports=server, tokens=sign_ins)
    files, blobs = UserFiles(), Blobs(tmp_path / "blobs")
    accounts = Accounts(
        store=store.accounts, vault=vault, presets={}, transports=transports, resolver=TableResolver(), bus=bus,
        tokens=sign_ins,
    )  # fmt: skip
    recipients = Recipients(
        files=files, lists=ListFiles(), campaigns=store.campaigns, rows=store.deliveries, blobs=blobs, bus=bus
    )
    campaigns = Campaigns(
        store=store.campaigns, rows=store.deliveries, blobs=blobs, files=files, recipients=recipients, bus=bus,
        clock=SystemClock(),
    )  # fmt: skip
    sending = Sending(
        store=store.campaigns, rows=store.deliveries, queue=store.queue, account_store=store.accounts,
        accounts=accounts, campaigns=campaigns, transports=transports, rules=load_rules(), bus=bus,
        clock=SystemClock(), random=Random(1), zoned=store.zones, zones=zone_of,
    )  # fmt: skip
    store.campaigns.save(
        Campaign(id="c", name="Sale", account_id="account", sender="anna@example.test",
                 content=Content(subject="Hi", text="Hello"), fields=("email",))
    )  # fmt: skip
    everybody = [f"u{row}@example.test" for row in range(1, 31)]
    store.deliveries.add(
        "c",
        [batch(judged(row, address) for row, address in enumerate(everybody, 1))],
    )
    yield Bench(sending, store, accounts, server)
    store.close()


def test_tokens_that_expire_during_a_run_are_renewed(bench: Bench, fake: FakeAuthority, sign_ins: SignIns) -> None:
    sign_ins.sign_in(ACCOUNT, client_secret=CLIENT_SECRET)
    assert bench.run() is CampaignState.FINISHED
    assert sorted(bench.server.taken) == sorted(f"u{row}@example.test" for row in range(1, 31))
    assert len(fake.asked) >= 4, "ten sessions of half an hour each"
    assert bench.server.refusals == 0


def test_a_token_ended_early_costs_a_renewal_and_nobody_notices(
    bench: Bench, fake: FakeAuthority, sign_ins: SignIns
) -> None:
    sign_ins.sign_in(ACCOUNT, client_secret=CLIENT_SECRET)
    bench.server.ends_early = 1
    assert bench.run() is CampaignState.FINISHED
    assert len(bench.server.taken) == 30
    assert bench.server.refusals >= 1


def test_a_sign_in_taken_back_pauses_the_campaign_with_a_sentence(
    bench: Bench, fake: FakeAuthority, clock: Clock, sign_ins: SignIns
) -> None:
    sign_ins.sign_in(ACCOUNT, client_secret=CLIENT_SECRET)
    fake.revoke()
    clock.time += 3_600_000
    asked = len(fake.asked)
    assert bench.run() is CampaignState.PAUSED
    found = bench.store.campaigns.get("c")
    assert found
    assert "has expired or was taken back" in found.reason
    assert bench.server.taken == []
    assert len(fake.asked) - asked <= ACCOUNT.connections, "nobody goes on asking"
    assert not [secret for secret in fake.issued if secret in found.reason]


def test_the_account_knows_whether_somebody_signed_in(bench: Bench, sign_ins: SignIns, vault: DictVault) -> None:
    accounts = bench.accounts
    assert accounts.needs_secret(ACCOUNT)
    with pytest.raises(ConnectError, match="not signed in"):
        accounts.secret(ACCOUNT)
    sign_ins.sign_in(ACCOUNT, client_secret=CLIENT_SECRET)
    kept = vault.secrets["account"]
    assert not accounts.needs_secret(ACCOUNT)
    assert accounts.secret(ACCOUNT) in kept
    accounts.save(ACCOUNT, "typed into a password box")
    accounts.remember(ACCOUNT, "typed into another")
    assert vault.secrets["account"] == kept
    assert accounts.test(ACCOUNT, "") == Capabilities()
    password = replace(ACCOUNT, id="other", sign_in=SignIn.PASSWORD)
    assert accounts.needs_secret(password)
    accounts.remove("account")
    assert vault.secrets == {}
    assert not sign_ins.known(ACCOUNT)


def test_over_the_wire_a_refused_token_is_renewed_once(
    fake: FakeAuthority, sign_ins: SignIns, clock: Clock, vault: DictVault
) -> None:
    sign_ins.sign_in(ACCOUNT, client_secret=CLIENT_SECRET)
    first = sign_ins.access(ACCOUNT)
    fake.live.clear()

    class TokenScript(Script):
        def _knows(self, peer: Peer, line: bytes) -> bool:
            said = base64.b64decode(line.split(b" ")[2]).decode()
            if said in {f"user=anna@example.test\1auth=Bearer {token}\1\1" for token in fake.live}:
                return True
            peer.say(b"334 eyJzdGF0dXMiOiI0MDAifQ==\r\n")
            return peer.line() != b""

    with ScriptedServer(TokenScript(features=(*FEATURES, "AUTH XOAUTH2"))) as server:
        account = replace(ACCOUNT, port=server.port)
        transport = Renewing(account, lambda: sign_ins.access(account), transports=SmtpTransport, tokens=sign_ins)
        transport.connect()
        assert transport.usable
        transport.close()
    assert len(server.peers) == 2
    assert sign_ins.access(ACCOUNT) != first


# -- the command line


class Desk:
    """The command line in this process, with this authority and this vault."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.said: list[str] = []

    def __call__(self, *words: str, given: str = "") -> tuple[int, dict[str, Any]]:
        out, err = io.StringIO(), io.StringIO()
        real = bootstrap._context({"SENDOFF_HOME": str(self.home)})
        status = run([*words, "--json"], replace(real, stdin=io.StringIO(given), stdout=out, stderr=err))
        self.said += [out.getvalue(), err.getvalue()]
        values: dict[str, Any] = json.loads(out.getvalue().splitlines()[-1])
        return status, values


@pytest.fixture
def desk(tmp_path: Path, sign_ins: SignIns, vault: DictVault, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("sendoff.adapters.keyring.given.SystemVault", lambda: vault)
    monkeypatch.setattr(bootstrap, "sign_ins", lambda _clock, _vault: sign_ins)
    return Desk(tmp_path / "home")


def test_signing_in_and_out_on_the_command_line(desk: Desk, fake: FakeAuthority, vault: DictVault) -> None:
    added = ("accounts", "add", "work", "--preset", "outlook", "--user", "anna@example.test")
    assert desk(*added)[0] == 0
    assert "sendoff accounts sign-in work" in desk.said[-1]
    status, values = desk("accounts", "sign-in", "work")
    assert (status, values["error"]["code"]) == (2, "no_client_id")
    status, values = desk(
        "accounts", "sign-in", "work", "--client-id", CLIENT_ID, "--client-secret-stdin", "--tenant", "consumers",
        given=f"{CLIENT_SECRET}\n",
    )  # fmt: skip
    assert status == 0
    account = values["signed_in"]
    assert json.loads(vault.secrets[account])["client_secret"] == CLIENT_SECRET
    assert fake.url in desk.said[-1], "the address, for where no browser opens"
    assert desk("accounts", "sign-in", "work")[0] == 0, "the client is remembered"
    status, values = desk("accounts", "sign-out", "work")
    assert (status, values) == (0, {"signed_out": account})
    assert vault.secrets == {}
    kept = b"".join(path.read_bytes() for path in desk.home.rglob("*") if path.is_file())
    assert CLIENT_ID.encode() in kept
    assert len(fake.issued) > 4
    assert not [
        secret for secret in fake.issued if secret.encode() in kept or any(secret in text for text in desk.said)
    ]


def test_what_the_command_line_refuses(desk: Desk, fake: FakeAuthority, vault: DictVault) -> None:
    assert desk("accounts", "add", "plain", "--host", "mail.example.test", "--user", "a@example.test")[0] == 0
    assert desk("accounts", "sign-out", "plain")[1]["error"]["code"] == "no_browser_sign_in"
    secretless = desk("accounts", "sign-in", "plain", "--client-id", "x", "--client-secret-stdin")
    assert secretless[1]["error"]["code"] == "no_secret"
    nobody = desk("accounts", "sign-in", "plain", "--client-id", CLIENT_ID)
    assert (nobody[0], nobody[1]["error"]["code"]) == (2, "no_browser_sign_in")
    assert desk("accounts", "edit", "plain", "--route", "graph")[1]["error"]["code"] == "wrong_route"
    assert desk("accounts", "add", "work", "--preset", "outlook", "--user", "a@example.test")[0] == 0
    crowd = desk("accounts", "edit", "work", "--route", "graph", "--connections", "5")
    assert (crowd[0], crowd[1]["error"]["code"]) == (2, "graph_connections")
    sign_in = ("accounts", "sign-in", "work", "--client-id", CLIENT_ID)
    fake.behaviour.person = "bea@example.test"
    another = desk(*sign_in)
    assert (another[0], another[1]["error"]["code"]) == (2, "signin_other_person")
    fake.behaviour.consent = "access_denied"
    denied = desk(*sign_in)
    assert (denied[0], denied[1]["error"]["code"]) == (2, "signin_denied")
    assert vault.secrets == {}
    vault.usable = partial(bool)  # type: ignore[method-assign]  # no keyring answers
    assert desk(*sign_in)[1]["error"]["code"] == "no_keyring"
