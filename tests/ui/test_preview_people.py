"""Whose message is previewed: next and previous go through those who get it, anybody is found by name or address."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.drafting import shown
from tests.ui.stand import Stand

from sendoff.core.campaign import Content
from sendoff.ui.pages.message.preview import PreviewPane
from sendoff.ui.pages.message.view import MessageStep

PEOPLE = (
    "email,name\nnot one,Otto\nanna@one.example,Anna Lee\nanna@one.example,Anna again\nbob@two.example,Bob Müller\n"
    "also not one,Ute\ncleo@two.example,Cleo\n"
)


def step_of(stand: Stand, qtbot: QtBot, folder: Path, rows: str = PEOPLE) -> MessageStep:
    services = stand.services
    (folder / "people.csv").write_text(rows, encoding="utf-8")
    campaign = replace(services.campaigns.new("Some"), content=Content(subject="Hi", text="Hi {{ name }}"))
    services.campaigns.save(campaign)
    campaign, _imported = services.recipients.bring(campaign, services.recipients.look(folder / "people.csv"))
    return shown(stand, qtbot, campaign)


def looked_at(qtbot: QtBot, preview: PreviewPane, row: int, words: str) -> None:
    qtbot.waitUntil(lambda: preview.row() == row and words in preview._sight.text)


def test_it_begins_with_the_first_who_gets_it_and_steps_over_the_others(
    stand: Stand, qtbot: QtBot, tmp_path: Path
) -> None:
    preview = step_of(stand, qtbot, tmp_path).preview
    looked_at(qtbot, preview, 2, "Hi Anna Lee")
    preview.steps.on.click()
    looked_at(qtbot, preview, 4, "Hi Bob")
    preview.steps.back.click()
    looked_at(qtbot, preview, 2, "Hi Anna Lee")
    preview.steps.back.click()
    qtbot.waitUntil(lambda: stand.said == ["Nobody else that way gets the message."])
    assert preview.row() == 2
    for _press in range(5):  # faster than they are answered
        preview.steps.on.click()
    looked_at(qtbot, preview, 6, "Hi Cleo")
    assert preview._sight.note == ""


def test_who_gets_nothing_is_reached_on_purpose(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    preview = step_of(stand, qtbot, tmp_path).preview
    looked_at(qtbot, preview, 2, "Hi Anna Lee")
    unsent = preview.steps.jump.menu().actions()[-1]
    assert unsent.text() == "Next of the 3 who do not get it"
    assert (preview.steps.of.text(), preview.steps.number.maximum()) == ("of 3", 3)
    qtbot.waitUntil(lambda: preview.steps.number.value() == 1)
    unsent.trigger()
    looked_at(qtbot, preview, 3, "Hi Anna again")
    assert preview._sight.note.startswith("This row is not sent. ")
    unsent.trigger()
    looked_at(qtbot, preview, 5, "Hi Ute")
    unsent.trigger()
    looked_at(qtbot, preview, 1, "Hi Otto")
    qtbot.waitUntil(lambda: preview.steps.number.text() == "–")


def test_the_number_counts_those_who_get_it(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    preview = step_of(stand, qtbot, tmp_path).preview
    looked_at(qtbot, preview, 2, "Hi Anna Lee")
    preview.steps.number.setValue(3)
    looked_at(qtbot, preview, 6, "Hi Cleo")
    assert preview.steps.number.value() == 3
    preview.steps.back.click()
    looked_at(qtbot, preview, 4, "Hi Bob")
    qtbot.waitUntil(lambda: preview.steps.number.value() == 2)


def test_where_the_search_has_no_room_a_button_opens_it(qtbot: QtBot) -> None:
    preview = PreviewPane()
    qtbot.addWidget(preview)
    preview.resize(345, 500)
    preview.show()
    preview.show_total(250, 245)
    steps = preview.steps
    assert (steps.finder.isVisible(), steps.search.isVisible()) == (True, False)
    steps.finder.click()
    assert (steps.finder.isVisible(), steps.search.isVisible(), steps.number.isVisible()) == (False, True, False)
    assert steps.search.width() > 240
    QTest.keyClick(steps.search, Qt.Key.Key_Escape)
    assert (steps.finder.isVisible(), steps.search.isVisible(), steps.number.isVisible()) == (True, False, True)
    preview.resize(500, 500)
    assert (steps.finder.isVisible(), steps.search.isVisible(), steps.number.isVisible()) == (False, True, True)


def test_where_everybody_gets_it_the_menu_says_so(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    preview = step_of(stand, qtbot, tmp_path, "email,name\na@one.example,Anna\n").preview
    looked_at(qtbot, preview, 1, "Hi Anna")
    preview.steps.jump.menu().actions()[-1].trigger()
    qtbot.waitUntil(lambda: stand.said == ["Everybody on the list gets the message."])


def offered(preview: PreviewPane) -> list[str]:
    people = preview.search._people
    return [people.item(row).text() for row in range(people.rowCount())]


def test_a_person_is_found_by_name_or_address(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    preview = step_of(stand, qtbot, tmp_path).preview
    looked_at(qtbot, preview, 2, "Hi Anna Lee")
    preview.search.setFocus()
    QTest.keyClicks(preview.search, "anna")
    popup = preview.search.offer
    qtbot.waitUntil(popup.isVisible)
    assert offered(preview) == [
        "Anna Lee <anna@one.example>",
        "Anna again <anna@one.example>: does not get it",
    ]
    QTest.keyClicks(popup, "x")  # typing goes on in the field
    qtbot.waitUntil(lambda: offered(preview) == ["Nobody has that in the name or the address."])
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert preview.search.text() == "annax"
    preview.search.setText("MÜLL")
    qtbot.waitUntil(lambda: offered(preview) == ["Bob Müller <bob@two.example>"] and popup.isVisible())
    QTest.keyClick(popup, Qt.Key.Key_Return)
    looked_at(qtbot, preview, 4, "Hi Bob")
    assert preview.search.text() == ""
    preview.search.setText("again")
    qtbot.waitUntil(lambda: offered(preview)[:1] == ["Anna again <anna@one.example>: does not get it"])
    qtbot.waitUntil(popup.isVisible)
    first = popup.visualRect(popup.model().index(0, 0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first)
    looked_at(qtbot, preview, 3, "Hi Anna again")


def test_an_answer_to_what_was_typed_before_is_not_shown(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    preview = step_of(stand, qtbot, tmp_path).preview
    preview.search.setFocus()
    preview.search.setText("cleo")
    preview.search.show_found("cle", ())
    assert offered(preview) == []
    preview.forget()
    assert preview.search.text() == ""


def test_another_campaign_begins_with_its_own_first_recipient(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    step = step_of(stand, qtbot, tmp_path)
    preview = step.preview
    looked_at(qtbot, preview, 2, "Hi Anna Lee")
    preview.show_row(6)
    looked_at(qtbot, preview, 6, "Hi Cleo")
    step.show_campaign(stand.sample())
    qtbot.waitUntil(lambda: preview.row() == 1 and step._facts.total > 6)
