"""A segment clicked together says the same as the one that is written."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sendoff.core.errors import InputError
from sendoff.core.segment import segment_text
from sendoff.core.segment_grammar import parse_segment
from sendoff.core.segment_words import COMPARED_DATES, COMPARISONS
from sendoff.ui.widgets.segment import (
    SegmentEdit,
    clicks_of,
    listed,
    segment_of,
    values_of,
)

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
    assert told.args == ['email = "Paris"']
    edit.set_expression("city = 'Paris' or age > 18")
    assert [row.clicked() for row in edit._rows] == [("city", "=", "Paris"), ("age", ">", "18")]
    assert edit.match.choice() == "some"
    edit.ways._buttons["write"].click()
    assert edit.expression() == 'city = "Paris" or age > 18'


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("Berlin, Hamburg", ("Berlin", "Hamburg")),
        (" Berlin ,,Berlin, ", ("Berlin",)),
        ('"Lovelace, Ada", Bob', ("Lovelace, Ada", "Bob")),
        ('He said "hi"', ('He said "hi"',)),
        (",", ()),
    ],
)
def test_several_values_are_typed_with_commas(typed: str, values: tuple[str, ...]) -> None:
    assert values_of(typed) == values
    assert values_of(listed(values)) == values


def test_is_one_of_takes_several_values(edit: SegmentEdit) -> None:
    edit.add.click()
    row = edit._rows[0]
    for key in ("in", "not in"):
        row._comparison.choose(key)
        row._comparison.chosen.emit(key)
        assert "commas" in row.value.placeholderText()
        row.value.setText("Paris, Rom")
        assert edit.expression() == f'email {key} ("Paris", "Rom")'
    row.value.setText(",")
    assert parse_segment(edit.expression(), FIELDS)


def test_values_of_the_list_are_proposed_also_after_a_comma(edit: SegmentEdit) -> None:
    edit.add.click()
    row = edit._rows[0]
    edit.show_values({"email": ["Berlin", "Frankfurt, Oder"]})
    offer = row._proposals
    row._comparison.choose("in")
    row._comparison.chosen.emit("in")
    row.value.setText("Paris, ber")
    offer.setCompletionPrefix(offer.splitPath(row.value.text())[0])
    assert offer.pathFromIndex(offer.completionModel().index(0, 0)) == "Paris, Berlin"
    offer.setCompletionPrefix("oder")
    assert offer.pathFromIndex(offer.completionModel().index(0, 0)) == 'Paris, "Frankfurt, Oder"'
    row._comparison.choose("=")
    row._comparison.chosen.emit("=")
    offer.setCompletionPrefix("oder")
    assert offer.pathFromIndex(offer.completionModel().index(0, 0)) == "Frankfurt, Oder"
    row._comparison.choose(">")
    row._comparison.chosen.emit(">")
    offer.setCompletionPrefix("")
    assert not offer.completionModel().rowCount()


def test_this_or_that_of_one_column_is_one_of(edit: SegmentEdit) -> None:
    edit.set_expression("age > 18 and (city = 'Paris' or city in ('Rom', 'Oslo'))")
    assert edit.ways.choice() == "click"
    assert [row.clicked() for row in edit._rows] == [("age", ">", "18"), ("city", "in", "Paris, Rom, Oslo")]
    assert edit.expression() == 'age > 18 and city in ("Paris", "Rom", "Oslo")'


def test_what_clicks_cannot_say_stays_written(edit: SegmentEdit) -> None:
    said = "age > 18 and (city = 'Paris' or email = 'a@b.example')"
    edit.set_expression(said)
    assert edit.ways.choice() == "write"
    edit.ways._buttons["click"].click()
    assert edit.ways.choice() == "write"
    assert not edit.ways._buttons["click"].isChecked()
    assert edit.expression() == said


def test_the_written_form_shows_an_example_that_can_be_read(edit: SegmentEdit) -> None:
    edit.ways._buttons["write"].click()
    _words, _, example = edit._field._below.text().partition(": ")
    assert parse_segment(example, ("genre", "city"))


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
        assert edit.expression() == f'since before "{kept}"'
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
