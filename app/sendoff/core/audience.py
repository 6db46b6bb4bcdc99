"""Audiences: lists kept under a name; and which rows of a list are meant, in what order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sendoff.core.delivery import State
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.recipient import Verdict
from sendoff.core.segment import EVERYBODY, Segment
from sendoff.core.shown import Formats
from sendoff.core.titles import UNTITLED, Titles

NAME_LIMIT = 200
"""Characters of a name or a tag."""
REACHED = (
    State.SENDING, State.ACCEPTED, State.IN_DOUBT, State.BOUNCED, State.COMPLAINED, State.UNSUBSCRIBED,
)  # fmt: skip
"""Who may have got a campaign: everybody whose message was handed over, whatever came of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """A list with a name. Its rows are kept like a draft's, under the audience's id, and never claimed."""

    id: str
    name: str
    tags: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    """Its columns as merge fields, `email` among them."""
    titles: Titles = UNTITLED
    """What they are called."""
    formats: Formats = ()
    """How the list's workbook shows them."""
    source: str = ""
    """Where it came from, in words."""
    created_at: int = 0
    """Epoch milliseconds, as is `updated_at`."""
    updated_at: int = 0


class Combination(StrEnum):
    """How two audiences make a third; people are told apart by their address."""

    UNION = "union"
    """Everybody in either; who is in both comes with the first one's fields."""
    DIFFERENCE = "difference"
    """Who is in the first and not in the second."""
    INTERSECTION = "intersection"
    """Who is in both, with the first one's fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Rows of one list: all conditions must hold."""

    owner_id: str
    """The campaign or audience."""
    fields: tuple[str, ...]
    titles: Titles = UNTITLED
    """What the columns are called, for whoever makes a list of these rows."""
    formats: Formats = ()
    """How they are shown, likewise."""
    text: str = ""
    """Part of an address or a name; case does not matter."""
    verdicts: tuple[Verdict, ...] = ()
    """Of a draft or audience; empty means any."""
    kept: bool = False
    """Leave out what is invalid, repeated or left out by a person."""
    segment: Segment = EVERYBODY
    within: tuple[str, ...] = ()
    """Lists that must each hold the address."""
    without: tuple[str, ...] = ()
    """Lists that must not hold the address."""
    unknown_to: tuple[str, ...] = ()
    """Lists that must not even hold the address as one that a person left out."""
    not_in: tuple[str, ...] = ()
    """Campaigns that must not have reached the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """The order of rows; without a field, the list's own."""

    field: str = ""
    """`address`, `name` or a column."""
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What a newer list brings to an audience, by address."""

    new: int
    changed: int
    same: int
    gone: int
    """In the audience and not in the newer list; kept, unless asked otherwise."""
    invalid: int
    duplicate: int
    corrected: int = 0
    """Those of the newer list that are known by the address a person gave them."""


def checked_name(name: str, *, tag: bool = False) -> str:
    """A name or tag without blanks around it. Raises InputError where nothing is left, or too much."""
    bare = " ".join(name.split())
    if not bare or len(bare) > NAME_LIMIT:
        raise InputError(
            tr("That is no tag.") if tag else tr("That is no name."),
            remedy=tr("Use 1 to {name_limit} characters.", name_limit=NAME_LIMIT),
            code="name",
        )
    return bare


def joined_fields(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """The columns of two lists in one; the first one's order leads."""
    return tuple(dict.fromkeys((*first, *second)))
