"""How the computer is kept from going to sleep while something is sent."""

from __future__ import annotations

from typing import Protocol


class Wakefulness(Protocol):
    """The system's own means against falling asleep. Safe to call from any thread; it never raises."""

    def hold(self, reason: str) -> bool:
        """Hold sleep off until `release`, giving the system a reason to show; say whether anything took it."""
        ...

    def release(self) -> None:
        """Let the computer sleep again; does nothing where it may already."""
        ...
