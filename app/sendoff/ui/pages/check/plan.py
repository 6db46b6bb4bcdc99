"""When a campaign would be done: its limits and pauses said as a time of day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from sendoff.core.account import Account
from sendoff.core.campaign import Pace
from sendoff.core.limits import Limit, parse_limit
from sendoff.core.wording import clock_text, count_text, duration_text

_ARTICLE = {"second": "a second", "minute": "a minute", "hour": "an hour", "day": "a day"}
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Plan:
    """The least time a number of messages takes, and what makes it so long (None = nothing but the server)."""

    messages: int
    seconds: float
    limit: Limit | None
    delay: float


def plan(messages: int, account: Account, pace: Pace) -> Plan:
    """Reckon with the campaign's own pace where it has one, else with the account's; a fresh window is assumed."""
    texts = () if pace.no_limits else pace.limits or account.limits
    delay = pace.delay if pace.delay >= 0 else account.delay
    longest, binding = max(0, messages - 1) * delay, None
    for limit in map(parse_limit, texts):
        seconds = max(0, messages - 1) // limit.count * limit.seconds
        if seconds > longest and not limit.domain:
            longest, binding = seconds, limit
    return Plan(messages, longest, binding, delay)


def rate_text(limit: Limit) -> str:
    """Say a limit in words: `80 an hour`, `10 in 2 hours`."""
    count, _, window = limit.text.partition("/")
    return f"{count_text(int(count))} {_ARTICLE.get(window, f'in {window}')}"


def plan_text(made: Plan, now: int, zone: tzinfo) -> tuple[str, str]:
    """The plan as a sentence, `4,812 messages at 80 an hour: until Tuesday 14:10`, and what explains it."""
    many = f"{count_text(made.messages)} message{'s' if made.messages != 1 else ''}"
    if made.seconds < _SHORT:
        return f"{many}, as fast as the server takes them.", "No limit holds them back."
    why = f" at {rate_text(made.limit)}" if made.limit else f", {made.delay:g} s apart"
    until = clock_text(now + round(made.seconds * 1000), now, zone)
    return f"{many}{why}: until {until}.", f"It takes {duration_text(made.seconds)}, counted from now."
