"""One message the sandbox took, as it arrived: as mail programs show it, as plain text, and its headers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from sendoff.core.language import pairs, phrase, tr
from sendoff.core.sight import Sight
from sendoff.core.wording import count_text
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton, Segments
from sendoff.ui.widgets.mail_view import Look, MailView
from sendoff.ui.widgets.reading import Reading
from sendoff.ui.widgets.text import ElidedLabel, Text

PAGE, PLAIN, HEADERS = "page", "plain", "headers"
_KINDS = ((PAGE, phrase("Message")), (PLAIN, phrase("Text")), (HEADERS, phrase("Headers")))


class Letter(QWidget):
    """`left` means: back to the list; `back` leads to the campaign it came from, where there is one."""

    left = Signal()
    step = Signal(int)
    """The letter of so many rows further down, -1 = of the row above."""

    def __init__(self) -> None:
        super().__init__()
        self.leave = Button(tr("All messages"), icon="arrow-left", run=self.left.emit)
        self.newer = IconButton("arrow-left", tr("The message above"), run=partial(self.step.emit, -1))
        self.older = IconButton("arrow-right", tr("The message below"), run=partial(self.step.emit, 1))
        self.place = Text("", "secondary")
        self.back = Button(tr("Back to the campaign"), icon="arrow-left")
        self.kinds = Segments(tr("How to read it"), pairs(_KINDS))
        self.kinds.explain(
            {
                PLAIN: tr("Words only, as programs show it that show no pictures and colours"),
                HEADERS: tr("The lines before the message that mail programs hide: from whom, when, which way"),
            }
        )
        self.kinds.chosen.connect(self._show)
        self.subject = ElidedLabel("", role="title")
        self.to = ElidedLabel("", middle=True, role="secondary")
        self.files = ElidedLabel("", role="secondary")
        self.note = ElidedLabel("", middle=True, role="caption")
        self._html = MailView(tr("Message, as mail programs show it"))
        self.plain = QPlainTextEdit(readOnly=True)
        self.plain.setAccessibleName(tr("Message, as plain text"))
        self.plain.document().setDocumentMargin(Space.L)
        self.headers = Reading(tr("Headers, as they came"))
        self._sight = Sight()
        self.pages = QStackedWidget()
        for page in (self._html, self.plain, self.headers):
            self.pages.addWidget(page)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.leave)
        head.addSpacing(Space.S)
        head.addWidget(self.newer)
        head.addWidget(self.place)
        head.addWidget(self.older)
        head.addStretch(1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        for widget in (self.subject, self.to, self.files, self.kinds, self.note):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        self._html.pressed.connect(lambda address: self._say(tr("Opens {address}", address=address)))
        self._html.refused.connect(lambda _address: self._say(tr("A picture on the web is not shown.")))
        self._html.became_poor.connect(lambda: self._say(self._html.poor))

    def show_place(self, row: int, rows: int) -> None:
        """Say which of the rows it is; -1 = of none that is shown."""
        self.place.setText(
            tr("{place} of {rows}", place=count_text(row + 1), rows=count_text(rows)) if row >= 0 else ""
        )
        holder = self.window().focusWidget()
        self.newer.setEnabled(row > 0)
        self.older.setEnabled(0 <= row < rows - 1)
        if holder in (self.newer, self.older) and not holder.isEnabled():
            next((one for one in (self.newer, self.older) if one.isEnabled()), self.leave).setFocus()

    def show_letter(self, sight: Sight, head: str) -> None:
        """Show a message, its headers as they came."""
        self._sight = sight
        self.subject.setText(sight.subject or tr("(no subject)"))
        self.to.setText(tr("To {address}", address=sight.to) if sight.to else "")
        self.files.setText(tr("Attached: {names}", names=", ".join(sight.files)))
        self.files.setVisible(bool(sight.files))
        self.plain.setPlainText(sight.text)
        self.headers.show_text(head)
        self._say("")
        self._show(PAGE if sight.html else PLAIN)

    @Slot(str)
    def _show(self, kind: str) -> None:
        if kind == PAGE and not self._sight.html:
            kind = PLAIN  # a message of plain text is all there is to see
        self.kinds.choose(kind)
        self.pages.setCurrentIndex((PAGE, PLAIN, HEADERS).index(kind))
        self.note.setVisible(kind == PAGE and bool(self.note.whole()))
        if kind == PAGE:
            self._html.show_sight(self._sight, Look())

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))
