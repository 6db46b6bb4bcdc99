"""The icon in the tray: how far the sending is, a menu of three, and the system's notifications."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from sendoff.core.language import tr
from sendoff.core.settings import ON_FINISH, ON_TROUBLE, TRAY
from sendoff.services.preferences import Preferences
from sendoff.ui.runs import Ending, Runs

_LINGER_MS = 30_000
"""How long the icon stays after the last campaign: a notification belongs to it."""


def tray_exists() -> bool:
    """Say whether this desktop has a tray to go on in."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """Shown while something is sent, while the window is hidden, or always, as the settings say."""

    open_wanted = Signal(str)
    """The window should come; on a campaign's page where the id is not empty."""
    pause_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        runs: Runs,
        preferences: Preferences,
        icon: QIcon,
        exists: Callable[[], bool] = tray_exists,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._runs = runs
        self._preferences = preferences
        self._exists = exists
        self._subject = ""
        self.said: list[tuple[str, str]] = []
        """The notifications so far: title and text."""
        self.icon = QSystemTrayIcon(icon, self)
        self.menu = QMenu(window)
        self.state = self._action(tr("Nothing is being sent"), None)
        self.state.setEnabled(False)
        self.menu.addSeparator()
        self._action(tr("Open Sendoff"), lambda: self.open_wanted.emit(""))
        self.pause = self._action(tr("Pause all"), self.pause_wanted.emit)
        self.menu.addSeparator()
        self._action(tr("Quit"), self.quit_wanted.emit)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(self._message_clicked)
        self._linger = QTimer(self, singleShot=True, interval=_LINGER_MS)
        self._linger.timeout.connect(self.refresh)
        runs.changed.connect(self.refresh)
        runs.ended.connect(self._ended)
        self.refresh()

    @property
    def exists(self) -> bool:
        """Whether there is a tray here."""
        return self._exists()

    @Slot()
    def refresh(self) -> None:
        """Say the present state, and be there or not."""
        said = self._runs.sentence()
        running = bool(self._runs.running())
        self.state.setText(said or tr("Nothing is being sent"))
        self.pause.setEnabled(running)
        self.icon.setToolTip(tr("Sendoff: {said}", said=said) if said else "Sendoff")
        if running:
            self._linger.start()
        wanted = self._preferences.text(TRAY) == "always" or running or self._linger.isActive()
        self.icon.setVisible(tray_exists() and (wanted or not self._window.isVisible()))

    @Slot(object)
    def _ended(self, ending: Ending) -> None:
        self._linger.start()
        if not self._preferences.on(ON_FINISH if ending.finished else ON_TROUBLE):
            return
        self.notify(
            tr("{name} is finished", name=ending.name) if ending.finished else tr("{name} is paused", name=ending.name),
            ending.words,
            ending.campaign_id,
        )

    def notify(self, title: str, words: str, subject: str = "") -> None:
        """Tell somebody who is looking elsewhere; a click leads to the campaign."""
        if self._window.isVisible() and self._window.isActiveWindow():
            return  # it is in front of their eyes
        self._subject = subject
        self.said.append((title, words))
        if tray_exists():
            self.icon.show()
            self.icon.showMessage(title, words, self.icon.icon())
        QApplication.alert(self._window)

    def _action(self, words: str, run: Callable[[], object] | None) -> QAction:
        action = QAction(words, self.menu)
        if run is not None:
            action.triggered.connect(lambda _checked=False: run())
        self.menu.addAction(action)
        return action

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.open_wanted.emit("")

    @Slot()
    def _message_clicked(self) -> None:
        self.open_wanted.emit(self._subject)
