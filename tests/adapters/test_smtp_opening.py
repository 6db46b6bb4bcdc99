"""Opening a session: every fault has its code and a sentence with a remedy, and no certificate is taken on trust."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.fakes.certificates import Authority, self_signed
from tests.fakes.ports import own_port
from tests.fakes.smtp_servers import Action, Peer, Script, ScriptedServer, hang_up, silence, slowly, then_hang_up

from sendoff.adapters.smtp import faults
from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.adapters.smtp.wire import Timeouts
from sendoff.core.account import Account, Security
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import ConnectError

PATIENT = Timeouts(connect=60, greeting=60, command=60, data_start=60, data_block=60, end=60, brief=0.3)
"""A busy machine is not to look like a silent server."""
SHORT = 3.0
"""Seconds of patience where a test wants it to run out; `greeting` is that of the opening, whose rest is done in it."""
PLAIN = Account(id="a", name="work", host="127.0.0.1", port=25, security=Security.NONE)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


def opened(account: Account, port: int | None = None, timeouts: Timeouts = PATIENT) -> Capabilities:
    transport = SmtpTransport(replace(account, port=port or account.port), str, timeouts=timeouts)
    try:
        return transport.connect()
    finally:
        transport.close()


def fault(account: Account, port: int | None = None, timeouts: Timeouts = PATIENT) -> ConnectError:
    with pytest.raises(ConnectError) as caught:
        opened(account, port, timeouts)
    error = caught.value
    assert error.title.endswith(".")
    assert "!" not in str(error)
    assert error.remedy or error.code == "stopped"
    assert error.__context__ is None
    assert error.__cause__ is None
    return error


# --- the network ------------------------------------------------------------------------------------------------------


def test_a_host_that_has_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(number: int) -> Callable[..., object]:
        def getaddrinfo(*_: object, **__: object) -> object:
            raise socket.gaierror(number, "words of the system")

        return getaddrinfo

    monkeypatch.setattr(socket, "getaddrinfo", answer(socket.EAI_NONAME))
    error = fault(replace(PLAIN, host="smpt.example.com"))
    assert (error.code, error.permanent) == ("no_such_host", False)
    assert error.title == "No server has the name smpt.example.com."
    monkeypatch.setattr(socket, "getaddrinfo", answer(socket.EAI_AGAIN))
    error = fault(replace(PLAIN, host="smtp.example.com"))
    assert (error.code, error.permanent) == ("no_dns", False)
    assert "online" in error.remedy


def test_a_host_that_is_no_name() -> None:
    assert fault(replace(PLAIN, host="x" * 70 + ".example")).code == "no_such_host"


def test_a_port_where_nobody_listens() -> None:
    port = own_port()
    error = fault(PLAIN, port)
    assert (error.code, error.permanent) == ("refused", False)
    assert error.title == f"127.0.0.1 port {port} refuses connections."


def test_a_host_that_does_not_answer() -> None:
    with socket.socket() as full, socket.socket() as first, socket.socket() as second:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for filler in (first, second):
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        error = fault(PLAIN, full.getsockname()[1], replace(PATIENT, connect=SHORT))
    assert (error.code, error.permanent) == ("timeout", False)
    assert error.title.startswith("Nothing answered on 127.0.0.1 port ")
    assert error.title.endswith(" in 3 s.")


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (OSError(errno.ENETUNREACH, "Network is unreachable"), "offline"),
        (OSError(errno.EHOSTUNREACH, "No route to host"), "offline"),
        (OSError(errno.ECONNREFUSED, "Connection refused"), "refused"),
        (ConnectionResetError(errno.ECONNRESET, "Connection reset by peer"), "closed"),
        (TimeoutError(), "timeout"),
        (ssl.SSLError(1, "[SSL: UNSUPPORTED_PROTOCOL] unsupported protocol"), "tls_failed"),
    ],
)
def test_what_the_system_raises_has_a_code(raised: OSError, code: str) -> None:
    assert faults.explain(raised, PLAIN, PATIENT).code == code


def test_port_25_names_the_way_round() -> None:
    assert "use port 587" in faults.explain(TimeoutError(), PLAIN, PATIENT).remedy


def test_every_address_of_a_name_is_tried() -> None:
    with ScriptedServer() as server:
        opened(replace(PLAIN, host="localhost"), server.port)


# --- greeting and EHLO ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "code", "permanent", "words"),
    [
        ({"greeting": b"554 5.7.1 you are listed\r\n"}, "greeting_refused", True, "554 5.7.1 you are listed"),
        ({"greeting": b"421 4.3.2 too busy\r\n"}, "greeting_later", False, "421 4.3.2 too busy"),
        (
            {"EHLO": b"550 5.7.1 bad name\r\n", "HELO": b"550 5.7.1 bad name\r\n"},
            "local_name_refused",
            True,
            "bad name",
        ),
        ({"EHLO": then_hang_up(b"421 4.7.0 go away\r\n")}, "greeting_later", False, "go away"),
        ({"greeting": b"+OK POP3 ready\r\n"}, "not_smtp", True, "does not speak SMTP"),
        ({"greeting": b"* OK IMAP4 ready\r\n"}, "not_smtp", True, "“* OK IMAP4 ready”"),
        ({"greeting": b"\x16\x03\x01\x00\n"}, "not_smtp", True, "does not speak SMTP"),
        ({"greeting": b"x" * 20_000}, "not_smtp", True, "endless line"),
        ({"greeting": hang_up}, "closed", False, "closed the connection"),
        ({"greeting": silence}, "timeout", False, "said nothing for 3 s"),
        ({"greeting": slowly(b"220 a very slow greeting\r\n", 0.2)}, "timeout", False, "said nothing"),
        ({"EHLO": hang_up}, "closed", False, "closed the connection"),
        ({"EHLO": silence}, "timeout", False, "stopped answering"),
        ({"EHLO": b"250-one\r\nnonsense\r\n"}, "not_smtp", True, "“nonsense”"),
    ],
)
def test_a_bad_beginning(at: dict[str, Action], code: str, permanent: bool, words: str) -> None:
    hurried = replace(PATIENT, greeting=SHORT)
    with ScriptedServer(Script(at=at)) as server:
        error = fault(PLAIN, server.port, hurried if code == "timeout" else PATIENT)
    assert (error.code, error.permanent) == (code, permanent)
    assert words in str(error)


def test_silence_on_the_port_of_tls_names_the_right_mode(monkeypatch: pytest.MonkeyPatch) -> None:
    for security in (Security.NONE, Security.STARTTLS):
        with ScriptedServer(Script(at={"greeting": silence})) as server:
            monkeypatch.setattr(faults, "_TLS_PORT", server.port)
            error = fault(replace(PLAIN, security=security), server.port, replace(PATIENT, greeting=SHORT))
        assert (error.code, error.permanent) == ("waits_for_tls", True)
        assert "security to TLS" in error.remedy


def test_capabilities_are_what_the_server_offers() -> None:
    features = ("PIPELINING", "size 35882577", "8BITMIME", "AUTH PLAIN LOGIN", "AUTH=LOGIN", "X-ODD thing")
    with ScriptedServer(Script(features=features)) as server:
        assert opened(PLAIN, server.port) == Capabilities(
            greeting="scripted ESMTP",
            size=35_882_577,
            features=frozenset({"PIPELINING", "SIZE", "8BITMIME", "AUTH", "X-ODD"}),
            auth=("PLAIN", "LOGIN"),
        )


def test_an_old_server_is_talked_to_with_helo() -> None:
    with ScriptedServer(Script(at={"EHLO": b"500 what?\r\n"})) as server:
        assert opened(PLAIN, server.port).features == frozenset()
        assert server.commands[1].startswith(b"helo ")


def test_the_name_in_ehlo_is_the_accounts_or_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "annas laptop")
    with ScriptedServer() as server:
        opened(PLAIN, server.port)
        opened(replace(PLAIN, local_name="desk.example.com"), server.port)
        assert [line for line in server.commands if line.startswith(b"ehlo")] == [
            b"ehlo [127.0.0.1]",
            b"ehlo desk.example.com",
        ]
        assert fault(replace(PLAIN, local_name="a\r\nMAIL"), server.port).code == "bad_local_name"


# --- TLS --------------------------------------------------------------------------------------------------------------

MODES = pytest.mark.parametrize("mode", [Security.TLS, Security.STARTTLS])


def script(mode: Security, context: ssl.SSLContext, **at: Action) -> Script:
    return Script(tls=context, at=at) if mode is Security.TLS else Script(starttls=context, at=at)


@MODES
def test_a_trusted_certificate_is_taken(mode: Security, authority: Authority) -> None:
    account = replace(PLAIN, security=mode, ca_file=authority.file)
    with ScriptedServer(script(mode, authority.server("127.0.0.1"))) as server:
        transport = SmtpTransport(replace(account, port=server.port), str, timeouts=PATIENT)
        capabilities = transport.connect()
        assert capabilities.tls.startswith("TLSv1.")
        assert "STARTTLS" not in capabilities.features
        reply = transport.send(Envelope("a@a.example", "b@b.example", b"Subject: x\r\n\r\n"), lambda: True)
        assert reply.code == 250
        transport.close()
        server.finished()
        assert server.peers[0].said_goodbye


@MODES
def test_a_self_signed_certificate_is_refused_by_default(mode: Security, tmp_path: Path) -> None:
    with ScriptedServer(script(mode, self_signed(tmp_path))) as server:
        error = fault(replace(PLAIN, security=mode), server.port)
    assert (error.code, error.permanent) == ("bad_certificate", True)
    assert "self-signed" in error.title


@MODES
def test_an_unknown_authority_is_refused_by_default(mode: Security, authority: Authority) -> None:
    with ScriptedServer(script(mode, authority.server("127.0.0.1"))) as server:
        error = fault(replace(PLAIN, security=mode), server.port)
        assert b"MAIL" not in server.heard
    assert (error.code, error.permanent) == ("bad_certificate", True)
    assert "does not know" in error.title


@MODES
def test_a_certificate_for_another_name_is_refused_and_both_are_named(mode: Security, authority: Authority) -> None:
    context = authority.server("mail.provider.example", "*.provider.example")
    account = replace(PLAIN, host="localhost", security=mode, ca_file=authority.file)
    with ScriptedServer(script(mode, context)) as server:
        error = fault(account, server.port)
    assert error.code == "bad_certificate"
    assert error.title == "The certificate is for mail.provider.example, *.provider.example, not for localhost."
    with ScriptedServer(script(mode, context)) as server:
        assert "not for 127.0.0.1." in fault(replace(account, host="127.0.0.1"), server.port).title


@MODES
def test_an_expired_certificate_is_refused_with_its_date(mode: Security, authority: Authority) -> None:
    context = authority.server("127.0.0.1", expired_on=datetime(2024, 5, 3, tzinfo=UTC))
    with ScriptedServer(script(mode, context)) as server:
        error = fault(replace(PLAIN, security=mode, ca_file=authority.file), server.port)
    assert error.code == "bad_certificate"
    assert error.title == "The certificate of 127.0.0.1 expired on 3 May 2024."


def test_the_reading_of_a_refused_certificate_says_nothing_else(authority: Authority) -> None:
    account = replace(PLAIN, security=Security.STARTTLS, ca_file=authority.file, username="anna")
    with ScriptedServer(script(Security.STARTTLS, authority.server("other.example"))) as server:
        transport = SmtpTransport(replace(account, port=server.port), lambda: "canary-7", timeouts=PATIENT)
        with pytest.raises(ConnectError):
            transport.connect()
        server.finished()
        assert b"AUTH" not in server.heard


def test_tls_spoken_to_a_plain_port_names_the_right_mode() -> None:
    with ScriptedServer() as server:
        error = fault(replace(PLAIN, security=Security.TLS), server.port)
    assert (error.code, error.permanent) == ("speaks_plain", True)
    assert "STARTTLS" in error.remedy


def test_starttls_that_is_not_offered_never_falls_back() -> None:
    with ScriptedServer() as server:
        error = fault(replace(PLAIN, security=Security.STARTTLS, username="anna"), server.port)
        assert b"AUTH" not in server.heard
    assert (error.code, error.permanent) == ("no_starttls", True)


@pytest.mark.parametrize(
    ("answer", "code", "permanent"),
    [
        (b"454 4.7.0 not now\r\n", "starttls_refused", False),
        (b"502 5.5.1 no\r\n", "starttls_refused", True),
        (b"220 go\r\n250 injected\r\n", "starttls_injection", True),
        (b"220 go\r\n2", "starttls_injection", True),
        (hang_up, "closed", False),
        (silence, "timeout", False),
        (b"go\r\n", "not_smtp", True),
        (then_hang_up(b"220 go\r\n"), "tls_failed", False),
    ],
)
def test_starttls_that_goes_wrong_never_falls_back(
    answer: Action, code: str, permanent: bool, authority: Authority
) -> None:
    starttls = script(Security.STARTTLS, authority.server("127.0.0.1"), STARTTLS=answer)
    with ScriptedServer(starttls) as server:
        account = replace(PLAIN, security=Security.STARTTLS, ca_file=authority.file, username="anna")
        error = fault(account, server.port, replace(PATIENT, greeting=SHORT) if code == "timeout" else PATIENT)
        assert b"AUTH" not in server.heard
    assert (error.code, error.permanent) == (code, permanent)


def test_nothing_older_than_tls_1_2_is_spoken(authority: Authority) -> None:
    context = authority.server("127.0.0.1")
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    with pytest.warns(DeprecationWarning, match="TLSv1"):
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    with ScriptedServer(Script(tls=context)) as server:
        assert fault(replace(PLAIN, security=Security.TLS, ca_file=authority.file), server.port).code == "tls_failed"


@pytest.mark.parametrize("content", [None, "", "no certificate"])
def test_a_file_of_certificates_that_cannot_be_used_is_named(content: str | None, tmp_path: Path) -> None:
    file = tmp_path / "roots.pem"
    if content is not None:
        file.write_text(content)
    with pytest.raises(ConnectError, match=r"roots\.pem") as refused:
        opened(replace(PLAIN, security=Security.TLS, ca_file=str(file)))
    assert (refused.value.code, refused.value.permanent) == ("bad_ca_file", True)


# --- signing in -------------------------------------------------------------------------------------------------------

SECRET = "pässwörd-canary-7"
ANNA = replace(PLAIN, username="anna@a.example")


def signed_in(server: ScriptedServer, secret: str, timeouts: Timeouts = PATIENT) -> Capabilities:
    transport = SmtpTransport(replace(ANNA, port=server.port), lambda: secret, timeouts=timeouts)
    try:
        return transport.connect()
    finally:
        transport.close()


@pytest.mark.parametrize(
    "offer",
    ["AUTH PLAIN", "AUTH LOGIN", "AUTH CRAM-MD5", "AUTH=LOGIN", "AUTH plain", "AUTH XOAUTH2 LOGIN PLAIN CRAM-MD5"],
)
def test_the_right_secret_signs_in_and_the_wrong_one_does_not(offer: str) -> None:
    with ScriptedServer(Script(features=(offer,), users={"anna@a.example": SECRET})) as server:
        signed_in(server, SECRET)
        with pytest.raises(ConnectError) as refused:
            signed_in(server, "wrong-canary-8")
    error = refused.value
    assert (error.code, error.permanent) == ("sign_in_refused", True)
    assert "535 5.7.8 no such user" in error.title
    assert "canary" not in f"{error!s} {error!r} {error.args} {vars(error)}"
    assert error.__context__ is None


def test_a_mechanism_that_is_offered_but_broken_is_passed_over() -> None:
    def only_plain(peer: Peer) -> None:
        peer.say(b"235 in\r\n" if server.commands[-1].startswith(b"AUTH PLAIN") else b"504 5.5.4 not really\r\n")

    with ScriptedServer(Script(features=("AUTH CRAM-MD5 PLAIN",), at={"AUTH": only_plain})) as server:
        signed_in(server, SECRET)


def test_a_temporary_refusal_is_temporary_and_not_tried_again() -> None:
    script = Script(features=("AUTH PLAIN LOGIN",), at={"AUTH": b"454 4.7.0 try later\r\n"})
    with ScriptedServer(script) as server:
        with pytest.raises(ConnectError) as refused:
            signed_in(server, SECRET)
        assert sum(command.startswith(b"AUTH") for command in server.commands) == 1
    assert (refused.value.code, refused.value.permanent) == ("sign_in_later", False)
    assert "454 4.7.0 try later" in refused.value.title


def test_the_plainest_of_several_refusals_is_told() -> None:
    def answer(peer: Peer) -> None:
        first = server.commands[-1].startswith(b"AUTH PLAIN")
        peer.say(b"535 5.7.8 wrong password\r\n" if first else b"504 5.5.4 unknown mechanism\r\n")

    with ScriptedServer(Script(features=("AUTH LOGIN PLAIN",), at={"AUTH": answer}, users={})) as server:
        with pytest.raises(ConnectError, match="wrong password"):
            signed_in(server, SECRET)
        assert b"AUTH LOGIN" in server.commands


def test_a_server_that_repeats_the_secret_does_not_get_it_into_the_sentence() -> None:
    script = Script(features=("AUTH PLAIN",), at={"AUTH": f"535 5.7.8 {SECRET} is wrong\r\n".encode()})
    with ScriptedServer(script) as server, pytest.raises(ConnectError) as refused:
        signed_in(server, SECRET)
    assert "canary" not in str(refused.value)
    assert "is wrong" in refused.value.title


def test_endless_challenges_end() -> None:
    def challenge(peer: Peer) -> None:
        peer.say(b"334 \r\n")
        while peer.line() != b"*":
            peer.say(b"334 !!not base64!!\r\n")
        peer.say(b"501 5.7.0 cancelled\r\n")

    script = Script(features=("AUTH CRAM-MD5",), at={"AUTH": challenge})
    with ScriptedServer(script) as server, pytest.raises(ConnectError) as refused:
        signed_in(server, SECRET)
    assert refused.value.code == "sign_in_refused"


@pytest.mark.parametrize(
    ("features", "words"), [((), "does not offer to sign in"), (("AUTH XOAUTH2 GSSAPI",), "XOAUTH2, GSSAPI")]
)
def test_no_common_way_to_sign_in(features: tuple[str, ...], words: str) -> None:
    with ScriptedServer(Script(features=features)) as server, pytest.raises(ConnectError, match=words) as refused:
        signed_in(server, SECRET)
    assert (refused.value.code, refused.value.permanent) == ("sign_in_unsupported", True)


def test_a_missing_secret_is_said_before_anything_is_tried() -> None:
    with ScriptedServer(Script(features=("AUTH PLAIN",))) as server:
        with pytest.raises(ConnectError) as refused:
            signed_in(server, "")
        assert b"AUTH" not in server.heard
    assert (refused.value.code, refused.value.permanent) == ("secret_missing", True)


def test_no_user_name_means_no_sign_in() -> None:
    def secret() -> str:
        raise AssertionError("the secret was asked for")

    with ScriptedServer(Script(features=("AUTH PLAIN",))) as server:
        transport = SmtpTransport(replace(PLAIN, port=server.port), secret, timeouts=PATIENT)
        transport.connect()
        transport.close()
        assert b"AUTH" not in server.heard


@pytest.mark.parametrize(("act", "code"), [(hang_up, "closed"), (silence, "timeout"), (b"what?\r\n", "not_smtp")])
def test_a_session_lost_in_the_sign_in_holds_no_secret(act: Action, code: str) -> None:
    script = Script(features=("AUTH PLAIN",), at={"AUTH": act})
    with ScriptedServer(script) as server, pytest.raises(ConnectError) as lost:
        signed_in(server, SECRET, replace(PATIENT, greeting=SHORT) if code == "timeout" else PATIENT)
    assert lost.value.code == code
    assert "canary" not in f"{lost.value!s} {lost.value.args}"
    assert lost.value.__context__ is None
