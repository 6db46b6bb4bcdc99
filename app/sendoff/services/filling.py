"""Filling a list so that its owner has the whole new one, or what it had before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sendoff.core.list_ports import Intake
from sendoff.core.stopping import never


class Filling:
    """Rows on their way to an owner; they are put under `target`, and belong to nobody until they are kept."""

    def __init__(self, rows: Intake, owner_id: str) -> None:
        self._rows = rows
        self._owner_id = owner_id
        self.target = rows.begin(owner_id)
        self.kept = False

    def keep(
        self, stopped: Callable[[], bool] = never, *, fields: Sequence[str] | None = None, list_name: str = ""
    ) -> bool:
        """Make the rows the owner's, and a draft's fields and list name with them; say whether it was not stopped."""
        self.kept = self._rows.finish(self._owner_id, self.target, stopped, fields=fields, list_name=list_name)
        return self.kept


@contextmanager
def filling(rows: Intake, owner_id: str) -> Iterator[Filling]:
    """Fill a list; what was not kept at the end, whatever happened, is given up."""
    one = Filling(rows, owner_id)
    try:
        yield one
    finally:
        if not one.kept:
            rows.discard(one.target)
