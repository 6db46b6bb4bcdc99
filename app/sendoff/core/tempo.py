"""When what happened: outcomes counted by the minute, as the rate and the timeline show them. Times are epoch ms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sendoff.core.delivery import State

MINUTE = 60_000
TOLD = frozenset({State.ACCEPTED, State.DEFERRED, State.FAILED, State.IN_DOUBT})
"""The outcomes of an attempt, which are counted."""
MOST_BINS = 60
_WIDTHS = tuple(MINUTE * number for number in (1, 2, 5, 10, 15, 30, 60, 120, 360, 720, 1440))


@dataclass(frozen=True, slots=True, kw_only=True)
class Minute:
    """How many attempts ended so in the minute that begins at `at`."""

    at: int
    state: State
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """A stretch of time and what happened in it, by state."""

    at: int
    counts: Mapping[State, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All outcomes in it."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Stretches of one length without a gap, from the first outcome to the last."""

    width: int = MINUTE
    """Milliseconds of a stretch."""
    bins: tuple[Bin, ...] = ()

    @property
    def peak(self) -> int:
        """The most outcomes of a stretch."""
        return max((one.total for one in self.bins), default=0)

    @property
    def end(self) -> int:
        """Where the last stretch ends."""
        return self.bins[-1].at + self.width if self.bins else 0


def timeline(minutes: Sequence[Minute], most: int = MOST_BINS) -> Timeline:
    """Gather minutes into at most `most` stretches of a round length; the sum of the outcomes is kept."""
    if not minutes:
        return Timeline()
    first, last = min(one.at for one in minutes), max(one.at for one in minutes)
    span = last - first + MINUTE
    day = _WIDTHS[-1]
    width = next((one for one in _WIDTHS if span <= one * (most - 1)), -(-span // (day * (most - 1))) * day)
    start = first // width * width
    counts: dict[int, Counter[State]] = {}
    for one in minutes:
        counts.setdefault((one.at - start) // width, Counter())[one.state] += one.count
    places = range(max(counts) + 1)
    return Timeline(
        width=width, bins=tuple(Bin(at=start + place * width, counts=counts.get(place, {})) for place in places)
    )


def busiest(minutes: Iterable[Minute]) -> int:
    """The most outcomes of one minute; 0 where there are none."""
    totals: Counter[int] = Counter()
    for one in minutes:
        totals[one.at] += one.count
    return max(totals.values(), default=0)


def accepted_by_minute(minutes: Iterable[Minute]) -> dict[int, int]:
    """The accepted ones, by the time their minute begins."""
    return {one.at: one.count for one in minutes if one.state is State.ACCEPTED}
