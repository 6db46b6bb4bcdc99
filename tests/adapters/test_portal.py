"""A network that answers in place of the server is told apart from a wrong port and from a foreign certificate."""

from __future__ import annotations

import ssl
from collections.abc import Sequence
from dataclasses import replace

import pytest
import trustme
from tests.fakes.examination import NO_USER, RawServer
from tests.fakes.smtp_servers import Peer, Script, ScriptedServer

from sendoff.adapters.smtp import portal, probe_network, probe_portal
from sendoff.adapters.smtp.dial import dial
from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.core.account import Account, Security
from sendoff.core.errors import ConnectError

REAL = "smtp.example.com"


def refusal(account: Account) -> ConnectError:
    """What a session of this account ends with."""
    with pytest.raises(ConnectError) as raised:
        SmtpTransport(account, str).connect()
    return raised.value


def web(peer: Peer, _server: object) -> None:
    """A web server, which speaks when it is spoken to."""
    peer.least(1)
    peer.say(b"HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\n\r\n<html>Sign in to the hotel</html>")


def web_at_once(peer: Peer, _server: object) -> None:
    peer.say(b"HTTP/1.1 302 Found\r\nLocation: http://login.hotel.example/\r\n\r\n")
    peer.drain()


@pytest.mark.parametrize(("security", "answer"), [(Security.TLS, web), (Security.STARTTLS, web_at_once)])
def test_a_web_page_in_place_of_the_server_passes(security: Security, answer: object) -> None:
    with RawServer(answer) as server:  # type: ignore[arg-type]  # either of the two above
        fault = refusal(replace(NO_USER, host="127.0.0.1", port=server.port, security=security))
    assert (fault.code, fault.permanent, fault.of_network) == ("captive_portal", False, True)
    assert str(fault) == (
        f"A web page answers on port {server.port} instead of 127.0.0.1. This network wants a sign-in of its own: "
        "open a web page in the browser and sign in there, or choose another one."
    )


def test_another_protocol_is_no_portal() -> None:
    def other(peer: Peer, _server: object) -> None:
        peer.say(b"* OK IMAP4rev1 ready\r\n")
        peer.drain()

    with RawServer(other) as server:
        fault = refusal(replace(NO_USER, host="127.0.0.1", port=server.port, security=Security.STARTTLS))
    assert (fault.code, fault.permanent) == ("not_smtp", True)


def hotel() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA(organization_name="Hotel").issue_cert("login.hotel.example").configure_cert(context)
    return context


@pytest.mark.parametrize("everywhere", [True, False])
def test_a_foreign_certificate_is_the_networks_only_where_it_answers_for_everybody(
    monkeypatch: pytest.MonkeyPatch, everywhere: bool
) -> None:
    def ask(host: str, port: int) -> Sequence[tuple[object, ...]]:
        if host != REAL and not everywhere:
            raise OSError("no such name")
        return [(0, 0, 0, "", ("127.0.0.1", port))]

    with ScriptedServer(Script(tls=hotel())) as server:
        monkeypatch.setattr(portal, "dial", lambda _host, *more: dial("127.0.0.1", *more))
        monkeypatch.setattr(probe_network, "resolve", ask)
        monkeypatch.setattr(probe_portal, "NOWHERE", "nowhere.invalid")
        account = replace(NO_USER, host=REAL, port=server.port, security=Security.TLS)
        fault = ConnectError("The certificate is not trusted.", code="bad_certificate", permanent=True)
        found = portal.network_instead(fault, account, lambda: False)
    assert (found is fault) is not everywhere
    assert (found.code, found.permanent) == (("captive_portal", False) if everywhere else ("bad_certificate", True))
