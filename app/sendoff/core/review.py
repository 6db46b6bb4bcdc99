"""What a person has decided about a campaign's check, and which message the last test showed.

Both hold for one state of message and list, told by a digest: any change takes them back.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Protocol

from sendoff.core.campaign import Campaign


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A test message that the server took."""

    to: str
    at: int
    digest: str
    """Of the message as it was then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The last whole check of a campaign: the kinds that block, and those a person accepted."""

    digest: str = ""
    blocking: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    tested: Tested | None = None

    @property
    def closing(self) -> tuple[str, ...]:
        """The kinds that keep sending closed."""
        return tuple(kind for kind in self.blocking if kind not in self.accepted)

    def checked(self, digest: str, blocking: tuple[str, ...]) -> Review:
        """After a check: what was accepted for another state counts no more."""
        return replace(self, digest=digest, blocking=blocking, accepted=self.accepted if digest == self.digest else ())

    def accepting(self, kinds: tuple[str, ...]) -> Review:
        """A person takes the blame for these kinds, in this state."""
        return replace(self, accepted=tuple(dict.fromkeys((*self.accepted, *kinds))))


class ReviewStore(Protocol):
    """Reviews on disk."""

    def get(self, key: str) -> Review:
        """The review kept under a key; an empty one where there is none."""
        ...

    def save(self, key: str, review: Review, /) -> None: ...


def review_key(campaign: Campaign) -> str:
    """Where a review is kept: with the campaign, or with its file, of which every command makes a new campaign."""
    return f"{campaign.source}#{campaign.name}" if campaign.source.endswith(".toml") else campaign.id


def message_digest(campaign: Campaign) -> str:
    """The message as it is written, and by whom it is sent."""
    said = (asdict(campaign.content), campaign.sender, campaign.reply_to)
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def state_digest(campaign: Campaign, rows: str) -> str:
    """Message, account and list together; `rows` is the list's own digest."""
    parts = (message_digest(campaign), campaign.account_id, campaign.fields, rows)
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def review_to_json(review: Review) -> str:
    """Write a review."""
    return json.dumps(asdict(review), ensure_ascii=False)


def review_from_json(text: str) -> Review:
    """Read a review."""
    values: Mapping[str, Any] = json.loads(text)
    tested = values.get("tested")
    return Review(
        digest=values.get("digest", ""),
        blocking=tuple(values.get("blocking", ())),
        accepted=tuple(values.get("accepted", ())),
        tested=Tested(**tested) if tested else None,
    )
