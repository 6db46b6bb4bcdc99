"""What the window's tables have in common: titles above their columns, and lists that are searched and deleted from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sendoff.core.language import tr
from sendoff.core.ports import Clock

Index = QModelIndex | QPersistentModelIndex
Entry = TypeVar("Entry")


class Titled(QAbstractTableModel):
    """A table that names its columns in `titles`."""

    titles: ClassVar[tuple[str, ...]] = ()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """As many as there are titles."""
        return 0 if parent.isValid() else len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self.titles[section])
        return None


class Rows(Titled, Generic[Entry]):
    """Entries as they are given, a row each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = entries
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """The entry in a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """As many as there are entries."""
        return 0 if parent.isValid() else len(self._rows)


class Listing(Titled, Generic[Entry]):
    """Entries that match a search; those about to be deleted are left out.

    A subclass says what an entry's id is, which of its words are searched, and what its cells show.
    """

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._every: list[Entry] = []
        self._shown: list[Entry] = []
        self._search = ""
        self._hidden: frozenset[str] = frozenset()

    def show(self, entries: Sequence[Entry]) -> None:
        """Take what the store holds; rows that stay keep their place and selection."""
        self._every = list(entries)
        self._sift()

    def search(self, text: str) -> None:
        """Show the entries that hold `text`."""
        self._search = text.casefold().strip()
        self._sift()

    def hide(self, ids: frozenset[str]) -> None:
        """Leave out what is about to be deleted."""
        self._hidden = ids
        self._sift()

    def entry(self, row: int) -> Entry:
        """The entry in a row."""
        return self._shown[row]

    def row_of(self, key: str) -> int:
        """Where an entry is shown, by its id; -1 where it is not."""
        return next((row for row, one in enumerate(self._shown) if self.key(one) == key), -1)

    def known(self) -> list[Entry]:
        """Every entry, shown or not, the deleted left out."""
        return [one for one in self._every if self.key(one) not in self._hidden]

    def replace(self, new: Entry) -> None:
        """Show an entry as it is now, in its place."""
        key = self.key(new)
        for entries in (self._every, self._shown):
            for row, one in enumerate(entries):
                if self.key(one) == key:
                    entries[row] = new
        row = self.row_of(key)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """The entries that match."""
        return 0 if parent.isValid() else len(self._shown)

    # -- a subclass's part

    def key(self, one: Entry) -> str:
        """An entry's id."""
        raise NotImplementedError

    def searched(self, one: Entry) -> Sequence[str]:
        """The words of an entry that a search looks through."""
        raise NotImplementedError

    def passes(self, _one: Entry) -> bool:
        """Whether an entry is shown when the search finds it."""
        return True

    def _found(self, one: Entry) -> bool:
        return any(self._search in text.casefold() for text in self.searched(one))

    def _sift(self) -> None:
        shown = [one for one in self.known() if self.passes(one) and self._found(one)]
        if [self.key(one) for one in shown] == [self.key(one) for one in self._shown]:
            self._shown = shown
            if shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()
