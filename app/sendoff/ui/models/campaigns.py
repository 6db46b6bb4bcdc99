"""The list of campaigns: each with its figures, its account and its date."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt

from sendoff.core.campaign import Campaign, CampaignState, Priority
from sendoff.core.language import phrase, tr
from sendoff.core.report import MARKED, apart
from sendoff.core.template_words import template_words
from sendoff.core.wording import count_text
from sendoff.ui.local_time import dated
from sendoff.ui.models.listing import Index, Listing
from sendoff.ui.theme import theme
from sendoff.ui.widgets.figures import addressed
from sendoff.ui.widgets.state import LOOKS, Look, standing_of

COUNTS_ROLE = Qt.ItemDataRole.UserRole + 1
"""A campaign's figures, for the bar."""
STATE, PROGRESS, ACCOUNT, DATE = 1, 2, 3, 4
_LEAVING = Look("clock", "accent", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One campaign with what the list says of it."""

    campaign: Campaign
    account: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    seconds: int = 0
    """How many are left to undo before it is sent; 0 = it is not about to be."""

    @property
    def total(self) -> int:
        """How many recipients it has."""
        return sum(self.counts.values())


class CampaignsModel(Listing[Entry]):
    """Campaigns, newest first, those whose name, account or subject match the search."""

    titles = (phrase("Campaign"), phrase("State"), phrase("Progress"), phrase("Account"), phrase("Date"))

    _states: frozenset[str] = frozenset()

    def key(self, one: Entry) -> str:
        """The campaign's id."""
        return one.campaign.id

    def searched(self, one: Entry) -> Sequence[str]:
        """Name, account and subject."""
        return one.campaign.name, one.account, template_words(one.campaign.content.subject, one.campaign.titles)

    def passes(self, one: Entry) -> bool:
        """Whether it is in one of the states chosen."""
        return not self._states or standing_of(one.campaign) in self._states

    def show_only(self, states: Sequence[str]) -> None:
        """Show the campaigns in these states; all of them where none is named."""
        self._states = frozenset(states)
        self._sift()

    def by_state(self) -> dict[str, int]:
        """How many campaigns are in each state, the deleted left out."""
        return dict(Counter(standing_of(one.campaign) for one in self.known()))

    def set_seconds(self, campaign_id: str, seconds: int) -> None:
        """How many seconds are left before it is sent."""
        one = next((one for one in self.known() if one.campaign.id == campaign_id), None)
        if one is not None:
            self.replace(dataclasses.replace(one, seconds=seconds))

    def set_counts(self, campaign_id: str, counts: Mapping[str, int]) -> None:
        """New figures of a campaign that is being sent."""
        one = next((one for one in self.known() if one.campaign.id == campaign_id), None)
        if one is not None:
            self.replace(dataclasses.replace(one, counts=apart(counts, one.counts.get(MARKED, 0))))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell."""
        one, column = self.entry(index.row()), index.column()
        look = _LEAVING if one.seconds else LOOKS[standing_of(one.campaign)]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(one)[column]
        if role == COUNTS_ROLE:
            return one.counts
        if column == STATE and role == Qt.ItemDataRole.DecorationRole:
            return theme().glyph(look.glyph, look.token)
        if column == STATE and role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour(look.token)
        return None

    def _words(self, one: Entry) -> tuple[str, ...]:
        campaign = one.campaign
        return (
            campaign.name,
            _state_text(one),
            progress_text(one),
            one.account,
            dated(campaign.scheduled_at or campaign.started_at or campaign.created_at, self._clock.now()),
        )


def _state_text(one: Entry) -> str:
    if one.seconds:
        return tr("leaves in {seconds} s", seconds=one.seconds)
    return f"{tr(LOOKS[standing_of(one.campaign)].word)}{_priority_text(one.campaign)}"


def _priority_text(campaign: Campaign) -> str:
    """Whose turn it is, where it is not everybody's: ` · high`."""
    over = campaign.state in (CampaignState.FINISHED, CampaignState.STOPPED)
    return "" if over or campaign.priority is Priority.NORMAL else f" · {tr(campaign.priority.value)}"


def progress_text(one: Entry) -> str:
    """The figures in a few words."""
    if not one.total:
        return tr("no recipients yet")
    if one.campaign.state is CampaignState.DRAFT:
        return tr("{addressed} to send", addressed=count_text(addressed(one.counts)))
    return tr(
        "{get} of {addressed} accepted",
        get=count_text(one.counts.get("accepted", 0)),
        addressed=count_text(addressed(one.counts)),
    )
