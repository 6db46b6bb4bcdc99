"""A plan: its parts and its end against what the ledger really lets through, and its words."""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.yardstick import begun, in_time

from sendoff.core.hours import parse_hours
from sendoff.core.limits import Ledger, parse_limit
from sendoff.core.plan import ANSWER, Ahead, Plan, by_day, latest, plan, plan_text, why_text

NOON = 1_763_899_200_000  # Sunday 23 November 2025 12:00 UTC
HOUR = 3_600_000
LIMITS = st.lists(
    st.sampled_from(["1/second", "3/minute", "5/2 minutes", "10/hour", "40/day"]), max_size=3, unique=True
)


def made(messages: int, *limits: str, **more: object) -> Plan:
    ahead = Ahead(messages=messages, limits=tuple(map(parse_limit, limits)), **more)  # type: ignore[arg-type]  # the test's own words
    return plan(ahead, NOON)


@given(st.integers(1, 60), LIMITS, st.lists(st.integers(0, 3600), max_size=30), st.sampled_from([0.0, 0.5, 7.0]))
def test_the_end_is_the_one_the_ledger_comes_to(messages: int, limits: list[str], ago: list[int], delay: float) -> None:
    used = sorted(NOON - 1000 * one for one in ago)
    ledger, now = Ledger([parse_limit(one) for one in limits], round(delay * 1000)), NOON
    ledger.restore(used)
    for _message in range(messages):
        now = ledger.next_at(now)
        ledger.done(ledger.take(now), now)
    reckoned = made(messages, *limits, used=used, delay=delay)
    assert sum(one.messages for one in reckoned.parts) == messages
    # A delay is kept to the end of a wait too, and what was used is gathered into steps of 1/500 of a window.
    slack = 1000 * delay * (1 + messages // 3) + 86_400_000 / 500 + 1000
    assert abs(reckoned.end - now) <= slack


def test_the_parts_follow_one_another_and_hold_every_limit() -> None:
    found = made(1_200, "80/hour", "500/day")
    assert [one.messages for one in found.parts[:8]] == [80, 80, 80, 80, 80, 80, 20, 80]
    assert found.parts[7].start == NOON + 24 * HOUR + ANSWER
    assert abs(found.end - (NOON + 48 * HOUR + 2 * HOUR)) < 10 * ANSWER
    assert [one.text for one in found.limits] == ["80/hour", "500/day"]


def test_quota_already_used_comes_first() -> None:
    used = [NOON - HOUR // 2] * 80
    found = made(81, "80/hour", used=used)
    assert [(one.start - NOON, one.messages) for one in found.parts] == [(HOUR // 2, 80), (HOUR * 3 // 2 + ANSWER, 1)]


def test_the_servers_speed_and_a_rest_count() -> None:
    found = made(3_600, per_second=2.0, start=NOON + HOUR)
    assert found.parts[0].start == NOON + HOUR
    assert abs(found.end - (NOON + HOUR + 1_800_000)) < 1000


def test_nothing_is_planned_outside_of_the_hours() -> None:
    hours = parse_hours("9:00-17:00", "mon-fri")
    vienna, york = ZoneInfo("Europe/Vienna"), ZoneInfo("America/New_York")
    found = made(400, "40/hour", hours=hours, zones=((vienna, 200), (york, 200)))
    assert hours is not None
    for one in found.parts:
        assert hours.open_at(one.start, vienna) or hours.open_at(one.start, york)
    assert found.start == NOON + 20 * HOUR  # Monday 9:00 in Vienna
    assert by_day(found, UTC)[0][1] == 400 - sum(number for _, number in by_day(found, UTC)[1:])


def test_a_long_plan_is_reckoned_in_no_time_and_still_right() -> None:
    before = begun()
    found = made(10_000_000, "60/minute", "2000/hour")
    assert in_time(before, 2.0)
    assert sum(one.messages for one in found.parts) == 10_000_000
    assert abs((found.end - NOON) / (5_000 * HOUR) - 1) < 0.01


def test_one_slow_domain_ends_the_campaign_later() -> None:
    whole, slow = made(100), made(40, "10/hour")
    assert latest([whole, slow]).end == NOON + 3 * (HOUR + ANSWER)
    assert latest([slow, whole]) == slow


def test_the_words() -> None:
    assert plan_text(made(12_431, "80/hour", "500/day"), NOON, UTC) == (
        "12,431 messages; 80 an hour and 500 a day until 17 December 17:00; 500 today."
    )
    assert plan_text(made(1), NOON, UTC) == "1 message; as fast as the server takes them."
    assert why_text(made(1), NOON, UTC) == "No limit holds them back."
    assert plan_text(made(61, "1000/hour", delay=2.0), NOON, UTC) == "61 messages; 2 s apart until 12:02."
    later = made(10, "5/hour", start=NOON + 24 * HOUR)
    assert plan_text(later, NOON, UTC) == "10 messages; from Monday 12:00; 5 an hour until Monday 13:00."
    assert why_text(made(1_200, "500/day"), NOON, UTC) == ("It takes about 2 days. Today 500, Monday 500, Tuesday 200.")
    closed = made(3, hours=parse_hours("9-17", "mon-fri"))
    assert why_text(closed, NOON, UTC) == "Only Monday to Friday 09:00 to 17:00."
    assert by_day(made(0), UTC) == []
