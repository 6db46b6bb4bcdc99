"""The accounts as rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from sendoff.core.account import Account
from sendoff.core.address import check_address
from sendoff.core.language import tr

SECOND_LINE = Qt.ItemDataRole.UserRole + 1
"""The role of the provider and the From address."""


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account and what people call its provider."""

    account: Account
    provider: str

    @property
    def second_line(self) -> str:
        """Provider and From address, as far as the name does not say them already; a server's name comes last."""
        if self.account.is_sandbox:
            return tr("Built in, delivers nothing")
        address = check_address(self.account.sender).address
        named = (address, self.provider) if self.provider == self.account.host else (self.provider, address)
        parts = [part for part in named if part and part not in self.account.name]
        return " · ".join(parts) or self.account.host


class AccountsModel(QAbstractListModel):
    """Read only; replaced as a whole when an account changes."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[AccountRow, ...] = ()

    def set_rows(self, rows: Sequence[AccountRow]) -> None:
        """Show other accounts."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_of(self, account_id: str) -> int:
        """The row of an account, -1 where it is not listed."""
        return next((place for place, row in enumerate(self._rows) if row.account.id == account_id), -1)

    def account(self, row: int) -> Account:
        """The account of a row."""
        return self._rows[row].account

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """The number of accounts."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of one account."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.account.name
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return f"{row.account.name}, {row.second_line}"
            case _:
                return row.second_line if role == SECOND_LINE else None
