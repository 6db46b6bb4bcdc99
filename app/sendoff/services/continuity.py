"""Notices when the data folder was put back to an earlier state, and lets nothing of it be sent without a word.

The database counts its turns (each opening, each start and end of a run), and a small file outside of the data folder
holds the last count. A database that is behind the file was restored; what was sent since, it does not know.
"""

from __future__ import annotations

from contextlib import suppress

from sendoff.core.backup import held_words
from sendoff.core.backup_ports import HighWater, Lineage
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.errors import InputError, StorageError
from sendoff.core.events import CampaignChanged, Event
from sendoff.core.language import tr
from sendoff.core.ports import Clock


class Continuity:
    """Of one data folder that is held."""

    def __init__(self, lineage: Lineage, mark: HighWater, clock: Clock) -> None:
        self._lineage = lineage
        self._mark = mark
        self._clock = clock
        self._running: set[str] = set()

    def begin(self) -> int:
        """At the start of the program: compare, hold what must be held, and count on. Raises StorageError.

        Returns how many campaigns wait for a person's word because of it.
        """
        name, turn = self._lineage.seen()
        last = self._mark.read()
        held = 0
        # A database that never had a turn is new, or older than the counting.
        if turn and (last is None or last[0] != name or last[1] > turn):
            held = self._lineage.hold_all(0, self._clock.now())
        self._count(last[1] if last is not None and last[0] == name else 0)
        return held

    def hear(self, event: Event) -> None:
        """Count the start and the end of each run; a listener on the bus."""
        if not isinstance(event, CampaignChanged):
            return
        runs = event.state == CampaignState.RUNNING
        if runs == (event.campaign_id in self._running):
            return
        (self._running.add if runs else self._running.discard)(event.campaign_id)
        with suppress(StorageError):  # a full disk is said by whoever sends
            self._count()

    def gate(self, campaign: Campaign) -> None:
        """Let a campaign through that is not held. Raises InputError (`restored`)."""
        made_at = self._lineage.held().get(campaign.id)
        if made_at is not None:
            raise InputError(
                tr("“{name}” waits for your word.", name=campaign.name),
                remedy=tr("{held_words} Then release it.", held_words=held_words(made_at)),
                code="restored",
            )

    def release(self, campaign_id: str) -> bool:
        """A person has looked: let the campaign be sent; say whether it was held."""
        return self._lineage.release(campaign_id)

    def _count(self, at_least: int = 0) -> None:
        self._mark.write(*self._lineage.turn(at_least))
