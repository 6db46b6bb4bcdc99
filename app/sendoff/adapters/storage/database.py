"""The database file: how it is opened, protected, upgraded and backed up.

One connection writes and checkpoints; readers may only read. That keeps the order of commits ours and leaves no
room for SQLite's WAL-reset fault (fixed in 3.51.3), which needs two connections committing or checkpointing at once.
The writer runs with `synchronous=FULL`: with NORMAL a power cut takes back committed intents, and an intent taken
back is a message sent twice (tests/e2e/test_power_cut.py shows both).
"""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

import sqlalchemy as sa
from sqlalchemy.pool import QueuePool, StaticPool
from sqlalchemy.schema import CreateIndex, CreateTable

from sendoff.adapters.storage.schema import APPEND_ONLY, metadata
from sendoff.adapters.storage.segments import add_functions
from sendoff.adapters.storage.statements import Cursor
from sendoff.core.errors import StorageError
from sendoff.core.language import tr
from sendoff.core.system_words import system_words

SCHEMA = "0015"
"""The newest migration; the number in `migrations/versions`."""

FILE_NAME = "sendoff.db"
_VERSION_TABLE = (
    "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n\t"
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
)
"""Alembic's own, word for word."""
_GLANCE = 20_000
"""Steps of SQLite between looks at whether to stop; about a millisecond."""


def writer_pragmas() -> list[str]:
    """What the writing connection runs with."""
    pragmas = ["journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "wal_autocheckpoint=4000"]
    if sys.platform == "darwin":
        pragmas += ["fullfsync=1", "checkpoint_fullfsync=1"]  # a plain fsync stops in the drive's cache there
    return pragmas


def reader_pragmas() -> list[str]:
    """What a reading connection runs with."""
    return ["query_only=1", "busy_timeout=5000", "wal_autocheckpoint=0"]


class StoppedError(Exception):
    """A long transaction was stopped, as somebody asked; nothing of it was written."""


class Database:
    """One data folder's database. `writing()` and `reading()` hand out connections; StorageError for what fails."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self.path = folder / FILE_NAME
        self._lock = threading.RLock()
        if read_only and not self.path.exists():
            raise StorageError(
                tr("Nothing is kept here yet."),
                where=str(folder),
                remedy=tr("Add an account or start a campaign, or point SENDOFF_HOME to the folder you mean."),
                code="empty",
            )
        self._readers = sa.create_engine(
            "sqlite://", creator=self._open_reader, poolclass=QueuePool, pool_size=4, paramstyle="named"
        )
        sa.event.listen(self._readers, "begin", _begin)
        self._writer: sa.Engine | None = None
        self._driver: sqlite3.Connection | None = None
        with self.guarded():
            if not read_only:
                self._writer = sa.create_engine(
                    "sqlite://", creator=self._open_writer, poolclass=StaticPool, paramstyle="named"
                )
                sa.event.listen(self._writer, "begin", _begin_immediate)
            self._check_or_upgrade()

    def _open(self, pragmas: list[str], *, uri: str = "") -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri or self.path, check_same_thread=False, isolation_level=None, uri=bool(uri), cached_statements=256
        )
        try:
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}")
            add_functions(connection)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _open_writer(self) -> sqlite3.Connection:
        self._driver = self._open(writer_pragmas())
        return self._driver

    def _open_reader(self) -> sqlite3.Connection:
        return self._open(reader_pragmas())

    @property
    def dialect(self) -> sa.Dialect:
        """What statements are compiled for."""
        return self._readers.dialect

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """One durable transaction; others wait. Raises StorageError; then nothing was written."""
        if self._writer is None:
            raise StorageError(tr("This data folder was opened for reading only."))
        with self._lock, self.guarded(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def interruptible(self, stopped: Callable[[], bool]) -> Iterator[sa.Connection]:
        """`writing` that raises StoppedError soon after `stopped` says so."""
        with self._lock:
            self._watch(stopped)
            try:
                with self.writing() as connection:
                    yield connection
                    self._watch(None)  # what comes now is the commit
            except StorageError as error:
                cause = error.__cause__.orig if isinstance(error.__cause__, sa.exc.DBAPIError) else error.__cause__
                if getattr(cause, "sqlite_errorcode", 0) != sqlite3.SQLITE_INTERRUPT:
                    raise
                raise StoppedError from error
            finally:
                self._watch(None)

    def _watch(self, stopped: Callable[[], bool] | None) -> None:
        if self._driver is not None:
            self._driver.set_progress_handler(stopped, _GLANCE)

    @contextmanager
    def committing(self) -> Iterator[Cursor]:
        """One durable transaction on the driver's own cursor: the engine's path, several times a millisecond.

        Raises StorageError; then nothing was written.
        """
        if self._driver is None:
            raise StorageError(tr("This data folder was opened for reading only."))
        with self._lock, self.guarded():
            # SQLAlchemy's pool has one connection, ours; checking it out costs more than a small commit.
            cursor = cast("Cursor", self._driver.cursor())
            cursor.execute("BEGIN IMMEDIATE", {})
            try:
                yield cursor
                cursor.execute("COMMIT", {})
            except BaseException:
                # A failed COMMIT (a full disk) leaves the transaction open; some faults have ended it already.
                with suppress(sqlite3.Error):
                    cursor.execute("ROLLBACK", {})
                raise

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that sees one state of the database and cannot change it."""
        with self.guarded(), self._readers.connect() as connection:
            yield connection

    def checkpoint(self) -> None:
        """Move the log into the file and empty it, so that the next commit's sync is small."""
        if self._driver is None:
            return
        with self._lock, self.guarded():
            # On the driver's connection: SQLAlchemy would begin a transaction, and none may be open here.
            self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def write_anew(self) -> bool:
        """Write the whole file anew, so that no byte is left of what was deleted; False = somebody reads just now.

        `user_version` 1 asks for it, also after a crash. Raises StorageError.
        """
        if self._driver is None:
            return False
        with self._lock, self.guarded():
            self._driver.execute("VACUUM")
            (busy, *_pages) = self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                self._driver.execute("PRAGMA user_version = 0")
            return not busy

    def finish_anew(self) -> None:
        """Do now what a killed program still had to write anew; a full disk leaves it to the next start."""
        with self.reading() as connection:
            wanted = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if wanted:
            with suppress(StorageError):
                self.write_anew()

    def rest(self) -> None:
        """Let go of the pages that idle readers remember, up to 2 MB each."""
        for _ in range(cast("QueuePool", self._readers.pool).checkedin()):  # the pool hands out the longest idle first
            with self.reading() as connection:
                connection.exec_driver_sql("PRAGMA shrink_memory")

    def close(self) -> None:
        """Close every connection."""
        self._readers.dispose()
        if self._writer is not None:
            with suppress(sqlite3.Error, sa.exc.SQLAlchemyError):
                self._writer.dispose()

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Turn what SQLite raises into StorageError: the one place where that happens."""
        try:
            yield
        except sa.exc.DBAPIError as error:
            raise self._known(error.orig if isinstance(error.orig, Exception) else error) from error
        except sqlite3.Error as error:
            raise self._known(error) from error
        except OSError as error:
            raise self._known(error) from error

    def _known(self, error: Exception) -> StorageError:
        said = system_words(error) if isinstance(error, OSError) else str(error)
        words = str(error.strerror if isinstance(error, OSError) else error).lower()  # a path is not a symptom
        where = str(self.path)
        if "full" in words or "no space" in words:
            return StorageError(
                tr("The disk is full, so nothing more is sent."),
                where=where,
                remedy=tr("Free some space and resume; nobody was lost."),
                code="disk_full",
            )
        if "readonly" in words or "read-only" in words or "permission" in words or "unable to open" in words:
            return StorageError(
                tr("The data folder cannot be written to."),
                where=where,
                remedy=tr("Give yourself write access to it, or point SENDOFF_HOME elsewhere."),
                code="read_only",
            )
        if "not a database" in words or "malformed" in words or "corrupt" in words:
            return StorageError(
                tr("The database is damaged."),
                where=where,
                remedy=tr("Move it aside and put back a copy from the `backups` folder beside it."),
                code="corrupt",
            )
        if "locked" in words or "busy" in words:
            return StorageError(
                tr("Another program is using the database."), where=where, remedy=tr("Close it."), code="locked"
            )
        if "i/o error" in words:
            said = tr("the disk cannot read or write it")
        return StorageError(tr("The database could not be used: {error}.", error=said), where=where, code="storage")

    def _check_or_upgrade(self) -> None:
        if self._writer is None:
            with self._readers.connect() as connection:
                self._refuse_other(self._version(connection), exact=True)
            return
        with self.writing() as connection:
            version = self._version(connection)
        self._refuse_other(version, exact=False)
        if version == SCHEMA:
            return
        if version:
            self.backup(f"before-{SCHEMA}")
            self._upgrade()
        else:
            self._make()

    @staticmethod
    def _version(connection: sa.Connection) -> str:
        known = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first()
        row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first() if known else None
        return str(row[0]) if row else ""

    def _refuse_other(self, version: str, *, exact: bool) -> None:
        if version > SCHEMA:
            raise StorageError(
                tr("This data was written by a newer Sendoff."),
                where=str(self.path),
                remedy=tr("Install that version, or point SENDOFF_HOME to another folder."),
                code="newer",
            )
        if exact and version != SCHEMA:
            raise StorageError(
                tr("This data was written by an older Sendoff."),
                where=str(self.path),
                remedy=tr("Open it once with `sendoff` to bring it up to date."),
                code="older",
            )

    def _make(self) -> None:
        # At once, without alembic, which is for databases with a past: it costs 11 MB and a quarter of a second.
        with self.writing() as connection:
            for table in metadata.sorted_tables:
                connection.execute(CreateTable(table))
                # In a fixed order, by which SQLite goes where two are equally good; SQLAlchemy keeps them as a set.
                for index in sorted(table.indexes, key=lambda one: str(one.name)):
                    connection.execute(CreateIndex(index))
            for statement in (*APPEND_ONLY, _VERSION_TABLE):
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (SCHEMA,))

    def _upgrade(self) -> None:
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        with self.writing() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    def backup(self, mark: str) -> Path:
        """Copy the database into `backups/`. Returns the copy's path."""
        folder = self.path.parent / "backups"
        with self.guarded():
            folder.mkdir(mode=0o700, exist_ok=True)
        target = folder / f"sendoff-{mark}.db"
        self.copy_to(target)
        return target

    def copy_to(self, target: Path) -> None:
        """Write one consistent copy, even in mid-write; whoever writes meanwhile does not wait."""
        with self.guarded():
            source = self._open_reader()
            copy = sqlite3.connect(target)
            try:
                source.backup(copy)
            finally:
                copy.close()
                source.close()


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_immediate(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
