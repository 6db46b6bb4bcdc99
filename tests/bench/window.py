"""What the measurements of the window share: services in a folder of their own, the real window, and its pulse.

On Qt's offscreen platform unless a display is set.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from tests.bench.engine import resident

from sendoff.adapters.system.paths import find_home
from sendoff.adapters.system.resources import resource_path
from sendoff.adapters.system.settings_file import SettingsFile
from sendoff.bootstrap import open_services, sandbox_server
from sendoff.services.app import Services
from sendoff.ui import app as window_app
from sendoff.ui.app import Opened
from sendoff.ui.collector import Collector
from sendoff.ui.context import WindowContext
from sendoff.ui.theme import Mode, Theme

_FRAME = 16
"""Milliseconds of a 60 Hz timer."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A program that is about to open its window."""

    app: QApplication
    folder: Path
    services: Services
    context: WindowContext

    def open(self) -> Opened:
        """The real window at 1280 × 800."""
        opened = window_app.build_window(self.context, self.services)
        opened.window.resize(1280, 800)
        opened.window.show()
        return opened


@contextmanager
def bench() -> Iterator[Bench]:
    """Everything the window needs, in a folder that goes away."""
    app = QApplication(sys.argv[:1])
    Theme(app, resource_path("icons").parent, Mode.LIGHT)
    with tempfile.TemporaryDirectory() as name:
        environ = {"SENDOFF_HOME": str(Path(name) / "home")}
        home = find_home(environ)
        services = open_services(home, "bench", environ=environ)
        context = WindowContext(
            open_services=lambda: services,
            icons=resource_path("icons"),
            samples=resource_path("samples"),
            sandbox=sandbox_server,
            settings=SettingsFile(home.settings / "settings.toml"),
        )
        yield Bench(app, Path(name), services, context)


class Pulse(QObject):
    """The intervals of a 60 Hz timer in the window's thread, from `start` until `over`, which ends the program."""

    def __init__(self, app: QApplication, over: Callable[[], bool]) -> None:
        super().__init__()
        self.intervals: list[float] = []
        self.own: list[float] = []
        """The same intervals, without what the process had no processor for: other programs' share of the lateness."""
        self.seconds = 0.0
        self.resident = 0.0
        """MB at the end."""
        self.done = 0
        """Messages that were sent, where the end did not wait for all."""
        self._app = app
        self._over = over
        self._began = self._last = self._used = 0.0
        self._timer = QTimer(self, interval=_FRAME, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to watch; the window's thread gets its turn as in the real program."""
        window_app.stay_smooth()
        Collector(self)
        self._began = self._last = time.monotonic()
        self._used = time.process_time()
        self._timer.start()

    def _tick(self) -> None:
        now, used = time.monotonic(), time.process_time()
        interval = 1000 * (now - self._last)
        self.intervals.append(interval)
        # Whoever waits for a thread of this process waits while it works.
        self.own.append(min(interval, max(_FRAME, 1000 * (used - self._used))))
        self._last, self._used = now, used
        if self._over():
            self.seconds = now - self._began
            self.resident = resident()
            self._timer.stop()
            self._app.exit()  # `quit` would ask the window, which may still be sending

    def text(self) -> str:
        """The median, the 99th percentile and the longest interval."""
        middle, p99, longest = spread(self.intervals)
        return f"timer of {_FRAME} ms: median {middle:.0f}, p99 {p99:.0f}, longest {longest:.0f} ms"


def spread(intervals: Sequence[float]) -> tuple[float, float, float]:
    """The median, the 99th percentile and the longest."""
    ordered = sorted(intervals)
    return ordered[len(ordered) // 2], ordered[int(0.99 * (len(ordered) - 1))], ordered[-1]
