"""What a list would change in one that is there: who is new, changed, gone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from sendoff.core.address import duplicate_key
from sendoff.core.corrections import Corrections, Found, Written, as_meant, found_again
from sendoff.core.delivery import State
from sendoff.core.difference import Change, Difference, Kind
from sendoff.core.forgetting import FORGOTTEN
from sendoff.core.ports import RowReader
from sendoff.core.recipient import Recipient, Verdict, kept_as
from sendoff.services.paging import pages

_TELL_EVERY = 2_000
_UNUSABLE = frozenset((Verdict.INVALID.value, Verdict.DUPLICATE.value))

Entry = tuple[str, str, str]
List = Callable[[], Iterable[Recipient]]
"""Reads the rows of a list, from the first on at every call."""


class Owner(Protocol):
    """What has rows: a campaign or an audience."""

    @property
    def id(self) -> str: ...

    @property
    def fields(self) -> tuple[str, ...]: ...


class Comparison:
    """One comparison; `told` hears now and then how many rows were read, and says whether to go on.

    Where addresses of the owner's rows were corrected, the list is read once more, to find them again.
    """

    def __init__(self, rows: RowReader, told: Callable[[int], bool], known: Corrections) -> None:
        self._rows = rows
        self._told = told
        self._known = known
        self._left = self._read = 0

    def run(self, owner: Owner, recipients: List, fields: Sequence[str]) -> Difference | None:
        """Compare an owner's rows with a list that has these fields, by address; fields both have tell the rest.

        None = it was stopped. Raises InputError where the list is damaged.
        """
        try:
            return self._run(owner, recipients, fields)
        except _Stopped:
            return None

    def _run(self, owner: Owner, recipients: List, fields: Sequence[str]) -> Difference:
        kept = [name for name in owner.fields if not name.startswith("@")]
        common = [name for name in fields if name in kept]
        meant = self._meant(recipients) if self._known.rows else {}
        found = self._rows.compare(self._before(owner, common), self._after(recipients(), common, meant))
        new, changed, gone, same = found.counts
        return Difference(
            new=new,
            changed=changed,
            gone=gone,
            same=same,
            left=self._left,
            corrected=len(meant),
            columns_new=tuple(name for name in fields if name not in kept),
            columns_gone=tuple(name for name in kept if name not in fields),
            examples=tuple(
                Change(kind=Kind(kind), address=address, fields=_changes(common, before, after))
                for kind, address, before, after in found.examples
            ),
        )

    def _before(self, owner: Owner, common: Sequence[str]) -> Iterator[Entry]:
        for page in pages(self._rows, owner):
            self._tell(len(page))
            for line in page:
                if line.reason not in _UNUSABLE and line.address != FORGOTTEN:
                    yield duplicate_key(line.address), line.address, _text(line.fields, common)

    def _meant(self, recipients: List) -> Mapping[int, Found]:
        """Who is meant by rows of the list, by their positions, though the address is the one before a correction."""
        said, keys = {one.said for one in self._known.rows}, {one.key for one in self._known.rows}
        written, there = list[Written](), set[str]()
        for one in recipients():
            if one.position % _TELL_EVERY == 0:
                self._tell(_TELL_EVERY)
            key = duplicate_key(one.address)
            if key in said:
                written.append(Written(id=one.position, key=key, verdict=one.verdict))
            if key in keys and kept_as(one.verdict)[0] is not State.SKIPPED:
                there.add(key)
        return {one.row.id: one for one in found_again(self._known.rows, written, self._known.standing, there)}

    def _after(
        self, recipients: Iterable[Recipient], common: Sequence[str], meant: Mapping[int, Found]
    ) -> Iterator[Entry]:
        for written in recipients:
            if written.position % _TELL_EVERY == 0:
                self._tell(_TELL_EVERY)
            found = meant.get(written.position)
            one = as_meant(written, found) if found else written
            if one.verdict.value in _UNUSABLE:
                self._left += 1
            else:
                yield duplicate_key(one.address), one.address, _text(one.fields, common)

    def _tell(self, rows: int) -> None:
        self._read += rows
        if not self._told(self._read):
            raise _Stopped


class _Stopped(Exception):  # noqa: N818 -- no error, the way out of two iterations
    """The comparison was given up; it changes nothing anyway."""


def _text(fields: Mapping[str, str], names: Sequence[str]) -> str:
    return json.dumps([fields.get(name, "") for name in names], ensure_ascii=False, separators=(",", ":"))


def _changes(names: Sequence[str], before: str, after: str) -> dict[str, tuple[str, str]]:
    if not (before and after):
        return {}
    pairs = zip(names, json.loads(before), json.loads(after), strict=True)
    return {name: (old, new) for name, old, new in pairs if old != new}
