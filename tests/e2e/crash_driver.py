"""The real command, dying at a named point: `python -m tests.e2e.crash_driver POINT NTH send FILE --smtp URL ...`.

The points are put around the real classes here, in the child process; the program itself has no hooks. `os._exit` ends
the process as `kill -9` does: no clean-up, no flush, no goodbye.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Sequence
from typing import Any

from sendoff.adapters.smtp.dialogue import END_OF_MESSAGE, REFUSED, START_MAIL
from sendoff.adapters.smtp.flight import Flight
from sendoff.adapters.smtp.stream import Stream
from sendoff.adapters.storage.campaigns import Campaigns
from sendoff.adapters.storage.queue import DeliveryQueue
from sendoff.bootstrap import main
from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import Delivery, Move, State
from sendoff.core.outcome import Stage

DIED = 9
GRACE = 0.05
"""Seconds between the point and the death, in which other threads may do what they must not do yet."""
POINTS = (
    "claimed",
    "envelope sent",
    "envelope answered",
    "body sent",
    "intent due",
    "intent committed",
    "dot due",
    "dot sent",
    "answer read",
    "result due",
    "result committed",
)
"""In the order in which one message meets them."""
AFTERMATH = ("recovery due", "recovered", "campaign settled", "released")
"""Points outside a message's own way: at the next start, and when an engine ends."""


class Bomb:
    """Ends the process when its point is met for the n-th time."""

    def __init__(self, point: str, nth: int) -> None:
        self._point, self._left = point, nth
        self._lock = threading.Lock()

    def at(self, point: str) -> None:
        """Say where the sender is."""
        if point == self._point:
            with self._lock:
                self._left -= 1
                if self._left == 0:
                    time.sleep(GRACE)
                    os._exit(DIED)


def lay(bomb: Bomb) -> None:
    """Put every point around the real methods."""
    _lay_in_storage(bomb)
    _lay_in_wire(bomb)


def _lay_in_storage(bomb: Bomb) -> None:
    claim, record, release = DeliveryQueue.claim, DeliveryQueue.record, DeliveryQueue.release
    recover, move = DeliveryQueue.recover, Campaigns.move

    def claiming(self: DeliveryQueue, *args: Any) -> Sequence[Delivery]:
        rows = claim(self, *args)
        if rows:
            bomb.at("claimed")
        return rows

    def recording(self: DeliveryQueue, campaign_id: str, moves: Sequence[Move]) -> Sequence[bool]:
        intents = sum(one.new is State.SENDING for one in moves)
        met = ["intent"] * intents + ["result"] * (len(moves) - intents)
        for what in met:
            bomb.at(f"{what} due")
        granted = record(self, campaign_id, moves)
        for what in met:
            bomb.at(f"{what} committed")
        return granted

    def releasing(self: DeliveryQueue, *args: Any) -> int:
        number = release(self, *args)
        bomb.at("released")
        return number

    def recovering(self: DeliveryQueue, *args: Any) -> tuple[int, int]:
        bomb.at("recovery due")
        numbers = recover(self, *args)
        bomb.at("recovered")
        return numbers

    def moving(self: Campaigns, campaign_id: str, new: CampaignState, *args: Any) -> bool:
        moved = move(self, campaign_id, new, *args)
        if new is CampaignState.PAUSED:
            bomb.at("campaign settled")
        return moved

    DeliveryQueue.claim = claiming  # type: ignore[method-assign,assignment]  # that is the point
    DeliveryQueue.record = recording  # type: ignore[method-assign]  # likewise
    DeliveryQueue.release = releasing  # type: ignore[method-assign,assignment]  # likewise
    DeliveryQueue.recover = recovering  # type: ignore[method-assign,assignment]  # likewise
    Campaigns.move = moving  # type: ignore[method-assign,assignment]  # likewise


def _lay_in_wire(bomb: Bomb) -> None:
    write, flush, hear = Stream.write, Stream.flush, Flight._hear
    said: dict[int, list[str]] = {}

    def writing(self: Stream, data: bytes) -> None:
        points = _meant_by(data)
        if "dot sent" in points:
            bomb.at("dot due")
        said.setdefault(id(self), []).extend(points)
        write(self, data)

    def flushing(self: Stream) -> None:
        flush(self)
        if not self.full:
            for point in said.pop(id(self), []):
                bomb.at(point)

    def hearing(self: Flight, code: int, words: bytes) -> None:
        stage = self._expected[0][1] if self._expected else None
        if stage is Stage.END:
            bomb.at("answer read")
        elif stage is not None and (code == START_MAIL or code >= REFUSED):
            bomb.at("envelope answered")
        hear(self, code, words)

    Stream.write = writing  # type: ignore[method-assign]  # that is the point
    Stream.flush = flushing  # type: ignore[method-assign]  # likewise
    Flight._hear = hearing  # type: ignore[method-assign]  # likewise


def _meant_by(data: bytes) -> list[str]:
    """The points that are met when these bytes have left."""
    ends, opens = data.startswith(END_OF_MESSAGE), data.endswith(b"DATA\r\n")
    return [
        point
        for point, met in (("dot sent", ends), ("envelope sent", opens), ("body sent", not (ends or opens)))
        if met
    ]


if __name__ == "__main__":
    lay(Bomb(sys.argv[1], int(sys.argv[2])))
    sys.exit(main(sys.argv[3:]))
