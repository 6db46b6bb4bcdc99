"""A list with headers, whatever file it came from."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from sendoff.adapters.tabular.header import find_header, header_cells, width_of
from sendoff.core.errors import InputError
from sendoff.core.language import digits, tr
from sendoff.core.listing import Understood, check_header

COLUMN_LIMIT = 2_000
CELL_LIMIT = 1_000_000
"""Characters in one cell."""
SAMPLE = 1_000
"""Rows looked at to guess what the columns are."""

_SAMPLE_SIZE = 4_000_000
"""Characters looked at, at most."""

Row = tuple[str, ...]
Source = Callable[[], Iterator[Sequence[str]]]
"""Starts reading the file's rows from the top, blank ones and the header among them."""
Stamp = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A list that can be read again and again, a row at a time, as long as its file stays the same."""

    headers: Row
    sample: tuple[Row, ...]
    """The first rows."""
    notes: Understood
    source: Source
    path: Path
    stamp: Stamp
    formats: tuple[str, ...] = ()
    """How a workbook shows the figures of its columns, as XLSX writes it, such as `dd.mm.yyyy`; may be shorter."""

    def rows(self) -> Iterator[Row]:
        """The rows in order, padded to the headers; blank ones are left out. A row with more cells keeps them all.

        Raises InputError where the file turns out to be damaged further down, or is no longer the one looked at.
        """
        _check_unchanged(self.path, self.stamp)
        rows = _filled(islice(self.source(), self.notes.header, None), len(self.headers))
        try:
            yield from rows
        except InputError:
            _check_unchanged(self.path, self.stamp)  # then that is the reason for whatever was found
            raise
        _check_unchanged(self.path, self.stamp)


def make_table(source: Source, notes: Understood, *, path: Path, headers: Row = (), header: int | None = None) -> Table:
    """Find the headers of `source`, or take the ones given; `header` is a person's word on their row.

    Raises InputError for an empty list.
    """
    stamp = stamp_of(path)
    check_header(header, path.name)
    head = _first_rows(source())
    if not any(width_of(row) for row in head):
        raise _empty(tr("The list is empty."), path)
    if not headers:
        at = find_header(head) if header is None else header
        notes = replace(notes, header=at)
        headers = _headers(head, at, path)
    sample = tuple(islice(_filled(iter(head[notes.header :]), len(headers)), SAMPLE))
    if not sample:
        raise _empty(tr("The list has column names, but no rows."), path)
    return Table(headers=headers, sample=sample, notes=notes, source=source, path=path, stamp=stamp)


def stamp_of(path: Path) -> Stamp:
    """What changes when a file does. Raises InputError where it is gone."""
    try:
        found = os.stat(path)  # noqa: PTH116 -- one call for four values, and the same word on every platform
    except OSError as error:
        raise InputError(
            tr("The file cannot be read to its end."), remedy=tr("Open it again."), where=path.name, code="unreadable"
        ) from error
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _check_unchanged(path: Path, stamp: Stamp) -> None:
    if stamp_of(path) != stamp:
        raise InputError(
            tr("The file has changed since it was looked at."),
            remedy=tr("Close it in other programs, then open it here again. Nothing was imported."),
            where=path.name,
            code="changed",
        )


def _first_rows(rows: Iterator[Sequence[str]]) -> list[Row]:
    head, size = [], 0
    for row in rows:
        head.append(tuple(row))
        size += sum(map(len, row))
        if len(head) > SAMPLE or size > _SAMPLE_SIZE:
            break
    return head


def _headers(head: Sequence[Row], at: int, path: Path) -> Row:
    width = max(width_of(row) for row in head)
    if width > COLUMN_LIMIT:
        raise InputError(
            tr(
                "The list has {width} columns; {column_limit} is the most.",
                width=digits(f"{width:,}"),
                column_limit=digits(f"{COLUMN_LIMIT:,}"),
            ),
            remedy=tr("Remove the columns the message does not need."),
            where=path.name,
            code="too_wide",
        )
    if at == 0:
        return tuple(f"column_{number}" for number in range(1, width + 1))
    cells = header_cells(head, at)[:width] if at <= len(head) else ()
    if not width_of(cells):
        raise InputError(
            tr("Row {at} holds no column names.", at=digits(f"{at:,}")),
            remedy=tr("Name the row they are in, or 0 where the list has none."),
            where=path.name,
            code="header",
        )
    return cells


def _empty(title: str, path: Path) -> InputError:
    return InputError(title, remedy=tr("Choose a file with at least one address."), where=path.name, code="empty_list")


def _filled(rows: Iterator[Sequence[str]], width: int) -> Iterator[Row]:
    for row in rows:
        # Nearly every row of a list: whole, and something in its first cell.
        if len(row) == width and row[0] and not row[0].isspace():
            yield tuple(row)
            continue
        text = "".join(row)
        if not text or text.isspace():
            continue
        yield tuple(row) if len(row) == width else _fit(row, width)


def _fit(row: Sequence[str], width: int) -> Row:
    """Pad to `width`; cells beyond it stay only where they hold something."""
    return (*row[: max(width, width_of(row))], *("",) * (width - len(row)))
