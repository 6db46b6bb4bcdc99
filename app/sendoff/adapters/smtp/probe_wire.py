"""The doctor's ear: a wire that keeps one time limit for a whole step, and a transcript without secrets."""

from __future__ import annotations

import base64
import re
import socket
import ssl
import time

from sendoff.adapters.smtp.wire import Broken, Wire
from sendoff.core.language import tr
from sendoff.core.outcome import Reply, Stage, parse_reply

_ADDRESS = re.compile(r"([\w.+-])[\w.+-]*@")
_CHALLENGE, _REFUSED, _NOT_KNOWN = 334, 400, 504
_SHORTEST_SECRET = 4


class Transcript:
    """What was said, line by line: secrets replaced, addresses shortened to their first letter."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._secrets: set[str] = set()

    def __str__(self) -> str:
        return "\n".join(self._lines)

    def hide(self, *words: str) -> None:
        """Never show these, plain or in base64."""
        for word in words:
            if len(word) >= _SHORTEST_SECRET:
                self._secrets |= {word, base64.b64encode(word.encode()).decode()}

    def clean(self, text: str) -> str:
        """Take secrets out of a text."""
        for secret in sorted(self._secrets, key=len, reverse=True):
            text = text.replace(secret, "***")
        return text

    def note(self, mark: str, text: str) -> None:
        """Add lines: `>` is said by Sendoff, `<` by the server, `*` is a remark."""
        for line in _ADDRESS.sub(r"\1…@", self.clean(text)).splitlines() or [""]:
            shown = "".join(letter if letter.isprintable() else "·" for letter in line)
            self._lines.append(f"{mark} {shown}")


class ProbeWire(Wire):
    """A wire that writes down the dialogue; `until` is the moment at which the present step's time is over."""

    def __init__(self, host: str, connection: socket.socket, transcript: Transcript, until: float) -> None:
        super().__init__(host, connection, max(until - time.monotonic(), 0.05))
        self.until = until
        self.last = Reply(Stage.CONNECT, 0)
        """The newest reply, cleaned of secrets."""
        self.refusal = self.last
        """The newest refusal that was not just an unknown command."""
        self.mechanism = ""
        self.waits_for = tr("the greeting")
        self._transcript = transcript
        self._signing_in = False

    def putcmd(self, cmd: str, args: str = "") -> None:
        shown = f"{cmd} {args}".strip()
        self.waits_for = cmd.partition(" ")[0]
        if cmd.upper().startswith("AUTH"):
            self._signing_in = True
            _, *words = shown.split(" ")
            self._transcript.hide(*words[1:])
            self.mechanism = words[0] if words else ""
            shown = " ".join(["AUTH", *words[:1], *("***" for _ in words[1:])])
        elif self._signing_in:
            self._transcript.hide(cmd)
            self.waits_for, shown = "AUTH", "***" if cmd not in ("", "*") else cmd
        self._transcript.note(">", shown)
        self._hurry()
        super().putcmd(cmd, args)

    def getreply(self) -> tuple[int, bytes]:
        self._hurry()
        try:
            code, words = super().getreply()
        except Broken as error:
            self._transcript.note("*", error.detail)
            raise
        text = words.decode("utf-8", "replace")
        if code == _CHALLENGE:
            text = "***" if text else ""
        else:
            self._signing_in = False
        lines = text.split("\n")
        for at, line in enumerate(lines):
            self._transcript.note("<", f"{code}{'-' if at < len(lines) - 1 else ' '}{line}")
        self.last = parse_reply(Stage.CONNECT, code, self._transcript.clean(text))
        if code >= _REFUSED and code != _NOT_KNOWN:
            self.refusal = self.last
        return code, words

    def secure(self, context: ssl.SSLContext) -> None:
        self._hurry()
        super().secure(context)
        self._transcript.note("*", f"{self.protection()} from here")

    def protocol(self) -> str:
        """The TLS version in words, `TLS 1.3`."""
        version = self.sock.version() if isinstance(self.sock, ssl.SSLSocket) else None
        return (version or "").replace("TLSv", "TLS ")

    def _hurry(self) -> None:
        self.patience = max(self.until - time.monotonic(), 0.05)


def short_address(address: str) -> str:
    """An address as the transcript shows it."""
    return _ADDRESS.sub(r"\1…@", address)
