"""The person's time zone, for the sentences of `core.wording`, and dates as the tables write them."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from sendoff.core.campaign import Campaign
from sendoff.core.language import tr
from sendoff.core.wording import clock_text, duration_text


def local_zone(now: int) -> tzinfo:
    """The zone of this computer as it is in force at `now` (epoch milliseconds)."""
    return datetime.fromtimestamp(now / 1000, UTC).astimezone().tzinfo or UTC


def dated(at: int, now: int) -> str:
    """A moment in a table: `today 15:20`, `Tuesday 14:10`, `3 December 14:10`; empty for 0, which is no moment."""
    if not at:
        return ""
    clock = clock_text(at, now, local_zone(now))
    return clock if " " in clock else tr("today {clock}", clock=clock)


def to_the_second(at: int, now: int) -> str:
    """The same of an attempt, of which several may fall in a minute: `today 15:20:07`."""
    zone = local_zone(now)
    return f"{dated(at, now)}:{datetime.fromtimestamp(at / 1000, zone):%S}"


def sent_when(campaign: Campaign, now: int, zone: tzinfo) -> str:
    """When a campaign was started and how long it took: `Started 14:10, took about 4 min`; empty before the start."""
    if not campaign.started_at:
        return ""
    start = tr("Started {clock}", clock=clock_text(campaign.started_at, now, zone))
    if not campaign.finished_at:
        return tr("{start}, not finished yet", start=start)
    seconds = (campaign.finished_at - campaign.started_at) / 1000
    return tr("{start}, took {time}", start=start, time=duration_text(max(1, seconds)))
