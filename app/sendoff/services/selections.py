"""Rows of any list, chosen, looked through, written to a file and copied: for campaigns and audiences alike."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sendoff.core.audience import Selection, Sort
from sendoff.core.delivery import Line
from sendoff.core.events import Event, ImportProgress, ListChanged
from sendoff.core.list_ports import Browsing, Copies
from sendoff.core.ports import Lists
from sendoff.core.recipient import Verdict
from sendoff.core.shown import holds_dates
from sendoff.core.stopping import never
from sendoff.services.bus import Bus
from sendoff.services.recipients import BLOB_FIELD

_PIECE = 5_000
"""Rows of one commit: about 0.1 s."""
_HEAD = 200
"""Rows that tell which columns hold dates, and what values there are."""
_VALUES = 50
"""Values of a column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the columns of a list hold."""

    dates: frozenset[str]
    """Those of dates."""
    values: Mapping[str, Sequence[str]]
    """Some values of each, the most frequent first."""


class Selections:
    """What is done with some rows of a list. Every call may come from a worker; `stopped` ends it soon."""

    def __init__(self, *, browsing: Browsing, copies: Copies, lists: Lists, bus: Bus) -> None:
        self._browsing = browsing
        self._copies = copies
        self._lists = lists
        self._bus = bus
        bus.subscribe(self._hear)

    def prepare(self, owner_id: str, stopped: Callable[[], bool] = never) -> None:
        """Read what a search needs when a list is opened, so that the first search is quick too."""
        self._browsing.prepare(owner_id, stopped)

    def first(
        self,
        selection: Selection,
        sort: Sort | None = None,
        limit: int = 200,
        stopped: Callable[[], bool] | None = None,
    ) -> Sequence[int]:
        """The ids of the first rows; after 0.15 s, those found until then, so that a page can be painted at once.

        With `stopped` it goes on until there are as many, or until that says so.
        """
        return self._browsing.first(selection, sort or Sort(), limit, stopped)

    def order(
        self, selection: Selection, sort: Sort | None = None, stopped: Callable[[], bool] = never
    ) -> array[int] | None:
        """The ids of all rows in their order; None where it was stopped."""
        return self._browsing.order(selection, sort or Sort(), stopped)

    def held(self, owner_id: str, fields: Sequence[str], stopped: Callable[[], bool] = never) -> Held:
        """What the columns hold, by the first rows of a list; nothing where it was stopped."""
        ids = self.first(Selection(owner_id=owner_id, fields=tuple(fields)), limit=_HEAD, stopped=stopped)
        lines = () if stopped() else self.rows_by_id(ids, fields)
        cells = {name: [line.fields.get(name, "") for line in lines] for name in fields}
        seen = {name: Counter(each).most_common(_VALUES) for name, each in cells.items()}
        return Held(
            dates=frozenset(name for name, each in cells.items() if holds_dates(each)),
            values={name: [value for value, _ in found if value] for name, found in seen.items()},
        )

    def rows_by_id(self, ids: Sequence[int], fields: Sequence[str]) -> Sequence[Line]:
        """Some rows, in the order of the ids; rows that are gone are left out."""
        return self._browsing.by_ids(ids, fields)

    def export(self, path: Path, selection: Selection, sort: Sort | None = None) -> int:
        """Write the rows as CSV with the list's columns; importing it gives the same list. Returns the rows."""
        names = [name for name in selection.fields if not name.startswith(BLOB_FIELD)]

        def rows() -> Iterator[Sequence[str]]:
            ids = self.order(selection, sort) or array("q")
            for start in range(0, len(ids), _PIECE):
                for line in self.rows_by_id(ids[start : start + _PIECE], selection.fields):
                    yield [line.fields.get(name, "") for name in names]

        return self._lists.write_list(path, names, rows())

    def copy(
        self,
        selection: Selection,
        target_id: str,
        target_fields: Sequence[str],
        stopped: Callable[[], bool] = never,
        *,
        owner_id: str = "",
        named: Sequence[str] = (),
    ) -> Counter[Verdict]:
        """Append the rows to a draft or an audience, piece by piece; returns how many of each verdict.

        What a stopped copy has brought stays, for the caller to discard. `owner_id` is whose list they are for, where
        they are put elsewhere first; `named` calls the selection's fields as the target does.
        """
        ids = self.order(selection, stopped=stopped) or array("q")
        copied: Counter[Verdict] = Counter()
        for start in range(0, len(ids), _PIECE):
            if stopped():
                break
            piece = ids[start : start + _PIECE]
            copied += self._copies.copy(piece, named or selection.fields, target_id, target_fields)
            self._bus.publish(ImportProgress(owner_id or target_id, copied.total()))
        self._bus.publish(ListChanged(owner_id or target_id))
        return copied

    def _hear(self, event: Event) -> None:
        match event:
            case ImportProgress(campaign_id=owner_id) | ListChanged(owner_id=owner_id):
                self._browsing.forget(owner_id)
