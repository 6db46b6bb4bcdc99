"""Which row of a list holds the names of its columns: below titles, and in two rows where cells were merged."""

from __future__ import annotations

from collections.abc import Sequence

from sendoff.core.address import check_address
from sendoff.core.column_names import means_email

_DEEPEST = 50
"""Rows looked at."""
_MERGED = 2
"""Names a second row of headers adds at least; fewer are an unnamed column above a first row."""


def find_header(rows: Sequence[Sequence[str]]) -> int:
    """The row of the column names, counted from 1, blank rows too; 0 where the first row already is a recipient.

    Of the rows above the first address it is the one that names the addresses, else the first with several names.
    """
    rows = rows[:_DEEPEST]
    first = next((number for number, row in enumerate(rows) if width_of(row)), 0)
    below = next((number for number, row in enumerate(rows) if _holds_address(row)), first + 1)
    last = next((number for number, row in enumerate(rows[:below]) if _holds_sign(row)), below)

    def score(at: int) -> tuple[bool, bool, bool]:
        cells = header_cells(rows, at)
        named = sum(bool(cell.strip()) for cell in cells)
        return any(means_email(cell) for cell in cells), cells != tuple(rows[at - 1]), named > 1

    # Of equals max() takes the first.
    return max(range(first + 1, last + 1), key=score, default=0)


def header_cells(rows: Sequence[Sequence[str]], at: int) -> tuple[str, ...]:
    """The names in row `at` (from 1); a blank one takes the name above it, where both rows are one merged header."""
    row = tuple(rows[at - 1])
    above = rows[at - 2] if at > 1 else ()
    if not _joins(above, row):
        return row
    width = max(len(row), len(above))
    return tuple(
        (row[index] if index < len(row) and row[index].strip() else above[index] if index < len(above) else "")
        for index in range(width)
    )


def width_of(row: Sequence[str]) -> int:
    """Cells up to the last that holds something."""
    return next((number for number in range(len(row), 0, -1) if row[number - 1].strip()), 0)


def _joins(above: Sequence[str], row: Sequence[str]) -> bool:
    """Say whether both rows are parts of one header: each has names where the other has none."""
    up = {index for index, cell in enumerate(above) if cell.strip()}
    down = {index for index, cell in enumerate(row) if cell.strip()}
    return len(down - up) >= _MERGED and bool(up - down) and len(up) >= _MERGED


def _holds_address(row: Sequence[str]) -> bool:
    return any("@" in cell and not check_address(cell).problem for cell in row)


def _holds_sign(row: Sequence[str]) -> bool:
    """Say whether a cell looks like an address, be it a wrong one: such a row names no columns."""
    return any("@" in cell and " " not in cell.strip() and cell.strip() != "@" for cell in row)
