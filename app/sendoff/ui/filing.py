"""Files copies in the Sent folder beside the window: after a run, at the start what was left, or when a person asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sendoff.core.copies import Filed, filed_text
from sendoff.core.errors import KnownError
from sendoff.services.app import Services
from sendoff.ui.operations import Operations

_AGAIN_MS = 15 * 60_000
"""After this long what could not be filed is tried again by itself."""

Act = Callable[[str, Callable[[], bool]], Filed | None]


class Filing(QObject):
    """One campaign's copies at a time, the others wait. `say` gets a sentence when one is over, `fail` its error."""

    changed = Signal(str)
    """Filing a campaign's copies began or ended; its id."""

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
        self._waiting: dict[str, Act] = {}
        self._now = ""
        self._stop = Event()
        self._closed = False
        self._said: dict[str, str] = {}
        self._again = QTimer(self, interval=_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self.resume)

    def under_way(self, campaign_id: str) -> bool:
        """Whether this campaign's copies are being filed, or are about to be."""
        return campaign_id == self._now or campaign_id in self._waiting

    def start(self, campaign_id: str) -> None:
        """File because a person asked: also what stands in the way is told."""
        self._begin(campaign_id, self._services.copies.file)

    @Slot(str)
    def after_run(self, campaign_id: str) -> None:
        """File by itself, where an account of the campaign asks for it."""
        self._begin(campaign_id, self._services.copies.after_run)

    @Slot()
    def resume(self) -> None:
        """Go on with what is left."""

        def found(campaign_ids: Sequence[str]) -> None:
            for campaign_id in campaign_ids:
                self.after_run(campaign_id)

        self._operations.query(self._services.copies.unfinished, found, self._fail, owner=self)

    def stop(self, campaign_id: str) -> None:
        """End after the copy that is being filed; the next start of the program, or a press, goes on."""
        waited = self._waiting.pop(campaign_id, None)
        if campaign_id == self._now:
            self._stop.set()
        elif waited:
            self.changed.emit(campaign_id)

    def close(self) -> None:
        """End after the copy that is being filed; `operations` waits for it."""
        self._closed = True
        self._again.stop()
        self._waiting.clear()
        self._stop.set()

    def _begin(self, campaign_id: str, act: Act) -> None:
        # What is being filed now waits once more: since it began, others may have been accepted.
        if self._closed or campaign_id in self._waiting:
            return
        self._waiting[campaign_id] = act
        self.changed.emit(campaign_id)
        self._next()

    def _next(self) -> None:
        """Take the one that waits longest; one reader is enough, the pages need the others."""
        if self._now or not self._waiting:
            return
        self._now = campaign_id = next(iter(self._waiting))
        act, stop = self._waiting.pop(campaign_id), Event()
        self._stop = stop

        def over() -> None:
            self._now = ""
            self.changed.emit(campaign_id)
            self._next()

        def done(filed: Filed | None) -> None:
            over()
            if filed is None:
                return
            if filed.left and filed.why:
                self._again.start()
            if (said := filed_text(filed)) and said != self._said.get(campaign_id):
                self._said[campaign_id] = said
                self._say(said)

        def failed(error: KnownError) -> None:
            over()
            self._fail(error)

        self._operations.query(lambda: act(campaign_id, stop.is_set), done, failed, owner=self)
