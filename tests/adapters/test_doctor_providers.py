"""The doctor with what is known of the providers: exact causes, the right pages, and the routes without SMTP."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.fakes.examination import BRIEF, RawServer
from tests.fakes.gmail_api import GmailApi, gmail_error
from tests.fakes.graph_api import GraphApi, graph_error
from tests.fakes.resolver import TableResolver
from tests.fakes.smtp_servers import Action, ScriptedServer, hang_up, silence
from tests.fakes.transport import FakeServer
from tests.fakes.vault import DictVault

from sendoff.adapters.api.gmail import GmailTransport
from sendoff.adapters.api.graph import GraphTransport
from sendoff.adapters.smtp.line import open_line
from sendoff.adapters.storage.store import Store
from sendoff.adapters.system.clock import SystemClock
from sendoff.adapters.system.resources import load_presets
from sendoff.core.account import Account, Proxy, ProxyKind, Route, SignIn
from sendoff.core.doctor import Diagnosis, Finding, Publish, StepResult, StepState, finding
from sendoff.core.doctor_replies import sharpen
from sendoff.core.doctor_steps import FixKind, Step
from sendoff.core.errors import ConnectError
from sendoff.core.ports import Transport, TransportFactory
from sendoff.core.provider import Preset
from sendoff.services.accounts import Accounts, proxy_name
from sendoff.services.bus import Bus
from sendoff.services.doctor import Doctor

ACCOUNT = Account(id="a", name="work", host="smtp.example.com", port=587, username="anna@example.com")


@pytest.fixture(scope="module")
def presets(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Preset]:
    return load_presets(tmp_path_factory.mktemp("settings"))


def refused(account: Account) -> Finding:
    return finding("sign_in_refused", account, said="535 no")


def test_the_user_name_that_is_everybodys(presets: Mapping[str, Preset]) -> None:
    account = replace(ACCOUNT, preset="sendgrid", sign_in=SignIn.API_KEY)
    found = sharpen(refused(account), account, presets["sendgrid"])
    assert found.code == "user_must_be"
    assert "it is “apikey” for everybody" in found.title
    assert found.fix is not None
    assert (found.fix.kind, dict(found.fix.changes)) == (FixKind.USERNAME, {"username": "apikey"})
    right = replace(account, username="apikey")
    assert sharpen(refused(right), right, presets["sendgrid"]).code == "sign_in_refused"


@pytest.mark.parametrize("preset_id", ["yahoo", "icloud", "gmail"])
def test_the_page_where_an_app_password_is_made(presets: Mapping[str, Preset], preset_id: str) -> None:
    preset = presets[preset_id]
    account = replace(ACCOUNT, preset=preset_id, sign_in=SignIn.APP_PASSWORD)
    found = sharpen(refused(account), account, preset)
    assert found.code == "app_password_needed"
    assert found.title.startswith(preset.name)
    assert found.fix is not None
    assert (found.fix.kind, found.fix.url) == (FixKind.LINK, preset.key_url)


def test_the_servers_usual_name_is_looked_at_before_it_is_used(presets: Mapping[str, Preset]) -> None:
    account = replace(ACCOUNT, preset="gmail", host="smpt.gmail.com")
    found = sharpen(finding("no_such_host", account), account, presets["gmail"])
    assert found.fix is not None
    assert (found.fix.kind, dict(found.fix.changes)) == (FixKind.HOST, {"host": "smtp.gmail.com"})
    assert not found.fix.tests_again
    own = sharpen(finding("no_such_host", ACCOUNT), ACCOUNT, presets["custom"])
    assert own.fix is None


# --- the service ------------------------------------------------------------------------------------------------------


@dataclass
class RefusingProbe:
    """A probe whose sign-in is refused; its transcript tells which secrets it was given."""

    account: Account
    secret: Callable[[], str]
    proxy_secret: Callable[[], str]
    renew: Callable[[str], str]

    def run(self, publish: Publish) -> Diagnosis:
        found = refused(self.account)
        result = StepResult(step=Step.SIGN_IN, state=StepState.FAILED, found=found.title, finding=found)
        publish(result)
        return Diagnosis(steps=(result,), transcript=f"{self.secret()} {self.proxy_secret()}")

    def abort(self) -> None:
        """Nothing runs."""


@dataclass
class Practice:
    """A doctor with its accounts' vault, the proxies' vault and the server behind the transports."""

    doctor: Doctor
    given: DictVault
    kept: DictVault
    server: FakeServer
    accounts: Accounts

    def with_transports(self, transports: TransportFactory) -> Doctor:
        return Doctor(
            accounts=self.accounts, vault=self.kept, probes=RefusingProbe, transports=transports, clock=SystemClock()
        )


@pytest.fixture
def practice(tmp_path: Path, presets: Mapping[str, Preset]) -> Practice:
    given, kept, server = DictVault(), DictVault(), FakeServer()
    accounts = Accounts(
        store=Store(tmp_path).accounts, vault=given, presets=presets, transports=server, resolver=TableResolver(),
        bus=Bus(),
    )  # fmt: skip
    doctor = Doctor(accounts=accounts, vault=kept, probes=RefusingProbe, transports=server, clock=SystemClock())
    return Practice(doctor, given, kept, server, accounts)


def test_a_custom_account_is_known_by_its_server(practice: Practice) -> None:
    account = replace(ACCOUNT, host="smtp.sendgrid.net")
    published: list[StepResult] = []
    diagnosis = practice.doctor.examination(account, "key").run(published.append)
    assert diagnosis.finding is not None
    assert diagnosis.finding.code == "user_must_be"
    assert published == list(diagnosis.steps)
    assert published[0].found == diagnosis.finding.title


def test_typed_secrets_count_before_kept_ones_and_the_proxy_never_gets_the_accounts(practice: Practice) -> None:
    practice.given.set(ACCOUNT.id, "kept")
    practice.given.set(proxy_name(ACCOUNT.id), "given for the account")
    practice.kept.set(proxy_name(ACCOUNT.id), "the proxy's")

    def told(*secrets: str | None) -> str:
        return practice.doctor.examination(ACCOUNT, *secrets).run(lambda _: None).transcript

    assert told() == "kept the proxy's"
    assert told("typed", "typed too") == "typed typed too"


def test_a_route_without_smtp_has_one_step(practice: Practice) -> None:
    account = replace(ACCOUNT, preset="gmail", route=Route.GMAIL, sign_in=SignIn.XOAUTH2)
    published: list[StepResult] = []
    diagnosis = practice.doctor.examination(account).run(published.append)
    assert diagnosis.ok
    assert [one.state for one in published] == [StepState.RUNNING, StepState.OK]
    practice.server.refusals.append(ConnectError("Signed out.", remedy="Sign in again.", code="signin_needed"))
    failed = practice.doctor.examination(account).run(published.append)
    assert failed.finding is not None
    assert failed.finding.code == "signin_needed"
    assert failed.fix is not None
    assert failed.fix.kind is FixKind.GOOGLE


@pytest.mark.parametrize("waits_for", ["the token", "the handshake"])
def test_a_route_without_smtp_is_cancelled_at_once(practice: Practice, waits_for: str) -> None:
    begun, over = threading.Event(), threading.Event()

    def token() -> str:
        begun.set()
        if waits_for == "the token":  # as a keyring that asks a person, or a provider that renews it slowly
            over.wait(60)
        return "ya29.canary"

    with RawServer(lambda peer, _: peer.drain()) as mute:
        base = f"https://127.0.0.1:{mute.port}"

        def gmail(account: Account, secret: Callable[[], str]) -> Transport:
            return GmailTransport(account, token, opening=open_line, base_url=base)

        account = replace(ACCOUNT, preset="gmail", route=Route.GMAIL, sign_in=SignIn.XOAUTH2, step_seconds=60)
        probe = practice.with_transports(gmail).examination(account)
        done: list[Diagnosis] = []
        thread = threading.Thread(target=lambda: done.append(probe.run(lambda _: None)))
        thread.start()
        assert begun.wait(60)
        if waits_for == "the handshake":
            mute.wait_heard(b"\x16\x03")  # its first message
        start = time.monotonic()
        probe.abort()
        thread.join(60)
        took = time.monotonic() - start
        over.set()
        mute.finished()  # the connection was cut, not left to its time limit
    assert took < account.step_seconds / 2
    assert done[0].failure is not None
    assert done[0].failure.finding is not None
    assert done[0].failure.finding.code == "stopped"


@pytest.mark.parametrize("route", [Route.GMAIL, Route.GRAPH])
@pytest.mark.parametrize(
    ("turn", "tokens", "code", "asked"),
    [
        (None, ("old",), "", ["old"]),
        (None, ("fresh",), "", ["old", "fresh"]),
        (None, (), "token_refused", ["old", "fresh"]),
        (403, ("old",), "signin_denied", ["old"]),
        (503, ("old",), "sign_in_later", ["old"]),
        (hang_up, ("old",), "closed", ["old"]),
        (silence, ("old",), "step_timeout", ["old"]),
    ],
    ids=["taken", "renewed", "refused", "no permission", "busy", "hangs up", "silence"],
)
def test_a_token_is_tried_without_a_message(
    practice: Practice, route: Route, turn: Action | int | None, tokens: Sequence[str], code: str, asked: Sequence[str]
) -> None:
    current = ["old"]
    told = (gmail_error if route is Route.GMAIL else graph_error)(turn, "denied") if isinstance(turn, int) else turn
    kind, script = (GmailTransport, GmailApi()) if route is Route.GMAIL else (GraphTransport, GraphApi())
    script.turns, script.tokens = [told] if told else [], set(tokens)
    with ScriptedServer(script) as server:

        def made(account: Account, secret: Callable[[], str]) -> Transport:
            return kind(
                account, lambda: current[-1], opening=open_line, base_url=f"http://127.0.0.1:{server.port}",
                renew=lambda _refused: current.append("fresh"), try_token=True,
            )  # fmt: skip

        account = replace(ACCOUNT, preset="gmail", route=route, sign_in=SignIn.XOAUTH2)
        if turn is silence:
            account = replace(account, step_seconds=BRIEF)
        diagnosis = practice.with_transports(made).examination(account).run(lambda _: None)
    assert (diagnosis.finding.code if diagnosis.finding else "") == code, diagnosis
    assert [one.headers["authorization"] for one in script.posted] == [f"Bearer {token}" for token in asked]
    assert script.accepted == []
    assert set(map(script.message, script.posted)) == {b""}


def test_a_route_without_smtp_has_the_button_of_its_fault(practice: Practice) -> None:
    account = replace(
        ACCOUNT, preset="gmail", route=Route.GMAIL, sign_in=SignIn.XOAUTH2, proxy=Proxy(kind=ProxyKind.HTTP, host="p")
    )
    for code, kind in (("proxy_refused", FixKind.NO_PROXY), ("token_revoked", FixKind.GOOGLE), ("offline", None)):
        practice.server.refusals.append(ConnectError("It does not work.", remedy="Mend it.", code=code))
        failed = practice.doctor.examination(account).run(lambda _: None)
        assert (failed.fix and failed.fix.kind) == kind
