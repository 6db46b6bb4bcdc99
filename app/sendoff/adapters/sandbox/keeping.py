"""Saving what the sandbox took, in a thread of its own: seldom enough that a flat-out rehearsal does not feel it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from sendoff.core.errors import StorageError

_log = logging.getLogger(__name__)
PAUSE = 5.0
"""Seconds after which what came is saved, and so the most that a kill can lose."""


class Keeping:
    """Calls `save` a while after `came`, and once more at the end. `trouble` is why it failed the last time."""

    def __init__(self, save: Callable[[], None], pause: float = PAUSE) -> None:
        self._save = save
        self._pause = pause
        self._waiting = threading.Event()
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None
        self.trouble: StorageError | None = None
        # The event's own method: it is called for each message.
        self.came = self._waiting.set

    def start(self) -> None:
        """Begin to save."""
        self._ending.clear()
        self._thread = threading.Thread(target=self._run, name="sandbox-keeping", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Save what is left; returns when it is saved."""
        if self._thread is None:
            return
        self._ending.set()
        self._waiting.set()
        self._thread.join()
        self._thread = None

    def _run(self) -> None:
        while not self._ending.is_set():
            self._waiting.wait()
            self._ending.wait(self._pause)
            self._waiting.clear()
            try:
                self._save()
            except StorageError as error:
                if self.trouble is None:
                    _log.warning("%s %s", error, error.__cause__)
                self.trouble = error
            else:
                self.trouble = None
