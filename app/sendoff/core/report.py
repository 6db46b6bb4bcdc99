"""What a campaign has come to, as values and in words: its headline, its causes, whom it would be sent to again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sendoff.core.campaign import Campaign
from sendoff.core.delivery import Line, State, counted
from sendoff.core.doubts import ABSENT, marked_as_sent
from sendoff.core.language import tr
from sendoff.core.outcome import Kind
from sendoff.core.tempo import Timeline
from sendoff.core.wording import cause_sentence, count_text

MARKED = "marked"
"""The figure of those who count as accepted because a person marked them as sent; see `apart`."""
RETRIED = (State.FAILED, State.CANCELLED)
"""Whom sending again is about."""
DEAD = str(Kind.NO_SUCH_USER)
"""The cause of the failed whose address does not exist, as the server said: left out of sending again unless named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which rows of a campaign are meant; empty = all of them."""

    states: tuple[State, ...] = ()
    reasons: tuple[str, ...] = ()
    search: str = ""
    marked: bool | None = None
    """Only those a person marked as sent, or none of them."""

    @classmethod
    def of(cls, figures: Sequence[str], search: str = "") -> Filter:
        """The rows of some figures of `apart` that hold a text; all of them where none is named."""
        if MARKED in figures:
            return cls(states=(State.ACCEPTED,), search=search, marked=True)
        states = tuple(state for state in State if any(counted({state: 1}).get(name) for name in figures))
        return cls(states=states, search=search, marked=False if State.ACCEPTED in states else None)

    def __bool__(self) -> bool:
        return bool(self.states or self.reasons or self.search)


EVERY = Filter()
"""All rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows with one cause."""

    state: State
    reason: str
    """The word kept with the rows; see `core.wording.cause_sentence`."""
    count: int
    text: str
    """What the server said to one of them."""
    sentence: str
    """The cause in plain words."""
    alike: bool = True
    """Whether it said the same to all of them."""
    blocked: int = 0
    """How many of the failed, cancelled or doubtful are on the blocked list by now, so that nothing is sent to them."""

    @property
    def shown(self) -> str:
        """What the server said, as one of several answers where it was not the same to all."""
        return self.text if self.alike or not self.text else tr("For example: {text}", text=self.text)

    @property
    def dead(self) -> int:
        """How many have failed because the address does not exist, and are not blocked."""
        return self.count - self.blocked if (self.state, self.reason) == (State.FAILED, DEAD) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """Whom sending again would reach, and whom it leaves out."""

    number: int = 0
    blocked: int = 0
    dead: int = 0

    @property
    def left_out(self) -> str:
        """Who is left out and why, as a sentence; empty where nobody is."""
        said = []
        if self.blocked:
            said.append(
                tr("1 is blocked and left out.")
                if self.blocked == 1
                else tr("{number} are blocked and left out.", number=count_text(self.blocked))
            )
        if self.dead:
            said.append(
                tr("1 whose address does not exist is left out.")
                if self.dead == 1
                else tr("{number} whose address does not exist are left out.", number=count_text(self.dead))
            )
        return " ".join(said)


def again(groups: Iterable[Group], *, cause: str = "", dead: bool = False) -> Again:
    """Whom sending again to the failed and cancelled reaches, or to those of one cause, as `Sending.retry` queues them.

    Whose address does not exist is left out, unless that cause is named or `dead` asks for them.
    """
    meant = [one for one in groups if one.state in RETRIED and cause in ("", one.reason)]
    without = 0 if dead or cause else sum(one.dead for one in meant)
    blocked = sum(one.blocked for one in meant)
    return Again(number=sum(one.count for one in meant) - blocked - without, blocked=blocked, dead=without)


def doubtful(groups: Iterable[Group], *, absent: bool = False) -> int:
    """How many of those in doubt sending again reaches; `absent`: only those without a copy in the Sent folder."""
    meant = (one for one in groups if one.state is State.IN_DOUBT and (not absent or one.reason == ABSENT))
    return sum(one.count - one.blocked for one in meant)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One campaign, summed up."""

    campaign: Campaign
    counts: Mapping[str, int] = field(default_factory=dict)
    """The eight figures; they add up to the list."""
    marked: int = 0
    """How many of the accepted a person marked as sent."""
    groups: tuple[Group, ...] = ()
    named: tuple[tuple[str, ...], ...] = ()
    """The first addresses of each group, in the groups' order."""
    settled: tuple[str, ...] = ()
    """The first addresses of those a person marked as sent."""
    line: Timeline = field(default_factory=Timeline)
    busiest: int = 0
    """The most outcomes of one minute."""


def named_text(named: Sequence[str], count: int) -> str:
    """Whom a cause concerns: `anna@example.com, jo@example.com and 12 more`; empty where nobody is named."""
    if not named or count <= len(named):
        return ", ".join(named)
    return tr("{addresses} and {count} more", addresses=", ".join(named), count=count_text(count - len(named)))


def said_text(line: Line) -> str:
    """The last word about a row: the server's with its codes, or that a person settled it."""
    by_hand = (line.state, line.reason) == (State.FAILED, "not_found")
    if by_hand or marked_as_sent(line.state, line.reason, line.text):
        return cause_sentence(line.state, line.reason, line.code, line.text)
    return " ".join(part for part in (str(line.code or ""), line.enhanced, line.text) if part)


def apart(counts: Mapping[str, int], marked: int) -> dict[str, int]:
    """The counts with the `marked` of the accepted as a figure of their own, `MARKED`; the sum is kept."""
    return {**counts, "accepted": counts.get("accepted", 0) - marked, MARKED: marked}


def accepted_text(accepted: int, addressed: int, marked: int) -> str:
    """The headline of a campaign: `12 of 14 accepted by the server, 1 marked as sent by you`.

    `accepted` are all who count as accepted, `marked` those of them that a person marked as sent.
    """
    said = tr(
        "{accepted} of {addressed} accepted by the server",
        accepted=count_text(accepted - marked),
        addressed=count_text(addressed),
    )
    return tr("{said}, {marked} marked as sent by you", said=said, marked=count_text(marked)) if marked else said
