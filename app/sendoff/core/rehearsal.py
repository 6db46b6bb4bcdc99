"""What the sandbox is told to do to addresses of one's own, so that a rehearsal shows what failures look like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sendoff.core.language import phrase, tr

MOST_RULES = 500
KEPT_MESSAGES = 500
"""So many of its last messages the sandbox keeps, also over restarts;"""
KEPT_BYTES = 32 << 20
"""so many bytes of them at most;"""
KEPT_DAYS = 30
"""and not for longer than this."""


class Answer(StrEnum):
    """What the sandbox does to an address."""

    UNKNOWN = "unknown"
    FULL = "full"
    LATER = "later"
    POLICY = "policy"
    LOST = "lost"


_BY_VALUE = {one.value: one for one in Answer}
ANSWERS = (
    (Answer.UNKNOWN, phrase("does not exist")),
    (Answer.FULL, phrase("mailbox is full")),
    (Answer.LATER, phrase("deferred once, then taken")),
    (Answer.POLICY, phrase("refused by policy")),
    (Answer.LOST, phrase("connection breaks: in doubt")),
)
"""Every answer with its words, in the order in which they are offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxRule:
    """One entry. `pattern` is a duplicate key, in which `*` stands for any letters, or for none."""

    pattern: str
    answer: Answer


def rules_text(rules: Iterable[SandboxRule]) -> str:
    """The rules as a text to be kept; `rules_in` reads it."""
    return " ".join(f"{one.answer.value}:{one.pattern}" for one in rules)


def rules_in(text: str) -> tuple[SandboxRule, ...]:
    """The rules of a kept text; what is none is left out."""
    found = []
    for part in text.split():
        word, _, pattern = part.partition(":")
        if word in _BY_VALUE and "@" in pattern:
            found.append(SandboxRule(pattern=pattern, answer=_BY_VALUE[word]))
    return tuple(found[:MOST_RULES])


def answer_words(answer: Answer) -> str:
    """What happens, in words."""
    return tr(dict(ANSWERS)[answer])
