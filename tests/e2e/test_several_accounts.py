"""One campaign through several accounts, on real servers: parts by weight, failover, kills, and everybody's quota."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.e2e.evidence import Evidence
from tests.e2e.scene import Scene
from tests.e2e.test_quotas import crowded
from tests.fakes.sink import ROOT, SinkProcess
from tests.fakes.smtp_servers import PATIENCE

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState, Sharer
from sendoff.core.events import LanesChanged
from sendoff.core.limits import parse_limit
from sendoff.services.app import Services


def add_account(services: Services, name: str, sink: SinkProcess, **terms: Any) -> Account:
    """An account of this name at a sink."""
    account = replace(
        services.accounts.from_url(sink.url), id=name, name=name, ad_hoc=False, sender="anna@sender.example", **terms
    )
    services.accounts._store.save(account)
    return account


def draft(services: Services, scene: Scene, *sharers: tuple[str, int]) -> Campaign:
    """The scene's campaign, to be sent through these accounts."""
    said, _ = services.campaigns.named_in(scene.campaign)
    campaign, _ = services.campaigns.from_file(scene.campaign, said, sharers[0][0], "")
    shared = tuple(Sharer(account_id=name, weight=weight) for name, weight in sharers)
    services.campaigns.save(replace(campaign, sharers=shared))
    return services.campaigns.get(campaign.id)


def run(services: Services, campaign: Campaign) -> Campaign:
    """Send until it ends; how it stands then."""
    services.sending.begin(campaign.id)
    services.sending.run(campaign.id)
    return services.campaigns.get(campaign.id)


@contextmanager
def two_sinks(folder: Path, *faults: str, latency: int = 0) -> Iterator[tuple[SinkProcess, SinkProcess]]:
    """Two servers with logs of their own, whose every answer is so many milliseconds late."""
    late = ("--latency", str(latency))
    first, second = (*faults, "", "")[:2]
    with (
        SinkProcess(folder / "work.log", "--faults", first, *late) as work,
        SinkProcess(folder / "second.log", "--faults", second, *late) as other,
    ):
        yield work, other


def test_two_accounts_share_by_weight_and_each_row_names_its_own(tmp_path: Path) -> None:
    # Who begins late gets nothing for what it missed: at a leisurely pace that is little, however slow the machine.
    scene = Scene(tmp_path, rows=300)
    with two_sinks(tmp_path, latency=10) as (work, second), scene.opened() as services:
        add_account(services, "work", work, connections=2)
        add_account(services, "second", second, connections=2)
        campaign = run(services, draft(services, scene, ("work", 2), ("second", 1)))
        assert (campaign.state, campaign.reason) == (CampaignState.FINISHED, "")
        took = {"work": len(work.records()), "second": len(second.records())}
        assert sum(took.values()) == 300
        assert abs(took["work"] - 200) <= 30
        assert Counter(line.account for line in services.reports.every(campaign)) == Counter(took)
        uses = {name: len(services.accounts._store.used(name, 0)) for name in took}
        assert uses == took
        line = services.reports.page(campaign, limit=1)[0]
        assert {one.account for one in services.reports.history(line)} == {line.account}
    Evidence.of(scene.home).demand(work.log, second.log, rows=300)


def test_an_account_that_is_refused_is_left_and_the_other_sends_the_rest(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=300)
    with two_sinks(tmp_path, "mail=535:0.03", latency=10) as (work, second), scene.opened() as services:
        add_account(services, "work", work, connections=2)
        add_account(services, "second", second, connections=2)
        lanes: list[LanesChanged] = []
        services.bus.subscribe(lambda event: lanes.append(event) if isinstance(event, LanesChanged) else None)
        campaign = run(services, draft(services, scene, ("work", 1), ("second", 1)))
        assert campaign.state is CampaignState.FINISHED
        assert "“work”: 535" in campaign.reason
        assert [(one.account, bool(one.out)) for one in lanes[-1].lanes] == [("work", True), ("second", False)]
        assert services.reports.counts(campaign)["accepted"] == 300
        assert 0 < len(work.records()) < 150
    Evidence.of(scene.home).demand(work.log, second.log, rows=300)


def test_where_no_account_can_go_on_the_campaign_pauses_and_says_of_each_why(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=40)
    with two_sinks(tmp_path, "mail=535", "mail=535:0.2") as (work, second), scene.opened() as services:
        add_account(services, "work", work)
        add_account(services, "second", second)
        campaign = run(services, draft(services, scene, ("work", 0), ("second", 0)))
        assert campaign.state is CampaignState.PAUSED
        assert "“work”: 535" in campaign.reason
        assert "“second”: 535" in campaign.reason
        counts = services.reports.counts(campaign)
        assert counts["queued"] + counts["deferred"] + counts["accepted"] == 40
    Evidence.of(scene.home).demand(work.log, second.log, rows=40, finished=False)


def test_what_one_account_may_not_send_now_the_other_takes(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=120)
    with two_sinks(tmp_path, latency=20) as (work, second), scene.opened() as services:
        add_account(services, "work", work, limits=("20/hour",))
        add_account(services, "second", second)
        campaign = run(services, draft(services, scene, ("work", 3), ("second", 1)))
        assert campaign.state is CampaignState.FINISHED
        assert (len(work.records()), len(second.records())) == (20, 100)


def test_a_fast_account_does_not_stand_still_for_a_slow_one(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=600)
    with (
        SinkProcess(tmp_path / "work.log") as work,
        SinkProcess(tmp_path / "second.log", "--latency", "150") as second,
        scene.opened() as services,
    ):
        add_account(services, "work", work)
        add_account(services, "second", second)
        campaign = run(services, draft(services, scene, ("work", 1), ("second", 1)))
        assert campaign.state is CampaignState.FINISHED
        assert len(work.records()) + len(second.records()) == 600
        assert 0 < len(second.records()) < 150  # its part by weight would be 300
    Evidence.of(scene.home).demand(work.log, second.log, rows=600)


def test_both_quotas_hold_over_a_kill_and_nobody_gets_two(tmp_path: Path) -> None:
    scene, limits = Scene(tmp_path, rows=100), {"work": "20/second", "second": "10/second"}
    with two_sinks(tmp_path) as sinks:
        with scene.opened() as services:
            for sink, (name, limit) in zip(sinks, limits.items(), strict=True):
                add_account(services, name, sink, limits=(limit,), connections=2)
        words = ["send", str(scene.campaign), "--account", "work:2", "--account", "second", "--yes", "--json"]
        for after in (20, 45, None):
            sender = subprocess.Popen(
                [sys.executable, "-m", "sendoff", *words],
                cwd=ROOT,
                env={**os.environ, "SENDOFF_HOME": str(scene.home)},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            deadline = time.monotonic() + PATIENCE
            while after and sum(len(sink.records()) for sink in sinks) < after:
                assert time.monotonic() < deadline
                time.sleep(0.01)
            if after:
                sender.send_signal(signal.SIGKILL)
            said, _ = sender.communicate(timeout=2 * PATIENCE)
            assert sender.returncode == (-signal.SIGKILL if after else sender.returncode), said
        for sink, limit in zip(sinks, limits.values(), strict=True):
            assert crowded(sink.records(), parse_limit(limit)) == []
        verdict = Evidence.of(scene.home).demand(*(sink.log for sink in sinks), rows=100)
        assert sum(len(sink.records()) for sink in sinks) + verdict.in_doubt >= 100
        assert all(len(sink.records()) > 15 for sink in sinks)


def test_a_pause_holds_every_account_and_resuming_goes_on_with_all(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=400)  # so many at this pace that the pause comes long before the end
    with two_sinks(tmp_path, latency=10) as (work, second), scene.opened() as services:
        add_account(services, "work", work)
        add_account(services, "second", second)
        campaign = draft(services, scene, ("work", 0), ("second", 0))
        services.sending.begin(campaign.id)
        thread = threading.Thread(target=services.sending.run, args=(campaign.id,))
        thread.start()
        while len(work.records()) + len(second.records()) < 40:
            time.sleep(0.005)
        assert services.sending.pause(campaign.id)
        thread.join(PATIENCE)
        before = len(work.records()) + len(second.records())
        assert 40 <= before < 400
        assert run(services, campaign).state is CampaignState.FINISHED
        assert min(len(work.records()), len(second.records())) > 20
    Evidence.of(scene.home).demand(work.log, second.log, rows=400)
