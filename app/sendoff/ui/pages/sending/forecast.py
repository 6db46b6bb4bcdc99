"""When a campaign that is being sent will end: the plan, reckoned anew while its speed is measured."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sendoff.core.campaign import Campaign
from sendoff.core.events import PaceChanged, PaceKind
from sendoff.core.language import tr
from sendoff.core.plan import Plan
from sendoff.core.wording import clock_text, duration_text
from sendoff.ui.local_time import local_zone
from sendoff.ui.pages.sending.meter import Meter
from sendoff.ui.pages.stage import Stage

_SECOND = 1000
_EVERY = 5_000
"""Milliseconds between two plans."""
_RESTS = frozenset({PaceKind.PARKED, PaceKind.RECONNECTING})


class Forecast(QObject):
    """Of one campaign; another one gets another forecast."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._plan: Plan | None = None
        self._reckoned = 0
        self._limited = False
        """A limit was met."""
        self._about = ""

    def begin(self, campaign_id: str) -> None:
        """Forget what was reckoned: it is about this campaign now."""
        self._plan, self._reckoned, self._limited, self._about = None, 0, False, campaign_id

    def left(self, now: int) -> str:
        """How long it takes and when it ends, in words; empty while nobody can say."""
        if self._plan is None or not self._plan.messages or self._plan.end <= now:
            return ""
        end = clock_text(self._plan.end, now, local_zone(self._plan.end))
        return tr("{time} left, until {end}", time=duration_text((self._plan.end - now) / _SECOND), end=end)

    def reckon(self, campaign: Campaign, meter: Meter, pace: PaceChanged | None, now: int) -> None:
        """Ask for a new plan now and then; what it says is shown until the next one comes."""
        if now < self._reckoned + _EVERY and not (self._plan and self._plan.end <= now):
            return
        self._reckoned = now
        limited = self._limited = self._limited or (pace is not None and pace.kind is PaceKind.LIMIT)
        # Where limits are met, the rate over a wait says nothing of the server.
        rate = max(meter.minutes(now), default=0) / 60 if limited else meter.per_second(now)
        start = pace.until if pace is not None and pace.kind in _RESTS else 0
        plans = self._stage.services.plans

        def planned(made: Plan | None) -> None:
            if self._about == campaign.id:
                self._plan = made if made and (rate or made.limits or made.delay or made.hours) else None

        self._stage.operations.query(lambda: plans.of(campaign, per_second=rate, start=start), planned, owner=self)
