"""The audiences: made of files, campaigns and one another, renamed, tagged, deleted with undo, used in a campaign."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.desk import JUST_NOW, Desk

from sendoff.core.audience import Audience, Combination
from sendoff.core.delivery import State
from sendoff.core.errors import InputError
from sendoff.services.recipients import Imported
from sendoff.ui.audience_acts import AudienceActs
from sendoff.ui.list_dialog import BringDialog, MergeDialog, tags_of
from sendoff.ui.pages.audiences.view import AudiencesPage
from sendoff.ui.widgets.field import Choice
from sendoff.ui.widgets.form_dialog import FormDialog
from sendoff.ui.widgets.same_columns import SameColumns
from sendoff.ui.widgets.text import Text


def page(desk: Desk) -> AudiencesPage:
    return desk.page(AudiencesPage, "audiences")


def audience(desk: Desk, name: str, *addresses: str) -> Audience:
    look = desk.services.recipients.look(desk.list_of(*addresses))
    return desk.services.audiences.bring(name, look)[0]


def cells(page: AudiencesPage, row: int = 0) -> list[str]:
    return [str(page.model.index(row, column).data()) for column in range(page.model.columnCount())]


def dialog(acts: AudienceActs) -> FormDialog:
    assert acts.dialog is not None
    return acts.dialog


def where(desk: Desk) -> str:
    return desk.opened.stage.navigator.current


def test_an_empty_page_is_an_invitation(desk: Desk) -> None:
    shown = page(desk)
    assert shown.stack.currentWidget() is shown.empty
    assert shown.empty.button.menu().actions()[0].text() == "From a file…"


def test_a_file_becomes_an_audience_that_opens(desk: Desk) -> None:
    shown = page(desk)
    shown.presenter.from_file()
    asked = dialog(shown.presenter.acts)
    assert isinstance(asked, BringDialog)
    assert not asked.primary.isEnabled()
    asked.look(desk.list_of("anna@example.com", "no address", "bert@example.com"))
    desk.until(asked.primary.isEnabled)
    frame, inside = asked.frameGeometry(), desk.opened.window.screen().availableGeometry()
    assert inside.contains(frame)
    assert abs(frame.center().y() - desk.opened.window.frameGeometry().center().y()) <= 3
    assert (asked.name.text(), asked.email.choice()) == ("people", "E-Mail")
    assert asked.understood.text().startswith("A table with commas")
    asked.name.setText("Customers")
    asked.tags.setText("europe, vip")
    asked.primary.click()
    desk.until(lambda: where(desk) == "audience")
    shown = page(desk)
    assert cells(shown)[:4] == ["Customers", "2", "europe, vip", "people.csv"]
    assert JUST_NOW.fullmatch(cells(shown)[4])


def test_a_bad_file_and_a_taken_name_are_said_in_the_dialog(desk: Desk) -> None:
    audience(desk, "Customers", "anna@example.com")
    shown = page(desk)
    shown.presenter.from_file()
    asked = dialog(shown.presenter.acts)
    assert isinstance(asked, BringDialog)
    bad = desk.folder / "bad.csv"
    bad.write_text("a,b\n1,2\n", encoding="utf-8")
    asked.look(bad)
    desk.until(asked.problem.isVisible)
    assert not asked.primary.isEnabled()
    asked.look(desk.list_of("bert@example.com"))
    desk.until(asked.primary.isEnabled)
    asked.name.setText("Customers")
    asked.primary.click()
    desk.until(asked.problem.isVisible)
    assert "already an audience named" in asked.problem.accessibleName()
    assert asked.primary.isEnabled()
    asked.reject()
    assert len(desk.services.audiences.all()) == 1


@pytest.mark.parametrize("how", ["cancelled", "window closed"])
def test_an_import_given_up_leaves_no_audience(desk: Desk, how: str) -> None:
    shown = page(desk)
    shown.presenter.from_file()
    asked = dialog(shown.presenter.acts)
    assert isinstance(asked, BringDialog)
    asked.look(desk.list_of(*(f"person{number}@example.com" for number in range(20_000))))
    desk.until(asked.primary.isEnabled)
    asked.primary.click()
    if how == "cancelled":
        asked.reject()  # busy: it asks the import to end
    else:
        desk.opened.stage.navigator.leave()
    desk.rest()
    assert desk.services.audiences.all() == []
    assert where(desk) in ("audiences", "")


def test_two_are_combined(desk: Desk) -> None:
    audience(desk, "A", "anna@example.com", "bert@example.com")
    other = audience(desk, "B", "bert@example.com", "carl@example.com")
    shown = page(desk)
    for how, name, people in (
        (Combination.UNION, "A and B", 3),
        (Combination.DIFFERENCE, "A without B", 1),
        (Combination.INTERSECTION, "A also in B", 1),
    ):
        shown.presenter.combine()
        asked = dialog(shown.presenter.acts)
        _first, way, second = asked.findChildren(Choice)
        way.choose(how.value)
        second.choose(other.id)
        assert asked.primary.text() == "Combine"
        desk.until(asked.primary.isEnabled)
        said = "1 person" if people == 1 else f"{people} people"
        assert said in [words.text() for words in asked.findChildren(Text)]
        asked.primary.click()
        desk.rest()
        made = desk.services.audiences.find(name)
        assert desk.services.audiences.counts(made)[State.QUEUED] == people
        page(desk)


def test_columns_with_other_names_are_asked_about_where_two_come_together(desk: Desk) -> None:
    services = desk.services
    lists = {"Readers": "email,City\na@example.com,Rome\n", "Guests": "E-Mail,Ort,Tarif\nb@example.com,Bonn,x\n"}
    for name, text in lists.items():
        path = desk.folder / f"{name}.csv"
        path.write_text(text, "utf-8")
        services.audiences.bring(name, services.recipients.look(path))
    shown = page(desk)
    shown.presenter.combine()
    asked = dialog(shown.presenter.acts)
    first, how, second = asked.findChildren(Choice)[:3]
    for choice, name in ((first, "Readers"), (second, "Guests")):
        choice.choose(services.audiences.find(name).id)
    columns = asked.findChild(SameColumns)
    assert columns is not None
    assert columns.same() == {"ort": "city", "tarif": ""}
    how.choose(Combination.DIFFERENCE.value)
    assert columns.isHidden()
    how.choose(Combination.UNION.value)
    columns.choices["ort"].choose("")
    desk.until(asked.primary.isEnabled)
    asked.primary.click()
    desk.rest()
    assert services.audiences.find("Readers and Guests").fields == ("email", "city", "ort", "tarif")


def test_a_newer_list_says_which_of_its_columns_are_known(desk: Desk) -> None:
    one = audience(desk, "Customers", "anna@example.com")
    newer = desk.folder / "newer.csv"
    newer.write_text("Mail,Rufname\nanna@example.com,Anne\n", "utf-8")
    shown = page(desk)
    shown.presenter.acts.renew(one)
    asked = dialog(shown.presenter.acts)
    assert isinstance(asked, MergeDialog)
    asked.look(newer)
    desk.until(asked.primary.isEnabled)
    assert asked.columns.same() == {"rufname": ""}
    asked.columns.choices["rufname"].choose("name")
    asked.columns.choices["rufname"].chosen.emit("name")
    asked.primary.click()
    desk.until(asked.problem.isVisible)
    assert asked.minimumSizeHint().height() < 400  # its fields scroll, so that a small screen shows its buttons
    assert "0 new, 1 changed" in asked.problem.accessibleName()
    asked.primary.click()
    desk.rest()
    line = desk.services.triage.page(one.id)[0]
    assert line.fields["name"] == "Anne"


def test_what_is_combined_is_two_lists_and_somebody(desk: Desk) -> None:
    first = audience(desk, "A", "anna@example.com")
    other = audience(desk, "B", "anna@example.com")
    shown = page(desk)
    shown.presenter.combine()
    asked = dialog(shown.presenter.acts)
    one, way, two = asked.findChildren(Choice)[:3]
    desk.until(asked.primary.isEnabled)
    two.choose(first.id)
    assert one.choice() == two.choice()
    desk.rest()
    assert not asked.primary.isEnabled()
    assert "Choose two different audiences." in [words.text() for words in asked.findChildren(Text)]
    two.choose(other.id)
    way.choose(Combination.DIFFERENCE.value)
    desk.rest()
    assert not asked.primary.isEnabled()
    assert "Nobody." in [words.text() for words in asked.findChildren(Text)]
    way.choose(Combination.UNION.value)
    desk.until(asked.primary.isEnabled)
    asked.primary.click()
    desk.rest()
    assert desk.services.audiences.find("A and B").source == "“A” together with “B”"


def test_only_what_needs_a_person_is_said_to_need_a_look(desk: Desk) -> None:
    shown = page(desk)
    shown.presenter._brought(audience(desk, "A", "a@example.com"), Imported(rows=9, ready=3, duplicate=3, invalid=1,
                                                                            suggested=2))  # fmt: skip
    assert desk.opened.window.toast.accessibleName() == "“A” has 5 people, 3 rows need a look."


def test_a_campaigns_list_is_kept(desk: Desk) -> None:
    desk.draft("anna@example.com", "bert@example.com")
    shown = page(desk)
    shown.presenter.from_campaign()
    desk.rest()
    dialog(shown.presenter.acts).primary.click()
    desk.until(lambda: where(desk) == "audience")
    made = desk.services.audiences.find("Spring sale")
    assert desk.services.audiences.counts(made)[State.QUEUED] == 2


def test_without_a_campaign_there_is_nothing_to_keep(desk: Desk) -> None:
    shown = page(desk)
    shown.presenter.from_campaign()
    desk.rest()
    asked = dialog(shown.presenter.acts)
    assert not asked.primary.isEnabled()
    assert "No campaign has a list yet." in asked.problem.accessibleName()
    asked.reject()


def test_rename_and_tags(desk: Desk) -> None:
    one = audience(desk, "Old", "anna@example.com")
    audience(desk, "Taken", "anna@example.com")
    shown = page(desk)
    shown.table.selectRow(0)
    shown.acts[2].trigger()
    asked = dialog(shown.presenter.acts)
    name = asked.form.itemAt(0).widget().control  # type: ignore[union-attr]  # the field it was made with
    name.setText("Taken")
    asked.primary.click()
    desk.until(asked.problem.isVisible)
    name.setText("New")
    asked.primary.click()
    desk.until(lambda: cells(shown)[0] == "New")
    shown.presenter.acts.tag(desk.services.audiences.find(one.id))
    asked = dialog(shown.presenter.acts)
    asked.form.itemAt(0).widget().control.setText("b, a,, a")  # type: ignore[union-attr]  # likewise
    asked.primary.click()
    desk.until(lambda: cells(shown)[2] == "b, a")
    assert tags_of(" , x ,y") == ["x", "y"]


def compared(desk: Desk, one: Audience, *newer: str) -> tuple[AudiencesPage, MergeDialog]:
    """The page, and the dialog in which a newer list was compared with an audience."""
    path, shown = desk.list_of(*newer), page(desk)
    shown.presenter.acts.renew(one)
    asked = dialog(shown.presenter.acts)
    assert isinstance(asked, MergeDialog)
    asked.look(path)
    desk.until(asked.primary.isEnabled)
    asked.primary.click()
    desk.until(asked.problem.isVisible)
    return shown, asked


def test_a_newer_list_is_compared_and_brought_in(desk: Desk) -> None:
    one = audience(desk, "Customers", "anna@example.com", "bert@example.com")
    shown, asked = compared(desk, one, "anna@example.com", "carl@example.com", "no address")
    assert "1 new, 0 changed, 1 the same, 1 gone. 1 row is" in asked.problem.accessibleName()
    assert desk.services.audiences.counts(one)[State.QUEUED] == 2
    asked._gone.setChecked(True)
    asked.primary.click()
    desk.until(lambda: cells(shown)[1] == "2")
    desk.rest()
    assert {line.address for line in desk.services.triage.page(one.id)} == {"anna@example.com", "carl@example.com"}


def test_a_newer_list_finds_whom_a_person_corrected(desk: Desk) -> None:
    one = audience(desk, "Customers", "ana@example.com", "bert@example.com")
    triage = desk.services.triage
    triage.edit(one.id, triage.row(one.id, 1).id, address="anna@example.com")
    _shown, asked = compared(desk, one, "ana@example.com", "bert@example.com")
    assert "0 new, 0 changed, 2 the same, 0 gone. 1 kept as you corrected it." in asked.problem.accessibleName()
    asked.primary.click()
    desk.rest()
    assert {line.address for line in triage.page(one.id)} == {"anna@example.com", "bert@example.com"}


def test_a_deleted_audience_comes_back_or_goes_for_good(desk: Desk) -> None:
    one = audience(desk, "Customers", "anna@example.com")
    shown = page(desk)
    shown.table.selectRow(0)
    shown.acts[-1].trigger()
    assert shown.stack.currentWidget() is shown.empty
    shown.toast._act()
    assert shown.model.rowCount() == 1
    shown.table.selectRow(0)
    shown.acts[-1].trigger()
    shown.toast._expire()
    desk.rest()
    with pytest.raises(InputError):
        desk.services.audiences.find(one.id)


def test_search_finds_by_name_tag_and_source(desk: Desk) -> None:
    one = audience(desk, "Customers", "anna@example.com")
    desk.services.audiences.tag(one, add=["europe"])
    audience(desk, "Press", "bert@example.com")
    shown = page(desk)
    for words, found in (("CUST", 1), ("euro", 1), ("people.csv", 2), ("nothing like it", 0)):
        shown.search.searched.emit(words)
        assert shown.model.rowCount() == found
    assert shown.stack.currentWidget() is shown.nothing


def test_an_audience_is_used_in_a_new_campaign(desk: Desk) -> None:
    audience(desk, "Customers", "anna@example.com", "no address", "bert@example.com")
    shown = page(desk)
    shown.table.selectRow(0)
    shown.acts[1].trigger()
    desk.until(lambda: where(desk) == "campaign")
    (draft,) = desk.services.campaigns.all()
    assert draft.list_name == "Customers"
    assert desk.services.reports.counts(draft)["queued"] == 2


def test_nobody_to_send_to_is_said_and_leaves_no_campaign(desk: Desk) -> None:
    one = audience(desk, "Nobody", "anna@example.com")
    desk.services.triage.leave_out(one.id, row_ids=[desk.services.triage.row(one.id, 1).id])
    shown = page(desk)
    shown.presenter.acts.use(one)
    desk.until(dialog(shown.presenter.acts).problem.isVisible)
    assert "Nobody here can be sent to." in dialog(shown.presenter.acts).problem.accessibleName()
    assert desk.services.campaigns.all() == []
    dialog(shown.presenter.acts).reject()


def test_the_people_are_exported(desk: Desk) -> None:
    one = audience(desk, "Customers", "anna@example.com", "no address")
    shown = page(desk)
    path = desk.folder / "out.csv"
    shown.presenter.acts.export_to(path, one)
    desk.rest()
    (row,) = path.read_text("utf-8-sig").splitlines()[1:]
    assert row.startswith("anna@example.com,Person 1")


def test_enter_opens_and_the_dialogs_start_at_their_first_field(desk: Desk) -> None:
    one = audience(desk, "Customers", "anna@example.com")
    shown = page(desk)
    shown.presenter.acts.rename(one)
    asked = dialog(shown.presenter.acts)
    order = [asked.form.itemAt(0).widget().control, asked.cancel, asked.primary]  # type: ignore[union-attr]  # likewise
    assert asked.focusWidget() is order[0]
    assert [order[0].nextInFocusChain(), order[1].nextInFocusChain()] == order[1:]
    asked.reject()
    shown.table.selectRow(0)
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert where(desk) == "audience"
