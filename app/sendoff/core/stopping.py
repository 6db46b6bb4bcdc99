"""How long work asks whether it is still wanted: a call that says yes ends it."""

from __future__ import annotations


def never() -> bool:
    """Nobody asks to stop."""
    return False
