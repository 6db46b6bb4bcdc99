"""Sendoff's line icons: SVG files drawn in `currentColor`, rendered in any colour at any pixel ratio."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sendoff.ui import tokens

_RATIOS = (1.0, 2.0)


class Icons:
    """The icons of one folder, by name. A name without a file raises FileNotFoundError: it is a bug, not a state."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._source = lru_cache(maxsize=None)(self._read)
        self._rendered = lru_cache(maxsize=512)(self._render)

    def names(self) -> tuple[str, ...]:
        """Every icon there is."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.svg")))

    def svg(self, name: str, colour: str) -> str:
        """The icon's SVG text in `colour`, for the style sheet's files."""
        return self._source(name).replace("currentColor", colour)

    def pixmap(self, name: str, colour: str, size: int = tokens.ICON, ratio: float = 1.0) -> QPixmap:
        """The icon at `size` logical pixels for a screen of `ratio`."""
        return self._rendered(name, colour, size, ratio)

    def icon(
        self, name: str, colour: str, *, disabled: str | None = None, size: int = tokens.ICON, gap: int = 0
    ) -> QIcon:
        """The icon for buttons and actions, crisp on plain and doubled screens.

        A `gap` in pixels is added on the side of the word, where Qt leaves too little between the two.
        """
        icon = QIcon()
        for ratio in _RATIOS:
            plain = _widened(self.pixmap(name, colour, size, ratio), gap)
            icon.addPixmap(plain)
            icon.addPixmap(plain, QIcon.Mode.Selected)
            icon.addPixmap(_widened(self.pixmap(name, disabled or colour, size, ratio), gap), QIcon.Mode.Disabled)
        return icon

    def _read(self, name: str) -> str:
        return (self._folder / f"{name}.svg").read_text(encoding="utf-8")

    def _render(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        drawing = QSvgRenderer(QByteArray(self.svg(name, colour).encode()))
        pixels = round(size * ratio)
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


def _widened(pixmap: QPixmap, gap: int) -> QPixmap:
    """The same, with `gap` pixels of nothing at the end: the right one, where people read from the left."""
    if not gap:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wide = QPixmap(pixmap.width() + round(gap * ratio), pixmap.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    from_right = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    painter.drawPixmap(gap if from_right else 0, 0, pixmap)
    painter.end()
    return wide
