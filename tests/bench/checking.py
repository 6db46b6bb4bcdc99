"""How fast a whole list is checked, and how alive the window stays meanwhile: the intervals of its 60 Hz timer.

python -m tests.bench.checking --recipients 100000

The window is the real one (on Qt's offscreen platform unless a display is set), open on the check step of the campaign.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from tests.bench import stall, workload

from sendoff.adapters.system.paths import find_home
from sendoff.adapters.system.resources import resource_path
from sendoff.adapters.system.settings_file import SettingsFile
from sendoff.bootstrap import open_services, sandbox_server
from sendoff.core.campaign import Campaign
from sendoff.services.app import Services
from sendoff.ui import app as window_app
from sendoff.ui.context import WindowContext
from sendoff.ui.pages.check.view import CheckStep
from sendoff.ui.theme import Mode, Theme


def draft(services: Services, folder: Path, recipients: int) -> Campaign:
    """A draft with a list."""
    path = workload.write(folder, recipients)
    said, _ = services.campaigns.named_in(path)
    made, _ = services.campaigns.from_file(path, replace(said, account=""), "", "")
    return made


def watch(app: QApplication, context: WindowContext, services: Services, campaign: Campaign) -> list[float]:
    """Check the campaign in the window; the timer's intervals in ms."""
    opened = window_app.build_window(context, services)
    opened.window.resize(1280, 800)
    opened.window.show()
    opened.stage.navigator.open("campaign", f"{campaign.id}/recipients")
    intervals: list[float] = []
    last = [0.0]

    def tick() -> None:
        now = time.monotonic()
        intervals.append(1000 * (now - last[0]))
        last[0] = now
        steps = opened.window.findChildren(CheckStep)
        facts = steps[0].presenter.facts if steps else None
        if facts is not None and facts.check is not None and not steps[0].presenter.running:
            app.quit()

    timer = QTimer(interval=16, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)

    def start() -> None:
        window_app.stay_smooth()
        last[0] = time.monotonic()
        timer.start()
        opened.stage.navigator.open("campaign", f"{campaign.id}/check")

    QTimer.singleShot(1500, start)
    app.exec()
    opened.close()
    return intervals


def main() -> None:
    """Print rows a second of the check alone, then the window's intervals while it runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipients", type=int, default=100_000)
    given = parser.parse_args()
    app = QApplication(sys.argv[:1])
    Theme(app, resource_path("icons").parent, Mode.LIGHT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environ = {"SENDOFF_HOME": str(folder / "home")}
        home = find_home(environ)
        services = open_services(home, "bench", environ=environ)
        context = WindowContext(
            open_services=lambda: services,
            icons=resource_path("icons"),
            samples=resource_path("samples"),
            sandbox=sandbox_server,
            settings=SettingsFile(home.settings / "settings.toml"),
        )
        campaign = draft(services, folder, given.recipients)
        began, cpu = time.monotonic(), time.process_time()
        check = services.checks.run(campaign)
        seconds, cpu = time.monotonic() - began, time.process_time() - cpu
        began = time.monotonic()
        services.checks.gate(campaign)
        gate = time.monotonic() - began
        intervals = sorted(watch(app, context, services, campaign))
    p99 = intervals[int(0.99 * (len(intervals) - 1))]
    print(
        f"{check.rows:,} rows in {seconds:.1f} s, {check.rows / seconds:,.0f} a second ({cpu:.1f} s of CPU), "
        f"the gate {gate:.2f} s; timer of 16 ms while it runs in the window: "
        f"median {intervals[len(intervals) // 2]:.0f}, p99 {p99:.0f}, longest {intervals[-1]:.0f} ms"
    )


assert stall  # it chooses the platform before Qt is loaded

if __name__ == "__main__":
    main()
