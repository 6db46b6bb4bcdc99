"""A scene: one campaign in a data folder of its own, the sinks it meets, and senders that may die over it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.e2e.crash_driver import DIED
from tests.e2e.evidence import Evidence, sending, write_campaign
from tests.fakes.sink import ROOT, SinkProcess

from sendoff.adapters.system.logs import stop_logging
from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap import open_services
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.services.app import Services


class Scene:
    """One campaign that is sent by a sender that dies, and then by one that does not."""

    def __init__(self, folder: Path, rows: int, connections: int = 1) -> None:
        self.folder, self.rows, self.connections = folder, rows, connections
        self.home = folder / "home"
        self.campaign = write_campaign(folder, rows)
        self.sinks: list[SinkProcess] = []

    @contextmanager
    def sink(self, faults: str = "", *options: str) -> Iterator[SinkProcess]:
        """A sink on the scene's port, with a log of its own."""
        port = self.sinks[0].port if self.sinks else 0
        sink = SinkProcess(self.folder / f"sink{len(self.sinks)}.log", "--faults", faults, *options, port=port)
        self.sinks.append(sink)
        with sink:
            yield sink

    def die(self, point: str, nth: int = 1) -> None:
        """Send until the point is met for the n-th time; it must be."""
        words = sending(self.campaign, self.sinks[0].url, self.connections)
        driver = subprocess.run(
            [sys.executable, "-m", "tests.e2e.crash_driver", point, str(nth), *words],
            cwd=ROOT,
            env={**os.environ, "SENDOFF_HOME": str(self.home)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert driver.returncode == DIED, driver.stderr

    @contextmanager
    def opened(self) -> Iterator[Services]:
        """The data folder in this process; opening it recovers."""
        environ = {"SENDOFF_HOME": str(self.home)}
        services = open_services(find_home(environ), "a test", environ=environ)
        try:
            yield services
        finally:
            services.close()
            stop_logging()

    def begin(self, services: Services) -> Campaign:
        """Import the campaign in this process and start it."""
        said, _ = services.campaigns.named_in(self.campaign)
        said = replace(said, pace=replace(said.pace, connections=self.connections, no_limits=True))
        account = services.accounts.from_url(self.sinks[0].url)
        campaign, _ = services.campaigns.from_file(self.campaign, said, account.id, "")
        services.sending.begin(campaign.id)
        return campaign

    def recover(self) -> Evidence:
        """Open and close the data folder; what it says then."""
        with self.opened():
            pass
        return self.evidence()

    def resume(self, faults: str = "") -> Evidence:
        """Send the rest through a sink that works, and check everything."""
        with self.sink(faults), self.opened() as services:
            campaign = services.campaigns.find("")
            services.sending.begin(campaign.id)
            assert services.sending.run(campaign.id).finished
            assert services.campaigns.get(campaign.id).state is CampaignState.FINISHED
        evidence = self.evidence()
        evidence.demand(*(sink.log for sink in self.sinks), rows=self.rows)
        return evidence

    def evidence(self) -> Evidence:
        """What the database says."""
        return Evidence.of(self.home)
