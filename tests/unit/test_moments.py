"""Times to come as people write them: what is read, what is refused, and what is said back."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.errors import InputError
from sendoff.core.moments import moment_said, offered_moments, parse_moment, written

VIENNA = ZoneInfo("Europe/Vienna")
NOW = round(datetime(2026, 10, 24, 12, 0, tzinfo=VIENNA).timestamp() * 1000)  # the clocks go back in the night
MONDAY = round(datetime(2026, 11, 23, 12, 0, tzinfo=VIENNA).timestamp() * 1000)
DAY = 86_400_000


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-12-01 09:00", datetime(2026, 12, 1, 9, tzinfo=VIENNA)),
        ("2026-12-01T9:00", datetime(2026, 12, 1, 9, tzinfo=VIENNA)),
        ("17:30", datetime(2026, 10, 24, 17, 30, tzinfo=VIENNA)),
        ("9:00", datetime(2026, 10, 25, 9, tzinfo=VIENNA)),
        ("Tomorrow 12:00", datetime(2026, 10, 25, 12, tzinfo=VIENNA)),
        ("today 12:01", datetime(2026, 10, 24, 12, 1, tzinfo=VIENNA)),
        ("1.12.2026 9.30", datetime(2026, 12, 1, 9, 30, tzinfo=VIENNA)),
        ("Tuesday 9:00", datetime(2026, 10, 27, 9, tzinfo=VIENNA)),
        ("on tue, 9:00", datetime(2026, 10, 27, 9, tzinfo=VIENNA)),
        ("Saturday 12:01", datetime(2026, 10, 24, 12, 1, tzinfo=VIENNA)),  # today
        ("Saturday 12:00", datetime(2026, 10, 31, 12, tzinfo=VIENNA)),
        ("24.12.2026  18:00", datetime(2026, 12, 24, 18, tzinfo=VIENNA)),
    ],
)
def test_a_time_is_read_by_the_local_clock(text: str, meant: datetime) -> None:
    assert parse_moment(text, NOW, VIENNA) == round(meant.timestamp() * 1000)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("soon", "time"),
        ("25:00", "time"),
        ("2026-13-01 9:00", "time"),
        ("31.11.2026 9:00", "time"),
        ("someday 9:00", "time"),
        ("mon-fri 9:00", "time"),
        ("morgen 9:00", "time"),  # a word of another language than the one in force
        ("today 9:00", "past"),
        ("2020-01-01 1:00", "past"),
    ],
)
def test_what_is_no_time_to_come_is_refused(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_moment(text, NOW, VIENNA)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tuesday 9:00", "on Tuesday, 24 November 09:00, tomorrow"),
        ("next Tuesday 9:00", "on Tuesday, 1 December 09:00, in 8 days"),  # of the next week, not tomorrow
        ("next monday at 9", "on Monday, 30 November 09:00, in 7 days"),
        ("this Sunday, 9am", "on Sunday, 29 November 09:00, in 6 days"),
        ("Tuesday 9 a.m.", "on Tuesday, 24 November 09:00, tomorrow"),
        ("Mon at 2:30 PM", "at 14:30, in about 2 h 30 min"),
        ("monday 9:00", "on Monday, 30 November 09:00, in 7 days"),  # today's has passed
        ("Tuesday at 9 o'clock", "on Tuesday, 24 November 09:00, tomorrow"),
        ("12 pm", "on Tuesday, 24 November 12:00, tomorrow"),
        ("12 am", "on Tuesday, 24 November 00:00, tomorrow"),
        ("in 8 days", "on Tuesday, 1 December 12:00, in 8 days"),
        ("in 8 days at 9:15", "on Tuesday, 1 December 09:15, in 8 days"),
        ("in two weeks", None),
        ("in 2 weeks, 9 am", "on Monday, 7 December 09:00, in 14 days"),
        ("in an hour", "at 13:00, in about 1 h"),
        ("in 90 minutes", "at 13:30, in about 1 h 30 min"),
        ("1 December 9:00", "on Tuesday, 1 December 09:00, in 8 days"),
        ("Tuesday, 1 December 09:00", "on Tuesday, 1 December 09:00, in 8 days"),
        ("Dec 1st, 2026 9 am", "on Tuesday, 1 December 09:00, in 8 days"),
        ("1.12. 9:00", "on Tuesday, 1 December 09:00, in 8 days"),
        ("2 January 9:00", "on Saturday, 2 January 2027 09:00, in 40 days"),
        ("23.11. 9:00", "on Tuesday, 23 November 2027 09:00, in 365 days"),  # this year's has passed
        ("Monday, 1 December 9:00", None),  # it is a Tuesday
        ("next December 9:00", None),
        ("30 February 9:00", None),
        ("Tuesday", None),
        ("Tuesday next", None),
        ("in 8", None),
        ("in 8 days Tuesday", None),
        ("in 2 hours 9:00", None),
        ("in 99999999999 days", None),
        ("9", None),
        ("13 pm", None),
        ("0 am", None),
        ("blursday 9:00", None),
        ("9:00 Tuesday", None),
        ("next", None),
        ("", None),
    ],
)
def test_words_are_read_and_said_back_with_their_date(text: str, said: str | None) -> None:
    if said is None:
        with pytest.raises(InputError):
            parse_moment(text, MONDAY, VIENNA)
    else:
        assert moment_said(parse_moment(text, MONDAY, VIENNA), MONDAY, VIENNA) == said


@pytest.mark.parametrize("day", range(7))
def test_the_times_that_are_offered_are_three_different_ones_in_their_order(day: int) -> None:
    now = MONDAY + day * DAY
    moments = [parse_moment(one, now, VIENNA) for one in offered_moments(now, VIENNA)]
    assert len(set(moments)) == 3
    assert moments == sorted(moments)
    assert moments[0] - now < 2 * DAY


@given(st.dates(date(2026, 11, 24), date(2031, 12, 31)), st.integers(0, 23), st.integers(0, 59))
def test_a_day_from_the_calendar_is_read_as_it_is_written(day: date, hour: int, minute: int) -> None:
    meant = datetime(day.year, day.month, day.day, hour, minute, tzinfo=VIENNA)
    words = written(day, hour, minute, date(2026, 11, 23))
    assert parse_moment(words, MONDAY, VIENNA) == round(meant.timestamp() * 1000)


@given(st.text("aimnpstxy 0123456789.:-,", max_size=16))
def test_any_words_are_a_time_to_come_or_refused(text: str) -> None:
    try:
        at = parse_moment(text, MONDAY, VIENNA)
    except InputError:
        return
    assert at > MONDAY
