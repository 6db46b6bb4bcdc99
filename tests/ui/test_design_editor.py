"""The design editor: blocks are added, moved, dragged, undone; texts take fields; pictures land in blocks."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.drafting import shown
from tests.ui.stand import Stand

from sendoff.core.campaign import Content
from sendoff.core.campaign import Image as OwnImage
from sendoff.core.design import Button, Columns, Design, Divider, Footer, Heading, Image, Spacer, Text, pieces
from sendoff.core.design_edit import block_at
from sendoff.core.design_json import design_from_json, design_to_json
from sendoff.core.design_mjml import html_from_design
from sendoff.core.errors import InputError
from sendoff.core.library import MessageTemplate
from sendoff.ui.pages.message import design_places, room
from sendoff.ui.pages.message.design_controls import ColourButton, Line, ProfilesEdit, Words
from sendoff.ui.pages.message.design_editor import DesignEditor
from sendoff.ui.pages.message.design_history import History
from sendoff.ui.pages.message.design_thumbnail import thumbnail
from sendoff.ui.pages.message.design_when import CHOSEN, OWN, WhenEdit
from sendoff.ui.pages.message.design_words import FRESH, NAMES, plain_words, summary
from sendoff.ui.pages.message.view import MessageStep
from sendoff.ui.pictures import encoded
from sendoff.ui.theme import Mode, Theme
from sendoff.ui.widgets.button import Button as PushButton
from sendoff.ui.widgets.button import IconButton, Segments
from sendoff.ui.widgets.field import Choice, NumberEdit

LETTER = Design(
    blocks=(
        Heading(text="News"),
        Text(text="Hi {{ first_name | default('there') }}"),
        Columns(columns=((Text(text="left"),), (Text(text="right"), Divider()))),
        Footer(text="small"),
    )
)


@pytest.fixture
def editor(stand: Stand, qtbot: QtBot) -> DesignEditor:
    made = DesignEditor(stand.stage)
    qtbot.addWidget(made)
    made.resize(560, 600)
    made.show()
    made.show_design(design_to_json(LETTER), editable=True)
    return made


def now(editor: DesignEditor) -> Design:
    return design_from_json(editor.design())


def press(editor: DesignEditor, name: str) -> None:
    if name.startswith("Add: "):
        menu = editor.tools._add.menu()
        next(one for one in menu.actions() if one.text() == name.removeprefix("Add: ")).trigger()
        return
    next(one for one in editor.findChildren(IconButton) if one.accessibleName().startswith(name)).click()


def pick(choice: Choice, key: str) -> None:
    choice.choose(key)
    choice.chosen.emit(key)


def wrong(editor: DesignEditor) -> object:
    return editor._wrong


def words(editor: DesignEditor, key: str = "text") -> Words:
    control = editor.properties.control(key)
    assert isinstance(control, Words)
    return control


def test_every_kind_of_block_can_be_added_and_edited(editor: DesignEditor) -> None:
    for kind, (name, _icon) in NAMES.items():
        editor.outline.choose(())
        press(editor, f"Add: {name}")
        assert FRESH[kind] in now(editor).blocks
        for path, _block in pieces(now(editor)):
            editor.outline.choose(path)
    assert isinstance(now(editor).blocks[-1], Footer)


def test_a_new_block_goes_below_the_chosen_one(editor: DesignEditor) -> None:
    editor.outline.choose((0,))
    press(editor, "Add: Button")
    assert now(editor).blocks[1] == FRESH["button"]
    editor.outline.choose((3, 0))
    press(editor, "Add: Heading")
    assert block_at(now(editor), (3, 0, 1)) == FRESH["heading"]
    press(editor, "Add: Columns")
    assert now(editor).blocks[4] == FRESH["columns"]


def test_typing_is_one_step_and_is_undone_and_redone(editor: DesignEditor, qtbot: QtBot) -> None:
    editor.outline.choose((0,))
    with qtbot.waitSignal(editor.edited):
        QTest.keyClicks(words(editor), "Good ")
    assert now(editor).blocks[0] == Heading(text="Good News")
    assert editor.outline.words()[1] == "Heading · Good News"
    editor.undo()
    assert now(editor) == LETTER
    assert words(editor).text() == "News"
    editor.redo()
    assert now(editor).blocks[0] == Heading(text="Good News")


def test_undo_by_keyboard_is_the_design_s_also_from_within_a_text(
    editor: DesignEditor, qtbot: QtBot, qapp: object
) -> None:
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.outline.choose((0,))
    words(editor).setFocus()
    QTest.keyClicks(words(editor), "x")
    QTest.keySequence(words(editor), QKeySequence(QKeySequence.StandardKey.Undo))
    assert now(editor) == LETTER
    assert words(editor).hasFocus()


def test_blocks_move_by_keyboard_within_their_stack(editor: DesignEditor) -> None:
    outline, alt = editor.outline, Qt.KeyboardModifier.AltModifier
    outline.choose((0,))
    QTest.keyClick(outline, Qt.Key.Key_Down, alt)
    assert now(editor).blocks[:2] == (LETTER.blocks[1], LETTER.blocks[0])
    assert outline.path() == (1,)
    outline.choose((2, 1, 1))
    QTest.keyClick(outline, Qt.Key.Key_Up, alt)
    QTest.keyClick(outline, Qt.Key.Key_Up, alt)
    assert block_at(now(editor), (2, 1, 0)) == Divider()
    QTest.keyClick(outline, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [block_at(now(editor), (2, 1, place)) for place in (0, 1)] == [Divider(), Divider()]
    QTest.keyClick(outline, Qt.Key.Key_Delete)
    assert outline.path() == (2, 1, 1)
    outline.choose((2, 1, 0))
    QTest.keyClick(outline, Qt.Key.Key_Backspace)
    assert block_at(now(editor), (2, 1, 0)) == Text(text="right")


def test_a_block_is_dragged_into_a_column_and_out(editor: DesignEditor) -> None:
    editor.outline.drop_wanted.emit((0,), (2, 1, 1))
    assert block_at(now(editor), (1, 1, 1)) == Heading(text="News")
    assert editor.outline.path() == (1, 1, 1)
    editor.outline.drop_wanted.emit((1, 1, 1), (0,))
    assert now(editor) == LETTER
    editor.outline.drop_wanted.emit((2,), (2, 0, 0))
    assert now(editor) == LETTER


def test_where_a_drop_lands(editor: DesignEditor) -> None:
    outline, where = editor.outline, QAbstractItemView.DropIndicatorPosition

    def gap(path: tuple[int, ...], place: QAbstractItemView.DropIndicatorPosition) -> tuple[int, ...]:
        return outline._gap(outline.indexFromItem(outline._items[path]), place)

    assert gap((), where.BelowItem) == (0,)
    assert gap((1,), where.AboveItem) == (1,)
    assert gap((1,), where.OnItem) == (2,)
    assert gap((2, 1), where.OnItem) == (2, 1, 2)
    assert gap((2, 1, 0), where.BelowItem) == (2, 1, 1)
    assert outline._gap(outline.rootIndex(), where.OnViewport) == (4,)


PLACES = st.sampled_from(
    [(0,), (1,), (2,), (3,), (4,), (9,), (2, 0, 0), (2, 0, 1), (2, 1, 0), (2, 1, 1), (2, 1, 2), (2, 5, 0), (), (2, 0)]
)


@given(old=PLACES, gap=PLACES)
def test_no_move_loses_or_makes_a_block(old: tuple[int, ...], gap: tuple[int, ...]) -> None:
    try:
        done = design_places.moved(LETTER, old, gap)
    except IndexError:
        assert not design_places.holds(LETTER, gap)
        return
    if done is None:
        return
    design, place = done
    assert block_at(design, place) == block_at(LETTER, old)
    count = sorted(repr(one) for _path, one in pieces(LETTER) if not isinstance(one, Columns))
    assert sorted(repr(one) for _path, one in pieces(design) if not isinstance(one, Columns)) == count


def test_a_field_goes_into_the_text_last_written_in(editor: DesignEditor) -> None:
    editor.outline.choose((0,))
    editor.insert_field("city")
    assert now(editor).blocks[0] == Heading(text="{{ city }}News")
    press(editor, "Add: Button")
    link = editor.properties.control("link")
    assert isinstance(link, Line)
    link.setFocus()
    link.moveCursor(QTextCursor.MoveOperation.End)
    editor.properties._last = link
    editor.insert_field("code")
    assert now(editor).blocks[1] == Button(text="Read more", link="https://{{ code }}")


def test_a_field_without_a_text_makes_one(editor: DesignEditor) -> None:
    press(editor, "Add: Divider")
    editor.insert_field("city")
    assert Text(text="{{ city }}") in now(editor).blocks


def test_numbers_colours_choices_and_conditions_are_kept(editor: DesignEditor) -> None:
    editor.show_fields(("city", "first_name"))
    editor.outline.choose((0,))
    level, colour, when = (editor.properties.control(key) for key in ("level", "color", "when"))
    assert isinstance(level, Segments)
    assert isinstance(colour, ColourButton)
    assert isinstance(when, WhenEdit)
    level.chosen.emit("1")
    colour.take("#123456")
    pick(when.who, CHOSEN)
    pick(when.asked.field, "city")
    pick(when.asked.test, "empty")
    assert now(editor).blocks[0] == Heading(text="News", level=1, color="#123456", when="not city")
    editor.outline.choose((2,))
    count = editor.properties.control("columns")
    assert isinstance(count, Segments)
    count.chosen.emit("3")
    assert block_at(now(editor), (2,)) == Columns(columns=((Text(text="left"),), (Text(text="right"), Divider()), ()))
    count = editor.properties.control("columns")
    assert isinstance(count, Segments)
    count.chosen.emit("1")
    assert block_at(now(editor), (2,)) == Columns(columns=((Text(text="left"), Text(text="right"), Divider()),))


def test_the_look_of_the_whole_message(editor: DesignEditor) -> None:
    editor.outline.choose(())
    width, accent = editor.properties.control("width"), editor.properties.control("accent")
    assert isinstance(width, NumberEdit)
    assert isinstance(accent, ColourButton)
    width.setValue(480)
    accent.take("#aa0000")
    assert (now(editor).settings.width, now(editor).settings.accent) == (480, "#aa0000")
    assert now(editor).blocks == LETTER.blocks


def test_pages_elsewhere_are_added_and_removed(editor: DesignEditor) -> None:
    press(editor, "Add: Other pages")
    pages = editor.properties.control("profiles")
    assert isinstance(pages, ProfilesEdit)
    next(one for one in pages.findChildren(PushButton) if one.text() == "Add a page").click()
    QTest.keyClicks(pages._rows[-1][0], "Blog")
    assert [one.name for one in now(editor).blocks[1].profiles] == ["Website", "Blog"]  # type: ignore[union-attr]  # a Social
    next(one for one in pages.findChildren(IconButton)).click()
    assert [one.name for one in now(editor).blocks[1].profiles] == ["Blog"]  # type: ignore[union-attr]  # a Social


def test_dropped_pictures_are_asked_for_and_land_in_blocks(editor: DesignEditor, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.png", "notes.txt", "B.JPG")])
    entering = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    editor.dragEnterEvent(entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(editor.images_wanted) as asked:
        editor.dropEvent(
            QDropEvent(
                QPointF(5, 5),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
    assert asked.args == [[tmp_path / "a.png", tmp_path / "B.JPG"]]
    editor.outline.choose((0,))
    editor.add_image(OwnImage(cid="a@x", alt="A cat"))
    editor.add_image(OwnImage(cid="b@x"))
    assert now(editor).blocks[1:3] == (Image(source="cid:a@x", alt="A cat"), Image(source="cid:b@x"))
    press(editor, "Add: Picture")
    editor.add_image(OwnImage(cid="c@x"))
    assert now(editor).blocks[3] == Image(source="cid:c@x")
    assert editor.outline.words()[4] == "Picture · no description yet"


def test_tab_goes_from_the_blocks_through_the_properties_to_what_follows(
    stand: Stand, qtbot: QtBot, qapp: QApplication
) -> None:
    page, editor, after = QWidget(), DesignEditor(stand.stage), QPushButton("Next")
    column = QVBoxLayout(page)
    column.addWidget(editor)
    column.addWidget(after)
    qtbot.addWidget(page)
    every = Design(blocks=tuple(FRESH.values()))
    editor.show_design(design_to_json(every), editable=True)
    page.resize(560, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    def way(key: Qt.Key) -> list[QWidget]:
        editor.outline.setFocus()
        found: list[QWidget] = []
        while len(found) < 100 and (reached := qapp.focusWidget()) is not None and reached not in found:
            found.append(reached)
            QTest.keyClick(reached, key)
        assert qapp.focusWidget() is editor.outline, "it turns round elsewhere"
        return found[1:]

    def examine(path: tuple[int, ...]) -> None:
        there = way(Qt.Key.Key_Tab)
        form = [place for place, one in enumerate(there) if editor.properties.isAncestorOf(one)]
        assert form == list(range(form[0], form[-1] + 1)), path
        assert form[0] == 0, path
        assert there[form[-1] + 1] is after, path
        heights = [there[place].mapTo(page, there[place].rect().center()).y() for place in form]
        assert all(low - high > -5 for high, low in pairwise(heights)), path
        assert way(Qt.Key.Key_Backtab) == there[::-1], path

    for path in [(), *((place,) for place in range(len(every.blocks))), (3,), ()]:
        editor.outline.choose(path)
        examine(path)
    editor.outline.choose((7,))
    next(one for one in editor.properties.findChildren(PushButton) if one.text() == "Add a page").click()
    examine((7,))


def test_layouts_are_offered_where_nothing_is_written(stand: Stand, qtbot: QtBot) -> None:
    editor = DesignEditor(stand.stage)
    qtbot.addWidget(editor)
    editor.show()
    qtbot.waitUntil(lambda: len(editor.layouts.cards()) > 5)
    assert editor._pages.currentWidget() is editor.layouts
    card = next(one for one in editor.layouts.cards() if one.text() == "Newsletter")
    with qtbot.waitSignal(editor.layout_chosen) as told:
        card.click()
    (template,) = told.args
    assert isinstance(template, MessageTemplate)
    assert now(editor) == design_from_json(template.content.design)
    press(editor, "Begin with another layout")
    editor.layouts.cards()[0].click()
    assert isinstance(now(editor).blocks[-1], Footer)
    editor.undo()
    assert now(editor) == design_from_json(template.content.design)


def test_a_design_that_cannot_be_read_is_left_as_it_is(editor: DesignEditor) -> None:
    editor.show_design('{"format": 99, "blocks": []}', editable=True)
    assert not editor.problem.isHidden()
    editor.insert_field("city")
    assert editor.design() == '{"format": 99, "blocks": []}'
    editor.show_design(design_to_json(LETTER), editable=True)
    assert editor.problem.isHidden()


def test_what_was_sent_can_only_be_looked_at(editor: DesignEditor) -> None:
    editor.show_design(design_to_json(LETTER), editable=False)
    editor.outline.choose((0,))
    QTest.keyClick(editor.outline, Qt.Key.Key_Delete)
    editor.insert_field("city")
    editor.undo()
    assert now(editor) == LETTER
    assert not editor.properties.isEnabled()


def test_the_block_with_a_mistake_is_marked(editor: DesignEditor) -> None:
    inner = Columns(columns=((), (Divider(), Text(text="{{ broken"))))
    editor.show_design(design_to_json(Design(blocks=(Heading(text="{{ citty }}"), inner))), editable=True)
    with pytest.raises(InputError) as raised:
        html_from_design(now(editor))
    editor.show_problem(raised.value)
    assert wrong(editor) == (1, 1, 1)
    bad = Theme.installed.colour("bad") if Theme.installed else None
    assert editor.outline._items[1, 1, 1].foreground(0).color() == bad
    editor.show_problem(
        InputError("Line 9 uses “citty”, which the list does not have.", where="design", code="unknown_field")
    )
    assert wrong(editor) == (0,)
    assert editor.outline._items[1, 1, 1].foreground(0).color() != bad
    editor.show_problem(None)
    assert wrong(editor) is None


def test_the_history_forgets_what_was_undone_once_something_else_is_done() -> None:
    history = History()
    one, two = Design(blocks=(Divider(),)), Design(blocks=(Spacer(),))
    assert history.change(one, place="a", now=0)
    assert history.change(two, place="a", now=5_000)
    assert history.undo()
    assert history.design == one
    assert history.change(Design(blocks=(Text(),)))
    assert not history.redo()
    assert not history.change(history.design)


def test_words_as_they_are_read() -> None:
    assert plain_words("**Hi** {{ first_name | default('there') }}, [look](https://x)") == "Hi there, look"
    assert plain_words("{% if city %}In {{ city }}{% endif %}\n- one") == "In [city]\n• one"
    assert summary(Text(text="\n\nsnake_case stays")) == "snake_case stays"


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_a_thumbnail_shows_the_design(look: Theme, mode: Mode) -> None:
    look.mode = mode
    design = Design(blocks=(Columns(columns=((Spacer(height=300),),), background="#00ff00"),))
    image = thumbnail(design, QSize(100, 120), 1.0).toImage()
    assert image.size() == QSize(100, 120)
    assert image.pixelColor(50, 40).name() == "#00ff00"
    assert image.pixelColor(2, 2).name() == design.settings.background
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor("#ff0000"))
    letter = Design(blocks=(Image(source="cid:a.png"),))
    seen = thumbnail(letter, QSize(100, 120), 1.0, {"a.png": encoded(red, "a")[1]}).toImage()
    ground = thumbnail(letter, QSize(100, 120), 1.0).toImage()
    assert (seen.pixelColor(50, 40).name(), ground.pixelColor(50, 40).name() == "#ff0000") == ("#ff0000", False)


def test_a_design_is_written_kept_and_seen_in_the_message_step(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    draft = stand.sample()
    draft = replace(draft, content=Content())
    stand.services.campaigns.save(draft)
    step = MessageStep(stand.stage)
    stand.window.navigator.register("campaign", lambda: step)
    stand.window.navigator.open("campaign")
    stand.window.show()
    step.show_campaign(draft)
    step.editor._ways._buttons["design"].click()
    editor = step.editor.design
    qtbot.waitUntil(lambda: len(editor.layouts.cards()) > 5)
    next(one for one in editor.layouts.cards() if one.text() == "Welcome").click()

    def kept() -> Content:
        return stand.services.campaigns.get(draft.id).content

    qtbot.waitUntil(lambda: kept().design != "")
    assert kept().mode == "design"
    assert kept().subject == step.heading.subject.edit.text() != ""
    assert kept().preheader == step.heading.preheader.edit.text() == ""  # nobody wrote one
    qtbot.waitUntil(lambda: "Good to have you here" in step.preview._plain.toPlainText())
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(tmp_path / "cat.png"))
    editor.outline.choose((0,))
    editor.images_wanted.emit([tmp_path / "cat.png"])
    qtbot.waitUntil(lambda: any(isinstance(one, Image) and one.source for one in now(editor).blocks))
    qtbot.waitUntil(lambda: len(step.preview._sight.pictures) == 1)
    qtbot.waitUntil(lambda: [one.cid for one in kept().images] == list(step.preview._sight.pictures))
    alt = editor.properties.control("alt")
    assert isinstance(alt, Line)


def test_what_was_written_is_said_to_be_kept_before_there_is_a_design(stand: Stand, qtbot: QtBot) -> None:
    draft = replace(stand.sample(), content=Content(subject="Hi", markdown="Dear all", mode="write"))
    stand.services.campaigns.save(draft)
    step = MessageStep(stand.stage)
    stand.window.navigator.register("campaign", lambda: step)
    stand.window.navigator.open("campaign")
    stand.window.show()
    step.show_campaign(draft)
    step.editor._ways._buttons["design"].click()
    layouts = step.editor.design.layouts
    assert layouts.kept.isVisible()
    assert layouts.kept.text() == "Your letter goes into the one you press, and stays under “Write”."
    layouts.return_there.click()
    assert step.editor._ways.choice() == "write"
    assert step.editor.bodies().texts["write"] == "Dear all"
    step.editor._ways._buttons["design"].click()
    layouts.cards()[0].click()
    assert not layouts.kept.isVisible()
    editor = step.editor.design
    assert now(editor).blocks[0] == Text(text="Dear all")
    assert stand.said == ["Your letter is in it. Undo brings the layout's own words back."]
    editor.undo()
    assert now(editor).blocks[1] == FRESH["text"]
    editor.redo()
    assert step.editor.bodies().texts["write"] == "Dear all"
    press(step.editor.design, "Begin with another layout")
    assert not layouts.return_there.isVisible()
    qtbot.waitUntil(lambda: stand.services.campaigns.get(draft.id).content.design != "")


def test_a_page_of_html_is_no_letter_and_is_kept(stand: Stand, qtbot: QtBot) -> None:
    draft = replace(stand.sample(), content=Content(subject="Hi", html="<p>Dear all</p>", mode="html"))
    stand.services.campaigns.save(draft)
    step = shown(stand, qtbot, draft)
    step.editor._ways._buttons["design"].click()
    layouts = step.editor.design.layouts
    assert layouts.kept.text() == "What you have written is kept under “HTML”."
    layouts.cards()[0].click()
    assert now(step.editor.design).blocks[1] == FRESH["text"]


def test_a_layout_is_chosen_over_the_whole_page(stand: Stand, qtbot: QtBot) -> None:
    draft = replace(stand.sample(), content=Content(subject="Hi", markdown="Dear all", mode="write"))
    stand.services.campaigns.save(draft)
    step = shown(stand, qtbot, draft)
    around = (step.preview, step.files, step.insert, step.heading.lines)
    assert all(one.isVisible() for one in around)
    step.editor._ways._buttons["design"].click()
    layouts = step.editor.design.layouts
    qtbot.waitUntil(lambda: len(layouts.cards()) > 5)
    assert not any(one.isVisible() for one in around)
    assert layouts.width() > step.width() - 5
    qtbot.waitUntil(lambda: len({card.x() for card in layouts.cards()}) >= 4)
    layouts.cards()[2].click()
    assert all(one.isVisible() for one in around)
    press(step.editor.design, "Begin with another layout")
    assert not step.preview.isVisible()
    step.editor._ways._buttons["write"].click()
    assert step.preview.isVisible()


def test_a_field_goes_where_the_cursor_was_last(stand: Stand, qtbot: QtBot) -> None:
    draft = replace(stand.sample(), content=Content(mode="design", design=design_to_json(LETTER)))
    stand.services.campaigns.save(draft)
    step = shown(stand, qtbot, draft)
    editor, chip = step.editor.design, step.insert.chips()[0]
    subject, preheader, reply = (
        one.edit for one in (step.heading.subject, step.heading.preheader, step.heading.reply_to)
    )
    step.heading.footer.show()

    def pressed(*places: QWidget) -> None:
        for place in places:
            place.setFocus(Qt.FocusReason.MouseFocusReason)
            qtbot.waitUntil(place.hasFocus)
        chip.click()

    for path in ((0,), (1,)):
        editor.outline.choose(path)
        before = words(editor).text()
        pressed(subject, preheader, words(editor))
        assert words(editor).text() == "{{ email }}" + before
        assert (subject.text(), preheader.text()) == ("", "")
    pressed(words(editor), subject)
    assert subject.text() == "{{ email }}"
    pressed(subject, preheader)
    assert preheader.text() == "{{ email }}"
    pressed(subject, reply)
    assert reply.text().startswith("{{ email }}")
    for way in ("html", "text"):
        step.editor._ways._buttons[way].click()
        pressed(subject, reply, step.editor.codes[way])
        assert step.editor.codes[way].toPlainText() == "{{ email }}"
    step.editor._ways._buttons["write"].click()
    pressed(preheader, step.editor.write.rich)
    assert step.editor.write.source() == "{{ email }}\n"
    assert subject.text() == preheader.text() == "{{ email }}"
    assert reply.text().startswith("{{ email }}")


def test_a_column_shows_the_columns_it_is_one_of(editor: DesignEditor) -> None:
    editor.outline.choose((2, 1))
    count = editor.properties.control("columns")
    assert isinstance(count, Segments)
    count.chosen.emit("1")
    assert block_at(now(editor), (2,)) == Columns(columns=((Text(text="left"), Text(text="right"), Divider()),))
    QTest.keyClick(editor.outline, Qt.Key.Key_Delete)
    assert len(now(editor).blocks) == 4  # a column alone is not taken out


def test_the_lines_above_fold_away_and_come_back_by_themselves(stand: Stand, qtbot: QtBot) -> None:
    content = Content(subject="Hi {{ first_name | default('you') }}", markdown="Dear {{ city }}", mode="write")
    draft = replace(stand.sample(), content=content, sender="Anna <anna@example.com>")
    stand.services.campaigns.save(draft)
    step = shown(stand, qtbot, draft)
    tall = step.editor.height()
    step.room.more.click()
    assert not step.heading.who.isVisible()
    assert step.room._words.whole() == "Anna <anna@example.com> · Hi you"
    qtbot.waitUntil(lambda: step.editor.height() > tall + 60)
    step.point_at("city")
    assert step.heading.who.isVisible()
    assert not step.room.line.isVisible()
    step.room.more.click()
    step._show_error(InputError("Not an address.", where="from", code="address"))
    assert step.heading.sender_field.isVisible()


def test_where_the_window_is_low_the_footer_takes_the_text_s_place(
    stand: Stand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = replace(stand.sample(), content=Content(mode="design", design=design_to_json(LETTER)))
    stand.services.campaigns.save(draft)
    step = shown(stand, qtbot, draft)
    step.room.footer.click()
    assert (step.heading.footer.isVisible(), step.editor.isVisible()) == (True, True)
    step.room.footer.click()
    monkeypatch.setattr(room, "_LEAST", 5_000)
    step.room.footer.click()
    assert (step.heading.footer.isVisible(), step.editor.isVisible()) == (True, False)
    assert step.room.footer.text() == "Back to the text"
    step.room.footer.click()
    assert (step.heading.footer.isVisible(), step.editor.isVisible()) == (False, True)
    assert step.room.footer.text() == "Footer: none yet"
    step.room.footer.click()
    assert "Your text is kept." in step.room.filler.text()
    step.point_at("first_name")
    assert step.editor.isVisible()
    step.room.footer.click()
    assert not step.editor.isVisible()
    step.hide()
    step.show()
    assert (step.heading.footer.isVisible(), step.editor.isVisible()) == (False, True), "whoever comes back writes on"
    assert step.room.footer.text() == "Footer: none yet"


def test_an_empty_way_says_where_the_message_is(stand: Stand, qtbot: QtBot) -> None:
    draft = replace(stand.sample(), content=Content(mode="design", design=design_to_json(LETTER)))
    stand.services.campaigns.save(draft)
    step = shown(stand, qtbot, draft)
    elsewhere = step.editor.elsewhere
    assert not elsewhere.isVisible()
    for way in ("write", "html", "text"):
        step.editor._ways._buttons[way].click()
        assert elsewhere.isVisible()
        assert elsewhere.words.text() == "Nothing is written here yet; your message is kept under “Design”."
    QTest.keyClicks(step.editor.codes["text"], "Hi")
    assert not elsewhere.isVisible()
    step.editor._ways._buttons["html"].click()
    elsewhere.back.click()
    assert step.editor._ways.choice() == "design"
    assert not elsewhere.isVisible()


def test_a_block_is_shown_by_what_a_field_says(editor: DesignEditor) -> None:
    editor.show_fields(("city", "first_name"))
    editor.outline.choose((0,))

    def when() -> WhenEdit:
        control = editor.properties.control("when")
        assert isinstance(control, WhenEdit)
        return control

    pick(when().who, CHOSEN)
    assert now(editor).blocks[0] == Heading(text="News", when="city")
    pick(when().asked.test, "is")
    QTest.keyClicks(when().asked.value, "L'Aquila")
    assert now(editor).blocks[0] == Heading(text="News", when="city == 'L\\'Aquila'")
    editor.outline.choose((1,))
    editor.outline.choose((0,))
    asked = when().asked
    assert (asked.field.choice(), asked.test.choice(), asked.value.text()) == ("city", "is", "L'Aquila")
    pick(asked.test, ">")
    assert now(editor).blocks[0].when == "city == 'L\\'Aquila'", "what is no condition yet changes nothing"
    pick(asked.test, "is")
    pick(when().who, OWN)
    assert when().own.text() == "city == 'L\\'Aquila'", "an expression begins with what was chosen"
    when().own.clear()
    QTest.keyClicks(when().own, '`city` = "Rome" AND')
    assert when()._wrong.isVisible()
    assert now(editor).blocks[0] == Heading(text="News", when='city == "Rome"')  # the last that was one
    when().own.clear()
    QTest.keyClicks(when().own, "City = 'Rome'")
    assert now(editor).blocks[0] == Heading(text="News", when="city == 'Rome'"), "a column by its title"
    pick(when().who, "")
    assert now(editor).blocks[0] == Heading(text="News")


def test_where_blocks_are_cramped_the_lines_fold_away_until_they_are_asked_for(
    stand: Stand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = Content(mode="design", subject="Hi", design=design_to_json(LETTER), markdown="Dear all")
    draft = replace(stand.sample(), content=content, sender="Anna <anna@example.com>")
    stand.services.campaigns.save(draft)
    step = shown(stand, qtbot, draft)
    assert step.heading.lines.isVisible()
    monkeypatch.setattr(room, "_BLOCKS", 5_000)
    step.editor._ways._buttons["write"].click()
    assert step.heading.lines.isVisible()
    step.editor._ways._buttons["design"].click()
    assert (step.heading.lines.isVisible(), step.room.line.isVisible()) == (False, True)
    next(one for one in step.room.line.findChildren(PushButton)).click()
    assert (step.heading.lines.isVisible(), step.room.line.isVisible()) == (True, False)
    step.resize(step.width(), step.height() - 10)
    assert step.heading.lines.isVisible()


def test_what_one_types_in_stays_in_sight_where_a_problem_takes_room(editor: DesignEditor, qtbot: QtBot) -> None:
    editor.show_fields(("city", "first_name"))
    editor.outline.choose((1,))
    when = editor.properties.control("when")
    assert isinstance(when, WhenEdit)
    pick(when.who, OWN)
    when.own.setFocus()
    qtbot.waitUntil(when.own.hasFocus)
    seen = editor.properties.viewport()
    for height in (400, 300):
        editor.resize(editor.width(), height)
        qtbot.waitUntil(lambda: seen.rect().contains(when.own.mapTo(seen, when.own.rect().center())))


def test_a_block_for_some_says_for_whom_and_how_many_they_are(stand: Stand, qtbot: QtBot) -> None:
    inner = Text(text="right", when="voucher")
    blocks = (Text(text="Hi"), Text(text="To London", when="city == 'London'"),
              Columns(columns=((Text(text="left"),), (inner,)), when="city == 'London'"))  # fmt: skip
    content = Content(mode="design", subject="Hi", design=design_to_json(Design(blocks=blocks)))
    draft = replace(stand.sample(), content=content)
    stand.services.campaigns.save(draft)
    to_london, both, nobody = "city == 'London'", "(city == 'London') and (voucher)", "not email"
    counts = stand.services.previews.shown_to(draft, [to_london, both, nobody, "no_such_column", "a b"])
    assert set(counts) == {to_london, both, nobody}
    assert counts[nobody] == 0
    assert 1 < counts[both] <= counts[to_london] < 245
    step = shown(stand, qtbot, draft)
    outline = step.editor.design.outline
    qtbot.waitUntil(
        lambda: f"Text · To London\nonly if city is “London”\n{counts[to_london]} people" in outline.words()
    )
    assert "Text · Hi" in outline.words()
    assert f"Text · right\nonly if voucher is filled\n{counts[both]} people" in outline.words()
    assert stand.services.previews.shown_to(draft, ["email"]) == {"email": 245}
    assert stand.services.previews.shown_to(draft, ["email"], lambda: True) == {}
    outline.choose((1,))
    when = step.editor.design.properties.control("when")
    assert isinstance(when, WhenEdit)
    pick(when.asked.test, "is not")
    qtbot.waitUntil(lambda: any("is not “London”" in one and "people" in one for one in outline.words()))
