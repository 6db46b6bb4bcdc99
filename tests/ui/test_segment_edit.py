"""A segment clicked together says the same as the one that is written."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sendoff.core.segment import segment_text
from sendoff.core.segment_grammar import parse_segment
from sendoff.ui.widgets.segment import COMPARISONS, SegmentEdit, clicks_of, segment_of

FIELDS = ("email", "city", "age")


@pytest.fixture
def edit(qtbot: QtBot) -> SegmentEdit:
    made = SegmentEdit()
    qtbot.addWidget(made)
    made.set_fields(FIELDS)
    made.show()
    return made


@pytest.mark.parametrize("comparison", [key for key, _words in COMPARISONS])
@pytest.mark.parametrize("every", [True, False])
def test_clicks_survive_being_written_and_read(comparison: str, every: bool) -> None:
    value = "" if comparison.endswith("is empty") else "30"
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
