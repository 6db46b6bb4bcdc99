"""Sending hours: on which days, and from when to when by the wall clock of a time zone, messages may leave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from sendoff.core.errors import InputError
from sendoff.core.language import phrase, tr

DAY = 24 * 60
"""Minutes."""
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SHORT = (
    *(phrase("mon"), phrase("tue"), phrase("wed"), phrase("thu"), phrase("fri")),
    *(phrase("sat"), phrase("sun")),
)
WEEKDAYS = (
    phrase("Monday"),
    phrase("Tuesday"),
    phrase("Wednesday"),
    phrase("Thursday"),
    phrase("Friday"),
    phrase("Saturday"),
    phrase("Sunday"),
)
"""As `datetime.weekday` counts them."""
_SPAN = re.compile(r"\s*(\d{1,2})(?::(\d\d))?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d\d))?\s*", re.ASCII)
_AHEAD = 16
"""Days looked at: a yearly change of the clocks may swallow one whole weekly window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingHours:
    """When messages may leave. Minutes are counted from midnight by the wall clock; `opens` = `closes` is all day.

    Hours that close before they open go over midnight, and belong to the day on which they opened.
    """

    days: tuple[int, ...] = EVERY_DAY
    """Monday is 0."""
    opens: int = 0
    closes: int = 0
    zone: str = ""
    """IANA name; empty = this computer's."""
    column: str = ""
    """The field of the list that names the recipient's own zone; `zone` is for rows where it names none."""

    @property
    def always(self) -> bool:
        """Say whether they keep nothing back."""
        return self.opens == self.closes and len(self.days) == len(EVERY_DAY)

    def open_at(self, at: int, zone: tzinfo) -> bool:
        """Say whether messages may leave at `at` (epoch ms) by the wall clock of a zone."""
        wall = datetime.fromtimestamp(at / 1000, UTC).astimezone(zone)
        minute, day = wall.hour * 60 + wall.minute, wall.weekday()
        if self.opens < self.closes:
            return day in self.days and self.opens <= minute < self.closes
        if self.opens == self.closes:
            return day in self.days
        return (day in self.days and minute >= self.opens) or ((day - 1) % 7 in self.days and minute < self.closes)

    def changes_after(self, at: int, zone: tzinfo) -> int:
        """When they next open or close (epoch ms); one that is far away where they never do."""
        before = self.open_at(at, zone)
        for moment in self._moments(at, zone):
            if moment > at and self.open_at(moment, zone) is not before:
                return moment
        return at + _AHEAD * DAY * 60_000

    def next_open(self, at: int, zone: tzinfo) -> int:
        """When messages may leave: at `at`, or later."""
        return at if self.always or self.open_at(at, zone) else self.changes_after(at, zone)

    def _moments(self, at: int, zone: tzinfo) -> Iterator[int]:
        """Every moment at which something may change, in order, from the day before `at` on."""
        today = datetime.fromtimestamp(at / 1000, UTC).astimezone(zone).date()
        minutes = {0, self.opens % DAY, self.closes % DAY}
        for number in range(-1, _AHEAD):
            day = today + timedelta(days=number)
            walls = [datetime.combine(day, time(one // 60, one % 60), zone) for one in minutes]
            found = {_ms(wall.replace(fold=fold)) for wall in walls for fold in (0, 1)}
            start, end = _ms(datetime.combine(day, time(), zone)), _ms(datetime.combine(day, time(23, 59), zone))
            found.update(_shift(start, end, zone))
            yield from sorted(found)


def _ms(wall: datetime) -> int:
    return round(wall.astimezone(UTC).timestamp() * 1000)


def _offset(at: int, zone: tzinfo) -> timedelta | None:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(zone).utcoffset()


def _shift(low: int, high: int, zone: tzinfo) -> Iterator[int]:
    """The moment between two at which the clocks are changed, if they are."""
    before = _offset(low, zone)
    if before == _offset(high, zone):
        return
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(middle, zone) == before:
            low = middle
        else:
            high = middle
    yield high


def parse_hours(window: str, days: str = "", zone: str = "", column: str = "") -> SendingHours | None:
    """Read `9:00-17:00` and `mon-fri, sun`; None where they keep nothing back. Raises InputError."""
    opens, closes = _span(window) if window.strip() else (0, 0)
    hours = SendingHours(days=parse_days(days), opens=opens, closes=closes, zone=zone.strip(), column=column.strip())
    return None if hours.always else hours


def _span(text: str) -> tuple[int, int]:
    found = _SPAN.fullmatch(text)
    values = [int(one or 0) for one in found.groups()] if found else []
    if values and values[1] < 60 and values[3] < 60:  # noqa: PLR2004 -- minutes of an hour
        opens, closes = values[0] * 60 + values[1], values[2] * 60 + values[3]
        if opens < DAY and closes <= DAY:
            return opens, closes % DAY
    raise InputError(
        tr("{text} are no sending hours.", text=repr(text.strip())),
        remedy=tr("Write them like 9:00-17:00."),
        code="hours",
    )


def parse_days(text: str) -> tuple[int, ...]:
    """Read `mon-fri`, `mon, wed, sat`, also in the language in force; empty = every day. Raises InputError."""
    found: set[int] = set()
    for part in re.split(r"[,\s]+", text.strip().lower().replace("–", "-")):
        if not part:
            continue
        ends = [_day(one) for one in part.split("-")]
        if len(ends) > 2 or -1 in ends:  # noqa: PLR2004 -- a range
            raise InputError(
                tr("{part} is no day of the week.", part=repr(part)),
                remedy=tr("Write the days like mon-fri or mon, wed, sat."),
                code="days",
            )
        span = (ends[-1] - ends[0]) % 7
        found.update((ends[0] + step) % 7 for step in range(span + 1))
    return tuple(sorted(found)) or EVERY_DAY


def _day(word: str) -> int:
    """The day a word names, in English or in the language in force, cut to its short form or longer; else -1."""
    for short, names in ((_NAMES, WEEKDAYS), ([tr(one) for one in _SHORT], [tr(one) for one in WEEKDAYS])):
        for day, (least, name) in enumerate(zip(short, names, strict=True)):
            if len(word) >= len(least) and name.lower().startswith(word):
                return day
    return -1


def days_text(days: tuple[int, ...]) -> str:
    """Say the days: `Monday to Friday`, `Monday, Wednesday`, `every day`."""
    if days == EVERY_DAY:
        return tr("every day")
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:  # noqa: PLR2004 -- two days are named both
        return tr("{long} to {long_2}", long=tr(WEEKDAYS[days[0]]), long_2=tr(WEEKDAYS[days[-1]]))
    return ", ".join(tr(WEEKDAYS[day]) for day in days)


def hours_text(hours: SendingHours) -> str:
    """Say them: `Monday to Friday 09:00 to 17:00`, with whose clock counts where it is not this computer's."""
    times = (
        ""
        if hours.opens == hours.closes
        else tr("{clock} to {clock_2}", clock=_clock(hours.opens), clock_2=_clock(hours.closes))
    )
    whose = (
        tr("each recipient's time by “{column}”", column=hours.column)
        if hours.column
        else tr("{zone} time", zone=hours.zone)
        if hours.zone
        else ""
    )
    said = " ".join(filter(None, (days_text(hours.days), times)))
    return f"{said}, {whose}" if whose else said


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def window_text(hours: SendingHours) -> str:
    """Give them back as they are written, `09:00-17:00`; empty = all day."""
    return "" if hours.opens == hours.closes else f"{_clock(hours.opens)}-{_clock(hours.closes)}"


def days_word(days: tuple[int, ...], *, spoken: bool = False) -> str:
    """Give the days back as they are written, `mon-fri`; empty = every day; `spoken` = in the language in force."""
    if days == EVERY_DAY:
        return ""
    names = tuple(tr(one) for one in _SHORT) if spoken else _NAMES
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:  # noqa: PLR2004 -- two days are named both
        return f"{names[days[0]]}-{names[days[-1]]}"
    return ", ".join(names[day] for day in days)
