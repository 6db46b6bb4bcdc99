"""The list of campaigns: live figures, search, new, duplicate, delete with undo, and the first cards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem, QWidget
from tests.ui.desk import JUST_NOW, Desk

from sendoff.core.errors import InputError
from sendoff.core.events import DeliveriesMoved
from sendoff.ui.models.campaigns import ACCOUNT, PROGRESS
from sendoff.ui.pages.campaigns.view import CampaignsPage
from sendoff.ui.pages.first_steps.view import FirstStepsPage
from sendoff.ui.pages.settings.view import SettingsPage
from sendoff.ui.pages.welcome.view import WelcomePage
from sendoff.ui.widgets.progress import SEGMENT_TOKENS, bar_segments


def page(desk: Desk) -> CampaignsPage:
    return desk.page(CampaignsPage, "campaigns")


def cells(page: CampaignsPage, row: int) -> list[str]:
    return [str(page.model.index(row, column).data()) for column in range(page.model.columnCount())]


def test_an_empty_list_offers_the_ways_to_begin(desk: Desk) -> None:
    desk.services.accounts.sandbox("127.0.0.1", 1)
    shown = page(desk)
    invitation = shown.empty
    assert shown.stack.currentWidget() is invitation
    assert not shown.new.isVisible()
    assert (invitation.account.isVisible(), invitation.message.isVisible()) == (True, False)
    assert invitation.cards.first() is invitation.account
    desk.account()
    desk.rest()
    assert (invitation.account.isVisible(), invitation.message.isVisible()) == (False, True)
    kinds = [card.button.property("role") for card in (invitation.people, invitation.message, invitation.sample)]
    assert kinds == ["primary", "secondary", "secondary"]


@pytest.mark.parametrize(("card", "step", "names"), [
    ("people", 0, {"Untitled campaign"}), ("message", 1, {"Untitled campaign"}), ("sample", 0, {"Spring sale"}),
])  # fmt: skip
def test_each_way_to_begin_leads_there(desk: Desk, card: str, step: int, names: set[str]) -> None:
    desk.account()
    getattr(page(desk).empty, card).button.click()
    desk.until(lambda: desk.opened.stage.navigator.current == "campaign")
    desk.rest()
    assert {one.name for one in desk.services.campaigns.all()} == names
    shown = desk.flow.step(step)
    assert isinstance(shown, QWidget)
    assert shown.isVisible()


def from_menu(desk: Desk, words: str) -> None:
    menus = [menu.actions() for menu in desk.opened.window.menuBar().findChildren(QMenu)]
    next(act for acts in menus for act in acts if act.text() == words).trigger()


@pytest.mark.parametrize(
    ("way", "where"), [("account", "accounts"), ("list", "campaign"), ("message", "campaign"), ("sample", "campaign")]
)
def test_the_first_steps_are_in_the_menu_and_lead_on(desk: Desk, way: str, where: str) -> None:
    from_menu(desk, "First steps")
    steps = desk.page(FirstStepsPage, "first_steps")
    steps.buttons[way].click()
    desk.until(lambda: desk.opened.stage.navigator.current == where)


def test_what_sendoff_is_stands_at_the_end_of_the_settings(desk: Desk) -> None:
    desk.show()
    from_menu(desk, "About Sendoff")
    settings = desk.page(SettingsPage, "settings", "about")
    desk.until(lambda: settings.version.visibleRegion().boundingRect().isValid())


def test_the_sample_is_in_the_menu_whatever_there_is(desk: Desk) -> None:
    desk.account()
    desk.draft()
    from_menu(desk, "Look around with a sample")
    desk.until(lambda: desk.opened.stage.navigator.current == "campaign")
    assert {one.name for one in desk.services.campaigns.all()} == {"Spring sale"}
    assert len(desk.services.campaigns.all()) == 2


def test_a_row_says_state_figures_account_and_day(desk: Desk) -> None:
    desk.account()
    desk.draft("anna@example.com", "not an address")
    shown = page(desk)
    name, state, progress, account, day = cells(shown, 0)
    assert (name, state, progress, account) == ("Spring sale", "draft", "1 to send", "Work")
    assert JUST_NOW.fullmatch(day)


def test_an_account_s_address_has_room_and_keeps_its_end(desk: Desk) -> None:
    desk.account(name="anna.lee@northwind-gardens.example")
    desk.draft("anna@example.com")
    shown = page(desk)
    table = shown.table
    room = {}
    for width in (1280, 1024):
        desk.opened.window.resize(width, 800)
        desk.rest()
        room[width] = table.columnWidth(ACCOUNT)
        assert table.columnWidth(0) > room[width] - 100
    needed = table.fontMetrics().horizontalAdvance("anna@northwind.example")
    assert (room[1280] > needed, room[1024] >= 150) == (True, True)
    option = QStyleOptionViewItem()
    table.itemDelegateForColumn(ACCOUNT).initStyleOption(option, table.model().index(0, ACCOUNT))  # type: ignore[attr-defined]  # our own delegate's
    assert option.textElideMode is Qt.TextElideMode.ElideMiddle


def test_the_hour_of_a_date_is_never_cut(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com")
    desk.services.schedule.set(draft, desk.services.clock.now() + 100 * 86_400_000)
    shown = page(desk)
    desk.opened.window.resize(1024, 700)
    desk.rest()
    date = shown.model.columnCount() - 1
    assert shown.table.columnWidth(date) >= shown.table.sizeHintForColumn(date)


def test_figures_follow_what_is_sent(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com", "bert@example.com")
    shown = page(desk)
    desk.services.sending.begin(draft.id)
    desk.opened.stage.dispatcher.start(draft.id)
    desk.until(lambda: cells(shown, 0)[1:3] == ["finished", "2 of 2 accepted"])
    desk.services.bus.publish(DeliveriesMoved(draft.id, (), {"accepted": 1, "failed": 1}))
    desk.until(lambda: cells(shown, 0)[PROGRESS] == "1 of 2 accepted")


def test_search_finds_by_name_account_and_subject(desk: Desk) -> None:
    desk.account()
    desk.draft(name="Spring sale")
    desk.draft(name="Newsletter", account="")
    shown = page(desk)
    for words, found in (("spr", 1), ("WORK", 1), ("hello", 2), ("nothing like it", 0)):
        shown.search.setText(words)
        shown.search.searched.emit(words)
        assert shown.model.rowCount() == found
    assert shown.stack.currentWidget() is shown.nothing


def test_chips_count_the_campaigns_by_state_and_show_one(desk: Desk) -> None:
    desk.account()
    sent = desk.draft("anna@example.com", name="Sent")
    desk.draft(name="First draft")
    desk.draft(name="Second draft")
    later = desk.draft("anna@example.com", name="Later")
    desk.services.schedule.set(later, desk.services.clock.now() + 3_600_000)
    desk.services.sending.begin(sent.id)
    desk.services.sending.run(sent.id)
    shown = page(desk)
    numbers = {key: chip.number for key, chip in shown.chips._chips.items()}
    assert numbers == {"draft": 2, "scheduled": 1, "running": 0, "paused": 0, "finished": 1, "stopped": 0}
    assert shown.chips._chips["draft"].accessibleName() == "2 drafts"
    shown.chips.set_counts({"draft": 1})
    assert shown.chips._chips["draft"].accessibleName() == "1 draft"
    shown.chips.set_counts({"draft": 2, "scheduled": 1, "finished": 1})
    shown.chips._chips["scheduled"].click()
    assert cells(shown, 0)[:2] == ["Later", "scheduled"]
    header = shown.table.horizontalHeader()
    shown.chips._chips["finished"].click()
    desk.rest()
    wide = [header.sectionSize(column) for column in range(header.count())]
    assert [cells(shown, row)[0] for row in range(shown.model.rowCount())] == ["Sent"]
    shown.chips._chips["draft"].click()
    desk.rest()
    assert [header.sectionSize(column) for column in range(header.count())] == wide, "columns stay where they are"
    shown.chips._chips["finished"].click()
    shown.chips._chips["paused"].click()
    assert shown.stack.currentWidget() is shown.nothing
    shown.nothing.button.click()
    assert shown.model.rowCount() == 4


def test_duplicate_opens_a_draft_with_the_same_message(desk: Desk) -> None:
    draft = desk.draft()
    shown = page(desk)
    _open, duplicate, _delete = shown.acts.buttons
    assert not duplicate.isEnabled()
    shown.table.selectRow(0)
    duplicate.click()
    desk.until(lambda: desk.opened.stage.navigator.current == "campaign")
    copy = next(one for one in desk.services.campaigns.all() if one.id != draft.id)
    assert (copy.name, copy.content.subject, copy.parent_id) == ("Spring sale (copy)", "Hello {{ name }}", draft.id)


def test_a_deleted_campaign_comes_back_or_goes_for_good(desk: Desk) -> None:
    draft = desk.draft()
    shown = page(desk)
    shown.table.selectRow(0)
    shown.delete_action.trigger()
    assert shown.model.rowCount() == 0
    shown.toast._act()
    assert shown.model.rowCount() == 1
    assert desk.services.campaigns.get(draft.id)
    shown.table.selectRow(0)
    shown.delete_action.trigger()
    shown.toast._expire()
    desk.rest()
    with pytest.raises(InputError):
        desk.services.campaigns.get(draft.id)


def test_enter_opens_the_campaign(desk: Desk) -> None:
    desk.draft()
    shown = page(desk)
    shown.table.selectRow(0)
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert desk.opened.stage.navigator.current == "campaign"


def test_the_first_cards_lead_on(desk: Desk) -> None:
    for card, where in (("connect_account", "accounts"), ("bring_list", "campaign"), ("look_around", "campaign")):
        welcome = desk.opened.window.navigator.open("welcome")
        assert isinstance(welcome, WelcomePage)
        getattr(welcome, card).click()
        desk.rest()
        assert desk.opened.stage.navigator.current == where
    assert {one.name for one in desk.services.campaigns.all()} == {"Untitled campaign", "Spring sale"}


def test_the_bar_of_a_campaign_shows_the_few_that_failed() -> None:
    drawn = dict(bar_segments({"accepted": 9997, "failed": 2, "in_doubt": 1, "skipped": 4}, 88))
    assert drawn["failed"] == drawn["in_doubt"] == 3
    assert round(sum(drawn.values())) == 88
    assert set(drawn) <= set(SEGMENT_TOKENS)


def test_choosing_a_campaign_moves_nothing(desk: Desk) -> None:
    desk.draft()
    shown = page(desk)
    before = shown.table.geometry(), [chip.isVisible() for chip in shown.chips._chips.values()]
    shown.table.selectRow(0)
    desk.rest()
    assert (shown.table.geometry(), [chip.isVisible() for chip in shown.chips._chips.values()]) == before
    opening = shown.acts.buttons[0]
    assert opening.text() == "Open"
    opening.click()
    desk.until(lambda: desk.opened.stage.navigator.current == "campaign")
