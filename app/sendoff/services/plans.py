"""Plans: when a campaign's messages go, from what its account allows and what already counts against that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, tzinfo

from sendoff.core.account import Account
from sendoff.core.campaign import Campaign
from sendoff.core.limits import Limit, Room, parse_limit, room
from sendoff.core.plan import Ahead, Plan, latest, plan
from sendoff.core.plan_ports import WaitingRows, ZonedRows, Zones
from sendoff.core.plan_sharing import divided, together
from sendoff.core.ports import AccountStore, Clock

_LONG = 3_600
"""Seconds of a window from which on it matters what is left of it."""


class Plans:
    """Reads what a plan needs, and has it reckoned. It changes nothing."""

    def __init__(
        self, *, accounts: AccountStore, rows: WaitingRows, clock: Clock, zoned: ZonedRows, zones: Zones
    ) -> None:
        self._accounts = accounts
        self._rows = rows
        self._clock = clock
        self._zoned = zoned
        self._zones = zones

    def with_accounts_of(self, other: Plans) -> Plans:
        """The same for campaigns kept here, sent through the accounts of another data folder."""
        return Plans(accounts=other._accounts, rows=self._rows, clock=self._clock, zoned=self._zoned, zones=self._zones)

    def of(
        self, campaign: Campaign, account: Account | None = None, *, per_second: float = 0.0, start: int = 0
    ) -> Plan | None:
        """The plan for whoever still waits; None without an account. Blocks.

        `per_second` is the rate measured while nothing was waited for (0 = not known), `start` the moment before
        which nothing leaves (epoch ms).
        """
        if len(campaign.account_ids) > 1:
            return self._together(campaign, per_second, start)
        account = account or self._accounts.get(campaign.account_id)
        if account is None:
            return None
        counts = self._rows.counts(campaign.id)
        return self._through(campaign, account, counts["queued"] + counts["deferred"], per_second, start)

    def later(self, campaign: Campaign) -> Sequence[tuple[int, int]]:
        """When who was deferred is tried again, by the minute: (epoch ms, how many), the next first. Blocks."""
        return self._rows.deferrals(campaign.id)

    def rooms(self, campaign: Campaign) -> dict[str, list[Room]]:
        """What is left of each account's limits by the hour or more, for all recipients. Blocks."""
        found, now = dict[str, list[Room]](), self._clock.now()
        for account in filter(None, map(self._accounts.get, campaign.account_ids)):
            limits = [one for one in limits_of(campaign, account) if one.seconds >= _LONG and not one.domain]
            used = self._used(account.id, limits, now)
            found[account.id] = [room(one, used, now) for one in limits]
        return found

    def _together(self, campaign: Campaign, per_second: float, start: int) -> Plan | None:
        """Several accounts, each of which takes what it can until all is sent."""
        known = [one for each in campaign.account_ids if (one := self._accounts.get(each)) is not None]
        if not known:
            return None
        counts, rate = self._rows.counts(campaign.id), per_second / len(known)
        messages = counts["queued"] + counts["deferred"]
        parts = divided(messages, [self._through(campaign, one, messages, rate, start) for one in known])
        ways = zip(known, parts, strict=True)
        each = [self._through(campaign, one, part, rate, start) for one, part in ways if part]
        return together(each) if each else self._through(campaign, known[0], 0, rate, start)

    def _through(self, campaign: Campaign, account: Account, messages: int, per_second: float, start: int) -> Plan:
        counts, now = self._rows.counts(campaign.id), self._clock.now()
        pace, limits = campaign.pace, limits_of(campaign, account)
        ahead = Ahead(
            messages=messages,
            limits=limits,
            used=self._used(account.id, [one for one in limits if not one.domain], now),
            delay=0.0 if pace.no_limits else account.delay if pace.delay < 0 else pace.delay,
            per_second=per_second,
            start=max(start, campaign.scheduled_at),
            hours=pace.hours,
            zones=self._clocks(campaign, messages),
        )
        domains = dict.fromkeys(one.domain for one in limits if one.domain)
        apart = [plan(self._to(campaign, account, domain, ahead, now), now) for domain in domains]
        whole = latest([plan(ahead, now), *apart])
        handed = counts["accepted"] + counts["failed"] + counts["in_doubt"]
        return replace(whole, first=pace.first - handed) if handed < pace.first < handed + ahead.messages else whole

    def _to(self, campaign: Campaign, account: Account, domain: str, ahead: Ahead, now: int) -> Ahead:
        """The recipients of one domain, against the limits of that domain."""
        own = [replace(one, domain="") for one in ahead.limits if one.domain == domain]
        since = now - max(one.window for one in own)
        return replace(
            ahead,
            messages=self._rows.waiting_for(campaign.id, domain),
            zones=ahead.zones[:1] and ((ahead.zones[0][0], self._rows.waiting_for(campaign.id, domain)),),
            limits=tuple(own),
            used=self._accounts.used_for(account.id, domain, since),
        )

    def _clocks(self, campaign: Campaign, messages: int) -> tuple[tuple[tzinfo, int], ...]:
        """By whose clocks the hours go, and how many of so many recipients have each."""
        hours = campaign.pace.hours
        if hours is None:
            return ()
        senders = self._zones(hours.zone) or UTC
        if hours.column not in campaign.fields:
            return ((senders, messages),)
        named = self._zoned.waiting(campaign.id, campaign.fields.index(hours.column))
        clocks: dict[tzinfo, int] = {}
        for name, number in named.items():
            zone = (self._zones(name) if name else None) or senders
            clocks[zone] = clocks.get(zone, 0) + number
        total, found = sum(clocks.values()), list[tuple[tzinfo, int]]()
        for zone, number in clocks.items():  # of several accounts each sends a part of everybody
            found.append((zone, round(messages * number / total)))
            messages, total = messages - found[-1][1], total - number
        return tuple(found)

    def _used(self, account_id: str, limits: list[Limit], now: int) -> list[int]:
        longest = max((one.memory for one in limits), default=0)
        return list(self._accounts.used(account_id, now - longest)) if longest else []


def limits_of(campaign: Campaign, account: Account) -> tuple[Limit, ...]:
    """The limits that hold for a campaign: the account's and its own."""
    if campaign.pace.no_limits:
        return ()
    return tuple(parse_limit(text) for text in dict.fromkeys((*account.limits, *campaign.pace.limits)))
