"""The blocked list as a table: entries newest first, more as it is scrolled down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from sendoff.core.language import phrase, tr
from sendoff.core.ports import Clock
from sendoff.core.suppression import Suppression
from sendoff.services.suppressions import Suppressions
from sendoff.ui.local_time import dated
from sendoff.ui.models.listing import Index, Titled
from sendoff.ui.operations import Operations

REASON_WORDS = {
    "manual": phrase("by hand"),
    "unsubscribed": phrase("unsubscribed"),
    "complaint": phrase("reported as spam"),
    "hard": phrase("mailbox does not exist"),
}
"""The reasons of `core.suppression.REASONS` as people say them."""
_PAGE = 256


class SuppressionsModel(Titled):
    """The entries that fit a search and a reason."""

    titles = (phrase("Address or domain"), phrase("Reason"), phrase("Since"), phrase("Source"))

    found = Signal(int)
    """How many fit, all of them counted."""

    def __init__(
        self, suppressions: Suppressions, operations: Operations, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._suppressions = suppressions
        self._operations = operations
        self._clock = clock
        self._rows: list[Suppression] = []
        self._search = ""
        self._reason = ""
        self._generation = 0
        self._more = False
        self._reading = False

    def show(self, search: str, reason: str) -> None:
        """Show the entries that fit; those of before stay until the new ones are there."""
        self._search, self._reason = search, reason
        self.read_again()

    def read_again(self) -> None:
        """Read from the newest on, and count."""
        self._generation += 1
        generation, suppressions = self._generation, self._suppressions
        search, reason = self._search, self._reason
        self._reading = True

        def came(page: Sequence[Suppression]) -> None:
            if generation == self._generation:
                self.beginResetModel()
                self._rows, self._more, self._reading = list(page), len(page) == _PAGE, False
                self.endResetModel()

        def counted(number: int) -> None:
            if generation == self._generation:
                self.found.emit(number)

        query = self._operations.query
        query(lambda: suppressions.page(search=search, reason=reason, limit=_PAGE), came, owner=self)
        query(lambda: suppressions.count(search=search, reason=reason), counted, owner=self)

    @property
    def shown(self) -> tuple[str, str]:
        """The search and the reason that the entries fit."""
        return self._search, self._reason

    def entry(self, row: int) -> Suppression:
        """The entry in a row."""
        return self._rows[row]

    # -- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """The entries read so far."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        one = self._rows[index.row()]
        match index.column():
            case 0:
                return tr("{key} (everybody there)", key=one.key) if one.key.startswith("@") else one.key
            case 1:
                return tr(REASON_WORDS.get(one.reason, one.reason))
            case 2:
                return dated(one.at, self._clock.now())
            case _:
                return one.source

    def canFetchMore(self, parent: Index) -> bool:
        """There may be older entries."""
        return self._more and not self._reading and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Read the next entries."""
        if parent.isValid() or self._reading or not self._rows:
            return
        self._reading = True
        generation, suppressions, last = self._generation, self._suppressions, self._rows[-1]
        search, reason = self._search, self._reason

        def came(page: Sequence[Suppression]) -> None:
            if generation != self._generation:
                return
            self._more, self._reading = len(page) == _PAGE, False
            if page:
                self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(page) - 1)
                self._rows.extend(page)
                self.endInsertRows()

        self._operations.query(
            lambda: suppressions.page(search=search, reason=reason, after=last, limit=_PAGE), came, owner=self
        )
