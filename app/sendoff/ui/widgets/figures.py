"""The figures of a campaign: they add up to the list, and each is the filter for its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from sendoff.core.delivery import State
from sendoff.core.language import phrase, tr
from sendoff.core.report import MARKED
from sendoff.core.wording import count_text, moment_text
from sendoff.ui import tokens
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.state import LOOKS
from sendoff.ui.widgets.text import mirrored, tip

_HEIGHT = 30


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its key, its word (and the one for a single thing), how it looks, and the counted states it sums."""

    key: str
    word: str
    glyph: str
    token: str
    states: tuple[str, ...]
    single: str = ""
    means: str = ""
    """What the word means, for whoever has not met it before."""
    briefly: str = ""
    """The same beside the word, where there is room."""


_SKIPPED = phrase("Blocked, repeated, left out, or no address: nothing is sent there.")
FIGURES = (
    Figure("accepted", phrase("accepted"), "accepted", "ok", ("accepted",), means=LOOKS[State.ACCEPTED].means),
    Figure(MARKED, phrase("marked as sent"), "check", "ok", (MARKED,), means=LOOKS[MARKED].means),
    Figure("waiting", phrase("waiting"), "waiting", "ink_2", ("queued",), means=LOOKS[State.QUEUED].means),
    Figure(
        "deferred",
        phrase("deferred"),
        "clock",
        "wait",
        ("deferred",),
        means=LOOKS[State.DEFERRED].means,
        briefly=phrase("deferred, tried again"),
    ),
    Figure("failed", phrase("failed"), "error", "bad", ("failed",), means=LOOKS[State.FAILED].means),
    Figure(
        "in_doubt",
        phrase("in doubt"),
        "doubt",
        "doubt",
        ("in_doubt",),
        means=LOOKS[State.IN_DOUBT].means,
        briefly=phrase("in doubt, may have arrived"),
    ),
    Figure("cancelled", phrase("cancelled"), "stop", "ink_2", ("cancelled",), means=LOOKS[State.CANCELLED].means),
    Figure("skipped", phrase("skipped"), "skipped", "ink_2", ("suppressed", "skipped"), means=_SKIPPED),
)
"""The eight counted states, and who is marked as sent; some are shown only where there are such rows."""
_KNOWN = ("skipped", "accepted", "cancelled", "waiting", MARKED)
"""Figures that do without their words first: they ask for nothing, and the headline says the first of them."""
_SELDOM = (MARKED, "cancelled", "skipped")


def figures(counts: Mapping[str, int], kinds: Sequence[Figure] = FIGURES) -> dict[str, int]:
    """Fold the counts of `core.delivery.counted` or `core.report.apart` into the figures; the sum is kept."""
    return {figure.key: sum(counts.get(state, 0) for state in figure.states) for figure in kinds}


def tried_again(at: int, now: int, zone: tzinfo) -> str:
    """What “deferred” means while the next of them is tried again `at`; 0 = nobody knows when."""
    if at <= now:
        return tr(LOOKS[State.DEFERRED].means)
    return tr("The server asked to come back later. It is tried again {moment}.", moment=moment_text(at, now, zone))


def addressed(counts: Mapping[str, int]) -> int:
    """How many are, were or would be written to: the list without whoever is skipped or blocked."""
    return sum(counts.values()) - counts.get("skipped", 0) - counts.get("suppressed", 0)


def chip_height() -> int:
    """The height of a chip at the present size of text, in pixels."""
    return max(_HEIGHT, theme().row_height() - 2)


class Chip(QAbstractButton):
    """One figure that can be switched on as a filter."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.figure = figure
        self._word = tr(figure.word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.number = -1
        self._short = self._spelt = False
        self.means = tr(figure.means)
        self.set_number(0)

    def set_number(self, number: int) -> None:
        """Show a number."""
        if number == self.number:
            return
        self.number = number
        self.setText(count_text(number))
        self._word = tr(self.figure.single if number == 1 and self.figure.single else self.figure.word)
        self.setAccessibleName(f"{count_text(number)} {self._word}")
        self.explain(self.means)
        self.updateGeometry()
        self.update()

    def explain(self, means: str) -> None:
        """Say what its word means, to whoever points at it and to whoever hears it."""
        self.means = means
        shows = tr("Show the {word} only", word=tr(self.figure.word))
        self.setToolTip(tip(f"{means}\n{shows}" if means else shows))
        self.setAccessibleDescription(means)

    def spell(self, spelt: bool) -> None:  # noqa: FBT001 -- like Qt's own setters
        """Say in a few words beside the word what it means, or leave it to the tool tip."""
        if spelt != self._spelt:
            self._spelt = spelt
            self.updateGeometry()
            self.update()

    def _words(self, *, spelt: bool) -> str:
        return tr(self.figure.briefly) if spelt and self.figure.briefly and self.number else self._word

    def shorten(self, short: bool) -> None:  # noqa: FBT001 -- like Qt's own setters
        """Leave the word to the tool tip, or paint it."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for glyph, number and word."""
        return QSize(self.width_of(short=self._short, spelt=self._spelt), chip_height())

    def width_of(self, *, short: bool, spelt: bool = False) -> int:
        """The pixels it takes without its word, with it, and with what it means."""
        number = QFontMetrics(self._bold()).horizontalAdvance(self.text())
        word = 0 if short else self.fontMetrics().horizontalAdvance(self._words(spelt=spelt)) + Space.XS
        return number + word + tokens.GLYPH + 2 * Space.M + Space.S

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        palette = theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, palette)
        left = int(Space.M)
        top = (self.height() - tokens.GLYPH) // 2
        quiet = self.number == 0
        token = "ink_2" if quiet else self.figure.token
        spot = mirrored(self, QRect(left, top, tokens.GLYPH, tokens.GLYPH))
        painter.drawPixmap(spot.topLeft(), theme().glyph(self.figure.glyph, token, ratio=self.devicePixelRatioF()))
        left += tokens.GLYPH + Space.XS + 2
        painter.setFont(self._bold())
        painter.setPen(QColor(palette.ink_2 if quiet else palette.ink))
        painter.drawText(self._from(left), Qt.AlignmentFlag.AlignVCenter, self.text())
        left += QFontMetrics(self._bold()).horizontalAdvance(self.text()) + Space.XS
        painter.setFont(self.font())
        painter.setPen(QColor(palette.ink_2))
        painter.drawText(
            self._from(left), Qt.AlignmentFlag.AlignVCenter, "" if self._short else self._words(spelt=self._spelt)
        )
        painter.end()

    def _from(self, left: int) -> QRect:
        return mirrored(self, QRect(left, 0, self.width() - left, self.height()))

    def _paint_ground(self, painter: QPainter, palette: tokens.Palette) -> None:
        edge = palette.accent if self.isChecked() or self.hasFocus() else palette.line
        ground = palette.tint("accent", 0.12) if self.isChecked() else palette.surface
        if self.underMouse() and not self.isChecked():
            ground = palette.tint("ink", 0.05)
        pen = painter.pen()
        pen.setColor(QColor(edge))
        pen.setWidthF(2 if self.hasFocus() else 1)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        inset = pen.widthF() / 2
        area = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font


class FigureRow(QWidget):
    """The figures side by side; one at a time filters, a second press shows everything again."""

    filtered = Signal(str)
    """The figure's key, or an empty text for everything."""

    def __init__(self, counts: Mapping[str, int] | None = None, kinds: Sequence[Figure] = FIGURES) -> None:
        super().__init__()
        self.setAccessibleName(tr("Figures"))
        self._kinds = tuple(kinds)
        self._chips = {figure.key: Chip(figure) for figure in kinds}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        theme().size(self, lambda row: row.setMinimumHeight(chip_height()))
        for chip in self._chips.values():
            chip.clicked.connect(lambda _checked=False, chip=chip: self._toggled(chip))
            row.addWidget(chip)
        row.addStretch(1)
        self.set_counts(counts or {})

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show the counts, keyed by counted state."""
        for key, number in figures(counts, self._kinds).items():
            self._chips[key].set_number(number)
        self._fit()

    def explain(self, key: str, means: str) -> None:
        """Say what the word of a figure means now."""
        if self._chips[key].means != means:
            self._chips[key].explain(means)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose anew what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Narrower than all the figures: those that are zero make room."""
        return QSize(1, chip_height())

    def total(self) -> int:
        """What the figures add up to: the list."""
        return sum(chip.number for chip in self._chips.values())

    def filter(self) -> str:
        """The key of the figure that filters, or an empty text."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def states(self) -> tuple[str, ...]:
        """The counted states that pass the filter; empty where everything does."""
        return next((chip.figure.states for chip in self._chips.values() if chip.isChecked()), ())

    def clear_filter(self) -> None:
        """Show everything, without a signal."""
        for chip in self._chips.values():
            chip.setChecked(False)

    def choose(self, key: str) -> None:
        """Filter by a figure, as if it had been pressed."""
        self._chips[key].setChecked(True)
        self._toggled(self._chips[key])

    def _fit(self) -> None:
        """Leave out figures that are zero: the seldom ones always, the others where there is no room for them.

        Where the rest has no room either, the words of those that ask for nothing are left to their tool tips first.
        """
        usual = [chip for key, chip in self._chips.items() if chip.number or chip.isChecked() or key not in _SELDOM]
        room = sum(chip.width_of(short=False) + Space.S for chip in usual) - Space.S <= self.width()
        shown = [one for one in usual if room or one.number or one.isChecked() or one.figure.key == FIGURES[0].key]
        short: list[Chip] = []
        dispensable = sorted(shown, key=lambda chip: _KNOWN.index(chip.figure.key) if chip.figure.key in _KNOWN else 99)
        while len(short) < len(shown) and self._taken(shown, short) > self.width():
            short.append(dispensable[len(short)])
        spelt = not short and self._taken(shown, (), spelt=True) <= self.width()
        for chip in self._chips.values():
            chip.shorten(chip in short)
            chip.spell(spelt)
            chip.setVisible(chip in shown)

    def _taken(self, shown: Sequence[Chip], short: Sequence[Chip], *, spelt: bool = False) -> int:
        return sum(chip.width_of(short=chip in short, spelt=spelt) + Space.S for chip in shown) - Space.S

    def _toggled(self, pressed: Chip) -> None:
        for chip in self._chips.values():
            if chip is not pressed:
                chip.setChecked(False)
        self.filtered.emit(self.filter())
