"""Follows the log while its page is shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sendoff.core.log_lines import LogLine, entries, matching, shown
from sendoff.ui.pages.stage import Stage

_LOOK_MS = 500
_KEPT = 5_000
"""Entries held for filtering."""


class LogPresenter(QObject):
    """Reads what was added, in the background; filters what is there."""

    anew = Signal(str)
    """Another text, whole."""
    added = Signal(str)
    """Entries that came."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._place = 0
        self._kept: list[LogLine] = []
        self._level = "debug"
        self._words = ""
        self._reading = False
        self._clock = QTimer(self, interval=_LOOK_MS)
        self._clock.timeout.connect(self.look)

    def follow(self) -> None:
        """Begin to look."""
        self.look()
        self._clock.start()

    def rest(self) -> None:
        """The page is not shown any more."""
        self._clock.stop()

    def filter(self, level: str, words: str) -> None:
        """Show only what is at least so grave and holds the words."""
        self._level, self._words = level, words
        self.anew.emit(self._said(self._kept))

    @property
    def narrowed(self) -> bool:
        """Whether only some of it is wanted."""
        return self._level != "debug" or bool(self._words.strip())

    @Slot()
    def look(self) -> None:
        """Read what was added since."""
        log = self._stage.context.log
        if log is None or self._reading:
            return
        self._reading = True
        self._stage.operations.query(partial(log.since, self._place), self._came, owner=self)

    def _came(self, found: tuple[Sequence[str], int]) -> None:
        lines, place = found
        begun, self._place, self._reading = place < self._place or not self._place, place, False
        fresh = entries(lines)
        if not fresh and not begun:
            return
        self._kept = [*self._kept, *fresh][-_KEPT:]
        if begun:
            self.anew.emit(self._said(self._kept))
        elif said := self._said(fresh):
            self.added.emit(said)

    def _said(self, lines: list[LogLine]) -> str:
        return "\n".join(shown(one) for one in matching(lines, self._level, self._words))
