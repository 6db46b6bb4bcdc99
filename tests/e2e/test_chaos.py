"""A sender killed more than a hundred times, at any moment and beside a failing server, sends nothing twice (R1)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.e2e.chaos import CERTAIN, UNCERTAIN, UNEASY, Chaos, cut_in_the_body

KILLS = 24
"""For each way; the messages are counted so that the campaign lasts about as long."""


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("wire", "connections", "faults"),
    [("careful", 1, UNCERTAIN), ("careful", 8, UNCERTAIN), ("overlapped", 4, CERTAIN), ("windowed", 4, UNCERTAIN)],
)
def test_nobody_gets_two_and_nobody_is_forgotten(tmp_path: Path, wire: str, connections: int, faults: str) -> None:
    chaos = Chaos(folder=tmp_path, connections=connections, rows=1_200, kills_wanted=KILLS, faults=faults, wire=wire)
    evidence, verdict = chaos.run()
    print(chaos.summary(evidence, verdict))
    assert chaos.kills >= KILLS // 2  # a killer that a busy machine lets wait finds fewer alive
    assert chaos.signals >= 1
    assert sum(evidence.figures.values()) == 1_200
    assert verdict.accepted > 950 - (350 if wire == "windowed" else 0)
    assert len(evidence.in_state("in_doubt", "interrupted")) <= chaos.most_in_doubt * chaos.kills
    # Where no answer was lost, only kills leave a doubt, and a server that hung up with the end on its way.
    lost = {row.address for row in evidence.in_state("in_doubt", "lost")}
    assert lost if faults == UNCERTAIN else lost <= cut_in_the_body(tmp_path / "sink.log")


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_neither_a_stopped_process_nor_a_set_clock_nor_a_disk_that_fails_changes_that(tmp_path: Path) -> None:
    chaos = Chaos(folder=tmp_path, connections=4, rows=420, kills_wanted=7, wire="overlapped", seed=5, shaken=True)
    evidence, verdict = chaos.run()
    print(chaos.summary(evidence, verdict))
    assert set(chaos.shocks) == set(filter(None, UNEASY))
    assert sum(evidence.figures.values()) == 420
    assert verdict.accepted > 320
    assert len(evidence.in_state("in_doubt", "interrupted")) <= chaos.most_in_doubt * chaos.kills
