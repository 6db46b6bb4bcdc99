"""The message as one recipient will see it, beside the editor; any row can be chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from sendoff.core.message import Preview
from sendoff.core.wording import count_text
from sendoff.ui.pages.message.browser import MailBrowser
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import IconButton, Segments
from sendoff.ui.widgets.field import NumberEdit
from sendoff.ui.widgets.text import Caption, ElidedLabel, Text

_HTML, _PLAIN = "html", "plain"
_STALE = "Not up to date: the text beside it cannot be filled in."


class PreviewPane(QWidget):
    """`row_chosen` gives the row to show, `empty_wanted` asks for the next row with an empty field."""

    row_chosen = Signal(int)
    empty_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Preview")
        self._has_html = True
        self._wanted = _HTML
        self._subject = ElidedLabel("", role="strong")
        self._to = ElidedLabel("", middle=True)
        self._html = MailBrowser("Message, as HTML")
        self._plain = QPlainTextEdit(readOnly=True)
        self._plain.setAccessibleName("Message, as plain text")
        self._plain.document().setDocumentMargin(Space.L)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._html)
        self._stack.addWidget(self._plain)
        self._note = Caption("")
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._head())
        column.addLayout(self._envelope())
        column.addWidget(self._note)
        column.addWidget(self._stack, 1)

    def show_total(self, total: int) -> None:
        """Say how many rows there are to look at."""
        self._row.setRange(1, max(1, total))
        self._of.setText(f"of {count_text(total)}" if total else "No list yet")
        for control in (self._row, self._back, self._on, self._empty):
            control.setEnabled(total > 0)

    def row(self) -> int:
        """The row that is shown, from 1."""
        return self._row.value()

    def show_row(self, position: int) -> None:
        """Go to a row; the signal follows."""
        self._row.setValue(position)

    def show_preview(self, preview: Preview) -> None:
        """Show what was rendered, keeping the place in the text."""
        self._note.hide()
        self._subject.setText(preview.subject or "(no subject)")
        self._to.setText(preview.to)
        self._has_html = bool(preview.html)
        place = self._html.verticalScrollBar().value(), self._plain.verticalScrollBar().value()
        self._html.setHtml(preview.html)
        self._plain.setPlainText(preview.text)
        self._html.verticalScrollBar().setValue(place[0])
        self._plain.verticalScrollBar().setValue(place[1])
        self._kinds.setEnabled(self._has_html)
        self._show_kind()

    def show_stale(self, note: str = _STALE) -> None:
        """Say that what is shown is older than what is written."""
        self._note.setText(note)
        self._note.show()

    def _head(self) -> QHBoxLayout:
        self._kinds = Segments("Preview", ((_HTML, "HTML"), (_PLAIN, "Plain")))
        self._kinds.chosen.connect(self._kind_chosen)
        self._row = NumberEdit("Row of the list", 1, 1, 1)
        self._back = IconButton("arrow-left", "Previous recipient", run=self._row.stepDown)
        self._on = IconButton("arrow-right", "Next recipient", run=self._row.stepUp)
        self._row.setKeyboardTracking(False)
        self._row.valueChanged.connect(self.row_chosen)
        self._of = Text("", "secondary")
        self._empty = IconButton("search", "Next row with an empty field", run=self.empty_wanted.emit)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(self._kinds)
        row.addStretch(1)
        for widget in (self._back, self._row, self._of, self._on, self._empty):
            row.addWidget(widget)
        return row

    def _envelope(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for place, (word, value) in enumerate((("To", self._to), ("Subject", self._subject))):
            grid.addWidget(Text(word, "secondary"), place, 0)
            grid.addWidget(value, place, 1)
        return grid

    def _show_kind(self) -> None:
        html = self._has_html and self._wanted == _HTML
        self._kinds.choose(_HTML if html else _PLAIN)
        self._stack.setCurrentWidget(self._html if html else self._plain)

    @Slot(str)
    def _kind_chosen(self, kind: str) -> None:
        self._wanted = kind
        self._show_kind()
