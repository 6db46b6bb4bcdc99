"""What day a text says: the one reader of dates, for segments, messages, checks and lists alike."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

_LONGEST = 100
"""Characters of a date."""
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_DASHED = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[ T]\s*(.+))?")
_CLOSE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T(.+))?")
_HOUR = re.compile(r"^(?=[0-9]:)")
_ZONE = re.compile(r"(?<=[0-9])\s*(?:(UTC|GMT|Z)|([+-][0-9]{2}:?[0-9]{2}))\Z", re.IGNORECASE)


def read_date(text: str) -> datetime | None:
    """The moment a text says; None where it says none, as 2026-02-31 does, or 2026-03-01 with words behind it.

    Reads 2026-01-31 and 20260131, with a time and a zone or without, and 31.01.2026.
    """
    text = text.strip()
    return _read(text) if len(text) <= _LONGEST and text.isascii() else None


def day_in(text: str) -> str:
    """The day a text says, as 2026-01-31; empty where it says none."""
    found = read_date(text)
    return found.date().isoformat() if found else ""


@lru_cache(maxsize=4096)
def _read(text: str) -> datetime | None:
    try:
        if found := _DOTTED.fullmatch(text):
            return datetime(int(found[3]), int(found[2]), int(found[1]))  # noqa: DTZ001 -- a day has no time zone
        found = _DASHED.fullmatch(text) or _CLOSE.fullmatch(text)
        return datetime.fromisoformat(_usual(*found.groups())) if found else None
    except ValueError:
        return None


def _usual(year: str, month: str, day: str, time: str | None) -> str:
    """With two digits for a month, a day and an hour, and the zone behind the time without a blank."""
    written = f"{year}-{month:0>2}-{day:0>2}"
    if time is None:
        return written
    return f"{written} {_ZONE.sub(lambda zone: zone[2] or '+00:00', _HOUR.sub('0', time))}"
