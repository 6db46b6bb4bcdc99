"""The blocked list: who is never written to again, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """One entry. `key` is an address's duplicate key, or `@domain` for a whole domain."""

    key: str
    reason: str
    """`hard` (the mailbox does not exist), `unsubscribed`, `complaint` or `manual`."""
    source: str
    """The campaign or file it came from, in words."""
    at: int
    """Epoch milliseconds."""
