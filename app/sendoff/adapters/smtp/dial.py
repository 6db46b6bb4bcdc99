"""Opening a TCP connection that can be given up at any moment."""

from __future__ import annotations

import os
import queue
import selectors
import socket
import threading
import time
from collections.abc import Callable

_GLANCE_AT_STOP = 0.1
"""How often a connection being opened looks whether it is still wanted, in seconds."""
_HEAD_START = 0.25
"""How long one address is tried alone before the next one is tried beside it (RFC 8305 5)."""
_Address = tuple[int, int, int, tuple[object, ...]]


def dial(host: str, port: int, patience: float, stopped: Callable[[], bool]) -> socket.socket:
    """Open a TCP connection to whichever address of the host answers first.

    `patience` bounds the look-up, and then all addresses together. Raises OSError, UnicodeError for what can be no
    name, InterruptedError once `stopped`.
    """
    return _race(_look_up(host, port, patience, stopped), patience, stopped)


def _look_up(host: str, port: int, patience: float, stopped: Callable[[], bool]) -> list[_Address]:
    """Ask the name service in a thread of its own: nothing can wake a blocked look-up."""
    answers: queue.SimpleQueue[list[_Address] | OSError | UnicodeError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([(family, kind, protocol, address) for family, kind, protocol, _, address in found])
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=ask, name="look-up", daemon=True).start()
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if stopped():
            raise InterruptedError
        try:
            answer = answers.get(timeout=_GLANCE_AT_STOP)
        except queue.Empty:
            continue
        if isinstance(answer, Exception):
            raise answer
        return answer
    raise socket.gaierror(socket.EAI_AGAIN, f"no answer from the name service in {patience:g} s")


def _race(addresses: list[_Address], patience: float, stopped: Callable[[], bool]) -> socket.socket:
    """Connect in short waits: a blocked connect() cannot be woken on every system."""
    failure: OSError = ConnectionError("the name has no address")
    waiting, running = list(reversed(addresses)), dict[int, socket.socket]()
    deadline, next_start = time.monotonic() + patience, 0.0
    with selectors.DefaultSelector() as selector:
        try:
            while waiting or running:
                _look(deadline, stopped)
                if waiting and (not running or time.monotonic() >= next_start):
                    next_start = time.monotonic() + _HEAD_START
                    try:
                        begun = _begin(*waiting.pop())
                    except OSError as error:
                        failure = error
                        continue
                    running[begun.fileno()] = begun
                    selector.register(begun, selectors.EVENT_WRITE)
                for key, _ in selector.select(_GLANCE_AT_STOP):
                    selector.unregister(key.fileobj)
                    connection = running.pop(key.fd)
                    if not (number := connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)):
                        return connection
                    connection.close()
                    failure = OSError(number, os.strerror(number))
        finally:
            for loser in running.values():
                loser.close()
    raise failure


def _look(deadline: float, stopped: Callable[[], bool]) -> None:
    if stopped():
        raise InterruptedError
    if time.monotonic() > deadline:
        raise TimeoutError


def _begin(family: int, kind: int, protocol: int, address: tuple[object, ...]) -> socket.socket:
    connection = socket.socket(family, kind, protocol)
    connection.setblocking(False)  # noqa: FBT003 -- the socket's own signature
    try:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        connection.connect(address)
    except BlockingIOError:
        pass
    except OSError:
        connection.close()
        raise
    return connection
