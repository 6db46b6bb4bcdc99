"""What the window's sandbox keeps stays on this computer; what the command line tells the sandbox holds everywhere."""

from __future__ import annotations

import smtplib
import zipfile
from pathlib import Path

import pytest
from tests.e2e.command_line import Desk

from sendoff.bootstrap import window_context
from sendoff.services.diagnostics import data_of
from sendoff.ui.sandbox import OneSandbox


def test_no_backup_and_no_diagnostics_hold_what_came(tmp_path: Path) -> None:
    context = window_context({"SENDOFF_HOME": str(tmp_path / "home")})
    services = context.open_services()
    try:
        for _start in range(2):
            sandbox = OneSandbox(context.sandbox)
            sandbox.start()
            with smtplib.SMTP("127.0.0.1", int(sandbox.url.rpartition(":")[2].partition("?")[0])) as client:
                letter = "Subject: Quincewater\r\n\r\nQuincewater is near.\r\n"
                client.sendmail("a@example.com", ["mia@quincewater.example"], letter)
            sandbox.stop()
        assert sandbox.count == 2
        backup = tmp_path / "all.zip"
        services.backups.make(backup)
        with zipfile.ZipFile(backup) as packed:
            contents = [packed.read(name).lower() for name in packed.namelist()]
        assert contents
        assert not any(b"quincewater" in content for content in contents)
        assert context.diagnostics is not None
        assert "quincewater" not in context.diagnostics().text(data_of(services)).lower()
        assert b"Quincewater" in (tmp_path / "home" / "sandbox-messages.db").read_bytes()
    finally:
        services.close()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_sandbox_does_to_addresses_what_it_was_told(desk: Desk) -> None:
    assert "as any other" in desk.run("sandbox", "answers").out
    desk.run("sandbox", "answer", "unknown", "person1@example.test", "person2@example.test")
    told = desk.run("sandbox", "answer", "lost", "PERSON3@*", "--json")
    assert told.json["rules"][1:] == [
        {"address": "person2@example.test", "answer": "unknown"},
        {"address": "person3@*", "answer": "lost"},
    ]
    sent = desk.run("send", str(desk.campaign(5)), "--sandbox", "--yes", "--json")
    assert {state: number for state, number in sent.json["counts"].items() if number} == {
        "accepted": 2,
        "failed": 2,
        "in_doubt": 1,
    }
    assert "3 addresses or patterns" in sent.err
    again = desk.run("retry", "Spring sale", "--sandbox", "--yes", "--json")
    assert (again.json["counts"]["accepted"], again.json["counts"]["failed"]) == (2, 2)
    assert desk.run("duplicate", "Spring sale", "--sandbox").status == 0
    copy = desk.run("send", "Spring sale (copy)", "--sandbox", "--yes", "--json")
    assert copy.json["counts"] == sent.json["counts"]
    assert desk.run("sandbox", "forget", "person2@example.test").status == 0
    missing = desk.run("sandbox", "forget", "person2@example.test")
    assert (missing.status, "told nothing about person2@example.test" in missing.err) == (2, True)
    assert desk.run("sandbox", "answer", "full", "person2").status == 2
    assert desk.run("sandbox", "forget", "--json").json["rules"] == []


def test_trying_again_leaves_the_messages_of_this_trial_alone(desk: Desk) -> None:
    for number in (4, 3):
        desk.run("try", "--terminal", "--recipients", str(number))
        assert len([*(desk.home / "sandbox" / "mail").glob("*.eml")]) == number
