"""Starts campaigns at their times while the window is open, and says so where one could not be started."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from sendoff.core.campaign import Campaign
from sendoff.core.events import CampaignChanged
from sendoff.core.language import tr
from sendoff.core.schedule import Standing
from sendoff.ui.operations import Newest
from sendoff.ui.pages.stage import Stage
from sendoff.ui.sandbox import awake

_LOOK_MS = 1_000


class Scheduler(QObject):
    """Looks at the clock once a second: it may be set, and it stands still while the computer sleeps."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._reading = Newest(stage.operations, self)
        self._waiting: Sequence[Campaign] = ()
        self._tried: set[tuple[str, int]] = set()
        """Campaigns and times that could not be started: nobody is told of them again and again."""
        self._clock = QTimer(self, interval=_LOOK_MS)
        self._clock.timeout.connect(self._look)
        stage.bridge.batch.connect(self._hear)
        self._read()

    def _read(self) -> None:
        self._reading.query(self._stage.services.schedule.all, self._know)

    def _know(self, found: Sequence[Campaign]) -> None:
        self._waiting = found
        if found and not self._clock.isActive():
            self._clock.start()
        elif not found:
            self._clock.stop()

    @Slot()
    def _look(self) -> None:
        schedule = self._stage.services.schedule
        for one in self._waiting:
            mark = (one.id, one.scheduled_at)
            if mark not in self._tried and schedule.standing(one) is Standing.DUE:
                self._tried.add(mark)
                self._start(one)

    def _start(self, campaign: Campaign) -> None:
        stage, services = self._stage, self._stage.services

        def begin() -> bool:
            if not services.schedule.due(campaign):
                return False
            awake(services, stage.context.sandbox(), campaign.account_id)
            services.sending.begin(campaign.id)
            return True

        def begun(runs: bool) -> None:  # noqa: FBT001 -- the answer of `begin`
            if runs:
                stage.dispatcher.start(campaign.id)
                stage.say(tr("“{name}” is being sent, as scheduled.", name=campaign.name))

        stage.operations.command(begin, begun, stage.fail, owner=self)

    @Slot(tuple)
    def _hear(self, batch: tuple[object, ...]) -> None:
        if any(isinstance(event, CampaignChanged) for event in batch):
            self._read()
