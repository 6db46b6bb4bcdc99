"""Times for sending later: what is so when one has come, or has passed unseen."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sendoff.core.schedule import GRACE, Standing, standing

VIENNA = ZoneInfo("Europe/Vienna")
NOW = round(datetime(2026, 10, 24, 12, 0, tzinfo=VIENNA).timestamp() * 1000)  # the clocks go back in the night


def test_a_time_that_passed_while_nobody_was_there_is_missed() -> None:
    opened = NOW - 3_600_000
    assert standing(NOW + 1, NOW, opened) is Standing.WAITING
    assert standing(NOW, NOW, opened) is Standing.DUE
    assert standing(NOW - GRACE, NOW, opened) is Standing.DUE
    assert standing(NOW - GRACE - 1, NOW, opened) is Standing.MISSED  # the computer slept
    assert standing(opened - 1, opened, opened) is Standing.MISSED  # the program was closed
    assert standing(NOW + 3_600_000, NOW - 3_600_000, opened) is Standing.WAITING  # the clock was set back
