"""Sending later: the times of drafts, kept in the data folder, and what has become of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import tzinfo

from sendoff.core.campaign import Campaign
from sendoff.core.errors import InputError
from sendoff.core.events import CampaignChanged
from sendoff.core.language import tr
from sendoff.core.moments import parse_moment
from sendoff.core.plan_ports import ScheduleStore
from sendoff.core.ports import Clock
from sendoff.core.schedule import Standing, standing
from sendoff.services.bus import Bus


class Schedule:
    """Sets and clears times; the faces look at `standing` and start what is due."""

    def __init__(self, *, store: ScheduleStore, bus: Bus, clock: Clock, zone: Callable[[], tzinfo]) -> None:
        self._store = store
        self._bus = bus
        self._clock = clock
        self._zone = zone
        self._opened_at = clock.now()

    def moment(self, text: str) -> int:
        """The time that is meant by what was written (epoch ms). Raises InputError."""
        return parse_moment(text, self._clock.now(), self._zone())

    def set(self, campaign: Campaign, at: int) -> None:
        """Send a draft at a time to come (epoch ms). Raises InputError."""
        if at <= self._clock.now():
            raise InputError(tr("That time has passed."), remedy=tr("Choose a time to come."), code="past")
        if not self._store.schedule(campaign.id, at):
            raise InputError(
                tr("“{name}” is {state}.", name=campaign.name, state=campaign.state),
                remedy=tr("Only a draft can be sent later."),
            )
        self._bus.publish(CampaignChanged(campaign.id, campaign.state))

    def clear(self, campaign: Campaign) -> bool:
        """Take a draft's time back; say whether it had one."""
        had = bool(campaign.scheduled_at) and self._store.schedule(campaign.id, 0)
        if had:
            self._bus.publish(CampaignChanged(campaign.id, campaign.state))
        return had

    def all(self) -> Sequence[Campaign]:
        """The drafts that have a time, the earliest first."""
        return self._store.scheduled()

    def missed(self) -> Sequence[Campaign]:
        """Those of them whose time passed while nobody was there to start them."""
        return [one for one in self._store.scheduled() if self.standing(one) is Standing.MISSED]

    def due(self, campaign: Campaign) -> bool:
        """Whether a draft's time has come and still is its time: it may have been taken back since it was read."""
        kept = ((one.id, one.scheduled_at) for one in self._store.scheduled())
        return (campaign.id, campaign.scheduled_at) in kept and self.standing(campaign) is Standing.DUE

    def standing(self, campaign: Campaign) -> Standing | None:
        """How a draft stands that has a time; None without one."""
        if not campaign.scheduled_at:
            return None
        return standing(campaign.scheduled_at, self._clock.now(), self._opened_at)
