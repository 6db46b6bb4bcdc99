"""The main window: the rail, the stack of pages, the menus, and the memory of its size. Nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sendoff.core.language import phrase, tr
from sendoff.ui import tokens
from sendoff.ui.navigation import Navigator
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.text import Glyph
from sendoff.ui.widgets.toast import Toast

RAIL = (
    ("campaigns", phrase("Campaigns")),
    ("audiences", phrase("Audiences")),
    ("accounts", phrase("Accounts")),
    ("blocked", phrase("Blocked list")),
    ("sandbox", phrase("Sandbox")),
    ("settings", phrase("Settings")),
)
"""The rail's entries: page (and icon) name, word. The last two stand at the bottom."""
_BOTTOM = 2


class Memory(Protocol):
    """Where the window remembers its place between two runs."""

    def read(self, key: str) -> str:
        """The remembered text, or an empty one."""
        ...

    def write(self, key: str, value: str) -> None:
        """Remember a text."""
        ...


class Rail(QWidget):
    """The list of places at the left edge."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(tokens.RAIL_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(tr("Places"))
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.L, Space.S, Space.M)
        column.setSpacing(2)
        column.addLayout(_brand())
        column.addSpacing(Space.L)
        for place, (name, word) in enumerate(RAIL):
            if place == len(RAIL) - _BOTTOM:
                column.addStretch(1)
            column.addWidget(self._entry(name, tr(word)))

    def light(self, name: str) -> None:
        """Show which entry the page in front belongs to, none where it belongs to none."""
        self._group.setExclusive(False)  # or the one lit last could not be put out
        for key, button in self._buttons.items():
            button.setChecked(key == name)
            theme().dress(button, key, "ink" if key == name else "ink_2", gap=tokens.ICON_GAP)
        self._group.setExclusive(True)

    def _entry(self, name: str, word: str) -> QPushButton:
        button = QPushButton(word)
        button.setCheckable(True)
        button.setProperty("role", "rail")
        button.setAccessibleName(word)
        button.setIconSize(QSize(tokens.ICON + tokens.ICON_GAP, tokens.ICON))
        theme().dress(button, name, "ink_2", gap=tokens.ICON_GAP)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self._buttons[name] = button
        return button


class Window(QMainWindow):
    """The frame around the pages."""

    new_campaign = Signal()
    sample_wanted = Signal()
    """The sample campaign was asked for."""
    quit_wanted = Signal()
    """Quit was chosen from the menu: a tray is no answer to that."""
    closing = Signal()
    """The window was closed; the place is remembered already."""

    def __init__(self, memory: Memory, *, may_close: Callable[[], bool] | None = None) -> None:
        super().__init__()
        self._memory = memory
        self.may_close = may_close or (lambda: True)
        """Asked before closing; the application sets it while a campaign is being sent."""
        self.setWindowTitle("Sendoff")
        self.setMinimumSize(*tokens.WINDOW_LEAST)
        self.resize(*tokens.WINDOW_START)
        self.rail = Rail()
        stack = QStackedWidget()
        self.navigator = Navigator(stack)
        self.setCentralWidget(_beside(self.rail, stack))
        stack.setFocus()  # no control is lit before a key is pressed; Tab goes to the page
        self.toast = Toast(stack)
        self.rail.chosen.connect(self.navigator.open)
        self.navigator.moved.connect(lambda _name, rail: self.rail.light(rail))
        self._menus()
        self._recall()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system when its fonts change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ThemeChange:
            theme().follow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place, unless the application wants the window to stay."""
        if not self.may_close():
            event.ignore()
            return
        self.remember_place()
        event.accept()
        self.closing.emit()

    def remember_place(self) -> None:
        """Keep size and place for the next start."""
        self._memory.write("window.geometry", bytes(self.saveGeometry().toBase64().data()).decode())

    def _recall(self) -> None:
        kept = self._memory.read("window.geometry")
        if kept and self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode()))):
            self._fit()

    def _fit(self) -> None:
        """Keep a remembered place inside the screen there is, which may be another or a smaller one."""
        if self.isMaximized() or self.isFullScreen():
            return
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        around = frame.size() - self.size()
        self.resize(self.size().boundedTo(room.size() - around).expandedTo(self.minimumSize()))
        frame = self.frameGeometry()
        left = max(room.left(), min(frame.left(), room.right() + 1 - frame.width()))
        self.move(left, max(room.top(), min(frame.top(), room.bottom() + 1 - frame.height())))

    def _menus(self) -> None:
        file = self.menuBar().addMenu(tr("&File"))
        file.addAction(self._action(tr("New campaign"), QKeySequence.StandardKey.New, self.new_campaign.emit))
        file.addSeparator()
        leave = self._action(tr("Quit Sendoff"), QKeySequence("Ctrl+Q"), self.quit_wanted.emit)
        leave.setMenuRole(QAction.MenuRole.QuitRole)
        file.addAction(leave)
        go = self.menuBar().addMenu(tr("&Go"))
        for place, (name, word) in enumerate(RAIL, start=1):
            go.addAction(self._action(tr(word), QKeySequence(f"Ctrl+{place}"), partial(self.navigator.open, name)))
        go.addSeparator()
        go.addAction(
            self._action(tr("Find somebody…"), QKeySequence("Ctrl+Shift+F"), partial(self.navigator.open, "find"))
        )
        aid = self.menuBar().addMenu(tr("&Help"))
        aid.addAction(self._action(tr("First steps"), QKeySequence("F1"), partial(self.navigator.open, "first_steps")))
        aid.addAction(self._action(tr("Look around with a sample"), QKeySequence(), self.sample_wanted.emit))
        aid.addSeparator()
        aid.addAction(self._action(tr("Show the log"), QKeySequence(), partial(self.navigator.open, "log")))
        aid.addAction(self._action(tr("Diagnostics"), QKeySequence(), partial(self.navigator.open, "diagnostics")))
        aid.addSeparator()
        about = self._action(tr("About Sendoff"), QKeySequence(), partial(self.navigator.open, "settings", "about"))
        about.setMenuRole(QAction.MenuRole.AboutRole)
        aid.addAction(about)

    def _action(self, text: str, keys: QKeySequence | QKeySequence.StandardKey, run: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(keys)
        # Qt hands `triggered` a flag; the callables here take none.
        action.triggered.connect(lambda _checked=False: run())
        return action


def _brand() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(Space.S, 0, 0, 0)
    row.setSpacing(Space.S)
    name = QLabel("Sendoff")
    name.setProperty("role", "emphasis")
    row.addWidget(Glyph("mark", "accent"))
    row.addWidget(name, 1)
    return row


def _beside(rail: QWidget, stack: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(rail)
    row.addWidget(stack, 1)
    return both
