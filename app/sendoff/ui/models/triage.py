"""Rows of a list as they are corrected: some at once, then the whole order as ids, each row read where it is seen.

Rows are kept by id, so that the table stays where it is while rows come, go and change their order.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from sendoff.core.audience import Selection, Sort
from sendoff.core.delivery import Line
from sendoff.core.language import tr
from sendoff.core.wording import count_text
from sendoff.services.selections import Selections
from sendoff.ui.operations import Operations, Stoppable, Stopped
from sendoff.ui.theme import theme

PAGE = 256
_KEPT = 64 * PAGE
_AT_ONCE = 3
"""Pages fetched together; while somebody scrolls fast only the last ones asked for are."""
_SETTLE_MS = 20
_FIRST = 200
_IN_SIGHT = 64
"""Rows read together with the first ids, so that they are painted without another way there and back."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class RowColumn:
    """One column: its title, what a cell says, the fields an edit changes and the one it is sorted by."""

    title: str
    text: Callable[[Line], str] = field(compare=False)
    edits: tuple[str, ...] = ()
    """Empty where it cannot be edited; the later ones follow where they held the same."""
    sort: str | None = None
    """As in `core.audience.Sort`; None where it cannot be sorted by."""
    hint: str = ""
    """What the title means."""
    look: Callable[[Line], tuple[str, str]] | None = field(default=None, compare=False)
    """The glyph and the colour token of a state: it is never told by its word or its colour alone."""


@dataclass(frozen=True, slots=True)
class _Order:
    """The ids found, and how many at either end are where they were before."""

    ids: array[int]
    head: int = 0
    tail: int = 0


def number_column() -> RowColumn:
    """The place in the list, which is not the row of a spreadsheet."""
    hint = tr("The place in the list: the first person is no. 1. Spreadsheets count their titles and empty rows too.")
    return RowColumn(title=tr("No."), text=lambda line: count_text(line.position), sort="", hint=hint)


class TriageModel(QAbstractTableModel):
    """The table of one selection at a time."""

    edited = Signal(object, dict)
    """A Line, and the fields a person wrote anew."""
    found = Signal(int, bool)
    """How many rows there are, and whether that is all of them."""

    def __init__(self, selections: Selections, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._selections = selections
        self._operations = operations
        self._columns: tuple[RowColumn, ...] = ()
        self._selection: Selection | None = None
        self._sort = Sort()
        self._ids: array[int] = array("q")
        self._lines: OrderedDict[int, Line] = OrderedDict()
        self._stale: set[int] = set()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._loading: set[int] = set()
        self._generation = self._ordered = 0
        """The reading that was begun last, and the last one whose whole order has come."""
        self._ordering = Stoppable(operations, self)
        self._editable = True
        self._replacing = False
        """The rows shown are those of the selection or order before."""
        self._resorting = False
        """Only the order is another, so that no rows found yet means nothing."""
        self._settle = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._fetch)

    # -- what is shown

    def show(self, selection: Selection, sort: Sort, columns: Sequence[RowColumn], *, editable: bool = True) -> None:
        """Show the rows of a selection; the same one again reads what may have changed and keeps its place.

        Another choice or order of the same list leaves the rows there until the first of the new ones come.
        """
        self._editable = editable
        before, table = self._selection, tuple(columns) == self._columns
        same_list = table and before is not None and before.owner_id == selection.owner_id
        same = selection == before
        if same_list and same and sort == self._sort:
            self._stale.update(self._lines)
            self._read(whole=True)
            return
        self._selection, self._sort = selection, sort
        if same_list:
            self._replacing, self._resorting = True, same
            self._read(whole=False)
            return
        self._replacing = False
        self.beginResetModel()
        self._columns = tuple(columns)
        self._ids = array("q")
        self._lines.clear()
        self._stale.clear()
        self.endResetModel()
        self._read(whole=False)

    def forget(self) -> None:
        """Show nothing."""
        self._begin()
        self.beginResetModel()
        self._selection, self._ids, self._replacing = None, array("q"), False
        self._lines.clear()
        self.endResetModel()

    def stop(self) -> None:
        """Give up what is being read."""
        self._ordering.cancel()

    def line(self, row: int) -> Line | None:
        """The row's data, or None while it is not loaded."""
        return self._lines.get(self._ids[row]) if 0 <= row < len(self._ids) else None

    def ids(self, rows: Sequence[int]) -> list[int]:
        """The ids of rows, loaded or not."""
        return [self._ids[row] for row in rows if row < len(self._ids)]

    def sort_of(self, column: int) -> str | None:
        """What a column is sorted by, or None."""
        return self._columns[column].sort

    # -- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """The rows found so far."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """The columns given."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' titles, and what they mean."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title if section < len(self._columns) else None
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return self._columns[section].hint if section < len(self._columns) else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell; one that is not loaded says so and is fetched."""
        if role in (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ForegroundRole):
            return self._looks(index, role)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole):
            return None
        line = self._asked_line(index.row())
        if line is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == 1 else None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.EditRole and column.edits:
            return _written(line, column.edits[0])
        return column.text(line)

    def _looks(self, index: Index, role: int) -> object:
        look, line = self._columns[index.column()].look, self.line(index.row())
        if look is None or line is None:
            return None
        glyph, token = look(line)
        return theme().glyph(glyph, token) if role == Qt.ItemDataRole.DecorationRole else theme().colour(token)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Addresses and fields can be written anew."""
        flags = super().flags(index)
        if self._editable and index.isValid() and self._columns[index.column()].edits:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was written; the cell shows it until the row is read anew."""
        line = self.line(index.row())
        if role != Qt.ItemDataRole.EditRole or line is None:
            return False
        first, *others = self._columns[index.column()].edits
        old, new = _written(line, first), str(value).strip()
        if new == old:
            return False
        fields = {first: new} | {name: new for name in others if line.fields.get(name, "") == old}
        address = fields.get("email", line.address)
        self._lines[line.id] = replace(line, address=address, fields={**line.fields, **fields})
        self.dataChanged.emit(index, index)
        self.edited.emit(line, fields)
        return True

    # -- reading the order

    def _begin(self) -> int:
        self._ordering.cancel()
        self._generation += 1
        return self._generation

    def _read(self, *, whole: bool) -> None:
        selection, sort, selections, before = self._selection, self._sort, self._selections, self._ids
        generation = self._begin()
        if selection is None:
            return

        def order(stopped: Stopped) -> _Order | None:
            ids = selections.order(selection, sort, stopped)
            return None if ids is None else _compared(before, ids)

        def came(found: _Order | None) -> None:
            if found is not None:
                self._ordered = generation
                self._order_came(found if self._ids is before else _compared(self._ids, found.ids))

        def first() -> tuple[array[int], Sequence[Line]]:
            ids = array("q", selections.first(selection, sort, _FIRST))
            return ids, selections.rows_by_id(ids[:_IN_SIGHT], selection.fields)

        def first_came(found: tuple[array[int], Sequence[Line]]) -> None:
            if generation == self._generation != self._ordered:
                self._keep(found[1])
                self._first_came(found[0])

        if not whole:
            self._operations.query(first, first_came, owner=self)
        self._ordering.query(order, came)

    def _first_came(self, ids: array[int]) -> None:
        if self._replacing and (ids or not self._resorting):
            self._replace(ids)
        elif not self._ids:
            self._change(_Order(ids))
        self.found.emit(len(self._ids), False)  # noqa: FBT003 -- a signal gives by position

    def _order_came(self, order: _Order) -> None:
        if self._replacing:
            self._replace(order.ids)
        else:
            self._change(order)
        self.found.emit(len(self._ids), True)  # noqa: FBT003 -- a signal gives by position

    def _replace(self, ids: array[int]) -> None:
        """Show other rows; those that were read already need not be read again."""
        self.beginResetModel()
        self._ids, self._replacing = ids, False
        self.endResetModel()

    def _change(self, order: _Order) -> None:
        """Take over a new order; rows at either end that are where they were stay."""
        gone_to, come_to = len(self._ids) - order.tail, len(order.ids) - order.tail
        if order.head < gone_to:
            self.beginRemoveRows(QModelIndex(), order.head, gone_to - 1)
            self._ids = self._ids[: order.head] + self._ids[gone_to:]
            self.endRemoveRows()
        if order.head < come_to:
            self.beginInsertRows(QModelIndex(), order.head, come_to - 1)
            self._ids = order.ids
            self.endInsertRows()
        self._ids = order.ids
        self._repaint(0, len(self._ids) - 1)

    # -- reading rows

    def _asked_line(self, row: int) -> Line | None:
        if not 0 <= row < len(self._ids):
            return None
        one = self._ids[row]
        line = self._lines.get(one)
        if (line is None or one in self._stale) and row // PAGE not in self._loading:
            self._wanted[row // PAGE] = None
            self._wanted.move_to_end(row // PAGE)
            if not self._settle.isActive():
                self._settle.start()
        return line

    def _fetch(self) -> None:
        pages = list(self._wanted)[-_AT_ONCE:]
        self._wanted.clear()  # a row that is still in sight asks again when it is painted
        for page in pages:
            self._fetch_page(page)

    def _fetch_page(self, page: int) -> None:
        selection, selections, generation = self._selection, self._selections, self._generation
        ids = self._ids[page * PAGE : (page + 1) * PAGE]
        if selection is None or not ids:
            return
        self._loading.add(page)
        self._stale.difference_update(ids)

        def came(lines: Sequence[Line]) -> None:
            self._loading.discard(page)
            if selection == self._selection:
                self._keep(lines)
                first = page * PAGE if generation == self._generation else 0
                last = first + PAGE if generation == self._generation else len(self._ids)
                self._repaint(first, min(last, len(self._ids)) - 1)

        self._operations.query(lambda: selections.rows_by_id(ids, selection.fields), came, owner=self)

    def _keep(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self._lines[line.id] = line
            self._lines.move_to_end(line.id)
        for one in list(islice(self._lines, max(0, len(self._lines) - _KEPT))):
            del self._lines[one]
            self._stale.discard(one)

    def _repaint(self, first: int, last: int) -> None:
        if 0 <= first <= last < len(self._ids) and self._columns:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))


def _written(line: Line, name: str) -> str:
    return line.address if name == "email" else line.fields.get(name, "")


def _compared(before: array[int], after: array[int]) -> _Order:
    """What two orders share at their ends: a row that left a long list is then one row removed."""
    most = min(len(before), len(after))
    head = _shared(before, after, most)
    rest = most - head
    tail = _shared(before[len(before) - rest :][::-1], after[len(after) - rest :][::-1], rest)
    return _Order(after, head, tail)


def _shared(one: array[int], other: array[int], most: int) -> int:
    """The length of the common beginning, found by halves.

    Bytes are compared as one piece of memory; arrays number by number, while the window waits for the interpreter.
    """
    first, last = 0, most
    while first < last:
        middle = (first + last + 1) // 2
        if one[first:middle].tobytes() == other[first:middle].tobytes():
            first = middle
        else:
            last = middle - 1
    return first
