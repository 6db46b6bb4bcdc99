"""The accounts that are being sent through: who sends gets a share of one, a test message a place before all."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sendoff.core.account import Account
from sendoff.core.account_check import most_connections
from sendoff.core.campaign import Campaign, Pace, Priority
from sendoff.core.errors import ConnectError, InputError
from sendoff.core.governor import Governor
from sendoff.core.language import tr
from sendoff.core.limits import Ledger, latest, parse_limit
from sendoff.core.ports import AccountStore, Clock
from sendoff.core.wording import limit_text
from sendoff.services.sending.company import Seat
from sendoff.services.sending.pace import POLITE, WANTED, Own, Share, Shared, terms

_VISIT = 10.0
"""Seconds a test message waits for a connection and for its place among the limits."""


class Ledgers:
    """The accounts of a data folder that are being sent through, filled from what was sent before."""

    def __init__(self, accounts: AccountStore) -> None:
        self._accounts = accounts
        self._lock = threading.Lock()
        self._shared: dict[str, Shared] = {}

    def check(self, account: Account) -> None:
        """Raise InputError where the account's limits were changed while a campaign is being sent through it."""
        shared = self._shared.get(account.id)
        if shared is not None and shared.held and shared.terms != terms(account):
            raise InputError(
                tr("The limits of “{name}” were changed while a campaign is being sent through it.", name=account.name),
                remedy=tr("Pause that campaign too, then resume both; from then on the new limits hold."),
                code="limits_changed",
            )

    def own(self, accounts: Sequence[Account], pace: Pace, now: int) -> Own:
        """A campaign's own limits, filled with what its accounts sent before."""
        delay = 0.0 if pace.delay < 0 else pace.delay
        return Own(self._ledger([one.id for one in accounts], pace.limits, delay, now))

    def of(
        self, account: Account, campaign: Campaign, now: int, *, own: Own | None = None, seat: Seat | None = None
    ) -> Share:
        """A campaign's share of an account: the account's limits are everybody's, the campaign's its own.

        `own` and `seat` are for one of several accounts of a campaign. Raises InputError, see `check`.
        """
        pace = campaign.pace
        with self._lock:
            self.check(account)
            shared = self._shared.get(account.id)
            wanted = max(1, min(pace.connections or account.connections, most_connections(account.route)))
            if shared is None or not (shared.held or shared.visits):
                # What the server taught outlives the run; a person who starts again wants to try at once.
                governor = Governor(0) if shared is None else shared.governor
                governor.wake()
                self._shared[account.id] = shared = self._opened(account, governor, now)
            share = Share(shared, own or self.own([account], pace, now), campaign, wanted, seat)
            with shared.lock:
                shared.held[share] = 0
                shared.governor.most = max(account.connections, *(one.wanted for one in shared.held))
            return share

    def put_first(self, campaign_id: str, priority: Priority) -> None:
        """A campaign that is being sent gets another priority."""
        for shared in list(self._shared.values()):
            with shared.lock:
                for share in shared.held:
                    if share.campaign_id == campaign_id:
                        share.rank = priority.rank

    @contextmanager
    def visit(self, account: Account, clock: Clock) -> Iterator[None]:
        """Make room for a test message: a connection before all campaigns, and a place that counts like any other.

        Waits for both for seconds. Raises InputError where a limit lets nothing go for longer.
        """
        with self._lock:
            shared = self._shared.get(account.id)
            if shared is None or not (shared.held or shared.visits):
                governor = Governor(account.connections) if shared is None else shared.governor
                self._shared[account.id] = shared = self._opened(account, governor, clock.now())
            visit = object()
            with shared.lock:
                shared.visits.append(visit)
        try:
            self._wait_for_connection(shared, visit, clock)
            ticket = self._visitors_ticket(shared, account, clock)
            try:
                yield
            except ConnectError:
                with shared.lock:
                    shared.ledger.give_back(ticket)  # no message was involved
                raise
            except BaseException:
                self._count(shared, account, ticket, clock.now())
                raise
            self._count(shared, account, ticket, clock.now())
        finally:
            with shared.lock:
                shared.visits.remove(visit)

    def _count(self, shared: Shared, account: Account, ticket: int, now: int) -> None:
        self._accounts.note_use(account.id, now)
        with shared.lock:
            shared.ledger.done(ticket, latest(now))

    @staticmethod
    def _wait_for_connection(shared: Shared, visit: object, clock: Clock) -> None:
        """Return when the campaigns have left a connection, or will not in time: then the server decides."""
        until = clock.monotonic() + _VISIT
        while clock.monotonic() < until:
            with shared.lock:
                before = shared.visits.index(visit)
                if sum(shared.held.values()) + before < max(1, shared.governor.connections):
                    return
            time.sleep(POLITE / 1000)

    @staticmethod
    def _visitors_ticket(shared: Shared, account: Account, clock: Clock) -> int:
        until = clock.monotonic() + _VISIT
        while True:
            now = clock.now()
            with shared.lock:
                at = shared.ledger.next_at(now)
                if at <= now:
                    shared.visitor_asked = -WANTED
                    return shared.ledger.take(now)
                limit = shared.ledger.blocking(now)
                shared.visitor_asked = now
            if (limit and at > now + 1000 * _VISIT) or clock.monotonic() > until:
                raise InputError(
                    tr("“{name}” has used up its limit of {text}.", name=account.name, text=limit_text(limit.text))
                    if limit
                    else tr("“{name}” has no room for a test now.", name=account.name),
                    remedy=tr("Try again later: a test counts like every message."),
                    code="limit_used",
                )
            time.sleep(min(POLITE, at - now) / 1000)

    def _opened(self, account: Account, governor: Governor, now: int) -> Shared:
        return Shared(account, self._ledger([account.id], account.limits, account.delay, now), governor)

    def _ledger(self, account_ids: Sequence[str], texts: Sequence[str], delay: float, now: int) -> Ledger:
        ledger = Ledger([parse_limit(text) for text in dict.fromkeys(texts)], round(1000 * delay))
        if ledger.longest:
            since = now - ledger.longest
            ledger.restore(sorted(latest(at) for one in account_ids for at in self._accounts.used(one, since)))
        for domain, window in ledger.domains.items():
            used = (latest(at) for one in account_ids for at in self._accounts.used_for(one, domain, now - window))
            ledger.restore(sorted(used), domain)
        return ledger
