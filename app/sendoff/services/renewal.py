"""Sessions for accounts that sign in by browser: a token refused at connecting is renewed once, and tried again."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from sendoff.core.account import Account
from sendoff.core.envelope import Capabilities, Envelope
from sendoff.core.errors import ConnectError
from sendoff.core.flight import Flight, FlyingTransport
from sendoff.core.outcome import Reply
from sendoff.core.ports import TransportFactory
from sendoff.core.signin_ports import Tokens

REFUSED = "token_refused"
"""The code with which a transport says that the server did not take the token."""


class Renewing:
    """One session of an account that signs in by browser, opened again with a new token if the first is refused."""

    def __init__(
        self, account: Account, secret: Callable[[], str], *, transports: TransportFactory, tokens: Tokens
    ) -> None:
        self._account = account
        self._secret = secret
        self._transports = transports
        self._tokens = tokens
        self._shown = ""
        self._stopped = False
        self._inner = transports(account, self._show)

    @property
    def usable(self) -> bool:
        return self._inner.usable

    def connect(self) -> Capabilities:
        try:
            return self._inner.connect()
        except ConnectError as refusal:
            if refusal.code != REFUSED or self._stopped:
                raise
        return self._connect_anew()

    def send(self, envelope: Envelope, commit: Callable[[], bool]) -> Reply:
        return self._inner.send(envelope, commit)

    def flight(self) -> Flight:
        """The session that is open."""
        return cast("FlyingTransport", self._inner).flight()

    def drop(self) -> None:
        """Let go of it."""
        cast("FlyingTransport", self._inner).drop()

    def close(self) -> None:
        self._inner.close()

    def abort(self) -> None:
        self._stopped = True
        self._inner.abort()

    def _show(self) -> str:
        self._shown = self._secret()
        return self._shown

    def _connect_anew(self) -> Capabilities:
        self._inner.close()
        # From here `secret` gives the new one.
        self._tokens.renew(self._account, self._shown)
        self._inner = self._transports(self._account, self._show)
        if self._stopped:
            self._inner.abort()
        try:
            return self._inner.connect()
        except ConnectError as refusal:
            # A new token was refused too: trying again unchanged cannot help.
            refusal.permanent = refusal.permanent or refusal.code == REFUSED
            raise
