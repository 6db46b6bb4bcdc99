"""Sentences in place: an invitation where nothing is yet, a banner where something needs a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.ui import tokens
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.taborder import stand_before
from sendoff.ui.widgets.text import Glyph, Text

Kind = Literal["info", "ok", "wait", "bad", "doubt"]
_LOOKS: dict[Kind, tuple[str, str]] = {
    "info": ("info", "accent"),
    "ok": ("accepted", "ok"),
    "wait": ("warning", "wait"),
    "bad": ("error", "bad"),
    "doubt": ("doubt", "doubt"),
}
_MEASURE = 420
"""The widest line of an invitation, in pixels."""


class EmptyState(QWidget):
    """An empty page: one sentence, one button; a `title` where this is the whole of the page."""

    def __init__(
        self, icon: str, sentence: str, button: str = "", run: Callable[[], object] | None = None, *, title: str = ""
    ) -> None:
        super().__init__()
        self.setAccessibleName(sentence)
        words = Text(sentence, "secondary", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        if title:
            column.addWidget(Head(title))
        column.addStretch(2)
        column.addWidget(Glyph(icon, "ink_2", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(button, "primary", run=run)
        self.button.setVisible(bool(button))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        theme().size(self, EmptyState._measure)

    def _measure(self) -> None:
        self._words.ensurePolished()
        self._words.setMinimumWidth(0)  # or it counts as the least width to be asked about
        measure = _balanced(self._words, round(_MEASURE * theme().scale))
        self._words.setFixedWidth(measure)
        # Deep in a stack of pages the layout does not ask a wrapped text for its height.
        self._words.setMinimumHeight(self._words.heightForWidth(measure))


def _balanced(words: Text, widest: int) -> int:
    """The narrowest width that needs no more lines than the widest: no word is left alone on the last one."""
    height, narrow = words.heightForWidth(widest), widest // 3
    while widest - narrow > 1:
        middle = (widest + narrow) // 2
        widest, narrow = (middle, narrow) if words.heightForWidth(middle) <= height else (widest, middle)
    return widest


class Banner(QWidget):
    """What happened, what to do, and a button that does it; tinted, with a glyph and words."""

    dismissed = Signal()

    def __init__(self, kind: Kind = "info", title: str = "", body: str = "", *, dismissable: bool = False) -> None:
        super().__init__()
        self._kind: Kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._glyph = Glyph("info", "accent")
        self._title = Text("", "strong", wrap=True, selectable=True)
        self._body = Text("", "secondary", wrap=True, selectable=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._body)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(Space.S)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        row.setSpacing(Space.M)
        row.addWidget(self._glyph)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        self._close = IconButton("close", tr("Dismiss"), run=self._dismiss)
        self._close.setVisible(dismissable)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.say(kind, title, body)

    def say(self, kind: Kind, title: str, body: str = "") -> None:
        """Show another sentence; the buttons stay."""
        self._kind = kind
        self._glyph.show_glyph(*_LOOKS[kind])
        self._title.setText(title)
        self._body.setText(body)
        self._body.setVisible(bool(body))
        # Level with a title that stands alone, and with the first line of more words.
        level = Qt.AlignmentFlag.AlignTop if body else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._glyph, level)
        self.setAccessibleName(f"{title} {body}".strip())
        self.update()

    def say_error(self, error: KnownError) -> None:
        """Show a known error: its title and its remedy."""
        self.say("bad", f"{error.where}: {error.title}" if error.where else error.title, error.remedy)

    def add_action(self, text: str, run: Callable[[], object]) -> Button:
        """Add a button at the end."""
        button = Button(text, run=run)
        self._actions.addWidget(button)
        stand_before(self._close, button)
        return button

    def clear_actions(self) -> None:
        """Take all buttons away."""
        while self._actions.count():
            item = self._actions.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tinted ground."""
        palette = theme().palette
        _icon, token = _LOOKS[self._kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.tint(token, 0.28)), 1))
        painter.setBrush(QColor(palette.tint(token, 0.07)))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, tokens.RADIUS_CARD, tokens.RADIUS_CARD)
        painter.end()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
