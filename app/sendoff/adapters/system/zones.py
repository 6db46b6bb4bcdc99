"""Time zones by their IANA names, from the system's database or the one that comes with Python's `tzdata`."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from sendoff.adapters.system.clock import SystemClock


@lru_cache(maxsize=1024)
def find_zone(name: str) -> tzinfo | None:
    """The zone of that name; None where there is none."""
    try:
        return ZoneInfo(name.strip()) if name.strip() else None
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a name with a NUL, a folder's name
        return None


def zone_of(name: str) -> tzinfo | None:
    """A zone by its name however it is capitalised, None where there is none; the empty name is this computer's."""
    if not name:
        return local_zone()
    return find_zone(name) or find_zone(_spelled().get(name.strip().casefold(), ""))


@lru_cache(maxsize=1)
def _spelled() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


def local_zone() -> tzinfo:
    """The zone of this computer, with its changes of the clocks where its name can be found out, as it is set now."""
    from babel.localtime import get_localzone

    try:
        found = get_localzone()
    except LookupError:  # a TZ that names nothing
        found = None
    name = getattr(found, "key", "") or getattr(found, "zone", "")
    return find_zone(name) or datetime.fromtimestamp(SystemClock().now() / 1000, UTC).astimezone().tzinfo or UTC
