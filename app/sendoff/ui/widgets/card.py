"""Grounds for content: a card on the canvas, a sunken well, a hairline between rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sendoff.ui.tokens import Space
from sendoff.ui.widgets.scrolled import Scrolled
from sendoff.ui.widgets.text import Text


class Card(QFrame):
    """A surface with a hairline; add rows to `column`."""

    def __init__(self, title: str = "", *, margin: int = Space.L) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(Space.M)
        if title:
            self.setAccessibleName(title)
            self.column.addWidget(Text(title, "emphasis"))


class Hairline(QFrame):
    """One pixel between two things."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "hairline")


class Page(QWidget):
    """A page's ground and margins; add to `column`. Its content may be taller than the window if `scrolls`."""

    def __init__(self, *, scrolls: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        if not scrolls:
            self.column = _page_column(self)
            return
        inner = QWidget()
        self.column = _page_column(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolled(inner, sideways=True))


def _page_column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.XL)
    column.setSpacing(Space.L)
    return column
