"""The starting layouts as pictures to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from sendoff.core.design import Design
from sendoff.core.design_json import design_from_json
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.library import MessageTemplate
from sendoff.ui.pages.message.design_thumbnail import thumbnail
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.taborder import stand_at
from sendoff.ui.widgets.text import Text
from sendoff.ui.widgets.wrap import Wrap

_PICTURE = QSize(148, 176)
_CARD_WIDTH, _ROOM = 168, 40
"""A card's width, and its height beyond the picture's, in pixels."""


class Layouts(QWidget):
    """`chosen` gives a template, or None for an empty page; `left` means: back to the design."""

    chosen = Signal(object)
    left = Signal()
    way_wanted = Signal(str)
    """The way to write (`WAYS`) in which something is written already."""

    def __init__(self) -> None:
        super().__init__()
        self._back = Button(tr("Back to the design"), "quiet", icon="arrow-left", run=self.left.emit)
        self._back.hide()
        head = QHBoxLayout()
        head.addWidget(Text(tr("Begin with a layout"), "emphasis"))
        head.addStretch(1)
        head.addWidget(self._back)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        self._holder = inner
        self._cards = Wrap(inner)
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        self._elsewhere = ""
        self.kept = Text("", "secondary", wrap=True)
        self.return_there = Button("", run=lambda: self.way_wanted.emit(self._elsewhere))
        kept = QHBoxLayout()
        kept.setSpacing(Space.S)
        kept.addWidget(self.kept, 1)
        kept.addWidget(self.return_there)
        self.say_kept("", "")
        column.addLayout(head)
        column.addLayout(kept)
        column.addWidget(area, 1)
        self.show_layouts(())

    def offer_back(self, *, written: bool) -> None:
        """Offer to go back where something is written already."""
        self._back.setVisible(written)
        if written:
            self.say_kept("", "")

    def say_kept(self, way: str, name: str) -> None:
        """Say that what is written in another way is still there, and lead back to it; an empty way says nothing."""
        self._elsewhere = way
        self.kept.setText(tr("What you have written is kept under “{name}”.", name=name))
        words = tr("Back to “{name}”", name=name)
        self.return_there.setText(words)
        self.return_there.setAccessibleName(words)
        for part in (self.kept, self.return_there):
            part.setVisible(bool(way))

    def show_layouts(self, templates: Sequence[MessageTemplate]) -> None:
        """Offer these; what has no design is left out."""
        self._cards.clear()
        self._cards.addWidget(self._card(tr("Empty page"), tr("Nothing but a footer."), Design(), None))
        for one in templates:
            with suppress(InputError):
                self._cards.addWidget(
                    self._card(tr(one.name), tr(one.description), design_from_json(one.content.design), one)
                )

        for card in self.cards():
            stand_at(self._holder, card)

    def cards(self) -> list[QToolButton]:
        """The buttons, in order."""
        widgets = (item.widget() for place in range(self._cards.count()) if (item := self._cards.itemAt(place)))
        return [widget for widget in widgets if isinstance(widget, QToolButton)]

    def _card(self, name: str, description: str, design: Design, template: MessageTemplate | None) -> QToolButton:
        card = QToolButton()
        card.setProperty("role", "layout")
        card.setText(name)
        card.setAccessibleName(f"{name}. {description}")
        card.setToolTip(description)
        card.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        card.setIcon(QIcon(thumbnail(design, _PICTURE)))
        card.setIconSize(_PICTURE)
        theme().size(card, _fit)
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card.clicked.connect(partial(self._pressed, template))
        return card

    def _pressed(self, template: MessageTemplate | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's `clicked` gives it
        self.chosen.emit(template)


def _fit(card: QToolButton) -> None:
    """The picture stays as it is, the word below it takes what it needs."""
    wide = max(_CARD_WIDTH, card.sizeHint().width())
    card.setFixedSize(wide, max(_PICTURE.height() + _ROOM, card.sizeHint().height()))
