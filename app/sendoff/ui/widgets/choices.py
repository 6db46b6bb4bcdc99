"""Ways to begin as cards beside each other: an icon, a few words and a button each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.text import Glyph, Text

_WIDTH, _HEIGHT = 256, 224


class ChoiceCard(Card):
    """One way to begin."""

    def __init__(self, icon: str, title: str, words: str, button: str, run: Callable[[], object]) -> None:
        super().__init__(margin=Space.XL)
        self.setAccessibleName(title)
        self.button = Button(button, run=run)
        self.button.setAccessibleName(f"{title}: {button}")
        said = Text(words, "secondary", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignTop)
        policy = said.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Expanding)
        said.setSizePolicy(policy)
        self.column.addWidget(Glyph(icon, "accent", 24))
        self.column.addWidget(Text(title, "emphasis", wrap=True))
        self.column.addWidget(said, 1)
        self.column.addWidget(self.button)


class ChoiceCards(QWidget):
    """The cards in a row in the middle, all of one size; the first that is shown has the primary button."""

    def __init__(self, cards: Sequence[ChoiceCard]) -> None:
        super().__init__()
        self._cards = cards
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.addStretch(1)
        for card in cards:
            row.addWidget(card)
        row.addStretch(1)
        self.show_only(*cards)
        theme().size(self, ChoiceCards._fit)

    def show_only(self, *shown: ChoiceCard) -> None:
        """Offer these, in the order of the row."""
        for card in self._cards:
            card.setVisible(card in shown)
        for card in self._cards:
            card.button.set_kind("primary" if card is self.first() else "secondary")
        self._fit()

    def first(self) -> ChoiceCard:
        """The first card that is shown."""
        return next(card for card in self._cards if not card.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the cards."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        cards, scale = [card for card in self._cards if not card.isHidden()], theme().scale
        room = self.width() - (len(cards) - 1) * Space.L
        width = min(round(_WIDTH * scale), max(room, _WIDTH) // len(cards))
        height = max(round(_HEIGHT * scale), *(card.heightForWidth(width) for card in cards))
        for card in cards:
            card.setFixedSize(width, height)
