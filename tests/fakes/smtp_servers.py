"""Scripted SMTP servers on the loopback: each byte they say, and each moment they hang up, is the test's."""

from __future__ import annotations

import base64
import contextlib
import hmac
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

PATIENCE = 60.0
"""Seconds that tests and their servers wait for what comes at once on a machine with nothing else to do."""
END = b"\r\n.\r\n"
FEATURES = ("PIPELINING", "SIZE 10000000", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES")


class Peer:
    """The server's end of one connection; `heard` is every byte the client sent, after decryption."""

    def __init__(self, connection: socket.socket) -> None:
        connection.settimeout(2 * PATIENCE)  # the client gives up first
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket = connection
        self._unread = b""
        self.heard = b""
        self.said_goodbye = False

    def say(self, data: bytes) -> None:
        self._socket.sendall(data)

    def drip(self, data: bytes, pause: float = 0.002) -> None:
        """Say it one byte at a time."""
        for at in range(len(data)):
            self.say(data[at : at + 1])
            time.sleep(pause)

    def until(self, mark: bytes) -> bytes:
        """Read up to and including `mark`; ConnectionError when the client hangs up first."""
        while mark not in self._unread:
            self._read()
        head, _, self._unread = self._unread.partition(mark)
        return head + mark

    def line(self) -> bytes:
        return self.until(b"\n").strip()

    def least(self, number: int) -> bytes:
        """Read until at least `number` bytes are there, and take them all."""
        while len(self._unread) < number:
            self._read()
        taken, self._unread = self._unread, b""
        return taken

    def drain(self) -> None:
        """Read what comes until the client hangs up."""
        while True:
            try:
                self._read()
            except OSError:
                return

    def secure(self, context: ssl.SSLContext) -> None:
        self._socket = context.wrap_socket(self._socket, server_side=True)
        self._unread = b""

    def close(self) -> None:
        """Hang up in good order: the client sees the end of the stream, not a reset."""
        with contextlib.suppress(OSError):
            socket.socket.shutdown(self._socket, socket.SHUT_WR)
        self._socket.close()

    def _read(self) -> None:
        data = self._socket.recv(65_536)
        if not data:
            raise ConnectionResetError("the client hung up")
        self.heard += data
        self._unread += data


Action = bytes | Callable[[Peer], None]
"""What a server does at a point: say these bytes, or something else; `hang_up`, `silence` and `slowly` are such."""


class HungUpError(Exception):
    """The script ends this connection here."""


def hang_up(_: Peer) -> None:
    raise HungUpError


def silence(peer: Peer) -> None:
    peer.drain()
    raise HungUpError


def slowly(data: bytes, pause: float = 0.002) -> Action:
    return lambda peer: peer.drip(data, pause)


def then_hang_up(data: bytes) -> Action:
    def act(peer: Peer) -> None:
        peer.say(data)
        raise HungUpError

    return act


@dataclass
class Script:
    """A server's manners. `at` overrides what is done at a verb: greeting, EHLO, MAIL, RCPT, DATA, dot, QUIT, ..."""

    at: Mapping[str, Action] = field(default_factory=dict)
    features: Sequence[str] = FEATURES
    tls: ssl.SSLContext | None = None
    """From the first byte."""
    starttls: ssl.SSLContext | None = None
    users: Mapping[str, str] = field(default_factory=dict)
    in_body: Action | None = None
    """Done after `body_bytes` of the body; the body is then read on."""
    body_bytes: int = 1

    def run(self, peer: Peer, server: ScriptedServer) -> None:
        if self.tls:
            peer.secure(self.tls)
        self._do(peer, "greeting", b"220 scripted ESMTP\r\n")
        while True:
            line = peer.line()
            verb = line.split(b" ")[0].decode("latin-1").upper()
            server.commands.append(line)
            if verb == "EHLO":
                self._do(peer, verb, self._hello(secure=isinstance(peer._socket, ssl.SSLSocket)))
            elif verb == "STARTTLS" and self.starttls:
                self._do(peer, verb, b"220 go\r\n")
                peer.secure(self.starttls)
            elif verb == "AUTH":
                self._do(peer, verb, b"235 2.7.0 in\r\n" if self._knows(peer, line) else b"535 5.7.8 no such user\r\n")
            elif verb == "DATA":
                self._data(peer, server)
            elif verb == "QUIT":
                peer.said_goodbye = True
                self._do(peer, verb, b"221 bye\r\n")
                return
            else:
                self._do(peer, verb, b"250 2.1.0 fine\r\n")

    def _data(self, peer: Peer, server: ScriptedServer) -> None:
        action = self.at.get("DATA", b"354 go\r\n")  # looked up once: a test may change the script meanwhile
        self.act(peer, action)
        if isinstance(action, bytes) and not action.startswith(b"354"):
            return
        if self.in_body is not None:
            peer._unread = peer.least(self.body_bytes)
            self.act(peer, self.in_body)
        peer._unread = b"\r\n" + peer._unread
        server.messages.append(peer.until(END)[2:])
        self._do(peer, "dot", b"250 2.0.0 queued as 4F2\r\n")

    def _hello(self, *, secure: bool) -> bytes:
        features = [*self.features]
        if self.starttls and not secure:
            features.append("STARTTLS")
        lines = ["scripted", *features]
        return b"".join(f"250{'-' if at < len(lines) - 1 else ' '}{line}\r\n".encode() for at, line in enumerate(lines))

    def _knows(self, peer: Peer, line: bytes) -> bool:
        _, mechanism, *opening = line.decode().split(" ")
        if mechanism == "PLAIN":
            _, user, secret = base64.b64decode(opening[0]).decode().split("\0")
            return self.users.get(user) == secret
        if mechanism == "LOGIN":
            peer.say(b"334 VXNlcm5hbWU6\r\n")
            user = base64.b64decode(peer.line()).decode()
            peer.say(b"334 UGFzc3dvcmQ6\r\n")
            return self.users.get(user) == base64.b64decode(peer.line()).decode()
        challenge = b"<1.2@scripted>"
        peer.say(b"334 " + base64.b64encode(challenge) + b"\r\n")
        user, _, digest = base64.b64decode(peer.line()).decode().rpartition(" ")
        return digest == hmac.new(self.users.get(user, "").encode(), challenge, "md5").hexdigest()

    def _do(self, peer: Peer, point: str, otherwise: bytes) -> None:
        self.act(peer, self.at.get(point, otherwise))

    @staticmethod
    def act(peer: Peer, action: Action) -> None:
        if isinstance(action, bytes):
            peer.say(action)
        else:
            action(peer)


class ScriptedServer:
    """A listener that plays a script to every client, each in its own thread; a context manager."""

    def __init__(self, script: Script | None = None, port: int = 0) -> None:
        self.script = script or Script()
        self.peers: list[Peer] = []
        self.messages: list[bytes] = []
        """Whole messages as they came, dots still doubled, with the final dot's line."""
        self.commands: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", port))
        self.port: int = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._listen, daemon=True)]
        self._at_the_door = threading.Lock()
        """Held from the moment a conversation may begin until its thread is noted."""

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        # A blocked accept() is not woken by close(); a last visit is.
        self._closing = True
        with socket.create_connection(("127.0.0.1", self.port)):
            self._threads[0].join(PATIENCE)
        for thread in self._threads:
            thread.join(PATIENCE)
        self._listener.close()

    _closing = False

    @property
    def heard(self) -> bytes:
        """Everything every client said."""
        return b"".join(peer.heard for peer in self.peers)

    def wait_heard(self, pattern: bytes, patience: float = PATIENCE) -> bytes:
        """Wait until something was heard, and return all that was."""
        deadline = time.monotonic() + patience
        while not re.search(pattern, self.heard, re.DOTALL):
            if time.monotonic() > deadline:
                raise AssertionError(f"{pattern!r} was not heard in {self.heard[-200:]!r}")
            time.sleep(0.002)
        return self.heard

    def finished(self) -> None:
        """Wait until all conversations are over, so that `heard` is final."""
        with self._at_the_door:
            conversations = self._threads[1:]
        for thread in conversations:
            thread.join(PATIENCE)
            assert not thread.is_alive(), "a client did not hang up"

    def _listen(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._closing:
                connection.close()
                return
            peer = Peer(connection)
            self.peers.append(peer)
            thread = threading.Thread(target=self._serve, args=(peer,), daemon=True)
            with self._at_the_door:
                thread.start()
                self._threads.append(thread)

    def _serve(self, peer: Peer) -> None:
        with contextlib.suppress(HungUpError, OSError):
            self.script.run(peer, self)
        peer.close()
