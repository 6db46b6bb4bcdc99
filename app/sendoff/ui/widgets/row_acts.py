"""What can be done about one row: the buttons that stand in its sheet and in its history."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sendoff.core.delivery import Line, State
from sendoff.core.forgetting import FORGOTTEN
from sendoff.core.language import tr
from sendoff.core.remedies import correctable
from sendoff.core.report import RETRIED
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button


class RowActs(QWidget):
    """Only what applies is there; the rest is hidden."""

    settled = Signal(bool)
    """The row in doubt was accepted, or was not."""
    again = Signal()
    read = Signal()
    """The message this recipient got, or would have got, is to be shown."""
    blocked = Signal()
    corrected = Signal()
    """The address was wrong, and the right one is known."""

    def __init__(self, *, wide: bool = False) -> None:
        """All of them in one line where it is `wide`."""
        super().__init__()
        self.accepted = Button(tr("Mark as sent"), run=lambda: self.settled.emit(True))  # noqa: FBT003 -- a signal
        self.failed = Button(tr("Mark as failed"), run=lambda: self.settled.emit(False))  # noqa: FBT003 -- likewise
        self.send = Button(tr("Send again"), run=self.again.emit)
        self.correct = Button(tr("Correct the address…"), run=self.corrected.emit)
        self.block = Button(tr("Block"), run=self.blocked.emit)
        self.message = Button(tr("Show the message"), run=self.read.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        settling, others = (self.accepted, self.failed), (self.send, self.block)
        last = (self.correct, self.message)
        lines = ((*settling, *others, *last),) if wide else (settling, (self.correct,), others, (self.message,))
        for buttons in lines:
            row = QHBoxLayout()
            row.setSpacing(Space.S)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)

    def show_row(self, line: Line, *, busy: str) -> None:
        """Show what applies to a row; `busy` says why nobody can be sent to again now, empty where that can be done."""
        known = line.address != FORGOTTEN
        for button in (self.accepted, self.failed):
            button.setVisible(line.state is State.IN_DOUBT)
        self.send.setVisible(line.state in RETRIED)
        self.send.setEnabled(not busy)
        self.send.setToolTip(busy)
        self.correct.setVisible(known and correctable(line.state, line.reason))
        self.block.setVisible(line.state not in (State.SKIPPED, State.SUPPRESSED) and known)
        self.message.setVisible(line.state is not State.SKIPPED and known)
        self.show_blocked(blocked=False)

    def show_blocked(self, *, blocked: bool) -> None:
        """Say that the address is on the blocked list already: then nothing is sent there."""
        self.block.setText(tr("Blocked") if blocked else tr("Block"))
        self.block.setAccessibleName(self.block.text())
        self.block.setEnabled(not blocked)
        if blocked:
            self.send.hide()
