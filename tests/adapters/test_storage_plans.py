"""How the hot statements are carried out: through their indexes, however long the list."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from tests.adapters.data_folder import add_campaign, open_folder

from sendoff.adapters.storage import deliveries, queue
from sendoff.adapters.storage.statements import _prepare
from sendoff.adapters.storage.store import Store
from sendoff.core.delivery import State

MANY = 100_000
QUICK = 0.020
"""Seconds of processor time."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_folder(tmp_path_factory.mktemp("many"))
    add_campaign(store, 3, "before")
    add_campaign(store, MANY)
    add_campaign(store, 3, "after")
    yield store
    store.close()


def plan(store: Store, statement: sa.ClauseElement) -> list[str]:
    """The steps SQLite takes, with any values."""
    assert store.database._writer is not None
    with store.database._writer.connect() as connection:
        text, fixed = _prepare(statement, connection.dialect)
        values = dict.fromkeys(re.findall(r":(\w+)", text), 1) | fixed
        return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)]


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (queue._WAKE, "delivery_due (campaign_id=? AND due_at<?)"),
        (queue._CLAIM_NEXT, "delivery_by_state (campaign_id=? AND state=?)"),
        (queue._NEXT_DUE, "delivery_due (campaign_id=?)"),
        (queue._RELEASE, "delivery_by_state (campaign_id=? AND state=?)"),
        (queue._RECOVER, "delivery_by_state (campaign_id=? AND state=?)"),
        (queue._MOVE, "INTEGER PRIMARY KEY (rowid=?)"),
        (queue._INTENT, "INTEGER PRIMARY KEY (rowid=?)"),
        (deliveries._SHIFT, "delivery_by_state (campaign_id=? AND state=? AND id>?)"),
    ],
    ids=["wake", "claim", "next due", "release", "recover", "move", "intent", "shift"],
)
def test_the_queue_searches_and_never_scans_or_sorts(store: Store, statement: sa.ClauseElement, index: str) -> None:
    steps = plan(store, statement)
    assert any(index in step for step in steps), steps
    assert not [step for step in steps if "SCAN" in step or "TEMP B-TREE" in step]


def test_a_claim_sorts_no_more_rows_than_it_looks_ahead(store: Store) -> None:
    text, _ = _prepare(queue._CLAIM_MIXED, store.database.dialect)
    steps = plan(store, queue._CLAIM_MIXED)
    assert any("delivery_by_state (campaign_id=? AND state=?)" in step for step in steps), steps
    assert not [step for step in steps if "SCAN delivery" in step], steps
    assert "LIMIT :ahead" in text


def test_the_place_among_the_sent_is_found_through_the_others(store: Store) -> None:
    query = deliveries._count_to("c", MANY, (State.SKIPPED, State.SUPPRESSED))
    with store.database.reading() as connection:
        text = query.compile(connection, compile_kwargs={"literal_binds": True})
        steps = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
    assert any("delivery_by_state (campaign_id=? AND state=?)" in step for step in steps), steps
    assert [store.deliveries.count_to("before", at, (State.QUEUED,)) for at in (0, 2, 9)] == [0, 2, 3]


@pytest.mark.parametrize("states", [(), (State.QUEUED,), (State.QUEUED, State.DEFERRED), (State.FAILED,)])
@pytest.mark.parametrize("after", [0, MANY // 2, MANY - 100])
def test_a_page_is_quick_wherever_it_is(store: Store, states: tuple[State, ...], after: int) -> None:
    times = []
    for _ in range(5):
        start = time.thread_time()
        lines = store.deliveries.page("c", ("first_name",), after=after, states=states)
        times.append(time.thread_time() - start)
    assert min(times) < QUICK
    first = max(after, 3) + 1
    last = min(first + 256, MANY + 4)
    assert [line.id for line in lines] == ([] if states == (State.FAILED,) else list(range(first, last)))


def test_a_page_costs_the_same_in_a_long_list(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    # Steps of SQLite's machine, not seconds: they do not depend on how busy this computer is.
    steps = {}
    for name in ("before", "c"):
        counted = [0]

        def tick(counted: list[int] = counted) -> int:
            counted[0] += 1
            return 0

        with store.database.reading() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.set_progress_handler(tick, 100)
        store.deliveries.page(name, ("first_name",), limit=3)
        driver.set_progress_handler(None, 0)
        steps[name] = counted[0]
    assert steps["c"] <= 3 * steps["before"] + 10
