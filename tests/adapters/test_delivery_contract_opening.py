"""The routes over HTTP: opening a connection, in TLS and through a proxy, and how an account comes to its route."""

from __future__ import annotations

import ssl
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.certificates import Authority
from tests.fakes.ports import own_port
from tests.fakes.proxies import HttpConnect, Manner
from tests.fakes.routes import account_on, api_script, api_transport
from tests.fakes.smtp_servers import Peer, ScriptedServer, silence, then_hang_up
from tests.fakes.vault import DictVault

from sendoff.adapters.api.gmail import GmailTransport
from sendoff.adapters.api.graph import GraphTransport
from sendoff.adapters.api.session import ApiTransport, Patience
from sendoff.adapters.smtp import tls
from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.adapters.system.resources import load_presets
from sendoff.bootstrap.ways import transport_for
from sendoff.cli.account_options import changed
from sendoff.cli.parser import build_parser
from sendoff.core.account import Account, Proxy, ProxyKind, Route, SignIn
from sendoff.core.envelope import Envelope
from sendoff.core.errors import ConnectError, Phase, SessionLost

HEAD = b"From: anna@a.example\r\nTo: =?utf-8?b?TWlh?=\r\n <mia@b.example>\r\nSubject: hi\r\n\r\n"
MESSAGE = Envelope(sender="anna@a.example", recipient="mia@b.example", content=HEAD + b"bye\r\n")
ROUTES = (Route.GMAIL, Route.GRAPH)
BOTH = pytest.mark.parametrize("route", ROUTES, ids=str)


def grant() -> bool:
    return True


# --- opening ----------------------------------------------------------------------------------------------------------


@BOTH
def test_in_tls_with_a_file_of_certificates(route: Route, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with ScriptedServer(api_script(route, tls=authority.server("127.0.0.1"))) as server:
        account = replace(account_on(server.port, route), ca_file=authority.file)
        transport = api_transport(route, server, account=account, scheme="https")
        found = transport.connect()
        assert found.tls.startswith("TLSv1.3")
        assert found.size == transport.dialect.largest
        assert [transport.send(MESSAGE, grant).code for _ in range(3)] == [250, 250, 250]
        assert len(server.peers) == 1
        transport.close()


@BOTH
def test_in_tls_a_lost_answer_is_in_doubt_too(route: Route, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with ScriptedServer(api_script(route, tls=authority.server("127.0.0.1"), turns=[then_hang_up(b"HTTP")])) as server:
        account = replace(account_on(server.port, route), ca_file=authority.file)
        transport = api_transport(route, server, account=account, scheme="https")
        transport.connect()
        with pytest.raises(SessionLost) as lost:
            transport.send(MESSAGE, grant)
        assert lost.value.phase is Phase.COMMITTED


@BOTH
def test_an_unknown_authority_is_not_trusted(route: Route, tmp_path: Path) -> None:
    with ScriptedServer(api_script(route, tls=Authority(tmp_path).server("127.0.0.1"))) as server:
        with pytest.raises(ConnectError) as fault:
            api_transport(route, server, scheme="https").connect()
        assert fault.value.code == "bad_certificate"
        assert fault.value.__context__ is None
        assert b"token-1" not in server.heard


@BOTH
def test_a_server_that_is_not_there(route: Route) -> None:
    server = ScriptedServer(api_script(route))
    server.port = own_port()
    with pytest.raises(ConnectError) as fault:
        api_transport(route, server).connect()
    assert (fault.value.code, fault.value.permanent) == ("refused", False)
    server._listener.close()


@BOTH
def test_abort_ends_a_handshake(route: Route) -> None:
    class Mute:
        def run(self, peer: Peer, _: ScriptedServer) -> None:
            silence(peer)

    with ScriptedServer(Mute()) as server:  # type: ignore[arg-type]  # a script has only to run
        transport = api_transport(route, server, account=replace(account_on(server.port, route), step_seconds=60),
                                  scheme="https")  # fmt: skip
        threading.Timer(0.1, transport.abort).start()
        started = time.monotonic()
        with pytest.raises(ConnectError) as fault:
            transport.connect()
        assert fault.value.code == "stopped"
        assert time.monotonic() - started < 30


@BOTH
def test_what_ends_before_the_handshake_is_never_taken_for_protected(
    route: Route, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Mute:
        def run(self, peer: Peer, _: ScriptedServer) -> None:
            silence(peer)

    make = tls.client_context
    with ScriptedServer(Mute()) as server:  # type: ignore[arg-type]  # a script has only to run
        transport = api_transport(route, server, scheme="https")

        def late(account: Account) -> ssl.SSLContext:
            transport.abort()
            server.finished()  # both ends are closed when the handshake would begin
            return make(account)

        monkeypatch.setattr(tls, "client_context", late)
        with pytest.raises(ConnectError) as fault:
            transport.connect()
    assert fault.value.code == "stopped"


@BOTH
def test_through_a_proxy(route: Route) -> None:
    with ScriptedServer(api_script(route)) as server, HttpConnect(Manner(("127.0.0.1", server.port))) as proxy:
        account = replace(
            account_on(server.port, route), proxy=Proxy(kind=ProxyKind.HTTP, host="127.0.0.1", port=proxy.port)
        )
        transport = api_transport(route, server, account=account)
        transport.connect()
        assert transport.send(MESSAGE, grant).code == 250
        assert proxy.asked == [("127.0.0.1", server.port)]
        transport.close()


# --- the choice of a route --------------------------------------------------------------------------------------------


class Renewals:
    """The `Tokens` of one test: it remembers what was refused."""

    def __init__(self) -> None:
        self.refused: list[tuple[str, str]] = []

    def known(self, account: Account) -> bool:
        return bool(account)

    def access(self, account: Account) -> str:
        return account.id

    def renew(self, account: Account, refused: str) -> str:
        self.refused.append((account.id, refused))
        return "token-1"

    def forget(self, account_id: str) -> None:
        raise AssertionError(account_id)


@pytest.mark.parametrize(
    ("route", "kind"), [(Route.GMAIL, GmailTransport), (Route.GRAPH, GraphTransport), (Route.SMTP, SmtpTransport)]
)
def test_the_account_s_route_decides(route: Route, kind: type) -> None:
    made = transport_for(account_on(1, route), str, tokens=Renewals(), vault=DictVault())
    assert type(made) is kind


@BOTH
def test_a_renewal_names_the_refused_token(route: Route) -> None:
    renewals = Renewals()
    made = transport_for(account_on(1, route), lambda: "old", tokens=renewals, vault=DictVault())
    assert isinstance(made, ApiTransport)
    assert made._renew
    made._renew("old")
    assert renewals.refused == [("a", "old")]
    assert (made._host, made._port, made._protected) == (
        {Route.GMAIL: "gmail.googleapis.com", Route.GRAPH: "graph.microsoft.com"}[route], 443, True,
    )  # fmt: skip


@pytest.mark.parametrize("route", list(Route), ids=str)
def test_the_command_line_names_the_route(route: Route) -> None:
    typed = ["accounts", "add", "Work", "--preset", "gmail", "--user", "anna@a.example", "--route", str(route)]
    args = build_parser().parse_args(typed)
    made = changed(account_on(587, Route.SMTP), args, load_presets()["gmail"])
    assert made.route is route
    assert made.sign_in is (SignIn.NONE if route is Route.SMTP else SignIn.XOAUTH2)


def test_the_patience_after_the_last_byte_is_ten_minutes() -> None:
    assert Patience().answer == 600
