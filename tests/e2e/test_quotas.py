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
from tests.e2e.shaken import shift
from tests.fakes.sink import ROOT, SinkProcess

from sendoff.core.account import Account
from sendoff.core.campaign import CampaignState
from sendoff.core.limits import Limit, parse_limit
from sendoff.services.app import Services

PATIENCE = 60.0
"""Seconds after which a sender that does nothing is a fault, however busy the machine."""


def crowded(records: Sequence[dict[str, Any]], limit: Limit) -> list[float]:
    """The spans in seconds, shorter than the window, in which one message more than the limit was accepted."""
    times = sorted(record["t"] for record in records)
    spans = [(last - first) / 1e9 for first, last in zip(times, times[limit.count :], strict=False)]
    return [span for span in spans if span < limit.seconds]


def run_and_kill(
    campaign: Path, sink: SinkProcess, connections: int, after: int, *, clock: Path | None = None, more: float = 0
) -> int:
    """Send with limits until `after` messages are in, wait for `more` seconds, then `kill -9`.

    Returns the status, where it ended by itself. It goes by the wall clock that the file `clock` sets.
    """
    words = [word for word in sending(campaign, sink.url, connections) if word != "--no-limits"]
    sender = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.shaken" if clock else "sendoff", *words],
        cwd=ROOT,
        env={**os.environ, "SENDOFF_HOME": str(campaign.parent / "home"), "SENDOFF_SHIFT": str(clock)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + PATIENCE
    while sender.poll() is None and len(sink.records()) < after:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    time.sleep(more)
    sender.send_signal(signal.SIGKILL)
    return sender.wait()


@pytest.mark.parametrize(
    ("connections", "limit", "rows", "kills"), [(1, "10/2 seconds", 34, (7, 19)), (4, "40/2 seconds", 110, (25, 60))]
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
    # Not by being slow either: a window is used to the full. (That all are: `tests/unit/test_accelerated.py`.)
    used = parse_limit(limit)
    assert crowded(records, replace(used, count=used.count - 1))


@pytest.mark.parametrize(("limit", "rows"), [("80/hour", 110), ("500/day", 600)])
def test_a_long_window_is_kept_over_kills_while_the_clock_goes_on(tmp_path: Path, limit: str, rows: int) -> None:
    """Real programs on a clock that jumps between them; the sink's times are moved by as much."""
    known, clock, records = parse_limit(limit), tmp_path / "clock", list[dict[str, Any]]()
    campaign = write_campaign(tmp_path, rows)
    campaign.write_text(campaign.read_text() + f'limits = ["{limit}"]\n')
    steps = (
        (known.count // 2, 0.0, 0),
        (known.count - 8, 0.7, known.seconds - 900),  # what the first left of the window, and nothing more
        (rows + 1, 0.0, known.seconds + 900),  # in place of the first
    )
    with SinkProcess(tmp_path / "sink.log") as sink:
        for after, more, passed in steps:
            shift(clock, 1000 * passed)
            status = run_and_kill(campaign, sink, 4, after, clock=clock, more=more)
            assert (status >= 0) == (after > rows)
            records += [{"t": record["t"] + passed * 10**9} for record in sink.records()[len(records) :]]
            assert len(records) <= known.count or after > rows
        assert crowded(records, known) == []
        verdict = Evidence.of(tmp_path / "home").demand(sink.log, rows=rows, clocks_agree=False)
    assert len(records) + verdict.in_doubt >= rows


def account_of(services: Services, sink: SinkProcess, limits: tuple[str, ...], connections: int) -> Account:
    """An account with limits of its own at a sink."""
    account = replace(services.accounts.from_url(sink.url), limits=limits, connections=connections)
    services.accounts._store.save(account)
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
            thread.join(PATIENCE)
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
    scene, limit = Scene(tmp_path, rows=60, connections=2), "slow.example 5/10 minutes"
    people = [f"s{n}@slow.example,Ann,{n}" for n in range(15)] + [f"q{n}@quick.example,Ann,{n}" for n in range(45)]
    (tmp_path / "people.csv").write_text("\n".join(["email,first_name,number", *people]) + "\n")
    with scene.sink() as sink, scene.opened() as services:
        account = account_of(services, sink, (limit,), 2)
        said, _ = services.campaigns.named_in(scene.campaign)
        campaign, _ = services.campaigns.from_file(scene.campaign, said, account.id, "")
        endings: list[Any] = []
        thread = start(services, campaign.id, endings)
        wait_for(sink, 50, 0.2)
        services.sending.pause(campaign.id)
        thread.join(PATIENCE)
        records = sink.records()
    slow = [record for record in records if record["recipient"].endswith("@slow.example")]
    assert (len(slow), len(records)) == (5, 50)
    assert sum(record not in slow for record in records[:8]) >= 3  # though the list has fifteen of the other first


@pytest.mark.parametrize(("limit", "connections", "least"), [("1/second", 1, (3, 6)), ("30/minute", 4, (30, 30))])
def test_two_campaigns_keep_to_a_limit_over_a_restart(
    tmp_path: Path, limit: str, connections: int, least: tuple[int, int]
) -> None:
    """By the sink's clock, in real time: the second program knows what the first has sent."""
    scene, names = Scene(tmp_path, rows=40), list[str]()
    with scene.sink() as sink:
        for number in least:
            with scene.opened() as services:
                if not names:
                    account = account_of(services, sink, (limit,), connections)
                    names = [drafted(services, tmp_path / name, account) for name in ("first", "second")]
                endings: list[Any] = []
                threads = [start(services, name, endings) for name in names]
                wait_for(sink, number, 1.5)
                for name in names:
                    services.sending.pause(name)
                for thread in threads:
                    thread.join(PATIENCE)
        records = sink.records()
    assert crowded(records, parse_limit(limit)) == []
    assert len(records) >= least[-1]
    assert len({record["message_id"] for record in records}) == len(records)


def drafted(services: Services, folder: Path, account: Account) -> str:
    """A campaign of forty through an account."""
    folder.mkdir()
    said, _ = services.campaigns.named_in(write_campaign(folder, 40))
    return services.campaigns.from_file(folder / "campaign.toml", said, account.id, "")[0].id


def wait_for(sink: SinkProcess, number: int, seconds: float) -> None:
    """Let it run until so many messages are in, and then for some seconds in which there might be one too many."""
    deadline = time.monotonic() + PATIENCE
    while len(sink.records()) < number:
        assert time.monotonic() < deadline, f"{len(sink.records())} of {number} messages came"
        time.sleep(0.02)
    time.sleep(seconds)
