"""One certificate and nothing else: pins, reading a certificate to trust it, and this computer's own certificate."""

from __future__ import annotations

import hashlib
import re
import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme
from tests.fakes.certificates import Authority, fetch_certificate, self_signed
from tests.fakes.proxies import HttpConnect, Manner
from tests.fakes.smtp_servers import Action, Script, ScriptedServer, hang_up, silence

from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.adapters.smtp.tls import certificate_info, client_context
from sendoff.core.account import Account, Proxy, ProxyKind, Security
from sendoff.core.errors import ConnectError

ACCOUNT = Account(id="a", name="work", host="127.0.0.1", port=0, username="anna", step_seconds=60)
MODES = pytest.mark.parametrize("mode", [Security.TLS, Security.STARTTLS])
USERS = {"anna": "canary-7"}


def script(mode: Security, context: ssl.SSLContext, **at: Action) -> Script:
    direct = mode is Security.TLS
    starttls = None if direct else context
    return Script(tls=context if direct else None, starttls=starttls, at=at, features=("AUTH PLAIN",), users=USERS)


def connected(account: Account) -> str:
    transport = SmtpTransport(account, lambda: USERS["anna"])
    try:
        return transport.connect().tls
    finally:
        transport.close()


def fault(act: Callable[[], object]) -> ConnectError:
    with pytest.raises(ConnectError) as caught:
        act()
    error = caught.value
    assert error.title.endswith(".")
    assert error.remedy
    assert "canary" not in f"{error!s} {vars(error)}"
    return error


def at(server: ScriptedServer, mode: Security, account: Account = ACCOUNT) -> Account:
    return replace(account, port=server.port, security=mode)


# --- pins -------------------------------------------------------------------------------------------------------------


@MODES
def test_the_pinned_certificate_is_taken_though_nobody_vouches_for_it(mode: Security, tmp_path: Path) -> None:
    with ScriptedServer(script(mode, self_signed(tmp_path))) as server:
        account = at(server, mode)
        assert fault(lambda: connected(account)).code == "bad_certificate"
        pinned = fetch_certificate(account).sha256
        for written in (pinned, pinned.upper(), ":".join(re.findall("..", pinned.upper()))):
            assert connected(replace(account, pinned=written)).startswith("TLSv1.")


@MODES
def test_name_and_date_do_not_matter_for_the_pinned_certificate(mode: Security, tmp_path: Path) -> None:
    old = Authority(tmp_path).server("elsewhere.example", expired_on=datetime(2024, 5, 3, tzinfo=UTC))
    with ScriptedServer(script(mode, old)) as server:
        account = at(server, mode)
        assert connected(replace(account, pinned=fetch_certificate(account).sha256))


@MODES
def test_another_certificate_is_refused_though_a_known_authority_signed_it(mode: Security, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with ScriptedServer(script(mode, authority.server("127.0.0.1"))) as first:
        pinned = fetch_certificate(at(first, mode)).sha256
    with ScriptedServer(script(mode, authority.server("127.0.0.1"))) as second:
        account = replace(at(second, mode), pinned=pinned, ca_file=authority.file)
        error = fault(lambda: connected(account))
        shown = fetch_certificate(account).sha256
        second.finished()
        assert b"AUTH" not in second.heard
    assert (error.code, error.permanent) == ("pin_changed", True)
    assert f"({shown[:16]}…)" in error.title
    assert f"({pinned[:16]}…)" in error.title
    assert shown not in error.title
    assert error.__context__ is None


@pytest.mark.parametrize("pinned", ["abc", "g" * 64, "0" * 63, "sha256"])
def test_a_pin_that_is_no_fingerprint_trusts_nothing(pinned: str, tmp_path: Path) -> None:
    with ScriptedServer(script(Security.TLS, self_signed(tmp_path))) as server:
        error = fault(lambda: connected(replace(at(server, Security.TLS), pinned=pinned)))
        assert not server.commands
    assert (error.code, error.permanent) == ("bad_pin", True)


# --- reading a certificate --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", list(Security))
def test_a_certificate_is_read_without_signing_in(mode: Security, tmp_path: Path) -> None:
    context = Authority(tmp_path).server("mail.provider.example", "127.0.0.1")
    offered = Security.STARTTLS if mode is Security.NONE else mode
    with ScriptedServer(script(offered, context)) as server:
        info = fetch_certificate(at(server, mode))
        server.finished()
        assert b"AUTH" not in server.heard
    assert info.names == ("mail.provider.example", "127.0.0.1")
    assert "Sendoff tests" in info.issuer
    assert info.not_before < datetime.now(UTC) < info.not_after  # noqa: TID251 -- the certificate was made just now
    assert re.fullmatch(r"[0-9a-f]{64}", info.sha256)


def test_a_certificate_is_read_through_the_proxy(tmp_path: Path) -> None:
    with ScriptedServer(script(Security.TLS, self_signed(tmp_path))) as server:
        manner = Manner(target=("127.0.0.1", server.port), users={"anna": "proxy-canary"})
        with HttpConnect(manner) as running:
            way = Proxy(kind=ProxyKind.HTTP, host="127.0.0.1", port=running.port, username="anna")
            account = replace(ACCOUNT, host="mail.example", port=465, security=Security.TLS, proxy=way)
            assert fetch_certificate(account, proxy_secret=lambda: "proxy-canary").sha256
            assert fault(lambda: fetch_certificate(account)).code == "proxy_sign_in"
            assert running.asked[0] == ("mail.example", 465)


@pytest.mark.parametrize(
    ("made", "mode", "code"),
    [
        (Script(), Security.TLS, "speaks_plain"),
        (Script(), Security.STARTTLS, "no_starttls"),
        (Script(at={"greeting": hang_up}), Security.STARTTLS, "closed"),
        (Script(at={"greeting": b"+OK POP3\r\n"}), Security.STARTTLS, "not_smtp"),
        (Script(at={"greeting": silence}), Security.STARTTLS, "timeout"),
        (Script(at={"greeting": silence}), Security.TLS, "timeout"),
    ],
)
def test_a_certificate_that_cannot_be_fetched(made: Script, mode: Security, code: str) -> None:
    with ScriptedServer(made) as server:
        account = at(server, mode)
        if code == "timeout":
            account = replace(account, step_seconds=1)
        assert fault(lambda: fetch_certificate(account)).code == code


def test_a_certificate_without_alternative_names_is_called_by_its_common_name() -> None:
    authority = trustme.CA(organization_name="Only an authority")
    der = ssl.PEM_cert_to_DER_cert(authority.cert_pem.bytes().decode())
    info = certificate_info(ACCOUNT, der)
    assert info.sha256 == hashlib.sha256(der).hexdigest()
    assert "Only an authority" in info.issuer
    assert fault(lambda: certificate_info(ACCOUNT, der[:50])).code == "bad_certificate"


# --- this computer's certificate --------------------------------------------------------------------------------------


class Office:
    """An authority that also signs the certificates of its staff, and a server that asks for them."""

    def __init__(self, folder: Path) -> None:
        self.authority = trustme.CA(organization_name="Office")
        self.file = str(folder / "office.pem")
        self.authority.cert_pem.write_to_path(self.file)
        one = self.authority.issue_cert("anna@office.example", common_name="Anna")
        self.both, self.cert, self.key = (folder / name for name in ("both.pem", "cert.pem", "key.pem"))
        one.private_key_and_cert_chain_pem.write_to_path(self.both)
        one.cert_chain_pems[0].write_to_path(self.cert)
        one.private_key_pem.write_to_path(self.key)
        self.stranger = folder / "stranger.pem"
        trustme.CA().issue_cert("x@x.example").private_key_and_cert_chain_pem.write_to_path(self.stranger)

    def server(self, version: ssl.TLSVersion) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert("127.0.0.1").configure_cert(context)
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(self.file)
        context.maximum_version = version
        return context


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


VERSIONS = pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])


@MODES
@VERSIONS
def test_the_client_certificate_is_shown(mode: Security, version: ssl.TLSVersion, office: Office) -> None:
    with ScriptedServer(script(mode, office.server(version))) as server:
        account = replace(at(server, mode), ca_file=office.file)
        assert connected(replace(account, client_cert=str(office.both)))
        assert connected(replace(account, client_cert=str(office.cert), client_key=str(office.key)))
        pinned = fetch_certificate(account).sha256 if version is ssl.TLSVersion.TLSv1_3 else ""
        assert connected(replace(account, client_cert=str(office.both), pinned=pinned))


@MODES
@VERSIONS
def test_a_stranger_s_certificate_is_refused(mode: Security, version: ssl.TLSVersion, office: Office) -> None:
    with ScriptedServer(script(mode, office.server(version))) as server:
        account = replace(at(server, mode), ca_file=office.file, client_cert=str(office.stranger))
        error = fault(lambda: connected(account))
    assert (error.code, error.permanent) == ("client_cert_refused", True)


@MODES
def test_a_server_that_wants_a_certificate_says_so(mode: Security, office: Office) -> None:
    with ScriptedServer(script(mode, office.server(ssl.TLSVersion.TLSv1_3))) as server:
        error = fault(lambda: connected(replace(at(server, mode), ca_file=office.file)))
    assert (error.code, error.permanent) == ("client_cert_refused", True)
    assert "wants a certificate" in error.title


@pytest.mark.parametrize("what", ["absent", "no certificate", "no key", "locked"])
def test_a_client_certificate_that_cannot_be_used_is_named(what: str, office: Office, tmp_path: Path) -> None:
    file = tmp_path / "mine.pem"
    if what == "no certificate":
        file.write_text("nothing")
    elif what == "no key":
        file.write_bytes(office.cert.read_bytes())
    elif what == "locked":
        file.write_bytes(office.cert.read_bytes() + LOCKED)
    account = replace(ACCOUNT, port=1, security=Security.TLS, client_cert=str(file))
    error = fault(lambda: connected(account))
    assert (error.code, error.permanent) == ("bad_client_cert", True)
    assert "mine.pem" in error.title


def test_nobody_is_asked_on_the_terminal_for_a_key_s_password(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []
    real = ssl.SSLContext.load_cert_chain

    def load(context: ssl.SSLContext, cert: str, key: str | None, password: str | None = None) -> None:
        given.append(password)
        real(context, cert, key, password)

    monkeypatch.setattr(ssl.SSLContext, "load_cert_chain", load)
    client_context(replace(ACCOUNT, ca_file=office.file, client_cert=str(office.both)))
    assert given == [""]  # with None OpenSSL asks on the terminal, and the program hangs


def _locked_key() -> bytes:
    """A key under a password: OpenSSL must not ask for it on the terminal."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    return ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"canary"),
    )


LOCKED = _locked_key()
