"""What a person may still decide before the start: when it starts, in which hours it goes, and a pause."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from sendoff.core.campaign import Campaign
from sendoff.core.hours import SendingHours, days_word, parse_days, parse_hours, window_text
from sendoff.core.language import pairs, phrase, tr
from sendoff.ui.pages.sending.speed import SpeedEdit
from sendoff.ui.pages.sending.start_time import FIELD_WIDTH, StartTime
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.field import Choice, NumberEdit
from sendoff.ui.widgets.text import Caption, Text

FIRST = 20
"""Messages after which it pauses, where nobody says how many."""
LABEL_WIDTH = 92
_HALF = (FIELD_WIDTH - Space.S) // 2
WORK = ("09:00-17:00", "mon-fri")
HOURS = (
    ("", phrase("At any time")),
    ("work", phrase("Monday to Friday, 9:00 to 17:00")),
    ("own", phrase("At certain hours")),
)
_MOST = 10_000_000
_TYPING_MS = 600


class OptionsCard(Card):
    """One line a decision; `chosen` comes when a person changed one."""

    chosen = Signal()
    timed = Signal()
    """Another start is set, or was written a moment ago."""
    written = Signal()
    """A start is being written."""

    def __init__(self) -> None:
        super().__init__()
        self.pausing = Choice(
            tr("Pause"), [("", tr("None: send to everybody")), ("first", tr("After the first messages"))]
        )
        self.first = NumberEdit(tr("Messages before the pause"), 1, _MOST, FIRST)
        theme().size(self.first, QWidget.setFixedWidth, _HALF)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.M)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self.starting = Choice(tr("When it starts"), [("", tr("As soon as you send")), ("at", tr("At a set time"))])
        self.time = QLineEdit()
        self.time.setAccessibleName(tr("Start time"))
        self.time.setPlaceholderText(tr("tomorrow 9:00"))
        self.start_time = StartTime(self.time)
        self._add(tr("Start"), self.starting)
        self._grid.addWidget(self.start_time, self._grid.rowCount(), 1)
        self._add(tr("Pause"), self.pausing, self.first)
        self.speed = SpeedEdit(self)
        self._add(tr("Speed"), self.speed.kind, self.speed.limit)
        self.speed.chosen.connect(self.chosen)
        self._add_hours()
        self.starting.chosen.connect(self._choose_start)
        self._zone = ""
        self._begun = True
        self.say_hours_problem("")
        self._reveal_hours()
        self.forget_time()
        self._timing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._timing.timeout.connect(self.timed)
        self.time.textChanged.connect(self._timing.start)
        self.time.textChanged.connect(self.written)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.chosen)
        self.pausing.chosen.connect(self._choose)
        self.first.valueChanged.connect(self._typing.start)

    def _add_hours(self) -> None:
        self.when = Choice(tr("Sending hours"), pairs(HOURS))
        self.span = QLineEdit()
        self.span.setAccessibleName(tr("Hours of the day"))
        self.span.setPlaceholderText("9:00-17:00")
        theme().size(self.span, QWidget.setFixedWidth, _HALF)
        self.days = QLineEdit()
        self.days.setAccessibleName(tr("Days of the week"))
        self.days.setPlaceholderText(tr("every day"))
        theme().size(self.days, QWidget.setFixedWidth, FIELD_WIDTH)
        self.clock = Choice(tr("Whose clock counts"))
        self.clock_hint = Caption()
        self._zones: tuple[str, ...] = ()
        """The fields of the list that hold time zones."""
        self.hours_problem = Text("", "problem", wrap=True)
        self._add(tr("Hours"), self.when, self.span)
        self._days_row = self._add(tr("Days"), self.days)
        self._clock_row = self._add(tr("Clock"), self.clock)
        self._grid.addWidget(self.clock_hint, self._grid.rowCount(), 1)
        self._grid.addWidget(self.hours_problem, self._grid.rowCount(), 1)
        self.when.chosen.connect(self._choose_hours)
        self.clock.chosen.connect(self.chosen)
        for edit in (self.span, self.days):
            edit.editingFinished.connect(self.chosen)

    def begin(self) -> None:
        """Another campaign follows: tell what was typed a moment ago, and forget what was not decided."""
        typed = self._typing.isActive()
        self._typing.stop()
        if self.speed.settle() or typed:
            self.chosen.emit()
        self.time.clear()
        self.forget_time()
        self._begun = True

    def show_campaign(self, campaign: Campaign) -> None:
        """Show what was decided; what is being typed is left alone."""
        if not self._begun and (self._typing.isActive() or self.first.hasFocus()):
            return
        self._begun = False
        self.speed.show_limits(campaign.pace.limits)
        first = campaign.pace.first
        self.pausing.choose("first" if first else "")
        self.first.blockSignals(True)  # noqa: FBT003 -- Qt's own way
        self.first.setValue(first or FIRST)
        self.first.blockSignals(False)  # noqa: FBT003 -- likewise
        self.first.setVisible(bool(first))
        self._show_hours(campaign)

    def show_zones(self, campaign: Campaign, zones: tuple[str, ...]) -> None:
        """Offer the columns that hold time zones."""
        if zones != self._zones:
            self._zones = zones
            self._show_hours(campaign)

    def hours(self) -> SendingHours | None:
        """The sending hours; None = any time. Raises InputError."""
        if not self.when.choice():
            return None
        return parse_hours(self.span.text() or "9:00-17:00", self.days.text(), self._zone, self.clock.choice())

    def say_hours_problem(self, problem: str) -> None:
        """Say what is wrong with the hours; empty = nothing is."""
        self.hours_problem.setText(problem)
        self.hours_problem.setVisible(bool(problem))

    def _show_hours(self, campaign: Campaign) -> None:
        hours = campaign.pace.hours
        self._zone = hours.zone if hours else ""
        mine = tr("{zone} time", zone=self._zone) if self._zone else tr("The clock of this computer")
        chosen = hours.column if hours else ""
        fields = [name for name in campaign.fields if name in (*self._zones, chosen)]
        own = campaign.titles.offered(fields)
        columns = [(name, tr("Each recipient's own: column “{name}”", name=title)) for name, title in own]
        self.clock.set_choices([("", mine), *columns])
        self.clock.choose(chosen)
        self.clock_hint.setText(
            tr("Whoever has none there goes by the clock of this computer.")
            if columns
            else tr("For each recipient's own clock, the list needs a column with zones such as Europe/Berlin.")
        )
        if not (self.span.hasFocus() or self.days.hasFocus()):
            self.span.setText(window_text(hours) if hours else "")
            self.days.setText(days_word(hours.days, spoken=True) if hours else "")
            work = hours is not None and (self.span.text(), days_word(hours.days)) == WORK
            self.when.choose("" if hours is None else "own" if not work else "work")
        self._reveal_hours()

    def _reveal_hours(self) -> None:
        own, some = self.when.choice() == "own", bool(self.when.choice())
        self.span.setVisible(own)
        self.days.setVisible(own)
        self._days_row.setVisible(own)
        self.clock.setVisible(some)
        self._clock_row.setVisible(some)
        self.clock_hint.setVisible(some)

    def _choose_hours(self, key: str) -> None:
        usual = days_word(parse_days(WORK[1]), spoken=True)
        if key:
            self.span.setText(self.span.text() or WORK[0])
            self.days.setText(self.days.text() or usual)
        if key == "work":
            self.span.setText(WORK[0])
            self.days.setText(usual)
        self.say_hours_problem("")
        self._reveal_hours()
        self.chosen.emit()

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
        self.start_time.say("", problem)
        if problem:
            self.time.setFocus()

    def _choose_start(self, key: str) -> None:
        self.start_time.setVisible(bool(key))
        self.say_problem("")
        self.timed.emit()
        if key:
            self.time.setFocus()

    def first_count(self) -> int:
        """After how many messages it pauses; 0 = it does not."""
        return self.first.value() if self.pausing.choice() else 0

    def _choose(self, _key: str) -> None:
        self.first.setVisible(bool(self.pausing.choice()))
        self.chosen.emit()

    def _add(self, label: str, *controls: QWidget) -> Text:
        place, left = self._grid.rowCount(), Qt.AlignmentFlag.AlignLeft
        for line, control in enumerate(controls):  # what belongs to a choice stands below it
            if isinstance(control, Choice):
                theme().size(control, QWidget.setFixedWidth, FIELD_WIDTH)
            self._grid.addWidget(control, place + line, 1, left)
        word = Text(label, "secondary")
        word.setBuddy(controls[0])
        self._grid.addWidget(word, place, 0, Qt.AlignmentFlag.AlignVCenter)
        return word
