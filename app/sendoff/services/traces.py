"""A person in every campaign and every audience: who calls and never got anything, or wants to be found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.stopping import never
from sendoff.core.trace import Trace, Tracks

MOST = 200


class Traces:
    """Looks through all lists of one data folder. It changes nothing."""

    def __init__(self, tracks: Tracks) -> None:
        self._tracks = tracks

    def find(self, search: str, limit: int = MOST, stopped: Callable[[], bool] = never) -> Sequence[Trace]:
        """Rows whose address or name holds every word, those that changed last first. Blocks. Raises InputError."""
        if not search.split():
            raise InputError(tr("Write an address or a name."), code="search")
        return self._tracks.everywhere(search, limit, stopped)
