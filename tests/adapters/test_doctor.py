"""The connection doctor against servers that misbehave: each fault has its step, its code and its button."""

from __future__ import annotations

import contextlib
import errno
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme
from tests.fakes.certificates import Authority, self_signed
from tests.fakes.examination import (
    BRIEF,
    FEATURES,
    NO_USER,
    NOW,
    PLAIN,
    SECRET,
    STARTTLS,
    USERS,
    RawServer,
    Seen,
    changes,
    examine,
    fault,
    fixed,
    served,
)
from tests.fakes.ports import own_port
from tests.fakes.smtp_servers import Action, Peer, Script, ScriptedServer, hang_up, silence, then_hang_up

from sendoff.adapters.smtp import probe_causes
from sendoff.adapters.smtp.probe import SmtpProbe
from sendoff.adapters.smtp.probe_causes import Causes
from sendoff.adapters.smtp.probe_wire import Transcript
from sendoff.core.account import Security, SignIn
from sendoff.core.doctor import STEP_WORD, Diagnosis, StepResult, StepState
from sendoff.core.doctor_faults import BY_CODE, FAULTS, Fault
from sendoff.core.doctor_steps import FixKind, Step


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


# --- all is well ------------------------------------------------------------------------------------------------------


def test_green_says_what_was_found(authority: Authority) -> None:
    account = replace(PLAIN, host="localhost", security=Security.STARTTLS, ca_file=authority.file)
    script = Script(starttls=authority.server("localhost", "mail.example.com"), features=FEATURES, users=USERS)
    with ScriptedServer() as other, ScriptedServer(script) as server:
        seen = examine(account, port=server.port, ports={other.port: Security.STARTTLS})
        server.finished()
    assert seen.diagnosis.ok, seen.diagnosis
    found = {one.step: one.found for one in seen.diagnosis.steps}
    assert list(found) == [
        Step.NAME, Step.TCP, Step.GREETING, Step.TLS, Step.EHLO, Step.SIGN_IN, Step.ENVELOPE,
    ]  # fmt: skip
    assert "127.0.0.1" in found[Step.NAME]
    assert re.fullmatch(rf"Port {server.port} answered in [\d.]+ ms; so do {other.port}\.", found[Step.TCP])
    assert found[Step.GREETING] == "scripted ESMTP"
    assert re.fullmatch(
        r"TLS 1\.3, certificate for localhost, mail\.example\.com, until [\w ]+, from .*Sendoff tests.*; TLS_\w+\.",
        found[Step.TLS],
    )
    assert found[Step.EHLO] == "messages up to 26 MB · ways to sign in: PLAIN, LOGIN"
    assert found[Step.SIGN_IN] == "Signed in as a…@example.com (PLAIN)."
    assert found[Step.ENVELOPE] == "A message from a…@example.com to itself would be taken; none was sent."
    assert server.messages == []
    assert b"DATA" not in server.commands
    assert server.commands[-2:] == [b"RSET", b"QUIT"]


def test_every_step_ticks_live_and_says_what_it_waits_for() -> None:
    seen = served(Script(features=FEATURES, users=USERS))
    states = [(one.step, one.state) for one in seen.published]
    for step in (Step.NAME, Step.TCP, Step.GREETING, Step.EHLO, Step.SIGN_IN, Step.ENVELOPE):
        assert states.index((step, StepState.RUNNING)) + 1 == states.index((step, StepState.OK))
    assert (Step.TLS, StepState.SKIPPED) in states
    waiting = {one.step: one.found for one in seen.published if one.state is StepState.RUNNING}
    assert waiting[Step.GREETING] == "Waiting for 127.0.0.1 to say hello…"


def test_tls_from_the_first_byte_comes_before_the_greeting(authority: Authority) -> None:
    account = replace(NO_USER, host="localhost", security=Security.TLS, ca_file=authority.file)
    seen = served(Script(tls=authority.server("localhost"), features=FEATURES), account)
    assert seen.diagnosis.ok
    steps = [one.step for one in seen.diagnosis.steps]
    assert steps.index(Step.TLS) < steps.index(Step.GREETING)


def test_the_transcript_has_the_dialogue_and_no_secret() -> None:
    said = served(Script(features=FEATURES, users=USERS)).diagnosis.transcript
    assert "< 220 scripted ESMTP" in said
    assert "> AUTH PLAIN ***" in said
    assert "> MAIL FROM:<a…@example.com>" in said
    assert "anna@" not in said
    for mechanism in ("LOGIN", "CRAM-MD5"):
        told = served(Script(features=(f"AUTH {mechanism}",), users=USERS)).diagnosis.transcript
        assert f"> AUTH {mechanism}\n< 334 ***\n> ***" in told
        assert "< 235" in told


def test_a_server_that_echoes_the_secret_is_silenced() -> None:
    echo = b"535 5.7.8 wrong: " + SECRET.encode() + b" for anna@example.com\r\n"
    seen = served(Script(features=FEATURES, at={"AUTH": echo}))
    assert fault(seen)[1] == "sign_in_refused"
    assert "wrong: ***" in seen.diagnosis.transcript


# --- names and connections --------------------------------------------------------------------------------------------


def unresolved(number: int) -> Callable[[str, int], Sequence[tuple[object, ...]]]:
    def ask(_host: str, _port: int) -> Sequence[tuple[object, ...]]:
        raise socket.gaierror(number, "words of the system")

    return ask


@pytest.mark.parametrize(
    ("number", "code"), [(socket.EAI_NONAME, "no_such_host"), (socket.EAI_AGAIN, "no_dns")], ids=["no name", "no DNS"]
)
def test_names(number: int, code: str) -> None:
    seen = examine(replace(PLAIN, host="smpt.example.com"), ask=unresolved(number))
    assert fault(seen) == (Step.NAME, code, None)
    assert "smpt.example.com" in (seen.diagnosis.finding.title if seen.diagnosis.finding else "")


def test_a_name_that_is_none() -> None:
    assert fault(examine(replace(PLAIN, host="x" * 70 + ".example")))[1] == "no_such_host"


def test_a_slow_name_service() -> None:
    over = threading.Event()

    def ask(_host: str, _port: int) -> Sequence[tuple[object, ...]]:
        over.wait(60)
        return []

    seen = examine(replace(PLAIN, step_seconds=0.3), ask=ask)
    over.set()
    assert fault(seen) == (Step.NAME, "name_slow", None)


@pytest.mark.parametrize("number", [errno.ENETUNREACH, errno.EHOSTUNREACH])
def test_a_network_without_a_route(number: int) -> None:
    causes = Causes(account=PLAIN, answered={}, transcript=Transcript())
    assert causes.unreachable(OSError(number, "words of the system")).code == "offline"


def test_refused() -> None:
    assert fault(examine(PLAIN, port=own_port())) == (Step.TCP, "refused", None)


@contextlib.contextmanager
def full_port() -> Iterator[int]:
    """A port whose queue is full: it never answers."""
    with socket.socket() as full, socket.socket() as first, socket.socket() as second:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for filler in (first, second):
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        yield full.getsockname()[1]


def test_timeout() -> None:
    with full_port() as port:
        assert fault(examine(replace(PLAIN, step_seconds=0.4), port=port)) == (Step.TCP, "timeout", None)


def test_another_port_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    with ScriptedServer() as other:
        closed = own_port()
        seen = examine(PLAIN, port=closed, ports={other.port: Security.TLS})
        assert fault(seen) == (Step.TCP, "other_port", FixKind.SERVER)
        assert changes(seen) == {"port": other.port, "security": Security.TLS}
        seen = examine(PLAIN, port=closed, ports={other.port: Security.STARTTLS})
        assert fault(seen) == (Step.TCP, "other_port_here", FixKind.SERVER)
        assert changes(seen) == {"port": other.port, "security": Security.NONE}
        monkeypatch.setattr(probe_causes, "_RELAY_PORT", closed)
        seen = examine(PLAIN, port=closed, ports={other.port: Security.STARTTLS})
        assert fault(seen) == (Step.TCP, "port_25_blocked", FixKind.SERVER)
        assert changes(seen) == {"port": other.port, "security": Security.STARTTLS}


# --- the greeting -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("greeting", "code", "fix"),
    [
        (b"554 5.7.1 you are listed\r\n", "greeting_refused", None),
        (b"421 4.3.2 come back later\r\n", "greeting_later", None),
        (b"421 4.7.0 Too many concurrent connections\r\n", "too_many_connections", FixKind.CONNECTIONS),
        (b"+OK POP3 ready\r\n", "not_smtp", None),
        (b"HTTP/1.1 302 Found\r\nLocation: http://login.hotel/\r\n\r\n", "captive_portal", FixKind.PORTAL),
        (hang_up, "closed", None),
        (silence, "greeting_timeout", FixKind.PATIENCE),
    ],
)
def test_greetings(greeting: Action, code: str, fix: FixKind | None) -> None:
    account = replace(PLAIN, connections=3, step_seconds=BRIEF if greeting is silence else PLAIN.step_seconds)
    assert fault(served(Script(at={"greeting": greeting}), account)) == (Step.GREETING, code, fix)


def test_a_web_server_that_waits_for_a_request() -> None:
    def page(peer: Peer, _server: object) -> None:
        peer.line()
        peer.say(b"HTTP/1.1 400 Bad Request\r\n\r\n<html>")

    for security in (Security.NONE, Security.TLS):
        with RawServer(page) as web:
            seen = examine(replace(PLAIN, security=security, step_seconds=BRIEF), port=web.port)
        assert fault(seen)[1:] == ("captive_portal", FixKind.PORTAL)


def test_a_slow_greeting_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(peer: Peer) -> None:
        time.sleep(0.2)
        peer.say(b"220 at last\r\n")

    monkeypatch.setattr("sendoff.adapters.smtp.probe._SLOW_GREETING", 0.1)
    seen = served(Script(at={"greeting": late}, features=FEATURES), NO_USER)
    assert seen.diagnosis.ok
    assert seen.diagnosis.finding is not None
    assert seen.diagnosis.finding.code == "greeting_slow"


# --- encryption -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("security", [Security.NONE, Security.STARTTLS])
def test_a_port_that_waits_for_tls(authority: Authority, security: Security) -> None:
    account = replace(PLAIN, host="localhost", security=security, step_seconds=BRIEF)
    seen = served(Script(tls=authority.server("localhost")), account)
    assert fault(seen) == (Step.GREETING, "waits_for_tls", FixKind.SERVER)
    assert changes(seen)["security"] is Security.TLS


def test_a_port_that_does_not_begin_with_tls(authority: Authority) -> None:
    account = replace(PLAIN, host="localhost", security=Security.TLS, ca_file=authority.file)
    script = Script(starttls=authority.server("localhost"), features=FEATURES, users=USERS)
    with ScriptedServer(script) as server:
        seen = examine(account, port=server.port)
        assert fault(seen) == (Step.TLS, "speaks_plain", FixKind.SERVER)
        again = examine(fixed(replace(account, port=server.port), seen))
    assert again.diagnosis.ok


def test_a_port_without_any_encryption() -> None:
    with ScriptedServer() as other:
        seen = served(Script(), replace(PLAIN, security=Security.TLS), ports={other.port: Security.TLS})
        assert fault(seen) == (Step.TLS, "plain_only", FixKind.SERVER)
        assert changes(seen)["port"] == other.port


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_server_on_this_computer_needs_no_encryption(security: Security) -> None:
    account = replace(PLAIN, security=security, username="", sender="anna@example.com")
    with ScriptedServer(Script(features=FEATURES)) as server:
        seen = examine(account, port=server.port)
        assert fault(seen) == (Step.TLS, "plain_here", FixKind.SERVER)
        assert seen.diagnosis.finding
        assert "set the security to None" in seen.diagnosis.finding.remedy
        assert changes(seen) == {"port": server.port, "security": Security.NONE}
        assert seen.diagnosis.fix is not None
        assert seen.diagnosis.fix.label == f"Use port {server.port} with security None"
        again = examine(fixed(replace(account, port=server.port), seen))
    assert again.diagnosis.ok


def test_starttls_is_not_offered_and_another_port_has_tls() -> None:
    with ScriptedServer() as other:
        seen = served(Script(features=FEATURES), STARTTLS, ports={other.port: Security.TLS})
        assert fault(seen) == (Step.TLS, "no_starttls", FixKind.SERVER)
        assert changes(seen) == {"port": other.port, "security": Security.TLS}


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"454 4.7.0 TLS not available\r\n", "starttls_refused"),
        (b"220 go\r\n250 injected\r\n", "starttls_injection"),
    ],
)
def test_starttls_that_goes_wrong(answer: bytes, code: str) -> None:
    script = Script(at={"STARTTLS": answer}, features=(*FEATURES, "STARTTLS"))
    assert fault(served(script, STARTTLS)) == (Step.TLS, code, None)


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_an_unknown_authority_can_be_pinned(authority: Authority, security: Security) -> None:
    context = authority.server("localhost")
    script = Script(features=FEATURES, users=USERS)
    script = replace(script, tls=context) if security is Security.TLS else replace(script, starttls=context)
    with ScriptedServer(script) as server:
        account = replace(STARTTLS, port=server.port, security=security)
        seen = examine(account)
        assert fault(seen) == (Step.TLS, "unknown_ca", FixKind.PIN)
        assert seen.diagnosis.finding is not None
        assert "Sendoff tests" in seen.diagnosis.finding.title
        pinned = fixed(account, seen)
        assert re.fullmatch("[0-9a-f]{64}", pinned.pinned)
        again = examine(pinned)
        assert again.diagnosis.ok
        assert any("the one this account trusts" in one.found for one in again.diagnosis.steps)
        other = examine(replace(pinned, pinned="0" * 64))
        assert fault(other) == (Step.TLS, "pin_changed", FixKind.PIN)
        assert changes(other) == {"pinned": pinned.pinned}


def test_self_signed(tmp_path: Path) -> None:
    seen = served(Script(starttls=self_signed(tmp_path)), STARTTLS)
    assert fault(seen) == (Step.TLS, "self_signed", FixKind.PIN)


def test_name_mismatch(authority: Authority) -> None:
    account = replace(STARTTLS, ca_file=authority.file)
    seen = served(Script(starttls=authority.server("mail.example.com")), account)
    assert fault(seen) == (Step.TLS, "name_mismatch", None)
    assert "for mail.example.com, not for localhost" in str(seen.diagnosis.finding)


LAST_YEAR = datetime(2025, 11, 2, tzinfo=UTC)


def test_expired(authority: Authority) -> None:
    account = replace(STARTTLS, ca_file=authority.file)
    seen = served(Script(starttls=authority.server("localhost", expired_on=LAST_YEAR)), account)
    assert fault(seen) == (Step.TLS, "expired", None)
    assert "expired on 2 November 2025" in str(seen.diagnosis.finding)


def test_the_clock_is_wrong(authority: Authority) -> None:
    account = replace(STARTTLS, ca_file=authority.file)
    dated = b"220 mail ESMTP Exim Sat, 01 Nov 2025 10:00:00 +0000\r\n"  # the certificate is good at the server's time
    script = Script(at={"greeting": dated}, starttls=authority.server("localhost", expired_on=LAST_YEAR))
    assert fault(served(script, account)) == (Step.TLS, "clock_wrong", None)
    early = round((datetime(2019, 1, 1, tzinfo=UTC) + timedelta()).timestamp() * 1000)
    script = Script(starttls=authority.server("localhost", expired_on=LAST_YEAR))
    assert fault(served(script, account, now=early)) == (Step.TLS, "clock_wrong", None)


@pytest.mark.parametrize("maker", ["Avast Web/Mail Shield Root", "Kaspersky Anti-Virus Personal Root", "Zscaler Inc."])
def test_an_antivirus_in_the_middle(maker: str) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA(organization_name=maker).issue_cert("localhost").configure_cert(context)
    seen = served(Script(starttls=context), STARTTLS)
    assert fault(seen) == (Step.TLS, "antivirus", FixKind.CA_FILE)
    assert maker.split(maxsplit=1)[0] in str(seen.diagnosis.finding)


def test_a_certificate_that_is_shown_only_once(authority: Authority) -> None:
    contexts = iter([authority.server("localhost")])

    def once(peer: Peer, _server: object) -> None:
        if context := next(contexts, None):
            peer.secure(context)

    with RawServer(once) as server:
        seen = examine(replace(STARTTLS, security=Security.TLS), port=server.port)
    assert fault(seen) == (Step.TLS, "bad_certificate", None)


def test_tls_too_old(authority: Authority) -> None:
    def old(peer: Peer, _server: object) -> None:
        peer.least(5)
        peer.say(b"\x15\x03\x01\x00\x02\x02\x46")  # the alert protocol_version
        peer.drain()

    with RawServer(old) as server:
        seen = examine(replace(STARTTLS, security=Security.TLS), port=server.port)
    assert fault(seen) == (Step.TLS, "tls_too_old", None)


@pytest.mark.parametrize(
    ("version", "code", "fix"),
    [
        (ssl.TLSVersion.TLSv1_2, "tls_failed", None),  # its alert says no more than “handshake failure”
        (ssl.TLSVersion.TLSv1_3, "client_cert_refused", FixKind.CLIENT_CERT),
    ],
)
def test_a_server_that_wants_a_certificate_from_here(
    authority: Authority, version: ssl.TLSVersion, code: str, fix: FixKind | None
) -> None:
    context = authority.server("localhost")
    context.load_verify_locations(authority.file)
    context.verify_mode = ssl.CERT_REQUIRED
    context.minimum_version = context.maximum_version = version
    account = replace(STARTTLS, security=Security.TLS, ca_file=authority.file)
    seen = served(Script(tls=context), account)
    assert fault(seen)[1:] == (code, fix)


def test_a_file_of_certificates_that_is_none(tmp_path: Path) -> None:
    account = replace(STARTTLS, ca_file=str(tmp_path / "missing.pem"))
    assert fault(served(Script(), account)) == (Step.TLS, "bad_ca_file", FixKind.CA_FILE)


def test_a_client_certificate_that_is_none(tmp_path: Path) -> None:
    account = replace(STARTTLS, client_cert=str(tmp_path / "missing.pem"))
    assert fault(served(Script(), account)) == (Step.TLS, "bad_client_cert", FixKind.CLIENT_CERT)


def test_a_fingerprint_that_is_none(authority: Authority) -> None:
    seen = served(Script(starttls=authority.server("localhost")), replace(STARTTLS, pinned="12:34"))
    assert fault(seen) == (Step.TLS, "bad_pin", FixKind.NO_PIN)
    assert changes(seen) == {"pinned": ""}


# --- features ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("security", [Security.NONE, Security.STARTTLS])
def test_the_local_name_is_refused(security: Security) -> None:
    refusal = b"550 5.7.1 HELO name not acceptable\r\n"
    script = Script(at={"EHLO": refusal, "HELO": refusal})
    seen = served(script, replace(PLAIN, security=security))
    assert fault(seen) == (Step.EHLO, "local_name_refused", FixKind.LOCAL_NAME)
    assert changes(seen) == {"local_name": "example.com"}


def test_a_local_name_that_cannot_be_said() -> None:
    seen = served(Script(), replace(PLAIN, local_name="my computer"))
    assert fault(seen) == (Step.EHLO, "bad_local_name", FixKind.LOCAL_NAME)
    assert changes(seen) == {"local_name": ""}


def test_warnings_of_features() -> None:
    small = served(Script(features=("SIZE 5000000",)), NO_USER)
    assert small.diagnosis.ok
    assert small.diagnosis.finding is not None
    assert small.diagnosis.finding.code == "small_size"
    assert small.diagnosis.finding.title == "127.0.0.1 takes messages up to 5.0 MB only."
    bare = served(Script(features=("STARTTLS",)), NO_USER)
    assert bare.diagnosis.ok
    assert bare.diagnosis.finding is not None
    assert bare.diagnosis.finding.code == "plain_though_tls"
    assert changes(bare)["security"] is Security.STARTTLS


# --- the sign-in ------------------------------------------------------------------------------------------------------


GOOGLE_SECOND_FACTOR = (
    b"534-5.7.9 Application-specific password required. Learn more at\r\n"
    b"534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor 5b1f17b1804b1-gsmtp\r\n"
)


@pytest.mark.parametrize(
    ("answer", "code", "fix"),
    [
        (b"535 5.7.8 Error: authentication failed\r\n", "sign_in_refused", None),
        (GOOGLE_SECOND_FACTOR, "app_password_needed", FixKind.LINK),
        (b"535 5.7.8 Username and Password not accepted. p=BadCredentials gsmtp\r\n",
         "app_password_needed", FixKind.LINK),
        (b"535 5.7.139 Authentication unsuccessful, basic authentication is disabled.\r\n",
         "password_sign_in_off", FixKind.MICROSOFT),
        (b"550 5.7.30 Basic authentication is not supported for Client Submission.\r\n",
         "password_sign_in_off", FixKind.MICROSOFT),
        (b"535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.\r\n",
         "smtp_switched_off", FixKind.GRAPH),
        (b"454 4.7.0 Too many login attempts, please try again later.\r\n",
         "too_many_sign_ins", FixKind.CONNECTIONS),
        (b"421 4.7.0 Too many errors\r\n", "too_many_sign_ins", FixKind.CONNECTIONS),
        (b"454 4.3.0 Temporary authentication failure\r\n", "sign_in_later", None),
        (b"538 5.7.11 Encryption required for requested authentication mechanism\r\n",
         "sign_in_needs_tls", FixKind.SERVER),
        (then_hang_up(b""), "closed", None),
        (silence, "step_timeout", FixKind.PATIENCE),
    ],
)  # fmt: skip
def test_sign_ins(answer: Action, code: str, fix: FixKind | None) -> None:
    account = replace(
        PLAIN, preset="outlook", connections=4, step_seconds=BRIEF if answer is silence else PLAIN.step_seconds
    )
    seen = served(Script(features=("AUTH PLAIN",), at={"AUTH": answer}), account)
    assert fault(seen) == (Step.SIGN_IN, code, fix)


def test_a_token_that_is_refused() -> None:
    def refuse(peer: Peer) -> None:
        peer.say(b"334 eyJzdGF0dXMiOiI0MDAifQ==\r\n")
        peer.line()
        peer.say(b"535 5.7.8 Username and Password not accepted\r\n")

    account = replace(PLAIN, preset="microsoft365", sign_in=SignIn.XOAUTH2)
    seen = served(Script(features=("AUTH XOAUTH2",), at={"AUTH": refuse}), account)
    assert fault(seen) == (Step.SIGN_IN, "token_refused", FixKind.MICROSOFT)
    google = replace(account, preset="gmail")
    seen = served(Script(features=("AUTH XOAUTH2",), at={"AUTH": refuse}), google)
    assert fault(seen) == (Step.SIGN_IN, "token_refused", FixKind.GOOGLE)


def test_the_secret_is_missing() -> None:
    seen = examine_with_secret(Script(features=FEATURES), "")
    assert fault(seen) == (Step.SIGN_IN, "secret_missing", FixKind.SECRET)


def examine_with_secret(script: Script, secret: str) -> Seen:
    with ScriptedServer(script) as server:
        return examine(PLAIN, port=server.port, secret=secret)


@pytest.mark.parametrize(
    ("features", "code", "fix"),
    [
        (("STARTTLS",), "sign_in_needs_tls", FixKind.SERVER),
        ((), "sign_in_unsupported", None),
        (("AUTH GSSAPI NTLM",), "sign_in_unsupported", None),
    ],
)
def test_sign_in_that_is_not_offered(features: tuple[str, ...], code: str, fix: FixKind | None) -> None:
    assert fault(served(Script(features=features))) == (Step.SIGN_IN, code, fix)


# --- oneself ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "code", "fix"),
    [
        ({"MAIL": b"530 5.7.0 Authentication Required\r\n"}, "sign_in_required", None),
        ({"MAIL": b"550 5.7.60 SMTP; Client does not have permissions to send as this sender\r\n"},
         "from_not_allowed", FixKind.SENDER),
        ({"RCPT": b"553 5.7.1 <x>: Sender address rejected: not owned by user anna\r\n"},
         "from_not_allowed", FixKind.SENDER),
        ({"MAIL": b"553 5.1.8 Sender address does not exist\r\n"}, "from_not_allowed", FixKind.SENDER),
        ({"RCPT": b"554 5.7.1 <x>: Relay access denied\r\n"}, "relay_denied", None),
        ({"RCPT": b"550 5.1.1 no such user here\r\n"}, "own_address_refused", None),
        ({"MAIL": b"550 5.7.1 blocked\r\n"}, "sender_refused", None),
        ({"MAIL": b"452 4.3.1 out of space\r\n"}, "envelope_later", None),
    ],
)  # fmt: skip
def test_envelopes(at: dict[str, Action], code: str, fix: FixKind | None) -> None:
    account = replace(PLAIN, sender="Anna Lee <boss@example.com>")
    seen = served(Script(features=("AUTH PLAIN",), users=USERS, at=at), account)
    assert fault(seen) == (Step.ENVELOPE, code, fix)
    if fix:
        assert changes(seen) == {"sender": "Anna Lee <anna@example.com>"}


def test_greylisting_is_a_warning() -> None:
    seen = served(Script(features=("AUTH PLAIN",), users=USERS, at={"RCPT": b"450 4.2.0 Greylisted\r\n"}))
    assert seen.diagnosis.ok
    assert seen.diagnosis.finding is not None
    assert seen.diagnosis.finding.code == "greylisted"


# --- cancelling -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["name", "tcp", "greeting", "tls", "AUTH"])
def test_it_can_be_cancelled_at_any_step(where: str) -> None:
    over, begun = threading.Event(), threading.Event()

    def ask(_host: str, port: int) -> Sequence[tuple[object, ...]]:
        if where == "name":
            over.wait(60)
        return socket.getaddrinfo("127.0.0.1", port)

    steps = {"name": Step.NAME, "tcp": Step.TCP, "greeting": Step.GREETING, "tls": Step.TLS, "AUTH": Step.SIGN_IN}

    def publish(result: StepResult) -> None:
        if (result.step, result.state) == (steps[where], StepState.RUNNING):
            begun.set()

    at: dict[str, Action] = {where: silence} if where in ("greeting", "AUTH") else {}
    account = replace(PLAIN, step_seconds=60, security=Security.TLS if where == "tls" else Security.NONE)
    with RawServer(lambda peer, _: peer.drain()) as mute, full_port() as full, ScriptedServer(
        Script(at=at, features=("AUTH PLAIN",))
    ) as server:  # fmt: skip
        port = {"tcp": full, "tls": mute.port}.get(where, server.port)
        probe = SmtpProbe(replace(account, port=port), lambda: SECRET, now=lambda: NOW, ports={}, ask=ask)
        done: list[Diagnosis] = []
        thread = threading.Thread(target=lambda: done.append(probe.run(publish)))
        thread.start()
        assert begun.wait(60)
        time.sleep(0.1)
        start = time.monotonic()
        probe.abort()
        thread.join(60)
        took = time.monotonic() - start
        over.set()
    assert took < account.step_seconds / 2
    assert done[0].finding is not None
    assert done[0].finding.code == "stopped"


# --- the table --------------------------------------------------------------------------------------------------------


def test_the_docs_show_the_table() -> None:
    text = (Path(__file__).parents[2] / "docs" / "doctor.md").read_text(encoding="utf-8")
    missing = [one.code for one in FAULTS if row(one) not in text.splitlines()]
    assert not missing
    rows = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    assert rows == [one.code for one in FAULTS]


def row(one: Fault) -> str:
    """A fault's line in docs/doctor.md."""
    title = re.sub(r"\{(\w+)\}", r"*\1*", one.title)
    remedy = re.sub(r"\{(\w+)\}", r"*\1*", one.remedy)
    return f"| `{one.code}` | {STEP_WORD[one.step]} | {title} | {remedy} | {BUTTON[one.fix] if one.fix else '–'} |"


BUTTON = {
    FixKind.SERVER: "Use port … with …",
    FixKind.HOST: "Use …",
    FixKind.PIN: "Trust this certificate",
    FixKind.CA_FILE: "Choose a certificate file…",
    FixKind.USERNAME: "Use “…” as user name",
    FixKind.SENDER: "Send from …",
    FixKind.CONNECTIONS: "Use one connection",
    FixKind.LOCAL_NAME: "Introduce itself as …",
    FixKind.PATIENCE: "Wait up to 30 s",
    FixKind.SECRET: "Type it",
    FixKind.LINK: "Make an app password",
    FixKind.MICROSOFT: "Sign in with Microsoft",
    FixKind.GOOGLE: "Sign in with Google",
    FixKind.GRAPH: "Send through Microsoft Graph",
    FixKind.NO_PROXY: "Connect without the proxy",
    FixKind.PROXY_SECRET: "Type the proxy's password",
    FixKind.CLIENT_CERT: "Choose a client certificate…",
    FixKind.NO_PIN: "Remove the fingerprint",
    FixKind.PORTAL: "Open a web page",
}


def test_every_sentence_is_one_a_person_can_act_on() -> None:
    assert len(BY_CODE) >= 25
    for one in BY_CODE.values():
        assert one.title.endswith("."), one.code
        assert one.remedy.endswith("."), one.code
        assert not re.search(r"!|[Pp]lease|[Oo]ops", one.title + one.remedy), one.code
