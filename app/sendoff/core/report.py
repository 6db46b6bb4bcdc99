"""The page that sums a campaign up: everything it says, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sendoff.core.campaign import Campaign
from sendoff.core.delivery import State
from sendoff.core.tempo import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows with one cause."""

    state: State
    reason: str
    """The word kept with the rows; see `core.wording.cause_sentence`."""
    count: int
    text: str
    """What the server said to one of them."""
    sentence: str
    """The cause in plain words."""
    blocked: int = 0
    """How many of the failed or cancelled are on the blocked list by now, so that nothing is sent to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One campaign, summed up."""

    campaign: Campaign
    counts: Mapping[str, int] = field(default_factory=dict)
    """The eight figures; they add up to the list."""
    groups: tuple[Group, ...] = ()
    line: Timeline = field(default_factory=Timeline)

    @property
    def seconds(self) -> float:
        """From the first outcome's minute to the last's; 0 where nothing was sent."""
        return (self.line.end - self.line.bins[0].at) / 1000 if self.line.bins else 0.0

    @property
    def per_minute(self) -> float:
        """The pace over the minutes in which something ended."""
        busy = sum(1 for one in self.line.bins if one.total) * self.line.width / 60_000
        return sum(one.total for one in self.line.bins) / busy if busy else 0.0
