"""Ways through a list: searches, tabs, segments and orders give the rows that a plain filter gives."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain, repeat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.adapters.list_desk import ListDesk

from sendoff.adapters.storage import browsing
from sendoff.core.audience import Audience, Selection, Sort
from sendoff.core.delivery import Line
from sendoff.core.events import ListChanged
from sendoff.core.recipient import Verdict, verdict_of
from sendoff.core.segment import fits
from sendoff.core.segment_grammar import parse_segment

NAMES = "Anna Ben Émile Straße İrem anna".split()
ROWS = [
    {
        "email": f"p{n}@{'web' if n % 3 else 'mail'}.example",
        "name": NAMES[n % 6] + (" Lee" if n % 7 else "\nLee"),
        "n": str(n % 11),
    }
    for n in range(60)
]
ROWS += [{"email": "p1@web.example", "name": "Again", "n": ""}, {"email": "wrong", "name": "Anna", "n": ""}]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ListDesk]:
    desk = ListDesk(tmp_path_factory.mktemp("browsing"))
    desk.suppressions.add(["p5@web.example"])
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def audience(desk: ListDesk) -> Audience:
    desk.audience("Other", ROWS[:10])
    return desk.audience("A", ROWS)


@pytest.fixture(autouse=True)
def pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsing, "_CHUNK", 7)
    monkeypatch.setattr(browsing, "_HANDFUL", 3)
    monkeypatch.setattr(browsing, "PATIENCE", 30.0)


def every(desk: ListDesk, audience: Audience) -> list[Line]:
    """All rows, read past what is tested."""
    return desk.store.deliveries.page(audience.id, audience.fields, limit=1_000)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.sampled_from(
        ["", "lee", "ANNA", "p1", "e p", "strasse", "émile", "lee anna", " ", "web.example a", "zzz", "a\nlee", "@"]
    ),
    verdicts=st.sets(st.sampled_from([Verdict.READY, Verdict.INVALID, Verdict.DUPLICATE, Verdict.SUPPRESSED])),
    expression=st.sampled_from(["", "n >= 5", 'name contains "strasse"', 'n in (1, 2) or name starts with "an"']),
    kept=st.booleans(),
    sort=st.builds(Sort, field=st.sampled_from(["", "address", "name", "n"]), descending=st.booleans()),
)
def test_what_is_found_is_what_fits(
    desk: ListDesk, audience: Audience, text: str, verdicts: set[Verdict], expression: str, kept: bool, sort: Sort
) -> None:
    segment = parse_segment(expression, audience.fields)
    selection = Selection(
        owner_id=audience.id, fields=audience.fields, text=text, verdicts=tuple(verdicts), kept=kept, segment=segment
    )
    words = text.casefold().split()
    expected = {
        line.id
        for line in every(desk, audience)
        if all(word in f"{line.address} {line.name}".casefold() for word in words)
        and (not verdicts or verdict_of(line.reason) in verdicts)
        and (not kept or line.state != "skipped")
        and fits(segment, line.fields)
    }
    desk.selections.prepare(audience.id)
    found = desk.selections.order(selection, sort)
    assert found is not None
    assert len(found) == len(set(found))
    assert set(found) == expected
    assert list(desk.selections.first(selection, sort, 5)) == list(found[:5])
    desk.store.browser.forget(audience.id)
    assert list(desk.selections.first(selection, sort, 5)) == list(found[:5])
    assert desk.selections.order(selection, sort) == found
    if not sort.field:
        assert list(found) == sorted(found, reverse=sort.descending)


def test_rows_come_sorted_and_by_id(desk: ListDesk, audience: Audience) -> None:
    whole = Selection(owner_id=audience.id, fields=audience.fields)
    down = desk.selections.order(whole, Sort(field="address", descending=True))
    assert down is not None
    lines = desk.selections.rows_by_id(down, audience.fields)
    keys = [line.address.lower() for line in lines]
    assert keys == sorted(keys, reverse=True)
    assert [line.id for line in desk.selections.rows_by_id([down[3], -1, down[0]], audience.fields)] == [
        down[3],
        down[0],
    ]


def test_a_stopped_order_is_none_and_the_next_is_whole(desk: ListDesk, audience: Audience) -> None:
    for text in ("", "lee"):
        selection = Selection(owner_id=audience.id, fields=audience.fields, text=text)
        desk.store.browser.forget(audience.id)
        assert desk.selections.order(selection, stopped=lambda: True) is None
        assert desk.selections.order(selection)


def test_a_stop_is_heard_in_mid_query(desk: ListDesk, audience: Audience, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsing, "_GLANCE", 10)
    answers = chain([False, False, False], repeat(True))
    selection = Selection(owner_id=audience.id, fields=audience.fields)
    assert desk.selections.order(selection, Sort(field="n"), lambda: next(answers)) is None


def test_the_first_page_does_not_wait_for_a_slow_order(
    desk: ListDesk, audience: Audience, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsing, "PATIENCE", -1.0)
    monkeypatch.setattr(browsing, "_GLANCE", 10)
    whole = Selection(owner_id=audience.id, fields=audience.fields)
    assert len(desk.selections.first(whole, Sort(field="n"), 50)) < 50
    assert len(desk.selections.order(whole, Sort(field="n")) or ()) == len(ROWS)


def test_what_the_columns_hold_is_looked_at_until_a_stop(
    desk: ListDesk, audience: Audience, monkeypatch: pytest.MonkeyPatch
) -> None:
    dated = desk.audience("Dated", [{"email": f"d{n}@example.com", "born": f"2026-03-{n:02}"} for n in range(1, 29)])
    monkeypatch.setattr(browsing, "PATIENCE", -1.0)  # a reading that can be stopped has no other end
    monkeypatch.setattr(browsing, "_GLANCE", 10)
    whole = desk.selections.held(dated.id, dated.fields)
    assert whole.dates == {"born"}
    assert len(whole.values["born"]) == 28
    for answers in (repeat(True), chain([False] * 3, repeat(True))):
        stopped = desk.selections.held(dated.id, dated.fields, partial(next, answers))
        assert not stopped.dates
        assert not any(stopped.values.values())
    desk.audiences.remove(dated)


@pytest.mark.parametrize("read", [True, False])
def test_who_is_looked_for_by_name_is_found_at_the_end_of_a_long_list(
    desk: ListDesk, audience: Audience, monkeypatch: pytest.MonkeyPatch, read: bool
) -> None:
    monkeypatch.setattr(browsing, "PATIENCE", -1.0)
    monkeypatch.setattr(browsing, "_GLANCE", 10)
    desk.store.browser.forget(audience.id)
    if read:
        desk.selections.prepare(audience.id)
    last = Selection(owner_id=audience.id, fields=audience.fields, text="AGAIN", verdicts=(Verdict.DUPLICATE,))
    assert len(desk.selections.first(last, limit=9, stopped=lambda: False)) == 1


def test_a_search_sees_rows_that_have_changed(desk: ListDesk) -> None:
    audience = desk.audience("Changing", [{"email": "anna@example.com", "n": "1"}])
    find = Selection(owner_id=audience.id, fields=audience.fields, text="berta")
    desk.selections.prepare(audience.id)
    assert list(desk.selections.first(find)) == []
    with desk.store.database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE delivery SET address = 'berta@example.com' WHERE campaign_id = ?", (audience.id,)
        )
    desk.bus.publish(ListChanged(audience.id))
    assert len(desk.selections.first(find)) == 1


@pytest.mark.parametrize("search", ["straSSE", "STRASSE", "émile", "ÉMILE", "İrem", "i̇rem", "P59@", "lee"])
def test_a_recipient_is_found_whatever_the_case(desk: ListDesk, audience: Audience, search: str) -> None:
    found = desk.store.deliveries.page(audience.id, audience.fields, limit=1_000, search=search)
    wanted = search.casefold()
    expected = [
        row for row in every(desk, audience) if any(wanted in text.casefold() for text in (row.address, row.name))
    ]
    assert found == expected != []


def test_a_search_through_every_list_is_given_up_when_nobody_waits(
    desk: ListDesk, audience: Audience, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsing, "_GLANCE", 10)
    found = desk.store.browser.everywhere("lee p1@", 100)
    assert {one.line.address for one in found} == {"p1@web.example"}
    assert (audience.id, audience.name, None) in {(one.owner_id, one.owner, one.state) for one in found}
    assert desk.store.browser.everywhere("lee p1@", 100, lambda: True) == []
