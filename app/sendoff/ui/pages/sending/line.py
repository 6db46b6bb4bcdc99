"""One line of the summary: what was looked at before the start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.text import Glyph, Text


class Line(QWidget):
    """A glyph and a sentence: what was looked at before the start, and how it stands."""

    def __init__(self) -> None:
        super().__init__()
        self._glyph = Glyph("waiting", "ink_2", 16)
        self.words = Text("", wrap=True)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def add_action(self, words: str, run: Callable[[], object]) -> Button:
        """Put a quiet button after the sentence."""
        button = Button(words, "quiet", run=run)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.setAlignment(self._glyph, Qt.AlignmentFlag.AlignVCenter)
        return button

    def say(self, glyph: str, token: str, words: str) -> None:
        """Show how it stands."""
        self._glyph.show_glyph(glyph, token)
        self.words.setText(words)
