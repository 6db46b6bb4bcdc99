"""The blocked list as people work with it: add, import, look through, take away and put back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from sendoff.core.address import PlainAddresses, duplicate_key
from sendoff.core.column_names import normalise_field
from sendoff.core.dates import read_date
from sendoff.core.errors import InputError
from sendoff.core.events import BlockedChanged, ImportProgress
from sendoff.core.forgetting import FORGOTTEN
from sendoff.core.language import phrase, tr
from sendoff.core.list_ports import SuppressionStore
from sendoff.core.ports import Clock, Lists
from sendoff.core.stopping import never
from sendoff.core.suppression import REASONS, Suppression, suppression_key
from sendoff.services.bus import Bus

OWNER = "suppressions"
"""The list's name in progress events."""
HEADERS = (phrase("Address"), phrase("Reason"), phrase("Date"), phrase("Source"))
_SAMPLE = 200
_PIECE = 5_000
"""Entries of one commit, and rows between two words of progress."""
_EXAMPLES = 10
_IN_MIND = 100_000
"""Entries whose blocking can be taken back at once: 10 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """What adding brought: `added`, `known` and `invalid` add up to `rows`."""

    rows: int
    added: int
    invalid: int
    examples: tuple[tuple[int, str], ...] = ()
    """The first rows that are neither an address nor a domain: (row, what is written)."""
    keys: tuple[str, ...] = ()
    """Who is new, for taking it back; empty where they are more than can be kept in mind."""

    @property
    def known(self) -> int:
        """Rows that were blocked already."""
        return self.rows - self.added - self.invalid


@dataclass(slots=True, kw_only=True)
class _Tally:
    """What is read of a file, row by row."""

    reason: str = REASONS[0]
    source: str = ""
    rows: int = 0
    invalid: int = 0
    examples: list[tuple[int, str]] = field(default_factory=list)

    def entry(
        self,
        cells: Sequence[str],
        columns: Mapping[str, int],
        plain: Callable[[str], tuple[str, str] | None],
        now: int,
        file: str,
    ) -> Suppression | None:
        """A row's entry; None, and noted, where it is neither an address nor a domain."""
        self.rows += 1
        own = {name: cells[index].strip() for name, index in columns.items()}
        known = plain(own["address"])
        try:
            key = known[1] if known else suppression_key(own["address"])
        except InputError:
            self.invalid += 1
            if len(self.examples) < _EXAMPLES:
                self.examples.append((self.rows, own["address"]))
            return None
        return Suppression(
            key=key,
            reason=own["reason"] if own.get("reason") in REASONS else self.reason,
            source=own.get("source") or self.source or file,
            at=_moment(own.get("date", ""), now),
        )

    def blocked(self, added: int, keys: tuple[str, ...]) -> Blocked:
        """The sum of it."""
        kept = keys if len(keys) <= _IN_MIND else ()
        return Blocked(rows=self.rows, added=added, invalid=self.invalid, examples=tuple(self.examples), keys=kept)


class Suppressions:
    """Keeps the blocked list of one data folder."""

    def __init__(self, *, store: SuppressionStore, lists: Lists, clock: Clock, bus: Bus) -> None:
        self._store = store
        self._lists = lists
        self._clock = clock
        self._bus = bus

    def add(self, entries: Sequence[str], *, reason: str = "manual", source: str = "") -> Blocked:
        """Block addresses and domains; one that is neither keeps all of them out. Raises InputError."""
        now, reason = self._clock.now(), _known_reason(reason)
        keys = [suppression_key(text) for text in entries]
        fresh = tuple(dict.fromkeys(self._store.fresh(keys)))
        added = self._store.add(Suppression(key=key, reason=reason, source=source, at=now) for key in keys)
        self._bus.publish(BlockedChanged())
        return _Tally(rows=len(keys)).blocked(added, fresh)

    def look(self, path: Path, *, stopped: Callable[[], bool] = never) -> Blocked:
        """Say what `bring` would block, and name the first; nothing is changed. Raises InputError."""
        tally, fresh = _Tally(), dict[str, None]()
        for piece in self._pieces(path, tally, stopped):
            fresh.update(dict.fromkeys(self._store.fresh([one.key for one in piece])))
        return tally.blocked(len(fresh), tuple(islice(fresh, _EXAMPLES)))

    def bring(
        self, path: Path, *, reason: str = "manual", source: str = "", stopped: Callable[[], bool] = never
    ) -> Blocked:
        """Block everybody in a file; its own columns Reason, Date and Source win. Raises InputError.

        A stopped import keeps what it has blocked so far: blocking more than asked harms nobody.
        """
        tally, fresh, added = _Tally(reason=_known_reason(reason), source=source), dict[str, None](), 0
        try:
            for piece in self._pieces(path, tally, stopped):
                if len(fresh) <= _IN_MIND:
                    fresh.update(dict.fromkeys(self._store.fresh([one.key for one in piece])))
                added += self._store.add(piece)
        finally:
            self._bus.publish(BlockedChanged())
        return tally.blocked(added, tuple(fresh))

    def _pieces(self, path: Path, tally: _Tally, stopped: Callable[[], bool]) -> Iterator[list[Suppression]]:
        """The entries of a file, some thousand rows at a time."""
        table, now = self._lists.open_list(path), self._clock.now()
        columns = _columns(table.headers, list(islice(table.rows(), _SAMPLE)))
        rows, plain = table.rows(), PlainAddresses().read
        while not stopped() and (piece := list(islice(rows, _PIECE))):
            yield [one for cells in piece if (one := tally.entry(cells, columns, plain, now, path.name))]
            self._bus.publish(ImportProgress(OWNER, tally.rows))

    def export(self, path: Path, *, search: str = "", reason: str = "") -> int:
        """Write the list as CSV; importing it gives the same list. Returns the number of entries."""
        return self._lists.write_list(path, HEADERS, map(_cells, self.all(search=search, reason=reason)))

    def all(self, *, search: str = "", reason: str = "") -> Iterable[Suppression]:
        """Every entry that fits, newest first, page by page."""
        last: Suppression | None = None
        while page := self.page(search=search, reason=reason, after=last, limit=5_000):
            yield from page
            last = page[-1]

    def page(
        self, *, search: str = "", reason: str = "", after: Suppression | None = None, limit: int = 256
    ) -> Sequence[Suppression]:
        """Entries whose key contains `search`, newest first, after the given one."""
        return self._store.page(search=search.strip().lower(), reason=reason, after=after, limit=limit)

    def count(self, *, search: str = "", reason: str = "") -> int:
        """How many entries fit."""
        return self._store.count(search=search.strip().lower(), reason=reason)

    def covers(self, address: str) -> bool:
        """Say whether nothing is sent to this address, because of itself or of its domain, or of a person forgotten."""
        key = duplicate_key(address)
        return address == FORGOTTEN or self._store.known((key, f"@{key.rpartition('@')[2]}")) > 0

    def remove(self, entries: Sequence[str]) -> int:
        """Unblock; each entry is kept aside for `restore`. Returns how many were blocked. Raises InputError."""
        keys, now = [suppression_key(text) for text in entries], self._clock.now()
        with self._changing(keys) as pieces:
            return sum(self._store.remove(piece, now) for piece in pieces)

    def clear(self, *, search: str = "", reason: str = "") -> Sequence[str]:
        """Unblock every entry that fits; returns their keys, for `restore`."""
        keys = [one.key for one in self.all(search=search, reason=reason)]
        self.remove(keys)
        return keys

    def mark(self, entries: Sequence[str], reason: str) -> int:
        """Give entries another reason; returns how many had another. Raises InputError."""
        reason, keys = _known_reason(reason), [suppression_key(text) for text in entries]
        with self._changing(keys) as pieces:
            return sum(self._store.mark(piece, reason) for piece in pieces)

    def restore(self, entries: Sequence[str]) -> int:
        """Put removed entries back with their old reason, date and source. Returns how many. Raises InputError."""
        with self._changing([suppression_key(text) for text in entries]) as pieces:
            return sum(map(self._store.restore, pieces))

    @contextmanager
    def _changing(self, keys: Sequence[str]) -> Iterator[Iterator[Sequence[str]]]:
        """Keys in pieces, so that whoever sends meanwhile never waits for long; at the end, everybody hears of it."""
        try:
            yield (keys[start : start + _PIECE] for start in range(0, len(keys), _PIECE))
        finally:
            self._bus.publish(BlockedChanged())


def _known_reason(reason: str) -> str:
    if reason not in REASONS:
        raise InputError(
            tr("“{reason}” is no reason.", reason=reason),
            remedy=tr("It is one of {reasons}.", reasons=", ".join(REASONS)),
            code="reason",
        )
    return reason


def _columns(headers: Sequence[str], sample: Sequence[Sequence[str]]) -> dict[str, int]:
    """Where the addresses are (the column with the most), and reason, date and source where they are named so."""
    named = {normalise_field(header): index for index, header in enumerate(headers)}
    found: dict[str, int] = {name: named[name] for name in ("reason", "date", "source") if name in named}

    def score(index: int) -> int:
        return sum(1 for row in sample if _fits(row[index]))

    best = max((index for index in range(len(headers)) if index not in found.values()), key=score, default=-1)
    if best < 0 or not score(best):
        raise InputError(
            tr("No column holds addresses or domains."),
            remedy=tr("Choose a file with one address or @domain a row."),
            code="no_email_column",
        )
    return {"address": best, **found}


def _fits(cell: str) -> bool:
    try:
        return bool(suppression_key(cell))
    except InputError:
        return False


def _moment(text: str, now: int) -> int:
    """A date of an export in epoch ms; now where there is none that can be read, or one in the future."""
    moment = read_date(text)
    if moment is None:
        return now
    return min(now, round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000))


def _cells(one: Suppression) -> tuple[str, str, str, str]:
    when = datetime.fromtimestamp(one.at / 1000, UTC).isoformat(timespec="milliseconds") if one.at else ""
    return one.key, one.reason, when, one.source
