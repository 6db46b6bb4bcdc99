"""A list beside the rows that are there: compared without changing them, and taken whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.adapters.data_folder import open_folder

from sendoff.adapters.storage.store import Store
from sendoff.adapters.system.blobs import Blobs
from sendoff.adapters.system.files import UserFiles
from sendoff.adapters.tabular.lists import ListFiles
from sendoff.core.campaign import Campaign
from sendoff.core.difference import Difference
from sendoff.core.errors import InputError
from sendoff.core.events import Event, ImportProgress
from sendoff.core.listing import TableSource
from sendoff.services.bus import Bus
from sendoff.services.recipients import Recipients

NUMBER = 9_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_folder(tmp_path)
    yield store
    store.close()


@pytest.fixture
def bus() -> Bus:
    return Bus()


@pytest.fixture
def recipients(store: Store, tmp_path: Path, bus: Bus) -> Recipients:
    return Recipients(
        files=UserFiles(),
        lists=ListFiles(),
        campaigns=store.campaigns,
        rows=store.deliveries,
        blobs=Blobs(tmp_path / "blobs"),
        bus=bus,
    )


class Growing:
    """A list whose file gets another row while it is read."""

    def __init__(self, table: TableSource, path: Path) -> None:
        self.headers, self.sample, self.notes, self.formats = table.headers, table.sample, table.notes, table.formats
        self._table, self._path = table, path

    def rows(self) -> Iterator[Sequence[str]]:
        every = iter(self._table.rows())
        yield next(every)
        with self._path.open("a") as file:
            file.write("late@example.com,Ulm\n")
        yield from every


def rows(path: Path, numbers: range, town: str = "Bonn") -> Path:
    path.write_text("email,town\n" + "".join(f"p{number}@example.com,{town}{number % 7}\n" for number in numbers))
    return path


def draft(store: Store, recipients: Recipients, path: Path) -> Campaign:
    campaign = Campaign(id="c", name="c")
    store.campaigns.save(campaign)
    return recipients.bring(campaign, recipients.look(path))[0]


def test_who_is_new_changed_and_gone(store: Store, recipients: Recipients, tmp_path: Path, bus: Bus) -> None:
    kept = draft(store, recipients, rows(tmp_path / "old.csv", range(NUMBER)))
    heard: list[Event] = []
    bus.subscribe(heard.append)
    later = recipients.look(rows(tmp_path / "new.csv", range(100, NUMBER + 50)))
    difference = recipients.compare(kept, later)
    assert difference is not None
    assert replace(difference, examples=()) == Difference(new=50, gone=100, same=NUMBER - 100)
    moved = recipients.look(rows(tmp_path / "moved.csv", range(NUMBER), "Ulm"))
    found = recipients.compare(kept, moved)
    assert found is not None
    assert (found.changed, found.same) == (NUMBER, 0)
    assert found.examples[0].fields.keys() == {"town"}
    assert any(isinstance(event, ImportProgress) and event.campaign_id == "c" for event in heard)
    assert sum(store.deliveries.counts("c").values()) == NUMBER


def test_a_comparison_can_be_stopped(store: Store, recipients: Recipients, tmp_path: Path) -> None:
    kept = draft(store, recipients, rows(tmp_path / "old.csv", range(NUMBER)))
    assert recipients.compare(kept, recipients.look(tmp_path / "old.csv"), stopped=lambda: True) is None


def test_nothing_is_kept_of_a_file_that_changed_after_the_look(
    store: Store, recipients: Recipients, tmp_path: Path
) -> None:
    campaign = Campaign(id="c", name="c")
    store.campaigns.save(campaign)
    look = recipients.look(rows(tmp_path / "list.csv", range(5)))
    rows(tmp_path / "list.csv", range(6))
    with pytest.raises(InputError, match="has changed since") as caught:
        recipients.bring(campaign, look)
    assert caught.value.code == "changed"
    assert sum(store.deliveries.counts("c").values()) == 0


def test_nothing_is_kept_of_a_file_that_grows_meanwhile(store: Store, recipients: Recipients, tmp_path: Path) -> None:
    campaign = Campaign(id="c", name="c")
    store.campaigns.save(campaign)
    look = recipients.look(rows(tmp_path / "list.csv", range(NUMBER)))
    with pytest.raises(InputError, match="has changed since"):
        recipients.bring(campaign, replace(look, table=Growing(look.table, look.path)))
    assert sum(store.deliveries.counts("c").values()) == 0
