"""Accounts that share a campaign: parts by weight while all can send, and nobody waits for one who cannot."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendoff.services.sending.company import LEAD, Company

NOW = 1_795_305_600_000


def drive(company: Company, steps: int, able: tuple[int, ...] = (), *, start: int = NOW) -> list[int]:
    """Let the accounts take messages in turn, as often as they may; `able` alone, or all. Returns what each took."""
    before = [one.taken for one in company.seats]
    for step in range(steps):
        now = start + step
        for place, seat in enumerate(company.seats):
            free_at = now if not able or place in able else now + 60_000
            if seat.next_at(now, free_at) <= now:
                seat.take(now)
    return [one.taken - was for one, was in zip(company.seats, before, strict=True)]


@given(st.lists(st.integers(1, 9), min_size=2, max_size=5))
def test_everybody_gets_the_part_of_the_weight(weights: list[int]) -> None:
    company = Company(weights)
    took, steps = drive(company, 400), 400
    slowest = min(number / weight for number, weight in zip(took, weights, strict=True))
    for number, weight in zip(took, weights, strict=True):
        assert number <= slowest * weight + weight + 2 * LEAD
    assert max(took) >= steps - 2 * LEAD  # the heaviest goes as fast as it can


def test_without_weights_nobody_waits() -> None:
    assert drive(Company([0, 0, 0]), 100) == [100, 100, 100]


def test_beside_a_weight_none_counts_as_one() -> None:
    took = drive(Company([3, 0]), 300)
    assert took[0] == 300
    assert abs(took[1] - 100) <= LEAD


def test_who_cannot_send_is_not_waited_for_and_gets_no_arrears() -> None:
    company = Company([1, 1])
    assert drive(company, 500, (1,))[1] == 500
    took = drive(company, 200, start=NOW + 500)
    assert abs(took[0] - took[1]) <= 2 * LEAD


def test_who_asks_for_nothing_is_not_waited_for() -> None:
    company = Company([1, 1])
    first, second = company.seats
    drive(company, 10)
    took = first.taken
    for now in range(NOW + 2_000, NOW + 2_100):
        assert first.next_at(now, now) <= now
        first.take(now)
    assert first.taken - took == 100
    assert not second.waits


def test_who_waited_is_woken_when_the_others_have_caught_up() -> None:
    company, woken = Company([1, 1]), list[int]()
    first, second = company.seats
    first.wake = lambda: woken.append(first.taken)
    assert second.next_at(NOW, NOW) == NOW
    while first.next_at(NOW, NOW) <= NOW:
        first.take(NOW)
    assert first.taken == LEAD + 1
    assert second.next_at(NOW, NOW) == NOW
    second.take(NOW)
    assert woken == [LEAD + 1]
    assert first.next_at(NOW, NOW) == NOW


def test_a_message_that_never_left_does_not_count() -> None:
    company = Company([1, 1])
    first, second = company.seats
    assert second.next_at(NOW, NOW) == NOW
    for _ in range(50):
        assert first.next_at(NOW, NOW) == NOW
        first.take(NOW)
        first.give_back()
    assert first.taken == 0


def race(weights: list[int], each: list[int], rows: int) -> tuple[list[int], int]:
    """Accounts with one connection each that need so many milliseconds a message: what they took, and how long."""
    company, now = Company(weights), NOW
    free, took = [NOW] * len(weights), [0] * len(weights)
    while sum(took) < rows:
        for place, seat in enumerate(company.seats):
            if took[place] and free[place] == now:
                seat.done(now)
            if free[place] <= now and sum(took) < rows and seat.next_at(now, now) <= now:
                seat.take(now)
                took[place] += 1
                free[place] = now + each[place]
        now += 1
    return took, now - NOW


@pytest.mark.parametrize("slow", [30, 200, 900])
def test_nobody_waits_for_an_account_that_is_less_than_a_third_as_fast(slow: int) -> None:
    took, milliseconds = race([1, 1], [5, slow], 2_000)
    assert took[1] == pytest.approx(milliseconds / slow, abs=2)  # it is never held up itself
    assert milliseconds < 5 * took[0] + 4_000  # at the start it is not known yet


def test_of_three_accounts_only_the_slow_one_is_not_waited_for() -> None:
    (first, second, slow), _ = race([1, 1, 1], [20, 20, 400], 1_000)
    assert slow < 60
    assert abs(first - second) <= 2 * LEAD


@settings(max_examples=30)
@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from([3, 15]))
def test_equally_fast_accounts_keep_their_parts_for_long(first: int, second: int, each: int) -> None:
    took, _ = race([first, second], [each, each], 400)
    assert abs(took[0] - 400 * first / (first + second)) <= 2 * LEAD


def test_an_account_that_becomes_fast_again_gets_its_part_and_no_arrears() -> None:
    company, now, free, took = Company([1, 1]), NOW, [NOW, NOW], [0, 0]
    before = list(took)
    for now in range(NOW, NOW + 40_000):
        if now == NOW + 20_000:
            before = list(took)
        for place, seat in enumerate(company.seats):
            if took[place] and free[place] == now:
                seat.done(now)
            if free[place] <= now and seat.next_at(now, now) <= now:
                seat.take(now)
                took[place] += 1
                free[place] = now + (500 if place and now < NOW + 10_000 else 10)
    first, second = (number - was for number, was in zip(took, before, strict=True))
    assert abs(first - second) <= 2 * LEAD


def test_who_is_out_leaves_the_others_alone() -> None:
    company = Company([1, 5])
    company.seats[1].out = True
    assert company.seats[0].alone
    for now in range(NOW, NOW + 50):
        assert company.seats[0].next_at(now, now) == now
        company.seats[0].take(now)
