"""Text on a page: headings, captions, labels that elide, and glyphs that stand beside them."""

from __future__ import annotations

from html import escape
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from sendoff.ui import tokens
from sendoff.ui.theme import monospace, restyle, theme

Role = Literal["title", "emphasis", "strong", "figure", "label", "secondary", "caption", "problem", "code"]


class Text(QLabel):
    """A label in one of the type scale's roles; selectable where a person may want to copy it."""

    def __init__(
        self, text: str = "", role: Role | None = None, *, wrap: bool = False, selectable: bool = False
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if role == "code":
            self.setFont(monospace())
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def set_role(self, role: Role) -> None:
        """Change the role in place."""
        self.setProperty("role", role)
        restyle(self)


class Heading(Text):
    """A page's title."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, "title")


class Caption(Text):
    """Small secondary text that wraps."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, "caption", wrap=True)


class ElidedLabel(QLabel):
    """One line that never asks for more room than there is: addresses elide in the middle, sentences at the end."""

    def __init__(self, text: str = "", *, middle: bool = False, role: Role | None = None) -> None:
        super().__init__()
        self._whole = text
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; the whole of it stays in the tool tip (where it does not fit) and for screen readers."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def whole(self) -> str:
        """The text before eliding."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Elide anew in other letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._mode, max(self.contentsRect().width(), 0))
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def mirrored(widget: QWidget, area: QRect) -> QRect:
    """A painted widget's part, meant from left to right, where it stands in the direction people read."""
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), area)


class Glyph(QWidget):
    """An icon that is not a button, in a token's colour. It says nothing: the word beside it does."""

    def __init__(self, name: str, tone: str = "ink", size: int = tokens.ICON) -> None:
        super().__init__()
        self._name, self._tone, self._size = name, tone, size
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_glyph(self, name: str, tone: str) -> None:
        """Change the icon and its colour."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        pixmap = theme().glyph(self._name, self._tone, self._size, self.devicePixelRatioF())
        painter.drawPixmap(QRect(0, 0, self._size, self._size), pixmap)
        painter.end()


def tip(text: str) -> str:
    """A text as a tool tip: its lines break where they are long, and nothing in it is taken for a tag."""
    return f"<p>{escape(text)}</p>".replace("\n", "<br>") if text else ""
