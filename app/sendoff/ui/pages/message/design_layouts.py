"""The starting layouts as pictures to choose from, each with the letter in it where one is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sendoff.core.design import Design, Footer
from sendoff.core.design_json import design_from_json
from sendoff.core.design_letter import with_letter
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.letter_blocks import Letter
from sendoff.core.library import MessageTemplate
from sendoff.ui.pages.message.design_card import LayoutCard
from sendoff.ui.pages.message.design_words import fresh
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.taborder import stand_at
from sendoff.ui.widgets.text import Text
from sendoff.ui.widgets.wrap import Wrap

_NARROWEST = 176
"""A card's least width, in pixels."""
_BAR = 18
"""Pixels kept free for the bar that scrolls, so that the cards do not change their size when it comes."""


def started(template: MessageTemplate | None) -> Design:
    """What one begins with: a layout, or a page with a heading, a paragraph and a footer. Raises InputError."""
    if template is None:
        return Design(blocks=(fresh("heading"), fresh("text"), Footer(link_text=tr("Unsubscribe"))))
    return design_from_json(template.content.design)


class Layouts(QWidget):
    """`chosen` gives a template, or None for an empty page; `left` means: back to the design."""

    chosen = Signal(object)
    left = Signal()
    way_wanted = Signal(str)
    """The way to write (`WAYS`) in which something is written already."""

    def __init__(self) -> None:
        super().__init__()
        self._letter: Letter | None = None
        self._pictures: Mapping[str, bytes] = {}
        self._templates: Sequence[MessageTemplate] = ()
        self._back = Button(tr("Back to the design"), "quiet", icon="arrow-left", run=self.left.emit)
        self._back.hide()
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        self._holder = inner
        self._wrap = Wrap(inner, Space.M)
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self._elsewhere = ""
        self.kept = Text("", "secondary", wrap=True)
        self.return_there = Button("", run=lambda: self.way_wanted.emit(self._elsewhere))
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(Text(tr("Begin with a layout"), "emphasis"))
        head.addWidget(self.kept, 1)
        head.addStretch(0)
        head.addWidget(self.return_there)
        head.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(area, 1)
        self.say_kept("", "")
        self.show_layouts(())
        theme().size(self, Layouts._fit)

    def offer_back(self, *, written: bool) -> None:
        """Offer to go back where something is written already."""
        self._back.setVisible(written)
        if written:
            self.say_kept("", "")

    def say_kept(self, way: str, name: str) -> None:
        """Say what becomes of what is written in another way, and lead back to it; an empty way says nothing."""
        self._elsewhere = way
        taken = tr("Your letter goes into the one you press, and stays under “{name}”.", name=name)
        kept = tr("What you have written is kept under “{name}”.", name=name)
        self.kept.setText("" if not way else taken if self._letter is not None else kept)
        words = tr("Back to “{name}”", name=name)
        self.return_there.setText(words)
        self.return_there.setAccessibleName(words)
        self.return_there.setVisible(bool(way))

    def show_layouts(self, templates: Sequence[MessageTemplate]) -> None:
        """Offer these; what has no design is left out."""
        self._templates = [one for one in templates if _readable(one)]
        self._wrap.clear()
        for name, about, template in (
            (tr("Empty page"), tr("Put your own blocks together"), None),
            *((one.name, one.description, one) for one in self._templates),
        ):
            card = LayoutCard(name, about)
            card.clicked.connect(partial(self._pressed, template))
            self._wrap.addWidget(card)
        for card in self.cards():
            stand_at(self._holder, card)
        self._fit()
        self._picture()

    def show_letter(self, letter: Letter | None) -> None:
        """Show each layout with this letter in it."""
        if letter != self._letter:
            self._letter = letter
            self._picture()

    def show_pictures(self, pictures: Mapping[str, bytes]) -> None:
        """The letter's pictures, by `cid`."""
        if pictures != self._pictures:
            self._pictures = pictures
            if self._letter is not None:
                self._picture()

    def cards(self) -> list[LayoutCard]:
        """The buttons, in order."""
        widgets = (item.widget() for place in range(self._wrap.count()) if (item := self._wrap.itemAt(place)))
        return [widget for widget in widgets if isinstance(widget, LayoutCard)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many beside each other as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        least = round(_NARROWEST * theme().scale)
        room = max(least, self.width() - _BAR)
        beside = (room + Space.M) // (least + Space.M)
        width = (room - (beside - 1) * Space.M) // beside
        cards = self.cards()
        height = max((card.fit(width) for card in cards), default=0)
        for card in cards:
            card.setFixedSize(width, height)

    def _picture(self) -> None:
        for card, template in zip(self.cards(), (None, *self._templates), strict=True):
            if self._letter is not None:
                card.show_design(with_letter(started(template), self._letter), self._pictures)
            else:
                card.show_design(started(template) if template is not None else None, self._pictures)

    def _pressed(self, template: MessageTemplate | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's `clicked` gives it
        self.chosen.emit(template)


def _readable(template: MessageTemplate) -> bool:
    with suppress(InputError):
        return bool(design_from_json(template.content.design))
    return False
