"""How far the cells of an XLSX sheet reach: quickly where they stand as all programs write them, else one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from sendoff.adapters.tabular.binary_sheets import Extent

_CELL = re.compile(rb'c r="([A-Z]{1,3})([0-9]{1,7})"')
_ODD = re.compile(rb'[:<]c(?! r="[A-Z]{1,3}[0-9]{1,7}")[\s/>]')
"""A cell that stands otherwise: without a place of its own, far beyond all columns, or with something else first."""
_OVERLAP = 64
"""Bytes: longer than the beginning of a cell as `_CELL` has it."""


def glance(chunks: Iterable[bytes]) -> Extent | None:
    """No less than the rectangle around the cells of a part, empty ones too; None where they must be read closely."""
    found, columns, before = Extent(), set[bytes](), b""
    for chunk, last in _with_last(chunks):
        data = before + chunk
        # What begins in the overlap is cut off here and seen whole the next time.
        end = len(data) if last else len(data) - _OVERLAP
        if any(odd.start() < end for odd in _ODD.finditer(data)):
            return None
        places = _CELL.findall(data)
        if places:
            columns.update(letters for letters, _ in places)
            rows = [int(number) for number in {number for _, number in places}]
            found.top, found.bottom = min(found.top, *rows), max(found.bottom, *rows)
        before = data[-_OVERLAP:]
    for column in map(_column, columns):
        found.left, found.right = min(found.left, column), max(found.right, column)
    return found


def closely(chunks: Iterable[bytes]) -> Extent:
    """The rectangle around the cells that hold something, as the reader counts those without a place of their own.

    Raises ExpatError, and ValueError for a place that is none.
    """
    found = Extent()
    row, column, place = 1, 0, (0, 0)

    def start(tag: str, given: dict[str, str]) -> None:
        nonlocal row, column, place
        match tag.rpartition(":")[2]:
            case "row":
                row, column = int(given.get("r", row)), 0
            case "c":
                at = given.get("r", "").encode()
                letters = at.rstrip(b"0123456789")
                column = _column(letters) if at else column + 1
                place = int(at[len(letters) :]) if at else row, column
            case "v" | "is":
                found.add(place[0], place[1], place[1])

    def end(tag: str) -> None:
        nonlocal row
        row += tag.rpartition(":")[2] == "row"

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    for chunk in chunks:
        parser.Parse(chunk, False)  # noqa: FBT003 -- expat's own signature
    parser.Parse(b"", True)  # noqa: FBT003 -- likewise
    return found


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _with_last(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each piece, and whether it is the last."""
    before: bytes | None = None
    for chunk in chunks:
        if before is not None:
            yield before, False
        before = chunk
    if before is not None:
        yield before, True
