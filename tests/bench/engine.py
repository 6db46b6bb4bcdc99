"""What a message costs the engine: processor time and memory of sending alone, without start, import and check.

    python -m tests.bench.engine --recipients 10000 --connections 5

The campaign, the durable queue and the messages are those of the other benchmarks; the sink is a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.bench import workload
from tests.fakes.sink import SinkProcess

from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import COLLECTED, open_services
from sendoff.core.account import WireMode


def resident() -> float:
    """Resident memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def send(wire: WireMode, recipients: int, connections: int) -> str:
    """Send once in a wire mode; a line of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environ = {"SENDOFF_HOME": str(folder / "home")}
        services = open_services(find_home(environ), "bench", environ=environ)
        with SinkProcess(folder / "sink.log") as sink:
            path = workload.write(folder, recipients)
            said, _ = services.campaigns.named_in(path)
            said = replace(said, pace=replace(said.pace, connections=connections, no_limits=True))
            account = services.accounts.from_url(f"{sink.url}&wire={wire}&messages=0")
            draft, _ = services.campaigns.from_file(path, said, account.id, "")
            services.sending.begin(draft.id)
            before, memory, began = resource.getrusage(resource.RUSAGE_SELF), resident(), time.monotonic()
            ending = services.sending.run(draft.id)
            seconds, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_SELF)
        accepted = sink.summary["accepted"]
        services.close()
    if not ending.finished or accepted != recipients:
        raise RuntimeError(f"{accepted} of {recipients} accepted: {ending}")
    user, system = after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime
    figures = [f"{1e6 * part / recipients:.0f}" for part in (user + system, user, system)]
    grown = f"{memory:.0f} → {resident():.0f}"
    return " | ".join([f"| {wire}", str(connections), f"{recipients / seconds:,.0f}", *figures, grown]) + " |"


def main() -> None:
    """Print a line for each wire mode and number of connections."""
    parser = argparse.ArgumentParser(description="what a message costs the engine")
    parser.add_argument("--recipients", type=int, default=10_000)
    parser.add_argument("--connections", type=int, nargs="+", default=[5])
    parser.add_argument("--wire", nargs="+", choices=list(WireMode), type=WireMode, default=list(WireMode))
    given = parser.parse_args()
    gc.set_threshold(*COLLECTED)
    print("| wire | connections | messages/s | CPU µs a message | user | system | RSS MB, before → after |")
    print("|---|---|---|---|---|---|---|")
    for connections in given.connections:
        for wire in given.wire:
            print(send(wire, given.recipients, connections), flush=True)


if __name__ == "__main__":
    main()
