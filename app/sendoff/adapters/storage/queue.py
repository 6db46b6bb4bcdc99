"""The durable queue: `core.ports.Queue` on the delivery table.

Every change of state is a compare-and-set (state and token must match), leaves a row in `delivery_event` and moves
the campaign's figures, all in one transaction.
"""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import bindparam, func, literal_column, select
from sqlalchemy.sql.dml import ReturningUpdate

from sendoff.adapters.storage.accounts import count_uses
from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.runs import Run, open_run, runs_of
from sendoff.adapters.storage.schema import campaign, campaign_count, delivery, delivery_event, suppression
from sendoff.adapters.storage.statements import Cursor, run, run_rows, tally_of
from sendoff.adapters.storage.tempo import count_minutes
from sendoff.core.account import Account
from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import AGAIN, Delivery, Move, State
from sendoff.core.forgetting import FORGOTTEN
from sendoff.core.tempo import MINUTE

LOOK_AHEAD = 500
"""Rows among which a claim mixes recipient domains: enough for lists sorted by domain, and a constant cost. Who claims
as many at once mixes them himself."""


def _word(state: str) -> sa.ColumnElement[str]:
    """A state as part of a statement's text, which lets SQLite see that a partial index fits."""
    return literal_column(f"'{state}'")


_d = delivery.c
_ONE: sa.ColumnElement[int] = literal_column("1")
_campaign_runs = (
    select(_ONE)
    .where(campaign.c.id == bindparam("campaign"), campaign.c.state == _word(CampaignState.RUNNING))
    .correlate(None)
    .exists()
)
is_suppressed = select(_ONE).where(suppression.c.key.in_([_d.address_key, _d.domain_key])).correlate(delivery).exists()
"""Whether a row's address is on the blocked list now."""
is_forgotten = _d.address_key == FORGOTTEN
"""Whether the row's person was forgotten: nothing is ever sent there again."""


def _pick(state: State, order: sa.ColumnElement[int], *extra: sa.ColumnElement[bool]) -> sa.Select[tuple[int]]:
    chosen = select(_d.id).where(_d.campaign_id == bindparam("campaign"), _d.state == _word(state), *extra)
    return chosen.order_by(order).limit(bindparam("count"))


_WAKE = (
    delivery.update()
    .where(_d.id.in_(_pick(State.DEFERRED, _d.due_at, _d.due_at <= bindparam("now"))))
    .values(state=State.QUEUED.value, updated_at=bindparam("now"))
    .returning(_d.id, _d.attempts)
)


def _mixed() -> sa.Select[tuple[int]]:
    """Rows for a claim: of the next `LOOK_AHEAD` in the list, the first of each domain, then the second, and so on."""
    ahead = (
        select(_d.id, _d.domain_key)
        .where(_d.campaign_id == bindparam("campaign"), _d.state == _word(State.QUEUED))
        .order_by(_d.id)
        .limit(bindparam("ahead"))
        .subquery()
    )
    turn = func.row_number().over(partition_by=ahead.c.domain_key, order_by=ahead.c.id)
    turned = select(ahead.c.id, turn.label("turn")).subquery()
    return select(turned.c.id).order_by(turned.c.turn, turned.c.id).limit(bindparam("count"))


def _claim(chosen: sa.Select[tuple[int]]) -> ReturningUpdate[tuple[int, int, str, str, str, int, str, bool]]:
    return (
        delivery.update()
        .where(_d.id.in_(chosen), _campaign_runs)
        .values(state=_word(State.CLAIMED), token=bindparam("mark"), updated_at=bindparam("now"))
        .returning(_d.id, _d.position, _d.address, _d.name, _d.fields, _d.attempts, _d.reason, is_suppressed)
    )


_CLAIM_MIXED, _CLAIM_NEXT = _claim(_mixed()), _claim(_pick(State.QUEUED, _d.id))
_CLAIM_ZONE = _claim(_pick(State.QUEUED, _d.id, _d.zone == bindparam("zone"), _d.zone != literal_column("''")))
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
_INTENT = _MOVE.where(_campaign_runs, ~is_suppressed)
_RELEASE = (
    delivery.update()
    .where(
        _d.campaign_id == bindparam("campaign"),
        _d.state == _word(State.CLAIMED),
        _d.token == bindparam("mark"),
    )
    .values(state=State.QUEUED.value, token="", updated_at=bindparam("now"))
    .returning(_d.id, _d.attempts)
)
_RECOVER = (
    delivery.update()
    .where(_d.state == bindparam("old"), _d.campaign_id == bindparam("campaign"))
    .values(state=bindparam("new"), reason=bindparam("why"), updated_at=bindparam("now"))
    .returning(_d.id, _d.attempts, _d.token)
)
_EVENT = delivery_event.insert().values(
    {column.name: bindparam(column.name) for column in delivery_event.c if column.name != "id"}
)
_FIGURES = tally_of(campaign_count)
_NEXT_DUE = select(func.min(_d.due_at)).where(
    _d.campaign_id == bindparam("campaign"), _d.state == _word(State.DEFERRED)
)
_FIELDS = select(campaign.c.fields, campaign.c.account_id).where(campaign.c.id == bindparam("campaign"))


_ROUND = """
WITH history AS (SELECT id, at, attempt, reason FROM delivery_event WHERE delivery_id = ?),
     asked AS (SELECT coalesce(max(id), 0) AS id FROM history WHERE reason IN ('retry', 'send_again')),
     before AS (SELECT coalesce(max(attempt), 0) AS n FROM history, asked WHERE history.id <= asked.id)
SELECT n, (SELECT min(at) FROM history, asked WHERE history.id > asked.id AND attempt > n) FROM before
"""
"""Of one row: its attempts until a person last asked for it again, and when the first since then ended."""


class Event(NamedTuple):
    """One move as it is written down: the columns of `delivery_event` in their order."""

    row: int
    at: int
    old: str
    new: str
    attempt: int = 0
    code: int = 0
    enhanced: str = ""
    text: str = ""
    reason: str = ""
    connection: int = 0
    run_id: int = 0


class DeliveryQueue:
    """The queue of one data folder. Implements `core.ports.Queue`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._heads: dict[str, tuple[tuple[str, ...], str]] = {}
        self._runs: dict[str, Run] = {}

    def enlist(self, campaign_id: str, account: Account, now: int) -> str:
        token = secrets.token_hex(8)
        self._runs[token] = open_run(self._database, token, campaign_id, account, now)
        return token

    def claim(
        self, campaign_id: str, token: str, limit: int, now: int, zones: Sequence[str] | None = None
    ) -> Sequence[Delivery]:
        while True:
            claimed, met = self._claim_some(campaign_id, token, limit, now, zones)
            # Where everybody met was on the blocked list, others may wait behind them.
            if claimed or not met:
                return claimed

    def _claim_some(
        self, campaign_id: str, token: str, limit: int, now: int, zones: Sequence[str] | None
    ) -> tuple[Sequence[Delivery], int]:
        """Claim rows and end the suppressed among them; also says how many rows were met."""
        fields, _ = self._head(campaign_id)
        queued, taken, run_id = str(State.QUEUED), str(State.CLAIMED), self._run(campaign_id, token).id
        claimed: list[Delivery] = []
        values = {"campaign": campaign_id, "count": limit, "ahead": LOOK_AHEAD, "now": now, "mark": token}
        with self._database.committing() as cursor:
            dialect = self._database.dialect
            run(dialect, cursor, _WAKE, values)
            events = [Event(row, now, str(State.DEFERRED), queued, attempt) for row, attempt in cursor.fetchall()]
            zone_of: dict[int, str] = {}
            if zones is None:
                run(dialect, cursor, _CLAIM_NEXT if limit >= LOOK_AHEAD else _CLAIM_MIXED, values)
                # RETURNING promises no order; the list's order is what people expect to see sent.
                rows = sorted(cursor.fetchall())
            else:
                rows = self._claim_by_zone(cursor, values, zones, zone_of)
            rounds = _rounds(cursor, [row[0] for row in rows if row[5]])
            for row, position, address, name, data, attempts, reason, blocked in rows:
                events.append(Event(row, now, queued, taken, attempts, run_id=run_id))
                if blocked:
                    events.append(self._suppress(cursor, row, token, attempts, now))
                    continue
                before, first_at = rounds.get(row, (0, 0))
                if before > attempts:  # an order of an older Sendoff, which began to count anew
                    before = 0
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
                        zone=zone_of.get(row, ""),
                        before=before,
                        first_at=first_at,
                        again=reason in AGAIN,
                    )
                )
            write_events(cursor, campaign_id, events)
        return claimed, len(rows)

    def _claim_by_zone(
        self, cursor: Cursor, values: dict[str, Any], zones: Sequence[str], zone_of: dict[int, str]
    ) -> list[Any]:
        """As many rows of each zone, and what one of them leaves over to those that follow."""
        rows: list[Any] = []
        for place, zone in enumerate(zones):
            share = -(-(values["count"] - len(rows)) // (len(zones) - place))
            run(self._database.dialect, cursor, _CLAIM_ZONE, {**values, "count": share, "zone": zone})
            found = cursor.fetchall()
            zone_of.update((row[0], zone) for row in found)
            rows += found
        return sorted(rows)

    @staticmethod
    def _suppress(cursor: Cursor, row: int, token: str, attempts: int, now: int) -> Event:
        move = Move(
            delivery_id=row,
            token=token,
            old=State.CLAIMED,
            new=State.SUPPRESSED,
            at=now,
            attempts=attempts,
            reason="suppressed",
        )
        run_rows(cursor, _MOVE, [_move_values(move)])
        return _event_of(move, 0)

    def record(self, campaign_id: str, moves: Sequence[Move]) -> Sequence[bool]:
        runs = {token: self._run(campaign_id, token) for token in {move.token for move in moves}}
        with self._database.committing() as cursor:
            granted = _granted(cursor, campaign_id, moves)
            made = moves if all(granted) else [move for move, took in zip(moves, granted, strict=True) if took]
            # What counts against the account's limits is what reached the last byte, at the time it was over.
            used = [(runs[move.token].account_id, move.at) for move in made if move.old is State.SENDING]
            count_uses(cursor, used)
            events = [_event_of(move, runs[move.token].id) for move in made]
            write_events(cursor, campaign_id, events)
        return granted

    def release(self, campaign_id: str, token: str, now: int) -> int:
        with self._database.committing() as cursor:
            dialect = self._database.dialect
            run(dialect, cursor, _RELEASE, {"campaign": campaign_id, "mark": token, "now": now})
            rows = cursor.fetchall()
            write_events(
                cursor,
                campaign_id,
                [Event(row, now, State.CLAIMED, State.QUEUED, attempt, reason="released") for row, attempt in rows],
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
        unknown, runs = Run(0, self._head(campaign_id)[1]), runs_of(self._database, campaign_id)
        numbers = []
        with self._database.committing() as cursor:
            dialect = self._database.dialect
            for old, new in ((State.SENDING, State.IN_DOUBT), (State.CLAIMED, State.QUEUED)):
                values = {"old": old.value, "new": new.value, "campaign": campaign_id, "why": "interrupted", "now": now}
                run(dialect, cursor, _RECOVER, values)
                rows = [(row, attempt, runs.get(token, unknown)) for row, attempt, token in cursor.fetchall()]
                events = [
                    Event(row, now, old, new, attempt, reason="interrupted", run_id=one.id)
                    for row, attempt, one in rows
                ]
                write_events(cursor, campaign_id, events)
                numbers.append(len(rows))
                if old is State.SENDING:
                    count_uses(cursor, [(one.account_id, now) for _, _, one in rows])
        return numbers[0], numbers[1]

    def _head(self, campaign_id: str) -> tuple[tuple[str, ...], str]:
        """Field names and account of a campaign; both are frozen from its start."""
        if campaign_id not in self._heads:
            with self._database.reading() as connection:
                row = connection.execute(_FIELDS, {"campaign": campaign_id}).one()
            self._heads[campaign_id] = (tuple(json.loads(row.fields)), row.account_id)
        return self._heads[campaign_id]

    def _run(self, campaign_id: str, token: str) -> Run:
        """Who claims with a token; where nobody was enlisted, the campaign's account."""
        return self._runs.get(token) or Run(0, self._head(campaign_id)[1])

    def forget(self, campaign_id: str) -> None:
        """Read the campaign's fields and account anew at the next use: it was a draft until now."""
        self._heads.pop(campaign_id, None)


def _rounds(cursor: Cursor, rows: Sequence[int]) -> dict[int, tuple[int, int]]:
    """The attempts of each row before a person last asked for it again, and when the first since then ended."""
    rounds = {}
    for row in rows:
        cursor.execute(_ROUND, (row,))
        before, first_at = cursor.fetchone()
        rounds[row] = (int(before), int(first_at or 0))
    return rounds


def _granted(cursor: Cursor, campaign_id: str, moves: Sequence[Move]) -> Sequence[bool]:
    """Make the moves, by runs of one kind; where not all of a batch took effect, again one by one to tell which."""
    cursor.execute("SAVEPOINT moves", ())
    if all(_make(cursor, campaign_id, run) == len(run) for run in _runs(moves)):
        return [True] * len(moves)
    cursor.execute("ROLLBACK TO moves", ())
    return [_make(cursor, campaign_id, [move]) == 1 for move in moves]


def _runs(moves: Sequence[Move]) -> Iterator[Sequence[Move]]:
    return (list(run) for _, run in groupby(moves, key=lambda move: move.new is State.SENDING))


def _make(cursor: Cursor, campaign_id: str, moves: Sequence[Move]) -> int:
    """Make moves that are all intents, or none of them; say how many took effect."""
    if moves[0].new is State.SENDING:
        return run_rows(cursor, _INTENT, [(*_move_values(move), campaign_id) for move in moves])
    return run_rows(cursor, _MOVE, [_move_values(move) for move in moves])


def _move_values(move: Move) -> tuple[str | int, ...]:
    return (
        str(move.new), move.attempts, move.due_at, move.code, move.enhanced, move.text, move.reason, move.at,
        move.delivery_id, str(move.old), move.token,
    )  # fmt: skip


def _event_of(move: Move, run_id: int) -> Event:
    return Event(
        move.delivery_id, move.at, str(move.old), str(move.new), move.attempts, move.code, move.enhanced, move.text,
        move.reason, move.connection, run_id,
    )  # fmt: skip


def write_events(cursor: Cursor, campaign_id: str, events: Sequence[Event]) -> None:
    """Append the events and move the campaign's figures by what they say."""
    if not events:
        return
    run_rows(cursor, _EVENT, events)
    change: Counter[str] = Counter()
    minutes: Counter[tuple[int, str]] = Counter()
    for (minute, old, new), number in Counter((event.at // MINUTE, event.old, event.new) for event in events).items():
        change[old] -= number
        change[new] += number
        if old != State.IN_DOUBT.value:  # no attempt ends where a doubt is resolved
            minutes[minute, new] += number
    add_counts(cursor, campaign_id, change)
    count_minutes(cursor, campaign_id, minutes)


def add_counts(cursor: Cursor, campaign_id: str, change: Mapping[str, int]) -> None:
    """Add to the figures of a campaign, by their states."""
    _FIGURES.add(cursor, [(campaign_id, state, number) for state, number in change.items() if number])
