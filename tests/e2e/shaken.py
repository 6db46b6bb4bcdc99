"""`sendoff` with a wall clock and a disk that another process spoils, by a file that both have mapped.

SENDOFF_SHIFT=FILE python -m tests.e2e.shaken send ...

The file says how far the clock is off, with which error the database's files refuse to be written to, and after how
many more writes.
"""

from __future__ import annotations

import mmap
import os
import struct
import sys
import time
from pathlib import Path

from tests.e2e import failing_disk

from sendoff.adapters.system.clock import SystemClock
from sendoff.bootstrap import main

OFFSET, TROUBLE = struct.Struct("<q"), struct.Struct("<ii")
SIZE = OFFSET.size + TROUBLE.size
DAY = 86_400_000


def _write(path: Path, place: int, data: bytes) -> None:
    if not path.exists():
        path.write_bytes(bytes(SIZE))
    with path.open("r+b") as file:
        file.seek(place)
        file.write(data)


def shift(path: Path, milliseconds: int) -> None:
    """Set the clock of every process that was started with this file, now."""
    _write(path, 0, OFFSET.pack(milliseconds))


def spoil(path: Path, error: int, writes: int = 0) -> None:
    """Let every write but so many of those processes' databases fail with this errno; 0 = the disk is fine."""
    _write(path, OFFSET.size, TROUBLE.pack(error, writes))


def shaken(path: Path) -> None:
    """Let this process go by that clock and that disk."""
    with path.open("rb") as file:
        seen = mmap.mmap(file.fileno(), SIZE, access=mmap.ACCESS_READ)

    def now(_clock: SystemClock) -> int:
        return time.time_ns() // 1_000_000 + int(OFFSET.unpack_from(seen)[0])

    SystemClock.now = now  # type: ignore[method-assign,assignment]  # where this process reads the wall clock
    if failing_disk.possible():
        failing_disk.install(lambda: TROUBLE.unpack_from(seen, OFFSET.size))


if __name__ == "__main__":
    shaken(Path(os.environ["SENDOFF_SHIFT"]))
    sys.exit(main())
