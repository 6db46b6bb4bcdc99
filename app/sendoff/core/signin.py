"""Signing in by browser (OAuth 2, RFC 6749 and 8252): whom to ask for which permission, and what was granted."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field

from sendoff.core.account import Account, Route
from sendoff.core.errors import ConnectError, InputError
from sendoff.core.language import tr

SPARE = 120_000
"""A token with less life left (ms) is replaced before it is used."""
_LONGEST_LIFE = 86_400_000
"""No provider gives a token longer than a day; one that claims more shows that the clock was set back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Who lets people in: its two addresses, and the permission that is asked for."""

    name: str
    authorize_url: str
    token_url: str
    scopes: tuple[str, ...]
    extras: tuple[tuple[str, str], ...] = ()
    """What else it wants to be told when the browser opens."""
    redirect_host: str = "127.0.0.1"
    """How its clients name this computer in the address the browser comes back to."""
    identity: tuple[str, ...] = ()
    """What is asked for besides, at the sign-in only, to learn who signed in; sending needs none of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """The program, as the authority knows it."""

    id: str
    secret: str = field(default="", repr=False)
    """Google gives desktop programs one and does not treat it as a secret; Microsoft gives none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What an authority gave. Its `repr` shows no token."""

    refresh_token: str = field(repr=False)
    access_token: str = field(default="", repr=False)
    expires_at: int = 0
    scopes: tuple[str, ...] = ()
    client_id: str = ""
    client_secret: str = field(default="", repr=False)

    @property
    def client(self) -> Client:
        """The program it was given to; nobody else can renew it."""
        return Client(id=self.client_id, secret=self.client_secret)

    @property
    def secrets(self) -> tuple[str, ...]:
        """Everything in it that no log may show."""
        return tuple(filter(None, (self.refresh_token, self.access_token, self.client_secret)))

    def lasts(self, now: int, spare: int = SPARE) -> bool:
        """Say whether the access token can be used at `now` and for `spare` ms more."""
        return bool(self.access_token) and spare <= self.expires_at - now <= _LONGEST_LIFE


GOOGLE_PRESETS = frozenset({"gmail", "google_workspace"})
GRAPH_PRESETS = frozenset({"outlook", "microsoft365"})
"""Providers whose mailboxes Microsoft Graph sends from."""
_MICROSOFT_PRESETS = GRAPH_PRESETS | {"microsoft_hve"}
BROWSER_PRESETS = GOOGLE_PRESETS | _MICROSOFT_PRESETS
"""Providers that Sendoff can sign in to by browser."""
_GOOGLE_SCOPES = {
    Route.SMTP: "https://mail.google.com/",
    Route.GMAIL: "https://www.googleapis.com/auth/gmail.send",
}
_MICROSOFT_SCOPES = {
    Route.SMTP: "https://outlook.office.com/SMTP.Send",
    Route.GRAPH: "https://graph.microsoft.com/Mail.Send",
}


def authority_for(account: Account) -> Authority:
    """Whom to ask for this account, and for what. Raises InputError where there is no sign-in by browser."""
    if account.preset in GOOGLE_PRESETS and account.route in _GOOGLE_SCOPES:
        return Authority(
            name="Google",
            authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
            token_url="https://oauth2.googleapis.com/token",  # noqa: S106 -- an address
            scopes=(_GOOGLE_SCOPES[account.route],),
            # Without these Google gives no refresh token to somebody who has said yes before.
            extras=(("access_type", "offline"), ("prompt", "consent")),
            identity=("openid", "email"),
        )
    if account.preset in _MICROSOFT_PRESETS and account.route in _MICROSOFT_SCOPES:
        tenant = account.tenant or ("consumers" if account.preset == "outlook" else "common")
        place = f"https://login.microsoftonline.com/{tenant}/oauth2/v2.0"
        return Authority(
            name="Microsoft",
            authorize_url=f"{place}/authorize",
            token_url=f"{place}/token",
            scopes=(_MICROSOFT_SCOPES[account.route], "offline_access"),
            extras=(("prompt", "select_account"),),
            redirect_host="localhost",  # the only loopback name Microsoft's portal takes
            identity=("openid", "profile"),
        )
    raise InputError(
        tr("“{name}” cannot sign in by browser: Sendoff knows that only for Google and Microsoft.", name=account.name),
        remedy=tr("Use a password there, or make the account anew with the provider's preset."),
        code="no_browser_sign_in",
    )


def check_tenant(tenant: str) -> str:
    """A directory's name as it may stand in an address. Raises InputError."""
    if tenant.strip(".-") and all(mark.isascii() and (mark.isalnum() or mark in ".-") for mark in tenant):
        return tenant
    raise InputError(
        tr("“{tenant}” is no directory at Microsoft.", tenant=tenant),
        remedy=tr("Write its ID or domain, like contoso.onmicrosoft.com, or consumers, organizations or common."),
        where="tenant",
    )


def lacks(wanted: Iterable[str], granted: Iterable[str]) -> bool:
    """Say whether a permission is missing; authorities shorten names (`Mail.Send`) and never name offline_access."""
    return not {_last(one) for one in wanted} - {"offline_access"} <= {_last(one) for one in granted}


def addresses_in(id_token: object) -> Sequence[str]:
    """The addresses of whoever signed in, as an ID token tells them (OpenID Connect Core 2); empty where it does not.

    Its signature is not looked at: it comes from the authority itself over TLS (3.1.3.7), and guards against a mistake.
    """
    try:
        payload = str(id_token).split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
        said = [claims.get(name) for name in ("preferred_username", "email", "upn")]
    except (ValueError, IndexError, AttributeError, RecursionError):
        return ()
    # Microsoft's preferred name may also be a telephone number: that tells nothing about the mailbox.
    return tuple(dict.fromkeys(one for one in said if isinstance(one, str) and "@" in one and one.isprintable()))


def is_another(username: str, addresses: Sequence[str]) -> bool:
    """Say whether whoever signed in, under any of these addresses, is certainly not the user of the account."""
    return bool(addresses) and "@" in username and _mailbox(username) not in map(_mailbox, addresses)


def _mailbox(address: str) -> str:
    local, _, domain = address.strip().casefold().rpartition("@")
    if domain in ("gmail.com", "googlemail.com"):  # dots and what follows a plus do not count there
        local, domain = local.partition("+")[0].replace(".", ""), "gmail.com"
    return f"{local}@{domain}"


def cancelled() -> ConnectError:
    """The person gave up."""
    return ConnectError(
        tr("The sign-in was cancelled."),
        remedy=tr("Start again when you are ready."),
        code="signin_cancelled",
        permanent=True,
    )


def _last(scope: str) -> str:
    return scope.rstrip("/").rpartition("/")[2].casefold()


def grant_text(grant: Grant) -> str:
    """Write a grant for the vault."""
    return json.dumps(asdict(grant), separators=(",", ":"))


def grant_from(text: str | None) -> Grant | None:
    """Read a grant back; None for whatever is none, such as a password that was kept under the same name."""
    try:
        values = json.loads(text or "")
        grant = Grant(**{**values, "scopes": tuple(values["scopes"])})
        whole = all(isinstance(part, str) for part in (grant.refresh_token, grant.access_token, grant.client_id))
    except (ValueError, TypeError, KeyError):
        return None
    return grant if whole and isinstance(grant.expires_at, int) and grant.refresh_token else None
