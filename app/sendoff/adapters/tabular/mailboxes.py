"""Plain lists of addresses: `Name <address>` or an address, one a line or several with commas or semicolons between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from sendoff.adapters.tabular.encoding import read_lines
from sendoff.core.address import check_address

HEADERS = ("email", "name")

_LOOKED_AT = 500
"""Mailboxes of one line."""
_MOST = 0.9
"""The share of lines that must be mailboxes."""
_PIECES = {
    mark: re.compile(rf'((?:"(?:[^"\\]|\\.)*"|<[^<>]*>|[^"<{mark}])*(?:["<][^{mark}]*)?)(?:[{mark}]|$)')
    for mark in (";", ",", ";,")
}
"""A piece up to the next mark that stands neither in quotation marks nor in brackets."""


def find_separator(lines: Sequence[str]) -> str | None:
    """What stands between mailboxes: `;`, `,` or both; nothing where each has its line; None = no such list.

    Rows of equally many addresses are a table, except where names stand with them or there is one row only.
    """
    filled = [line for line in lines if line.strip()]
    hits = [_is_mailbox(line) for line in filled]
    if hits and hits[0] and sum(hits) >= _MOST * len(hits):
        return ""
    for mark in _PIECES:
        rows = [list(islice(split_mailboxes(line, mark), _LOOKED_AT)) for line in filled]
        pieces = [piece for row in rows for piece in row]
        if not pieces or max(map(len, rows)) < 2 or not all(map(_is_mailbox, pieces)):  # noqa: PLR2004 -- several
            continue
        if len(rows) == 1 or len(set(map(len, rows))) > 1 or any("<" in piece for piece in pieces):
            return mark
    return None


def split_mailboxes(line: str, mark: str) -> Iterator[str]:
    """The mailboxes of a line, blank pieces left out."""
    return (piece for found in _PIECES[mark].finditer(line.strip()) if (piece := found[1].strip()))


def read_mailboxes(path: Path, encoding: str, mark: str) -> Iterator[tuple[str, str]]:
    """Address and name of each; what is no address stays as it was written."""
    for line in read_lines(path, encoding):
        for piece in split_mailboxes(line, mark) if mark else (line.strip().rstrip(",;"),):
            checked = check_address(piece)
            yield (piece, "") if checked.problem else (checked.address, checked.name)


def _is_mailbox(line: str) -> bool:
    # A bar may stand in an address (RFC 5322), but in a list it separates cells.
    return "|" not in line and "\t" not in line.strip() and not check_address(line.strip().rstrip(",;")).problem
