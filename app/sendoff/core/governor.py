"""What a provider's replies teach about its patience: additive increase, multiplicative decrease (as RFC 5681 3.1).

A message refused as too fast halves the rate at once. Accepted ones raise it again, by a twentieth of the refused rate
in ten seconds at most, until at twice that rate nothing is held back any more. A refused connection takes one away.
"""

from __future__ import annotations

from collections import deque

SIGHT = 10_000
"""Milliseconds over which the rate is measured, and in which it grows by one step at most."""
STEP = 0.05
"""The step, as a part of the rate that was refused."""
SLOWEST = 1 / 600
"""Messages a second: one in ten minutes is always tried."""
FIRST_PATIENCE, LONGEST_PATIENCE = 60_000, 16 * 60_000
"""Milliseconds before a connection is added again; doubled each time that turns out to be one too many."""
_KEPT = 256
_SHORTEST = 100
"""Milliseconds over which a few messages are measured at least."""
_LONGEST_GAP = 60_000
"""Milliseconds between two messages that say anything of the rate; a longer one was a wait of our own."""
_CREDIT = 10
"""Milliseconds of pause that may be caught up, because no loop is more punctual."""


class Governor:
    """The rate and the connections of one account. In memory; not thread-safe; times in epoch milliseconds."""

    def __init__(self, most: int) -> None:
        self.most = most
        """The connections the account allows; may be set anew."""
        self.rate = 0.0
        """Messages a second; 0 = as fast as it goes."""
        self.resting_until = 0
        """Nothing leaves before."""
        self.words = ""
        """The server's, when it asked last."""
        self._refused = 0.0
        self._cut_at = -1
        self._grown_at = 0
        self._next = 0.0
        self._takes: deque[int] = deque(maxlen=_KEPT)
        self._fewer = 0
        self._add_at = 0
        self._crowded_at = 0
        self._patience = FIRST_PATIENCE

    @property
    def connections(self) -> int:
        """How many to use now, one at least."""
        return max(1, self.most - self._fewer)

    def next_at(self, now: int) -> int:
        """When the next message may start: `now`, or later. A clock that was set back keeps nobody waiting for it."""
        if not self.rate:
            return max(now, self.resting_until)
        spaced = min(round(self._next), now + round(1000 / self.rate))
        return max(now, self.resting_until, spaced)

    def take(self, now: int) -> None:
        """A message starts."""
        self._takes.append(now)
        if self.rate:
            self._next = max(self._next, now - _CREDIT) + 1000 / self.rate

    def accepted(self, now: int) -> None:
        """The server took a message: the rate grows, and a connection may be added."""
        if self.rate:
            passed = max(0, min(now - self._grown_at, SIGHT))
            self.rate += self._refused * STEP * passed / SIGHT
            self._grown_at = now
            if self.rate >= 2 * self._refused:
                self.rate = 0.0
        if self._fewer and now >= self._add_at:
            self._fewer -= 1
            self._add_at = now + self._patience

    def slow_down(self, now: int, started: int, words: str = "") -> None:
        """A message that started at `started` was refused as too fast.

        All that were under way when the rate was last lowered tell nothing new.
        """
        self.words = words
        if started <= self._cut_at:
            return
        self._refused = self.rate or self._measured(now)
        self.rate = max(self._refused / 2, SLOWEST)
        self._cut_at = self._grown_at = now
        self._next = now + 1000 / self.rate

    def fewer_connections(self, now: int, open_now: int) -> None:
        """A connection was refused as one too many, while `open_now` others stood."""
        keep = max(1, min(self.connections - 1, open_now))
        if not self._fewer:
            self._patience = FIRST_PATIENCE
        elif now - self._crowded_at >= SIGHT:  # several at once are one lesson
            self._patience = min(2 * self._patience, LONGEST_PATIENCE)
        self._crowded_at = now
        self._fewer = max(0, self.most - keep)
        self._add_at = now + self._patience

    def rest(self, until: int, words: str) -> None:
        """Let nothing leave before `until`, as the server asked."""
        if until > self.resting_until:
            self.resting_until, self.words = until, words

    def wake(self) -> None:
        """A person wants to try at once; the lowered rate stays."""
        self.resting_until = 0

    def _measured(self, now: int) -> float:
        """Messages a second: over the last ten seconds, or the last gap where that saw one only."""
        recent = [at for at in self._takes if now - at < SIGHT]
        if len(recent) == 1 and len(self._takes) > 1:
            return 1000 / min(self._takes[-1] - self._takes[-2], _LONGEST_GAP)
        full = len(recent) == _KEPT
        return 1000 * max(1, len(recent)) / max(1 if full else _SHORTEST, now - recent[0] if recent else 0)
