"""Rolling limits like `80/hour` or `gmail.com 20/minute`: how many messages may leave in any window of the server.

The server counts a message at some moment between our `take` (before the message) and our `done` (after its
answer). A slot is therefore held from `take` until a whole window after `done`: wherever the server's moment
lies, none of its windows ever holds more than the limit.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sendoff.core.address import duplicate_key
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.warm_up import MEMORY, WarmUp, best_day, read_warm_up


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` messages in any `seconds`, to one recipient `domain` if there is one; `text` as people write."""

    count: int
    seconds: int
    text: str
    domain: str = ""
    """In ASCII form."""
    warm_up: WarmUp | None = None
    """How it grows from day to day; `count` is then where it begins."""

    @property
    def window(self) -> int:
        """The window in milliseconds."""
        return self.seconds * 1000

    @property
    def memory(self) -> int:
        """For how long a message matters to it, in milliseconds."""
        return MEMORY if self.warm_up else self.window


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many messages a limit still lets go in its window, of how many at most."""

    limit: Limit
    left: int
    most: int


def room(limit: Limit, used: Sequence[int], now: int) -> Room:
    """What is left of a limit, by when messages counted against it (sorted, epoch ms)."""
    most = limit.warm_up.after(best_day(used, now)) if limit.warm_up else limit.count
    gone = len(used) - bisect_right(used, now - limit.window)
    return Room(limit=limit, left=max(0, most - gone), most=most)


_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
_SHORT = {"s": "second", "sec": "second", "m": "minute", "min": "minute", "h": "hour", "hr": "hour", "d": "day"}
_LIMIT = re.compile(
    r"\s*(?:@?(?P<domain>[^\s@/]+\.[^\s@/]+)\s*:?\s+)?(?P<count>\d{1,9})\s*/\s*(?:(?P<number>\d{1,4})\s*)?(?P<word>[a-zA-Z]+)\s*",
    re.ASCII,
)
_ASIDE = re.compile(r"(?<=\d),(?=\d)")


def parse_limit(text: str) -> Limit:
    """Read `80/hour`, `30/min`, `500 / day`, `10/2 hours`, and for one domain `gmail.com 20/min`.

    A warm-up is read too, see `read_warm_up`. Raises InputError.
    """
    if warm_up := read_warm_up(text):
        return Limit(warm_up.start, _SECONDS["day"], warm_up.text, warm_up=warm_up)
    found = _LIMIT.fullmatch(_ASIDE.sub("", text))
    word = found["word"].lower() if found else ""
    unit = next(
        (_SHORT.get(name, name) for name in (word, word.removesuffix("s")) if name in {**_SHORT, **_SECONDS}), ""
    )
    count, number = (int(found["count"]), int(found["number"] or 1)) if found else (0, 0)
    if not (found and count and number and unit):
        raise InputError(
            tr("{text} is not a limit.", text=repr(text.strip())),
            remedy=tr("Write it like 80/hour, 500/day or 10/2 hours; for one recipient domain like gmail.com 20/min."),
            code="limit",
        )
    window = unit if number == 1 else f"{number} {unit}s"
    domain = (found["domain"] or "").rstrip(":").lower()
    key = duplicate_key(f"x@{domain}").rpartition("@")[2]
    return Limit(count, number * _SECONDS[unit], f"{domain} {count}/{window}".lstrip(), key)


_MINUTE = 60_000
STEP = 10_000
"""Milliseconds by which a clock may lag behind the newest time known before that is taken as the clock set back."""


def latest(at: int) -> int:
    """The latest moment that a time, cut to its millisecond, stands for: what a ledger is told (epoch milliseconds)."""
    return at + 1


class _Rolling:
    """Messages that count together, and the limits they count against; it answers for `Ledger`."""

    __slots__ = ("_grown", "_grown_at", "done", "limits", "longest", "under_way")

    def __init__(self, limits: Sequence[Limit]) -> None:
        self.limits = tuple(limits)
        self.longest = max((limit.memory for limit in limits), default=0)
        self.done: list[int] = []  # sorted; a list, because the n-th latest is what `free_at` asks for
        self.under_way = 0
        self._grown: dict[Limit, int] = {}
        self._grown_at = -_MINUTE

    def allowed(self, limit: Limit, now: int) -> int:
        """How many may go in a window now: more from day to day where the limit is a warm-up, looked at each minute."""
        if limit.warm_up is None:
            return limit.count
        if not 0 <= now - self._grown_at < _MINUTE:
            self._grown_at, best = now, best_day(self.done, now)
            self._grown = {one: one.warm_up.after(best) for one in self.limits if one.warm_up}
        return self._grown[limit]

    def free_at(self, limit: Limit, now: int) -> int:
        """When a limit lets the next message go: now, or later."""
        free = self.allowed(limit, now) - self.under_way
        if free <= 0:
            return now + limit.window
        if len(self.done) < free:
            return now
        return max(now, min(self.done[-free] + limit.window, now + limit.window))

    def follow(self, now: int) -> None:
        """After the clock was set back, no message was later than now: what is known cannot be in the future."""
        if self.done and self.done[-1] > now + STEP:
            later = bisect_right(self.done, now)
            self.done[later:] = [now] * (len(self.done) - later)

    def prune(self, now: int) -> None:
        """Forget what no window can see."""
        old = bisect_right(self.done, now - self.longest)
        if old > len(self.done) // 2:  # seldom, and then much: constant cost on average
            del self.done[:old]


class Ledger:
    """What one account sent lately, and when it may send next. In memory; not thread-safe; times in epoch milliseconds.

    A clock that is set back frees nothing early and blocks for one window at most. A clock that is set forward
    cannot be told from time that passed: give times that follow a monotonic clock.
    """

    def __init__(self, limits: Sequence[Limit], delay_ms: int = 0) -> None:
        self._all = _Rolling([limit for limit in limits if not limit.domain])
        self._domains = {
            domain: _Rolling([limit for limit in limits if limit.domain == domain])
            for domain in dict.fromkeys(limit.domain for limit in limits if limit.domain)
        }
        self._delay = delay_ms
        self._everybody = (self._all,) if self._all.limits else ()
        self._free = not (limits or delay_ms)
        """Nothing is ever waited for."""
        self._under_way: dict[int, str] = {}
        self._tickets = 0
        self._last_take: int | None = None

    @property
    def domains(self) -> Mapping[str, int]:
        """The recipient domains with limits of their own, and the longest window of each in milliseconds."""
        return {domain: rolling.longest for domain, rolling in self._domains.items()}

    @property
    def longest(self) -> int:
        """The longest window of the limits for all recipients, in milliseconds."""
        return self._all.longest

    def restore(self, times: Iterable[int], domain: str = "") -> None:
        """Add messages of earlier runs (with `domain`: to that domain's count alone), each at its latest moment.

        That is the latest at which the server may have counted it.
        """
        rolling = self._domains[domain] if domain else self._all
        rolling.done = sorted([*rolling.done, *times])

    def next_at(self, now: int, domain: str = "", *, delayed: bool = True) -> int:
        """When the next message (to `domain`) may be taken: `now`, or later, but never later than one window from now.

        While messages under way hold every slot, this is the earliest possible answer: ask again when one is done.
        """
        if self._free:
            return now
        self._follow(now, domain)
        times = [rolling.free_at(limit, now) for rolling in self._counting(domain) for limit in rolling.limits]
        return max([now, self._after_delay(now) if delayed else now, *times])

    def blocking(self, now: int, domain: str = "") -> Limit | None:
        """Name the limit that makes us wait longest; None when none does (nothing waits, or only the delay)."""
        at, longest = self.next_at(now, domain), None
        for rolling in self._counting(domain):
            for limit in rolling.limits:
                if now < at == rolling.free_at(limit, now):
                    longest = limit
        return longest

    def take(self, now: int, domain: str = "") -> int:
        """Hold a slot for a message that starts now; returns its ticket. Ask `next_at` first: this does not refuse."""
        self._tickets += 1
        if self._free:
            return self._tickets
        self._follow(now, domain)
        self._last_take = now
        self._under_way[self._tickets] = domain
        for rolling in self._counting(domain):
            rolling.prune(now)
            rolling.under_way += 1
        return self._tickets

    def done(self, ticket: int, at: int) -> None:
        """The server answered, or may have counted the message, at the latest at `at`."""
        if self._free:
            return
        for rolling in self._leaving(ticket):
            rolling.under_way -= 1
            insort(rolling.done, at)

    def give_back(self, ticket: int) -> None:
        """The server never saw the message: its slot is free again."""
        if self._free:
            return
        for rolling in self._leaving(ticket):
            rolling.under_way -= 1

    def _leaving(self, ticket: int) -> Iterable[_Rolling]:
        return self._counting(self._under_way.pop(ticket))

    def _counting(self, domain: str) -> Iterable[_Rolling]:
        found = self._domains.get(domain)
        return self._everybody if found is None else (*self._everybody, found)

    def _after_delay(self, now: int) -> int:
        return now if self._last_take is None else min(self._last_take + self._delay, now + self._delay)

    def _follow(self, now: int, domain: str) -> None:
        for rolling in self._counting(domain):
            rolling.follow(now)
        if self._last_take is not None and self._last_take > now + STEP:
            self._last_take = now
