"""Limits that hold: one ledger and one governor an account, shared by every campaign that is sent through it.

Of campaigns of one account the one with the higher priority goes first, and a test message before all of them.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import NamedTuple

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign
from sendoff.core.governor import Governor
from sendoff.core.language import phrase, quoted, tr
from sendoff.core.limits import Ledger, Limit
from sendoff.services.sending.company import Seat

_LONG = 5_000
"""Milliseconds: a campaign that waits longer for its own limit leaves its connections to others."""
POLITE = 50
"""Milliseconds by which whoever comes later in line lets a free place pass."""
WANTED = 1_000
"""Milliseconds for which it counts that somebody asked for a place in vain."""
A_TEST = phrase("a test message")


class Ticket(NamedTuple):
    """A message's place in the account's ledger and in its campaign's own, and when it was taken."""

    shared: int
    own: int
    at: int


class Shared:
    """What the campaigns of one account have in common; `lock` guards all of it."""

    def __init__(self, account: Account, ledger: Ledger, governor: Governor) -> None:
        self.terms = terms(account)
        self.ledger = ledger
        self.governor = governor
        self.lock = threading.Lock()
        self.held: dict[Share, int] = {}
        """Connections each campaign may have open, in the order in which they came."""
        self.visits: list[object] = []
        """Test messages that wait for a connection or have one, in the order in which they came."""
        self.visitor_asked = -WANTED

    def first(self, rank: int, now: int) -> str:
        """Who asked in vain for a place just now and comes before `rank`; empty = nobody."""
        if now - self.visitor_asked < WANTED:
            return tr(A_TEST)
        if len(self.held) < 2:  # noqa: PLR2004 -- nobody but who asks
            return ""
        before = (one for one in self.held if one.rank < rank and now - one.asked < WANTED)
        return next((one.name for one in before), "")


class Own:
    """A campaign's own limits, one ledger for all the accounts it is sent through."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.lock = threading.Lock()


class Share:
    """One campaign's share of an account: its coordinator asks here before each message and tells what came of it."""

    def __init__(self, shared: Shared, own: Own, campaign: Campaign, wanted: int, seat: Seat | None) -> None:
        self.wanted = wanted
        """Connections the campaign would use if it were alone."""
        self.campaign_id = campaign.id
        self.name = quoted(campaign.name)
        self.rank = campaign.priority.rank
        self.asked = -WANTED
        """When it last asked in vain for a place that all campaigns of the account share (epoch ms)."""
        self._before = self._crowded_by = ""
        self.seat = seat
        """Its place among several accounts of the campaign; None = there is one account."""
        self._shared = shared
        self._own = own
        self._bound = not campaign.pace.no_limits
        self._delayed = campaign.pace.delay < 0
        self._limited = frozenset((*shared.ledger.domains, *own.ledger.domains))
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
            with self._own.lock:
                if self._own_next(now, domain) > now:
                    return None  # another account took the campaign's last place
                own = self._own.ledger.take(now, domain)
            ticket = Ticket(shared.ledger.take(now, domain), own, now)
            shared.governor.take(now)
            if self.seat:
                self.seat.take(now)
        self._out.add(ticket)
        return ticket

    def free(self, now: int, domain: str) -> bool:
        """Say whether the domain itself lets a message go now; what holds for all is not asked."""
        return domain not in self._limited or self.next_at(now, (domain,)) <= now

    def next_at(self, now: int, domains: Iterable[str] = ("",)) -> int:
        """When the next message to one of these domains may go (epoch ms)."""
        with self._shared.lock:
            return min([self._next_at(now, domain) for domain in domains], default=now)

    def blocking(self, now: int, domain: str = "") -> Limit | None:
        """Which limit makes the next message wait, if one does."""
        if not self._bound:
            return None
        with self._shared.lock, self._own.lock:
            ledgers = sorted((self._shared.ledger, self._own.ledger), key=lambda one: -one.next_at(now, domain))
            return next((limit for one in ledgers if (limit := one.blocking(now, domain))), None)

    def done(self, ticket: Ticket, at: int) -> None:
        """The message of a ticket is over: its place is free a window later."""
        with self._shared.lock, self._own.lock:
            self._shared.ledger.done(ticket.shared, at)
            self._own.ledger.done(ticket.own, at)
        if self.seat:
            self.seat.done(at)
        self._out.remove(ticket)

    def give_back(self, ticket: Ticket) -> None:
        """The message of a ticket never left."""
        with self._shared.lock, self._own.lock:
            self._shared.ledger.give_back(ticket.shared)
            self._own.ledger.give_back(ticket.own)
        if self.seat:
            self.seat.give_back()
        self._out.remove(ticket)

    def leave(self, now: int) -> None:
        """The run is over; what it had under way after an error may have been counted by the server."""
        for ticket in list(self._out):
            self.done(ticket, now)
        with self._shared.lock:
            self._shared.held.pop(self, None)

    def _next_at(self, now: int, domain: str) -> int:
        """Everybody's places, then who is before us, then the campaign's own limits and its other accounts."""
        shared = self._shared
        at = shared.governor.next_at(now)
        if self._bound:
            at = max(at, shared.ledger.next_at(now, domain, delayed=self._delayed))
        if not domain or domain not in self._limited:
            self.asked = now if at > now else -WANTED
        self._before = shared.first(self.rank, now)
        if self._before:
            at = max(at, now) + POLITE
        with self._own.lock:
            at = max(at, self._own_next(now, domain))
        return self.seat.next_at(now, at) if self.seat else at

    def _own_next(self, now: int, domain: str) -> int:
        return self._own.ledger.next_at(now, domain) if self._bound else now

    # -- connections

    def connections(self, now: int, open_now: int, *, idle: bool) -> int:
        """How many connections the campaign may use, of which `open_now` are open; a campaign that is idle needs none.

        All campaigns of an account together never open more than the account, and the server lately, allow.
        """
        shared = self._shared
        with shared.lock:
            with self._own.lock:
                self.idle = idle or self._own_next(now, "") > now + _LONG
            if self.seat:
                self.seat.idle = self.idle
            if len(shared.held) > 1 and self.idle:
                allowed = 0
            else:
                others = sum(held for one, held in shared.held.items() if one is not self)
                budget = shared.governor.connections - len(shared.visits)
                allowed = max(0, min(self.wanted, self._fair(budget), budget - others))
            shared.held[self] = max(allowed, open_now)
            self._crowded_by = "" if allowed else tr(A_TEST) if shared.visits else self._taker()
            return allowed

    def _fair(self, budget: int) -> int:
        """What of the account's connections is ours: those of a higher priority come first, equals share evenly."""
        eager = [one for one in self._shared.held if not one.idle or one is self]
        for rank in sorted({one.rank for one in eager}):
            equals = [one for one in eager if one.rank == rank]
            part, rest = divmod(max(0, budget), len(equals))
            if rank == self.rank:
                return part + (equals.index(self) < rest)
            budget -= sum(min(one.wanted, part + (place < rest)) for place, one in enumerate(equals))
        return 0

    def _taker(self) -> str:
        return next((one.name for one in self._shared.held if one.rank < self.rank and not one.idle), "")

    @property
    def behind(self) -> str:
        """Who goes first, as it stands in a sentence; empty = nobody."""
        return self._crowded_by or self._before

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


def terms(account: Account) -> tuple[object, ...]:
    """What may not change while a campaign is sent through the account."""
    return account.limits, account.delay, account.connections
