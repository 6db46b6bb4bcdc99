"""The person's time zone, for the sentences of `core.wording`."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo


def local_zone(now: int) -> tzinfo:
    """The zone of this computer as it is in force at `now` (epoch milliseconds)."""
    return datetime.fromtimestamp(now / 1000, UTC).astimezone().tzinfo or UTC
