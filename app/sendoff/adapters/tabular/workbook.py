"""Lists from Excel and LibreOffice workbooks, with cells as people see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from sendoff.adapters.tabular.container import check_container, damaged, protected
from sendoff.adapters.tabular.number_formats import column_formats
from sendoff.adapters.tabular.table import CELL_LIMIT, Table, make_table
from sendoff.core.errors import InputError
from sendoff.core.language import digits, tr
from sendoff.core.listing import ReadOptions, Understood

Cell = int | float | str | bool | dt.date | dt.time | dt.timedelta

_EXACT = 1e15
"""Whole numbers below this have all their digits in a float."""


def open_workbook(path: Path, options: ReadOptions) -> Table:
    """Open one sheet: the one named, or the first visible one that holds something.

    Raises InputError for a damaged, protected or oversized workbook and for a sheet that is not there.
    """
    check_container(path)
    with _readable(path):
        book = CalamineWorkbook.from_path(path)
        names = tuple(
            meta.name
            for meta in book.sheets_metadata
            if meta.typ is SheetTypeEnum.WorkSheet and meta.visible is SheetVisibleEnum.Visible
        )
        page = _choose(path, book, names, options.sheet)
    notes = Understood(kind="workbook", sheet=page.name, sheets=names)
    table = make_table(lambda: _read(page, path), notes, path=path, header=options.header)
    # The reader begins with the first column that holds something.
    return replace(table, formats=column_formats(path, page.name, page.start[1] if page.start else 0))


def show(cell: Cell) -> str:  # noqa: PLR0911 -- one line a type
    """A cell as a person sees it: 5.0 is `5`, dates are ISO 8601."""
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT else format(cell, ".15g")
        case dt.datetime():
            return cell.isoformat(sep=" ", timespec="seconds" if cell.second else "minutes")
        case dt.date():
            return cell.isoformat()
        case dt.time():
            return cell.isoformat(timespec="seconds" if cell.second else "minutes")
        case dt.timedelta():
            minutes, seconds = divmod(round(cell.total_seconds()), 60)
            return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
        case _:
            return str(cell)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Turn what the reader raises into InputError; it is written in Rust, and its panics are no Exceptions."""
    try:
        yield
    except PasswordError as error:
        raise protected(path) from error
    except (CalamineError, OSError) as error:
        raise damaged(path) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(path) from error


def _choose(path: Path, book: CalamineWorkbook, names: tuple[str, ...], wanted: str) -> CalamineSheet:
    if wanted:
        for name in book.sheet_names:
            if name.strip().casefold() == wanted.strip().casefold():
                return book.get_sheet_by_name(name)
        raise InputError(
            tr("The workbook has no sheet “{wanted}”.", wanted=wanted),
            remedy=tr("Its sheets are: {names}.", names=", ".join(names)),
            where=path.name,
            code="no_sheet",
        )
    pages = (book.get_sheet_by_name(name) for name in names)
    kept = [page for page in pages if page.height]
    # A page with one row is a cover, or a table of which only the titles are left.
    filled = next((page for page in kept if page.height > 1), next(iter(kept), None))
    if filled is None:
        hidden = [name for name in book.sheet_names if name not in names]
        raise InputError(
            tr("The workbook is empty.") if not hidden else tr("The sheets that are not hidden are empty."),
            remedy=tr("Choose one of the hidden ones: {hidden}.", hidden=", ".join(hidden))
            if hidden
            else tr("Choose a file with at least one address."),
            where=path.name,
            code="empty_list",
        )
    return filled


def _read(page: CalamineSheet, path: Path) -> Iterator[list[str]]:
    for number, row in enumerate(page.iter_rows(), 1):
        cells = [show(cell) for cell in row]
        if any(len(cell) > CELL_LIMIT for cell in cells):
            raise InputError(
                tr("A cell near row {number} is larger than 1 MB.", number=digits(f"{number:,}")),
                remedy=tr("Shorten it."),
                where=path.name,
                code="broken_row",
            )
        yield cells
