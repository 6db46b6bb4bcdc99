"""Several accounts that send one campaign: each takes its part, and what one cannot send now the others take.

Parts are kept by virtual time: each message moves its account on by 1/weight, and who is ahead waits for those behind
it that could send now. Nobody waits for an account that is less than a third as fast as itself, or the whole campaign
would become as slow: such a one takes what it can. An account without a weight takes as many as it can as well.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

LEAD = 4
"""Messages by which an account may be ahead of its part."""
_ABSENT = 1_000
"""Milliseconds after which an account that asked for no message is not waited for."""
_KNOWN = 2_000
"""Milliseconds of sending after which an account's speed is known, so far that it may be found slow."""
_MEASURED = 4
"""Messages after which it is known, so far that others may be found slow beside it."""
_SLOW = 3
"""By how much another account has to be faster."""
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
        self._under_way = 0
        self._since = 0
        self._ended = self._busy = 0.0

    def next_at(self, now: int, at: int) -> int:
        """When the next message may go, where the account itself lets it go `at`."""
        with self._company.lock:
            away = now - self._asked >= _ABSENT or self._free_at > self._asked or self.idle
            self._asked, self._free_at = now, at
            if at > now:
                return at
            if away or self._company.slow(self):
                self._company.welcome(self, now)
            self._waits = self._company.ahead(self, now)
            return now + _AGAIN if self._waits else now

    def take(self, now: int) -> None:
        """A message of this account begins."""
        with self._company.lock:
            self.taken += 1
            self._since = self._since if self._under_way else now
            self._under_way += 1
            self._company.moved(self, 1)

    def done(self, at: int) -> None:
        """A message is over: it counts for the speed, with the time in which any was under way."""
        with self._company.lock:
            self._under_way -= 1
            if self._ended:  # before the first it connected
                self._busy += max(0, at - self._since)
            self._ended, self._since = self._ended + 1, at
            if self._busy > 4 * _KNOWN:  # what is long ago says little
                self._busy, self._ended = self._busy / 2, self._ended / 2

    def give_back(self) -> None:
        """It never left."""
        with self._company.lock:
            self.taken -= 1
            self._under_way -= 1
            self._company.moved(self, -1)

    @property
    def alone(self) -> bool:
        """Whether no other account can take what this one leaves."""
        return all(one.out for one in self._company.seats if one is not self)

    def could_send(self, now: int) -> bool:
        """Whether it is worth waiting for; the company's lock is held."""
        present = now - self._asked < _ABSENT and self._free_at <= self._asked
        return present and not (self.idle or self.out)

    def slower(self, other: Seat) -> bool:
        """Whether it is known to be less than a third as fast as another."""
        known = self._busy >= _KNOWN and other._ended >= _MEASURED
        return known and _SLOW * self._ended * other._busy < other._ended * self._busy

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
        others = (one for one in self.seats if one is not seat and one.could_send(now) and not one.slower(seat))
        return any(limit > self._time[one] for one in others)

    def slow(self, seat: Seat) -> bool:
        """Whether somebody does not wait for it."""
        return self.weighted and any(seat.slower(one) for one in self.seats if one is not seat)

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
