"""A long campaign: whether memory stays flat and the pace holds from the first 100,000 to the last.

python -m tests.bench.million --recipients 1000000 --connections 5
"""

from __future__ import annotations

import argparse
import shlex
import sys
import tempfile
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tests.bench import workload
from tests.bench.measure import Cost
from tests.bench.throughput import Work, sendoff
from tests.fakes.sink import SinkProcess, read_log

from sendoff.core.account import WireMode


def stretches(log: Path, step: int) -> Iterator[tuple[int, int]]:
    """How many were accepted by when (epoch nanoseconds), at the first message, every `step` and the last."""
    number = last = 0
    for entry in read_log(log):
        number, last = number + 1, entry["t"]
        if number == 1 or number % step == 0:
            yield number, last
    if number % step:
        yield number, last


def table(cost: Cost, log: Path, step: int) -> Iterator[str]:
    """Lines of the table: pace and memory of each stretch."""
    times = [at for at, _ in cost.rss]
    marks = list(stretches(log, step))
    yield "| messages | messages/s | RSS MB (largest in the stretch) |"
    yield "|---|---|---|"
    for (before, began), (number, ended) in pairwise(marks):
        inside = [rss for _, rss in cost.rss[bisect_left(times, began) : bisect_left(times, ended) + 1]]
        yield f"| {number:,} | {(number - before) / (ended - began) * 1e9:,.0f} | {max(inside, default=0):.0f} |"
    first = marks[0][1]
    before_first = max((rss for at, rss in cost.rss if at < first), default=0)
    seconds = (first - times[0]) / 1e9
    yield ""
    yield f"From start to the first message: {seconds:.1f} s, at most {before_first:.0f} MB (import, check)."
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
        with SinkProcess(folder / "sink.log") as sink:
            cost = sendoff(shlex.split(given.sendoff), WireMode.CAREFUL)(work, sink, given.connections, folder)
        print("\n".join(table(cost, sink.log, given.step)))
        print(f"{sink.summary['accepted']:,} of {given.recipients:,} accepted. {cost.output.strip()[-400:]}")
        sys.exit(cost.status or sink.summary["accepted"] != given.recipients)


if __name__ == "__main__":
    main()
