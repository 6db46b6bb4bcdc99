"""No window of the server ever holds more than a limit, and no wait is longer than a window."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.errors import InputError
from sendoff.core.limits import STEP, Ledger, Limit, latest, parse_limit

NOW = 1_795_305_600_000


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("80/hour", Limit(80, 3600, "80/hour")),
        ("30/min", Limit(30, 60, "30/minute")),
        ("500 / day", Limit(500, 86400, "500/day")),
        ("10/2 hours", Limit(10, 7200, "10/2 hours")),
        ("10/2h", Limit(10, 7200, "10/2 hours")),
        ("1,000/Days", Limit(1000, 86400, "1000/day")),
        ("2/s", Limit(2, 1, "2/second")),
        ("5/15 mins", Limit(5, 900, "5/15 minutes")),
        ("gmail.com 20/min", Limit(20, 60, "gmail.com 20/minute", "gmail.com")),
        ("@GMail.com: 1,000 / day", Limit(1000, 86400, "gmail.com 1000/day", "gmail.com")),
        ("bücher.de 5/h", Limit(5, 3600, "bücher.de 5/hour", "xn--bcher-kva.de")),
    ],
)
def test_limits_are_read_as_people_write_them(text: str, limit: Limit) -> None:
    assert parse_limit(text) == limit
    assert parse_limit(limit.text) == limit


@pytest.mark.parametrize(
    "text",
    [
        "",
        "80",
        "0/hour",
        "80/0 hours",
        "-1/hour",
        "80/month",
        "/hour",
        "80/",
        "many/day",
        "1.5/h",
        "٣/day",
        "gmail 5/day",
        "gmail.com",
        "@ 5/day",
    ],
)
def test_a_bad_limit_is_answered_with_an_example(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_limit(text)
    assert "80/hour" in caught.value.remedy


@given(st.text(max_size=20))
def test_any_text_is_a_limit_or_an_input_error(text: str) -> None:
    try:
        limit = parse_limit(text)
    except InputError:
        return
    assert limit.count > 0
    assert limit.seconds > 0


def test_a_slot_is_free_one_window_after_the_answer() -> None:
    ledger = Ledger([parse_limit("2/minute")])
    first, second = ledger.take(NOW), ledger.take(NOW + 100)
    ledger.done(second, NOW + 200)
    ledger.done(first, NOW + 5000)
    assert ledger.next_at(NOW + 5000) == NOW + 60_200
    assert ledger.blocking(NOW + 5000) == parse_limit("2/minute")
    assert ledger.next_at(NOW + 60_200) <= NOW + 60_200
    assert ledger.blocking(NOW + 60_200) is None
    third = ledger.take(NOW + 60_200)
    assert ledger.next_at(NOW + 60_300) == NOW + 65_000  # the third is under way, the first still counts
    ledger.give_back(third)
    assert ledger.next_at(NOW + 60_300) == NOW + 60_300


def test_messages_under_way_hold_their_slots_without_end() -> None:
    ledger = Ledger([parse_limit("1/second")])
    ticket = ledger.take(NOW)
    assert ledger.next_at(NOW + 600_000) > NOW + 600_000
    ledger.done(ticket, NOW + 600_000)
    assert ledger.next_at(NOW + 600_400) == NOW + 601_000


def test_the_limit_that_waits_longest_is_named() -> None:
    minute, day = parse_limit("1/minute"), parse_limit("2/day")
    ledger = Ledger([minute, day])
    ledger.done(ledger.take(NOW), NOW)
    assert ledger.blocking(NOW) == minute
    ledger.done(ledger.take(NOW + 60_000), NOW + 60_000)
    assert ledger.blocking(NOW + 60_000) == day
    assert ledger.next_at(NOW + 60_000) == NOW + 86_400_000


def test_the_past_counts_after_a_restart() -> None:
    ledger = Ledger([parse_limit("3/hour")])
    ledger.restore([NOW - 10, NOW - 3_600_000, NOW - 1000])
    assert ledger.next_at(NOW) == NOW  # the oldest is exactly one window old
    ledger.restore([NOW - 500])
    assert ledger.next_at(NOW) == NOW - 1000 + 3_600_000


def test_without_limits_nothing_waits_and_nothing_piles_up() -> None:
    ledger = Ledger([])
    for now in range(NOW, NOW + 1000):
        assert ledger.next_at(now) <= now
        ledger.done(ledger.take(now), now)
    assert len(ledger._all.done) < 3


def test_a_domains_limit_counts_its_recipients_and_the_accounts_counts_all() -> None:
    ledger = Ledger([parse_limit("3/minute"), parse_limit("gmail.com 1/hour")])
    ledger.done(ledger.take(NOW, "gmail.com"), NOW)
    assert ledger.next_at(NOW, "gmail.com") == NOW + 3_600_000
    assert ledger.blocking(NOW, "gmail.com") == parse_limit("gmail.com 1/hour")
    assert ledger.next_at(NOW, "example.com") == ledger.next_at(NOW) == NOW
    ticket = ledger.take(NOW, "example.com")
    ledger.done(ledger.take(NOW), NOW)
    assert ledger.next_at(NOW, "example.com") == NOW + 60_000
    ledger.give_back(ticket)
    assert ledger.next_at(NOW, "example.com") == NOW
    ledger.restore([NOW - 100], "gmail.com")
    assert ledger.next_at(NOW) == NOW
    assert ledger.domains == {"gmail.com": 3_600_000}


def test_old_messages_are_forgotten() -> None:
    ledger = Ledger([parse_limit("10/second")])
    for now in range(NOW, NOW + 100_000, 100):
        ledger.done(ledger.take(now), now + 50)
    assert len(ledger._all.done) < 50


def test_a_delay_is_the_least_gap_between_two_messages() -> None:
    ledger = Ledger([], delay_ms=1500)
    assert ledger.next_at(NOW) <= NOW
    ledger.take(NOW)
    assert ledger.next_at(NOW) == NOW + 1500
    assert ledger.blocking(NOW) is None
    assert ledger.next_at(NOW + 1500) <= NOW + 1500
    assert ledger.next_at(NOW - 3_600_000) == NOW - 3_600_000 + 1500  # the clock was set back


def test_a_clock_set_back_frees_nothing_early() -> None:
    ledger = Ledger([parse_limit("1/minute")])
    ledger.done(ledger.take(NOW), NOW)
    back = NOW - 100_000
    assert ledger.next_at(back) == back + 60_000
    assert ledger.next_at(back + 59_999) == back + 60_000


def test_a_slot_that_is_given_back_is_one() -> None:
    ledger = Ledger([parse_limit("2/minute")])
    first = ledger.take(NOW)
    ledger.take(NOW)
    ledger.give_back(first)
    ledger.take(NOW)
    assert ledger.next_at(NOW) > NOW


def test_a_clock_that_lags_a_little_is_not_taken_for_set_back() -> None:
    ledger = Ledger([parse_limit("1/minute")], delay_ms=1500)
    ledger.restore([NOW + STEP - 1])
    assert ledger.next_at(NOW) == NOW + 60_000
    assert ledger.next_at(NOW + STEP) == NOW + STEP - 1 + 60_000
    other = Ledger([], delay_ms=20_000)
    other.take(NOW)
    assert other.next_at(NOW - STEP) == NOW - STEP + 20_000
    assert other.next_at(NOW) == NOW + 20_000


def test_a_clock_set_back_moves_what_lies_ahead_and_nothing_else() -> None:
    ledger = Ledger([parse_limit("3/minute")])
    ledger.restore([NOW, NOW + 100_000, NOW + 100_000])
    assert ledger.next_at(NOW + 1000) == NOW + 60_000
    ledger.done(ledger.take(NOW + 60_000), NOW + 60_000)
    assert ledger.next_at(NOW + 60_000) == NOW + 61_000


def test_the_delay_can_be_asked_for_apart() -> None:
    ledger = Ledger([parse_limit("2/minute")], delay_ms=1500)
    ledger.done(ledger.take(NOW), NOW)
    assert ledger.next_at(NOW) == NOW + 1500
    assert ledger.next_at(NOW, delayed=False) == NOW
    ledger.done(ledger.take(NOW), NOW)
    assert ledger.next_at(NOW, delayed=False) == NOW + 60_000


def test_the_longest_window_is_that_of_the_limits_for_everybody() -> None:
    assert Ledger([parse_limit("3/minute"), parse_limit("2/hour"), parse_limit("gmail.com 1/day")]).longest == 3_600_000
    assert Ledger([parse_limit("gmail.com 1/day")]).longest == 0
    assert parse_limit("20/day x2 to 500").memory == 31 * 86_400_000


def test_a_warm_up_is_looked_at_anew_each_minute_and_when_the_clock_goes_back() -> None:
    day = 86_400_000
    ledger = Ledger([parse_limit("2/day x2 to 500")])
    ledger.restore([NOW - day + 30_000] * 2)
    assert ledger.next_at(NOW) == NOW + 30_000
    assert ledger.next_at(NOW + 30_000) == NOW + 30_000
    for _ in range(2):
        ledger.done(ledger.take(NOW + 30_000), NOW + 30_000)
    assert ledger.next_at(NOW + 59_999) > NOW + 60_000  # two a day, as was known a moment ago
    assert ledger.next_at(NOW + 60_000) == NOW + 60_000  # yesterday is over: four a day
    assert ledger.next_at(NOW + 29_999) > NOW + 29_999  # it is not over yet


LIMITS = st.lists(st.builds(Limit, st.integers(1, 4), st.integers(1, 20), st.just("x")), min_size=1, max_size=3)


def crowded(limit: Limit, events: list[int]) -> bool:
    """Say whether some window holds more than the limit: the (count+1)-th event comes within a window of the first."""
    return any(later - first < limit.window for first, later in zip(events, events[limit.count :], strict=False))


@given(LIMITS, st.integers(0, 3000), st.data())
def test_no_window_of_the_server_ever_holds_more_than_the_limit(
    limits: list[Limit], delay: int, data: st.DataObject
) -> None:
    """The clock may be set back at any moment; the server's clock runs on."""
    ledger = Ledger(limits, delay)
    real, behind = NOW, 0
    under_way: dict[int, int] = {}
    events: list[int] = []
    takes: list[int] = []
    for _ in range(data.draw(st.integers(1, 40), label="steps")):
        real += data.draw(st.integers(0, 4000), label="passes")
        behind += data.draw(st.sampled_from([0, 0, 0, 0, 0, 0, 500, STEP + 1, 100_000]), label="set back")
        now = real - behind
        at = ledger.next_at(now)
        assert at <= now + max(delay, *(limit.window for limit in limits))
        step = data.draw(st.sampled_from(["take", "take", "wait", "done", "done", "back"]), label="step")
        if step == "wait" and not under_way:
            real += max(0, at - now)
            now = real - behind
        if step in ("take", "wait") and ledger.next_at(now) <= now:
            under_way[ledger.take(now)] = real
            takes.append(real)
        elif step in ("done", "back") and under_way:
            ticket = data.draw(st.sampled_from(sorted(under_way)), label="which")
            started = under_way.pop(ticket)
            if step == "done":
                ledger.done(ticket, now)
                events.append(data.draw(st.integers(started, real), label="counted by the server"))
            else:
                ledger.give_back(ticket)
    events += under_way.values()
    assert not any(crowded(limit, sorted(events)) for limit in limits)
    assert all(later - first >= delay for first, later in pairwise(takes))


@given(LIMITS, st.integers(0, 10**9))
def test_a_clock_set_back_blocks_for_one_window_at_most(limits: list[Limit], back: int) -> None:
    ledger = Ledger(limits, 0)
    for _ in range(10):
        ledger.done(ledger.take(NOW), NOW)
    now = NOW - back
    ledger.next_at(now)
    later = now + max(limit.window for limit in limits) + STEP
    assert ledger.next_at(later) <= later


@given(st.integers(0, 10**10), st.integers(0, 10**10))
def test_no_window_is_short_by_a_part_of_a_millisecond(first: int, passed: int) -> None:
    """Moments in nanoseconds, told to the ledger in whole milliseconds, as a clock gives them."""
    second = first + passed
    ledger = Ledger([parse_limit("1/second")])
    ledger.done(ledger.take(first // 10**6), latest(first // 10**6))
    if ledger.next_at(second // 10**6) <= second // 10**6:
        assert passed > 10**9
    else:
        assert passed < 10**9 + 2 * 10**6
