"""What the reckoning of a plan needs from the outside."""

from __future__ import annotations

from typing import Protocol


class WaitingRows(Protocol):
    """Who still waits."""

    def counts(self, campaign_id: str) -> dict[str, int]:
        """The eight figures of `core.delivery.COUNTED`."""
        ...

    def waiting_for(self, campaign_id: str, domain: str) -> int:
        """How many rows of one recipient domain, in ASCII form, wait to be sent."""
        ...
