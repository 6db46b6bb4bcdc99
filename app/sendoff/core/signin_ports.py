"""What signing in needs from the outside: a place for secrets, tokens, and an authority that gives them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sendoff.core.account import Account
    from sendoff.core.signin import Authority, Client, Grant


class Kept(StrEnum):
    """Whether an account's secret is at hand, and for how long."""

    FOR_GOOD = "for good"
    SESSION = "session"
    """Until the program ends: no keyring answers."""
    MISSING = "missing"
    NOT_NEEDED = "not needed"


class Vault(Protocol):
    """Where secrets live."""

    def usable(self) -> bool:
        """Say whether secrets outlive this session (a real keyring answered)."""
        ...

    def describe(self) -> str:
        """Name the place in words, for the window."""
        ...

    def get(self, name: str) -> str | None: ...

    def set(self, name: str, secret: str) -> None: ...

    def delete(self, name: str) -> None: ...


class Tokens(Protocol):
    """Access tokens of accounts that sign in by browser. May be called from any thread."""

    def known(self, account: Account) -> bool:
        """Say whether somebody has signed in, for the way this account sends."""
        ...

    def access(self, account: Account) -> str:
        """An access token that lasts. Raises ConnectError: `signin_needed`, `token_revoked`, `token_unreachable`."""
        ...

    def renew(self, account: Account, refused: str) -> str:
        """Another token for the one that a server refused. Raises likewise."""
        ...

    def forget(self, account_id: str) -> None:
        """Sign out on this computer."""
        ...


class Authorizer(Protocol):
    """Talks to an authority of OAuth 2. Raises ConnectError."""

    def sign_in(
        self,
        account: Account,
        authority: Authority,
        client: Client,
        *,
        stopped: Callable[[], bool],
        announce: Callable[[str], None],
    ) -> Grant:
        """Ask the person in the browser; `announce` gets the address that is opened."""
        ...

    def refresh(self, account: Account, authority: Authority, grant: Grant) -> Grant:
        """Exchange a grant for one with a new access token."""
        ...
