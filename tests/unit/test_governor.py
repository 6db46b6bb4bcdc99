"""The rate and the connections follow what the provider says: down at once, up slowly, never to a standstill."""

from __future__ import annotations

from itertools import pairwise

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
