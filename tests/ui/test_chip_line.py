"""The subject is a line whose fields are chips: its text is the template, which typing, pasting and undo keep."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sendoff.ui import tokens
from sendoff.ui.pages.message.chip_line import ChipLine
from sendoff.ui.pages.message.heading import ChipField
from sendoff.ui.pages.message.panels import ConditionPanel, FieldPanel, Panel
from sendoff.ui.pages.message.rich_chips import OBJECT
from sendoff.ui.theme import Mode, Theme

GREETING = "Hi {{ first_name | default('you') }}, {% if city %}{{ city }}{{ city }}{% endif %} sale 🎉!"
TAGS = ["{{ name }}", "{{ name | default('a b') }}", "{% if a == 'x' %}"]
PIECES = st.sampled_from([*TAGS, "{{", "}}", "{", "🎉", " ", "a"])


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


@pytest.fixture
def line(qtbot: QtBot, host: QWidget) -> ChipLine:
    made = ChipLine()
    made.setParent(host)
    made.setGeometry(0, 0, 500, 32)
    made.show()
    qtbot.waitExposed(host)
    made.setFocus()
    return made


def test_what_is_shown_is_what_was_given(line: ChipLine) -> None:
    line.setText(GREETING)
    assert line.text() == GREETING
    assert line.toPlainText() == f"Hi {OBJECT}, {OBJECT * 4} sale 🎉!"
    line.setText("two\nlines\r\nand \u2028 more")
    assert line.text() == "two lines and   more"
    assert line.document().blockCount() == 1


def test_any_text_comes_back(line: ChipLine) -> None:
    @settings(max_examples=60, deadline=None)
    @given(st.lists(PIECES, max_size=8).map("".join))
    def law(text: str) -> None:
        line.setText(text)
        assert line.text() == text

    law()


def test_typing_makes_chips_and_no_second_line(line: ChipLine) -> None:
    said: list[str] = []
    line.textEdited.connect(lambda: said.append(line.text()))
    line.setText("")
    assert said == []
    QTest.keyClicks(line, "Hi {{ name }}, you")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.toPlainText() == f"Hi {OBJECT}, you"
    assert line.text() == said[-1] == "Hi {{ name }}, you"
    for _letter in range(6):
        QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == "Hi "  # a chip goes as one
    line.undo()
    assert "{{ name }}" in line.text()


def test_what_is_copied_is_the_template_and_pasted_on_one_line(line: ChipLine) -> None:
    line.setText("Hi {{ name }}!")
    line.selectAll()
    copied = line.createMimeDataFromSelection()
    assert copied.text() == line.selected_text() == "Hi {{ name }}!"
    line.insertFromMimeData(copied)
    assert line.text() == "Hi {{ name }}!"
    other = QMimeData()
    other.setText("\nfrom {{ city }}\nelsewhere\n")
    line.moveCursor(QTextCursor.MoveOperation.End)
    line.insertFromMimeData(other)
    assert line.text() == "Hi {{ name }}!from {{ city }} elsewhere"
    line.undo()
    assert line.text() == "Hi {{ name }}!"


def pressed(line: ChipLine, place: int, qtbot: QtBot) -> Panel:
    cursor = line.textCursor()
    cursor.setPosition(place)
    line.setTextCursor(cursor)
    middle = line.cursorRect().center()
    middle.setX(middle.x() + 8)
    QTest.mouseClick(line.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in line.window().findChildren(Panel)))
    return next(one for one in line.window().findChildren(Panel) if one.isVisible())


def test_a_press_on_a_chip_asks_what_stands_in(line: ChipLine, qtbot: QtBot) -> None:
    line.show_fields(("name", "city"))
    line.setText("🎉 Hi {{ name }} {% if city %}now{% endif %}")
    panel = pressed(line, 6, qtbot)
    assert isinstance(panel, FieldPanel)
    panel._fallback.setText("you")
    panel.apply()
    assert line.text() == "🎉 Hi {{ name | default('you') }} {% if city %}now{% endif %}"
    panel = pressed(line, 8, qtbot)
    assert isinstance(panel, ConditionPanel)
    panel.remove()
    assert line.text() == "🎉 Hi {{ name | default('you') }} now{% endif %}"
    line.setReadOnly(True)
    assert line._place_at(QPointF(line.cursorRect().center())) in (-1, 6)


def test_a_fallback_goes_to_the_chip_before_the_cursor(line: ChipLine) -> None:
    line.setText("{{ name }}")
    line.moveCursor(QTextCursor.MoveOperation.Start)
    assert not line.give_fallback("you")
    line.moveCursor(QTextCursor.MoveOperation.End)
    assert line.give_fallback("you")
    assert line.text() == "{{ name | default('you') }}"
    assert line.point_at("city") is False
    assert line.point_at("name") is False


def test_the_field_keeps_its_name_and_its_height(qtbot: QtBot) -> None:
    field = ChipField("&Subject", "The spring sale", 92)
    qtbot.addWidget(field)
    field.show()
    assert field.edit.accessibleName() == "Subject"
    before = field.edit.height()
    field.edit.setText(GREETING)
    assert field.edit.height() == before < 60


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("tag", ["{{ name }}", "{{ unknown }}", "{% if name %}"])
def test_a_selected_chip_is_painted_in_the_selection_s_colours(
    look: Theme, line: ChipLine, mode: Mode, tag: str
) -> None:
    look.mode = mode
    line.show_fields(("name",))
    line.setText(tag * 3)

    def colours() -> set[str]:
        image = line.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(20, 50) for y in range(12, 20)}

    line.selectAll()
    seen = colours()
    assert max(tokens.contrast(one, other) for one in seen for other in seen) >= 4.5
