"""What the services tell whoever listens; plain values, published on `services.bus`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sendoff.core.delivery import State


@dataclass(frozen=True, slots=True)
class Event:
    """The root of all events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryMoved:
    """One row's new state, part of `DeliveriesMoved`."""

    delivery_id: int
    state: State
    code: int = 0
    text: str = ""
    due_at: int = 0
    attempts: int = 0
    """How often it was tried by now."""
    enhanced: str = ""
    """The server's enhanced status code (RFC 3463), if it gave one."""


@dataclass(frozen=True, slots=True)
class DeliveriesMoved(Event):
    """Rows that moved, each once with its newest state; never one event a row."""

    campaign_id: str
    moved: tuple[DeliveryMoved, ...]
    counts: Mapping[str, int]
    """The eight figures after this commit."""


@dataclass(frozen=True, slots=True)
class CampaignChanged(Event):
    """A campaign's state (or its text, as a draft) changed."""

    campaign_id: str
    state: str
    reason: str = ""
    """A sentence for people: why it paused."""


class PaceKind(StrEnum):
    """What a running campaign is doing."""

    SENDING = "sending"
    LIMIT = "limit"
    """Waiting for a limit; the detail is its text, `80/hour`."""
    DEFERRED = "deferred"
    """Everything else is done; the next deferred recipient is due at `until`."""
    RECONNECTING = "reconnecting"
    """The session was lost; the detail says how."""
    PARKED = "parked"
    """The server asked for a rest; the detail is its reply."""
    SLOWED = "slowed"
    """Sending, but slower than before because the server asked for it; the detail says how slowly."""
    HOURS = "hours"
    """Outside of the sending hours, which open at `until`."""
    TURN = "turn"
    """Another campaign uses the account's connections; the detail names who goes first, if somebody does."""


@dataclass(frozen=True, slots=True)
class PaceChanged(Event):
    """What the campaign is doing now, or what it waits for until `until` (epoch ms, 0 = not known)."""

    campaign_id: str
    kind: PaceKind
    detail: str = ""
    until: int = 0

    @property
    def rests_until(self) -> int:
        """When it sends again where it rests because of the server (epoch ms); else 0."""
        return self.until if self.kind in (PaceKind.PARKED, PaceKind.RECONNECTING) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One of several accounts that a campaign is sent through."""

    account_id: str
    account: str
    """Its name."""
    pace: PaceChanged | None = None
    """What it does; None = it has not said yet."""
    out: str = ""
    """Why it sends no more in this run; empty while it does."""


@dataclass(frozen=True, slots=True)
class LanesChanged(Event):
    """What each account of a campaign with several of them is doing."""

    campaign_id: str
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class AccountTested(Event):
    """A test of an account ended, well or not."""

    account_id: str


@dataclass(frozen=True, slots=True)
class AccountsChanged(Event):
    """An account was added, changed or removed."""


@dataclass(frozen=True, slots=True)
class BlockedChanged(Event):
    """Somebody came onto the blocked list, or off it."""


@dataclass(frozen=True, slots=True)
class ImportProgress(Event):
    """Rows of a list read so far."""

    campaign_id: str
    rows: int


@dataclass(frozen=True, slots=True)
class ListChanged(Event):
    """Rows of a draft or an audience were corrected."""

    owner_id: str


@dataclass(frozen=True, slots=True)
class DomainProgress(Event):
    """Domains of a list asked so far whether they take mail."""

    owner_id: str
    asked: int
    total: int


@dataclass(frozen=True, slots=True)
class CheckProgress(Event):
    """Rows rendered so far by the check of the whole list."""

    campaign_id: str
    rows: int
    total: int


@dataclass(frozen=True, slots=True)
class AudiencesChanged(Event):
    """An audience was made, changed or removed."""


@dataclass(frozen=True, slots=True)
class CopiesProgress(Event):
    """Copies that are in the Sent folder so far."""

    campaign_id: str
    filed: int
    total: int


@dataclass(frozen=True, slots=True)
class DoubtsProgress(Event):
    """Rows in doubt that were looked up so far."""

    campaign_id: str
    looked: int
    total: int
