"""The list of audiences: name, people, tags, where it came from, and when it changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sendoff.core.audience import Audience
from sendoff.core.ports import Clock
from sendoff.core.wording import clock_text, count_text
from sendoff.ui.local_time import local_zone

TITLES = ("Audience", "People", "Tags", "From", "Changed")
_PEOPLE = TITLES.index("People")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceEntry:
    """One audience with the people in it who can be sent to."""

    audience: Audience
    ready: int = 0
    rows: int = 0
    """All its rows, those that are not sent to among them."""


class AudiencesModel(QAbstractTableModel):
    """Audiences by name, those that match the search."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._every: list[AudienceEntry] = []
        self._shown: list[AudienceEntry] = []
        self._search = ""
        self._hidden: frozenset[str] = frozenset()

    def show(self, entries: Sequence[AudienceEntry]) -> None:
        """Take what the store holds; rows that stay keep their place and selection."""
        self._every = list(entries)
        self._sift()

    def search(self, text: str) -> None:
        """Show the audiences whose name, tags or source hold `text`."""
        self._search = text.casefold().strip()
        self._sift()

    def hide(self, ids: frozenset[str]) -> None:
        """Leave out what is about to be deleted."""
        self._hidden = ids
        self._sift()

    def entry(self, row: int) -> AudienceEntry:
        """The audience in a row."""
        return self._shown[row]

    def known(self) -> list[Audience]:
        """Every audience, shown or not, the deleted left out."""
        return [one.audience for one in self._every if one.audience.id not in self._hidden]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """The audiences that match."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """Name, people, tags, source, date."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell."""
        if not index.isValid():
            return None
        one = self._shown[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _PEOPLE:
            return f"{count_text(one.ready)} of {count_text(one.rows)} rows can be sent to"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(one)[index.column()]
        return None

    def _words(self, one: AudienceEntry) -> tuple[str, ...]:
        audience, now = one.audience, self._clock.now()
        clock = clock_text(audience.updated_at, now, local_zone(now))
        changed = clock if " " in clock else f"today {clock}"
        return audience.name, count_text(one.ready), ", ".join(audience.tags), audience.source, changed

    def _sift(self) -> None:
        shown = [one for one in self._every if one.audience.id not in self._hidden and self._matches(one.audience)]
        if [one.audience.id for one in shown] == [one.audience.id for one in self._shown]:
            self._shown = shown
            if shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, len(TITLES) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def _matches(self, one: Audience) -> bool:
        return any(self._search in text.casefold() for text in (one.name, one.source, *one.tags))
