"""What the sandbox took, for looking at."""

from __future__ import annotations

import re
import threading
from collections import deque
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from pathlib import Path

_MEMORY = 64 << 20
"""Bytes of messages kept at most."""
_WANTED = re.compile(rb"^(message-id|subject):[ \t]*((?:[^\r\n]|\r?\n[ \t])*)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One message the sandbox took."""

    number: int
    """The first message is 1."""
    at: int
    """Epoch milliseconds."""
    sender: str
    recipient: str
    message_id: str
    subject: str
    size: int
    """Bytes."""


class Mailbox:
    """The last messages whole, and a line for each of the last 100,000. Safe for several threads."""

    def __init__(self, keep: int, folder: Path | None) -> None:
        self._folder = folder
        self._messages: deque[bytes] = deque(maxlen=keep)
        self._received: deque[Received] = deque(maxlen=100_000)
        self._bytes = 0
        self._lock = threading.Lock()
        self.count = 0

    def add(self, at: int, sender: str, recipient: str, content: bytes) -> Received:
        """Keep one message. Raises OSError where the folder of .eml files cannot be written."""
        fields = _fields(content)
        received = Received(
            number=self.count + 1,  # only the server's own thread adds
            at=at,
            sender=sender,
            recipient=recipient,
            message_id=fields.get("message-id", ""),
            subject=_readable(fields.get("subject", "")),
            size=len(content),
        )
        if self._folder is not None:
            (self._folder / f"{received.number:06d}.eml").write_bytes(content)
        with self._lock:
            self.count = received.number
            self._received.append(received)
            self._keep(content)
        return received

    def _keep(self, content: bytes) -> None:
        if len(self._messages) == self._messages.maxlen:
            self._bytes -= len(self._messages.popleft())
        self._messages.append(content)
        self._bytes += len(content)
        while self._bytes > _MEMORY and len(self._messages) > 1:
            self._bytes -= len(self._messages.popleft())

    def messages(self) -> list[bytes]:
        """The last messages as they came, oldest first."""
        with self._lock:
            return list(self._messages)

    def message(self, number: int) -> bytes | None:
        """The message of this number as it came; None where it is kept no longer."""
        with self._lock:
            place = number - 1 - (self.count - len(self._messages))
            return self._messages[place] if 0 <= place < len(self._messages) else None

    def received(self) -> list[Received]:
        """A line for each message, oldest first."""
        with self._lock:
            return list(self._received)


def _fields(content: bytes) -> dict[str, str]:
    """The two fields that are shown; a whole parse would cost more than the rest of the transaction."""
    head = content.partition(b"\r\n\r\n")[0]
    found = ((name.decode().lower(), value.decode("utf-8", "replace")) for name, value in _WANTED.findall(head))
    return {name: re.sub(r"\r?\n(?=[ \t])", "", value).strip() for name, value in found}


def _readable(subject: str) -> str:
    if "=?" not in subject:
        return subject
    try:
        return str(make_header(decode_header(subject)))
    except (HeaderParseError, LookupError, ValueError):
        return subject
