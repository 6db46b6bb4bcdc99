"""Through a proxy: SOCKS5 and HTTP CONNECT, with and without sign-in, and every way in which a proxy can fail."""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.certificates import Authority
from tests.fakes.ports import own_port
from tests.fakes.proxies import Gate, HttpConnect, Manner, Proxy, Socks5
from tests.fakes.smtp_servers import Script, ScriptedServer

from sendoff.adapters.smtp import dial, proxy
from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.core.account import Account, ProxyKind, Security
from sendoff.core.account import Proxy as ProxySetting
from sendoff.core.envelope import Envelope
from sendoff.core.errors import ConnectError

SECRET = "proxy-canary-5"
USERS = {"anna": SECRET}
NAMED = Account(id="a", name="work", host="smtp.provider.example", port=587, security=Security.NONE, step_seconds=60)
BOTH = pytest.mark.parametrize(("made", "kind"), [(Socks5, ProxyKind.SOCKS5), (HttpConnect, ProxyKind.HTTP)])
VARIABLES = [f"{name}_proxy" for name in ("smtp", "all", "socks", "https", "http", "no")]


def through(running: Proxy, kind: ProxyKind, account: Account = NAMED, username: str = "") -> Account:
    setting = ProxySetting(kind=kind, host=running.host, port=running.port, username=username)
    return replace(account, proxy=setting)


def opened(account: Account, secret: str = SECRET) -> None:
    transport = SmtpTransport(account, str, proxy_secret=lambda: secret)
    try:
        transport.connect()
    finally:
        transport.close()


def fault(account: Account, secret: str = SECRET) -> ConnectError:
    with pytest.raises(ConnectError) as caught:
        opened(account, secret)
    error = caught.value
    assert error.title.endswith(".")
    assert error.remedy.endswith(".")
    assert "canary" not in f"{error!s} {error.args} {vars(error)}"
    assert error.__context__ is None
    assert error.__cause__ is None
    return error


@pytest.fixture
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


# --- the way through --------------------------------------------------------------------------------------------------


@BOTH
def test_a_message_goes_through_and_the_proxy_looks_up_the_name(made: type[Proxy], kind: ProxyKind) -> None:
    with ScriptedServer() as server, made(Manner(target=("127.0.0.1", server.port))) as running:
        transport = SmtpTransport(through(running, kind), str)
        transport.connect()
        assert transport.send(Envelope("a@a.example", "b@b.example", b"Subject: x\r\n\r\n"), lambda: True).code == 250
        transport.close()
        assert running.asked == [("smtp.provider.example", 587)]
        assert b"x\r\n" in server.messages[0]


@BOTH
@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_tls_ends_at_the_server_and_its_name_is_checked(
    made: type[Proxy], kind: ProxyKind, security: Security, tmp_path: Path
) -> None:
    authority = Authority(tmp_path)
    context = authority.server("smtp.provider.example")
    script = Script(tls=context) if security is Security.TLS else Script(starttls=context)
    with ScriptedServer(script) as server, made(Manner(target=("127.0.0.1", server.port))) as running:
        account = replace(through(running, kind), security=security, ca_file=authority.file)
        opened(account)
        assert fault(replace(account, host="other.example")).code == "bad_certificate"


@BOTH
def test_a_sign_in_at_the_proxy(made: type[Proxy], kind: ProxyKind) -> None:
    with ScriptedServer() as server, made(Manner(target=("127.0.0.1", server.port), users=USERS)) as running:
        opened(through(running, kind, username="anna"))
        wrong = fault(through(running, kind, username="anna"), "wrong-canary")
        missing = fault(through(running, kind))
    assert (wrong.code, wrong.permanent) == ("proxy_sign_in", True)
    assert "did not accept the user name and password" in wrong.title
    assert (missing.code, missing.permanent) == ("proxy_sign_in", True)
    assert "wants a user name and a password" in missing.title


def test_a_password_outside_ascii_goes_to_an_http_proxy_as_utf_8_and_is_refused_for_socks() -> None:
    users = {"Jürgen": "grüße-canary-€"}
    with ScriptedServer() as server, HttpConnect(Manner(target=("127.0.0.1", server.port), users=users)) as running:
        opened(through(running, ProxyKind.HTTP, username="Jürgen"), users["Jürgen"])
    with Socks5(Manner(users=users)) as running:
        error = fault(through(running, ProxyKind.SOCKS5, username="Jürgen"), users["Jürgen"])
    assert (error.code, error.permanent) == ("proxy_sign_in", True)
    assert "cannot be sent" in error.title


def test_the_password_is_not_asked_for_without_a_user_name_or_a_proxy() -> None:
    def secret() -> str:
        raise AssertionError("the proxy's password was asked for")

    with ScriptedServer() as server, Socks5(Manner(target=("127.0.0.1", server.port))) as running:
        for account in (
            through(running, ProxyKind.SOCKS5),
            replace(NAMED, host="127.0.0.1", port=server.port),
        ):
            transport = SmtpTransport(account, str, proxy_secret=secret)
            transport.connect()
            transport.close()


@pytest.mark.parametrize("manner", [Manner(hasty=True), Manner(slow=True), Manner(hasty=True, slow=True)])
def test_a_greeting_that_comes_with_the_proxys_answer_is_not_lost(manner: Manner) -> None:
    with ScriptedServer() as server:
        manner.target = ("127.0.0.1", server.port)
        with HttpConnect(manner) as running:
            opened(through(running, ProxyKind.HTTP))


# --- IPv6 -------------------------------------------------------------------------------------------------------------


def has_ipv6() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


IPV6 = pytest.mark.skipif(not has_ipv6(), reason="there is no IPv6 loopback here")


@BOTH
@IPV6
@pytest.mark.parametrize("host", ["2001:db8::5", "[2001:db8::5]"])
def test_a_literal_address_and_a_proxy_that_has_only_ipv6(made: type[Proxy], kind: ProxyKind, host: str) -> None:
    with ScriptedServer() as server:
        with made(Manner(target=("127.0.0.1", server.port)), socket.AF_INET6) as running:
            opened(replace(through(running, kind), host=host))
            asked = running.asked
        written = {ProxyKind.SOCKS5: "2001:db8::5", ProxyKind.HTTP: "[2001:db8::5]"}
        assert asked == [(written[kind], 587)]


@IPV6
@pytest.mark.parametrize("host", ["::1", "[::1]", "six.example"])
def test_a_server_that_has_only_ipv6_is_reached_directly(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo

    def lookup(name: str, *rest: object, **named: object) -> object:
        return real("::1" if name == "six.example" else name, *rest, **named)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    with ScriptedServer() as server, Gate(Manner(target=("127.0.0.1", server.port)), socket.AF_INET6) as running:
        opened(replace(NAMED, host=host, port=running.port))
        assert server.commands


def test_a_dead_address_does_not_hold_up_the_living_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with ScriptedServer() as server, socket.socket() as full, socket.socket() as one, socket.socket() as two:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for filler in (one, two):
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        addresses = [
            (socket.AF_INET, socket.SOCK_STREAM, 0, "", address)
            for address in (full.getsockname(), ("127.0.0.1", server.port))
        ]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: addresses)
        began = time.monotonic()
        opened(NAMED)
        assert time.monotonic() - began < NAMED.step_seconds / 2


# --- faults -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [ProxyKind.SOCKS5, ProxyKind.HTTP])
def test_a_proxy_that_cannot_be_reached(kind: ProxyKind) -> None:
    port = own_port()
    error = fault(replace(NAMED, proxy=ProxySetting(kind=kind, host="127.0.0.1", port=port)))
    assert (error.code, error.permanent) == ("proxy_unreachable", False)
    assert error.title == f"The proxy 127.0.0.1 port {port} cannot be reached: it refuses connections."


def test_a_proxy_that_has_no_name_or_no_such_name(monkeypatch: pytest.MonkeyPatch) -> None:
    unnamed = fault(replace(NAMED, proxy=ProxySetting(kind=ProxyKind.HTTP)))
    assert (unnamed.code, unnamed.permanent) == ("proxy_unreachable", True)

    def nobody(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "words of the system")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    unknown = fault(replace(NAMED, proxy=ProxySetting(kind=ProxyKind.HTTP, host="proxy.example", port=3128)))
    assert unknown.code == "proxy_unreachable"
    assert "no server has this name" in unknown.title


@BOTH
def test_a_proxy_that_hangs(made: type[Proxy], kind: ProxyKind) -> None:
    with made(Manner(hang=True)) as running:
        error = fault(through(running, kind, replace(NAMED, step_seconds=0.5)))
    assert (error.code, error.permanent) == ("proxy_unreachable", False)
    assert "gave no answer in 0.5 s" in error.title


@BOTH
def test_a_proxy_that_hangs_up(made: type[Proxy], kind: ProxyKind) -> None:
    with made(Manner(close=True)) as running:
        error = fault(through(running, kind))
    assert (error.code, error.permanent) == ("proxy_refused", False)
    assert "closed the connection" in error.title


@pytest.mark.parametrize(
    ("refuse", "permanent", "words"),
    [
        (1, False, "General SOCKS server failure"),
        (2, True, "Connection not allowed by ruleset"),
        (4, False, "Host unreachable"),
        (5, False, "Connection refused"),
    ],
)
def test_a_socks5_proxy_that_refuses(refuse: int, permanent: bool, words: str) -> None:
    with Socks5(Manner(refuse=refuse)) as running:
        error = fault(through(running, ProxyKind.SOCKS5))
    assert (error.code, error.permanent) == ("proxy_refused", permanent)
    assert words in error.title
    assert "smtp.provider.example port 587" in error.title


@pytest.mark.parametrize(
    ("refuse", "reason", "permanent", "words"),
    [
        (403, "Forbidden by the office", True, "403 Forbidden by the office"),
        (502, "Bad Gateway", False, "502 Bad Gateway"),
        (403, f"No \x1b[31m{SECRET}", True, "403 No ·[31m***"),
        (503, "x" * 5000, False, "503 xxx"),
    ],
)
def test_an_http_proxy_that_refuses(refuse: int, reason: str, permanent: bool, words: str) -> None:
    with HttpConnect(Manner(refuse=refuse, reason=reason)) as running:
        error = fault(through(running, ProxyKind.HTTP, username="anna"))
    assert (error.code, error.permanent) == ("proxy_refused", permanent)
    assert words in error.title
    assert len(error.title) < 400


@pytest.mark.parametrize(
    ("made", "kind", "babble"),
    [
        (Socks5, ProxyKind.SOCKS5, b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        (Socks5, ProxyKind.SOCKS5, b"\x05\x00\x05\x63\x00\x01"),
        (HttpConnect, ProxyKind.HTTP, b"220 mail ESMTP\r\n\r\n"),
        (HttpConnect, ProxyKind.HTTP, b"\r\n\r\n"),
        (HttpConnect, ProxyKind.HTTP, b"x" * 70_000),
    ],
)
def test_what_is_no_such_proxy(made: type[Proxy], kind: ProxyKind, babble: bytes) -> None:
    with made(Manner(babble=babble)) as running:
        error = fault(through(running, kind))
    assert error.code == "proxy_refused"


@given(said=st.binary(max_size=40) | st.binary(max_size=40).map(lambda rest: b"\x05\x00\x05\x00\x00" + rest))
@settings(max_examples=150, deadline=None)
def test_whatever_a_proxy_says_ends_in_a_way_or_a_fault(said: bytes) -> None:
    for kind in (ProxyKind.SOCKS5, ProxyKind.HTTP):
        ours, theirs = socket.socketpair()
        with theirs:
            theirs.sendall(said)
            theirs.shutdown(socket.SHUT_WR)
            setting = ProxySetting(kind=kind, host="p.example", port=1)
            talk = proxy._Talk(ours, time.monotonic() + 60, lambda: False, only_head=kind is ProxyKind.HTTP)
            with talk:
                found = proxy._through(setting, "", talk, "smtp.provider.example", 587, 60)
        assert found is None or found.code in ("proxy_refused", "proxy_sign_in")


@BOTH
def test_a_wait_for_the_proxy_is_stopped(made: type[Proxy], kind: ProxyKind) -> None:
    with made(Manner(hang=True)) as running:
        transport = SmtpTransport(through(running, kind), str)
        timer = threading.Timer(0.1, transport.abort)
        began = time.monotonic()
        timer.start()
        with pytest.raises(ConnectError) as stopped:
            transport.connect()
        timer.join()
        assert time.monotonic() - began < NAMED.step_seconds / 2
    assert stopped.value.code == "stopped"


def test_a_wait_for_the_name_service_is_stopped_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()

    def slow(*_: object, **__: object) -> object:
        release.wait(60)
        raise socket.gaierror(socket.EAI_NONAME, "late")

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    transport = SmtpTransport(NAMED, str)
    timer = threading.Timer(0.1, transport.abort)
    timer.start()
    with pytest.raises(ConnectError) as stopped:
        transport.connect()
    timer.join()
    assert stopped.value.code == "stopped"
    late = fault(replace(NAMED, step_seconds=0.3))
    assert (late.code, late.permanent) == ("no_dns", False)
    release.set()
    for thread in threading.enumerate():
        if thread.name == "look-up":
            thread.join(60)


# --- the system's settings --------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("no_variables")
@pytest.mark.parametrize(
    ("made", "variable", "scheme"),
    [
        (Socks5, "ALL_PROXY", "socks5://"),
        (Socks5, "all_proxy", "socks5h://"),
        (HttpConnect, "HTTPS_PROXY", "http://"),
        (HttpConnect, "https_proxy", ""),
        (HttpConnect, "SMTP_PROXY", "http://"),
    ],
)
def test_the_environment_names_the_proxy_and_its_password(
    made: type[Proxy], variable: str, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    users = {"anna": "p@ss:canary"}
    system = replace(NAMED, proxy=ProxySetting(kind=ProxyKind.SYSTEM))
    with ScriptedServer() as server, made(Manner(target=("127.0.0.1", server.port), users=users)) as running:
        monkeypatch.setenv(variable, f"{scheme}anna:p%40ss%3Acanary@127.0.0.1:{running.port}")
        opened(system, "")
        assert running.asked[-1] == ("smtp.provider.example", 587)
        monkeypatch.setenv(variable, f"{scheme}anna@127.0.0.1:{running.port}")
        opened(system, users["anna"])
        monkeypatch.setenv(variable, f"{scheme}127.0.0.1:{running.port}")
        assert fault(system).code == "proxy_sign_in"


@pytest.mark.usefixtures("no_variables")
def test_without_a_setting_or_with_an_exception_the_way_is_direct(monkeypatch: pytest.MonkeyPatch) -> None:
    with ScriptedServer() as server:
        direct = replace(NAMED, host="127.0.0.1", port=server.port, proxy=ProxySetting(kind=ProxyKind.SYSTEM))
        opened(direct)
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{own_port()}")
        opened(direct)
        monkeypatch.setenv("ALL_PROXY", f"socks5://127.0.0.1:{own_port()}")
        assert fault(direct).code == "proxy_unreachable"
        monkeypatch.setenv("NO_PROXY", "127.0.0.1,provider.example")
        opened(direct)
        opened(replace(direct, proxy=ProxySetting()))


@pytest.mark.usefixtures("no_variables")
@pytest.mark.parametrize(
    "url", ["socks4://127.0.0.1:1080", "https://proxy.example", "http://", "http://a:99999", "http://[::1"]
)
def test_a_setting_that_cannot_be_used_is_said(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", url)
    error = fault(replace(NAMED, proxy=ProxySetting(kind=ProxyKind.SYSTEM)))
    assert (error.code, error.permanent) == ("proxy_unsupported", True)


@pytest.mark.usefixtures("no_variables")
def test_ports_that_go_without_saying(monkeypatch: pytest.MonkeyPatch) -> None:
    system = replace(NAMED, proxy=ProxySetting(kind=ProxyKind.SYSTEM))
    for url, port in [("socks5://p.example", 1080), ("http://p.example", 80), ("http://p.example:8080/", 8080)]:
        monkeypatch.setenv("ALL_PROXY", url)
        found, password = proxy.in_force(system)
        assert (found.host, found.port, found.username, password) == ("p.example", port, "", "")


def test_a_step_looks_often_enough_whether_it_is_wanted() -> None:
    assert dial._GLANCE_AT_STOP <= 0.2
    assert proxy._GLANCE_AT_STOP <= 0.2
