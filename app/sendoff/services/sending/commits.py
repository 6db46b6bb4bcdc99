"""Group commit: results wait a moment for company, intents do not, and whoever comes first writes for all.

A connection that needs its intent on disk becomes the writer, or waits for the one who is writing and then finds
its intent written or writes the next batch. No thread has to be woken to write for another, which at one connection
is a third of a message's time (measured).
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from sendoff.core.delivery import Move, State
from sendoff.core.errors import StorageError
from sendoff.core.ports import Clock, Queue

LINGER = 0.01
"""Seconds a result may wait for company in a commit."""


@dataclass(slots=True)
class _Entry:
    move: Move
    granted: bool | None = None


class Commits:
    """The moves of one run on their way to the disk. Any thread may call; one writes at a time."""

    def __init__(self, queue: Queue, campaign_id: str, clock: Clock) -> None:
        self._queue = queue
        self._campaign_id = campaign_id
        self._clock = clock
        self._guard = threading.Lock()
        self._disk = threading.Lock()
        self._pending: list[_Entry] = []
        self._since = 0.0
        self._made: list[Move] = []
        self.error: StorageError | None = None
        """Why the last commit failed; None after one that did not."""

    @property
    def pending(self) -> bool:
        """Whether anything waits to be written."""
        return bool(self._pending)

    @property
    def due_at(self) -> float:
        """When what waits should be written at the latest (monotonic seconds)."""
        return self._since + LINGER

    def later(self, move: Move) -> None:
        """Write a result with the next intent, or soon."""
        self._add(_Entry(move))

    def now(self, move: Move) -> bool:
        """Write an intent, and what waits, durably; say whether it was granted. A full disk grants nothing."""
        return self.all_now([move])[0]

    def all_now(self, moves: Sequence[Move]) -> Sequence[bool]:
        """Write several intents, and what waits, in one durable commit; say which were granted."""
        entries = [_Entry(move) for move in moves]
        self._add(*entries)
        with self._disk:
            if any(entry.granted is None for entry in entries):
                self._write()
        return [bool(entry.granted) for entry in entries]

    def flush(self) -> None:
        """Write what waits."""
        with self._disk:
            if self._pending:
                self._write()

    def take_made(self) -> list[Move]:
        """The moves that took effect since the last call."""
        with self._guard:
            made, self._made = self._made, []
        return made

    def _add(self, *entries: _Entry) -> None:
        with self._guard:
            if not self._pending:
                self._since = self._clock.monotonic()
            self._pending += entries

    def _write(self) -> None:
        with self._guard:
            batch, self._pending = self._pending, []
        try:
            granted = self._queue.record(self._campaign_id, [entry.move for entry in batch])
        except StorageError as error:
            self._keep(batch, error)
            return
        for entry, took in zip(batch, granted, strict=True):
            entry.granted = took
        with self._guard:
            self._made += [entry.move for entry in batch if entry.granted]
        self.error = None

    def _keep(self, batch: list[_Entry], error: StorageError) -> None:
        """Refuse the intents, keep the results for the next try."""
        results = []
        for entry in batch:
            if entry.move.new is State.SENDING:
                entry.granted = False
            else:
                results.append(entry)
        with self._guard:
            self._pending = [*results, *self._pending]
        self.error = error
