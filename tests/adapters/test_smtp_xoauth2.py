"""Signing in with a token, and what the refusals of the great providers mean."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from tests.fakes.proxies import Manner, Socks5
from tests.fakes.smtp_servers import Action, Peer, Script, ScriptedServer, silence

from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.core.account import Account, Proxy, ProxyKind, Security, SignIn
from sendoff.core.errors import ConnectError

TOKEN = "ya29.canary-token_7~x/y+z="
LONG = "canary." * 300
ANNA = "anna,=@a.example"
ACCOUNT = Account(
    id="a",
    name="work",
    host="127.0.0.1",
    port=0,
    security=Security.NONE,
    sign_in=SignIn.XOAUTH2,
    username=ANNA,
    step_seconds=60,
)
GOOGLE_SAYS = {"status": "400", "schemes": "Bearer", "scope": "https://mail.google.com/"}
REFUSED = b"535 5.7.8 Username and Password not accepted\r\n"


class Told(Script):
    """A script whose `at` holds the whole of AUTH: nothing is said by itself."""

    def _knows(self, peer: Peer, line: bytes) -> bool:  # noqa: ARG002 -- the script's
        return False


class Listener:
    """A server's side of XOAUTH2 and OAUTHBEARER; `lines` is what came after AUTH, decoded."""

    def __init__(
        self, token: str = TOKEN, told: object = GOOGLE_SAYS, last: bytes = REFUSED, *, raw: bytes = b""
    ) -> None:
        self.token = token
        self.lines: list[bytes] = []
        self.commands: list[bytes] = []
        self._told = raw or base64.b64encode(json.dumps(told).encode())
        self._last = last
        self.server = ScriptedServer(Told(at={"AUTH": self._auth}))

    def _auth(self, peer: Peer) -> None:
        self.commands.append(self.server.commands[-1])
        _, mechanism, *opening = self.server.commands[-1].split(b" ")
        if opening:
            first = opening[0]
        else:
            peer.say(b"334 \r\n")
            first = peer.line()
        said = base64.b64decode(first)
        self.lines.append(said)
        if said == self._expected(mechanism):
            peer.say(b"235 2.7.0 Accepted\r\n")
            return
        peer.say(b"334 " + self._told + b"\r\n")
        ending = peer.line()
        self.lines.append(ending)
        wanted = b"" if mechanism == b"XOAUTH2" else b"AQ=="
        peer.say(self._last if ending == wanted else b"501 5.5.2 the dialogue is not over like this\r\n")

    def _expected(self, mechanism: bytes) -> bytes:
        bearer = f"auth=Bearer {self.token}\1\1"
        if mechanism == b"XOAUTH2":
            return f"user={ANNA}\1{bearer}".encode()
        return f"n,a=anna=2C=3D@a.example,\1host=127.0.0.1\1port={self.server.port}\1{bearer}".encode()


@contextmanager
def listening(listener: Listener, offer: str) -> Iterator[Account]:
    listener.server.script.features = (offer,)
    with listener.server as server:
        yield replace(ACCOUNT, port=server.port)


def connect(account: Account, secret: str = TOKEN) -> None:
    transport = SmtpTransport(account, lambda: secret)
    try:
        transport.connect()
    finally:
        transport.close()


def fault(account: Account, secret: str = TOKEN) -> ConnectError:
    with pytest.raises(ConnectError) as caught:
        connect(account, secret)
    error = caught.value
    assert error.title.endswith(".")
    assert error.remedy
    assert "canary" not in f"{error!s} {error.args} {vars(error)}"
    assert error.__context__ is None
    return error


OFFERS = pytest.mark.parametrize(
    ("offer", "mechanism"),
    [
        ("AUTH LOGIN PLAIN XOAUTH2 OAUTHBEARER", b"XOAUTH2"),
        ("AUTH OAUTHBEARER xoauth2", b"XOAUTH2"),
        ("AUTH LOGIN OAUTHBEARER", b"OAUTHBEARER"),
    ],
)


@OFFERS
@pytest.mark.parametrize("token", [TOKEN, LONG])
def test_the_right_token_signs_in(offer: str, mechanism: bytes, token: str) -> None:
    listener = Listener(token)
    with listening(listener, offer) as account:
        connect(account, token)
        assert listener.commands[0].split(b" ")[1] == mechanism
        assert len(listener.commands[0]) <= 510
        # A long token waits for the server's go-ahead; a short one comes with the command.
        assert (len(listener.commands[0].split(b" ")) == 2) is (token is LONG)


@OFFERS
@pytest.mark.parametrize("token", ["old-canary", LONG])
def test_a_refused_token_ends_the_dialogue_and_names_the_status(offer: str, mechanism: bytes, token: str) -> None:
    listener = Listener()
    with listening(listener, offer) as account:
        error = fault(account, token)
        assert len(listener.commands) == 1, "no other mechanism is tried with a refused token"
    assert listener.lines[-1] == (b"" if mechanism == b"XOAUTH2" else b"AQ==")
    assert (error.code, error.permanent) == ("token_refused", False)
    assert "(status 400): 535 5.7.8 Username and Password not accepted" in error.title


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (base64.b64encode(b'{"status":"invalid_token","scope":"x"}'), "(status invalid_token)"),
        (base64.b64encode(b'{"status":401}'), "(status 401)"),
        (base64.b64encode(b'{"status":"\\u001b[31m evil"}'), "by browser: 535"),
        (base64.b64encode(b'["status"]'), "by browser: 535"),
        (base64.b64encode(b"\xff\xfe not JSON"), "by browser: 535"),
        (b"not base64 at all!", "by browser: 535"),
    ],
)
def test_whatever_the_challenge_holds_the_refusal_is_read(raw: bytes, shown: str) -> None:
    with listening(Listener(raw=raw), "AUTH XOAUTH2") as account:
        error = fault(account, "old-canary")
    assert error.code == "token_refused"
    assert shown in error.title


def test_a_server_that_never_comes_to_the_point_is_left() -> None:
    def endless(peer: Peer) -> None:
        peer.say(b"334 e30=\r\n")
        while peer.line() != b"*":
            peer.say(b"334 e30=\r\n")
        peer.say(b"501 5.7.0 cancelled\r\n")

    with ScriptedServer(Told(features=("AUTH XOAUTH2",), at={"AUTH": endless})) as server:
        assert fault(replace(ACCOUNT, port=server.port)).code == "token_refused"


def test_a_server_that_falls_silent_after_the_token_is_left_in_time() -> None:
    with ScriptedServer(Told(features=("AUTH XOAUTH2",), at={"AUTH": silence})) as server:
        assert fault(replace(ACCOUNT, port=server.port, step_seconds=0.3)).code == "timeout"


@pytest.mark.parametrize("token", [TOKEN, "canary" * 30])
def test_a_server_that_repeats_what_was_said_does_not_get_the_token_into_the_sentence(token: str) -> None:
    def echo(peer: Peer) -> None:
        said = server.commands[-1].split(b" ")[2]
        parts = b" ".join([said, said[:30], base64.b64decode(said).replace(b"\1", b"?"), said[20:60] + b","])
        peer.say(b"501 5.5.4 what is " + parts + b" ?\r\n")

    with ScriptedServer(Told(features=("AUTH XOAUTH2",), at={"AUTH": echo})) as server:
        error = fault(replace(ACCOUNT, port=server.port), token)
    encoded = base64.b64encode(f"user={ANNA}\1auth=Bearer {token}\1\1".encode()).decode()
    assert not any(encoded[at : at + 12] in error.title for at in range(len(encoded) - 12))
    assert "what is ***" in error.title


def test_no_token_and_no_way_for_it() -> None:
    with ScriptedServer(Told(features=("AUTH PLAIN LOGIN",))) as server:
        missing = fault(replace(ACCOUNT, port=server.port), "")
        unsupported = fault(replace(ACCOUNT, port=server.port))
        assert b"AUTH" not in server.heard.replace(b"AUTH PLAIN LOGIN", b"")
    assert (missing.code, missing.permanent) == ("secret_missing", True)
    assert "Sign in again" in missing.remedy
    assert (unsupported.code, unsupported.permanent) == ("sign_in_unsupported", True)
    assert "no sign-in by browser, only these ways: PLAIN, LOGIN" in unsupported.title


def test_a_password_where_only_tokens_are_taken_points_to_the_browser() -> None:
    with ScriptedServer(Told(features=("AUTH XOAUTH2",))) as server:
        error = fault(replace(ACCOUNT, port=server.port, sign_in=SignIn.PASSWORD))
    assert error.code == "sign_in_unsupported"
    assert "by browser" in error.remedy


# --- what refusals mean -----------------------------------------------------------------------------------------------

PASSWORD = SignIn.PASSWORD
OFF = (
    b"535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [AM0PR01 2025-01-26T18:54:30.055Z]\r\n"
)
TENANT = b"535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.\r\n"


@pytest.mark.parametrize(
    ("host", "kind", "answer", "code", "permanent", "remedy"),
    [
        ("smtp.office365.com", PASSWORD, OFF, "password_sign_in_off", True, "Sign in with Microsoft"),
        ("smtp-mail.outlook.com", PASSWORD, TENANT, "smtp_switched_off", True, "Microsoft Graph"),
        (
            "smtp.office365.com",
            PASSWORD,
            b"550 5.7.30 Basic authentication is not supported for Client Submission.\r\n",
            "password_sign_in_off",
            True,
            "Sign in with Microsoft",
        ),
        ("smtp.office365.com", SignIn.XOAUTH2, TENANT, "smtp_switched_off", True, "Microsoft Graph"),
        (
            "smtp.office365.com",
            SignIn.XOAUTH2,
            b"535 5.7.143 token expired\r\n",
            "token_refused",
            False,
            "Sign in again",
        ),
        (
            "smtp.office365.com",
            PASSWORD,
            b"535 5.7.3 Authentication unsuccessful\r\n",
            "sign_in_refused",
            True,
            "Check",
        ),
        ("smtp.gmail.com", PASSWORD, REFUSED, "app_password_needed", True, "app password"),
        (
            "smtp-relay.gmail.com",
            SignIn.APP_PASSWORD,
            b"534-5.7.9 Application-specific password required. For more information, go to\r\n534 5.7.9 https://a.example\r\n",
            "app_password_needed",
            True,
            "app password",
        ),
        (
            "smtp.gmail.com",
            PASSWORD,
            b"534 5.7.14 Please log in through your web browser and then try again\r\n",
            "app_password_needed",
            True,
            "app password",
        ),
        ("smtp.notgmail.com", PASSWORD, REFUSED, "sign_in_refused", True, "Check both"),
        (
            "smtp.mail.yahoo.com",
            PASSWORD,
            b"535 5.7.9 Please use an app password\r\n",
            "app_password_needed",
            True,
            "app password",
        ),
        ("smtp.sendgrid.net", SignIn.API_KEY, b"535 Authentication failed\r\n", "user_must_be", True, "apikey"),
        ("smtp.notsendgrid.net", SignIn.API_KEY, b"535 Authentication failed\r\n", "sign_in_refused", True, "Check"),
        (
            "smtp.gmail.com",
            PASSWORD,
            b"454 4.7.0 Too many login attempts, please try again later\r\n",
            "too_many_sign_ins",
            False,
            "Wait",
        ),
        (
            "smtp.gmail.com",
            SignIn.XOAUTH2,
            b"454 4.7.0 Too many login attempts, please try again later\r\n",
            "too_many_sign_ins",
            False,
            "Wait",
        ),
        (
            "smtp.mail.yahoo.com",
            PASSWORD,
            b"535 5.7.0 (#AUTH005) Too many bad auth attempts.\r\n",
            "too_many_sign_ins",
            True,
            "Wait",
        ),
        ("a.example", PASSWORD, b"535 5.7.8 Too many connections per account\r\n", "too_many_sign_ins", True, "fewer"),
        ("a.example", PASSWORD, b"454 4.7.0 Temporary failure\r\n", "sign_in_later", False, "later"),
        ("a.example", SignIn.XOAUTH2, b"454 4.7.0 Temporary failure\r\n", "sign_in_later", False, "later"),
    ],
)
def test_a_refusal_has_its_meaning(
    host: str, kind: SignIn, answer: Action, code: str, permanent: bool, remedy: str
) -> None:
    script = Told(features=("AUTH PLAIN XOAUTH2",), at={"AUTH": answer})
    # The proxy leads every name to the scripted server, so that the account can have the provider's own.
    with ScriptedServer(script) as server, Socks5(Manner(target=("127.0.0.1", server.port))) as running:
        proxy = Proxy(kind=ProxyKind.SOCKS5, host="127.0.0.1", port=running.port)
        error = fault(replace(ACCOUNT, host=host, sign_in=kind, proxy=proxy), "canary-secret")
        assert running.asked[0][0] == host
    assert (error.code, error.permanent) == (code, permanent)
    assert remedy in error.remedy


def test_the_word_apikey_is_no_reason_to_ask_for_it() -> None:
    script = Told(features=("AUTH PLAIN",), at={"AUTH": b"535 Authentication failed: bad grant\r\n"})
    with ScriptedServer(script) as server, Socks5(Manner(target=("127.0.0.1", server.port))) as running:
        proxy = Proxy(kind=ProxyKind.SOCKS5, host="127.0.0.1", port=running.port)
        account = replace(ACCOUNT, host="smtp.sendgrid.net", sign_in=SignIn.API_KEY, username="apikey", proxy=proxy)
        assert fault(account).code == "sign_in_refused"


def test_a_refusal_that_names_its_cause_is_not_tried_again_in_another_way() -> None:
    script = Told(features=("AUTH PLAIN LOGIN",), at={"AUTH": OFF})
    with ScriptedServer(script) as server:
        assert fault(replace(ACCOUNT, port=server.port, sign_in=PASSWORD)).code == "password_sign_in_off"
        assert sum(command.startswith(b"AUTH") for command in server.commands) == 1
