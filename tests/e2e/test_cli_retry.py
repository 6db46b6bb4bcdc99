"""What `sendoff retry` asks before it sends: whom it would reach, and who is left out."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from tests.e2e.command_line import Desk

from sendoff.adapters.sandbox.faults import Faults
from sendoff.adapters.sandbox.server import SandboxServer
from sendoff.bootstrap import _context
from sendoff.cli.main import BAD_INPUT, UNWELL, run

WHO = ("anna", "bounce1", "bounce2", "blocked1", "blocked2")
CAMPAIGN = """
name = "Sale"
from = "anna@example.test"
subject = "Hello"
text = "message.txt"
recipients = "people.csv"
"""


class Keys(io.StringIO):
    """A terminal somebody sits at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def typed(home: Path, *words: str, answer: str = "") -> tuple[int, str]:
    """A command as somebody types it, who gives one answer; its status and all it says."""
    said = Keys()
    real = _context({**os.environ, "SENDOFF_HOME": str(home), "TERM": "dumb", "COLUMNS": "400"})
    status = run(list(words), replace(real, stdin=Keys(f"{answer}\n"), stdout=said, stderr=said))
    return status, said.getvalue()


def test_the_question_counts_whom_it_reaches_and_names_who_is_left_out(tmp_path: Path, home: Path) -> None:
    people = "email\n" + "".join(f"{one}@example.test\n" for one in WHO)
    path = Desk(tmp_path).campaign(people_csv=people, message_txt="Hello.\n", campaign_toml=CAMPAIGN)
    with SandboxServer(faults=Faults()) as server:
        url = f"smtp://127.0.0.1:{server.port}?security=none"
        status, _ = typed(home, "send", str(path), "--smtp", url, "--yes")
        assert (status, server.refused) == (UNWELL, 4)
        typed(home, "suppressions", "add", "blocked1@example.test")
        status, said = typed(home, "retry", "Sale")
        assert status == BAD_INPUT
        assert "Send again to 1 person? [y/N]" in said
        assert "1 is blocked and left out. 2 whose address does not exist are left out. `--dead` sends there" in said
        assert "Send again to 3 people? [y/N]" in typed(home, "retry", "Sale", "--dead")[1]
        assert "Send again to 2 people? [y/N]" in typed(home, "retry", "Sale", "--cause", "no_such_user")[1]
        only = typed(home, "retry", "Sale", "--only", "blocked1@example.test")[1]
        assert "There is nobody to send to again. 1 is blocked and left out." in only
        assert server.refused == 4
        status, said = typed(home, "retry", "Sale", answer="y")
        assert (status, server.refused) == (UNWELL, 5)
        assert "Sending again to 1 person." in said
