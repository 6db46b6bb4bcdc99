"""A segment as SQL: bound parameters over the JSON array in `delivery.fields`, agreeing with `core.segment.fits`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa

from sendoff.adapters.storage.schema import delivery
from sendoff.core.dates import day_in
from sendoff.core.segment import DATES, NUMBER_LENGTH, ORDERS, Condition, Every, Not, Op, Segment, Some

_DAY = len("2026-01-31")
_ISO = "[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]"
"""The year 0, which SQLite knows and we do not, is none of them."""
_USUAL = (_ISO, f"{_ISO}[ T][0-2][0-9]:[0-5][0-9]", f"{_ISO}[ T][0-2][0-9]:[0-5][0-9]:[0-5][0-9]")
"""How lists mostly write a date."""
_Text = sa.ColumnElement[str]


def condition_of(segment: Segment, fields: Sequence[str]) -> sa.ColumnElement[bool]:
    """The rows of a segment, as a condition on `delivery`; `fields` names what the array holds."""
    match segment:
        case Condition(field, op, values):
            cell = cell_of(fields, field)
            if op is Op.EMPTY:
                return cell == ""
            if op in DATES:
                return _dated(op, cell, str(values[0]))
            return _among(cell, values) if op is Op.IN else _related(op, cell, values[0])
        case Not(part):
            return sa.not_(condition_of(part, fields))
        case Every(parts):
            return sa.and_(sa.true(), *(condition_of(part, fields) for part in parts))
        case Some(parts):
            return sa.or_(sa.false(), *(condition_of(part, fields) for part in parts))


def add_functions(driver: sqlite3.Connection) -> None:
    """Teach a connection what these conditions ask of it."""
    driver.create_function("fold", 1, str.casefold, deterministic=True)
    driver.create_function("day_in", 1, day_in, deterministic=True)


def cell_of(fields: Sequence[str], field: str) -> _Text:
    """A column of the list; empty where the row does not have it."""
    if field not in fields:
        return sa.literal("")
    path = f"$[{list(fields).index(field)}]"
    return sa.func.coalesce(sa.func.json_extract(delivery.c.fields, path, type_=sa.Text), "")


def folded(text: _Text) -> _Text:
    """Case folded. SQLite's own `lower` knows only ASCII, where it is the same and much quicker than a call of ours."""
    plain = sa.func.length(sa.cast(text, sa.LargeBinary)) == sa.func.length(text)
    return sa.case((plain, sa.func.lower(text)), else_=sa.func.fold(text))


def holding(texts: Sequence[_Text], search: str) -> sa.ColumnElement[bool]:
    """Whether each word of a search is in one of the texts, case aside."""
    words = search.split()
    return sa.and_(sa.true(), *(sa.or_(*(_holds(text, word) for text in texts)) for word in words))


def _holds(text: _Text, wanted: str) -> sa.ColumnElement[bool]:
    """`LIKE` finds ASCII five times as quickly as a look at the folded text."""
    exotic = sa.func.length(sa.cast(text, sa.LargeBinary)) != sa.func.length(text)
    closely = sa.func.instr(sa.func.fold(text), wanted.casefold()) > 0
    return sa.or_(text.contains(wanted, autoescape=True), sa.and_(exotic, closely))


def _among(cell: _Text, values: Sequence[str | float]) -> sa.ColumnElement[bool]:
    texts = [value.casefold() for value in values if isinstance(value, str)]
    numbers = [_numbered(Op.EQUAL, cell, value) for value in values if isinstance(value, float)]
    return sa.or_(folded(cell).in_(texts) if texts else sa.false(), *numbers)


def _dated(op: Op, cell: _Text, value: str) -> sa.ColumnElement[bool]:
    """Compare the day in a cell as far as the value goes: a year, a month or a day.

    A usual one of the calendar is what SQLite, asked to reckon with it, gives back; all else is read by `core.dates`.
    """
    glob = cell.op("GLOB", return_type=sa.Boolean())
    said = sa.func.substr(cell, 1, _DAY)
    plain = sa.and_(sa.or_(*map(glob, _USUAL)), sa.func.date(cell, "+0 days") == said)
    day = sa.case((plain, said), (cell == "", ""), else_=sa.func.day_in(cell))
    order: Callable[[Any, Any], Any] = DATES[op]
    return sa.and_(day != "", order(sa.func.substr(day, 1, len(value)), sa.literal(value, sa.Text)))


def _related(op: Op, cell: _Text, value: str | float) -> sa.ColumnElement[bool]:
    if isinstance(value, float):
        return _numbered(op, cell, value)
    wanted = sa.literal(value.casefold(), sa.Text)
    text = folded(cell)
    match op:
        case Op.CONTAINS:
            return sa.and_(_glimpsed(value), sa.func.instr(text, wanted) > 0) if value else sa.true()
        case Op.STARTS:
            return sa.and_(_glimpsed(value), sa.func.substr(text, 1, sa.func.length(wanted)) == wanted)
        case Op.ENDS:
            # A negative start counts from the end; SQLite takes -0 for the first character.
            ends = sa.func.substr(text, -sa.func.length(wanted)) == wanted
            return sa.and_(_glimpsed(value), ends) if value else sa.true()
        case Op.EQUAL:
            return sa.and_(_glimpsed(value), text == wanted)
        case _:
            order: Callable[[Any, Any], Any] = ORDERS[op]
            return sa.and_(cell != "" if op is not Op.UNEQUAL else sa.true(), order(text, wanted))


def _glimpsed(value: str) -> sa.ColumnElement[bool]:
    """What must be true of the whole array where a cell holds the text: three times as quick as taking cells out.

    In an array of ASCII the text stands as it is, case aside; an array with other letters is looked at closely.
    """
    if not value.isascii() or not value.isprintable() or set(value) & set('"\\'):
        return sa.true()
    cells = delivery.c.fields
    other = sa.func.length(sa.cast(cells, sa.LargeBinary)) != sa.func.length(cells)
    return sa.or_(cells.contains(value, autoescape=True), other)


def _numbered(op: Op, cell: _Text, value: float) -> sa.ColumnElement[bool]:
    """Compare as numbers: digits, one point, a minus in front, as `core.segment.NUMBER` has it."""
    glob = cell.op("GLOB", return_type=sa.Boolean())
    is_number = sa.and_(
        sa.func.length(cell) <= NUMBER_LENGTH,
        sa.not_(glob("*[^-.0-9]*")),
        glob("*[0-9]*"),
        sa.not_(glob("?*-*")),
        sa.not_(glob("*.*.*")),
    )
    order: Callable[[Any, Any], Any] = ORDERS[op]
    compared: sa.ColumnElement[bool] = order(sa.cast(cell, sa.Float), sa.literal(value, sa.Float))
    return sa.or_(sa.not_(is_number), compared) if op is Op.UNEQUAL else sa.and_(is_number, compared)
