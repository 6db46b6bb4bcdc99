"""The side sheet of one recipient: where the row stands and why, its Message-ID, and everything that happened to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sendoff.core.delivery import Happening, Line, State
from sendoff.core.forgetting import shown_address
from sendoff.core.language import digits, tr
from sendoff.core.wording import cause_sentence
from sendoff.ui import tokens
from sendoff.ui.local_time import to_the_second
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import IconButton
from sendoff.ui.widgets.card import Hairline
from sendoff.ui.widgets.deliveries import move_sentence
from sendoff.ui.widgets.row_acts import RowActs
from sendoff.ui.widgets.state import LOOKS, StatePill, standing
from sendoff.ui.widgets.text import Caption, ElidedLabel, Glyph, Text

WIDTH = 308


class RowSheet(QFrame):
    """Beside a table; `show_row` fills it, the cross (or Escape, where the page says so) closes it."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("One recipient"))
        theme().size(self, QWidget.setFixedWidth, WIDTH)
        self._address = ElidedLabel("", middle=True, role="emphasis")
        self._close = IconButton("close", tr("Close"), run=self.closed.emit)
        self._pill = StatePill(State.QUEUED)
        self._who = Text("", "secondary", wrap=True)
        self._why = Text("", wrap=True)
        self._mark = Text("", "secondary", selectable=True, wrap=True)
        self._copy = IconButton("copy", tr("Copy the Message-ID"), run=self._copy_mark)
        self._copy_address = IconButton("copy", tr("Copy the address"), run=self._copy_who)
        self.acts = RowActs()
        self._message_id = self._address_text = ""
        self._events = QVBoxLayout()
        self._events.setSpacing(Space.M)
        self._lay_out()

    def show_row(self, line: Line, history: Sequence[Happening], message_id: str, now: int) -> None:
        """Show a row with its history, oldest first; times as they are said `now`."""
        self._address.setText(shown_address(line.address))
        self._pill.show_state(standing(line))
        row = tr("no. {position} of the list", position=digits(f"{line.position:,}"))
        tries = (
            ""
            if not line.attempts
            else tr(", 1 attempt")
            if line.attempts == 1
            else tr(", {attempts} attempts", attempts=line.attempts)
        )
        self._who.setText(f"{line.name}, {row}{tries}" if line.name else f"{row.capitalize()}{tries}")
        why = cause_sentence(line.state, line.reason, line.code, line.text) if line.reason else ""
        self._why.setText(why)
        self._why.setVisible(bool(why) and standing(line) is not State.ACCEPTED)
        self._mark.setText(_breakable(message_id))
        self._mark.setAccessibleName(f"Message-ID {message_id}")
        for widget in (self._mark, self._copy):
            widget.setVisible(bool(message_id))
        self._message_id, self._address_text = message_id, line.address
        self._show_history(history, now)

    def _copy_mark(self) -> None:
        QGuiApplication.clipboard().setText(self._message_id)

    def _copy_who(self) -> None:
        QGuiApplication.clipboard().setText(self._address_text)

    def _show_history(self, history: Sequence[Happening], now: int) -> None:
        while self._events.count():
            item = self._events.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not history:
            self._events.addWidget(Caption(tr("Nothing has happened to this row yet.")))
        for one in reversed(history):
            self._events.addWidget(_EventRow(one, now))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._address, 1)
        head.addWidget(self._copy_address)
        head.addWidget(self._close)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, Space.S, 0)
        body.setSpacing(Space.S)
        for widget in (self._pill, self._who, self._why, self.acts):
            body.addWidget(widget)
        mark = QHBoxLayout()
        mark.addWidget(Text("Message-ID", "strong"))
        mark.addStretch(1)
        mark.addWidget(self._copy)
        body.addWidget(Hairline())
        body.addWidget(Text(tr("What happened, newest first"), "strong"))
        body.addLayout(self._events)
        body.addWidget(Hairline())
        body.addLayout(mark)
        body.addWidget(self._mark)
        body.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.S, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(area, 1)


class _EventRow(QWidget):
    """One move: when, to which state, at which attempt, and what the server said."""

    def __init__(self, one: Happening, now: int) -> None:
        super().__init__()
        look = LOOKS[one.new]
        said = " ".join(part for part in (str(one.code or ""), one.enhanced, one.text) if part) or move_sentence(one)
        attempt = tr(", attempt {attempt}", attempt=one.attempt) if one.attempt else ""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(f"{tr(look.word)}{attempt}", "strong"))
        words.addWidget(Caption(to_the_second(one.at, now)))
        if said:
            reply = Text(_breakable(said), "secondary", wrap=True, selectable=True)
            reply.setAccessibleName(said)
            words.addWidget(reply)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(Glyph(look.glyph, look.token, tokens.GLYPH), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def _breakable(text: str) -> str:
    """Let a long word break where a line ends: after marks that servers and addresses are full of."""
    for mark in (".", "@", "-", "_", "/", ":"):
        text = text.replace(mark, f"{mark}\u200b")
    return text
