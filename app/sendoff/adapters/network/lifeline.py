"""A second handle on a connection, by which another thread ends whatever is waited for on the first."""

from __future__ import annotations

import contextlib
import socket
import threading


class Lifeline:
    """Of one session at a time: `hold` and `release` belong to its thread, `cut` may be called from any other.

    A second handle, because the first may be wrapped by TLS, or read, at that moment.
    """

    def __init__(self) -> None:
        self._handle: socket.socket | None = None
        self._lock = threading.Lock()
        self._cut = threading.Event()

    def is_cut(self) -> bool:
        """Whether somebody ended it; that is for good."""
        return self._cut.is_set()

    def hold(self, connection: socket.socket) -> None:
        """Keep a handle on a new connection; ask `is_cut` afterwards."""
        with self._lock:
            self._handle = connection.dup()

    def cut(self) -> None:
        """End the session: reads and writes of its connection return at once."""
        self._cut.set()
        with self._lock:
            if self._handle:
                _shut(self._handle)

    def release(self) -> None:
        """Let go of the connection, which is over for its other side too."""
        with self._lock:
            handle, self._handle = self._handle, None
        if handle:
            _shut(handle)
            handle.close()


def _shut(handle: socket.socket) -> None:
    with contextlib.suppress(OSError):
        handle.shutdown(socket.SHUT_RDWR)
