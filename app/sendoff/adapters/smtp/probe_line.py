"""The doctor's connection: opened, opened anew, kept within a step's time, and cut from another thread."""

from __future__ import annotations

import contextlib
import selectors
import socket
import time
from collections.abc import Callable
from math import inf
from typing import TypeVar

from sendoff.adapters.network.lifeline import Lifeline
from sendoff.adapters.smtp import opening, tls
from sendoff.adapters.smtp.dial import dial
from sendoff.adapters.smtp.probe_network import attend
from sendoff.adapters.smtp.probe_wire import ProbeWire, Transcript
from sendoff.adapters.smtp.proxy import reach
from sendoff.adapters.smtp.wire import Broken, Cause
from sendoff.core.account import Account, Proxy, ProxyKind, Security
from sendoff.core.language import tr

_Given = TypeVar("_Given")


class ProbeLine:
    """One examination's connection. Only `abort` is thread-safe."""

    def __init__(self, account: Account, proxy_secret: Callable[[], str], transcript: Transcript) -> None:
        self._account = account
        self._proxy_secret = proxy_secret
        self._transcript = transcript
        self._lifeline = Lifeline()
        self._until = 0.0
        self.via = Proxy()
        """The proxy in force."""
        self.addresses: list[str] = []
        """The server's, or the proxy's where there is one."""
        self.wire: ProbeWire | None = None

    # --- time ---------------------------------------------------------------------------------------------------------

    def abort(self) -> None:
        """End whatever is waited for; may be called from another thread."""
        self._lifeline.cut()

    def stopped(self) -> bool:
        """Say whether it was aborted."""
        return self._lifeline.is_cut()

    def give_time(self) -> None:
        """A step's time begins now."""
        self._until = time.monotonic() + self._account.step_seconds
        if self.wire:
            self.wire.until = self._until

    def left(self) -> float:
        """Seconds left of the step's time."""
        return max(self._until - time.monotonic(), 0.05)

    def attend(self, ask: Callable[[], _Given]) -> _Given:
        """Wait for a keyring or an authority, however long a person takes there; the step's time begins again after it.

        Raises what `ask` raises, InterruptedError.
        """
        given = attend(ask, inf, self.stopped)
        self.give_time()
        return given

    # --- the connection -----------------------------------------------------------------------------------------------

    @property
    def proxied(self) -> bool:
        """Whether a proxy stands between."""
        return self.via.kind is not ProxyKind.NONE

    def connect(self, patience: float) -> socket.socket:
        """Connect, through the proxy where there is one. Raises OSError, ConnectError, InterruptedError."""
        if self.proxied:
            return reach(self._account, self._proxy_secret, patience, self.stopped)
        failure: OSError = TimeoutError()
        for address in self.addresses:
            try:
                return dial(address, self._account.port, patience / len(self.addresses), self.stopped)
            except OSError as error:
                failure = error
        raise failure

    def open(self) -> None:
        """Make the connection of the examination. Raises likewise."""
        connection = self.connect(self.left())
        self._lifeline.hold(connection)
        self.wire = ProbeWire(self._account.host, connection, self._transcript, self._until)
        if self.stopped():
            raise InterruptedError
        self.wire.local_hostname = opening.local_name(self._account, connection)

    def open_anew(self) -> ProbeWire:
        """Come as far as the sign-in once more, as a session does: some servers hang up after a refused one."""
        self.drop()
        account = self._account
        context = None if account.security is Security.NONE else tls.client_context(account)
        self.open()
        wire = self.live()
        if context and account.security is Security.TLS:
            wire.secure(context)
        opening.greet(wire, account)
        opening.protect(wire, account, context)
        return wire

    def live(self) -> ProbeWire:
        """The wire. Raises Broken where there is none."""
        if self.wire is None:
            raise Broken(Cause.CLOSED, tr("there is no connection"))
        return self.wire

    def speaks(self, patience: float) -> bool:
        """Say whether the server says anything within so many seconds."""
        with selectors.DefaultSelector() as selector:
            selector.register(self.live().sock, selectors.EVENT_READ)
            return bool(selector.select(patience))

    def goodbye(self) -> None:
        """Say QUIT, and wait a second at most."""
        if self.wire:
            self.wire.until = time.monotonic() + 1
            with contextlib.suppress(Broken):
                self.wire.docmd("QUIT")

    def drop(self) -> None:
        """Close what is open."""
        wire, self.wire = self.wire, None
        self._lifeline.release()
        if wire:
            wire.sock.close()
