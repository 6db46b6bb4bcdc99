"""How alive the window stays while a campaign is sent flat out: the intervals of a 60 Hz timer in the GUI's thread.

python -m tests.bench.stall --recipients 20000 --connections 5

The window is the real one (on Qt's offscreen platform unless a display is set), open on the page of the running
campaign; the sink is a process of its own.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from tests.bench import workload
from tests.fakes.sink import SinkProcess

from sendoff.adapters.system.paths import find_home
from sendoff.adapters.system.resources import resource_path
from sendoff.adapters.system.settings_file import SettingsFile
from sendoff.bootstrap import open_services, sandbox_server
from sendoff.core.campaign import CampaignState
from sendoff.services.app import Services
from sendoff.ui import app as window_app
from sendoff.ui.context import WindowContext
from sendoff.ui.theme import Mode, Theme


def campaign(services: Services, folder: Path, url: str, recipients: int, connections: int) -> str:
    """A campaign that is ready to run; returns its id."""
    path = workload.write(folder, recipients)
    said, _ = services.campaigns.named_in(path)
    said = replace(said, pace=replace(said.pace, connections=connections))
    account = services.accounts.from_url(url)
    draft, _ = services.campaigns.from_file(path, said, account.id, "")
    return draft.id


def measure(
    app: QApplication, services: Services, context: WindowContext, campaign_id: str
) -> tuple[list[float], float]:
    """Send the campaign in the window; the timer's intervals in ms, and the seconds it took."""
    opened = window_app.build_window(context, services)
    opened.window.resize(1280, 800)
    opened.window.show()
    services.sending.begin(campaign_id)
    opened.stage.navigator.open("campaign", f"{campaign_id}/send")
    intervals: list[float] = []
    last = [0.0]
    began = time.monotonic()

    def tick() -> None:
        now = time.monotonic()
        intervals.append(1000 * (now - last[0]))
        last[0] = now
        if services.campaigns.get(campaign_id).state is not CampaignState.RUNNING:
            app.quit()

    # The first frames lay the page out; what is asked for is the time of sending.
    settle = QTimer(singleShot=True, interval=1500)

    def start() -> None:
        nonlocal began
        window_app.stay_smooth()
        began = last[0] = time.monotonic()
        opened.stage.dispatcher.start(campaign_id)
        timer.start()

    timer = QTimer(interval=16, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    settle.timeout.connect(start)
    settle.start()
    app.exec()
    seconds = time.monotonic() - began
    opened.close()
    return intervals, seconds


def main() -> None:
    """Print the median, the 99th percentile and the longest interval."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipients", type=int, default=20_000)
    parser.add_argument("--connections", type=int, default=5)
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
        with SinkProcess(folder / "sink.log") as sink:
            campaign_id = campaign(services, folder, sink.url, given.recipients, given.connections)
            intervals, seconds = measure(app, services, context, campaign_id)
    intervals.sort()
    p99 = intervals[int(0.99 * (len(intervals) - 1))]
    print(
        f"{given.recipients:,} messages, {given.connections} connections, {given.recipients / seconds:,.0f} a second; "
        f"timer of 16 ms: median {intervals[len(intervals) // 2]:.0f}, p99 {p99:.0f}, longest {intervals[-1]:.0f} ms"
    )


if __name__ == "__main__":
    main()
