"""Versions of drafts on disk: each autosave that differs, thinned as it ages."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from sendoff.adapters.storage.contents import content_from_json, content_to_json
from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import content_version
from sendoff.core.campaign import Content
from sendoff.core.library import Version, superfluous

_v = content_version.c


class Versions:
    """Implements `core.library.VersionStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, campaign_id: str, content: Content, at: int) -> bool:
        text = content_to_json(content)
        newest = select(_v.content).where(_v.campaign_id == campaign_id).order_by(_v.number.desc()).limit(1)
        # Looked at first by a reader: most saves change nothing here, and then nothing needs to be on disk.
        with self._database.reading() as connection:
            if connection.execute(newest).scalar() == text:
                return False
        with self._database.writing() as connection:
            last = connection.execute(select(func.max(_v.number)).where(_v.campaign_id == campaign_id)).scalar() or 0
            connection.execute(
                content_version.insert().values(
                    campaign_id=campaign_id,
                    number=last + 1,
                    at=at,
                    size=len(text.encode()),
                    subject=content.subject,
                    content=text,
                )
            )
            dropped = superfluous(_listed(connection, campaign_id))
            if dropped:
                connection.execute(
                    content_version.delete().where(_v.campaign_id == campaign_id, _v.number.in_(dropped))
                )
        return True

    def all(self, campaign_id: str) -> Sequence[Version]:
        with self._database.reading() as connection:
            return _listed(connection, campaign_id)

    def get(self, campaign_id: str, number: int) -> Content | None:
        with self._database.reading() as connection:
            text = connection.execute(
                select(_v.content).where(_v.campaign_id == campaign_id, _v.number == number)
            ).scalar()
        return None if text is None else content_from_json(text)


def _listed(connection: Connection, campaign_id: str) -> list[Version]:
    rows = connection.execute(
        select(_v.number, _v.at, _v.size, _v.subject).where(_v.campaign_id == campaign_id).order_by(_v.number.desc())
    )
    return [Version(number=row.number, at=row.at, size=row.size, subject=row.subject) for row in rows]
