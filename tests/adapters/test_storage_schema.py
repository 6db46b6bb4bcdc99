"""The schema: what the migrations build is what the statements expect, and it refuses what may not happen."""

from __future__ import annotations

import re
import sqlite3
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy.dialects import postgresql
from tests.adapters.data_folder import add_campaign, ids, open_folder, sql

from sendoff.adapters.storage import database, deliveries, queue
from sendoff.adapters.storage.schema import metadata
from sendoff.adapters.storage.store import Store
from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import State, may_move
from sendoff.core.errors import StorageError


def built(connection: sa.Connection) -> dict[str, list[str]]:
    """Every table, index and trigger with its text, spaces, quotes and the order of what is between commas aside."""
    rows = connection.exec_driver_sql("SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {
        name: sorted(re.split(r"[(),]", re.sub(r"\s+", " ", re.sub(r"\s*([(),])\s*", r"\1", text.replace('"', "")))))
        for name, text in rows
        if "alembic_version" not in name and "sqlite_sequence" not in name
    }


def columns(connection: sa.Connection) -> dict[str, list[Any]]:
    """The columns of every table, in their order, with the version that the database says it has."""
    tables = [name.removeprefix("table ") for name in built(connection) if name.startswith("table ")]
    found: dict[str, list[Any]] = {
        name: [tuple(row) for row in connection.exec_driver_sql(f"PRAGMA table_info({name})")] for name in tables
    }
    found["version"] = [*connection.exec_driver_sql("SELECT version_num FROM alembic_version")]
    return found


def test_the_migrations_build_what_a_new_data_folder_gets(tmp_path: Path) -> None:
    store = Store(tmp_path)
    engine = sa.create_engine("sqlite://")
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    with engine.begin() as migrated, store.database.reading() as made:
        config.attributes["connection"] = migrated
        command.upgrade(config, "head")
        expected = built(migrated)
        assert built(made) == expected
        assert columns(made) == columns(migrated)
        assert compare_metadata(MigrationContext.configure(migrated), metadata) == []
    assert {"table delivery", "index delivery_due", "trigger delivery_event_kept"} <= set(expected)
    engine.dispose()
    store.close()


def refused(store: Store, statement: str, *values: object) -> str:
    """The sentence with which the database refuses a statement; empty when it takes it."""
    try:
        with store.database.writing() as connection:
            connection.exec_driver_sql(statement, values)
    except StorageError as error:
        return str(error)
    return ""


def test_an_unknown_state_is_refused(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    add_campaign(store, 1)
    assert "delivery_state" in refused(store, "UPDATE delivery SET state = 'sent'")
    assert "campaign_state" in refused(store, "UPDATE campaign SET state = 'done'")
    assert store.deliveries.by_state("c") == {State.QUEUED: 1}
    store.close()


def test_history_takes_the_legal_moves_and_no_others(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    row = add_campaign(store, 1)[0]
    insert = "INSERT INTO delivery_event VALUES (NULL, ?, 1, ?, ?, 0, 0, '', '', '', 0, 0)"
    for old, new in product(State, State):
        said = refused(store, insert, row, old.value, new.value)
        assert ("delivery_event_move" in said) is not may_move(old, new), (old, new, said)
    store.close()


def test_an_illegal_shift_changes_nothing(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    add_campaign(store, 3)
    with pytest.raises(StorageError):
        store.deliveries.shift("c", State.QUEUED, State.ACCEPTED, "by hand", 1)
    assert store.deliveries.by_state("c") == {State.QUEUED: 3}
    assert sql(store, "SELECT DISTINCT state FROM delivery") == [("queued",)]
    store.close()


def test_history_is_append_only_until_its_campaign_goes(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    add_campaign(store, 3)
    add_campaign(store, 2, "other")
    store.queue.claim("c", "t", 3, 1)
    store.queue.claim("other", "t", 1, 1)
    assert "append-only" in refused(store, "UPDATE delivery_event SET at = 2")
    assert "append-only" in refused(store, "DELETE FROM delivery_event")
    assert sql(store, "SELECT count(*), max(at) FROM delivery_event") == [(4, 1)]
    store.campaigns.remove("c")
    assert sql(store, "SELECT count(*) FROM delivery_event") == [(1,)]
    assert ids(store) == []
    assert store.deliveries.by_state("c") == {}
    assert store.campaigns.get("c") is None
    assert store.deliveries.by_state("other") == {State.QUEUED: 1, State.CLAIMED: 1}
    store.close()


def test_a_row_s_id_is_never_used_again(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    last = add_campaign(store, 3)[-1]
    store.campaigns.remove("c")
    assert add_campaign(store, 1, "later") == [last + 1]
    store.close()


def test_a_position_is_taken_once(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    add_campaign(store, 3, state=CampaignState.DRAFT)
    with pytest.raises(StorageError):
        add_campaign(store, 3, state=CampaignState.DRAFT, first=2)
    assert store.deliveries.by_state("c") == {State.QUEUED: 3}
    store.close()


STATEMENTS = [
    pytest.param(value, id=f"{module.__name__.rpartition('.')[2]}.{name}")
    for module in (queue, deliveries)
    for name, value in vars(module).items()
    if isinstance(value, sa.Select | sa.Insert | sa.Update)
]


def test_the_statements_are_found() -> None:
    assert len(STATEMENTS) >= 14


@pytest.mark.parametrize("statement", STATEMENTS)
def test_every_statement_compiles_for_postgresql_too(statement: sa.ClauseElement) -> None:
    assert str(statement.compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]  # SQLAlchemy's own


def test_the_driver_s_sqlite_returns_what_it_updates() -> None:
    assert sqlite3.sqlite_version_info >= (3, 35)
