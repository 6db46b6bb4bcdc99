"""Makes what runs a campaign: an engine, or where it has several accounts one for each and a conductor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, Sharer
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.plan_ports import ZonedRows, Zones
from sendoff.core.ports import Clock, Queue, Rows, TransportFactory
from sendoff.core.rulebook import RuleBook
from sendoff.services.accounts import Accounts
from sendoff.services.bus import Bus
from sendoff.services.campaigns import Campaigns
from sendoff.services.sending.company import Company
from sendoff.services.sending.conductor import Chorus, Conductor, Member
from sendoff.services.sending.ending import Ending
from sendoff.services.sending.engine import Engine
from sendoff.services.sending.guards import Guards
from sendoff.services.sending.hours import Hours
from sendoff.services.sending.ledgers import Ledgers
from sendoff.services.sending.pace import Share
from sendoff.services.sending.portion import Portion
from sendoff.services.sending.supply import Supply


class Runner(Protocol):
    """What sends one campaign. `run` blocks; `halt` and `abort` may be called from any thread."""

    def run(self) -> Ending: ...

    def halt(self) -> None: ...

    def abort(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Muster:
    """All that an engine needs and that no campaign has."""

    queue: Queue
    rows: Rows
    ledgers: Ledgers
    accounts: Accounts
    campaigns: Campaigns
    transports: TransportFactory
    rules: RuleBook
    bus: Bus
    clock: Clock
    random: Random
    zoned: ZonedRows
    zones: Zones
    bearable: Callable[[], int]
    """See `guards.BEARABLE`."""

    def accounts_of(self, campaign: Campaign) -> list[tuple[Account, Sharer]]:
        """The accounts a campaign is sent through; of several those that are still there. Raises InputError."""
        if not campaign.sharers:
            return [(self.accounts.get(campaign.account_id), Sharer(account_id=campaign.account_id))]
        known = {one.id: one for one in self.accounts.every()}
        found = [(known[one.account_id], one) for one in campaign.sharers if one.account_id in known]
        if not found:
            raise InputError(
                tr("None of the campaign's accounts exists any more."),
                remedy=tr("Choose another one."),
                code="no_account",
            )
        return found

    def runner(self, campaign: Campaign) -> tuple[Runner, Sequence[Share]]:
        """What sends a campaign, and its shares of its accounts, which are left when it is over. Raises InputError."""
        members, now = self.accounts_of(campaign), self.clock.now()
        portion = Portion(campaign, self.rows)
        if len(members) == 1:
            account, sharer = members[0]
            share = self.ledgers.of(account, campaign, now)
            return self._engine(campaign, account, sharer, share, self.bus, portion), [share]
        accounts = [account for account, _ in members]
        company = Company([sharer.weight for _, sharer in members])
        own = self.ledgers.own(accounts, campaign.pace, now)
        chorus = Chorus(campaign.id, accounts, self.bus)
        made, shares = list[Member](), list[Share]()
        for (account, sharer), seat in zip(members, company.seats, strict=True):
            share = self.ledgers.of(account, campaign, now, own=own, seat=seat)
            shares.append(share)
            engine = self._engine(campaign, account, sharer, share, chorus.voice(account), portion)
            made.append(Member(account, engine, seat))
        return Conductor(made, chorus), shares

    def _engine(
        self, campaign: Campaign, account: Account, sharer: Sharer, share: Share, bus: Bus, portion: Portion
    ) -> Engine:
        token = self.queue.enlist(campaign.id, account, self.clock.now())
        hours = Hours(campaign, self.zoned, self.zones, token)
        return Engine(
            campaign=campaign,
            account=account,
            queue=self.queue,
            rows=self.rows,
            share=share,
            rules=self.rules,
            transports=lambda: self.transports(account, lambda: self.accounts.secret(account)),
            compose=self.campaigns.compose_with(campaign, sharer if campaign.sharers else None),
            bus=bus,
            clock=self.clock,
            random=self.random,
            supply=Supply(self.queue, campaign.id, token, share, portion, hours),
            token=token,
            guards=Guards(self.rows.counts(campaign.id), self.bearable()),
        )
