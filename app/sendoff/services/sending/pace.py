"""Limits that hold: one ledger and one governor an account, shared by every campaign that is sent through it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sendoff.core.account import Account
from sendoff.core.account_check import most_connections
from sendoff.core.campaign import Pace
from sendoff.core.errors import InputError
from sendoff.core.governor import Governor
from sendoff.core.limits import Ledger, Limit, parse_limit
from sendoff.core.ports import AccountStore

_LONG = 5_000
"""Milliseconds: a campaign that waits longer for its own limit leaves its connections to others."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A message's place in the account's ledger and in its campaign's own, and when it was taken."""

    shared: int
    own: int
    at: int


class _Account:
    """What the campaigns of one account have in common; `lock` guards all of it."""

    def __init__(self, account: Account, ledger: Ledger, governor: Governor) -> None:
        self.terms = _terms(account)
        self.ledger = ledger
        self.governor = governor
        self.lock = threading.Lock()
        self.held: dict[Share, int] = {}
        """Connections each campaign may have open, in the order in which they came."""


class Share:
    """One campaign's share of an account: its coordinator asks here before each message and tells what came of it."""

    def __init__(self, shared: _Account, own: Ledger, pace: Pace, wanted: int) -> None:
        self.wanted = wanted
        """Connections the campaign would use if it were alone."""
        self._shared = shared
        self._own = own
        self._bound = not pace.no_limits
        self._delayed = pace.delay < 0
        self._limited = frozenset((*shared.ledger.domains, *own.domains))
        self._out: set[Ticket] = set()
        self.idle = False
        """It needs no connection now."""

    # -- messages

    def try_take(self, now: int, domain: str = "") -> Ticket | None:
        """A ticket for one message to a domain now, or None when it must wait."""
        shared = self._shared
        with shared.lock:
            if self._next_at(now, domain) > now:
                return None
            ticket = Ticket(shared.ledger.take(now, domain), self._own.take(now, domain), now)
            shared.governor.take(now)
        self._out.add(ticket)
        return ticket

    def free(self, now: int, domain: str) -> bool:
        """Say whether the domain itself lets a message go now; what holds for all is not asked."""
        return domain not in self._limited or self.next_at(now, (domain,)) <= now

    def next_at(self, now: int, domains: Iterable[str] = ("",)) -> int:
        """When the next message to one of these domains may go (epoch ms)."""
        with self._shared.lock:
            return min((self._next_at(now, domain) for domain in domains), default=now)

    def blocking(self, now: int, domain: str = "") -> Limit | None:
        """Which limit makes the next message wait, if one does."""
        if not self._bound:
            return None
        with self._shared.lock:
            ledgers = sorted((self._shared.ledger, self._own), key=lambda one: -one.next_at(now, domain))
            return next((limit for one in ledgers if (limit := one.blocking(now, domain))), None)

    def done(self, ticket: Ticket, at: int) -> None:
        """The message of a ticket is over: its place is free a window later."""
        with self._shared.lock:
            self._shared.ledger.done(ticket.shared, at)
            self._own.done(ticket.own, at)
        self._out.remove(ticket)

    def give_back(self, ticket: Ticket) -> None:
        """The message of a ticket never left."""
        with self._shared.lock:
            self._shared.ledger.give_back(ticket.shared)
            self._own.give_back(ticket.own)
        self._out.remove(ticket)

    def leave(self, now: int) -> None:
        """The run is over; what it had under way after an error may have been counted by the server."""
        for ticket in list(self._out):
            self.done(ticket, now)
        with self._shared.lock:
            self._shared.held.pop(self, None)

    def _next_at(self, now: int, domain: str) -> int:
        at = self._shared.governor.next_at(now)
        if not self._bound:
            return at
        return max(at, self._shared.ledger.next_at(now, domain, delayed=self._delayed), self._own.next_at(now, domain))

    # -- connections

    def connections(self, now: int, open_now: int, *, idle: bool) -> int:
        """How many connections the campaign may use, of which `open_now` are open; a campaign that is idle needs none.

        All campaigns of an account together never open more than the account, and the server lately, allow.
        """
        shared = self._shared
        with shared.lock:
            self.idle = idle or (self._bound and self._own.next_at(now) > now + _LONG)
            budget = shared.governor.connections
            eager = [one for one in shared.held if not one.idle or one is self]
            if len(shared.held) > 1 and self.idle:
                allowed = 0
            else:
                fair = budget // len(eager) + (eager.index(self) < budget % len(eager))
                others = sum(held for one, held in shared.held.items() if one is not self)
                allowed = max(0, min(self.wanted, fair, budget - others))
            shared.held[self] = max(allowed, open_now)
            return allowed

    @property
    def alone(self) -> bool:
        """Say whether no other campaign uses the account now."""
        return len(self._shared.held) <= 1

    # -- what the server teaches

    @property
    def rate(self) -> float:
        """Messages a second the account keeps to because the server asked for it; 0 = none."""
        return self._shared.governor.rate

    @property
    def missing(self) -> int:
        """Connections that are not used because the server refused them; 0 = none."""
        governor = self._shared.governor
        return governor.most - governor.connections

    @property
    def resting_until(self) -> int:
        """When the rest the server asked for ends (epoch ms); 0 = none."""
        return self._shared.governor.resting_until

    @property
    def words(self) -> str:
        """The server's, when it asked last."""
        return self._shared.governor.words

    def accepted(self, now: int) -> None:
        """The server took a message."""
        with self._shared.lock:
            self._shared.governor.accepted(now)

    def slow_down(self, now: int, ticket: Ticket, words: str) -> None:
        """The message of a ticket was refused as too fast."""
        with self._shared.lock:
            self._shared.governor.slow_down(now, ticket.at, words)

    def fewer_connections(self, now: int, open_now: int) -> None:
        """A connection was refused as one too many, while `open_now` of the campaign stood."""
        with self._shared.lock:
            others = sum(held for one, held in self._shared.held.items() if one is not self)
            self._shared.governor.fewer_connections(now, open_now + others)

    def rest(self, until: int, words: str) -> None:
        """The server asked that nothing comes before `until` (epoch ms)."""
        with self._shared.lock:
            self._shared.governor.rest(until, words)


class Ledgers:
    """The accounts of a data folder that are being sent through, filled from what was sent before."""

    def __init__(self, accounts: AccountStore) -> None:
        self._accounts = accounts
        self._lock = threading.Lock()
        self._shared: dict[str, _Account] = {}

    def check(self, account: Account) -> None:
        """Raise InputError where the account's limits were changed while a campaign is being sent through it."""
        shared = self._shared.get(account.id)
        if shared is not None and shared.held and shared.terms != _terms(account):
            raise InputError(
                f"The limits of “{account.name}” were changed while a campaign is being sent through it.",
                remedy="Pause that campaign too, then resume both; from then on the new limits hold.",
                code="limits_changed",
            )

    def of(self, account: Account, pace: Pace, now: int) -> Share:
        """A campaign's share of an account: the account's limits are everybody's, the campaign's its own.

        Raises InputError, see `check`.
        """
        with self._lock:
            self.check(account)
            shared = self._shared.get(account.id)
            wanted = max(1, min(pace.connections or account.connections, most_connections(account.route)))
            if shared is None or not shared.held:
                # What the server taught outlives the run; a person who starts again wants to try at once.
                governor = Governor(0) if shared is None else shared.governor
                governor.wake()
                ledger = self._ledger(account.id, account.limits, account.delay, now)
                self._shared[account.id] = shared = _Account(account, ledger, governor)
            delay = 0.0 if pace.delay < 0 else pace.delay
            share = Share(shared, self._ledger(account.id, pace.limits, delay, now), pace, wanted)
            with shared.lock:
                shared.held[share] = 0
                shared.governor.most = max(account.connections, *(one.wanted for one in shared.held))
            return share

    def note(self, account_id: str, at: int) -> None:
        """Count a message that belongs to no campaign (a test)."""
        self._accounts.note_use(account_id, at)
        shared = self._shared.get(account_id)
        if shared is not None:
            with shared.lock:
                shared.ledger.done(shared.ledger.take(at), at)

    def _ledger(self, account_id: str, texts: Sequence[str], delay: float, now: int) -> Ledger:
        ledger = Ledger([parse_limit(text) for text in dict.fromkeys(texts)], round(1000 * delay))
        if ledger.longest:
            ledger.restore(self._accounts.used(account_id, now - ledger.longest))
        for domain, window in ledger.domains.items():
            ledger.restore(self._accounts.used_for(account_id, domain, now - window), domain)
        return ledger


def _terms(account: Account) -> tuple[object, ...]:
    return account.limits, account.delay, account.connections
