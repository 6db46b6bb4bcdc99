"""What the frame of the program knows of the campaigns that are being sent: how far they are, and how they ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal, Slot

from sendoff.core.campaign import CampaignState
from sendoff.core.events import CampaignChanged, DeliveriesMoved
from sendoff.core.language import tr
from sendoff.core.wording import count_text
from sendoff.services.app import Services
from sendoff.ui.bridge import Bridge
from sendoff.ui.operations import Operations

_DONE = ("accepted", "failed", "in_doubt", "cancelled", "suppressed")


@dataclass(slots=True)
class Run:
    """One campaign that is being sent."""

    name: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def done(self) -> int:
        """How many need nothing more."""
        return sum(self.counts.get(state, 0) for state in _DONE)

    @property
    def total(self) -> int:
        """How many there are to write to."""
        return sum(self.counts.values()) - self.counts.get("skipped", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a campaign ceased to be sent."""

    campaign_id: str
    name: str
    finished: bool
    words: str
    """The figures where it is finished, else why it paused."""


class Runs(QObject):
    """Follows the bus's events; the names and first figures are read in the background."""

    changed = Signal()
    """Somebody got further, began or ended."""
    ended = Signal(object)
    """An `Ending`: a campaign is finished, or paused by itself and needs somebody."""

    def __init__(self, services: Services, operations: Operations, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._operations = operations
        self._runs: dict[str, Run] = {}
        bridge.batch.connect(self._hear)

    def running(self) -> dict[str, Run]:
        """The campaigns that are being sent, by id."""
        return dict(self._runs)

    def share(self) -> float:
        """How far everything is, from 0 to 1."""
        total = sum(one.total for one in self._runs.values())
        return sum(one.done for one in self._runs.values()) / total if total else 0.0

    def left(self) -> int:
        """How many messages are still to be sent."""
        return sum(one.total - one.done for one in self._runs.values())

    def sentence(self) -> str:
        """`64 % – Spring sale`, with the number of the others; empty where nothing is sent."""
        names = [one.name for one in self._runs.values() if one.name]
        if not names:
            return ""
        others = tr(" and {names} more", names=len(names) - 1) if len(names) > 1 else ""
        return f"{int(100 * self.share())} % – {names[0]}{others}"

    @Slot(tuple)
    def _hear(self, batch: tuple[object, ...]) -> None:
        touched = False
        for event in batch:
            if isinstance(event, DeliveriesMoved) and event.campaign_id in self._runs:
                self._runs[event.campaign_id].counts = event.counts
                touched = True
            elif isinstance(event, CampaignChanged):
                touched |= self._turn(event)
        if touched:
            self.changed.emit()

    def _turn(self, event: CampaignChanged) -> bool:
        if event.state == CampaignState.RUNNING:
            if event.campaign_id not in self._runs:
                begun = self._runs[event.campaign_id] = Run()
                self._read(event.campaign_id, begun)
            return True
        run = self._runs.pop(event.campaign_id, None)
        if run is None:
            return False
        if event.state == CampaignState.FINISHED:
            self._tell(event.campaign_id, run.name)
        elif event.state == CampaignState.PAUSED and event.reason:
            ending = Ending(campaign_id=event.campaign_id, name=run.name, finished=False, words=tr(event.reason))
            self.ended.emit(ending)
        return True

    def _read(self, campaign_id: str, run: Run) -> None:
        services = self._services

        def read() -> Run:
            campaign = services.campaigns.get(campaign_id)
            return Run(campaign.name, services.reports.counts(campaign))

        def know(found: Run) -> None:
            if self._runs.get(campaign_id) is run:
                run.name, run.counts = found.name, run.counts or found.counts  # what was told since is newer
                self.changed.emit()

        self._operations.query(read, know, lambda _error: None, owner=self)

    def _tell(self, campaign_id: str, name: str) -> None:
        services = self._services

        def read() -> Ending:
            campaign = services.campaigns.get(campaign_id)
            words = _figures(services.reports.figures(campaign))
            return Ending(campaign_id=campaign_id, name=campaign.name or name, finished=True, words=words)

        self._operations.query(read, self.ended.emit, lambda _error: None, owner=self)


def _figures(counts: Mapping[str, int]) -> str:
    said = [tr("{accepted} accepted", accepted=count_text(counts["accepted"]))]
    words = {"failed": tr("failed"), "in_doubt": tr("in doubt")}
    said += [f"{count_text(counts[key])} {word}" for key, word in words.items() if counts[key]]
    return f"{', '.join(said)}."
