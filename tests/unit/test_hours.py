"""Sending hours: what is read from words, and what holds at every change of the clocks."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.errors import InputError
from sendoff.core.hours import SendingHours, days_word, hours_text, parse_days, parse_hours, window_text

MINUTE = 60_000
ZONES = [
    ZoneInfo(name)
    for name in ("Europe/Vienna", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC")
]
# About the changes of the clocks of 2025 in these zones, where mistakes live, and anywhere.
MOMENTS = st.one_of(
    st.sampled_from([1_743_294_000_000, 1_761_440_400_000, 1_741_503_600_000, 1_762_063_200_000, 1_743_865_200_000])
    .flatmap(lambda at: st.integers(at - 3 * 86_400_000, at + 86_400_000)),
    st.integers(1_735_700_000_000, 1_767_200_000_000),
)  # fmt: skip
HOURS = st.builds(
    lambda days, opens, closes: SendingHours(days=tuple(sorted(days)), opens=opens, closes=closes),
    st.sets(st.integers(0, 6), min_size=1),
    st.integers(0, 1439),
    st.integers(0, 1439),
)


@given(HOURS, MOMENTS, st.sampled_from(ZONES))
def test_the_next_change_is_the_first_minute_at_which_anything_differs(
    hours: SendingHours, at: int, zone: ZoneInfo
) -> None:
    now, change = hours.open_at(at, zone), hours.changes_after(at, zone)
    assert change > at
    # By brute force, minute by minute, over the first day.
    first = -(-(at + 1) // MINUTE) * MINUTE
    by_minute = next(
        (one for one in range(first, first + 86_400_000, 7 * MINUTE) if hours.open_at(one, zone) is not now), None
    )
    if by_minute is not None:
        assert change <= by_minute
    if not hours.always:
        assert hours.open_at(change, zone) is not now
        assert hours.open_at(change - 1, zone) is now
        assert hours.open_at(hours.next_open(at, zone), zone)


def test_a_window_that_the_change_of_the_clocks_cuts_opens_right_after_it() -> None:
    vienna, hours = ZoneInfo("Europe/Vienna"), SendingHours(opens=150, closes=240)  # 2:30 to 4:00
    night = int(datetime(2025, 3, 30, 0, tzinfo=vienna).timestamp() * 1000)
    opened = datetime.fromtimestamp(hours.next_open(night, vienna) / 1000, UTC)
    assert opened == datetime(2025, 3, 30, 1, tzinfo=UTC)  # 3:00 summer time: there is no 2:30


@pytest.mark.parametrize(
    ("window", "days", "words"),
    [
        ("9:00-17:00", "mon-fri", "Monday to Friday 09:00 to 17:00"),
        ("9-17:30", "", "every day 09:00 to 17:30"),
        ("22:00 to 6:00", "sat, sun", "Saturday, Sunday 22:00 to 06:00"),
        ("7:45-9:15", "tue", "Tuesday 07:45 to 09:15"),
        ("", "Monday wed", "Monday, Wednesday"),
        ("8-24", "fri-mon", "Monday, Friday, Saturday, Sunday 08:00 to 00:00"),
    ],
)
def test_what_is_written_is_understood_and_given_back(window: str, days: str, words: str) -> None:
    hours = parse_hours(window, days)
    assert hours is not None
    assert hours_text(hours) == words
    assert parse_hours(window_text(hours), days_word(hours.days)) == hours


def test_without_days_it_is_every_day_and_without_a_window_all_of_the_day() -> None:
    utc, monday = ZoneInfo("UTC"), int(datetime(2026, 11, 16, 12, tzinfo=UTC).timestamp() * 1000)
    noons = [monday + day * 86_400_000 for day in range(7)]
    assert parse_days("") == (0, 1, 2, 3, 4, 5, 6)
    assert all(SendingHours(opens=600, closes=780).open_at(at, utc) for at in noons)
    tuesdays = SendingHours(days=(1,))
    assert window_text(tuesdays) == ""
    assert [tuesdays.open_at(at, utc) for at in noons] == [False, True] + [False] * 5


def test_hours_over_midnight_belong_to_the_day_on_which_they_opened() -> None:
    utc, nights = ZoneInfo("UTC"), SendingHours(days=(0,), opens=22 * 60, closes=6 * 60)
    moments = [
        int(datetime(2026, 11, day, hour, tzinfo=UTC).timestamp() * 1000) for day in (16, 17) for hour in (5, 23)
    ]
    assert [nights.open_at(at, utc) for at in moments] == [False, True, True, False]
    sundays = SendingHours(days=(6,), opens=22 * 60, closes=6 * 60)
    assert [sundays.open_at(at, utc) for at in moments] == [True, False, False, False]


def test_an_hour_that_comes_twice_opens_at_its_first_time() -> None:
    vienna, hours = ZoneInfo("Europe/Vienna"), SendingHours(opens=150, closes=240)  # 2:30 to 4:00
    night = int(datetime(2025, 10, 26, 0, tzinfo=vienna).timestamp() * 1000)
    opened = datetime.fromtimestamp(hours.next_open(night, vienna) / 1000, UTC)
    assert opened == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)  # 2:30 summer time, and once more an hour later


def test_what_never_changes_changes_in_a_fortnight_at_the_earliest() -> None:
    at = 1_794_819_600_000
    assert SendingHours().changes_after(at, ZoneInfo("UTC")) > at + 14 * 86_400_000


@pytest.mark.parametrize(
    ("days", "word", "text"),
    [
        ((0, 1), "mon, tue", "Monday, Tuesday"),
        ((1, 2, 3), "tue-thu", "Tuesday to Thursday"),
        ((0, 2, 4), "mon, wed, fri", "Monday, Wednesday, Friday"),
        ((1, 2, 4), "tue, wed, fri", "Tuesday, Wednesday, Friday"),
    ],
)
def test_days_in_a_row_are_named_from_to(days: tuple[int, ...], word: str, text: str) -> None:
    assert days_word(days) == word
    assert hours_text(SendingHours(days=days)) == text


def test_whose_clock_counts_is_said() -> None:
    assert hours_text(SendingHours(opens=540, closes=600, zone="Asia/Tokyo")).endswith("10:00, Asia/Tokyo time")
    by_column = SendingHours(opens=540, closes=600, column="tz")
    assert hours_text(by_column).endswith("10:00, each recipient's time by “tz”")
    assert parse_hours("0-24") is None


@pytest.mark.parametrize("window", ["9", "25-26", "9:60-10", "9-10:60", "nine to five", "9-24:30", "24-24"])
def test_hours_that_are_none_are_refused(window: str) -> None:
    with pytest.raises(InputError, match="no sending hours"):
        parse_hours(window)


@pytest.mark.parametrize("days", ["funday", "mon-fri-sun", "m", "mon-", "money"])
def test_days_that_are_none_are_refused(days: str) -> None:
    with pytest.raises(InputError, match="no day of the week"):
        parse_days(days)
