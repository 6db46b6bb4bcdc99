"""Sending at a set time: what is so when it has come."""

from __future__ import annotations

from enum import StrEnum

GRACE = 10 * 60_000
"""Milliseconds by which a start may be late and still be the one that was meant; later, somebody is asked."""


class Standing(StrEnum):
    """How a scheduled campaign stands."""

    WAITING = "waiting"
    DUE = "due"
    MISSED = "missed"
    """Its time passed while nobody was there to start it."""


def standing(at: int, now: int, opened_at: int) -> Standing:
    """Judge a time set for `at`, in a program that was opened at `opened_at` (epoch ms)."""
    if now < at:
        return Standing.WAITING
    return Standing.MISSED if at < opened_at or now - at > GRACE else Standing.DUE
