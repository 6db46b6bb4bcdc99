"""What a server's reply means: a reply goes in, an outcome comes out, by rules that are data (`resources/rules/`).

The scope decides what stops: a *session* fault blames nobody and reconnects, an *account* fault parks the account,
a *message* fault pauses the campaign, a *recipient* fault ends or delays this row only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sendoff.core.rulebook import RuleBook


class Stage(StrEnum):
    """The command a reply answers."""

    CONNECT = "connect"
    EHLO = "ehlo"
    STARTTLS = "starttls"
    AUTH = "auth"
    MAIL = "mail"
    RCPT = "rcpt"
    DATA = "data"
    END = "end"
    """The end of the message, RFC 5321 4.1.1.4."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's answer; `text` has its lines joined by a blank, code and enhanced code taken off."""

    stage: Stage
    code: int
    enhanced: str = ""
    text: str = ""

    @property
    def wording(self) -> str:
        """What rules search: the enhanced code and the text."""
        return f"{self.enhanced} {self.text}".strip()

    def __str__(self) -> str:
        return " ".join(part for part in (str(self.code), self.enhanced, self.text) if part)


class Kind(StrEnum):
    """Why, in one word."""

    ACCEPTED = "accepted"
    AUTH = "auth"
    TLS = "tls"
    RATE_LIMITED = "rate_limited"
    GREYLISTED = "greylisted"
    POLICY_SPAM = "policy_spam"
    NO_SUCH_USER = "no_such_user"
    MAILBOX_FULL = "mailbox_full"
    CONTENT_TOO_BIG = "content_too_big"
    SERVER_DOWN = "server_down"
    UNKNOWN = "unknown"


class Scope(StrEnum):
    """What a refusal is about, and so what stops."""

    SESSION = "session"
    ACCOUNT = "account"
    MESSAGE = "message"
    RECIPIENT = "recipient"


QUOTA = 3600
"""Seconds: who asks for such a wait means a quota, not the speed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What to make of a reply."""

    kind: Kind
    scope: Scope = Scope.RECIPIENT
    permanent: bool = False
    wait: int = 0
    """Seconds the reply (or the rule) asks to wait; 0 = no wish."""
    suppress: str = ""
    """`hard` or `soft` where the address should not be written to again, else empty."""
    rule: str = ""
    """The rule that matched, for the log."""

    @property
    def accepted(self) -> bool:
        """Say whether the server took responsibility for the message."""
        return self.kind is Kind.ACCEPTED

    @property
    def too_many_connections(self) -> bool:
        """Say whether the server wants fewer sessions."""
        return self.kind is Kind.RATE_LIMITED and self.scope is Scope.SESSION

    @property
    def too_fast(self) -> bool:
        """Say whether the server wants messages more slowly; a quota, which is used up whatever the speed, says no."""
        account = self.kind is Kind.RATE_LIMITED and self.scope is Scope.ACCOUNT
        return account and not self.permanent and self.wait < QUOTA


_ACCEPTED = Outcome(kind=Kind.ACCEPTED)
_ENHANCED = re.compile(r"#?([245]\.\d{1,3}\.\d{1,3})(?=$|[\s:;,-])[:;,-]?\s*")
_ENHANCED_ASIDE = re.compile(r"\(#([245]\.\d{1,3}\.\d{1,3})\)")
_LONGEST_TEXT = 1000


@lru_cache(maxsize=256)
def parse_reply(stage: Stage, code: int, text: bytes | str) -> Reply:
    """Make a reply of a server's lines: joined by a blank, codes taken off, at most 1,000 printable characters.

    The enhanced code (RFC 3463) is the first one that starts a line, or one set aside as `(#5.7.1)`.
    """
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    own_code = f"{code:03d}"
    if text.startswith(f"{own_code}-"):  # lines that somebody joined already: `450-one 450 two`
        text = re.sub(rf"[ \t]{own_code}(?=[ -])", "\n" + own_code, text)
    enhanced, lines = "", []
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith(own_code) and line[3:4] in {"", " ", "-"}:
            line = line[4:].strip()
        found = _ENHANCED.match(line)
        enhanced = enhanced or (found[1] if found else "")
        lines.append(line[found.end() :] if found else line)
    whole = " ".join(lines)
    if not whole.isprintable():
        whole = "".join(letter if letter.isprintable() else " " for letter in whole)
    if not enhanced and (aside := _ENHANCED_ASIDE.search(whole)):
        enhanced = aside[1]
    return Reply(stage=stage, code=code, enhanced=enhanced, text=" ".join(whole.split())[:_LONGEST_TEXT])


def classify(reply: Reply, book: RuleBook, provider: str = "", *, now: int) -> Outcome:
    """Decide what a reply in a session means; `provider` is the account's preset, `now` epoch milliseconds.

    Any 2xx is an acceptance. A reply that no rule knows and that is no refusal either means that the
    dialogue is out of step: the session ends.
    """
    if reply.code // 100 == 2:  # noqa: PLR2004 -- RFC 5321 4.2.1: the first digit is the verdict
        return _ACCEPTED
    rule = book.match(reply, provider)
    if rule is not None:
        return rule.outcome(reply, now)
    permanent = reply.code // 100 == 5  # noqa: PLR2004 -- likewise
    refused = permanent or reply.code // 100 == 4  # noqa: PLR2004 -- likewise
    return Outcome(kind=Kind.UNKNOWN, scope=Scope.RECIPIENT if refused else Scope.SESSION, permanent=permanent)
