"""Opening a TCP connection that can be given up at any moment."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Callable

_GLANCE_AT_STOP = 0.1
"""How often a connection being opened looks whether it is still wanted, in seconds."""


def dial(host: str, port: int, patience: float, stopped: Callable[[], bool]) -> socket.socket:
    """Open a TCP connection, trying each address of the host; raises OSError, InterruptedError once `stopped`."""
    failure: OSError = ConnectionError("the name has no address")
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        connection = socket.socket(family, kind, protocol)
        try:
            _connect(connection, address, patience, stopped)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        except OSError as error:
            connection.close()
            failure = error
            if stopped():
                break
        else:
            return connection
    raise failure


def _connect(
    connection: socket.socket, address: tuple[object, ...], patience: float, stopped: Callable[[], bool]
) -> None:
    """Connect in short waits: a blocked connect() cannot be woken on every system."""
    connection.setblocking(False)  # noqa: FBT003 -- the socket's own signature
    deadline = time.monotonic() + patience
    with selectors.DefaultSelector() as selector:
        selector.register(connection, selectors.EVENT_WRITE)
        try:
            connection.connect(address)
        except BlockingIOError:
            while not selector.select(_GLANCE_AT_STOP):
                if stopped():
                    raise InterruptedError from None
                if time.monotonic() > deadline:
                    raise TimeoutError from None
    if error := connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
        raise OSError(error, "connect")
