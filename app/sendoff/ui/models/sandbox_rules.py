"""What the sandbox was told to do to addresses of one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt

from sendoff.core.language import phrase
from sendoff.core.rehearsal import SandboxRule, answer_words
from sendoff.ui.models.listing import Index, Rows


class SandboxRulesModel(Rows[SandboxRule]):
    """Read only; a row for each address or pattern."""

    titles = (phrase("Address or pattern"), phrase("What happens"))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of a cell, also as its tool tip."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            rule = self._rows[index.row()]
            return rule.pattern if index.column() == 0 else answer_words(rule.answer)
        return None
