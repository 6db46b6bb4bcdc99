"""A person in every campaign and every audience: who calls and never got anything, or wants to be found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.list_ports import AudienceStore, never
from sendoff.core.ports import CampaignStore
from sendoff.core.trace import Trace, Tracks

MOST = 200


class Traces:
    """Looks through all lists of one data folder. It changes nothing."""

    def __init__(self, *, tracks: Tracks, campaigns: CampaignStore, audiences: AudienceStore) -> None:
        self._tracks = tracks
        self._campaigns = campaigns
        self._audiences = audiences

    def find(self, search: str, limit: int = MOST, stopped: Callable[[], bool] = never) -> Sequence[Trace]:
        """Rows whose address or name holds every word, those that changed last first. Blocks. Raises InputError."""
        if not search.split():
            raise InputError(tr("Write an address or a name."), code="search")
        states = {one.id: (one.name, one.state) for one in self._campaigns.all()}
        names = {one.id: (one.name, None) for one in self._audiences.all()}
        known = {**names, **states}
        return [
            Trace(owner_id=owner_id, owner=known[owner_id][0], state=known[owner_id][1], line=line)
            for owner_id, line in self._tracks.everywhere(search, limit, stopped)
            if owner_id in known
        ]
