"""The commands about the program itself, as typed: settings, backup and restore, release, moving, log, diagnostics."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from sendoff.bootstrap import _context, open_services
from sendoff.bootstrap.program import home_of
from sendoff.cli.main import BAD_INPUT, OK, run


@dataclass
class Typed:
    """What came of one command."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        values: dict[str, Any] = json.loads(self.out.splitlines()[-1])
        return values


class Shell:
    """Runs commands in this process, on a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.environ = {"SENDOFF_HOME": str(folder / "home")}

    def __call__(self, *words: str) -> Typed:
        out, err = io.StringIO(), io.StringIO()
        context = replace(_context(self.environ), stdin=io.StringIO(), stdout=out, stderr=err)
        return Typed(run(words, context), out.getvalue(), err.getvalue())


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    made = Shell(tmp_path)
    services = open_services(home_of(made.environ), "tests", environ={})
    services.campaigns.save(services.campaigns.new("Spring sale"))
    services.close()
    return made


def test_settings_are_listed_set_and_reset(shell: Shell) -> None:
    assert "keep_awake" in shell("settings", "list", "sleep").out
    assert "undo_seconds" not in shell("settings", "list", "sleep").out
    assert shell("settings", "set", "undo_seconds", "30").status == OK
    assert shell("settings", "get", "undo_seconds", "--json").json["setting"]["value"] == 30
    refused = shell("settings", "set", "undo_seconds", "soon")
    assert refused.status == BAD_INPUT
    assert "It takes a whole number from 0 to 60." in refused.err
    assert shell("settings", "reset").status == OK
    assert shell("settings", "get", "undo_seconds", "--json").json["setting"]["value"] == 10


def test_a_backup_is_written_looked_at_and_restored(shell: Shell, tmp_path: Path) -> None:
    backup = str(tmp_path / "all.zip")
    assert "1 campaign, 0 audiences, 0 accounts. Passwords are not in it." in shell("backup", backup).out
    assert shell("restore", backup, "--look", "--json").json["backup"]["campaigns"] == 1
    unasked = shell("restore", backup)
    assert unasked.status == BAD_INPUT
    assert "Add --yes to restore." in unasked.err
    done = shell("restore", backup, "--yes", "--json")
    assert (done.json["restored"]["held"], done.json["restored"]["carried"]) == (0, 0)
    assert Path(done.json["restored"]["kept"]).is_file()
    assert shell("release", "Spring sale", "--json").json["released"] is False


def test_the_data_moves(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "disk"
    assert shell("move-data", str(target), "--json").json == {"moved": str(target)}
    assert shell("status", "Spring sale").status == OK
    assert (target / "sendoff.db").is_file()
    target.rename(tmp_path / "unplugged")
    gone = shell("status")
    assert gone.status == BAD_INPUT
    assert "is not there" in gone.err
    assert "It could not be opened: " in shell("diagnostics", "--json").json["diagnostics"]


def test_the_log_is_searched(shell: Shell) -> None:
    home = home_of(shell.environ)
    (home.logs / "sendoff.log").write_text(
        "2026-11-22T21:43:05.001Z INFO sendoff.services.journal: campaign a is running\n"
        "2026-11-22T21:43:06.002Z ERROR sendoff: A bug\nTraceback\n",
        encoding="utf-8",
    )
    found = shell("log", "--level", "error", "--json").json["log"]
    assert [one["text"] for one in found] == ["sendoff: A bug\nTraceback"]
    assert "campaign a is running" in shell("log", "journal").out
    assert "The log holds nothing like that." in shell("log", "nowhere").out
