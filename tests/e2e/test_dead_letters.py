"""Who was put off until attempts or time were used up: a group of its own, with its history, revived by one command."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.e2e.command_line import Desk
from tests.fakes.sink import SinkProcess


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A data folder of its own."""
    return Desk(tmp_path)


def campaign(desk: Desk, rows: int, *lines: str) -> str:
    """A campaign that tries again at once, with these lines in its `[sending]`."""
    path = desk.campaign(rows)
    path.write_text(f"{path.read_text()}\n[sending]\nretry_after = 0.05\n" + "\n".join(lines) + "\n")
    return str(path)


def test_who_is_put_off_too_often_is_listed_with_the_whole_history_and_revived(desk: Desk, tmp_path: Path) -> None:
    path = campaign(desk, 3, "attempts = 2")
    with SinkProcess(tmp_path / "bad.log", "--faults", "rcpt=451") as bad:
        sent = desk.run("send", path, "--smtp", bad.url, "--yes", "--json")
        assert sent.json["counts"]["failed"] == 3
    listed = desk.run("failed", "--history", "--json")
    assert listed.status == 1
    assert "3 people" in listed.err
    first = listed.json["failed"][0]
    assert (first["row"], first["attempts"], first["reason"], first["code"]) == (1, 2, "given_up", 451)
    assert [each["to"] for each in first["history"] if each["code"]] == ["deferred", "failed"]
    assert all(each["account"] for each in first["history"] if each["code"])
    causes = desk.run("report", "--json").json["causes"]
    assert [(one["reason"], one["count"]) for one in causes] == [("given_up", 3)]
    with SinkProcess(tmp_path / "good.log", port=bad.port) as good:
        one = desk.run("retry", path, "--only", first["address"], "--yes", "--json")
        assert one.json["counts"] | {"accepted": 1, "failed": 2} == one.json["counts"], one.err
        assert [record["recipient"] for record in good.records()] == [first["address"]]
        rest = desk.run("retry", path, "--cause", "given_up", "--yes", "--json")
        assert rest.json["counts"]["accepted"] == 3
        assert desk.run("failed", path).status == 0
        wrong = desk.run("retry", path, "--only", first["address"], "--yes")
        assert (wrong.status, "has not failed" in wrong.err) == (2, True)


def test_who_is_too_old_is_given_up_before_the_attempts_are_used_up(desk: Desk, tmp_path: Path) -> None:
    path = campaign(desk, 1, "attempts = 50", "max_age = 1")
    with SinkProcess(tmp_path / "bad.log", "--faults", "rcpt=451") as bad:
        sent = desk.run("send", path, "--smtp", bad.url, "--yes", "--json")
    assert sent.json["counts"]["failed"] == 1
    assert 2 <= desk.run("failed", "--json").json["failed"][0]["attempts"] < 10
