"""What the check step reads of a campaign before it is checked."""

from __future__ import annotations

from dataclasses import dataclass

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.errors import InputError
from sendoff.core.plan import Plan
from sendoff.core.repeats import Repeat
from sendoff.core.review import Review, Tested
from sendoff.services.app import Services
from sendoff.ui.drafts import trial_address

_SIZES = {"max_message_bytes": 1, "max_message_mb": 1_000_000}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What is stored of a campaign and around it."""

    campaign: Campaign
    counts: dict[str, int]
    account: Account | None
    size: int
    """The largest message that its provider publishes to take, in bytes; 0 = not known."""
    tested: tuple[Tested, bool] | None
    test_to: str
    """Where the next test is proposed to go."""
    plan: Plan | None
    kept: Review | None
    """Of a campaign that was started: what was found before."""
    senders: tuple[str, ...]
    repeat: Repeat | None
    """Who of its people got the same message before."""


def is_draft(campaign: Campaign) -> bool:
    """Say whether a campaign can still be checked and mended."""
    return campaign.state is CampaignState.DRAFT


def gather(services: Services, campaign: Campaign) -> Gathered:
    """Read everything around a campaign. Blocks."""
    known = {one.id: one for one in services.accounts.every()}
    account, draft = known.get(campaign.account_id), is_draft(campaign)
    tested = services.checks.tested(campaign)
    counts = services.reports.counts(campaign)
    return Gathered(
        campaign=campaign,
        counts=counts,
        account=account,
        size=_published_size(services, account),
        tested=tested,
        test_to=trial_address(campaign, account, known.values(), tested[0] if tested else None),
        plan=services.plans.of(campaign, account) if draft else None,
        kept=None if draft else services.checks.at_start(campaign),
        senders=tuple(known[one].name for one in campaign.account_ids if one in known),
        repeat=services.repeats.of(campaign, counts["queued"]) if draft else None,
    )


def _published_size(services: Services, account: Account | None) -> int:
    if account is None:
        return 0
    try:
        preset = services.accounts.preset(account.preset)
    except InputError:
        return 0
    return next((one.value * _SIZES[one.what] for one in preset.published if one.value and one.what in _SIZES), 0)
