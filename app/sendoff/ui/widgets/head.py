"""The row at the top of a page: as high on every one of them, so that all titles stand on one line."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sendoff.ui import tokens
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.text import Heading


class Head(QWidget):
    """A page's title, and at the row's end what belongs to the whole page; `before` stands in front of the title."""

    def __init__(self, title: str | QWidget, *beside: QWidget, before: QWidget | None = None) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().size(self, QWidget.setMinimumHeight, tokens.HEAD_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        if before is not None:
            row.addWidget(before)
        row.addWidget(Heading(title) if isinstance(title, str) else title, 1)
        for widget in beside:
            row.addWidget(widget)
