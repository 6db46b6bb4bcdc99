"""Which row of a list has an address first, for millions of rows in little memory."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence

_SMALLEST = 1 << 10
"""Slots of an empty table; a power of two, as every size is."""


class FirstRows:
    """Of many 64-bit numbers the row that each came with first, in 20 to 28 bytes a number; at most `most` are kept.

    A dictionary takes 90 to 120: an object for each number is most of that. So the numbers and their rows stand in
    arrays, in the order they came, and a table with a slot free for each one taken says where.
    """

    def __init__(self, most: int = sys.maxsize) -> None:
        self._most = most
        self._numbers = array("q")
        self._rows = array("I")
        self._table = array("I", (0,)) * _SMALLEST
        """In the slot of a number, or in the next free one behind it, how manieth it is, from 1; 0 = free."""

    def repeated(self, numbers: Iterable[int], rows: Sequence[int]) -> Mapping[int, int]:
        """Remember a group of numbers; returns the places in it of those that came before, and the first row of each.

        A number is within 64 bits with its sign, a row within 32 without one.
        """
        if 2 * (len(self._numbers) + len(rows)) > len(self._table):
            self._grow(2 * (len(self._numbers) + len(rows)))
        known, first_rows, table, mask = self._numbers, self._rows, self._table, len(self._table) - 1
        found: dict[int, int] = {}
        for place, number in enumerate(numbers):
            slot = number & mask
            while held := table[slot]:
                if known[held - 1] == number:
                    found[place] = first_rows[held - 1]
                    break
                slot = slot + 1 & mask
            else:
                if len(known) < self._most:
                    known.append(number)
                    first_rows.append(rows[place])
                    table[slot] = len(known)
        return found

    def _grow(self, least: int) -> None:
        size = 1 << (least - 1).bit_length()
        del self._table  # before there is another one
        self._table = table = array("I", (0,)) * size
        mask = size - 1
        for place, number in enumerate(self._numbers, 1):
            slot = number & mask
            while table[slot]:
                slot = slot + 1 & mask
            table[slot] = place


class DuplicateFinder:
    """Remembers the addresses of one list; the first row that holds an address keeps it.

    Of each address it keeps 64 bits, the interpreter's keyed hash. That two of a million different addresses share
    them has odds of 1 in 37 million.
    """

    def __init__(self) -> None:
        self._seen = FirstRows()

    def first(self, key: str, position: int) -> int:
        """The row that has this duplicate key first; `position` itself where it is new."""
        return self.repeated((key,), (position,)).get(0, position)

    def repeated(self, keys: Sequence[str], positions: Sequence[int]) -> Mapping[int, int]:
        """Remember a group of rows; returns the places in it of those that came before, and the first row of each."""
        return self._seen.repeated(map(hash, keys), positions)
