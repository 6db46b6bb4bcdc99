"""The referee finds each kind of lie, and finds nothing in an honest run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.e2e.referee import Referee, Verdict

HONEST = [
    ("<1@x>", "a@x.example", "accepted"),
    ("<2@x>", "b@x.example", "in_doubt"),
    ("<3@x>", "c@x.example", "in_doubt"),
    ("<4@x>", "d@x.example", "failed"),
    ("", "e@x.example", "suppressed"),
    ("<6@x>", "f@bücher.example", "accepted"),
]
TAKEN = [("<1@x>", "a@x.example"), ("<2@x>", "b@x.example"), ("<6@x>", "f@xn--bcher-kva.example")]


def log(path: Path, taken: list[tuple[str, str]], *violations: str) -> Path:
    entries = [{"event": "accepted", "message_id": mark, "recipient": recipient} for mark, recipient in taken]
    wrongs = [{"event": "violation", "what": what, "recipient": ""} for what in violations]
    path.write_text("".join(json.dumps(entry) + "\n" for entry in [*entries, *wrongs]))
    return path


def found(verdict: Verdict) -> set[str]:
    kinds = ("duplicates", "lost", "contradictions", "unfinished", "too_many_doubts", "violations")
    return {kind for kind in kinds if getattr(verdict, kind)}


def test_an_honest_run_passes(tmp_path: Path) -> None:
    verdict = Referee(log(tmp_path / "log", TAKEN)).judge(HONEST, doubts=2)
    verdict.demand()
    assert (verdict.rows, verdict.accepted, verdict.in_doubt, verdict.in_doubt_accepted) == (6, 3, 2, 1)


@pytest.mark.parametrize(
    ("taken", "rows", "kinds"),
    [
        ([*TAKEN, TAKEN[0]], HONEST, {"duplicates"}),
        ([*TAKEN, TAKEN[1]], HONEST, {"duplicates"}),
        ([*TAKEN, ("<9@x>", "a@x.example")], HONEST, {"duplicates", "contradictions"}),
        (TAKEN[1:], HONEST, {"lost"}),
        (TAKEN, [("<1@x>", "a@x.example", "bounced"), *HONEST[1:]], set()),
        (TAKEN[1:], [("<1@x>", "a@x.example", "bounced"), *HONEST[1:]], {"lost"}),
        (TAKEN, [("<1@x>", "a@x.example", "failed"), *HONEST[1:]], {"contradictions"}),
        (TAKEN, [("<1@x>", "a@x.example", "queued"), *HONEST[1:]], {"contradictions", "unfinished"}),
        (TAKEN, [("", "a@x.example", "queued"), *HONEST[1:]], {"contradictions", "unfinished"}),
        (TAKEN, [("<1@x>", "z@x.example", "accepted"), *HONEST[1:]], {"contradictions"}),
        (TAKEN, HONEST[1:], {"contradictions"}),
    ],
)
def test_each_lie_is_found(
    tmp_path: Path, taken: list[tuple[str, str]], rows: list[tuple[str, str, str]], kinds: set[str]
) -> None:
    verdict = Referee(log(tmp_path / "log", taken)).judge(rows, doubts=2)
    assert found(verdict) == kinds
    if kinds:
        with pytest.raises(AssertionError, match=r"[56] rows"):
            verdict.demand()


def test_a_duplicate_is_counted_once(tmp_path: Path) -> None:
    referee = Referee(log(tmp_path / "log", [*TAKEN, TAKEN[0], ("", "f@bücher.example")]))
    assert referee.judge(HONEST).duplicates == (
        "<1@x> was accepted 2 times",
        "f@xn--bcher-kva.example was accepted 2 times",
    )


def test_more_doubts_than_allowed_are_a_fault(tmp_path: Path) -> None:
    referee = Referee(log(tmp_path / "log", TAKEN))
    assert found(referee.judge(HONEST, doubts=1)) == {"too_many_doubts"}
    assert found(referee.judge(HONEST)) == set()


def test_the_logs_of_two_sinks_count_together(tmp_path: Path) -> None:
    logs = log(tmp_path / "1", TAKEN), log(tmp_path / "2", TAKEN[:1], "lone CR or LF")
    assert found(Referee(*logs).judge(HONEST)) == {"duplicates", "violations"}


def test_open_rows_are_fine_while_the_run_goes_on(tmp_path: Path) -> None:
    rows = [*HONEST, ("", "g@x.example", "queued")]
    referee = Referee(log(tmp_path / "log", TAKEN))
    assert found(referee.judge(rows, finished=False)) == set()
    assert found(referee.judge(rows)) == {"unfinished"}
