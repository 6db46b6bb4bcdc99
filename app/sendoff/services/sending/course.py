"""A campaign's own course: from state to state, told to everybody, its waiting rows with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import OPEN, PUT_OFF, State
from sendoff.core.events import CampaignChanged
from sendoff.core.language import phrase
from sendoff.core.ports import CampaignStore, Clock, Queue, Rows
from sendoff.core.said import joined
from sendoff.services.bus import Bus
from sendoff.services.campaigns import Campaigns
from sendoff.services.sending.ending import Ending

INTERRUPTED = phrase("Sendoff was closed while it was sending.")
READY_AGAIN = phrase("Ready to send again.")
CLOSED = phrase("Paused when Sendoff was closed.")
ELSEWHERE = phrase("Paused from another terminal.")
IN_TERMINAL = phrase("Paused in the terminal that was sending it.")
FORMERLY = "Interrupted."
"""What earlier versions kept of a pause in the terminal."""
BY_A_PERSON = frozenset({CLOSED, ELSEWHERE, IN_TERMINAL})
"""A pause that somebody wanted: nothing is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption:
    """A campaign that was running when the program ended, as found at the next start."""

    campaign: Campaign
    in_doubt: int
    """Rows that were past their last byte: listed by name, never sent again by themselves."""
    counts: dict[str, int]


class Course:
    """Of all campaigns of a data folder."""

    def __init__(
        self, *, store: CampaignStore, rows: Rows, queue: Queue, campaigns: Campaigns, bus: Bus, clock: Clock
    ) -> None:
        self._store = store
        self._rows = rows
        self._queue = queue
        self._campaigns = campaigns
        self._bus = bus
        self._clock = clock

    def change(self, campaign_id: str, state: CampaignState, reason: str) -> bool:
        """Move a campaign to a state, and tell so; False where the table of moves has no way there."""
        moved = self._store.move(campaign_id, state, reason, self._clock.now())
        if moved:
            self._bus.publish(CampaignChanged(campaign_id, state, reason))
        return moved

    def cancel_waiting(self, campaign_id: str) -> int:
        """Cancel whoever still waits in a stopped campaign; also after its engine gave back what it had claimed."""
        now, total = self._clock.now(), 0
        for state, reason in ((State.QUEUED, "stopped"), (State.DEFERRED, PUT_OFF)):
            total += self._rows.shift(campaign_id, state, State.CANCELLED, reason, now)
        self._bus.publish(CampaignChanged(campaign_id, CampaignState.STOPPED))
        return total

    def conclude(self, campaign_id: str, ending: Ending) -> Ending:
        """Write down how a run ended; somebody's pause or stop in the meantime stands."""
        state = self._campaigns.get(campaign_id).state
        if state is CampaignState.STOPPED:
            self.cancel_waiting(campaign_id)  # what the engine had claimed came back only now
        if state is not CampaignState.RUNNING:
            return Ending()
        if not self._waiting(campaign_id):  # also where the very last message was a reason to pause
            self.change(campaign_id, CampaignState.FINISHED, ending.without)
            return Ending(finished=True, without=ending.without)
        self.change(campaign_id, CampaignState.PAUSED, joined(" ", (ending.reason, ending.without)))
        return replace(ending, finished=False)

    def strand(self, campaign_id: str, reason: str) -> None:
        """Pause what a run left with an error, and settle its rows. Raises StorageError."""
        self.change(campaign_id, CampaignState.PAUSED, reason)
        self._queue.recover(campaign_id, self._clock.now())

    def recover(self) -> Sequence[Interruption]:
        """After the start of the program: settle what a crash left behind, and say what it was."""
        found = []
        for campaign in self._store.all():
            if campaign.state not in (CampaignState.RUNNING, CampaignState.PAUSED, CampaignState.STOPPED):
                continue
            doubtful, _ = self._queue.recover(campaign.id, self._clock.now())
            if campaign.state is CampaignState.STOPPED and self._waiting(campaign.id):
                self.cancel_waiting(campaign.id)  # the crash came before the engine gave back what it had claimed
            if campaign.state is CampaignState.RUNNING:
                self._store.move(campaign.id, CampaignState.PAUSED, INTERRUPTED, self._clock.now())
                found.append(
                    Interruption(
                        campaign=self._campaigns.get(campaign.id),
                        in_doubt=doubtful,
                        counts=self._rows.counts(campaign.id),
                    )
                )
        return found

    def _waiting(self, campaign_id: str) -> bool:
        by_state = self._rows.by_state(campaign_id)
        return any(by_state.get(state) for state in OPEN)
