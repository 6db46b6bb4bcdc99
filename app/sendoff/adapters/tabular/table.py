"""A list with headers, whatever file it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sendoff.core.address import check_address
from sendoff.core.errors import InputError

COLUMN_LIMIT = 2_000
CELL_LIMIT = 1_000_000
"""Characters in one cell."""
SAMPLE = 1_000
"""Rows looked at to guess what the columns are."""

Row = tuple[str, ...]
Source = Callable[[], Iterator[Sequence[str]]]
"""Starts reading the file's rows from the top, the header among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What was taken for granted on opening; people can say otherwise. Empty where it does not apply."""

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    headerless: bool = False
    """The first row already is a recipient: the headers are not from the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A list that can be read again and again, a row at a time."""

    headers: Row
    sample: tuple[Row, ...]
    """The first rows."""
    notes: Guess
    sheets: Row = ()
    """All sheets that can be chosen, for a workbook."""
    source: Source

    def rows(self) -> Iterator[Row]:
        """The rows in order, padded to the headers; blank ones are left out. A row with more cells keeps them all.

        Raises InputError where the file turns out to be damaged further down.
        """
        rows = _filled(self.source(), len(self.headers))
        return rows if self.notes.headerless else islice(rows, 1, None)


def make_table(source: Source, notes: Guess, *, where: str, headers: Row = (), sheets: Row = ()) -> Table:
    """Find the headers of `source`, or take the ones given. Raises InputError for an empty list."""
    head = tuple(islice((tuple(row) for row in source() if _width(row)), SAMPLE + 1))
    if not head:
        raise InputError(
            "The list is empty.", remedy="Choose a file with at least one address.", where=where, code="empty_list"
        )
    headerless = bool(headers) or any("@" in cell and not check_address(cell).problem for cell in head[0])
    width = max(_width(row) for row in head)
    if width > COLUMN_LIMIT:
        raise InputError(
            f"The list has {width:,} columns; {COLUMN_LIMIT:,} is the most.",
            remedy="Remove the columns the message does not need.",
            where=where,
            code="too_wide",
        )
    if not headers:
        width = width if headerless else min(width, len(head[0]))
        headers = tuple(f"column_{number}" for number in range(1, width + 1)) if headerless else head[0][:width]
    sample = tuple(_fit(row, len(headers)) for row in head[0 if headerless else 1 :][:SAMPLE])
    if not sample:
        raise InputError(
            "The list has column names, but no rows.",
            remedy="Choose a file with at least one address.",
            where=where,
            code="empty_list",
        )
    guess = Guess(encoding=notes.encoding, delimiter=notes.delimiter, sheet=notes.sheet, headerless=headerless)
    return Table(headers=headers, sample=sample, notes=guess, sheets=sheets, source=source)


def _filled(rows: Iterator[Sequence[str]], width: int) -> Iterator[Row]:
    for row in rows:
        text = "".join(row)
        if not text or text.isspace():
            continue
        yield tuple(row) if len(row) == width else _fit(row, width)


def _fit(row: Sequence[str], width: int) -> Row:
    """Pad to `width`; cells beyond it stay only where they hold something."""
    return (*row[: max(width, _width(row))], *("",) * (width - len(row)))


def _width(row: Sequence[str]) -> int:
    """Cells up to the last that holds something."""
    return next((number for number in range(len(row), 0, -1) if row[number - 1].strip()), 0)
