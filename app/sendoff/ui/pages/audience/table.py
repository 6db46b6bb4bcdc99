"""The table of an audience's people: any column sorts, whole millions can be chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from sendoff.core.address import check_address
from sendoff.core.language import tr
from sendoff.core.recipient import Verdict, verdict_of
from sendoff.ui.models.people import ADDRESS
from sendoff.ui.models.triage import TriageModel
from sendoff.ui.widgets.table import Table

_WIDTHS = (70, 240, 350)
_FIELD_WIDTH = 140
_LOOKED = 1_000
"""Chosen rows that are looked at one by one."""
ROWS_LIMIT = 50_000
"""Rows copied or corrected at once; tabs, exports and segments take more."""


class PeopleTable(Table):
    """`sorted_by` gives the column a person pressed and whether from the end; (-1, False) is the list's own order."""

    sorted_by = Signal(int, bool)
    copy_wanted = Signal(list)
    """The rows to be copied."""

    def __init__(self, model: TriageModel) -> None:
        super().__init__(tr("People"))
        self.people = model
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_address_column(ADDRESS)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setDefaultSectionSize(_FIELD_WIDTH)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self.show_sorting(-1)
        header.sortIndicatorChanged.connect(self._pressed)

    def add_act(self, text: str, run: Callable[[], object], keys: QKeySequence | None = None) -> QAction:
        """Put something into the menu of the right button."""
        action = QAction(text, self)
        if keys is not None:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: run())
        self.addAction(action)
        return action

    def verdicts(self) -> set[Verdict]:
        """What the chosen rows are; where they are too many to look at each, they may be anything."""
        rows = self.selected_rows(_LOOKED + 1)
        lines = [self.people.line(row) for row in rows[:_LOOKED]]
        if len(rows) > _LOOKED or None in lines:
            return set(Verdict)
        return {verdict_of(line.reason) for line in lines if line is not None}

    def suggests(self) -> bool:
        """Whether another address was probably meant in one of the chosen rows."""
        lines = [self.people.line(row) for row in self.selected_rows(_LOOKED)]
        return any(
            line is None
            or verdict_of(line.reason) is Verdict.SUGGESTED
            or (verdict_of(line.reason) is Verdict.INVALID and bool(check_address(line.address).suggestion))
            for line in lines
        )

    def lay_out(self) -> None:
        """Give the columns their widths, once there are some."""
        self.set_widths(*_WIDTHS)

    def show_sorting(self, column: int, *, descending: bool = False) -> None:
        """Show by which column the rows are sorted, -1 for none; no signal."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._sorted = (column, order)
        header = self.horizontalHeader()
        with QSignalBlocker(header):
            header.setSortIndicator(column, order)
        header.viewport().update()

    def selected_rows(self, most: int | None = ROWS_LIMIT + 1) -> list[int]:
        """The rows chosen, from the top; of more than `ROWS_LIMIT` one more than that, for all may be chosen."""
        return super().selected_rows(most)

    def copy(self) -> None:
        """Ask for the chosen rows, also those that are not loaded."""
        self.copy_wanted.emit(self.selected_rows())

    def _pressed(self, column: int, order: Qt.SortOrder) -> None:
        if column >= 0 and self.people.sort_of(column) is None:
            old, was = self._sorted
            self.show_sorting(old, descending=was == Qt.SortOrder.DescendingOrder)
            return
        self._sorted = (column, order)
        self.sorted_by.emit(column, column >= 0 and order == Qt.SortOrder.DescendingOrder)
