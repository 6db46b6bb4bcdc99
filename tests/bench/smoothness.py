"""How smooth the window stays: intervals of its 60 Hz timer while it sends flat out, reads a list, checks it, or rests.

python -m tests.bench.smoothness [--recipients 20000] [--rows 300000] [--checked 40000] [--rounds 1]
python -m tests.bench.smoothness --scene million    # a campaign of 1,000,000, sent for a minute

Each scene is a process of its own with the real window (on Qt's offscreen platform unless a display is set), open on
the page that shows what happens. `own` leaves out what other programs on the machine took: an interval counts for as
long as this process had a processor in it. `MB` is what was resident at the end.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from tests.bench import checking, stall
from tests.bench.importing import write_csv
from tests.bench.window import Bench, Pulse, bench, spread
from tests.fakes.sink import SinkProcess

from sendoff.bootstrap import COLLECTED
from sendoff.core.account import WireMode
from sendoff.ui.pages.recipients.view import RecipientsStep

_SETTLED_MS = 1500
_REST_S = 5.0
_MINUTE_S = 60.0


def rest(stand: Bench, _number: int) -> Pulse:
    """Nothing to do."""
    opened = stand.open()
    opened.begin()
    began = time.monotonic()
    pulse = Pulse(stand.app, lambda: time.monotonic() - began > _REST_S + _SETTLED_MS / 1000)
    QTimer.singleShot(_SETTLED_MS, pulse.start)
    stand.app.exec()
    opened.close()
    return pulse


def send(wire: WireMode) -> Callable[[Bench, int], Pulse]:
    """Send flat out in a wire mode, over five connections."""

    def scene(stand: Bench, number: int) -> Pulse:
        with SinkProcess(stand.folder / "sink.log") as sink:
            url = f"{sink.url}&wire={wire}&messages=0"
            return stall.measure(stand, stall.campaign(stand.services, stand.folder, url, number, 5, no_limits=True))

    return scene


def million(stand: Bench, number: int) -> Pulse:
    """Open a long campaign and send for a minute, then close the window, which pauses it."""
    with SinkProcess(stand.folder / "sink.log") as sink:
        url = f"{sink.url}&wire={WireMode.WINDOWED}&messages=0"
        campaign = stall.campaign(stand.services, stand.folder, url, number, 5, no_limits=True)
        return stall.measure(stand, campaign, most=_MINUTE_S)


def read(stand: Bench, number: int) -> Pulse:
    """Bring a list in."""
    path = stand.folder / "list.csv"
    write_csv(path, number)
    campaign = stand.services.campaigns.new("List")
    opened = stand.open()
    opened.stage.navigator.open("campaign", f"{campaign.id}/recipients")
    steps: list[RecipientsStep] = []
    pulse = Pulse(stand.app, lambda: steps[0].presenter.is_open())  # noqa: PLW0108 -- the step is found later

    def look() -> None:
        steps.extend(opened.window.findChildren(RecipientsStep))
        steps[0].presenter.take(path)
        QTimer.singleShot(_SETTLED_MS, bring)

    def bring() -> None:
        steps[0].presenter.bring()
        pulse.start()

    QTimer.singleShot(_SETTLED_MS, look)
    stand.app.exec()
    opened.close()
    return pulse


def check(stand: Bench, number: int) -> Pulse:
    """Check every row, which is the dry run."""
    return checking.watch(stand, checking.draft(stand.services, stand.folder, number))


def main() -> None:
    """Print a line a scene: the least of the rounds' longest intervals says what the program itself does."""
    parser = argparse.ArgumentParser(description="intervals of a 60 Hz timer in the window's thread")
    parser.add_argument("--recipients", type=int, default=20_000)
    parser.add_argument("--rows", type=int, default=300_000)
    parser.add_argument("--checked", type=int, default=40_000)
    parser.add_argument("--million", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--scene", nargs="*", default=[])
    parser.add_argument("--child", help=argparse.SUPPRESS)
    given = parser.parse_args()
    scenes: dict[str, tuple[Callable[[Bench, int], Pulse], int]] = {
        "rest": (rest, 0),
        **{f"send, {wire}": (send(wire), given.recipients) for wire in WireMode},
        "import": (read, given.rows),
        "check": (check, given.checked),
        "million": (million, given.million),
    }
    if given.child:
        gc.set_threshold(*COLLECTED)  # as every Sendoff runs
        scene, number = scenes[given.child]
        with bench() as stand:
            pulse = scene(stand, number)
        number = pulse.done or number
        print(json.dumps([number / pulse.seconds, spread(pulse.intervals), spread(pulse.own), pulse.resident]))
        return
    titles = ("scene", "a second", "median ms", "p99", "longest", "own p99", "own longest", "MB")
    print("| " + " | ".join(titles) + " |\n" + "|---" * len(titles) + "|")
    for name in given.scene or [one for one in scenes if one != "million"]:
        for _ in range(given.rounds):
            command = [sys.executable, "-m", __spec__.name, *sys.argv[1:], "--child", name]
            done = subprocess.run(command, env=os.environ, stdout=subprocess.PIPE, text=True, check=True)
            pace, (middle, p99, longest), (_, own_p99, own_longest), memory = json.loads(done.stdout.splitlines()[-1])
            figures = [f"{pace:,.0f}" if pace else "", *(f"{one:.0f}" for one in (middle, p99, longest))]
            figures += [f"{one:.0f}" for one in (own_p99, own_longest, memory)]
            print(" | ".join([f"| {name}", *figures]) + " |", flush=True)


if __name__ == "__main__":
    main()
