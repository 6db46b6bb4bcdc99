"""Shows a file that was written where it lies, in the system's own way."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from sendoff.core.language import tr
from sendoff.ui.widgets.toast import Toast

PLATFORM: str = sys.platform
_SECONDS = 12
"""Longer than a mere note: somebody may want to press it."""
_MANAGER, _PATH = "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1"


def say_written(toast: Toast, words: str, path: Path) -> None:
    """Say that a file was written, with the way to it."""
    toast.say(words, tr("Show in folder"), partial(_show, toast, path), seconds=_SECONDS)


def show_in_folder(path: Path) -> bool:
    """Open the folder, with the file selected where the system can do that; False where nothing answers."""
    if PLATFORM == "win32":
        return QProcess.startDetached("explorer.exe", ["/select,", QDir.toNativeSeparators(str(path))])[0]
    if PLATFORM == "darwin":
        return QProcess.startDetached("/usr/bin/open", ["-R", str(path)])[0]
    return _ask_manager(path) or QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _ask_manager(path: Path) -> bool:
    """The desktop's file manager, over D-Bus: `ShowItems` selects the file."""
    from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    manager = QDBusInterface(_MANAGER, _PATH, _MANAGER, bus)
    manager.setTimeout(1_000)
    answer = manager.call("ShowItems", [QUrl.fromLocalFile(str(path)).toString()], "")
    return answer.type() is QDBusMessage.MessageType.ReplyMessage


def _show(toast: Toast, path: Path) -> None:
    if not show_in_folder(path):
        toast.say(tr("No file manager answered. The file is {path}.", path=path))
