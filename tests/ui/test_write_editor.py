"""The Write way: rich text over Markdown that loses nothing, fields as chips, panels, pictures, completion."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.mouse import over

from sendoff.core.campaign import Image
from sendoff.core.errors import InputError
from sendoff.core.rich_markdown import same_page
from sendoff.core.rich_text import BULLET, PARAGRAPH, Run
from sendoff.core.shown import forms_of
from sendoff.core.template import compile_template
from sendoff.core.template_conditions import EMPTY, IS
from sendoff.core.titles import Titles
from sendoff.ui.pages.message.link_panel import LinkPanel
from sendoff.ui.pages.message.merge import CASES, MergeField, chip_words, field_of
from sendoff.ui.pages.message.panels import ConditionPanel, FieldPanel, PicturePanel
from sendoff.ui.pages.message.write_editor import WriteEditor
from sendoff.ui.pictures import WIDEST, encoded, fitted
from sendoff.ui.theme import Mode, Theme
from sendoff.ui.widgets.code_edit import CodeEdit
from sendoff.ui.widgets.field import Choice

SOURCE = """# Hi {{ first_name | default('there') }}

In **{{ city }}** the *season* [begins](https://a.example/?who={{ id }}).

- one
- two **bold**
  - deeper

{% if city == 'Rome' %}

Only here.

{% endif %}

[Buy now](https://shop.example "button")

![A bicycle](cid:bike.png)
"""


def pick(choice: Choice, key: str) -> None:
    choice.choose(key)
    choice.chosen.emit(key)


@pytest.fixture
def host() -> QWidget:
    widget = QWidget()
    widget.resize(700, 600)
    return widget


@pytest.fixture
def editor(qtbot: QtBot, host: QWidget) -> WriteEditor:
    made = WriteEditor()
    made.setParent(host)
    made.resize(700, 600)
    made.show_fields(["first_name", "city", "id"])
    qtbot.addWidget(host)
    host.show()
    qtbot.waitUntil(host.isActiveWindow)
    return made


@pytest.mark.parametrize("text", ["", "Dear Anna,"])
def test_paragraphs_that_are_typed_stand_apart_like_those_that_were_kept(editor: WriteEditor, text: str) -> None:
    editor.show_source(text)
    editor.rich.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor.rich, "one")
    QTest.keyClick(editor.rich, Qt.Key.Key_Return)
    QTest.keyClicks(editor.rich, "two")
    first = editor.rich.document().firstBlock()
    assert first.blockFormat().bottomMargin() == first.next().blockFormat().bottomMargin() > 0


def chip(editor: WriteEditor, number: int = 0) -> int:
    places = [place for place, sign in enumerate(editor.rich.toPlainText()) if sign == "\ufffc"]
    return places[number]


def type_in(editor: WriteEditor, text: str) -> None:
    QTest.keyClicks(editor.rich, text)


def test_what_is_shown_and_not_touched_stays_to_the_letter(editor: WriteEditor, look: Theme) -> None:
    told: list[None] = []
    editor.edited.connect(lambda: told.append(None))
    source = "Some *words*  \nwith `code`\n* a list\n* of stars\n"
    editor.show_source(source)
    assert editor.is_rich()
    look.mode = Mode.DARK
    assert editor.source() == source
    assert told == []


def test_one_letter_more_changes_that_letter_alone(editor: WriteEditor, qtbot: QtBot) -> None:
    editor.show_source(SOURCE)
    assert editor.is_rich()
    editor.rich.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(editor.edited):
        type_in(editor, " !")
    assert same_page(editor.source(), SOURCE.rstrip() + " !\n")


@pytest.mark.parametrize("source", ["| a | b |\n|---|---|\n| 1 | 2 |\n", "<div>x</div>\n", "![a](x.png 'title')\n"])
def test_what_rich_text_cannot_show_stays_markdown_and_says_so(editor: WriteEditor, source: str) -> None:
    editor.show_source(source)
    assert not editor.is_rich()
    assert not editor._note.isHidden()
    assert editor.toggle_source.isChecked()
    editor.code.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor.code, "More")
    assert editor.source() == source + "More"
    editor.toggle_source.click()
    assert not editor.is_rich()
    assert editor.source() == source + "More"


def test_the_source_is_one_press_away_and_back(editor: WriteEditor) -> None:
    editor.show_source("Hello\n")
    editor.toggle_source.click()
    assert not editor.is_rich()
    editor.code.setPlainText("Hello **you**\n")
    editor.toggle_source.click()
    assert editor.is_rich()
    assert editor.rich.toPlainText() == "Hello you"
    assert editor.source() == "Hello **you**\n"


def test_typing_makes_headings_lists_and_styles(editor: WriteEditor) -> None:
    editor._kind.chosen.emit("h1")
    type_in(editor, "Title")
    QTest.keyClick(editor.rich, Qt.Key.Key_Return)
    assert editor.rich.kind() == PARAGRAPH
    editor._toggle("bold")
    type_in(editor, "bold")
    editor._toggle("bold")
    type_in(editor, " plain")
    QTest.keyClick(editor.rich, Qt.Key.Key_Return)
    editor._list(BULLET)
    type_in(editor, "one")
    QTest.keyClick(editor.rich, Qt.Key.Key_Return)
    QTest.keyClick(editor.rich, Qt.Key.Key_Tab)
    type_in(editor, "deeper")
    for _times in range(2):
        QTest.keyClick(editor.rich, Qt.Key.Key_Return)
    type_in(editor, "end *as typed*")
    assert editor.source() == "# Title\n\n**bold** plain\n\n- one\n  - deeper\n\nend \\*as typed\\*\n"


def test_a_chip_shows_that_it_can_be_pressed(editor: WriteEditor) -> None:
    type_in(editor, "Hi ")
    editor.insert_field("first_name")
    type_in(editor, "!")
    rich = editor.rich
    cursor = QTextCursor(rich.document())
    cursor.setPosition(chip(editor))
    left = rich.cursorRect(cursor).center()
    for where, shape, said in (
        (left + QPoint(20, 0), Qt.CursorShape.PointingHandCursor, "what stands here where it is empty"),
        (QPoint(left.x() - 8, left.y()), Qt.CursorShape.IBeamCursor, ""),
    ):
        over(rich.viewport(), where)
        assert rich.viewport().cursor().shape() is shape
        assert said in rich.viewport().toolTip()
        assert bool(rich.viewport().toolTip()) is bool(said)
    QTest.mouseClick(rich.viewport(), Qt.MouseButton.LeftButton, pos=left + QPoint(20, 0))
    assert isinstance(editor._open, FieldPanel)


def test_a_field_is_one_thing_and_is_changed_in_its_panel(editor: WriteEditor) -> None:
    type_in(editor, "Hi ")
    editor.insert_field("first_name")
    type_in(editor, "!")
    assert editor.source() == "Hi {{ first_name }}!\n"
    editor._pressed(chip(editor), QPoint(0, 0))
    panel = editor._open
    assert isinstance(panel, FieldPanel)
    panel._fallback.setText("friend's")
    panel._style.choose("title")
    QTest.keyClick(panel._fallback, Qt.Key.Key_Return)
    assert editor.source() == "Hi {{ first_name | title | default('friend\\'s') }}!\n"
    editor.rich.moveCursor(QTextCursor.MoveOperation.End)
    for _times in range(2):
        QTest.keyClick(editor.rich, Qt.Key.Key_Backspace)
    assert editor.source() == "Hi\n"


def test_a_field_that_is_typed_out_becomes_a_chip(editor: WriteEditor) -> None:
    type_in(editor, "Hi {{ city }}, bye")
    assert editor.rich.toPlainText() == "Hi \ufffc, bye"
    assert editor.source() == "Hi {{ city }}, bye\n"


def test_a_paragraph_is_shown_only_if(editor: WriteEditor) -> None:
    type_in(editor, "Our shop is open.")
    editor._condition()
    panel = editor._open
    assert isinstance(panel, ConditionPanel)
    assert (panel.apply_button.text(), panel.asked.field.choice()) == ("Insert", "first_name")
    pick(panel.asked.field, "city")
    pick(panel.asked.test, IS)
    QTest.keyClicks(panel.asked.value, "Rome")
    QTest.keyClick(panel.asked.value, Qt.Key.Key_Return)
    source = editor.source()
    assert source == "{% if city == 'Rome' %}\n\nOur shop is open.\n\n{% endif %}\n"
    compile_template(source, html=False, where="text")
    editor._pressed(chip(editor), QPoint(0, 0))
    again = editor._open
    assert isinstance(again, ConditionPanel)
    assert again.apply_button.text() == "Done"
    pick(again.asked.test, EMPTY)
    again.apply()
    assert editor.source().startswith("{% if not city %}\n")


def test_a_condition_is_chosen_as_in_a_filter_and_can_be_left(editor: WriteEditor) -> None:
    editor.show_fields(["email", "amount", "due"], Titles((("amount", "Amount"), ("due", "Due"))))
    editor.forms = {"due": forms_of("due", ["2026-01-31"], "en")}
    type_in(editor, "A chain for free.")
    editor._condition()
    left = editor._open
    assert isinstance(left, ConditionPanel)
    assert left.asked.field.choice() == "amount", "nobody asks for the address first"
    left.cancel_button.click()
    assert editor.source() == "A chain for free.\n"
    editor._condition()
    panel = editor._open
    assert isinstance(panel, ConditionPanel)
    said = [panel.asked.test.itemText(place) for place in range(panel.asked.test.count())]
    assert {"is more than", "is at most", "is one of", "is filled"} <= set(said)
    assert "is before" not in said
    pick(panel.asked.test, ">")
    QTest.keyClicks(panel.asked.value, "a lot")
    panel.apply()
    assert (panel.isVisible(), panel.asked.wrong.text()) == (True, "Write a number, such as 500 or 84.50.")
    panel.asked.value.clear()
    QTest.keyClicks(panel.asked.value, "500")
    assert panel.asked.wrong.isHidden()
    panel.apply_button.click()
    assert editor.source() == "{% if amount > 500 %}\n\nA chain for free.\n\n{% endif %}\n"
    assert chip_words("{% if amount > 500 %}", editor._titles) == "if Amount is more than 500"
    editor._pressed(chip(editor), QPoint(0, 0))
    again = editor._open
    assert isinstance(again, ConditionPanel)
    assert (again.asked.test.choice(), again.asked.value.text()) == (">", "500")
    again.asked.value.clear()
    pick(again.asked.field, "due")
    assert again.asked.test.itemText(0) == "is before"
    pick(again.asked.test, "after")
    QTest.keyClicks(again.asked.value, "31.01.2026")
    again.apply_button.click()
    assert editor.source().startswith("{% if due is after('31.01.2026') %}\n")


def test_links_and_buttons_are_made_and_undone(editor: WriteEditor) -> None:
    type_in(editor, "See our page")
    cursor = editor.rich.textCursor()
    cursor.setPosition(8)
    cursor.setPosition(12, QTextCursor.MoveMode.KeepAnchor)
    editor.rich.setTextCursor(cursor)
    editor._link(button=False)
    panel = editor._open
    assert isinstance(panel, LinkPanel)
    panel._address.setText("shop.example/a b")
    panel.apply()
    type_in(editor, " now")
    assert editor.source() == "See our [page](<https://shop.example/a b>) now\n"
    editor._pressed(9, QPoint(0, 0))
    again = editor._open
    assert isinstance(again, LinkPanel)
    again._button.setChecked(True)
    again.apply()
    assert 'a b> "button") now' in editor.source()
    editor._pressed(9, QPoint(0, 0))
    last = editor._open
    assert last is not None
    last.remove()
    assert editor.source() == "See our page now\n"


def test_pictures_come_in_by_cid_and_their_words_are_asked_for(editor: WriteEditor, qtbot: QtBot) -> None:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QMimeData()
    data.setImageData(image)
    with qtbot.waitSignal(editor.pictures_wanted) as wanted:
        editor.rich.insertFromMimeData(data)
    assert isinstance(wanted.args[0][0], QImage)
    name, content = encoded(image, "pasted")
    editor.show_pictures({name: content})
    editor.add_pictures([Image(cid=name, name=name)])
    panel = editor._open
    assert isinstance(panel, PicturePanel)
    panel._alt.setText("A red [box]")
    panel.apply()
    assert editor.source() == f"![A red \\[box\\]](cid:{name})\n"
    assert editor.rich.run_at(chip(editor)) == Run(image=f"cid:{name}", text="A red [box]")


def test_copying_within_keeps_fields_and_foreign_pages_bring_their_words(editor: WriteEditor) -> None:
    editor.show_source("Hi {{ city }} **bold**\n")
    editor.rich.selectAll()
    copied = editor.rich.createMimeDataFromSelection()
    assert copied.text() == "Hi {{ city }} **bold**"
    editor.rich.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor.rich, Qt.Key.Key_Return)
    editor.rich.insertFromMimeData(copied)
    assert editor.source() == "Hi {{ city }} **bold**\n\nHi {{ city }} **bold**\n"
    page = QMimeData()
    page.setHtml("<h2>News</h2><p>of <b>today</b><img src='http://127.0.0.1:1/x.png'></p>")
    editor.show_source("")
    editor.rich.insertFromMimeData(page)
    assert editor.source() == "## News\n\nof **today**\n"


def test_escape_and_a_step_elsewhere_close_a_panel(editor: WriteEditor, qtbot: QtBot) -> None:
    editor.show_source("{{ city }}\n")
    editor.rich.setFocus()
    editor._pressed(0, QPoint(0, 0))
    panel = editor._open
    assert panel is not None
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: editor._open is None)
    editor._pressed(0, QPoint(0, 0))
    assert not editor.rich.hasFocus()
    editor.rich.setFocus()
    qtbot.waitUntil(lambda: editor._open is None)
    assert editor.source() == "{{ city }}\n"


FORMS = [
    "date('en', 'd MMMM yyyy')", """date('de', "d. MMMM 'um' HH:mm 'Uhr'")""", "number('de')", "number('en', 2)",
    "number('de', 2, grouped=false, after=' €')", "money('EUR', 'de')", "percent('en', 1)", "date",
]  # fmt: skip


@pytest.mark.parametrize("style", [style for style, _word in CASES] + FORMS)
def test_every_style_is_a_filter_and_is_read_back(style: str) -> None:
    field = MergeField(name="when", fallback="d'accord", style=style)
    assert field_of(field.tag) == field
    compiled = compile_template(field.tag, html=False, where="text")
    assert compiled.render({"when": "2026-03-04" if "date" in style else "12.5"})
    assert compiled.render({"when": ""}) == "d'accord"


def test_fields_are_completed_after_two_braces(qtbot: QtBot) -> None:
    edit = CodeEdit("HTML")
    qtbot.addWidget(edit)
    edit.set_known_fields(["city", "company", "first_name"])
    edit.show()
    QTest.keyClicks(edit, "<p>{{ c")
    assert edit.offers.isVisible()
    assert edit.completer.completionCount() == 2
    QTest.keyClicks(edit, "o")
    QTest.keyClick(edit.offers, Qt.Key.Key_Return)
    assert edit.toPlainText() == "<p>{{ company }}"
    QTest.keyClicks(edit, " c")
    assert not edit.offers.isVisible()


def test_pictures_are_fitted_and_what_is_none_is_refused() -> None:
    wide = QImage(3000, 300, QImage.Format.Format_ARGB32)
    wide.fill(QColor(255, 0, 0, 90))
    name, content = encoded(wide, "wide")
    assert (name, QImage.fromData(content).width()) == ("wide.png", WIDEST)
    assert QImage.fromData(content).pixelColor(5, 5).alpha() == 90
    assert fitted(content, "holiday.BMP") == ("holiday.png", content)
    with pytest.raises(InputError, match="no picture"):
        fitted(b"hello", "x.png")


def test_where_one_writes_stays_in_sight_when_a_picture_takes_its_room(
    editor: WriteEditor, host: QWidget, qtbot: QtBot
) -> None:
    editor.resize(host.width(), 260)
    editor.show_source("\n\n".join(f"Paragraph {number}" for number in range(30)))
    editor.rich.moveCursor(QTextCursor.MoveOperation.End)
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    name, content = encoded(image, "pasted")

    def in_sight() -> bool:
        return editor.rich.viewport().rect().intersects(editor.rich.cursorRect())

    editor.add_pictures([Image(cid=name, name=name)])
    assert in_sight()
    editor.show_pictures({name: content})
    assert in_sight()
    panel = editor._open
    assert isinstance(panel, PicturePanel)
    panel.apply()
    editor._condition()
    chosen = editor._open
    assert isinstance(chosen, ConditionPanel)
    chosen.apply()
    qtbot.waitUntil(lambda: editor._open is None and in_sight())
