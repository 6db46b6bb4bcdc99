"""Whether an interface takes a token: what it answers to a request that holds no message, so that nothing is sent."""

from __future__ import annotations

from dataclasses import replace

from sendoff.adapters.api.answers import UNAUTHORIZED, Dialect, read
from sendoff.adapters.api.channel import Answer, Broken, Cause
from sendoff.core.account import Account
from sendoff.core.doctor import Finding, finding
from sendoff.core.errors import ConnectError
from sendoff.core.language import tr

_FORBIDDEN, _TOO_MANY, _FAILING = 403, 429, 500


def refusal(answer: Answer, dialect: Dialect, account: Account, token: str) -> ConnectError | None:
    """Why nobody can send with this token now; None where only the missing message was minded."""
    place = replace(account, host=dialect.name)
    said = str(read(answer, dialect, token) or f"HTTP {answer.status}").rstrip(".")
    if answer.status == UNAUTHORIZED:
        return _fault(finding("token_refused", place, said=said, status=""))
    if answer.status == _FORBIDDEN:
        title = tr(
            "{name} does not let {username} send: {said}.", name=dialect.name, username=account.username, said=said
        )
        remedy = tr("Sign in again and tick the box for sending mail; docs/oauth.md shows what the client ID needs.")
        return ConnectError(title, remedy=remedy, code="signin_denied", permanent=True)
    if answer.status == _TOO_MANY or answer.status >= _FAILING:
        return _fault(finding("sign_in_later", place, said=said))
    return None


def lost(broken: Broken, dialect: Dialect, account: Account) -> ConnectError:
    """The connection ended before an answer came."""
    place = replace(account, host=dialect.name)
    if broken.cause is Cause.TIMEOUT:
        seconds = f"{account.step_seconds:g}"
        return _fault(finding("step_timeout", place, waited=tr("the sign-in"), seconds=seconds))
    return _fault(finding("closed", place))


def _fault(found: Finding) -> ConnectError:
    return ConnectError(found.title, remedy=found.remedy, code=found.code)
