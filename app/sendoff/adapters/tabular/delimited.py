"""Lists as text: CSV in every dialect, and plain lists of addresses, one a line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from sendoff.adapters.tabular.encoding import find_encoding, read_lines
from sendoff.adapters.tabular.table import CELL_LIMIT, COLUMN_LIMIT, Guess, Table, make_table
from sendoff.core.address import check_address
from sendoff.core.errors import InputError

DELIMITERS = (",", ";", "\t", "|")

_HEAD = 65_536
"""Characters looked at to guess the delimiter."""
_ROWS = 50
_PLAIN_HEADERS = ("email", "name")


def open_text(path: Path, *, encoding: str = "", delimiter: str = "") -> Table:
    """Open a text file as a list. Raises InputError for what is not text, and for an encoding that does not fit."""
    delimiter = _known(path, delimiter)
    encoding = find_encoding(path, encoding)
    head = _head(path, encoding)
    said = head[0].strip().lower() if head else ""
    skip = int(said.startswith("sep=") and len(said) <= len("sep=;"))
    if skip:
        delimiter = delimiter or head[0].strip("\r\n")[len("sep=") :][:1]
    if not delimiter and _is_plain(head):
        return make_table(
            lambda: _read_plain(path, encoding), Guess(encoding=encoding), where=path.name, headers=_PLAIN_HEADERS
        )
    chosen = delimiter or guess_delimiter(head[skip:])
    notes = Guess(encoding=encoding, delimiter=chosen)
    return make_table(lambda: _read_rows(path, encoding, chosen, skip), notes, where=path.name)


def guess_delimiter(lines: Sequence[str]) -> str:
    """The delimiter under which the rows hold most whole addresses, then have the same and the most cells."""
    csv.field_size_limit(CELL_LIMIT)

    def score(delimiter: str) -> tuple[int, bool, float, int]:
        try:
            rows = [row for row in islice(csv.reader(lines, delimiter=delimiter), _ROWS) if any(row)]
        except csv.Error:
            return 0, False, 0.0, 0
        width = len(rows[0]) if rows else 0
        addresses = sum("@" in cell and not check_address(cell).problem for row in rows for cell in row)
        return addresses, width > 1, sum(len(row) == width for row in rows) / max(len(rows), 1), width

    # Of equals max() takes the first, so a list of one column is taken for CSV.
    return max(DELIMITERS, key=score)


def _known(path: Path, delimiter: str) -> str:
    delimiter = "\t" if delimiter.lower() in {"tab", "\\t"} else delimiter
    if len(delimiter) > 1 or delimiter in {'"', "\r", "\n"}:
        raise InputError(
            f"“{delimiter.strip()}” cannot separate columns.",
            remedy="Use one character: a comma, a semicolon, a bar, or tab.",
            where=path.name,
            code="delimiter",
        )
    return delimiter


def _head(path: Path, encoding: str) -> list[str]:
    lines, size = [], 0
    for line in read_lines(path, encoding):
        lines.append(line)
        size += len(line)
        if size > _HEAD or len(lines) > 10 * _ROWS:
            break
    return lines


def _is_plain(lines: Sequence[str]) -> bool:
    """Say whether nine of ten lines, the first among them, are an address or `Name <address>` and nothing else."""
    filled = [line for line in lines if line.strip()]
    hits = [_is_mailbox(line) for line in filled]
    return bool(hits) and hits[0] and sum(hits) >= 0.9 * len(hits)


def _is_mailbox(line: str) -> bool:
    # A bar may stand in an address (RFC 5322), but in a list it separates cells.
    return "|" not in line and "\t" not in line.strip() and not check_address(line.strip().rstrip(",;")).problem


def _read_plain(path: Path, encoding: str) -> Iterator[tuple[str, str]]:
    for line in read_lines(path, encoding):
        text = line.strip().rstrip(",;")
        checked = check_address(text)
        yield (text, "") if checked.problem else (checked.address, checked.name)


def _read_rows(path: Path, encoding: str, delimiter: str, skip: int) -> Iterator[list[str]]:
    csv.field_size_limit(CELL_LIMIT)
    # strict: an open quotation mark would otherwise swallow the rest of the list in silence.
    reader = csv.reader(islice(read_lines(path, encoding), skip, None), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if len(row) > COLUMN_LIMIT and any(row[COLUMN_LIMIT:]):
                raise _broken(path, reader.line_num, f"it has more than {COLUMN_LIMIT:,} columns", "too_wide")
            yield row
    except csv.Error as error:
        if "field limit" in str(error):
            what = "a cell is larger than 1 MB, or a quotation mark is not closed"
        else:
            what = "a quotation mark is out of place or not closed"
        raise _broken(path, reader.line_num, what) from error


def _broken(path: Path, line: int, what: str, code: str = "broken_row") -> InputError:
    return InputError(
        f"The list cannot be read near line {line:,}: {what}.",
        remedy="Correct the line, or save the list again as CSV or XLSX. "
        "Inside a quoted value, a quotation mark is written twice.",
        where=path.name,
        code=code,
    )
