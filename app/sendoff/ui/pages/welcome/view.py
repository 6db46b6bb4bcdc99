"""The first run: three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from sendoff.core.language import tr
from sendoff.ui.pages.stage import Stage
from sendoff.ui.pages.welcome.presenter import WelcomePresenter
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card, Page
from sendoff.ui.widgets.text import Glyph, Heading, Text

_CARD_WIDTH, _CARD_HEIGHT = 256, 224


class WelcomePage(Page):
    """Shown while there is no account and no campaign."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.presenter = WelcomePresenter(self, stage)
        self.connect_account = Button(tr("Connect"), "primary", run=self.presenter.connect_account)
        self.look_around = Button(tr("Look around"), run=self.presenter.look_around)
        self.bring_list = Button(tr("Choose a list"), run=self.presenter.bring_list)
        centre = Qt.AlignmentFlag.AlignHCenter
        title = Heading(tr("Send to everyone, once"))
        promise = Text(tr("Every recipient gets the message once, or you know exactly why not."), "secondary")
        cards = QHBoxLayout()
        cards.setSpacing(Space.L)
        cards.addStretch(1)
        self._cards = (
            _card(
                "accounts",
                tr("Connect an account"),
                tr("Gmail, Microsoft 365, your own server: anything that sends mail."),
                self.connect_account,
            ),
            _card(
                "sandbox",
                tr("Look around with a sample"),
                tr("A campaign for 250 people that goes to a server inside Sendoff. Nothing leaves this computer."),
                self.look_around,
            ),
            _card(
                "upload",
                tr("Bring a list"),
                tr("CSV, Excel or contacts. See who can be written to, before you connect anything."),
                self.bring_list,
            ),
        )
        for card in self._cards:
            cards.addWidget(card)
        cards.addStretch(1)
        self.column.addStretch(2)
        self.column.addWidget(Glyph("mark", "accent", 40), 0, centre)
        self.column.addWidget(title, 0, centre)
        self.column.addWidget(promise, 0, centre)
        self.column.addSpacing(Space.L)
        self.column.addLayout(cards)
        self.column.addStretch(3)
        theme().size(self, WelcomePage._fit)

    def opened(self, _subject: str) -> None:
        """Enter leads to the first card."""
        self.connect_account.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the cards."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale, margins = theme().scale, self.column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - (len(self._cards) - 1) * Space.L
        width = min(round(_CARD_WIDTH * scale), max(room, _CARD_WIDTH) // len(self._cards))
        height = max(round(_CARD_HEIGHT * scale), *(card.heightForWidth(width) for card in self._cards))
        for card in self._cards:
            card.setFixedSize(width, height)


def _card(icon: str, title: str, words: str, button: Button) -> Card:
    card = Card(margin=Space.XL)
    card.setAccessibleName(title)
    button.setAccessibleName(f"{title}: {button.text()}")
    said = Text(words, "secondary", wrap=True)
    said.setAlignment(Qt.AlignmentFlag.AlignTop)
    policy = said.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Expanding)
    said.setSizePolicy(policy)
    card.column.addWidget(Glyph(icon, "accent", 24))
    card.column.addWidget(Text(title, "emphasis", wrap=True))
    card.column.addWidget(said, 1)
    card.column.addWidget(button)
    return card
