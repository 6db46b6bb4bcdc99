"""The rows of a campaign as a table reads them: page by page, wherever it is scrolled to, never all of them.

Unfiltered, a row's place in the list is its row here, so that any page can be fetched by itself. Filtered or searched,
rows come by key, more as the table is scrolled down. What the engine moves is applied to the rows that are loaded.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QModelRoleDataSpan,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from sendoff.core.campaign import Campaign
from sendoff.core.delivery import Line
from sendoff.core.events import DeliveryMoved
from sendoff.core.language import tr
from sendoff.core.ports import Clock
from sendoff.core.report import Filter
from sendoff.services.reports import Reports
from sendoff.ui.local_time import local_zone
from sendoff.ui.models.columns import SENDING_COLUMNS, Column, Moment
from sendoff.ui.operations import Newest, Operations
from sendoff.ui.theme import theme
from sendoff.ui.widgets.state import LOOKS, standing
from sendoff.ui.widgets.text import tip

PAGE = 256
_KEPT_PAGES = 64
_AT_ONCE = 3
"""Pages fetched together; while somebody scrolls fast only the last ones asked for are."""
_SETTLE_MS = 20
_REFRESH_MS = 700
"""Rows that moved are read again at most this often: their exact times are in the store only."""
Index = QModelIndex | QPersistentModelIndex


class DeliveriesModel(QAbstractTableModel):
    """The table of one campaign at a time."""

    looked = Signal()
    """Rows were looked for, and found or not."""

    def __init__(
        self,
        reports: Reports,
        operations: Operations,
        clock: Clock,
        columns: Sequence[Column] = SENDING_COLUMNS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reports = reports
        self._operations = operations
        self._gathering = Newest(operations, self)
        self._clock = clock
        self._columns = tuple(columns)
        self._campaign: Campaign | None = None
        self._filter = Filter()
        self._total = 0
        self._zone = local_zone(clock.now())
        self._generation = 0
        self._pages: OrderedDict[int, dict[int, Line]] = OrderedDict()
        self._found: list[Line] = []
        self._row_of: dict[int, int] = {}
        self._more = False
        self._reading = self._outdated = False
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._loading: set[int] = set()
        self._stale: set[int] = set()
        self._dirty: set[int] = set()
        self._settle = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._fetch_pages)
        self._refresh = QTimer(self, interval=_REFRESH_MS, singleShot=True)
        self._refresh.timeout.connect(self._read_again)

    # -- what is shown

    def show(self, campaign: Campaign, total: int, only: Filter | None = None) -> None:
        """Show a campaign's rows, `total` of them unfiltered; what was loaded of another is dropped."""
        only = only or Filter()
        if self._campaign is not None and (self._campaign.id, self._filter) == (campaign.id, only):
            self._campaign = campaign
            self.set_total(total)
            self.read_again()
            return
        self._campaign, self._filter, self._total = campaign, only, total
        self._restart()

    def forget(self) -> None:
        """Drop everything: the list was replaced."""
        self._campaign, self._total = None, 0
        self._restart()

    def finds_nobody(self) -> bool:
        """Whether it was looked for rows and there are none."""
        return bool(self._filter) and not (self._found or self._reading or self._more)

    def filter(self) -> Filter:
        """Which rows are shown."""
        return self._filter

    def set_total(self, total: int) -> None:
        """The list became longer or shorter."""
        if total == self._total:
            return
        self._total = total
        if not self._filter:
            self._restart()

    def read_again(self) -> None:
        """Rows may have changed otherwise than by the engine: read what is loaded again, soon."""
        self._dirty.update(self._pages)
        self._refresh.start()

    def apply(self, moved: Iterable[DeliveryMoved]) -> None:
        """Move the rows that are loaded."""
        now, rows, any_moved = self._clock.now(), [], False
        for one in moved:
            any_moved = True
            row = self._row_of.get(one.delivery_id)
            if row is None:
                continue
            line = self.line(row)
            if line is not None:
                self._put(row, replace(line, state=one.state, code=one.code, text=one.text, due_at=one.due_at,
                                       attempts=one.attempts, enhanced=one.enhanced, updated_at=now))  # fmt: skip
                rows.append(row)
        if rows:
            self._repaint(min(rows), max(rows))
            self._dirty.update({row // PAGE for row in rows} if not self._filter else ())
        if any_moved and (rows or self._filter) and not self._refresh.isActive():
            self._refresh.start()

    def line(self, row: int) -> Line | None:
        """The row's data, or None while it is not loaded."""
        if self._filter:
            return self._found[row] if row < len(self._found) else None
        page = self._pages.get(row // PAGE)
        return None if page is None else page.get(row)

    def gather(self, rows: Sequence[int], done: Callable[[list[str]], None]) -> None:
        """Hand over the text of rows, cells parted by tabs, reading in the background those that are not loaded."""
        self._gathering.cancel()
        lines = [self.line(row) for row in rows]
        if None not in lines or self._campaign is None or self._filter:
            done([self._as_text(line) for line in lines if line is not None])
            return
        campaign, wanted = self._campaign, set(rows)

        def read() -> list[str]:
            pages = sorted({row // PAGE for row in wanted})
            found = (line for page in pages for line in self._reports.window(campaign, page * PAGE + 1, PAGE))
            return [self._as_text(line) for line in found if line.position - 1 in wanted]

        self._gathering.query(read, done)

    # -- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """The list's length, or how much of a filtered one was found so far."""
        if parent.isValid():
            return 0
        return len(self._found) if self._filter else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """The columns given."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self._columns[section].title)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell; one that is not loaded says so and is fetched."""
        return self._cell(index.column(), self._asked_line(index.row()), role)

    def multiData(self, index: Index, span: QModelRoleDataSpan) -> None:  # type: ignore[override]  # stubs
        """All a painted cell needs in one call: each call waits for the interpreter while a campaign is sent."""
        column, line = index.column(), self._asked_line(index.row())
        for place in range(span.size()):
            wanted = span[place]  # type: ignore[index]  # it is indexable; the stubs do not say so
            value = self._cell(column, line, wanted.role())
            if value is None:
                wanted.clearData()
            else:
                wanted.setData(value)

    def _asked_line(self, row: int) -> Line | None:
        line = self.line(row)
        if not self._filter and (line is None or row // PAGE in self._stale):
            self._ask(row // PAGE)
        return line

    def _cell(self, place: int, line: Line | None, role: int) -> object:
        if line is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole and place == 0 else None
        column = self._columns[place]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(line, self._moment())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._told(column, line, role)
        if column.shows_state and role == Qt.ItemDataRole.DecorationRole:
            return theme().glyph(LOOKS[standing(line)].glyph, LOOKS[standing(line)].token)
        if column.shows_state and role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour(LOOKS[standing(line)].token)
        return None

    def _told(self, column: Column, line: Line, role: int) -> str | None:
        """The whole of what a cell says and what it means, by pointing at it or by ear."""
        said, moment = column.text(line, self._moment()), self._moment()
        means = column.hint(line, moment) if column.hint is not None else ""
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return means or None
        return tip(f"{said}: {means}" if means else said)

    def canFetchMore(self, parent: Index) -> bool:
        """A filtered view may have more rows."""
        return bool(self._filter) and self._more and not self._reading and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Read the next rows of a filtered view."""
        if not parent.isValid():
            self._read_found(after=self._found[-1].id if self._found else 0, limit=PAGE)

    # -- reading

    def _restart(self) -> None:
        self.beginResetModel()
        self._generation += 1
        self._pages.clear()
        self._found, self._row_of = [], {}
        self._wanted.clear()
        self._loading, self._stale, self._dirty = set(), set(), set()
        self._more, self._reading, self._outdated = bool(self._filter), False, False
        self._zone = local_zone(self._clock.now())
        self.endResetModel()
        if self._filter and self._campaign is not None:
            self.fetchMore(QModelIndex())

    def _ask(self, page: int) -> None:
        if page in self._loading:
            return
        self._wanted[page] = None
        self._wanted.move_to_end(page)
        if not self._settle.isActive():
            self._settle.start()

    def _fetch_pages(self) -> None:
        pages = list(self._wanted)[-_AT_ONCE:]
        self._wanted.clear()  # a row that is still in sight asks again when it is painted
        for page in pages:
            if self._campaign is not None:
                self._fetch_page(self._campaign, page)

    def _fetch_page(self, campaign: Campaign, page: int) -> None:
        generation = self._generation
        self._loading.add(page)
        self._stale.discard(page)

        def read() -> list[Line]:
            return self._reports.window(campaign, page * PAGE + 1, PAGE)

        self._operations.query(read, lambda lines: self._page_came(generation, page, lines), owner=self)

    def _page_came(self, generation: int, page: int, lines: list[Line]) -> None:
        if generation != self._generation:
            return
        self._loading.discard(page)
        self._pages[page] = {line.position - 1: line for line in lines}
        self._pages.move_to_end(page)
        self._row_of.update({line.id: line.position - 1 for line in lines})
        while len(self._pages) > _KEPT_PAGES:
            _page, old = self._pages.popitem(last=False)
            for line in old.values():
                self._row_of.pop(line.id, None)
        self._repaint(page * PAGE, min(self._total, (page + 1) * PAGE) - 1)

    def _read_again(self) -> None:
        if self._filter and self._reading:
            self._outdated = True
            return
        if self._filter:
            self._read_found(after=0, limit=len(self._found) + PAGE)
            return
        self._stale |= self._dirty & self._pages.keys()
        for page in self._dirty:
            self._repaint(page * PAGE, min(self._total, (page + 1) * PAGE) - 1)
        self._dirty = set()

    def _read_found(self, *, after: int, limit: int) -> None:
        if self._reading or self._campaign is None:
            return
        self._reading = True
        campaign, only, generation = self._campaign, self._filter, self._generation

        def came(lines: list[Line]) -> None:
            if generation != self._generation:
                return
            self._reading, self._more = False, len(lines) == limit
            if self._outdated:
                self._outdated = False
                self._refresh.start()
            kept = self._found if after else []
            self._merge([*kept, *lines])
            self.looked.emit()

        self._operations.query(
            lambda: self._reports.page(campaign, only, after=after, limit=limit),
            came,
            owner=self,
        )

    def _merge(self, lines: list[Line]) -> None:
        """Replace what was found without losing the table's place: both lists are in order of id."""
        fresh = {line.id for line in lines}
        for first, last in reversed(list(_runs(row for row, line in enumerate(self._found) if line.id not in fresh))):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._found[first : last + 1]
            self.endRemoveRows()
        known = {line.id for line in self._found}
        for first, last in _runs(row for row, line in enumerate(lines) if line.id not in known):
            self.beginInsertRows(QModelIndex(), first, last)
            self._found[first:first] = lines[first : last + 1]
            self.endInsertRows()
        self._found = lines
        self._row_of = {line.id: row for row, line in enumerate(lines)}
        self._repaint(0, len(lines) - 1)

    # -- parts

    def _put(self, row: int, line: Line) -> None:
        if self._filter:
            self._found[row] = line
        else:
            self._pages[row // PAGE][row] = line

    def _repaint(self, first: int, last: int) -> None:
        if 0 <= first <= last < self.rowCount():
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def _moment(self) -> Moment:
        return Moment(self._clock.now(), self._zone)

    def _as_text(self, line: Line) -> str:
        moment = self._moment()
        return "\t".join(" ".join(column.text(line, moment).split()) for column in self._columns)


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring numbers together: (first, last)."""
    first = last = -1
    for row in rows:
        if row != last + 1 or first < 0:
            if first >= 0:
                yield first, last
            first = row
        last = row
    if first >= 0:
        yield first, last
