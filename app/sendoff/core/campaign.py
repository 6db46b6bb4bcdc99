"""A campaign: what is sent, from whom, how fast; its states and legal moves."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class CampaignState(StrEnum):
    """Where a campaign stands."""

    DRAFT = "draft"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"


_C = CampaignState
CAMPAIGN_MOVES: Mapping[CampaignState, frozenset[CampaignState]] = {
    _C.DRAFT: frozenset({_C.RUNNING}),
    _C.RUNNING: frozenset({_C.PAUSED, _C.FINISHED, _C.STOPPED}),
    _C.PAUSED: frozenset({_C.RUNNING, _C.STOPPED}),
    # Only by asking for the failed (or the doubtful) to be sent again.
    _C.FINISHED: frozenset({_C.RUNNING, _C.PAUSED}),
    _C.STOPPED: frozenset({_C.RUNNING, _C.PAUSED}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file for every recipient (`blob`), or one named by a column of the list (`column`)."""

    name: str = ""
    """The file name the recipient sees."""
    blob: str = ""
    """SHA-256 of the frozen content."""
    size: int = 0
    column: str = ""
    """Field whose value names the recipient's own file below `folder`."""
    folder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is written. Exactly one of `html` and `markdown` may be set; `text` is made from it if absent."""

    subject: str = ""
    html: str = ""
    markdown: str = ""
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    signature: str = ""
    """Plain text below the message, the account's; frozen at the start like everything else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast. Zero or empty means: as the account says."""

    connections: int = 0
    delay: float = -1.0
    """Seconds between messages; negative = as the account says."""
    limits: tuple[str, ...] = ()
    no_limits: bool = False
    attempts: int = 5
    retry_after: float = 30.0
    """Seconds before the first retry of a temporary refusal; doubles each time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A campaign as stored. From its start it is a snapshot: nothing of it changes but its state."""

    id: str
    name: str
    state: CampaignState = CampaignState.DRAFT
    reason: str = ""
    account_id: str = ""
    sender: str = ""
    reply_to: str = ""
    content: Content = Content()
    pace: Pace = Pace()
    source: str = ""
    """The campaign file it came from, or the file of its list."""
    list_name: str = ""
    fields: tuple[str, ...] = ()
    """Merge fields the list offers, as the template names them."""
    parent_id: str = ""
    created_at: int = 0
    started_at: int = 0
    finished_at: int = 0


def message_id(campaign_id: str, position: int, domain: str) -> str:
    """The Message-ID of a recipient's message: the same at every attempt, so that every copy is provably the same.

    `domain` is the sender's, in ASCII form (RFC 5322 3.6.4).
    """
    mark = hashlib.sha256(f"{campaign_id}/{position}".encode()).hexdigest()[:16]
    return f"<{campaign_id}.{position}.{mark}@{domain}>"
