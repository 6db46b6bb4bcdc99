"""What the live view knows of a campaign, read at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import State
from sendoff.core.errors import InputError
from sendoff.core.limits import Room
from sendoff.core.report import again
from sendoff.core.tempo import accepted_by_minute
from sendoff.services.app import Services
from sendoff.services.plans import limits_of
from sendoff.ui.pages.sending.meter import KEPT

_MINUTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the store says of a campaign and its account."""

    campaign: Campaign
    counts: dict[str, int]
    """With those apart whom a person marked as sent."""
    account: Account | None
    needs_secret: bool
    secrets_are: str
    accounts: Sequence[Account] = ()
    """All it is sent through, as far as they are still there."""
    most_a_minute: int = 0
    """What the limits by the minute let go together; 0 = an account has none."""
    rooms: Mapping[str, Sequence[Room]] = field(default_factory=dict)
    """What is left of each account's limits, by its id, while it is not over."""
    missed: int = 0
    """To how many of a stopped campaign it can be sent after all."""
    minutes: dict[int, int]
    """How many were accepted in each minute, by the time it begins: while it runs, of the last half hour."""


def read(services: Services, campaign: Campaign) -> Known:
    """Read all of it. Blocks."""
    try:
        account = services.accounts.get(campaign.account_id)
    except InputError:
        account = None
    accounts = {one.id: one for one in services.accounts.every()}
    over = campaign.state in (CampaignState.FINISHED, CampaignState.STOPPED)
    since = services.clock.now() - KEPT if campaign.state is CampaignState.RUNNING else 0
    stopped = services.reports.groups(campaign) if campaign.state is CampaignState.STOPPED else []
    return Known(
        campaign=campaign,
        counts=services.reports.figures(campaign),
        account=account,
        needs_secret=services.accounts.needs_secret(account) if account else False,
        secrets_are=services.accounts.vault.describe(),
        accounts=[accounts[one] for one in campaign.account_ids if one in accounts],
        most_a_minute=_most(campaign, [accounts[one] for one in campaign.account_ids if one in accounts]),
        rooms={} if over else services.plans.rooms(campaign),
        missed=again(stopped).number if any(one.state is State.CANCELLED for one in stopped) else 0,
        minutes=accepted_by_minute(services.reports.minutes(campaign, since)),
    )


def _most(campaign: Campaign, accounts: Sequence[Account]) -> int:
    each = [
        min((one.count for one in limits_of(campaign, account) if one.seconds == _MINUTE and not one.domain), default=0)
        for account in accounts
    ]
    return sum(each) if all(each) else 0
