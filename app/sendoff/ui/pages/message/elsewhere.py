"""Says, where a way to write is still empty, that the message is there in another way, and leads back to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sendoff.core.language import tr
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.text import Text


class Elsewhere(QWidget):
    """`way_wanted` gives the way (`WAYS`) in which something is written."""

    way_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._way = ""
        self.words = Text("", "secondary", wrap=True)
        self.back = Button("", run=lambda: self.way_wanted.emit(self._way))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.words, 1)
        row.addWidget(self.back)
        self.hide()

    def say(self, way: str, name: str) -> None:
        """Name the way that has the message; an empty one says nothing."""
        self._way = way
        self.words.setText(tr("Nothing is written here yet; your message is kept under “{name}”.", name=name))
        words = tr("Back to “{name}”", name=name)
        self.back.setText(words)
        self.back.setAccessibleName(words)
        self.setVisible(bool(way))
