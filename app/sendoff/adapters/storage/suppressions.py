"""The blocked list: addresses (and `@domains`) that are never written to again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy import select

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import suppression, suppression_removed
from sendoff.adapters.storage.statements import run, run_many
from sendoff.core.suppression import Suppression

_s = suppression.c
_BATCH = 10_000
# Both databases understand these words; SQLAlchemy has them only in each dialect's own insert.
_ADD = sa.text(
    "INSERT INTO suppression (key, reason, source, at) VALUES (:key, :reason, :source, :at) ON CONFLICT DO NOTHING"
)
_KEEP_REMOVED = sa.text(
    "INSERT INTO suppression_removed (key, reason, source, at, removed_at)"
    " SELECT key, reason, source, at, :now FROM suppression WHERE key = :key"
    " ON CONFLICT (key) DO UPDATE SET reason = excluded.reason, source = excluded.source, at = excluded.at,"
    " removed_at = excluded.removed_at"
)
_REMOVE = suppression.delete().where(_s.key == sa.bindparam("key"))
_MARK = (
    suppression.update()
    .where(_s.key == sa.bindparam("which"), _s.reason != sa.bindparam("why"))
    .values(reason=sa.bindparam("why"))
)
_RESTORE = sa.text(
    "INSERT INTO suppression (key, reason, source, at)"
    " SELECT key, reason, source, at FROM suppression_removed WHERE key = :key ON CONFLICT DO NOTHING"
)
_FORGET_REMOVED = suppression_removed.delete().where(suppression_removed.c.key == sa.bindparam("key"))


class Suppressions:
    """The blocked list of one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, entries: Iterable[Suppression]) -> int:
        """Block; what is blocked already keeps its first reason. Returns how many are new."""
        added, entries = 0, iter(entries)
        while batch := [_values(one) for one in islice(entries, _BATCH)]:
            batch.sort(key=itemgetter("key"))  # neighbours share a page of the index
            with self._database.committing() as cursor:
                run_many(self._database.dialect, cursor, _ADD, batch)
                added += cursor.rowcount
        return added

    def remove(self, keys: Sequence[str], now: int) -> int:
        """Unblock, keeping each entry aside so that it can be put back. Returns how many were blocked."""
        rows: list[dict[str, Any]] = [{"key": key} for key in keys]
        with self._database.committing() as cursor:
            dialect = self._database.dialect
            for row in rows:
                run(dialect, cursor, _KEEP_REMOVED, {**row, "now": now})
            run_many(dialect, cursor, _REMOVE, rows)
            return max(0, cursor.rowcount)

    def restore(self, keys: Sequence[str]) -> int:
        """Block again who was unblocked, with the old reason and date. Returns how many."""
        rows: list[dict[str, Any]] = [{"key": key} for key in keys]
        with self._database.committing() as cursor:
            dialect = self._database.dialect
            run_many(dialect, cursor, _RESTORE, rows)
            restored = max(0, cursor.rowcount)
            run_many(dialect, cursor, _FORGET_REMOVED, rows)
            return restored

    def keys(self) -> frozenset[str]:
        """Every key, for a check of many addresses."""
        with self._database.reading() as connection:
            return frozenset(connection.execute(select(_s.key)).scalars())

    def known(self, keys: Sequence[str]) -> int:
        """How many of these keys are on the list."""
        with self._database.reading() as connection:
            return int(connection.execute(select(sa.func.count()).where(_s.key.in_(keys))).scalar_one())

    def fresh(self, keys: Sequence[str]) -> Sequence[str]:
        """Those of the keys that are not on the list, in their order."""
        wanted = sa.func.json_each(json.dumps(list(keys))).table_valued("key", "value")
        query = select(wanted.c.value).where(wanted.c.value.not_in(select(_s.key))).order_by(wanted.c.key)
        with self._database.reading() as connection:
            return connection.execute(query).scalars().all()

    def mark(self, keys: Sequence[str], reason: str) -> int:
        """Give entries another reason; returns how many had another."""
        with self._database.committing() as cursor:
            run_many(self._database.dialect, cursor, _MARK, [{"which": key, "why": reason} for key in keys])
            return max(0, cursor.rowcount)

    def count(self, *, search: str = "", reason: str = "") -> int:
        """How many entries fit."""
        with self._database.reading() as connection:
            return int(connection.execute(_fitting(select(sa.func.count()), search, reason)).scalar_one())

    def page(
        self, *, search: str = "", reason: str = "", after: Suppression | None = None, limit: int = 256
    ) -> Sequence[Suppression]:
        """Entries, newest first, after the given one: a million open as fast as ten."""
        query = _fitting(select(suppression), search, reason).order_by(_s.at.desc(), _s.key.desc()).limit(limit)
        if after is not None:
            query = query.where(sa.tuple_(_s.at, _s.key) < sa.tuple_(sa.literal(after.at), sa.literal(after.key)))
        with self._database.reading() as connection:
            return [
                Suppression(key=row.key, reason=row.reason, source=row.source, at=row.at)
                for row in connection.execute(query)
            ]


def _values(entry: Suppression) -> dict[str, Any]:
    return {"key": entry.key, "reason": entry.reason, "source": entry.source, "at": entry.at}


def _fitting(query: sa.Select[Any], search: str, reason: str) -> sa.Select[Any]:
    query = query.select_from(suppression)
    if search:
        query = query.where(sa.func.instr(_s.key, search) > 0)
    return query.where(_s.reason == reason) if reason else query
