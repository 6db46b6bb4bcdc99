"""Lists from Excel and LibreOffice workbooks, with cells as people see them."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterator
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from sendoff.adapters.tabular.table import CELL_LIMIT, Guess, Table, make_table
from sendoff.core.errors import InputError

Cell = int | float | str | bool | dt.date | dt.time | dt.timedelta

ENTRY_LIMIT = 1_000
SIZE_LIMIT = 1 << 30
RATIO_LIMIT = 200
"""Beyond these a workbook is taken for a decompression bomb."""

_SMALL = 10 << 20
_EXACT = 1e15
"""Whole numbers below this have all their digits in a float."""


def open_workbook(path: Path, *, sheet: str = "") -> Table:
    """Open one sheet: the one named, or the first visible one that holds something.

    Raises InputError for a damaged, protected or oversized workbook and for a sheet that is not there.
    """
    _check_archive(path)
    try:
        book = CalamineWorkbook.from_path(path)
        names = tuple(
            meta.name
            for meta in book.sheets_metadata
            if meta.typ is SheetTypeEnum.WorkSheet and meta.visible is SheetVisibleEnum.Visible
        )
        page = _choose(path, book, names, sheet)
    except PasswordError as error:
        raise _protected(path) from error
    except (CalamineError, OSError) as error:
        raise damaged(path) from error
    notes = Guess(sheet=page.name)
    return make_table(lambda: _read(page, path), notes, where=path.name, sheets=names)


def damaged(path: Path) -> InputError:
    """The error for what claims to be a workbook and is none."""
    return InputError(
        "The workbook cannot be read; it is damaged or of another kind.",
        remedy="Open it in the program it comes from and save it as XLSX or CSV.",
        where=path.name,
        code="damaged",
    )


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
        case _:
            return str(cell)


def _choose(path: Path, book: CalamineWorkbook, names: tuple[str, ...], wanted: str) -> CalamineSheet:
    if wanted:
        for name in book.sheet_names:
            if name.strip().casefold() == wanted.strip().casefold():
                return book.get_sheet_by_name(name)
        raise InputError(
            f"The workbook has no sheet “{wanted}”.",
            remedy=f"Its sheets are: {', '.join(names)}.",
            where=path.name,
            code="no_sheet",
        )
    pages = (book.get_sheet_by_name(name) for name in names)
    filled = next((page for page in pages if page.height), None)
    if filled is None:
        raise InputError(
            "The workbook is empty.",
            remedy="Choose a file with at least one address.",
            where=path.name,
            code="empty_list",
        )
    return filled


def _read(page: CalamineSheet, path: Path) -> Iterator[list[str]]:
    for number, row in enumerate(page.iter_rows(), 1):
        cells = [show(cell) for cell in row]
        if any(len(cell) > CELL_LIMIT for cell in cells):
            raise InputError(
                f"A cell near row {number:,} is larger than 1 MB.",
                remedy="Shorten it.",
                where=path.name,
                code="broken_row",
            )
        yield cells


def _check_archive(path: Path) -> None:
    """Look at the container before anything is unpacked."""
    with path.open("rb") as file:
        if file.read(2) != b"PK":
            # An encrypted XLSX is an OLE container with a stream of this name (MS-OFFCRYPTO 2.3.4).
            file.seek(0)
            if "EncryptedPackage".encode("utf-16-le") in file.read(SIZE_LIMIT):
                raise _protected(path)
            return
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            manifest = "META-INF/manifest.xml"
            if any(e.filename == manifest and e.file_size < _SMALL for e in entries):
                protected = b"encryption-data" in archive.read(manifest)
            else:
                protected = any(entry.flag_bits & 1 for entry in entries)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError) as error:
        raise damaged(path) from error
    if protected:
        raise _protected(path)
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > ENTRY_LIMIT or size > SIZE_LIMIT or size > max(_SMALL, RATIO_LIMIT * packed):
        raise InputError(
            "The workbook unpacks to far more than a list needs.",
            remedy="Save the sheet with the list as CSV.",
            where=path.name,
            code="too_large",
        )


def _protected(path: Path) -> InputError:
    return InputError(
        "The workbook is protected by a password.",
        remedy="Save a copy without the password.",
        where=path.name,
        code="password",
    )
