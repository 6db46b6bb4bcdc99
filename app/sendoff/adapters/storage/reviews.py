"""Reviews of campaigns on disk."""

from __future__ import annotations

from sqlalchemy import select

from sendoff.adapters.storage.database import Database
from sendoff.adapters.storage.schema import review as table
from sendoff.core.review import Review, review_from_json, review_to_json


class Reviews:
    """Implements `core.review.ReviewStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str) -> Review:
        with self._database.reading() as connection:
            text = connection.execute(select(table.c.data).where(table.c.key == key)).scalar()
        return Review() if text is None else review_from_json(text)

    def save(self, key: str, review: Review) -> None:
        with self._database.writing() as connection:
            connection.execute(table.delete().where(table.c.key == key))
            connection.execute(table.insert().values(key=key, data=review_to_json(review)))
