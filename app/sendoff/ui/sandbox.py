"""The built-in server as the window uses it: one for all pages, woken when something is to be sent through it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from sendoff.core.account import Account
from sendoff.core.settings import UNDO
from sendoff.services.app import Services
from sendoff.services.preferences import Preferences
from sendoff.ui.context import SandboxHandle, SandboxMessage

SANDBOX = "sandbox"
"""The preset of its account."""
REHEARSAL_SECONDS = 3
"""In the sandbox there is nothing to take back."""


class OneSandbox:
    """A `SandboxHandle` that makes its server at the first start and keeps it; any thread may start it."""

    def __init__(self, make: Callable[[], SandboxHandle]) -> None:
        self._make = make
        self._server: SandboxHandle | None = None
        self._runs = False
        self._refuse: bool | None = None
        """What a person said before there was a server."""
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        return self._server.url if self._server is not None else ""

    @property
    def count(self) -> int:
        return self._server.count if self._server is not None else 0

    @property
    def received(self) -> Sequence[SandboxMessage]:
        return self._server.received if self._server is not None else ()

    def message(self, number: int) -> bytes | None:
        """The message of this number as it came; None where it is kept no longer."""
        return self._server.message(number) if self._server is not None else None

    @property
    def runs(self) -> bool:
        """Say whether it takes messages now."""
        return self._runs

    @property
    def refusing(self) -> bool:
        return self._server.refusing if self._server is not None else bool(self._refuse)

    def refuse(self, *, on: bool) -> None:
        """Refuse the usual addresses from now on, or none."""
        with self._lock:
            self._refuse = on
            if self._server is not None:
                self._server.refuse(on=on)

    def start(self) -> None:
        """Listen, unless it does already. Raises InputError."""
        with self._lock:
            if self._server is None:
                self._server = self._make()
                if self._refuse is not None:
                    self._server.refuse(on=self._refuse)
            if not self._runs:
                self._server.start()
                self._runs = True

    def stop(self) -> None:
        """Stop listening; what it took stays counted."""
        with self._lock:
            if self._server is not None and self._runs:
                self._server.stop()
            self._runs = False


def sandbox_account(services: Services, sandbox: SandboxHandle) -> Account:
    """Start the server if it does not run, and give its account as it is reached now. Raises InputError."""
    sandbox.start()
    place = urlsplit(sandbox.url)
    return services.accounts.sandbox(place.hostname or "127.0.0.1", place.port or 0)


def awake(services: Services, sandbox: SandboxHandle, account_id: str) -> Account:
    """An account, ready to be connected to: the sandbox's server is started first. Raises InputError."""
    account = services.accounts.get(account_id)
    return sandbox_account(services, sandbox) if account.preset == SANDBOX else account


def undo_seconds(preferences: Preferences, account: Account | None) -> int:
    """How long nothing leaves after the press that sends through an account; 0 = the first message leaves at once."""
    seconds = preferences.number(UNDO)
    return min(REHEARSAL_SECONDS, seconds) if account is not None and account.preset == SANDBOX else seconds
