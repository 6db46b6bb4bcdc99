"""A long campaign: whether memory and the log of the database stay flat, and the pace holds from first to last.

python -m tests.bench.million --recipients 1000000 --connections 5
"""

from __future__ import annotations

import argparse
import shlex
import sys
import tempfile
import threading
import time
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from tests.bench import workload
from tests.bench.measure import Cost
from tests.bench.throughput import Work, sendoff
from tests.fakes.sink import SinkProcess, read_log

from sendoff.adapters.storage.database import FILE_NAME
from sendoff.adapters.system.paths import find_home
from sendoff.core.account import WireMode

_EVERY = 0.02
"""Seconds between two looks at the log of the database."""
Samples = Sequence[tuple[int, float]]
"""A figure over time (epoch nanoseconds)."""


class LogSize(threading.Thread):
    """The size in MB of a database's write-ahead log while it is open; it ends when `over` is set."""

    def __init__(self, database: Path) -> None:
        super().__init__(daemon=True)
        self.samples: list[tuple[int, float]] = []
        self.over = threading.Event()
        self._path = database.with_name(f"{database.name}-wal")

    def run(self) -> None:
        while not self.over.wait(_EVERY):
            with suppress(FileNotFoundError):
                self.samples.append((time.time_ns(), self._path.stat().st_size / 1e6))


def largest(samples: Samples, began: int, ended: int) -> float:
    """The largest figure between two moments; 0 where there is none."""
    first, last = bisect_left(samples, (began, 0.0)), bisect_left(samples, (ended, 0.0))
    return max((figure for _, figure in samples[first : last + 1]), default=0.0)


def stretches(log: Path, step: int) -> Iterator[tuple[int, int]]:
    """How many were accepted by when (epoch nanoseconds), at the first message, every `step` and the last."""
    number = last = 0
    for entry in read_log(log):
        number, last = number + 1, entry["t"]
        if number == 1 or number % step == 0:
            yield number, last
    if number % step:
        yield number, last


def table(cost: Cost, wal: Samples, log: Path, step: int) -> Iterator[str]:
    """Lines of the table: pace, memory and the database's log of each stretch."""
    marks = list(stretches(log, step))
    yield "| messages | messages/s | RSS MB (largest in the stretch) | write-ahead log MB (likewise) |"
    yield "|---|---|---|---|"
    for (before, began), (number, ended) in pairwise(marks):
        pace = (number - before) / (ended - began) * 1e9
        rss, size = largest(cost.rss, began, ended), largest(wal, began, ended)
        yield f"| {number:,} | {pace:,.0f} | {rss:.0f} | {size:.1f} |"
    start, first = cost.rss[0][0], marks[0][1]
    seconds, rss, size = (first - start) / 1e9, largest(cost.rss, start, first), largest(wal, start, first)
    yield ""
    yield f"From start to the first message: {seconds:.1f} s, at most {rss:.0f} MB, log {size:.1f} MB (import, check)."
    yield f"Whole run: {cost.seconds:.1f} s, CPU {cost.cpu:.1f} s, peak {cost.peak:.0f} MB, status {cost.status}."


def main() -> None:
    """Write the campaign, send it, print the table."""
    parser = argparse.ArgumentParser(description="memory and pace of a long campaign")
    parser.add_argument("--recipients", type=int, default=1_000_000)
    parser.add_argument("--connections", type=int, default=5)
    parser.add_argument("--step", type=int, default=100_000)
    parser.add_argument("--sendoff", default=f"{shlex.quote(sys.executable)} -m sendoff", help="its command")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        work = Work(folder=folder, campaign=workload.write(folder, given.recipients), recipients=given.recipients)
        wal = LogSize(find_home({"SENDOFF_HOME": str(folder / "home")}).data / FILE_NAME)
        with SinkProcess(folder / "sink.log") as sink:
            wal.start()
            cost = sendoff(shlex.split(given.sendoff), WireMode.CAREFUL)(work, sink, given.connections, folder)
            wal.over.set()
            wal.join()
        print("\n".join(table(cost, wal.samples, sink.log, given.step)))
        print(f"{sink.summary['accepted']:,} of {given.recipients:,} accepted. {cost.output.strip()[-400:]}")
        sys.exit(cost.status or sink.summary["accepted"] != given.recipients)


if __name__ == "__main__":
    main()
