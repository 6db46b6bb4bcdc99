"""The doctor and what stands between: proxies with their buttons, captive portals by evidence, tokens renewed once."""

from __future__ import annotations

import base64
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
import trustme
from tests.fakes.certificates import Authority
from tests.fakes.examination import (
    FEATURES,
    NO_USER,
    NOW,
    PLAIN,
    STARTTLS,
    RawServer,
    Seen,
    changes,
    examine,
    fault,
    fixed,
    served,
)
from tests.fakes.ports import own_port
from tests.fakes.smtp_servers import Peer, Script, ScriptedServer

from sendoff.adapters.smtp.probe import SmtpProbe
from sendoff.core.account import Account, Proxy, ProxyKind, Security, SignIn
from sendoff.core.doctor import Diagnosis, StepState
from sendoff.core.doctor_steps import FixKind, Step
from sendoff.core.errors import ConnectError


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


# --- the proxy --------------------------------------------------------------------------------------------------------


def through(kind: ProxyKind, port: int) -> Account:
    return replace(NO_USER, proxy=Proxy(kind=kind, host="127.0.0.1", port=port))


def refusing(answer: bytes) -> Callable[[Peer, ScriptedServer], None]:
    """A proxy's whole manners."""

    def refuse(peer: Peer, _server: ScriptedServer) -> None:
        peer.until(b"\r\n\r\n")
        peer.say(answer)

    return refuse


def test_a_proxy_that_is_not_there() -> None:
    seen = examine(through(ProxyKind.SOCKS5, own_port()), port=25)
    assert fault(seen) == (Step.PROXY, "proxy_unreachable", FixKind.NO_PROXY)
    assert changes(seen) == {"proxy": Proxy()}


@pytest.mark.parametrize(
    ("answer", "code", "fix"),
    [
        (b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", "proxy_sign_in", FixKind.PROXY_SECRET),
        (b"HTTP/1.1 403 Forbidden\r\n\r\n", "proxy_refused", FixKind.NO_PROXY),
    ],
)
def test_a_proxy_that_does_not_let_through(answer: bytes, code: str, fix: FixKind) -> None:
    with RawServer(refusing(answer)) as proxy:
        assert fault(examine(through(ProxyKind.HTTP, proxy.port), port=25)) == (Step.PROXY, code, fix)


def test_the_way_through_a_proxy() -> None:
    def pass_on(peer: Peer, server: ScriptedServer) -> None:
        peer.until(b"\r\n\r\n")
        peer.say(b"HTTP/1.1 200 OK\r\n\r\n")
        Script(features=FEATURES).run(peer, server)

    with RawServer(pass_on) as proxy:
        seen = examine(through(ProxyKind.HTTP, proxy.port), port=25)
    assert seen.diagnosis.ok, seen.diagnosis
    found = {one.step: (one.state, one.found) for one in seen.diagnosis.steps}
    assert found[Step.TCP][0] is StepState.SKIPPED
    assert found[Step.PROXY] == (StepState.OK, f"127.0.0.1 port {proxy.port} connects to 127.0.0.1.")


def test_without_the_proxy_it_works() -> None:
    with ScriptedServer(Script(features=FEATURES)) as server:
        account = replace(through(ProxyKind.SOCKS5, own_port()), port=server.port)
        seen = examine(account)
        assert seen.diagnosis.fix is not None
        assert seen.diagnosis.fix.label == "Connect without the proxy"
        assert examine(fixed(account, seen)).diagnosis.ok


def test_a_proxy_of_the_system_that_wants_a_sign_in_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    with RawServer(refusing(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")) as proxy:
        monkeypatch.setattr(
            "sendoff.adapters.smtp.proxy.getproxies", lambda: {"https": f"http://127.0.0.1:{proxy.port}"}
        )
        monkeypatch.setattr("sendoff.adapters.smtp.proxy.proxy_bypass", lambda _host: False)
        seen = examine(replace(NO_USER, proxy=Proxy(kind=ProxyKind.SYSTEM)), port=25)
    assert fault(seen) == (Step.PROXY, "proxy_sign_in", FixKind.NO_PROXY)
    assert changes(seen) == {"proxy": Proxy()}


def test_a_proxy_of_the_system_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sendoff.adapters.smtp.proxy.getproxies", lambda: {"all": "socks4://127.0.0.1:1"})
    monkeypatch.setattr("sendoff.adapters.smtp.proxy.proxy_bypass", lambda _host: False)
    seen = examine(replace(NO_USER, proxy=Proxy(kind=ProxyKind.SYSTEM)), port=25)
    assert fault(seen) == (Step.PROXY, "proxy_unsupported", FixKind.NO_PROXY)
    assert seen.diagnosis.finding is not None
    assert "socks4" in seen.diagnosis.finding.title


# --- captive portals --------------------------------------------------------------------------------------------------

REAL, INVENTED = "smtp.example.com", ".invalid"
Ask = Callable[[str, int], Sequence[tuple[object, ...]]]


def lookup(*, every: bool) -> Ask:
    """A name service that knows the server; with `every`, it gives every name the same address."""

    def ask(host: str, port: int) -> Sequence[tuple[object, ...]]:
        if host != REAL and not every:
            raise OSError("no such name")
        return [(0, 0, 0, "", ("127.0.0.1", port))]

    return ask


def portal(name: str = "login.hotel.example") -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA(organization_name="Hotel").issue_cert(name).configure_cert(context)
    return context


def foreign(security: Security, *, every: bool, nowhere: str, **changed: object) -> Seen:
    """An examination of a server whose certificate is the hotel's."""
    context = portal()
    script = Script(tls=context) if security is Security.TLS else Script(starttls=context)
    account = replace(NO_USER, host=REAL, security=security, **changed)  # type: ignore[arg-type]  # a test's own values
    return served(script, account, ask=lookup(every=every), nowhere=nowhere)


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
@pytest.mark.parametrize("changed", [{}, {"pinned": "0" * 64}], ids=["verified", "pinned"])
@pytest.mark.parametrize(
    ("every", "nowhere"),
    [(True, "nowhere.invalid"), (False, "127.0.0.1")],
    ids=["every name leads there", "every address shows the same certificate"],
)
def test_a_network_that_answers_for_everybody(
    security: Security, changed: dict[str, object], every: bool, nowhere: str
) -> None:
    seen = foreign(security, every=every, nowhere=nowhere, **changed)
    assert fault(seen) == (Step.TLS, "portal_certificate", FixKind.PORTAL)
    assert seen.diagnosis.finding is not None
    assert "in place of smtp.example.com, with a certificate for login.hotel.example" in seen.diagnosis.finding.title
    assert seen.diagnosis.fix is not None
    assert seen.diagnosis.fix.url.startswith("http://"), "a network cannot answer in place of an encrypted page"


def test_a_foreign_certificate_alone_is_no_portal() -> None:
    assert fault(foreign(Security.TLS, every=False, nowhere="nowhere.invalid"))[1] == "unknown_ca"


def test_another_certificate_at_the_address_of_nobody_is_no_portal(authority: Authority) -> None:
    def other(peer: Peer, _server: object) -> None:
        peer.secure(next(contexts))

    contexts = iter([portal(), portal(), authority.server("router.example")])
    account = replace(NO_USER, host=REAL, security=Security.TLS)
    with RawServer(other) as server:
        seen = examine(account, port=server.port, ask=lookup(every=False), nowhere="127.0.0.1")
        assert next(contexts, None) is None, "the address of nobody was not looked at"
    assert fault(seen)[1] == "unknown_ca"


def test_this_computer_is_no_network(authority: Authority) -> None:
    account = replace(STARTTLS, ca_file=authority.file)
    seen = served(Script(starttls=authority.server("mail.example.com")), account, nowhere="127.0.0.1")
    assert fault(seen)[1] == "name_mismatch"


# --- tokens -----------------------------------------------------------------------------------------------------------

OLD, FRESH = "old-canary-token", "fresh-canary-token"
TOKEN_ACCOUNT = replace(PLAIN, preset="microsoft365", sign_in=SignIn.XOAUTH2)


def taking(*tokens: str) -> Script:
    """A server that takes these tokens and hangs up after it refused another."""

    def judge(peer: Peer) -> None:
        told = peer.heard.split(b"AUTH XOAUTH2 ")[-1].split(b"\r\n")[0]
        if any(encoded(token) in told for token in tokens):
            peer.say(b"235 2.7.0 Welcome\r\n")
            return
        peer.say(b"334 eyJzdGF0dXMiOiI0MDEifQ==\r\n")
        peer.line()
        peer.say(b"535 5.7.3 Authentication unsuccessful\r\n")
        raise ConnectionError

    return Script(features=("AUTH XOAUTH2",), at={"AUTH": judge})


def encoded(token: str) -> bytes:
    return base64.b64encode(f"user={PLAIN.username}\1auth=Bearer {token}\1\1".encode())


def test_a_refused_token_is_renewed_once() -> None:
    asked: list[str] = []

    def renew(refused: str) -> str:
        asked.append(refused)
        return FRESH

    with ScriptedServer(taking(FRESH)) as server:
        seen = examine(TOKEN_ACCOUNT, port=server.port, secret=OLD, renew=renew)
    assert seen.diagnosis.ok, seen.diagnosis
    assert asked == [OLD]
    assert "* The token was renewed." in seen.diagnosis.transcript
    assert not any(token in repr(seen) for token in (OLD, FRESH, encoded(OLD).decode(), encoded(FRESH).decode()))


def test_a_renewed_token_that_is_refused_too_is_the_end() -> None:
    asked: list[str] = []

    def renew(refused: str) -> str:
        asked.append(refused)
        return FRESH

    with ScriptedServer(taking()) as server:
        seen = examine(TOKEN_ACCOUNT, port=server.port, secret=OLD, renew=renew)
        assert len(server.peers) == 2
    assert fault(seen) == (Step.SIGN_IN, "token_refused", FixKind.MICROSOFT)
    assert asked == [OLD]


@pytest.mark.parametrize(
    ("code", "fix"),
    [
        ("token_revoked", FixKind.MICROSOFT),
        ("signin_needed", FixKind.MICROSOFT),
        ("signin_denied", FixKind.MICROSOFT),
        ("token_unreachable", None),
        ("client_refused", None),
    ],
)
def test_a_token_that_cannot_be_renewed_says_why(code: str, fix: FixKind | None) -> None:
    def renew(_refused: str) -> str:
        raise ConnectError("Microsoft does not accept it.", remedy="Sign in again.", code=code)

    with ScriptedServer(taking()) as server:
        seen = examine(TOKEN_ACCOUNT, port=server.port, secret=OLD, renew=renew)
    assert fault(seen) == (Step.SIGN_IN, code, fix)


def test_nobody_waits_for_a_renewal_after_cancelling() -> None:
    asked, over = threading.Event(), threading.Event()

    def renew(_refused: str) -> str:
        asked.set()
        over.wait(60)
        return FRESH

    with ScriptedServer(taking(FRESH)) as server:
        account = replace(TOKEN_ACCOUNT, port=server.port, step_seconds=60)
        probe = SmtpProbe(account, lambda: OLD, now=lambda: NOW, ports={}, renew=renew)
        done: list[Diagnosis] = []
        thread = threading.Thread(target=lambda: done.append(probe.run(lambda _: None)))
        thread.start()
        assert asked.wait(60)
        start = time.monotonic()
        probe.abort()
        thread.join(60)
        took = time.monotonic() - start
        over.set()
    assert took < account.step_seconds / 2
    assert done[0].finding is not None
    assert done[0].finding.code == "stopped"
