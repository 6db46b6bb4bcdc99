"""What the results page knows of a campaign, read at once."""

from __future__ import annotations

from dataclasses import dataclass

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.copies import Filed
from sendoff.core.delivery import State
from sendoff.core.errors import InputError
from sendoff.core.forgetting import shown_address
from sendoff.core.language import tr
from sendoff.core.report import Group
from sendoff.core.tempo import Timeline, timeline
from sendoff.core.wording import clock_text, count_text
from sendoff.services.app import Services
from sendoff.ui.local_time import local_zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the store says about a campaign."""

    campaign: Campaign
    counts: dict[str, int]
    """With those apart whom a person marked as sent."""
    groups: list[Group]
    line: Timeline
    doubtful: str
    """Who is in doubt, by name and address, where that is only one."""
    quarantined: int
    """Until when those in doubt cannot be sent again (epoch ms), 0 = they can."""
    copies: Filed
    account: Account | None
    """What it was sent through; None where it was removed."""
    next_try: int
    """When the first of those who were put off is tried again (epoch ms), 0 = others are being sent to."""
    obstacle: str
    """Why nobody can look for those in doubt; empty where that can be done."""


def read(services: Services, campaign: Campaign) -> Known:
    """Read all of it. Blocks."""
    try:
        account = services.accounts.get(campaign.account_id)
        provider = services.accounts.provider_name(account)
    except InputError:
        account, provider = None, ""
    counts = services.reports.figures(campaign)
    obstacle = services.doubts.obstacle(campaign) if counts["in_doubt"] else None
    return Known(
        campaign=campaign,
        counts=counts,
        groups=services.reports.groups(campaign, provider),
        line=timeline(services.reports.minutes(campaign)),
        doubtful=_named(services, campaign) if counts["in_doubt"] == 1 else "",
        quarantined=services.sending.quarantined(campaign.id) if counts["in_doubt"] else 0,
        copies=services.copies.standing(campaign.id),
        account=account,
        next_try=_next_try(services, campaign, counts),
        obstacle=f"{obstacle.title} {obstacle.remedy}" if obstacle else "",
    )


def _named(services: Services, campaign: Campaign) -> str:
    line = next(iter(services.reports.page(campaign, limit=1, states=(State.IN_DOUBT,))), None)
    if line is None:  # settled in this moment
        return ""
    return f"{line.name} ({line.address})" if line.name else shown_address(line.address)


def _next_try(services: Services, campaign: Campaign, counts: dict[str, int]) -> int:
    if campaign.state is not CampaignState.RUNNING or counts["queued"] or not counts["deferred"]:
        return 0
    return min((line.due_at for line in services.reports.page(campaign, states=(State.DEFERRED,))), default=0)


def busy(known: Known, now: int) -> str:
    """Why nobody can be sent to again; empty where that can be done."""
    if known.campaign.state is not CampaignState.RUNNING:
        return ""
    if not known.next_try:
        return tr("It is being sent. Sending again is possible when it has ended.")
    return tr(
        "{number} deferred, tried again at {clock}. Sending again is possible when all is ended.",
        number=count_text(known.counts["deferred"]),
        clock=clock_text(max(now, known.next_try), now, local_zone(now)),
    )
