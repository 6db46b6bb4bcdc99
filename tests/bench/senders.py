"""Sendoff beside others: same sink, same 5 KB personalised messages, same connections, with and without a round trip.

    python -m tests.bench.senders --python PEERS/bin/python --node NODE --docs docs

Each cell sends a list that fills about `--seconds`, and `--trips` round trips where that takes longer, because opening
the connections takes a handful of them; and each is checked: the sink must hold each recipient once. Rates are
the sink's, from the first acceptance to the last; processor time is the sender's over the same span. The round trip is
added by the sink, which answers so many milliseconds late, and is measured with a NOOP. With `--docs` the table goes
into `throughput.md` there and the plots into `pictures/`. `tests/bench/peers.py` says how to install the others.
"""

from __future__ import annotations

import argparse
import os
import platform
import signal
import smtplib
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import trustme
from tests.bench import plot, workload
from tests.bench.peers import Sender, Task, senders
from tests.fakes.sink import ROOT, SinkProcess, read_log

TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 4.0
"""How many times as long as planned a cell may take before it is stopped, and counted as far as it came."""
STARTUP = 12.0
"""Seconds that a sender may need before its first message."""
LONGEST, SHORTEST = 60_000, 16
"""Recipients of a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one run came to."""

    sender: str
    connections: int
    latency: int
    tls: bool
    messages: int
    rate: float
    """Messages a second, at the sink."""
    cpu: float
    """Seconds of the sender's processor time for 1,000 messages."""
    peak: float
    """MB, its largest resident set."""
    sink: float
    """How much of one core the sink used meanwhile."""
    stopped: bool
    """It took too long and was ended."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A process at a moment (epoch ns): seconds of processor time, and its peak in MB."""

    at: int
    cpu: float
    peak: float


def look(pid: int) -> Sample | None:
    """Look at a process, without its children; None when it is gone."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    peak = next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)
    return Sample(time.time_ns(), (int(words[11]) + int(words[12])) / TICKS, peak)


def follow(
    command: Sequence[str], env: dict[str, str], sink: SinkProcess, seconds: float
) -> tuple[list[Sample], list[Sample], bool]:
    """Run a sender to its end, or to the end of our patience; what it and the sink used, and whether it was stopped."""
    own: list[Sample] = []
    sinks: list[Sample] = []
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, env=env, stdout=said, stderr=said, cwd=ROOT)
        deadline = time.monotonic() + STARTUP + PATIENCE * seconds
        while process.poll() is None and time.monotonic() < deadline:
            for pid, samples in ((process.pid, own), (sink.pid, sinks)):
                if sample := look(pid):
                    samples.append(sample)
            time.sleep(0.02)
        stopped = process.poll() is None
        if stopped:
            process.send_signal(signal.SIGKILL)
        status = process.wait()
        said.seek(0)
        if status and not stopped:
            raise RuntimeError(f"{command[0]} ended with status {status}: {said.read()[-2000:]!r}")
    return own, sinks, stopped


def spent(samples: Sequence[Sample], first: int, last: int) -> float:
    """Seconds of processor time between two moments, between samples as if it were used evenly."""
    return _at(samples, last) - _at(samples, first)


def _at(samples: Sequence[Sample], moment: int) -> float:
    for before, after in pairwise(samples):
        if before.at <= moment <= after.at:
            return before.cpu + (after.cpu - before.cpu) * (moment - before.at) / max(1, after.at - before.at)
    return samples[-1].cpu if moment > samples[-1].at else samples[0].cpu


def run_cell(sender: Sender, task: Task, sink: SinkProcess, latency: int, seconds: float) -> Cell:
    """Run one cell and check it. Raises RuntimeError where the sink does not hold each recipient once."""
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, **sender.env, "SENDOFF_HOME": home}
        own, sinks, stopped = follow(sender.words(task), env, sink, seconds)
    entries = list(read_log(sink.log))
    reached = [entry["recipient"] for entry in entries]
    expected = {sender.expected(number) for number in range(1, task.recipients + 1)}
    wrong = len(reached) != len(set(reached)) or not set(reached) <= expected or sink.events("violation")
    if wrong or (len(reached) != task.recipients and not stopped) or len(reached) < 2:
        raise RuntimeError(f"{sender.name}: {len(reached)} of {task.recipients}, {len(set(reached))} different")
    times = sorted(entry["t"] for entry in entries)
    first, last = times[0], times[-1]
    span = (last - first) / 1e9
    return Cell(
        sender=sender.name,
        connections=task.connections,
        latency=latency,
        tls=bool(task.ca),
        messages=len(reached),
        rate=(len(times) - 1) / span,
        cpu=1000 * spent(own, first, last) / (len(times) - 1),
        peak=max(sample.peak for sample in own),
        sink=spent(sinks, first, last) / span,
        stopped=stopped,
    )


def fitting(sender: Sender, connections: int, latency: int, seconds: float) -> int:
    """How many recipients fill a cell, by what is known of the sender."""
    rate = 1 / (sender.trips * latency / 1000 / connections + 1 / sender.most)
    return min(LONGEST, max(SHORTEST, round(seconds * rate)))


def round_trip(sink: SinkProcess, ca: str) -> float:
    """Milliseconds between a NOOP and its answer, the median of five."""
    import ssl

    context = ssl.create_default_context(cafile=ca) if ca else None
    client = smtplib.SMTP_SSL("127.0.0.1", sink.port, context=context) if ca else smtplib.SMTP("127.0.0.1", sink.port)
    with client:
        client.ehlo()
        times = []
        for _ in range(5):
            began = time.perf_counter()
            client.noop()
            times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


@contextmanager
def certificates(folder: Path) -> Iterator[tuple[str, str, str]]:
    """A private authority's certificate, and one of 127.0.0.1 with its key."""
    authority = trustme.CA(organization_name="Sendoff benchmark")
    issued = authority.issue_cert("127.0.0.1")
    paths = tuple(str(folder / name) for name in ("authority.pem", "server.pem", "server.key"))
    authority.cert_pem.write_to_path(paths[0])
    issued.cert_chain_pems[0].write_to_path(paths[1])
    issued.private_key_pem.write_to_path(paths[2])
    yield paths[0], paths[1], paths[2]


def line(cell: Cell) -> str:
    """A row of the table."""
    ended = " (stopped)" if cell.stopped else ""
    figures = [f"{cell.rate:,.0f}" if cell.rate >= 10 else f"{cell.rate:.1f}", f"{cell.cpu:.2f}", f"{cell.peak:.0f}"]
    return " | ".join(
        [f"| {cell.sender}{ended}", str(cell.connections), *figures, f"{cell.messages:,}", f"{100 * cell.sink:.0f} % |"]
    )


WORDS = """
Made by `python -m tests.bench.senders` on {made}: {cores} cores ({kind}), Python {python}, sender and sink on one
machine, each cell of about {seconds:g} s, or of {trips:g} round
trips where that takes longer, run once. The sink held each recipient once. Sendoff keeps every intent and
result on the disk (`synchronous=FULL`) and renders full templates; the others keep nothing. The round trip is added by
the sink, which sends every reply so much later; nothing is batched by it. mailmerge opens a connection for each
message, and speaks TLS only after a password is typed in; smtp-source renders nothing and speaks no TLS. Where the
sink's core is near 100 %, the sink is what is measured."""
HEADER = """\
| sender | connections | messages/s | CPU s/1,000 | peak MB | messages | the sink's core |
|---|---|---|---|---|---|---|"""


def chapters(cells: Sequence[Cell], trips: dict[tuple[bool, int], float]) -> Iterator[str]:
    """The tables, one for each round trip, over plain connections and over TLS."""
    for (tls, latency), measured in trips.items():
        found = [cell for cell in cells if (cell.tls, cell.latency) == (tls, latency)]
        if found:
            yield f"\n## {'TLS' if tls else 'Plain'}, {latency} ms added (a NOOP takes {measured:.1f} ms)\n\n{HEADER}"
            yield from map(line, found)


def page(
    cells: Sequence[Cell], trips: dict[tuple[bool, int], float], absent: Sequence[str], given: argparse.Namespace
) -> str:
    """The whole page, plots included."""
    made = time.strftime("%d %B %Y", time.gmtime())
    told = [
        "# Throughput beside others",
        WORDS.format(
            made=made,
            cores=os.cpu_count(),
            kind=platform.machine(),
            python=platform.python_version(),
            seconds=given.seconds,
            trips=given.trips,
        ),
        *[f"\nLeft out: {sentence}" for sentence in absent],
        *[
            f"\n![{name}](pictures/throughput-{name}.svg)"
            for name in ("plain", "tls")
            if any(c.tls == (name == "tls") for c in cells)
        ],
        *chapters(cells, trips),
    ]
    return "\n".join(told) + "\n"


def main() -> None:
    """Run every cell, tell each as it comes, and write the page."""
    parser = argparse.ArgumentParser(description="messages per second, beside others")
    parser.add_argument("--seconds", type=float, default=2.0, help="of a cell without a round trip")
    parser.add_argument("--trips", type=float, default=200.0, help="round trips that a cell with one lasts at least")
    parser.add_argument("--connections", type=int, nargs="+", default=[1, 5, 20])
    parser.add_argument("--latency", type=int, nargs="+", default=[0, 20, 80], metavar="MS")
    parser.add_argument("--security", nargs="+", choices=["plain", "tls"], default=["plain", "tls"])
    parser.add_argument("--only", default="", help="senders whose name holds this")
    parser.add_argument("--python", default="", help="a Python with aiosmtplib and mailmerge")
    parser.add_argument("--node", default="", help="a folder with node_modules/nodemailer")
    parser.add_argument("--docs", type=Path, help="where throughput.md and pictures/ go")
    given = parser.parse_args()
    found, absent = senders(given.python, given.node)
    found = [sender for sender in found if given.only in sender.name]
    cells: list[Cell] = []
    trips: dict[tuple[bool, int], float] = {}
    with tempfile.TemporaryDirectory() as name, certificates(Path(name)) as (authority, certificate, key):
        for security in given.security:
            for latency in given.latency:
                options = ["--latency", str(latency), *(["--tls", certificate, key] if security == "tls" else [])]
                ca = authority if security == "tls" else ""
                seconds = max(given.seconds, given.trips * latency / 1000)
                print(f"\n{security}, {latency} ms\n{HEADER}")
                for connections in given.connections:
                    for sender in found:
                        if connections > sender.connections or (ca and not sender.tls):
                            continue
                        try:
                            cell = one(sender, connections, latency, ca, options, seconds, trips)
                        except RuntimeError as error:
                            absent.append(
                                f"{sender.name}, {connections} connections, {latency} ms, {security}: {error}"
                            )
                            print(f"| {absent[-1][:300]}", flush=True)
                            continue
                        cells.append(cell)
                        print(line(cell), flush=True)
    if given.docs:
        (given.docs / "throughput.md").write_text(page(cells, trips, absent, given), encoding="utf-8")
        for security in given.security:
            shown = [cell for cell in cells if cell.tls == (security == "tls")]
            bars = [plot.Bar(cell.latency, cell.connections, cell.sender, cell.rate) for cell in shown]
            picture = plot.draw(bars, f"Messages per second, {security}")
            (given.docs / "pictures" / f"throughput-{security}.svg").write_text(picture, encoding="utf-8")


def one(
    sender: Sender,
    connections: int,
    latency: int,
    ca: str,
    options: Sequence[str],
    seconds: float,
    trips: dict[tuple[bool, int], float],
) -> Cell:
    """One cell with a list and a sink of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        number = fitting(sender, connections, latency, seconds)
        workload.write(folder, number)
        with SinkProcess(folder / "sink.log", *options) as sink:
            if (bool(ca), latency) not in trips:
                trips[bool(ca), latency] = round_trip(sink, ca)
            task = Task(folder=folder, recipients=number, port=sink.port, connections=connections, ca=ca)
            return run_cell(sender, task, sink, latency, seconds)


if __name__ == "__main__":
    main()
