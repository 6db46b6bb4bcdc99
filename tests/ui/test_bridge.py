"""The bridge: events of a flood arrive whole, in order, in batches, and the window stays alive."""

from __future__ import annotations

import sys
import threading
import time
from itertools import pairwise

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from sendoff.core.events import CampaignChanged, Event
from sendoff.ui.bridge import BATCH, Bridge

FLOOD = 50_000
LONGEST_STALL = 0.050
"""Seconds of the window's own work between two beats; what others on the machine take does not count."""


def flood(qtbot: QtBot) -> float:
    """Post a flood from a thread, check that it arrived, and return the longest stall in seconds."""
    bridge = Bridge()
    batches: list[tuple[Event, ...]] = []
    bridge.batch.connect(batches.append)
    beats, looks = [time.thread_time()], list[float]()
    pulse = QTimer(interval=5)
    pulse.timeout.connect(lambda: beats.append(time.thread_time()))
    bridge._timer.timeout.connect(lambda: looks.append(time.thread_time()))
    events = [CampaignChanged("c", str(number)) for number in range(FLOOD)]

    def work() -> None:
        for event in events:
            bridge.post(event)

    worker = threading.Thread(target=work)
    bridge.start()
    pulse.start()
    worker.start()
    qtbot.waitUntil(lambda: sum(map(len, batches)) == FLOOD)
    worker.join()
    bridge.stop()
    assert [event for batch in batches for event in batch] == events
    assert max(map(len, batches)) <= BATCH
    assert len(batches) <= len(looks)
    return max(later - earlier for earlier, later in pairwise(beats))


def test_a_flood_from_a_thread_does_not_stall_the_window(qtbot: QtBot) -> None:
    # A collection of garbage may fall into one run; a stall by design stalls every run.
    assert any(flood(qtbot) < LONGEST_STALL for _attempt in range(3))


def test_nothing_waiting_is_no_signal_and_stopping_delivers_the_rest(qtbot: QtBot) -> None:
    bridge = Bridge()
    batches: list[tuple[Event, ...]] = []
    bridge.batch.connect(batches.append)
    assert bridge.drain() == 0
    assert batches == []
    for number in range(BATCH + 1):
        bridge.post(CampaignChanged("c", str(number)))
    bridge.stop()
    assert [len(batch) for batch in batches] == [BATCH, 1]


def test_emitting_loses_no_reference(qtbot: QtBot) -> None:
    bridge = Bridge()
    bridge.batch.connect(lambda _batch: None)
    before = sys.getrefcount(True)
    for _ in range(1_000):
        bridge.post(CampaignChanged("c", ""))
        bridge.drain()
    assert abs(sys.getrefcount(True) - before) < 20
