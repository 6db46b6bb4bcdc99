"""Quotas by the clock of the server: no rolling window ever holds one message too many, whatever happens meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.evidence import Evidence, sending, write_campaign
from tests.e2e.scene import Scene
from tests.fakes.sink import ROOT, SinkProcess

from sendoff.core.account import Account
from sendoff.core.campaign import CampaignState
from sendoff.core.limits import Limit, parse_limit
from sendoff.services.app import Services


def crowded(records: Sequence[dict[str, Any]], limit: Limit) -> list[float]:
    """The spans in seconds, shorter than the window, in which one message more than the limit was accepted."""
    times = sorted(record["t"] for record in records)
    spans = [(last - first) / 1e9 for first, last in zip(times, times[limit.count :], strict=False)]
    return [span for span in spans if span < limit.seconds]


def run_and_kill(campaign: Path, sink: SinkProcess, connections: int, after: int) -> int:
    """Send with limits until `after` messages are in, then `kill -9`; the status where it ended by itself."""
    words = [word for word in sending(campaign, sink.url, connections) if word != "--no-limits"]
    sender = subprocess.Popen(
        [sys.executable, "-m", "sendoff", *words],
        cwd=ROOT,
        env={**os.environ, "SENDOFF_HOME": str(campaign.parent / "home")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 30
    while sender.poll() is None and len(sink.records()) < after:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    sender.send_signal(signal.SIGKILL)
    return sender.wait()


@pytest.mark.parametrize(
    ("connections", "limit", "rows", "kills"), [(1, "10/second", 34, (7, 19)), (4, "40/2 seconds", 110, (25, 60))]
)
def test_no_window_holds_one_too_many_over_kills(
    tmp_path: Path, connections: int, limit: str, rows: int, kills: tuple[int, ...]
) -> None:
    campaign = write_campaign(tmp_path, rows)
    campaign.write_text(campaign.read_text() + f'limits = ["{limit}"]\n')
    with SinkProcess(tmp_path / "sink.log") as sink:
        for after in kills:
            assert run_and_kill(campaign, sink, connections, after) == -signal.SIGKILL
        assert run_and_kill(campaign, sink, connections, rows + 1) >= 0
        records = sink.records()
        assert crowded(records, parse_limit(limit)) == []
        verdict = Evidence.of(tmp_path / "home").demand(sink.log, rows=rows)
    assert len(records) + verdict.in_doubt >= rows
    # Not by being slow either: the windows are used.
    taken = (records[-1]["t"] - records[0]["t"]) / 1e9
    assert taken < rows / parse_limit(limit).count * parse_limit(limit).seconds + 3 * len(kills) + 3


def account_of(services: Services, sink: SinkProcess, limits: tuple[str, ...], connections: int) -> Account:
    """An account with limits of its own at a sink."""
    account = replace(services.accounts.from_url(sink.url), limits=limits, connections=connections)
    services.sending._account_store.save(account)
    return account


def start(services: Services, campaign_id: str, endings: list[Any]) -> threading.Thread:
    """A campaign on its way in a thread of its own."""
    services.sending.begin(campaign_id)
    thread = threading.Thread(target=lambda: endings.append(services.sending.run(campaign_id)))
    thread.start()
    return thread


@pytest.mark.parametrize("connections", [1, 4])
def test_two_campaigns_of_an_account_share_its_limit_and_its_connections(tmp_path: Path, connections: int) -> None:
    scene, limit = Scene(tmp_path, rows=50), "30/2 seconds"
    with scene.sink() as sink, scene.opened() as services:
        account = account_of(services, sink, (limit,), connections)
        names = []
        for name in ("first", "second"):
            folder = tmp_path / name
            folder.mkdir()
            said, _ = services.campaigns.named_in(write_campaign(folder, 50))
            campaign, _ = services.campaigns.from_file(folder / "campaign.toml", said, account.id, "")
            names.append(campaign.id)
        endings: list[Any] = []
        threads = [start(services, name, endings) for name in names]
        for thread in threads:
            thread.join(30)
        assert [ending.finished for ending in endings] == [True, True]
        assert {services.campaigns.get(name).state for name in names} == {CampaignState.FINISHED}
        records = sink.records()
        assert crowded(records, parse_limit(limit)) == []
        assert len({record["message_id"] for record in records}) == len(records) == 100
        for name in names:
            assert services.reports.counts(services.campaigns.get(name))["accepted"] == 50
        if connections > 1:  # both got on at once
            first_half = {record["message_id"].split(".")[0] for record in records[:60]}
            assert len(first_half) == 2


def test_a_domain_that_waits_for_its_limit_is_passed_by_the_others(tmp_path: Path) -> None:
    scene, limit = Scene(tmp_path, rows=60, connections=2), "slow.example 5/second"
    people = [f"s{n}@slow.example,Ann,{n}" for n in range(15)] + [f"q{n}@quick.example,Ann,{n}" for n in range(45)]
    (tmp_path / "people.csv").write_text("\n".join(["email,first_name,number", *people]) + "\n")
    with scene.sink() as sink, scene.opened() as services:
        account = account_of(services, sink, (limit,), 2)
        said, _ = services.campaigns.named_in(scene.campaign)
        campaign, _ = services.campaigns.from_file(scene.campaign, said, account.id, "")
        services.sending.begin(campaign.id)
        assert services.sending.run(campaign.id).finished
        records = sink.records()
    slow = [record for record in records if record["recipient"].endswith("@slow.example")]
    assert (len(slow), len(records)) == (15, 60)
    assert crowded(slow, parse_limit(limit)) == []
    assert sum(record not in slow for record in records[:8]) >= 3  # though the list has fifteen of the other first
    assert max(record["t"] for record in records if record not in slow) < slow[6]["t"]


@pytest.mark.parametrize(("limit", "connections", "seconds"), [("1/second", 1, 3.5), ("30/minute", 4, 2.0)])
def test_two_campaigns_keep_to_a_limit_over_a_restart(
    tmp_path: Path, limit: str, connections: int, seconds: float
) -> None:
    """By the sink's clock, in real time: the second program knows what the first has sent."""
    scene, names = Scene(tmp_path, rows=40), list[str]()
    with scene.sink() as sink:
        for run in (1, 2):
            with scene.opened() as services:
                if run == 1:
                    account = account_of(services, sink, (limit,), connections)
                    names = [drafted(services, tmp_path / name, account) for name in ("first", "second")]
                endings: list[Any] = []
                threads = [start(services, name, endings) for name in names]
                wait_for(sink, parse_limit(limit).count, seconds)
                for name in names:
                    services.sending.pause(name)
                for thread in threads:
                    thread.join(10)
        records = sink.records()
    assert crowded(records, parse_limit(limit)) == []
    assert len(records) >= (30 if limit == "30/minute" else 5)
    assert len({record["message_id"] for record in records}) == len(records)


def drafted(services: Services, folder: Path, account: Account) -> str:
    """A campaign of forty through an account."""
    folder.mkdir()
    said, _ = services.campaigns.named_in(write_campaign(folder, 40))
    return services.campaigns.from_file(folder / "campaign.toml", said, account.id, "")[0].id


def wait_for(sink: SinkProcess, number: int, seconds: float) -> None:
    """Let it run until so many messages are in, and then for some seconds in which there might be one too many."""
    deadline = time.monotonic() + 10
    while len(sink.records()) < number and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(seconds)
