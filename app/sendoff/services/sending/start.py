"""The start of a campaign: what must hold first, and what is made ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sendoff.core.account_check import check_connections
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.plan_ports import ZonedRows, Zones
from sendoff.core.ports import CampaignStore, Queue, Rows
from sendoff.core.sharing import check_sharers
from sendoff.services.campaigns import Campaigns
from sendoff.services.sending.hours import check_hours, lay_zones
from sendoff.services.sending.ledgers import Ledgers
from sendoff.services.sending.muster import Muster


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Of a draft, or of a paused campaign that goes on."""

    store: CampaignStore
    rows: Rows
    queue: Queue
    campaigns: Campaigns
    ledgers: Ledgers
    muster: Muster
    zoned: ZonedRows
    zones: Zones
    gate: Callable[[Campaign], None]
    """Raises InputError for what must not start."""

    def make_ready(self, campaign_id: str) -> None:
        """Check all that can be known before, and keep the campaign as it is from here. Raises InputError."""
        campaign = self.campaigns.get(campaign_id)
        self._check(campaign)
        signed = self.campaigns.signed(campaign)
        for sharer in signed.sharers or (None,):
            self.campaigns.composer(signed, sharer)
        self.gate(campaign)
        check_hours(campaign, self.zones)
        self.store.save(signed)  # only a draft is changed by it
        self.queue.forget(campaign_id)
        if campaign.state is CampaignState.DRAFT:
            lay_zones(campaign, self.zoned, self.zones)

    def _check(self, campaign: Campaign) -> None:
        """Raise InputError where its state, its accounts or its list let nothing go."""
        if campaign.state not in (CampaignState.DRAFT, CampaignState.PAUSED):
            raise InputError(
                tr("“{name}” is {state}.", name=campaign.name, state=campaign.state), remedy="", code="not_startable"
            )
        check_sharers(campaign.sharers)
        for account, _ in self.muster.accounts_of(campaign):
            if campaign.state is CampaignState.DRAFT and campaign.pace.connections:
                check_connections(account.route, campaign.pace.connections)
            self.ledgers.check(account)
        if not self.rows.by_state(campaign.id):
            raise InputError(tr("The campaign has no recipients."), remedy=tr("Choose a list first."), code="empty")
