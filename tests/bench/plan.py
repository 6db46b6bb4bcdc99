"""The plan against reality: `python -m tests.bench.plan` sends ten campaigns in accelerated time and prints a table.

The engine, the queue, the limits, the governor, the retries and the hours are the real ones; only the clock and the
server are simulated. Each campaign is planned before its start and again when half of it has gone.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.fakes.accelerated import Answer, Desk
from tests.fakes.transport import TAKEN

from sendoff.core.hours import SendingHours
from sendoff.core.outcome import Reply, Stage

TOO_FAST = Reply(Stage.MAIL, 421, "4.7.0", "Too many messages, slow down")
_BUSY = Reply(Stage.RCPT, 451, "4.3.2", "System busy")
WORK = SendingHours(days=(0, 1, 2, 3, 4), opens=9 * 60, closes=17 * 60, zone="Europe/Vienna")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One campaign and the server it meets."""

    name: str
    rows: int
    limits: tuple[str, ...] = ()
    delay: float = 0.0
    connections: int = 1
    used: int = 0
    """Messages that went through the account in the hour before."""
    every: int = 0
    """Each so many-th message is refused with `reply` the first time."""
    reply: Reply = TAKEN
    pace: dict[str, Any] = field(default_factory=dict)
    zones: tuple[str, ...] = ()
    latency: int = 200


CASES = (
    Case(name="80 an hour", rows=400, limits=("80/hour",), latency=900),
    Case(name="80 an hour and 200 a day", rows=500, limits=("80/hour", "200/day")),
    Case(name="80 an hour, 60 used before", rows=300, limits=("80/hour",), used=60),
    Case(name="30 a minute, 4 connections", rows=400, limits=("30/minute",), connections=4, latency=350),
    Case(name="1 a second", rows=400, limits=("1/second",), latency=230),
    Case(name="7 s apart", rows=300, delay=7.0),
    Case(name="80 an hour, a 421 in 40", rows=400, limits=("80/hour",), every=40, reply=TOO_FAST),
    Case(name="30 a minute, a 451 in 10", rows=700, limits=("30/minute",), every=10, reply=_BUSY),
    Case(name="40 an hour, 9 to 17 on weekdays", rows=700, limits=("40/hour",), pace={"hours": WORK}),
    Case(
        name="60 an hour, 9 to 17 in three zones", rows=900, limits=("60/hour",),
        pace={"hours": replace(WORK, column="tz")}, zones=("Europe/Vienna", "America/New_York", "Asia/Tokyo"),
    ),
    Case(name="warm-up from 20 to 120 a day", rows=400, limits=("20/day x1.5 to 120",)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Came:
    """How long a campaign took, and how far off the plans for it were, as parts of that."""

    case: Case
    seconds: float
    before: float
    halfway: float


def run(case: Case, folder: Path) -> Came:
    """Plan and send one campaign."""
    desk = Desk(folder, latency=case.latency, answer=_server(case))
    desk.account = replace(desk.account, limits=case.limits, connections=case.connections, delay=case.delay)
    campaign = desk.campaign("c", case.rows, zones=case.zones, **case.pace)
    started = desk.clock.now()
    for back in range(case.used):
        desk.store.accounts.note_use("a", started - 60_000 * (1 + back % 59))
    before = desk.plans.of(campaign)
    desk.run("c", until=_once(lambda: len(desk.taken) >= case.rows // 2))
    halfway = desk.plans.of(campaign)
    desk.run("c")
    ended = max(at for at, _ in desk.taken)
    desk.close()
    assert before is not None
    assert halfway is not None
    assert len(desk.taken) == case.rows
    took = ended - started
    return Came(case, took / 1000, (before.end - ended) / took, (halfway.end - ended) / took)


def _once(true: Callable[[], bool]) -> Callable[[], bool]:
    def asked(said: list[bool] = []) -> bool:  # noqa: B006 -- it is the memory
        if not said and true():
            said.append(True)
            return True
        return False

    return asked


def _server(case: Case) -> Answer:
    seen: set[str] = set()

    def answer(address: str, _now: int) -> Reply:
        number = int(address[1:].partition("@")[0])
        if case.every and number % case.every == 0 and address not in seen:
            seen.add(address)
            return case.reply
        return TAKEN

    return answer


def table(found: Iterator[Came]) -> Iterator[str]:
    """The lines of the table, as they come."""
    yield "| campaign | messages | took | plan before the start | plan at half |"
    yield "|---|---|---|---|---|"
    for one in found:
        hours = one.seconds / 3600
        yield f"| {one.case.name} | {one.case.rows} | {hours:.2f} h | {one.before:+.2%} | {one.halfway:+.2%} |"


def main() -> None:
    """Print the table; the exit status says whether every plan was within five per cent."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    came: list[Came] = []

    def each() -> Iterator[Came]:
        for case in CASES:
            with TemporaryDirectory() as folder:
                came.append(run(case, Path(folder)))
            yield came[-1]

    before = time.perf_counter()
    for line in table(each()):
        print(line, flush=True)
    days = sum(one.seconds for one in came) / 86_400
    print(f"{days:.1f} days of sending in {time.perf_counter() - before:.0f} s")
    sys.exit(any(max(abs(one.before), abs(one.halfway)) > 0.05 for one in came))


if __name__ == "__main__":
    main()
