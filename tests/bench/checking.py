"""How fast a whole list is checked, and how alive the window stays meanwhile: the intervals of its 60 Hz timer.

python -m tests.bench.checking --recipients 100000

The window is the real one (on Qt's offscreen platform unless a display is set), open on the check step of the campaign.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from tests.bench import workload
from tests.bench.window import Bench, Pulse, bench

from sendoff.core.campaign import Campaign
from sendoff.services.app import Services
from sendoff.ui.pages.check.view import CheckStep

_SETTLED_MS = 1500


def draft(services: Services, folder: Path, recipients: int) -> Campaign:
    """A draft with a list."""
    path = workload.write(folder, recipients)
    said, _ = services.campaigns.named_in(path)
    made, _ = services.campaigns.from_file(path, replace(said, account=""), "", "")
    return made


def watch(stand: Bench, campaign: Campaign) -> Pulse:
    """Check the campaign in the window."""
    opened = stand.open()
    opened.stage.navigator.open("campaign", f"{campaign.id}/recipients")

    def checked() -> bool:
        steps = opened.window.findChildren(CheckStep)
        facts = steps[0].presenter.facts if steps else None
        return facts is not None and facts.check is not None and not steps[0].presenter.running

    pulse = Pulse(stand.app, checked)

    def start() -> None:
        pulse.start()
        opened.stage.navigator.open("campaign", f"{campaign.id}/check")

    QTimer.singleShot(_SETTLED_MS, start)
    stand.app.exec()
    opened.close()
    return pulse


def main() -> None:
    """Print rows a second of the check alone, then the window's intervals while it runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipients", type=int, default=100_000)
    given = parser.parse_args()
    with bench() as stand:
        services = stand.services
        campaign = draft(services, stand.folder, given.recipients)
        began, cpu = time.monotonic(), time.process_time()
        check = services.checks.run(campaign)
        seconds, cpu = time.monotonic() - began, time.process_time() - cpu
        began = time.monotonic()
        services.checks.gate(campaign)
        gate = time.monotonic() - began
        pulse = watch(stand, campaign)
    print(
        f"{check.rows:,} rows in {seconds:.1f} s, {check.rows / seconds:,.0f} a second ({cpu:.1f} s of CPU), "
        f"the gate {gate:.2f} s; while it runs in the window: {pulse.text()}"
    )


if __name__ == "__main__":
    main()
