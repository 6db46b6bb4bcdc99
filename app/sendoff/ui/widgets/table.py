"""The table every page uses: rows of one height, hairlines, whole rows selected, copied as a spreadsheet expects."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import chain, islice

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from sendoff.core.language import tr
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space


class _MiddleElided(QStyledItemDelegate):
    """Addresses lose their middle, not their domain."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


class Table(QTableView):
    """A read-only view of a model; cells carry words, `DecorationRole` a glyph, `ToolTipRole` the whole text.

    Whatever is given to `addAction` stands in the menu of the right button, after Copy.
    """

    ROOM = 0
    """Pixels a row is higher than others."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self._widths: dict[int, int] = {}
        self._scale = 0.0
        self._spread, self._rest, self._given = -1, 0, 0
        """The column that takes of the room left, what is kept for the last one, and the width it was given."""
        theme().size(self, Table._measure)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setStretchLastSection(True)
        self._middle = _MiddleElided(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        copy = QAction(tr("Copy"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(lambda _checked=False: self.copy())
        self.addAction(copy)

    def set_address_column(self, column: int) -> None:
        """Elide this column in the middle."""
        self.setItemDelegateForColumn(column, self._middle)

    def set_widths(self, *pixels: int) -> None:
        """Set the columns' widths from the left; the last column takes the rest."""
        for column, width in enumerate(pixels):
            self.set_width(column, width)

    def set_width(self, column: int, pixels: int) -> None:
        """Set a column's width, meant for text of the usual size; a heading that is there already is not cut."""
        self._widths[column] = pixels
        heading = self.horizontalHeader().sectionSizeFromContents(column).width() if self.model() is not None else 0
        self.setColumnWidth(column, max(round(pixels * theme().scale), heading))

    def spread(self, column: int, *, rest: int = 0) -> None:
        """Let a column have half of the room that all of them leave; who drags it has the last word.

        `rest` pixels are kept for a last column that has no width of its own.
        """
        self._spread, self._rest = column, rest
        self._spread_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out what room there is now."""
        super().resizeEvent(event)
        self._spread_out()

    def _spread_out(self) -> None:
        column = self._spread
        if column < 0 or self._given not in (0, self.columnWidth(column)):
            return
        left = self.viewport().width() - round((self.wanted() + self._rest) * theme().scale)
        self._given = round(self._widths[column] * theme().scale) + max(0, left) // 2
        self.setColumnWidth(column, self._given)

    def wanted(self, *, without: Collection[int] = ()) -> int:
        """The width the columns were given together, meant for text of the usual size."""
        return sum(pixels for column, pixels in self._widths.items() if column not in without)

    def _measure(self) -> None:
        """Give rows and columns the sizes that the text asks for."""
        if self._scale == theme().scale:
            return  # only the colours changed: widths a person chose stay
        self._scale = theme().scale
        self._given = 0
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(theme().row_height())
        rows.setDefaultSectionSize(theme().row_height() + self.ROOM)
        for column, pixels in self._widths.items():
            self.set_width(column, pixels)

    def selected_rows(self, most: int | None = None) -> list[int]:
        """The rows chosen, from the top; the first `most` of them where somebody wants no more."""
        model = self.selectionModel()
        chosen = model.selection() if model is not None else QItemSelection()
        # By whole ranges: an index for each of a million rows takes seconds.
        spans = sorted({(one.top(), one.bottom()) for one in map(chosen.at, range(chosen.count()))})
        rows = chain.from_iterable(range(first, last + 1) for first, last in spans)
        return sorted(set(islice(rows, most)))

    def copy(self) -> None:
        """Put the chosen rows on the clipboard."""
        QGuiApplication.clipboard().setText(self.copied())

    def copied(self) -> str:
        """The chosen rows as a spreadsheet takes them: columns by tab, rows by line, breaks and tabs as blanks."""
        model = self.model()
        columns = [column for column in range(model.columnCount()) if not self.isColumnHidden(column)]
        return "\n".join("\t".join(_cell(model, row, column) for column in columns) for row in self.selected_rows())


class GrowingTable(Table):
    """A table whose model reads more as it is scrolled: once all is chosen, what comes later is chosen, too."""

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        super().__init__(name)
        self.whole = False
        """Whether all is chosen, also what was not read yet."""
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        model.rowsInserted.connect(self._grown)
        model.modelReset.connect(self._emptied)

    def selectAll(self) -> None:
        """Choose every row."""
        super().selectAll()
        self.whole = True

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Other rows are chosen now."""
        self.whole = False
        super().selectionChanged(selected, deselected)

    @Slot()
    def _grown(self) -> None:
        if self.whole:
            self.selectAll()

    @Slot()
    def _emptied(self) -> None:
        self.whole = False


class ListTable(Table):
    """A list of things that open: Enter or a double click gives `opened` the row; the first column takes the room left.

    `act` adds what can be done with the row that is chosen.
    """

    opened = Signal(int)
    ROOM = Space.S

    def __init__(self, name: str, model: QAbstractItemModel, *widths: int) -> None:
        super().__init__(name)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        columns = self.horizontalHeader()
        columns.setStretchLastSection(False)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(widths, 1):
            self.set_width(column, width)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def chosen(self) -> int | None:
        """The row selected."""
        return next(iter(self.selected_rows(1)), None)

    def act(self, text: str, run: Callable[[int], object], shortcut: str = "") -> QAction:
        """Offer `run` for the chosen row, under the right button and by a key."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

        def triggered() -> None:
            row = self.chosen()
            if row is not None:
                run(row)

        action.triggered.connect(lambda _checked=False: triggered())
        self.addAction(action)
        return action

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        row = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)


class SteadyTable(ListTable):
    """A list whose columns as wide as what is in them do not become narrower when fewer rows are shown."""

    def __init__(self, name: str, model: QAbstractItemModel, *widths: int) -> None:
        self._widest: dict[tuple[int, float], int] = {}
        super().__init__(name, model, *widths)

    def sizeHintForColumn(self, column: int) -> int:
        """The widest that was asked for at this size of text."""
        key = column, theme().scale
        self._widest[key] = max(super().sizeHintForColumn(column), self._widest.get(key, 0))
        return self._widest[key]


def _cell(model: QAbstractItemModel, row: int, column: int) -> str:
    value = model.index(row, column).data(Qt.ItemDataRole.DisplayRole)
    return " ".join(str(value if value is not None else "").split())
