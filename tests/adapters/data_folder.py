"""Data folders for the tests of storage: a template built once by the migrations, and campaigns to fill it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sendoff.adapters.storage.database import FILE_NAME
from sendoff.adapters.storage.store import Store
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import Delivery


@cache
def _template() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        Store(Path(folder)).close()
        return (Path(folder) / FILE_NAME).read_bytes()


def open_folder(folder: Path) -> Store:
    """Open a new data folder without running the migrations again."""
    if not (folder / FILE_NAME).exists():
        (folder / FILE_NAME).write_bytes(_template())
    return Store(folder)


def add_campaign(
    store: Store, number: int, name: str = "c", *, state: CampaignState = CampaignState.RUNNING, first: int = 1
) -> list[int]:
    """Save a campaign with `number` recipients at two domains; return the ids of its rows, in order."""
    store.campaigns.save(Campaign(id=name, name=name, state=state, account_id="account", fields=("first_name",)))
    store.deliveries.add(name, people(name, number, first))
    return ids(store, name)


def people(name: str, number: int, first: int = 1) -> Iterator[tuple[Delivery, str, str]]:
    """Rows as an import brings them."""
    for position in range(first, first + number):
        address = f"u{position}@{'even' if position % 2 == 0 else 'odd'}.example"
        row = Delivery(
            id=0, campaign_id=name, position=position, address=address, fields={"first_name": f"Ann {position}"}
        )
        yield row, address, ""


def ids(store: Store, name: str = "c") -> list[int]:
    """The ids of a campaign's rows, in order."""
    return [row for (row,) in sql(store, "SELECT id FROM delivery WHERE campaign_id = ? ORDER BY id", name)]


def sql(store: Store, statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """Rows of a statement, past every repository."""
    with store.database.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement, values)]
