"""What becomes of a row, its campaign and its account after a reply or a loss. Pure: no clock, no I/O."""

from __future__ import annotations

from typing import NamedTuple

from sendoff.core.campaign import Pace
from sendoff.core.delivery import Delivery, Move, State
from sendoff.core.errors import Phase
from sendoff.core.outcome import Kind, Outcome, Reply, Scope
from sendoff.core.retry import GIVEN_UP, GiveUp, decide, lost_again, too_old

_PARK_FLOOR = 60
"""Seconds an account rests when a reply asks for a rest without saying how long."""


class Circumstances(NamedTuple):
    """What the judge needs to know besides the reply."""

    delivery: Delivery
    token: str
    committed: bool
    """The intent is on disk, so the row stands in `sending`."""
    now: int
    jitter: float
    pace: Pace
    losses_in_a_row: int = 0
    connection: int = 0


class Verdict(NamedTuple):
    """One move for the row, and what must stop, if anything."""

    move: Move
    park_until: int = 0
    """The account rests until then (epoch ms)."""
    pause: bool = False
    """The campaign pauses and asks its user."""


def judge_reply(reply: Reply, outcome: Outcome, around: Circumstances) -> Verdict:  # noqa: PLR0911 -- one a scope
    """Decide on a server's answer. The scope decides what stops; only recipient faults are charged to the row."""
    if outcome.accepted:
        return Verdict(move=_move(around, State.ACCEPTED, reply, outcome, charge=True))
    if outcome.scope is Scope.SESSION:
        return Verdict(move=_again(around, reply, outcome))
    if outcome.scope is Scope.ACCOUNT:
        move = _move(around, State.DEFERRED, reply, outcome, due_at=around.now)
        if outcome.permanent:
            return Verdict(move=move, pause=True)
        return Verdict(move=move, park_until=around.now + 1000 * (outcome.wait or _PARK_FLOOR))
    if outcome.scope is Scope.MESSAGE:
        # Our own size limit or content: the same for everybody. One spam verdict alone may be about this recipient.
        pause = outcome.kind is Kind.CONTENT_TOO_BIG
        return Verdict(move=_move(around, State.FAILED, reply, outcome, charge=True), pause=pause)
    decision = decide(
        outcome,
        around.delivery.tried + 1,
        around.pace.attempts,
        around.pace.retry_after,
        around.now,
        around.jitter,
        first_at=around.delivery.first_at,
        max_age=around.pace.max_age,
    )
    if isinstance(decision, GiveUp):
        reason = "" if outcome.permanent else GIVEN_UP
        return Verdict(move=_move(around, State.FAILED, reply, outcome, charge=True, reason=reason))
    return Verdict(move=_move(around, State.DEFERRED, reply, outcome, charge=True, due_at=decision.at))


def judge_loss(phase: Phase, detail: str, around: Circumstances) -> Verdict:
    """Decide on a broken session: after the last byte nobody knows, before it nothing was delivered."""
    if phase is Phase.COMMITTED:
        move = Move(
            delivery_id=around.delivery.id,
            token=around.token,
            old=State.SENDING,
            new=State.IN_DOUBT,
            at=around.now,
            attempts=around.delivery.attempts + 1,
            text=detail,
            reason="lost",
            connection=around.connection,
        )
        return Verdict(move=move)
    return Verdict(move=_again(around, None, None, detail))


def unsendable(sentence: str, around: Circumstances) -> Move:
    """End a row whose message could not be built; the check of the whole list finds these before the start."""
    return Move(
        delivery_id=around.delivery.id,
        token=around.token,
        old=State.CLAIMED,
        new=State.FAILED,
        at=around.now,
        attempts=around.delivery.attempts,
        text=sentence,
        reason="message",
    )


def put_back(around: Circumstances, reason: str) -> Move:
    """Give a row back untouched."""
    return Move(
        delivery_id=around.delivery.id,
        token=around.token,
        old=State.SENDING if around.committed else State.CLAIMED,
        new=State.DEFERRED if around.committed else State.QUEUED,
        at=around.now,
        attempts=around.delivery.attempts,
        due_at=around.now if around.committed else 0,
        reason=reason,
    )


def _again(around: Circumstances, reply: Reply | None, outcome: Outcome | None, detail: str = "") -> Move:
    """Try the row again at once: the session is to blame.

    The first loss in a row of losses is charged to the message, or one that kills every session it meets would be
    tried for ever; while the server is down, or wants fewer connections, nobody is charged.
    """
    crowded = outcome is not None and outcome.kind is Kind.RATE_LIMITED
    charged = 1 if around.losses_in_a_row == 0 and not crowded else 0
    tried = around.delivery.tried + charged
    due_at = around.now if crowded else lost_again(tried, around.pace.retry_after, around.now, around.jitter)
    first_at = around.delivery.first_at or around.now
    used_up = tried >= around.pace.attempts or too_old(first_at, around.pace.max_age, due_at)
    reason = outcome.kind.value if outcome else "lost"
    state = State.FAILED if used_up else State.DEFERRED
    return Move(
        delivery_id=around.delivery.id,
        token=around.token,
        old=State.SENDING if around.committed else State.CLAIMED,
        new=state,
        at=around.now,
        attempts=around.delivery.attempts + charged,
        due_at=0 if used_up else due_at,
        code=reply.code if reply else 0,
        enhanced=reply.enhanced if reply else "",
        text=reply.text if reply else detail,
        reason=GIVEN_UP if used_up else reason,
        connection=around.connection,
    )


def _move(
    around: Circumstances,
    new: State,
    reply: Reply,
    outcome: Outcome,
    *,
    charge: bool = False,
    due_at: int = 0,
    reason: str = "",
) -> Move:
    return Move(
        delivery_id=around.delivery.id,
        token=around.token,
        old=State.SENDING if around.committed else State.CLAIMED,
        new=new,
        at=around.now,
        attempts=around.delivery.attempts + (1 if charge else 0),
        due_at=due_at,
        code=reply.code,
        enhanced=reply.enhanced,
        text=reply.text,
        reason=reason or outcome.kind.value,
        connection=around.connection,
    )
