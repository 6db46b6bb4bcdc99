"""Why a sign-in did not work, in words: what each provider's refusal means, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sendoff.core.account import Account, SignIn
from sendoff.core.errors import ConnectError
from sendoff.core.outcome import Reply, Stage, parse_reply

_PERMANENT = 500
_MICROSOFT_OFF = frozenset({"5.7.139", "5.7.30"})
_GOOGLE = re.compile(r"(?:^|\.)(?:gmail|googlemail|google)\.com$", re.IGNORECASE)
_SENDGRID = re.compile(r"(?:^|\.)sendgrid\.net$", re.IGNORECASE)
_WANTS_APP_PASSWORD = re.compile(r"application-specific password|app(?:lication)? password", re.IGNORECASE)
_GOOGLE_REFUSALS = frozenset({534, 535})
_TOO_MANY = re.compile(r"too many (?:\w+ )*(?:log-?ins?|auth\w*|sign-?ins?|connections)\b", re.IGNORECASE)


def secret_missing(account: Account) -> ConnectError:
    """A user name is set and there is no secret for it."""
    browser = account.sign_in is SignIn.XOAUTH2
    return ConnectError(
        f"There is no {'sign-in' if browser else 'password'} for {account.username} on this computer.",
        remedy="Sign in again in the account." if browser else "Type it in the account.",
        code="secret_missing",
        permanent=True,
    )


def sign_in_unsupported(account: Account, offered: Sequence[str]) -> ConnectError:
    """No way to sign in that both sides know."""
    ways = ", ".join(offered)
    if not offered:
        title = f"{account.host} port {account.port} does not offer to sign in."
        remedy = "Use the provider's port for sending, often 587 or 465, or leave the user name empty."
    elif account.sign_in is SignIn.XOAUTH2:
        title = f"{account.host} port {account.port} takes no sign-in by browser, only these ways: {ways}."
        remedy = "Give the account a password."
    else:
        title = f"{account.host} takes only these ways to sign in, none of them with a password: {ways}."
        browser = any(name.upper() in {"XOAUTH2", "OAUTHBEARER"} for name in offered)
        remedy = "Ask the provider for a password made for programs (an app password)."
        if browser:
            remedy = "Sign in by browser, or ask the provider for a password made for programs (an app password)."
    return ConnectError(title, remedy=remedy, code="sign_in_unsupported", permanent=True)


def sign_in_refused(account: Account, code: int, words: bytes, *, status: str = "") -> ConnectError:
    """The sign-in was answered with a refusal: for good (5xx) or for now (4xx, RFC 4954).

    `status` is what the server said of a token before it refused it. A refused token has the code `token_refused` and
    is not permanent: the caller refreshes it once and tries again, and takes a second refusal as final.
    """
    reply = parse_reply(Stage.AUTH, code, words)
    said = str(reply).rstrip(".")
    if _TOO_MANY.search(reply.text):
        return ConnectError(
            f"{account.host} has had too many sign-ins or connections from {account.username}: {said}.",
            remedy="Wait an hour, then use fewer connections at once.",
            code="too_many_sign_ins",
            permanent=code >= _PERMANENT,
        )
    if code < _PERMANENT:
        return ConnectError(
            f"{account.host} cannot sign {account.username} in now: {said}.",
            remedy="Try again later.",
            code="sign_in_temporarily",
        )
    if reply.enhanced in _MICROSOFT_OFF:
        return _switched_off(account, said)
    if account.sign_in is SignIn.XOAUTH2:
        told = f" (status {status})" if status else ""
        return ConnectError(
            f"{account.host} did not accept the sign-in of {account.username} by browser{told}: {said}.",
            remedy="Sign in again in the account.",
            code="token_refused",
        )
    return _password_refused(account, reply, said)


def _switched_off(account: Account, said: str) -> ConnectError:
    if account.sign_in is SignIn.XOAUTH2:
        return ConnectError(
            f"Microsoft has sending by SMTP switched off for {account.username}: {said}.",
            remedy="Send through Microsoft Graph, or have your administrator allow authenticated SMTP for the mailbox.",
            code="smtp_switched_off",
            permanent=True,
        )
    return ConnectError(
        f"Microsoft does not let {account.username} sign in with a password: {said}.",
        remedy="Sign in with Microsoft instead.",
        code="password_sign_in_off",
        permanent=True,
    )


def _password_refused(account: Account, reply: Reply, said: str) -> ConnectError:
    host = account.host
    title = f"{host} did not accept this user name and password: {said}."
    if _SENDGRID.search(host) and account.username != "apikey":
        code, remedy = "apikey_user", "Set the user name to the word apikey; the password is the API key."
    elif _GOOGLE.search(host) and reply.code in _GOOGLE_REFUSALS:
        code = "app_password_needed"
        remedy = "Make an app password in your Google account (16 letters) and use it here, or sign in with Google."
    elif _WANTS_APP_PASSWORD.search(reply.text):
        code, remedy = "app_password_needed", "Make an app password in your account there and use it here."
    else:
        code = "sign_in_refused"
        remedy = "Check both; many providers want an app password here, not the one of the web site."
    return ConnectError(title, remedy=remedy, code=code, permanent=True)
