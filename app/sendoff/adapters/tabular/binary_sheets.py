"""How far the sheets of binary workbooks reach: XLS (MS-XLS in a compound file, MS-CFB) and XLSB (MS-XLSB)."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LAST_SECTOR = 0xFFFFFFFA
"""Sector numbers from here on mean something else."""
_IN_HEADER = 109
_ENTRY = 128
_MINI = 64
_BEGIN, _LOCKED, _RUN = 0x0809, 0x002F, 0x00BD
_CELLS = frozenset((0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, _RUN))
"""FORMULA, RSTRING, LABELSST, NUMBER, LABEL, BOOLERR, RK and MULRK."""
_ROW, _LAST_CELL = 0, 11


class Locked(ValueError):  # noqa: N818 -- a finding, not a fault
    """The workbook asks for a password."""


@dataclass(slots=True)
class Extent:
    """The rectangle around the cells of one sheet."""

    top: int = 1 << 32
    bottom: int = -1
    left: int = 1 << 32
    right: int = -1

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns; none where there is no cell."""
        return (self.bottom - self.top + 1, self.right - self.left + 1) if self.bottom >= 0 else (0, 0)

    def add(self, row: int, first: int, last: int) -> None:
        """A cell, or several beside each other."""
        self.top, self.bottom = min(self.top, row), max(self.bottom, row)
        self.left, self.right = min(self.left, first), max(self.right, last)


def xls_extents(data: bytes) -> Iterator[Extent]:
    """The extent of each sheet of an XLS. Raises Locked, and ValueError or struct.error for what is none."""
    found = Extent()
    for kind, body in _records(_workbook_stream(data)):
        if kind == _BEGIN:
            yield found
            found = Extent()
        elif kind == _LOCKED:
            raise Locked
        elif kind in _CELLS:
            row, column = struct.unpack_from("<HH", body)
            found.add(row, column, struct.unpack("<H", body[-2:])[0] if kind == _RUN else column)
    yield found


def xlsb_extent(data: bytes) -> Extent:
    """The extent of one part of an XLSB. Raises ValueError, IndexError and struct.error for what is none."""
    found, row, at = Extent(), 0, 0
    while at < len(data):
        kind, at = _varint(data, at, 2)
        length, at = _varint(data, at, 4)
        if kind <= _LAST_CELL and length >= 4:  # noqa: PLR2004 -- bytes of a number
            (number,) = struct.unpack_from("<I", data, at)
            if kind == _ROW:
                row = number
            else:
                found.add(row, number, number)
        at += length
    return found


def _varint(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of seven bits a byte; returns it and the place after it."""
    number = 0
    for index in range(most):
        byte = data[at + index]
        number |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:  # noqa: PLR2004 -- the bit that says that more follow
            return number, at + index + 1
    return number, at + most


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _workbook_stream(data: bytes) -> bytes:
    """The stream that holds the sheets. Raises ValueError where there is none."""
    (shift,) = struct.unpack_from("<H", data, 30)
    directory, _, cutoff, mini_table, _, more, _ = struct.unpack_from("<IIIIIII", data, 48)
    if shift not in {9, 12}:
        raise ValueError("no compound file")

    def sector(number: int) -> bytes:
        return data[(number + 1) << shift : (number + 2) << shift]

    tables = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
    while more < _LAST_SECTOR and len(tables) << shift <= len(data) + (_IN_HEADER << shift):
        *numbers, more = _numbers(sector(more))
        tables += numbers
    table = [number for each in tables if each < _LAST_SECTOR for number in _numbers(sector(each))]

    def read(start: int) -> bytes:
        return b"".join(map(sector, _chain(start, table)))

    entries = read(directory)
    root = struct.unpack_from("<I", entries, 116)[0]
    for at in range(0, len(entries), _ENTRY):
        name = entries[at : at + 64].decode("utf-16-le", "replace").rstrip("\0").lower()
        if name in {"workbook", "book"}:
            start, size = struct.unpack_from("<IQ", entries, at + 116)
            if size >= cutoff:
                return read(start)[:size]
            mini, small = list(_numbers(read(mini_table))), read(root)
            return b"".join(small[each * _MINI : (each + 1) * _MINI] for each in _chain(start, mini))[:size]
    raise ValueError("no workbook in it")


def _numbers(sector: bytes) -> Iterable[int]:
    return struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])


def _chain(start: int, table: list[int]) -> Iterator[int]:
    """The sectors of a stream. Raises ValueError for a circle."""
    steps = 0
    while start < _LAST_SECTOR:
        if start >= len(table) or steps > len(table):
            raise ValueError("a chain of sectors without an end")
        yield start
        start, steps = table[start], steps + 1
