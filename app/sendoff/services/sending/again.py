"""Rows that have come to their end: queued again, or settled, by a person's word. Never an accepted one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sendoff.core.campaign import Campaign
from sendoff.core.delivery import State
from sendoff.core.doubts import ABSENT, FOUND, QUARANTINE
from sendoff.core.ports import Clock, Rows
from sendoff.core.report import DEAD, RETRIED
from sendoff.services.paging import lines


@dataclass(frozen=True, slots=True)
class Again:
    """Of any campaign of the data folder that is not running."""

    rows: Rows
    clock: Clock

    def queue_failed(self, campaign_id: str, *, dead: bool, reason: str, only: Sequence[int]) -> int:
        """Queue the failed and the cancelled; of them those of this cause, or these rows, where named.

        Whose address does not exist is left out unless `reason` names it, or `dead`. Returns how many wait again.
        """
        now, but = self.clock.now(), "" if dead or reason else DEAD
        if only:
            shift = self.rows.shift_one
            return sum(shift(campaign_id, row, state, State.QUEUED, "retry", now) for state in RETRIED for row in only)
        return sum(
            self.rows.shift(campaign_id, state, State.QUEUED, "retry", now, only=reason, but=but) for state in RETRIED
        )

    def queue_doubtful(self, campaign: Campaign, *, absent: bool) -> int:
        """Queue those in doubt whose quarantine is over; `absent`: only where a look-up proved that no copy exists."""
        now = self.clock.now()
        return sum(
            self.rows.shift_one(campaign.id, line.id, State.IN_DOUBT, State.QUEUED, "send_again", now)
            for line in lines(self.rows, campaign, states=(State.IN_DOUBT,), reasons=(ABSENT,) if absent else ())
            if now - line.updated_at >= QUARANTINE
        )

    def quarantined(self, campaign: Campaign) -> int:
        """When the last doubtful row may be sent again (epoch ms), 0 when all may now."""
        doubtful = lines(self.rows, campaign, states=(State.IN_DOUBT,))
        latest = max((line.updated_at for line in doubtful), default=0)
        until = latest + QUARANTINE
        return until if latest and until > self.clock.now() else 0

    def settle(self, campaign_id: str, delivery_id: int, *, accepted: bool) -> bool:
        """Settle one doubt by a person's evidence; False where the row is in doubt no more."""
        new, reason = (State.ACCEPTED, FOUND) if accepted else (State.FAILED, "not_found")
        return self.rows.shift_one(campaign_id, delivery_id, State.IN_DOUBT, new, reason, self.clock.now())
