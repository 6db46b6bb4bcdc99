"""What closing the window means while a campaign is being sent: going on in the tray, pausing, or stopping."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout

from sendoff.core.errors import KnownError
from sendoff.core.language import phrase, quoted, tr
from sendoff.core.settings import CLOSING
from sendoff.services.app import Services
from sendoff.services.preferences import Preferences
from sendoff.ui.operations import Operations
from sendoff.ui.tokens import Space
from sendoff.ui.tray import Tray
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.text import Text
from sendoff.ui.window import Window

_TRAY = phrase("In the tray, Sendoff goes on without its window.")
_NO_TRAY = phrase("Sending goes on only while this window is open.")
_REST = phrase("After a pause, Resume goes on where it stopped. Stop cancels everybody who still waits.")


class LeavingDialog(QDialog):
    """Asks once; the sending goes on meanwhile. `answer` is `tray`, `pause`, `stop`, or empty: stay."""

    def __init__(self, parent: Window, names: list[str], *, tray: bool) -> None:
        super().__init__(parent)
        self.answer = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Sendoff")
        self.setMinimumWidth(540)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.S)
        who = tr(" and ").join(names)
        column.addWidget(
            Text(
                (tr("{who} is being sent.", who=who) if len(names) == 1 else tr("{who} are being sent.", who=who)),
                "emphasis",
                wrap=True,
            )
        )
        column.addWidget(Text(f"{(tr(_TRAY) if tray else tr(_NO_TRAY))} {tr(_REST)}", "secondary", wrap=True))
        column.addSpacing(Space.S)
        self.remember = QCheckBox(tr("Do what I choose here every time"))
        self.remember.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.remember.setAccessibleName(tr("Do what I choose here every time"))
        self.remember.setAccessibleDescription(tr("Not for stopping. The settings can change it."))
        self.remember.setToolTip(tr("Not for stopping. The settings can change it."))
        column.addWidget(self.remember)
        column.addSpacing(Space.M)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self.stop = Button(tr("Stop and quit"), "danger", run=partial(self._choose, "stop"))
        self.pause = Button(tr("Pause and quit"), run=partial(self._choose, "pause"))
        words = tr("Keep sending") if tray else tr("Stay open")
        self.keep = Button(words, "primary", run=partial(self._choose, "tray" if tray else ""))
        self.keep.setDefault(True)
        row.addWidget(self.stop)
        row.addStretch(1)
        row.addWidget(self.pause)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.keep.setFocus()

    def _choose(self, answer: str) -> None:
        self.answer = answer
        self.accept()


class Leaving(QObject):
    """Asked before the window is closed."""

    def __init__(
        self,
        window: Window,
        services: Services,
        running: Callable[[], list[str]],
        tray: Tray,
        preferences: Preferences,
        operations: Operations,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._running = running
        self._tray = tray
        self._preferences = preferences
        self._operations = operations
        self._agreed = False
        self.question: LeavingDialog | None = None

    def may_close(self) -> bool:
        """Say whether the window may go for good; else it asks, or goes to the tray."""
        if self._agreed or not self._running() or QApplication.instance().isSavingSession():  # type: ignore[union-attr]  # there is one
            return True
        settled = self._preferences.text(CLOSING)
        if settled == "pause":
            return True
        if settled == "tray" and self._tray.exists:
            self._hide()
        else:
            self.ask()
        return False

    def quit(self) -> None:
        """Quit was chosen, which a tray is no answer to: pause where that is settled, ask where something is sent."""
        if self._running() and self._preferences.text(CLOSING) != "pause":
            self.come()
            self.ask()
        else:
            self.go()

    def go(self) -> None:
        """Close the window without a question; what is being sent pauses."""
        self._agreed = True
        self._window.close()

    @Slot()
    def come(self) -> None:
        """Bring the window to the front."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self._tray.refresh()

    def ask(self) -> None:
        """Ask what is to become of the sending; once at a time."""
        if self.question is not None:
            return
        names = [quoted(self._services.campaigns.get(one).name) for one in self._running()]
        self.question = LeavingDialog(self._window, names, tray=self._tray.exists)
        self.question.finished.connect(self._answered)
        self.question.open()

    @Slot(int)
    def _answered(self, _result: int) -> None:
        question, self.question = self.question, None
        if question is None or not question.answer:
            return
        if question.remember.isChecked() and question.answer != "stop":
            answer = question.answer
            self._operations.command(lambda: self._preferences.choose(CLOSING, answer), lambda _none: None, owner=self)
        if question.answer == "tray":
            self._hide()
        elif question.answer == "pause":
            self.go()
        else:
            self._stop()

    def _stop(self) -> None:
        sending, campaigns = self._services.sending, self._running()

        def stop() -> None:
            for one in campaigns:
                try:
                    sending.stop(one)
                except KnownError:
                    continue  # it came to its end by itself in the meantime

        self._operations.query(stop, lambda _none: self.go(), owner=self)

    def _hide(self) -> None:
        self._window.remember_place()
        self._window.hide()
        self._tray.refresh()
