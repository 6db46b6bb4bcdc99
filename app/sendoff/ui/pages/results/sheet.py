"""Opens the side sheet for the row that is chosen in the results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from sendoff.core.campaign import Campaign
from sendoff.core.delivery import Happening, Line
from sendoff.ui.local_time import local_zone
from sendoff.ui.pages.stage import Stage

if TYPE_CHECKING:
    from sendoff.ui.pages.results.view import ResultsStep


class SheetPresenter(QObject):
    """Behind the sheet of the campaign given to `about`."""

    def __init__(self, step: ResultsStep, stage: Stage) -> None:
        super().__init__(step)
        self._step = step
        self._stage = stage
        self._campaign: Campaign | None = None
        self._line: Line | None = None
        step.table.selectionModel().selectionChanged.connect(lambda *_: self._show())
        step.sheet.closed.connect(self.close)
        step.sheet.settled.connect(self._settle)

    def about(self, campaign: Campaign) -> None:
        """Whose rows the table shows."""
        self._campaign = campaign

    @Slot()
    def close(self) -> None:
        """Close the sheet."""
        self._line = None
        self._step.show_sheet(open_=False)
        self._step.table.clearSelection()

    def _show(self) -> None:
        """Show the chosen row; where several or none are chosen the sheet stays as it is."""
        rows, campaign, reports = self._step.table.selected_rows(), self._campaign, self._stage.services.reports
        line = self._step.model.line(rows[0]) if len(rows) == 1 else None
        if line is None or campaign is None:
            return
        self._line = line

        def came(history: list[Happening]) -> None:
            if self._line is line:
                zone = local_zone(self._stage.services.clock.now())
                self._step.sheet.show_row(line, history, reports.message_id(campaign, line), zone)
                self._step.show_sheet(open_=True)

        self._stage.operations.query(lambda: reports.history(line), came, owner=self)

    @Slot(bool)
    def _settle(self, accepted: bool) -> None:  # noqa: FBT001 -- a signal gives by position
        if self._line is not None:
            self._step.table.settled.emit([self._line.id], accepted)
            self.close()
