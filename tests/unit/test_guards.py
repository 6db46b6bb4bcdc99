"""What is the sender's fault, or the whole list's, pauses the campaign before it is charged to everybody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.outcome import Kind, Outcome, Reply, Scope, Stage
from sendoff.services.sending.guards import ALIKE, BEARABLE, WINDOW, Guards, asks_about_sender

GONE = Outcome(kind=Kind.NO_SUCH_USER, permanent=True)
TAKEN = Outcome(kind=Kind.ACCEPTED)
LATER = Outcome(kind=Kind.GREYLISTED)
SPAM = Outcome(kind=Kind.POLICY_SPAM, scope=Scope.MESSAGE, permanent=True)
ACCEPTED = Reply(Stage.END, 250)
CLEAN = {"accepted": 1_000, "failed": 0}


def gone(number: int, words: str = "no such user here") -> Reply:
    return Reply(Stage.RCPT, 550, "5.1.1", f"<p{number}@example.com>: {words} q{number}")


def other(number: int) -> Reply:
    """A refusal in words that no other has."""
    return gone(number, "no" + "o" * number)


def hear(guards: Guards, refused: Iterable[bool], words: str = "") -> list[str]:
    """What is said after each recipient: refused in words of its own, or in these, or else accepted."""
    return [
        guards.hear(gone(n, words) if words else other(n), GONE) if bad else guards.hear(ACCEPTED, TAKEN)
        for n, bad in enumerate(refused)
    ]


def test_the_same_refusal_five_times_in_a_row_pauses() -> None:
    said = hear(Guards({}), [True] * ALIKE, "no such user here")
    assert said[:-1] == [""] * (ALIKE - 1)
    assert said[-1] == (
        "5 recipients in a row were refused for good in the same words: "
        "“550 5.1.1 <p4@example.com>: no such user here q4”. Nobody was blocked. "
        "If it is about you or your account, fix that and send to the failed again; "
        "if these addresses are wrong, resume."
    )


@pytest.mark.parametrize("between", [(ACCEPTED, TAKEN), (gone(9, "mailbox is closed"), GONE)])
def test_something_else_in_between_begins_anew(between: tuple[Reply, Outcome]) -> None:
    guards = Guards(CLEAN, 50)
    for number in range(ALIKE - 1):
        guards.hear(gone(number), GONE)
    guards.hear(*between)
    said = hear(guards, [True] * ALIKE, "no such user here")
    assert [bool(one) for one in said] == [False] * (ALIKE - 1) + [True]


def test_a_wait_in_between_says_nothing() -> None:
    guards = Guards(CLEAN)
    for number in range(ALIKE - 1):
        guards.hear(gone(number), GONE)
        guards.hear(Reply(Stage.RCPT, 451), LATER)
    assert guards.hear(gone(9), GONE)


def test_the_sixth_of_the_last_fifty_pauses_and_five_do_not() -> None:
    few = [number % 10 == 0 for number in range(40 * WINDOW)]
    assert not any(hear(Guards(CLEAN), few))
    said = hear(Guards(CLEAN), [*few[:-5], True])
    assert not any(said[:-1])
    assert said[-1].startswith("6 of the last 50 recipients were refused for good, the last with “550 5.1.1")


def test_refusals_that_are_further_away_do_not_count() -> None:
    apart = ([True] * 5 + [False] * (WINDOW - 5)) * 10
    assert not any(hear(Guards(CLEAN), apart))


def test_twelve_with_two_bad_ones_are_sent_to_and_twelve_with_six_are_not() -> None:
    assert not any(hear(Guards({}), [number in (3, 7) for number in range(12)]))
    said = hear(Guards({}), [number % 2 == 1 for number in range(12)])
    assert said[-1].startswith("6 of the last 12 recipients")
    assert not any(said[:-1])


def test_who_is_tried_again_by_a_persons_word_does_not_count() -> None:
    guards = Guards({"accepted": 970, "failed": 0})
    assert not any(guards.hear(gone(number), GONE, again=True) for number in range(30))
    assert not any(hear(guards, [True] * (ALIKE - 1), "no such user here"))


def test_single_spam_verdicts_count_as_refusals() -> None:
    guards, said = Guards(CLEAN), list[str]()
    for number in range(6):
        said += [guards.hear(Reply(Stage.END, 554, "5.7.1", "o" * number), SPAM), guards.hear(ACCEPTED, TAKEN)]
    assert said[-2].startswith("6 of the last 11")


def test_after_a_resume_it_takes_as_many_again_in_a_row_to_ask_again() -> None:
    asked, failed = list[int](), 0
    while failed < 200:
        for said in hear(Guards({"failed": failed}), [True] * 400, "no such user here"):
            failed += 1
            if said:
                break
        asked.append(failed)
    assert asked == [5, 10, 20, 40, 80, 160, 320]


def test_after_a_resume_it_takes_twice_the_share() -> None:
    known = {"accepted": 80, "failed": 20}
    assert not any(hear(Guards(known), [number % 3 == 0 for number in range(300)]))
    said = hear(Guards(known), [number % 2 == 0 for number in range(300)])
    assert next(one for one in said if one).startswith("21 of the last 41")


def test_a_few_refused_at_the_start_do_not_let_any_share_pass() -> None:
    said = hear(Guards({"failed": 5}), [number % 2 == 0 for number in range(WINDOW)])
    assert next(one for one in said if one).startswith("11 of the last 21")


@pytest.mark.parametrize(("bearable", "first"), [(2, 2), (10, 6), (30, 16)])
def test_the_share_can_be_set(bearable: int, first: int) -> None:
    said = hear(Guards({}, bearable), [True] * WINDOW)
    assert [bool(one) for one in said].index(True) == first - 1


def test_nought_asks_for_no_refused_recipients_and_still_for_spam() -> None:
    guards = Guards({}, 0)
    assert not any(hear(guards, [True] * 500, "no such user here"))
    assert [bool(guards.hear(Reply(Stage.END, 554), SPAM)) for _ in range(3)] == [False, False, True]


@pytest.mark.parametrize(
    ("accepted", "failed", "pauses"),
    [(1_000, 60, True), (90, 10, True), (895, 105, False)],
)
def test_only_a_share_that_was_unbearable_before_a_resume_lets_more_pass(
    accepted: int, failed: int, *, pauses: bool
) -> None:
    said = hear(Guards({"accepted": accepted, "failed": failed}), [True] * ALIKE, "no such user here")
    assert [bool(one) for one in said] == [False] * (ALIKE - 1) + [pauses]


def test_three_spam_verdicts_in_a_row_pause_and_nothing_that_only_looks_like_one_counts() -> None:
    verdict = Reply(Stage.END, 554, "5.7.1", "spam")
    guards = Guards({}, 0)
    assert [bool(guards.hear(verdict, SPAM)) for _ in range(3)] == [False, False, True]
    of_one = Outcome(kind=Kind.POLICY_SPAM, scope=Scope.RECIPIENT, permanent=True)
    too_big = Outcome(kind=Kind.CONTENT_TOO_BIG, scope=Scope.MESSAGE, permanent=True)
    for other_outcome in (of_one, too_big):
        guards = Guards({}, 0)
        assert not any(guards.hear(verdict, other_outcome) for _ in range(5))


def test_a_sender_refused_three_times_in_a_row_pauses() -> None:
    refusal = Reply(Stage.MAIL, 550, "5.7.1", "not you")
    outcome = Outcome(kind=Kind.NO_SUCH_USER, scope=Scope.ACCOUNT, permanent=True)
    guards = Guards({}, 0)
    said = [guards.hear(refusal, outcome) for _ in range(3)]
    assert said == ["", "", "The server refuses the sender: 550 5.7.1 not you"]
    guards = Guards({}, 0)
    for _ in range(4):
        assert not guards.hear(refusal, outcome)
        assert not guards.hear(refusal, outcome)
        assert not guards.hear(ACCEPTED, TAKEN)
    assert not any(guards.hear(refusal, LATER) for _ in range(5))


@given(st.lists(st.booleans(), max_size=200), st.dictionaries(st.sampled_from(["accepted", "failed"]), st.integers(0)))
def test_no_pause_without_more_than_the_share_among_the_last(refused: list[bool], counts: Mapping[str, int]) -> None:
    for number, said in enumerate(hear(Guards(counts), refused), 1):
        too_many = sum(refused[max(0, number - WINDOW) : number]) > BEARABLE * WINDOW // 100
        assert too_many or not said
        assert said or not too_many or any(counts.values())
        if said:
            break


@pytest.mark.parametrize(
    ("reason", "about_it"),
    [
        ("The server refuses the sender: 550 5.1.8 Domain of sender address does not exist", True),
        ("The server took three messages in a row for spam, the last with “550 spam”.", True),
        ("5 recipients in a row were refused for good in the same words: “550 5.7.26 unauthenticated”.", True),
        ("5 recipients in a row were refused for good in the same words: “550 5.1.1 no such user”.", False),
        ("Gmail did not accept this password.", False),
        ("", False),
    ],
)
def test_a_pause_is_about_the_sender_or_not(reason: str, about_it: bool) -> None:
    assert asks_about_sender(reason) is about_it
