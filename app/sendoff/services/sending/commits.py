"""Group commit: results wait a moment for company, intents do not, and whoever comes first writes for all.

A connection that needs its intent on disk becomes the writer, or waits for the one who is writing and then finds
its intent written or writes the next batch. No thread has to be woken to write for another, which at one connection
is a third of a message's time (measured).
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from sendoff.core.delivery import Move
from sendoff.core.errors import StorageError
from sendoff.core.ports import Clock, Queue

LINGER = 0.01
"""Seconds a result may wait for company in a commit."""


@dataclass(slots=True, eq=False)
class _Wish:
    """Intents that somebody waits for."""

    moves: Sequence[Move]
    granted: Sequence[bool] | None = None


class Commits:
    """The moves of one run on their way to the disk. Any thread may call; one writes at a time."""

    def __init__(self, queue: Queue, campaign_id: str, clock: Clock) -> None:
        self._queue = queue
        self._campaign_id = campaign_id
        self._clock = clock
        self._guard = threading.Lock()
        self._disk = threading.Lock()
        self._results: list[Move] = []
        self._wishes: list[_Wish] = []
        self._since = 0.0
        self._made: list[Move] = []
        self.error: StorageError | None = None
        """Why the last commit failed; None after one that did not."""

    @property
    def pending(self) -> bool:
        """Whether a result waits to be written."""
        return bool(self._results)

    @property
    def due_at(self) -> float:
        """When what waits should be written at the latest (monotonic seconds)."""
        return self._since + LINGER

    def later(self, move: Move) -> None:
        """Write a result with the next intent, or soon."""
        with self._guard:
            if not self._results:
                self._since = self._clock.monotonic()
            self._results.append(move)

    def now(self, move: Move) -> bool:
        """Write an intent, and what waits, durably; say whether it was granted. A full disk grants nothing."""
        return self.all_now([move])[0]

    def all_now(self, moves: Sequence[Move]) -> Sequence[bool]:
        """Write several intents, and what waits, in one durable commit; say which were granted."""
        wish = _Wish(moves)
        with self._guard:
            self._wishes.append(wish)
        with self._disk:
            if wish.granted is None:
                self._write()
        return wish.granted or [False] * len(moves)

    def flush(self) -> None:
        """Write what waits."""
        with self._disk:
            if self._results:
                self._write()

    def take_made(self) -> list[Move]:
        """The moves that took effect since the last call."""
        with self._guard:
            made, self._made = self._made, []
        return made

    def _write(self) -> None:
        with self._guard:
            results, self._results = self._results, []
            wishes, self._wishes = self._wishes, []
        moves = [*results, *(move for wish in wishes for move in wish.moves)]
        try:
            granted = self._queue.record(self._campaign_id, moves)
        except StorageError as error:
            self._keep(results, wishes, error)
            return
        place = len(results)
        for wish in wishes:
            wish.granted = granted[place : place + len(wish.moves)]
            place += len(wish.moves)
        made = moves if all(granted) else [move for move, took in zip(moves, granted, strict=True) if took]
        with self._guard:
            self._made += made
        self.error = None

    def _keep(self, results: list[Move], wishes: Sequence[_Wish], error: StorageError) -> None:
        """Refuse the intents, keep the results for the next try."""
        for wish in wishes:
            wish.granted = [False] * len(wish.moves)
        with self._guard:
            self._results = results + self._results
        self.error = error
