"""Why a sign-in did not work, in words, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from sendoff.core.account import Account, SignIn
from sendoff.core.doctor_replies import sign_in_finding
from sendoff.core.errors import ConnectError
from sendoff.core.language import tr
from sendoff.core.outcome import Stage, parse_reply

_PERMANENT = 500


def secret_missing(account: Account) -> ConnectError:
    """A user name is set and there is no secret for it."""
    browser = account.sign_in is SignIn.XOAUTH2
    return ConnectError(
        (
            tr("There is no sign-in for {username} on this computer.", username=account.username)
            if browser
            else tr("There is no password for {username} on this computer.", username=account.username)
        ),
        remedy=tr("Sign in again in the account.") if browser else tr("Type it in the account."),
        code="secret_missing",
        permanent=True,
    )


def sign_in_unsupported(account: Account, offered: Sequence[str]) -> ConnectError:
    """No way to sign in that both sides know."""
    ways = ", ".join(offered)
    if not offered:
        title = tr("{host} port {port} does not offer to sign in.", host=account.host, port=account.port)
        remedy = tr("Use the provider's port for sending, often 587 or 465, or leave the user name empty.")
    elif account.sign_in is SignIn.XOAUTH2:
        title = tr(
            "{host} port {port} takes no sign-in by browser, only these ways: {ways}.",
            host=account.host,
            port=account.port,
            ways=ways,
        )
        remedy = tr("Give the account a password.")
    else:
        title = tr(
            "{host} takes only these ways to sign in, none of them with a password: {ways}.",
            host=account.host,
            ways=ways,
        )
        browser = any(name.upper() in {"XOAUTH2", "OAUTHBEARER"} for name in offered)
        remedy = tr("Ask the provider for a password made for programs (an app password).")
        if browser:
            remedy = tr("Sign in by browser, or ask the provider for a password made for programs (an app password).")
    return ConnectError(title, remedy=remedy, code="sign_in_unsupported", permanent=True)


def sign_in_refused(account: Account, code: int, words: bytes, *, status: str = "") -> ConnectError:
    """The sign-in was answered with a refusal: for good (5xx) or for now (4xx, RFC 4954).

    `status` is what the server said of a token before it refused it. A refused token has the code `token_refused` and
    is not permanent: the caller refreshes it once and tries again, and takes a second refusal as final.
    """
    reply = parse_reply(Stage.AUTH, code, words)
    found = sign_in_finding(account, reply, status)
    permanent = code >= _PERMANENT and found.code != "token_refused"
    return ConnectError(found.title, remedy=found.remedy, code=found.code, permanent=permanent, reply=reply)
