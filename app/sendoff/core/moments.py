"""Times to come as people write them, `next Tuesday 9:00` or `in 8 days`, and said back with nothing left to guess."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo

from sendoff.core.errors import InputError
from sendoff.core.hours import EVERY_DAY, WEEKDAYS, parse_days
from sendoff.core.language import phrase, tr
from sendoff.core.wording import MONTHS, date_text, duration_text

_NOON = 12
_OFFERED = 3
_CLOCK = re.compile(r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))?(?P<half>am|pm)?")
_DATE = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})|(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4})?"
)
_MONTH_LETTERS = 3
_IN, _TODAY, _TOMORROW = phrase("in"), phrase("today"), phrase("tomorrow")
_SMALL = phrase("at on the this coming o'clock")
_NEXT = phrase("next following")
_ONE = phrase("a an one")
_UNITS = (phrase("minute minutes min"), phrase("hour hours h"), phrase("day days"), phrase("week weeks"))
_SPANS = (timedelta(minutes=1), timedelta(hours=1), timedelta(days=1), timedelta(weeks=1))


def parse_moment(text: str, now: int, zone: tzinfo) -> int:
    """Read `2026-12-01 09:00`, `Tuesday 9 am`, `tomorrow 9:00`, `in 8 days` or `17:30`, by the clock of `zone`.

    A day of the week, a day of the year or an hour alone is the next one; `next Tuesday` is that of the next week.
    Words are read in English and in the language in force, a day also as 1.12.2026. Returns epoch ms.
    Raises InputError where it is none, or has passed.
    """
    today = datetime.fromtimestamp(now / 1000, UTC).astimezone(zone)
    try:
        at = _moment(_words(text), today)
    except (ValueError, OverflowError):
        at = None
    if at is None:
        raise InputError(
            tr("{text} is no time.", text=repr(text.strip())),
            remedy=tr('Write it like "2026-12-01 09:00", "Tuesday 9:00", "tomorrow 9:00", "in 8 days" or 17:30.'),
            code="time",
        )
    moment = round(at.astimezone(UTC).timestamp() * 1000)
    if moment <= now:
        raise InputError(tr("{text} has passed.", text=text.strip()), remedy=tr("Name a time to come."), code="past")
    return moment


def offered_moments(now: int, zone: tzinfo) -> Sequence[str]:
    """Usual times to come as a person writes them, the next first: `tomorrow 9:00`, `Thursday 9:00`, `Monday 9:00`."""
    today = datetime.fromtimestamp(now / 1000, UTC).astimezone(zone).weekday()
    ahead = sorted((day - today - 1) % 7 + 1 for day in (0, 1, 3))  # Monday, Tuesday and Thursday
    names = [tr(WEEKDAYS[(today + days) % 7]) for days in ahead if days > 1]
    return (tr("tomorrow 9:00"), *(tr("{weekday} 9:00", weekday=name) for name in names))[:_OFFERED]


def moment_said(at: int, now: int, zone: tzinfo) -> str:
    """Say back what was meant, so that nobody has to count: `on Tuesday, 1 December 09:00, in 8 days`."""
    moment, today = (datetime.fromtimestamp(ms / 1000, UTC).astimezone(zone).date() for ms in (at, now))
    days = (moment - today).days
    far = (
        tr("in {days} days", days=days)
        if days > 1
        else tr("tomorrow")
        if days
        else tr("in {time}", time=duration_text((at - now) / 1000))
    )
    return tr("{when}, {far}", when=date_text(at, now, zone), far=far)


def written(day: date, hour: int, minute: int, today: date) -> str:
    """A day chosen from a calendar as `parse_moment` reads it: `1 December 9:00`, with the year where it is another."""
    year = f" {day.year}" if day.year != today.year else ""
    month = tr(MONTHS[day.month - 1]) + year
    return tr("{day} {month} {clock}", day=day.day, month=month, clock=f"{hour}:{minute:02}")


def _words(text: str) -> list[str]:
    """The words that say something, small letters, the halves of the day in one with their hour."""
    plain = re.sub(r"(?<=[0-9])t(?=[0-9])|,", " ", text.lower())
    plain = re.sub(r"(?<=[0-9]) ?([ap])\.?m\b\.?", r"\1m", plain)
    return plain.split()


def _spoken(marked: str) -> tuple[str, ...]:
    """What stands for something, in English and in the language in force."""
    return (*marked.split(), *tr(marked).lower().split())


def _moment(words: list[str], today: datetime) -> datetime | None:
    """What was meant. None or ValueError where it is no time."""
    if words and words[0] in _spoken(_IN):
        return _ahead(words[1:], today)
    said = [one for one in words if one not in _spoken(_SMALL)]
    clock = _clock(said[-1], alone=len(words) == 1) if said else None
    if clock is None:
        return None
    day, again = _day(said[:-1], today.date())
    at = _on(day, clock, today)
    return at if at > today or again is None else _on(again(day), clock, today)


def _on(day: date, clock: tuple[int, int], today: datetime) -> datetime:
    return datetime(day.year, day.month, day.day, *clock, tzinfo=today.tzinfo)


def _clock(word: str, *, alone: bool) -> tuple[int, int] | None:
    """Hour and minute; a number alone might be anything."""
    found = _CLOCK.fullmatch(word)
    if found is None or (alone and not found["minute"] and not found["half"]):
        return None
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found["half"] == "pm" else 0)
    return hour, int(found["minute"] or 0)


def _ahead(words: list[str], today: datetime) -> datetime | None:
    """So many minutes or hours from now, or days or weeks, at this hour or at the one that is named."""
    span = next(
        (one for one, names in zip(_SPANS, _UNITS, strict=True) if words[1:] and words[1] in _spoken(names)), None
    )
    if span is None:
        return None
    ahead = span * (1 if words[0] in _spoken(_ONE) else int(words[0]))
    said = [one for one in words[2:] if one not in _spoken(_SMALL)]
    if span < timedelta(days=1):
        return None if said else (today.astimezone(UTC) + ahead).astimezone(today.tzinfo)
    clock = _clock(said[0], alone=False) if len(said) == 1 else None
    if said and clock is None:
        return None
    return _on(today.date() + ahead, clock or (today.hour, today.minute), today)


def _day(words: list[str], today: date) -> tuple[date, Callable[[date], date] | None]:
    """The next day that is meant, and how it comes again where its hour has passed.

    Raises ValueError where it is none.
    """
    if not words:
        return today, _days_later(1)
    for number, name in enumerate((_TODAY, _TOMORROW)):
        if len(words) == 1 and words[0] in _spoken(name):
            return today + timedelta(days=number), None
    following = words[0] in _spoken(_NEXT)
    first, *rest = words[following:] or [""]
    weekday = _weekday(first)
    if following:
        if weekday is None or rest:
            raise ValueError(words)
        return today + timedelta(days=weekday - today.weekday() + len(EVERY_DAY)), None
    if weekday is None:
        return _date(words, today)
    if not rest:
        return today + timedelta(days=(weekday - today.weekday()) % len(EVERY_DAY)), _days_later(len(EVERY_DAY))
    day, again = _date(rest, today)
    if weekday != day.weekday():
        raise ValueError(words)  # Tuesday, 2 December: one of them is a slip
    return day, again


def _days_later(days: int) -> Callable[[date], date]:
    return lambda day: day + timedelta(days=days)


def _weekday(word: str) -> int | None:
    """Monday is 0; None where it is no day of the week."""
    try:
        days = parse_days(word)
    except InputError:
        return None
    return days[0] if len(days) == 1 else None


def _date(words: list[str], today: date) -> tuple[date, Callable[[date], date] | None]:
    """A day of the year; without a year the next one. Raises ValueError where it is none."""
    found = _DATE.fullmatch(words[0]) if len(words) == 1 else None
    if found:
        year, month, day = (
            found["year"] or found["y"],
            int(found["month"] or found["m"]),
            int(found["day"] or found["d"]),
        )
    else:
        months = [one for one in map(_month, words) if one]
        day, *years = (int(re.sub(r"(?<=[0-9])(?:\.|st|nd|rd|th)$", "", one)) for one in words if not _month(one))
        if len(months) != 1 or len(years) > 1:
            raise ValueError(words)
        year, month = years[0] if years else None, months[0]
    if year:
        return date(int(year), month, day), None
    this = date(today.year, month, day)
    return this if this >= today else _next_year(this), _next_year


def _next_year(day: date) -> date:
    return day.replace(year=day.year + 1)


def _month(word: str) -> int:
    """1 to 12; 0 where it is none."""
    short = word.rstrip(".")
    names = ((one.lower(), tr(one).lower()) for one in MONTHS)
    fits = (number for number, both in enumerate(names, 1) if any(one.startswith(short) for one in both))
    return next(fits, 0) if len(short) >= _MONTH_LETTERS else 0
