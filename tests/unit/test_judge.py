"""What becomes of a row, its campaign and its account: every scope, committed or not, answered or lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.campaign import Pace
from sendoff.core.delivery import Delivery, State
from sendoff.core.errors import Phase
from sendoff.core.outcome import Kind, Outcome, Reply, Scope, Stage
from sendoff.core.retry import GIVEN_UP
from sendoff.services.sending.judge import Circumstances, Verdict, judge_loss, judge_reply, put_back, unsendable

NOW = 1_795_305_600_000
MINUTE = 60_000
MIDDLE = 0.5
"""The jitter that changes nothing."""
TAKEN = Outcome(kind=Kind.ACCEPTED)
SLOWLY = Outcome(kind=Kind.UNKNOWN)
NEVER = Outcome(kind=Kind.NO_SUCH_USER, permanent=True)
DOWN = Outcome(kind=Kind.SERVER_DOWN, scope=Scope.SESSION)
TOO_FAST = Outcome(kind=Kind.RATE_LIMITED, scope=Scope.ACCOUNT, wait=600)
TOO_FAST_SOMEHOW = Outcome(kind=Kind.RATE_LIMITED, scope=Scope.ACCOUNT)
LOCKED_OUT = Outcome(kind=Kind.AUTH, scope=Scope.ACCOUNT, permanent=True)
TOO_BIG = Outcome(kind=Kind.CONTENT_TOO_BIG, scope=Scope.MESSAGE, permanent=True)
SPAM = Outcome(kind=Kind.POLICY_SPAM, scope=Scope.MESSAGE, permanent=True)


def around(
    *, attempts: int = 0, committed: bool = True, losses: int = 0, most: int = 3, wait: float = 30
) -> Circumstances:
    return Circumstances(
        delivery=Delivery(id=7, campaign_id="c", position=1, address="ann@example.com", attempts=attempts),
        token="token",
        committed=committed,
        now=NOW,
        jitter=MIDDLE,
        pace=Pace(attempts=most, retry_after=wait),
        losses_in_a_row=losses,
        connection=2,
    )


def reply(outcome: Outcome) -> Reply:
    code = 250 if outcome.accepted else 550 if outcome.permanent else 450
    return Reply(Stage.END, code, f"{code // 100}.1.1", "what it said")


def judged(outcome: Outcome, **circumstances: Any) -> Verdict:
    return judge_reply(reply(outcome), outcome, around(**circumstances))


@pytest.mark.parametrize("committed", [True, False])
@pytest.mark.parametrize(
    ("outcome", "attempts", "new", "charged", "due"),
    [
        (NEVER, 0, State.FAILED, 1, 0),
        (SLOWLY, 0, State.DEFERRED, 1, NOW + 30_000),
        (SLOWLY, 1, State.DEFERRED, 1, NOW + 60_000),
        (SLOWLY, 2, State.FAILED, 1, 0),
        (DOWN, 0, State.DEFERRED, 1, NOW),
        (DOWN, 1, State.DEFERRED, 1, NOW + 30_000),
        (DOWN, 2, State.FAILED, 1, 0),
        (TOO_FAST, 0, State.DEFERRED, 0, NOW),
        (TOO_FAST, 2, State.DEFERRED, 0, NOW),
        (LOCKED_OUT, 2, State.DEFERRED, 0, NOW),
        (TOO_BIG, 0, State.FAILED, 1, 0),
        (SPAM, 0, State.FAILED, 1, 0),
    ],
    ids=lambda value: value.kind if isinstance(value, Outcome) else None,
)
def test_a_refusal(outcome: Outcome, attempts: int, new: State, charged: int, due: int, committed: bool) -> None:
    move = judged(outcome, attempts=attempts, committed=committed).move
    assert move.old is (State.SENDING if committed else State.CLAIMED)
    assert (move.new, move.attempts, move.due_at) == (new, attempts + charged, due)
    said = reply(outcome)
    reason = GIVEN_UP if new is State.FAILED and outcome in (SLOWLY, DOWN) else outcome.kind
    assert (move.code, move.enhanced, move.text, move.reason) == (said.code, said.enhanced, said.text, reason)
    assert (move.delivery_id, move.token, move.at, move.connection) == (7, "token", NOW, 2)


@pytest.mark.parametrize("attempts", [0, 2, 9])
def test_an_acceptance_is_the_end_whatever_came_before(attempts: int) -> None:
    verdict = judged(TAKEN, attempts=attempts)
    assert (verdict.pause, verdict.park_until) == (False, 0)
    move = verdict.move
    assert (move.old, move.new, move.attempts, move.due_at) == (State.SENDING, State.ACCEPTED, attempts + 1, 0)


def test_an_acceptance_without_an_intent_cannot_be_written_down() -> None:
    with pytest.raises(ValueError, match="may not go from claimed to accepted"):
        judged(TAKEN, committed=False)


@pytest.mark.parametrize(
    ("outcome", "pause", "park"),
    [
        (NEVER, False, 0),
        (SLOWLY, False, 0),
        (DOWN, False, 0),
        (SPAM, False, 0),
        (TOO_BIG, True, 0),
        (LOCKED_OUT, True, 0),
        (TOO_FAST, False, NOW + 10 * MINUTE),
        (TOO_FAST_SOMEHOW, False, NOW + MINUTE),
    ],
)
def test_what_stops(outcome: Outcome, pause: bool, park: int) -> None:
    verdict = judged(outcome)
    assert (verdict.pause, verdict.park_until) == (pause, park)


def test_a_wait_that_the_server_asked_for_is_kept() -> None:
    asked = Outcome(kind=Kind.GREYLISTED, wait=900)
    assert judged(asked, wait=1).move.due_at == NOW + 900_000


# -- lost sessions


@pytest.mark.parametrize("attempts", [0, 99])
def test_after_the_last_byte_nobody_knows(attempts: int) -> None:
    verdict = judge_loss(Phase.COMMITTED, "gone", around(attempts=attempts))
    move = verdict.move
    assert (move.old, move.new, move.reason, move.text) == (State.SENDING, State.IN_DOUBT, "lost", "gone")
    assert (move.attempts, move.due_at, move.code) == (attempts + 1, 0, 0)
    assert (verdict.pause, verdict.park_until) == (False, 0)


@pytest.mark.parametrize("phase", [Phase.IDLE, Phase.ENVELOPE, Phase.BODY])
@pytest.mark.parametrize("committed", [True, False])
def test_before_the_last_byte_it_is_tried_again(phase: Phase, committed: bool) -> None:
    # Committed and still before the last byte: the machine slept, or the server hung up while the disk wrote.
    move = judge_loss(phase, "gone", around(committed=committed)).move
    assert move.old is (State.SENDING if committed else State.CLAIMED)
    assert (move.new, move.due_at, move.reason, move.text) == (State.DEFERRED, NOW, "lost", "gone")


def test_a_message_that_kills_every_session_is_charged_once_for_each_and_fails_in_the_end() -> None:
    attempts, ends = 0, []
    for _ in range(3):  # others succeed in between, so each loss is the first in a row
        move = judge_loss(Phase.BODY, "gone", around(attempts=attempts, committed=False, losses=0)).move
        attempts = move.attempts
        ends.append(move.new)
    assert (attempts, ends) == (3, [State.DEFERRED, State.DEFERRED, State.FAILED])


@pytest.mark.parametrize("losses", [1, 2, 50])
@pytest.mark.parametrize("phase", [Phase.IDLE, Phase.ENVELOPE, Phase.BODY])
def test_nobody_is_charged_while_the_server_is_down(phase: Phase, losses: int) -> None:
    by_loss = judge_loss(phase, "gone", around(attempts=1, committed=False, losses=losses)).move
    by_reply = judged(DOWN, attempts=1, losses=losses).move
    for move in (by_loss, by_reply):
        assert (move.new, move.attempts) == (State.DEFERRED, 1)


@given(
    st.sampled_from([Phase.IDLE, Phase.ENVELOPE, Phase.BODY]),
    st.booleans(),
    st.integers(0, 20),
    st.integers(0, 5),
    st.integers(1, 20),
)
def test_a_loss_before_the_last_byte_never_ends_in_doubt_nor_beyond_the_attempts(
    phase: Phase, committed: bool, attempts: int, losses: int, most: int
) -> None:
    move = judge_loss(phase, "", around(attempts=attempts, committed=committed, losses=losses, most=most)).move
    assert move.new in (State.DEFERRED, State.FAILED)
    assert move.attempts - attempts == (1 if losses == 0 else 0)
    assert (move.new is State.FAILED) == (move.attempts >= most)


@given(
    st.sampled_from([SLOWLY, NEVER, DOWN, TOO_FAST, LOCKED_OUT, TOO_BIG, SPAM]),
    st.booleans(),
    st.integers(0, 20),
    st.integers(0, 5),
    st.integers(1, 20),
)
def test_a_refusal_is_certain(outcome: Outcome, committed: bool, attempts: int, losses: int, most: int) -> None:
    move = judged(outcome, attempts=attempts, committed=committed, losses=losses, most=most).move
    assert move.new in (State.DEFERRED, State.FAILED)
    assert attempts <= move.attempts <= attempts + 1
    if move.new is State.DEFERRED:
        assert move.due_at >= NOW


# -- rows that were not sent


def test_a_message_that_cannot_be_built_has_failed_without_an_attempt() -> None:
    move = unsendable("The file is not there.", around(attempts=1, committed=False))
    assert (move.old, move.new, move.reason) == (State.CLAIMED, State.FAILED, "message")
    assert (move.text, move.attempts) == ("The file is not there.", 1)


def test_a_row_that_was_withheld_goes_back_as_it_was() -> None:
    move = put_back(around(attempts=1, committed=False), "withheld")
    assert (move.old, move.new, move.attempts, move.due_at) == (State.CLAIMED, State.QUEUED, 1, 0)
    after_intent = put_back(around(attempts=1, committed=True), "withheld")
    assert (after_intent.old, after_intent.new, after_intent.due_at) == (State.SENDING, State.DEFERRED, NOW)


def test_a_crowded_server_is_tried_again_at_once_however_often_the_row_was_tried() -> None:
    crowded = Outcome(kind=Kind.RATE_LIMITED, scope=Scope.SESSION)
    assert judged(crowded, attempts=2, most=9).move.due_at == NOW
    assert judged(DOWN, attempts=2, most=9).move.due_at > NOW


@pytest.mark.parametrize(("first_at", "new"), [(0, State.DEFERRED), (NOW - 5_000, State.FAILED)])
def test_a_loss_is_too_old_by_its_first_attempt(first_at: int, new: State) -> None:
    there = around(most=9)
    pace = Pace(attempts=9, retry_after=30, max_age=4)
    old = there._replace(delivery=replace(there.delivery, first_at=first_at), pace=pace)
    move = judge_loss(Phase.BODY, "gone", old).move
    assert (move.new, move.code) == (new, 0)


def test_nothing_is_assumed_of_a_connection_or_of_losses() -> None:
    assert (Circumstances._field_defaults["losses_in_a_row"], Circumstances._field_defaults["connection"]) == (0, 0)
