"""Values that a list has, proposed while one of them, or several with commas between them, are typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


class Proposals(QCompleter):
    """What is typed after the last comma is completed where `several` are meant, else the whole."""

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._values = QStringListModel(self)
        self.several = False
        self.setModel(self._values)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        edit.setCompleter(self)

    def offer(self, values: Sequence[str], *, several: bool) -> None:
        """Propose these."""
        self.several = several
        self._values.setStringList(list(values))

    def splitPath(self, path: str) -> list[str]:
        """The part that is being typed."""
        return [path.rpartition(",")[2].strip()] if self.several else [path]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What stands in the field once a proposal is taken: the values before it stay."""
        before = self._edit.text().rpartition(",")[0].strip() if self.several else ""
        value = str(index.data(Qt.ItemDataRole.EditRole))
        return f"{before}, {value}" if before else value
