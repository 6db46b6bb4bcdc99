"""The blocked list: addresses (and `@domains`) that are never written to again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import suppression
from sendoff.core.suppression import Suppression


class Suppressions:
    """The blocked list of one data folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, entries: Iterable[Suppression]) -> None:
        """Block; an address that is blocked already keeps its first reason."""
        with self._database.writing() as connection:
            for entry in entries:
                known = connection.execute(select(suppression.c.key).where(suppression.c.key == entry.key)).first()
                if known is None:
                    connection.execute(
                        suppression.insert().values(
                            key=entry.key, reason=entry.reason, source=entry.source, at=entry.at
                        )
                    )

    def remove(self, key: str) -> None:
        """Unblock."""
        with self._database.writing() as connection:
            connection.execute(suppression.delete().where(suppression.c.key == key))

    def all(self) -> Sequence[Suppression]:
        """Every entry, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(suppression).order_by(suppression.c.at.desc(), suppression.c.key)).all()
        return [Suppression(key=row.key, reason=row.reason, source=row.source, at=row.at) for row in rows]
