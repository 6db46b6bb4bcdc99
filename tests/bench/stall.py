"""How alive the window stays while a campaign is sent flat out: the intervals of a 60 Hz timer in the GUI's thread.

python -m tests.bench.stall --recipients 20000 --connections 5

The window is the real one (on Qt's offscreen platform unless a display is set), open on the page of the running
campaign; the sink is a process of its own.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from tests.bench import workload
from tests.bench.window import Bench, Pulse, bench
from tests.fakes.sink import SinkProcess

from sendoff.core.campaign import CampaignState
from sendoff.core.events import CampaignChanged, Event
from sendoff.services.app import Services

_SETTLED_MS = 1500
"""The first frames lay the page out; what is asked for is the time of sending."""


def campaign(
    services: Services, folder: Path, url: str, recipients: int, connections: int, *, no_limits: bool = False
) -> str:
    """A campaign that is ready to run; returns its id."""
    path = workload.write(folder, recipients)
    said, _ = services.campaigns.named_in(path)
    said = replace(said, pace=replace(said.pace, connections=connections, no_limits=no_limits))
    account = services.accounts.from_url(url)
    draft, _ = services.campaigns.from_file(path, said, account.id, "")
    return draft.id


def measure(stand: Bench, campaign_id: str, *, most: float = 0.0) -> Pulse:
    """Send the campaign in the window, for `most` seconds at most where that is said."""
    services = stand.services
    opened = stand.open()
    services.sending.begin(campaign_id)
    opened.stage.navigator.open("campaign", f"{campaign_id}/send")
    ended: list[Event] = []

    def hear(event: Event) -> None:
        if isinstance(event, CampaignChanged) and event.state != CampaignState.RUNNING:
            ended.append(event)

    services.bus.subscribe(hear)  # to ask the database at each tick would be a load of its own
    began = [0.0]

    def over() -> bool:
        return bool(ended) or (most > 0 and time.monotonic() - began[0] > most)

    pulse = Pulse(stand.app, over)

    def start() -> None:
        began[0] = time.monotonic()
        pulse.start()
        opened.stage.dispatcher.start(campaign_id)

    QTimer.singleShot(_SETTLED_MS, start)
    stand.app.exec()
    if not ended:
        pulse.done = services.reports.counts(services.campaigns.get(campaign_id))["accepted"]
    opened.close()
    return pulse


def main() -> None:
    """Print the median, the 99th percentile and the longest interval."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipients", type=int, default=20_000)
    parser.add_argument("--connections", type=int, default=5)
    given = parser.parse_args()
    with bench() as stand, SinkProcess(stand.folder / "sink.log") as sink:
        pulse = measure(stand, campaign(stand.services, stand.folder, sink.url, given.recipients, given.connections))
    print(
        f"{given.recipients:,} messages, {given.connections} connections, "
        f"{given.recipients / pulse.seconds:,.0f} a second; {pulse.text()}"
    )


if __name__ == "__main__":
    main()
