"""The last byte is withheld: by a full disk, a late suppression, a pause and a stop (R5, I2, I5, I6)."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.scene import Scene
from tests.fakes.sink import SinkProcess

from sendoff.adapters.storage import database
from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.queue import DeliveryQueue
from sendoff.adapters.storage.suppressions import Suppressions
from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import Delivery
from sendoff.core.errors import StorageError
from sendoff.core.suppression import Suppression
from sendoff.services.app import Services
from sendoff.services.sending.ending import Ending

FULL = "The disk is full, so nothing more is sent."


def pages(path: Path) -> int:
    """The size of a database in pages."""
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("PRAGMA page_count").fetchone()[0])
    finally:
        connection.close()


def storage(services: Services) -> Database:
    """The database below the services."""
    queue = services.sending._course._queue
    assert isinstance(queue, DeliveryQueue)
    return queue._database


def pragma(services: Services, setting: str) -> None:
    """Change a setting of the writing connection."""
    writer = storage(services)._writer
    assert writer is not None
    connection = writer.raw_connection()
    connection.cursor().execute(f"PRAGMA {setting}").fetchone()
    connection.close()


@pytest.mark.parametrize("room", [0, 2, 3, 4, 6, 9])
@pytest.mark.parametrize("restarted", [False, True])
def test_a_full_disk_stops_the_last_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int, restarted: bool
) -> None:
    scene = Scene(tmp_path, rows=200, connections=3)
    with scene.sink() as sink:
        with scene.opened() as services:
            campaign = scene.begin(services)
            services.sending.pause(campaign.id)
        plenty = database.writer_pragmas()
        limit = pages(scene.home / database.FILE_NAME) + room
        monkeypatch.setattr(database, "writer_pragmas", lambda: [*plenty, f"max_page_count={limit}"])
        with scene.opened() as services:
            services.sending.begin(campaign.id)
            with pytest.raises(StorageError, match=FULL):
                services.sending.run(campaign.id)
            stopped = services.campaigns.get(campaign.id)
            assert stopped.state is CampaignState.PAUSED
            assert FULL in stopped.reason
            assert not services.sending.running()
            full = scene.evidence()
            undecided = len(full.in_state("sending")) + len(full.in_state("in_doubt"))
            assert undecided <= 3
            intents = sum(event["to_state"] == "sending" for event in full.events)
            assert len(sink.records()) <= intents < 200
            if not restarted:
                pragma(services, "max_page_count=1000000")
                services.sending.begin(campaign.id)
                assert services.sending.run(campaign.id).finished
        if restarted:
            monkeypatch.undo()
            with scene.opened() as services:
                services.sending.begin(campaign.id)
                assert services.sending.run(campaign.id).finished
        end = scene.evidence()
        verdict = end.demand(sink.log, rows=200)
    assert len(end.in_state("accepted")) + verdict.in_doubt == 200
    assert verdict.in_doubt == undecided


def test_a_disk_that_takes_nothing_at_all(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=60, connections=2)
    with scene.sink() as sink, scene.opened() as services:
        campaign = scene.begin(services)
        with (
            after_claims(services, lambda _: pragma(services, "query_only=1")),
            pytest.raises(StorageError, match="cannot be written"),
        ):
            services.sending.run(campaign.id)
        assert sink.records() == []
        with pytest.raises(StorageError):
            services.sending.begin(campaign.id)
        pragma(services, "query_only=0")
        services.sending.begin(campaign.id)
        assert services.sending.run(campaign.id).finished
        assert scene.evidence().demand(sink.log, rows=60).accepted == 60


@contextmanager
def after_claims(services: Services, then: Callable[[Sequence[Delivery]], None]) -> Iterator[None]:
    """Do something each time the engine has claimed rows, before any of them is sent."""
    queue: Any = services.sending._course._queue
    claim = queue.claim

    def claiming(*args: Any) -> Sequence[Delivery]:
        rows: Sequence[Delivery] = claim(*args)
        if rows:
            then(rows)
        return rows

    queue.claim = claiming
    try:
        yield
    finally:
        del queue.claim


@pytest.mark.parametrize("key", ["u2@example.com", "@example.com"])
def test_a_suppression_between_claim_and_intent_is_heeded(tmp_path: Path, key: str) -> None:
    scene = Scene(tmp_path, rows=5, connections=2)
    with scene.sink() as sink, scene.opened() as services:
        campaign = scene.begin(services)

        def suppress(_: Sequence[Delivery]) -> None:
            Suppressions(storage(services)).add([Suppression(key=key, reason="unsubscribed", source="test", at=1)])

        with after_claims(services, suppress):
            assert services.sending.run(campaign.id).finished
        end = scene.evidence()
        end.demand(sink.log, rows=5)
    blocked = {2} if key.startswith("u2") else {1, 2, 3, 4, 5}
    assert {row.position for row in end.in_state("suppressed")} == blocked
    assert {row.position for row in end.in_state("accepted")} == {1, 2, 3, 4, 5} - blocked
    refused = {row.id for row in end.in_state("suppressed")}
    assert not [one for one in end.events if one["delivery_id"] in refused and one["to_state"] == "sending"]


@contextmanager
def under_way(scene: Scene, sink: SinkProcess) -> Iterator[tuple[Services, str, list[Ending], threading.Thread]]:
    """A campaign that has sent some of its messages and is sending more."""
    with scene.opened() as services:
        campaign = scene.begin(services)
        endings: list[Ending] = []
        engine = threading.Thread(target=lambda: endings.append(services.sending.run(campaign.id)))
        engine.start()
        try:
            patience = time.monotonic() + 60
            while len(sink.records()) < 20:
                assert time.monotonic() < patience
                time.sleep(0.002)
            yield services, campaign.id, endings, engine
        finally:
            services.sending.pause(campaign.id)
            engine.join(60)


@pytest.mark.parametrize("connections", [1, 4])
def test_a_pause_holds_at_once(tmp_path: Path, connections: int) -> None:
    scene = Scene(tmp_path, rows=3_000, connections=connections)
    with scene.sink() as sink, under_way(scene, sink) as (services, campaign, endings, engine):
        assert services.sending.pause(campaign)
        returned = time.time_ns()
        granted = len([one for one in scene.evidence().events if one["to_state"] == "sending"])
        engine.join(60)
        ended = time.time_ns()
        assert endings == [Ending()]
        time.sleep(0.2)
        paused = scene.evidence()
        times = [record["t"] for record in sink.records()]
        # What was granted before the pause may still go out: one message a connection, and none that was not.
        assert sum(t > returned for t in times) <= connections
        assert sum(t > ended for t in times) == 0
        assert len([one for one in paused.events if one["to_state"] == "sending"]) == granted
        assert not paused.in_state("in_doubt")
        assert not paused.in_state("claimed")
        assert len(paused.in_state("accepted")) == len(times) < 3_000
        paused.demand(sink.log, rows=3_000, finished=False)
        services.sending.begin(campaign)
        assert services.sending.run(campaign).finished
    assert len(scene.evidence().in_state("accepted")) == 3_000
    scene.evidence().demand(sink.log, rows=3_000)


def test_a_stop_cancels_the_rest_and_the_figures_add_up(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=3_000, connections=3)
    with scene.sink("rcpt=451:0.2,rcpt=550:0.02") as sink, under_way(scene, sink) as (services, campaign, _, engine):
        services.sending.stop(campaign)
        engine.join(60)
        end = scene.evidence()
        end.demand(sink.log, rows=3_000)
        counts = services.reports.counts(services.campaigns.get(campaign))
    states = Counter(row.state for row in end.rows)
    assert set(states) == {"accepted", "failed", "cancelled"}
    assert states["cancelled"] > 0
    assert end.campaign == "stopped"
    assert {name: n for name, n in counts.items() if n} == states
    assert sum(counts.values()) == 3_000
