"""Own templates on disk."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select, update

from sendoff.adapters.storage.contents import content_from_json, content_to_json
from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import message_template
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.library import MessageTemplate

_t = message_template.c


class Templates:
    """Implements `core.library.TemplateStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, one: MessageTemplate) -> None:
        values = {
            "name": one.name,
            "description": one.description,
            "content": content_to_json(one.content),
            "changed_at": one.changed_at,
        }
        with self._database.writing() as connection:
            if connection.execute(select(_t.id).where(_t.name == one.name, _t.id != one.id)).first():
                raise InputError(
                    tr("There is a template “{name}” already.", name=one.name),
                    remedy=tr("Choose another name."),
                    code="name_taken",
                )
            if not connection.execute(update(message_template).where(_t.id == one.id).values(values)).rowcount:
                connection.execute(message_template.insert().values(id=one.id, **values))

    def all(self) -> Sequence[MessageTemplate]:
        with self._database.reading() as connection:
            rows = connection.execute(select(message_template).order_by(func.lower(_t.name), _t.id)).all()
        return [
            MessageTemplate(
                id=row.id,
                name=row.name,
                description=row.description,
                content=content_from_json(row.content),
                changed_at=row.changed_at,
            )
            for row in rows
        ]

    def remove(self, template_id: str) -> None:
        with self._database.writing() as connection:
            connection.execute(message_template.delete().where(_t.id == template_id))
