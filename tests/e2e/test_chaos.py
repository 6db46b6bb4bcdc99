"""A sender killed more than a hundred times, at any moment and beside a failing server, sends nothing twice (R1)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.e2e.chaos import CERTAIN, UNCERTAIN, Chaos

KILLS = 35
"""For each number of connections; the messages are counted so that the campaign lasts about as long."""


@pytest.mark.slow
@pytest.mark.parametrize(("connections", "faults"), [(1, UNCERTAIN), (4, CERTAIN), (8, UNCERTAIN)])
def test_nobody_gets_two_and_nobody_is_forgotten(tmp_path: Path, connections: int, faults: str) -> None:
    chaos = Chaos(folder=tmp_path, connections=connections, rows=1_500, kills_wanted=KILLS, faults=faults)
    evidence, verdict = chaos.run()
    print(chaos.summary(evidence, verdict))
    assert chaos.kills >= KILLS - 5
    assert chaos.signals >= 3
    assert sum(evidence.figures.values()) == 1_500
    assert verdict.accepted > 1_200
    assert len(evidence.in_state("in_doubt", "interrupted")) <= connections * chaos.kills
    # Where no answer was lost, only kills leave a doubt.
    assert bool(evidence.in_state("in_doubt", "lost")) == (faults == UNCERTAIN)
