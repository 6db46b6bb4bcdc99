"""How a second process asks the one that holds the data folder to act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Requests(Protocol):
    """How a second process asks the one that holds the data folder to act."""

    def post(self, action: str, campaign: str = "") -> str:
        """Leave a request; returns its id."""
        ...

    def take(self) -> Sequence[Request]:
        """Fetch and remove what was asked."""
        ...

    def answered(self, request: str) -> bool:
        """Say whether the request was fetched."""
        ...


class Request(Protocol):
    """One request of another process."""

    @property
    def action(self) -> str: ...

    @property
    def campaign(self) -> str: ...
