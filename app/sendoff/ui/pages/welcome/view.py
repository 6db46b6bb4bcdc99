"""The first run: three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt

from sendoff.core.language import tr
from sendoff.ui.beginning import Beginning
from sendoff.ui.pages.stage import Stage
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.card import Page
from sendoff.ui.widgets.choices import ChoiceCards
from sendoff.ui.widgets.text import Glyph, Heading, Text


class WelcomePage(Page):
    """Shown while there is no account and no campaign."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        begin = Beginning(self, stage)
        account, sample, people = begin.card("account"), begin.card("sample"), begin.card("list")
        self.connect_account, self.look_around, self.bring_list = account.button, sample.button, people.button
        centre = Qt.AlignmentFlag.AlignHCenter
        title = Heading(tr("Send to everyone, once"))
        promise = Text(tr("Every recipient gets the message once, or you know exactly why not."), "secondary")
        self.column.addStretch(2)
        self.column.addWidget(Glyph("mark", "accent", 40), 0, centre)
        self.column.addWidget(title, 0, centre)
        self.column.addWidget(promise, 0, centre)
        self.column.addSpacing(Space.L)
        self.column.addWidget(ChoiceCards((account, sample, people)))
        self.column.addStretch(3)

    def opened(self, _subject: str) -> None:
        """Enter leads to the first card."""
        self.connect_account.setFocus(Qt.FocusReason.OtherFocusReason)
