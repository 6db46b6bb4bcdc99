"""A second command beside one that is sending: status, pause, stop, and who holds the data folder."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.command_line import Desk, ended, until
from tests.fakes.sink import SinkProcess


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def sink(tmp_path: Path) -> Iterator[SinkProcess]:
    with SinkProcess(tmp_path / "sink.log") as running:
        yield running


@pytest.fixture
def sending(desk: Desk, sink: SinkProcess) -> Iterator[subprocess.Popen[str]]:
    """A campaign of 500 under way, twenty messages a second."""
    process = desk.start("send", str(desk.campaign(500)), "--smtp", sink.url, "--yes", "--json", "--delay", "0.05")
    until(lambda: len(sink.records()) >= 3, "nothing was sent")
    yield process
    process.kill()
    process.communicate()


def test_status_reads_beside_the_sender(desk: Desk, sending: subprocess.Popen[str]) -> None:
    told = desk.run("status", "--json")
    assert told.status == 0, told.err
    assert told.json["state"] == "running"
    assert told.json["counts"]["accepted"] >= 1
    assert sum(told.json["counts"].values()) == 500
    assert sending.poll() is None


def test_another_sender_is_told_who_holds_the_folder(
    desk: Desk, sink: SinkProcess, sending: subprocess.Popen[str]
) -> None:
    other = desk.run("send", str(desk.campaign(1, name="Other")), "--smtp", sink.url, "--yes", "--json")
    assert (other.status, other.json["error"]["code"]) == (2, "held")
    assert "sendoff send" in other.err
    assert f"process {sending.pid}" in other.err


def test_pause_reaches_the_sender(desk: Desk, sending: subprocess.Popen[str]) -> None:
    asked = desk.run("pause", "--json")
    assert (asked.status, asked.json["state"]) == (0, "paused"), asked.err
    paused = ended(sending)
    assert (paused.status, paused.json["state"]) == (3, "paused")
    assert "Paused from another terminal." in paused.err
    assert paused.json["counts"]["in_doubt"] == 0
    again = desk.run("pause", "--json")
    assert (again.status, again.json["state"]) == (0, "paused")


def test_stop_reaches_the_sender_and_cancels_the_rest(
    desk: Desk, sink: SinkProcess, sending: subprocess.Popen[str]
) -> None:
    asked = desk.run("stop", "Spring sale", "--json")
    assert (asked.status, asked.json["state"]) == (0, "stopped"), asked.err
    stopped = ended(sending)
    counts = stopped.json["counts"]
    assert (stopped.status, stopped.json["state"]) == (1, "stopped")
    assert counts["accepted"] + counts["cancelled"] == 500
    assert counts["accepted"] == len(sink.records())


def test_a_killed_sender_is_told_as_paused_and_can_be_resumed_or_stopped(
    desk: Desk, sink: SinkProcess, sending: subprocess.Popen[str]
) -> None:
    sending.kill()
    sending.wait()
    told = desk.run("status", "--json")
    assert (told.status, told.json["state"]) == (0, "paused")
    assert told.json["counts"]["in_doubt"] <= 1
    stopped = desk.run("stop", "--json")
    assert (stopped.status, stopped.json["state"]) == (0, "stopped")
    assert set(stopped.json["counts"]) >= {"cancelled"}
    assert stopped.json["counts"]["queued"] == 0
