"""Sending later on the command line: it waits, can be left and gone on with, and asks where the time was missed."""

from __future__ import annotations

import signal
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.e2e.command_line import Desk, ended
from tests.e2e.scene import Scene
from tests.fakes.sink import SinkProcess

from sendoff.adapters.system.clock import SystemClock
from sendoff.cli.terminal import Terminal
from sendoff.cli.waiting import wait_and_run


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def words(campaign: Path, sink: SinkProcess, *more: str) -> list[str]:
    return ["send", str(campaign), "--smtp", sink.url, "--json", *more]


def now() -> int:
    return SystemClock().now()


def at(**ahead: float) -> str:
    return f"{datetime.fromtimestamp(now() / 1000, UTC).astimezone() + timedelta(**ahead):%Y-%m-%d %H:%M}"


def set_time(desk: Desk, moment: int) -> None:
    """Move the time of the one scheduled campaign, as if the hours had passed."""
    with closing(sqlite3.connect(next(desk.home.rglob("sendoff.db")))) as database, database:
        changed = database.execute("UPDATE campaign SET scheduled_at = ?", (moment,)).rowcount
    assert changed == 1


def test_it_waits_for_its_time_is_left_and_gone_on_with(desk: Desk, tmp_path: Path) -> None:
    campaign = desk.campaign(3)
    with SinkProcess(tmp_path / "sink.log") as sink:
        waiting = desk.start(*words(campaign, sink, "--at", at(hours=30), "--yes"))
        assert waiting.stderr is not None
        line = ""
        while "Ctrl-C leaves it scheduled" not in line:
            line = waiting.stderr.readline()
            assert line
        waiting.send_signal(signal.SIGINT)
        left = ended(waiting)
        assert left.status == 130, left.err
        assert left.json["scheduled_at"] > now()
        status = desk.run("status", "--json")
        assert "is scheduled for" in status.err
        assert status.json["state"] == "draft"
        assert sink.records() == []
        going = desk.start(*words(campaign, sink))
        assert going.stderr is not None
        assert "what the files say now does not count" in going.stderr.readline()
        assert "leaves it scheduled" in going.stderr.readline()
        going.send_signal(signal.SIGINT)
        assert ended(going).status == 130


def test_what_waited_starts_by_itself_at_its_time_and_not_before(tmp_path: Path) -> None:
    scene, said = Scene(tmp_path, rows=3), StringIO()
    context: Any = SimpleNamespace(stdout=said, stderr=said, stdin=StringIO(), environ={})
    with scene.sink() as sink, scene.opened() as services:
        file, _ = services.campaigns.named_in(scene.campaign)
        account = services.accounts.from_url(sink.url)
        draft, _ = services.campaigns.from_file(scene.campaign, file, account.id, "")
        at = services.clock.now() + 4_000
        services.schedule.set(draft, at)
        draft = services.campaigns.get(draft.id)
        assert wait_and_run(services, draft, Terminal(context, as_json=False), late=False) == 0
        assert min(record["t"] for record in sink.records()) / 1e9 >= at / 1000
        assert len(sink.records()) == 3
        assert services.campaigns.get(draft.id).scheduled_at == 0
    assert "leaves it scheduled" in said.getvalue()


def test_a_missed_time_is_asked_about(desk: Desk, tmp_path: Path) -> None:
    campaign = desk.campaign(2)
    with SinkProcess(tmp_path / "sink.log") as sink:
        waiting = desk.start(*words(campaign, sink, "--at", "tomorrow 9:00", "--yes"))
        assert waiting.stderr is not None
        while "leaves it scheduled" not in waiting.stderr.readline():
            pass
        waiting.send_signal(signal.SIGTERM)
        assert ended(waiting).status == 130
        set_time(desk, now() - 60_000)
        missed = desk.run(*words(campaign, sink))
        assert missed.status == 3
        assert missed.json["error"]["code"] == "missed"
        assert "was to be sent" in desk.run("status").out
        assert sink.records() == []
        sent = desk.run(*words(campaign, sink, "--yes"))
        assert sent.status == 0, sent.err
        assert len(sink.records()) == 2


def test_stop_takes_the_time_back_and_bad_times_send_nothing(desk: Desk, tmp_path: Path) -> None:
    campaign = desk.campaign(2)
    with SinkProcess(tmp_path / "sink.log") as sink:
        for bad, code in (("soon", "time"), ("2020-01-01 09:00", "past"), ("2026-02-30 09:00", "time")):
            refused = desk.run(*words(campaign, sink, "--at", bad, "--yes"))
            assert (refused.status, refused.json["error"]["code"]) == (2, code)
        assert desk.run("status").status == 2  # no draft is left behind
        waiting = desk.start(*words(campaign, sink, "--at", at(days=2), "--yes"))
        assert waiting.stderr is not None
        while "leaves it scheduled" not in waiting.stderr.readline():
            pass
        waiting.send_signal(signal.SIGINT)
        ended(waiting)
        stopped = desk.run("stop")
        assert stopped.status == 0
        assert "a draft again" in stopped.out
        assert sink.records() == []


def test_sending_hours_are_planned_with_and_bad_ones_send_nothing(desk: Desk, tmp_path: Path) -> None:
    campaign = desk.campaign(2, more='[sending]\nwindow = "9:00-17:00"\nzone = "Europe/Vienna"\n')
    with SinkProcess(tmp_path / "sink.log") as sink:
        dry = desk.run(*words(campaign, sink, "--days", "mon-fri", "--dry-run"))
        assert dry.status == 0, dry.err
        assert "Only Monday to Friday 09:00 to 17:00, Europe/Vienna time." in dry.err
        for option, bad, code in (
            ("--window", "late", "hours"),
            ("--zone", "Mars/Olympus", "unknown_zone"),
            ("--zone-column", "tz", "zone_column"),
        ):
            refused = desk.run(*words(campaign, sink, option, bad, "--yes"))
            assert (refused.status, refused.json["error"]["code"]) == (2, code), refused.err
        assert sink.records() == []
