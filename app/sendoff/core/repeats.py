"""People who are about to get the same message once more: whoever sends is told, and may leave them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Protocol

from sendoff.core.campaign import Campaign, Content
from sendoff.core.delivery import State
from sendoff.core.language import tr
from sendoff.core.template_words import template_words
from sendoff.core.wording import count_text, moment_text, people_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """Some of a draft's people who already got its message."""

    subject: str
    """As a person reads it."""
    again: int
    """How many of those whom the draft goes to."""
    ready: int
    """Whom the draft goes to."""
    at: int
    """When the newest of the campaigns that they got it by was started (epoch ms)."""


class Receipts(Protocol):
    """Who of a draft got something from other campaigns. May be called from any thread."""

    def again(self, draft_id: str, earlier: Sequence[str]) -> int:
        """How many rows that would be sent have an address to which one of the campaigns was delivered."""
        ...

    def rows(self, draft_id: str, earlier: Sequence[str]) -> Sequence[int]:
        """The ids of these rows, and of the skipped ones that repeat them."""
        ...

    def standing(self, key: str, campaigns: Sequence[str]) -> Sequence[tuple[str, State]]:
        """How the rows with an address, given by its duplicate key, stand in campaigns: (campaign, state).

        Rows that are skipped get nothing and are left out.
        """
        ...


def same_message(draft: Campaign, other: Campaign) -> bool:
    """Say whether two campaigns say the same: one subject, and one text, or the one was made of the other."""
    if not draft.content.subject.strip() or draft.content.subject != other.content.subject:
        return False
    return draft.parent_id == other.id or _body(draft.content) == _body(other.content)


def _body(content: Content) -> tuple[str, ...]:
    return content.html, content.markdown, content.design, content.text


def subject_said(draft: Campaign) -> str:
    """A draft's subject as a person reads it."""
    return template_words(draft.content.subject, draft.titles)


def repeat_text(one: Repeat, now: int, zone: tzinfo = UTC) -> str:
    """Say it: `175 of 175 people already got “Spring invitation” at 10:31.`."""
    when, people = moment_text(one.at, now, zone), people_text(one.ready)
    if one.again == 1:
        return tr("1 of {people} already got “{subject}” {when}.", people=people, subject=one.subject, when=when)
    return tr(
        "{again} of {people} already got “{subject}” {when}.",
        again=count_text(one.again),
        people=people,
        subject=one.subject,
        when=when,
    )
