"""What plans and schedules need from the outside."""

from __future__ import annotations

from collections.abc import Sequence
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


class ScheduleStore(Protocol):
    """When drafts are to be sent."""

    def schedule(self, campaign_id: str, at: int) -> bool:
        """Set a draft's time (epoch ms, 0 = none); say whether it was one."""
        ...

    def scheduled(self) -> Sequence[Campaign]:
        """The drafts that have a time, the earliest first."""
        ...
