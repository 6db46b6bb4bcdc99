"""Tags of the template inside rich text: one character each, painted as a chip, so that none is ever half deleted."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from sendoff.core.titles import Titles
from sendoff.ui import tokens
from sendoff.ui.pages.message.merge import chip_words, field_name
from sendoff.ui.theme import theme

CHIP = QTextFormat.ObjectTypes.UserObject + 1
TAG = QTextFormat.Property.UserProperty + 1
OBJECT = "\ufffc"
_PAD = 6.0
_SELECTED = 0x822
"""The property that Qt gives an object within a selection, ObjectSelectionBrush, which PySide does not name."""


def chip_format(tag: str, around: QTextCharFormat | None = None) -> QTextCharFormat:
    """The format of a tag's character, with the style of the text around it."""
    look = QTextCharFormat(around) if around is not None else QTextCharFormat()
    look.setObjectType(CHIP)
    look.setProperty(TAG, tag)
    look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBottom)
    look.setToolTip(tag)
    return look


def tag_of(look: QTextCharFormat) -> str:
    """The tag a format carries; empty for text."""
    return str(look.property(TAG) or "") if look.objectType() == CHIP else ""


class ChipPainter(QPyTextObject):
    """Paints the chips of one document."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self.known: Collection[str] | None = None
        """The names the list has; None marks nothing as unknown."""
        self._titles = Titles()
        document.documentLayout().registerHandler(CHIP, self)

    def show_titles(self, titles: Titles) -> None:
        """What the fields are called; the chips get the room that takes."""
        if titles != self._titles:
            self._titles = titles
            self._document.markContentsDirty(0, self._document.characterCount())

    def intrinsicSize(self, _document: QTextDocument, _position: int, look: QTextFormat) -> QSizeF:
        """Room for the words."""
        metrics = QFontMetricsF(_font(look.toCharFormat()))
        words = chip_words(tag_of(look.toCharFormat()), self._titles)
        return QSizeF(metrics.horizontalAdvance(words) + 2 * _PAD + 2, metrics.height() + 2)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _document: QTextDocument, _position: int, look: QTextFormat
    ) -> None:
        """Paint one: fields in the accent's colour, statements in their own, unknown ones as wrong."""
        tag = tag_of(look.toCharFormat())
        name = field_name(tag)
        unknown = bool(self.known is not None and name and name not in self.known)
        token = "bad" if unknown else "accent" if tag.startswith("{{") else "doubt"
        palette = theme().palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = look.hasProperty(_SELECTED)
        words, ground = _under_selection() if chosen else (palette.colour(token), palette.tint(token, 0.12))
        painter.setPen(QPen(QColor(ground if chosen else palette.tint(token, 0.35)), 1))
        painter.setBrush(QColor(ground))
        box = QRectF(rect).adjusted(1, 0.5, -1, -0.5)
        painter.drawRoundedRect(box, tokens.RADIUS_FIELD - 1, tokens.RADIUS_FIELD - 1)
        painter.setPen(QColor(words))
        font = _font(look.toCharFormat())
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, chip_words(tag, self._titles))
        if unknown:
            painter.setPen(QPen(QColor(words), 1, Qt.PenStyle.DotLine))
            base = box.center().y() + QFontMetricsF(font).ascent() / 2 + 2
            painter.drawLine(QPointF(box.left() + _PAD, base), QPointF(box.right() - _PAD, base))
        painter.restore()


def _font(look: QTextCharFormat) -> QFont:
    font = QFont(look.font())
    least, most = theme().pixels(tokens.Type.CAPTION), theme().pixels(tokens.Type.EMPHASIS)
    font.setPixelSize(min(max(least, font.pixelSize() - 1), most))
    font.setWeight(QFont.Weight.Medium)
    font.setItalic(False)
    font.setUnderline(False)
    return font


def _under_selection() -> tuple[str, str]:
    """Words and ground of a chip that is selected: Qt lays half of the selection's colour over what is painted."""
    white, black = tokens.LIGHT.surface, tokens.BLACK
    return (black, white) if theme().dark else (white, black)
