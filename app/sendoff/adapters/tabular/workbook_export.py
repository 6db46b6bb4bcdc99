"""Workbooks written for people: an XLSX of any length in bounded memory, in which nothing runs when it is opened."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sendoff.adapters.tabular.export import FORMULA, unwritable
from sendoff.core.language import tr
from sendoff.core.ports import Cell

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

SHEET_ROWS = 1_000_000
"""Rows of one sheet below its header; Excel takes 1,048,576."""
_LONGEST = 32_767
"""Characters of a cell, by the format."""
_WIDEST = 48
_TIME = 19
"""Characters of a time as it is shown."""
_MEASURED = 1000
"""Rows of a sheet whose cells say how wide its columns are."""
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_workbook(path: Path, headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write a list as XLSX, whole or not at all; return the rows written. Times are written as UTC. Raises InputError.

    A text is written as a text whatever it begins with (CWE-1236), and stays one when its cell is edited.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import XlsxWriterException

    temporary: Path | None = None
    try:
        with tempfile.TemporaryDirectory(prefix="sendoff-") as scratch:
            with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".export-", suffix=".xlsx", delete=False) as file:
                temporary = Path(file.name)
            book = Workbook(str(temporary), {**_OPTIONS, "tmpdir": scratch})
            written = _fill(book, headers, rows)
            book.close()
        temporary.replace(path)
        temporary = None
    except (OSError, XlsxWriterException) as error:
        raise unwritable(path) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
    return written


def _fill(book: Workbook, headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    head = book.add_format({"bold": True, "bottom": 1})
    time = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    text = book.add_format({"quote_prefix": True})
    sheet: Worksheet | None = None
    wide = [len(one) for one in headers]
    written = 0
    for row in rows:
        place = written % SHEET_ROWS
        if sheet is None or place == 0:
            sheet = _sheet(book, headers, head, written // SHEET_ROWS)
        for column, cell in enumerate(row):
            _put(sheet, place + 1, column, cell, time, text)
        if place < _MEASURED:
            wide = [
                max(one, _TIME if isinstance(cell, datetime) else len(str(cell)))
                for one, cell in zip(wide, row, strict=True)
            ]
        written += 1
    for one in book.worksheets() or [_sheet(book, headers, head, 0)]:
        for column, letters in enumerate(wide):
            one.set_column(column, column, min(_WIDEST, letters + 2))
    return written


def _sheet(book: Workbook, headers: Sequence[str], head: Any, number: int) -> Worksheet:
    sheet = book.add_worksheet(tr("Recipients {number}", number=number + 1) if number else tr("Recipients"))
    sheet.freeze_panes(1, 0)
    for column, header in enumerate(headers):
        sheet.write_string(0, column, header, head)
    return sheet


def _letters(cell: Cell) -> int:
    return _TIME if isinstance(cell, datetime) else len(str(cell))


def _put(sheet: Worksheet, row: int, column: int, cell: Cell, time: Any, text: Any) -> None:
    match cell:
        case datetime():
            sheet.write_datetime(row, column, cell.replace(tzinfo=None), time)
        case int():
            sheet.write_number(row, column, cell)
        case "":
            return
        case _:
            sheet.write_string(row, column, cell[:_LONGEST], text if cell.startswith(FORMULA) else None)
