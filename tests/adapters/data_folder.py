"""Data folders for the tests of storage: a template built once by the migrations, and campaigns to fill it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from sendoff.adapters.storage.database import FILE_NAME
from sendoff.adapters.storage.store import Store
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.columns import Batch
from sendoff.core.recipient import Judged, Verdict


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
    store.deliveries.add(name, [batch(people(name, number, first))])
    return ids(store, name)


def people(name: str, number: int, first: int = 1) -> Iterator[Judged]:
    """Rows as an import brings them."""
    for position in range(first, first + number):
        address = f"u{position}@{'even' if position % 2 == 0 else 'odd'}.example"
        yield judged(position, address, [f"Ann {position}"])


def judged(position: int, address: str, values: Sequence[str] = ("",), *, name: str = "") -> Judged:
    """A ready row as an import brings it."""
    return position, address, address, name, values, Verdict.READY, "", ""


def batch(rows: Iterable[Judged]) -> Batch:
    """Judged rows as one batch."""
    rows = list(rows)
    positions, addresses, keys, names, values, verdicts, problems, meant = zip(*rows, strict=True)
    found = enumerate(zip(verdicts, problems, meant, strict=True))
    return Batch(
        positions=positions,
        addresses=addresses,
        keys=keys,
        domains=[f"@{key.rpartition('@')[2]}" for key in keys],
        names=names,
        values=values,
        marked={place: each for place, each in found if each[0] is not Verdict.READY},
    )


def ids(store: Store, name: str = "c") -> list[int]:
    """The ids of a campaign's rows, in order."""
    return [row for (row,) in sql(store, "SELECT id FROM delivery WHERE campaign_id = ? ORDER BY id", name)]


def sql(store: Store, statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """Rows of a statement, past every repository."""
    with store.database.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement, values)]
