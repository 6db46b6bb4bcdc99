"""The sandbox's last messages in a file of the data folder, so that they are there after a restart."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import Path

from sendoff.core.address import duplicate_key
from sendoff.core.errors import StorageError
from sendoff.core.forgetting import Mentions
from sendoff.core.language import tr
from sendoff.core.rehearsal import KEPT_BYTES, KEPT_DAYS, KEPT_MESSAGES

_DAY = 86_400_000
_SCHEMA = """
PRAGMA auto_vacuum = FULL;
CREATE TABLE IF NOT EXISTS message (
    number INTEGER PRIMARY KEY, at INTEGER NOT NULL, sender TEXT NOT NULL, recipient TEXT NOT NULL,
    message_id TEXT NOT NULL, subject TEXT NOT NULL, size INTEGER NOT NULL, content BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS numbers (one INTEGER PRIMARY KEY CHECK (one = 1), last INTEGER, emptied INTEGER);
INSERT OR IGNORE INTO numbers VALUES (1, 0, 0);
CREATE TABLE IF NOT EXISTS put_off (address TEXT PRIMARY KEY);
"""
_LINE = ("number", "at", "sender", "recipient", "message_id", "subject", "size")
_OVER = """
DELETE FROM message WHERE at < ? OR number NOT IN (
    SELECT number FROM (
        SELECT number, sum(size) OVER (ORDER BY number DESC) AS together FROM message ORDER BY number DESC LIMIT ?
    ) WHERE together <= ?
)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One message the sandbox took."""

    number: int
    """The first message is 1."""
    at: int
    """Epoch milliseconds."""
    sender: str
    recipient: str
    message_id: str
    subject: str
    size: int
    """Bytes."""


class Shelf:
    """Holds so many messages, of so many bytes, for so many days as `core.rehearsal` says. Safe for several threads.

    A file that cannot be read is begun anew: what it held were rehearsals.
    """

    def __init__(self, path: Path, *, most: int = KEPT_MESSAGES, most_bytes: int = KEPT_BYTES) -> None:
        self._path = path
        self._most = most
        self._most_bytes = most_bytes
        self._lock = threading.Lock()

    def numbers(self) -> tuple[int, int]:
        """The number of the last message ever taken, and of the last that was taken away. Raises StorageError."""
        with self._opened() as file:
            last, emptied = file.execute("SELECT last, emptied FROM numbers").fetchone()
        return last, emptied

    def received(self) -> list[Received]:
        """A line for each message it holds, oldest first. Raises StorageError."""
        with self._opened() as file:
            file.execute(_OVER, (_now() - KEPT_DAYS * _DAY, self._most, self._most_bytes))
            rows = file.execute(
                "SELECT number, at, sender, recipient, message_id, subject, size FROM message ORDER BY number"
            ).fetchall()
        return [Received(**dict(zip(_LINE, row, strict=True))) for row in rows]

    def content(self, number: int) -> bytes | None:
        """The message of this number as it came; None where it is not here. Raises StorageError."""
        with self._opened() as file:
            found = file.execute("SELECT content FROM message WHERE number = ?", (number,)).fetchone()
        return found[0] if found else None

    def save(self, new: Sequence[tuple[Received, bytes]], last: int, emptied: int) -> None:
        """Keep these as well, and drop what is too old or too much. Raises StorageError."""
        with self._opened() as file:
            rows = [(*astuple(line), content) for line, content in new]
            file.execute("DELETE FROM message WHERE number <= ?", (emptied,))  # what `empty` could not
            file.executemany("INSERT OR REPLACE INTO message VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
            file.execute(_OVER, (_now() - KEPT_DAYS * _DAY, self._most, self._most_bytes))
            file.execute("UPDATE numbers SET last = ?, emptied = ?", (last, emptied))

    def put_off(self) -> set[str]:
        """Who was refused the last time and is taken the next. Raises StorageError."""
        with self._opened() as file:
            return {address for (address,) in file.execute("SELECT address FROM put_off")}

    def save_put_off(self, addresses: Collection[str]) -> None:
        """Keep these in place of those. Raises StorageError."""
        with self._opened() as file:
            file.execute("DELETE FROM put_off")
            file.executemany("INSERT INTO put_off VALUES (?)", [(one,) for one in addresses])

    def empty(self, up_to: int) -> None:
        """Drop every message up to this number, so that nothing of it stays in the file. Raises StorageError."""
        with self._opened() as file:
            file.execute("DELETE FROM message WHERE number <= ?", (up_to,))
            file.execute("UPDATE numbers SET last = max(last, ?), emptied = ?", (up_to, up_to))

    def about(self, address: str) -> int:
        """How many messages went to an address or name it. Raises StorageError."""
        return len(self.numbers_about(address))

    def forget(self, address: str) -> int:
        """Drop them, and that the person was put off, so that nothing of it stays in the file; returns how many.

        Raises StorageError.
        """
        if self._path.exists():
            with self._opened() as file:
                known = [one for (one,) in file.execute("SELECT address FROM put_off") if is_same(one, address)]
                file.executemany("DELETE FROM put_off WHERE address = ?", [(one,) for one in known])
        if numbers := self.numbers_about(address):
            with self._opened() as file:
                file.executemany("DELETE FROM message WHERE number = ?", [(one,) for one in numbers])
        return len(numbers)

    def numbers_about(self, address: str) -> list[int]:
        """Which messages these are. Raises StorageError."""
        if not self._path.exists():
            return []
        with self._opened() as file:
            rows = file.execute(f"SELECT {', '.join(_LINE)}, content FROM message")  # noqa: S608 -- fixed names
            found = ((Received(**dict(zip(_LINE, row, strict=False))), row[-1]) for row in rows)
            return [line.number for line, content in found if is_about(address, line, content)]

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """The file, in one transaction."""
        with self._lock:
            try:
                file = self._connect()
            except (sqlite3.DatabaseError, OSError) as error:
                raise self._lost() from error
            try:
                with file:
                    yield file
            except sqlite3.Error as error:
                raise self._lost() from error
            finally:
                file.close()

    def _connect(self) -> sqlite3.Connection:
        try:
            return self._ready()
        except sqlite3.OperationalError:
            raise  # a full disk, a folder that is gone: no fault of the file's
        except sqlite3.DatabaseError:
            self._path.unlink(missing_ok=True)
            return self._ready()

    def _ready(self) -> sqlite3.Connection:
        file = sqlite3.connect(self._path)
        try:
            file.execute("PRAGMA secure_delete = ON")
            file.executescript(_SCHEMA)
        except sqlite3.Error:
            file.close()
            raise
        return file

    def _lost(self) -> StorageError:
        return StorageError(
            tr("The sandbox's messages cannot be kept for the next start."),
            remedy=tr("Check the disk. They are here until Sendoff is closed."),
            where=str(self._path),
            code="sandbox_messages",
        )


def is_same(one: str, other: str) -> bool:
    """Whether two addresses are one person's."""
    return duplicate_key(one) == duplicate_key(other)


def is_about(address: str, line: Received, content: bytes) -> bool:
    """Whether a message went to an address, or names it in its header or in the text of a part."""
    if is_same(line.recipient, address):
        return True
    if not content:
        return False
    mentions = Mentions([address, duplicate_key(address)])
    if mentions.in_text(line.subject) or mentions.in_text(content.decode("utf-8", "replace")):
        return True
    texts = (part for part in message_from_bytes(content).walk() if part.get_content_maintype() == "text")
    return any(mentions.in_text(_decoded(part)) for part in texts)


def _decoded(part: Message) -> str:
    body = part.get_payload(decode=True)
    return body.decode("utf-8", "replace") if isinstance(body, bytes) else ""


def _now() -> int:
    return time.time_ns() // 1_000_000
