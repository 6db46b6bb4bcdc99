"""Everything the program says about replies, states, numbers and times is short and plain."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.delivery import State
from sendoff.core.doctor_faults import FAULTS, Fault, tells_of
from sendoff.core.doctor_steps import Step
from sendoff.core.outcome import Kind, Outcome, Reply, Scope, Stage
from sendoff.core.wording import clock_text, count_text, duration_text, explain, state_glyph, state_label

SUNDAY = datetime(2026, 11, 22, 15, 20, tzinfo=UTC)


def ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


@pytest.mark.parametrize(
    ("outcome", "stage", "sentence"),
    [
        (Outcome(kind=Kind.ACCEPTED), Stage.END, "Accepted by the server."),
        (Outcome(kind=Kind.NO_SUCH_USER, permanent=True), Stage.RCPT, "The address does not exist."),
        (
            Outcome(kind=Kind.AUTH, scope=Scope.ACCOUNT, permanent=True),
            Stage.AUTH,
            "Gmail did not accept this user name and password.",
        ),
        (
            Outcome(kind=Kind.RATE_LIMITED, scope=Scope.ACCOUNT),
            Stage.END,
            "The sending limit of Gmail is reached.",
        ),
        (Outcome(kind=Kind.SERVER_DOWN, scope=Scope.SESSION), Stage.MAIL, "Gmail closed the connection."),
        (Outcome(kind=Kind.UNKNOWN, permanent=True), Stage.END, "The server refused the message."),
    ],
)
def test_a_reply_is_explained(outcome: Outcome, stage: Stage, sentence: str) -> None:
    assert explain(outcome, Reply(stage, 550), "Gmail") == sentence


@given(
    st.builds(Outcome, kind=st.sampled_from(Kind), scope=st.sampled_from(Scope), permanent=st.booleans()),
    st.sampled_from(Stage),
    st.sampled_from(["", "Gmail"]),
)
def test_every_outcome_has_a_sentence(outcome: Outcome, stage: Stage, name: str) -> None:
    sentence = explain(outcome, Reply(stage, 550), name)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "{" not in sentence
    if not name:
        assert ". the" not in sentence


def test_without_a_name_it_is_the_server() -> None:
    limit = Outcome(kind=Kind.RATE_LIMITED, scope=Scope.ACCOUNT)
    assert explain(limit, Reply(Stage.END, 450)) == "The sending limit of the server is reached."


def test_every_state_has_a_glyph_and_a_word() -> None:
    assert (state_glyph(State.ACCEPTED), state_label(State.ACCEPTED)) == ("✓", "accepted")
    assert (state_glyph(State.DEFERRED), state_label(State.DEFERRED)) == ("◔", "deferred")
    assert (state_glyph(State.IN_DOUBT), state_label(State.IN_DOUBT)) == ("◆", "in doubt")
    assert (state_glyph(State.FAILED), state_label(State.FAILED)) == ("✕", "failed")
    pairs = {(state_glyph(state), state_label(state)) for state in State}
    assert len({glyph for glyph, _ in pairs}) == len({label for _, label in pairs}) == len(pairs)


def test_counts() -> None:
    assert count_text(4812) == "4,812"
    assert count_text(7) == "7"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (-3, "0 s"),
        (38.2, "38 s"),
        (59.6, "about 1 min"),
        (240, "about 4 min"),
        (3570, "about 1 h"),
        (4800, "about 1 h 20 min"),
        (86_300, "about 1 day"),
        (90_000, "about 1 day 1 h"),
        (183_600, "about 2 days 3 h"),
    ],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (SUNDAY + timedelta(hours=1), "16:20"),
        (SUNDAY + timedelta(hours=9), "Monday 00:20"),
        (SUNDAY + timedelta(days=2, hours=-1, minutes=-10), "Tuesday 14:10"),
        (SUNDAY - timedelta(days=1), "Saturday 15:20"),
        (SUNDAY + timedelta(days=7), "29 November 15:20"),
        (SUNDAY + timedelta(days=50), "11 January 2027 15:20"),
    ],
)
def test_clock_times(at: datetime, text: str) -> None:
    assert clock_text(ms(at), ms(SUNDAY), UTC) == text


def test_clock_times_are_the_person_s() -> None:
    tokyo = timezone(timedelta(hours=9))
    assert clock_text(ms(SUNDAY), ms(SUNDAY), tokyo) == "00:20"


@pytest.mark.parametrize("fault", [one for one in FAULTS if one.step is Step.SIGN_IN], ids=lambda one: one.code)
def test_a_sign_in_that_failed_is_told_from_others_by_its_sentence(fault: Fault) -> None:
    sentence = re.sub(r"\{\w+\}", "535 (5.7.8) no\nsuch user", fault.title) + " Check both."
    assert [one.code for one in FAULTS if one.step is Step.SIGN_IN and tells_of(sentence, one.code)] == [fault.code]
