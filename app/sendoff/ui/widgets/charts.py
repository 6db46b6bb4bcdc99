"""The donut and the timeline of the results: painted from figures, for the window and for the printed report."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sendoff.core.delivery import State
from sendoff.core.language import digits, phrase, tr
from sendoff.core.report import MARKED
from sendoff.core.tempo import Timeline
from sendoff.core.wording import count_text
from sendoff.ui import tokens
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Palette, Space, Type
from sendoff.ui.widgets.figures import FIGURES, figures

_RING = 0.14
"""The ring's breadth as a share of its diameter."""
_LEAST_DEGREES = 2.5
"""The smallest arc: one failure in ten thousand is still seen."""
_GAP_DEGREES = 1.2
_FEWEST = 30
"""Stretches that a timeline has room for at least; fewer leave the rest of it empty."""
_LAYERS = ((State.ACCEPTED, "ok"), (State.DEFERRED, "wait"), (State.FAILED, "bad"), (State.IN_DOUBT, "doubt"))
_TOKENS = {
    **{figure.key: figure.token for figure in FIGURES},
    "waiting": "line",
    "cancelled": "handle",
    MARKED: "ok_soft",
}


def arcs(counts: Mapping[str, int]) -> list[tuple[str, float]]:
    """The donut's arcs, clockwise from the top: figure and degrees; together 360, none too thin to be seen."""
    shown = [(key, number) for key, number in figures(counts).items() if number and key != "skipped"]
    total = sum(number for _key, number in shown)
    if not total:
        return []
    degrees = [max(_LEAST_DEGREES, 360 * number / total) for _key, number in shown]
    widest = degrees.index(max(degrees))
    degrees[widest] -= sum(degrees) - 360
    return [(key, angle) for (key, _number), angle in zip(shown, degrees, strict=True)]


def paint_donut(painter: QPainter, area: QRectF, counts: Mapping[str, int], palette: Palette) -> None:
    """Paint the ring into the square of `area`; what stands in its middle is the caller's."""
    breadth = area.width() * _RING
    ring = area.adjusted(breadth / 2, breadth / 2, -breadth / 2, -breadth / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pieces = arcs(counts)
    gap = _GAP_DEGREES if len(pieces) > 1 else 0.0
    values = tokens.sheet_values(palette)
    start = 90.0
    for key, degrees in pieces or [("waiting", 360.0)]:
        painter.setPen(QPen(QColor(values[_TOKENS[key]]), breadth, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, round(16 * start), round(-16 * (degrees - gap)))
        start -= degrees


def paint_timeline(painter: QPainter, area: QRectF, line: Timeline, palette: Palette) -> None:
    """Paint a bar a stretch, its outcomes one above the other, on a hairline at the foot of `area`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    step = _step(area.width(), line)
    length = step * len(line.bins) or area.width()
    painter.fillRect(QRectF(area.left(), area.bottom(), length, 1), QColor(palette.line))
    gap = min(2.0, step / 4)
    for place, one in enumerate(line.bins):
        floor = area.bottom()
        for state, token in _LAYERS:
            number = one.counts.get(state, 0)
            if not number:
                continue  # on paper a bar without height would be a hairline in its colour
            height = max(1.5, area.height() * number / line.peak)
            floor -= height
            bar = QRectF(area.left() + place * step, floor, max(1.0, step - gap), height)
            painter.fillRect(bar, QColor(palette.colour(token)))


def timeline_end(width: float, line: Timeline, words: tuple[float, float]) -> float:
    """Where the words for the end of the time begin, so that they end below the last bar.

    `words` are the widths of what is said of the start and of the end; the two never touch.
    """
    start, end = words
    return max(_step(width, line) * len(line.bins) - end, start + Space.M)


def _step(width: float, line: Timeline) -> float:
    """How much of the width a stretch has; few of them do not grow fat."""
    return width / max(_FEWEST, len(line.bins))


class Donut(QWidget):
    """Everybody who is written to as one ring, the share of the accepted in its middle."""

    def __init__(self, diameter: int = 132) -> None:
        super().__init__()
        self._counts: dict[str, int] = {}
        theme().size(self, QWidget.setFixedSize, diameter, diameter)
        self.set_counts({})

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show the counts, keyed by counted state."""
        self._counts = dict(counts)
        shown = [(tr(figure.word), figures(counts)[figure.key]) for figure in FIGURES]
        words = ", ".join(f"{count_text(number)} {word}" for word, number in shown if number)
        self.setAccessibleName(tr("Outcomes: {words}", words=words or tr("nothing yet")))
        self.setToolTip(words)
        self.update()

    def share(self) -> str:
        """The share of the accepted among those who are written to; 100 % only where it is everybody."""
        return share_text(self._counts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring and what stands in it."""
        palette = theme().palette
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_donut(painter, area, self._counts, palette)
        font = QFont(self.font())
        font.setPixelSize(theme().pixels(Type.TITLE))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(palette.ink))
        middle = self.height() // 2
        painter.drawText(
            0, 0, self.width(), middle + 5, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self.share()
        )
        font.setPixelSize(theme().pixels(Type.CAPTION))
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(palette.ink_2))
        painter.drawText(0, middle + 6, self.width(), 18, Qt.AlignmentFlag.AlignHCenter, tr("accepted"))
        painter.end()


def share_text(counts: Mapping[str, int]) -> str:
    """The accepted among those who are written to, in percent: `62 %`, `99.9 %`; all or none only where it is so."""
    shown = figures({**counts, "skipped": 0, "suppressed": 0})
    total, accepted = sum(shown.values()), shown["accepted"]
    if not total:
        return "–"
    if 0 < 100 * accepted < total:
        return "<1 %"
    if total > accepted >= 0.99 * total:  # near the whole a tenth matters
        return digits(f"{1000 * accepted // total / 10} %")
    return f"{(200 * accepted + total) // (2 * total)} %"


class TimelineChart(QWidget):
    """What happened when, one bar a stretch; `clock` says a moment in words."""

    def __init__(self, clock: Callable[[int], str]) -> None:
        super().__init__()
        self._clock = clock
        self._line = Timeline()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_line(Timeline())

    def show_line(self, line: Timeline) -> None:
        """Show a timeline."""
        self._line = line
        if line.bins:
            name = tr(
                "Timeline from {clock} to {clock_2}, at most {peak_text}",
                clock=self._clock(line.bins[0].at),
                clock_2=self._clock(line.end),
                peak_text=peak_text(line),
            )
        else:
            name = tr("Timeline: nothing was sent yet")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(320, 132)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars, the peak's figure above and the ends of the time below."""
        palette = theme().palette
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(theme().pixels(Type.CAPTION))
        painter.setFont(font)
        text = painter.fontMetrics().height()
        area = QRectF(0, text + Space.XS, self.width(), self.height() - 2 * (text + Space.XS))
        paint_timeline(painter, area, self._line, palette)
        painter.setPen(QColor(palette.ink_2))
        painter.drawText(QPointF(0, painter.fontMetrics().ascent()), heading_text(self._line))
        if self._line.bins:
            start, end = self._clock(self._line.bins[0].at), self._clock(self._line.end)
            metrics = painter.fontMetrics()
            widths = metrics.horizontalAdvance(start), metrics.horizontalAdvance(end)
            foot = self.height() - metrics.descent()
            painter.drawText(QPointF(0, foot), start)
            painter.drawText(QPointF(timeline_end(self.width(), self._line, widths), foot), end)
        painter.end()


def peak_text(line: Timeline) -> str:
    """The tallest bar in words: `1,204 in a minute`."""
    return tr("{peak} in {stretch}", peak=count_text(line.peak), stretch=_stretch(line.width))


def heading_text(line: Timeline) -> str:
    """What the bars are: `Each bar is 5 minutes, the tallest 1,204`."""
    return (
        tr("Each bar is {stretch}, the tallest {peak}", stretch=_stretch(line.width), peak=count_text(line.peak))
        if line.bins
        else ""
    )


_STRETCHES = (
    (1440, phrase("a day"), phrase("{number} days")),
    (60, phrase("an hour"), phrase("{number} hours")),
    (1, phrase("a minute"), phrase("{number} minutes")),
)
"""How long a bar may be: minutes, and the words for one and for many of them."""


def _stretch(width: int) -> str:
    minutes = width // 60_000
    for size, one, many in _STRETCHES:
        if minutes % size == 0:
            return tr(one) if minutes == size else tr(many, number=minutes // size)
    raise AssertionError("a stretch is made of whole minutes")
