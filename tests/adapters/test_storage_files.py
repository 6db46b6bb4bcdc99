"""The database file: durable settings, upgrades that keep a copy, and a sentence for every file that is wrong."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from tests.adapters.data_folder import add_campaign, batch, open_folder, people, sql

from sendoff.adapters.storage import database
from sendoff.adapters.storage.database import FILE_NAME, Database
from sendoff.adapters.storage.store import Store
from sendoff.core.account import Account, ImapPlace, Security
from sendoff.core.campaign import Campaign
from sendoff.core.delivery import State
from sendoff.core.errors import InputError, StorageError

TODAY = database.SCHEMA
NEXT = '''"""A later schema."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{today}"


def upgrade():
    op.add_column("campaign", sa.Column("colour", sa.Text, nullable=False, server_default="red"))
    {last}
'''


def code_of(folder: Path, *, read_only: bool = False) -> str:
    """The code of the error with which a folder cannot be opened; it names the file and a way out."""
    with pytest.raises(StorageError) as refused:
        Store(folder, read_only=read_only)
    assert refused.value.where.startswith(str(folder))
    assert refused.value.remedy
    return refused.value.code


def test_the_writer_is_durable_and_readers_only_read(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    with store.database.writing() as connection:
        ask = connection.exec_driver_sql
        assert ask("PRAGMA journal_mode").scalar() == "wal"
        assert ask("PRAGMA synchronous").scalar() == 2
        assert ask("PRAGMA busy_timeout").scalar() == 5000
    with store.database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA query_only").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA wal_autocheckpoint").scalar() == 0
    with pytest.raises(StorageError), store.database.reading() as connection:
        connection.exec_driver_sql("DELETE FROM campaign")
    store.close()


def test_at_rest_each_idle_reader_lets_go_of_its_pages_and_a_busy_one_is_left_alone(tmp_path: Path) -> None:
    store, told = open_folder(tmp_path), list[list[str]]()
    with ExitStack() as readers:
        for _ in range(3):
            connection = readers.enter_context(store.database.reading())
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            told.append([])
            driver.set_trace_callback(told[-1].append)
    with store.database.reading() as busy:
        busy.exec_driver_sql("SELECT 1")
        store.database.rest()
        assert sorted(statements.count("PRAGMA shrink_memory") for statements in told) == [0, 1, 1]
    store.close()


def test_a_reader_sees_one_state(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    add_campaign(store, 4)
    query = "SELECT n FROM campaign_count WHERE state = 'queued'"
    with store.database.reading() as connection:
        before = connection.exec_driver_sql(query).scalar()
        store.queue.claim("c", "t", 3, 1)
        assert (before, connection.exec_driver_sql(query).scalar()) == (4, 4)
    assert sql(store, query) == [(1,)]
    store.close()


def test_a_failed_transaction_leaves_nothing_behind(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    half = "INSERT INTO campaign_count VALUES ('c', 'queued', 7)"

    def write() -> None:
        with store.database.writing() as connection:
            connection.exec_driver_sql(half)
            raise ZeroDivisionError

    def commit() -> None:
        with store.database.committing() as cursor:
            cursor.execute(half, {})
            raise ZeroDivisionError

    for broken_off in (write, commit):
        with pytest.raises(ZeroDivisionError):
            broken_off()
    assert sql(store, "SELECT * FROM campaign_count") == []
    add_campaign(store, 1)
    store.close()


def test_a_checkpoint_empties_the_log(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    store.campaigns.save(Campaign(id="c", name="c"))
    target = store.deliveries.begin("c")
    store.deliveries.add(target, [batch(people("c", 1000))])
    store.deliveries.finish("c", target, lambda: False)
    assert (tmp_path / f"{FILE_NAME}-wal").stat().st_size == 0
    store.close()


def test_a_name_belongs_to_one_account(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    store.accounts.save(Account(id="1", name="work", host="a.example", port=25))
    with pytest.raises(InputError) as refused:
        store.accounts.save(Account(id="2", name="work", host="b.example", port=25))
    assert refused.value.code == "name_taken"
    store.accounts.save(Account(id="1", name="work", host="c.example", port=25, limits=("5/hour",)))
    assert store.accounts.all() == [Account(id="1", name="work", host="c.example", port=25, limits=("5/hour",))]
    store.close()


def test_an_account_keeps_its_sent_folder_and_an_older_one_has_none(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    place = ImapPlace(host="imap.example.com", port=143, security=Security.STARTTLS)
    new = Account(id="1", name="work", host="a.example", port=25, imap=place)
    store.accounts.save(new)
    assert store.accounts.get("1") == new
    with store.database.writing() as connection:  # as an earlier version kept it
        connection.exec_driver_sql("UPDATE account SET data = json_remove(data, '$.imap')")
    assert store.accounts.get("1") == Account(id="1", name="work", host="a.example", port=25)
    store.close()


# -- upgrades


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Sendoff whose schema is 9999; returns the file of that migration, to be filled by the test."""
    code = tmp_path / "code"
    shutil.copytree(Path(database.__file__).parent / "migrations", code / "migrations")
    monkeypatch.setattr(database, "__file__", str(code / "database.py"))
    monkeypatch.setattr(database, "SCHEMA", "9999")
    return code / "migrations" / "versions" / "v9999_colour.py"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder of today's schema with a campaign in it."""
    folder = tmp_path / "data"
    folder.mkdir()
    store = open_folder(folder)
    add_campaign(store, 3)
    store.close()
    return folder


def test_an_upgrade_keeps_a_copy_from_before(folder: Path, later: Path) -> None:
    later.write_text(NEXT.format(today=TODAY, last=""))
    store = Store(folder)
    assert sql(store, "SELECT name, colour FROM campaign") == [("c", "red")]
    assert sql(store, "SELECT version_num FROM alembic_version") == [("9999",)]
    assert store.deliveries.by_state("c") == {State.QUEUED: 3}
    store.close()
    copies = list((folder / "backups").iterdir())
    assert [copy.name for copy in copies] == ["sendoff-before-9999.db"]
    copy = sqlite3.connect(copies[0])
    assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [(TODAY,)]
    assert copy.execute("SELECT count(*) FROM delivery").fetchall() == [(3,)]
    assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    copy.close()


def test_an_upgrade_that_breaks_off_changed_nothing(folder: Path, later: Path) -> None:
    later.write_text(NEXT.format(today=TODAY, last="raise ZeroDivisionError"))
    with pytest.raises(ZeroDivisionError):
        Store(folder)
    later.write_text(NEXT.format(today=TODAY, last=""))
    store = Store(folder)
    assert sql(store, "SELECT colour FROM campaign") == [("red",)]
    store.close()


def test_the_first_schema_is_upgraded_with_its_rows(tmp_path: Path) -> None:
    _first_schema(tmp_path / FILE_NAME)
    store = Store(tmp_path)
    assert sql(store, "SELECT version_num FROM alembic_version") == [(TODAY,)]
    assert store.deliveries.by_state("c") == {State.QUEUED: 3}
    assert sql(store, "SELECT key FROM suppression") == [("anna@example.com",)]
    assert sql(store, "SELECT count(*) FROM audience") == [(0,)]
    assert sql(store, "SELECT count(*) FROM sqlite_master WHERE name = 'delivery_marked'") == [(1,)]
    assert store.accounts.used("a", 6) == [7, 7, 8]
    store.accounts.note_use("a", 8)
    assert store.accounts.used("a", 8) == [8, 8]
    store.close()
    copy = sqlite3.connect(tmp_path / "backups" / f"sendoff-before-{TODAY}.db")
    assert copy.execute("SELECT count(*) FROM delivery").fetchall() == [(3,)]
    copy.close()


def _first_schema(path: Path) -> None:
    """A database as the first Sendoff left it, with three rows that wait."""
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql("INSERT INTO suppression VALUES ('anna@example.com', 'manual', '', 1)")
        connection.exec_driver_sql("INSERT INTO campaign_count VALUES ('c', 'queued', 3)")
        connection.exec_driver_sql(
            "INSERT INTO account_use (account_id, at) VALUES ('a', 5), ('a', 7), ('a', 8), ('a', 7)"
        )
        for position in (1, 2, 3):
            connection.exec_driver_sql(
                "INSERT INTO delivery (campaign_id, position, address, address_key, domain_key, name, fields, state)"
                f" VALUES ('c', {position}, 'a', 'a', '@', '', '[]', 'queued')"
            )
    engine.dispose()


def test_a_reader_does_not_upgrade(folder: Path, later: Path) -> None:
    later.write_text(NEXT.format(today=TODAY, last=""))
    assert code_of(folder, read_only=True) == "older"
    assert not (folder / "backups").exists()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_schema_is_refused_and_left_alone(folder: Path, *, read_only: bool) -> None:
    connection = sqlite3.connect(folder / FILE_NAME)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = (folder / FILE_NAME).read_bytes()
    assert code_of(folder, read_only=read_only) == "newer"
    assert (folder / FILE_NAME).read_bytes() == before


# -- files that are wrong


def test_reading_an_empty_folder(tmp_path: Path) -> None:
    assert code_of(tmp_path, read_only=True) == "empty"
    assert list(tmp_path.iterdir()) == []


def test_a_reader_cannot_write(folder: Path) -> None:
    store = Store(folder, read_only=True)
    assert store.deliveries.by_state("c") == {State.QUEUED: 3}
    with pytest.raises(StorageError, match="reading only"):
        store.queue.claim("c", "t", 1, 1)
    store.close()


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"email,name\nanna@example.com,Anna\n" * 200)
    assert code_of(tmp_path) == "corrupt"
    assert code_of(tmp_path, read_only=True) == "corrupt"


def test_a_database_with_holes(folder: Path) -> None:
    path = folder / FILE_NAME
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StorageError) as refused:
        Store(folder).deliveries.by_state("c")
    assert refused.value.code == "corrupt"


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    assert code_of(tmp_path) == "read_only"


@contextmanager
def unprivileged() -> Iterator[None]:
    """Root may write anywhere, so be somebody else for a moment."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are of another kind here")
@pytest.mark.parametrize("name", ["data", "full of readonly data"])
def test_a_folder_that_may_not_be_written_to(name: str) -> None:
    top = Path(tempfile.mkdtemp())
    folder = top / name
    try:
        folder.mkdir()
        open_folder(folder).close()
        opened = _opened_elsewhere(folder)
        for path in (top, folder):
            path.chmod(0o555)
        (folder / FILE_NAME).chmod(0o444)
        with unprivileged():
            assert code_of(folder) == "read_only"
            with pytest.raises(StorageError) as refused:
                Database.backup(opened, "now")
        assert refused.value.code == "read_only"
    finally:
        for path in (top, folder):
            path.chmod(0o755)
        shutil.rmtree(top)


def _opened_elsewhere(folder: Path) -> Database:
    """A database whose folder lost its permissions after it was opened."""
    with tempfile.TemporaryDirectory() as other:
        opened = open_folder(Path(other))
        opened.close()
    opened.database.path = folder / FILE_NAME
    return opened.database


def test_another_process_with_the_database_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pragmas = [pragma.replace("5000", "50") for pragma in database.writer_pragmas()]
    monkeypatch.setattr(database, "writer_pragmas", lambda: pragmas)
    other = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert code_of(folder) == "locked"
    other.close()


def test_a_full_disk_is_said(folder: Path) -> None:
    store = Store(folder)
    with store.database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError) as refused:
        add_campaign(store, 5000, "big")
    assert refused.value.code == "disk_full"
    assert store.deliveries.by_state("big") == {}
    store.close()
