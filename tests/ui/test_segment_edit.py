"""A segment clicked together says the same as the one that is written."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sendoff.core.errors import InputError
from sendoff.core.segment import segment_text
from sendoff.core.segment_grammar import parse_segment
from sendoff.ui.widgets.segment import COMPARED_DATES, COMPARISONS, SegmentEdit, clicks_of, segment_of

FIELDS = ("email", "city", "age")


@pytest.fixture
def edit(qtbot: QtBot) -> SegmentEdit:
    made = SegmentEdit()
    qtbot.addWidget(made)
    made.set_fields(FIELDS)
    made.show()
    return made


@pytest.mark.parametrize("comparison", dict((*COMPARISONS, *COMPARED_DATES)))
@pytest.mark.parametrize("every", [True, False])
def test_clicks_survive_being_written_and_read(comparison: str, every: bool) -> None:
    value = "" if comparison.endswith("is empty") else "2030" if comparison in dict(COMPARED_DATES) else "30"
    rows = [("city", comparison, value), ("age", "contains", 'a "b"')]
    written = segment_text(segment_of(rows, every=every))
    assert clicks_of(parse_segment(written, FIELDS)) == (rows, every)


def test_rows_become_an_expression_and_back(edit: SegmentEdit, qtbot: QtBot) -> None:
    assert edit.expression() == ""
    edit.add.click()
    assert edit.expression() == ""
    with qtbot.waitSignal(edit.changed) as told:
        edit._rows[0].value.setText("Paris")
    assert told.args == ['(`email` = "Paris")']
    edit.set_expression("city = 'Paris' or age > 18")
    assert [row.clicked() for row in edit._rows] == [("city", "=", "Paris"), ("age", ">", "18")]
    assert edit.match.choice() == "some"
    edit.ways._buttons["write"].click()
    assert edit.expression() == '(`city` = "Paris") or (`age` > 18)'


def test_what_clicks_cannot_say_stays_written(edit: SegmentEdit) -> None:
    edit.set_expression("city in ('Paris', 'Rom')")
    assert edit.ways.choice() == "write"
    edit.ways._buttons["click"].click()
    assert edit.ways.choice() == "write"
    assert edit.expression() == "city in ('Paris', 'Rom')"


def test_a_column_of_dates_is_compared_by_before_and_after(edit: SegmentEdit) -> None:
    edit.set_fields(("email", "since", "age"))
    edit.add.click()
    row = edit._rows[0]
    row._field.choose("since")
    row._field.chosen.emit("since")
    assert row._comparison.choice() == "="
    edit.show_dates({"since"})
    assert [row._comparison.itemData(place) for place in range(row._comparison.count())] == list(dict(COMPARED_DATES))
    assert "31.01.2026" in row.value.placeholderText()
    for written, kept in (("01.01.2020", "2020-01-01"), ("1.2020", "2020-01"), ("2020", "2020")):
        row.value.setText(written)
        assert edit.expression() == f'(`since` before "{kept}")'
        assert parse_segment(edit.expression(), ("since",))
    row._field.choose("age")
    row._field.chosen.emit("age")
    assert row._comparison.choice() == "before"  # a value stands beside it
    row.value.clear()
    row._field.chosen.emit("age")
    assert row._comparison.choice() == "="


def test_what_is_no_date_is_refused_below_the_clicks(edit: SegmentEdit) -> None:
    edit.show_dates({"city"})
    edit.add.click()
    edit._rows[0]._field.choose("city")
    edit._rows[0]._field.chosen.emit("city")
    edit._rows[0].value.setText("soon")
    with pytest.raises(InputError) as refused:
        parse_segment(edit.expression(), FIELDS)
    edit.show_problem(refused.value)
    assert edit._problem.isVisible()
    assert "“soon” is no date." in edit._problem.text()
    edit.show_problem(None)
    assert not edit._problem.isVisible()
