"""The table of deliveries: pages wherever it is scrolled, filters by key, live moves, copies, and a long list."""

from __future__ import annotations

import pytest
from tests.ui.desk import Desk

from sendoff.core.delivery import Line, State
from sendoff.core.events import DeliveryMoved
from sendoff.core.report import Filter
from sendoff.ui.models.deliveries import PAGE, DeliveriesModel

NUMBER = 4 * PAGE + 10


@pytest.fixture
def model(desk: Desk) -> DeliveriesModel:
    draft = desk.draft(*(f"person{number}@example.com" for number in range(1, NUMBER)), "no address")
    services = desk.services
    made = DeliveriesModel(services.reports, desk.opened.stage.operations, services.clock, parent=desk.opened.window)
    made.show(draft, NUMBER)
    return made


def cell(model: DeliveriesModel, row: int, column: int = 0) -> str:
    return str(model.index(row, column).data())


def line(model: DeliveriesModel, row: int) -> Line:
    found = model.line(row)
    assert found is not None
    return found


def test_any_row_comes_wherever_the_table_is_scrolled(desk: Desk, model: DeliveriesModel) -> None:
    assert model.rowCount() == NUMBER
    for row in (NUMBER - 1, 0, 2 * PAGE):
        assert cell(model, row) == "…"
        desk.rest()
        assert line(model, row).position == row + 1
    assert model.line(PAGE + 3) is None
    assert cell(model, NUMBER - 1) == "no address"
    assert cell(model, NUMBER - 1, 1) == "skipped"


def test_a_filter_brings_its_rows_as_far_as_they_are_wanted(desk: Desk, model: DeliveriesModel) -> None:
    campaign = desk.services.campaigns.all()[0]
    model.show(campaign, NUMBER, Filter(states=(State.QUEUED,)))
    desk.rest()
    assert model.rowCount() == PAGE
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
        desk.rest()
    assert model.rowCount() == NUMBER - 1
    model.show(campaign, NUMBER, Filter(states=(State.SKIPPED,), reasons=("invalid",)))
    desk.rest()
    assert [cell(model, row) for row in range(model.rowCount())] == ["no address"]
    model.show(campaign, NUMBER, Filter(search="PERSON77@"))
    desk.rest()
    assert [cell(model, row) for row in range(model.rowCount())] == ["person77@example.com"]


def test_moves_reach_the_loaded_rows_only(desk: Desk, model: DeliveriesModel) -> None:
    cell(model, 0)
    desk.rest()
    first = line(model, 0)
    unloaded = first.id + 3 * PAGE
    model.apply([
        DeliveryMoved(
            delivery_id=first.id, state=State.ACCEPTED, code=250, text="queued", attempts=2, enhanced="2.0.0"
        ),
        DeliveryMoved(delivery_id=unloaded, state=State.FAILED),
    ])  # fmt: skip
    assert [cell(model, 0, column) for column in (1, 2, 3)] == ["accepted", "250 2.0.0 queued", "2"]
    assert model.line(3 * PAGE) is None


def test_moves_are_read_again_from_the_store(desk: Desk, model: DeliveriesModel) -> None:
    cell(model, 0)
    desk.rest()
    model.apply([DeliveryMoved(delivery_id=line(model, 0).id, state=State.ACCEPTED)])

    def as_stored() -> bool:
        return cell(model, 0, 1) == "waiting"

    desk.until(as_stored)


def test_a_filtered_row_that_moves_away_leaves_and_new_ones_come(desk: Desk, model: DeliveriesModel) -> None:
    desk.account()
    campaign = desk.services.campaigns.all()[0]
    model.show(campaign, NUMBER, Filter(states=(State.CLAIMED,)))
    desk.rest()
    assert model.rowCount() == 0
    queue = desk.services.sending._course._queue
    desk.services.sending.begin(campaign.id)
    claimed = queue.claim(campaign.id, "mark", 5, 1)
    model.apply([DeliveryMoved(delivery_id=one.id, state=State.CLAIMED) for one in claimed])
    desk.until(lambda: model.rowCount() == 5)
    queue.release(campaign.id, "mark", 2)
    model.apply([DeliveryMoved(delivery_id=one.id, state=State.QUEUED) for one in claimed])
    desk.until(lambda: model.rowCount() == 0)


def test_copying_reads_the_rows_that_are_not_loaded(desk: Desk, model: DeliveriesModel) -> None:
    got: list[list[str]] = []
    model.gather([0, 2 * PAGE, NUMBER - 1], got.append)
    desk.until(lambda: got)
    assert [text.split("\t")[0] for text in got[0]] == ["person1@example.com", f"person{2 * PAGE + 1}@example.com",
                                                        "no address"]  # fmt: skip


def test_memory_stays_flat(desk: Desk, model: DeliveriesModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sendoff.ui.models.deliveries._KEPT_PAGES", 2)
    for row in (0, PAGE, 2 * PAGE, 3 * PAGE):
        cell(model, row)
        desk.rest()
    assert len(model._pages) == 2
    assert len(model._row_of) == 2 * PAGE
    assert model.line(0) is None
