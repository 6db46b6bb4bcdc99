"""How far a campaign is, in painted segments, and how fast it has been going."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sendoff.core.language import all_of, digits, tr
from sendoff.core.report import MARKED
from sendoff.core.tempo import MINUTE
from sendoff.core.wording import count_text
from sendoff.ui import tokens
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.figures import FIGURES, figures
from sendoff.ui.widgets.text import tip

_SEGMENTS = (
    ("accepted", "ok"),
    (MARKED, "ok_soft"),
    ("cancelled", "handle"),
    ("failed", "bad"),
    ("in_doubt", "doubt"),
    ("deferred", "wait"),
)
_BAR = 10
_LEAST = 3.0
"""Pixels of the smallest segment: one message in doubt in ten thousand is still seen."""
_MINUTES = 30
_CHART_HEIGHT, _LEAST_HEIGHT = 132, 92


def bar_segments(counts: Mapping[str, int], room: float) -> list[tuple[str, float]]:
    """The segments from the left, as figure and width in pixels: each is seen, together they fit into `room`."""
    return _segments(_sent(counts), room)


def _sent(counts: Mapping[str, int]) -> dict[str, int]:
    """The figures of whoever is written to."""
    return figures({**counts, "skipped": 0, "suppressed": 0})


def _segments(known: Mapping[str, int], room: float) -> list[tuple[str, float]]:
    total = sum(known.values())
    shown = [(key, known[key]) for key, _token in _SEGMENTS if known[key]]
    if not shown:
        return []
    widths = [max(_LEAST, room * number / total) for _key, number in shown]
    widest = widths.index(max(widths))
    widths[widest] -= max(0.0, sum(widths) - room)
    return [(key, width) for (key, _number), width in zip(shown, widths, strict=True)]


SEGMENT_TOKENS = dict(_SEGMENTS)
"""The colour of each segment."""


class SegmentedProgressBar(QWidget):
    """Every recipient as a share of one bar: accepted, failed, in doubt, deferred; the rest is waiting."""

    def __init__(self) -> None:
        super().__init__()
        self._figures: dict[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_counts({})

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show the counts, keyed by counted state; who is skipped has no share."""
        self._figures = _sent(counts)
        shown = [one for one in FIGURES if self._figures[one.key]]
        legend = [f"{count_text(self._figures[one.key])} {tr(one.briefly or one.word)}" for one in shown]
        self.setToolTip(tip("\n".join(legend)))
        self.setAccessibleDescription(all_of(legend))
        total = sum(self._figures.values())
        self.setAccessibleName(
            tr(
                "{accepted} of {total} accepted",
                accepted=digits(f"{self._figures['accepted']:,}"),
                total=digits(f"{total:,}"),
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """A slim bar."""
        return QSize(240, _BAR)

    def segments(self) -> list[tuple[str, float]]:
        """The painted segments from the left: figure and width in pixels; together never wider than the bar."""
        return _segments(self._figures, self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track and the segments, a hair apart."""
        colours = tokens.sheet_values(theme().palette)
        by_figure = dict(_SEGMENTS)
        area = QRectF(0, (self.height() - _BAR) / 2, self.width(), _BAR)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        outline = QPainterPath()
        outline.addRoundedRect(area, _BAR / 2, _BAR / 2)
        painter.setClipPath(outline)
        painter.fillRect(area, QColor(colours["line"]))
        left = 0.0
        for key, width in self.segments():
            painter.fillRect(QRectF(left, area.top(), width, _BAR), QColor(colours[by_figure[key]]))
            left += width
            painter.fillRect(QRectF(left - 0.5, area.top(), 1, _BAR), QColor(colours["canvas"]))
        painter.end()


class RateChart(QWidget):
    """How many were accepted in each minute of the clock, over half an hour, the newest at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._rates: tuple[int, ...] = ()
        self._peak, self._ends, self.busiest = 0, ("", ""), ""
        self.most = ""
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs to the right for everybody
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme().size(self, QWidget.setMinimumHeight, _LEAST_HEIGHT)
        self.set_rates(())

    def set_rates(
        self, per_minute: Sequence[int], rate: int = 0, now: int = 0, clock: Callable[[int], str] = lambda _at: ""
    ) -> None:
        """Show what went in each minute, oldest first; only the last 30 count, and the last one goes on.

        `rate` is how many a minute go at this moment, which is `now`; `clock` says a moment in words.
        """
        self._rates = tuple(per_minute)[-_MINUTES:]
        self._ends = tr("30 min ago"), tr("now")
        first = now // MINUTE * MINUTE - (len(self._rates) - 1) * MINUTE
        self._find_busiest({first + place * MINUTE: number for place, number in enumerate(self._rates)}, clock)
        if len(self._rates) == 1:  # nothing to compare it with
            self.busiest = self.most = tr("{number} so far in this minute", number=count_text(self._peak))
        self.setAccessibleName(
            tr(
                "Accepted in each of the last 30 minutes: {busiest}; now it goes at {rate} a minute",
                busiest=self.busiest,
                rate=count_text(rate),
            )
        )
        self.update()

    def _find_busiest(self, by_minute: Mapping[int, int], clock: Callable[[int], str]) -> None:
        """Name the minute that had most, the last of those that had as many."""
        at, self._peak = max(by_minute.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
        peak = count_text(self._peak)
        self.most = tr("busiest minute: {peak}", peak=peak) if self._peak else ""
        self.busiest = tr("{peak} in the busiest minute, {clock}", peak=peak, clock=clock(at)) if self._peak else ""

    def set_run(self, by_minute: Mapping[int, int], clock: Callable[[int], str]) -> None:
        """Show a run that rests: its last half hour, and the busiest of all its minutes.

        `by_minute` has what was accepted by the time (epoch ms) its minute begins; `clock` says a moment in words.
        """
        last = max(by_minute, default=0)
        first = last - (_MINUTES - 1) * MINUTE
        self._rates = tuple(by_minute.get(at, 0) for at in range(first, last + 1, MINUTE)) if by_minute else ()
        self._find_busiest(by_minute, clock)
        self._ends = (clock(first), clock(last + MINUTE)) if by_minute else ("", "")
        self.setAccessibleName(
            tr("Accepted in each minute until {end}: {busiest}", end=self._ends[1], busiest=self.busiest)
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Low and wide."""
        return QSize(280, round(_CHART_HEIGHT * theme().scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars above a hairline, the busiest minute at the top, the ends of the time axis below."""
        palette = theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(theme().pixels(tokens.Type.CAPTION))
        painter.setFont(font)
        text = painter.fontMetrics().height()
        floor = self.height() - text - Space.XS
        painter.setPen(QPen(QColor(palette.ink_2)))
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, self._ends[0])
        painter.drawText(self.rect(), end, self._ends[1])
        painter.drawText(
            self.rect(),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop,
            self.most,
        )
        self._paint_bars(painter, palette, QRectF(0, text + Space.XS, self.width(), floor - text - Space.XS))
        painter.fillRect(QRectF(0, floor, self.width(), 1), QColor(palette.line))
        painter.end()

    def _paint_bars(self, painter: QPainter, palette: tokens.Palette, area: QRectF) -> None:
        step = area.width() / _MINUTES
        painter.setPen(Qt.PenStyle.NoPen)
        for back, rate in enumerate(reversed(self._rates)):
            colour = palette.accent if back == 0 else palette.tint("accent", 0.55)
            height = max(2.0, area.height() * rate / self._peak) if rate else 0.0
            painter.setBrush(QColor(colour))
            bar = QRectF(area.right() - (back + 1) * step + 1, area.bottom() - height, step - 2, height)
            painter.drawRoundedRect(bar, 1.5, 1.5)
