"""How long until the first usable paint and until a command answers, and what an idle window costs.

`python -m tests.bench.startup [--rounds 5] [--idle 10]`. Each round is a new process on the same data folder; the
times are the wall's, from before the process is made.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]

CHILD = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from sendoff.bootstrap import window_context
from sendoff.ui import app as shell

began, idle = float(sys.argv[1]), float(sys.argv[2])
begin = shell.Opened.begin

class Painted(QObject):
    done = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.done:
            self.done = True
            QTimer.singleShot(0, self.usable)
        return False
    def usable(self):
        print(time.monotonic() - began, flush=True)
        if not idle:
            return self.over()
        QTimer.singleShot(1500, self.rest)
    def rest(self):
        self.cpu, self.wall = time.process_time(), time.monotonic()
        QTimer.singleShot(round(1000 * idle), self.over)
    def over(self):
        if idle:
            print(100 * (time.process_time() - self.cpu) / (time.monotonic() - self.wall), flush=True)
        opened.leave.go()

painted = Painted()
def watched(self):
    global opened
    opened = self
    begin(self)
    self.window.navigator._stack.currentWidget().installEventFilter(painted)
shell.Opened.begin = watched
sys.exit(shell.run(window_context(os.environ)))
"""


def environ(home: Path) -> dict[str, str]:
    """A folder of its own, no screen, and compiled modules, as every installed program has them."""
    own = {"SENDOFF_HOME": str(home / "home"), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "app")}
    compiled = {"PYTHONPYCACHEPREFIX": str(home / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    return {**os.environ, **own, **compiled}


def window(home: Path, *, idle: float = 0) -> list[float]:
    """Seconds to the first paint, and with `idle` seconds of rest the share of one core, in percent."""
    command = [sys.executable, "-c", CHILD, str(time.monotonic()), str(idle)]
    done = subprocess.run(command, env=environ(home), capture_output=True, text=True, check=True)
    return [float(line) for line in done.stdout.split()]


def command(home: Path, *words: str) -> float:
    """Seconds a command takes."""
    start = time.monotonic()
    line = [sys.executable, "-m", "sendoff", *words]
    subprocess.run(line, env=environ(home), capture_output=True, check=True)
    return time.monotonic() - start


def said(name: str, take: Callable[[], float], rounds: int) -> None:
    """Measure and print one line: the wall's median, and the processor's time, which other programs do not lengthen."""
    before = os.times()
    seconds = [take() for _ in range(rounds)]
    after = os.times()
    cpu = (after.children_user + after.children_system - before.children_user - before.children_system) / rounds
    middle = statistics.median(seconds)
    print(f"{name:<28}{middle:6.2f} s   ({min(seconds):.2f} to {max(seconds):.2f}; processor {cpu:.2f} s)")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--idle", type=float, default=10.0, metavar="S")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        window(home)  # compiles
        shutil.rmtree(home / "home")
        said("window, first run", lambda: window(home)[0], 1)
        said("window, first paint", lambda: window(home)[0], args.rounds)
        for words in (("--version",), ("settings", "list"), ("accounts", "list"), ("templates", "list")):
            said(f"sendoff {' '.join(words)}", partial(command, home, *words), args.rounds)
        if args.idle:
            print(f"{'window, idle':<28}{window(home, idle=args.idle)[1]:6.2f} % of a core")


if __name__ == "__main__":
    main()
