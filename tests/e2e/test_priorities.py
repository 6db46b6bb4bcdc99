"""Campaigns that share an account, on a real server: whose turn it is, and a test message before them all."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.evidence import write_campaign
from tests.e2e.scene import Scene
from tests.e2e.test_quotas import start
from tests.e2e.test_several_accounts import add_account

from sendoff.core.campaign import Campaign, CampaignState, Priority
from sendoff.core.errors import InputError
from sendoff.core.events import PaceChanged, PaceKind
from sendoff.services.app import Services
from sendoff.services.sending.ledgers import Ledgers
from sendoff.services.sending.pace import Share


def drafted(services: Services, folder: Path, name: str, priority: Priority, rows: int) -> Campaign:
    """A campaign of this name through the account `work`."""
    (folder / name).mkdir()
    path = write_campaign(folder / name, rows)
    path.write_text(path.read_text().replace("Proof", name))
    said, _ = services.campaigns.named_in(path)
    campaign, _ = services.campaigns.from_file(path, replace(said, priority=priority), "work", "")
    return campaign


@pytest.mark.parametrize(("connections", "limits"), [(1, ()), (2, ("40/second",))])
def test_the_higher_priority_goes_first_and_the_other_says_so(
    tmp_path: Path, connections: int, limits: tuple[str, ...]
) -> None:
    scene, rows = Scene(tmp_path, rows=1), 80
    with scene.sink("dot=slow:0.02") as sink, scene.opened() as services:
        add_account(services, "work", sink, connections=connections, limits=limits)
        low = drafted(services, tmp_path, "News", Priority.LOW, rows)
        high = drafted(services, tmp_path, "Sale", Priority.HIGH, rows)
        said: list[PaceChanged] = []
        services.bus.subscribe(lambda event: said.append(event) if isinstance(event, PaceChanged) else None)
        endings: list[Any] = []
        first = start(services, low.id, endings)
        while len(sink.records()) < 10:
            time.sleep(0.005)
        second = start(services, high.id, endings)
        for thread in (first, second):
            thread.join(120)
        assert {services.campaigns.get(one.id).state for one in (low, high)} == {CampaignState.FINISHED}
        order = [record["message_id"].split(".")[0].lstrip("<") for record in sink.records()]
    begun = order.index(high.id)
    ended = len(order) - order[::-1].index(high.id)
    between = order[begun:ended].count(low.id)
    assert between <= 12, between
    assert any(one.campaign_id == low.id and one.kind is PaceKind.TURN and "Sale" in one.detail for one in said)


def test_a_priority_can_be_changed_while_it_is_sent(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=1)
    with scene.sink("dot=slow:0.03") as sink, scene.opened() as services:
        add_account(services, "work", sink, connections=1)
        both = [drafted(services, tmp_path, name, Priority.NORMAL, 60) for name in ("News", "Sale")]
        endings: list[Any] = []
        threads = [start(services, one.id, endings) for one in both]
        services.sending.put_first(both[1].id, Priority.HIGH)
        assert services.campaigns.get(both[1].id).priority is Priority.HIGH
        for thread in threads:
            thread.join(120)
        order = [record["message_id"].split(".")[0].lstrip("<") for record in sink.records()]
    assert len(order) == 120
    begun, ended = order.index(both[1].id), len(order) - order[::-1].index(both[1].id)
    assert order[begun:ended].count(both[0].id) < 40  # by turns all sixty lay between


def test_a_priority_given_while_a_campaign_starts_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = Scene(tmp_path, rows=1)
    with scene.sink() as sink, scene.opened() as services:
        add_account(services, "work", sink, connections=1)
        one = drafted(services, tmp_path, "News", Priority.NORMAL, 1)
        made, left, ranks = Ledgers.of, Share.leave, list[int]()

        def of(ledgers: Ledgers, *args: Any, **more: Any) -> Share:
            services.sending.put_first(one.id, Priority.HIGH)  # the campaign was read, and has no share yet
            return made(ledgers, *args, **more)

        def leave(share: Share, now: int) -> None:
            ranks.append(share.rank)
            left(share, now)

        monkeypatch.setattr(Ledgers, "of", of)
        monkeypatch.setattr(Share, "leave", leave)
        start(services, one.id, []).join(120)
    assert ranks == [Priority.HIGH.rank]


def test_a_test_message_goes_before_a_campaign_that_has_every_connection(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=1)
    with scene.sink("dot=slow:0.1") as sink, scene.opened() as services:
        add_account(services, "work", sink, connections=2, limits=("1000/day",))
        sale = drafted(services, tmp_path, "Sale", Priority.HIGH, 600)
        endings: list[Any] = []
        thread = start(services, sale.id, endings)
        while len(sink.records()) < 20:
            time.sleep(0.005)
        before = len(services.accounts._store.used("work", 0))
        assert services.sending.send_test(sale, 1, "me@example.com").code == 250
        assert len(services.accounts._store.used("work", 0)) > before
        records = sink.records()
        services.sending.pause(sale.id)
        thread.join(120)
        everything = sink.records()
    place = [record["recipient"] for record in records].index("me@example.com")
    assert place < 500
    assert len(everything) < 600  # it was not the end of the campaign that made room
    assert most_at_once(everything) <= 2


def most_at_once(records: Sequence[dict[str, Any]]) -> int:
    """How many connections were in use at the same time, each from its first message to its last."""
    spans: dict[int, list[int]] = {}
    for record in records:
        spans.setdefault(record["connection"], []).append(record["t"])
    return max(sum(each[0] <= first <= each[-1] for each in spans.values()) for first, *_ in spans.values())


def test_a_test_message_counts_and_is_refused_where_the_limit_is_used_up(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=1)
    with scene.sink() as sink, scene.opened() as services:
        add_account(services, "work", sink, limits=("2/hour",))
        sale = drafted(services, tmp_path, "Sale", Priority.NORMAL, 3)
        for _ in range(2):
            assert services.sending.send_test(sale, 1, "me@example.com").code == 250
        with pytest.raises(InputError) as refused:
            services.sending.send_test(sale, 1, "me@example.com")
        assert refused.value.code == "limit_used"
        assert len(sink.records()) == 2
        endings: list[Any] = []
        thread = start(services, sale.id, endings)
        threading.Timer(0.5, services.sending.pause, args=(sale.id,)).start()
        thread.join(60)
        assert services.reports.counts(sale)["accepted"] == 0
