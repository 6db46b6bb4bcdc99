"""A campaign: what is sent, from whom, how fast; its states and legal moves."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sendoff.core.errors import InputError
from sendoff.core.hours import SendingHours
from sendoff.core.language import tr
from sendoff.core.shown import Formats
from sendoff.core.titles import UNTITLED, Titles


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


class Priority(StrEnum):
    """Whose messages go first, of campaigns that are sent through one account at the same time."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"

    @property
    def rank(self) -> int:
        """Its place in the queue, 0 = first."""
        return list(Priority).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharer:
    """An account that shares in a campaign's sending. From the start on, what its messages say of it is frozen."""

    account_id: str
    weight: int = 0
    """Its part of the messages beside the others'; 0 = as many as it can take."""
    sender: str = ""
    """The From of its messages; empty = the campaign's."""
    reply_to: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file for every recipient (`blob`), or one named by a column of the list (`column`)."""

    name: str = ""
    """The file name the recipient sees, a template; for a column's files empty means: as the column says."""
    blob: str = ""
    """SHA-256 of the frozen content."""
    size: int = 0
    column: str = ""
    """Field whose value names the recipient's own file below `folder`."""
    folder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture that travels in the message and is shown where the page says `cid:` and its `cid` (RFC 2392)."""

    cid: str
    name: str = ""
    """The file name a reader sees who saves it."""
    blob: str = ""
    """SHA-256 of the frozen content."""
    size: int = 0
    alt: str = ""
    """What it shows, in words: offered where the picture is put into the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is written, in up to three ways at once; `mode` says which is sent, and the others are kept.

    `text` is the plain part beside a page; it is made from the page if absent.
    """

    subject: str = ""
    html: str = ""
    markdown: str = ""
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    signature: str = ""
    """Plain text below the message, the account's; frozen at the start like everything else."""
    mode: str = ""
    """`write` (Markdown), `design`, `html` or `text`; empty = the one that is set."""
    design: str = ""
    """The blocks of a design, as JSON."""
    preheader: str = ""
    """A template: the line that mail programs show behind the subject."""
    unsubscribe: str = ""
    """A template: an https address, a mailto address or both, parted by blanks."""
    postal: str = ""
    """The sender's postal address, below the message; lines as written."""
    leave_text: str = ""
    """What the link to unsubscribe below the message says; empty = “Unsubscribe”."""
    images: tuple[Image, ...] = ()
    kept_text: str = ""
    """The plain text that is not sent: what the Text way has while a page is sent, else the plain part of that page."""

    @property
    def sent(self) -> str:
        """The mode that counts: `mode`, or else the way that is set; empty where nothing is written.

        Raises InputError where two ways are set and `mode` says nothing, and for a mode of no known name.
        """
        if self.mode:
            if self.mode not in MODES:
                raise InputError(
                    tr("The message is of an unknown kind: {mode}.", mode=self.mode),
                    remedy=tr("Update Sendoff."),
                    code="unknown_mode",
                )
            return self.mode
        ways = [mode for mode in ("design", "html", "write") if self.written(mode)]
        if len(ways) > 1:
            names = {"design": tr("a design"), "html": "HTML", "write": tr("Markdown")}
            both = (
                tr("both {names} and {names_2}", names=names[ways[1]], names_2=names[ways[0]])
                if "design" in ways
                else tr("both HTML and Markdown")
            )
            raise InputError(
                tr("The message has {both}.", both=both), remedy=tr("Keep one of them."), code="two_bodies"
            )
        return ways[0] if ways else "text" if self.text else ""

    def written(self, mode: str) -> str:
        """What is written in one way."""
        return {"write": self.markdown, "design": self.design, "html": self.html, "text": self.text}[mode]


MODES = ("write", "design", "html", "text")


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
    max_age: float = 0.0
    """Seconds after its first attempt at which a recipient is given up; 0 = only the attempts count."""
    first: int = 0
    """After so many messages it pauses by itself, once; 0 = it does not."""
    hours: SendingHours | None = None
    """When messages may leave; None = at any time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A campaign as stored. From its start it is a snapshot: nothing of it changes but its state."""

    id: str
    name: str
    state: CampaignState = CampaignState.DRAFT
    reason: str = ""
    account_id: str = ""
    sharers: tuple[Sharer, ...] = ()
    """Every account it is sent through, the first of them `account_id`; empty = that one alone."""
    priority: Priority = Priority.NORMAL
    sender: str = ""
    reply_to: str = ""
    content: Content = Content()
    pace: Pace = Pace()
    source: str = ""
    """The campaign file it came from, or the file of its list."""
    list_name: str = ""
    fields: tuple[str, ...] = ()
    """Merge fields the list offers, as the template names them."""
    titles: Titles = UNTITLED
    """What its columns are called."""
    formats: Formats = ()
    """How the list's workbook shows them."""
    parent_id: str = ""
    created_at: int = 0
    started_at: int = 0
    finished_at: int = 0
    scheduled_at: int = 0
    """When a draft is to be sent (epoch ms); 0 = when somebody says so."""

    @property
    def account_ids(self) -> tuple[str, ...]:
        """Every account it is sent through, the first of them first."""
        return tuple(one.account_id for one in self.sharers) or ((self.account_id,) if self.account_id else ())


def message_id(campaign_id: str, position: int, domain: str) -> str:
    """The Message-ID of a recipient's message: the same at every attempt, so that every copy is provably the same.

    `domain` is the sender's, in ASCII form (RFC 5322 3.6.4).
    """
    mark = hashlib.sha256(f"{campaign_id}/{position}".encode()).hexdigest()[:16]
    return f"<{campaign_id}.{position}.{mark}@{domain}>"
