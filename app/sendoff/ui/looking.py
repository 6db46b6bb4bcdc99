"""Looks for those in doubt beside the window: by itself after a run that left some, or when a person asks."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from sendoff.core.doubts import Resolved, resolved_text
from sendoff.core.errors import KnownError
from sendoff.services.app import Services
from sendoff.ui.operations import Operations


class Looking(QObject):
    """The look-ups under way, one a campaign at most. `say` gets a sentence when one is over, `fail` its error."""

    changed = Signal(str)
    """A campaign's look-up began or ended; its id."""

    def __init__(
        self,
        services: Services,
        operations: Operations,
        *,
        say: Callable[[str], None],
        fail: Callable[[KnownError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._operations = operations
        self._say = say
        self._fail = fail
        self._stops: dict[str, Event] = {}
        self._again: set[str] = set()
        """Campaigns that a run left in doubt while others of theirs were being looked up."""

    def under_way(self, campaign_id: str) -> bool:
        """Whether this campaign's doubts are being looked up."""
        return campaign_id in self._stops

    def start(self, campaign_id: str) -> None:
        """Look because a person asked: also what stands in the way is told."""
        self._begin(campaign_id, self._services.doubts.look_up)

    @Slot(str)
    def after_run(self, campaign_id: str) -> None:
        """Look by itself, where there is something to look for and somewhere to look."""
        if campaign_id in self._stops:
            self._again.add(campaign_id)
        else:
            self._begin(campaign_id, self._services.doubts.after_run)

    def stop(self, campaign_id: str) -> None:
        """End a look-up after the one that is being looked for."""
        self._again.discard(campaign_id)
        if stop := self._stops.get(campaign_id):
            stop.set()

    def close(self) -> None:
        """End them all; `operations` waits for them."""
        self._again.clear()
        for stop in self._stops.values():
            stop.set()

    def _begin(self, campaign_id: str, look: Callable[[str, Callable[[], bool]], Resolved | None]) -> None:
        if campaign_id in self._stops:
            return
        stop = self._stops[campaign_id] = Event()

        def over() -> None:
            self._stops.pop(campaign_id, None)
            self.changed.emit(campaign_id)
            if campaign_id in self._again:
                self._again.discard(campaign_id)
                self.after_run(campaign_id)

        def done(resolved: Resolved | None) -> None:
            over()
            if resolved is not None:
                self._say(resolved_text(resolved))

        def failed(error: KnownError) -> None:
            over()
            self._fail(error)

        self._operations.query(lambda: look(campaign_id, stop.is_set), done, failed, owner=self)
        self.changed.emit(campaign_id)
