"""A list's rows in their tabs: figures that add up, edits in place, whole tabs corrected and taken back."""

from __future__ import annotations

import csv
import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.fakes.resolver import TableResolver
from tests.ui.desk import Desk

from sendoff.core.delivery import State
from sendoff.core.recipient import Verdict
from sendoff.services.domain_check import Domains
from sendoff.ui.pages.recipients.correcting import domains_words
from sendoff.ui.pages.recipients.keeping import KeepDialog
from sendoff.ui.pages.recipients.view import RecipientsStep
from sendoff.ui.theme import theme
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.tabs import ALL

ROWS = """E-Mail,Vorname,Ort
anna@example.com,Anna,Köln
mia@gmial.com,Mia,Bonn
jo@hotmial.com,Jo,Bonn
info@example.org,,Rom
no address,Lee,Rom
ANNA@example.com,Anna,Paris
x@mailinator.com,X,Oslo
bert@example.com,Bert,Aachen
"""


@pytest.fixture
def step(desk: Desk) -> RecipientsStep:
    path = desk.folder / "people.csv"
    path.write_text(ROWS, encoding="utf-8")
    services = desk.services
    draft, _imported = services.recipients.bring(services.campaigns.new("New"), services.recipients.look(path))
    page = desk.open(draft, "recipients").step(0)
    assert isinstance(page, RecipientsStep)
    settle(desk, page)
    return page


def settle(desk: Desk, step: RecipientsStep) -> None:
    """Let everything under way come back, and the rows be read."""

    def quiet() -> bool:
        told = desk.opened.stage.bridge.drain()
        return not (told or desk.busy() or "…" in column(step))

    for _ in range(2):
        desk.bot.wait(20)
        desk.until(quiet)


def column(step: RecipientsStep, title: str = "Address") -> list[str]:
    model = step.model
    found = titles(step)
    return [str(model.index(row, found.index(title)).data()) for row in range(model.rowCount())] if found else []


def titles(step: RecipientsStep) -> list[object]:
    return [step.model.headerData(at, Qt.Orientation.Horizontal) for at in range(step.model.columnCount())]


def figures(step: RecipientsStep) -> dict[str, int]:
    return {key: tab.number for key, tab in step.triage.tabs.tabs.items() if tab.number}


def table_top(step: RecipientsStep) -> int:
    return step.triage.table.mapTo(step, QPoint()).y()


def open_tab(desk: Desk, step: RecipientsStep, verdict: Verdict) -> None:
    step.triage.tabs.tabs[verdict.value].click()
    settle(desk, step)


def write(desk: Desk, step: RecipientsStep, row: int, title: str, text: str) -> None:
    place = step.model.index(row, titles(step).index(title))
    assert place.flags() & Qt.ItemFlag.ItemIsEditable
    assert step.model.setData(place, text)
    settle(desk, step)


def undo(desk: Desk, step: RecipientsStep) -> None:
    assert step.toast.isVisible()
    step.toast._button.click()
    settle(desk, step)


def test_the_tabs_add_up_to_the_rows(step: RecipientsStep, desk: Desk) -> None:
    found = figures(step)
    assert found.pop("") == 8 == sum(found.values())
    assert found == {"ready": 2, "suggested": 2, "role": 1, "disposable": 1, "duplicate": 1, "invalid": 1}
    assert len(column(step)) == 8
    assert desk.flow.stepper.steps[0]._note == "6 to send"
    assert not step.triage.tabs.tabs["left_out"].isVisible()
    for verdict in map(Verdict, found):
        open_tab(desk, step, verdict)
        assert len(column(step)) == found[verdict.value]
        assert all(column(step, "Why")) if verdict is not Verdict.READY else "Why" not in titles(step)


def test_every_tab_says_who_is_there_and_who_is_written_to(step: RecipientsStep, desk: Desk) -> None:
    assert step.triage.note.text() == (
        "6 of 8 rows get the message: 2 “Ready” + 2 “Suggested fix” + 1 “Shared mailbox” + 1 “Disposable”."
    )
    said = {Verdict.ROLE: "such as info@", Verdict.DISPOSABLE: "for a few minutes", Verdict.DUPLICATE: "same address"}
    for verdict, words in said.items():
        open_tab(desk, step, verdict)
        assert words in step.triage.note.text()
        assert not step.triage.correct.isVisible()


def test_an_invalid_row_shows_that_it_can_be_corrected(step: RecipientsStep, desk: Desk) -> None:
    open_tab(desk, step, Verdict.INVALID)
    assert "Double-click a cell, or press F2, to correct it" in step.triage.note.text()
    step.triage.correct.click()
    editor = step.triage.table.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "no address"
    editor.setText("lee@example.com")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(desk, step)
    assert figures(step)["ready"] == 3
    assert not step.triage.correct.isEnabled()


def test_no_column_is_empty_or_says_the_address_again(step: RecipientsStep, desk: Desk) -> None:
    path = desk.folder / "plain.csv"
    path.write_text("Mail,City\nAnna@EXAMPLE.com,Rome\nask me,Bonn\n", encoding="utf-8")
    campaign = desk.services.campaigns.new("Plain")
    draft, _imported = desk.services.recipients.bring(campaign, desk.services.recipients.look(path))
    page = desk.open(draft, "recipients").step(0)
    assert page is step
    settle(desk, step)
    assert titles(step) == ["No.", "Address", "State", "Why", "City"]


def test_typing_errors_are_told_at_once_with_what_can_be_done(step: RecipientsStep, desk: Desk) -> None:
    notice = step.triage.mistyped
    assert notice.accessibleName() == "2 addresses are probably mistyped."
    show = next(one for one in notice.findChildren(Button) if one.text() == "Show")
    show.click()
    settle(desk, step)
    assert step.triage.tabs.choice() == Verdict.SUGGESTED.value
    assert (notice.isVisible(), show.isVisible()) == (True, False)
    step.triage.tabs.chosen.emit(ALL)
    assert (notice.isVisible(), show.isVisible()) == (True, True)
    mark = notice._glyph.geometry()
    assert abs(mark.center().y() - notice.rect().center().y()) <= 1
    desk.rest()
    stood = table_top(step)
    step.triage.fix.click()
    settle(desk, step)
    assert notice.accessibleName().startswith("No address looks mistyped any more.")
    assert not step.triage.fix.isVisible()
    assert table_top(step) == stood  # where the next press is about to land
    assert figures(step)["ready"] == 4
    assert step.toast._words.text().startswith("2 addresses corrected: ")
    undo(desk, step)
    assert notice.accessibleName() == "2 addresses are probably mistyped."
    assert (step.triage.fix.isVisible(), table_top(step)) == (True, stood)
    step.triage.fix.click()
    settle(desk, step)
    place = step.triage.tabs.tabs[Verdict.INVALID.value].x()
    step.triage.tabs.chosen.emit(Verdict.READY.value)
    settle(desk, step)
    assert table_top(step) == stood
    assert step.triage.tabs.tabs[Verdict.SUGGESTED.value].isVisible()
    assert step.triage.tabs.tabs[Verdict.INVALID.value].x() == place
    notice._dismiss()
    step.triage.tabs.chosen.emit(ALL)
    assert not notice.isVisible()


def test_the_notice_fixes_as_many_as_it_counts(step: RecipientsStep, desk: Desk) -> None:
    open_tab(desk, step, Verdict.INVALID)
    write(desk, step, 0, "Address", "rosa (at) example dot com")
    step.triage.fix.click()
    settle(desk, step)
    assert (figures(step)["ready"], figures(step)["invalid"]) == (4, 1)
    step.triage.acts["fix"].click()
    settle(desk, step)
    assert step.triage.empty.text() == "Nothing is left to fix here."
    step.triage.see_ready.click()
    settle(desk, step)
    assert step.triage.tabs.choice() == Verdict.READY.value
    assert len(column(step)) == 5
    assert not step.triage.see_ready.isVisible()


def test_a_notice_that_was_closed_stays_so_until_another_list_comes(step: RecipientsStep) -> None:
    step.triage.mistyped._dismiss()
    step.triage.open_tab(Verdict.READY.value)
    assert not step.triage.mistyped.isVisible()
    counts = dict(step.triage._counts)
    step.triage.forget()
    step.triage.show_counts(counts)
    assert step.triage.mistyped.isVisible()


def test_typing_errors_are_fixed_at_once_and_taken_back(step: RecipientsStep, desk: Desk) -> None:
    open_tab(desk, step, Verdict.SUGGESTED)
    assert column(step, "Why") == ["Probably meant: mia@gmail.com.", "Probably meant: jo@hotmail.com."]
    step.triage.acts["fix"].click()
    settle(desk, step)
    assert column(step) == []
    assert step.triage.empty.text() == "Nothing is left to fix here."
    assert not step.triage.acts["fix"].isEnabled()
    assert figures(step)["ready"] == 4
    undo(desk, step)
    assert column(step) == ["mia@gmial.com", "jo@hotmial.com"]
    assert figures(step)["ready"] == 2


def test_an_address_that_was_spelled_out_is_offered_under_invalid(step: RecipientsStep, desk: Desk) -> None:
    open_tab(desk, step, Verdict.INVALID)
    write(desk, step, 0, "Address", "rosa (at) example dot com")
    assert column(step, "Why")[0] == "There is no @ sign. Probably meant: rosa@example.com."
    assert step.triage.acts["fix"].isVisible()
    step.triage.acts["fix"].click()
    settle(desk, step)
    assert "invalid" not in figures(step)
    campaign = desk.services.campaigns.all()[0]
    assert desk.services.triage.row(campaign.id, 5).address == "rosa@example.com"


def test_an_address_or_a_field_is_edited_in_place(step: RecipientsStep, desk: Desk) -> None:
    open_tab(desk, step, Verdict.INVALID)
    write(desk, step, 0, "Address", "lee@example.com")
    assert column(step) == []
    assert figures(step)["ready"] == 3
    assert "invalid" not in figures(step)
    undo(desk, step)
    assert column(step) == ["no address"]
    step.triage.tabs.tabs[""].click()
    settle(desk, step)
    assert titles(step) == ["No.", "Address", "State", "Why", "Vorname", "Ort"]
    write(desk, step, 0, "Vorname", "Annabel")
    assert column(step, "Vorname")[0] == "Annabel"
    campaign = desk.services.campaigns.all()[0]
    line = desk.services.triage.row(campaign.id, 1)
    # The column it was read from follows.
    assert (line.fields["first_name"], line.fields["vorname"], line.name) == ("Annabel", "Annabel", "Annabel")
    table = step.triage.table
    table.setFocus()
    table.setCurrentIndex(step.model.index(7, 0))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = desk.opened.window.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "berta@example.com")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(desk, step)
    assert column(step)[7] == "berta@example.com"


def test_rows_are_left_out_taken_in_and_the_last_of_several_kept(step: RecipientsStep, desk: Desk) -> None:
    open_tab(desk, step, Verdict.ROLE)
    step.triage.acts["leave_out"].click()
    settle(desk, step)
    assert figures(step)["left_out"] == 1
    assert desk.flow.stepper.steps[0]._note == "5 to send"
    open_tab(desk, step, Verdict.LEFT_OUT)
    step.triage.acts["take_in"].click()
    settle(desk, step)
    assert figures(step)["role"] == 1
    assert "left_out" not in figures(step)
    open_tab(desk, step, Verdict.READY)
    step.triage.table.selectRow(1)
    assert step.triage.table.leave.shortcut() == QKeySequence("Del")
    step.triage.table.leave.trigger()
    settle(desk, step)
    assert column(step) == ["anna@example.com"]
    undo(desk, step)
    assert column(step) == ["anna@example.com", "bert@example.com"]
    open_tab(desk, step, Verdict.DUPLICATE)
    assert column(step, "No.") == ["6"]
    step.triage.acts["last"].click()
    settle(desk, step)
    assert column(step, "No.") == ["1"]


def test_the_chosen_rows_say_what_can_be_done_with_them(step: RecipientsStep, desk: Desk) -> None:
    table, shown = step.triage.table, step.triage.rows_acts

    def offered() -> list[str]:
        return [button.text() for action, button in shown.items() if button.isVisible() and action.isEnabled()]

    assert offered() == []
    table.selectRow(0)
    assert offered() == ["Leave out"]
    assert not table.take.isEnabled()
    table.selectRow(4)
    assert offered() == []
    table.selectRow(5)
    assert offered() == ["Use this row instead", "Leave out"]
    shown[table.instead].click()
    settle(desk, step)
    assert column(step, "State")[0::5] == ["Repeated", "Ready"]
    assert column(step, "Why")[0] == "No. 6 of the list has the same address."
    assert step.toast._words.text() == "1 row is used instead."
    assert offered() == ["Leave out"]
    shown[table.leave].click()
    settle(desk, step)
    assert column(step, "State")[0::5] == ["Ready", "Left out"]
    assert step.toast._words.text() == "1 row left out. No. 1 has the same address and takes its place."
    assert offered() == ["Take in again"]
    undo(desk, step)
    assert column(step, "State")[0::5] == ["Repeated", "Ready"]
    open_tab(desk, step, Verdict.DUPLICATE)
    table.selectRow(0)
    assert offered() == ["Use this row instead"]
    assert table.leave.isEnabled()


def test_a_tab_is_sorted_searched_and_exported(step: RecipientsStep, desk: Desk) -> None:
    header = step.triage.table.horizontalHeader()
    header.sectionClicked.emit(titles(step).index("Ort"))
    settle(desk, step)
    assert column(step, "Ort")[:3] == ["Aachen", "Bonn", "Bonn"]
    header.sectionClicked.emit(titles(step).index("Ort"))
    settle(desk, step)
    assert column(step, "Ort")[:2] == ["Rom", "Rom"]
    step.triage.search.setText("anna@")
    desk.bot.wait(200)
    settle(desk, step)
    assert column(step) == ["ANNA@example.com", "anna@example.com"]
    assert step.triage.found.text() == "2 found"
    step.triage.search.setText("nobody")
    desk.bot.wait(200)
    settle(desk, step)
    assert step.triage.empty.text() == "No row here holds “nobody”."
    step.triage.search.clear()
    desk.bot.wait(200)
    open_tab(desk, step, Verdict.INVALID)
    assert step.presenter.triage.proposed() == "people invalid.csv"
    path = desk.folder / "out.csv"
    step.presenter.triage.export(path)
    desk.rest()
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows[0][-1] == "Problem"
    assert [row[0] for row in rows[1:]] == ["no address"]
    assert rows[1][-1]


def test_the_domains_are_checked_in_the_background_and_that_is_undone(step: RecipientsStep, desk: Desk) -> None:
    check = desk.services.domains
    check._resolver = TableResolver()
    step.triage.acts["domains"].click()
    assert not step.triage.acts["domains"].isEnabled()
    settle(desk, step)
    assert "seems to be offline" in step.toast.accessibleName()
    assert figures(step)["ready"] == 2
    asked = threading.Event()

    class Slow(TableResolver):
        def takes_mail(self, domain: str) -> bool:
            asked.wait(60)
            return super().takes_mail(domain)

    check._resolver = Slow({"gmail.com": ["mx"]})
    step.triage.acts["domains"].click()
    assert step.triage.stop.isVisible()
    step.triage.stop.click()
    asked.set()
    desk.until(lambda: "was stopped" in step.toast.accessibleName())
    assert figures(step)["ready"] == 2
    check._resolver = TableResolver({"gmail.com": ["mx"], "example.com": ["mx"], "example.org": ["mx"]})
    check._memory.keep({})
    step.triage.acts["domains"].click()
    settle(desk, step)
    assert "3 take no mail, 3 rows now invalid" in step.toast.accessibleName()
    assert figures(step)["invalid"] == 4
    undo(desk, step)
    assert figures(step)["invalid"] == 1


def test_what_a_check_of_the_domains_found_is_said_honestly() -> None:
    found = Domains(checked=340, dead=("a.test", "b.test"), unknown=5, rows=12)
    assert domains_words(found) == (
        "340 domains checked: 2 take no mail, 12 rows now invalid. 5 gave no answer and stay as they are."
    )
    assert domains_words(Domains(checked=1, dead=(), unknown=0)) == "1 domain checked: all take mail."
    assert domains_words(Domains(checked=0, dead=(), unknown=0)) == "There is no domain to ask about."
    offline = domains_words(Domains(checked=0, dead=(), unknown=7))
    assert offline == "Nothing could be looked up: this computer seems to be offline. No row was changed."


def test_the_list_is_kept_as_an_audience_under_a_free_name(step: RecipientsStep, desk: Desk) -> None:
    for expected in (True, False):
        step.triage.keep.click()
        dialog = step.findChildren(KeepDialog)[-1]
        assert dialog.name.text() == "people"
        dialog.keep.click()
        desk.rest()
        problem = dialog.field.control.accessibleDescription() if not expected else ""
        assert ("already" in problem) is not expected
    dialog.reject()
    desk.rest()
    kept = desk.services.audiences.all()
    assert [one.name for one in kept] == ["people"]
    assert desk.services.audiences.counts(kept[0])[State.QUEUED] == 6


def test_people_of_an_audience_become_the_recipients(step: RecipientsStep, desk: Desk) -> None:
    services = desk.services
    audience = services.audiences.from_campaign("Members", services.campaigns.all()[0])
    guests = services.campaigns.new("Guests")
    guests, _imported = services.recipients.bring(guests, services.recipients.look(desk.list_of("jo@hotmial.com")))
    services.audiences.from_campaign("Guests", guests)
    step.use_audience()
    desk.rest()
    choosing = step.choosing
    choosing.audience.choose(audience.id)
    choosing.audience.chosen.emit(audience.id)
    desk.rest()
    assert choosing.count.text() == "6 of 6 people"
    choosing.segment.ways._buttons["write"].click()
    for written, problem in (("ort = ", "ends too early"), ("town = 'Bonn'", "at character 1")):
        choosing.segment.written.setText(written)
        desk.bot.wait(300)
        desk.rest()
        assert problem in choosing.segment.written.accessibleDescription()
        assert step.primary() is None
    choosing.segment.written.setText("ort = 'Bonn'")
    desk.bot.wait(300)
    desk.rest()
    assert choosing.count.text() == "2 of 6 people"
    choosing.without.item(0).setCheckState(Qt.CheckState.Checked)
    desk.rest()
    assert choosing.count.text() == "1 of 6 people"
    assert desk.flow.primary.text() == "Use this person"
    desk.flow.primary.click()
    settle(desk, step)
    desk.until(lambda: figures(step).get("") == 1)
    settle(desk, step)
    assert column(step) == ["mia@gmial.com"]


def looks(step: RecipientsStep) -> list[tuple[str, bool]]:
    """The words of the states, and whether each has its sign."""
    model, at = step.model, titles(step).index("State")
    cells = [model.index(row, at) for row in range(model.rowCount())]
    return [(str(one.data()), one.data(Qt.ItemDataRole.DecorationRole) is not None) for one in cells]


def test_a_state_has_its_sign_and_its_colour_here_as_everywhere(step: RecipientsStep) -> None:
    assert all(signed for _word, signed in looks(step))
    cell = step.model.index(4, titles(step).index("State"))
    assert (cell.data(), cell.data(Qt.ItemDataRole.ForegroundRole)) == ("Invalid", theme().colour("bad"))


def test_in_the_smallest_window_two_columns_of_the_list_are_seen(step: RecipientsStep, desk: Desk) -> None:
    desk.opened.window.resize(1024, 700)
    desk.rest()
    table = step.triage.table
    assert titles(step)[-2:] == ["Vorname", "Ort"]
    last = table.columnViewportPosition(len(titles(step)) - 1) + table.columnWidth(len(titles(step)) - 1)
    assert last <= table.viewport().width()


def test_why_has_a_column_only_where_somebody_has_a_reason(step: RecipientsStep, desk: Desk) -> None:
    why = titles(step).index("Why")
    assert not step.triage.table.isColumnHidden(why)
    assert column(step, "Why")[1] == "mia@gmail.com"
    path = desk.folder / "fine.csv"
    path.write_text("Mail,City\nanna@example.com,Rome\nbert@example.com,Bonn\n", encoding="utf-8")
    services = desk.services
    draft, _imported = services.recipients.bring(services.campaigns.new("Fine"), services.recipients.look(path))
    desk.open(draft, "recipients")
    settle(desk, step)
    assert step.triage.table.isColumnHidden(why)
    step.triage.table.selectAll()
    step.triage.table.copy()
    copied = QApplication.clipboard().text().splitlines()
    assert copied == ["1\tanna@example.com\tReady\tRome", "2\tbert@example.com\tReady\tBonn"]


def test_all_is_not_well_while_rows_are_invalid(step: RecipientsStep, desk: Desk) -> None:
    step.triage.fix.click()
    settle(desk, step)
    said = "No address looks mistyped any more. 1 is invalid still: nobody is written to there."
    assert (step.triage.mistyped.accessibleName(), step.triage.mistyped._kind) == (said, "wait")
    open_tab(desk, step, Verdict.INVALID)
    write(desk, step, 0, "Address", "lee@example.com")
    assert step.triage.mistyped.accessibleName() == "No address looks mistyped any more."
    assert step.triage.mistyped._kind == "ok"


def test_fixing_all_is_offered_where_it_changes_something(step: RecipientsStep, desk: Desk) -> None:
    open_tab(desk, step, Verdict.INVALID)
    assert not step.triage.acts["fix"].isVisible()
    open_tab(desk, step, Verdict.SUGGESTED)
    assert step.triage.acts["fix"].isVisible()
    open_tab(desk, step, Verdict.INVALID)
    write(desk, step, 0, "Address", "lee(at)example.com")
    desk.until(step.triage.acts["fix"].isVisible)


def test_the_keyboard_stays_where_it_was_pressed(step: RecipientsStep, desk: Desk) -> None:
    open_tab(desk, step, Verdict.ROLE)
    act = step.triage.acts["domains"]
    open_tab(desk, step, Verdict.READY)
    act.setFocus()
    step.triage.show_busy("Looking", cancellable=True)
    assert not act.isEnabled()
    assert step.window().focusWidget() is step.triage.table
    step.triage.show_busy("")
    assert step.window().focusWidget() is act
