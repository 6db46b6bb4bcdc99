"""A scripted IMAP server on the loopback: one mailbox whose Sent folder holds the copies a test names."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field
from email import message_from_bytes

from tests.fakes.smtp_servers import Peer, Script, ScriptedServer

OFFERS = b"IMAP4rev1 AUTH=PLAIN"


@dataclass
class ImapScript(Script):
    """`at` overrides what is done at a verb (AUTHENTICATE, LIST, EXAMINE, SEARCH, APPEND) or at the greeting."""

    users: dict[str, str] = field(default_factory=lambda: {"anna@example.com": "secret"})
    folders: Sequence[bytes] = (b'(\\HasNoChildren) "/" INBOX', b'(\\HasNoChildren \\Sent) "/" "Sent Mail"')
    copies: list[str] = field(default_factory=list)
    """Message-IDs in the Sent folder; the first has uid 1. What is appended is added."""

    def run(self, peer: Peer, server: ScriptedServer) -> None:
        if self.tls:
            peer.secure(self.tls)
        self._do(peer, "greeting", b"* OK [CAPABILITY " + OFFERS + b"] ready\r\n")
        while True:
            line = peer.line()
            server.commands.append(line)
            tag, verb, *rest = line.split(b" ")
            name = (rest[0] if verb == b"UID" else verb).decode().upper()
            self._do(peer, name, self._answer(peer, name, line) + tag + b" OK done\r\n")
            if name == "LOGOUT":
                return

    def _answer(self, peer: Peer, name: str, line: bytes) -> bytes:
        match name:
            case "CAPABILITY" | "LIST":
                said = [OFFERS] if name == "CAPABILITY" else self.folders
                return b"".join(b"* %s %s\r\n" % (name.encode(), one) for one in said)
            case "AUTHENTICATE":
                peer.say(b"+ \r\n")
                _, user, secret = base64.b64decode(peer.line()).decode().split("\0")
                assert self.users[user] == secret
                return b""
            case "EXAMINE":
                return b"* %d EXISTS\r\n" % len(self.copies)
            case "SEARCH":
                found = [str(uid) for uid, one in enumerate(self.copies, 1) if f'"{one}"'.encode() in line]
                return f"* SEARCH {' '.join(found)}".rstrip().encode() + b"\r\n"
            case "APPEND":
                return self._append(peer, int(line.rpartition(b"{")[2].strip(b"}\r\n")))
            case _:
                return b"* BYE bye\r\n" if name == "LOGOUT" else b""

    def _append(self, peer: Peer, size: int) -> bytes:
        peer.say(b"+ \r\n")
        content = peer.least(size + 2)[:size]  # behind the message the command's end
        self.copies.append(str(message_from_bytes(content)["Message-ID"]))
        return b""
