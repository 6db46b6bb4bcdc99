"""The last word before sending: the question, then the seconds in which it can be taken back, then the start."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sendoff.core.campaign import Campaign
from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.core.wording import count_text, people_text
from sendoff.ui.countdowns import Countdown
from sendoff.ui.pages.sending.facts import TYPED_FROM, Facts
from sendoff.ui.pages.stage import Stage
from sendoff.ui.sandbox import undo_seconds
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.field import Field
from sendoff.ui.widgets.text import Text

SAME_PRESS = 600
"""Milliseconds in which another press of the same place still means the first: a double click takes nothing back."""


class Phase(Enum):
    """How far the person is."""

    SUMMARY = auto()
    CONFIRM = auto()
    COUNTDOWN = auto()
    STARTING = auto()


class ConfirmCard(Card):
    """The last sentence before sending, then the seconds in which it can be taken back."""

    cancelled = Signal()
    hurried = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Text("", "emphasis", wrap=True)
        self.more = Text("", "secondary", wrap=True)
        self.typed = QLineEdit()
        theme().size(self.typed, QWidget.setFixedWidth, 160)
        self.typed_field = Field(tr("Type the number of people to &confirm"), self.typed)
        self.cancel = Button(tr("Cancel"), run=self.cancelled.emit)
        self.now = Button(tr("Send now"), run=self.hurried.emit)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(self.words)
        words.addWidget(self.more)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addLayout(words, 1)
        row.addWidget(self.typed_field, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.now, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self.hide()

    def ask(self, facts: Facts, seconds: int, when: str = "") -> None:
        """Ask for the last word; `when` is the time it starts by itself, as words."""
        who, address = people_text(facts.ready), facts.address
        self.words.setText(
            tr("Send to {people} from {address}, {when}.", people=who, address=address, when=when)
            if when
            else tr("Send to {people} from {address} now?", people=who, address=address)
        )
        undo = (
            tr("After that you can take it back for {seconds} seconds.", seconds=seconds)
            if seconds > 1
            else tr("After that you can take it back for 1 second.")
            if seconds
            else tr("The first message leaves at once.")
        )
        first = facts.campaign.pace.first
        stops = tr("It pauses by itself after the first {first}.", first=count_text(first))
        back = tr("You can take it back until then.") if when else undo
        self.more.setText(f"{back} {stops}" if 0 < first < facts.ready else back)
        typed = facts.ready > TYPED_FROM
        self.typed.clear()
        self.typed.setPlaceholderText(count_text(facts.ready))
        self.typed_field.set_problem("")
        self.typed_field.setVisible(typed)
        self.cancel.show()
        self.now.hide()
        self.show()
        if typed:
            self.typed.setFocus()

    def confirmed(self, number: int) -> bool:
        """Say whether the number was typed, where it has to be."""
        typed = "".join(self.typed.text().replace(",", "").split())
        if number <= TYPED_FROM or typed == str(number):
            return True
        self.typed_field.set_problem(tr("Type {number}.", number=count_text(number)))
        self.typed.setFocus()
        return False

    def count_down(self, words: str) -> None:
        """Say how long nothing has left yet."""
        self.words.setText(words)
        self.more.setText(tr("Undo, and nothing was sent."))
        self.typed_field.hide()
        self.cancel.hide()
        self.now.show()
        self.show()


class LastWord(QObject):
    """Asks for it about the draft that is shown; `schedule` keeps the time where it starts by itself later."""

    changed = Signal()
    """`phase` is another."""
    refused = Signal(object)
    """The KnownError that kept the campaign that is shown from starting."""

    def __init__(self, card: ConfirmCard, stage: Stage, schedule: Callable[[Campaign, int], object]) -> None:
        super().__init__(card)
        self._card = card
        self._stage = stage
        self._schedule = schedule
        self._id = ""
        self._facts: Facts | None = None
        self.phase = Phase.SUMMARY
        self._pressed = QElapsedTimer()
        """Since the confirmation."""
        self._at = 0
        """When it starts by itself (epoch ms), 0 = at once."""
        self._countdowns = stage.countdowns
        self._countdowns.changed.connect(self._counted)
        card.cancelled.connect(self._back)
        card.hurried.connect(self._hurry)
        card.typed.returnPressed.connect(self.confirm)

    def show(self, campaign: Campaign) -> None:
        """Another draft is shown; what is counted down for it is said."""
        self._id, self._facts = campaign.id, None
        counting = self._countdowns.of(campaign.id)
        if counting is not None:
            self._card.count_down(counting.words)
        self._turn(Phase.COUNTDOWN if counting else Phase.SUMMARY)

    def know(self, facts: Facts) -> None:
        """What it is about; the question is taken back where others are to be written to since it was asked."""
        if self.phase is Phase.CONFIRM and self._facts is not None and self._facts.ready != facts.ready:
            self._turn(Phase.SUMMARY)
        self._facts = facts

    def leave(self) -> None:
        """Another page is shown: a question left open is taken back, a countdown goes on."""
        if self.phase is Phase.CONFIRM:
            self._turn(Phase.SUMMARY)

    def primary(self) -> tuple[str, Callable[[], None]] | None:
        """What the one button does now; None before anything was asked."""
        match self.phase:
            case Phase.CONFIRM:
                return tr("Schedule") if self._at else tr("Send"), self.confirm
            case Phase.COUNTDOWN:
                return tr("Undo"), self.undo
            case Phase.STARTING:
                return tr("Starting"), _nothing
            case Phase.SUMMARY:
                return None

    def ask(self, at: int, when: str) -> None:
        """The first press. `at` is when it starts by itself (epoch ms, 0 = at once), `when` that in words."""
        if self._facts is not None:
            self._at = at
            self._card.ask(self._facts, undo_seconds(self._stage.preferences, self._facts.account), when)
            self._turn(Phase.CONFIRM)

    @Slot()
    def confirm(self) -> None:
        """The second press: the seconds to undo begin."""
        facts = self._facts
        if self.phase is not Phase.CONFIRM or facts is None or not self._card.confirmed(facts.ready):
            return
        if self._at:
            self._schedule(facts.campaign, self._at)
            self._turn(Phase.SUMMARY)
            return
        go, seconds = partial(self.start, facts.campaign.id), undo_seconds(self._stage.preferences, facts.account)
        if not seconds:
            go()
            return
        self._pressed.start()
        self._turn(Phase.COUNTDOWN)
        self._countdowns.begin(Countdown(facts.campaign, facts.ready, seconds, go))

    def undo(self) -> None:
        """Take it back: nothing was sent. Not by the second press of a double click."""
        if self._pressed.isValid() and not self._pressed.hasExpired(SAME_PRESS):
            return
        self._countdowns.undo(self._id)

    def start(self, campaign_id: str) -> None:
        """Let it go out, whatever is shown by now."""
        stage = self._stage
        if campaign_id == self._id:
            self._turn(Phase.STARTING)

        def started(_none: None) -> None:
            stage.dispatcher.start(campaign_id)
            if self.phase is Phase.STARTING:
                self._turn(Phase.SUMMARY)

        def failed(error: KnownError) -> None:
            if campaign_id != self._id:
                stage.fail(error)
                return
            self._turn(Phase.SUMMARY)
            self.refused.emit(error)

        stage.operations.command(lambda: stage.services.sending.begin(campaign_id), started, failed, owner=self)

    @Slot()
    def _hurry(self) -> None:
        self._countdowns.hurry(self._id)

    @Slot()
    def _back(self) -> None:
        self._turn(Phase.SUMMARY)

    @Slot(str)
    def _counted(self, campaign_id: str) -> None:
        if self.phase is not Phase.COUNTDOWN or campaign_id != self._id:
            return
        counting = self._countdowns.of(campaign_id)
        if counting is not None:
            self._card.count_down(counting.words)
        else:
            self._turn(Phase.SUMMARY)

    def _turn(self, phase: Phase) -> None:
        self.phase = phase
        if phase in (Phase.SUMMARY, Phase.STARTING):
            self._card.hide()
        self.changed.emit()


def _nothing() -> None:
    """It is on its way."""
