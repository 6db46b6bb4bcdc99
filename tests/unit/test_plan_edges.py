"""A plan to the millisecond: where parts begin, hours close, days are split, and which words stand at which bound."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from tests.unit.test_plan import HOUR, NOON, made

from sendoff.core import plan as planning
from sendoff.core.hours import SendingHours, parse_hours
from sendoff.core.plan import ANSWER, Part, Plan, by_day, latest, plan_text, why_text

MONDAY = NOON + 21 * HOUR
"""Nine in the morning, UTC."""
DAY = 24 * HOUR
AT_WORK = parse_hours("9-17", "mon-fri")
QUICK = 1_000_000.0
"""Messages a second of a server whose answers take no time."""


def parts(found: Plan) -> list[tuple[int, int, int]]:
    """Start and end of each part after NOON, and its messages."""
    return [(one.start - NOON, one.end - NOON, one.messages) for one in found.parts]


def spanning(length: int, messages: int = 2, **more: object) -> Plan:
    """A plan of one part that begins at NOON."""
    whole = Part(start=NOON, end=NOON + length, messages=messages)
    return replace(Plan(messages=messages, start=NOON, parts=(whole,)), **more)  # type: ignore[arg-type]  # its own words


# -- parts


def test_nobody_to_send_to_makes_no_part() -> None:
    for found in (made(0, delay=7.0), made(0, zones=((UTC, 0),), hours=AT_WORK)):
        assert (found.parts, found.start, found.end) == ((), NOON, NOON)
    assert made(0, start=NOON + HOUR).start == NOON + HOUR


def test_a_minute_without_a_message_parts_and_less_does_not() -> None:
    assert parts(made(2, "1/minute", per_second=QUICK)) == [(0, 0, 1), (60_000, 60_000, 1)]
    assert parts(made(2, "1/59 seconds", per_second=QUICK)) == [(0, 59_000, 2)]


def test_a_place_is_held_as_long_as_the_server_takes_or_the_messages_are_apart() -> None:
    assert parts(made(2, "1/hour")) == [(0, 0, 1), (HOUR + ANSWER, HOUR + ANSWER, 1)]
    assert parts(made(2, "1/hour", per_second=2.0))[1][0] == HOUR + 500
    assert parts(made(2, "1/hour", delay=30.0, per_second=2.0))[1][0] == HOUR + 30_000


def test_messages_are_as_far_apart_as_was_asked_or_measured() -> None:
    assert parts(made(1001)) == [(0, 0, 1001)]
    assert parts(made(1001, delay=7.0)) == [(0, 7_000_000, 1001)]
    assert parts(made(1001, per_second=2.0)) == [(0, 500_000, 1001)]
    assert parts(made(30_000, delay=1.0)) == [(0, 29_999_000, 30_000)]


def test_a_longer_window_remembers_what_a_shorter_one_has_forgotten() -> None:
    found = made(1, "1/second", "80/hour", used=[NOON - HOUR // 2] * 80)
    assert parts(found) == [(HOUR // 2, HOUR // 2, 1)]


def test_earlier_messages_free_their_places_when_their_own_time_is_over() -> None:
    minute = 60_000
    found = made(10, "10/hour", used=[NOON - 30 * minute] * 5 + [NOON - 20 * minute] * 5, per_second=QUICK)
    assert parts(found) == [(30 * minute, 30 * minute, 5), (40 * minute, 40 * minute, 5)]
    assert made(1, "2/second", used=[NOON - 100, NOON - 99]).start == NOON + 900


def test_a_limit_that_another_one_covers_is_not_named() -> None:
    found = made(20, "10/hour", "10/day")
    assert [one.text for one in found.limits] == ["10/day"]
    assert [one.messages for one in found.parts] == [10, 10]


def test_a_warm_up_grows_in_the_plan_too() -> None:
    found = made(70, "10/day x2 to 30", per_second=QUICK)
    assert parts(found) == [(0, 0, 10), (DAY, DAY, 20), (2 * DAY, 2 * DAY, 30), (3 * DAY, 3 * DAY, 10)]


def test_what_is_too_long_to_reckon_goes_on_at_the_rate_of_the_second_half(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "MOST_BURSTS", 5)
    found = made(11, "1/hour", per_second=QUICK, used=[NOON - HOUR // 2])
    reckoned = [HOUR // 2 + hour * HOUR for hour in range(5)]
    # Three messages in the two hours of the second half, so six more take four.
    assert parts(found) == [*((at, at, 1) for at in reckoned[:4]), (reckoned[4], reckoned[4] + 4 * HOUR, 7)]


def test_a_slow_domain_adds_no_messages() -> None:
    found = latest([made(100), made(40, "10/hour")])
    assert [one.messages for one in found.parts] == [100, 0]


# -- hours


def test_nothing_leaves_in_the_minute_of_closing() -> None:
    monday, tuesday = 21 * HOUR, 21 * HOUR + DAY
    found = made(10, delay=3600.0, start=MONDAY, hours=AT_WORK)
    assert parts(found) == [
        (monday, monday + 7 * HOUR, 8),
        (tuesday, tuesday + HOUR, 2),
    ]
    late = made(2, delay=3600.0, start=MONDAY + 15 * HOUR // 2, hours=AT_WORK)
    assert parts(late) == [(monday + 15 * HOUR // 2, monday + 15 * HOUR // 2, 1), (tuesday, tuesday, 1)]


def test_the_clock_that_closes_first_bounds_and_both_go_evenly() -> None:
    vienna, york = ZoneInfo("Europe/Vienna"), ZoneInfo("America/New_York")
    four = MONDAY + 6 * HOUR  # 16:00 in Vienna, 10:00 in New York
    zones = ((vienna, 40), (york, 40))
    found = made(80, delay=180.0, start=four, hours=AT_WORK, zones=zones)
    # Twenty in the hour that both are open, ten of each; then New York's thirty, and Vienna's in the morning.
    assert parts(found) == [
        (27 * HOUR, 27 * HOUR + 19 * 180_000, 20),
        (28 * HOUR, 28 * HOUR + 29 * 180_000, 30),
        (20 * HOUR + DAY, 20 * HOUR + DAY + 29 * 180_000, 30),
    ]


def test_hours_that_are_always_open_are_none() -> None:
    found = made(1, hours=SendingHours())
    assert found.hours is None
    assert made(1, hours=AT_WORK).hours == AT_WORK


# -- days


@pytest.mark.parametrize("years", [0, 5])
def test_a_part_over_midnight_is_split_by_its_time(years: int) -> None:
    def days(length: int, messages: int) -> list[tuple[int, int]]:
        noon = NOON + 365 * years * DAY
        whole = Part(start=noon, end=noon + length, messages=messages)
        return [(at - noon, number) for at, number in by_day(Plan(messages=messages, start=noon, parts=(whole,)), UTC)]

    assert days(48 * HOUR, 49) == [(0, 12), (12 * HOUR, 25), (36 * HOUR, 12)]
    full = [(12 * HOUR + day * DAY, 24) for day in range(6)]
    assert days(7 * DAY, 168) == [(0, 12), *full, (12 * HOUR + 6 * DAY, 12)]


# -- words


def test_under_a_minute_no_time_of_day_is_said() -> None:
    quick = "2 messages; as fast as the server takes them."
    assert plan_text(spanning(59_999), NOON, UTC) == quick
    assert plan_text(spanning(60_000), NOON, UTC) == "2 messages; until 12:01."
    assert plan_text(spanning(HOUR), NOON + HOUR - 59_999, UTC) == quick
    assert plan_text(spanning(HOUR), NOON + HOUR - 60_000, UTC) == "2 messages; until 13:00."
    assert why_text(spanning(59_999), NOON, UTC) == "No limit holds them back."
    assert why_text(spanning(60_000), NOON, UTC) == "It takes about 1 min."
    assert why_text(spanning(3_570_000), NOON, UTC) == "It takes about 1 h."


def test_a_start_more_than_a_minute_ahead_is_said() -> None:
    assert plan_text(spanning(0), NOON - 60_000, UTC) == "2 messages; as fast as the server takes them."
    assert plan_text(spanning(0), NOON - 60_001, UTC).startswith("2 messages; from 12:00; as fast")


def test_todays_number_is_said_where_there_are_more_days() -> None:
    assert plan_text(made(600, "500/day"), NOON, UTC).endswith("; 500 today.")
    assert "today" not in plan_text(made(500, "500/day"), NOON, UTC)
    assert "today" not in plan_text(made(600, "500/day", start=NOON + DAY), NOON, UTC)


@pytest.mark.parametrize(
    ("messages", "days"),
    [
        (500, ""),
        (600, "Today 500, Monday 100."),
        (2_100, "Today 500, Monday 500, Tuesday 500, Wednesday 500, Thursday 100."),
        (2_600, "Today 500, Monday 500, Tuesday 500, Wednesday 500 and 2 more days."),
        (3_100, "Today 500, Monday 500, Tuesday 500, Wednesday 500 and 3 more days."),
    ],
)
def test_the_first_days_are_named(messages: int, days: str) -> None:
    assert why_text(made(messages, "500/day"), NOON, UTC, duration=False) == days


def test_the_hours_and_the_pause_are_named() -> None:
    every_day = made(1, hours=parse_hours("9-17"))
    assert why_text(replace(every_day, first=1), NOON, UTC, duration=False) == (
        "Only every day 09:00 to 17:00. It pauses by itself after the first 1."
    )
    assert why_text(made(1), NOON, UTC, duration=False) == ""
