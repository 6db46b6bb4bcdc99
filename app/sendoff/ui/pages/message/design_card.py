"""A layout as a picture to press: what it looks like, its name, and what it is for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionToolButton, QToolButton, QVBoxLayout

from sendoff.core.design import Design
from sendoff.ui import tokens
from sendoff.ui.pages.message.design_thumbnail import thumbnail
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.text import Caption, Text

_SHAPE = 0.72
"""A picture's height, of its width."""
_PAGE, _CROSS = 0.62, 14
"""Of an empty page's sketch: the width of the sheet, of the picture's; pixels of half a plus."""


class LayoutCard(QToolButton):
    """One layout; its words are labels, so that they wrap and grow with the system's letters."""

    def __init__(self, name: str, description: str) -> None:
        super().__init__()
        self.setProperty("role", "layout")
        self.setText(name)
        self.setAccessibleName(f"{name}. {description}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._design: Design | None = None
        self._pictures: Mapping[str, bytes] = {}
        self._picture, self._about = QLabel(), Caption(description)
        column = QVBoxLayout(self)
        column.setContentsMargins(*4 * (Space.S,))
        column.setSpacing(2)
        column.addWidget(self._picture)
        column.addSpacing(Space.XS)
        column.addWidget(Text(name, "strong"))
        column.addWidget(self._about)
        column.addStretch(1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_design(self, design: Design | None, pictures: Mapping[str, bytes]) -> None:
        """Picture this design with the message's own pictures, by `cid`; or an empty page."""
        self._design, self._pictures = design, pictures
        self._paint_picture()

    def fit(self, width: int) -> int:
        """Become so wide; returns the height that takes."""
        column = self.layout()
        inner = width - 2 * Space.S
        size = QSize(inner, round(inner * _SHAPE))
        if self._picture.size() != size or self._picture.pixmap().isNull():
            self._picture.setFixedSize(size)
            self._paint_picture()
        return max(column.heightForWidth(width), column.minimumSize().height()) if column is not None else 0

    def sizeHint(self) -> QSize:
        """What the picture and the words take."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and the frame; the words are labels of their own."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option, painter, self)
        painter.end()

    def _paint_picture(self) -> None:
        size = self._picture.size()
        if self._picture.minimumSize() == size:  # it was fitted already
            ratio = max(2.0, self.devicePixelRatioF())
            design, pictures = self._design, self._pictures
            self._picture.setPixmap(
                thumbnail(design, size, ratio, pictures) if design is not None else _empty_page(size, ratio)
            )


def _empty_page(size: QSize, ratio: float) -> QPixmap:
    """A sheet with nothing on it but the sign that something can be added."""
    pixmap = thumbnail(Design(), size, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width, height = round(size.width() * _PAGE), round(size.height() * 0.8)
    sheet = QRect((size.width() - width) // 2, (size.height() - height) // 2, width, height)
    painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(Design().settings.background))
    painter.setBrush(QColor(Design().settings.surface))
    painter.setPen(QPen(QColor(tokens.LIGHT.ink_2), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(QRectF(sheet).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QPen(QColor(tokens.LIGHT.accent), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    middle = sheet.center()
    painter.drawLine(middle.x() - _CROSS, middle.y(), middle.x() + _CROSS, middle.y())
    painter.drawLine(middle.x(), middle.y() - _CROSS, middle.x(), middle.y() + _CROSS)
    painter.end()
    return pixmap
