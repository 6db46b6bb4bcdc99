"""Stopping from another thread: every wait ends at once, and what it ends with is still the truth."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.certificates import Authority
from tests.fakes.smtp_servers import END, Peer, Script, ScriptedServer, hang_up, silence

from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.core.account import Account, Security
from sendoff.core.envelope import Envelope
from sendoff.core.errors import ConnectError, Phase, SessionLost

ACCOUNT = Account(id="a", name="a", host="127.0.0.1", port=0, security=Security.NONE, step_seconds=60)
SOON = 30.0
"""Seconds: less than any wait of the sender, and more than a busy machine takes to stop one."""
MESSAGE = Envelope(sender="anna@a.example", recipient="mia@b.example", content=b"Subject: hi\r\n\r\nbye\r\n")
LARGE = replace(MESSAGE, content=b"y" * 9_000_000 + b"\r\n")


@contextmanager
def soon(act: Callable[[], None], delay: float = 0.1) -> Iterator[None]:
    """Do it from another thread while the body of the `with` waits, which must then end long before any patience."""
    timer = threading.Timer(delay, act)
    began = time.monotonic()
    timer.start()
    yield
    timer.join()
    assert time.monotonic() - began < delay + SOON


def transport_to(server: ScriptedServer, account: Account = ACCOUNT) -> SmtpTransport:
    return SmtpTransport(replace(account, port=server.port), lambda: "secret")


@pytest.mark.parametrize("point", ["greeting", "EHLO", "AUTH"])
def test_an_opening_is_stopped(point: str) -> None:
    script = Script(at={point: silence}, features=("AUTH PLAIN",))
    with ScriptedServer(script) as server:
        transport = transport_to(server, replace(ACCOUNT, username="anna"))
        with soon(transport.abort), pytest.raises(ConnectError) as stopped:
            transport.connect()
        assert stopped.value.code == "stopped"
        assert not transport.usable


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_handshake_is_stopped(security: Security) -> None:
    def go_and_wait(peer: Peer) -> None:
        peer.say(b"220 go\r\n")
        silence(peer)

    point = "greeting" if security is Security.TLS else "STARTTLS"
    script = Script(at={point: silence if security is Security.TLS else go_and_wait}, features=("STARTTLS",))
    with ScriptedServer(script) as server:
        transport = transport_to(server, replace(ACCOUNT, security=security))
        with soon(transport.abort), pytest.raises(ConnectError) as stopped:
            transport.connect()
        assert stopped.value.code == "stopped"


def test_a_connection_attempt_is_stopped() -> None:
    with socket.socket() as full, socket.socket() as first, socket.socket() as second:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for filler in (first, second):
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        transport = SmtpTransport(replace(ACCOUNT, port=full.getsockname()[1]), str)
        with soon(transport.abort), pytest.raises(ConnectError) as stopped:
            transport.connect()
    assert stopped.value.code == "stopped"


def test_an_opening_after_the_stop_does_not_begin() -> None:
    with ScriptedServer() as server:
        transport = transport_to(server)
        transport.abort()
        with pytest.raises(ConnectError) as stopped:
            transport.connect()
        assert stopped.value.code == "stopped"
        assert not server.commands


@pytest.mark.parametrize(
    ("point", "phase"),
    [("MAIL", Phase.ENVELOPE), ("RCPT", Phase.ENVELOPE), ("DATA", Phase.ENVELOPE), ("dot", Phase.COMMITTED)],
)
@pytest.mark.parametrize("security", [Security.NONE, Security.TLS])
def test_a_wait_for_an_answer_is_stopped(point: str, phase: Phase, security: Security, tmp_path: Path) -> None:
    account = replace(ACCOUNT, security=security)
    script = Script(at={point: silence})
    if security is Security.TLS:
        authority = Authority(tmp_path)
        account = replace(account, ca_file=authority.file)
        script.tls = authority.server("127.0.0.1")
    with ScriptedServer(script) as server:
        transport = transport_to(server, account)
        transport.connect()
        with soon(transport.abort), pytest.raises(SessionLost, match="stopped") as lost:
            transport.send(MESSAGE, lambda: True)
        assert lost.value.phase is phase
        assert not transport.usable
        transport.close()


def test_a_body_that_nobody_reads_is_stopped() -> None:
    release = threading.Event()

    def stuck(peer: Peer) -> None:
        release.wait(60)
        hang_up(peer)

    with ScriptedServer(Script(in_body=stuck)) as server:
        transport = transport_to(server)
        transport.connect()
        with soon(transport.abort), pytest.raises(SessionLost) as lost:
            transport.send(LARGE, lambda: True)
        assert lost.value.phase is Phase.BODY
        release.set()


@pytest.mark.parametrize("security", [Security.NONE, Security.TLS])
def test_a_stop_while_the_intent_is_written_keeps_the_dot_back(security: Security, tmp_path: Path) -> None:
    account, script = replace(ACCOUNT, security=security), Script()
    if security is Security.TLS:
        authority = Authority(tmp_path)
        account = replace(account, ca_file=authority.file)
        script.tls = authority.server("127.0.0.1")
    with ScriptedServer(script) as server:
        transport = transport_to(server, account)
        transport.connect()

        def commit() -> bool:
            transport.abort()
            return True

        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, commit)
        assert lost.value.phase is Phase.BODY
        server.finished()
        assert END not in server.heard


@pytest.mark.parametrize("security", [Security.NONE, Security.TLS])
def test_a_stop_in_the_last_moment_keeps_the_dot_back(security: Security, tmp_path: Path) -> None:
    account, script = replace(ACCOUNT, security=security), Script()
    if security is Security.TLS:
        authority = Authority(tmp_path)
        account = replace(account, ca_file=authority.file)
        script.tls = authority.server("127.0.0.1")
    calls = 0

    def clock() -> float:
        nonlocal calls
        calls += 1
        if calls == 2:  # the look at the clock right before the dot
            transport.abort()
        return 0.0

    with ScriptedServer(script) as server:
        transport: SmtpTransport = SmtpTransport(replace(account, port=server.port), str, clock=clock)
        transport.connect()
        with pytest.raises(SessionLost, match="stopped") as lost:
            transport.send(MESSAGE, lambda: True)
        assert lost.value.phase is Phase.BODY
        server.finished()
        assert END not in server.heard


def test_a_stop_between_messages_and_after_the_end_is_harmless() -> None:
    with ScriptedServer() as server:
        transport = transport_to(server)
        transport.connect()
        assert transport.send(MESSAGE, lambda: True).code == 250
        transport.abort()
        transport.abort()
        assert not transport.usable
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, lambda: True)
        assert lost.value.phase is Phase.IDLE
        transport.close()
        transport.abort()
        assert len(server.messages) == 1
