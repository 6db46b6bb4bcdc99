"""When to try again: after a lost session, and after a temporary refusal. Jitter is a value in 0 … 1."""

from __future__ import annotations

from dataclasses import dataclass

from sendoff.core.language import tr
from sendoff.core.outcome import Kind, Outcome

LONGEST_RECONNECT = 60.0
"""Seconds, before jitter."""
LONGEST_RETRY = 4 * 3600.0
"""Seconds, before jitter; a server that asks for more gets more."""
GIVEN_UP = "given_up"
"""The reason kept with whoever was put off until the attempts, or the time for them, were used up: a dead letter."""
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


def lost_again(attempts: int, base: float, now: int, jitter: float) -> int:
    """When a message goes again after its session broke (epoch ms): at once after the first time, then ever later."""
    if attempts <= 1:
        return now
    return now + round(1000 * _spread(min(base * 2.0 ** min(attempts - 2, 64), LONGEST_RETRY), jitter))


def too_old(first_at: int, max_age: float, at: int) -> bool:
    """Whether a retry at `at` comes more than `max_age` seconds (0 = no bound) after the first attempt."""
    return bool(max_age and first_at) and at - first_at > 1000 * max_age


def decide(
    outcome: Outcome,
    attempts: int,
    max_attempts: int,
    base: float,
    now: int,
    jitter: float,
    *,
    first_at: int = 0,
    max_age: float = 0.0,
) -> RetryAt | GiveUp:
    """Decide about a recipient whose attempt number `attempts` (from 1) was refused with `outcome`.

    The wait is `base` seconds doubled with every attempt, at most four hours, spread by ±20 %, and never
    less than a greylisting, a full mailbox or a rate limit asked for. Where the next attempt would come later than
    `max_age` seconds after the one at `first_at` (epoch ms, 0 = this is the first), there is none.
    """
    if outcome.permanent:
        return GiveUp(tr("refused for good"))
    if attempts >= max_attempts:
        return GiveUp(tr("attempts used up"))
    wait = _spread(min(base * 2.0 ** min(max(attempts - 1, 0), 64), LONGEST_RETRY), jitter)
    if outcome.kind in _HEEDED:
        wait = max(wait, outcome.wait)
    at = now + round(wait * 1000)
    return GiveUp(tr("too old")) if too_old(first_at or now, max_age, at) else RetryAt(at)


def _spread(seconds: float, jitter: float) -> float:
    return seconds * (0.8 + 0.4 * jitter)
