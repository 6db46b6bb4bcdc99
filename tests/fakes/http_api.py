"""A scripted HTTP interface on the loopback, in the manner of the scripted SMTP servers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.fakes.smtp_servers import Action, Peer, Script, ScriptedServer


def answer(status: int, body: object = None, **headers: str) -> bytes:
    """An HTTP answer; `body` is made JSON unless it is bytes, and `Retry_After` becomes the header Retry-After."""
    raw = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} Said", f"Content-Length: {len(raw)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + raw


@dataclass(frozen=True)
class Posted:
    """A whole request."""

    target: str
    headers: Mapping[str, str]
    body: bytes


@dataclass
class ApiScript(Script):
    """Takes requests. `turns` are its answers, used up in order; afterwards everything is taken."""

    turns: list[Action] = field(default_factory=list)
    tokens: set[str] = field(default_factory=lambda: {"token-1"})
    posted: list[Posted] = field(default_factory=list)
    accepted: list[bytes] = field(default_factory=list)
    """The messages that were taken."""
    readable: bool = False
    """The tokens may also read."""

    def run(self, peer: Peer, server: ScriptedServer) -> None:
        if self.tls:
            peer.secure(self.tls)
        while True:
            head = peer.until(b"\r\n\r\n").decode("latin-1")
            first, *lines = head.strip().split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            server.commands.append(first.encode())
            if self.in_body is not None:
                peer._unread = peer.least(self.body_bytes)
                self.act(peer, self.in_body)
            if first.startswith("GET "):
                self._answer_search(peer, first.split(" ")[1], headers)
                continue
            body = exactly(peer, int(headers["content-length"]))
            posted = Posted(first.split(" ")[1], headers, body)
            self.posted.append(posted)
            message = self.message(posted)
            server.messages.append(message)
            if headers.get("authorization") not in {f"Bearer {token}" for token in self.tokens}:
                peer.say(self.unauthorized())
            elif self.turns:
                self.act(peer, self.turns.pop(0))
            elif not message:
                peer.say(answer(400, {"error": {"code": "NoMessage", "status": "INVALID", "message": "no message"}}))
            else:
                self.accepted.append(message)
                peer.say(self.taken())

    def _answer_search(self, peer: Peer, target: str, headers: Mapping[str, str]) -> None:
        if headers.get("authorization") not in {f"Bearer {token}" for token in self.tokens}:
            peer.say(self.unauthorized())
        elif not self.readable:
            peer.say(self.forbidden())
        elif self.turns:
            self.act(peer, self.turns.pop(0))
        else:
            wanted = self.wanted(target)
            known = [number for number, one in enumerate(self.accepted) if f"Message-ID: {wanted}\r\n".encode() in one]
            peer.say(self.listed([f"m-{number}" for number in known]))

    def wanted(self, target: str) -> str:
        """The Message-ID a search asks for; an AssertionError where the request is not as documented."""
        raise NotImplementedError

    def listed(self, found: list[str]) -> bytes:
        """The answer to a search."""
        raise NotImplementedError

    def forbidden(self) -> bytes:
        """The answer to a search with a token that may only send."""
        raise NotImplementedError

    def message(self, posted: Posted) -> bytes:
        """The message in a request; an AssertionError where the request is not as documented."""
        raise NotImplementedError

    def taken(self) -> bytes:
        """The answer to a message that was accepted."""
        raise NotImplementedError

    def unauthorized(self) -> bytes:
        """The answer to a token that is not known."""
        raise NotImplementedError

    def recipients(self) -> list[str]:
        """Who was written to, in order."""
        found = (re.search(rb"^To: (?:.*<)?([^<>\r\n]+)>?\r$", one, re.MULTILINE) for one in self.accepted)
        return [match[1].decode() for match in found if match]


def exactly(peer: Peer, number: int) -> bytes:
    """Read exactly so many bytes."""
    while len(peer._unread) < number:
        peer._read()
    taken, peer._unread = peer._unread[:number], peer._unread[number:]
    return taken
