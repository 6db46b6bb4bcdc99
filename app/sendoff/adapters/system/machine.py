"""The computer, as diagnostics tell of it; and the log they end with."""

from __future__ import annotations

import getpass
import os
import platform
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from sendoff.adapters.system.paths import risky_place
from sendoff.core.diagnosis_ports import DiskTest

_PACKAGES = (
    "PySide6-Essentials", "PySide6-Addons", "SQLAlchemy", "alembic", "cryptography", "keyring", "truststore",
    "dnspython", "jinja2", "css-inline", "mrml", "python-calamine",
)  # fmt: skip
_ROUNDS = 15
_LEAST_WORD = 3
"""Shorter names would hide half of every sentence."""
_TAIL_BYTES = 512 << 10


class ThisMachine:
    """Implements `core.diagnosis_ports.Machine`; `data` is where the disk is tried."""

    def __init__(self, data: Path) -> None:
        self._data = data

    def facts(self) -> Sequence[tuple[str, str]]:
        return (
            ("System", platform.platform()),
            ("Processor", f"{platform.machine()}, {os.cpu_count() or 0} cores"),
            ("Python", platform.python_version()),
            ("SQLite", sqlite3.sqlite_version),
            *((name, _version(name)) for name in _PACKAGES),
        )

    def disk(self) -> DiskTest:
        warning = risky_place(self._data)
        try:
            free = shutil.disk_usage(self._data).free
            took = [1000 * _sync(self._data) for _ in range(_ROUNDS)]
        except OSError:
            return DiskTest(sync_ms=-1, slowest_ms=-1, free=0, warning=warning)
        return DiskTest(sync_ms=statistics.median(took), slowest_ms=max(took), free=free, warning=warning)

    def private(self) -> Sequence[str]:
        try:
            user = getpass.getuser()
        except (OSError, KeyError, ImportError):
            user = ""
        words = (str(self._data), str(Path.home()), platform.node(), platform.node().partition(".")[0], user)
        return [word for word in words if len(word) >= _LEAST_WORD]


class LogTail:
    """Implements `core.diagnosis_ports.LogFile`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def tail(self, lines: int) -> Sequence[str]:
        try:
            with self._path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(max(0, size - _TAIL_BYTES))
                found = file.read().decode("utf-8", "replace").splitlines()
        except OSError:
            return ()
        return (found[1:] if size > _TAIL_BYTES else found)[-lines:]

    def since(self, place: int) -> tuple[Sequence[str], int]:
        try:
            with self._path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                # It was rotated: the new file is read from its start. Of a long one only the end.
                start = 0 if size < place else place
                start = max(start, size - _TAIL_BYTES)
                file.seek(start)
                whole, found, _part = file.read().rpartition(b"\n")
        except OSError:
            return (), 0
        if not found:
            return (), start
        return whole.decode("utf-8", "replace").splitlines(), start + len(whole) + 1


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not there"


def _sync(folder: Path) -> float:
    """Seconds for one small durable write."""
    with tempfile.TemporaryFile(dir=folder) as file:
        start = time.perf_counter()
        file.write(b"\0" * 4096)
        file.flush()
        os.fsync(file.fileno())
        return time.perf_counter() - start
