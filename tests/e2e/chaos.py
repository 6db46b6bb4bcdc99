"""Kill `sendoff send` again and again until its campaign is finished, and prove that nobody got two messages or none.

    python -m tests.e2e.chaos --kills 300 --connections 8
    python -m tests.e2e.chaos --kills 80 --wire windowed --shaken

Every kill is a `kill -9` at a random moment; every eighth end is a SIGTERM or SIGINT instead, which must leave nothing
undecided. After each the database is looked at as the dead sender left it. When shaken, many a sender is first stopped
for longer than an intent may wait, has its clock set by a day, can write no more from some byte on, or finds that its
disk breaks or is full at the n-th write.
"""

from __future__ import annotations

import argparse
import errno
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.e2e.evidence import Evidence, sending, write_campaign
from tests.e2e.referee import Verdict
from tests.e2e.shaken import DAY, shift, spoil
from tests.fakes.sink import ROOT, SinkProcess, read_log

from sendoff.adapters.smtp.voyage import LONGEST_PAUSE
from sendoff.cli.main import BAD_INPUT, BUG, INTERRUPTED, OK, UNWELL, WAITING
from sendoff.core.account import Account, WireMode
from sendoff.services.sending.course import IN_TERMINAL
from sendoff.services.sending.guards import ALIKE

WINDOW = Account(id="", name="", host="", port=25).window
FINISHED = frozenset({OK, UNWELL})
AT_THE_DOOR = frozenset({BAD_INPUT, WAITING})
"""The server refused the look at the account that comes before the sending."""
# A server that hangs up over a body does so while the last byte may be on its way already: `cut_in_the_body`.
CERTAIN = (
    "connect=421:0.02,ehlo=close:0.02,mail=451:0.01,mail=close:0.005,mail=drip:0.003,rcpt=451:0.02,rcpt=550:0.02,"
    "rcpt=421:0.005,data=451:0.01,data=close:0.005,data=slow:0.003,body=close:0.01,dot=451:0.01,dot=554:0.005,"
    "dot=421:0.005,dot=slow:0.003,rset=close:0.1,quit=421:0.2"
)
"""Faults at every verb that leave no doubt whether the message was taken, where the last byte was not on its way."""
UNCERTAIN = f"{CERTAIN},dot=lost:0.01,dot=close:0.005,dot=garbage:0.005"
"""The same, and answers that get lost after the last byte."""
LINE = 230
"""Bytes of a line in the sink's log, about."""
PER_RUN = 30
"""Messages between kills, on average; time ends a run as well."""
LONGEST = 0.6
"""Seconds a run lasts at most after its first message."""
SIGNAL_EVERY = 8
UNDISTURBED = 8.0
"""Seconds a run has once the kills are done; the server's 421 makes a sender rest for a minute, and a new one not."""
PATIENCE = 60.0
"""Seconds after which a sender that neither sends nor ends is a fault."""
FROZEN = LONGEST_PAUSE + 0.4
"""Seconds of a SIGSTOP."""
BREAKS = {"failing": errno.EIO, "full": errno.ENOSPC}
"""What the database's files say from the n-th write on."""
UNEASY = ("frozen", "clock", "cut off", *BREAKS, "")
"""What happens to one shaken sender after the other before its end."""
WRITES = 80
"""Of the database's writes that still succeed, at most: a commit has some ten."""
FULL = "The disk is full, so nothing more is sent."
AWAY = 12.0
"""Seconds that a shaken sender may send nothing: its rows may be due in a day."""


@dataclass(slots=True, kw_only=True)
class Chaos:
    """One campaign, one sink that stays up, and senders that die."""

    folder: Path
    connections: int
    rows: int
    kills_wanted: int
    faults: str = UNCERTAIN
    wire: str = "careful"
    seed: int = 1
    shaken: bool = False
    pipelining: bool = True
    """Whether the server offers it; else every command waits for its answer."""
    kills: int = 0
    shocks: Counter[str] = field(default_factory=Counter)
    """How often each kind of `UNEASY` happened."""
    told: int = 0
    """How many senders ended by themselves and said that the disk is full."""
    signals: int = 0
    refused: int = 0
    """Runs that never got as far as sending."""
    asked: int = 0
    """Runs that paused by themselves because so many were refused for good."""
    undecided: list[int] = field(default_factory=list)
    """For each kill, how many rows the dead sender left past their intent."""
    unsettled: set[int] = field(default_factory=set)
    """Rows that were found past their intent after a kill."""

    def run(self) -> tuple[Evidence, Verdict]:
        """Kill until it is finished. Raises AssertionError for the first broken promise."""
        random_, campaign = random.Random(self.seed), write_campaign(self.folder, self.rows)
        options = ["--faults", self.faults, "--seed", str(self.seed)]
        options += [] if self.pipelining else ["--no-pipelining"]
        with SinkProcess(self.folder / "sink.log", *options) as sink:
            while self._once(random_, campaign, sink) not in FINISHED:
                assert self.kills + self.signals + self.refused < 2 * self.kills_wanted + 20, "it never ends"
            sink.stop()
            return self._final(sink)

    @property
    def most_in_doubt(self) -> int:
        """How many rows a kill may leave undecided."""
        return self.connections * (WINDOW if self.wire == WireMode.WINDOWED else 1)

    @property
    def home(self) -> Path:
        """The data folder."""
        return self.folder / "home"

    @property
    def clock(self) -> Path:
        """How far a shaken sender's clock is off."""
        return self.folder / "shift"

    def _once(self, random_: random.Random, campaign: Path, sink: SinkProcess) -> int:
        """Start a sender and end it at a random moment; return its status, negative for a signal."""
        turn = self.kills + self.signals + 1
        over = self.kills >= self.kills_wanted
        shock = UNEASY[turn % len(UNEASY)] if self.shaken and not over else ""
        if self.shaken:
            # At the end the clock is ahead of all it ever was, so that everything is due.
            shift(self.clock, 2 * DAY if over else random_.choice((-DAY, 0, DAY)))
            spoil(self.clock, 0)
        politely = not shock and (turn % SIGNAL_EVERY == 0 or over)
        by = random_.choice((signal.SIGTERM, signal.SIGINT)) if politely else signal.SIGKILL
        with (self.folder / "sender.err").open("w+") as said:
            sender = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "tests.e2e.shaken" if self.shaken else "sendoff",
                    *sending(campaign, f"{sink.url}&wire={self.wire}", self.connections),
                ],
                cwd=ROOT,
                env={**os.environ, "SENDOFF_HOME": str(self.home), "SENDOFF_SHIFT": str(self.clock)},
                stdout=subprocess.DEVNULL,
                stderr=said,
            )
            try:
                self._wait(sender, sink.log, random_)
                if shock and sender.poll() is None:
                    self.shocks[shock] += 1
                    self._shock(shock, sender, random_)
                if self.kills < self.kills_wanted or not _ended(sender, UNDISTURBED):
                    sender.send_signal(by)
                status = sender.wait(PATIENCE)
            finally:
                sender.kill()
                sender.wait()
            said.seek(0)
            words = said.read()
        if shock in {"cut off", *BREAKS}:
            self._look_after_the_disk(shock, status, words)
            return status if Evidence.of(self.home).campaign == "finished" else -signal.SIGKILL
        assert status < 0 or status in {*FINISHED, *AT_THE_DOOR, INTERRUPTED}, (
            f"the sender ended with {status}: {words}"
        )
        self._look(status, by, words)
        return status

    def _shock(self, shock: str, sender: subprocess.Popen[bytes], random_: random.Random) -> None:
        if shock == "frozen":
            sender.send_signal(signal.SIGSTOP)
            time.sleep(FROZEN)
            sender.send_signal(signal.SIGCONT)
        elif shock == "clock":
            shift(self.clock, random_.choice((-DAY, DAY)))
        elif shock in BREAKS:
            spoil(self.clock, BREAKS[shock], random_.randrange(WRITES))
            _ended(sender, 5.0)
        else:
            # From here every file of this process ends at so many bytes: the next write beyond is an I/O error.
            log = self.home / "sendoff.db-wal"
            size = (log.stat().st_size if log.exists() else 0) + random_.randrange(20_000)
            resource.prlimit(sender.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            _ended(sender, 1.0)
        time.sleep(random_.uniform(0, 0.3))

    def _look_after_the_disk(self, shock: str, status: int, words: str) -> None:
        """It may have ended by itself or been killed; what it could not write down is in doubt, and no more."""
        spoil(self.clock, 0)
        assert status != BUG, words
        self.told += shock == "full" and FULL in words
        undecided = Evidence.of(self.home).in_state("sending")
        self.kills += 1
        self.undecided.append(len(undecided))
        self.unsettled |= {row.id for row in undecided}
        assert len(undecided) <= self.most_in_doubt, f"a full disk left {len(undecided)} rows undecided"

    def _wait(self, sender: subprocess.Popen[bytes], log: Path, random_: random.Random) -> None:
        """Wait for the first message, then for some more or for some time, whichever comes first."""
        start, patience = log.stat().st_size, AWAY if self.shaken else PATIENCE
        growth, seconds = random_.uniform(0, 2 * PER_RUN * LINE), random_.uniform(0.02, LONGEST)
        deadline = time.monotonic() + patience
        while sender.poll() is None and (size := log.stat().st_size) - start <= growth:
            if size > start:
                deadline = min(deadline, time.monotonic() + seconds)
            if time.monotonic() > deadline:
                return
            time.sleep(0.001)

    def _look(self, status: int, by: signal.Signals, words: str) -> None:
        evidence = Evidence.of(self.home)
        undecided, claimed = evidence.in_state("sending"), evidence.in_state("claimed")
        if status < 0:
            self.kills += 1
            self.undecided.append(len(undecided))
            self.unsettled |= {row.id for row in undecided}
            assert len(undecided) <= self.most_in_doubt, f"kill {self.kills} left {len(undecided)} rows undecided"
            return
        assert not undecided, f"{by.name} left {len(undecided)} rows undecided"
        assert not claimed, f"{by.name} left {len(claimed)} rows claimed"
        self.signals += status == INTERRUPTED
        self.refused += status in AT_THE_DOOR
        allowed = {"", IN_TERMINAL, "Sendoff was closed while it was sending."}
        if status == WAITING and "refused for good" in evidence.reason:
            # The next run is a person who resumes. It may ask only after refusals that the server really gave.
            self.asked += 1
            refused = sum(500 <= entry["code"] < 600 for entry in read_log(self.folder / "sink.log", "refused"))
            assert refused >= ALIKE, f"it paused after {refused} refusals: {evidence.reason}"
        else:
            assert evidence.reason in allowed, f"it paused by itself: {evidence.reason}\n{words}"
        assert (evidence.campaign == "finished") == (status in FINISHED), f"{evidence.campaign} with status {status}"

    def _final(self, sink: SinkProcess) -> tuple[Evidence, Verdict]:
        evidence = Evidence.of(self.home)
        verdict = evidence.demand(sink.log, rows=self.rows, clocks_agree=not self.shaken)
        assert evidence.interrupted() == self.unsettled
        unexplained = {row.address for row in evidence.in_state("in_doubt", "lost")} - unanswered(sink.log)
        # A window is in doubt as a whole when its connection breaks.
        assert not unexplained or self.wire == WireMode.WINDOWED, (
            f"in doubt though their answer was not lost: {sorted(unexplained)}"
        )
        doubts = {row.reason for row in evidence.in_state("in_doubt")}
        assert doubts <= {"lost", "interrupted"}, doubts
        return evidence, verdict

    def summary(self, evidence: Evidence, verdict: Verdict) -> str:
        """What was done and found, in one line."""
        lost, worst = len(evidence.in_state("in_doubt", "lost")), max(self.undecided, default=0)
        wire = self.wire if self.pipelining else "one by one"
        shocks = "".join(f", {number} {shock}" for shock, number in sorted(self.shocks.items()))
        shocks += f" ({self.told} said so)" if self.told else ""
        shocks += f", {self.asked} pauses for refusals" if self.asked else ""
        return (
            f"{wire}, {self.connections} connections, {self.kills} kills, {self.signals} signals{shocks}: "
            f"{verdict.summary()}; by kills {verdict.in_doubt - lost}, at most {worst} a kill; by lost answers {lost}"
        )


def _ended(sender: subprocess.Popen[bytes], seconds: float) -> bool:
    try:
        sender.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def unanswered(log: Path) -> set[str]:
    """Recipients whose last byte got no answer: it was the last that its connection heard of.

    A server that hangs up in the body may do so while the last byte is on its way: the sender cannot know either.
    """
    last: dict[int, dict[str, Any]] = {}
    for event in ("accepted", "refused"):
        for entry in read_log(log, event):
            if entry["t"] > last.get(entry["connection"], {"t": 0})["t"]:
                last[entry["connection"]] = entry
    garbled = {entry["recipient"] for entry in read_log(log, "garbled") if entry["stage"] == "dot"}
    return garbled | {
        entry["recipient"]
        for entry in last.values()
        if entry["event"] == "accepted" or (entry["stage"] in ("body", "dot") and entry["code"] == 0)
    }


def cut_in_the_body(log: Path) -> set[str]:
    """Recipients over whose message the server hung up; the sender may have handed over its end before it heard so."""
    return {entry["recipient"] for entry in read_log(log, "refused") if (entry["stage"], entry["code"]) == ("body", 0)}


def main() -> None:
    """A long run for people."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--wire", choices=[mode.value for mode in WireMode], default="careful")
    parser.add_argument("--shaken", action="store_true", help="also stops, clocks and disks")
    parser.add_argument("--no-pipelining", action="store_true", help="a server that wants commands one by one")
    parser.add_argument("--faults", default=UNCERTAIN)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        chaos = Chaos(
            folder=Path(folder),
            connections=given.connections,
            rows=given.kills * 2 * PER_RUN,
            kills_wanted=given.kills,
            faults=given.faults,
            wire=given.wire,
            seed=given.seed,
            shaken=given.shaken,
            pipelining=not given.no_pipelining,
        )
        print(chaos.summary(*chaos.run()))


if __name__ == "__main__":
    main()
