"""Before the start: what will be sent, from whom, to whom, how fast; a test to oneself; the confirmation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sendoff.core.language import tr
from sendoff.core.template_words import template_words
from sendoff.core.wording import count_text, people_text
from sendoff.ui.pages.sending.facts import TYPED_FROM, Facts, days_text, finish_text, pace_text, recipients_text
from sendoff.ui.pages.sending.options import LABEL_WIDTH, OptionsCard
from sendoff.ui.pages.sending.secret import SecretCard
from sendoff.ui.pages.sending.sharing import SharingEdit
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.field import Choice, Field, NumberEdit, propose
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.text import Caption, ElidedLabel, Glyph, Text

_SIDE_WIDTH = 300
_NARROW = 760
"""Below this width, in pixels, the test card stands under the summary."""


class Line(QWidget):
    """A glyph and a sentence: what was looked at before the start, and how it stands."""

    def __init__(self) -> None:
        super().__init__()
        self._glyph = Glyph("waiting", "ink_2", 16)
        self.words = Text("", wrap=True)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def add_action(self, words: str, run: Callable[[], object]) -> Button:
        """Put a quiet button after the sentence."""
        button = Button(words, "quiet", run=run)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.setAlignment(self._glyph, Qt.AlignmentFlag.AlignVCenter)
        return button

    def say(self, glyph: str, token: str, words: str) -> None:
        """Show how it stands."""
        self._glyph.show_glyph(glyph, token)
        self.words.setText(words)


class SummaryCard(Card):
    """One line a fact."""

    account_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.mailbox = ElidedLabel("", middle=True)
        self.subject = ElidedLabel("")
        self.example = Caption("")
        self.example.hide()
        self.account = Choice(tr("Account"))
        self.account.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.account.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.account.chosen.connect(self.account_chosen)
        self.sharing = SharingEdit()
        self.sharing.hide()
        self.recipients = Text("", wrap=True)
        self.pace = Text("", wrap=True)
        self.finish = Text("", wrap=True)
        self.days = Text("", "secondary", wrap=True)
        self.days.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        subject = QWidget()
        words = QVBoxLayout(subject)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self.subject)
        words.addWidget(self.example)
        rows = (
            (tr("To"), self.recipients),
            (tr("From"), self.mailbox),
            (tr("Subject"), subject),
            (tr("Account"), self.account),
            ("", self.sharing),
            (tr("Pace"), self.pace),
            (tr("Finished"), self.finish),
        )
        for row, (label, widget) in enumerate(rows):
            word = Text(label, "secondary")
            word.setBuddy(widget)
            word.setVisible(bool(label))
            top = Qt.AlignmentFlag.AlignTop if widget is not self.account else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(word, row, 0, top)
            if widget is self.account:
                grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignLeft)
            else:
                grid.addWidget(widget, row, 1)
        grid.addWidget(self.days, len(rows) + 1, 1)
        self.column.addLayout(grid)

    def show_facts(self, facts: Facts) -> None:
        """Fill the lines."""
        campaign = facts.campaign
        self.recipients.setText(recipients_text(facts) if facts.ready or facts.skipped else tr("Nobody yet."))
        self.mailbox.setText(campaign.sender or tr("No sender yet."))
        self._show_subject(facts)
        none = [] if facts.account else [("", tr("Choose an account"))]
        self.account.set_choices([*none, *((one.id, one.name) for one in facts.accounts)])
        self.account.choose(facts.account.id if facts.account else "")
        self.account.setEnabled(bool(facts.accounts))
        self.sharing.show_sharers(facts.accounts, facts.account, campaign.sharers)
        self.pace.setText(pace_text(facts) or tr("As the account says."))
        self.finish.setText(finish_text(facts) if facts.account and facts.ready else "—")
        self.days.setText(days_text(facts) if facts.ready else "")
        self.days.setVisible(bool(self.days.text()))

    def _show_subject(self, facts: Facts) -> None:
        """As the first recipient reads it, where it is not the same for everybody."""
        written, (read, who) = facts.campaign.content.subject, facts.subject
        words = template_words(written, facts.campaign.titles)
        self.subject.setText(read or words or tr("No subject yet."))
        self.example.setText(tr("For example to {who}", who=who))
        self.example.setVisible(bool(read) and words != written)


class TestCard(Card):
    """Send one row's message to oneself."""

    __test__ = False  # a card, whatever a test runner thinks of its name
    wanted = Signal(str, int)
    looked = Signal(str)
    """Where the message to this address arrived in the sandbox is to be shown."""

    def __init__(self) -> None:
        super().__init__(tr("Send a test to myself"))
        self.address = QLineEdit()
        self.address.setPlaceholderText("you@example.com")
        self.row = NumberEdit(tr("Number in the list"), 1, 1, 1)
        theme().size(self.row, QWidget.setFixedWidth, 88)
        self.button = Button(tr("Send a test"), run=self._ask)
        self.address.returnPressed.connect(self._ask)
        self.result = Line()
        self.result.hide()
        self._sent_to = self._about = ""
        self._recalled = False
        """What is said is of an earlier test."""
        self.show_it = Button(tr("Show it"), run=lambda: self.looked.emit(self._sent_to))
        self.show_it.hide()
        self._field = Field(tr("&Address"), self.address)
        row = Field(tr("With the data of &no."), self.row)
        self.column.addWidget(self._field)
        self.column.addWidget(row)
        self.column.addWidget(self.button)
        self.column.addWidget(self.result)
        self.column.addWidget(self.show_it)

    def offer(self, rows: int, address: str, *, about: str = "", last: str = "") -> None:
        """Offer the rows there are; `address` is proposed where none was typed.

        `about` is the campaign's id, `last` what became of its last test, where that is not said yet.
        """
        if about != self._about:
            self._about = about
            self.result.hide()
            self.show_it.hide()
        if last and (self.result.isHidden() or self._recalled):
            self.result.say("accepted", "ok", last)
            self.result.show()
            self._recalled = True
        self.row.setMaximum(max(1, rows))
        self.setEnabled(bool(rows))
        propose(self.address, address)

    def busy(self) -> None:
        """The test is on its way."""
        self._recalled = False
        self.button.setEnabled(False)
        self._field.set_problem("")
        self.result.say("clock", "ink_2", tr("Sending the test."))
        self.result.show()
        self.show_it.hide()

    def said(self, *, good: bool, words: str, sandboxed: str = "") -> None:
        """How it went; `sandboxed` is the address for which it can be looked at in the sandbox."""
        self.button.setEnabled(True)
        self._sent_to = sandboxed
        self.show_it.setVisible(bool(sandboxed))
        self.result.say("accepted" if good else "error", "ok" if good else "bad", words)
        self.result.show()

    def _ask(self) -> None:
        address = self.address.text().strip()
        if not address:
            self._field.set_problem(tr("Write the address the test should go to."))
            self.address.setFocus()
        elif self.button.isEnabled():
            self.wanted.emit(address, self.row.value())


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
        self.more.setText(f"{stops} {back}" if 0 < first < facts.ready else back)
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


class BeforeView(QWidget):
    """Everything above, in order."""

    mistyped_wanted = Signal()
    """Who is probably mistyped is to be looked at."""
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rehearsal = Banner(
            "info",
            tr("This goes to the sandbox: nothing leaves this computer."),
            tr("The messages go to a server inside Sendoff, which takes them and delivers none."),
        )
        self.rehearsal.hide()
        self.problem = Banner("bad")
        self.problem.hide()
        self.later = Banner("info")
        self.later.hide()
        self.secret = SecretCard()
        self.summary = SummaryCard()
        self.options = OptionsCard()
        self.test = TestCard()
        self.confirm = ConfirmCard()
        left = QVBoxLayout()
        left.setSpacing(Space.M)
        left.addWidget(self.summary)
        left.addWidget(self.options)
        left.addWidget(self._looked())
        left.addStretch(1)
        self._test_note = Caption(tr("It goes the way the real messages go, with [Test] before the subject."))
        self.test.column.addWidget(self._test_note)
        side = QVBoxLayout()
        side.addWidget(self.test)
        side.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(Space.M)
        self._both.addLayout(left, 1)
        self._both.addLayout(side)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.M)
        for widget in (self.later, self.rehearsal, self.problem, self.secret):
            body.addWidget(widget)
        body.addLayout(self._both)
        body.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(area, 1)
        column.addWidget(self.confirm)

    def _looked(self) -> Card:
        """What was looked at before the start, a line each."""
        self.server = Line()
        self.check = Line()
        self.mistyped = Line()
        self.mistyped.hide()
        self.see_mistyped = self.mistyped.add_action(tr("Open recipients"), self.mistyped_wanted.emit)
        card = Card()
        card.column.setSpacing(Space.S)
        for line in (self.server, self.check, self.mistyped):
            card.column.addWidget(line)
        return card

    def say_problem(self, title: str, remedy: str, actions: list[tuple[str, Callable[[], object]]]) -> None:
        """Show what keeps the campaign from starting, with what mends it."""
        self.problem.say("bad", title, remedy)
        self.problem.clear_actions()
        for words, run in actions:
            self.problem.add_action(words, run)
        self.problem.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that somebody looks at it."""
        super().showEvent(event)
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the test under the summary where the window is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < _NARROW * theme().scale
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        side = round(_SIDE_WIDTH * theme().scale)
        self.test.setMinimumWidth(0 if narrow else side)
        self.test.setMaximumWidth(16_777_215 if narrow else side)
