"""Sendoff beside Nodemailer: same sink, same list, same messages, same number of connections, one after the other.

    python -m tests.bench.throughput --recipients 20000 --connections 1 5 --rounds 3 --nodemailer
    python -m tests.bench.throughput --recipients 500 --connections 5 --latency 20 --wire careful overlapped windowed

Sendoff runs as people run it, its durable queue on. Every run is checked: the sink must hold each recipient once.
With `--latency`, every reply of the sink comes so many milliseconds late: a round trip. Rates are the sink's, from the
first acceptance to the last; "whole" is the process from start to end.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench import workload
from tests.bench.flood import flood
from tests.bench.measure import Cost, rate, run
from tests.fakes.sink import SinkProcess

from sendoff.core.account import WireMode

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One run's figures."""

    rate: float
    whole: float
    """Messages a second over the whole life of the process."""
    cpu: float
    """Seconds of processor time per 1,000 messages."""
    peak: float
    """MB."""
    size: float
    """Mean bytes of a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One workload on disk."""

    folder: Path
    campaign: Path
    recipients: int


Send = Callable[[Work, SinkProcess, int, Path], Cost]


def sendoff(command: list[str], wire: str) -> Send:
    """A sender that runs Sendoff's command line with a fresh data folder, its account in one of the wire modes."""

    def send(work: Work, sink: SinkProcess, connections: int, scratch: Path) -> Cost:
        # As in Nodemailer's run, no connection is replaced.
        way = ["--smtp", f"{sink.url}&wire={wire}&messages=0", "--no-limits", "--connections", str(connections)]
        options = [*way, "--yes", "--json"]
        env = {**os.environ, "SENDOFF_HOME": str(scratch / "home")}
        return run([*command, "send", str(work.campaign), *options], env, scratch / "out")

    return send


def nodemailer(home: Path) -> Send:
    """A sender that runs Nodemailer as installed in `home`."""

    def send(work: Work, sink: SinkProcess, connections: int, scratch: Path) -> Cost:
        words = [workload.SENDER, workload.REPLY_TO, workload.SUBJECT]
        script = str(HERE / "nodemailer.mjs")
        command = ["node", script, str(home), str(work.folder), str(sink.port), str(connections), *words]
        return run(command, os.environ, scratch / "out")

    return send


def install_nodemailer(home: Path) -> str:
    """Install the newest Nodemailer into `home`; return its version."""
    (home / "package.json").write_text('{"private": true}')
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", "nodemailer"], cwd=home, check=True)
    version: str = json.loads((home / "node_modules/nodemailer/package.json").read_text())["version"]
    return version


def measure(send: Send, work: Work, connections: int, latency: float) -> Result:
    """Run once against a fresh sink. Raises RuntimeError when it failed or the sink has not each recipient once."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        with SinkProcess(scratch / "sink.log", "--latency", str(latency)) as sink:
            cost = send(work, sink, connections, scratch)
        if cost.status:
            raise RuntimeError(f"the sender ended with status {cost.status}: {cost.output[-2000:]}")
        return judge(sink, work, cost)


def judge(sink: SinkProcess, work: Work, cost: Cost) -> Result:
    """Check who was reached, and work out the figures."""
    records = sink.records()
    reached = {record["recipient"] for record in records}
    expected = {workload.address(n) for n in range(1, work.recipients + 1)}
    if len(records) != work.recipients or reached != expected or sink.summary["violation"]:
        raise RuntimeError(f"{len(records)} messages to {len(reached)} of {work.recipients}; {sink.summary}")
    return Result(
        rate=rate(sink.log),
        whole=len(records) / cost.seconds,
        cpu=cost.cpu / len(records) * 1000,
        peak=cost.peak,
        size=statistics.mean(record["size"] for record in records),
    )


def sink_alone(work: Work, connections: int) -> float:
    """The sink's own pace with a client that does nothing but send."""
    with tempfile.TemporaryDirectory() as name, SinkProcess(Path(name, "sink.log")) as sink:
        flood(sink.port, work.recipients, connections)
        return rate(sink.log)


def row(name: str, connections: int, results: list[Result]) -> str:
    """A line of the table: medians, and the spread of the rate."""
    rates = sorted(result.rate for result in results)
    figures = [
        f"{statistics.median(rates):,.0f} ({rates[0]:,.0f}–{rates[-1]:,.0f})",
        f"{statistics.median(result.whole for result in results):,.0f}",
        f"{statistics.median(result.cpu for result in results):.3f}",
        f"{statistics.median(result.peak for result in results):.0f}",
        f"{statistics.median(result.size for result in results):,.0f}",
    ]
    return " | ".join([f"| {name}", str(connections), *figures]) + " |"


def main() -> None:
    """Run the rounds, senders in turn, and print the table."""
    parser = argparse.ArgumentParser(description="messages per second, beside Nodemailer")
    parser.add_argument("--recipients", type=int, default=20_000)
    parser.add_argument("--connections", type=int, nargs="+", default=[1, 5])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--latency", type=float, default=0, metavar="MS")
    parser.add_argument("--wire", nargs="+", choices=[mode.value for mode in WireMode], default=["careful"])
    parser.add_argument(
        "--nodemailer", action="store_true", help="install it from npm into a temporary folder, and run it"
    )
    parser.add_argument(
        "--sendoff", default=f"{shlex.quote(sys.executable)} -m sendoff", help="its command; empty = not run"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home:
        work = Work(
            folder=Path(folder), campaign=workload.write(Path(folder), given.recipients), recipients=given.recipients
        )
        senders: dict[str, Send] = {}
        if given.sendoff:
            senders |= {f"Sendoff, {wire}": sendoff(shlex.split(given.sendoff), wire) for wire in given.wire}
        if given.nodemailer:
            senders[f"Nodemailer {install_nodemailer(Path(home))}"] = nodemailer(Path(home))
        what = f"{given.recipients:,} recipients, {given.latency:g} ms"
        print(f"{what}, medians of {given.rounds} rounds (lowest–highest)\n")
        print("| sender | connections | messages/s | whole, messages/s | CPU s/1,000 | peak RSS MB | bytes/message |")
        print("|---|---|---|---|---|---|---|")
        for connections in given.connections:
            results: dict[str, list[Result]] = {name: [] for name in senders}
            for _ in range(given.rounds):
                for name, send in senders.items():
                    results[name].append(measure(send, work, connections, given.latency))
            for name, runs in results.items():
                print(row(name, connections, runs), flush=True)
            if not given.latency:
                alone = sink_alone(work, connections)
                print(f"| the sink alone | {connections} | {alone:,.0f} | | | | |", flush=True)


if __name__ == "__main__":
    main()
