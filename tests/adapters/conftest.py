"""What several tests of adapters share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from sendoff.adapters.storage.schema import delivery
from sendoff.adapters.storage.segments import add_functions


@pytest.fixture(scope="module")
def connection() -> Iterator[sa.Connection]:
    """A database with an empty table of rows, and what Sendoff adds to SQL."""
    engine = sa.create_engine("sqlite://")

    @sa.event.listens_for(engine, "connect")
    def _(driver: sqlite3.Connection, _: object) -> None:
        add_functions(driver)

    with engine.connect() as connection:
        delivery.create(connection)
        yield connection
    engine.dispose()
