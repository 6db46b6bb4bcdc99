"""Audiences on disk. Their rows are in `delivery`, under the audience's id."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select, update

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import audience
from sendoff.core.audience import Audience
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.titles import Titles

_a = audience.c


class Audiences:
    """Every audience of one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, one: Audience) -> None:
        """Insert or replace by id. Raises InputError where another audience has the name."""
        values = {
            "name": one.name,
            "tags": json.dumps(one.tags, ensure_ascii=False),
            "fields": json.dumps(one.fields, ensure_ascii=False),
            "source": one.source,
            "created_at": one.created_at,
            "updated_at": one.updated_at,
            "titles": json.dumps(dict(one.titles.pairs), ensure_ascii=False),
            "formats": json.dumps(dict(one.formats), ensure_ascii=False),
        }
        with self._database.writing() as connection:
            if connection.execute(select(_a.id).where(_a.name == one.name, _a.id != one.id)).first():
                raise InputError(
                    tr("There is already an audience named “{name}”.", name=one.name),
                    remedy=tr("Choose another name."),
                    code="name_taken",
                )
            if not connection.execute(update(audience).where(_a.id == one.id).values(values)).rowcount:
                connection.execute(audience.insert().values(id=one.id, **values))

    def get(self, audience_id: str) -> Audience | None:
        """One audience by its id."""
        with self._database.reading() as connection:
            row = connection.execute(select(audience).where(_a.id == audience_id)).first()
        return None if row is None else _audience(row)

    def all(self) -> Sequence[Audience]:
        """Every audience by name."""
        with self._database.reading() as connection:
            rows = connection.execute(select(audience).order_by(func.lower(_a.name), _a.id)).all()
        return [_audience(row) for row in rows]

    def remove(self, audience_id: str) -> None:
        """Forget the audience; its rows are another's business."""
        with self._database.writing() as connection:
            connection.execute(audience.delete().where(_a.id == audience_id))


def _audience(row: Any) -> Audience:
    return Audience(
        id=row.id,
        name=row.name,
        tags=tuple(json.loads(row.tags)),
        fields=tuple(json.loads(row.fields)),
        source=row.source,
        created_at=row.created_at,
        updated_at=row.updated_at,
        titles=Titles(tuple(json.loads(row.titles).items())),
        formats=tuple(json.loads(row.formats).items()),
    )
