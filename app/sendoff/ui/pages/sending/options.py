"""What a person may still decide before the start: when it starts, and whether it pauses after the first messages."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from sendoff.core.campaign import Campaign
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.field import Choice, NumberEdit
from sendoff.ui.widgets.text import Text

FIRST = 20
"""Messages after which it pauses, where nobody says how many."""
LABEL_WIDTH = 92
_MOST = 10_000_000
_TYPING_MS = 600


class OptionsCard(Card):
    """One line a decision; `chosen` comes when a person changed one."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pausing = Choice("How many at first", [("", "Send to everybody"), ("first", "Pause after the first")])
        self.first = NumberEdit("Messages before the pause", 1, _MOST, FIRST)
        self.first.setFixedWidth(104)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.M)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self.starting = Choice("When it starts", [("", "As soon as you send"), ("at", "At a set time")])
        self.time = QLineEdit()
        self.time.setAccessibleName("Start time")
        self.time.setPlaceholderText("tomorrow 9:00")
        self.time.setFixedWidth(168)
        self.problem = Text("", "problem", wrap=True)
        self._add("Start", self.starting, self.time)
        self._grid.addWidget(self.problem, self._grid.rowCount(), 1)
        self._add("At first", self.pausing, self.first)
        self.starting.chosen.connect(self._choose_start)
        self.forget_time()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.chosen)
        self.pausing.chosen.connect(self._choose)
        self.first.valueChanged.connect(self._typing.start)

    def show_campaign(self, campaign: Campaign) -> None:
        """Show what was decided."""
        if self._typing.isActive() or self.first.hasFocus():
            return
        first = campaign.pace.first
        self.pausing.choose("first" if first else "")
        self.first.blockSignals(True)  # noqa: FBT003 -- Qt's own way
        self.first.setValue(first or FIRST)
        self.first.blockSignals(False)  # noqa: FBT003 -- likewise
        self.first.setVisible(bool(first))

    def time_text(self) -> str:
        """The time that was written; empty = at once."""
        return (self.time.text().strip() or self.time.placeholderText()) if self.starting.choice() else ""

    def ask_time(self) -> None:
        """Have a time written."""
        self.starting.choose("at")
        self._choose_start("at")

    def forget_time(self) -> None:
        """Start at once."""
        self.starting.choose("")
        self._choose_start("")

    def say_problem(self, problem: str) -> None:
        """Say what is wrong with the time; empty = nothing is."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.time.setAccessibleDescription(problem)
        if problem:
            self.time.setFocus()

    def _choose_start(self, key: str) -> None:
        self.time.setVisible(bool(key))
        self.say_problem("")
        if key:
            self.time.setFocus()

    def first_count(self) -> int:
        """After how many messages it pauses; 0 = it does not."""
        return self.first.value() if self.pausing.choice() else 0

    def _choose(self, _key: str) -> None:
        self.first.setVisible(bool(self.pausing.choice()))
        self.chosen.emit()

    def _add(self, label: str, *controls: QWidget) -> None:
        row, place = QHBoxLayout(), self._grid.rowCount()
        row.setSpacing(Space.S)
        for control in controls:
            if isinstance(control, Choice):
                control.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
                control.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            row.addWidget(control)
        row.addStretch(1)
        word = Text(label, "secondary")
        word.setBuddy(controls[0])
        self._grid.addWidget(word, place, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addLayout(row, place, 1)
