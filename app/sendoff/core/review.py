"""The last whole check of a campaign, what a person decided about it, and which message the last test showed.

It holds for one state of message and list, told by a digest: any change takes it back. After the start it is what the
campaign was started with.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Protocol

from sendoff.core.campaign import Campaign
from sendoff.core.content_remarks import ContentKind, Place, Remark, Severity
from sendoff.core.delivery import State
from sendoff.core.message import ProblemKind
from sendoff.core.remedies import Origin
from sendoff.core.said import from_json, to_json

KEPT = 5
"""Rows kept of each finding."""
BLOCKING = frozenset({
    ProblemKind.UNKNOWN_FIELD, ProblemKind.RENDER_ERROR, ProblemKind.OVERSIZE, ProblemKind.LEFTOVER,
    ProblemKind.MISSING_ATTACHMENT,
})  # fmt: skip
"""Problems that close sending until they are mended or accepted."""
_NOTES = frozenset({ProblemKind.FALLBACK_USED, ProblemKind.IDENTICAL})
"""Good to know, and nothing to mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One kind of problem with its first rows: (row of the list, address, what exactly).

    One row may have a problem twice, so `count` is not less than `rows`.
    """

    kind: ProblemKind
    count: int
    examples: tuple[tuple[int, str, str], ...]
    rows: int = 0

    @property
    def blocks(self) -> bool:
        """Say whether sending stays closed until this is mended or accepted."""
        return self.kind in BLOCKING

    @property
    def note(self) -> bool:
        """Say whether there is nothing to mend."""
        return self.kind in _NOTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The whole list rendered, and the content looked at, before anything is sent."""

    rows: int
    findings: tuple[Finding, ...] = ()
    remarks: tuple[Remark, ...] = ()
    """Of the content, in the longest message."""
    row: int = 0
    """The row whose message that is."""
    accepted: frozenset[str] = frozenset()
    """Kinds that a person takes as they are."""

    @property
    def blocking(self) -> tuple[str, ...]:
        """The kinds that block, accepted or not."""
        found = [one.kind.value for one in self.findings if one.blocks]
        return (*found, *(one.kind.value for one in self.remarks if one.severity is Severity.BLOCKING))

    @property
    def closing(self) -> tuple[str, ...]:
        """The kinds that keep the campaign from being sent."""
        return tuple(kind for kind in self.blocking if kind not in self.accepted)

    @property
    def blocked(self) -> bool:
        """Say whether anything keeps the campaign from being sent."""
        return bool(self.closing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A test message that the server took."""

    to: str
    at: int
    digest: str
    """Of the message as it was then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The last whole check of a campaign: what it found, the kinds that block, and those a person accepted."""

    digest: str = ""
    blocking: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    tested: Tested | None = None
    rows: int = 0
    """Messages that were checked; 0 also in reviews of before it was kept."""
    findings: tuple[Finding, ...] = ()
    """Each with its first rows."""
    remarks: tuple[Remark, ...] = ()
    origin: Origin | None = None
    """What the draft was made to mend, until somebody has put that away."""

    @property
    def closing(self) -> tuple[str, ...]:
        """The kinds that keep sending closed."""
        return tuple(kind for kind in self.blocking if kind not in self.accepted)

    @property
    def check(self) -> Check | None:
        """What the check found, as far as it is kept; None where nothing of it is."""
        if not self.rows:
            return None
        return Check(rows=self.rows, findings=self.findings, remarks=self.remarks, accepted=frozenset(self.accepted))

    def checked(self, digest: str, check: Check) -> Review:
        """After a check: what was accepted for another state counts no more."""
        return replace(
            self,
            digest=digest,
            blocking=check.blocking,
            accepted=self.accepted if digest == self.digest else (),
            rows=check.rows,
            findings=tuple(replace(one, examples=one.examples[:KEPT]) for one in check.findings),
            remarks=check.remarks,
        )

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
    """Write a review; what it says as what it is said from."""
    return json.dumps(to_json(asdict(review)), ensure_ascii=False)


def review_from_json(text: str) -> Review:
    """Read a review; it speaks the language in force, where it was not kept before languages were."""
    values: Mapping[str, Any] = from_json(json.loads(text))
    tested = values.get("tested")
    return Review(
        digest=values.get("digest", ""),
        blocking=tuple(values.get("blocking", ())),
        accepted=tuple(values.get("accepted", ())),
        tested=Tested(**tested) if tested else None,
        rows=values.get("rows", 0),
        findings=tuple(_finding(one) for one in values.get("findings", ())),
        remarks=tuple(_remark(one) for one in values.get("remarks", ())),
        origin=_origin(values["origin"]) if values.get("origin") else None,
    )


def _origin(values: Mapping[str, Any]) -> Origin:
    return Origin(**{**values, "state": State(values["state"])})


def _finding(values: Mapping[str, Any]) -> Finding:
    examples = tuple((row, address, detail) for row, address, detail in values["examples"])
    return Finding(kind=ProblemKind(values["kind"]), count=values["count"], rows=values["rows"], examples=examples)


def _remark(values: Mapping[str, Any]) -> Remark:
    places = tuple(Place(**one) for one in values["places"])
    return Remark(**{
        **values, "kind": ContentKind(values["kind"]), "severity": Severity(values["severity"]), "places": places
    })  # fmt: skip
