"""The files that go with a message: for everyone, or each recipient's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sendoff.core.campaign import Attachment
from sendoff.ui import tokens
from sendoff.ui.pages.message.wrap import Wrap
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton
from sendoff.ui.widgets.text import Glyph, Text

_LONGEST_NAME = 28
_KILO = 1_000
_MEGA = 1_000_000


def size_text(size: int) -> str:
    """Write a size: `740 KB`, `1.2 MB`."""
    if size >= _MEGA:
        return f"{size / _MEGA:,.1f} MB"
    return f"{max(1, round(size / _KILO))} KB"


class AttachmentBar(QWidget):
    """A button to add files, and the files with a button each to take them away (`removed` gives the place)."""

    add_wanted = Signal()
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._add = Button("Attach a file", icon="file", run=self.add_wanted.emit)
        holder = QWidget()
        self._files = Wrap(holder)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(holder)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(middle, 1)
        self._editable = True

    def set_editable(self, *, editable: bool) -> None:
        """Offer to add and remove, or only show."""
        self._editable = editable
        self._add.setVisible(editable)

    def show_files(self, attachments: Sequence[Attachment]) -> None:
        """Show these files."""
        self._files.clear()
        for place, one in enumerate(attachments):
            self._files.addWidget(self._chip(place, one))

    def _chip(self, place: int, one: Attachment) -> QFrame:
        name = one.name if one.blob else f"own file, from “{one.column}”"
        shown = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 10]}…{name[-9:]}"
        chip = QFrame()
        chip.setProperty("role", "well")
        chip.setToolTip(name)
        chip.setFixedHeight(tokens.ROW_HEIGHT - 2)
        row = QHBoxLayout(chip)
        row.setContentsMargins(Space.S, 0, Space.XS, 0)
        row.setSpacing(Space.XS)
        row.addWidget(Glyph("file", "ink_2", tokens.GLYPH))
        row.addWidget(Text(shown))
        if one.blob:
            row.addWidget(Text(size_text(one.size), "caption"))
        if self._editable:
            take = IconButton("close", f"Remove {name}", run=lambda: self.removed.emit(place))
            take.setFixedSize(24, 24)
            row.addWidget(take)
        return chip
