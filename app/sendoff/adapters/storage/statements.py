"""Statements built once: SQLAlchemy writes the SQL, the driver's cursor runs it.

Building a statement for each row costs twice the throughput (measured), and a batch needs the row count of each of its
statements, so the hot path runs compiled text on the driver's own cursor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite


class Cursor(Protocol):
    """What is used of a DB-API cursor."""

    rowcount: int

    def execute(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any], /) -> Any: ...

    def executemany(self, sql: str, parameters: Sequence[Mapping[str, Any] | Sequence[Any]], /) -> Any: ...

    def fetchall(self) -> list[Any]: ...

    def fetchone(self) -> Any: ...


@lru_cache(maxsize=128)
def _prepare(statement: sa.ClauseElement, dialect: sa.Dialect) -> tuple[str, dict[str, Any]]:
    compiled = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    fixed = {name: value for name, value in compiled.params.items() if value is not None}
    return str(compiled), fixed


def run(dialect: sa.Dialect, cursor: Cursor, statement: sa.ClauseElement, values: Mapping[str, Any]) -> None:
    """Execute a statement with its own fixed values and the given ones."""
    sql, fixed = _prepare(statement, dialect)
    cursor.execute(sql, {**fixed, **values} if fixed else values)


def run_many(
    dialect: sa.Dialect, cursor: Cursor, statement: sa.ClauseElement, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Execute a statement once a row; it must hold no fixed values."""
    sql, _ = _prepare(statement, dialect)
    cursor.executemany(sql, rows)


@lru_cache(maxsize=32)
def _prepare_rows(statement: sa.ClauseElement) -> str:
    compiled = statement.compile(dialect=sqlite.dialect(paramstyle="qmark"))
    if fixed := [name for name, value in compiled.params.items() if value is not None]:
        raise TypeError(f"values of its own, which have no place in a row: {fixed}")
    return str(compiled)


def run_rows(cursor: Cursor, statement: sa.ClauseElement, rows: Sequence[Sequence[str | int]]) -> int:
    """Execute a statement once a row, whose values are in the order of its text; says how many rows it changed.

    Values by place cost half of values by name (measured).
    """
    cursor.executemany(_prepare_rows(statement), rows)
    return cursor.rowcount


class Tally(NamedTuple):
    """A table of numbers `n` by their key; see `tally_of`."""

    more: sa.ClauseElement
    first: sa.ClauseElement

    def add(self, cursor: Cursor, rows: Iterable[Sequence[str | int]]) -> None:
        """Add to numbers: of each its key and how many more."""
        for *key, more in rows:
            if not run_rows(cursor, self.more, [(more, *key)]):
                run_rows(cursor, self.first, [(*key, more)])


def tally_of(table: sa.Table) -> Tally:
    """The statements that count in a table whose last column is `n` and whose others are its key."""
    named: dict[str, sa.BindParameter[Any]] = {column.name: sa.bindparam(f"to_{column.name}") for column in table.c}
    key = [column == named[column.name] for column in table.primary_key]
    return Tally(table.update().where(*key).values(n=table.c.n + named["n"]), table.insert().values(named))
