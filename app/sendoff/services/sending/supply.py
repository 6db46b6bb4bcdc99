"""The rows of one run on their way from the queue to a connection: recipient domains take turns in it.

A row whose domain must wait for a limit is passed by the others.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from sendoff.core.delivery import Delivery, Move, State
from sendoff.core.events import PaceKind
from sendoff.core.ports import Queue
from sendoff.services.sending.hours import Hours
from sendoff.services.sending.pace import Share
from sendoff.services.sending.portion import Portion

MOST_WAITING = 2_000
"""Claimed rows at most, where those of a domain that must wait are passed by others."""
_BATCH = 32
"""Rows of a claim for each connection, to begin with."""
_FEW = 4
"""The same, where several accounts send the campaign: what one has claimed another cannot take."""
_LOOK_AGAIN = 250
"""Milliseconds after which an empty queue is looked at again, because another account may have put rows back."""
LEFT_AFTER = 1_000
"""Milliseconds: an account that must wait for longer leaves its rows to the others."""
_LARGEST_BATCH = 500
_SOON = 1_000
"""Milliseconds: a claim that was used up so soon is followed by one twice as large."""
_WAITING = frozenset({State.QUEUED, State.DEFERRED})


class Supply:
    """What a run has claimed and not yet handed out. Used by the coordinator's thread."""

    def __init__(
        self, queue: Queue, campaign_id: str, token: str, share: Share, portion: Portion, hours: Hours
    ) -> None:
        self._queue = queue
        self._campaign_id = campaign_id
        self._token = token
        self._share = share
        self.portion = portion
        self._hours = hours
        self._open: frozenset[str] | None = None
        self._rows: dict[str, deque[Delivery]] = {}
        self._turns: deque[str] = deque()
        self._number = 0
        self._drained = False
        self._due: int | None = None
        self._looked = 0
        self._batch = self._smallest_batch = (_FEW if share.seat else _BATCH) * share.wanted

    @property
    def empty(self) -> bool:
        """Say whether nothing is at hand and the queue had nothing when it was last asked."""
        return self._drained and not self._number

    @property
    def domains(self) -> Sequence[str]:
        """The domains of the rows at hand, the next one first."""
        return tuple(self._turns)

    def next(self, now: int) -> Delivery | None:
        """Take the next row that may go now; more are claimed where none of those at hand may."""
        if not self.portion.open or not self._mind_hours(now) or (self._number and self._share.next_at(now) > now):
            return None
        while (found := self._take(now)) is None:
            if self._number >= MOST_WAITING or not self.look(now):
                return None
        if self.portion.handed(found.id):
            return found
        self.put_back(found)
        return None

    def put_back(self, row: Delivery) -> None:
        """Return a row that was not sent to the head of its domain."""
        self._of(row.domain).appendleft(row)
        self._number += 1
        self.portion.back(row.id)

    def look(self, now: int) -> bool:
        """Claim rows that are due; when there are none, find out when any will be. Say whether there were."""
        if not self._mind_hours(now):
            self.next_due(now)
            return False
        if self._drained and (self._due is None or now < self._due) and not self._worth_another(now):
            return False
        if self._share.seat and self._share.next_at(now) - now > LEFT_AFTER:
            return False
        soon = 0 <= now - self._looked < _SOON and not self._share.seat
        self._batch = min(2 * self._batch, _LARGEST_BATCH) if soon else self._smallest_batch
        self._looked = now
        rows = self._queue.claim(self._campaign_id, self._token, self._batch, now, self._hours.claimable(now))
        self._extend(rows)
        self._drained = not rows
        if self._drained:
            self.next_due(now)
        return bool(rows)

    def surrender(self, now: int) -> None:
        """Give back what is at hand, for the other accounts; nothing that was handed out may be under way."""
        if self._number:
            self._queue.release(self._campaign_id, self._token, now)
            self._rows.clear()
            self._turns.clear()
            self._number = 0
            self._drained = False

    def _worth_another(self, now: int) -> bool:
        return self._share.seat is not None and now - self._looked >= _LOOK_AGAIN

    def next_due(self, now: int) -> int | None:
        """When the next deferred row is due, or the hours open for one that waits (epoch ms), as the queue says now."""
        self._due = self._hours.due(now, self._queue.next_due(self._campaign_id))
        return self._due

    @property
    def waits_for(self) -> PaceKind:
        """What is waited for until `next_due`."""
        return PaceKind.HOURS if self._hours.shut else PaceKind.DEFERRED

    def note(self, made: Sequence[Move]) -> None:
        """Take note of moves that took effect: where rows went back to the queue, it is worth asking again."""
        self.portion.note(made)
        if any(move.new in _WAITING for move in made):
            self._drained = False

    def wait(self, now: int) -> int:
        """Milliseconds until a row at hand may go, or the next deferred one is due."""
        if not self.portion.open:
            return 60_000
        times = [self._share.next_at(now, self._turns)] if self._number else []
        times += [self._due] if self._drained and self._due is not None else []
        return max(0, min(times, default=now + 60_000) - now)

    def _mind_hours(self, now: int) -> bool:
        """Give back the rows at hand whose hours have closed; say whether any are open."""
        open_now = self._hours.open_zones(now)
        if open_now != self._open:
            self._open = open_now
            rows = [row for held in self._rows.values() for row in held]
            if closed := [row for row in rows if row.zone not in open_now]:
                self._hours.give_back(closed, now)
            kept = [row for row in rows if row.zone in open_now]
            self._rows, self._turns, self._number, self._drained = {}, deque(), 0, not open_now
            self._extend(kept)
        return bool(open_now)

    def _take(self, now: int) -> Delivery | None:
        for _ in range(len(self._turns)):
            domain = self._turns[0]
            self._turns.rotate(-1)
            if self._share.free(now, domain):
                row = self._rows[domain].popleft()
                self._number -= 1
                if not self._rows[domain]:
                    del self._rows[domain]
                    self._turns.pop()
                return row
        return None

    def _extend(self, rows: Iterable[Delivery]) -> None:
        for row in rows:
            self._of(row.domain).append(row)
            self._number += 1

    def _of(self, domain: str) -> deque[Delivery]:
        rows = self._rows.get(domain)
        if rows is None:
            rows = self._rows[domain] = deque()
            self._turns.append(domain)
        return rows
