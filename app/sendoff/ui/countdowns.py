"""The seconds in which a sending can still be taken back, for every page that shows a campaign."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sendoff.core.campaign import Campaign
from sendoff.core.language import tr
from sendoff.core.wording import count_text

_SECOND = 1000


def leaving_text(number: int, seconds: int) -> str:
    """Say when the first of some messages leaves."""
    if number == 1:
        return tr("The message leaves in {seconds} s.", seconds=seconds)
    return tr("The first of {ready} messages leaves in {seconds} s.", ready=count_text(number), seconds=seconds)


@dataclass(slots=True)
class Countdown:
    """One campaign that is about to be sent."""

    campaign: Campaign
    number: int
    """How many messages that is."""
    seconds: int
    """How many are left."""
    go: Callable[[], object]
    """What happens when they are over."""

    @property
    def words(self) -> str:
        """When the first message leaves."""
        return leaving_text(self.number, self.seconds)


class Countdowns(QObject):
    """One campaign beside another; they go on whatever page is shown."""

    changed = Signal(str)
    """A campaign's id: its seconds began, went on, or are over."""
    undone = Signal(str)
    """A campaign's id: it was taken back, and nothing was sent."""

    def __init__(self, *, say: Callable[[str], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._every: dict[str, Countdown] = {}
        self.clock = QTimer(self, interval=_SECOND)
        self.clock.timeout.connect(self._tick)

    def begin(self, one: Countdown) -> None:
        """Count for a campaign, anew where it is counted for already."""
        self._every[one.campaign.id] = one
        self.clock.start()
        self.changed.emit(one.campaign.id)

    def of(self, campaign_id: str) -> Countdown | None:
        """What is counted for a campaign; None where nothing is."""
        return self._every.get(campaign_id)

    def every(self) -> list[Countdown]:
        """All of them, the next to go first."""
        return sorted(self._every.values(), key=lambda one: one.seconds)

    def recount(self, campaign_id: str, number: int) -> None:
        """So many messages are left to be sent; with none it is over, and said so."""
        one = self._every.get(campaign_id)
        if one is None:
            return
        one.number = number
        if not number:
            del self._every[campaign_id]
            self._say(tr("Nobody is left to send to."))
        self.changed.emit(campaign_id)

    def undo(self, campaign_id: str) -> None:
        """Take it back: nothing was sent."""
        if self._every.pop(campaign_id, None):
            self._say(tr("Nothing was sent."))
            self.changed.emit(campaign_id)
            self.undone.emit(campaign_id)

    def hurry(self, campaign_id: str) -> None:
        """Do not wait any longer."""
        one = self._every.pop(campaign_id, None)
        if one is not None:
            one.go()
            self.changed.emit(campaign_id)

    @Slot()
    def _tick(self) -> None:
        for campaign_id, one in list(self._every.items()):
            one.seconds -= 1
            if one.seconds > 0:
                self.changed.emit(campaign_id)
            else:
                self.hurry(campaign_id)
        if not self._every:
            self.clock.stop()
