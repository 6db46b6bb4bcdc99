"""Events on their way from worker threads to the window: a plain queue, drained by a timer, one signal a batch."""

from __future__ import annotations

from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal

from sendoff.core.campaign import CampaignState
from sendoff.core.events import CampaignChanged, Event, Lane, LanesChanged, PaceChanged

INTERVAL_MS = 100
BATCH = 2_000
"""At most this many events a batch, so that handling one never holds the window up."""


class Bridge(QObject):
    """Carries events to the GUI thread. `post` may be called from any thread; everything else from the GUI's."""

    batch = Signal(tuple)
    """The events since the last batch, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        inbox: SimpleQueue[Event] = SimpleQueue()
        self._inbox = inbox
        # The queue's own method: a worker that posts touches no QObject.
        self.post = inbox.put
        self.paces: dict[str, PaceChanged] = {}
        """What each running campaign does or waits for now, for a page that is opened later."""
        self.lanes: dict[str, tuple[Lane, ...]] = {}
        """What each account of a running campaign with several of them does, likewise."""
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.drain)

    def start(self) -> None:
        """Begin to deliver."""
        self._timer.start()

    def stop(self) -> None:
        """Deliver what is waiting and stop."""
        self._timer.stop()
        while self.drain():
            pass

    def drain(self) -> int:
        """Emit one batch of what is waiting, if anything is, and return its length."""
        events: list[Event] = []
        try:
            while len(events) < BATCH:
                events.append(self._inbox.get_nowait())
        except Empty:
            pass
        for event in events:
            if isinstance(event, PaceChanged):
                self.paces[event.campaign_id] = event
            elif isinstance(event, LanesChanged):
                self.lanes[event.campaign_id] = event.lanes
            elif isinstance(event, CampaignChanged) and event.state != CampaignState.RUNNING:
                self.paces.pop(event.campaign_id, None)
                self.lanes.pop(event.campaign_id, None)
        if events:
            self.batch.emit(tuple(events))
        return len(events)
