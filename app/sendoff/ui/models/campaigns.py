"""The list of campaigns: each with its figures, its account and its date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.ports import Clock
from sendoff.core.wording import clock_text, count_text
from sendoff.ui.local_time import local_zone
from sendoff.ui.theme import theme
from sendoff.ui.widgets.figures import addressed
from sendoff.ui.widgets.state import LOOKS

COUNTS_ROLE = Qt.ItemDataRole.UserRole + 1
"""A campaign's figures, for the bar."""
TITLES = ("Campaign", "State", "Progress", "Account", "Date")
PROGRESS = TITLES.index("Progress")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One campaign with what the list says of it."""

    campaign: Campaign
    account: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many recipients it has."""
        return sum(self.counts.values())


class CampaignsModel(QAbstractTableModel):
    """Campaigns, newest first, those that match the search."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._every: list[Entry] = []
        self._shown: list[Entry] = []
        self._search = ""
        self._states: frozenset[str] = frozenset()
        self._hidden: frozenset[str] = frozenset()

    def show(self, entries: Sequence[Entry]) -> None:
        """Take what the store holds; rows that stay keep their place and selection."""
        self._every = list(entries)
        self._sift()

    def search(self, text: str) -> None:
        """Show the campaigns whose name, account or subject holds `text`."""
        self._search = text.casefold().strip()
        self._sift()

    def show_only(self, states: Sequence[str]) -> None:
        """Show the campaigns in these states; all of them where none is named."""
        self._states = frozenset(states)
        self._sift()

    def by_state(self) -> dict[str, int]:
        """How many campaigns are in each state, the deleted left out."""
        return dict(Counter(one.campaign.state.value for one in self._every if one.campaign.id not in self._hidden))

    def hide(self, ids: frozenset[str]) -> None:
        """Leave out what is about to be deleted."""
        self._hidden = ids
        self._sift()

    def entry(self, row: int) -> Entry:
        """The campaign in a row."""
        return self._shown[row]

    def row_of(self, campaign_id: str) -> int:
        """Where a campaign is shown, -1 where it is not."""
        return next((row for row, one in enumerate(self._shown) if one.campaign.id == campaign_id), -1)

    def known(self) -> int:
        """How many campaigns there are, shown or not, the deleted left out."""
        return sum(one.campaign.id not in self._hidden for one in self._every)

    def set_counts(self, campaign_id: str, counts: Mapping[str, int]) -> None:
        """New figures of a campaign that is being sent."""
        for entries in (self._every, self._shown):
            for row, one in enumerate(entries):
                if one.campaign.id == campaign_id:
                    entries[row] = Entry(campaign=one.campaign, account=one.account, counts=dict(counts))
        row = self.row_of(campaign_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(TITLES) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """The campaigns that match."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        """Name, state, figures, account, date."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell."""
        one, column = self._shown[index.row()], index.column()
        look = LOOKS[one.campaign.state]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(one)[column]
        if role == COUNTS_ROLE:
            return one.counts
        if TITLES[column] == "State" and role == Qt.ItemDataRole.DecorationRole:
            return theme().glyph(look.glyph, look.token)
        if TITLES[column] == "State" and role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour(look.token)
        return None

    def _words(self, one: Entry) -> tuple[str, ...]:
        campaign, now = one.campaign, self._clock.now()
        at = campaign.started_at or campaign.created_at
        return (
            campaign.name,
            LOOKS[campaign.state].word,
            progress_text(one),
            one.account,
            _date_text(at, now),
        )

    def _sift(self) -> None:
        shown = [one for one in self._every if one.campaign.id not in self._hidden and self._matches(one)]
        if [one.campaign.id for one in shown] == [one.campaign.id for one in self._shown]:
            self._shown = shown
            if shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, len(TITLES) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def _matches(self, one: Entry) -> bool:
        campaign = one.campaign
        if self._states and campaign.state.value not in self._states:
            return False
        return any(self._search in text.casefold() for text in (campaign.name, one.account, campaign.content.subject))


def progress_text(one: Entry) -> str:
    """The figures in a few words."""
    if not one.total:
        return "no recipients yet"
    if one.campaign.state is CampaignState.DRAFT:
        return f"{count_text(addressed(one.counts))} to send"
    return f"{count_text(one.counts.get('accepted', 0))} of {count_text(addressed(one.counts))} accepted"


def _date_text(at: int, now: int) -> str:
    clock = clock_text(at, now, local_zone(now))
    return clock if " " in clock else f"today {clock}"
