"""How a run of a campaign ends."""

from __future__ import annotations

from dataclasses import dataclass

from sendoff.core.said import said


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a run ended."""

    finished: bool = False
    """Every row has come to its end."""
    reason: str = ""
    """Why it stopped before, in words; empty after a halt by the user."""
    needs_user: bool = False
    """Nothing goes on until the user does something (sign-in, quota, content)."""
    without: str = ""
    """Which accounts could not go on, and why, where others did."""
    own: bool = False
    """It is this account's matter: others that send the campaign too may go on."""


def nothing_went(detail: str) -> str:
    """Why a run ends that could not send for as long as `DEAD_AFTER`."""
    return said("Nothing could be sent for 15 minutes: {detail}", detail=detail)
