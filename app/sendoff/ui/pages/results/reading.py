"""What the results page knows of a campaign, read at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.copies import Filed
from sendoff.core.delivery import Line, State
from sendoff.core.errors import InputError
from sendoff.core.forgetting import shown_address
from sendoff.core.language import tr
from sendoff.core.report import Filter, Group, again
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
    doubtful_at: str
    """The address of that one."""
    quarantined: int
    """Until when those in doubt cannot be sent again (epoch ms), 0 = they can."""
    copies: Filed
    account: Account | None
    """What it was sent through; None where it was removed."""
    later: Sequence[tuple[int, int]]
    """When those who were put off are tried again (epoch ms) and how many, the next first; empty while others are."""
    names: Mapping[tuple[State, str], str]
    """Who is the only one of a cause, by its state and reason."""
    alone: str
    """Who is the only one whom sending to the failed again would reach; empty where several are, or nobody."""
    obstacle: str
    """Why nobody can look for those in doubt; empty where that can be done."""
    rehearsed: bool
    """The sandbox took it: whoever is in doubt is looked for there."""

    @property
    def next_try(self) -> int:
        """When the first of those who were put off is tried again (epoch ms), 0 = others are being sent to."""
        return self.later[0][0] if self.later else 0


def read(services: Services, campaign: Campaign) -> Known:
    """Read all of it. Blocks."""
    try:
        account = services.accounts.get(campaign.account_id)
        provider = services.accounts.provider_name(account)
    except InputError:
        account, provider = None, ""
    counts = services.reports.figures(campaign)
    groups = services.reports.groups(campaign, provider)
    alone = [(one, _only(services, campaign, one)) for one in groups if one.count == 1]
    names = {(one.state, one.reason): _called(found[0]) for one, found in alone if found}
    rehearsed = account is not None and account.is_sandbox and {*campaign.account_ids} <= {account.id}
    obstacle = services.doubts.obstacle(campaign) if counts["in_doubt"] and not rehearsed else None
    doubtful = _doubtful(services, campaign) if counts["in_doubt"] == 1 else None
    return Known(
        campaign=campaign,
        counts=counts,
        groups=groups,
        names=names,
        alone=_alone(services, campaign, groups, names),
        line=timeline(services.reports.minutes(campaign)),
        doubtful=_named(doubtful) if doubtful else "",
        doubtful_at=doubtful.address if doubtful else "",
        quarantined=services.sending.quarantined(campaign.id) if counts["in_doubt"] else 0,
        copies=services.copies.standing(campaign.id),
        account=account,
        later=_later(services, campaign, counts),
        obstacle=f"{obstacle.title} {obstacle.remedy}" if obstacle else "",
        rehearsed=rehearsed,
    )


def _doubtful(services: Services, campaign: Campaign) -> Line | None:
    """The only one in doubt; None where that was settled in this moment."""
    return next(iter(services.reports.page(campaign, limit=1, states=(State.IN_DOUBT,))), None)


def _named(line: Line) -> str:
    return f"{line.name} ({line.address})" if line.name else shown_address(line.address)


def _later(services: Services, campaign: Campaign, counts: dict[str, int]) -> Sequence[tuple[int, int]]:
    if campaign.state is not CampaignState.RUNNING or counts["queued"] or not counts["deferred"]:
        return ()
    return services.plans.later(campaign)


def _only(services: Services, campaign: Campaign, group: Group, limit: int = 1) -> Sequence[Line]:
    return services.reports.page(campaign, Filter(states=(group.state,), reasons=(group.reason,)), limit=limit)


def _alone(
    services: Services, campaign: Campaign, groups: Sequence[Group], names: Mapping[tuple[State, str], str]
) -> str:
    """The name of who would be sent to again, where that is one."""
    meant = [one for one in groups if again((one,)).number]
    if len(meant) != 1 or again(meant).number != 1:
        return ""
    (group,) = meant
    if group.count == 1:
        return names.get((group.state, group.reason), "")
    found = _only(services, campaign, group, group.blocked + 1)
    return next((_called(one) for one in found if not services.suppressions.covers(one.address)), "")


def _called(line: Line) -> str:
    return line.name or shown_address(line.address)


def busy(known: Known, now: int) -> str:
    """Why nobody can be sent to again; empty where that can be done."""
    if known.campaign.state is not CampaignState.RUNNING:
        return ""
    if not known.later:
        return tr("It is being sent. Sending again is possible when it has ended.")
    number, zone = count_text(known.counts["deferred"]), local_zone(now)
    clock, last = (clock_text(max(now, known.later[place][0]), now, zone) for place in (0, -1))
    if clock != last:
        return tr(
            "{number} deferred, the next tried again at {clock}, the last at {last}. Sending again is possible when "
            "all is ended.",
            number=number,
            clock=clock,
            last=last,
        )
    return tr(
        "{number} deferred, tried again at {clock}. Sending again is possible when all is ended.",
        number=number,
        clock=clock,
    )
