"""The rate and the connections follow what the provider says: down at once, up slowly, never to a standstill."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.governor import LONGEST_PATIENCE, SIGHT, SLOWEST, Governor

NOW = 1_795_305_600_000
SECOND = 1000


def sent(governor: Governor, count: int, *, every: int = 100, start: int = NOW) -> int:
    """So many messages, evenly; returns the time of the last."""
    for number in range(count):
        governor.take(start + number * every)
    return start + (count - 1) * every


def test_nothing_is_held_back_before_a_refusal() -> None:
    governor = Governor(4)
    now = sent(governor, 500, every=1)
    governor.accepted(now)
    assert governor.next_at(now) == now
    assert (governor.rate, governor.connections) == (0, 4)


def test_a_refusal_halves_what_went_out_in_the_last_ten_seconds() -> None:
    governor = Governor(1)
    now = sent(governor, 200, every=100)
    governor.slow_down(now, now, "slow down")
    assert 4.5 <= governor.rate <= 5.5
    assert now + 150 <= governor.next_at(now) <= now + 250
    assert governor.words == "slow down"


def test_a_flat_out_rate_is_measured_and_not_guessed() -> None:
    governor = Governor(1)
    now = sent(governor, 5000, every=1)
    governor.slow_down(now, now)
    assert 450 <= governor.rate <= 550


def test_one_message_every_minute_is_slowed_too() -> None:
    governor = Governor(1)
    now = sent(governor, 5, every=60 * SECOND)
    governor.slow_down(now, now)
    assert governor.next_at(now) == now + 120 * SECOND


def test_a_wait_for_a_limit_is_not_taken_for_the_rate() -> None:
    governor = Governor(1)
    now = sent(governor, 2, every=3_600 * SECOND)
    governor.slow_down(now, now)
    assert governor.next_at(now) <= now + 120 * SECOND


def test_refusals_of_one_flight_count_once_and_a_later_one_again() -> None:
    governor = Governor(8)
    now = sent(governor, 200)
    governor.slow_down(now + 50, now)
    first = governor.rate
    for started in (now - 100, now, now + 50):
        governor.slow_down(now + 80, started)
    assert governor.rate == first
    governor.slow_down(now + 5000, now + 4000)
    assert governor.rate == first / 2


def test_accepted_messages_raise_the_rate_slowly_until_it_is_free() -> None:
    governor = Governor(1)
    now = sent(governor, 200)
    governor.slow_down(now, now)
    half, rates = governor.rate, []
    while governor.rate:
        rates.append(governor.rate)
        now = governor.next_at(now)
        governor.take(now)
        governor.accepted(now)
        assert now < NOW + 3600 * SECOND
    assert rates == sorted(rates)
    assert max(later - earlier for earlier, later in pairwise(rates)) <= half / 10 + 1e-9
    assert 250 * SECOND < now - NOW < 400 * SECOND  # thirty steps of ten seconds from a half to the double
    assert governor.next_at(now) == now


def test_a_rest_holds_everything_until_its_end_or_a_persons_word() -> None:
    governor = Governor(2)
    governor.rest(NOW + 5000, "later")
    governor.rest(NOW + 1000, "sooner")
    assert governor.next_at(NOW) == NOW + 5000
    assert governor.words == "later"
    governor.wake()
    assert governor.next_at(NOW) == NOW


def test_a_refused_connection_is_not_used_for_a_while_and_longer_each_time() -> None:
    governor = Governor(16)
    governor.fewer_connections(NOW, 10)
    assert governor.connections == 10
    governor.accepted(NOW + 59 * SECOND)
    assert governor.connections == 10
    governor.accepted(NOW + 60 * SECOND)
    assert governor.connections == 11
    governor.fewer_connections(NOW + 61 * SECOND, 10)
    governor.accepted(NOW + 121 * SECOND)
    assert governor.connections == 10
    governor.accepted(NOW + 181 * SECOND)
    assert governor.connections == 11


def test_connections_grow_back_to_the_accounts() -> None:
    governor, now = Governor(4), NOW
    for _ in range(9):
        governor.fewer_connections(now, 3)
    assert governor.connections == 1
    for _ in range(9):
        now += LONGEST_PATIENCE
        governor.accepted(now)
    assert governor.connections == 4


def test_one_in_ten_minutes_is_always_tried() -> None:
    governor, now = Governor(1), NOW
    for _ in range(40):
        governor.take(now)
        governor.slow_down(now, now)
        now = governor.next_at(now)
    governor.slow_down(now, now)
    assert governor.next_at(now) == now + 600 * SECOND


@pytest.mark.parametrize(
    ("takes", "rate"),
    [
        ([0, 30_000], 1 / 30),  # one only is in sight: the gap before it
        ([0, 20_000, 50_000], 1 / 30),
        ([0, 5_000], 2 / 5),
        ([0, 10_000], 1 / 10),  # the first is just out of sight
        ([0, 1], 20.0),  # a few that come at once count as if they had taken a tenth of a second
        ([0] * 10, 100.0),
        ([0] * 10 + [200], 55.0),
        ([number // 8 for number in range(256)], 256_000 / 31),  # so many tell the rate, however short they took
        ([0] * 256, 256_000.0),
    ],
)
def test_what_is_taken_for_the_rate(takes: list[int], rate: float) -> None:
    governor = Governor(1)
    for at in takes:
        governor.take(NOW + at)
    now = NOW + takes[-1]
    governor.slow_down(now, now)
    assert governor.rate == pytest.approx(rate / 2)
    assert governor.next_at(now + 1) == max(now + 1, round(now + 2000 / rate))


def test_a_pause_that_ran_over_is_caught_up_by_ten_milliseconds_at_most() -> None:
    governor = Governor(1)
    now, pause = sent(governor, 2, every=5 * SECOND), 5 * SECOND
    governor.slow_down(now, now)
    now = governor.next_at(now)
    governor.take(now + 4)
    assert governor.next_at(now + 4) == now + pause  # the rate stays, though the loop was late
    governor.take(now + pause + 70)
    assert governor.next_at(now + pause + 70) == now + pause + 60 + pause


def test_a_clock_that_was_set_back_keeps_nobody_waiting_for_it() -> None:
    governor = Governor(1)
    now = sent(governor, 2, every=5 * SECOND)
    governor.slow_down(now, now)
    assert governor.next_at(now - 3_600 * SECOND) == now - 3_600 * SECOND + 5 * SECOND


def test_a_refusal_that_took_longer_than_what_is_in_sight_is_one_message_at_once() -> None:
    governor = Governor(1)
    governor.take(NOW)
    governor.slow_down(NOW + SIGHT, NOW)
    assert governor.rate == 5.0


def test_the_rate_does_not_grow_while_the_clock_goes_back() -> None:
    governor = Governor(1)
    now = sent(governor, 200)
    governor.slow_down(now, now)
    lowered = governor.rate
    for back in (0, 1000, 2000):
        governor.accepted(now - back)
        assert governor.rate == lowered


def test_nothing_is_held_back_from_twice_the_refused_rate_on() -> None:
    governor = Governor(1)
    now = sent(governor, 2, every=5 * SECOND)
    governor.slow_down(now, now)
    for step in range(1, 31):
        assert governor.rate == pytest.approx(0.2 + (step - 1) * 0.02)
        governor.accepted(now + step * 10 * SECOND)
    assert governor.rate == 0


def test_several_refused_connections_at_once_are_one_lesson() -> None:
    governor = Governor(16)
    governor.fewer_connections(NOW, 12)
    governor.fewer_connections(NOW + 9_999, 12)
    assert governor.connections == 11
    now = NOW + 9_999 + 60 * SECOND
    governor.accepted(now - 1)
    assert governor.connections == 11
    governor.accepted(now)
    assert governor.connections == 12
    governor.accepted(now + 60 * SECOND - 1)  # the next again after as long
    assert governor.connections == 12
    governor.accepted(now + 60 * SECOND)
    assert governor.connections == 13


def test_patience_doubles_up_to_a_quarter_of_an_hour_and_a_minute() -> None:
    governor, now, waits = Governor(64), NOW, []
    for _ in range(7):
        governor.fewer_connections(now, 64)
        waits.append(governor._add_at - now)
        now += 10 * SECOND
    assert waits == [minutes * 60 * SECOND for minutes in (1, 2, 4, 8, 16, 16, 16)]


def test_the_only_connection_is_kept_and_later_ones_are_not_owed() -> None:
    governor = Governor(1)
    governor.fewer_connections(NOW, 0)
    assert governor.connections == 1
    governor.most = 4
    assert governor.connections == 4


EVENTS = st.lists(
    st.tuples(st.sampled_from(["take", "accepted", "slow", "fewer", "most"]), st.integers(0, 30_000)), max_size=60
)


@given(st.integers(1, 64), EVENTS)
def test_whatever_comes_it_neither_stops_nor_runs_away(most: int, events: list[tuple[str, int]]) -> None:
    governor, now = Governor(most), NOW
    for what, passes in events:
        now += passes
        before = governor.rate
        match what:
            case "take":
                governor.take(now)
            case "accepted":
                governor.accepted(now)
                assert not governor.rate or governor.rate >= before
            case "slow":
                governor.slow_down(now, now)
                assert governor.rate >= SLOWEST
                assert not before or governor.rate <= max(before, SLOWEST)
                assert governor.next_at(now) > now
            case "fewer":
                at_first = governor.connections
                governor.fewer_connections(now, 64)
                assert governor.connections == max(1, at_first - 1)
            case "most":
                governor.most = max(1, most // 2)
        assert 1 <= governor.connections <= most
        assert now <= governor.next_at(now) <= now + 1000 / SLOWEST
        assert governor.next_at(now - 10**8) <= now - 10**8 + 1000 / SLOWEST


@given(st.integers(2, 400), st.integers(5, 2000))
def test_a_lowered_rate_is_kept(count: int, every: int) -> None:
    """From a refusal on, no ten seconds hold more messages than the rate's growth allows."""
    governor = Governor(1)
    now = sent(governor, count, every=every)
    governor.slow_down(now, now)
    least, takes = governor.rate, []
    for _ in range(50):
        now = governor.next_at(now)
        governor.take(now)
        takes.append(now)
        governor.accepted(now)
    window = [at for at in takes if at - takes[0] < SIGHT]
    assert len(window) <= 2 + least * 1.2 * (SIGHT + 20) / 1000
