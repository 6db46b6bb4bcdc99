"""What a data folder says after the fact, read from a copy of its database, so that looking changes nothing."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.referee import Referee, Verdict
from tests.fakes.sink import read_log

from sendoff.core.campaign import message_id

TEXT = "Hello {{ first_name }},\nthis is number {{ number }}.\n"


def write_campaign(folder: Path, rows: int, *, attempts: int = 50) -> Path:
    """Write a campaign file with its list and its text; return its path."""
    people = "".join(f"u{n}@example.com,Ann,{n}\n" for n in range(1, rows + 1))
    (folder / "people.csv").write_text("email,first_name,number\n" + people)
    (folder / "message.txt").write_text(TEXT)
    path = folder / "campaign.toml"
    path.write_text(
        'name = "Proof"\nfrom = "anna@sender.example"\nsubject = "Hi {{ first_name }}"\ntext = "message.txt"\n'
        f'recipients = "people.csv"\n[sending]\nattempts = {attempts}\nretry_after = 0.2\n'
    )
    return path


def sending(campaign: Path, url: str, connections: int) -> list[str]:
    """The words of `sendoff` that send a campaign, or go on with it."""
    return ["send", str(campaign), "--smtp", url, "--no-limits", "--connections", str(connections), "--yes", "--json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One delivery as the database has it."""

    id: int
    campaign_id: str
    position: int
    address: str
    state: str
    reason: str
    attempts: int

    @property
    def message_id(self) -> str:
        """What its message is called on the wire."""
        return message_id(self.campaign_id, self.position, "sender.example")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One campaign's rows and their history."""

    campaign: str
    """Its state, empty where a sender died before there was a campaign."""
    reason: str
    rows: tuple[Row, ...]
    events: tuple[Mapping[str, Any], ...]
    """Oldest first."""
    figures: Mapping[str, int]
    """The kept figures, which must be what a count of the rows gives."""

    @classmethod
    def of(cls, home: Path) -> Evidence:
        """Read a data folder, whether or not somebody has it open or died over it."""
        with tempfile.TemporaryDirectory() as folder:
            for name in ("sendoff.db", "sendoff.db-wal"):
                if (home / name).exists():
                    shutil.copy(home / name, folder)
            database = sqlite3.connect(Path(folder, "sendoff.db"))
            database.row_factory = sqlite3.Row
            try:
                return cls._read(database)
            finally:
                database.close()

    @classmethod
    def _read(cls, database: sqlite3.Connection) -> Evidence:
        assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'delivery_event'").fetchone():
            return cls(campaign="", reason="", rows=(), events=(), figures={})  # killed before there was a schema
        campaign = database.execute("SELECT state, reason FROM campaign").fetchone() or {"state": "", "reason": ""}
        rows = database.execute("SELECT id, campaign_id, position, address, state, reason, attempts FROM delivery")
        return cls(
            campaign=campaign["state"],
            reason=campaign["reason"],
            rows=tuple(Row(**row) for row in rows.fetchall()),
            events=tuple(dict(row) for row in database.execute("SELECT * FROM delivery_event ORDER BY id")),
            figures={state: n for state, n in database.execute("SELECT state, n FROM campaign_count") if n},
        )

    def states(self) -> dict[int, str]:
        """Position to state."""
        return {row.position: row.state for row in self.rows}

    def in_state(self, state: str, reason: str = "") -> list[Row]:
        """The rows that stand there, for this reason if one is given."""
        return [row for row in self.rows if row.state == state and reason in ("", row.reason)]

    def interrupted(self) -> set[int]:
        """Rows that a start found past their intent and put in doubt."""
        return {
            event["delivery_id"]
            for event in self.events
            if event["to_state"] == "in_doubt" and event["reason"] == "interrupted"
        }

    def demand(self, *logs: Path, rows: int, finished: bool = True, clocks_agree: bool = True) -> Verdict:
        """Raise AssertionError unless the sinks' logs, the rows, their history and the figures agree.

        `clocks_agree`: the sender's clock was the sinks', so that times can be compared.
        """
        verdict = Referee(*logs).judge(
            ((row.message_id, row.address, row.state) for row in self.rows), finished=finished
        )
        verdict.demand()
        assert len(self.rows) == rows
        assert Counter(row.state for row in self.rows) == Counter(self.figures)
        self._demand_history()
        if clocks_agree:
            self._demand_intents(record for log in logs for record in read_log(log))
        return verdict

    def _demand_history(self) -> None:
        """Every row's events form one chain from `queued` to where it stands."""
        stands = {row.id: "queued" for row in self.rows}
        for event in self.events:
            assert stands[event["delivery_id"]] == event["from_state"], event
            stands[event["delivery_id"]] = event["to_state"]
        assert stands == {row.id: row.state for row in self.rows}

    def _demand_intents(self, records: Iterable[Mapping[str, Any]]) -> None:
        """No message was accepted before an intent for it was on its way to the disk (I2)."""
        by_id = {row.id: row.message_id for row in self.rows}
        intents = {by_id[event["delivery_id"]]: event["at"] for event in self.events if event["to_state"] == "sending"}
        for record in records:
            assert record["t"] // 1_000_000 >= intents[record["message_id"]], record
