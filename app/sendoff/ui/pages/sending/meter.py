"""How fast a campaign has been going, from the history and the figures seen so far. Times are epoch milliseconds."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from itertools import pairwise

_MINUTE = 60_000
_KEPT_MINUTES = 30
_SECOND = 1_000
_LEAST_SPAN = 2 * _SECOND
KEPT = (_KEPT_MINUTES + 1) * _MINUTE
"""How far back a history is of use."""
_PARTS = 6
"""Into so many parts a remembered minute is spread."""


class Meter:
    """Remembers how many messages were accepted when, one figure a second, for half an hour."""

    def __init__(self) -> None:
        self._seen: deque[tuple[int, int]] = deque()
        self._begun = 0

    def begin(self, at: int) -> None:
        """It goes on at `at`: what was before says nothing of how fast it goes now."""
        self._begun = at

    def note(self, at: int, accepted: int) -> None:
        """By `at`, so many were accepted."""
        if len(self._seen) > 1 and at // _SECOND == self._seen[-1][0] // _SECOND:
            self._seen.pop()
        self._seen.append((at, accepted))
        while len(self._seen) > 1 and self._seen[0][0] < at - KEPT:
            self._seen.popleft()

    def recall(self, now: int, accepted: int, by_minute: Mapping[int, int], since: int = 0) -> None:
        """Take up a history: `accepted` until now, and how many in each minute, by the time it begins.

        What was accepted in a minute is taken to have gone evenly. `since` is when the campaign started.
        """
        first = max(now - KEPT, since)
        marks = deque([(now, accepted)])
        for minute in range(now // _MINUTE * _MINUTE, first - _MINUTE, -_MINUTE):
            end, count = min(minute + _MINUTE, now), by_minute.get(minute, 0)
            for part in range(1, _PARTS + 1):
                marks.appendleft((end - (end - minute) * part // _PARTS, accepted - count * part // _PARTS))
            accepted -= count
        self._seen = marks

    def per_minute(self, now: int) -> int:
        """The rate of the last minute; 0 while too little was seen."""
        return round(self._rate(now, _MINUTE))

    def per_second(self, now: int) -> float:
        """The rate of the last minute, or where nothing went in it, of the last half hour; 0 where nothing went."""
        return (self._rate(now, _MINUTE) or self._rate(now, _KEPT_MINUTES * _MINUTE)) / 60

    def minutes(self, now: int) -> list[int]:
        """Messages in each minute that was seen, oldest first; the last one, still going, as a rate."""
        if not self._seen:
            return []
        number = max(1, min(_KEPT_MINUTES, -((self._seen[0][0] - now) // _MINUTE)))
        marks = [self._at(now - back * _MINUTE) for back in range(number, 0, -1)]
        return [*(later - earlier for earlier, later in pairwise(marks)), self.per_minute(now)]

    def counted(self, now: int) -> list[int]:
        """How many were accepted in each minute of the clock, oldest first; the last one is still going."""
        if not self._seen:
            return []
        last = now // _MINUTE * _MINUTE
        first = max(last - (_KEPT_MINUTES - 1) * _MINUTE, self._seen[0][0] // _MINUTE * _MINUTE)
        marks = [*(self._at(at) for at in range(first, last + 1, _MINUTE)), self._at(now)]
        return [later - earlier for earlier, later in pairwise(marks)]

    def _rate(self, now: int, span: int) -> float:
        if not self._seen:
            return 0.0
        since = max(now - span, self._seen[0][0], self._begun)
        seen = now - since
        return (self._at(now) - self._at(since)) * _MINUTE / seen if seen >= _LEAST_SPAN else 0.0

    def _at(self, moment: int) -> int:
        """How many were accepted by then, as far as known."""
        found = self._seen[0][1]
        for at, accepted in self._seen:
            if at > moment:
                break
            found = accepted
        return found
