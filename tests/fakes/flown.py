"""A `Transport` whose messages go through a `Flight`, so that the flight meets every test of the delivery contract."""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Sequence

from sendoff.adapters.smtp.session import SmtpTransport
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import Phase, SessionLost, Withheld
from sendoff.core.flight import Cut, Flight, Held, Settled, Sign
from sendoff.core.outcome import Reply


class FlownTransport:
    """One message at a time, by the way of the fleet."""

    def __init__(self, inner: SmtpTransport) -> None:
        self._inner = inner
        self._flight: Flight | None = None
        self._key = 0

    @property
    def usable(self) -> bool:
        return self._flight is not None and self._flight.usable

    def connect(self) -> Capabilities:
        capabilities = self._inner.connect()
        self._flight = self._inner.flight()
        return capabilities

    def send(self, envelope: Envelope, commit: Callable[[], bool]) -> Reply:
        if not self.usable or self._flight is None:
            raise SessionLost(Phase.IDLE, "there is no session")
        self._key += 1
        self._flight.give(self._key, envelope)
        signs = list(self._flight.advance())
        try:
            while True:
                for sign in signs:
                    if isinstance(sign, Settled):
                        return sign.reply
                    if isinstance(sign, Cut):
                        raise SessionLost(sign.phase, sign.detail)
                    if not isinstance(sign, Held):
                        raise SessionLost(Phase.IDLE, "spared")
                signs = list(self._grant(commit) if signs else self._wait())
        finally:
            self._let_go()

    def _let_go(self) -> None:
        if not self.usable:
            self._inner.drop()

    def _grant(self, commit: Callable[[], bool]) -> Sequence[Sign]:
        assert self._flight is not None
        flight, self._flight = self._flight, None
        if not commit():
            raise Withheld
        self._flight = flight
        return flight.grant(self._key, flight.moment())

    def _wait(self) -> Sequence[Sign]:
        assert self._flight is not None
        writers = [self._flight] if self._flight.wants_write else []
        patience = min(max(self._flight.deadline - time.monotonic(), 0), 5)
        select.select([self._flight], writers, [], patience)
        return self._flight.advance()

    def close(self) -> None:
        self._inner.close()

    def abort(self) -> None:
        self._inner.abort()
