"""Rows copied, compared and overwritten between lists, inside SQLite: a million people without a million objects.

Which rows is found out by readers; each call here is one short commit, so that a running campaign hardly waits.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa

from sendoff.adapters.storage.corrections import corrected_rows
from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.queue import is_forgotten, is_suppressed
from sendoff.adapters.storage.schema import delivery
from sendoff.adapters.storage.selecting import KNOWN
from sendoff.core.audience import Audience
from sendoff.core.corrections import Found
from sendoff.core.delivery import State
from sendoff.core.recipient import Verdict, kept_as, verdict_of

_d = delivery.c
_BATCH = 10_000
_PIECE = 100
"""Arguments of one SQL function; SQLite takes 127."""
_ADD_COUNT = sa.text(
    "INSERT INTO campaign_count (campaign_id, state, n) VALUES (:owner, :state, :n)"
    " ON CONFLICT (campaign_id, state) DO UPDATE SET n = campaign_count.n + excluded.n"
)
_MARKED = [verdict.value for verdict in (Verdict.SUGGESTED, Verdict.ROLE, Verdict.DISPOSABLE)]
_BLOCKED, _BLOCKED_REASON = kept_as(Verdict.SUPPRESSED)


class ListCopies:
    """Implements `core.list_ports.Copies`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def copy(
        self, ids: Sequence[int], fields: Sequence[str], target_id: str, target_fields: Sequence[str]
    ) -> Counter[Verdict]:
        wanted = _each(ids, "key", "value")
        marked = sa.and_(_d.state == State.QUEUED.value, _d.reason.in_(_MARKED))
        with self._database.writing() as connection:
            last = connection.execute(sa.select(sa.func.max(_d.position)).where(_d.campaign_id == target_id)).scalar()
            rows = sa.select(
                sa.literal(target_id),
                wanted.c.key + (last or 0) + 1,
                *(_d[name] for name in ("address", "address_key", "domain_key", "name", "said")),
                _laid_out(_d.fields, fields, target_fields),
                sa.case((is_suppressed, _BLOCKED.value), else_=State.QUEUED.value),
                sa.case((is_suppressed, _BLOCKED_REASON), (marked, _d.reason), else_=""),
                sa.case((sa.and_(sa.not_(is_suppressed), marked), _d.text), else_=""),
            ).join(wanted, wanted.c.value == _d.id)
            rows = rows.where(~is_forgotten)
            names = "campaign_id position address address_key domain_key name said fields state reason text".split()
            made = connection.execute(delivery.insert().from_select(names, rows).returning(_d.state, _d.reason)).all()
            _count(connection, target_id, Counter(state for state, _ in made))
        return Counter(verdict_of(reason) for _, reason in made)

    def widen(self, owner_id: str, fields: Sequence[str], wider: Sequence[str], stopped: Callable[[], bool]) -> None:
        with self._database.reading() as connection:
            most = connection.execute(sa.select(sa.func.max(_d.position)).where(_d.campaign_id == owner_id)).scalar()
        for first in range(0, (most or 0) + 1, _BATCH):
            if stopped():
                return
            piece = sa.and_(_d.campaign_id == owner_id, _d.position.between(first, first + _BATCH - 1))
            with self._database.writing() as connection:
                connection.execute(delivery.update().where(piece).values(fields=_laid_out(_d.fields, fields, wider)))

    def pairs(self, old: Audience, new: Audience) -> tuple[int, Sequence[tuple[int, int]]]:
        older, newer = delivery.alias("older"), delivery.alias("newer")
        met = self._met(old.id, new.id)
        differs = sa.or_(
            older.c.address != newer.c.address,
            older.c.name != newer.c.name,
            _laid_out(older.c.fields, old.fields, old.fields, anew=True)
            != _merged(newer.c.fields, new.fields, older.c.fields, old.fields),
        )
        query = (
            sa.select(older.c.id, newer.c.id, differs)
            .select_from(met)
            .join(older, older.c.id == met.c.old_id)
            .join(newer, newer.c.id == met.c.new_id)
        )
        with self._database.reading() as connection:
            found = connection.execute(query).all()
        return len(found), [(row, other_row) for row, other_row, changed in found if changed]

    @staticmethod
    def _met(old_id: str, new_id: str) -> sa.CTE:
        """The rows of one address in both lists; sorted by address, because a join would go through one for each."""
        of_old, of_new = _d.campaign_id == old_id, _d.campaign_id == new_id
        both = sa.or_(sa.and_(of_old, KNOWN), sa.and_(of_new, _d.state != State.SKIPPED.value))
        at_left, at_new = (sa.func.max(sa.case((of, _d.id))) for of in (of_old, of_new))
        # Of several rows in the older list the one that gets the message, before those a person left out.
        at_kept = sa.func.max(sa.case((sa.and_(of_old, _d.state != State.SKIPPED.value), _d.id)))
        at_old = sa.func.coalesce(at_kept, at_left)
        rows = sa.select(at_old.label("old_id"), at_new.label("new_id")).where(both).group_by(_d.address_key)
        return rows.having(at_old.is_not(None), at_new.is_not(None)).cte("met").prefix_with("MATERIALIZED")

    def correct(self, old: Audience, new: Audience) -> Sequence[Found]:
        return corrected_rows(self._database, old, new)

    def overwrite(self, pairs: Sequence[tuple[int, int]], old: Audience, new: Audience) -> None:
        given = sa.func.json_each(json.dumps(pairs)).table_valued("value")
        newer = delivery.alias()
        at_old, at_new = (sa.func.json_extract(given.c.value, path) for path in ("$[0]", "$[1]"))
        change = (
            delivery.update()
            .where(_d.id == at_old, newer.c.id == at_new)
            .values(
                address=newer.c.address,
                name=newer.c.name,
                fields=_merged(newer.c.fields, new.fields, _d.fields, old.fields),
            )
        )
        with self._database.writing() as connection:
            connection.execute(change)

    def drop(self, owner_id: str, ids: Sequence[int]) -> None:
        gone = sa.and_(_d.campaign_id == owner_id, _d.id.in_(sa.select(_each(ids, "value").c.value)))
        with self._database.writing() as connection:
            states = connection.execute(delivery.delete().where(gone).returning(_d.state)).scalars()
            _count(connection, owner_id, Counter(states), sign=-1)


def _count(connection: sa.Connection, owner_id: str, counts: Counter[str], *, sign: int = 1) -> None:
    if counts:
        rows = [{"owner": owner_id, "state": state, "n": sign * n} for state, n in counts.items()]
        connection.execute(_ADD_COUNT, rows)


def _each(values: Sequence[Any], *columns: str) -> sa.TableValuedAlias:
    return sa.func.json_each(json.dumps(list(values))).table_valued(*columns)


def _laid_out(
    cells: sa.ColumnElement[str], fields: Sequence[str], wanted: Sequence[str], *, anew: bool = False
) -> sa.ColumnElement[str]:
    """The array of a row with other columns, or the same; a column it does not have is empty."""
    if tuple(fields) == tuple(wanted) and not anew:
        return cells
    return _array([_cell(cells, fields, name) for name in wanted])


def _merged(
    new: sa.ColumnElement[str], new_fields: Sequence[str], old: sa.ColumnElement[str], old_fields: Sequence[str]
) -> sa.ColumnElement[str]:
    """The old row's array with the newer list's cells in it."""
    return _array(
        [_cell(new, new_fields, name) if name in new_fields else _cell(old, old_fields, name) for name in old_fields]
    )


def _cell(cells: sa.ColumnElement[str], fields: Sequence[str], name: str) -> sa.ColumnElement[str]:
    if name not in fields:
        return sa.literal("")
    return sa.func.coalesce(sa.func.json_extract(cells, f"$[{list(fields).index(name)}]", type_=sa.Text), "")


def _array(parts: Sequence[sa.ColumnElement[str]]) -> sa.ColumnElement[str]:
    pieces = [sa.func.json_array(*parts[at : at + _PIECE], type_=sa.Text) for at in range(0, len(parts), _PIECE)]
    if len(pieces) == 1:
        return pieces[0]
    # Every cell is a text, so a piece ends in a quotation mark and only its brackets are trimmed.
    joined: sa.ColumnElement[str] = sa.func.trim(pieces[0], "[]", type_=sa.Text)
    for piece in pieces[1:]:
        joined = joined + "," + sa.func.trim(piece, "[]", type_=sa.Text)
    return "[" + joined + "]"
