"""Waits grow, stay within bounds and heed the server."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.outcome import Kind, Outcome, Scope
from sendoff.core.retry import GiveUp, RetryAt, decide, lost_again, reconnect_delay, too_old

NOW = 1_795_305_600_000
JITTER = st.floats(0, 1)
TEMPORARY = st.builds(
    Outcome, kind=st.sampled_from([kind for kind in Kind if kind is not Kind.ACCEPTED]), wait=st.integers(0, 604_800)
)


def test_the_first_reconnect_is_immediate_and_then_waits_double() -> None:
    assert [reconnect_delay(losses, 0.5) for losses in range(1, 10)] == [0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert reconnect_delay(0, 1.0) == 0


@given(st.integers(0, 10**9), JITTER)
def test_a_reconnect_waits_within_bounds(losses: int, jitter: float) -> None:
    assert 0 <= reconnect_delay(losses, jitter) < 72.1
    assert reconnect_delay(losses, 0.5) <= reconnect_delay(losses + 1, 0.5)


def test_waits_double_up_to_four_hours() -> None:
    busy = Outcome(kind=Kind.SERVER_DOWN)
    waits = [decide(busy, attempts, 99, 300, NOW, 0.5) for attempts in (1, 2, 3, 9, 90)]
    assert waits == [RetryAt(NOW + seconds * 1000) for seconds in (300, 600, 1200, 14400, 14400)]


def test_jitter_spreads_by_a_fifth() -> None:
    busy = Outcome(kind=Kind.SERVER_DOWN)
    assert decide(busy, 1, 5, 100, NOW, 0.0) == RetryAt(NOW + 80_000)
    assert decide(busy, 1, 5, 100, NOW, 1.0) == RetryAt(NOW + 120_000)


@pytest.mark.parametrize("kind", [Kind.GREYLISTED, Kind.MAILBOX_FULL, Kind.RATE_LIMITED])
def test_what_the_server_asks_for_is_the_least(kind: Kind) -> None:
    assert decide(Outcome(kind=kind, wait=86400), 1, 5, 60, NOW, 0.5) == RetryAt(NOW + 86_400_000)
    assert decide(Outcome(kind=kind, wait=5), 1, 5, 60, NOW, 0.5) == RetryAt(NOW + 60_000)


def test_when_to_give_up() -> None:
    refused = Outcome(kind=Kind.NO_SUCH_USER, scope=Scope.RECIPIENT, permanent=True)
    assert decide(refused, 1, 5, 60, NOW, 0.5) == GiveUp("refused for good")
    assert decide(Outcome(kind=Kind.GREYLISTED), 5, 5, 60, NOW, 0.5) == GiveUp("attempts used up")
    assert isinstance(decide(Outcome(kind=Kind.GREYLISTED), 4, 5, 60, NOW, 0.5), RetryAt)


def test_a_recipient_is_given_up_when_it_is_too_old() -> None:
    busy, hour = Outcome(kind=Kind.SERVER_DOWN), 3_600_000
    assert decide(busy, 3, 99, 60, NOW, 0.5, first_at=NOW - hour, max_age=7200) == RetryAt(NOW + 240_000)
    assert decide(busy, 3, 99, 60, NOW, 0.5, first_at=NOW - hour, max_age=3600) == GiveUp("too old")
    assert decide(Outcome(kind=Kind.GREYLISTED, wait=7200), 1, 99, 60, NOW, 0.5, max_age=3600) == GiveUp("too old")
    assert isinstance(decide(busy, 3, 99, 60, NOW, 0.5, first_at=NOW - hour), RetryAt)
    assert isinstance(decide(busy, 1, 99, 60, NOW, 0.5, max_age=7200), RetryAt)


def test_exactly_the_greatest_age_is_not_too_old() -> None:
    hour = 3_600_000
    assert not too_old(NOW, 3600, NOW + hour)
    assert too_old(NOW, 3600, NOW + hour + 1)


def test_after_a_lost_session_a_message_goes_again_at_once_and_then_ever_later() -> None:
    assert [lost_again(attempts, 30, NOW, 0.5) - NOW for attempts in (0, 1, 2, 3, 4)] == [0, 0, 30_000, 60_000, 120_000]
    assert lost_again(200, 30, NOW, 1.0) - NOW <= 1.2 * 4 * 3_600_000


@given(TEMPORARY, st.integers(1, 1000), st.floats(0, 1e6), JITTER)
def test_a_retry_is_never_in_the_past_and_never_beyond_reason(
    outcome: Outcome, attempts: int, base: float, jitter: float
) -> None:
    decision = decide(outcome, attempts, attempts + 1, base, NOW, jitter)
    assert isinstance(decision, RetryAt)
    assert NOW <= decision.at <= NOW + 1000 * max(outcome.wait, 1.21 * 4 * 3600)


@given(TEMPORARY, st.integers(1, 1000), st.floats(0, 1e6))
def test_without_jitter_waits_never_shrink(outcome: Outcome, attempts: int, base: float) -> None:
    sooner, later = (decide(outcome, number, 10**6, base, NOW, 0.5) for number in (attempts, attempts + 1))
    assert isinstance(sooner, RetryAt)
    assert isinstance(later, RetryAt)
    assert sooner.at <= later.at
