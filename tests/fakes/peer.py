"""A server that hears only what it is told to hear: the sink's own session at the other end of a socket pair.

Nothing here has a thread or a clock, so a test decides how many octets arrive between any two steps of a sender.
"""

from __future__ import annotations

import asyncio
import socket
from collections import defaultdict, deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, cast

from tests.fakes.faults import Faults
from tests.fakes.session import Offer, Session, Sink

from sendoff.adapters.smtp.flight import Flight
from sendoff.adapters.smtp.windowed import NEEDED, WindowedFlight
from sendoff.adapters.smtp.wire import Timeouts, Wire
from sendoff.core.account import Account, WireMode
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import ConnectError
from sendoff.core.flight import Flight as AnyFlight
from sendoff.core.outcome import Reply

ALL = 1 << 20
"""Octets: more than ever wait."""


class Script(Faults):
    """Faults in an order: each stage takes the next of its own when it is reached."""

    def __init__(self, heard: Callable[[str, str], None]) -> None:
        super().__init__()
        self._heard = heard
        self.planned: defaultdict[str, deque[str]] = defaultdict(deque)

    def draw(self, stage: str, recipient: str = "") -> str:
        self._heard(stage, recipient)
        return self.planned[stage].popleft() if self.planned[stage] else ""


class _Record(Sink):
    """A sink's common part that tells instead of writing."""

    def __init__(self, offer: Offer, faults: Faults, tell: Callable[[str, str], None]) -> None:
        self.offer, self.faults, self._tell = offer, faults, tell
        self.figures = defaultdict(int)  # type: ignore[assignment]  # what a session counts is not looked at

    def write(self, event: str, /, **values: str | int) -> None:
        self._tell(event, str(values.get("what") or values.get("recipient")))


class Peer:
    """One connection: the client's end, and a session at the server's."""

    def __init__(self, record: Sink) -> None:
        self.client, self._server = socket.socketpair()
        self._server.setblocking(False)
        self._unheard = bytearray()
        self._session = Session(record)
        self._session.connection_made(cast("asyncio.Transport", self))
        self._session.greeted = True
        self.client.recv(100)  # the greeting, which the transport of this test does not wait for

    @property
    def orphaned(self) -> bool:
        """Whether the client has let go of it."""
        return self.client.fileno() < 0

    def hear(self, octets: int = ALL) -> None:
        """Let so many octets arrive, of those that the client has handed over."""
        with suppress(OSError):
            while data := self._server.recv(65_536):
                self._unheard += data
        part = bytes(self._unheard[:octets])
        del self._unheard[:octets]
        if part and self._server.fileno() >= 0:
            self._session.data_received(part)

    # -- what a session asks of its transport

    def get_extra_info(self, _name: str) -> Any:
        return None

    def write(self, data: bytes) -> None:
        with suppress(OSError):
            self._server.send(data)

    def close(self) -> None:
        """Hang up."""
        self._unheard.clear()
        self._server.close()


class Network:
    """Every connection there is; `tell` hears of what servers took, refused and found wrong. A transport factory."""

    def __init__(
        self,
        features: frozenset[str],
        tell: Callable[[str, str], None],
        heard: Callable[[str, str], None],
        clock: Callable[[], float],
    ) -> None:
        self.features, self.clock = features, clock
        self.script = Script(heard)
        self.record = _Record(Offer(pipelining="PIPELINING" in features), self.script, tell)
        self.peers: list[Peer] = []

    def __call__(self, account: Account, secret: Callable[[], str]) -> PairTransport:  # noqa: ARG002 -- the port's
        return PairTransport(self, account)

    def settle(self) -> None:
        """What clients handed over before they let go arrives; those connections are then no more."""
        for peer in self.peers:
            if peer.orphaned:
                peer.hear()
                peer.close()
        self.peers = [peer for peer in self.peers if not peer.orphaned]

    def cut(self) -> None:
        """Every client is gone at once."""
        for peer in self.peers:
            peer.client.close()


class PairTransport:
    """A session that needs no opening, with the real flights over it."""

    def __init__(self, network: Network, account: Account) -> None:
        self._network, self._account = network, account
        self._peer: Peer | None = None
        self.usable = True

    def connect(self) -> Capabilities:
        if refused := self._network.script.draw("connect"):
            raise ConnectError(f"Nobody answers ({refused}).", code="timeout")
        self._peer = Peer(self._network.record)
        self._network.peers.append(self._peer)
        return Capabilities(features=self._network.features)

    def flight(self) -> AnyFlight:
        assert self._peer
        wire, timeouts = Wire("peer", self._peer.client, 5), Timeouts.for_steps(5)
        capabilities, account = Capabilities(features=self._network.features), self._account
        common = {"clock": self._network.clock, "aborted": lambda: not self.usable}
        if account.wire is WireMode.WINDOWED and capabilities.features >= NEEDED:
            return WindowedFlight(wire, capabilities, timeouts, window=account.window, **common)  # type: ignore[arg-type]  # two kinds of values
        overlapped = account.wire is not WireMode.CAREFUL
        return Flight(wire, capabilities, timeouts, overlapped=overlapped, **common)  # type: ignore[arg-type]  # likewise

    def send(self, envelope: Envelope, commit: Callable[[], bool]) -> Reply:
        raise NotImplementedError

    def close(self) -> None:
        self.drop()

    def drop(self) -> None:
        if self._peer is not None:
            self._peer.client.close()

    def abort(self) -> None:
        self.usable = False
