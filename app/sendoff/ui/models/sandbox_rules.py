"""What the sandbox was told to do to addresses of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt

from sendoff.core.language import phrase
from sendoff.core.rehearsal import SandboxRule, answer_words
from sendoff.ui.models.listing import Index, Titled


class SandboxRulesModel(Titled):
    """Read only; a row for each address or pattern."""

    titles = (phrase("Address or pattern"), phrase("What happens"))

    def __init__(self) -> None:
        super().__init__()
        self._rules: Sequence[SandboxRule] = ()

    def show(self, rules: Sequence[SandboxRule]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rules = rules
        self.endResetModel()

    def entry(self, row: int) -> SandboxRule:
        """The rule in a row."""
        return self._rules[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """The number of rules."""
        return 0 if parent.isValid() else len(self._rules)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of a cell, also as its tool tip."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            rule = self._rules[index.row()]
            return rule.pattern if index.column() == 0 else answer_words(rule.answer)
        return None
