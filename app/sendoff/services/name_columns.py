"""First and last names for a list that has whole names in one column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sendoff.core.listing import TableSource, Understood
from sendoff.core.person_names import family_first, split_name
from sendoff.core.recipient import ColumnMapping

_MADE = ("first_name", "last_name")
_SHARE = 3
"""One name in so many must tell its first name, or the column holds something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeNames:
    """A column of whole names."""

    column: int
    header: str
    written: str
    """One of its names, and what is made of it."""
    first: str
    last: str
    turned: bool = False
    """Last names stand first in it."""
    taken: bool = True
    """First and last names are taken from it."""


def whole_names(mapping: ColumnMapping, sample: Sequence[Sequence[str]]) -> WholeNames | None:
    """The column that first and last names can be taken from; None where the list has them, or no such column."""
    place = mapping.sources.get("name")
    if place is None or place == mapping.sources["email"] or any(name in mapping.sources for name in _MADE):
        return None
    turned = family_first(mapping.columns[place].header)
    written = [row[place].strip() for row in sample if row[place].strip()]
    found = [(one, *names) for one in written if (names := split_name(one, turned=turned))[0]]
    if not found or len(found) * _SHARE < len(written):
        return None
    example = next((one for one in found if one[2]), found[0])
    header = mapping.columns[place].header or mapping.columns[place].field
    return WholeNames(column=place, header=header, written=example[0], first=example[1], last=example[2], turned=turned)


class WithNames:
    """A list and, behind its columns, the first and the last names taken from one of them."""

    def __init__(self, inner: TableSource, column: int, *, turned: bool) -> None:
        self._inner = inner
        self._column = column
        self._turned = turned
        self._width = len(inner.headers)

    @property
    def headers(self) -> tuple[str, ...]:
        """The list's own, and two as the fields are called: they have no title in the list."""
        return *self._inner.headers, *_MADE

    @property
    def sample(self) -> tuple[tuple[str, ...], ...]:
        """The first rows."""
        return tuple(map(self._row, self._inner.sample))

    @property
    def notes(self) -> Understood:
        """How the list was read."""
        return self._inner.notes

    @property
    def formats(self) -> tuple[str, ...]:
        """The list's own."""
        return self._inner.formats

    def rows(self) -> Iterator[Sequence[str]]:
        """Every row; one with more cells than the list has columns stays longer than it may be."""
        return map(self._row, self._inner.rows())

    def _row(self, row: Sequence[str]) -> tuple[str, ...]:
        return *row[: self._width], *split_name(row[self._column], turned=self._turned), *row[self._width :]
