"""One line of the results about copies in the Sent folder, with what can be done about those that are left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from sendoff.core.copies import Filed, filed_text
from sendoff.core.language import tr
from sendoff.core.wording import count_text
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.text import Text


class CopiesLine(Card):
    """How the copies stand; hidden where none was ever wanted."""

    wanted = Signal()
    """Those that are left are to be filed, or the filing is to end."""

    def __init__(self) -> None:
        super().__init__(margin=Space.M)
        self.text = Text("", wrap=True)
        self.button = Button(tr("File the rest"), run=self.wanted.emit)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.column.addLayout(row)
        self.hide()

    def show_standing(self, filed: Filed, *, busy: bool) -> None:
        """Show what is there and what is left; while it is `busy` with them it can be stopped."""
        said = filed_text(filed)
        self.setVisible(bool(said))
        self.setAccessibleName(said)
        self.button.setVisible(bool(filed.left))
        self.button.setText(tr("Stop filing") if busy else tr("File the rest"))
        self.button.setAccessibleName(self.button.text())
        if busy and filed.left:
            self.show_progress(filed.filed, filed.total)
        else:
            self.text.setText(said)

    def show_progress(self, filed: int, total: int) -> None:
        """Say how far the filing has come."""
        self.show()
        self.text.setText(tr("Filing copies: {filed} of {total}.", filed=count_text(filed), total=count_text(total)))
