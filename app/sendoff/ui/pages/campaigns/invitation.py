"""What the campaigns show while there is none: the ways to begin, with an account or without."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sendoff.core.language import tr
from sendoff.ui.beginning import Beginning
from sendoff.ui.pages.stage import Stage
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.choices import ChoiceCards
from sendoff.ui.widgets.text import Text


class Invitation(QWidget):
    """The cards; the first is to connect an account while there is none of one's own."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        begin = Beginning(self, stage)
        self.account, self.people = begin.card("account"), begin.card("list")
        self.message, self.sample = begin.card("message"), begin.card("sample")
        self.cards = ChoiceCards((self.account, self.people, self.message, self.sample))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addStretch(2)
        words = Text(tr("There is no campaign yet. How do you want to begin?"), "secondary")
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.cards)
        column.addStretch(3)
        self.offer(connected=False)

    def offer(self, *, connected: bool) -> None:
        """Offer what fits; `connected` where there is an account besides the sandbox's."""
        self.cards.show_only(self.message if connected else self.account, self.people, self.sample)
