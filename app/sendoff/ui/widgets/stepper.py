"""The five steps of a campaign, each with its state in words; every step can always be opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from sendoff.core.language import phrase, tr
from sendoff.ui import tokens
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.text import mirrored

StepState = Literal["todo", "done", "attention", "problem"]
STEPS = (phrase("Recipients"), phrase("Message"), phrase("Check"), phrase("Send"), phrase("Results"))
_DISC = 22
_HEIGHT = 50
_ROUNDING = 2
"""Pixels: a text is measured in whole ones, and shortened by parts of them."""
_RING = 3
"""Pixels the disc gives to the ring around it while it has the focus."""


@dataclass(frozen=True, slots=True)
class _Tone:
    token: str
    glyph: str


_TONES: dict[StepState, _Tone] = {
    "todo": _Tone("ink_2", ""),
    "done": _Tone("ok", "check"),
    "attention": _Tone("wait", "warning"),
    "problem": _Tone("bad", "error"),
}


class Step(QAbstractButton):
    """One step: a numbered disc, its word, its state below, and the line to the next step."""

    def __init__(self, place: int, of: int, word: str) -> None:
        super().__init__()
        self.place, self._of, self._last = place, of, place == of - 1
        self._state: StepState = "todo"
        self._note = ""
        self.setText(word)
        self.present = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_present(present=False)

    def show_state(self, state: StepState, note: str) -> None:
        """Show the step's state and its words."""
        if (self._state, self._note) == (state, note):
            return
        self._state, self._note = state, note
        self._tell()
        self.updateGeometry()

    def set_present(self, *, present: bool) -> None:
        """Make it the step whose page is shown: the one that Tab reaches."""
        self.present = present
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if present else Qt.FocusPolicy.ClickFocus)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave walking and Enter to the stepper; a plain button would follow the tab order."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the disc and the longer of word and note."""
        return QSize(_DISC + Space.S + self._text_width() + (0 if self._last else 3 * Space.L), self._height())

    def minimumSizeHint(self) -> QSize:
        """The line may shrink, the words may not."""
        return QSize(_DISC + Space.S + self._text_width() + (0 if self._last else Space.M), self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the step."""
        palette = theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRect(0, 4, _DISC, _DISC)
        self._paint_disc(painter, palette, QRectF(mirrored(self, disc)))
        left = disc.left() + _DISC + Space.S
        painter.setFont(self._word_font())
        painter.setPen(QColor(palette.ink if self.present or self.underMouse() else palette.ink_2))
        word = mirrored(self, QRect(left, 4, self.width() - left, _DISC))
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(self._note_font())
        painter.setPen(QColor(palette.colour(_TONES[self._state].token if self._state != "done" else "ink_2")))
        note = mirrored(self, QRect(left, 4 + _DISC, self._note_room(), self.height() - _DISC - 6))
        painter.drawText(note, Qt.AlignmentFlag.AlignTop, self.shown_note())
        if not self._last:
            start = left + self._word_width() + Space.M
            painter.setPen(QPen(QColor(palette.line), 1))
            line = mirrored(self, QRect(start, 4, self.width() - Space.M - start, _DISC))
            middle = 4 + _DISC / 2 + 0.5
            painter.drawLine(QPointF(line.left(), middle), QPointF(line.right() + 1, middle))
        painter.end()

    def shown_note(self) -> str:
        """The state's words, as far as there is room for them."""
        metrics = QFontMetrics(self._note_font())
        return metrics.elidedText(self._note, Qt.TextElideMode.ElideRight, self._note_room())

    def _note_room(self) -> int:
        return self.width() - _DISC - Space.S - (0 if self._last else Space.S)

    def _paint_disc(self, painter: QPainter, palette: tokens.Palette, disc: QRectF) -> None:
        tone = _TONES[self._state]
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
            disc = disc.adjusted(_RING, _RING, -_RING, -_RING)
        edge = palette.accent if self.present else palette.colour(tone.token if tone.glyph else "ink_2")
        painter.setPen(QPen(QColor(edge), 1.5))
        painter.setBrush(QColor(palette.accent if self.present else palette.canvas))
        painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75))
        if tone.glyph == "check" and not self.present:
            size = 14
            spot = disc.center() - QPointF(size / 2, size / 2)
            painter.drawPixmap(spot, theme().glyph("check", tone.token, size, self.devicePixelRatioF()))
            return
        font = self._note_font()
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(palette.on_accent if self.present else edge))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self.place + 1))

    def _tell(self) -> None:
        here = tr("shown now") if self.present else ""
        parts = (self.text(), tr("step {place} of {of}", place=self.place + 1, of=self._of), here, self._note)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.update()

    def _word_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.present else QFont.Weight.Medium)
        return font

    def _note_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme().pixels(tokens.Type.CAPTION))
        return font

    def _word_width(self) -> int:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(self.text())

    def _height(self) -> int:
        return max(_HEIGHT, _DISC + 8 + QFontMetrics(self._note_font()).height())

    def _text_width(self) -> int:
        return max(self._word_width(), QFontMetrics(self._note_font()).horizontalAdvance(self._note)) + _ROUNDING


class Stepper(QWidget):
    """The steps in a row. Tab reaches the present one, the arrow keys walk, Space and Enter open."""

    chosen = Signal(int)

    def __init__(self, words: Sequence[str] = STEPS) -> None:
        super().__init__()
        self.setAccessibleName(tr("Steps"))
        self.steps = [Step(place, len(words), tr(word)) for place, word in enumerate(words)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for step in self.steps:
            step.clicked.connect(lambda _checked=False, place=step.place: self.chosen.emit(place))
            row.addWidget(step, 0 if step is self.steps[-1] else 1)
        self.set_current(0)

    def current(self) -> int:
        """The step whose page is shown."""
        return next(step.place for step in self.steps if step.present)

    def set_current(self, place: int) -> None:
        """Show a step as the present one, without a signal."""
        for step in self.steps:
            step.set_present(present=step.place == place)

    def set_state(self, place: int, state: StepState, note: str = "") -> None:
        """Show a step's state: `note` in two or three words ("4,812 ready", "2 to fix")."""
        self.steps[place].show_state(state, note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, open with Enter (the button itself answers to Space)."""
        here = next((step.place for step in self.steps if step.hasFocus()), None)
        move = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if here is None:
            super().keyPressEvent(event)
        elif move is not None:
            self.steps[(here + move) % len(self.steps)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.steps[here].click()
        else:
            super().keyPressEvent(event)
