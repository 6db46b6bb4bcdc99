"""A `Selection` as SQL: which rows of a list are meant, and in which order."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from sendoff.adapters.storage.schema import MARKED, delivery
from sendoff.adapters.storage.segments import cell_of, condition_of
from sendoff.adapters.storage.sweeping import is_whole
from sendoff.core.audience import REACHED, Selection, Sort
from sendoff.core.delivery import State
from sendoff.core.recipient import Verdict, kept_as
from sendoff.core.segment import EVERYBODY

_d = delivery.c
_KEPT = _d.state != State.SKIPPED.value
KNOWN = sa.or_(_KEPT, _d.reason == Verdict.LEFT_OUT.value)
"""Rows that stand for their address: who was left out by a person's word is not brought back by a newer list."""


def chosen(selection: Selection, sort: Sort | None = None) -> sa.Select[tuple[int]]:
    """The ids of a selection's rows in their order, its `text` left out."""
    query = sa.select(_d.id).where(_d.campaign_id == selection.owner_id, is_whole(selection.owner_id))
    if selection.kept:
        query = query.where(_KEPT)
    if selection.verdicts:
        query = query.where(_judged(selection.verdicts))
    if selection.segment != EVERYBODY:
        query = query.where(condition_of(selection.segment, selection.fields))
    for owner in selection.within:
        query = query.where(_d.address_key.in_(_keys(_KEPT, owner)))
    if selection.without:
        query = query.where(_d.address_key.not_in(_keys(_KEPT, *selection.without)))
    if selection.unknown_to:
        query = query.where(_d.address_key.not_in(_keys(KNOWN, *selection.unknown_to)))
    if selection.not_in:
        reached = _d.state.in_([state.value for state in REACHED])
        query = query.where(_d.address_key.not_in(_keys(reached, *selection.not_in)))
    return query.order_by(*_ordered(selection, sort or Sort()))


def _keys(which: sa.ColumnElement[bool], *owners: str) -> sa.Select[tuple[str]]:
    # An alias, or the rows would be compared with themselves.
    other = delivery.alias()
    query = sa.select(other.c.address_key).where(other.c.campaign_id.in_(owners))
    return query.where(sa.sql.util.ClauseAdapter(other).traverse(which))


def _judged(verdicts: tuple[Verdict, ...]) -> sa.ColumnElement[bool]:
    state, _ = kept_as(Verdict.READY)
    marked = [verdict.value for verdict in verdicts if verdict is not Verdict.READY]
    tests = [sa.and_(_d.reason.in_(marked), MARKED)] if marked else []
    if Verdict.READY in verdicts:
        tests.append(sa.and_(_d.state == state.value, _d.reason == ""))
    return tests[0] if len(tests) == 1 else sa.or_(*tests)


def _ordered(selection: Selection, sort: Sort) -> list[sa.ColumnElement[Any]]:
    by: list[sa.ColumnElement[Any]] = [_d.position]
    if selection.verdicts and Verdict.READY not in selection.verdicts:
        # The sum keeps SQLite from going through the whole list in order for a few marked rows.
        by = [_d.position + 0]
    if sort.field == "address":
        by = [_d.address_key, _d.position]
    elif sort.field:
        text = _d.name if sort.field == "name" and "name" not in selection.fields else None
        cell = cell_of(selection.fields, sort.field) if text is None else text
        by = [sa.func.lower(cell), _d.position]
    return [column.desc() for column in by] if sort.descending else by
