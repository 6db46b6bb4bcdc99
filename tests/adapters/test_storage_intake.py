"""Rows of a list on their way into the database: none is changed, lost or left behind, and the CHECKs stay in force."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.adapters.data_folder import batch, judged, open_folder, people, sql

from sendoff.adapters.storage import database, intake, sweeping
from sendoff.adapters.storage.store import Store
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import State
from sendoff.core.errors import InputError, StorageError
from sendoff.core.recipient import Judged, Verdict, kept_as

FIELDS = ("email", "note")
TEXT = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(['"', "\\", '","', "a\x1fb", "\0"])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_folder(tmp_path)
    yield store
    store.close()


def add(store: Store, owner: str, number: int, first: int = 1) -> None:
    """Append ready rows to a list."""
    store.deliveries.add(owner, [batch(people(owner, number, first))])


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(st.tuples(TEXT, TEXT, TEXT, st.sampled_from(Verdict)), max_size=12))
def test_rows_come_back_as_they_went_in(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str, Verdict]]
) -> None:
    store = open_folder(tmp_path_factory.mktemp("data"))
    try:
        given_rows: list[Judged] = [
            (
                number,
                address,
                f"{address}@x.org",
                name,
                (address, note),
                verdict,
                "",
                note if verdict is not Verdict.READY else "",
            )
            for number, (address, name, note, verdict) in enumerate(rows, 1)
        ]
        assert store.deliveries.add("c", [batch(given_rows)] if given_rows else []) == Counter(
            row[5] for row in given_rows
        )
        lines = store.deliveries.page("c", FIELDS, limit=100)
        assert [(line.position, line.address, line.name, tuple(line.fields.values())) for line in lines] == [
            (position, address, name, values) for position, address, _, name, values, *_ in given_rows
        ]
        assert [(line.state, line.reason, line.text) for line in lines] == [
            (*kept_as(row[5]), row[7]) for row in given_rows
        ]
        assert Counter(line.state for line in lines) == store.deliveries.by_state("c")
        assert sql(store, "SELECT address_key, domain_key FROM delivery ORDER BY id") == [
            (row[2], "@x.org") for row in given_rows
        ]
    finally:
        store.close()


def test_ids_follow_the_list_over_statements_and_commits(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_STATEMENT", 400)
    monkeypatch.setattr(intake, "_TOGETHER", 1)
    heard: list[int] = []
    parts = [batch(people("c", number, first)) for first, number in ((1, 1_000), (1_001, 1_000), (2_001, 345))]
    counts = store.deliveries.add("c", parts, heard.append)
    assert (counts, heard) == ({Verdict.READY: 2_345}, [1_000, 2_000, 2_345])
    assert sql(store, "SELECT position FROM delivery ORDER BY id") == [(row,) for row in range(1, 2_346)]


def test_a_row_that_cannot_be_kept_takes_its_commit_back(store: Store) -> None:
    add(store, "c", 3)
    with pytest.raises(StorageError):
        store.deliveries.add("c", [batch([*people("c", 2, first=4), judged(2, "again@x.org")])])
    assert store.deliveries.by_state("c") == {State.QUEUED: 3}
    assert len(sql(store, "SELECT 1 FROM delivery")) == 3
    add(store, "c", 2, first=4)
    assert store.deliveries.by_state("c") == {State.QUEUED: 5}


def test_what_is_heard_can_end_it(store: Store) -> None:
    def stop(_rows: int) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        store.deliveries.add("c", [batch(people("c", 3))], stop)
    assert store.deliveries.by_state("c") == {State.QUEUED: 3}


@pytest.mark.parametrize("broken", [False, True])
def test_the_checks_are_in_force_after_an_import(store: Store, broken: bool) -> None:
    add(store, "c", 1)
    if broken:
        with pytest.raises(StorageError):
            add(store, "c", 1)
    with pytest.raises(StorageError), store.database.committing() as cursor:
        cursor.execute("UPDATE delivery SET state = 'lost'", {})
    assert store.deliveries.by_state("c") == {State.QUEUED: 1}


def test_a_list_is_forgotten_and_no_other(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "_BATCH", 500)
    add(store, "c", 1_700)
    add(store, "d", 20)
    for _ in range(2):
        store.deliveries.discard("c")
        assert store.deliveries.by_state("c") == {}
        assert store.deliveries.page("c", FIELDS) == store.deliveries.window("c", FIELDS, 1, 9) == []
        store.sweeper.wait()
        assert sql(store, "SELECT campaign_id, count(*) FROM delivery GROUP BY 1") == [("d", 20)]
        assert sql(store, "SELECT campaign_id, n FROM campaign_count") == [("d", 20)]
        assert sql(store, "SELECT 1 FROM unfinished") == []


def test_a_new_list_waits_beside_the_old_one_and_takes_its_place_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_GLANCE", 10)
    store.campaigns.save(Campaign(id="c", name="c", fields=("old",), list_name="old.csv"))
    add(store, "c", 3)
    target = store.deliveries.begin("c")
    add(store, target, 5)
    assert (len(store.deliveries.page("c", FIELDS)), store.deliveries.page(target, FIELDS)) == (3, [])
    for looks in (0, 1, 3):
        asked = iter([False] * looks)
        assert not store.deliveries.finish("c", target, partial(next, asked, True), fields=("new",))
        assert store.deliveries.by_state("c") == {State.QUEUED: 3}
    assert store.deliveries.finish("c", target, fields=("new",), list_name="new.csv")
    assert (
        store.deliveries.by_state("c") == {State.QUEUED: len(store.deliveries.page("c", FIELDS))} == {State.QUEUED: 5}
    )
    campaign = store.campaigns.get("c")
    assert campaign
    assert (campaign.fields, campaign.list_name) == (("new",), "new.csv")
    assert sql(store, "SELECT 1 FROM unfinished") == []


def test_a_started_campaign_takes_no_other_list_and_half_a_list_starts_no_campaign(store: Store) -> None:
    store.campaigns.save(Campaign(id="c", name="c"))
    target = store.deliveries.begin("c")
    add(store, target, 3)
    assert not store.campaigns.move("c", CampaignState.RUNNING, "", 1)
    assert store.deliveries.finish("c", target)
    another = store.deliveries.begin("c")
    assert store.campaigns.move("c", CampaignState.RUNNING, "", 1)
    with pytest.raises(InputError, match="has been started"):
        store.deliveries.finish("c", another)
    with pytest.raises(InputError, match="has been started"):
        store.deliveries.begin("c")
    assert store.deliveries.by_state("c") == {State.QUEUED: 3}


def test_a_killed_import_leaves_nothing(tmp_path: Path) -> None:
    store = open_folder(tmp_path)
    add(store, "old", 4)
    store.close()
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert ended.returncode == 9
    store = open_folder(tmp_path)
    for owner, rows in (("old", 4), ("new", 0)):
        assert len(store.deliveries.page(owner, FIELDS)) == rows == sum(store.deliveries.by_state(owner).values())
    store.sweeper.wait()
    assert sql(store, "SELECT campaign_id, count(*) FROM delivery GROUP BY 1") == [("old", 4)]
    assert sql(store, "SELECT 1 FROM unfinished") == []
    store.close()


KILLED = """
import os, sys, pathlib
from tests.adapters.data_folder import batch, open_folder, people
store = open_folder(pathlib.Path(sys.argv[1]))
store.deliveries.add(store.deliveries.begin("new"), [batch(people("new", 3))])
store.deliveries.add(store.deliveries.begin("old"), [batch(people("old", 3))], lambda _rows: os._exit(9))
"""
