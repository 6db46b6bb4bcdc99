"""What the sandbox took, for looking at."""

from __future__ import annotations

import re
import threading
from collections import deque
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from itertools import islice
from pathlib import Path

from sendoff.adapters.sandbox.shelf import Received, Shelf, is_about, is_same

_MEMORY = 64 << 20
"""Bytes of messages kept at most."""
_WANTED = re.compile(rb"^(message-id|subject):[ \t]*((?:[^\r\n]|\r?\n[ \t])*)", re.IGNORECASE | re.MULTILINE)


class Mailbox:
    """The last messages whole, and a line for each of the last 100,000. Safe for several threads.

    Where there is a `shelf`, it begins with what that holds, and `save` puts there what came since.
    """

    def __init__(self, keep: int, folder: Path | None, shelf: Shelf | None = None) -> None:
        self._folder = folder
        self._shelf = shelf
        self._messages: deque[bytes] = deque(maxlen=keep)
        self._received: deque[Received] = deque(maxlen=100_000)
        self._bytes = 0
        self._lock = threading.Lock()
        self._saving = threading.Lock()
        self.last = self._emptied = _last_file(folder)
        """The numbers of the last message ever taken, and of the last that was taken away."""
        self.put_off: set[str] = set()
        """Who was refused the last time and is taken the next; written by the server's own thread."""
        if shelf is not None:
            self.last, self._emptied = shelf.numbers()
            self._received.extend(shelf.received())
            self.put_off = shelf.put_off()
        self._saved, self._saved_off = self.last, frozenset(self.put_off)

    @property
    def count(self) -> int:
        """Messages taken since it was emptied."""
        return self.last - self._emptied

    def add(self, at: int, sender: str, recipient: str, content: bytes) -> Received:
        """Keep one message. Raises OSError where the folder of .eml files cannot be written."""
        fields = _fields(content)
        received = Received(
            number=self.last + 1,  # only the server's own thread adds
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
            self.last = received.number
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

    def save(self) -> None:
        """Put what came since the last time on the shelf. Raises StorageError."""
        if self._shelf is None:
            return
        with self._saving:
            self._put(self._shelf)

    def _put(self, shelf: Shelf) -> None:
        with self._lock:
            last, emptied = self.last, self._emptied
            new = min(len(self._messages), last - self._saved)
            contents = list(islice(self._messages, len(self._messages) - new, None))
            lines = list(islice(self._received, len(self._received) - new, None))
        if last > self._saved:
            shelf.save(list(zip(lines, contents, strict=True)), last, emptied)
            self._saved = last
        if (put_off := frozenset(self.put_off)) != self._saved_off:
            shelf.save_put_off(put_off)
            self._saved_off = put_off

    def empty(self, up_to: int) -> None:
        """Take away every message up to this number, from the shelf as well. Raises StorageError."""
        with self._saving:
            with self._lock:
                self._emptied = max(self._emptied, min(up_to, self.last))
                while self._received and self._received[0].number <= self._emptied:
                    self._received.popleft()
                while len(self._messages) > self.last - self._emptied:
                    self._bytes -= len(self._messages.popleft())
            if self._shelf is not None:
                self._shelf.empty(self._emptied)

    def forget(self, address: str) -> int:
        """Take away whatever went to an address or names it, from the shelf as well. Raises StorageError."""
        with self._saving:
            kept: list[int] = []
            if self._shelf is not None:
                self._put(self._shelf)
                kept = self._shelf.numbers_about(address)
            with self._lock:
                # What came since is not on the shelf yet, and keeps its place for that.
                known = self._saved if self._shelf is not None else self.last
                first = self.last - len(self._messages) + 1
                contents = dict(enumerate(self._messages, first))
                gone = {
                    line.number
                    for line in self._received
                    if line.number <= known and is_about(address, line, contents.get(line.number, b""))
                }
                gone.update(kept)
                self._received = deque(
                    (line for line in self._received if line.number not in gone), self._received.maxlen
                )
                for number in gone & contents.keys():
                    self._bytes -= len(contents[number])
                    self._messages[number - first] = b""
            self.put_off.difference_update({one for one in tuple(self.put_off) if is_same(one, address)})
            if self._shelf is not None:
                self._shelf.forget(address)
            return len(gone)

    def messages(self) -> list[bytes]:
        """The last messages as they came, oldest first; without those on the shelf."""
        with self._lock:
            return list(self._messages)

    def message(self, number: int) -> bytes | None:
        """The message of this number as it came; None where it is kept no longer."""
        with self._lock:
            place = number - 1 - (self.last - len(self._messages))
            if 0 <= place < len(self._messages):
                return self._messages[place] or None  # its person was forgotten
        return self._shelf.content(number) if self._shelf is not None else None

    def received(self) -> list[Received]:
        """A line for each message, oldest first."""
        with self._lock:
            return list(self._received)


def _last_file(folder: Path | None) -> int:
    """The number of the last message an earlier server wrote into the folder: none is written over."""
    numbers = (one.stem for one in folder.glob("*.eml")) if folder is not None else ()
    return max((int(one) for one in numbers if one.isascii() and one.isdecimal()), default=0)


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
