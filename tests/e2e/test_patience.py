"""Servers and networks that ask for patience: sending waits, goes on by itself, and nobody is charged for it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.command_line import until
from tests.e2e.scene import Scene
from tests.fakes.sink import SinkProcess

from sendoff.adapters.system.clock import SystemClock
from sendoff.core.events import PaceChanged, PaceKind
from sendoff.services.app import Services
from sendoff.services.sending.ending import Ending

DAY = 86_400_000
WAIT = 2.0
"""Seconds that a server asks for."""
ON_ITS_WAY = 1
"""Messages a connection that were begun before the server asked; they still end."""


class Run:
    """A campaign that is being sent, and what it said of its pace."""

    def __init__(self, services: Services, campaign_id: str) -> None:
        self.services, self.id = services, campaign_id
        self.paces: list[PaceChanged] = []
        self.endings: list[Ending] = []
        services.bus.subscribe(lambda event: self.paces.append(event) if isinstance(event, PaceChanged) else None)
        self.thread = threading.Thread(target=lambda: self.endings.append(services.sending.run(campaign_id)))

    def of(self, kind: PaceKind) -> list[PaceChanged]:
        return [pace for pace in self.paces if pace.kind is kind]

    def finished(self) -> dict[str, int]:
        """Wait for the end, which is no pause; the figures then."""
        self.thread.join(120)
        assert self.endings == [Ending(finished=True)], self.services.campaigns.get(self.id).reason
        return self.services.reports.counts(self.services.campaigns.get(self.id))

    def attempts(self) -> set[int]:
        """How often anybody was tried."""
        return {line.attempts for line in self.services.reports.every(self.services.campaigns.get(self.id))}


@contextmanager
def running(scene: Scene) -> Iterator[Run]:
    """The scene's campaign under way."""
    with scene.opened() as services:
        run = Run(services, scene.begin(services).id)
        run.thread.start()
        try:
            yield run
        finally:
            services.sending.pause(run.id)
            run.thread.join(60)


def moments(sink: SinkProcess) -> tuple[float, list[float]]:
    """When the server first refused, and when it accepted messages afterwards, in its own seconds."""
    first = min(entry["t"] for entry in sink.events("refused")) / 1e9
    return first, [record["t"] / 1e9 - first for record in sink.records() if record["t"] / 1e9 > first]


@pytest.mark.parametrize("code", ["421", "450", "451", "454"])
def test_a_wait_in_seconds_is_obeyed_and_charged_to_nobody(tmp_path: Path, code: str) -> None:
    scene = Scene(tmp_path, rows=30)
    words = f"dot=4.7.0 Too many messages, try again in {WAIT:g} seconds"
    with scene.sink(f"dot={code}:0.1*1", "--words", words) as sink, running(scene) as run:
        assert run.finished()["accepted"] == 30
        _, later = moments(sink)
        assert sum(moment < WAIT - 0.1 for moment in later) <= ON_ITS_WAY
        (parked,) = run.of(PaceKind.PARKED)
        assert f"try again in {WAIT:g} seconds" in parked.detail
        assert run.attempts() == {1}
    scene.evidence().demand(sink.log, rows=30)


def test_a_wait_until_a_moment_is_obeyed(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=30)
    at = SystemClock().now() // 1000 + 6
    named = datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M:%SZ")
    with (
        scene.sink("dot=450:0.1*1", "--words", f"dot=4.7.1 Sending is blocked till {named}") as sink,
        running(scene) as run,
    ):
        assert run.finished()["accepted"] == 30
        first, later = moments(sink)
        assert first >= at or sum(first + moment < at - 0.1 for moment in later) <= ON_ITS_WAY
        assert run.attempts() == {1}


def test_too_fast_halves_the_rate_at_once(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=60)
    scene.campaign.write_text(scene.campaign.read_text() + "delay = 0.05\n")
    words = "dot=4.7.1 You are sending too fast, slow down, try again in 1 second"
    with scene.sink("dot=451:0.03*1", "--words", words) as sink, running(scene) as run:
        assert run.finished()["accepted"] == 60
        first, later = moments(sink)
        before = [first - record["t"] / 1e9 for record in sink.records() if record["t"] / 1e9 < first]
        assert len(before) > 3, "the seed must refuse later"
        # As many messages took at least twice as long afterwards, which no slow machine undoes.
        gap = max(before) / len(before)
        assert (max(later) - min(later)) / (len(later) - 1) >= 1.8 * gap
        assert run.of(PaceKind.SLOWED)
        assert run.attempts() == {1}


def test_a_daily_limit_rests_the_account_and_goes_on_by_itself_when_it_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead, real = [0], SystemClock.now
    monkeypatch.setattr(SystemClock, "now", lambda clock: real(clock) + ahead[0])
    scene = Scene(tmp_path, rows=20)
    with (
        scene.sink("dot=550:0.2*1", "--words", "dot=5.4.5 Daily user sending limit exceeded") as sink,
        running(scene) as run,
    ):
        until(lambda: bool(run.of(PaceKind.PARKED)), "it does not rest")
        (parked,) = run.of(PaceKind.PARKED)
        assert "Daily user sending limit exceeded" in parked.detail
        assert parked.until - SystemClock().now() > DAY - 60_000
        had = len(sink.records())
        ahead[0] = DAY - 60_000
        time.sleep(0.6)
        assert len(sink.records()) <= had + ON_ITS_WAY < 20
        ahead[0] = DAY + 1_000
        counts = run.finished()
        assert (counts["accepted"], counts["failed"]) == (20, 0)
        assert run.attempts() == {1}


def test_a_server_that_is_away_is_tried_ever_more_rarely_and_nobody_is_charged(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=400)
    with scene.sink("dot=slow:0.02") as sink, running(scene) as run:
        until(lambda: len(sink.records()) >= 50, "nothing was sent")
        sink.stop()
        until(lambda: len(run.of(PaceKind.RECONNECTING)) >= 3, "it does not wait")
        sink.start()
        counts = run.finished()
        assert counts["accepted"] + counts["in_doubt"] == 400
        assert counts["in_doubt"] <= 1
        assert all("refuses connections" in pace.detail for pace in run.of(PaceKind.RECONNECTING)[-2:])
        ends = [pace.until for pace in run.of(PaceKind.RECONNECTING)]
        assert [later - sooner for sooner, later in pairwise(ends)][-1] > 900
        assert run.attempts() <= {1, 2}
    scene.evidence().demand(sink.log, rows=400)


def offline_by_name(*_asked: Any, **_named: Any) -> Any:
    raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Turn this computer's name service off and on."""
    real = socket.getaddrinfo

    def turn(on: bool) -> None:
        monkeypatch.setattr(socket, "getaddrinfo", real if on else offline_by_name)

    return turn


def test_a_computer_that_is_offline_waits_however_long_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, network: Callable[[bool], None]
) -> None:
    scene = Scene(tmp_path, rows=400)
    with scene.sink("dot=slow:0.02") as sink, running(scene) as run:
        until(lambda: len(sink.records()) >= 50, "nothing was sent")
        network(False)
        sink.stop()
        until(lambda: any("cannot be looked up" in pace.detail for pace in run.of(PaceKind.RECONNECTING)), "no word")
        assert "Check that this computer is online" in run.of(PaceKind.RECONNECTING)[-1].detail
        monkeypatch.setattr("sendoff.services.sending.engine.DEAD_AFTER", 0.5)
        tries = len(run.of(PaceKind.RECONNECTING))
        until(lambda: len(run.of(PaceKind.RECONNECTING)) > tries, "it tries no more")
        assert run.thread.is_alive(), run.services.campaigns.get(run.id).reason
        monkeypatch.setattr("sendoff.services.sending.engine.DEAD_AFTER", 900)
        sink.start()
        network(True)
        counts = run.finished()
        assert counts["accepted"] + counts["in_doubt"] == 400
        assert counts["failed"] == 0


def portal(port: int, stop: threading.Event) -> None:
    """A network that answers every port with its sign-in page."""
    with socket.create_server(("127.0.0.1", port)) as server:
        server.settimeout(0.1)
        while not stop.is_set():
            try:
                peer, _ = server.accept()
            except TimeoutError:
                continue
            with peer:
                peer.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://login.hotel.example/\r\n\r\n")


def test_a_captive_portal_is_recognised_waited_out_and_blames_nobody(tmp_path: Path) -> None:
    scene, over = Scene(tmp_path, rows=400), threading.Event()
    with scene.sink("dot=slow:0.02") as sink, running(scene) as run:
        until(lambda: len(sink.records()) >= 50, "nothing was sent")
        sink.stop()
        hotel = threading.Thread(target=portal, args=(sink.port, over))
        hotel.start()
        try:
            until(lambda: any("A web page answers" in pace.detail for pace in run.paces), "it is not recognised")
            assert "open a web page in the browser and sign in there" in run.of(PaceKind.RECONNECTING)[-1].detail
        finally:
            over.set()
            hotel.join()
        sink.start()
        counts = run.finished()
        assert counts["accepted"] + counts["in_doubt"] == 400
        assert counts["failed"] == 0
    scene.evidence().demand(sink.log, rows=400)
