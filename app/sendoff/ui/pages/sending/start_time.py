"""When a draft starts: what was meant said back, usual times to choose from, and a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sendoff.core.language import tr
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton
from sendoff.ui.widgets.calendar import Calendar
from sendoff.ui.widgets.text import Caption, Text
from sendoff.ui.widgets.wrap import Wrap

FIELD_WIDTH = 264
"""Pixels of every field of the Send step, for text of the usual size: the longest choice of a language fits."""


class StartTime(QWidget):
    """The field in which the time is written, `calendar` beside it, the rest below."""

    calendar_wanted = Signal()
    day_chosen = Signal(QDate)

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__()
        self._edit = edit
        theme().size(edit, QLineEdit.setFixedWidth, FIELD_WIDTH)
        self.calendar = IconButton("calendar", tr("Choose the day"), run=self.calendar_wanted.emit)
        self.days: Calendar | None = None
        self.said = Caption()
        self.problem = Text("", "problem", wrap=True)
        self.buttons: list[Button] = []
        usual = QWidget()
        self._usual = Wrap(usual, Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(edit)
        row.addWidget(self.calendar)
        row.addStretch(1)
        column.addLayout(row)
        for words in (self.said, self.problem):
            column.addWidget(words)
        column.addWidget(usual)
        self.say("", "")

    def ask_day(self, today: QDate, selected: QDate) -> None:
        """Open the calendar at a day."""
        if self.days is None:
            self.days = Calendar(self.calendar)
            self.days.chosen.connect(self.day_chosen)
        self.days.ask(today, selected)

    def offer(self, moments: Sequence[str]) -> None:
        """Offer these times, as one would write them."""
        named = [(one[:1].upper() + one[1:], one) for one in moments]
        if [one.text() for one in self.buttons] == [word for word, _ in named]:
            return
        self._usual.clear()
        self.buttons = []
        for word, moment in named:
            button = Button(word, run=partial(self.write, moment))
            button.setAccessibleName(tr("Start {moment}", moment=moment))
            self._usual.addWidget(button)
            self.buttons.append(button)

    @Slot(str)
    def write(self, moment: str) -> None:
        """Have a time stand in the field; the keyboard goes there, where it can be changed."""
        self._edit.setText(moment)
        self._edit.setFocus()

    def say(self, meant: str, problem: str) -> None:
        """Say back what was meant, or what is wrong with it."""
        for words, text in ((self.said, meant), (self.problem, problem)):
            words.setText(text)
            words.setVisible(bool(text))
        self._edit.setAccessibleDescription(problem or meant)
