"""Holding sleep off by the system's own means; each ends with this process, however it ends.

Linux: the desktop's session manager and power manager over D-Bus, and logind for machines without a desktop. macOS:
`caffeinate`. Windows: a thread's execution state, which needs that thread to live.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

_PATIENCE = 1.0
"""Seconds a service of the desktop may take to answer; sending must not wait for it."""
_SUSPEND = 4
"""org.gnome.SessionManager: inhibit suspending."""
_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001


class Awake:
    """Implements `core.awake_ports.Wakefulness` for the system it runs on."""

    def __init__(self) -> None:
        self._ends: list[Callable[[], None]] = []

    def hold(self, reason: str) -> bool:
        self.release()
        begin = {"win32": _on_windows, "darwin": _on_macos}.get(sys.platform, _on_linux)
        self._ends = begin(reason)
        return bool(self._ends)

    def release(self) -> None:
        while self._ends:
            self._ends.pop()()


def _on_linux(reason: str) -> list[Callable[[], None]]:
    try:
        import jeepney.io.blocking  # noqa: F401 -- a look whether it is there: it is Linux's only
    except ImportError:
        return []
    asked = (
        ("SESSION", "org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager",
         "susu", ("sendoff", 0, reason, _SUSPEND)),
        ("SESSION", "org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit",
         "org.freedesktop.PowerManagement.Inhibit", "ss", ("Sendoff", reason)),
        ("SYSTEM", "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager",
         "ssss", ("idle", "Sendoff", reason, "block")),
    )  # fmt: skip
    ends = (_inhibit(*one) for one in asked)
    return [end for end in ends if end is not None]


def _inhibit(bus: str, name: str, path: str, interface: str, types: str, given: Any) -> Callable[[], None] | None:
    """Ask one service; its inhibition lasts as long as the connection (and, with logind, the descriptor) is open."""
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    try:
        connection = open_dbus_connection(bus=bus, enable_fds=True, auth_timeout=_PATIENCE)
    except (OSError, KeyError, ValueError, TimeoutError):
        return None  # no such bus here
    try:
        call = new_method_call(DBusAddress(path, bus_name=name, interface=interface), "Inhibit", types, given)
        reply = connection.send_and_get_reply(call, timeout=_PATIENCE)
    except (OSError, TimeoutError):
        connection.close()
        return None
    if reply.header.message_type is not MessageType.method_return:
        connection.close()
        return None
    held = reply.body[0] if reply.body else None
    if isinstance(held, int):
        word = "Uninhibit" if interface.startswith("org.gnome") else "UnInhibit"
        back = new_method_call(DBusAddress(path, bus_name=name, interface=interface), word, "u", (held,))
        return lambda: _end(connection, back)
    descriptor = held.to_raw_fd() if held is not None else -1
    return lambda: _end(connection, None, descriptor)


def _end(connection: DBusConnection, call: Any, descriptor: int = -1) -> None:
    with contextlib.suppress(OSError, TimeoutError):
        if call is not None:
            connection.send_and_get_reply(call, timeout=_PATIENCE)
    with contextlib.suppress(OSError):
        if descriptor >= 0:
            os.close(descriptor)
    connection.close()


def _on_macos(_reason: str) -> list[Callable[[], None]]:
    try:
        # -w: it ends by itself when this process is gone, also by a kill.
        child = subprocess.Popen(  # noqa: S603 -- the system's own program, by its whole path
            ["/usr/bin/caffeinate", "-i", "-w", str(os.getpid())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return []

    def end() -> None:
        child.terminate()
        child.wait()

    return [end]


def _on_windows(_reason: str) -> list[Callable[[], None]]:
    over, took, answer = threading.Event(), threading.Event(), [0]

    def hold() -> None:
        import ctypes

        kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 -- it is Windows' only, and types know it
        answer[0] = kernel.SetThreadExecutionState(_CONTINUOUS | _SYSTEM_REQUIRED)
        took.set()
        over.wait()
        kernel.SetThreadExecutionState(_CONTINUOUS)

    thread = threading.Thread(target=hold, name="awake", daemon=True)
    thread.start()
    took.wait(_PATIENCE)

    def end() -> None:
        over.set()
        thread.join(_PATIENCE)

    if not answer[0]:
        end()
        return []
    return [end]
