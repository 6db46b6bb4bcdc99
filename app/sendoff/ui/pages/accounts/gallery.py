"""The gallery of providers: the usual ones as cards, every other one by its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from sendoff.core.account import SignIn
from sendoff.core.provider import Preset
from sendoff.ui import tokens
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.field import SearchEdit
from sendoff.ui.widgets.text import Caption, Heading, Text

_COLUMNS = 3
_HEIGHT = 60
_MOST_FOUND = 12
_TAKES = {
    SignIn.PASSWORD: "Password of the mailbox",
    SignIn.APP_PASSWORD: "App password",
    SignIn.API_KEY: "API key",
    SignIn.SMTP_CREDENTIALS: "SMTP user and password",
    SignIn.XOAUTH2: "Not in this version yet",
    SignIn.NONE: "No password",
}


class PresetCard(QAbstractButton):
    """One provider: its name, and what it takes to sign in."""

    def __init__(self, preset: Preset) -> None:
        super().__init__()
        self.preset = preset
        self.takes = "Built in, delivers nothing" if preset.id == "sandbox" else _TAKES[preset.sign_in]
        self.setText(preset.name)
        self.setAccessibleName(f"{preset.name}. {self.takes}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the grid makes it."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        palette = theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.hasFocus()
        pen = painter.pen()
        pen.setColor(QColor(palette.accent if lit or self.underMouse() else palette.line))
        pen.setWidthF(2 if lit else 1)
        painter.setPen(pen)
        painter.setBrush(QColor(palette.tint("ink", 0.04) if self.underMouse() else palette.surface))
        inset = pen.widthF() / 2
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(inset, inset, -inset, -inset), tokens.RADIUS_CARD, tokens.RADIUS_CARD
        )
        area = self.rect().adjusted(Space.M, Space.S + 2, -Space.M, -Space.S - 2)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(palette.ink))
        name = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, name)
        small = QFont(self.font())
        small.setPixelSize(tokens.Type.CAPTION)
        painter.setFont(small)
        painter.setPen(QColor(palette.ink_2))
        takes = QFontMetrics(small).elidedText(self.takes, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignBottom, takes)
        painter.end()


class Gallery(QWidget):
    """Offers the providers; `chosen` gives a preset's id."""

    chosen = Signal(str)

    def __init__(self, presets: Sequence[Preset]) -> None:
        super().__init__()
        self._presets = presets
        self.search = SearchEdit(f"Search {len(presets)} providers, by name or address")
        self.search.searched.connect(self._found)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.M)
        self._none = Caption("No provider of this name is known. Take “Custom SMTP server”: it works with any.")
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(Space.L)
        column_.addWidget(Heading("Connect an account"))
        words = "Choose where your mail leaves from. The next page says what you need before you type anything."
        column_.addWidget(Text(words, "secondary", wrap=True))
        column_.addWidget(self.search)
        column_.addLayout(self._grid)
        column_.addWidget(self._none)
        column_.addStretch(1)
        self._found("")

    def cards(self) -> list[PresetCard]:
        """The providers that are offered now."""
        items = (self._grid.itemAt(place) for place in range(self._grid.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, PresetCard)]

    @Slot(str)
    def _found(self, text: str) -> None:
        for card in self.cards():
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        found = matching(self._presets, text)
        for place, preset in enumerate(found):
            card = PresetCard(preset)
            card.clicked.connect(lambda _checked=False, key=preset.id: self.chosen.emit(key))
            self._grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
        self._none.setVisible(not found)


def matching(presets: Sequence[Preset], text: str) -> list[Preset]:
    """The gallery for an empty text; else what has it in its name (first where it begins so), domains or servers."""
    wanted = text.strip().casefold().rpartition("@")[2]
    if not wanted:
        return sorted((one for one in presets if one.gallery), key=lambda one: one.gallery)
    found = [one for one in presets if any(wanted in words for words in _words(one))]
    return sorted(found, key=lambda one: not one.name.casefold().startswith(wanted))[:_MOST_FOUND]


def _words(preset: Preset) -> list[str]:
    return [word.casefold() for word in (preset.name, preset.id, *preset.domains, *(e.host for e in preset.endpoints))]
