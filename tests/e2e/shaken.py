"""`sendoff` with a wall clock that another process sets: the number in the file `SENDOFF_SHIFT` is added to it.

SENDOFF_SHIFT=FILE python -m tests.e2e.shaken send ...
"""

from __future__ import annotations

import mmap
import os
import struct
import sys
import time
from pathlib import Path

from sendoff.adapters.system.clock import SystemClock
from sendoff.bootstrap import main

OFFSET = struct.Struct("<q")
DAY = 86_400_000


def shift(path: Path, milliseconds: int) -> None:
    """Set the clock of every process that was started with this file, now."""
    if not path.exists():
        path.write_bytes(OFFSET.pack(milliseconds))
    with path.open("r+b") as file:
        file.write(OFFSET.pack(milliseconds))


def shifted(path: Path) -> None:
    """Let this process go by the shifted clock."""
    with path.open("rb") as file:
        seen = mmap.mmap(file.fileno(), OFFSET.size, access=mmap.ACCESS_READ)

    def now(_clock: SystemClock) -> int:
        return time.time_ns() // 1_000_000 + int(OFFSET.unpack_from(seen)[0])

    SystemClock.now = now  # type: ignore[method-assign,assignment]  # where this process reads the wall clock


if __name__ == "__main__":
    shifted(Path(os.environ["SENDOFF_SHIFT"]))
    sys.exit(main())
