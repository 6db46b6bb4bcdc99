"""One recipient's life: the states of a delivery and the legal moves between them.

The table `MOVES` is the only place that says what may follow what; the database repeats it in a CHECK.
`in_doubt` is a state of its own because after the last byte was handed over and no answer came, nobody
can know whether the server took the message (RFC 1047): it is never sent again without a person's word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from sendoff.core.address import duplicate_key


class State(StrEnum):
    """Where one recipient of one campaign stands."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    SENDING = "sending"
    ACCEPTED = "accepted"
    DEFERRED = "deferred"
    FAILED = "failed"
    IN_DOUBT = "in_doubt"
    SUPPRESSED = "suppressed"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"
    BOUNCED = "bounced"
    COMPLAINED = "complained"
    UNSUBSCRIBED = "unsubscribed"


_S = State
MOVES: Mapping[State, frozenset[State]] = {
    _S.QUEUED: frozenset({_S.CLAIMED, _S.SUPPRESSED, _S.CANCELLED}),
    # A crash or a release before the intent takes a claim back; an envelope refusal ends it without a body.
    _S.CLAIMED: frozenset({_S.SENDING, _S.QUEUED, _S.DEFERRED, _S.FAILED, _S.SUPPRESSED}),
    _S.SENDING: frozenset({_S.ACCEPTED, _S.DEFERRED, _S.FAILED, _S.IN_DOUBT}),
    _S.DEFERRED: frozenset({_S.QUEUED, _S.FAILED, _S.SUPPRESSED, _S.CANCELLED}),
    # A late answer or evidence clears the doubt; only a person's word queues it again.
    _S.IN_DOUBT: frozenset({_S.ACCEPTED, _S.DEFERRED, _S.FAILED, _S.QUEUED}),
    _S.FAILED: frozenset({_S.QUEUED}),
    _S.SUPPRESSED: frozenset({_S.QUEUED}),
    _S.SKIPPED: frozenset({_S.QUEUED}),
    _S.CANCELLED: frozenset({_S.QUEUED}),
    _S.ACCEPTED: frozenset({_S.BOUNCED, _S.COMPLAINED, _S.UNSUBSCRIBED}),
    _S.BOUNCED: frozenset(),
    _S.COMPLAINED: frozenset(),
    _S.UNSUBSCRIBED: frozenset(),
}

PUT_OFF = "put_off"
"""The word kept with a row that was cancelled while it waited for another try; what the server said stays."""
AGAIN = ("retry", "send_again")
"""Reasons of rows that were handed over before and wait again by a person's word."""
OPEN = frozenset({State.QUEUED, State.CLAIMED, State.SENDING, State.DEFERRED})
"""States in which the engine still has something to do."""

COUNTED = ("queued", "accepted", "failed", "deferred", "in_doubt", "suppressed", "skipped", "cancelled")
"""The figures shown to people and printed as JSON; they always add up to the list."""

_FOLDED = {
    State.CLAIMED: "queued",
    State.SENDING: "queued",
    State.BOUNCED: "failed",
    State.COMPLAINED: "accepted",
    State.UNSUBSCRIBED: "accepted",
}


def may_move(old: State, new: State) -> bool:
    """Say whether a delivery may go from `old` to `new`."""
    return new in MOVES[old]


def counted(by_state: Mapping[State, int]) -> dict[str, int]:
    """Fold the states into the eight figures people see; the sum is kept."""
    figures = dict.fromkeys(COUNTED, 0)
    for state, number in by_state.items():
        figures[_FOLDED.get(state, state.value)] += number
    return figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One recipient of one campaign, as claimed from the queue."""

    id: int
    campaign_id: str
    position: int
    """Row of the list, counted from 1."""
    address: str
    name: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    state: State = State.QUEUED
    attempts: int = 0
    zone: str = ""
    """The time zone beside the row, where the sending hours go by it."""
    before: int = 0
    """Attempts until a person last ordered it again: what may be tried is counted anew from there."""
    first_at: int = 0
    """When the first attempt since then ended (epoch ms); 0 = there was none."""
    again: bool = False
    """It was over, and a person ordered it to be tried again."""

    @property
    def tried(self) -> int:
        """Attempts of those that may be made, since a person last ordered it."""
        return self.attempts - self.before

    @property
    def domain(self) -> str:
        """The recipient's domain in ASCII form, by which limits and turns go."""
        return _domain(self.address)


@lru_cache(maxsize=4096)
def _domain(address: str) -> str:
    return duplicate_key(address).rpartition("@")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row as people see it: the delivery and the server's last word on it."""

    id: int
    position: int
    address: str
    name: str
    fields: Mapping[str, str]
    state: State
    attempts: int
    due_at: int
    code: int
    enhanced: str
    text: str
    reason: str
    updated_at: int
    account: str = ""
    """The name of the account that tried last; empty where none did."""
    account_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of a delivery's history."""

    at: int
    old: State
    new: State
    attempt: int
    code: int
    enhanced: str
    text: str
    reason: str
    account: str = ""
    """The account that tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One compare-and-set on a delivery: it takes effect only if the row is in `old` and carries `token`."""

    delivery_id: int
    token: str
    old: State
    new: State
    at: int
    """Epoch milliseconds."""
    attempts: int = 0
    due_at: int = 0
    code: int = 0
    enhanced: str = ""
    text: str = ""
    reason: str = ""
    """The class of the outcome, a word of `core.outcome.Kind` or of the engine."""
    connection: int = 0

    def __post_init__(self) -> None:
        if not may_move(self.old, self.new):
            raise ValueError(f"a delivery may not go from {self.old} to {self.new}")
