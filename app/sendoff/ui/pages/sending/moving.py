"""The table of a campaign that is being sent moves a moment after the figures: no frame has to paint both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Slot

from sendoff.core.events import DeliveryMoved
from sendoff.ui.models.deliveries import DeliveriesModel
from sendoff.ui.pages.sending.live import LiveView

_AFTER_MS = 40
"""Two frames after the figures, well before the next news."""
_BLUR = 100
"""Rows a piece of news from which on nobody can read along: what is in sight was replaced several times over."""
_BLURRED_MS = 2_000
"""How long such a sight stands still then: to paint it takes two thirds of a frame (measured)."""


class MovingRows:
    """Puts what moved into the table, and keeps in sight whom it is sent to."""

    def __init__(self, view: LiveView, model: DeliveriesModel) -> None:
        self._view = view
        self._model = model
        self._moved: list[DeliveryMoved] = []
        self._blurred = False
        self._reached: int | None = None
        self._timer = QTimer(view, singleShot=True)
        self._timer.timeout.connect(self._show)

    def take(self, moved: Sequence[DeliveryMoved]) -> None:
        """Rows that moved."""
        if len(moved) < _BLUR:
            self._moved += moved
            self._timer.start(_AFTER_MS)
            return
        self._blurred, self._moved = True, []
        if not self._timer.isActive():
            self._timer.start(_BLURRED_MS)

    def follow(self, counts: Mapping[str, int]) -> None:
        """Go where the sending is, by the figures."""
        self._reached = reached(counts)
        if not self._timer.isActive():
            self._timer.start(_AFTER_MS)

    def forget(self) -> None:
        """Another campaign: start at its top."""
        self._timer.stop()
        self._moved, self._blurred, self._reached = [], False, None
        self._view.follow_anew()

    @Slot()
    def _show(self) -> None:
        moved, self._moved = self._moved, []
        if self._blurred:
            self._blurred = False
            self._model.read_again()
        else:
            self._model.apply(moved)
        if self._reached is not None:
            self._view.follow(self._reached)
            self._reached = None


def reached(counts: Mapping[str, int]) -> int:
    """About which row is sent now: those who get nothing are taken to stand evenly in the list."""
    total = sum(counts.values())
    sent_to = total - counts.get("skipped", 0) - counts.get("suppressed", 0)
    done = sent_to - counts.get("queued", 0)
    return done * total // sent_to if sent_to else 0
