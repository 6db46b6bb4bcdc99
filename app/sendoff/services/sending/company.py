"""Several accounts that send one campaign: each takes its part, and what one cannot send now the others take.

Parts are kept by virtual time: each message moves its account on by 1/weight, and who is ahead waits for those behind
it that could send now. An account without a weight takes as many as it can.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

LEAD = 4
"""Messages by which an account may be ahead of its part."""
_ABSENT = 1_000
"""Milliseconds after which an account that asked for no message is not waited for."""
_AGAIN = 20
"""Milliseconds after which who is ahead asks again, unless it is woken before."""


class Seat:
    """One account's place in the company, as its engine sees it."""

    def __init__(self, company: Company, weight: int) -> None:
        self.weight = weight
        self.taken = 0
        """Messages it began, less those that never left."""
        self.idle = False
        """It has nothing to send, or waits for a limit of the campaign."""
        self.out = False
        """It sends no more in this run."""
        self.wake: Callable[[], None] = lambda: None
        """Lets its engine look around."""
        self._company = company
        self._asked = 0
        self._free_at = 0
        self._waits = False

    def next_at(self, now: int, at: int) -> int:
        """When the next message may go, where the account itself lets it go `at`."""
        with self._company.lock:
            away = now - self._asked >= _ABSENT or self._free_at > self._asked or self.idle
            self._asked, self._free_at = now, at
            if at > now:
                return at
            if away:
                self._company.welcome(self, now)
            self._waits = self._company.ahead(self, now)
            return now + _AGAIN if self._waits else now

    def take(self) -> None:
        """A message of this account begins."""
        with self._company.lock:
            self.taken += 1
            self._company.moved(self, 1)

    def give_back(self) -> None:
        """It never left."""
        with self._company.lock:
            self.taken -= 1
            self._company.moved(self, -1)

    @property
    def alone(self) -> bool:
        """Whether no other account can take what this one leaves."""
        return all(one.out for one in self._company.seats if one is not self)

    def could_send(self, now: int) -> bool:
        """Whether it is worth waiting for; the company's lock is held."""
        present = now - self._asked < _ABSENT and self._free_at <= self._asked
        return present and not (self.idle or self.out)

    @property
    def waits(self) -> bool:
        """Whether it was ahead when it last asked."""
        return self._waits


class Company:
    """The accounts of one run. Any thread may call; everything is guarded by `lock`."""

    def __init__(self, weights: Sequence[int]) -> None:
        self.lock = threading.RLock()
        # Beside one that has a weight, whoever has none has the weight 1.
        self.weighted = any(weights)
        self.seats = [Seat(self, max(1, weight)) for weight in weights]
        self._time = dict.fromkeys(self.seats, 0.0)

    def ahead(self, seat: Seat, now: int) -> bool:
        """Whether somebody who could send now has had less than its part, as seen from `seat`."""
        if not self.weighted:
            return False
        limit = self._time[seat] - LEAD / seat.weight
        return any(limit > self._time[one] for one in self.seats if one is not seat and one.could_send(now))

    def welcome(self, seat: Seat, now: int) -> None:
        """Whoever was away gets its part of what comes, and nothing for what it missed."""
        present = [self._time[one] for one in self.seats if one is not seat and one.could_send(now)]
        self._time[seat] = max(self._time[seat], min(present, default=0.0))

    def moved(self, seat: Seat, messages: int) -> None:
        """A message began, or did not after all; those who waited for it are woken."""
        self._time[seat] += messages / seat.weight
        if self.weighted:
            for one in self.seats:
                if one.waits and one is not seat and self._time[one] - LEAD / one.weight <= self._time[seat]:
                    one.wake()
