"""Why a sign-in by browser, or its renewal, did not work: each fault has a stable code, a title and a remedy."""

from __future__ import annotations

import re

from sendoff.core.errors import ConnectError
from sendoff.core.language import digits, phrase, tr
from sendoff.core.signin import Authority
from sendoff.core.system_words import system_words

_LATER = phrase("Check that this computer is online, and try again.")
_AGAIN = phrase("Sign in again with the browser.")
_OVER = frozenset({"invalid_grant", "interaction_required", "login_required", "consent_required"})
_BUSY = frozenset({"temporarily_unavailable", "server_error", "slow_down"})
_LONGEST = 160
_NEEDS_ADMIN = ("AADSTS90094", "AADSTS65001", "AADSTS90093")
_NOT_PUBLIC = "AADSTS7000218"


def denied(authority: Authority, said: str = "") -> ConnectError:
    """The person, or an administrator, said no."""
    if any(mark in said for mark in _NEEDS_ADMIN):
        title = tr("Your organisation lets only an administrator allow this at {name}.", name=authority.name)
        return _final(title, tr("Ask your administrator to allow your client ID for everyone, then sign in."), "denied")
    return _final(
        tr("{name} was not allowed to let Sendoff send.", name=authority.name),
        tr("Sign in again and say yes to sending mail; nothing else is asked for."),
        "denied",
    )


def narrowed(authority: Authority) -> ConnectError:
    """The sign-in worked, and the box for sending was not ticked."""
    return _final(
        tr("{name} let you in, but without the permission to send mail.", name=authority.name),
        tr("Sign in again and tick the box for sending mail."),
        "denied",
    )


def wrong_state(authority: Authority) -> ConnectError:
    """An answer came that this sign-in did not ask for."""
    return _final(
        tr(
            "The browser brought an answer of {name} that does not belong to this sign-in. It was not used.",
            name=authority.name,
        ),
        tr("Close other sign-in pages and start again."),
        "state",
    )


def timed_out(authority: Authority, seconds: float) -> ConnectError:
    """The browser never came back."""
    waited = tr("{seconds} minutes", seconds=digits(f"{seconds / 60:g}")) if seconds >= 120 else f"{seconds:g} s"  # noqa: PLR2004 -- two minutes
    return _final(
        tr("The browser did not come back from {name} within {waited}.", name=authority.name, waited=waited),
        tr("Start again. If the browser showed an error, the client ID or its redirect address is wrong."),
        "timeout",
    )


def other_person(authority: Authority, person: str, username: str) -> ConnectError:
    """Somebody else than the account's user signed in; the browser often knows several."""
    return _final(
        tr(
            "You signed in as {person}; this account sends as {username}. Nothing was kept.",
            person=person,
            username=username,
        ),
        tr(
            "Sign in again and choose {username} at {name}, or make {person} the account's user name.",
            username=username,
            name=authority.name,
            person=person,
        ),
        "other_person",
    )


def no_listener(error: OSError) -> ConnectError:
    """Nothing may listen on this computer."""
    return _final(
        tr("This computer cannot wait for the browser: {strerror}.", strerror=system_words(error)),
        tr("Allow Sendoff to listen on 127.0.0.1."),
        "listener",
    )


def not_redeemed(authority: Authority) -> ConnectError:
    """The code was used before or is too old."""
    return _final(
        tr("{name} did not accept the browser's code: it was used before, or came too late.", name=authority.name),
        tr("Start the sign-in again."),
        "code",
    )


def unreachable(authority: Authority, why: str) -> ConnectError:
    """No usable answer; trying again may help."""
    return ConnectError(
        tr("{name} could not be asked for a token: {why}.", name=authority.name, why=why),
        remedy=tr(_LATER),
        code=_UNREACHABLE,
    )


def no_token(authority: Authority) -> ConnectError:
    """An answer that is none."""
    return unreachable(authority, tr("its answer holds no token"))


def refused_in_browser(authority: Authority, error: str, said: str) -> ConnectError:
    """What the browser brought instead of a code (RFC 6749 4.1.2.1)."""
    if error in {"access_denied", "consent_required", "interaction_required"}:
        return denied(authority, said)
    if error in _BUSY:
        return unreachable(authority, tr("it answered “{error}”", error=_short(error)))
    return client_refused(authority, error, said)


def refused_token(authority: Authority, error: str, said: str, *, renewing: bool) -> ConnectError:
    """What the authority answered instead of a token (RFC 6749 5.2)."""
    if error in _BUSY:
        return unreachable(authority, tr("it answered “{error}”", error=_short(error)))
    if error == "missing_token":  # oauthlib's own word
        return no_token(authority)
    if error in _OVER and renewing:
        return ConnectError(
            tr("{name} does not accept the sign-in any more: it has expired or was taken back.", name=authority.name),
            remedy=tr(_AGAIN),
            code=_REVOKED,
            permanent=True,
        )
    if error == "invalid_grant":
        return not_redeemed(authority)
    if error in _OVER:
        return denied(authority, said)
    return client_refused(authority, error, said)


def client_refused(authority: Authority, error: str, said: str) -> ConnectError:
    """The client ID, its secret or its settings are not accepted."""
    remedy = tr("Check the client ID and its secret; docs/oauth.md shows how one is made.")
    if _NOT_PUBLIC in said:
        remedy = tr("Switch on “Allow public client flows” for your client ID; docs/oauth.md shows where.")
    return ConnectError(
        tr("{name} does not accept this client ID: {error}.", name=authority.name, error=_short(error)),
        remedy=remedy,
        code="client_refused",
        permanent=True,
    )


_UNREACHABLE, _REVOKED = "token_unreachable", "token_revoked"


def _final(title: str, remedy: str, code: str) -> ConnectError:
    return ConnectError(title, remedy=remedy, code=f"signin_{code}", permanent=True)


def _short(words: str) -> str:
    """An authority's word for a fault; anything that is not such a word is not repeated."""
    return words[:_LONGEST] if re.fullmatch(r"[a-z][a-z_]*", words) else tr("no reason was given")
