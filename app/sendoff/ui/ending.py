"""The end of the window: when the system or a terminal asks for it, and what is taken down before what."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QWidget

_ASKED = [getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)]
"""A logout or `kill`, Ctrl-C, and a terminal that was closed; Windows has no last one."""


@contextmanager
def asked_to_end(leave: Callable[[], object]) -> Iterator[None]:
    """Meanwhile a request of the system to end does `leave`, once the window's loop turns; for the main thread."""

    def heard(_number: int, _frame: FrameType | None) -> None:
        QTimer.singleShot(0, leave)

    heeded = [number for number in _ASKED if signal.getsignal(number) is not signal.SIG_IGN]  # as `nohup` leaves it
    before = {number: signal.signal(number, heard) for number in heeded}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def telling(hook: Callable[[type[BaseException], BaseException, TracebackType | None], object]) -> Iterator[None]:
    """Meanwhile `hook` hears of every error that nobody caught, and then who heard of them before."""
    before = sys.excepthook
    sys.excepthook = hook
    try:
        yield
    finally:
        sys.excepthook = before


def take_down(window: QWidget) -> None:
    """Delete a window that was closed, with everything in it, now: at the interpreter's end the order is nobody's."""
    window.deleteLater()
    # The browsers go with the window, and only then what they stand on.
    for _round in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
