"""Limits that hold: one ledger an account, shared by everything that sends through it."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from sendoff.core.account import Account
from sendoff.core.campaign import Pace
from sendoff.core.limits import Ledger, Limit, parse_limit
from sendoff.core.ports import AccountStore


class SharedLedger:
    """A ledger that several campaigns may use at once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()

    def try_take(self, now: int) -> int | None:
        """A ticket for one message now, or None when it must wait."""
        with self._lock:
            return self._ledger.take(now) if self._ledger.next_at(now) <= now else None

    def next_at(self, now: int) -> int:
        """When the next message may go (epoch ms)."""
        with self._lock:
            return self._ledger.next_at(now)

    def blocking(self, now: int) -> Limit | None:
        """Which limit makes the next message wait, if one does."""
        with self._lock:
            return self._ledger.blocking(now)

    def done(self, ticket: int, at: int) -> None:
        """The message of a ticket is over: its place is free a window later."""
        with self._lock:
            self._ledger.done(ticket, at)

    def give_back(self, ticket: int) -> None:
        """The message of a ticket never left."""
        with self._lock:
            self._ledger.give_back(ticket)


class Ledgers:
    """The ledgers of a data folder, filled from what was sent before the start.

    One campaign at a time sends through an account (`Sending.begin` sees to it), so a campaign with limits of its own
    may get a new ledger: it is filled from the same record of what was sent.
    """

    def __init__(self, accounts: AccountStore) -> None:
        self._accounts = accounts

    def of(self, account: Account, pace: Pace, now: int) -> SharedLedger:
        """The ledger for a campaign on an account: the account's limits and the campaign's own."""
        limits, delay = limits_of(account, pace)
        ledger = Ledger(limits, delay)
        window = max((limit.window for limit in limits), default=0)
        if window:
            ledger.restore(self._accounts.used(account.id, now - window))
        return SharedLedger(ledger)


def limits_of(account: Account, pace: Pace) -> tuple[Sequence[Limit], int]:
    """The limits in force and the delay between messages in ms."""
    if pace.no_limits:
        return (), 0
    limits = [parse_limit(text) for text in dict.fromkeys((*account.limits, *pace.limits))]
    delay = account.delay if pace.delay < 0 else pace.delay
    return limits, round(1000 * delay)
