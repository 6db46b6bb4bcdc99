"""The progress on the program's icon in docks that listen to the launcher's D-Bus signal (GNOME's dock, KDE, Unity)."""

from __future__ import annotations

import sys

from sendoff.core.language import tr

_NAME = "application://sendoff.desktop"
_PATH = "/com/sendoff/LauncherEntry"
_INTERFACE = "com.canonical.Unity.LauncherEntry"


class Taskbar:
    """Sends the share when it changed by a hundredth; nothing at all on other systems or without a session bus."""

    def __init__(self) -> None:
        self._last = -1
        self._works = sys.platform == "linux"

    def show(self, share: float | None) -> None:
        """Show how far everything is, from 0 to 1; None takes the bar away."""
        step = -1 if share is None else int(100 * share)
        if not self._works or step == self._last:
            return
        self._last = step
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            self._works = False
            return
        message = QDBusMessage.createSignal(_PATH, _INTERFACE, tr("Update"))
        message.setArguments([_NAME, {"progress": max(step, 0) / 100, "progress-visible": step >= 0}])
        bus.send(message)
