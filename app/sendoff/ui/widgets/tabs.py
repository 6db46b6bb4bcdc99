"""The tabs of a list's rows, read as a sum: 12,431 rows = 12,001 ready, 41 suggested fixes and so on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from sendoff.core.language import phrase, tr
from sendoff.core.recipient import Verdict
from sendoff.core.wording import count_text, verdict_label
from sendoff.ui import tokens
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space, Type
from sendoff.ui.widgets.state import VERDICTS
from sendoff.ui.widgets.text import Text, mirrored

ALL = ""
_HEIGHT = 46
_EDGE = 10


@dataclass(frozen=True, slots=True)
class _Look:
    word: str
    glyph: str = ""
    tone: str = "ink_2"


class Tab(QAbstractButton):
    """A number with its word below it."""

    def __init__(self, look: _Look) -> None:
        super().__init__()
        self.look = look
        self.number = -1
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_number(0)

    def set_number(self, number: int) -> None:
        """Show a number."""
        if number == self.number:
            return
        self.number = number
        self.setText(count_text(number))
        self.setAccessibleName(f"{count_text(number)} {tr(self.look.word)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for both lines."""
        number = QFontMetrics(self._font(Type.EMPHASIS, bold=True)).horizontalAdvance(self.text())
        word = QFontMetrics(self._font(Type.CAPTION)).horizontalAdvance(tr(self.look.word))
        glyph = tokens.GLYPH + Space.XS if self.look.glyph else 0
        return QSize(max(number + glyph, word) + 2 * _EDGE, self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tab; the chosen one is tinted and underlined."""
        palette = theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            ground = palette.tint("accent", 0.12) if self.isChecked() else palette.tint("ink", 0.05)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(area, tokens.RADIUS_FIELD, tokens.RADIUS_FIELD)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, tokens.RADIUS_FIELD, tokens.RADIUS_FIELD)
        left, middle = _EDGE, self.height() // 2
        if self.look.glyph:
            tone = self.look.tone if self.number else "ink_2"
            glyph = theme().glyph(self.look.glyph, tone, ratio=self.devicePixelRatioF())
            spot = mirrored(self, QRect(left, middle - tokens.GLYPH - 1, tokens.GLYPH, tokens.GLYPH))
            painter.drawPixmap(spot.topLeft(), glyph)
            left += tokens.GLYPH + Space.XS
        painter.setPen(QColor(palette.ink if self.number else palette.ink_2))
        painter.setFont(self._font(Type.EMPHASIS, bold=True))
        upper = 3 + (self.height() - 7) * 5 // 9
        number = mirrored(self, QRect(left, 3, self.width() - left, upper - 3))
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setPen(QColor(palette.ink if self.isChecked() else palette.ink_2))
        painter.setFont(self._font(Type.CAPTION))
        word = mirrored(self, QRect(_EDGE, upper, self.width() - _EDGE, self.height() - 4 - upper))
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter, tr(self.look.word))
        painter.end()

    def _height(self) -> int:
        lines = (self._font(Type.EMPHASIS, bold=True), self._font(Type.CAPTION))
        return max(_HEIGHT, sum(QFontMetrics(font).height() for font in lines) + _EDGE)

    def _font(self, size: Type, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme().pixels(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


class TriageTabs(QWidget):
    """All rows, and the tabs that add up to them; those without rows are left out."""

    chosen = Signal(str)
    """The verdict's value, or an empty text for all rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Rows of the list by what they are"))
        self._group = QButtonGroup(self)
        self.tabs: dict[str, Tab] = {}
        self._seen: set[str] = set()
        """Tabs that had rows: they keep their places when those are gone, so that no press lands on another."""
        self._equals = Text("=", "emphasis")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._add(row, ALL, _Look(phrase("rows")))
        row.addWidget(self._equals)
        for verdict, (glyph, token) in VERDICTS.items():
            self._add(row, verdict.value, _Look(verdict_label(verdict), glyph, token))
        row.addStretch(1)
        self.choose(ALL)

    def set_counts(self, counts: Mapping[Verdict, int]) -> None:
        """Show the figures of a list; a tab that was shown stays, even where it has become empty."""
        total = sum(counts.values())
        self.tabs[ALL].look = _Look(phrase("rows") if total != 1 else phrase("row"))
        self.tabs[ALL].set_number(total)
        for verdict in VERDICTS:
            self.tabs[verdict.value].set_number(counts.get(verdict, 0))
            if counts.get(verdict):
                self._seen.add(verdict.value)
        self._arrange()

    def forget(self) -> None:
        """Another list comes: only its own tabs are shown."""
        self._seen.clear()

    def choose(self, key: str) -> None:
        """Open a tab, without a signal."""
        self.tabs[key].setChecked(True)
        self._arrange()

    def number(self) -> int:
        """How many rows the open tab has."""
        return self.tabs[self.choice()].number

    def choice(self) -> str:
        """The key of the open tab."""
        return next(key for key, tab in self.tabs.items() if tab.isChecked())

    def _arrange(self) -> None:
        for key, tab in self.tabs.items():
            tab.setVisible(key in (ALL, Verdict.READY.value) or key in self._seen or tab.isChecked())

    def _add(self, row: QHBoxLayout, key: str, look: _Look) -> None:
        tab = Tab(look)
        tab.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        self._group.addButton(tab)
        self.tabs[key] = tab
        row.addWidget(tab)
