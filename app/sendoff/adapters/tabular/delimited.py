"""Lists as text: CSV in every dialect, and plain lists of addresses."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from sendoff.adapters.tabular.encoding import find_encodings, read_lines
from sendoff.adapters.tabular.export import ENCODING, is_guarded, unguard
from sendoff.adapters.tabular.mailboxes import HEADERS, find_separator, read_mailboxes
from sendoff.adapters.tabular.table import CELL_LIMIT, COLUMN_LIMIT, Table, make_table
from sendoff.core.address import check_address
from sendoff.core.errors import InputError
from sendoff.core.language import digits, tr
from sendoff.core.listing import ReadOptions, Understood

DELIMITERS = (",", ";", "\t", "|")

_HEAD = 65_536
"""Characters looked at to guess the delimiter."""
_ROWS = 50


def open_text(path: Path, options: ReadOptions) -> Table:
    """Open a text file as a list. Raises InputError for what is not text, and for an encoding that does not fit."""
    delimiter = _known(path, options.delimiter)
    encodings = find_encodings(path, options.encoding)
    encoding = encodings[0]
    head = _head(path, encoding)
    said = head[0].strip().lower() if head else ""
    skip = int(said.startswith("sep=") and len(said) <= len("sep=;"))
    if skip:
        delimiter = delimiter or head[0].strip("\r\n")[len("sep=") :][:1]
    mark = find_separator(head) if not delimiter and options.header is None else None
    if mark is not None:
        notes = Understood(kind="addresses", encoding=encoding, encodings=encodings)
        return make_table(lambda: read_mailboxes(path, encoding, mark), notes, path=path, headers=HEADERS)
    delimiters = likely_delimiters(head[skip:])
    chosen = delimiter or delimiters[0]
    notes = Understood(
        kind="csv",
        encoding=encoding,
        encodings=encodings,
        delimiter=chosen,
        delimiters=(chosen, *(other for other in delimiters if other != chosen)),
    )
    # Sendoff's own exports have this encoding; a list of another program may mean its apostrophes.
    guarded = encoding == ENCODING and is_guarded(path)

    def source() -> Iterator[list[str]]:
        rows = _read_rows(path, encoding, chosen, skip)
        return ([unguard(cell) for cell in row] for row in rows) if guarded else rows

    return make_table(source, notes, path=path, header=options.header)


def likely_delimiters(lines: Sequence[str]) -> tuple[str, ...]:
    """The delimiters, the likeliest first: most whole addresses in the rows, then the same and the most cells."""
    csv.field_size_limit(CELL_LIMIT)

    def score(delimiter: str) -> tuple[int, bool, float, int]:
        try:
            rows = [row for row in islice(csv.reader(lines, delimiter=delimiter), _ROWS) if any(row)]
        except csv.Error:
            return 0, False, 0.0, 0
        addresses = sum("@" in cell and not check_address(cell).problem for row in rows for cell in row)
        # The usual width, for a title above the table has another.
        widths = [len(row) for row in rows]
        width = max(set(widths), key=lambda each: (widths.count(each), each), default=0)
        return addresses, width > 1, widths.count(width) / max(len(rows), 1), width

    # sorted() keeps the order of equals, so a list of one column is taken for CSV.
    return tuple(sorted(DELIMITERS, key=score, reverse=True))


def _known(path: Path, delimiter: str) -> str:
    delimiter = "\t" if delimiter.lower() in {"tab", "\\t"} else delimiter
    if len(delimiter) > 1 or delimiter in {'"', "\r", "\n", "\0"}:
        raise InputError(
            tr("“{delimiter}” cannot separate columns.", delimiter=delimiter.strip()),
            remedy=tr("Use one character: a comma, a semicolon, a bar, or tab."),
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


def _read_rows(path: Path, encoding: str, delimiter: str, skip: int) -> Iterator[list[str]]:
    csv.field_size_limit(CELL_LIMIT)
    # Closed with the first broken row too: the file would stay open as long as the error is kept.
    with closing(read_lines(path, encoding)) as lines:
        # strict: an open quotation mark would otherwise swallow the rest of the list in silence.
        reader = csv.reader(islice(lines, skip, None), delimiter=delimiter, strict=True)
        try:
            for row in reader:
                if len(row) > COLUMN_LIMIT and any(row[COLUMN_LIMIT:]):
                    raise _broken(
                        path,
                        reader.line_num,
                        tr("it has more than {column_limit} columns", column_limit=digits(f"{COLUMN_LIMIT:,}")),
                        "too_wide",
                    )
                yield row
        except csv.Error as error:
            if "field limit" in str(error):
                what = tr("a cell is larger than 1 MB, or a quotation mark is not closed")
            else:
                what = tr("a quotation mark is out of place or not closed")
            raise _broken(path, reader.line_num, what) from error


def _broken(path: Path, line: int, what: str, code: str = "broken_row") -> InputError:
    return InputError(
        tr("The list cannot be read near line {line}: {what}.", line=digits(f"{line:,}"), what=what),
        remedy=tr(
            "Correct the line, or save the list again as CSV or XLSX. "
            "Inside a quoted value, a quotation mark is written twice."
        ),
        where=path.name,
        code=code,
    )
