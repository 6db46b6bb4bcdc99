"""Time as a session needs it."""

from __future__ import annotations

import time


def wakeful_clock() -> float:
    """Seconds that never go back and go on while the machine sleeps, where the system has such a clock."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)
