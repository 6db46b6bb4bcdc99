"""The first messages of a campaign: how many may be out, what counts as one of them, and when they are over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest

from sendoff.core.campaign import Campaign, Pace
from sendoff.core.delivery import AGAIN, Line, Move, State, counted
from sendoff.core.ports import RowReader
from sendoff.services.sending.portion import Portion


class Rows:
    """A list with so many rows in each state, of the queued some that are to be tried again."""

    def __init__(self, again: int, by_state: dict[State, int]) -> None:
        self._again, self._by_state = again, by_state

    def counts(self, _campaign_id: str) -> dict[str, int]:
        return counted(self._by_state)

    def page(
        self,
        _campaign_id: str,
        _fields: Sequence[str],
        *,
        limit: int,
        states: Sequence[State],
        reasons: Sequence[str],
    ) -> list[Line]:
        assert (states, reasons) == ((State.QUEUED,), AGAIN)
        return [cast("Line", None)] * min(limit, self._again)


def portion(first: int, again: int = 0, **by_state: int) -> Portion:
    rows = Rows(again, {State(state): number for state, number in by_state.items()})
    return Portion(Campaign(id="c", name="c", pace=Pace(first=first)), cast("RowReader", rows))


def move(row: int, new: State, old: State = State.SENDING) -> Move:
    return Move(delivery_id=row, token="t", old=old, new=new, at=0)


def stands(held: Portion) -> str:
    """In a word; the type checker would take an answer for the next one's."""
    return "over" if held.over else "open" if held.open else "full"


def handed(held: Portion, rows: int) -> list[bool]:
    return [held.handed(row) for row in range(1, rows + 1)]


def test_without_a_number_everything_may_go() -> None:
    held = portion(0)
    assert handed(held, 3) == [True] * 3
    held.note([move(1, State.ACCEPTED)])
    assert stands(held) == "open"


@pytest.mark.parametrize("first", [1, 2])
def test_no_more_are_out_at_once_than_may_still_go(first: int) -> None:
    held = portion(first)
    assert stands(held) == "open"
    assert handed(held, first + 1) == [True] * first + [False]
    assert stands(held) == "full"


def test_what_came_back_unsent_leaves_its_place() -> None:
    held = portion(1)
    assert held.handed(1)
    held.back(1)
    held.back(7)  # never out
    assert stands(held) == "open"
    assert held.handed(2)


@pytest.mark.parametrize("end", [State.ACCEPTED, State.FAILED, State.IN_DOUBT])
def test_what_came_to_its_end_counts(end: State) -> None:
    held = portion(2)
    handed(held, 2)
    held.note([move(1, end)])
    assert stands(held) == "full"  # the other one is out
    held.note([move(2, end)])
    assert stands(held) == "over"


def test_what_waits_again_does_not_count() -> None:
    held = portion(1)
    held.handed(1)
    held.note([move(1, State.SENDING, State.CLAIMED)])
    assert stands(held) == "full"  # its intent: it is on its way
    held.note([move(1, State.DEFERRED)])
    assert stands(held) == "open"


def test_what_was_handed_over_before_counts_and_who_is_tried_again_with_it() -> None:
    held = portion(10, 2, accepted=1, failed=2, in_doubt=3, queued=50, deferred=4, skipped=5)
    assert handed(held, 3) == [True, True, False]


@pytest.mark.parametrize(("accepted", "again"), [(3, 0), (2, 1), (0, 9), (8, 0)])
def test_when_they_have_gone_the_rest_goes_without_a_pause(accepted: int, again: int) -> None:
    held = portion(3, again, accepted=accepted)
    assert handed(held, 9) == [True] * 9
    held.note([move(1, State.ACCEPTED)])
    assert stands(held) == "open"


def test_it_says_how_many() -> None:
    assert portion(1).sentence == "It paused by itself after the first message, as set. Look at them, then resume."
    assert "the first 1,200 messages" in portion(1200).sentence
