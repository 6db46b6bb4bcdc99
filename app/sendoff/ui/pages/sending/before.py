"""Before the start: what will be sent, from whom, to whom, how fast; a test to oneself; the confirmation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from sendoff.core.language import tr
from sendoff.ui.pages.sending.last_word import ConfirmCard
from sendoff.ui.pages.sending.line import Line
from sendoff.ui.pages.sending.options import OptionsCard
from sendoff.ui.pages.sending.own_test import TestCard
from sendoff.ui.pages.sending.secret import SecretCard
from sendoff.ui.pages.sending.summary import SummaryCard
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.scrolled import Scrolled
from sendoff.ui.widgets.text import Caption

_SIDE_WIDTH = 300
_NARROW = 760
"""Below this width, in pixels, the test card stands under the summary."""


class BeforeView(QWidget):
    """The summary, the options and what was looked at, the test beside them, the last word below."""

    mistyped_wanted = Signal()
    """Who is probably mistyped is to be looked at."""
    repeated_unwanted = Signal()
    """Who got the same message before is to be left out."""
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
        self.repeated = Banner("wait")
        self.repeated.hide()
        self.leave_repeated = self.repeated.add_action(tr("Leave them out"), self.repeated_unwanted.emit)
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
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.M)
        for widget in (self.later, self.rehearsal, self.problem, self.repeated, self.secret):
            body.addWidget(widget)
        body.addLayout(self._both)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(Scrolled(inner), 1)
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
