"""The window's collector of garbage in circles: it works on the GUI thread alone.

Python's own works on whatever thread makes one container too many. A QObject that ends on a sender's thread holds a
lock of Qt's while it asks for the interpreter, and the window, which has the interpreter, may be waiting for that very
lock: then all stands still for good.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_LOOK_MS = 100


class Collector(QObject):
    """Takes the place of Python's own until it is stopped; made and stopped on the GUI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._usual = gc.isenabled()
        gc.disable()
        self._clock = QTimer(self, interval=_LOOK_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        due = [age for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
               if 0 < most < count]  # fmt: skip
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Collect everything that is left, and let Python do it again as before."""
        self._clock.stop()
        gc.collect()
        if self._usual:
            gc.enable()
