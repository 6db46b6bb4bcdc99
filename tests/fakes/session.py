"""One connection to the sink: SMTP, its order checked (RFC 5321, 2920), content logged before the 250."""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import json
import os
import re
import ssl
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from tests.fakes.faults import Faults

SLOW, DRIP = 0.3, 0.02
TAKING = frozenset({"", "slow", "drip", "lost", "garbage"})
"""Actions that grant what was asked; at the dot they leave the message with the server."""
PATH = re.compile(rb"(?:MAIL FROM|RCPT TO): ?<([^ ]*)>(?: (.*))?", re.IGNORECASE)
MESSAGE_ID = re.compile(rb"^message-id:\s*(<[^>\r\n]*>)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What the server offers and demands."""

    pipelining: bool = True
    size: int = 36_700_160
    latency: float = 0.0
    """Seconds by which every reply is late."""
    auth: str = ""
    """`user:password`; empty = no sign-in."""
    starttls: ssl.SSLContext | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    """What a refusal at a stage says, after its code."""


class Sink:
    """What all connections share: the log and its figures, the faults, the offer."""

    def __init__(self, log: Path, offer: Offer, faults: Faults) -> None:
        self.offer, self.faults = offer, faults
        self.figures: Counter[str] = Counter()
        self.log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)

    def write(self, event: str, /, **values: str | int) -> None:
        """Append one event to the log, at once."""
        self.figures[event] += 1
        line = json.dumps({"event": event, "t": time.time_ns(), **values}) + "\n"
        os.write(self.log, line.encode())


class Session(asyncio.Protocol):
    """One client's connection."""

    def __init__(self, sink: Sink) -> None:
        self.sink = sink
        self.commands: dict[bytes, Callable[[bytes], None]] = {
            b"EHLO": self._ehlo,
            b"HELO": self._ehlo,
            b"MAIL": self._mail,
            b"RCPT": self._rcpt,
            b"DATA": self._data,
            b"BDAT": self._bdat,
            b"RSET": lambda _: self._reset(),
            b"NOOP": lambda _: self._say(b"250 2.0.0 fine\r\n"),
            b"QUIT": lambda _: self._quit(),
            b"AUTH": self._auth,
            b"STAR": self._starttls,
        }
        self.buffer = bytearray()
        self.out = bytearray()
        self.held = self.closing = self.greeted = self.signed_in = self.secure = self.in_body = self.cut = False
        self.scanned = 0
        self.chunk = -1
        """Octets of the last chunk that is awaited (RFC 3030), -1 while none is."""
        self.awaits: Callable[[bytes], None] | None = None
        self.sender: bytes | None = None
        self.parameters: list[bytes] = []
        self.recipients: list[str] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        self.sink.figures["connections"] += 1
        self.number = self.sink.figures["connections"]
        self.secure = transport.get_extra_info("ssl_object") is not None
        self._step("connect", b"220 sink.example ESMTP\r\n")
        self._flush()

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        self._work()

    def _work(self) -> None:
        while not self.held and not self.closing:
            take = self._take_chunk if self.chunk >= 0 else self._take_body if self.in_body else self._take_line
            if not take():
                break
        self._flush()

    def _take_line(self) -> bool:
        end = self.buffer.find(b"\r\n")
        if end < 0:
            if len(self.buffer) > 4096:
                self._refuse("line", 500)
                self._close()
            return False
        line = bytes(self.buffer[:end])
        del self.buffer[: end + 2]
        if self.buffer and not self.sink.offer.pipelining:
            self._violation("pipelining")
        if self.awaits is not None:
            then, self.awaits = self.awaits, None
            then(line)
        elif (command := self.commands.get(line[:4].upper())) is not None:
            command(line)
        else:
            self._say(b"500 5.5.1 unknown command\r\n")
        return True

    def _take_body(self) -> bool:
        if self.cut and self.buffer:
            self._answer("body", b"", "close")
            return False
        if self.buffer.startswith(b".\r\n"):
            start, end = 0, 3
        else:
            at = self.buffer.find(b"\r\n.\r\n", self.scanned)
            if at < 0:
                self.scanned = max(0, len(self.buffer) - 4)
                return False
            start, end = at + 2, at + 5
        content = bytes(self.buffer[:start])
        del self.buffer[:end]
        self.in_body, self.scanned = False, 0
        self._dot((b"\r\n" + content).replace(b"\r\n..", b"\r\n.")[2:])
        return True

    def _ehlo(self, line: bytes) -> None:
        offer = self.sink.offer
        words = ["sink.example", f"SIZE {offer.size}", "8BITMIME", "SMTPUTF8"]
        if offer.pipelining:
            words += ["PIPELINING", "CHUNKING"]
        if offer.auth:
            words.append("AUTH PLAIN LOGIN")
        if offer.starttls and not self.secure:
            words.append("STARTTLS")
        if line[:4].upper() == b"HELO":
            del words[1:]
        lines = [f"250-{word}\r\n" for word in words[:-1]] + [f"250 {words[-1]}\r\n"]
        self._forget()
        self._alone("EHLO")
        self.greeted = self._step("ehlo", "".join(lines).encode())

    def _mail(self, line: bytes) -> None:
        path = PATH.fullmatch(line)
        if not self.greeted or self.sender is not None:
            self._refuse("mail", 503)
        elif self.sink.offer.auth and not self.signed_in:
            self._refuse("mail", 530)
        elif path is None:
            self._refuse("mail", 501)
        else:
            given = (path[2] or b"").upper().split()
            size = next((int(word[5:]) for word in given if word.startswith(b"SIZE=")), 0)
            if size > self.sink.offer.size:
                self._refuse("mail", 552)
            elif self._step("mail", b"250 2.1.0 sender noted\r\n"):
                self.sender, self.parameters = path[1], given

    def _rcpt(self, line: bytes) -> None:
        path = PATH.fullmatch(line)
        if self.sender is None:
            self._refuse("rcpt", 503)
        elif path is None or not path[1]:
            self._refuse("rcpt", 501)
        elif not path[1].isascii() and b"SMTPUTF8" not in self.parameters:
            self._refuse("rcpt", 553)
        else:
            recipient = path[1].decode("utf-8", "replace")
            if self._step("rcpt", b"250 2.1.5 recipient noted\r\n", recipient):
                self.recipients.append(recipient)

    def _data(self, _line: bytes) -> None:
        if not self.recipients:
            self._refuse("data", 503 if self.sender is None else 554)
            return
        self._alone("DATA")
        if self._step("data", b"354 go ahead\r\n", self.recipients[0]):
            self.in_body = True
            self.cut = self.sink.faults.draw("body", self.recipients[0]) == "close"

    def _bdat(self, line: bytes) -> None:
        words = line.upper().split()
        if len(words) != 3 or not words[1].isdigit() or words[2] != b"LAST":
            self._violation("BDAT in several chunks")
            self._close()
            return
        self.chunk = int(words[1])
        self.cut = bool(self.recipients) and self.sink.faults.draw("body", self.recipients[0]) == "close"

    def _take_chunk(self) -> bool:
        """The octets come whether or not the recipient was taken, and are passed over where it was not."""
        if self.cut and self.buffer:
            self._answer("body", b"", "close")
            return False
        if len(self.buffer) < self.chunk:
            return False
        content = bytes(self.buffer[: self.chunk])
        del self.buffer[: self.chunk]
        self.chunk = -1
        if not self.recipients:
            self._refuse("dot", 503 if self.sender is None else 554)
            self._forget()
        else:
            self._dot(content)
        return True

    def _dot(self, content: bytes) -> None:
        """Decide about a whole message."""
        if len(content) > self.sink.offer.size:
            self._refuse("dot", 552)
        else:
            action = self.sink.faults.draw("dot", self.recipients[0])
            if action in TAKING:
                self._accept(content)
            self._answer("dot", b"250 2.0.0 accepted\r\n", action)
        self._forget()

    def _accept(self, content: bytes) -> None:
        if not content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r"):
            self._violation("lone CR or LF")
        if not content.isascii() and b"BODY=8BITMIME" not in self.parameters:
            self._violation("8-bit content not announced")
        found = MESSAGE_ID.search(content, 0, content.find(b"\r\n\r\n") + 1)
        for recipient in self.recipients:
            self.sink.write(
                "accepted",
                message_id=found[1].decode("utf-8", "replace") if found else "",
                recipient=recipient,
                connection=self.number,
                size=len(content),
                sha256=hashlib.sha256(content).hexdigest(),
            )

    def _reset(self) -> None:
        self._forget()
        self._step("rset", b"250 2.0.0 forgotten\r\n")

    def _quit(self) -> None:
        self._step("quit", b"221 2.0.0 bye\r\n")
        self._close()

    def _auth(self, line: bytes) -> None:
        if not self.sink.offer.auth or self.signed_in:
            self._refuse("auth", 503)
            return
        words = line.split()
        if words[1:2] == [b"PLAIN"] and len(words) == 3:
            self._plain(words[2])
        elif words[1:2] == [b"PLAIN"]:
            self._ask(b"334 \r\n", self._plain)
        elif words[1:2] == [b"LOGIN"]:
            self._ask(b"334 VXNlcm5hbWU6\r\n", self._user) if len(words) == 2 else self._user(words[2])
        else:
            self._refuse("auth", 504)

    def _ask(self, prompt: bytes, then: Callable[[bytes], None]) -> None:
        self._say(prompt)
        self.awaits = then

    def _plain(self, answer: bytes) -> None:
        self._check(":".join(_decoded(answer).split("\0")[1:]))

    def _user(self, answer: bytes) -> None:
        user = _decoded(answer)
        self._ask(b"334 UGFzc3dvcmQ6\r\n", lambda secret: self._check(f"{user}:{_decoded(secret)}"))

    def _check(self, given: str) -> None:
        if given != self.sink.offer.auth:
            self._refuse("auth", 535)
        else:
            self.signed_in = self._step("auth", b"235 2.7.0 welcome\r\n")

    def _starttls(self, line: bytes) -> None:
        context = self.sink.offer.starttls
        if context is None or self.secure or line.upper() != b"STARTTLS":
            self._refuse("starttls", 503)
            return
        self._alone("STARTTLS")
        if self._step("starttls", b"220 2.0.0 go ahead\r\n"):
            self._flush()
            self.buffer.clear()
            self.held, self.greeted = True, False
            self.handshake = asyncio.ensure_future(self._upgrade(context))

    async def _upgrade(self, context: ssl.SSLContext) -> None:
        loop = asyncio.get_running_loop()
        try:
            upgraded = await loop.start_tls(self.transport, self, context, server_side=True)
        except (OSError, ssl.SSLError):
            self.closing = True
            return
        if upgraded is None:
            self.closing = True
            return
        self.transport, self.secure, self.held = upgraded, True, False
        self._work()

    def _forget(self) -> None:
        self.sender, self.parameters, self.recipients = None, [], []

    def _alone(self, command: str) -> None:
        """A command whose answer the client must read before it goes on (RFC 2920 3.1)."""
        if self.buffer:
            self._violation(f"sent on after {command}")

    def _violation(self, what: str) -> None:
        recipient = self.recipients[0] if self.recipients else ""
        self.sink.write("violation", what=what, recipient=recipient, connection=self.number)

    def _step(self, stage: str, granted: bytes, recipient: str = "") -> bool:
        """Answer at a stage, faults included; say whether it was granted."""
        action = self.sink.faults.draw(stage, recipient)
        self._answer(stage, granted, action, recipient)
        return action in TAKING

    def _answer(self, stage: str, granted: bytes, action: str, recipient: str = "") -> None:
        recipient = recipient or (self.recipients[0] if self.recipients else "")
        if action:
            # Amid a flight: what came before in it is not answered yet, or what comes behind is here already.
            amid = int(bool(self.out or self.buffer))
            self.sink.write("struck", stage=stage, action=action, amid=amid, connection=self.number)
        if not action:
            self._say(granted)
        elif action in {"slow", "drip"}:
            self._flush()
            self.held = True
            parts = [granted] if action == "slow" else [granted[i : i + 1] for i in range(len(granted))]
            self._trickle(parts, SLOW if action == "slow" else DRIP)
        elif action == "lost":
            self._close()
        elif action == "garbage":
            self.sink.write("garbled", stage=stage, recipient=recipient, connection=self.number)
            self._say(b"\x00 what was the question?\r\n")
        elif action == "silent":
            self.held = True
            self.sink.write("refused", stage=stage, code=0, recipient=recipient, connection=self.number)
        elif action.isdigit():
            self._refuse(stage, int(action), recipient)
        else:
            self.sink.write("refused", stage=stage, code=0, recipient=recipient, connection=self.number)
            self._close()

    def _trickle(self, parts: list[bytes], pause: float) -> None:
        def step() -> None:
            self._say(parts[0])
            self._flush()
            self._trickle(parts[1:], pause)

        if parts:
            asyncio.get_running_loop().call_later(pause, step)
        else:
            self.held = False
            self._work()

    def _refuse(self, stage: str, code: int, recipient: str = "") -> None:
        recipient = recipient or (self.recipients[0] if self.recipients else "")
        self.sink.write("refused", stage=stage, code=code, recipient=recipient, connection=self.number)
        words = self.sink.offer.words.get(stage) or f"{code // 100}.0.0 refused at {stage}"
        self._say(f"{code} {words}\r\n".encode())
        if code == 421:
            self._close()

    def _say(self, reply: bytes) -> None:
        self.out += reply

    def _flush(self) -> None:
        if self.out:
            self._late(self.transport.write, bytes(self.out))
            self.out.clear()

    def _close(self) -> None:
        self._flush()
        self.closing = True
        self._late(self.transport.close)

    def _late(self, act: Callable[..., None], *values: bytes) -> None:
        if self.sink.offer.latency:
            asyncio.get_running_loop().call_later(self.sink.offer.latency, act, *values)
        else:
            act(*values)


def _decoded(answer: bytes) -> str:
    try:
        return base64.b64decode(answer, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
