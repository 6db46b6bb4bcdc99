"""Warm-up: a daily limit that grows with what was really sent, so that a provider gets to know a new sender.

Nothing is counted but the messages themselves: what may go on a day grows from the most that went on any earlier
one, so a day on which little went raises nothing, and a month of rest begins anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sendoff.core.errors import InputError
from sendoff.core.language import tr

DAY = 86_400_000
"""Milliseconds."""
MEMORY = 31 * DAY
"""For how long a day on which much was sent is remembered."""
_DAILY = r"\s*/\s*d(?:ay)?"
_WRITTEN = re.compile(
    rf"\s*(\d{{1,9}}){_DAILY}\s+(?:x\s*(\d(?:\.\d{{1,2}})?)|\+\s*(\d{{1,9}}))\s+to\s+(\d{{1,9}})(?:{_DAILY})?\s*",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class WarmUp:
    """From `start` messages a day up to `most`: each day `factor` times as many as before, or `step` more."""

    start: int
    most: int
    factor: float = 1.0
    step: int = 0

    def after(self, best: int) -> int:
        """How many may go in a day, where `best` is the most that went in an earlier one."""
        grown = max(best + self.step, int(best * self.factor)) if best else 0
        return min(self.most, max(self.start, grown))

    @property
    def text(self) -> str:
        """It as people write it."""
        grows = f"+{self.step}" if self.step else f"x{self.factor:g}"
        return f"{self.start}/day {grows} to {self.most}"


def read_warm_up(text: str) -> WarmUp | None:
    """Read `20/day x1.5 to 500` or `20/day +20 to 500`; None where it is none. Raises InputError where it shrinks."""
    found = _WRITTEN.fullmatch(text.lower().replace(",", ""))
    if found is None:
        return None
    start, most = int(found[1]), int(found[4])
    factor, step = float(found[2] or 1), int(found[3] or 0)
    if not start or most < start or not (factor > 1 or step):
        raise InputError(
            tr("{text} does not grow.", text=repr(text.strip())),
            remedy=tr("Write it like 20/day x1.5 to 500, or 20/day +20 to 500."),
            code="warm_up",
        )
    return WarmUp(start, most, factor, step)


class Days:
    """The most messages in any day so far, of times given in order; epoch milliseconds."""

    def __init__(self) -> None:
        self._seen: list[tuple[int, int]] = []
        self._first = 0
        self._sum = 0
        self.best = 0

    def add(self, at: int, messages: int = 1) -> None:
        """So many more at a time that is not before the last one."""
        self._seen.append((at, messages))
        self._sum += messages
        while self._seen[self._first][0] <= at - DAY:
            self._sum -= self._seen[self._first][1]
            self._first += 1
        self.best = max(self.best, self._sum)


def best_day(times: Sequence[int], now: int) -> int:
    """The most that went in any day that is over, of sorted times: each at least a day ago."""
    days = Days()
    for at in times:
        if at > now - DAY:
            break
        if at > now - MEMORY:
            days.add(at)
    return days.best
