"""The recipients step: bring a list, correct how it is read, import or cancel, and bad files in a sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from tests.ui.desk import Desk

from sendoff.core.campaign import CampaignState
from sendoff.ui.pages.recipients.view import RecipientsStep

EMPTY, LOOKING, IMPORTING, LISTED, FROZEN, CHOOSING = range(6)


@pytest.fixture
def step(desk: Desk) -> RecipientsStep:
    page = desk.open(desk.services.campaigns.new("New"), "recipients").step(0)
    assert isinstance(page, RecipientsStep)
    return page


def face(step: RecipientsStep) -> int:
    return step.stack.currentIndex()


def shown(step: RecipientsStep) -> list[str]:
    model = step.model if face(step) == LISTED else step.frozen.model
    return [str(model.index(row, 1 if face(step) == LISTED else 0).data()) for row in range(model.rowCount())]


def take(desk: Desk, step: RecipientsStep, source: Path | str) -> None:
    step.presenter.take(source)
    desk.until(lambda: face(step) == LOOKING)
    desk.rest()


def bring(desk: Desk, step: RecipientsStep, source: Path | str) -> None:
    take(desk, step, source)
    desk.flow.primary.click()
    desk.until(lambda: face(step) == LISTED)
    desk.rest()
    shown(step)
    desk.rest()


def heads(step: RecipientsStep) -> list[str]:
    model = step.look.sample.model()
    return [
        str(model.headerData(at, Qt.Orientation.Horizontal)).replace("\n", ": ") for at in range(model.columnCount())
    ]


def press(desk: Desk, step: RecipientsStep, column: int, words: str) -> None:
    menu = step.look.menu_of(column)
    next(action for action in menu.actions() if action.text() == words).trigger()
    desk.rest()


def test_a_list_is_looked_at_before_it_is_imported(desk: Desk, step: RecipientsStep) -> None:
    assert face(step) == EMPTY
    take(desk, step, desk.list_of("anna@example.com", "bert@example.com"))
    assert step.look.email.currentText() == "E-Mail"
    assert step.look.sample.model().rowCount() == 2
    assert step.look.delimiter.choice() == ","
    assert step.look.header.choice() == "1"
    assert not step.look.difference.isVisible()
    assert desk.services.reports.counts(desk.services.campaigns.all()[0])["queued"] == 0
    step.look.cancel.click()
    assert face(step) == EMPTY


def test_a_list_is_dropped_or_pasted(desk: Desk, step: RecipientsStep) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(desk.list_of("anna@example.com")))])
    for target in (step.drop, step):
        drop = QDropEvent(
            QPointF(10, 10), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        target.dropEvent(drop)
        desk.until(lambda: face(step) == LOOKING)
        desk.rest()
        step.look.cancel.click()
    QGuiApplication.clipboard().setText("Mail\tOrt\nanna@example.com\tKöln\n")
    step.drop.paste.click()
    desk.until(lambda: face(step) == LOOKING)
    assert step.look.file_name.whole() == "What you pasted"
    assert heads(step) == ["Mail: E-mail address", "Ort"]
    desk.flow.primary.click()
    desk.until(lambda: face(step) == LISTED)
    desk.rest()
    shown(step)
    desk.rest()
    assert shown(step) == ["anna@example.com"]
    QGuiApplication.clipboard().clear()
    step.paste()
    desk.rest()
    assert "There is nothing to paste." in step.problem.accessibleName()
    assert face(step) == LISTED


def test_first_and_last_names_are_taken_from_whole_ones_or_not(desk: Desk, step: RecipientsStep) -> None:
    path = desk.folder / "readers.csv"
    path.write_text('Mail,Name\nada@example.com,"Lovelace, Ada"\n', "utf-8")
    take(desk, step, path)
    assert heads(step) == ["Mail: E-mail address", "Name", "First name: from “Name”", "Last name: from “Name”"]
    assert step.look.names.text() == "From “Name” come first and last names: “Lovelace, Ada” is “Ada” and “Lovelace”."
    (leave,) = step.look.menu_of(2).actions()
    assert leave.text() == "Leave them whole", "what is taken from a column can be nothing else"
    leave.trigger()
    desk.rest()
    assert heads(step) == ["Mail: E-mail address", "Name"]
    assert step.look.names_button.text() == "Take first and last names from it"
    step.look.names_button.click()
    desk.rest()
    desk.flow.primary.click()
    desk.until(lambda: face(step) == LISTED)
    desk.rest()
    draft = desk.services.campaigns.all()[0]
    line = desk.services.triage.row(draft.id, 1)
    assert (line.name, line.fields["first_name"], line.fields["last_name"]) == ("Lovelace, Ada", "Ada", "Lovelace")


def test_a_column_that_the_message_calls_otherwise_is_offered(desk: Desk, step: RecipientsStep) -> None:
    draft = desk.services.campaigns.all()[0]
    content = replace(
        draft.content, subject="News for {{ city | default('you') }}", text="Dear {{ first_name }}, {{ x }}"
    )
    desk.services.campaigns.save(replace(draft, content=content))
    path = desk.folder / "leser.csv"
    path.write_text("E-Mail,Vorname,Ort,Tarif\nanna@example.com,Anna,Paris,A\n", "utf-8")
    take(desk, step, path)
    assert {field: choice.choice() for field, choice in step.look.same.choices.items()} == {"ort": "city"}
    assert step.look.same.isVisibleTo(step)
    for wanted in ("", "city"):
        step.look.same.choices["ort"].choose(wanted)
        step.look.same.choices["ort"].chosen.emit(wanted)
        desk.rest()
        assert step.look.same.choices["ort"].choice() == wanted
    desk.flow.primary.click()
    desk.until(lambda: face(step) == LISTED)
    desk.rest()
    line = desk.services.triage.row(draft.id, 1)
    assert (line.fields["city"], line.fields["ort"]) == ("Paris", "Paris")
    take(desk, step, desk.list_of("bert@example.com"))
    assert not step.look.same.isVisibleTo(step)


def test_how_a_list_is_read_is_corrected(desk: Desk, step: RecipientsStep) -> None:
    path = desk.folder / "export.csv"
    path.write_bytes("Our members\nPrivate;Work;Rufname\nanna@home.example;anna@work.example;Jürgen\n".encode("cp1252"))
    take(desk, step, path)
    step.look.header.chosen.emit("2")
    desk.rest()
    assert step.look.header.choice() == "2"
    assert heads(step)[1:] == ["Work", "Rufname"]
    press(desk, step, 2, "First name")
    assert heads(step)[2] == "Rufname: First name"
    step.look.encoding.chosen.emit("mac-roman")
    desk.rest()
    assert step.look.encoding.choice() == "mac-roman"
    assert step.look.sample.model().index(0, 2).data() != "Jürgen"
    step.look.encoding.chosen.emit("cp1252")
    desk.rest()
    assert step.look.sample.model().index(0, 2).data() == "Jürgen"
    step.look.header.choose("10")
    step.look.header.chosen.emit("10")
    desk.until(step.problem.isVisible)
    assert face(step) == LOOKING
    assert step.look.header.choice() == "2"
    press(desk, step, 1, "E-mail address")
    assert step.look.email.currentText() == "Work"
    desk.flow.primary.click()
    desk.until(lambda: face(step) == LISTED)
    desk.rest()
    shown(step)
    desk.rest()
    assert shown(step) == ["anna@work.example"]


def test_a_list_of_the_same_shape_is_read_as_last_time(desk: Desk, step: RecipientsStep) -> None:
    path = desk.folder / "two.csv"
    path.write_text("Private,Work\nanna@home.example,anna@work.example\n", encoding="utf-8")
    take(desk, step, path)
    step.look.email.chosen.emit("1")
    desk.rest()
    desk.flow.primary.click()
    desk.until(lambda: face(step) == LISTED)
    desk.rest()
    path.write_text("Private,Work\nbert@home.example,bert@work.example\n", encoding="utf-8")
    take(desk, step, path)
    assert step.look.remembered.isVisible()
    assert step.look.email.currentText() == "Work"
    step.look.guess_anew.click()
    desk.rest()
    assert not step.look.remembered.isVisible()
    assert step.look.email.currentText() == "Private"


def test_a_new_list_says_what_it_changes_and_a_bad_one_changes_nothing(desk: Desk, step: RecipientsStep) -> None:
    bring(desk, step, desk.list_of("anna@example.com", "bert@example.com"))
    take(desk, step, desk.list_of("anna@example.com", "carl@example.com", "dora@example.com"))
    said = step.look.difference.text()
    assert said == "Beside the present list: 2 new, 0 changed, 1 gone, 1 the same."
    assert desk.flow.primary.text() == "Replace the list"
    desk.flow.primary.click()
    desk.until(lambda: face(step) == LISTED)
    desk.rest()
    shown(step)
    desk.rest()
    assert shown(step) == ["anna@example.com", "carl@example.com", "dora@example.com"]
    bad = desk.folder / "bad.csv"
    bad.write_text("a,b\n1,2\n", encoding="utf-8")
    step.presenter.take(bad)
    desk.until(step.problem.isVisible)
    assert "No column holds e-mail addresses." in step.problem.accessibleName()
    assert face(step) == LISTED
    assert shown(step) == ["anna@example.com", "carl@example.com", "dora@example.com"]


def test_a_cancelled_import_leaves_what_was_there(desk: Desk, step: RecipientsStep) -> None:
    bring(desk, step, desk.list_of("anna@example.com"))
    take(desk, step, desk.list_of(*(f"person{number}@example.com" for number in range(20_000))))
    desk.flow.primary.click()
    assert face(step) == IMPORTING
    step.importing.cancel.click()
    desk.until(lambda: face(step) == LISTED, seconds=30)
    desk.rest()
    shown(step)
    desk.rest()
    assert shown(step) == ["anna@example.com"]
    assert desk.services.reports.counts(desk.services.campaigns.all()[0])["queued"] == 1


def test_a_list_that_is_being_sent_can_only_be_read(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com", "no address", "bert@example.com")
    desk.services.sending.begin(draft.id)
    campaign = desk.services.campaigns.get(draft.id)
    assert campaign.state is not CampaignState.DRAFT
    step = desk.open(campaign, "recipients").step(0)
    assert isinstance(step, RecipientsStep)
    assert face(step) == FROZEN
    assert {key: chip.number for key, chip in step.frozen.figures._chips.items()} == {
        "addressed": 2,
        "skipped": 1,
        "suppressed": 0,
    }
    step.frozen.figures._chips["skipped"].click()
    desk.rest()
    assert shown(step) == ["no address"]
    step.presenter.take(desk.list_of("carl@example.com"))
    desk.rest()
    assert face(step) == FROZEN


def test_the_first_rows_say_of_how_many(desk: Desk, step: RecipientsStep) -> None:
    path = desk.list_of(*(f"person{number}@example.com" for number in range(1_250)))
    take(desk, step, path)
    desk.until(lambda: "of 1,250 rows" in step.look.note.text())
    assert step.look.note.text().startswith("These are the first 20 of 1,250 rows; all of them come in.")
    take(desk, step, desk.list_of("anna@example.com"))
    assert step.look.note.text() == "Press a column's name to say what it holds."
