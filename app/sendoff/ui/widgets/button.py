"""Buttons: one primary a page, secondary for the rest, quiet where they repeat, danger for what cannot be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton

from sendoff.ui import tokens
from sendoff.ui.theme import theme

Kind = Literal["primary", "secondary", "quiet", "flush", "danger", "link"]
"""`flush` is a quiet one at the beginning of a row: its words begin at the edge of what stands above and below."""
_ICON_TOKEN = {
    "primary": "on_accent",
    "secondary": "ink",
    "quiet": "ink_2",
    "flush": "ink_2",
    "danger": "bad",
    "link": "accent",
}


class Button(QPushButton):
    """A push button of one kind, with an icon if it helps."""

    def __init__(
        self, text: str, kind: Kind = "secondary", *, icon: str = "", run: Callable[[], object] | None = None
    ) -> None:
        super().__init__(text)
        self._focused = False
        """Whether the keyboard was on it when it began to rest."""
        self.setProperty("role", kind)
        self.setAccessibleName(text.replace("&", ""))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if icon:
            self.setIconSize(QSize(tokens.GLYPH + tokens.ICON_GAP, tokens.GLYPH))
            self.show_icon(icon)
        if run is not None:
            self.clicked.connect(lambda _checked=False: run())

    def show_icon(self, icon: str) -> None:
        """Show another icon, on a button that has one."""
        tone = _ICON_TOKEN[self.property("role")]
        theme().dress(self, icon, tone, size=tokens.GLYPH, gap=tokens.ICON_GAP)

    def rest(self) -> None:
        """Cannot be pressed for a while; the keyboard does not go on to its neighbour meanwhile."""
        self._focused = self.window().focusWidget() is self
        self.clearFocus()
        self.setEnabled(False)

    def wake(self) -> None:
        """Can be pressed again; the keyboard is back on it unless it went elsewhere."""
        self.setEnabled(True)
        if self._focused and self.window().focusWidget() is None:
            self.setFocus()

    def set_kind(self, kind: Kind) -> None:
        """Become a button of another kind; for those without an icon."""
        if self.property("role") != kind:
            self.setProperty("role", kind)
            self.style().unpolish(self)
            self.style().polish(self)


class IconButton(QToolButton):
    """A button that is only an icon; its name is its tool tip and what a screen reader says."""

    def __init__(self, icon: str, name: str, *, tone: str = "ink_2", run: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setIconSize(QSize(tokens.ICON, tokens.ICON))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme().dress(self, icon, tone)
        if run is not None:
            self.clicked.connect(lambda _checked=False: run())

    def sizeHint(self) -> QSize:
        """As high as the buttons with words beside it; Qt would add three pixels."""
        return QSize(tokens.HEAD_HEIGHT, tokens.HEAD_HEIGHT)


class Segments(QFrame):
    """A choice of a few words, of which one holds (`chosen` gives its key)."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.setProperty("role", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for key, word in choices:
            button = QPushButton(word)
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setAccessibleName(f"{name}: {word}")
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        next(iter(self._buttons.values())).setChecked(True)

    def explain(self, words: Mapping[str, str]) -> None:
        """Say what the choices are, by their keys: the tool tips, and what a screen reader adds."""
        for key, said in words.items():
            self._buttons[key].setToolTip(said)
            self._buttons[key].setAccessibleDescription(said)

    def choose(self, key: str) -> None:
        """Show a choice as the one that holds, without a signal."""
        self._buttons[key].setChecked(True)

    def hold(self) -> None:
        """Take the keyboard, on the choice that holds."""
        self._buttons[self.choice()].setFocus(Qt.FocusReason.OtherFocusReason)

    def choice(self) -> str:
        """The key that holds."""
        return next(key for key, button in self._buttons.items() if button.isChecked())
