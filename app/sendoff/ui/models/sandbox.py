"""The messages the sandbox took, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from sendoff.core.wording import clock_text
from sendoff.ui.context import SandboxMessage

COLUMNS = ("When", "To", "Subject", "Size")
_MOST = 500
_KILO = 1_000
_Index = QModelIndex | QPersistentModelIndex


class SandboxModel(QAbstractTableModel):
    """Read only; the last 500 messages."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[tuple[str, str, str, str]] = ()

    def show(self, received: Sequence[SandboxMessage], now: int, zone: tzinfo) -> None:
        """Show these messages, given oldest first."""
        self.beginResetModel()
        self._rows = [_cells(one, now, zone) for one in reversed(received[-_MOST:])]
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """The number of messages shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - likewise
        """When, to whom, about what, how big."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of a cell, also as its tool tip."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The columns' names."""
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section] if shown else None


def _cells(one: SandboxMessage, now: int, zone: tzinfo) -> tuple[str, str, str, str]:
    size = f"{max(1, round(one.size / _KILO)):,} KB"
    return clock_text(one.at, now, zone), one.recipient, one.subject, size
