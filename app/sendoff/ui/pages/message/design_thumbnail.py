"""A small picture of a design, painted: enough to know a layout by."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatchmethod
from types import MappingProxyType

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from sendoff.core.design import (
    Block,
    Button,
    Columns,
    Design,
    Divider,
    Footer,
    Heading,
    Image,
    Settings,
    Social,
    Spacer,
    Text,
)
from sendoff.ui import tokens
from sendoff.ui.pages.message.design_words import plain_words

_SIDE, _GAP = 32, 16
"""Pixels of the message beside a block and below it."""
_LEVELS = {1: 1.9, 2: 1.375, 3: 1.0625}
_SERIFS = frozenset({"georgia"})
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def thumbnail(
    design: Design, size: QSize, ratio: float = 2.0, pictures: Mapping[str, bytes] = MappingProxyType({})
) -> QPixmap:
    """Paint the top of a design into a picture of `size` (logical pixels) for a screen of `ratio`.

    `pictures` are the message's own, by `cid`; others are grounds of the accent's colour.
    """
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(design.settings.background))
    painter = QPainter(pixmap)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scale = size.width() / (design.settings.width + 2 * _SIDE)
    painter.scale(scale, scale)
    _Painting(painter, design.settings, size.height() / scale, pictures).page(design)
    painter.end()
    return pixmap


class _Painting:
    """Paints from the top down until there is no more room."""

    def __init__(self, painter: QPainter, settings: Settings, height: float, pictures: Mapping[str, bytes]) -> None:
        self._p, self._s = painter, settings
        self._height, self._pictures = height, pictures

    def page(self, design: Design) -> None:
        self._p.fillRect(QRectF(_SIDE, _SIDE, self._s.width, self._height), QColor(self._s.surface))
        top = 2.0 * _SIDE
        for block in design.blocks:
            if top > self._height:
                break
            if isinstance(block, Footer):
                self._p.fillRect(QRectF(_SIDE, top, self._s.width, self._height), QColor(self._s.background))
                top += _GAP
            top += self._paint(block, QRectF(2 * _SIDE, top, self._s.width - 2 * _SIDE, 0))

    @singledispatchmethod
    def _paint(self, block: Block, _room: QRectF) -> float:
        """Paint a block at the top of its room; returns the height it takes."""
        raise TypeError(type(block).__name__)

    @_paint.register
    def _(self, block: Heading, room: QRectF) -> float:
        size = self._s.size * _LEVELS[block.level]
        font = self._font(size, self._s.heading_font or self._s.font, bold=True)
        return self._words(block.text, room, font, block.color or self._s.ink, block.align) + _GAP / 2

    @_paint.register
    def _(self, block: Text, room: QRectF) -> float:
        font = self._font(block.size or self._s.size, self._s.font)
        return self._words(block.text, room, font, block.color or self._s.ink, block.align) + _GAP

    @_paint.register
    def _(self, block: Image, room: QRectF) -> float:
        if not block.source:
            return 0
        own = QPixmap()
        own.loadFromData(self._pictures.get(block.source.removeprefix("cid:"), b""))
        if own.isNull():
            area = QRectF(room.left(), room.top(), room.width(), room.width() * 0.45)
            self._p.fillRect(area, QColor(tokens.mix(self._s.accent, self._s.surface, 0.2)))
        else:
            width = min(room.width(), block.width or room.width())
            spare = {"left": 0.0, "center": (room.width() - width) / 2, "right": room.width() - width}[block.align]
            area = QRectF(room.left() + spare, room.top(), width, width * own.height() / own.width())
            self._p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._p.drawPixmap(area, own, QRectF(own.rect()))
        return area.height() + _GAP

    @_paint.register
    def _(self, block: Button, room: QRectF) -> float:
        font = self._font(self._s.size, self._s.font, bold=True)
        words = plain_words(block.text)
        width = min(room.width(), QFontMetricsF(font).horizontalAdvance(words) + 52)
        spare = {"left": 0.0, "center": (room.width() - width) / 2, "right": room.width() - width}[block.align]
        area = QRectF(room.left() + spare, room.top() + 8, width, self._s.size + 30)
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(QColor(block.color or self._s.accent))
        self._p.drawRoundedRect(area, self._s.radius, self._s.radius)
        self._p.setPen(QColor(block.text_color or self._s.on_accent))
        self._p.setFont(font)
        self._p.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
        return area.height() + 32

    @_paint.register
    def _(self, block: Divider, room: QRectF) -> float:
        self._p.fillRect(QRectF(room.left(), room.top() + 8, room.width(), 2), QColor(block.color or tokens.LIGHT.line))
        return 2 * _GAP

    @_paint.register
    def _(self, block: Spacer, _room: QRectF) -> float:
        return float(block.height)

    @_paint.register
    def _(self, block: Social, room: QRectF) -> float:
        words = " · ".join(one.name for one in block.profiles)
        return self._words(words, room, self._font(14, self._s.font, bold=True), self._s.accent, block.align) + _GAP

    @_paint.register
    def _(self, block: Footer, room: QRectF) -> float:
        text = f"{block.text}\n{block.link_text}"
        return self._words(text, room, self._font(13, self._s.font), block.color or self._s.muted, block.align)

    @_paint.register
    def _(self, block: Columns, room: QRectF) -> float:
        width = room.width() / max(1, len(block.columns))
        height = max((self._stack(stack, room, width, at) for at, stack in enumerate(block.columns)), default=0.0)
        if block.background:
            above = block.padding
            whole = QRectF(_SIDE, room.top(), self._s.width, height + 2 * above)
            self._p.fillRect(whole, QColor(block.background))
            shifted = room.translated(0, above)
            for at, stack in enumerate(block.columns):
                self._stack(stack, shifted, width, at)
            return whole.height() + _GAP
        return height

    def _stack(self, stack: tuple[Block, ...], room: QRectF, width: float, at: int) -> float:
        top = room.top()
        for piece in stack:
            top += self._paint(piece, QRectF(room.left() + at * width + 8, top, width - 16, 0))
        return top - room.top()

    def _words(self, text: str, room: QRectF, font: QFont, color: str, align: str) -> float:
        flags = Qt.TextFlag.TextWordWrap | _ALIGN[align]
        words = plain_words(text)
        needed = QFontMetricsF(font).boundingRect(QRectF(0, 0, room.width(), 10_000), int(flags), words)
        self._p.setFont(font)
        self._p.setPen(QColor(color))
        self._p.drawText(QRectF(room.left(), room.top(), room.width(), needed.height()), int(flags), words)
        return float(needed.height())

    def _font(self, pixels: float, family: str, *, bold: bool = False) -> QFont:
        font = QFont()
        if family in _SERIFS:
            font.setFamilies(["Georgia", "DejaVu Serif", "serif"])
            font.setStyleHint(QFont.StyleHint.Serif)
        font.setPixelSize(max(1, round(pixels)))
        font.setBold(bold)
        return font
