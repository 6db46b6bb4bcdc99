"""Rolling limits like `80/hour`: how many messages may leave in any window, seen by the server's clock, not ours.

The server counts a message at some moment between our `take` (before the message) and our `done` (after its
answer). A slot is therefore held from `take` until a whole window after `done`: wherever the server's moment
lies, none of its windows ever holds more than the limit.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sendoff.core.errors import InputError


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` messages in any `seconds`; `text` is how people write it."""

    count: int
    seconds: int
    text: str

    @property
    def window(self) -> int:
        """The window in milliseconds."""
        return self.seconds * 1000


_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
_SHORT = {"s": "second", "sec": "second", "m": "minute", "min": "minute", "h": "hour", "hr": "hour", "d": "day"}
_LIMIT = re.compile(r"\s*(\d{1,9})\s*/\s*(?:(\d{1,4})\s*)?([a-z]+)\s*", re.ASCII | re.IGNORECASE)


def parse_limit(text: str) -> Limit:
    """Read `80/hour`, `30/min`, `500 / day` or `10/2 hours`. Raises InputError."""
    found = _LIMIT.fullmatch(text.replace(",", ""))
    word = found[3].lower() if found else ""
    unit = next(
        (_SHORT.get(name, name) for name in (word, word.removesuffix("s")) if name in {**_SHORT, **_SECONDS}), ""
    )
    count, number = (int(found[1]), int(found[2] or 1)) if found else (0, 0)
    if not (count and number and unit):
        raise InputError(
            f"{text.strip()!r} is not a limit.", remedy="Write it like 80/hour, 500/day or 10/2 hours.", code="limit"
        )
    window = unit if number == 1 else f"{number} {unit}s"
    return Limit(count, number * _SECONDS[unit], f"{count}/{window}")


STEP = 10_000
"""Milliseconds by which a clock may lag behind the newest time known before that is taken as the clock set back."""


class Ledger:
    """What one account sent lately, and when it may send next. In memory; not thread-safe; times in epoch milliseconds.

    A clock that is set back frees nothing early and blocks for one window at most. A clock that is set forward
    cannot be told from time that passed: give times that follow a monotonic clock.
    """

    def __init__(self, limits: Sequence[Limit], delay_ms: int = 0) -> None:
        self._limits = tuple(limits)
        self._delay = delay_ms
        self._longest = max((limit.window for limit in limits), default=0)
        self._done: list[int] = []  # sorted; a list, because the n-th latest is what `next_at` asks for
        self._under_way: set[int] = set()
        self._tickets = 0
        self._last_take: int | None = None

    def restore(self, times: Iterable[int]) -> None:
        """Add messages of earlier runs, each at the latest moment the server may have counted it."""
        self._done = sorted([*self._done, *times])

    def next_at(self, now: int) -> int:
        """When the next message may be taken; `now` or earlier means at once, and never later than one window from now.

        While messages under way hold every slot, this is the earliest possible answer: ask again when one is done.
        """
        self._follow(now)
        return max([now, self._after_delay(now), *(self._free_at(limit, now) for limit in self._limits)])

    def blocking(self, now: int) -> Limit | None:
        """Name the limit that makes us wait longest; None when none does (nothing waits, or only the delay)."""
        at, longest = self.next_at(now), None
        for limit in self._limits:
            if now < at == self._free_at(limit, now):
                longest = limit
        return longest

    def take(self, now: int) -> int:
        """Hold a slot for a message that starts now; returns its ticket. Ask `next_at` first: this does not refuse."""
        self._follow(now)
        self._prune(now)
        self._last_take = now
        self._tickets += 1
        self._under_way.add(self._tickets)
        return self._tickets

    def done(self, ticket: int, at: int) -> None:
        """The server answered, or may have counted the message, at the latest at `at`."""
        self._under_way.remove(ticket)
        insort(self._done, at)

    def give_back(self, ticket: int) -> None:
        """The server never saw the message: its slot is free again."""
        self._under_way.remove(ticket)

    def _after_delay(self, now: int) -> int:
        return now if self._last_take is None else min(self._last_take + self._delay, now + self._delay)

    def _free_at(self, limit: Limit, now: int) -> int:
        free = limit.count - len(self._under_way)
        if free <= 0:
            return now + limit.window
        if len(self._done) < free:
            return now
        return min(self._done[-free] + limit.window, now + limit.window)

    def _follow(self, now: int) -> None:
        """After the clock was set back, no message was later than now: what is known cannot be in the future."""
        if self._done and self._done[-1] > now + STEP:
            later = bisect_right(self._done, now)
            self._done[later:] = [now] * (len(self._done) - later)
        if self._last_take is not None and self._last_take > now + STEP:
            self._last_take = now

    def _prune(self, now: int) -> None:
        old = bisect_right(self._done, now - self._longest)
        if old > len(self._done) // 2:  # seldom, and then much: constant cost on average
            del self._done[:old]
