"""The values of the content check: the finished message it reads, and what it has to say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a remark does."""

    BLOCKING = "blocking"
    """It closes sending until it is mended or accepted."""
    WARNING = "warning"
    GOOD = "good"


class ContentKind(StrEnum):
    """What can be held against a message."""

    CLIPPED = "clipped"
    NO_ALT = "no_alt"
    LINK_TEXT = "link_text"
    DEAD_LINK = "dead_link"
    LOST_ANCHOR = "lost_anchor"
    SHORT_LINK = "short_link"
    NO_UNSUBSCRIBE = "no_unsubscribe"
    NO_POSTAL = "no_postal"
    SHOUTING = "shouting"
    TRAP_WORDS = "trap_words"
    SUBJECT_LENGTH = "subject_length"
    PREHEADER_LENGTH = "preheader_length"
    MOSTLY_PICTURES = "mostly_pictures"
    BROKEN_HTML = "broken_html"
    LOOKALIKE = "lookalike"
    INSECURE_PICTURE = "insecure_picture"
    ACTIVE = "active_content"
    HEAVY = "heavy_attachments"
    SPAM_SCORE = "spam_score"
    NO_DOMAIN = "no_domain"
    """The domain of From does not exist."""
    RAW_VALUE = "raw_value"
    """A date or a figure is shown as the list has it, and its column has a form for people."""
    LEFTOVER = "leftover"
    """Sentences are still those of a template."""
    EXAMPLE_LINK = "example_link"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Place:
    """Where: what is written there, and the line of the HTML, 0 where there is none."""

    excerpt: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One finding: `count` places, of which the first are in `places`."""

    kind: ContentKind
    severity: Severity
    sentence: str
    why: str = ""
    places: tuple[Place, ...] = ()
    count: int = 1
    field: str = ""
    """The merge field it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A finished message, as one reader gets it."""

    subject: str = ""
    preheader: str = ""
    html: str = ""
    text: str = ""
    sender: str = ""
    """The address alone."""
    reply_to: str = ""
    unsubscribe: bool = False
    """The campaign has an address for unsubscribing, so there is a link."""
    postal: bool = False
    attachments: tuple[tuple[str, int], ...] = ()
    """Name and bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentWords:
    """What words and domains are looked up in; lower case."""

    shorteners: frozenset[str] = frozenset()
    traps: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()
    shipped: frozenset[str] = frozenset()
    """Sentences that templates bring, as `core.leftovers` marks them."""

    @classmethod
    def of(
        cls, shorteners: Iterable[str], traps: Iterable[str], leaving: Iterable[str], shipped: Iterable[str] = ()
    ) -> ContentWords:
        """Take them as they are written in a file."""
        return cls(
            shorteners=frozenset(one.lower() for one in shorteners),
            traps=tuple(one.casefold() for one in traps),
            leaving=tuple(one.casefold() for one in leaving),
            shipped=frozenset(shipped),
        )
