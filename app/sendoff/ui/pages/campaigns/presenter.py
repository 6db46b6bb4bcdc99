"""Reads the campaigns and does what their table is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from sendoff.core.campaign import Campaign, Priority
from sendoff.core.errors import InputError
from sendoff.core.events import AccountsChanged, CampaignChanged, DeliveriesMoved
from sendoff.core.language import tr
from sendoff.services.app import Services
from sendoff.ui.deleting import Deleting
from sendoff.ui.drafts import new_draft
from sendoff.ui.duplicating import duplicate
from sendoff.ui.models.campaigns import Entry
from sendoff.ui.operations import Newest
from sendoff.ui.pages.stage import Stage

if TYPE_CHECKING:
    from sendoff.ui.pages.campaigns.view import CampaignsPage

_GATHER_MS = 100


class CampaignsPresenter(QObject):
    """Behind the list of campaigns."""

    def __init__(self, page: CampaignsPage, stage: Stage) -> None:
        super().__init__(page)
        self._page = page
        self._stage = stage
        self._deleting = Deleting(page, page.model, page.toast, stage.operations, self._hidden)
        self._reading = Newest(stage.operations, self)
        self._gather = QTimer(self, interval=_GATHER_MS, singleShot=True)
        self._gather.timeout.connect(self.load)
        stage.bridge.batch.connect(self._hear)
        stage.countdowns.changed.connect(self._counted)

    @Slot()
    def load(self) -> None:
        """Read every campaign with its figures."""
        services = self._stage.services

        def read() -> tuple[list[Entry], bool]:
            every = services.campaigns.all()
            names = {
                used: _account_name(services, used) for one in every for used in {one.account_id, *one.account_ids}
            }
            counts = services.reports.figures
            entries = [Entry(campaign=one, account=_accounts_text(one, names), counts=counts(one)) for one in every]
            return entries, any(not one.is_sandbox for one in services.accounts.all())

        self._reading.query(read, self._came)

    def new(self) -> None:
        """Start a campaign and open it."""
        services = self._stage.services
        self._stage.operations.command(lambda: new_draft(services), self._show, owner=self)

    def open(self, one: Entry) -> None:
        """Open a campaign."""
        self._stage.navigator.open("campaign", one.campaign.id)

    def duplicate(self, one: Entry) -> None:
        """Make a draft of a campaign and open it."""
        duplicate(self._stage, one.campaign.id, self)

    def delete(self, one: Entry) -> None:
        """Take a campaign out of the list; it is deleted when nobody undoes that."""
        campaign, campaigns = one.campaign, self._stage.services.campaigns
        self._stage.countdowns.undo(campaign.id)
        self._deleting.delete(campaign.id, campaign.name, lambda: campaigns.remove(campaign.id))

    def put_first(self, one: Entry, priority: str) -> None:
        """Change whose turn it is, of campaigns that use one account; also while it is sent."""
        sending, campaign_id = self._stage.services.sending, one.campaign.id
        self._stage.operations.command(
            lambda: sending.put_first(campaign_id, Priority(priority)), lambda _none: self._gather.start(), owner=self
        )

    def undo(self, campaign_id: str) -> None:
        """Take back what is about to be sent."""
        self._stage.countdowns.undo(campaign_id)

    def hurry(self, campaign_id: str) -> None:
        """Send it without waiting."""
        self._stage.countdowns.hurry(campaign_id)

    @Slot(str)
    def _counted(self, campaign_id: str) -> None:
        counting = self._stage.countdowns.of(campaign_id)
        self._page.model.set_seconds(campaign_id, counting.seconds if counting else 0)
        self._page.show_countdown(next(iter(self._stage.countdowns.every()), None))

    def _hidden(self) -> None:
        self._page.show_face()
        self._gather.start()

    def _show(self, campaign: Campaign) -> None:
        self._stage.navigator.open("campaign", campaign.id)

    def _came(self, answer: tuple[list[Entry], bool]) -> None:
        entries, connected = answer
        leaving = {one.campaign.id: one.seconds for one in self._stage.countdowns.every()}
        entries = [replace(one, seconds=leaving.get(one.campaign.id, 0)) for one in entries]
        self._page.empty.offer(connected=connected)
        self._page.model.show(entries)
        self._page.show_face()
        self._page.show_countdown(next(iter(self._stage.countdowns.every()), None))

    @Slot(tuple)
    def _hear(self, batch: tuple[object, ...]) -> None:
        for event in batch:
            if isinstance(event, DeliveriesMoved):
                self._page.model.set_counts(event.campaign_id, event.counts)
            elif isinstance(event, CampaignChanged | AccountsChanged):
                self._gather.start()


def _accounts_text(one: Campaign, names: dict[str, str]) -> str:
    return ", ".join(names[each] for each in one.account_ids) or names[one.account_id]


def _account_name(services: Services, account_id: str) -> str:
    if not account_id:
        return ""
    try:
        return services.accounts.get(account_id).name
    except InputError:
        return tr("deleted")
