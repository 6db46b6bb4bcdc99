"""What plans and schedules need from the outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sendoff.core.campaign import Campaign


class WaitingRows(Protocol):
    """Who still waits."""

    def counts(self, campaign_id: str) -> dict[str, int]:
        """The eight figures of `core.delivery.COUNTED`."""
        ...

    def waiting_for(self, campaign_id: str, domain: str) -> int:
        """How many rows of one recipient domain, in ASCII form, wait to be sent."""
        ...

    def deferrals(self, campaign_id: str) -> Sequence[tuple[int, int]]:
        """When deferred rows are due, by the minute, the next first: (the first one's epoch ms, how many)."""
        ...


class ScheduleStore(Protocol):
    """When drafts are to be sent."""

    def schedule(self, campaign_id: str, at: int) -> bool:
        """Set a draft's time (epoch ms, 0 = none); say whether it was one."""
        ...

    def scheduled(self) -> Sequence[Campaign]:
        """The drafts that have a time, the earliest first."""
        ...


SENDERS = "-"
"""The zone of rows that name none, or none that is known: the sender's hours go for them."""


class ZonedRows(Protocol):
    """The recipients' time zones beside their rows."""

    def lay(self, campaign_id: str, place: int, known: Callable[[str], str]) -> None:
        """Write beside each row the zone that its field at `place` names, as `known` spells it; `SENDERS` for none."""
        ...

    def keys(self, campaign_id: str) -> Sequence[str]:
        """The zones there are."""
        ...

    def waiting(self, campaign_id: str, place: int) -> Mapping[str, int]:
        """How many wait by what their field at `place` says."""
        ...

    def holds(self, campaign_id: str) -> bool:
        """Say whether any row is queued."""
        ...

    def give_back(self, campaign_id: str, token: str, rows: Sequence[int], now: int) -> None:
        """Queue claimed rows again whose hours have closed."""
        ...


Zones = Callable[[str], tzinfo | None]
"""A time zone by its IANA name, None where there is none; the empty name is this computer's."""
