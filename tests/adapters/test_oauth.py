"""Signing in by browser against an authority on the loopback: the flow, and every way in which it goes wrong."""

from __future__ import annotations

import base64
import hashlib
import http.client
import json
import logging
import socket
import threading
import time
import traceback
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.fakes.authority import CLIENT_ID, CLIENT_SECRET, SCOPE, FakeAuthority
from tests.fakes.certificates import Authority as CertificateAuthority
from tests.fakes.proxies import Manner, Socks5

from sendoff.adapters.oauth.browser import BrowserAuthorizer
from sendoff.adapters.smtp.line import open_line
from sendoff.adapters.system.logs import redact, start_logging, stop_logging
from sendoff.core.account import Account, Proxy, ProxyKind
from sendoff.core.errors import ConnectError
from sendoff.core.signin import Authority, Client, Grant, grant_text

NOW = 1_700_000_000_000
ACCOUNT = Account(id="a", name="Work", host="mail.example", port=587, username="anna@example.test")


@dataclass
class Hands:
    """A clock by hand, and what was noted as secret."""

    time: int = NOW
    noted: set[str] = field(default_factory=set)

    def now(self) -> int:
        return self.time

    def monotonic(self) -> float:
        return self.time / 1000

    def note(self, secret: str) -> None:
        self.noted.add(secret)
        redact(secret)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeAuthority]:
    # The table's addresses are https; oauthlib takes this one only so.
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    with FakeAuthority() as fake:
        yield fake


@pytest.fixture
def hands() -> Hands:
    return Hands()


def enter(
    fake: FakeAuthority,
    hands: Hands,
    *,
    browse: Callable[[str], object] | None = None,
    client: Client | None = None,
    authority: Authority | None = None,
    patience: float = 60.0,
    stopped: Callable[[], bool] = lambda: False,
    announce: Callable[[str], None] = lambda _: None,
) -> Grant:
    authorizer = BrowserAuthorizer(
        clock=hands,
        note=hands.note,
        opening=open_line,
        open_browser=browse or fake.browse,
        patience=patience,
        answer=60.0,
    )
    return authorizer.sign_in(
        ACCOUNT,
        authority or fake.authority,
        client or Client(id=CLIENT_ID, secret=CLIENT_SECRET),
        stopped=stopped,
        announce=announce,
    )


def renew(fake: FakeAuthority, hands: Hands, grant: Grant, answer: float = 60.0) -> Grant:
    authorizer = BrowserAuthorizer(clock=hands, note=hands.note, opening=open_line, answer=answer)
    return authorizer.refresh(ACCOUNT, fake.authority, grant)


def refused(fake: FakeAuthority, hands: Hands, **more: object) -> ConnectError:
    with pytest.raises(ConnectError) as caught:
        enter(fake, hands, **more)  # type: ignore[arg-type]  # the options of `enter`
    return caught.value


def test_a_person_signs_in_with_pkce_state_and_loopback(fake: FakeAuthority, hands: Hands) -> None:
    urls: list[str] = []
    grant = enter(fake, hands, announce=urls.append)
    asked, told = fake.opened[0], fake.asked[0]
    assert len(urls) == 1
    assert asked["response_type"] == "code"
    assert asked["client_id"] == CLIENT_ID
    assert asked["login_hint"] == "anna@example.test"
    assert asked["scope"] == f"{SCOPE} offline_access openid email"
    assert asked["prompt"] == "consent"
    assert asked["code_challenge_method"] == "S256"
    assert len(asked["state"]) >= 43
    assert asked["redirect_uri"].startswith("http://127.0.0.1:")
    assert told["redirect_uri"] == asked["redirect_uri"]
    digest = hashlib.sha256(told["code_verifier"].encode()).digest()
    assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == asked["code_challenge"]
    assert "code_verifier" not in asked
    assert CLIENT_SECRET not in urls[0]
    assert grant.refresh_token in fake.valid
    assert grant.access_token in fake.live
    assert grant.expires_at == NOW + 3_600_000
    assert (grant.client_id, grant.client_secret) == (CLIENT_ID, CLIENT_SECRET)
    assert fake.pages[0][0] == 200
    assert "Back to Sendoff" in fake.pages[0][1]


def test_every_sign_in_has_its_own_state_and_challenge(fake: FakeAuthority, hands: Hands) -> None:
    enter(fake, hands)
    enter(fake, hands)
    assert len({query["state"] for query in fake.opened}) == 2
    assert len({query["code_challenge"] for query in fake.opened}) == 2


def test_a_client_without_a_secret_sends_none(fake: FakeAuthority, hands: Hands) -> None:
    enter(fake, hands, client=Client(id=CLIENT_ID))
    assert "client_secret" not in fake.asked[0]


def test_a_wrong_state_is_refused_and_its_code_is_not_used(fake: FakeAuthority, hands: Hands) -> None:
    for state in ("", "other", "ü"):
        fake.behaviour.state = state
        assert refused(fake, hands).code == "signin_state"
    assert fake.asked == []
    assert {status for status, _ in fake.pages} == {400}


@pytest.mark.parametrize("query", ["code=stolen", "error=access_denied", "code=stolen&state=a&state=b"])
def test_an_answer_without_the_state_is_refused(fake: FakeAuthority, hands: Hands, query: str) -> None:
    fake.behaviour.consent = "silent"

    def browse(url: str) -> None:
        fake.browse(url)
        fake.browse(f"{fake.opened[-1]['redirect_uri']}/?{query}")

    assert refused(fake, hands, browse=browse).code == "signin_state"


def test_a_replayed_code_is_refused(fake: FakeAuthority, hands: Hands) -> None:
    fake.behaviour.codes_are_spent = True
    assert refused(fake, hands).code == "signin_code"


def test_the_answer_is_taken_once_and_then_nobody_listens(fake: FakeAuthority, hands: Hands) -> None:
    enter(fake, hands)
    with pytest.raises((urllib.error.URLError, ConnectionError)):
        urllib.request.urlopen(fake.last_return, timeout=60)
    assert len(fake.asked) == 1


def test_a_second_answer_is_too_late(fake: FakeAuthority, hands: Hands) -> None:
    def twice(url: str) -> None:
        fake.browse(url)
        fake.browse(fake.last_return)

    fake.behaviour.slow = 0.1
    enter(fake, hands, browse=twice)
    assert len(fake.asked) == 1


@pytest.mark.parametrize(
    ("consent", "said", "code", "words"),
    [
        ("access_denied", "", "signin_denied", "was not allowed"),
        ("access_denied", "AADSTS90094: Admin consent is required", "signin_denied", "only an administrator"),
        ("consent_required", "", "signin_denied", "was not allowed"),
        ("unauthorized_client", "", "client_refused", "unauthorized_client"),
        ("invalid_scope", "", "client_refused", "invalid_scope"),
        ("<b>Click here</b>", "", "client_refused", "no reason was given"),
        ("temporarily_unavailable", "", "token_unreachable", "temporarily_unavailable"),
    ],
)
def test_what_the_browser_brings_instead_of_a_code(
    fake: FakeAuthority, hands: Hands, consent: str, said: str, code: str, words: str
) -> None:
    fake.behaviour.consent, fake.behaviour.said = consent, said
    error = refused(fake, hands)
    assert error.code == code
    assert words in error.title
    assert error.remedy
    assert error.permanent is (code != "token_unreachable")
    assert fake.asked == []


def test_the_permission_to_send_must_be_ticked(fake: FakeAuthority, hands: Hands) -> None:
    fake.behaviour.scope = "openid profile"
    error = refused(fake, hands)
    assert (error.code, "without the permission" in error.title) == ("signin_denied", True)


def test_a_shortened_permission_is_the_same_one(fake: FakeAuthority, hands: Hands) -> None:
    fake.behaviour.scope = "openid send"
    assert enter(fake, hands).scopes == (SCOPE, "offline_access")


def test_the_browser_never_returns(fake: FakeAuthority, hands: Hands) -> None:
    fake.behaviour.consent = "silent"
    begun = time.monotonic()
    error = refused(fake, hands, patience=0.3)
    assert error.code == "signin_timeout"
    assert "within 0.3 s" in error.title
    assert time.monotonic() - begun >= 0.3


def test_waiting_can_be_cancelled(fake: FakeAuthority, hands: Hands) -> None:
    fake.behaviour.consent = "silent"
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    begun = time.monotonic()
    assert refused(fake, hands, stopped=stop.is_set, patience=60).code == "signin_cancelled"
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize("fault", [webbrowser.Error("no browser"), FileNotFoundError("xdg-open")])
def test_without_a_browser_the_announced_address_still_works(
    fake: FakeAuthority, hands: Hands, fault: Exception
) -> None:
    def broken(_: str) -> None:
        raise fault

    def by_hand(url: str) -> None:
        threading.Thread(target=fake.browse, args=(url,)).start()

    assert enter(fake, hands, browse=broken, announce=by_hand).refresh_token in fake.valid


def test_idle_connections_and_other_pages_do_not_disturb(fake: FakeAuthority, hands: Hands) -> None:
    idle: list[socket.socket] = []
    statuses: list[int] = []

    def browse(url: str) -> None:
        fake.behaviour.consent = "silent"
        fake.browse(url)
        where = urlsplit(fake.opened[-1]["redirect_uri"])
        assert where.port
        idle.append(socket.create_connection(("127.0.0.1", where.port)))
        for method, path in (("GET", "/favicon.ico"), ("GET", "/"), ("GET", "/x?code=1&state=2"), ("POST", "/?code=1")):
            line = http.client.HTTPConnection("127.0.0.1", where.port, timeout=60)
            line.request(method, path)
            statuses.append(line.getresponse().status)
            line.close()
        fake.behaviour.consent = "yes"
        fake.browse(url)

    assert enter(fake, hands, browse=browse).access_token in fake.live
    assert statuses == [404, 404, 404, 501]
    idle[0].close()


def test_microsoft_calls_the_loopback_localhost(fake: FakeAuthority, hands: Hands) -> None:
    enter(fake, hands, authority=replace(fake.authority, redirect_host="localhost"))
    assert fake.opened[0]["redirect_uri"].startswith("http://localhost:")


def test_an_unknown_client_is_refused(fake: FakeAuthority, hands: Hands) -> None:
    error = refused(fake, hands, client=Client(id="other"))
    assert (error.code, error.permanent) == ("client_refused", True)
    assert "docs/oauth.md" in error.remedy


def test_a_client_that_is_not_public_is_told_the_switch(fake: FakeAuthority, hands: Hands) -> None:
    said = {"error": "invalid_client", "error_description": "AADSTS7000218: The request body must contain ..."}
    fake.behaviour.answers = [(401, json.dumps(said).encode())]
    assert "Allow public client flows" in refused(fake, hands).remedy


def test_a_sign_in_without_lasting_permission_is_refused(fake: FakeAuthority, hands: Hands) -> None:
    fake.behaviour.gives_refresh = False
    assert refused(fake, hands).code == "client_refused"


# -- renewing


def test_a_token_is_renewed_and_the_newest_refresh_token_kept(fake: FakeAuthority, hands: Hands) -> None:
    first = enter(fake, hands)
    hands.time += 3_500_000
    second = renew(fake, hands, first)
    assert second.access_token != first.access_token
    assert second.refresh_token != first.refresh_token
    assert second.refresh_token in fake.valid
    assert second.expires_at == hands.time + 3_600_000
    assert fake.asked[-1]["client_secret"] == CLIENT_SECRET


def test_an_authority_that_keeps_the_refresh_token_names_it_only_once(fake: FakeAuthority, hands: Hands) -> None:
    first = enter(fake, hands)
    fake.behaviour.gives_refresh = fake.behaviour.rotates = False
    assert renew(fake, hands, first).refresh_token == first.refresh_token


def test_an_expired_or_revoked_refresh_token_asks_for_a_new_sign_in(fake: FakeAuthority, hands: Hands) -> None:
    grant = enter(fake, hands)
    fake.revoke()
    with pytest.raises(ConnectError) as caught:
        renew(fake, hands, grant)
    assert (caught.value.code, caught.value.permanent) == ("token_revoked", True)
    assert "Sign in again" in caught.value.remedy


@pytest.mark.parametrize("word", ["interaction_required", "consent_required"])
def test_a_person_is_wanted_again(fake: FakeAuthority, hands: Hands, word: str) -> None:
    grant = enter(fake, hands)
    fake.behaviour.answers = [(400, json.dumps({"error": word}).encode())]
    with pytest.raises(ConnectError) as caught:
        renew(fake, hands, grant)
    assert caught.value.code == "token_revoked"


@pytest.mark.parametrize(
    "answer",
    [
        (0, b""),
        (500, b""),
        (503, b'{"error": "temporarily_unavailable"}'),
        (429, b'{"error": "invalid_grant"}'),
        (400, b'{"error": "server_error"}'),
        (400, b"<html>proxy</html>"),
        (200, b"<html>Please sign in to the hotel's network</html>"),
        (200, b"\xff\xfe"),
        (200, b"[]"),
        (200, b"null"),
        (200, b"{}"),
        (200, b'{"access_token": ""}'),
        (200, b'{"access_token": 5}'),
        (200, b'{"access_token": "a b"}'),
        (200, b'{"access_token": "a\\u0001auth=x\\r\\nRCPT"}'),
        (200, b'{"access_token": "good", "expires_in": "soon"}'),
        (200, b'{"access_token": "good", "expires_in": []}'),
        (200, b'{"access_token": "good", "scope": 5}'),
    ],
    ids=str,
)
def test_no_usable_answer_is_not_the_end_of_the_sign_in(
    fake: FakeAuthority, hands: Hands, answer: tuple[int, bytes]
) -> None:
    grant = enter(fake, hands)
    fake.behaviour.answers = [answer]
    with pytest.raises(ConnectError) as caught:
        renew(fake, hands, grant)
    assert (caught.value.code, caught.value.permanent) == ("token_unreachable", False)


def test_an_authority_that_is_down_or_slow(fake: FakeAuthority, hands: Hands) -> None:
    grant = enter(fake, hands)
    fake.behaviour.slow = 1.0
    with pytest.raises(ConnectError, match="did not answer in time") as caught:
        renew(fake, hands, grant, answer=0.5)
    assert caught.value.code == "token_unreachable"
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        nobody = replace(fake.authority, token_url=f"http://127.0.0.1:{held.getsockname()[1]}/token")
        with pytest.raises(ConnectError, match="could not be asked") as caught:
            BrowserAuthorizer(clock=hands, note=hands.note, opening=open_line).refresh(ACCOUNT, nobody, grant)
    assert caught.value.code == "token_unreachable"


def test_tokens_take_the_account_s_proxy_and_not_its_pin(fake: FakeAuthority, hands: Hands) -> None:
    grant = enter(fake, hands)
    target = urlsplit(fake.url)
    assert target.port
    with Socks5(Manner(target=("127.0.0.1", target.port))) as proxy:
        account = replace(
            ACCOUNT, pinned="0" * 64, proxy=Proxy(kind=ProxyKind.SOCKS5, host="127.0.0.1", port=proxy.port)
        )
        elsewhere = replace(fake.authority, token_url=f"http://login.example:{target.port}/token")
        authorizer = BrowserAuthorizer(clock=hands, note=hands.note, opening=open_line)
        assert authorizer.refresh(account, elsewhere, grant).access_token in fake.live


def test_the_authority_s_certificate_is_checked(hands: Hands, tmp_path: Path) -> None:
    vouching = CertificateAuthority(tmp_path)
    authorizer = BrowserAuthorizer(clock=hands, note=hands.note, opening=open_line)
    grant = Grant(refresh_token="Canary-r", client_id=CLIENT_ID)
    with FakeAuthority(vouching.server("127.0.0.1")) as fake:
        fake.valid.add("Canary-r")
        with pytest.raises(ConnectError) as caught:
            authorizer.refresh(ACCOUNT, fake.authority, grant)
        assert caught.value.code == "token_unreachable"
        assert fake.asked == []
        office = replace(ACCOUNT, ca_file=vouching.file, pinned="0" * 64)
        assert authorizer.refresh(office, fake.authority, grant).access_token in fake.live


@pytest.mark.parametrize(
    ("lifetime", "lasts"), [("1800", 1800), (None, 3600), (60, 60), (10**9, 86_400), (-5, 0), (1e3, 1000)]
)
def test_the_life_of_a_token_is_counted_on_this_computer_s_clock(
    fake: FakeAuthority, hands: Hands, lifetime: object, lasts: int
) -> None:
    fake.behaviour.lifetime = lifetime
    assert enter(fake, hands).expires_at == NOW + lasts * 1000


# -- secrets


def test_no_secret_is_in_an_error_a_repr_or_the_log(
    fake: FakeAuthority, hands: Hands, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    start_logging(tmp_path, logging.DEBUG)
    logging.getLogger().setLevel(logging.DEBUG)
    said = []
    try:
        grant = enter(fake, hands)
        said.append(repr(grant) + repr(grant.client))
        log = logging.getLogger("sendoff")
        log.warning("a careless line: %s", grant_text(grant))
        faults: list[tuple[int, bytes]] = [
            (400, json.dumps({"error": "invalid_grant", "error_description": grant.refresh_token}).encode()),
            (400, json.dumps({"error": grant.access_token, "error_description": "x"}).encode()),
            (200, json.dumps({"access_token": f"{grant.access_token}\r\n"}).encode()),
            (500, grant.refresh_token.encode()),
        ]
        for fault in faults:
            fake.behaviour.answers = [fault]
            with pytest.raises(ConnectError) as caught:
                renew(fake, hands, grant)
            log.error("it failed", exc_info=caught.value)
            said.append(f"{caught.value} {caught.value!r} {''.join(traceback.format_exception(caught.value))}")
        fake.behaviour.consent, fake.behaviour.said = "access_denied", grant.refresh_token
        said.append(str(refused(fake, hands)))
    finally:
        logging.getLogger().setLevel(logging.WARNING)
        stop_logging()
    said.extend(path.read_text() for path in tmp_path.iterdir())
    said.extend(capfd.readouterr())
    assert len(fake.issued) >= 4
    assert not [secret for secret in fake.issued if any(secret in text for text in said)]
    assert fake.issued <= hands.noted | {""}


# -- who signed in


def test_the_account_s_own_user_signs_in(fake: FakeAuthority, hands: Hands) -> None:
    fake.behaviour.person = "Anna@Example.test"
    grant = enter(fake, hands)
    fake.behaviour.person = "bea@example.test"
    assert renew(fake, hands, grant).access_token, "a renewal asks for nothing but the permission to send"
    assert fake.asked[-1]["scope"] == f"{SCOPE} offline_access"


def test_somebody_else_is_told_so(fake: FakeAuthority, hands: Hands) -> None:
    fake.behaviour.person = "bea@example.test"
    error = refused(fake, hands)
    assert (error.code, error.permanent) == ("signin_other_person", True)
    assert error.title.startswith("You signed in as bea@example.test; this account sends as anna@example.test.")
    assert "make bea@example.test the account's user name" in error.remedy
    assert fake.issued <= hands.noted, "and the token that told it stays out of the log too"
