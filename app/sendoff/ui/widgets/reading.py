"""A page of plain text in fixed-width letters, to be read, followed and copied."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space, Type

_MOST = 5_000
"""Lines that are kept."""


class Reading(QPlainTextEdit):
    """Read only; whoever has scrolled up is left there while lines are added below."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setMaximumBlockCount(_MOST)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme().pixels(Type.CAPTION))
        self.setFont(font)
        self.document().setDocumentMargin(Space.S)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)

    def show_text(self, text: str, *, end: bool = False) -> None:
        """Show another text, from its start or its end."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End if end else QTextCursor.MoveOperation.Start)
        self.horizontalScrollBar().setValue(0)

    def add(self, text: str) -> None:
        """Add lines at the end."""
        bar = self.verticalScrollBar()
        below = bar.value() >= bar.maximum()
        self.appendPlainText(text)
        if below:
            bar.setValue(bar.maximum())
