"""What an HTTP answer means, in the terms the rules know: a table per provider turns it into a reply.

Every text begins with the interface's name, so that `resources/rules/api.toml` can tell these replies from SMTP's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sendoff.adapters.api.channel import Answer, Request
from sendoff.core.outcome import Reply, Stage, parse_reply

UNAUTHORIZED = 401
_GOOD, _CLIENT_FAULTS = range(200, 300), range(400, 500)
_TEMPORARY = frozenset({500, 503})
_AT_THE_DOOR = frozenset({UNAUTHORIZED, 413, 429})
"""Given before a request is acted upon, so certain in whoever's words."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One line of a table: these statuses (none = any) with these words are this reply."""

    statuses: tuple[int, ...]
    words: str
    """Regular expression searched in the provider's code and message; empty = any."""
    stage: Stage
    code: int
    enhanced: str

    def fits(self, status: int, words: str) -> bool:
        """Say whether an answer is this one."""
        return (not self.statuses or status in self.statuses) and re.search(
            self.words, words, re.IGNORECASE
        ) is not None


RATE = (Stage.END, 450, "4.4.5")
DAILY = (Stage.END, 550, "5.4.5")
SIGN_IN = (Stage.AUTH, 535, "5.7.8")
PERMISSION = (Stage.MAIL, 550, "5.7.1")
SENDER = (Stage.MAIL, 550, "5.7.60")
BLOCKED = (Stage.MAIL, 550, "5.7.501")
OWN_MAILBOX_FULL = (Stage.MAIL, 552, "5.2.2")
RECIPIENT = (Stage.RCPT, 553, "5.1.3")
TOO_BIG = (Stage.MAIL, 552, "5.3.4")
BUSY = (Stage.END, 451, "4.3.0")
_CONTENT = (Stage.END, 554, "5.6.0")

_COMMON = (
    Meaning((UNAUTHORIZED,), "", *SIGN_IN),
    Meaning((413,), "", *TOO_BIG),
    Meaning((429,), "", *RATE),
    Meaning((403, 404), "", *PERMISSION),
    Meaning((500, 503, 408, 409, 425), "", *BUSY),
    Meaning((), "", *_CONTENT),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How one provider is asked, and how it answers."""

    name: str
    """`Gmail API`."""
    base_url: str
    largest: int
    """Bytes of the largest message."""
    request: Callable[[bytes], Request]
    """Makes the request that sends a message."""
    accepted: Callable[[Answer], str]
    """The words of an acceptance; empty where the answer, though 2xx, is none."""
    word: Callable[[dict[str, Any]], str]
    """The provider's own code in its error object; raises LookupError, TypeError where there is none."""
    meanings: Sequence[Meaning]


def read(answer: Answer, dialect: Dialect, token: str) -> Reply | None:
    """Turn an answer into a reply, `token` taken out; None = nobody can tell whether the message was taken."""
    if answer.status in _GOOD:
        words = dialect.accepted(answer).replace(token, "***")
        return parse_reply(Stage.END, 250, f"2.0.0 {words}") if words else None
    word, message = _error(answer, dialect)
    if answer.status not in _AT_THE_DOOR and not (word and _told(answer.status)):
        return None
    said = f"{word or f'HTTP {answer.status}'}: {message}".rstrip(": ").replace(token, "***")
    found = next(line for line in (*dialect.meanings, *_COMMON) if line.fits(answer.status, said))
    return parse_reply(found.stage, found.code, f"{found.enhanced} {dialect.name}{_wait(answer)}, {said}")


def _told(status: int) -> bool:
    """Say whether this status, in the provider's own words, is a refusal; a gateway's 502 or 504 never is."""
    return status in _CLIENT_FAULTS or status in _TEMPORARY


def _error(answer: Answer, dialect: Dialect) -> tuple[str, str]:
    """The provider's code and message; empty where the body is not the provider's."""
    try:
        error = json.loads(answer.body)["error"]
        return str(dialect.word(error)), str(error.get("message") or "")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return "", ""


def _wait(answer: Answer) -> str:
    """The wait the server asks for (RFC 9110 10.2.3), in the words the rules read."""
    asked = answer.headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,7}", asked):
        return f" (try again in {asked} seconds)"
    return f" (try again after {asked})" if re.fullmatch(r"[A-Z][a-z]{2}, [\w :]{18,24} GMT", asked) else ""
