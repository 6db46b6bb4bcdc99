"""Where a person was found, as a table."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from sendoff.core.forgetting import shown_address
from sendoff.core.language import phrase
from sendoff.core.ports import Clock
from sendoff.core.trace import Trace, trace_text
from sendoff.ui.local_time import dated
from sendoff.ui.models.listing import Index, Rows


class TracesModel(Rows[Trace]):
    """One row a campaign or audience the person is in."""

    titles = (phrase("Who"), phrase("Where"), phrase("When"), phrase("What happened"))

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        one = self._rows[index.row()]
        match index.column():
            case 0:
                return f"{one.line.name} · {one.line.address}" if one.line.name else shown_address(one.line.address)
            case 1:
                return one.owner
            case 2:
                return dated(one.line.updated_at, self._clock.now()) if one.sent else ""
            case _:
                return trace_text(one)
