"""The built-in server as the window uses it: one for all pages, woken when something is to be sent through it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from sendoff.core.account import Account
from sendoff.core.errors import KnownError
from sendoff.core.rehearsal import SandboxRule
from sendoff.core.settings import UNDO
from sendoff.services.app import Services
from sendoff.services.preferences import Preferences
from sendoff.ui.context import SandboxHandle, SandboxMessage

REHEARSAL_SECONDS = 3
"""In the sandbox there is nothing to take back."""


class OneSandbox:
    """A `SandboxHandle` that makes its server at the first look or start and keeps it; any thread may start it.

    `refuse` and `rules` are what a person said earlier; None leaves it to the server.
    """

    def __init__(
        self,
        make: Callable[[], SandboxHandle],
        *,
        refuse: bool | None = None,
        rules: Sequence[SandboxRule] = (),
    ) -> None:
        self._make = make
        self._server: SandboxHandle | None = None
        self._runs = False
        self._refuse = refuse
        self._rules = tuple(rules)
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        return self._server.url if self._server is not None else ""

    @property
    def count(self) -> int:
        return self._server.count if self._server is not None else 0

    @property
    def last(self) -> int:
        return self._server.last if self._server is not None else 0

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

    @property
    def rules(self) -> tuple[SandboxRule, ...]:
        """What happens to addresses of one's own."""
        return self._rules

    @property
    def trouble(self) -> KnownError | None:
        return self._server.trouble if self._server is not None else None

    def refuse(self, *, on: bool) -> None:
        """Refuse the usual addresses from now on, or none."""
        with self._lock:
            self._refuse = on
            if self._server is not None:
                self._server.refuse(on=on)

    def answer(self, rules: Sequence[SandboxRule]) -> None:
        """Do from now on to addresses what these rules say."""
        with self._lock:
            self._rules = tuple(rules)
            if self._server is not None:
                self._server.answer(self._rules)

    def empty(self, up_to: int) -> None:
        """Take away every message up to the one of this number. Raises StorageError."""
        self.look()
        if self._server is not None:
            self._server.empty(up_to)

    def forget(self, address: str) -> int:
        """Take away whatever went to an address or names it; returns how many. Raises StorageError."""
        return self._server.forget(address) if self._server is not None else 0

    def look(self) -> None:
        """Know what was kept since the last time, without listening yet; reads the disk."""
        with self._lock:
            self._ready()

    def start(self) -> None:
        """Listen, unless it does already. Raises InputError."""
        with self._lock:
            server = self._ready()
            if not self._runs:
                server.start()
                self._runs = True

    def stop(self) -> None:
        """Stop listening; what it took stays counted."""
        with self._lock:
            if self._server is not None and self._runs:
                self._server.stop()
            self._runs = False

    def _ready(self) -> SandboxHandle:
        if self._server is None:
            made = self._make()
            if self._refuse is not None:
                made.refuse(on=self._refuse)
            made.answer(self._rules)
            self._server = made
        return self._server


def sandbox_account(services: Services, sandbox: SandboxHandle) -> Account:
    """Start the server if it does not run, and give its account as it is reached now. Raises InputError."""
    sandbox.start()
    place = urlsplit(sandbox.url)
    return services.accounts.sandbox(place.hostname or "127.0.0.1", place.port or 0)


def awake(services: Services, sandbox: SandboxHandle, account_id: str) -> Account:
    """An account, ready to be connected to: the sandbox's server is started first. Raises InputError."""
    account = services.accounts.get(account_id)
    return sandbox_account(services, sandbox) if account.is_sandbox else account


def undo_seconds(preferences: Preferences, account: Account | None) -> int:
    """How long nothing leaves after the press that sends through an account; 0 = the first message leaves at once."""
    seconds = preferences.number(UNDO)
    return min(REHEARSAL_SECONDS, seconds) if account is not None and account.is_sandbox else seconds
