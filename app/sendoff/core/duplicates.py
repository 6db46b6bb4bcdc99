"""Which row of a list has an address first, for millions of rows in little memory."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from struct import Struct

_HASH = Struct("=q")


class DuplicateFinder:
    """Remembers the addresses of one list; the first row that holds an address keeps it.

    Of each address it keeps 64 bits, the interpreter's keyed hash: about 90 bytes, where a dictionary of the addresses
    takes 200. That two of a million different addresses share them has odds of 1 in 37 million.
    """

    def __init__(self) -> None:
        self._groups: dict[int, int] = {}
        """Every hash, and the number of the group it came with."""
        self._rows: list[tuple[bytes, Sequence[int]]] = []
        """Of each group its hashes, one after the other, and its rows."""

    def first(self, key: str, position: int) -> int:
        """The row that has this duplicate key first; `position` itself where it is new. Groups take less memory."""
        return self.repeated((key,), (position,)).get(0, position)

    def repeated(self, keys: Sequence[str], positions: Sequence[int]) -> Mapping[int, int]:
        """Remember a group of rows; returns the places in it of those that came before, and the first row of each."""
        hashes = [*map(hash, keys)]
        groups = [*map(self._groups.get, hashes)]
        fresh = dict.fromkeys(hashes, len(self._rows))
        found: dict[int, int] = {}
        if len(fresh) < len(hashes):
            at = dict(zip(reversed(hashes), reversed(range(len(hashes))), strict=True))
            found = {place: positions[at[own]] for place, own in enumerate(hashes) if at[own] != place}
        if groups.count(None) < len(groups):
            for place, group in enumerate(groups):
                if group is not None:
                    found[place] = self._first_row(hashes[place], group)
                    fresh.pop(hashes[place], None)
        if fresh:
            self._groups |= fresh
            self._rows.append((array("q", hashes).tobytes(), positions))
        return found

    def _first_row(self, own: int, group: int) -> int:
        hashes, positions = self._rows[group]
        wanted, at = _HASH.pack(own), -1
        while True:
            at = hashes.find(wanted, at + 1)
            if at % _HASH.size == 0:
                return positions[at // _HASH.size]
