"""A crash at every point of a message's way leaves the state that is certain, and the rest is sent once (R2)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.e2e.crash_driver import AFTERMATH, POINTS
from tests.e2e.scene import Scene

BEFORE_INTENT = POINTS[: POINTS.index("intent committed")]
DOUBT = ("in_doubt", "interrupted")

TABLE: list[tuple[str, str, str, str, set[int]]] = [
    # (the sink's fault, the point, state and reason after recovery, how often the sink has the message)
    *(("", point, "queued", "interrupted", {0}) for point in BEFORE_INTENT),
    ("", "intent committed", *DOUBT, {0}),
    ("", "dot due", *DOUBT, {0}),
    ("", "dot sent", *DOUBT, {0, 1}),  # the process is gone, its last byte may be on its way
    ("", "answer read", *DOUBT, {1}),
    ("", "result due", *DOUBT, {1}),
    ("", "result committed", "accepted", "accepted", {1}),
    ("", "released", "accepted", "accepted", {1}),
    # A refusal of the whole message counts only once it is written down.
    ("dot=451", "answer read", *DOUBT, {0}),
    ("dot=451", "result due", *DOUBT, {0}),
    ("dot=451", "result committed", "deferred", "unknown", {0}),
    ("dot=550", "result due", *DOUBT, {0}),
    ("dot=550", "result committed", "failed", "unknown", {0}),
    # A refusal of the recipient comes before the intent: never a doubt.
    ("rcpt=451", "envelope answered", "queued", "interrupted", {0}),
    ("rcpt=451", "result due", "queued", "interrupted", {0}),
    ("rcpt=451", "result committed", "deferred", "unknown", {0}),
    ("rcpt=550", "result due", "queued", "interrupted", {0}),
    ("rcpt=550", "result committed", "failed", "unknown", {0}),
    # The session breaks with nobody to blame before the dot, and without an answer after it.
    ("mail=close", "result due", "queued", "interrupted", {0}),
    ("mail=close", "result committed", "deferred", "lost", {0}),
    ("body=close", "result committed", "deferred", "lost", {0}),
    ("dot=close", "result due", *DOUBT, {0}),
    ("dot=close", "result committed", "in_doubt", "lost", {0}),
    ("dot=lost", "result due", *DOUBT, {1}),
    ("dot=lost", "result committed", "in_doubt", "lost", {1}),
]


def test_every_point_is_in_the_table() -> None:
    assert {point for fault, point, *_ in TABLE if not fault} == {*POINTS, "released"}


@pytest.mark.parametrize(
    ("fault", "point", "state", "reason", "times"), TABLE, ids=[f"{row[0] or 'fine'}-{row[1]}" for row in TABLE]
)
def test_one_message(tmp_path: Path, fault: str, point: str, state: str, reason: str, times: set[int]) -> None:
    scene = Scene(tmp_path, rows=1)
    with scene.sink(fault) as sink:
        scene.die(point)
    taken = len(sink.records())
    after = scene.recover()
    assert (after.campaign, after.rows[0].state, after.rows[0].reason) == ("paused", state, reason)
    assert taken in times
    end = scene.resume()
    assert end.states() == {1: "accepted" if state in ("queued", "deferred") else state}
    assert len(sink.records()) == taken


@pytest.mark.parametrize("point", POINTS)
def test_many_messages_on_three_connections(tmp_path: Path, point: str) -> None:
    scene = Scene(tmp_path, rows=40, connections=3)
    with scene.sink():
        scene.die(point, nth=1 if point == "claimed" else 20)
    before = scene.evidence()
    after = scene.recover()
    doubtful = after.in_state("in_doubt")
    assert len(doubtful) <= 3
    assert {row.id for row in doubtful} == {row.id for row in before.in_state("sending")}
    assert not after.in_state("claimed")
    after.demand(scene.sinks[0].log, rows=40, finished=False)
    end = scene.resume()
    assert {row.id for row in end.in_state("in_doubt")} == {row.id for row in doubtful}
    assert len(end.in_state("accepted")) == 40 - len(doubtful)


@pytest.mark.parametrize("point", [point for point in AFTERMATH if point != "released"])
def test_a_second_crash_during_the_recovery_changes_nothing(tmp_path: Path, point: str) -> None:
    scene = Scene(tmp_path, rows=5)
    with scene.sink() as sink:
        scene.die("dot sent", nth=3)
        scene.die(point)
        taken = len(sink.records())
    after = scene.recover()
    assert after.campaign == "paused"
    assert [row.position for row in after.in_state("in_doubt")] == [3]
    assert taken in (2, 3)
    assert scene.resume().states() == {1: "accepted", 2: "accepted", 3: "in_doubt", 4: "accepted", 5: "accepted"}


def test_a_crash_while_a_deferred_row_is_claimed_again(tmp_path: Path) -> None:
    scene = Scene(tmp_path, rows=1)
    with scene.sink("rcpt=451:0.999"):  # by chance: two refusals at most
        scene.die("claimed", nth=2)
    after = scene.recover()
    assert [(row.state, row.attempts) for row in after.rows] == [("queued", 1)]
    assert [(row.state, row.attempts) for row in scene.resume().rows] == [("accepted", 2)]
