"""The dialogue with an SMTP server, byte by byte: smtplib's commands over a strict reader and honest time limits."""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Self

from sendoff.adapters.network.breaking import NOTHING_YET, words_of
from sendoff.core.envelope import Envelope
from sendoff.core.language import digits, tr

_SHORTEST_STEP = 0.1
"""Seconds; a wait of 0 would mean "do not wait" to the socket."""
_LONGEST_LINE = 8192
_LONGEST_REPLY = 65_536
_REPLY_LINE = re.compile(rb"([2-5][0-9]{2})(?:([ -])(.*))?", re.DOTALL)
_LONE = re.compile(rb"\r\n|\r|\n")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SPEAKS_PLAIN = frozenset(
    {"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "UNKNOWN_PROTOCOL", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeouts:
    """Patience in seconds. RFC 5321 4.5.3.2, but less before the sign-in is done, because a person waits for that."""

    connect: float = 10.0
    greeting: float = 30.0
    """Also for EHLO, STARTTLS, the handshake and each step of AUTH."""
    command: float = 300.0
    data_start: float = 120.0
    data_block: float = 180.0
    end: float = 600.0
    """A shorter wait after the dot would put messages in doubt, or make duplicates elsewhere."""
    brief: float = 2.0
    """For QUIT, and for the rest of a reply that came unasked."""

    @classmethod
    def for_steps(cls, seconds: float) -> Self:
        """The usual patience with messages, and so many seconds for each step of opening a session."""
        patience = max(seconds, _SHORTEST_STEP)
        return cls(connect=patience, greeting=patience)


class Cause(StrEnum):
    """Why a dialogue broke."""

    CLOSED = "closed"
    TIMEOUT = "timeout"
    GARBAGE = "garbage"


class Broken(smtplib.SMTPServerDisconnected):
    """The dialogue is over."""

    def __init__(self, cause: Cause, detail: str, *, alert: str = "") -> None:
        super().__init__(detail)
        self.cause = cause
        self.detail = detail
        self.alert = alert
        """OpenSSL's word for the TLS alert that ended the dialogue, if one did."""


class Replies:
    """Bytes from the server become whole replies (RFC 5321 4.2); it never waits."""

    def __init__(self) -> None:
        self._rest = b""
        self._unread: deque[bytes] = deque()
        self._code = self._size = 0
        self._lines: list[bytes] = []

    @property
    def unread(self) -> bool:
        """Whether bytes beyond the replies taken have come."""
        return bool(self._rest or self._unread or self._lines)

    @property
    def whole(self) -> bool:
        """Whether the last line that came has its end."""
        return not self._rest

    def feed(self, data: bytes) -> None:
        """Add what was read."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        self._unread += lines

    def take(self) -> tuple[int, bytes] | None:
        """The next whole reply: its code, and its lines without codes joined by LF; None while it is not whole.

        Raises Broken for what is no reply.
        """
        while self._unread:
            line = self._unread.popleft()
            code, goes_on, words = _read(line)
            if code and not goes_on and not self._lines:  # nearly every reply is one line
                return code, words
            self._size += len(line)
            if not code or (self._code and code != self._code) or self._size > _LONGEST_REPLY:
                raise Broken(
                    Cause.GARBAGE, tr("the server answered out of the protocol: {excerpt}", excerpt=_excerpt(line))
                )
            self._lines.append(words)
            self._code = code
            if not goes_on:
                words = b"\n".join(self._lines)
                self._code, self._size, self._lines = 0, 0, []
                return code, words
        if len(self._rest) > _LONGEST_LINE:
            raise Broken(
                Cause.GARBAGE, tr("the server answered with an endless line: {excerpt}", excerpt=_excerpt(self._rest))
            )
        return None


@lru_cache(maxsize=256)
def _read(line: bytes) -> tuple[int, bool, bytes]:
    """A line's code, whether another follows, and its words; the code is 0 where it is no line of a reply.

    Remembered, because a server says the same to every message but at its end.
    """
    if len(line) > _LONGEST_LINE:
        raise Broken(Cause.GARBAGE, tr("the server answered with an endless line: {excerpt}", excerpt=_excerpt(line)))
    match = _REPLY_LINE.fullmatch(line.removesuffix(b"\r"))
    return (int(match[1]), match[2] == b"-", (match[3] or b"").strip()) if match else (0, False, b"")


def on_the_wire(envelope: Envelope) -> bytes:
    """What follows 354, without the final dot: CRLF line ends only, dots doubled (RFC 5321 4.5.2)."""
    if envelope.plain:
        return envelope.content
    content = plain_lines(envelope).replace(b"\r\n.", b"\r\n..")
    return b"." + content if content.startswith(b".") else content


def plain_lines(envelope: Envelope) -> bytes:
    """The content with CRLF line ends only, the last line ended.

    A lone CR or LF is how messages are smuggled past servers that read line ends laxly.
    """
    if envelope.plain:
        return envelope.content
    content = envelope.content
    lines = content.count(b"\r\n")
    if content.count(b"\n") != lines or content.count(b"\r") != lines:
        content = _LONE.sub(b"\r\n", content)
    return content if content.endswith(b"\r\n") else content + b"\r\n"


class Wire(smtplib.SMTP):
    """One socket and what was read from it. Every operation raises Broken and nothing else when the dialogue ends."""

    def __init__(self, host: str, connection: socket.socket, patience: float) -> None:
        super().__init__(local_hostname="localhost", timeout=patience)
        self._host = host.strip("[]")
        self.sock: socket.socket = connection
        self.patience = patience
        """Seconds for the next write and for each whole reply, however it drips."""
        self.replies = Replies()

    def secure(self, context: ssl.SSLContext) -> None:
        """Continue in TLS; raises OSError as the handshake does. Whatever EHLO said before counts no more."""
        self.esmtp_features = {}
        self.sock.settimeout(self.patience)
        self.sock = context.wrap_socket(self.sock, server_hostname=self._host)

    def protection(self) -> str:
        """The TLS protocol and cipher in use, empty on a plain connection."""
        cipher = self.sock.cipher() if isinstance(self.sock, ssl.SSLSocket) else None
        return f"{cipher[1]} {cipher[0]}" if cipher else ""

    def certificate(self) -> Mapping[str, object]:
        """The server's certificate, as ssl.getpeercert() reads it."""
        return (self.sock.getpeercert() if isinstance(self.sock, ssl.SSLSocket) else None) or {}

    def der(self) -> bytes:
        """The server's certificate as it came, also one that was not verified; empty on a plain connection."""
        return (self.sock.getpeercert(binary_form=True) if isinstance(self.sock, ssl.SSLSocket) else None) or b""

    def putcmd(self, cmd: str, args: str = "") -> None:
        if _CONTROL.search(cmd + args):
            raise ValueError("a command may not hold control characters")
        super().putcmd(cmd, args)

    def send(self, s: bytes | str | memoryview) -> None:  # type: ignore[override]  # typeshed's is wider: any buffer
        """Write all of it within the patience."""
        data = s.encode(self.command_encoding) if isinstance(s, str) else s
        try:
            self.sock.settimeout(self.patience)
            self.sock.sendall(data)
        except TimeoutError:
            raise Broken(
                Cause.TIMEOUT,
                tr("the server took nothing more for {patience} s", patience=digits(f"{self.patience:g}")),
            ) from None
        except OSError as error:
            raise Broken(Cause.CLOSED, words_of(error)) from None

    def getreply(self) -> tuple[int, bytes]:
        """Read one whole reply: its code, and its lines without codes joined by LF (RFC 5321 4.2)."""
        deadline = time.monotonic() + self.patience
        while (reply := self.replies.take()) is None:
            try:
                # A millisecond at the deadline: a wait of 0 would mean "do not wait" to the socket.
                self._take(max(deadline - time.monotonic(), 0.001))
            except TimeoutError:
                raise Broken(
                    Cause.TIMEOUT, tr("no whole answer in {patience} s", patience=digits(f"{self.patience:g}"))
                ) from None
        return reply

    def parting_alert(self) -> str:
        """OpenSSL's word for the TLS alert that lies unread on a broken connection: why the server hung up."""
        try:
            self._take(0)
        except Broken as error:
            return error.alert
        except (TimeoutError, *NOTHING_YET):
            pass
        return ""

    @property
    def unread(self) -> bool:
        """Whether bytes beyond the replies asked for have been read."""
        return self.replies.unread

    def _take(self, wait: float) -> None:
        """Read what there is; raises what the socket raises for "not yet", Broken for the end."""
        try:
            self.sock.settimeout(wait)
            data = self.sock.recv(65_536)
        except (TimeoutError, *NOTHING_YET):
            raise
        except OSError as error:
            raise Broken(Cause.CLOSED, words_of(error), alert=reason(error)) from None
        if not data:
            raise Broken(Cause.CLOSED, tr("the server closed the connection"))
        self.replies.feed(data)


def speaks_plain(error: ssl.SSLError) -> bool:
    """Say whether the handshake failed because the other side does not speak TLS at all."""
    return reason(error) in _SPEAKS_PLAIN


def reason(error: OSError) -> str:
    """OpenSSL's word for what went wrong, empty where the error did not come from OpenSSL."""
    return getattr(error, "reason", None) or ""


def _excerpt(data: bytes) -> str:
    text = data[:80].removesuffix(b"\r").decode("ascii", "replace")
    return "“" + "".join(letter if letter.isprintable() else "·" for letter in text) + "”"
