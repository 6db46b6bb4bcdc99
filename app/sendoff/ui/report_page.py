"""A campaign on one printed page: painted with the widgets' own charts, in whatever script its names are written."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextOption,
)

from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import State
from sendoff.core.doubts import FOUND
from sendoff.core.language import tr
from sendoff.core.provider_limits import date_text
from sendoff.core.report import Group, Sheet, accepted_text, apart, named_text
from sendoff.core.template_words import template_words
from sendoff.core.wording import count_text, duration_text, state_label
from sendoff.ui.local_time import local_zone
from sendoff.ui.tokens import LIGHT, Space, Type
from sendoff.ui.widgets.charts import heading_text, paint_donut, paint_timeline, share_text, timeline_end
from sendoff.ui.widgets.figures import FIGURES, addressed, figures

_DPI = 96
_MARGIN = 56.0
_DONUT = 150.0
_LABEL = 96.0
_ROW = 20.0
_LINE = 16.0
_FOOT = 3.5 * _LINE
_HEADING = 2
"""Lines that a heading of causes and the space about it take."""
_WIDEST_LEGEND = 260.0
_WIDEST_STATE = 200.0
_LEFT_OUT = (State.SKIPPED, State.SUPPRESSED)
"""Rows that nothing was meant to be sent to."""
_RAGGED = 0.25
"""The share of a line that a break between words may leave empty."""
_MOST_LINES = 2
"""Lines of a title, of a cause or of the last sentence."""


def render_report(sheet: Sheet, now: int) -> bytes:
    """The page as PDF, A4; `now` (epoch ms) is the moment it speaks of. May be called in any thread.

    Without a window a Qt application is made for the fonts; it needs no screen.
    """
    application = QGuiApplication.instance() or _application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    writer.setTitle(sheet.campaign.name)
    writer.setCreator("Sendoff")
    painter = QPainter(writer)
    _Page(painter, QRectF(0, 0, writer.width(), writer.height()), sheet, now).paint()
    painter.end()
    buffer.close()
    del application
    return bytes(buffer.data().data())


def _application() -> QGuiApplication:
    screenless = sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    return QGuiApplication(["sendoff", *(("-platform", "offscreen") if screenless else ())])


class _Page:
    """Paints from the top; `_top` is where the next thing stands."""

    def __init__(self, painter: QPainter, paper: QRectF, sheet: Sheet, now: int) -> None:
        self._painter = painter
        self._area = paper.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self._top = self._area.top()
        self._sheet = sheet
        self._now = now
        self._roomy = False
        self._columns = (0.0, 0.0)
        """Where the states and where the causes begin, from the left edge."""

    def paint(self) -> None:
        """Paint everything; causes there is no room for are summed in one line."""
        self._text(self._sheet.campaign.name or tr("Untitled campaign"), Type.TITLE + 4, bold=True, lines=_MOST_LINES)
        self._gap(Space.XS)
        self._text(self._standing(), Type.BODY, tone="ink_2", lines=_MOST_LINES)
        self._gap(Space.L)
        for label, value in self._facts():
            self._fact(label, value)
        self._gap(Space.L)
        self._charts()
        self._gap(Space.XL)
        self._causes()
        self._foot()

    # -- what is said

    def _clock(self, at: int) -> str:
        """A date that still says which day it was when the page is found in a drawer."""
        if not at:
            return ""
        when = datetime.fromtimestamp(at / 1000, local_zone(at))
        return f"{date_text(when.date())}, {when:%H:%M}"

    def _standing(self) -> str:
        counts = self._sheet.counts
        accepted = accepted_text(counts.get("accepted", 0), addressed(counts), self._sheet.marked)
        words = {
            CampaignState.DRAFT: tr("Not sent yet"),
            CampaignState.RUNNING: tr("Being sent"),
            CampaignState.PAUSED: tr("Paused"),
            CampaignState.STOPPED: tr("Stopped"),
            CampaignState.FINISHED: tr("Finished"),
        }
        return f"{words[self._sheet.campaign.state]}: {accepted}."

    def _facts(self) -> Sequence[tuple[str, str]]:
        campaign, sheet = self._sheet.campaign, self._sheet
        took = ""
        if campaign.started_at and campaign.finished_at:
            took = duration_text(max(1.0, (campaign.finished_at - campaign.started_at) / 1000)).removeprefix("about ")
        said = tr("up to {count} a minute", count=count_text(sheet.busiest)) if sheet.busiest else ""
        finished = self._clock(campaign.finished_at)
        every = (
            (tr("From"), campaign.sender),
            (tr("Subject"), template_words(campaign.content.subject, campaign.titles)),
            (tr("List"), campaign.list_name),
            (tr("Started"), self._clock(campaign.started_at)),
            (tr("Finished"), tr("{when}, took {long}", when=finished, long=took) if took else finished),
            (tr("Pace"), said),
        )
        return [(label, value) for label, value in every if value]

    # -- parts

    def _charts(self) -> None:
        painter, top = self._painter, self._top
        counts = apart(self._sheet.counts, self._sheet.marked)
        paint_donut(painter, QRectF(self._area.left(), top, _DONUT, _DONUT), counts, LIGHT)
        painter.setFont(_font(Type.TITLE, bold=True))
        painter.setPen(QColor(LIGHT.ink))
        middle = QRectF(self._area.left(), top, _DONUT, _DONUT)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, share_text(counts))
        left = self._area.left() + _DONUT + Space.XL
        line = top
        shown = [(figure, figures(counts)[figure.key]) for figure in FIGURES]
        legend = [
            (one.token, f"{count_text(number)} {tr(one.word)}") for one, number in shown if number or one is FIGURES[0]
        ]
        width = _widest([words for _token, words in legend], _WIDEST_LEGEND)
        for token, words in legend:
            self._swatch(left, line, token)
            self._words(words, QRectF(left + 18, line, width, _ROW), Type.BODY)
            line += _ROW
        left += 18 + width + Space.L
        right = QRectF(left, top, self._area.right() - left, _DONUT)
        bars = self._sheet.line
        paint_timeline(painter, right.adjusted(0, 22, 0, -22), bars, LIGHT)
        self._words(heading_text(bars), QRectF(right.left(), top, right.width(), 18), Type.CAPTION, tone="ink_2")
        if bars.bins:
            below = QRectF(right.left(), right.bottom() - 18, right.width(), 18)
            start, end = self._clock(bars.bins[0].at), self._clock(bars.end)
            metrics = QFontMetricsF(_font(Type.CAPTION))
            widths = metrics.horizontalAdvance(start), metrics.horizontalAdvance(end)
            self._words(start, below, Type.CAPTION, tone="ink_2")
            self._words(
                end, below.adjusted(timeline_end(right.width(), bars, widths), 0, 0, 0), Type.CAPTION, tone="ink_2"
            )
        self._top = max(top + _DONUT, line)

    def _causes(self) -> None:
        named = self._sheet.named or ((),) * len(self._sheet.groups)
        every = [*zip(self._sheet.groups, named, strict=True), *_settled(self._sheet)]
        first = _widest([count_text(one.count) for one, _named in every], _LABEL, bold=True) + Space.L
        states = [_state(one) for one, _named in every]
        self._columns = first, first + _widest(states, _WIDEST_STATE) + Space.L
        lines = (self._area.bottom() - _FOOT - self._top) // _ROW
        parts = [(title, groups) for title, groups in sections(every) if groups]
        self._roomy = sum(1 + self._lines(one) for one, _named in every) + _HEADING * len(parts) < lines
        for title, groups in parts:
            self._text(title, Type.EMPHASIS, bold=True)
            self._gap(Space.XS)
            self._groups(groups)
            self._gap(Space.L)

    def _groups(self, groups: Sequence[tuple[Group, Sequence[str]]]) -> None:
        """A line for each cause, and below it who they are, where every cause of the page has room for both."""
        room = int((self._area.bottom() - _FOOT - self._top) // _ROW) - 2
        shown = groups if len(groups) <= room else groups[: max(0, room - 1)]
        for one, named in shown:
            left, (second, third) = self._area.left(), self._columns
            self._words(count_text(one.count), QRectF(left, self._top, second, _ROW), Type.BODY, bold=True)
            state = QRectF(left + second, self._top, third - second - Space.L, _ROW)
            self._words(_state(one), state, Type.BODY, tone="ink_2")
            lines = self._lines(one) if self._roomy else 1
            self._paragraph(one.sentence, self._cause(lines), _font(Type.BODY), lines=lines)
            self._top += _ROW * lines
            if named and self._roomy:
                self._who(named, one.count)
        if rest := groups[len(shown) :]:
            number = sum(one.count for one, _named in rest)
            said = tr("{count} more by other causes.", count=count_text(number))
            self._text(said, Type.BODY, tone="ink_2")

    def _who(self, named: Sequence[str], count: int) -> None:
        """As many of them as one line takes whole."""
        box = self._cause()
        metrics = QFontMetricsF(_font(Type.CAPTION))
        number = len(named)
        while number > 1 and metrics.horizontalAdvance(named_text(named[:number], count)) > box.width():
            number -= 1
        self._words(named_text(named[:number], count), box, Type.CAPTION, tone="ink_2")
        self._top += _ROW

    def _foot(self) -> None:
        words = tr(
            "Accepted means that the server took the message and answers for it; whether it was read, nobody knows."
        )
        font = _font(Type.CAPTION)
        lines = _taken(words, font, self._area.width())
        foot = QRectF(self._area.left(), self._area.bottom() - _LINE, self._area.width(), _LINE)
        self._paragraph(words, foot.adjusted(0, -_LINE * lines, 0, -_LINE), font, tone="ink_2", lines=lines)
        stamp = tr("Sendoff, {when}.", when=self._clock(self._now))
        self._words(stamp, foot, Type.CAPTION, tone="ink_2")

    def _cause(self, lines: int = 1) -> QRectF:
        """Where a cause stands, as many lines high."""
        third = self._columns[1]
        return QRectF(self._area.left() + third, self._top, self._area.width() - third, _ROW * lines)

    def _lines(self, one: Group) -> int:
        return _taken(one.sentence, _font(Type.BODY), self._area.width() - self._columns[1])

    # -- strokes

    def _gap(self, height: float) -> None:
        self._top += height

    def _fact(self, label: str, value: str) -> None:
        left, width = self._area.left(), self._area.width()
        self._words(label, QRectF(left, self._top, _LABEL, _ROW), Type.BODY, tone="ink_2")
        self._words(value, QRectF(left + _LABEL, self._top, width - _LABEL, _ROW), Type.BODY)
        self._top += _ROW

    def _swatch(self, left: float, top: float, token: str) -> None:
        painter = self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.colour(token)))
        painter.drawEllipse(QPointF(left + 5, top + _ROW / 2), 4.5, 4.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _text(self, words: str, size: int, *, bold: bool = False, tone: str = "ink", lines: int = 1) -> None:
        """A paragraph of at most `lines` lines, cut at the end."""
        font = _font(size, bold=bold)
        height = QFontMetricsF(font).lineSpacing() * min(lines, _taken(words, font, self._area.width()))
        box = QRectF(self._area.left(), self._top, self._area.width(), height + 2)
        self._paragraph(words, box, font, tone=tone, lines=lines)
        self._top += height

    def _paragraph(self, words: str, box: QRectF, font: QFont, *, tone: str = "ink", lines: int = 1) -> None:
        """At most `lines` lines in a box, cut at the end, level with what `_words` writes beside them."""
        metrics = QFontMetricsF(font)
        room = box.width() * (lines - _RAGGED if lines > 1 else 1)
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        option = QTextOption(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._painter.setFont(font)
        self._painter.setPen(QColor(LIGHT.colour(tone)))
        self._painter.drawText(box, cut, option)

    def _words(
        self,
        words: str,
        box: QRectF,
        size: int,
        *,
        bold: bool = False,
        tone: str = "ink",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """One line in a box, cut at its end; what is written from right to left still stands at the left."""
        font = _font(size, bold=bold)
        cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        option = QTextOption(align | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self._painter.setFont(font)
        self._painter.setPen(QColor(LIGHT.colour(tone)))
        self._painter.drawText(box, cut, option)


def sections(every: Sequence[tuple[Group, Sequence[str]]]) -> list[tuple[str, list[tuple[Group, Sequence[str]]]]]:
    """The causes with their names, below what they come to: nobody is missing for a row that was left out."""
    doubts = [one for one in every if one[0].state is State.IN_DOUBT]
    settled = [one for one in every if one[0].state is State.ACCEPTED]
    left_out = [one for one in every if one[0].state in _LEFT_OUT]
    rest = [one for one in every if one not in (*doubts, *settled, *left_out)]
    return [
        (tr("In doubt: may have arrived, so not sent again"), doubts),
        (tr("Not accepted"), rest),
        (tr("Marked as sent"), settled),
        (tr("Rows of the list that were left out"), left_out),
    ]


def _settled(sheet: Sheet) -> list[tuple[Group, Sequence[str]]]:
    """Whom a person marked as sent, as a cause of its own."""
    if not sheet.marked:
        return []
    said = tr("By a person, not by the server.")
    group = Group(state=State.ACCEPTED, reason=FOUND, count=sheet.marked, text="", sentence=said)
    return [(group, sheet.settled)]


def _state(one: Group) -> str:
    """The state of a cause in a word; whoever is marked as sent stands below a title that says so."""
    return "" if one.state is State.ACCEPTED else state_label(one.state)


def _widest(every: Sequence[str], most: float, *, bold: bool = False) -> float:
    """The width of the longest of some words, `most` pixels at most."""
    metrics = QFontMetricsF(_font(Type.BODY, bold=bold))
    return min(most, max((math.ceil(metrics.horizontalAdvance(one)) for one in every), default=0))


def _taken(words: str, font: QFont, width: float) -> int:
    """How many lines words take in a width, two at most."""
    return 1 if QFontMetricsF(font).horizontalAdvance(words) <= width else _MOST_LINES


def _font(size: int, *, bold: bool = False) -> QFont:
    font = QFont(QGuiApplication.font())
    font.clearFeatures()  # a reader of the file can neither find nor copy figures that a feature has replaced
    font.setFeature(QFont.Tag("calt"), 0)  # which gives the colon of a time another shape
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
