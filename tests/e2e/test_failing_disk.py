"""A disk that fills up or breaks at the n-th write of the database: it is said, nobody is lost or written to twice."""

from __future__ import annotations

import errno
import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.e2e.evidence import Evidence, sending, write_campaign
from tests.e2e.failing_disk import possible
from tests.e2e.shaken import spoil
from tests.fakes.sink import ROOT, SinkProcess

from sendoff.cli.main import BAD_INPUT, OK, UNWELL, WAITING

ROWS, CONNECTIONS = 150, 4
SAID = {
    errno.ENOSPC: "The disk is full, so nothing more is sent.",
    errno.EIO: "The database could not be used: the disk cannot read or write it.",
}


def run(campaign: Path, sink: SinkProcess, disk: Path) -> tuple[int, str]:
    """One sender to its end: its status and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.shaken", *sending(campaign, sink.url, CONNECTIONS)],
        cwd=ROOT,
        env={
            **os.environ,
            "SENDOFF_HOME": str(campaign.parent / "home"),
            "SENDOFF_SHIFT": str(disk),
        },
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.skipif(not possible(), reason="this Python has an SQLite of its own inside")
@pytest.mark.timeout(300)
def test_at_the_nth_write(tmp_path: Path) -> None:
    campaign, disk = write_campaign(tmp_path, ROWS), tmp_path / "disk"
    undecided, sent = set[int](), []
    with SinkProcess(tmp_path / "sink.log") as sink:
        # Nothing is there; among the migrations; while the list comes in; then amid the sending, again and again.
        for error, writes in zip(itertools.cycle(SAID), (0, 60, 150, 280, 110, 150, 190)):
            spoil(disk, error, writes)
            status, words = run(campaign, sink, disk)
            assert status in {BAD_INPUT, WAITING}, words
            assert SAID[error] in words
            found = {row.id for row in Evidence.of(tmp_path / "home").in_state("sending")}
            assert len(found) <= CONNECTIONS
            undecided |= found
            sent.append(len(sink.records()))
        assert sent[:3] == [0, 0, 0]
        assert 0 < sent[4] < sent[6] < ROWS
        spoil(disk, 0)
        status, words = run(campaign, sink, disk)
        assert status in {OK, UNWELL}, words
        end = Evidence.of(tmp_path / "home")
        verdict = end.demand(sink.log, rows=ROWS)
    assert {row.id for row in end.in_state("in_doubt")} == undecided
    assert len(end.in_state("accepted")) + verdict.in_doubt == ROWS
