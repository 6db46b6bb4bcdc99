"""What a run cost: processor time and memory of the sender, and its pace as the sink saw it."""

from __future__ import annotations

import os
import re
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.sink import read_log

HIGH_WATER = re.compile(r"VmHWM:\s+(\d+) kB")
RESIDENT = re.compile(r"VmRSS:\s+(\d+) kB")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One process from start to end."""

    status: int
    seconds: float
    cpu: float
    """Seconds of processor time, user and system, its waited-for children included."""
    peak: float
    """Largest resident set in MB, looked at every 50 ms."""
    rss: Sequence[tuple[int, float]]
    """Resident set in MB over time (epoch nanoseconds)."""
    output: str


def run(command: Sequence[str], env: Mapping[str, str], output: Path) -> Cost:
    """Run `command` to its end, its standard output in the file `output`, and say what it cost."""
    began = time.monotonic()
    with output.open("wb") as out:
        process = subprocess.Popen(command, env=dict(env), stdout=out)
    samples: list[tuple[int, float]] = []
    peaks: list[float] = [0.0]
    over = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, over, samples, peaks))
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    over.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(
        status=process.returncode,
        seconds=time.monotonic() - began,
        cpu=usage.ru_utime + usage.ru_stime,
        peak=max(peaks),
        rss=samples,
        output=output.read_text(),
    )


def _watch(pid: int, over: threading.Event, samples: list[tuple[int, float]], peaks: list[float]) -> None:
    # Not ru_maxrss: Linux hands the peak of the process before exec, which is this one's, down to the child.
    while not over.wait(0.05):
        try:
            text = Path(f"/proc/{pid}/status").read_text()
        except OSError:
            return
        if (now := RESIDENT.search(text)) and (high := HIGH_WATER.search(text)):
            samples.append((time.time_ns(), int(now[1]) / 1024))
            peaks[0] = int(high[1]) / 1024


def rate(log: Path) -> float:
    """Messages a second from the first acceptance to the last."""
    first = last = number = 0
    for entry in read_log(log):
        first, last, number = first or entry["t"], entry["t"], number + 1
    return (number - 1) / (last - first) * 1e9 if last > first else 0.0
