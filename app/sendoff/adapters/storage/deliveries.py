"""Deliveries outside the engine: importing a list, paging through it, and what people decide about rows."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy import bindparam, select

from sendoff.adapters.storage.comparison import Found, compare_lists
from sendoff.adapters.storage.corrections import corrections_in
from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.intake import add_rows
from sendoff.adapters.storage.queue import Event, is_forgotten, is_suppressed, write_events
from sendoff.adapters.storage.runs import LINE
from sendoff.adapters.storage.schema import MARKED, campaign_count, delivery, delivery_event, sending_run
from sendoff.adapters.storage.segments import holding
from sendoff.adapters.storage.statements import run
from sendoff.adapters.storage.sweeping import Sweeper, is_whole
from sendoff.adapters.storage.tempo import read_minutes
from sendoff.core.columns import Batch
from sendoff.core.corrections import Corrections
from sendoff.core.delivery import Happening, Line, State, counted
from sendoff.core.doubts import EVIDENCE, FOUND
from sendoff.core.outcome import Kind
from sendoff.core.recipient import Verdict
from sendoff.core.stopping import never
from sendoff.core.tempo import MINUTE, Minute

_d = delivery.c
_BATCH = 5_000
_HASHED = 500
"""Rows at once of a digest: few, since all of them are in memory three times."""
_UNHAPPY = (
    State.DEFERRED, State.FAILED, State.IN_DOUBT, State.SUPPRESSED, State.SKIPPED, State.CANCELLED, State.BOUNCED,
    State.COMPLAINED,
)  # fmt: skip
_COUNTS = select(campaign_count.c.state, campaign_count.c.n).where(
    campaign_count.c.campaign_id == bindparam("campaign")
)
_BY_WORD = sa.and_(_d.state == State.ACCEPTED.value, _d.reason == FOUND, ~_d.text.startswith(EVIDENCE))
"""Accepted by a person's word alone."""
_DEFERRALS = (
    select(sa.func.min(_d.due_at), sa.func.count())
    .where(_d.campaign_id == bindparam("campaign"), _d.state == sa.literal_column("'deferred'"))
    .group_by(_d.due_at // MINUTE)
    .order_by(sa.func.min(_d.due_at))
)
# Whoever is on the blocked list or was forgotten is not queued, whatever else may become of the row.
_BARRED = sa.or_(is_suppressed, is_forgotten)
_MAY = sa.or_(bindparam("new", type_=sa.Text) != State.QUEUED.value, sa.not_(_BARRED))
_SHIFT = (
    delivery.update()
    .where(_d.id.in_(
        select(_d.id)
        .where(_d.campaign_id == bindparam("campaign"), _d.state == bindparam("old"), _d.id > bindparam("after"))
        .where(sa.or_(bindparam("cause", type_=sa.Text) == "", _d.reason == bindparam("cause")))
        .where(sa.or_(bindparam("but", type_=sa.Text) == "", _d.reason != bindparam("but")))
        .where(_MAY)
        .order_by(_d.id)
        .limit(_BATCH)
    ))
    .values(state=bindparam("new"), reason=bindparam("why"), due_at=0, token="", updated_at=bindparam("now"))
    .returning(_d.id)
)  # fmt: skip
_SHIFT_ONE = (
    delivery.update()
    .where(_d.id == bindparam("row"), _d.campaign_id == bindparam("campaign"), _d.state == bindparam("old"), _MAY)
    .values(state=bindparam("new"), reason=bindparam("why"), due_at=0, updated_at=bindparam("now"))
)  # fmt: skip
_FIND_ACCEPTED = (
    delivery.update()
    .where(
        _d.id == bindparam("row"), _d.campaign_id == bindparam("campaign"), _d.state == State.IN_DOUBT.value
    )
    .values(state=State.ACCEPTED.value, reason=FOUND, text=bindparam("said"), updated_at=bindparam("now"))
    .returning(_d.attempts)
)  # fmt: skip


class Deliveries:
    """The rows of campaigns."""

    def __init__(self, database: Database, sweeper: Sweeper) -> None:
        self._database = database
        self._sweeper = sweeper

    def begin(self, owner_id: str) -> str:
        """Start an import into a draft or an audience; returns under which id its rows are added."""
        return self._sweeper.begin(owner_id)

    def add(
        self, owner_id: str, batches: Iterable[Batch], told: Callable[[int], None] = lambda _rows: None
    ) -> Counter[Verdict]:
        """Append judged rows, a batch a commit; returns how many there are of each verdict.

        After each batch `told` hears how many rows are in; what it raises ends the import, and what is in stays.
        """
        return add_rows(self._database, owner_id, batches, told)

    def finish(
        self,
        owner_id: str,
        target_id: str,
        stopped: Callable[[], bool] = never,
        *,
        fields: Sequence[str] | None = None,
        list_name: str = "",
    ) -> bool:
        """Make the rows of an import the owner's, in place of those it had; False = stopped, nothing has changed."""
        if not self._sweeper.finish(owner_id, target_id, stopped, fields=fields, list_name=list_name):
            return False
        self._database.checkpoint()  # or the first intents wait for the import's pages
        return True

    def discard(self, owner_id: str) -> None:
        """Forget every row of a list: at once for everybody who looks, on disk soon."""
        self._sweeper.discard(owner_id)

    def set_fields(self, campaign_id: str, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Give rows of a draft, by their ids, other values in the order of its fields; all of them or none."""
        change = delivery.update().where(_d.campaign_id == campaign_id, _d.id == bindparam("row"))
        with self._database.writing() as connection:
            rows = iter(rows)
            while batch := list(islice(rows, _BATCH)):
                new = [{"row": row, "new": _fields(values)} for row, values in batch]
                connection.execute(change.values(fields=bindparam("new")), new)

    def by_state(self, campaign_id: str) -> dict[State, int]:
        """How many rows are in each state."""
        with self._database.reading() as connection:
            return {State(state): n for state, n in connection.execute(_COUNTS, {"campaign": campaign_id}) if n}

    def counts(self, campaign_id: str) -> dict[str, int]:
        """The eight figures people see."""
        return counted(self.by_state(campaign_id))

    def waiting_for(self, campaign_id: str, domain: str) -> int:
        """How many rows of one recipient domain, in ASCII form, wait to be sent."""
        waiting = _d.state.in_([State.QUEUED.value, State.DEFERRED.value])
        query = select(sa.func.count()).where(_d.campaign_id == campaign_id, waiting, _d.domain_key == f"@{domain}")
        with self._database.reading() as connection:
            return connection.execute(query).scalar_one()

    def deferrals(self, campaign_id: str) -> list[tuple[int, int]]:
        """When deferred rows are due, by the minute, the next first: (the first one's epoch ms, how many)."""
        with self._database.reading() as connection:
            return [(int(at), number) for at, number in connection.execute(_DEFERRALS, {"campaign": campaign_id})]

    def page(
        self,
        campaign_id: str,
        fields: Sequence[str],
        *,
        after: int = 0,
        limit: int = 256,
        states: Sequence[State] = (),
        reasons: Sequence[str] = (),
        search: str = "",
        marked: bool | None = None,
    ) -> list[Line]:
        """Rows by key, in the list's order, after row id `after`: a million rows open as fast as ten."""
        # Every state by name, or SQLite does not use delivery_by_state and sorts the whole campaign for each page.
        wanted = _d.state.in_([state.value for state in states or State])
        scope = (_d.campaign_id == campaign_id, is_whole(campaign_id), wanted, _d.id > after)
        query = select(*LINE).where(*scope).order_by(_d.id).limit(limit)
        if reasons:
            query = query.where(_d.reason.in_(reasons))
        if len(reasons) == 1 and reasons[0] not in ("", str(Kind.ACCEPTED)):
            query = query.where(MARKED)  # the words of delivery_marked, which then is used
        if marked is not None:
            query = query.where(MARKED, _BY_WORD) if marked else query.where(sa.not_(_BY_WORD))
        if search:
            query = query.where(holding((_d.address, _d.name, _d.text), search))
        with self._database.reading() as connection:
            return [_line(row, fields) for row in connection.execute(query)]

    def window(self, campaign_id: str, fields: Sequence[str], first: int, limit: int) -> list[Line]:
        """Rows by their place in the list, from position `first` on: any page of a million opens at once."""
        query = select(*LINE).where(_d.campaign_id == campaign_id, is_whole(campaign_id), _d.position >= first)
        with self._database.reading() as connection:
            return [_line(row, fields) for row in connection.execute(query.order_by(_d.position).limit(limit))]

    def causes(self, campaign_id: str) -> list[tuple[State, str, int, int, str, bool, int]]:
        """Who was not accepted, most frequent cause first; see `core.ports.RowReader.causes`."""
        number = sa.func.count()
        # Code and text together, so that what is shown was said by one server.
        said = sa.case((_d.code > 0, sa.cast(_d.code, sa.Text) + " " + _d.text), else_=_d.text)
        again = _d.state.in_([State.FAILED.value, State.CANCELLED.value, State.IN_DOUBT.value])
        blocked = sa.case((sa.and_(again, _BARRED), 1), else_=0)
        query = (
            select(
                *(_d.state, _d.reason, number, sa.func.max(_d.code), sa.func.max(said)),
                *(sa.func.min(said) == sa.func.max(said), sa.func.sum(blocked)),
            )
            .where(_d.campaign_id == campaign_id, is_whole(campaign_id))
            .where(_d.state.in_([state.value for state in _UNHAPPY]))
            .group_by(_d.state, _d.reason)
            .order_by(number.desc(), _d.state, _d.reason)
        )
        with self._database.reading() as connection:
            return [(State(state), *rest) for state, *rest in connection.execute(query)]

    def marked(self, campaign_id: str) -> int:
        query = select(sa.func.count()).where(_d.campaign_id == campaign_id, MARKED, _BY_WORD)
        with self._database.reading() as connection:
            return connection.execute(query).scalar_one()

    def at(self, campaign_id: str, fields: Sequence[str], position: int) -> Line | None:
        """The row with this number in the list."""
        query = select(*LINE).where(_d.campaign_id == campaign_id, is_whole(campaign_id), _d.position == position)
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return None if row is None else _line(row, fields)

    def beside(self, campaign_id: str, position: int, by: int, states: Sequence[State]) -> int:
        """See `core.ports.RowReader.beside`; goes along the list, not through all rows in the states."""
        ahead = _d.position > position if by > 0 else _d.position < position
        order = _d.position if by > 0 else _d.position.desc()
        # "+ ''" keeps SQLite from sorting what delivery_by_state gives.
        wanted = (_d.state + "").in_([state.value for state in states])
        query = select(_d.position).where(_d.campaign_id == campaign_id, is_whole(campaign_id), ahead, wanted)
        with self._database.reading() as connection:
            found = connection.execute(query.order_by(order).limit(abs(by))).scalars().all()
        return int(found[-1]) if found else 0

    def count_to(self, campaign_id: str, position: int, states: Sequence[State]) -> int:
        """See `core.ports.RowReader.count_to`; goes through the rows in these states, so they had better be few."""
        with self._database.reading() as connection:
            return connection.execute(_count_to(campaign_id, position, states)).scalar_one()

    def digest(self, campaign_id: str) -> str:
        """What the whole list is: addresses, names, fields and states in their order, as a SHA-256."""
        query = select(_d.position, _d.address, _d.name, _d.fields, _d.state).where(_d.campaign_id == campaign_id)
        found = hashlib.sha256()
        with self._database.reading() as connection:
            for rows in connection.execute(query.order_by(_d.position)).partitions(_HASHED):
                found.update(repr([tuple(row) for row in rows]).encode("utf-8", "surrogatepass"))
        return found.hexdigest()

    def newest(self, campaign_id: str, fields: Sequence[str], state: State, limit: int) -> list[Line]:
        query = select(*LINE).where(_d.campaign_id == campaign_id, _d.state == state.value)
        with self._database.reading() as connection:
            return [_line(row, fields) for row in connection.execute(query.order_by(_d.id.desc()).limit(limit))]

    def history(self, delivery_id: int) -> list[Happening]:
        """Everything that happened to one row, oldest first."""
        e = delivery_event.c
        r = sending_run.c
        query = select(e.at, e.from_state, e.to_state, e.attempt, e.code, e.enhanced, e.text, e.reason, r.account_name)
        query = query.select_from(delivery_event).outerjoin(sending_run, r.id == e.run_id)
        with self._database.reading() as connection:
            rows = connection.execute(query.where(e.delivery_id == delivery_id).order_by(e.id)).all()
        return [
            Happening(
                at=row.at,
                old=State(row.from_state),
                new=State(row.to_state),
                attempt=row.attempt,
                code=row.code,
                enhanced=row.enhanced,
                text=row.text,
                reason=row.reason,
                account=row.account_name or "",
            )
            for row in rows
        ]

    def minutes(self, campaign_id: str, since: int = 0) -> Sequence[Minute]:
        return read_minutes(self._database, campaign_id, since)

    def corrections(self, owner_id: str) -> Corrections:
        return corrections_in(self._database, owner_id)

    def compare(self, before: Iterable[tuple[str, str, str]], after: Iterable[tuple[str, str, str]]) -> Found:
        """Compare two lists of any length; see `comparison.compare_lists`."""
        return compare_lists(before, after)

    def shift(
        self, campaign_id: str, old: State, new: State, reason: str, now: int, *, only: str = "", but: str = ""
    ) -> int:
        total, after = 0, 0
        while True:
            values = {"campaign": campaign_id, "old": old.value, "new": new.value, "why": reason, "now": now,
                      "after": after, "cause": only, "but": but}  # fmt: skip
            with self._database.committing() as cursor:
                dialect = self._database.dialect
                run(dialect, cursor, _SHIFT, values)
                rows = [row for (row,) in cursor.fetchall()]
                events = [Event(row=row, old=old, new=new, at=now, reason=reason) for row in rows]
                write_events(cursor, campaign_id, events)
            total += len(rows)
            if len(rows) < _BATCH:
                return total
            after = max(rows)

    def shift_one(self, campaign_id: str, delivery_id: int, old: State, new: State, reason: str, now: int) -> bool:
        """Move one row by a person's word (resolve a doubt, send one again); say whether it was still in `old`."""
        values = {"campaign": campaign_id, "row": delivery_id, "old": old.value, "new": new.value, "why": reason,
                  "now": now}  # fmt: skip
        with self._database.committing() as cursor:
            dialect = self._database.dialect
            run(dialect, cursor, _SHIFT_ONE, values)
            if cursor.rowcount != 1:
                return False
            event = Event(row=delivery_id, old=old, new=new, at=now, reason=reason)
            write_events(cursor, campaign_id, [event])
        return True

    def find_accepted(self, campaign_id: str, delivery_id: int, text: str, now: int) -> bool:
        values = {"campaign": campaign_id, "row": delivery_id, "said": text, "now": now}
        with self._database.committing() as cursor:
            dialect = self._database.dialect
            run(dialect, cursor, _FIND_ACCEPTED, values)
            found = cursor.fetchall()
            if not found:
                return False
            event = Event(row=delivery_id, old=State.IN_DOUBT, new=State.ACCEPTED, at=now, attempt=found[0][0],
                          text=text, reason=FOUND)  # fmt: skip
            write_events(cursor, campaign_id, [event])
        return True

    def note_doubt(self, campaign_id: str, delivery_id: int, reason: str, text: str) -> bool:
        row = delivery.update().where(
            _d.id == delivery_id, _d.campaign_id == campaign_id, _d.state == State.IN_DOUBT.value
        )
        noted = row.values(text=text, reason=reason) if reason else row.values(text=text)
        with self._database.writing() as connection:
            return connection.execute(noted).rowcount == 1


def _fields(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))


def _count_to(campaign_id: str, position: int, states: Sequence[State]) -> sa.Select[int]:
    # "+ 0" keeps SQLite from going along the whole list up to the place.
    scope = (_d.state.in_([state.value for state in states]), _d.position + 0 <= position)
    return select(sa.func.count()).where(_d.campaign_id == campaign_id, is_whole(campaign_id), *scope)


def _line(row: Any, fields: Sequence[str]) -> Line:
    data: Mapping[str, Any] = row._mapping  # noqa: SLF001 -- SQLAlchemy's public name for a row as a mapping
    return Line(
        **{**data, "state": State(row.state), "fields": dict(zip(fields, json.loads(row.fields), strict=False))}
    )
