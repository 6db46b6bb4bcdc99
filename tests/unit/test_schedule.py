"""Times for sending later: what is written, and what is so when one has come, or has passed unseen."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sendoff.core.errors import InputError
from sendoff.core.schedule import GRACE, Standing, parse_moment, standing

VIENNA = ZoneInfo("Europe/Vienna")
NOW = round(datetime(2026, 10, 24, 12, 0, tzinfo=VIENNA).timestamp() * 1000)  # the clocks go back in the night


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
        ("next Tuesday 9:00", "time"),  # this week's or the next one's?
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


def test_a_time_that_passed_while_nobody_was_there_is_missed() -> None:
    opened = NOW - 3_600_000
    assert standing(NOW + 1, NOW, opened) is Standing.WAITING
    assert standing(NOW, NOW, opened) is Standing.DUE
    assert standing(NOW - GRACE, NOW, opened) is Standing.DUE
    assert standing(NOW - GRACE - 1, NOW, opened) is Standing.MISSED  # the computer slept
    assert standing(opened - 1, opened, opened) is Standing.MISSED  # the program was closed
    assert standing(NOW + 3_600_000, NOW - 3_600_000, opened) is Standing.WAITING  # the clock was set back
