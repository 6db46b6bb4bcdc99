"""Sending at a set time: how the time is written, and what is so when it has come."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum

from sendoff.core.errors import InputError
from sendoff.core.hours import parse_days
from sendoff.core.language import tr

GRACE = 10 * 60_000
"""Milliseconds by which a start may be late and still be the one that was meant; later, somebody is asked."""
_DAY = r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[^\W\d_]+)"
_TIME = re.compile(rf"(?:(?:on |am )?{_DAY},?(?:[ ]+|(?<=[0-9])t))?(?P<hour>[0-9]{{1,2}})[:.](?P<minute>[0-9]{{2}})")


class Standing(StrEnum):
    """How a scheduled campaign stands."""

    WAITING = "waiting"
    DUE = "due"
    MISSED = "missed"
    """Its time passed while nobody was there to start it."""


def standing(at: int, now: int, opened_at: int) -> Standing:
    """Judge a time set for `at`, in a program that was opened at `opened_at` (epoch ms)."""
    if now < at:
        return Standing.WAITING
    return Standing.MISSED if at < opened_at or now - at > GRACE else Standing.DUE


def parse_moment(text: str, now: int, zone: tzinfo) -> int:
    """Read `2026-12-01 09:00`, `Tuesday 9:00`, `tomorrow 9:00` or `17:30`, by the clock of `zone`; epoch ms.

    A day of the week or an hour alone is the next one. A day may also be written as 1.12.2026, its name, today and
    tomorrow in the language in force.
    Raises InputError where it is none, or has passed.
    """
    found = _TIME.fullmatch(text.strip().lower())
    today = datetime.fromtimestamp(now / 1000, UTC).astimezone(zone)
    try:
        at = _moment(found, today, zone) if found else None
    except ValueError:
        at = None
    if at is None:
        raise InputError(
            tr("{text} is no time.", text=repr(text.strip())),
            remedy=tr('Write it like "2026-12-01 09:00", "Tuesday 9:00", "tomorrow 9:00" or 17:30.'),
            code="time",
        )
    moment = round(at.astimezone(UTC).timestamp() * 1000)
    if moment <= now:
        raise InputError(tr("{text} has passed.", text=text.strip()), remedy=tr("Name a time to come."), code="past")
    return moment


def _day_named(word: str, today: datetime) -> tuple[date, int]:
    """The next day of this name, and after how many days there is another. Raises ValueError where it is none."""
    said = (("today", tr("today")), ("tomorrow", tr("tomorrow")))
    for number, words in enumerate(said):
        if word in words:
            return today.date() + timedelta(days=number), 0
    try:
        (day,) = parse_days(word)
    except InputError as error:
        raise ValueError(word) from error
    return today.date() + timedelta(days=(day - today.weekday()) % 7), 7


def _moment(found: re.Match[str], today: datetime, zone: tzinfo) -> datetime:
    word, hour, minute = found["day"], int(found["hour"]), int(found["minute"])
    again = 0
    if word is None:
        day, again = today.date(), 1
    elif word[0].isdigit():
        form = "%d.%m.%Y" if "." in word else "%Y-%m-%d"
        day = datetime.strptime(word, form).date()  # noqa: DTZ007 -- the zone follows
    else:
        day, again = _day_named(word, today)
    at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)
    if again and at <= today:
        day += timedelta(days=again)
        at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)
    return at
