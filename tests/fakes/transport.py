"""A transport that keeps the port's contract and does what a script says, for tests of the engine."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from sendoff.core.account import Account
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import ConnectError, Phase, SessionLost, Withheld
from sendoff.core.outcome import Reply, Stage

Turn = Reply | SessionLost
"""What happens to one message: a reply (before the intent where its stage is earlier than the end) or a loss."""

TAKEN = Reply(Stage.END, 250, "2.0.0", "taken")


@dataclass
class FakeServer:
    """What all sessions of one account meet. `turns` are used up in order; afterwards everything is taken."""

    turns: list[Turn] = field(default_factory=list)
    refusals: list[ConnectError] = field(default_factory=list)
    """Errors of the next connects, in order."""
    accepted: list[str] = field(default_factory=list)
    dots: int = 0
    connects: int = 0
    before_commit: Callable[[], None] = lambda: None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, account: Account, secret: Callable[[], str]) -> FakeTransport:  # noqa: ARG002 -- the port's
        return FakeTransport(self)


class FakeTransport:
    """One session with a `FakeServer`."""

    def __init__(self, server: FakeServer) -> None:
        self._server = server
        self._open = False

    @property
    def usable(self) -> bool:
        return self._open

    def connect(self) -> Capabilities:
        with self._server.lock:
            self._server.connects += 1
            if self._server.refusals:
                raise self._server.refusals.pop(0)
        self._open = True
        return Capabilities()

    def send(self, envelope: Envelope, commit: Callable[[], bool]) -> Reply:
        with self._server.lock:
            turn = self._server.turns.pop(0) if self._server.turns else TAKEN
        if isinstance(turn, Reply) and turn.stage is not Stage.END:
            self._open = turn.code != 421
            return turn
        if isinstance(turn, SessionLost) and turn.phase is not Phase.COMMITTED:
            self._open = False
            raise turn
        self._server.before_commit()
        if not commit():
            self._open = False
            raise Withheld
        with self._server.lock:
            self._server.dots += 1
            if isinstance(turn, SessionLost):
                self._open = False
                raise turn
            if turn.code == TAKEN.code:
                self._server.accepted.append(envelope.recipient)
            self._open = turn.code != 421
        return turn

    def close(self) -> None:
        self._open = False

    def abort(self) -> None:
        self._open = False
