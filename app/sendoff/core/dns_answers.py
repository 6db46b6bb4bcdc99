"""Questions to name servers and their answers, kept in a book that rules can read without asking anybody.

A rule reads the book; what is missing is noted in `wanted` and counts as unanswered for now. Whoever can ask fetches
what is wanted and lets the rule begin anew, until nothing is. So rules stay pure, and whole rounds are asked at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

_LABEL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?")
_LONGEST = 253


class Found(StrEnum):
    """What an answer is."""

    SOME = "some"
    NOTHING = "nothing"
    """The name exists, and has no such record."""
    NO_NAME = "no_name"
    """The name does not exist (NXDOMAIN)."""
    SILENT = "silent"
    """Nobody answered, or with an error of the server's own."""


class Question(NamedTuple):
    """A name in lower case without its last dot, and `TXT`, `MX`, `A` or `AAAA`."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a name server said; a text is one string, a mail exchanger a name without its last dot."""

    found: Found
    values: tuple[str, ...] = ()


PENDING = Answer(Found.SILENT)
_NO_SUCH = Answer(Found.NO_NAME)


class Lookup(Protocol):
    """Asks name servers, for 5 seconds at most; aliases (CNAME) are followed. Never raises."""

    def look_up(self, question: Question) -> Answer:
        """One answer; `Found.SILENT` where there was none."""
        ...


class Book:
    """Answers that are known, and the questions still to be asked."""

    def __init__(self, known: Mapping[Question, Answer]) -> None:
        self._known = known
        self.wanted: dict[Question, None] = {}

    def read(self, name: str, kind: str) -> Answer:
        """The answer, or PENDING; a name that cannot be one does not exist."""
        name = name.rstrip(".").lower()
        if not is_name(name):
            return _NO_SUCH
        question = Question(name, kind)
        answer = self._known.get(question)
        if answer is None:
            self.wanted[question] = None
            return PENDING
        return answer


def is_name(name: str) -> bool:
    """Say whether a name server can be asked for it (RFC 1035 2.3.4), the underscore allowed."""
    return 0 < len(name) <= _LONGEST and all(_LABEL.fullmatch(label) for label in name.split("."))
