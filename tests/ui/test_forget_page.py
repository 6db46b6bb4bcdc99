"""Forgetting a person in the window: said in counts before, asked for once, gone everywhere after."""

from __future__ import annotations

from tests.ui.desk import Desk

from sendoff.core.campaign import Campaign
from sendoff.core.forgetting import FORGOTTEN, shown_address
from sendoff.ui.pages.find.view import FindPage
from sendoff.ui.widgets.text import Text


def sent(desk: Desk, *addresses: str, name: str = "April") -> Campaign:
    campaign = desk.draft(*addresses, name=name)
    desk.services.sending.begin(campaign.id)
    desk.services.sending.run(campaign.id)
    return campaign


def asked(desk: Desk, text: str) -> FindPage:
    """The page, with a person found and what would be forgotten."""
    page = desk.page(FindPage, "find")
    page.search.setText(text)
    page.search.searched.emit(text)
    desk.rest()
    assert page.forget.isEnabled()
    page.forget.click()
    desk.rest()
    assert page.forgetting.isVisible()
    return page


def said(page: FindPage) -> str:
    """What the card says before it is done."""
    return " ".join(one.text() for one in page.forgetting.words.findChildren(Text) if one.isVisible())


def test_a_person_is_forgotten_after_it_was_said_what_that_means(desk: Desk) -> None:
    desk.account()
    campaign = sent(desk, "anna@example.com", "joe@example.com")
    desk.draft("Anna@Example.com", name="May")
    page = asked(desk, "anna@")
    assert "1 draft, 1 sent campaign" in said(page)
    assert "cannot be undone" in said(page)
    assert page.forgetting.block.isChecked()
    page.forgetting.cancel.click()
    desk.rest()
    assert (page.forgetting.isVisible(), page.model.rowCount()) == (False, 2)
    page.forget.click()
    desk.rest()
    page.forgetting.sure.click()
    desk.until(lambda: page.faces.currentWidget() is page.nobody)
    assert (page.forgetting.isVisible(), page.forget.isVisible()) == (False, False)
    assert desk.services.suppressions.covers("anna@example.com")
    assert [one.address for one in desk.services.reports.every(campaign)] == [FORGOTTEN, "joe@example.com"]
    assert shown_address(FORGOTTEN) == "forgotten"
    flow = desk.open(campaign, "results")
    desk.rest()
    assert flow.presenter._id == campaign.id
    assert "forgotten" in desk.services.previews.at(desk.services.campaigns.get(campaign.id), 1).note
    page = desk.page(FindPage, "find")
    page.search.setText(FORGOTTEN)
    page.search.searched.emit(FORGOTTEN)
    desk.rest()
    assert (page.model.rowCount(), page.forget.isEnabled()) == (1, False)
    assert page.model.index(0, 0).data() == "forgotten"


def test_what_is_in_the_way_is_named_and_nothing_is_offered(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com", name="Spring")
    desk.services.schedule.set(draft, desk.services.clock.now() + 10**9)
    page = asked(desk, "anna@")
    assert page.forgetting.problem.isVisible()
    assert "“Spring”" in page.forgetting.problem.accessibleName()
    assert not page.forgetting.sure.isVisible()
    page.forgetting.cancel.click()
    assert desk.services.schedule.clear(desk.services.campaigns.get(draft.id))
    page.forget.click()
    desk.rest()
    page.forgetting.block.setChecked(False)
    page.forgetting.sure.click()
    desk.until(lambda: page.faces.currentWidget() is page.nobody)
    assert not desk.services.suppressions.covers("anna@example.com")


def test_another_person_is_not_forgotten_by_a_question_about_the_first(desk: Desk) -> None:
    desk.draft("anna@example.com", "joe@example.com")
    page = asked(desk, "person")
    first = page.forgetting.address
    page.table.selectRow(1)
    assert not page.forgetting.isVisible()
    page.forget.click()
    desk.rest()
    assert page.forgetting.address != first
    assert page.forgetting.isVisible()


def test_who_may_be_the_same_person_by_a_correction_is_said_and_shown_next(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("ana@example.com", name="Spring")
    desk.services.triage.edit(draft.id, desk.services.triage.row(draft.id, 1).id, address="anna@example.com")
    sent(desk, "ana@example.com", "joe@example.com")
    page = asked(desk, "anna@")
    assert "also forget ana@example.com" in said(page)
    page.forgetting.sure.click()
    desk.until(lambda: page.search.text() == "ana@example.com")
    desk.until(lambda: page.model.rowCount() == 1 and page.forget.isEnabled())
    assert not page.forgetting.isVisible()
