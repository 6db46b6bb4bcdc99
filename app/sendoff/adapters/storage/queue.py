"""The durable queue: `core.ports.Queue` on the delivery table.

Every change of state is a compare-and-set (state and token must match), leaves a row in `delivery_event` and moves
the campaign's figures, all in one transaction.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import bindparam, func, literal, select

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import account_use, campaign, campaign_count, delivery, delivery_event, suppression
from sendoff.adapters.storage.statements import Cursor, run, run_many
from sendoff.adapters.storage.tempo import count_minutes
from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import Delivery, Move, State

LOOK_AHEAD = 500
"""Rows among which a claim mixes recipient domains: enough for lists sorted by domain, and a constant cost."""

_d = delivery.c
_campaign_runs = (
    select(literal(1))
    .where(campaign.c.id == bindparam("campaign"), campaign.c.state == literal(CampaignState.RUNNING.value))
    .correlate(None)
    .exists()
)
_is_suppressed = (
    select(literal(1)).where(suppression.c.key.in_([_d.address_key, _d.domain_key])).correlate(delivery).exists()
)


def _pick(state: State, order: sa.ColumnElement[Any], *extra: sa.ColumnElement[bool]) -> sa.Select[Any]:
    # The literal lets SQLite see that the partial index fits.
    state_is = _d.state == sa.literal_column(f"'{state.value}'")
    chosen = select(_d.id).where(_d.campaign_id == bindparam("campaign"), state_is, *extra)
    return chosen.order_by(order).limit(bindparam("count"))


_WAKE = (
    delivery.update()
    .where(_d.id.in_(_pick(State.DEFERRED, _d.due_at, _d.due_at <= bindparam("now"))))
    .values(state=State.QUEUED.value, updated_at=bindparam("now"))
    .returning(_d.id, _d.attempts)
)


def _mixed() -> sa.Select[Any]:
    """Rows for a claim: of the next `LOOK_AHEAD` in the list, the first of each domain, then the second, and so on."""
    ahead = (
        select(_d.id, _d.domain_key)
        .where(_d.campaign_id == bindparam("campaign"), _d.state == sa.literal_column(f"'{State.QUEUED.value}'"))
        .order_by(_d.id)
        .limit(bindparam("ahead"))
        .subquery()
    )
    turn = func.row_number().over(partition_by=ahead.c.domain_key, order_by=ahead.c.id)
    turned = select(ahead.c.id, turn.label("turn")).subquery()
    return select(turned.c.id).order_by(turned.c.turn, turned.c.id).limit(bindparam("count"))


_CLAIM = (
    delivery.update()
    .where(_d.id.in_(_mixed()), _campaign_runs)
    .values(state=State.CLAIMED.value, token=bindparam("mark"), updated_at=bindparam("now"))
    .returning(_d.id, _d.position, _d.address, _d.name, _d.fields, _d.attempts, _is_suppressed)
)
_MOVE = (
    delivery.update()
    .where(_d.id == bindparam("row"), _d.state == bindparam("old"), _d.token == bindparam("mark"))
    .values(
        {
            name: bindparam(f"to_{name}")
            for name in ("state", "attempts", "due_at", "code", "enhanced", "text", "reason", "updated_at")
        }
    )
)
_INTENT = _MOVE.where(_campaign_runs, ~_is_suppressed)
_RELEASE = (
    delivery.update()
    .where(
        _d.campaign_id == bindparam("campaign"),
        _d.state == sa.literal_column(f"'{State.CLAIMED.value}'"),
        _d.token == bindparam("mark"),
    )
    .values(state=State.QUEUED.value, token="", updated_at=bindparam("now"))
    .returning(_d.id, _d.attempts)
)
_RECOVER = (
    delivery.update()
    .where(_d.state == bindparam("old"), _d.campaign_id == bindparam("campaign"))
    .values(state=bindparam("new"), reason=bindparam("why"), updated_at=bindparam("now"))
    .returning(_d.id, _d.attempts)
)
_EVENT = delivery_event.insert().values(
    {column.name: bindparam(column.name) for column in delivery_event.c if column.name != "id"}
)
_COUNT = (
    campaign_count.update()
    .where(campaign_count.c.campaign_id == bindparam("campaign"), campaign_count.c.state == bindparam("kind"))
    .values(n=campaign_count.c.n + bindparam("change"))
)
_NEW_COUNT = campaign_count.insert().values(
    campaign_id=bindparam("campaign"), state=bindparam("kind"), n=bindparam("change")
)
_USE = account_use.insert().values(account_id=bindparam("account_id"), at=bindparam("at"))
_NEXT_DUE = select(func.min(_d.due_at)).where(
    _d.campaign_id == bindparam("campaign"), _d.state == sa.literal_column(f"'{State.DEFERRED.value}'")
)
_FIELDS = select(campaign.c.fields, campaign.c.account_id).where(campaign.c.id == bindparam("campaign"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One move as it is written down."""

    row: int
    old: State
    new: State
    at: int
    attempt: int = 0
    code: int = 0
    enhanced: str = ""
    text: str = ""
    reason: str = ""
    connection: int = 0

    def values(self) -> dict[str, Any]:
        """The row of `delivery_event`."""
        return {
            "delivery_id": self.row,
            "at": self.at,
            "from_state": self.old.value,
            "to_state": self.new.value,
            "attempt": self.attempt,
            "code": self.code,
            "enhanced": self.enhanced,
            "text": self.text,
            "reason": self.reason,
            "connection": self.connection,
        }


class DeliveryQueue:
    """The queue of one data folder. Implements `core.ports.Queue`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._heads: dict[str, tuple[tuple[str, ...], str]] = {}

    def claim(self, campaign_id: str, token: str, limit: int, now: int) -> Sequence[Delivery]:
        while True:
            claimed, met = self._claim_some(campaign_id, token, limit, now)
            # Where everybody met was on the blocked list, others may wait behind them.
            if claimed or not met:
                return claimed

    def _claim_some(self, campaign_id: str, token: str, limit: int, now: int) -> tuple[Sequence[Delivery], int]:
        """Claim rows and end the suppressed among them; also says how many rows were met."""
        fields, _ = self._head(campaign_id)
        events: list[Event] = []
        claimed: list[Delivery] = []
        ahead = max(limit, LOOK_AHEAD)
        values = {"campaign": campaign_id, "count": limit, "ahead": ahead, "now": now, "mark": token}
        with self._database.committing() as cursor:
            dialect = self._database.dialect
            run(dialect, cursor, _WAKE, values)
            events += [
                Event(row=row, old=State.DEFERRED, new=State.QUEUED, at=now, attempt=attempt)
                for row, attempt in cursor.fetchall()
            ]
            run(dialect, cursor, _CLAIM, values)
            # RETURNING promises no order; the list's order is what people expect to see sent.
            rows = sorted(cursor.fetchall())
            for row, position, address, name, data, attempts, blocked in rows:
                events.append(Event(row=row, old=State.QUEUED, new=State.CLAIMED, at=now, attempt=attempts))
                if blocked:
                    events.append(self._suppress(dialect, cursor, row, token, attempts, now))
                    continue
                claimed.append(
                    Delivery(
                        id=row,
                        campaign_id=campaign_id,
                        position=position,
                        address=address,
                        name=name,
                        fields=dict(zip(fields, json.loads(data), strict=False)),
                        state=State.CLAIMED,
                        attempts=attempts,
                    )
                )
            write_events(dialect, cursor, campaign_id, events)
        return claimed, len(rows)

    @staticmethod
    def _suppress(dialect: sa.Dialect, cursor: Cursor, row: int, token: str, attempts: int, now: int) -> Event:
        move = Move(
            delivery_id=row,
            token=token,
            old=State.CLAIMED,
            new=State.SUPPRESSED,
            at=now,
            attempts=attempts,
            reason="suppressed",
        )
        run(dialect, cursor, _MOVE, _move_values(move))
        return _event_of(move)

    def record(self, campaign_id: str, moves: Sequence[Move]) -> Sequence[bool]:
        _, account_id = self._head(campaign_id)
        granted: list[bool] = []
        with self._database.committing() as cursor:
            dialect = self._database.dialect
            for move in moves:
                values = _move_values(move)
                if move.new is State.SENDING:
                    run(dialect, cursor, _INTENT, {**values, "campaign": campaign_id})
                else:
                    run(dialect, cursor, _MOVE, values)
                granted.append(cursor.rowcount == 1)
            made = [move for move, took in zip(moves, granted, strict=True) if took]
            # What counts against the account's limits is what reached the last byte, at the time it was over.
            used = [{"account_id": account_id, "at": move.at} for move in made if move.old is State.SENDING]
            if used:
                run_many(dialect, cursor, _USE, used)
            write_events(dialect, cursor, campaign_id, [_event_of(move) for move in made])
        return granted

    def release(self, campaign_id: str, token: str, now: int) -> int:
        with self._database.committing() as cursor:
            dialect = self._database.dialect
            run(dialect, cursor, _RELEASE, {"campaign": campaign_id, "mark": token, "now": now})
            rows = cursor.fetchall()
            write_events(
                dialect,
                cursor,
                campaign_id,
                [
                    Event(row=row, old=State.CLAIMED, new=State.QUEUED, at=now, attempt=attempt, reason="released")
                    for row, attempt in rows
                ],
            )
        return len(rows)

    def next_due(self, campaign_id: str) -> int | None:
        with self._database.reading() as connection:
            due = connection.execute(_NEXT_DUE, {"campaign": campaign_id}).scalar()
        return None if due is None else int(due)

    def recover(self, campaign_id: str, now: int) -> tuple[int, int]:
        """After a crash: what was being sent is in doubt, what was only claimed is queued again.

        Returns how many of each. The doubtful count against the account's limits as if sent now.
        """
        _, account_id = self._head(campaign_id)
        numbers = []
        with self._database.committing() as cursor:
            dialect = self._database.dialect
            for old, new in ((State.SENDING, State.IN_DOUBT), (State.CLAIMED, State.QUEUED)):
                values = {"old": old.value, "new": new.value, "campaign": campaign_id, "why": "interrupted", "now": now}
                run(dialect, cursor, _RECOVER, values)
                rows = cursor.fetchall()
                events = [
                    Event(row=row, old=old, new=new, at=now, attempt=attempt, reason="interrupted")
                    for row, attempt in rows
                ]
                write_events(dialect, cursor, campaign_id, events)
                numbers.append(len(rows))
            if numbers[0]:
                run_many(dialect, cursor, _USE, [{"account_id": account_id, "at": now}] * numbers[0])
        return numbers[0], numbers[1]

    def _head(self, campaign_id: str) -> tuple[tuple[str, ...], str]:
        """Field names and account of a campaign; both are frozen from its start."""
        if campaign_id not in self._heads:
            with self._database.reading() as connection:
                row = connection.execute(_FIELDS, {"campaign": campaign_id}).one()
            self._heads[campaign_id] = (tuple(json.loads(row.fields)), row.account_id)
        return self._heads[campaign_id]

    def forget(self, campaign_id: str) -> None:
        """Read the campaign's fields and account anew at the next use: it was a draft until now."""
        self._heads.pop(campaign_id, None)


def _move_values(move: Move) -> Mapping[str, Any]:
    return {
        "row": move.delivery_id,
        "old": move.old.value,
        "mark": move.token,
        "to_state": move.new.value,
        "to_attempts": move.attempts,
        "to_due_at": move.due_at,
        "to_code": move.code,
        "to_enhanced": move.enhanced,
        "to_text": move.text,
        "to_reason": move.reason,
        "to_updated_at": move.at,
    }


def _event_of(move: Move) -> Event:
    return Event(
        row=move.delivery_id,
        old=move.old,
        new=move.new,
        at=move.at,
        attempt=move.attempts,
        code=move.code,
        enhanced=move.enhanced,
        text=move.text,
        reason=move.reason,
        connection=move.connection,
    )


def write_events(dialect: sa.Dialect, cursor: Cursor, campaign_id: str, events: Sequence[Event]) -> None:
    """Append the events and move the campaign's figures by what they say."""
    if not events:
        return
    run_many(dialect, cursor, _EVENT, [event.values() for event in events])
    change: Counter[str] = Counter()
    for event in events:
        change[event.old.value] -= 1
        change[event.new.value] += 1
    for kind, number in change.items():
        if number:
            add_count(dialect, cursor, campaign_id, kind, number)
    count_minutes(dialect, cursor, campaign_id, ((event.at, event.new) for event in events))


def add_count(dialect: sa.Dialect, cursor: Cursor, campaign_id: str, kind: str, change: int) -> None:
    """Add to one figure of a campaign."""
    values = {"campaign": campaign_id, "kind": kind, "change": change}
    run(dialect, cursor, _COUNT, values)
    if cursor.rowcount == 0:
        run(dialect, cursor, _NEW_COUNT, values)
