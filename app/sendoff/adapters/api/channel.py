"""One HTTP/1.1 connection, byte by byte: requests in pieces of our own, answers read strictly and in bounded time."""

from __future__ import annotations

import io
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPException, HTTPResponse
from typing import TYPE_CHECKING

from sendoff.adapters.network.breaking import NOTHING_YET, words_of
from sendoff.core.language import digits, tr

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BLOCK = 65_536
_LONGEST_ANSWER = 262_144
"""Bytes of a whole answer, its headers included."""
_LONGEST_BODY = 65_536


class Cause(StrEnum):
    """Why an exchange broke."""

    CLOSED = "closed"
    TIMEOUT = "timeout"
    GARBAGE = "garbage"


class Broken(Exception):  # noqa: N818 -- the same word as on the SMTP wire
    """The connection is of no more use. `untouched`: the system took none of the bytes to be written."""

    def __init__(self, cause: Cause, detail: str, *, untouched: bool = False) -> None:
        super().__init__(detail)
        self.cause = cause
        self.detail = detail
        self.untouched = untouched


@dataclass(frozen=True, slots=True)
class Request:
    """What is posted."""

    path: str
    content_type: str
    body: bytes

    def head(self, host: str, token: str) -> bytes:
        """The request line and the headers."""
        return (
            f"POST {self.path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n"
            f"Content-Type: {self.content_type}\r\nContent-Length: {len(self.body)}\r\n"
            "Accept: application/json\r\nAccept-Encoding: identity\r\nUser-Agent: Sendoff\r\n\r\n"
        ).encode()


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer; the names in `headers` are lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    closes: bool = False
    """The server ends the connection after it."""


class Channel:
    """A connection and what was read from it. Every operation raises Broken and nothing else when it is over."""

    def __init__(self, connection: socket.socket, patience: float) -> None:
        self._socket = connection
        self._incoming = _Incoming(connection)
        self._file = _Kept(self._incoming)
        self.patience = patience
        """Seconds for the next write, and for each whole answer, however it drips."""

    def write(self, data: bytes | memoryview) -> None:
        """Write all of it within the patience."""
        try:
            self._socket.settimeout(self.patience)
            self._socket.sendall(data)
        except TimeoutError:
            raise Broken(
                Cause.TIMEOUT,
                tr("the server took nothing more for {patience} s", patience=digits(f"{self.patience:g}")),
            ) from None
        except OSError as error:
            raise Broken(Cause.CLOSED, words_of(error)) from None

    def write_last(self, byte: bytes) -> None:
        """Write the last byte of a request in one call, so that a failure can say whether it left."""
        plain = not isinstance(self._socket, ssl.SSLSocket)
        try:
            self._socket.settimeout(self.patience)
            self._socket.send(byte)
        except OSError as error:
            # A TLS record may have left although the call failed; a plain socket that took nothing sent nothing.
            raise Broken(Cause.CLOSED, words_of(error), untouched=plain) from None

    def spoke(self) -> bool:
        """Say, without waiting, whether the server said something that was not read yet; Broken if it hung up."""
        self._incoming.expect(0, _LONGEST_ANSWER)
        return bool(self._file.peek(1))

    def answer(self) -> Answer:
        """Read one whole answer (RFC 9112), after any `100 Continue`."""
        self._incoming.expect(self.patience, _LONGEST_ANSWER)
        response = HTTPResponse(_Source(self._file), method="POST")  # type: ignore[arg-type]  # wants only makefile()
        try:
            response.begin()
            if self._incoming.ended:  # http.client takes the end of the stream for the end of the headers
                raise Broken(Cause.CLOSED, tr("the server hung up in the middle of its answer"))
            body = response.read(_LONGEST_BODY + 1)
        except TimeoutError:
            raise Broken(
                Cause.TIMEOUT, tr("no whole answer in {patience} s", patience=digits(f"{self.patience:g}"))
            ) from None
        except OSError as error:
            raise Broken(Cause.CLOSED, words_of(error)) from None
        except (HTTPException, ValueError) as error:
            # Not its words: a server that answers like this may echo anything, the token too.
            raise Broken(
                Cause.GARBAGE, tr("the server did not answer in HTTP ({name})", name=type(error).__name__)
            ) from None
        if len(body) > _LONGEST_BODY:
            raise Broken(Cause.GARBAGE, tr("the server answered without end"))
        if response.length:  # http.client does not mind a body that ends before its announced length
            raise Broken(Cause.CLOSED, tr("the server hung up in the middle of its answer"))
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, headers, body, closes=response.will_close)

    def protection(self) -> str:
        """The TLS protocol and cipher in use, empty on a plain connection."""
        cipher = self._socket.cipher() if isinstance(self._socket, ssl.SSLSocket) else None
        return f"{cipher[1]} {cipher[0]}" if cipher else ""

    def close(self) -> None:
        """Let go of the connection."""
        self._socket.close()


class _Incoming(io.RawIOBase):
    """What the server says, as a file: at most so many bytes until a moment, or only what is there already."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._until = 0.0
        self._waits = False
        self._left = 0
        self.ended = False
        """The server said that nothing more comes."""

    def expect(self, patience: float, most: int) -> None:
        """Allow `most` bytes within `patience` seconds; 0 = do not wait."""
        self._until, self._waits, self._left = time.monotonic() + patience, patience > 0, most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int | None:
        if self._left <= 0:
            raise Broken(Cause.GARBAGE, tr("the server answered without end"))
        if not self._waits:
            return self._glance(buffer)
        # A millisecond at the deadline: a wait of 0 would mean "do not wait" to the socket.
        self._socket.settimeout(max(self._until - time.monotonic(), 0.001))
        taken = self._socket.recv_into(buffer)
        self._left -= taken
        self.ended = not taken
        return taken

    def _glance(self, buffer: WriteableBuffer) -> int | None:
        try:
            self._socket.settimeout(0)
            taken = self._socket.recv_into(buffer)
        except NOTHING_YET:
            return None
        except OSError as error:
            raise Broken(Cause.CLOSED, words_of(error)) from None
        if not taken:
            raise Broken(Cause.CLOSED, tr("the server closed the connection"))
        return taken


class _Kept(io.BufferedReader):
    """The buffer of a whole connection: HTTPResponse closes its file after each answer, and this one stays."""

    def close(self) -> None:
        pass


class _Source:
    """What HTTPResponse takes for a socket."""

    def __init__(self, file: io.BufferedReader) -> None:
        self._file = file

    def makefile(self, _mode: str) -> io.BufferedReader:
        return self._file


def blocks(data: bytes) -> list[memoryview]:
    """Cut a request into pieces, so that a refusal in its middle is heard."""
    view = memoryview(data)
    return [view[start : start + _BLOCK] for start in range(0, len(data), _BLOCK)]
