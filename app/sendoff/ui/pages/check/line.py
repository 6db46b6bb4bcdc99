"""How a line of the check looks: a glyph, a sentence, what it means, rows to look at, and a button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sendoff.core.language import phrase, tr
from sendoff.core.sender_findings import DnsLine
from sendoff.core.wording import count_text
from sendoff.ui.pages.check.item import Item
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.text import Glyph, Text

_GLYPHS = {
    "ok": ("accepted", "ok"),
    "wait": ("warning", "wait"),
    "bad": ("error", "bad"),
    "todo": ("waiting", "ink_2"),
    "info": ("clock", "ink_2"),
    "note": ("info", "ink_2"),
    "found": ("warning", "wait"),
}
_SPOKEN = {
    "ok": phrase("Fine"),
    "wait": phrase("To look at"),
    "bad": phrase("To fix"),
    "todo": phrase("Not done"),
    "info": phrase("Plan"),
    "note": phrase("Good to know"),
    "found": phrase("Was found"),
}


class Line(QWidget):
    """One item.

    `acted` gives its action and a field to point at, `peeked` a row of the list and the button that was pressed,
    `listed` the Finding whose rows are wanted and that button, `accepted` a kind.
    """

    acted = Signal(str, str)
    peeked = Signal(int, object)
    listed = Signal(object, object)
    accepted = Signal(str)
    copied = Signal(str)
    """A value for the DNS."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item
        self.setAccessibleName(f"{tr(_SPOKEN[item.kind])}: {item.title} {item.body}".strip())
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(item.title, "strong", wrap=True, selectable=True))
        if item.body:
            words.addWidget(Text(item.body, "secondary", wrap=True, selectable=True))
        if item.places:
            words.addWidget(Text("\n".join(item.places), "caption", wrap=True, selectable=True))
        self.peeks: list[Button] = []
        self.rows: Button | None = None
        self.accept: Button | None = None
        self.copy: Button | None = None
        if item.line is not None:
            words.addLayout(self._dns_line(item.line))
        if item.examples:
            words.addLayout(self._examples())
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.M)
        row.addWidget(Glyph(*_GLYPHS[item.kind]), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.button: Button | None = None
        if item.accept:
            self.accept = Button(tr("Accept"), "quiet", run=lambda: self.accepted.emit(item.accept))
            self.accept.setToolTip(tr("Send it as it is. Any change of the message or the list takes this back."))
            row.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignTop)
        if item.action:
            self.button = Button(item.button, run=lambda: self.acted.emit(item.action, item.field))
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def _dns_line(self, line: DnsLine) -> QHBoxLayout:
        """The line for the domain's DNS, and the button that copies its value."""
        row = QHBoxLayout()
        row.setContentsMargins(0, Space.XS, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(Text(line.text, "code", wrap=True, selectable=True), 1)
        copy = self.copy = Button(tr("Copy"), "quiet", icon="copy", run=lambda: self.copied.emit(line.value))
        copy.setAccessibleName(tr("Copy the line for {name}", name=line.name))
        copy.setToolTip(tr("Copy the value; the name and the type have fields of their own where DNS is kept."))
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _examples(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, Space.XS, 0, 0)
        row.setSpacing(Space.XS)
        for position, address in self.item.examples:
            button = Button(tr("No. {position}", position=count_text(position)), "quiet")
            button.setProperty("role", "chip")
            button.setToolTip(
                tr("See the message of {address}", address=address) if address else tr("See the message of this row")
            )
            button.setAccessibleName(tr("See no. {position}, {address}", position=position, address=address))
            button.clicked.connect(
                lambda _checked=False, position=position, button=button: self.peeked.emit(position, button)
            )
            self.peeks.append(button)
            row.addWidget(button)
        finding = self.item.finding
        if finding is not None and finding.rows > len(self.item.examples):
            rows = self.rows = Button(tr("Show all {rows} rows", rows=count_text(finding.rows)), "quiet")
            rows.setProperty("role", "chip")
            rows.clicked.connect(lambda _checked=False: self.listed.emit(finding, rows))
            row.addWidget(rows)
        row.addStretch(1)
        return row
