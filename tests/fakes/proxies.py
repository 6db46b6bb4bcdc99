"""Proxies on the loopback: SOCKS5 (RFC 1928, 1929) and HTTP CONNECT, which serve, refuse, hang, close or babble."""

from __future__ import annotations

import base64
import contextlib
import selectors
import socket
import struct
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from tests.fakes.smtp_servers import PATIENCE

_NO_SIGN_IN, _PASSWORD, _NONE_OF_THESE = 0, 2, 0xFF
_IPV4, _NAME, _IPV6 = 1, 3, 4


class GoneError(Exception):
    """The client hung up, or was hung up on."""


@dataclass
class Manner:
    """How a proxy behaves. Names are not looked up: whatever is asked for, the way leads to `target`."""

    target: tuple[str, int] = ("127.0.0.1", 0)
    users: Mapping[str, str] = field(default_factory=dict)
    """Empty = no sign-in is wanted."""
    refuse: int = 0
    """A SOCKS5 reply code or an HTTP status to refuse with."""
    reason: str = "Refused"
    """An HTTP refusal's words."""
    hang: bool = False
    """Take the request and never answer."""
    close: bool = False
    """Take the request and hang up."""
    babble: bytes = b""
    """Say this instead of an answer."""
    hasty: bool = False
    """Send the first words of the server in the same write as the HTTP answer."""
    slow: bool = False
    """Send the HTTP answer byte by byte."""


class Proxy:
    """A listener for one kind of proxy, each client in its own thread; a context manager."""

    def __init__(self, manner: Manner, family: socket.AddressFamily = socket.AF_INET) -> None:
        self.manner = manner
        self.asked: list[tuple[str, int]] = []
        """The host and port of every request, as they were asked for."""
        self.heard = b""
        """Everything the clients said to the proxy itself."""
        self.host = "127.0.0.1" if family is socket.AF_INET else "::1"
        self._listener = socket.create_server((self.host, 0), family=family)
        self.port: int = self._listener.getsockname()[1]
        self._closing = threading.Event()
        self._threads = [threading.Thread(target=self._listen, daemon=True)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        with socket.create_connection((self.host, self.port)):  # a blocked accept() is not woken by close()
            self._threads[0].join(PATIENCE)
        for thread in self._threads:
            thread.join(PATIENCE)
            assert not thread.is_alive(), "a client of the proxy did not hang up"
        self._listener.close()

    def _listen(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._closing.is_set():
                connection.close()
                return
            connection.settimeout(2 * PATIENCE)  # the client gives up first
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(GoneError, OSError):
            if self.manner.babble:
                connection.sendall(self.manner.babble)
            self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        raise NotImplementedError

    def _read(self, connection: socket.socket, number: int) -> bytes:
        data = b""
        while len(data) < number:
            more = connection.recv(number - len(data))
            if not more:
                raise GoneError
            data += more
        self.heard += data
        return data

    def _behave(self, connection: socket.socket) -> None:
        """Hang or close, where that is the manner."""
        if self.manner.hang:
            with contextlib.suppress(OSError):
                while connection.recv(4096):
                    pass
        if self.manner.hang or self.manner.close or self.manner.babble:
            raise GoneError

    def _onward(self) -> socket.socket:
        return socket.create_connection(self.manner.target, 5)

    @staticmethod
    def _relay(one: socket.socket, other: socket.socket) -> None:
        across = {one: other, other: one}
        with selectors.DefaultSelector() as selector:
            for side in across:
                selector.register(side, selectors.EVENT_READ)
            while True:
                for key, _ in selector.select(5):
                    assert isinstance(key.fileobj, socket.socket)
                    data = key.fileobj.recv(65_536)
                    if not data:
                        return
                    across[key.fileobj].sendall(data)


class Socks5(Proxy):
    """A SOCKS5 proxy."""

    def _talk(self, connection: socket.socket) -> None:
        _, count = self._read(connection, 2)
        offered = self._read(connection, count)
        self._behave(connection)
        wanted = _PASSWORD if self.manner.users else _NO_SIGN_IN
        connection.sendall(bytes([5, wanted if wanted in offered else _NONE_OF_THESE]))
        if wanted not in offered:
            raise GoneError
        if wanted == _PASSWORD:
            self._read(connection, 1)
            user = self._read(connection, self._read(connection, 1)[0]).decode()
            secret = self._read(connection, self._read(connection, 1)[0]).decode()
            granted = self.manner.users.get(user) == secret
            connection.sendall(bytes([1, 0 if granted else 1]))
            if not granted:
                raise GoneError
        self._read(connection, 3)
        self.asked.append((self._address(connection), struct.unpack("!H", self._read(connection, 2))[0]))
        if self.manner.refuse:
            connection.sendall(bytes([5, self.manner.refuse, 0, _IPV4]) + bytes(6))
            raise GoneError
        with self._onward() as onward:
            connection.sendall(bytes([5, 0, 0, _IPV4]) + bytes(6))
            self._relay(connection, onward)

    def _address(self, connection: socket.socket) -> str:
        kind = self._read(connection, 1)[0]
        if kind == _NAME:
            return self._read(connection, self._read(connection, 1)[0]).decode()
        family, length = (socket.AF_INET, 4) if kind == _IPV4 else (socket.AF_INET6, 16)
        assert kind in (_IPV4, _IPV6)
        return socket.inet_ntop(family, self._read(connection, length))


class HttpConnect(Proxy):
    """An HTTP proxy that takes CONNECT and nothing else."""

    def _talk(self, connection: socket.socket) -> None:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += self._read(connection, 1)
        self._behave(connection)
        request, *lines = head.decode().split("\r\n")
        verb, authority, _ = request.split(" ")
        assert verb == "CONNECT"
        host, _, port = authority.rpartition(":")
        self.asked.append((host, int(port)))
        if self.manner.users and not self._knows(lines):
            self._answer(connection, "407 Proxy Authentication Required", 'Proxy-Authenticate: Basic realm="here"')
            raise GoneError
        if self.manner.refuse:
            self._answer(connection, f"{self.manner.refuse} {self.manner.reason}", "Content-Length: 0")
            raise GoneError
        with self._onward() as onward:
            first = onward.recv(4096) if self.manner.hasty else b""
            self._answer(connection, "200 Connection established", "Via: a test", first)
            self._relay(connection, onward)

    def _answer(self, connection: socket.socket, status: str, header: str, more: bytes = b"") -> None:
        answer = f"HTTP/1.1 {status}\r\n{header}\r\n\r\n".encode() + more
        for part in [answer[at : at + 1] for at in range(len(answer))] if self.manner.slow else [answer]:
            connection.sendall(part)

    def _knows(self, lines: list[str]) -> bool:
        for line in lines:
            name, _, value = line.partition(": ")
            if name.lower() == "proxy-authorization":
                user, _, secret = base64.b64decode(value.removeprefix("Basic ")).decode().partition(":")
                return self.manner.users.get(user) == secret
        return False


class Gate(Proxy):
    """No proxy: a door that leads to the target unasked, to give a server another address."""

    def _talk(self, connection: socket.socket) -> None:
        with self._onward() as onward:
            self._relay(connection, onward)
