"""When a campaign that is being sent will end: the plan, reckoned anew while its speed is measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from sendoff.core.campaign import Campaign
from sendoff.core.events import PaceChanged, PaceKind
from sendoff.core.language import tr
from sendoff.core.limits import Room
from sendoff.core.plan import Plan
from sendoff.core.wording import clock_text, duration_text, retries_text
from sendoff.ui.local_time import local_zone
from sendoff.ui.operations import Newest
from sendoff.ui.pages.sending.meter import Meter
from sendoff.ui.pages.stage import Stage

_SECOND = 1000
_EVERY = 5_000
"""Milliseconds between two plans."""


class Forecast(QObject):
    """Of one campaign; another one gets another forecast."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._reckoning = Newest(stage.operations, self)
        self._plan: Plan | None = None
        self._later: Sequence[tuple[int, int]] = ()
        """When who was deferred is tried again, and how many."""
        self._reckoned = 0
        self._limited = False
        """A limit was met."""
        self.rooms: Mapping[str, Sequence[Room]] = {}
        """What is left of each account's limits, by its id."""

    def begin(self) -> None:
        """Forget what was reckoned, and what is being reckoned: it is about another campaign now."""
        self._reckoning.cancel()
        self._plan, self._reckoned, self._limited = None, 0, False
        self._later, self.rooms = (), {}

    @property
    def plan(self) -> Plan | None:
        """What is reckoned; None while nobody can say."""
        return self._plan

    def later(self, now: int) -> Sequence[tuple[int, int]]:
        """When who was deferred is tried again: (epoch ms, how many), the next first."""
        return [(at, number) for at, number in self._later if at > now]

    def left(self, now: int, counts: Mapping[str, int]) -> str:
        """How long it takes and when it ends, in words; empty while nobody can say.

        Where nobody is queued any more, when the deferred are tried again.
        """
        later = self._later
        if later and not counts.get("queued") and later[0][0] > now:
            return retries_text(later, now, local_zone(now))
        end = max(self._plan.end if self._plan else 0, later[-1][0] if later else 0)
        if self._plan is None or not self._plan.messages or end <= now:
            return ""
        clock = clock_text(end, now, local_zone(end))
        return tr("{time} left, until {end}", time=duration_text((end - now) / _SECOND), end=clock)

    def next_try(self) -> int:
        """How many are tried when the next deferred one is due; 0 = not known."""
        return self._later[0][1] if self._later else 0

    def reckon(
        self, campaign: Campaign, meter: Meter, pace: PaceChanged | None, now: int, counts: Mapping[str, int]
    ) -> None:
        """Ask for a new plan now and then; what it says is shown until the next one comes."""
        known = sum(number for _at, number in self._later)
        stale = not counts.get("queued") and known != counts.get("deferred", 0)
        if now < self._reckoned + _EVERY and not stale and not (self._plan and self._plan.end <= now):
            return
        if stale:  # better nothing than what was
            self._later = ()
        self._reckoned = now
        limited = self._limited = self._limited or (pace is not None and pace.kind is PaceKind.LIMIT)
        # Where limits are met, the rate over a wait says nothing of the server.
        rate = max(meter.minutes(now), default=0) / 60 if limited else meter.per_second(now)
        start = pace.rests_until if pace is not None else 0
        plans = self._stage.services.plans

        def look() -> tuple[Plan | None, Sequence[tuple[int, int]], Mapping[str, Sequence[Room]]]:
            return plans.of(campaign, per_second=rate, start=start), plans.later(campaign), plans.rooms(campaign)

        def planned(found: tuple[Plan | None, Sequence[tuple[int, int]], Mapping[str, Sequence[Room]]]) -> None:
            made, self._later, self.rooms = found
            self._plan = made if made and (rate or made.limits or made.delay or made.hours) else None

        self._reckoning.query(look, planned)
