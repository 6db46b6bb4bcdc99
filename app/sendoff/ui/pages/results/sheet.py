"""Opens the side sheet for the row that is chosen in the results, and closes it when that row is chosen no more."""

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
        """The row that is chosen, as it is now."""
        self._shown: Line | None = None
        """The row that can be read in the sheet: what is pressed there is about nobody else."""
        step.table.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        step.model.dataChanged.connect(lambda *_: self._follow())
        step.model.modelReset.connect(self.close)
        step.model.looked.connect(self._found)
        self._only = False
        """The only row that is looked for is chosen when it comes."""
        step.sheet.closed.connect(self.close)
        step.sheet.acts.settled.connect(self._settle)
        step.sheet.acts.again.connect(self._send)
        step.sheet.acts.blocked.connect(self._block)
        step.sheet.acts.read.connect(self._read)
        step.sheet.acts.corrected.connect(self._correct)
        rows.blocked.connect(self._show)

    @Slot()
    def close(self) -> None:
        """Close the sheet, and choose nobody."""
        self._hide()
        self._step.table.clearSelection()

    def choose(self, position: int) -> None:
        """Choose a recipient by the place in the list, all of which is shown; the sheet opens when the row is there."""
        row = position - 1
        if row >= self._step.model.rowCount():
            return
        self._step.table.selectRow(row)
        self._step.table.scrollTo(self._step.model.index(row, 0))
        self._step.table.setFocus()

    def choose_only(self) -> None:
        """Choose the row that is looked for, where it is the only one."""
        self._only = True

    @Slot()
    def _found(self) -> None:
        only, self._only = self._only, False
        if only and self._step.model.rowCount() == 1:
            self._step.table.selectRow(0)
            self._step.table.setFocus()

    def _follow(self) -> None:
        """Show the chosen row as it is now; where none or several are chosen, the sheet is about nobody and closes."""
        if self._chosen() != self._line:
            self._show()

    def _chosen(self) -> Line | None:
        rows = self._step.table.selected_rows(2)
        return self._step.model.line(rows[0]) if len(rows) == 1 else None

    @Slot()
    def _show(self) -> None:
        line = self._line = self._chosen()
        if line is None:
            self._hide()
            return

        def came(looked: Looked) -> None:
            if self._line is line:
                self._shown = line
                self._step.sheet.show_row(line, looked.history, looked.message_id, looked.now)
                self._step.sheet.acts.show_row(line, busy=looked.busy)
                self._step.sheet.acts.show_blocked(blocked=looked.blocked)
                self._step.show_sheet(open_=True)

        self._rows.look(line, came)

    def _hide(self) -> None:
        self._line = self._shown = None
        self._only = False
        self._step.show_sheet(open_=False)

    @Slot()
    def _send(self) -> None:
        if self._shown is not None:
            self._rows.again.emit(self._shown)

    @Slot()
    def _block(self) -> None:
        if self._shown is not None:
            self._rows.block(self._shown)

    @Slot()
    def _correct(self) -> None:
        if self._shown is not None:
            self._rows.correct(self._shown)

    @Slot()
    def _read(self) -> None:
        if self._shown is not None:
            self._rows.read(self._shown)

    @Slot(bool)
    def _settle(self, accepted: bool) -> None:  # noqa: FBT001 -- a signal gives by position
        if self._shown is not None:
            self._step.table.settled.emit([self._shown.id], accepted)
            self.close()
