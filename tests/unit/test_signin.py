"""Who is asked for which permission, what is kept of the answer, and a session whose token is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.fakes.authority import id_token
from tests.fakes.vault import DictVault

from sendoff.core.account import Account, Route, SignIn
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import ConnectError, InputError, KnownError
from sendoff.core.outcome import Reply, Stage
from sendoff.core.signin import (
    BROWSER_PRESETS,
    Authority,
    Client,
    Grant,
    addresses_in,
    authority_for,
    check_tenant,
    grant_from,
    grant_text,
    is_another,
    lacks,
)
from sendoff.services.renewal import Renewing
from sendoff.services.signin import SignIns

ACCOUNT = Account(
    id="a", name="Work", preset="outlook", host="mail.example", port=587, username="anna@example.test",
    sign_in=SignIn.XOAUTH2, client_id="own",
)  # fmt: skip
MINUTE = 60_000
LONG = 60 * MINUTE


# -- whom to ask


@pytest.mark.parametrize(
    ("preset", "route", "name", "scope"),
    [
        ("gmail", Route.SMTP, "Google", "https://mail.google.com/"),
        ("google_workspace", Route.GMAIL, "Google", "https://www.googleapis.com/auth/gmail.send"),
        ("outlook", Route.SMTP, "Microsoft", "https://outlook.office.com/SMTP.Send"),
        ("microsoft365", Route.SMTP, "Microsoft", "https://outlook.office.com/SMTP.Send"),
        ("microsoft365", Route.GRAPH, "Microsoft", "https://graph.microsoft.com/Mail.Send"),
    ],
)
def test_provider_and_route_choose_the_permission(preset: str, route: Route, name: str, scope: str) -> None:
    authority = authority_for(replace(ACCOUNT, preset=preset, route=route))
    assert authority.name == name
    assert authority.scopes[0] == scope
    assert ("offline_access" in authority.scopes) is (name == "Microsoft")
    assert authority.authorize_url.startswith("https://")
    assert authority.token_url.startswith("https://")


@pytest.mark.parametrize(
    ("preset", "tenant", "place"),
    [
        ("outlook", "", "consumers"),
        ("microsoft365", "", "common"),
        ("microsoft365", "contoso.onmicrosoft.com", "contoso.onmicrosoft.com"),
        ("outlook", "common", "common"),
    ],
)
def test_microsoft_s_directory(preset: str, tenant: str, place: str) -> None:
    authority = authority_for(replace(ACCOUNT, preset=preset, tenant=tenant))
    assert authority.token_url == f"https://login.microsoftonline.com/{place}/oauth2/v2.0/token"


@pytest.mark.parametrize(("preset", "route"), [("yahoo", Route.SMTP), ("outlook", Route.GMAIL), ("gmail", Route.GRAPH)])
def test_nobody_else_can_be_asked(preset: str, route: Route) -> None:
    with pytest.raises(InputError) as caught:
        authority_for(replace(ACCOUNT, preset=preset, route=route))
    assert caught.value.code == "no_browser_sign_in"


def test_every_browser_provider_has_an_authority() -> None:
    assert all(authority_for(replace(ACCOUNT, preset=preset)) for preset in BROWSER_PRESETS)


@pytest.mark.parametrize("tenant", ["", ".", "..", "a/b", "a?b", "a#b", "a b", "ä", "../common", "a@b"])
def test_a_directory_s_name_cannot_change_the_address(tenant: str) -> None:
    with pytest.raises(InputError):
        check_tenant(tenant)
    assert check_tenant("72f988bf-86f1-41af-91ab-2d7cd011db47")


# -- who signed in


def test_both_authorities_are_asked_who_signed_in_beside_the_permission() -> None:
    for preset in BROWSER_PRESETS:
        authority = authority_for(replace(ACCOUNT, preset=preset))
        assert "openid" in authority.identity
        assert not set(authority.identity) & set(authority.scopes), "nothing of it is missed where it is not given"


@pytest.mark.parametrize(
    ("claims", "addresses"),
    [
        ({"email": "anna@gmail.com", "email_verified": True}, ["anna@gmail.com"]),
        ({"preferred_username": "a@contoso.com", "email": "lee@contoso.com"}, ["a@contoso.com", "lee@contoso.com"]),
        ({"preferred_username": "+49 30 1234"}, []),
        ({"email": 5, "preferred_username": None}, []),
        ({"email": "anna@gmail.com\n"}, []),
        ({}, []),
    ],
)
def test_an_id_token_tells_addresses(claims: dict[str, object], addresses: list[str]) -> None:
    assert list(addresses_in(id_token(**claims))) == addresses


@pytest.mark.parametrize("token", [None, "", "a", "a.b.c", "a.W10.c", "a.bnVsbA.c", 5, "..", "a.\udcff.c"])
def test_anything_else_tells_nobody(token: object) -> None:
    assert list(addresses_in(token)) == []


@given(some.text())
def test_no_token_of_whatever_form_breaks_it(text: str) -> None:
    assert not [one for one in addresses_in(f"a.{text}.b") if "@" not in one]


@pytest.mark.parametrize(
    ("username", "addresses", "another"),
    [
        ("anna@example.test", ["Anna@EXAMPLE.test"], False),
        ("anna@example.test", ["bea@example.test"], True),
        ("anna@example.test", ["bea@example.test", "anna@example.test"], False),
        ("anna@example.test", [], False),
        ("", ["bea@example.test"], False),
        ("anna", ["bea@example.test"], False),
        ("anna.lee+news@gmail.com", ["annalee@googlemail.com"], False),
        ("anna.lee@example.test", ["annalee@example.test"], True),
    ],
)
def test_only_who_is_certainly_somebody_else_is_refused(username: str, addresses: list[str], another: bool) -> None:
    assert is_another(username, addresses) is another


# -- what is kept


@given(some.text(min_size=1), some.text(), some.integers(0, 2**60), some.lists(some.text()), some.text())
def test_a_grant_comes_back_from_the_vault(
    refresh: str, access: str, expires_at: int, scopes: list[str], secret: str
) -> None:
    grant = Grant(
        refresh_token=refresh, access_token=access, expires_at=expires_at, scopes=tuple(scopes), client_secret=secret
    )
    assert grant_from(grant_text(grant)) == grant


@pytest.mark.parametrize(
    "text",
    [
        None, "", "a password", "5", "[]", "{}", '{"scopes": []}', '{"refresh_token": "a", "scopes": 5}',
        '{"refresh_token": 5, "scopes": []}', '{"refresh_token": "", "scopes": []}',
        '{"refresh_token": "a", "scopes": [], "more": 1}', '{"refresh_token": "a", "scopes": [], "expires_at": "x"}',
    ],
)  # fmt: skip
def test_anything_else_is_no_grant(text: str | None) -> None:
    assert grant_from(text) is None


def test_a_token_lasts_while_two_minutes_are_left_and_not_for_ever() -> None:
    grant = Grant(refresh_token="r", access_token="t", expires_at=LONG)
    assert grant.lasts(LONG - 2 * MINUTE)
    assert not grant.lasts(LONG - 2 * MINUTE + 1)
    assert grant.lasts(LONG - 1, spare=0)
    assert not grant.lasts(LONG - 25 * 60 * MINUTE), "the clock was set back"
    assert not replace(grant, access_token="").lasts(0)


def test_a_missing_permission_is_seen() -> None:
    wanted = ("https://graph.microsoft.com/Mail.Send", "offline_access")
    assert not lacks(wanted, ["Mail.Send", "openid"])
    assert not lacks(wanted, ["https://graph.microsoft.com/mail.send"])
    assert lacks(wanted, ["https://graph.microsoft.com/Mail.Read"])
    assert lacks(["https://mail.google.com/"], ["https://www.googleapis.com/auth/gmail.send"])


# -- the service


class FakeAuthorizer:
    """Gives numbered tokens, or raises what is put into `faults`."""

    def __init__(self) -> None:
        self.faults: list[KnownError] = []
        self.clients: list[Client] = []
        self.refreshed: list[str] = []
        self.size = 0
        self.life = LONG

    def sign_in(
        self,
        account: Account,
        authority: Authority,
        client: Client,
        *,
        stopped: Callable[[], bool],
        announce: Callable[[str], None],
    ) -> Grant:
        assert account.username == ACCOUNT.username
        assert not stopped()
        announce(authority.authorize_url)
        self.clients.append(client)
        return self._grant(authority, client)

    def refresh(self, account: Account, authority: Authority, grant: Grant) -> Grant:  # noqa: ARG002 -- the port's
        self.refreshed.append(grant.refresh_token)
        if self.faults:
            raise self.faults.pop(0)
        return self._grant(authority, grant.client)

    def _grant(self, authority: Authority, client: Client) -> Grant:
        number = len(self.refreshed)
        return Grant(
            refresh_token=f"Canary-r{number}",
            access_token=f"Canary-a{number}{'x' * self.size}",
            expires_at=CLOCK.time + self.life,
            scopes=authority.scopes,
            client_id=client.id,
            client_secret=client.secret,
        )


class HandClock:
    """A clock that stands."""

    time = 0

    def now(self) -> int:
        return self.time

    def monotonic(self) -> float:
        return self.time / 1000


CLOCK = HandClock()


@pytest.fixture
def authorizer() -> FakeAuthorizer:
    CLOCK.time = 1_000 * LONG
    return FakeAuthorizer()


@pytest.fixture
def vault() -> DictVault:
    return DictVault()


@pytest.fixture
def noted() -> set[str]:
    return set()


@pytest.fixture
def signins(authorizer: FakeAuthorizer, vault: DictVault, noted: set[str]) -> SignIns:
    return SignIns(authorizer=authorizer, vault=vault, clock=CLOCK, note=noted.add)


def test_what_was_granted_is_one_value_in_the_vault(
    signins: SignIns, vault: DictVault, authorizer: FakeAuthorizer, noted: set[str]
) -> None:
    assert not signins.known(ACCOUNT)
    urls: list[str] = []
    signins.sign_in(ACCOUNT, client_secret="Canary-s", announce=urls.append)
    assert signins.known(ACCOUNT)
    assert urls[0].startswith("https://login.microsoftonline.com/consumers/")
    kept = json.loads(vault.secrets["a"])
    assert list(vault.secrets) == ["a"]
    assert (kept["refresh_token"], kept["access_token"]) == ("Canary-r0", "Canary-a0")
    assert (kept["client_id"], kept["client_secret"]) == ("own", "Canary-s")
    assert noted == {"Canary-r0", "Canary-a0", "Canary-s"}
    assert signins.access(ACCOUNT) == "Canary-a0"
    assert authorizer.refreshed == []


class Change:
    """Says no at first and yes from the `turn`th question on."""

    def __init__(self, turn: int) -> None:
        self.left = turn

    def __call__(self) -> bool:
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("turn", [1, 2], ids=["before it is kept", "while it is kept"])
@pytest.mark.parametrize("before", [False, True], ids=["first", "again"])
def test_a_sign_in_given_up_after_the_yes_leaves_what_was_there(
    signins: SignIns, vault: DictVault, authorizer: FakeAuthorizer, *, turn: int, before: bool
) -> None:
    if before:
        signins.sign_in(ACCOUNT)
        authorizer.refreshed.append("so that the next tokens are others")
    kept = dict(vault.secrets)
    with pytest.raises(ConnectError) as caught:
        signins.sign_in(ACCOUNT, stopped=Change(turn))
    assert caught.value.code == "signin_cancelled"
    assert vault.secrets == kept
    assert signins.known(ACCOUNT) is before
    if before:
        assert signins.access(ACCOUNT) == "Canary-a0"


def test_without_a_client_id_no_browser_opens(signins: SignIns, authorizer: FakeAuthorizer) -> None:
    with pytest.raises(InputError, match="client ID of your own") as caught:
        signins.sign_in(replace(ACCOUNT, client_id=" "))
    assert (caught.value.code, caught.value.where) == ("no_client_id", "client_id")
    assert authorizer.clients == []


def test_a_wrong_directory_is_named(signins: SignIns) -> None:
    with pytest.raises(InputError) as caught:
        signins.sign_in(replace(ACCOUNT, tenant="evil.example/x?"))
    assert caught.value.where == "tenant"


def test_signing_in_again_needs_no_client_secret(signins: SignIns, authorizer: FakeAuthorizer) -> None:
    signins.sign_in(ACCOUNT, client_secret="Canary-s")
    signins.sign_in(ACCOUNT)
    signins.sign_in(replace(ACCOUNT, client_id="another"))
    assert [client.secret for client in authorizer.clients] == ["Canary-s", "Canary-s", ""]


def test_a_token_is_renewed_when_two_minutes_are_left(signins: SignIns, authorizer: FakeAuthorizer) -> None:
    signins.sign_in(ACCOUNT)
    CLOCK.time += LONG - 2 * MINUTE
    assert signins.access(ACCOUNT) == "Canary-a0"
    CLOCK.time += 1
    assert signins.access(ACCOUNT) == "Canary-a1"
    assert signins.access(ACCOUNT) == "Canary-a1"
    assert authorizer.refreshed == ["Canary-r0"]


def test_a_clock_that_was_set_back_costs_a_renewal(signins: SignIns, authorizer: FakeAuthorizer) -> None:
    signins.sign_in(ACCOUNT)
    CLOCK.time -= 48 * LONG
    assert signins.access(ACCOUNT) == "Canary-a1"


def test_an_authority_that_is_away_does_not_end_a_token_that_still_lasts(
    signins: SignIns, authorizer: FakeAuthorizer
) -> None:
    signins.sign_in(ACCOUNT)
    CLOCK.time += LONG - MINUTE
    authorizer.faults = [ConnectError("away", code="token_unreachable")] * 2
    assert signins.access(ACCOUNT) == "Canary-a0"
    CLOCK.time += 2 * MINUTE
    with pytest.raises(ConnectError, match="away"):
        signins.access(ACCOUNT)
    assert signins.access(ACCOUNT) == "Canary-a3"


def test_a_revoked_sign_in_is_said_at_once(signins: SignIns, authorizer: FakeAuthorizer) -> None:
    signins.sign_in(ACCOUNT)
    CLOCK.time += LONG - MINUTE
    authorizer.faults = [ConnectError("over", code="token_revoked", permanent=True)]
    with pytest.raises(ConnectError, match="over"):
        signins.access(ACCOUNT)


def test_of_many_refused_the_first_renews(signins: SignIns, authorizer: FakeAuthorizer) -> None:
    signins.sign_in(ACCOUNT)
    assert [signins.renew(ACCOUNT, "Canary-a0") for _ in range(3)] == ["Canary-a1"] * 3
    assert authorizer.refreshed == ["Canary-r0"]


def test_without_a_sign_in_there_is_a_sentence(signins: SignIns, vault: DictVault) -> None:
    vault.secrets["a"] = "an old password"
    for ask in (signins.access, lambda account: signins.renew(account, "x")):
        with pytest.raises(ConnectError, match="“Work” is not signed in") as caught:
            ask(ACCOUNT)
        assert (caught.value.code, caught.value.permanent) == ("signin_needed", True)
        assert "old password" not in str(caught.value)


def test_a_sign_in_for_another_way_of_sending_does_not_count(signins: SignIns) -> None:
    account = replace(ACCOUNT, preset="microsoft365")
    signins.sign_in(account)
    assert signins.known(account)
    assert not signins.known(replace(account, route=Route.GRAPH))
    assert not signins.known(replace(account, preset="yahoo"))


def test_signing_out_forgets_the_tokens(signins: SignIns, vault: DictVault) -> None:
    signins.sign_in(ACCOUNT)
    signins.forget("a")
    signins.forget("a")
    assert (vault.secrets, signins.known(ACCOUNT)) == ({}, False)


def test_a_token_too_long_for_a_keyring_stays_in_memory(
    signins: SignIns, authorizer: FakeAuthorizer, vault: DictVault, noted: set[str]
) -> None:
    authorizer.size = 3_000
    signins.sign_in(ACCOUNT)
    assert len(vault.secrets["a"]) < 1_280
    assert len(signins.access(ACCOUNT)) > 3_000
    assert authorizer.refreshed == []
    later = SignIns(authorizer=authorizer, vault=vault, clock=CLOCK, note=noted.add)
    assert later.access(ACCOUNT).startswith("Canary-a1")
    assert signins.access(ACCOUNT).startswith("Canary-a2"), "another process has renewed it"


class FullVault(DictVault):
    """Keeps for this session what it cannot store, and says so; as the system's does."""

    def set(self, name: str, secret: str) -> None:
        super().set(name, secret)
        raise KnownError("not kept")


def test_a_keyring_that_does_not_take_a_renewed_token_stops_no_run(
    authorizer: FakeAuthorizer, vault: DictVault
) -> None:
    SignIns(authorizer=authorizer, vault=vault, clock=CLOCK, note=lambda _: None).sign_in(ACCOUNT)
    full = FullVault()
    full.secrets = vault.secrets
    signins = SignIns(authorizer=authorizer, vault=full, clock=CLOCK, note=lambda _: None)
    CLOCK.time += LONG
    assert signins.access(ACCOUNT) == "Canary-a1"
    with pytest.raises(KnownError, match="not kept"):
        signins.sign_in(ACCOUNT)


# -- a refused token


ENVELOPE = Envelope(sender="a@example.test", recipient="b@example.test", content=b"Hello\r\n")
TAKEN = Reply(Stage.END, 250, "2.0.0", "taken")


class Sessions:
    """A server that takes the tokens in `good`."""

    def __init__(self, *good: str, code: str = "token_refused") -> None:
        self.good, self.code = set(good), code
        self.seen: list[str] = []
        self.made = self.closed = self.aborted = 0

    def __call__(self, account: Account, secret: Callable[[], str]) -> Session:  # noqa: ARG002 -- the port's
        self.made += 1
        return Session(self, secret)


class Session:
    """One session."""

    def __init__(self, server: Sessions, secret: Callable[[], str]) -> None:
        self.server, self.secret, self.usable = server, secret, False

    def connect(self) -> Capabilities:
        token = self.secret()
        self.server.seen.append(token)
        if token not in self.server.good:
            raise ConnectError("the token is not accepted", code=self.server.code)
        self.usable = True
        return Capabilities()

    def send(self, envelope: Envelope, commit: Callable[[], bool]) -> Reply:  # noqa: ARG002 -- the port's
        assert commit()
        return TAKEN

    def close(self) -> None:
        self.server.closed += 1

    def abort(self) -> None:
        self.server.aborted += 1


class CountedTokens:
    """Tokens `t0`, `t1` and so on."""

    def __init__(self) -> None:
        self.number = 0

    def known(self, account: Account) -> bool:  # noqa: ARG002 -- the port's
        return True

    def access(self, account: Account) -> str:  # noqa: ARG002 -- the port's
        return f"t{self.number}"

    def renew(self, account: Account, refused: str) -> str:
        assert refused == f"t{self.number}"
        self.number += 1
        return self.access(account)

    def forget(self, account_id: str) -> None:  # noqa: ARG002 -- the port's
        raise AssertionError


def session(server: Sessions) -> tuple[Session, CountedTokens]:
    tokens = CountedTokens()
    made = Renewing(ACCOUNT, lambda: tokens.access(ACCOUNT), transports=server, tokens=tokens)
    return made, tokens  # type: ignore[return-value]  # the same methods


def test_a_refused_token_is_renewed_and_the_session_opened_again() -> None:
    server = Sessions("t1")
    transport, tokens = session(server)
    transport.connect()
    assert transport.usable
    assert server.seen == ["t0", "t1"]
    assert (server.made, server.closed, tokens.number) == (2, 1, 1)
    assert transport.send(ENVELOPE, lambda: True) == TAKEN


def test_the_second_refusal_stands() -> None:
    server = Sessions("t2")
    transport, _ = session(server)
    with pytest.raises(ConnectError) as caught:
        transport.connect()
    assert (caught.value.code, server.seen) == ("token_refused", ["t0", "t1"])
    assert caught.value.permanent, "nobody else tries it"


def test_other_faults_pass_through() -> None:
    server = Sessions("t1", code="unreachable")
    plain, tokens = session(server)
    with pytest.raises(ConnectError):
        plain.connect()
    assert (server.seen, tokens.number) == (["t0"], 0)


def test_a_stopped_session_is_not_opened_again() -> None:
    server = Sessions("t1")
    transport, tokens = session(server)
    transport.abort()
    with pytest.raises(ConnectError):
        transport.connect()
    assert (server.aborted, tokens.number) == (1, 0)


def test_a_session_stopped_while_its_token_is_renewed_ends_at_once() -> None:
    server = Sessions("t1")
    transport, tokens = session(server)
    renew = tokens.renew

    def stopped_meanwhile(account: Account, refused: str) -> str:
        transport.abort()
        return renew(account, refused)

    tokens.renew = stopped_meanwhile  # type: ignore[method-assign]  # the moment is the test
    transport.connect()
    assert server.aborted == 2, "the old session and the new one"
