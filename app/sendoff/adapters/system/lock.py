"""One process at a time drives a data folder: an operating system's lock, free again however its holder ends."""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sendoff.adapters.system.clock import SystemClock
from sendoff.adapters.system.paths import unusable
from sendoff.core.errors import HeldError
from sendoff.core.language import quoted, tr
from sendoff.core.ports import Clock

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_NAME = "sendoff.lock"
WINDOW = "window"
"""The face of the window; any other face is a command as it was typed, such as `sendoff send spring.toml`."""

_FAR = 1 << 30
"""Windows forbids reading locked bytes, so the locked one lies far behind the text."""
_TRIES = 6
_PAUSE = 0.03
"""Seconds; a reader's look (`holder`) takes the lock for a moment, which must not turn a holder away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a data folder."""

    pid: int
    host: str
    face: str
    since: int
    """Epoch milliseconds."""

    def sentence(self, now: int) -> str:
        """Who, as a person says it, with the local time (and the day, where it is not today)."""
        started, today = (datetime.fromtimestamp(ms / 1000, tz=UTC).astimezone() for ms in (self.since, now))
        when = f"{started:%H:%M}" if started.date() == today.date() else f"{started.day} {started:%B %H:%M}"
        who = tr("the Sendoff window") if self.face == WINDOW else quoted(self.face)
        where = "" if self.host == platform.node() else tr(" on {host}", host=self.host)
        return tr(
            "This data folder is in use by {who} (process {pid}{where}) since {when}.",
            who=who,
            pid=self.pid,
            where=where,
            when=when,
        )


class DataLock:
    """The lock of one data folder; a context manager that releases at the end."""

    def __init__(self, folder: Path, clock: Clock | None = None) -> None:
        self._path = folder / LOCK_NAME
        self._clock = clock or SystemClock()
        self._descriptor = -1

    def acquire(self, face: str) -> Self:
        """Take the lock for the life of this process, or until `release`. Raises HeldError, StorageError."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise unusable(self._path, error) from error
        try:
            self._take(descriptor)
            self._descriptor = descriptor
            self._sign(face)
        except OSError as error:
            self._close(descriptor)
            raise unusable(self._path, error) from error
        except HeldError:
            os.close(descriptor)
            raise
        return self

    def release(self) -> None:
        """Give the folder free; does nothing where it is not held."""
        if self._descriptor >= 0:
            os.ftruncate(self._descriptor, 0)
            self._close(self._descriptor)

    def _take(self, descriptor: int) -> None:
        for _ in range(_TRIES):
            if _lock(descriptor):
                return
            time.sleep(_PAUSE)
        found = _read(self._path)
        title = found.sentence(self._clock.now()) if found else tr("This data folder is in use by another Sendoff.")
        raise HeldError(title, remedy=_remedy(found), code="held")

    def _sign(self, face: str) -> None:
        holder = Holder(pid=os.getpid(), host=platform.node(), face=face, since=self._clock.now())
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, json.dumps(asdict(holder)).encode())

    def _close(self, descriptor: int) -> None:
        # Closing unlocks. The file stays: removing it would let two processes lock two files of one name.
        self._descriptor = -1
        os.close(descriptor)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def holder(folder: Path) -> Holder | None:
    """Who holds the data folder now, or None: what a dead process left in the file counts for nothing."""
    path = folder / LOCK_NAME
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError:
        return None
    try:
        return None if _lock(descriptor) else _read(path)
    finally:
        os.close(descriptor)


def _remedy(found: Holder | None) -> str:
    if found is not None and found.face != WINDOW:
        return tr("Wait until it ends, or pause it with “sendoff pause”.")
    return tr("Work in that window, or close it first.")


def _read(path: Path) -> Holder | None:
    try:
        said = json.loads(path.read_bytes()[:4096])
        return Holder(pid=int(said["pid"]), host=str(said["host"]), face=str(said["face"]), since=int(said["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _lock(descriptor: int) -> bool:
    """Try to lock an open file without waiting; False where another process holds it. Raises OSError."""
    if sys.platform == "win32":
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
