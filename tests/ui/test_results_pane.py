"""The side sheet of the results is about the row that is chosen and can be seen, or about nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.ui.desk import Desk
from tests.ui.test_results import choose, look_at_recipients, sent

from sendoff.core.campaign import Campaign
from sendoff.core.delivery import State
from sendoff.ui.pages.audience.view import AudiencePage
from sendoff.ui.pages.find.view import FindPage
from sendoff.ui.pages.flow.outline import RECIPIENTS, RESULTS
from sendoff.ui.pages.recipients.view import RecipientsStep
from sendoff.ui.pages.results.groups import GroupRow
from sendoff.ui.pages.results.view import ResultsStep
from sendoff.ui.widgets.button import Button

PEOPLE = ("anna@example.com", "bounce@example.com", "lost@example.com")
ANNA, BOUNCED, LOST = range(3)


def about(page: ResultsStep) -> str:
    """Whose sheet is open; empty where none is."""
    return page.sheet._address.whole() if page.sheet.isVisible() else ""


def press_show(desk: Desk, page: ResultsStep, sentence: str) -> None:
    row = next(one for one in page.groups.findChildren(GroupRow) if sentence in one.accessibleName())
    next(one for one in row.findChildren(Button) if one.text() == "Show").click()
    desk.rest()


def by_cause(desk: Desk, page: ResultsStep) -> None:
    page.show_face("summary")
    press_show(desk, page, "connection broke")


def by_figure(desk: Desk, page: ResultsStep) -> None:
    page.figures.choose("in_doubt")
    desk.rest()


def by_words(desk: Desk, page: ResultsStep) -> None:
    page.search.setText("lost")
    page.search.searched.emit("lost")
    desk.rest()


NARROWED = (by_cause, by_figure, by_words)


@pytest.mark.parametrize("narrow", NARROWED)
def test_a_filter_closes_the_sheet_of_who_is_not_shown_any_more(
    desk: Desk, narrow: Callable[[Desk, ResultsStep], None]
) -> None:
    _draft, page = sent(desk, *PEOPLE)
    look_at_recipients(desk, page)
    choose(desk, page, BOUNCED)
    assert about(page) == "bounce@example.com"
    narrow(desk, page)
    # The only one of a cause is shown at once, and never who was shown before.
    desk.until(lambda: about(page) == ("lost@example.com" if narrow is by_cause else ""))
    assert page.model.rowCount() == 1
    choose(desk, page, 0)
    assert about(page) == "lost@example.com"
    page.every.clicked.emit()
    page.search.clear()
    page.search.searched.emit("")
    page.figures.clear_filter()
    page.figures.filtered.emit("")
    desk.rest()
    assert (page.model.rowCount(), about(page)) == (3, "")


def test_nobody_or_several_chosen_have_no_sheet(desk: Desk) -> None:
    _draft, page = sent(desk, *PEOPLE)
    look_at_recipients(desk, page)
    choose(desk, page, BOUNCED)
    page.table.selectAll()
    desk.rest()
    assert about(page) == ""
    choose(desk, page, LOST)
    assert about(page) == "lost@example.com"
    page.table.clearSelection()
    desk.rest()
    assert about(page) == ""


def test_the_sheet_follows_what_happens_to_its_row(desk: Desk) -> None:
    draft, page = sent(desk, *PEOPLE)
    look_at_recipients(desk, page)
    choose(desk, page, LOST)
    assert page.sheet.acts.accepted.isVisible()
    desk.services.sending.resolve(draft.id, desk.services.reports.page(draft)[LOST].id, accepted=True)
    page.model.read_again()
    desk.until(lambda: not page.sheet.acts.accepted.isVisible())
    assert about(page) == "lost@example.com"


def test_what_is_pressed_is_about_who_can_be_read_there(desk: Desk) -> None:
    _draft, page = sent(desk, *PEOPLE)
    look_at_recipients(desk, page)
    choose(desk, page, BOUNCED)
    page.table.selectRow(ANNA)  # the sheet still shows the other one: what is known of Anna was not read yet
    assert about(page) == "bounce@example.com"
    page.sheet.acts.block.click()
    desk.rest()
    assert [one.key for one in desk.services.suppressions.all()] == ["bounce@example.com"]
    assert about(page) == "anna@example.com"


def test_another_campaign_has_no_sheet_and_no_rows_of_the_first(desk: Desk) -> None:
    _draft, page = sent(desk, *PEOPLE)
    look_at_recipients(desk, page)
    choose(desk, page, BOUNCED)
    other = desk.draft("zoe@example.com", name="May")
    desk.services.sending.begin(other.id)
    desk.services.sending.run(other.id)
    desk.open(other, "results")
    assert about(page) == ""
    look_at_recipients(desk, page)
    assert page.model.rowCount() == 1


def find(desk: Desk, text: str, owner: str) -> None:
    """Open a person from the page that finds them."""
    page = desk.page(FindPage, "find")
    page.search.setText(text)
    page.search.searched.emit(text)
    desk.rest()
    rows = range(page.model.rowCount())
    page.table.opened.emit(next(row for row in rows if page.model.entry(row).owner == owner))
    desk.rest()


def nothing(_desk: Desk, _page: ResultsStep) -> None:
    """The page as it was opened."""


@pytest.mark.parametrize("before", [nothing, *NARROWED])
def test_who_is_found_is_shown_whatever_was_looked_at_before(
    desk: Desk, before: Callable[[Desk, ResultsStep], None]
) -> None:
    _draft, page = sent(desk, *PEOPLE)
    before(desk, page)
    look_at_recipients(desk, page)
    choose(desk, page, 0)
    find(desk, "bounce", "Spring sale")
    desk.until(lambda: about(page) == "bounce@example.com")
    assert desk.flow.stepper.current() == RESULTS
    assert page.lists()
    assert page.model.rowCount() == 3
    assert page.table.selected_rows() == [BOUNCED]
    assert not page.cause.isVisible()
    assert (page.search.text(), page.figures.filter()) == ("", "")


def test_who_is_found_is_shown_from_another_campaign_and_another_step(desk: Desk) -> None:
    first, page = sent(desk, *PEOPLE)
    other = desk.draft("zoe@example.com", "bounce@example.com", name="May")
    desk.services.sending.begin(other.id)
    desk.services.sending.run(other.id)
    find(desk, "bounce", "May")
    desk.until(lambda: about(page) == "bounce@example.com")
    assert page.table.selected_rows() == [1]
    desk.open(first, "recipients")
    find(desk, "lost", "Spring sale")
    desk.until(lambda: about(page) == "lost@example.com")
    assert page.sheet.acts.accepted.isVisible()


def test_who_is_found_in_a_draft_is_shown_there(desk: Desk) -> None:
    desk.account()
    draft: Campaign = desk.draft("anna@example.com", "bert@example.com", "not an address", name="June")
    step = desk.open(draft, "recipients").step(RECIPIENTS)
    assert isinstance(step, RecipientsStep)
    step.presenter.triage.open_tab("invalid")
    desk.rest()
    find(desk, "bert", "June")
    assert desk.flow.stepper.current() == RECIPIENTS
    desk.until(lambda: step.model.rowCount() == 1)
    assert "bert@example.com" in " ".join(str(step.model.index(0, c).data()) for c in range(step.model.columnCount()))
    assert step.triage.search.text() == "bert@example.com"


def test_who_is_found_in_an_audience_is_shown_there(desk: Desk) -> None:
    look = desk.services.recipients.look(desk.list_of("anna@example.com", "bert@example.com"))
    audience, _imported = desk.services.audiences.bring("Friends", look)
    page = desk.page(AudiencePage, "audience", audience.id)
    page.search.setText("anna")
    page.search.searched.emit("anna")
    desk.rest()
    find(desk, "bert", "Friends")
    desk.until(lambda: page.model.rowCount() == 1)
    assert page.search.text() == "bert@example.com"
    assert "bert@example.com" in [str(page.model.index(0, c).data()) for c in range(page.model.columnCount())]


def test_a_row_that_was_never_sent_has_no_moment(desk: Desk) -> None:
    draft, _page = sent(desk, "anna@example.com", "Anna@example.com", "not an address")
    page = desk.page(FindPage, "find")
    for text, dated in (("not", [False]), ("anna", [True, False])):
        page.search.setText(text)
        page.search.searched.emit(text)
        desk.rest()
        assert [bool(page.model.index(row, 2).data()) for row in range(page.model.rowCount())] == dated
    assert [line.state for line in desk.services.reports.page(draft)][1:] == [State.SKIPPED, State.SKIPPED]
