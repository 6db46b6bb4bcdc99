"""When to try again: after a lost session, and after a temporary refusal. Jitter is a value in 0 … 1."""

from __future__ import annotations

from dataclasses import dataclass

from sendoff.core.language import tr
from sendoff.core.outcome import Kind, Outcome

LONGEST_RECONNECT = 60.0
"""Seconds, before jitter."""
LONGEST_RETRY = 4 * 3600.0
"""Seconds, before jitter; a server that asks for more gets more."""
_HEEDED = frozenset({Kind.GREYLISTED, Kind.MAILBOX_FULL, Kind.RATE_LIMITED})


@dataclass(frozen=True, slots=True)
class RetryAt:
    """Try this recipient again at `at`, epoch milliseconds."""

    at: int


@dataclass(frozen=True, slots=True)
class GiveUp:
    """The recipient has failed; `reason` says why."""

    reason: str


def reconnect_delay(losses_in_a_row: int, jitter: float) -> float:
    """Seconds to wait before a new session: none after the first loss, then 1, 2, 4 … 60, spread by ±20 %."""
    if losses_in_a_row <= 1:
        return 0.0
    return _spread(min(2.0 ** min(losses_in_a_row - 2, 16), LONGEST_RECONNECT), jitter)


def decide(
    outcome: Outcome, attempts: int, max_attempts: int, base: float, now: int, jitter: float
) -> RetryAt | GiveUp:
    """Decide about a recipient whose attempt number `attempts` (from 1) was refused with `outcome`.

    The wait is `base` seconds doubled with every attempt, at most four hours, spread by ±20 %, and never
    less than a greylisting, a full mailbox or a rate limit asked for.
    """
    if outcome.permanent:
        return GiveUp(tr("refused for good"))
    if attempts >= max_attempts:
        return GiveUp(tr("attempts used up"))
    wait = _spread(min(base * 2.0 ** min(max(attempts - 1, 0), 64), LONGEST_RETRY), jitter)
    if outcome.kind in _HEEDED:
        wait = max(wait, outcome.wait)
    return RetryAt(now + round(wait * 1000))


def _spread(seconds: float, jitter: float) -> float:
    return seconds * (0.8 + 0.4 * jitter)
