"""One audience as a table: tabs, search, segment and sort show what fits; rows are corrected with undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from tests.ui.desk import Desk

from sendoff.core.audience import Audience
from sendoff.core.delivery import State
from sendoff.core.recipient import Verdict
from sendoff.ui.models.people import ADDRESS, ROW, STATE
from sendoff.ui.pages.audience.view import AudiencePage
from sendoff.ui.widgets.button import Button

ROWS = """E-Mail,Name,City
anna@example.com,Anna,Paris
bert@example.com,Bert,Berlin
no address,Carl,Paris
anna@example.com,Anna,Paris
info@example.com,Desk,Oslo
dora@gmial.com,Dora,Paris
"""
CITY = 4


@pytest.fixture
def one(desk: Desk) -> Audience:
    path = desk.folder / "customers.csv"
    path.write_text(ROWS, encoding="utf-8")
    return desk.services.audiences.bring("Customers", desk.services.recipients.look(path), tags=["vip"])[0]


@pytest.fixture
def page(desk: Desk, one: Audience) -> AudiencePage:
    return desk.page(AudiencePage, "audience", one.id)


def column(page: AudiencePage, place: int) -> list[str]:
    return [str(page.model.index(row, place).data()) for row in range(page.model.rowCount())]


def read(desk: Desk, page: AudiencePage, place: int = ADDRESS) -> list[str]:
    desk.rest()
    column(page, place)  # rows are read when they are asked for
    desk.rest()
    return column(page, place)


def test_it_opens_with_every_row_and_its_state(desk: Desk, page: AudiencePage) -> None:
    assert (page.name.whole(), page.about.whole()) == ("Customers", "vip · customers.csv")
    assert read(desk, page, ROW) == ["1", "2", "3", "4", "5", "6"]
    assert column(page, ADDRESS)[2] == "no address"
    states = column(page, STATE)
    assert states[:2] == ["Ready", "Ready"]
    assert states[3] == "Repeated: No. 1 of the list has the same address."
    assert states[5] == "Suggested fix: Probably meant: dora@gmail.com."
    assert page.model.index(2, STATE).data(Qt.ItemDataRole.DecorationRole) is not None
    assert page.shown.text() == "6 rows shown"
    assert page.tabs.tabs[""].number == sum(tab.number for key, tab in page.tabs.tabs.items() if key) == 6


def test_tabs_search_and_segment_go_together(desk: Desk, page: AudiencePage) -> None:
    page.tabs.tabs[Verdict.READY.value].click()
    assert read(desk, page) == ["anna@example.com", "bert@example.com"]
    page.search.setText("BERT")
    desk.bot.wait(200)
    assert read(desk, page) == ["bert@example.com"]
    page.presenter.segment('city = "Paris"')
    desk.rest()
    assert page.stack.currentWidget() is page.nothing
    page.search.clear()
    desk.bot.wait(200)
    assert read(desk, page) == ["anna@example.com"]
    assert page.stack.currentWidget() is page.table
    assert page.filter.text() == "Filter: on"


def test_the_filter_proposes_what_is_in_the_list(desk: Desk, page: AudiencePage) -> None:
    page.filter.click()
    desk.rest()
    page.segment.add.click()
    page.segment.set_expression('city = ""')
    offer = page.segment._rows[0]._proposals
    offer.setCompletionPrefix("")
    found = [offer.completionModel().index(row, 0).data() for row in range(offer.completionModel().rowCount())]
    assert found == ["Paris", "Berlin", "Oslo"]


def test_a_segment_that_cannot_be_read_is_said_below_it(desk: Desk, page: AudiencePage) -> None:
    page.filter.click()
    page.segment.ways.choose("write")
    page.segment.written.setText('city = "Paris"')
    page.segment.changed.emit(page.segment.expression())
    assert len(read(desk, page)) == 4
    page.segment.changed.emit('town = "Paris"')
    desk.rest()
    assert "town" in page.segment.written.accessibleDescription()
    assert page.model.rowCount() == 4
    page.segment.changed.emit("")
    assert len(read(desk, page)) == 6
    assert "town" not in page.segment.written.accessibleDescription()


def test_any_column_sorts_and_a_third_press_takes_it_back(desk: Desk, page: AudiencePage) -> None:
    header = page.table.horizontalHeader()
    header.setSortIndicator(CITY, Qt.SortOrder.DescendingOrder)
    assert read(desk, page, CITY) == ["Paris", "Paris", "Paris", "Paris", "Oslo", "Berlin"]
    header.setSortIndicator(ADDRESS, Qt.SortOrder.AscendingOrder)
    assert read(desk, page)[:2] == ["anna@example.com", "anna@example.com"]
    header.setSortIndicator(STATE, Qt.SortOrder.AscendingOrder)  # cannot be sorted by: the tabs do that
    assert header.sortIndicatorSection() == ADDRESS
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert read(desk, page, ROW) == ["1", "2", "3", "4", "5", "6"]


def test_rows_are_left_out_taken_in_and_undone(desk: Desk, page: AudiencePage, one: Audience) -> None:
    def ready() -> int:
        desk.rest()
        return desk.services.audiences.counts(one)[State.QUEUED]

    assert ready() == 4
    page.table.selectRow(1)
    page.leave_out.trigger()
    assert ready() == 3
    desk.until(lambda: page.tabs.tabs[Verdict.LEFT_OUT.value].number == 1)
    page.toast._act()
    assert ready() == 4
    page.table.selectAll()
    page.leave_out.trigger()
    assert ready() == 0
    page.table.selectAll()
    page.take_in.trigger()
    assert ready() == 4


def test_a_row_is_corrected_in_place(desk: Desk, page: AudiencePage) -> None:
    read(desk, page)
    assert page.model.setData(page.model.index(2, ADDRESS), "carl@example.com")
    desk.until(lambda: column(page, STATE)[2] == "Ready")
    desk.until(page.toast.isVisible)
    page.toast._act()
    desk.until(lambda: column(page, STATE)[2] == "Invalid: There is no @ sign.")


def test_what_is_probably_mistyped_is_said_above_the_tabs_and_fixed_by_name(desk: Desk, page: AudiencePage) -> None:
    read(desk, page)
    desk.until(page.mistyped.isVisible)
    assert "1 address is probably mistyped." in page.mistyped.accessibleName()
    show, fix = (button for button in page.mistyped.findChildren(Button) if button.text() in ("Show", "Fix"))
    show.click()
    assert page.tabs.choice() == Verdict.SUGGESTED.value
    assert read(desk, page) == ["dora@gmial.com"]
    fix.click()
    desk.until(lambda: page.toast.accessibleName() == "1 address corrected: dora@gmail.com.")
    desk.until(lambda: not page.mistyped.isVisible())


def test_only_what_changes_a_chosen_row_can_be_done_with_it(desk: Desk, page: AudiencePage) -> None:
    read(desk, page)

    def offered(row: int) -> list[str]:
        page.table.selectRow(row)
        acts = [act for act in (page.leave_out, page.take_in, page.fix) if act.isEnabled()]
        assert {act for act, button in page.chosen_acts.items() if button.isVisible()} == set(acts)
        return [act.text() for act in acts]

    assert offered(0) == ["Leave out"]
    assert offered(2) == []
    assert offered(3) == ["Leave out", "Take in again"]
    assert offered(5) == ["Leave out", "Use the suggestion"]
    page.fix.trigger()
    desk.until(lambda: column(page, ADDRESS)[5] == "dora@gmail.com")
    desk.until(lambda: not page.fix.isEnabled())


def test_the_whole_list_is_corrected_from_the_menu(desk: Desk, page: AudiencePage, one: Audience) -> None:
    acts = {action.text(): action for action in page.more.menu().actions()}
    acts["Fix all typing errors"].trigger()
    desk.until(lambda: "dora@gmail.com" in column(page, ADDRESS))
    acts["Keep the last of repeated rows"].trigger()
    desk.until(lambda: column(page, STATE)[0] == "Repeated: No. 4 of the list has the same address.")
    desk.services.suppressions.add(["bert@example.com"])
    desk.until(lambda: column(page, STATE)[1] == "Blocked")
    desk.rest()
    assert desk.services.audiences.counts(one)[State.QUEUED] == 3


def test_who_is_blocked_meanwhile_is_held_back_when_the_audience_is_opened(desk: Desk, page: AudiencePage) -> None:
    desk.opened.stage.navigator.open("audiences")
    desk.services.suppressions.add(["bert@example.com"])
    desk.rest()
    desk.opened.stage.navigator.open("audience")
    desk.until(lambda: column(page, STATE)[1] == "Blocked")
    desk.until(
        lambda: desk.opened.window.toast.accessibleName() == "The blocked list has changed, and 1 row here with it."
    )
    desk.services.suppressions.remove(["bert@example.com"])
    desk.until(lambda: column(page, STATE)[1] == "Ready")


def test_chosen_rows_are_copied_whether_read_or_not(desk: Desk, page: AudiencePage) -> None:
    page.table.selectAll()
    page.table.copy()
    desk.rest()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[1] == "2\tbert@example.com\tReady\tBert\tBerlin"
    assert len(copied) == 6


def test_who_is_shown_is_used_in_a_new_campaign(desk: Desk, page: AudiencePage) -> None:
    page.presenter.segment('city = "Berlin"')
    desk.until(lambda: page.use.text() == "Use this person in a new campaign")
    page.use.click()
    desk.until(lambda: desk.opened.stage.navigator.current == "campaign")
    (draft,) = desk.services.campaigns.all()
    assert desk.services.reports.counts(draft)["queued"] == 1
    assert draft.list_name == "Customers: City is Berlin"


def test_who_is_shown_is_kept_as_an_audience(desk: Desk, page: AudiencePage, one: Audience) -> None:
    read(desk, page)
    assert not page.keep.isVisible()
    assert not page.keep_action.isEnabled()
    assert page.use.text() == "Use in a new campaign"
    page.presenter.segment('city in ("Paris", "Oslo")')
    desk.until(lambda: page.use.text() == "Use these 3 in a new campaign")
    assert page.shown.text() == "5 rows shown"
    assert page.keep.isVisible()
    page.keep_action.trigger()
    asked = page.presenter.acts.dialog
    assert asked is not None
    name = asked.findChild(QLineEdit)
    assert name is not None
    assert name.text() == "Customers: City is one of Paris, Oslo"
    name.setText("Paris and Oslo")
    asked.primary.click()
    desk.rest()
    made = desk.services.audiences.find("Paris and Oslo")
    assert desk.services.audiences.counts(made)[State.QUEUED] == 3
    assert made.source == "“Customers”: City is one of Paris, Oslo"


def test_another_audience_opens_unfiltered(desk: Desk, page: AudiencePage) -> None:
    page.search.setText("nobody")
    page.presenter.segment('city = "Berlin"')
    page.table.horizontalHeader().setSortIndicator(CITY, Qt.SortOrder.DescendingOrder)
    desk.rest()
    other = desk.services.audiences.bring(
        "Other", desk.services.recipients.look(desk.list_of("zoe@example.com", "yan@example.com"))
    )[0]
    desk.opened.window.navigator.open("audience", other.id)
    assert read(desk, page) == ["zoe@example.com", "yan@example.com"]
    assert (page.search.text(), page.filter.text(), page.sorting) == ("", "Filter", (-1, False))


def test_an_audience_that_is_gone_leads_back_to_the_list(desk: Desk, page: AudiencePage, one: Audience) -> None:
    desk.services.audiences.remove(one)
    desk.until(lambda: desk.opened.stage.navigator.current == "audiences")
    assert page.presenter.selection() is None
