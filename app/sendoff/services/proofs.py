"""How the last test of each account went, for as long as the program is open: one truth for every page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sendoff.core.account import Account
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import KnownError
from sendoff.core.events import AccountTested
from sendoff.services.bus import Bus


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The server took the account, and what it offered where that was heard; or why it did not."""

    capabilities: Capabilities | None = None
    error: KnownError | None = None


def way_of(account: Account) -> tuple[object, ...]:
    """What a test of an account is about; its name, its limits and its signature are not."""
    one = account
    port = 0 if one.is_sandbox else one.port  # another one at each start
    trust = (one.ca_file, one.pinned, one.client_cert, one.client_key)
    return (one.route, one.host, port, one.security, one.sign_in, one.username, one.local_name, one.proxy, trust)


class Proofs:
    """Any thread may use it."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._last: dict[str, tuple[tuple[object, ...], Proof]] = {}
        self._turns: Counter[str] = Counter()

    def turn(self, account_id: str) -> int:
        """Which of the account's secrets is in force, for `note` after a test of it."""
        return self._turns[account_id]

    def note(self, account: Account, proof: Proof, turn: int | None = None) -> None:
        """Remember how a test went that was made with the secrets that are kept, in this `turn` if it took a while."""
        if turn is not None and turn != self._turns[account.id]:
            return
        self._last[account.id] = way_of(account), proof
        self._bus.publish(AccountTested(account.id))

    def of(self, account: Account) -> Proof | None:
        """How the last test of this very way to the server went; None where there was none."""
        way, proof = self._last.get(account.id, ((), None))
        return proof if way == way_of(account) else None

    def forget(self, account_id: str) -> None:
        """Its secret is another one; a test of the old one that is under way says nothing of it."""
        self._turns[account_id] += 1
        self._last.pop(account_id, None)
