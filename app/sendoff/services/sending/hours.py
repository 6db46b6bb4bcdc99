"""The sending hours of one run: which rows may go now, and when that changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, tzinfo
from itertools import islice

from sendoff.core.campaign import Campaign
from sendoff.core.delivery import Delivery
from sendoff.core.errors import InputError
from sendoff.core.hours import SendingHours
from sendoff.core.language import tr
from sendoff.core.plan_ports import SENDERS, ZonedRows, Zones
from sendoff.core.ports import RowReader
from sendoff.services.paging import lines

_LOOKED_AT = 200
"""Rows that tell whether a column holds time zones."""


def check_hours(campaign: Campaign, zones: Zones) -> None:
    """Raise InputError where the hours go by a zone or a column that does not exist."""
    hours = campaign.pace.hours
    if hours is None:
        return
    if zones(hours.zone) is None:
        raise InputError(
            tr("There is no time zone “{zone}”.", zone=hours.zone),
            remedy=tr("Write it like Europe/Vienna."),
            code="unknown_zone",
        )
    if hours.column and hours.column not in campaign.fields:
        raise InputError(
            tr("The list has no column “{column}” for the time zone.", column=hours.column),
            remedy=tr("Its columns are: {fields}.", fields=", ".join(campaign.fields))
            if campaign.fields
            else tr("Choose a list first."),
            code="zone_column",
        )


def zone_columns(campaign: Campaign, rows: RowReader, zones: Zones) -> tuple[str, ...]:
    """The fields that name time zones in most of the first rows that have something there."""
    first = list(islice(lines(rows, campaign), _LOOKED_AT))
    found = []
    for name in campaign.fields:
        values = [value for line in first if (value := line.fields.get(name, "").strip())]
        if values and 2 * sum(zones(value) is not None for value in values) > len(values):
            found.append(name)
    return tuple(found)


def lay_zones(campaign: Campaign, rows: ZonedRows, zones: Zones) -> None:
    """Write each recipient's zone beside the row, where the hours go by a column."""
    hours = campaign.pace.hours
    if hours is None or not hours.column:
        return

    def known(name: str) -> str:
        found = zones(name) if name else None
        return str(found) if found is not None else ""

    rows.lay(campaign.id, campaign.fields.index(hours.column), known)


class Hours:
    """Used by the coordinator's thread; times in epoch milliseconds."""

    def __init__(self, campaign: Campaign, rows: ZonedRows, zones: Zones, token: str) -> None:
        hours = campaign.pace.hours
        self._hours = hours if hours is not None and not hours.always else None
        self._campaign_id = campaign.id
        self._rows = rows
        self._token = token
        self._clocks = _clocks(self._hours, campaign, rows, zones)
        self._open: frozenset[str] = frozenset(self._clocks)
        self._since = self._until = 0
        self.shut = False
        """What is due next is due because hours open then."""

    def open_zones(self, now: int) -> frozenset[str]:
        """The zones whose rows may go now."""
        hours = self._hours
        if hours is not None and not self._since <= now < self._until:
            self._open = frozenset(key for key, zone in self._clocks.items() if hours.open_at(now, zone))
            self._since = now
            self._until = min(hours.changes_after(now, zone) for zone in self._clocks.values())
        return self._open

    def claimable(self, now: int) -> Sequence[str] | None:
        """The zones to claim rows of; None = all rows, there are no zones beside them."""
        return sorted(self.open_zones(now)) if self._hours is not None and self._hours.column else None

    def due(self, now: int, deferred: int | None) -> int | None:
        """When there is something to claim: the next deferred row is due, or the hours open for one that waits."""
        self.shut = False
        hours, open_now = self._hours, self.open_zones(now)
        closed = [zone for key, zone in self._clocks.items() if key not in open_now]
        if hours is None or not closed:
            return deferred
        opens = min(hours.next_open(now, zone) for zone in closed)
        held = self._rows.holds(self._campaign_id)
        times = [opens] if held or (deferred is not None and not open_now) else []
        times += [deferred] if deferred is not None and open_now else []
        self.shut = bool(times) and min(times) == opens
        return min(times, default=None)

    def give_back(self, rows: Sequence[Delivery], now: int) -> None:
        """Queue claimed rows again whose hours have closed."""
        self._rows.give_back(self._campaign_id, self._token, [row.id for row in rows], now)


def _clocks(hours: SendingHours | None, campaign: Campaign, rows: ZonedRows, zones: Zones) -> Mapping[str, tzinfo]:
    """By whose clocks the hours go."""
    if hours is None:
        return {"": UTC}
    senders = zones(hours.zone) or UTC
    if not hours.column:
        return {"": senders}
    return {key: (zones(key) if key != SENDERS else None) or senders for key in rows.keys(campaign.id)} or {
        SENDERS: senders
    }
