"""The database's own mark and turn, and the campaigns that wait for a person's word after a restore."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa

from sendoff.adapters.storage.database import FILE_NAME, SCHEMA, Database
from sendoff.adapters.storage.schema import APPEND_ONLY, campaign, campaign_count, delivery_event, held, lineage
from sendoff.core.backup import held_words
from sendoff.core.campaign import CampaignState
from sendoff.core.errors import StorageError
from sendoff.core.forgetting import FORGOTTEN
from sendoff.core.language import tr
from sendoff.core.said import kept

_UNFINISHED = (CampaignState.RUNNING.value, CampaignState.PAUSED.value)


class Lineage:
    """Implements `core.backup_ports.Lineage`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def seen(self) -> tuple[str, int]:
        """The mark and the turn; a turn of 0 is a new one."""
        with self._database.reading() as connection:
            row = connection.execute(sa.select(lineage.c.id, lineage.c.turn)).first()
        return (str(row[0]), int(row[1])) if row else ("", 0)

    def turn(self, at_least: int = 0) -> tuple[str, int]:
        """Count on, durably."""
        with self._database.writing() as connection:
            row = connection.execute(sa.select(lineage.c.id, lineage.c.turn)).first()
            if row is None:
                mark, now = uuid4().hex, at_least + 1
                connection.execute(lineage.insert().values(id=mark, turn=now))
            else:
                mark, now = str(row[0]), max(int(row[1]), at_least) + 1
                connection.execute(lineage.update().values(turn=now))
        return mark, now

    def hold_all(self, made_at: int, now: int) -> int:
        """Hold every campaign that has recipients; the unfinished ones say why."""
        with self._database.writing() as connection:
            owners = sa.select(campaign_count.c.campaign_id).where(campaign_count.c.n > 0)
            ids = [one for (one,) in connection.execute(sa.select(campaign.c.id).where(campaign.c.id.in_(owners)))]
            connection.execute(held.delete())
            if ids:
                connection.execute(held.insert(), [{"campaign_id": one, "made_at": made_at, "at": now} for one in ids])
            running = campaign.update().where(campaign.c.state.in_(_UNFINISHED))
            paused = {"state": CampaignState.PAUSED.value, "reason": kept(held_words(made_at))}
            connection.execute(running.where(campaign.c.id.in_(ids)).values(paused))
        return len(ids)

    def held(self) -> Mapping[str, int]:
        """Campaigns that wait for a word."""
        with self._database.reading() as connection:
            return {row.campaign_id: row.made_at for row in connection.execute(sa.select(held))}

    def release(self, campaign_id: str) -> bool:
        """Let it go."""
        with self._database.writing() as connection:
            return connection.execute(held.delete().where(held.c.campaign_id == campaign_id)).rowcount == 1


class Foreign:
    """Implements `core.backup_ports.Foreign`."""

    def bring_up(self, folder: Path) -> None:
        """Upgrade, and let SQLite look through every page."""
        database = Database(folder)
        try:
            with database.reading() as connection:
                said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
            if said != "ok":
                raise StorageError(
                    tr("The database in this backup is damaged."), remedy=tr("Choose an older backup."), code="corrupt"
                )
        finally:
            database.close()

    def hold_all(self, folder: Path, made_at: int, now: int) -> int:
        """As `Lineage.hold_all`, and count on so that the next opening finds nothing wrong."""
        database = Database(folder)
        try:
            return Lineage(database).hold_all(made_at, now)
        finally:
            database.close()

    def fold(self, folder: Path) -> None:
        """One single file: the log is moved into it; one that cannot be opened stays as it is."""
        if not (folder / FILE_NAME).is_file():
            return
        with suppress(sqlite3.Error), closing(sqlite3.connect(folder / FILE_NAME)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()

    def carry_over(self, old: Path, new: Path) -> int | None:
        """Take newer states and their history from `old`, in one transaction, where it is `new` at a later time."""
        if not (old / FILE_NAME).is_file():
            return None
        try:
            with closing(sqlite3.connect(new / FILE_NAME, isolation_level=None)) as connection:
                connection.execute("ATTACH ? AS old", (str(old / FILE_NAME),))
                if not _descends(connection):
                    return None
                connection.execute("BEGIN IMMEDIATE")
                number = _take(connection)
                connection.execute("COMMIT")
                return number
        except sqlite3.Error:
            return None  # a database too damaged to be asked knows nothing


def _descends(connection: sqlite3.Connection) -> bool:
    """Whether `old` is this database at the same or a later time, of this version."""
    version = connection.execute("SELECT version_num FROM old.alembic_version").fetchone()
    ours, theirs = (connection.execute(f"SELECT id, turn FROM {one}.lineage").fetchone() for one in ("main", "old"))  # noqa: S608 -- two fixed names
    if version != (SCHEMA,) or not ours or not theirs or ours[0] != theirs[0] or theirs[1] < ours[1]:
        return False
    return bool(connection.execute("PRAGMA old.quick_check(1)").fetchone() == ("ok",))


def _forget_again(connection: sqlite3.Connection) -> None:
    """Whose row was emptied since the backup is forgotten in it, too."""
    same = (
        "SELECT d.id FROM delivery d JOIN old.delivery o ON o.id = d.id AND o.campaign_id = d.campaign_id"
        " AND o.position = d.position"
    )
    # Only forgetting takes away what a list had before a correction.
    unsaid = f"UPDATE delivery SET said = '' WHERE id IN ({same} AND o.said = '' AND d.said <> '')"  # noqa: S608 -- fixed words
    if connection.execute(unsaid).rowcount:
        connection.execute("PRAGMA user_version = 1")  # the next opening writes the file anew
    rows = f"{same} WHERE o.address_key = '{FORGOTTEN}' AND d.address_key <> '{FORGOTTEN}'"
    if not connection.execute(f"{rows} LIMIT 1").fetchone():
        return
    connection.execute("DROP TRIGGER delivery_event_fixed")
    connection.execute(f"UPDATE delivery_event SET text = '' WHERE delivery_id IN ({rows})")  # noqa: S608 -- likewise
    connection.execute(APPEND_ONLY[0])
    columns = "address, address_key, domain_key, name, fields, text, zone, said"
    connection.execute(
        f"UPDATE delivery SET ({columns}) = (SELECT {columns} FROM old.delivery o WHERE o.id = delivery.id)"  # noqa: S608 -- likewise
        f" WHERE id IN ({rows})"
    )
    connection.execute("PRAGMA user_version = 1")  # the next opening writes the file anew


def _take(connection: sqlite3.Connection) -> int:
    """Copy what happened since; a row is the same where campaign, place and address are."""
    events = "SELECT count(*) FROM {}delivery_event e WHERE e.delivery_id = d.id"  # a history is only ever added to
    connection.execute(
        "CREATE TEMP TABLE moved AS"  # noqa: S608 -- fixed names
        " SELECT d.id FROM delivery d JOIN old.delivery o ON o.id = d.id"
        " AND o.campaign_id = d.campaign_id AND o.position = d.position"
        f" AND (o.address_key = d.address_key OR o.address_key = '{FORGOTTEN}')"
        f" WHERE ({events.format('old.')}) > ({events.format('main.')})"
    )
    _forget_again(connection)
    number = connection.execute(
        "SELECT count(*) FROM moved JOIN delivery d USING (id) JOIN old.delivery o USING (id) WHERE d.state <> o.state"
    ).fetchone()[0]
    columns = "state, attempts, due_at, token, code, enhanced, text, reason, updated_at"
    connection.execute(
        f"UPDATE delivery SET ({columns}) = (SELECT {columns} FROM old.delivery o WHERE o.id = delivery.id)"  # noqa: S608 -- fixed names
        " WHERE id IN (SELECT id FROM moved)"
    )
    kept = ", ".join(one.name for one in delivery_event.c if one.name != "id")
    connection.execute(
        f"INSERT INTO delivery_event ({kept}) SELECT {kept} FROM old.delivery_event o"  # noqa: S608 -- fixed names
        " WHERE delivery_id IN (SELECT id FROM moved) AND NOT EXISTS (SELECT 1 FROM main.delivery_event e"
        " WHERE e.delivery_id = o.delivery_id AND e.at = o.at"
        " AND e.from_state = o.from_state AND e.to_state = o.to_state)"
        " ORDER BY o.id"
    )
    # A draft that was started since is started: nothing of it may be written anew.
    names = ", ".join(one.name for one in campaign.c if one.name != "id")
    connection.execute(
        f"UPDATE campaign SET ({names}) = (SELECT {names} FROM old.campaign o WHERE o.id = campaign.id)"  # noqa: S608 -- fixed names
        " WHERE id IN (SELECT id FROM old.campaign o WHERE o.started_at > 0)"
    )
    connection.execute(
        "UPDATE delivery SET zone = o.zone FROM old.delivery o JOIN old.campaign c ON c.id = o.campaign_id"
        " WHERE o.id = delivery.id AND o.campaign_id = delivery.campaign_id"
        " AND c.started_at > 0 AND o.zone <> delivery.zone"
    )
    connection.execute("INSERT OR IGNORE INTO suppression SELECT * FROM old.suppression")
    connection.execute("INSERT OR REPLACE INTO sending_run SELECT * FROM old.sending_run")  # who sent what came over
    # What is filed stays filed once; a row's number may have gone to somebody else.
    connection.execute(
        "INSERT OR REPLACE INTO sent_copy SELECT o.* FROM old.sent_copy o"
        " JOIN delivery d ON d.id = o.delivery_id AND d.campaign_id = o.campaign_id"
    )
    connection.execute(
        "INSERT OR IGNORE INTO copies_expected SELECT campaign_id FROM old.copies_expected"
        " WHERE campaign_id IN (SELECT id FROM campaign)"
    )
    connection.execute("DELETE FROM account_use")
    connection.execute("INSERT INTO account_use SELECT * FROM old.account_use")
    owners = "SELECT campaign_id FROM delivery WHERE id IN (SELECT id FROM moved)"
    connection.execute(f"DELETE FROM campaign_count WHERE campaign_id IN ({owners})")  # noqa: S608 -- fixed names
    connection.execute(
        f"INSERT INTO campaign_count SELECT campaign_id, state, count(*) FROM delivery WHERE campaign_id IN ({owners})"  # noqa: S608 -- fixed names
        " GROUP BY campaign_id, state"
    )
    connection.execute(f"DELETE FROM campaign_minute WHERE campaign_id IN ({owners})")  # noqa: S608 -- fixed names
    connection.execute(
        f"INSERT INTO campaign_minute SELECT * FROM old.campaign_minute WHERE campaign_id IN ({owners})"  # noqa: S608 -- fixed names
    )
    connection.execute("UPDATE lineage SET turn = (SELECT turn FROM old.lineage)")
    return int(number)
