"""Rows of a list judged by columns, some thousand at once: the common row costs no step of its own.

The verdicts are those of `core.recipient.judge_rows`, which is what a row that is not plain is judged by; a property
test proves the two equal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sendoff.core.address import PlainAddresses
from sendoff.core.duplicates import DuplicateFinder
from sendoff.core.language import tr
from sendoff.core.recipient import ColumnMapping, Judged, Verdict, name_places, read_written
from sendoff.core.suppression import SuppressedKeys
from sendoff.core.triage import Marker

BATCH = 1_000
"""Rows judged at once: few enough to stay in the processor's cache, and for others to get their turn soon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Judged rows as columns of one length."""

    positions: Sequence[int]
    addresses: Sequence[str]
    keys: Sequence[str]
    """Duplicate keys."""
    domains: Sequence[str]
    """What follows the @ in the keys, with it."""
    names: Sequence[str]
    values: Sequence[Sequence[str]]
    """Of each row the values of the fields."""
    marked: Mapping[int, tuple[Verdict, str, str]] = field(default_factory=dict)
    """Verdict, problem and suggestion of the rows that are not simply ready, by their places in the columns."""

    def __len__(self) -> int:
        return len(self.positions)

    def counts(self) -> Counter[Verdict]:
        """How many rows there are of each verdict."""
        counts = Counter(verdict for verdict, _, _ in self.marked.values())
        if len(self.marked) < len(self):
            counts[Verdict.READY] = len(self) - len(self.marked)
        return counts

    def rows(self) -> Iterator[Judged]:
        """The rows one by one."""
        plain = (Verdict.READY, "", "")
        columns = (self.positions, self.addresses, self.keys, self.names, self.values)
        for place, row in enumerate(zip(*columns, strict=True)):
            yield (*row, *self.marked.get(place, plain))


def judge_batches(
    rows: Iterable[Sequence[str]],
    mapping: ColumnMapping,
    *,
    marker: Marker | None = None,
    suppressed: SuppressedKeys | None = None,
) -> Iterator[Batch]:
    """Give each row its one verdict, as `judge_rows` does, in order, none left out."""
    judge = _Judge(mapping, marker, suppressed or SuppressedKeys())
    rows, first = iter(rows), 1
    while part := list(islice(rows, BATCH)):
        yield judge.judge(part, range(first, first + len(part)))
        first += len(part)


class _Judge:
    """What is remembered from batch to batch."""

    def __init__(self, mapping: ColumnMapping, marker: Marker | None, suppressed: SuppressedKeys) -> None:
        self._sources = tuple(mapping.sources.values())
        self._email = mapping.fields.index("email")
        self._width = len(mapping.columns)
        self._whole_name, self._name_parts = name_places(mapping)
        self._plain = PlainAddresses()
        self._duplicates = DuplicateFinder()
        self._marker = marker
        self._suppressed = suppressed

    def judge(self, rows: Sequence[Sequence[str]], positions: Sequence[int]) -> Batch:
        """Judge rows that have at least as many cells as the list has columns."""
        values = self._values(rows)
        names = self._names(values)
        column = self._plain.read_column(values[self._email])
        odd = {*column.odd, *self._wide(rows)}
        addresses, keys, domains = [*column.addresses], [*column.keys], [*column.domains]
        marked: dict[int, tuple[Verdict, str, str]] = {}
        for place in odd:
            found = read_written(values[self._email][place], len(rows[place]), self._width)
            addresses[place], keys[place], beside, problem, suggestion = found
            domains[place] = _domain_of(keys[place])
            names[place] = names[place] or beside
            if problem:
                marked[place] = Verdict.INVALID, problem, suggestion
        for place, first in self._repeated(keys, positions, marked).items():
            marked[place] = Verdict.DUPLICATE, tr("No. {first} of the list has the same address.", first=first), ""
        for place in self._suppressed.among(keys, domains):
            marked.setdefault(place, (Verdict.SUPPRESSED, "", ""))
        if (marker := self._marker) is not None:
            for place in marker.noticed(column.locals, domains, odd):
                if place not in marked and (mark := marker(addresses[place])).verdict is not Verdict.READY:
                    marked[place] = mark.verdict, "", mark.suggestion
        values[self._email] = addresses
        return Batch(
            positions=positions,
            addresses=addresses,
            keys=keys,
            domains=domains,
            names=names,
            values=[*zip(*values, strict=True)],
            marked=marked,
        )

    def _values(self, rows: Sequence[Sequence[str]]) -> list[list[str]]:
        """The columns of the fields, without blanks around their cells."""
        columns = [*zip(*rows, strict=False)]
        return [[*map(str.strip, columns[source])] for source in self._sources]

    def _wide(self, rows: Sequence[Sequence[str]]) -> list[int]:
        widths = [*map(len, rows)]
        if widths.count(self._width) == len(rows):
            return []
        return [place for place, width in enumerate(widths) if width != self._width]

    def _repeated(self, keys: list[str], positions: Sequence[int], invalid: Mapping[int, object]) -> Mapping[int, int]:
        """The places of the valid rows whose address another row has first, and that row."""
        if invalid:
            keys = [*keys]
            for place in invalid:
                keys[place] = f"\n{positions[place]}"  # the key of nobody
        return self._duplicates.repeated(keys, positions)

    def _names(self, values: Sequence[list[str]]) -> list[str]:
        parts = [values[part] for part in self._name_parts]
        joined = [*map(str.strip, map(" ".join, zip(*parts, strict=True)))] if parts else [""] * len(values[0])
        if self._whole_name is None:
            return joined
        whole = values[self._whole_name]
        return [one or other for one, other in zip(whole, joined, strict=True)] if "" in whole else [*whole]


def _domain_of(key: str) -> str:
    at = key.rfind("@")
    return key[at:] if at >= 0 else f"@{key}"
