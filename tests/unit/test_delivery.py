"""The moves of a delivery: what may follow what, and figures that always add up to the list."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.delivery import COUNTED, MOVES, OPEN, Delivery, Move, State, counted, may_move

LEGAL = {
    "queued": "cancelled claimed suppressed",
    "claimed": "deferred failed queued sending suppressed",
    "sending": "accepted deferred failed in_doubt",
    "deferred": "cancelled failed queued suppressed",
    "in_doubt": "accepted deferred failed queued",
    "failed": "queued",
    "suppressed": "queued",
    "skipped": "queued",
    "cancelled": "queued",
    "accepted": "bounced complained unsubscribed",
}
"""The table once more, by hand."""
ENDS = frozenset({State.BOUNCED, State.COMPLAINED, State.UNSUBSCRIBED})
"""Nothing follows these, not even by a person's word."""
AFTER_A_PERSON_S_WORD = frozenset({State.FAILED, State.SUPPRESSED, State.SKIPPED, State.CANCELLED})


def move(old: State, new: State) -> Move:
    return Move(delivery_id=1, token="t", old=old, new=new, at=1)


def reached_from(start: State, without: frozenset[State] = frozenset()) -> set[State]:
    """Every state that moves lead to from `start`, never passing through those left out."""
    seen, edge = {start}, [start]
    while edge:
        for new in MOVES[edge.pop()] - seen - without:
            seen.add(new)
            edge.append(new)
    return seen


def test_the_table_knows_every_state_and_nothing_else() -> None:
    assert set(MOVES) == set(State)
    assert set().union(*MOVES.values()) <= set(State)


def test_every_state_is_reached_from_the_list() -> None:
    # A row of the list starts as queued, or as skipped where its address is unusable.
    assert reached_from(State.QUEUED) | {State.SKIPPED} == set(State)
    assert State.SKIPPED not in reached_from(State.QUEUED)


def test_the_ends_are_ends() -> None:
    assert {state for state, news in MOVES.items() if not news} == ENDS
    assert MOVES[State.ACCEPTED] == ENDS


def test_nothing_ended_goes_anywhere_but_back_to_the_queue() -> None:
    assert {state for state, news in MOVES.items() if news == {State.QUEUED}} == AFTER_A_PERSON_S_WORD


def test_every_open_state_leads_to_an_end_without_help() -> None:
    for state in OPEN:
        assert reached_from(state) & (ENDS | AFTER_A_PERSON_S_WORD | {State.ACCEPTED})


def test_nobody_is_accepted_without_an_intent() -> None:
    assert {old for old in State if may_move(old, State.ACCEPTED)} == {State.SENDING, State.IN_DOUBT}
    assert {old for old in State if may_move(old, State.SENDING)} == {State.CLAIMED}
    assert {old for old in State if may_move(old, State.CLAIMED)} == {State.QUEUED}
    assert {old for old in State if may_move(old, State.IN_DOUBT)} == {State.SENDING}


def test_after_an_intent_only_a_certain_no_or_a_person_leads_to_another_attempt() -> None:
    # I3: from `sending` straight back to the queue there is no way, neither for a crash nor for a mistake.
    assert not may_move(State.SENDING, State.QUEUED)
    assert not may_move(State.SENDING, State.CLAIMED)
    assert not may_move(State.SENDING, State.CANCELLED)
    assert State.CLAIMED not in reached_from(State.IN_DOUBT, without=frozenset({State.QUEUED}))


def test_an_accepted_message_is_never_sent_again() -> None:
    assert not reached_from(State.ACCEPTED) & (OPEN | {State.IN_DOUBT})


@pytest.mark.parametrize(("old", "new"), list(product(State, State)))
def test_a_move_is_made_only_where_the_table_allows_it(old: State, new: State) -> None:
    if may_move(old, new):
        assert (move(old, new).old, move(old, new).new) == (old, new)
    else:
        with pytest.raises(ValueError, match=f"may not go from {old} to {new}"):
            move(old, new)


def test_no_state_moves_to_itself() -> None:
    assert not [state for state in State if may_move(state, state)]


@given(st.dictionaries(st.sampled_from(list(State)), st.integers(0, 10**6)))
def test_the_figures_keep_the_sum(by_state: dict[State, int]) -> None:
    figures = counted(by_state)
    assert tuple(figures) == COUNTED
    assert sum(figures.values()) == sum(by_state.values())


@given(st.sampled_from(list(State)), st.integers(1, 10**6))
def test_each_state_is_counted_in_one_figure(state: State, number: int) -> None:
    assert sorted(counted({state: number}).values()) == [0] * 7 + [number]


@pytest.mark.parametrize(
    ("state", "figure"),
    [
        (State.CLAIMED, "queued"),
        (State.SENDING, "queued"),
        (State.BOUNCED, "failed"),
        (State.COMPLAINED, "accepted"),
        (State.UNSUBSCRIBED, "accepted"),
        *((State(name), name) for name in COUNTED),
    ],
)
def test_the_figure_says_what_people_understand(state: State, figure: str) -> None:
    assert counted({state: 7})[figure] == 7


def test_a_run_is_over_when_nobody_stands_in_these() -> None:
    assert {State.QUEUED, State.CLAIMED, State.SENDING, State.DEFERRED} == OPEN


def test_a_delivery_and_a_move_say_nothing_they_were_not_told() -> None:
    row = Delivery(id=1, campaign_id="c", position=1, address="ann@example.com")
    assert (row.attempts, row.first_at, row.state) == (0, 0, State.QUEUED)
    move = Move(delivery_id=1, token="", old=State.QUEUED, new=State.CLAIMED, at=0)
    assert (move.attempts, move.due_at, move.code, move.connection) == (0, 0, 0, 0)


def test_the_moves_are_these_and_no_others() -> None:
    assert {old: " ".join(sorted(news)) for old, news in MOVES.items() if news} == LEGAL


def test_the_domain_is_the_one_of_the_wire() -> None:
    row = Delivery(id=1, campaign_id="c", position=1, address="Ann@Bücher.Example")
    assert row.domain == "xn--bcher-kva.example"
    assert not row.again
