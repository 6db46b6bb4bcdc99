"""The rate that is shown is the rate there was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sendoff.ui.pages.sending.meter import Meter

START = 1_790_000_000_000
MINUTE = 60_000


def test_a_steady_rate_is_measured_after_two_seconds() -> None:
    meter = Meter()
    meter.note(START, 100)
    assert meter.per_minute(START + 1_000) == 0
    for second in range(1, 31):
        meter.note(START + 1_000 * second, 100 + 2 * second)
    assert meter.per_minute(START + 30_000) == 120
    assert meter.minutes(START + 30_000) == [120]


def test_what_was_before_a_pause_says_nothing_of_the_rate_after_it() -> None:
    meter = Meter()
    meter.note(START, 100)
    resumed = START + 50_000
    meter.begin(resumed)
    assert meter.per_second(resumed + 1_000) == 0
    for second in range(11):
        meter.note(resumed + 1_000 * second, 100 + 2 * second)
    assert meter.per_minute(resumed + 10_000) == 120
    assert meter.per_second(resumed + 10_000) == 2


def test_a_wait_is_seen_and_the_pace_is_still_known() -> None:
    meter = Meter()
    for minute in range(6):
        meter.note(START + minute * MINUTE, 10 * minute)
    later = START + 8 * MINUTE
    meter.note(later, 50)
    assert meter.per_minute(later) == 0
    assert 0 < meter.per_second(later) < 10 / 60
    assert meter.minutes(later)[:5] == [10] * 5


@given(st.lists(st.tuples(st.integers(1, 200_000), st.integers(0, 50)), max_size=60))
def test_the_minutes_never_count_more_than_was_accepted(steps: list[tuple[int, int]]) -> None:
    meter, now, accepted = Meter(), START, 0
    meter.note(now, 0)
    for wait, more in steps:
        now, accepted = now + wait, accepted + more
        meter.note(now, accepted)
    minutes = meter.minutes(now)
    assert len(minutes) <= 30
    assert all(one >= 0 for one in minutes)
    assert sum(minutes[:-1]) <= accepted


def test_the_rate_is_known_again_after_a_restart() -> None:
    first = START // MINUTE * MINUTE
    meter, now = Meter(), first + 30_000
    meter.recall(now, 500, {first - 2 * MINUTE: 120, first - MINUTE: 60, first - 40 * MINUTE: 100})
    assert meter.per_minute(now) == 30
    minutes = meter.minutes(now)
    assert len(minutes) == 30
    assert minutes[-3:] == [60, 90, 30]
    meter.note(now + 30_000, 530)
    assert meter.per_minute(now + 30_000) == 30


def test_a_campaign_that_has_just_started_has_no_minutes_before() -> None:
    meter = Meter()
    meter.recall(START + 2 * MINUTE, 10, {}, since=START)
    assert len(meter.minutes(START + 2 * MINUTE)) <= 3


def test_what_a_minute_of_the_clock_had_is_the_same_at_every_look() -> None:
    first = START // MINUTE * MINUTE
    meter, accepted = Meter(), 0
    meter.note(first + 50_000, 0)
    for second in range(51, 71):
        accepted += 3
        meter.note(first + 1_000 * second, accepted)
    looks = [meter.counted(first + MINUTE + after) for after in (10_000, 25_000, 59_000, 100_000, 9 * MINUTE)]
    assert looks[:3] == [[30, 30]] * 3
    assert looks[3] == [30, 30, 0]
    assert [max(one) for one in looks] == [30] * 5
    # After a restart the same, from the history.
    again = Meter()
    again.recall(first + 3 * MINUTE + 7_000, 60, {first: 30, first + MINUTE: 30}, since=first + 50_000)
    assert again.counted(first + 3 * MINUTE + 7_000) == [30, 30, 0, 0]
