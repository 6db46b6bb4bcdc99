"""Keeps the computer awake exactly as long as a campaign of this process is being sent."""

from __future__ import annotations

import threading
from collections.abc import Callable

from sendoff.core.awake_ports import Wakefulness
from sendoff.core.campaign import CampaignState
from sendoff.core.events import CampaignChanged, Event
from sendoff.core.language import phrase, tr

WHY = phrase("Sendoff is sending a campaign.")


class StayingAwake:
    """Listens on the bus. `wanted` says whether the person wants it at all."""

    def __init__(self, system: Wakefulness, wanted: Callable[[], bool]) -> None:
        self._system = system
        self._wanted = wanted
        self._running: set[str] = set()
        self._lock = threading.Lock()
        self.held = False

    def hear(self, event: Event) -> None:
        """Take sleep away with the first campaign that runs, and give it back with the last."""
        if not isinstance(event, CampaignChanged):
            return
        with self._lock:
            if event.state == CampaignState.RUNNING:
                self._running.add(event.campaign_id)
            else:
                self._running.discard(event.campaign_id)
            if self._running and not self.held and self._wanted():
                self.held = self._system.hold(tr(WHY))
            elif self.held and not self._running:
                self._give_back()

    def close(self) -> None:
        """Let the computer sleep: the program ends."""
        with self._lock:
            self._running.clear()
            if self.held:
                self._give_back()

    def _give_back(self) -> None:
        self._system.release()
        self.held = False
