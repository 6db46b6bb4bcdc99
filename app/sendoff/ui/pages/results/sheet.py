"""Opens the side sheet for the row that is chosen in the results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from sendoff.core.delivery import Line
from sendoff.ui.rows import Looked, RowActions

if TYPE_CHECKING:
    from sendoff.ui.pages.results.view import ResultsStep


class SheetPresenter(QObject):
    """Behind the sheet; what is asked about its row goes to `rows`."""

    def __init__(self, step: ResultsStep, rows: RowActions) -> None:
        super().__init__(step)
        self._step = step
        self._rows = rows
        self._line: Line | None = None
        step.table.selectionModel().selectionChanged.connect(lambda *_: self._show())
        step.sheet.closed.connect(self.close)
        step.sheet.acts.settled.connect(self._settle)
        step.sheet.acts.again.connect(self._send)
        step.sheet.acts.blocked.connect(self._block)
        step.sheet.acts.read.connect(self._read)
        rows.blocked.connect(self._show)

    @Slot()
    def close(self) -> None:
        """Close the sheet."""
        self._line = None
        self._step.show_sheet(open_=False)
        self._step.table.clearSelection()

    @Slot()
    def _show(self) -> None:
        """Show the chosen row; where several or none are chosen the sheet stays as it is."""
        rows = self._step.table.selected_rows(2)
        line = self._step.model.line(rows[0]) if len(rows) == 1 else None
        if line is None:
            return
        self._line = line

        def came(looked: Looked) -> None:
            if self._line is line:
                self._step.sheet.show_row(line, looked.history, looked.message_id, looked.zone)
                self._step.sheet.acts.show_row(line, busy=looked.busy)
                self._step.sheet.acts.show_blocked(blocked=looked.blocked)
                self._step.show_sheet(open_=True)

        self._rows.look(line, came)

    @Slot()
    def _send(self) -> None:
        if self._line is not None:
            self._rows.again.emit(self._line)

    @Slot()
    def _block(self) -> None:
        if self._line is not None:
            self._rows.block(self._line)

    @Slot()
    def _read(self) -> None:
        if self._line is not None:
            self._rows.read(self._line)

    @Slot(bool)
    def _settle(self, accepted: bool) -> None:  # noqa: FBT001 -- a signal gives by position
        if self._line is not None:
            self._step.table.settled.emit([self._line.id], accepted)
            self.close()
