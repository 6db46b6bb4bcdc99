"""What a running campaign does is always said in a sentence, and so is why a row stands where it stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.delivery import State
from sendoff.core.events import PaceChanged, PaceKind
from sendoff.core.wording import cause_sentence, limit_text, pace_sentence, retries_text, rough

NOW = int(datetime(2026, 11, 22, 15, 20, tzinfo=UTC).timestamp() * 1000)
MINUTE = 60_000


def say(kind: PaceKind, detail: str = "", after: int = 0, per_minute: int = 0, deferred: int = 0) -> str:
    return pace_sentence(
        PaceChanged("c", kind, detail, NOW + after if after else 0),
        "Work",
        NOW,
        per_minute=per_minute,
        deferred=deferred,
    )


def test_who_was_deferred_is_told_with_the_time_of_each_next_try() -> None:
    soon, late, last = NOW + 5 * MINUTE, NOW + 225 * MINUTE, NOW + 300 * MINUTE
    assert retries_text([(soon, 2)], NOW) == "Everyone was tried. 2 are tried again at 15:25."
    assert retries_text([(soon, 1), (late, 1)], NOW) == "Everyone was tried. 1 is tried again at 15:25, 1 at 19:05."
    assert retries_text([(soon, 1), (late, 1), (last, 2)], NOW) == (
        "Everyone was tried. 1 is tried again at 15:25, 3 later, the last at 20:20."
    )
    pace = PaceChanged("c", PaceKind.DEFERRED, "", soon)
    assert pace_sentence(pace, "Work", NOW, deferred=2, next_try=1) == (
        "Trying again at 15:25: 1 of 2 deferred recipients."
    )


def test_each_wait_is_said_with_its_end_and_its_cause() -> None:
    assert say(PaceKind.SENDING) == "Sending."
    assert say(PaceKind.SENDING, per_minute=1028) == "Sending 1,028 a minute."
    assert say(PaceKind.LIMIT, "80/hour", 85 * MINUTE) == "Waiting until 16:45: 80 an hour is the limit set for Work."
    assert say(PaceKind.LIMIT, "30/minute", 38_000) == "Waiting 38 s: 30 a minute is the limit set for Work."
    assert say(PaceKind.DEFERRED, "", 5 * MINUTE, deferred=3) == "Trying again at 15:25: 3 recipients were deferred."
    assert say(PaceKind.DEFERRED, "", 20_000, deferred=1) == "Trying again in 20 s: 1 recipient was deferred."
    assert (
        say(PaceKind.DEFERRED, "", 1440 * MINUTE, deferred=2)
        == "Trying again on Monday 15:20: 2 recipients were deferred."
    )
    assert (
        say(PaceKind.RECONNECTING, "The server closed the connection.", 4_000)
        == "Connecting again in 4 s: The server closed the connection."
    )
    assert say(PaceKind.RECONNECTING) == "Connecting again."
    assert (
        say(PaceKind.PARKED, "421 4.7.0 Try again later", 10 * MINUTE)
        == "The server asked for a rest until 15:30: 421 4.7.0 Try again later."
    )
    assert say(PaceKind.SLOWED, "30 a minute over 2 connections") == (
        "The server asked to slow down: 30 a minute over 2 connections for now."
    )
    assert say(PaceKind.SLOWED, "1 a minute", 12 * MINUTE) == (
        "The server asked to slow down: 1 a minute for now, next at 15:32."
    )
    assert say(PaceKind.TURN) == "Waiting for a connection: another campaign is being sent through Work."
    assert say(PaceKind.LIMIT, "gmail.com 20/minute", 38_000) == (
        "Waiting 38 s: 20 a minute to gmail.com is the limit set for Work."
    )


@pytest.mark.parametrize(
    ("number", "said"), [(4832, "4,800"), (37.4, "37"), (6.2, "6"), (0.43, "0.4"), (0.1, "0.1"), (99.9, "100")]
)
def test_measured_numbers_are_said_roughly(number: float, said: str) -> None:
    assert rough(number) == said


def test_times_are_the_persons() -> None:
    pace = PaceChanged("c", PaceKind.LIMIT, "80/hour", NOW + 85 * MINUTE)
    assert "until 18:45" in pace_sentence(pace, "Work", NOW, timezone(timedelta(hours=2)))


@given(st.sampled_from(PaceKind), st.integers(-10 * MINUTE, 10**9), st.integers(0, 10**6))
def test_there_is_always_one_sentence(kind: PaceKind, after: int, number: int) -> None:
    detail = "80/hour" if kind is PaceKind.LIMIT else "421 4.7.0 later"
    said = pace_sentence(PaceChanged("c", kind, detail, NOW + after), "Work", NOW, per_minute=number, deferred=number)
    assert said.endswith(".")
    assert ".." not in said
    assert "-" not in said


@pytest.mark.parametrize(
    ("limit", "words"), [("80/hour", "80 an hour"), ("2000/day", "2,000 a day"), ("10/2 hours", "10 in 2 hours")]
)
def test_limits_are_said_in_words(limit: str, words: str) -> None:
    assert limit_text(limit) == words


@pytest.mark.parametrize(
    ("state", "reason", "code", "sentence"),
    [
        (State.FAILED, "no_such_user", 550, "The address does not exist."),
        (State.FAILED, "greylisted", 451, "The server put it off at every attempt."),
        (State.DEFERRED, "greylisted", 451, "The server asks unknown senders to come back later."),
        (State.IN_DOUBT, "interrupted", 0, "Sendoff was closed after the whole message was handed over."),
        (State.SKIPPED, "duplicate", 0, "The address stands in the list more than once: one row of it counts."),
        (State.FAILED, "a word of tomorrow", 0, "what was said"),
    ],
)
def test_causes_are_said_in_words(state: State, reason: str, code: int, sentence: str) -> None:
    assert cause_sentence(state, reason, code, "what was said") == sentence
