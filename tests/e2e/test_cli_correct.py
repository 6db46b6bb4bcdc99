"""`sendoff remedy CAMPAIGN CAUSE --correct`: the message goes to the right address, and to nobody twice."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.command_line import Desk

from sendoff.adapters.sandbox.faults import Faults
from sendoff.adapters.sandbox.server import SandboxServer

CAMPAIGN = """
name = "Sale"
from = "anna@example.test"
subject = "Hello"
text = "message.txt"
recipients = "people.csv"
"""
PEOPLE = "email\nanna@example.test\nbounce@example.test\n"


def test_a_wrong_address_is_corrected_after_the_campaign(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    path = desk.campaign(people_csv=PEOPLE, message_txt="Hello.\n", campaign_toml=CAMPAIGN)
    with SandboxServer(faults=Faults()) as server:
        url = f"smtp://127.0.0.1:{server.port}?security=none"
        assert desk.run("send", str(path), "--smtp", url, "--yes").status == 1
        correct = ("remedy", "Sale", "no_such_user", "--correct")
        nobody = desk.run(*correct, "lukas@example.test", "jo@example.test", "--json")
        assert (nobody.status, nobody.json["error"]["code"]) == (2, "no_row")
        there = desk.run(*correct, "bounce@example.test", "anna@example.test", "--json")
        assert (there.status, there.json["error"]["code"]) == (2, "there_already")
        made = desk.run(*correct, "Bounce@example.test", "jo@example.test", "--json")
        assert (made.status, made.json["rows"]) == (0, 1)
        assert server.count == 1
        sent = desk.run("send", made.json["draft"], "--yes", "--json")
        assert (sent.status, sent.json["counts"]["accepted"], server.count) == (0, 1, 2)
        assert [one.recipient for one in server.received] == ["anna@example.test", "jo@example.test"]
