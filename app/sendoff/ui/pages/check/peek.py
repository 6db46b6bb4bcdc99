"""One recipient's message in a small window of its own, closed by a click beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.core.message import Preview
from sendoff.core.wording import count_text
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.text import ElidedLabel, Text

_SIZE = (440, 320)


class Peek(QFrame):
    """Shows subject and text of a row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme().size(self, QWidget.setFixedSize, *_SIZE)
        self._to = ElidedLabel("", role="secondary", middle=True)
        self._subject = Text("", "strong", wrap=True)
        self._text = QPlainTextEdit(readOnly=True)
        self._text.setAccessibleName(tr("Message, as plain text"))
        self._text.document().setDocumentMargin(Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.S)
        for widget in (self._to, self._subject, self._text):
            column.addWidget(widget)

    def show_row(self, position: int, found: Preview | KnownError, beside: QWidget) -> None:
        """Show the row's message, or why there is none, below `beside`."""
        if isinstance(found, KnownError):
            self._to.setText(tr("No. {position}", position=count_text(position)))
            self._subject.setText(found.title)
            self._text.setPlainText(found.remedy)
        else:
            self._to.setText(tr("No. {position} · {to}", position=count_text(position), to=found.to))
            self._subject.setText(found.subject or tr("(no subject)"))
            self._text.setPlainText(found.text)
        window = beside.window()
        spot = beside.mapToGlobal(QPoint(0, beside.height() + Space.XS))
        low = window.mapToGlobal(QPoint(0, window.height())).y() - self.height() - Space.L
        self.move(spot.x(), min(spot.y(), low))
        self.show()
        self._text.setFocus()
