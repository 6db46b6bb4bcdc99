"""What people call the columns of a list: the title of each merge field, and how one is said that has none."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sendoff.core.free_names import first_free
from sendoff.core.language import phrase, tr

LONGEST = 200
"""Characters of a title that are kept."""
MEANINGS: Mapping[str, str] = {
    "email": phrase("E-mail address"),
    "first_name": phrase("First name"),
    "last_name": phrase("Last name"),
    "name": phrase("Name"),
}
"""The fields with a meaning of their own."""
_NUMBERED = re.compile(r"column_(\d+)")
_FIRST_STRONG, _END = "\u2068", "\u2069"
"""Isolates (UAX 9): what is written from the right stays one piece within a sentence that is not."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of one list's columns. Fields that are read from the same column share its title, and no others do."""

    pairs: tuple[tuple[str, str], ...] = ()
    """Field and title; a field whose column is called as the field is, is not among them."""

    def of(self, field: str) -> str:
        """What a field is called: `Last order`; in words where the list does not know it: `last order`."""
        return next((title for name, title in self.pairs if name == field), "") or _plain(field)

    def offered(self, fields: Iterable[str], now: str = "") -> list[tuple[str, str]]:
        """Each column once, as the first of its fields, with its title: what a choice offers.

        The field that is chosen `now` stands for its column, and comes first where the list does not have it.
        """
        groups = self.columns(fields)
        if now and not any(now in group for group in groups):
            groups.insert(0, (now,))
        return [(now if now in group else group[0], self.of(group[0])) for group in groups]

    def columns(self, fields: Iterable[str]) -> list[tuple[str, ...]]:
        """The fields of each column: `first_name` and `vorname` belong together where both are read from “Vorname”."""
        known = dict(self.pairs)
        groups: dict[str, tuple[str, ...]] = {}
        for field in fields:
            key = known.get(field, f"\0{field}")
            groups[key] = (*groups.get(key, ()), field)
        return list(groups.values())

    def renamed(self, called: Mapping[str, str], *, without: Collection[str] = ()) -> Titles:
        """The same titles for fields that have other names, but for those that have one of these."""
        pairs = ((called.get(field, field), title) for field, title in self.pairs)
        return Titles(tuple((field, title) for field, title in pairs if field[:1] != "@" and field not in without))

    def shared(self, also: Mapping[str, str]) -> Titles:
        """With the titles of fields that are read from a column as well: the column's field → the other one."""
        added = {name: self.of(field) for field, name in also.items()}
        return Titles(tuple({**dict(self.pairs), **{field: self.of(field) for field in also}, **added}.items()))

    def joined(self, other: Titles) -> Titles:
        """The titles of two lists in one: the first one's lead, and different columns stay distinct."""
        mine, its = dict(self.pairs), dict(other.pairs)
        taken = {title.casefold() for title in mine.values()}
        given: dict[str, str] = {}
        for field, title in its.items():
            if field in mine:
                continue
            same = any(its.get(name) == title for name, held in mine.items() if held == title)
            if title not in given:
                given[title] = title if same else _free(title, taken)
                taken.add(given[title].casefold())
            mine[field] = given[title]
        return Titles(tuple(mine.items()))


UNTITLED = Titles()
"""Nobody knows what the columns are called."""


def titles_of(headers: Sequence[str], sources: Mapping[str, int]) -> Titles:
    """The titles of a list's fields by its headers; two columns of one name get numbers: `City`, `City (2)`."""
    taken: set[str] = set()
    own: list[str] = []
    for header in headers:
        title = shortened(" ".join(header.replace("_", " ").split()), LONGEST)
        own.append(_free(title, taken))
        taken.add(own[-1].casefold())
    shared = Counter(sources.values())
    told = (
        (field, own[place]) for field, place in sources.items() if headers[place].strip() != field or shared[place] > 1
    )
    return Titles(tuple((field, title) for field, title in told if title))


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters: what is too much goes from the middle, so that its end still tells it."""
    if len(text) <= most:
        return text
    head = text[: (most - 1) // 2].rstrip()
    tail = text[len(text) - (most - 1 - (most - 1) // 2) :]
    while tail and unicodedata.combining(tail[0]):
        tail = tail[1:]
    return f"{head}…{tail.lstrip()}"


def isolated(title: str) -> str:
    """A title for the middle of a sentence: one that is written from the right does not turn the words around it."""
    turns = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in title)
    return f"{_FIRST_STRONG}{title}{_END}" if turns else title


def _plain(field: str) -> str:
    if meaning := MEANINGS.get(field):
        return tr(meaning)
    if numbered := _NUMBERED.fullmatch(field):
        return tr("Column {number}", number=numbered[1])
    return " ".join(field.replace("_", " ").split()) or field


def _free(title: str, taken: Collection[str]) -> str:
    return first_free(title, lambda number: f"{title} ({number})", taken, key=str.casefold)
