"""The progress on the program's icon, each system by its own means: dock, taskbar button, badge."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QWidget

_NAME = "application://sendoff.desktop"
_PATH = "/com/sendoff/LauncherEntry"
_INTERFACE = "com.canonical.Unity.LauncherEntry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far everything is."""

    percent: int
    """0 to 100."""
    left: int
    """How many messages are still to be sent."""


class Taskbar:
    """Tells the system when the percentage changed; nothing at all where it cannot be told."""

    def __init__(self, window: QWidget | None = None) -> None:
        self._last: int | None = None
        self._tell = _means(window)

    def show(self, share: float | None, left: int = 0) -> None:
        """Show how far everything is, from 0 to 1, and how many messages are left; None takes it away."""
        percent = None if share is None else int(100 * share)
        if self._tell is None or percent == self._last:
            return
        self._last = percent
        if not self._tell(None if percent is None else Standing(percent=percent, left=left)):
            self._tell = None


def _means(window: QWidget | None) -> Callable[[Standing | None], bool] | None:
    """What tells the system; it answers whether there is any use in telling it again."""
    if sys.platform == "win32":
        from sendoff.ui.taskbar_button import TaskbarButton

        return None if window is None else TaskbarButton(window).tell
    else:  # noqa: RET505 -- the type checker knows a branch for a platform, not what follows one
        return _badge if sys.platform == "darwin" else _dock


def _badge(standing: Standing | None) -> bool:
    """The number of messages left on the icon in macOS's dock."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setBadgeNumber(0 if standing is None else standing.left)
    return True


def _dock(standing: Standing | None) -> bool:
    """The launcher's D-Bus signal, to which GNOME's dock, KDE and Unity listen; no use without a session bus."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    message = QDBusMessage.createSignal(_PATH, _INTERFACE, "Update")
    share = 0.0 if standing is None else standing.percent / 100
    message.setArguments([_NAME, {"progress": share, "progress-visible": standing is not None}])
    return bus.send(message)
