"""What is said beside the live table, made of what is known: accounts, days, next tries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.events import Lane
from sendoff.core.hours import hours_text
from sendoff.core.language import all_of, tr
from sendoff.core.limits import Room
from sendoff.core.plan import Plan, by_day, day_text
from sendoff.core.wording import clock_text, count_text, duration_text, lane_text, limit_text, room_text
from sendoff.ui.pages.sending.beside import Entry

_MOST = 4
"""Accounts, days and times that are named one by one."""


def ways(
    campaign: Campaign,
    accounts: Sequence[Account],
    rooms: Mapping[str, Sequence[Room]],
    lanes: Sequence[Lane],
    now: int,
    zone: tzinfo,
) -> list[Entry]:
    """Each account: what it does where there are several, how fast it may, and what is left of its longer limits."""
    doing = {one.account_id: lane_text(one, now, zone) for one in lanes} if len(accounts) > 1 else {}
    found = []
    for account in accounts:
        left = rooms.get(account.id, ())
        limits = () if campaign.pace.no_limits else dict.fromkeys((*account.limits, *campaign.pace.limits))
        others = [limit_text(one) for one in limits if one not in {each.limit.text for each in left}]
        most = tr("At most {limits}.", limits=all_of(others)) if others else ""
        rest = [f"{text[:1].upper()}{text[1:]}." for text in map(room_text, left)]
        said = [doing.get(account.id, ""), *rest, most]
        found.append(Entry(account.name, below="\n".join(part for part in said if part)))
    return _first(found)


def tries(later: Sequence[tuple[int, int]], now: int, zone: tzinfo) -> list[Entry]:
    """When whoever was deferred is tried again."""
    return _first([Entry(clock_text(max(at, now), now, zone), count_text(number)) for at, number in later])


def days(plan: Plan | None, now: int, zone: tzinfo) -> list[Entry]:
    """How many go on each day, where it takes more than one, and in which hours."""
    if plan is None:
        return []
    named = by_day(plan, zone)
    hours = tr("Only {hours}.", hours=hours_text(plan.hours)) if plan.hours else ""
    if len(named) < 2 and not hours:  # noqa: PLR2004 -- one day is said above already
        return []
    found = _first([Entry(day_text(at, now, zone), count_text(number)) for at, number in named])
    if found and hours:
        last = found[-1]
        found[-1] = Entry(last.what, last.figure, hours)
    return found


def course(campaign: Campaign, now: int, zone: tzinfo) -> list[Entry]:
    """Since when it is sent, and how long that took, pauses included."""
    if not campaign.started_at:
        return []
    started = Entry(tr("Started"), clock_text(campaign.started_at, now, zone))
    if campaign.state is CampaignState.PAUSED:
        return [started]
    over = campaign.state in (CampaignState.FINISHED, CampaignState.STOPPED)
    lasted = duration_text(max(1.0, ((campaign.finished_at if over else now) - campaign.started_at) / 1000))
    return [started, Entry(tr("Took") if over else tr("So far"), lasted)]


def _first(entries: list[Entry]) -> list[Entry]:
    """The first of them, and how many more there are."""
    if len(entries) <= _MOST + 1:
        return entries
    return [*entries[:_MOST], Entry(tr("and {number} more", number=count_text(len(entries) - _MOST)))]
