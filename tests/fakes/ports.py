"""Ports of the loopback that belong to this process: nobody else, such as a test in another worker, comes upon them."""

from __future__ import annotations

import socket

_HELD: list[socket.socket] = []
"""Bound and not listening: the system gives these ports to nobody who takes any port, until the process ends."""


def own_port() -> int:
    """A port where nobody listens, for a server that is started there later, once or again (with SO_REUSEADDR)."""
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", 0))
    _HELD.append(held)
    return int(held.getsockname()[1])
