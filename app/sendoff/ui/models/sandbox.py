"""The messages the sandbox took, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QModelIndex, Qt

from sendoff.core.language import digits, phrase, tr
from sendoff.core.wording import clock_text
from sendoff.ui.context import SandboxMessage
from sendoff.ui.models.listing import Index, Titled

_MOST = 500
_KILO = 1_000


class SandboxModel(Titled):
    """Read only; the last 500 messages."""

    titles = (phrase("When"), phrase("To"), phrase("Subject"), phrase("Size"))

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[tuple[str, str, str, str]] = ()
        self._received: Sequence[SandboxMessage] = ()

    def show(self, received: Sequence[SandboxMessage], now: int, zone: tzinfo) -> None:
        """Show these messages, given oldest first."""
        self.beginResetModel()
        self._received = received[-_MOST:][::-1]
        self._rows = [_cells(one, now, zone) for one in self._received]
        self.endResetModel()

    def entry(self, row: int) -> SandboxMessage:
        """The message in a row."""
        return self._received[row]

    def row_of(self, number: int) -> int:
        """Where the message of this number is shown; -1 where it is not."""
        return next((row for row, one in enumerate(self._received) if one.number == number), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """The number of messages shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of a cell, also as its tool tip."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None


def _cells(one: SandboxMessage, now: int, zone: tzinfo) -> tuple[str, str, str, str]:
    size = tr("{value} KB", value=digits(f"{max(1, round(one.size / _KILO)):,}"))
    return clock_text(one.at, now, zone), one.recipient, one.subject, size
