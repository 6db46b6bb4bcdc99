"""A disk that fills up or breaks at the n-th write: what SQLite calls to write to a file is ours, and says no.

SQLite lets a program put its own functions in place of the system's (`xSetSystemCall`); Python's `sqlite3` uses the
library that ctypes finds where Python was built against the system's. The first write that fails is half done, as on a
full disk, where a write ends at the last free byte.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sqlite3
from collections.abc import Callable
from typing import Any

_METHODS = (
    "open delete access fullpathname dlopen dlerror dlsym dlclose randomness sleep currenttime lasterror "
    "currenttime64 set get next"
).split()


class _Vfs(ctypes.Structure):
    """SQLite's `sqlite3_vfs`."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("size", ctypes.c_int),
        ("longest", ctypes.c_int),
        ("next_vfs", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        *((name, ctypes.c_void_p) for name in _METHODS),
    )


_GET = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.POINTER(_Vfs), ctypes.c_char_p)
_SET = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Vfs), ctypes.c_char_p, ctypes.c_void_p)
_WRITE = ctypes.CFUNCTYPE(
    ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64, use_errno=True
)
_kept: list[Any] = []
"""What C holds on to must not be collected."""


def _library() -> Any:
    found = ctypes.util.find_library("sqlite3")
    library = ctypes.CDLL(found) if found else None
    if library is None:
        return None
    library.sqlite3_libversion.restype = ctypes.c_char_p
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    return library if library.sqlite3_libversion().decode() == sqlite3.sqlite_version else None


def possible() -> bool:
    """Whether this Python's SQLite can be given another way to write."""
    return _library() is not None


def install(trouble: Callable[[], tuple[int, int]]) -> None:
    """From now on each write of this process's databases asks `trouble`: (errno or 0, writes that still succeed)."""
    vfs = _library().sqlite3_vfs_find(None)
    real = _WRITE(_GET(vfs.contents.get)(vfs, b"pwrite64"))
    since = 0

    def write(file: int, data: int, size: int, at: int) -> int:
        nonlocal since
        error, spared = trouble()
        if not error:
            return int(real(file, data, size, at))
        since += 1
        if since <= spared:
            return int(real(file, data, size, at))
        if since == spared + 1 and size > 1:
            return int(real(file, data, size // 2, at))
        ctypes.set_errno(error)
        return -1

    callback = _WRITE(write)
    _kept.extend((real, callback))
    assert _SET(vfs.contents.set)(vfs, b"pwrite64", ctypes.cast(callback, ctypes.c_void_p)) == 0
