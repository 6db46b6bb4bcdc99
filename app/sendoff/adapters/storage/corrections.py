"""Rows of a newer list that mean somebody whose address was corrected by hand get the corrected address."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import delivery
from sendoff.adapters.storage.selecting import KNOWN
from sendoff.core.audience import Audience
from sendoff.core.corrections import Corrected, Corrections, Found, Written, found_again
from sendoff.core.delivery import State
from sendoff.core.recipient import Verdict, kept_as, verdict_of

_d = delivery.c
_PIECE = 5_000


def corrected_rows(database: Database, old: Audience, new: Audience) -> list[Found]:
    """Find them, and correct them in commits of some thousand rows each."""
    with database.reading() as connection:
        known = _corrections(connection, old.id)
        if not known.rows:
            return []
        said, keys = _among({one.said for one in known.rows}), _among({one.key for one in known.rows})
        of_new = _d.campaign_id == new.id
        rows = connection.execute(
            sa.select(_d.id, _d.address_key, _d.reason).where(of_new, said).order_by(_d.position)
        ).all()
        kept = _d.state != State.SKIPPED.value
        there = connection.execute(sa.select(_d.address_key).where(of_new, kept, keys)).scalars().all()
    written = [Written(id=row, key=key, verdict=verdict_of(reason)) for row, key, reason in rows]
    found = found_again(known.rows, written, known.standing, set(there))
    for start in range(0, len(found), _PIECE):
        _write(database, found[start : start + _PIECE], new.fields)
    return found


def corrections_in(database: Database, owner_id: str) -> Corrections:
    """What a person corrected in a list."""
    with database.reading() as connection:
        return _corrections(connection, owner_id)


def _corrections(connection: sa.Connection, owner_id: str) -> Corrections:
    corrected = _corrected(connection, owner_id)
    if not corrected:
        return Corrections()
    said = _among({one.said for one in corrected})
    standing = connection.execute(sa.select(_d.address_key).where(_d.campaign_id == owner_id, KNOWN, said)).scalars()
    return Corrections(rows=corrected, standing=frozenset(standing))


def _corrected(connection: sa.Connection, owner_id: str) -> list[Corrected]:
    query = (
        sa.select(_d.said, _d.address_key, _d.address, _d.reason)
        .where(_d.campaign_id == owner_id, _d.said != "", _d.said != _d.address_key)
        .where(_d.reason != Verdict.INVALID.value)
        .order_by(_d.position)
    )
    return [
        Corrected(said=said, key=key, address=address, repeated=reason == Verdict.DUPLICATE.value)
        for said, key, address, reason in connection.execute(query)
    ]


def _among(keys: Iterable[str]) -> sa.ColumnElement[bool]:
    return _d.address_key.in_(sa.select(sa.func.json_each(json.dumps(sorted(keys))).table_valued("value").c.value))


def _write(database: Database, found: Sequence[Found], fields: Sequence[str]) -> None:
    change = (
        delivery.update()
        .where(_d.id == sa.bindparam("row"))
        .values({name: sa.bindparam(f"to_{name}") for name in ("address", "address_key", "domain_key", "fields")})
        .values({name: sa.bindparam(f"to_{name}") for name in ("state", "reason")})
        .values(text="")
    )
    with database.writing() as connection:
        ids = json.dumps([one.row.id for one in found])
        named = sa.func.json_each(ids).table_valued("value")
        rows = connection.execute(sa.select(_d.id, _d.address, _d.fields).where(_d.id.in_(sa.select(named.c.value))))
        now = {row: (address, json.loads(cells)) for row, address, cells in rows}
        connection.execute(change, [_values(one, fields, *now[one.row.id]) for one in found])


def _values(one: Found, fields: Sequence[str], written: str, cells: Sequence[str]) -> dict[str, object]:
    """The row with the corrected address in every field that held the other one."""
    state, reason = kept_as(one.verdict)
    anew = [
        one.means.address if name == "email" or (cell and cell == written) else cell
        for name, cell in zip(fields, cells, strict=False)
    ]
    return {
        "row": one.row.id,
        "to_address": one.means.address,
        "to_address_key": one.means.key,
        "to_domain_key": f"@{one.means.key.rpartition('@')[2]}",
        "to_fields": json.dumps(anew, ensure_ascii=False, separators=(",", ":")),
        "to_state": state.value,
        "to_reason": reason,
    }
