"""Correcting the rows of a draft or an audience: implements `core.triage_ports.TriageStore`.

Each act is one transaction: it sees that the list is not being sent, keeps aside how its rows were, rewrites them,
settles who keeps an address that several have, heeds the blocked list, and moves the list's figures. What was kept
aside lives in a temporary table of the writing connection, so a person's last act can be undone until the program ends;
what nobody asked for has a table of its own and leaves that alone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy import bindparam, func, select
from sqlalchemy.schema import CreateTable

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.queue import is_suppressed
from sendoff.adapters.storage.schema import MARKED, campaign_count, delivery
from sendoff.adapters.storage.sweeping import is_whole, refuse_sent, refuse_unfinished, was_sent
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.recipient import Verdict, kept_as, verdict_of
from sendoff.core.stopping import never
from sendoff.core.triage_rows import (
    ASIDE,
    LEFT_OUT_TEXT,
    SENT,
    Chosen,
    Claim,
    Judge,
    Keep,
    TriageRow,
    judged_anew,
    settled,
)

_d = delivery.c
_PAGE = 2_000
_CHUNK = 500
"""Values of one IN; SQLite takes 32,766."""
_KEPT = ("address", "address_key", "domain_key", "name", "fields", "state", "reason", "text", "updated_at")


def _aside(name: str) -> sa.Table:
    """Where rows are kept as they were before an act."""
    return sa.Table(
        name,
        sa.MetaData(),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        *(sa.Column(each, _d[each].type) for each in _KEPT),
        prefixes=["TEMPORARY"],
    )


_before, _unasked = _aside("triage_before"), _aside("triage_unasked")
_keys = sa.Table("triage_key", sa.MetaData(), sa.Column("key", sa.Text, primary_key=True), prefixes=["TEMPORARY"])
_ROW = (_d.id, _d.position, _d.address, _d.address_key, _d.name, _d.fields, _d.reason, _d.text)
_UPDATE = (
    delivery.update()
    .where(_d.id == bindparam("row"))
    .values({name: bindparam(f"to_{name}") for name in _KEPT})
    # Undo leaves it: what the file said stays true.
    .values(
        said=sa.case(
            (sa.and_(_d.said == "", _d.address_key != bindparam("to_address_key")), _d.address_key), else_=_d.said
        )
    )
)


@dataclass(slots=True)
class _Last:
    """What a person did last."""

    owner: str
    """Whose list it was."""
    times: list[int]
    """When it was, and when rows of that list were brought in line with the blocked list since, unasked."""
    newest: int
    """The list's last row then."""


class Triage:
    """The rows of drafts and audiences, while nobody sends to them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._last: _Last | None = None

    def counts(self, owner_id: str) -> dict[Verdict, int]:
        number = func.count()
        marked = (
            select(_d.reason, number).where(_d.campaign_id == owner_id, is_whole(owner_id), MARKED).group_by(_d.reason)
        )
        total = select(func.sum(campaign_count.c.n)).where(campaign_count.c.campaign_id == owner_id)
        with self._database.reading() as connection:
            refuse_sent(connection, owner_id)
            figures = dict.fromkeys(Verdict, 0) | {verdict_of(reason): n for reason, n in connection.execute(marked)}
            figures[Verdict.READY] = (connection.execute(total).scalar() or 0) - sum(figures.values())
        return figures

    def rewrite(
        self,
        owner_id: str,
        chosen: Chosen,
        change: Callable[[TriageRow], TriageRow],
        judge: Judge,
        now: int,
        stopped: Callable[[], bool] = never,
        told: Callable[[int], object] = lambda _position: None,
    ) -> int:
        total = 0
        with self._act(owner_id, now) as act:
            for page in act.pages(chosen):
                if stopped():
                    raise InputError(tr("Stopped; the list is as it was."), code="stopped")
                pairs = [(row, change(row)) for row in page]
                changed = [(old, new) for old, new in pairs if old != new]
                act.note_claims(pairs)
                act.write(new for _, new in changed)
                total += len(changed)
            for heir in act.settle(judge):
                told(heir.position)
            return total - act.unchanged()

    def leave_out(self, owner_id: str, verdict: Verdict, now: int) -> int:
        state, reason = kept_as(Verdict.LEFT_OUT)
        with self._act(owner_id, now) as act:
            repeated = (_d.reason == Verdict.DUPLICATE.value, MARKED)
            twins = select(_d.address_key).where(_d.campaign_id == owner_id, *repeated)
            theirs = select(_d.address_key).where(_d.campaign_id == owner_id, *_scope(verdict))
            theirs = theirs.where(_d.address_key.in_(twins)).distinct()
            act.connection.execute(_keys.insert().from_select(["key"], theirs))
            return sum(
                act.restate(scope, state.value, reason, LEFT_OUT_TEXT)
                for scope in ((*repeated, _d.address_key.in_(select(_keys.c.key))), _scope(verdict))
            )

    def keep(self, owner_id: str, which: Keep, judge: Judge, now: int) -> int:
        repeated = select(_d.address_key).where(
            _d.campaign_id == owner_id, _d.reason == Verdict.DUPLICATE.value, MARKED
        )
        with self._act(owner_id, now) as act:
            act.connection.execute(_keys.insert().from_select(["key"], repeated.distinct()))
            act.settle_noted(judge, which)
            return act.turned(_d.reason != Verdict.DUPLICATE.value)

    def refresh(self, owner_id: str, judge: Judge, now: int, *, unasked: bool = False) -> int:
        with self._act(owner_id, now, unasked=unasked) as act:
            for page in act.pages(Chosen(verdicts=(Verdict.SUPPRESSED,))):
                act.write(judged_anew(row, judge) for row in page)
            act.heed_blocked(sa.true())
            return act.turned()

    def stale(self, owner_id: str) -> bool:
        free = (_d.state == "queued", is_suppressed)
        held = (_d.reason == Verdict.SUPPRESSED.value, MARKED, ~is_suppressed)
        rows = select(_d.id).where(_d.campaign_id == owner_id, is_whole(owner_id)).limit(1)
        with self._database.reading() as connection:
            if was_sent(connection, owner_id):
                return False
            return any(connection.execute(rows.where(*one)).first() for one in (held, free))

    def undo(self, owner_id: str) -> int:
        last = self._last
        if last is None or last.owner != owner_id:
            raise InputError(tr("There is nothing to undo."), code="no_undo")
        with self._database.writing() as connection:
            refuse_sent(connection, owner_id)
            total = connection.execute(select(func.count()).select_from(_before)).scalar_one()
            act = _Act(connection, owner_id, last.times[0])
            same = select(func.count()).where(act.remembered, _d.campaign_id == owner_id, _d.updated_at.in_(last.times))
            if connection.execute(same).scalar_one() != total or _newest(connection, owner_id) != last.newest:
                raise InputError(tr("The list has changed since, so the last step cannot be undone."), code="no_undo")
            old = act.states_now()
            connection.execute(
                delivery.update().where(_d.id == _before.c.id).values({name: _before.c[name] for name in _KEPT})
            )
            act.heed_blocked(act.remembered)
            act.move_figures(old)
        self._last = None
        return int(total)

    def domains(self, owner_id: str) -> list[str]:
        query = (
            select(_d.domain_key).where(_d.campaign_id == owner_id, is_whole(owner_id), _d.state == "queued").distinct()
        )
        with self._database.reading() as connection:
            refuse_sent(connection, owner_id)
            return sorted(connection.execute(query).scalars())

    @contextmanager
    def _act(self, owner_id: str, now: int, *, unasked: bool = False) -> Iterator[_Act]:
        before = _unasked if unasked else _before
        with self._database.writing() as connection:
            refuse_sent(connection, owner_id)
            refuse_unfinished(connection, owner_id)
            for table in (before, _keys):
                connection.execute(CreateTable(table, if_not_exists=True))
                connection.execute(table.delete())
            act = _Act(connection, owner_id, now, before)
            yield act
            act.heed_blocked(act.remembered)
            act.move_figures(act.states_before())
            if not unasked:
                self._last = _Last(owner_id, [now], _newest(connection, owner_id))
            elif self._last is not None and self._last.owner == owner_id:
                self._last.times.append(now)


@dataclass(slots=True)
class _Act:
    """One act's transaction on one list."""

    connection: sa.Connection
    owner: str
    now: int
    before: sa.Table = _before
    """Where the rows are kept as they were."""
    claims: dict[int, Claim] = field(default_factory=dict)
    """Of the rows that do not just stand for their address."""
    keys: set[str] = field(default_factory=set)
    """The addresses whose rows have to be looked at together."""

    @property
    def remembered(self) -> sa.ColumnElement[bool]:
        """The rows that are kept aside."""
        return _d.id.in_(select(self.before.c.id))

    def pages(self, chosen: Chosen) -> Iterator[list[TriageRow]]:
        """The rows, a page at a time; each row comes once."""
        for scope in _scopes(chosen):
            query = select(*_ROW).where(_d.campaign_id == self.owner, *scope).order_by(_d.id).limit(_PAGE)
            after = 0
            while rows := self.connection.execute(query.where(_d.id > after)).all():
                yield [_row(row) for row in rows]
                after = rows[-1].id

    def note_claims(self, pairs: Iterable[tuple[TriageRow, TriageRow]]) -> None:
        """Remember which addresses lost or won a row, and what the rows became that were chosen."""
        for old, new in pairs:
            if old.key != new.key or (old.verdict is Verdict.INVALID) != (new.verdict is Verdict.INVALID):
                self.keys |= {old.key, new.key}
                self.claims[old.id] = Claim.NEW
            elif (old.verdict in ASIDE) != (new.verdict in ASIDE):
                self.keys.add(new.key)
                if old.verdict in ASIDE:
                    self.claims[old.id] = Claim.TAKEN_IN
            elif new.verdict in SENT:
                self.claims[old.id] = Claim.CHOSEN

    def write(self, rows: Iterable[TriageRow]) -> None:
        """Rewrite rows, keeping aside how they were."""
        every = list(rows)
        for start in range(0, len(every), _CHUNK):
            chunk = every[start : start + _CHUNK]
            self.remember(_d.id.in_([row.id for row in chunk]))
            self.connection.execute(_UPDATE, [_values(row, self.now) for row in chunk])

    def settle(self, judge: Judge) -> list[TriageRow]:
        """See that each address of the noted ones is kept by one row, and return those that now do by themselves."""
        if not self.keys:
            return []
        self.connection.execute(_keys.insert(), [{"key": key} for key in self.keys])
        return self.settle_noted(judge, Keep.STANDING)

    def settle_noted(self, judge: Judge, which: Keep) -> list[TriageRow]:
        """Likewise for the keys that are in the temporary table."""
        query = (
            select(*_ROW)
            .where(_d.campaign_id == self.owner, _d.address_key.in_(select(_keys.c.key)))
            .where(_d.reason != Verdict.INVALID.value)
            .order_by(_d.address_key, _d.position)
        )
        groups = groupby(map(_row, self.connection.execute(query)), key=lambda row: row.key)
        changed = [one for _, group in groups for one in settled(list(group), judge, which, self.claims)]
        self.write(changed)
        return [row for row in changed if row.verdict in SENT]

    def heed_blocked(self, scope: sa.ColumnElement[bool]) -> None:
        """Hold back the rows in `scope` whose address or domain is blocked."""
        state, reason = kept_as(Verdict.SUPPRESSED)
        self.restate((scope, _d.state == "queued", is_suppressed), state.value, reason, "")

    def restate(self, scope: Sequence[sa.ColumnElement[bool]], state: str, reason: str, text: str) -> int:
        """Give rows another verdict, all at once, keeping aside how they were; returns how many."""
        where = (_d.campaign_id == self.owner, *scope)
        self.remember(*where)
        values = {"state": state, "reason": reason, "text": text, "updated_at": self.now}
        return self.connection.execute(delivery.update().where(*where).values(values)).rowcount

    def remember(self, *where: sa.ColumnElement[bool]) -> None:
        """Keep aside how rows were before this act."""
        old = select(_d.id, *(_d[name] for name in _KEPT)).where(*where, ~self.remembered)
        self.connection.execute(self.before.insert().from_select([self.before.c[name] for name in ("id", *_KEPT)], old))

    def states_before(self) -> Counter[str]:
        """How many of the rewritten rows were in each state."""
        query = select(self.before.c.state, func.count().label("n")).group_by(self.before.c.state)
        return Counter({row.state: row.n for row in self.connection.execute(query)})

    def states_now(self) -> Counter[str]:
        """How many of them are in each state."""
        query = select(_d.state, func.count().label("n")).where(self.remembered).group_by(_d.state)
        return Counter({row.state: row.n for row in self.connection.execute(query)})

    def unchanged(self) -> int:
        """How many of them are as before: a repeated row that was taken in beside the one that stands."""
        if Claim.TAKEN_IN not in self.claims.values():
            return 0
        same = (_d[name] == self.before.c[name] for name in _KEPT if name != "updated_at")
        return int(self.connection.execute(select(func.count()).where(_d.id == self.before.c.id, *same)).scalar_one())

    def turned(self, *only: sa.ColumnElement[bool]) -> int:
        """How many of them have another verdict than before."""
        query = select(func.count()).where(_d.id == self.before.c.id, _d.reason != self.before.c.reason, *only)
        return int(self.connection.execute(query).scalar_one())

    def move_figures(self, old: Counter[str]) -> None:
        """Bring the list's figures from `old` to how the rewritten rows stand now."""
        new = self.states_now()
        count = campaign_count.c
        for state in sorted(old.keys() | new.keys()):
            if change := new[state] - old[state]:
                where = (count.campaign_id == self.owner, count.state == state)
                moved = self.connection.execute(campaign_count.update().where(*where).values(n=count.n + change))
                if moved.rowcount == 0:
                    values = {"campaign_id": self.owner, "state": state, "n": change}
                    self.connection.execute(campaign_count.insert().values(values))


def _newest(connection: sa.Connection, owner_id: str) -> int:
    query = select(_d.id).where(_d.campaign_id == owner_id).order_by(_d.position.desc()).limit(1)
    return int(connection.execute(query).scalar() or 0)


def _scope(verdict: Verdict) -> list[sa.ColumnElement[bool]]:
    state, reason = kept_as(verdict)
    if not reason:
        return [_d.state == state.value, _d.reason == reason]
    # What is appended keeps SQLite from looking for a few marked rows among all of their state.
    return [_d.state + "" == state.value, _d.reason == reason, MARKED]


def _scopes(chosen: Chosen) -> Iterator[list[sa.ColumnElement[bool]]]:
    yield from map(_scope, chosen.verdicts)
    for start in range(0, len(chosen.domains), _CHUNK):
        yield [_d.domain_key.in_(chosen.domains[start : start + _CHUNK]), _d.reason != Verdict.INVALID.value]
    for start in range(0, len(chosen.ids), _CHUNK):
        yield [_d.id.in_(chosen.ids[start : start + _CHUNK])]


def _row(row: Any) -> TriageRow:
    return TriageRow(
        id=row.id,
        position=row.position,
        address=row.address,
        key=row.address_key,
        name=row.name,
        values=tuple(json.loads(row.fields)),
        verdict=verdict_of(row.reason),
        text=row.text,
    )


def _values(row: TriageRow, now: int) -> dict[str, Any]:
    state, reason = kept_as(row.verdict)
    values = {
        "address": row.address,
        "address_key": row.key,
        "domain_key": f"@{row.key.rpartition('@')[2]}",
        "name": row.name,
        "fields": json.dumps(row.values, ensure_ascii=False, separators=(",", ":")),
        "state": state.value,
        "reason": reason,
        "text": row.text,
        "updated_at": now,
    }
    return {"row": row.id, **{f"to_{name}": value for name, value in values.items()}}
