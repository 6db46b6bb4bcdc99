"""The results step: causes in words, sending again, settling doubts with their quarantine, and the export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget, QWidget
from tests.fakes.certificates import Authority
from tests.fakes.imap import ImapScript
from tests.fakes.smtp_servers import ScriptedServer
from tests.ui.desk import Desk

from sendoff.core.account import ImapPlace, SignIn
from sendoff.core.campaign import Campaign, CampaignState, Pace
from sendoff.core.delivery import State
from sendoff.core.doubts import ABSENT
from sendoff.ui.models.campaigns import STATE
from sendoff.ui.pages.campaigns.view import CampaignsPage
from sendoff.ui.pages.flow.outline import MESSAGE
from sendoff.ui.pages.message.view import MessageStep
from sendoff.ui.pages.results.groups import GroupRow
from sendoff.ui.pages.results.view import ResultsStep
from sendoff.ui.pages.sending.view import SendingStep
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.deliveries import HistoryDialog
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.text import Caption, ElidedLabel, Text


def sent(desk: Desk, *addresses: str, pace: Pace | None = None) -> tuple[Campaign, ResultsStep]:
    desk.account()
    draft = desk.draft(*addresses)
    if pace:
        desk.services.campaigns.save(replace(draft, pace=pace))
    desk.services.sending.begin(draft.id)
    desk.services.sending.run(draft.id)
    page = desk.open(draft, "results").step(4)
    assert isinstance(page, ResultsStep)
    return draft, page


def rows(page: ResultsStep) -> list[str]:
    return [one.accessibleName() for one in page.groups.findChildren(GroupRow) if one.isVisible()]


def look_at_recipients(desk: Desk, page: ResultsStep) -> None:
    page.show_face("recipients")
    desk.rest()


def captions(page: ResultsStep) -> list[str]:
    return [one.text() for one in page.groups.findChildren(Caption) if one.isVisible()]


def anyway(page: ResultsStep) -> Button:
    """The button that sends to addresses that do not exist."""
    rows_shown = (one for one in page.groups.findChildren(GroupRow) if one.isVisible())
    return next(one for row in rows_shown for one in row.findChildren(Button) if one.text() == "Send anyway…")


def act(desk: Desk, page: ResultsStep, sentence: str) -> None:
    """Press the one remedy of a cause."""
    next(one for one in page.groups.findChildren(GroupRow) if sentence in one.accessibleName()).act.click()
    desk.rest()


def press(banner: Banner, words: str) -> None:
    next(one for one in banner.findChildren(Button) if one.text() == words).click()


def confirm(page: ResultsStep, words: str) -> None:
    press(page.confirm, words)


def test_a_draft_has_no_results_and_says_so(desk: Desk) -> None:
    page = desk.open(desk.draft("anna@example.com"), "results").step(4)
    assert isinstance(page, ResultsStep)
    assert page.stack.currentWidget() is page.empty
    page.empty.button.click()
    desk.rest()
    assert desk.flow.stepper.current() == 3


def test_every_cause_has_its_sentence_and_shows_its_rows(desk: Desk) -> None:
    _draft, page = sent(desk, "anna@example.com", "bounce1@example.com", "bounce2@example.com", "lost@example.com")
    assert rows(page) == [
        "1 in doubt: The connection broke after the whole message was handed over.",
        "2 failed: The address does not exist.",
    ]
    assert page.accepted.text() == "1 of 4 accepted by the server"
    show = next(one for one in page.groups.findChildren(GroupRow) if "does not exist" in one.accessibleName())
    next(one for one in show.findChildren(Button) if one.text() == "Show").click()
    desk.rest()
    assert page.table.isVisible()
    assert page.model.rowCount() == 2
    assert page.cause.whole() == "Only 2: The address does not exist."
    page.every.click()
    desk.rest()
    assert page.model.rowCount() == 4
    assert not page.cause.isVisible()


def test_the_failed_are_sent_to_again_and_nobody_else(desk: Desk) -> None:
    draft, page = sent(desk, "anna@example.com", "blocked@example.com", "lost@example.com")
    assert desk.server.count == 2
    page.groups.buttons["retry"].click()
    assert page.undo.accessibleName() == "The message leaves in 10 s. Undo, and nothing was sent."
    press(page.undo, "Send now")
    desk.rest()
    assert desk.flow.stepper.current() == 3
    desk.until(lambda: desk.services.campaigns.get(draft.id).state is CampaignState.FINISHED)
    desk.rest()
    assert desk.server.count == 2
    assert desk.server.refused == 2
    assert desk.services.reports.counts(draft)["in_doubt"] == 1


def test_sending_again_can_be_taken_back_and_nothing_is_sent(desk: Desk) -> None:
    draft, page = sent(desk, "blocked1@example.com", "blocked2@example.com")
    page.groups.buttons["retry"].click()
    clock = desk.opened.stage.countdowns.clock
    clock.stop()
    clock.timeout.emit()
    assert page.undo.accessibleName().startswith("The first of 2 messages leaves in 9 s.")
    desk.open(draft, "send")
    desk.open(draft, "results")
    assert page.undo.isVisible()
    press(page.undo, "Undo")
    for _second in range(10):
        clock.timeout.emit()
    desk.rest()
    assert not page.undo.isVisible()
    assert desk.services.campaigns.get(draft.id).state is CampaignState.FINISHED
    assert desk.server.refused == 2


def test_what_is_counted_down_can_be_taken_back_wherever_the_campaign_is_shown(desk: Desk) -> None:
    draft, page = sent(desk, "blocked1@example.com", "blocked2@example.com")
    said, clock = "The first of 2 messages leaves in 10 s.", desk.opened.stage.countdowns.clock
    page.groups.buttons["retry"].click()
    clock.stop()  # the seconds pass where this test lets them
    send = desk.open(draft, "send").step(3)
    assert isinstance(send, SendingStep)
    assert (send.live.undo.isVisible(), send.live.undo.accessibleName()) == (
        True,
        f"{said} Undo, and nothing was sent.",
    )
    campaigns = desk.page(CampaignsPage, "campaigns")
    assert campaigns.undo.accessibleName() == f"“Spring sale”: {said} Undo, and nothing was sent."
    assert campaigns.model.index(0, STATE).data() == "leaves in 10 s"
    clock.timeout.emit()
    assert campaigns.model.index(0, STATE).data() == "leaves in 9 s"
    press(campaigns.undo, "Undo")
    assert not campaigns.undo.isVisible()
    assert campaigns.model.index(0, STATE).data() == "finished"
    desk.open(draft, "send")
    assert not send.live.undo.isVisible()
    # Taken back on Send, it is gone from the results as well.
    desk.open(draft, "results")
    page.groups.buttons["retry"].click()
    clock.stop()
    desk.open(draft, "send")
    press(send.live.undo, "Undo")
    desk.open(draft, "results")
    assert not page.undo.isVisible()
    assert desk.server.refused == 2


def test_who_is_blocked_while_it_counts_is_not_sent_to(desk: Desk) -> None:
    draft, page = sent(desk, "blocked1@example.com", "blocked2@example.com")
    page.groups.buttons["retry"].click()
    desk.opened.stage.countdowns.clock.stop()
    desk.services.suppressions.add(["blocked1@example.com"])
    desk.until(lambda: page.undo.accessibleName().startswith("The message leaves in "))
    desk.services.suppressions.add(["blocked2@example.com"])
    desk.until(lambda: not page.undo.isVisible())
    assert desk.opened.window.toast.accessibleName() == "Nobody is left to send to."
    assert desk.services.campaigns.get(draft.id).state is CampaignState.FINISHED
    assert desk.server.refused == 2


def test_sending_again_goes_by_itself_when_the_seconds_are_over(desk: Desk) -> None:
    draft, page = sent(desk, "blocked@example.com")
    page.groups.buttons["retry"].click()
    for _second in range(10):
        desk.opened.stage.countdowns.clock.timeout.emit()
    desk.until(lambda: desk.server.refused == 2)
    desk.until(lambda: desk.services.campaigns.get(draft.id).state is CampaignState.FINISHED)
    desk.rest()


def test_without_seconds_to_undo_sending_again_is_asked_about(desk: Desk) -> None:
    desk.opened.stage.preferences.choose("undo_seconds", 0)
    draft, page = sent(desk, "blocked@example.com")
    page.groups.buttons["retry"].click()
    assert page.undo.accessibleName() == "Send again to 1? The first message leaves at once."
    press(page.undo, "Cancel")
    assert not page.undo.isVisible()
    page.groups.buttons["retry"].click()
    assert desk.server.refused == 1
    press(page.undo, "Send again")
    desk.until(lambda: desk.server.refused == 2)
    desk.until(lambda: desk.services.campaigns.get(draft.id).state is CampaignState.FINISHED)
    desk.rest()


def test_who_was_blocked_since_is_not_counted_among_those_sent_to_again(desk: Desk) -> None:
    _draft, page = sent(desk, "blocked1@example.com", "blocked2@example.com", "blocked3@example.com")
    assert page.groups.buttons["retry"].text() == "Send to the failed again"
    desk.services.suppressions.add(["blocked1@example.com"])  # wherever that is done
    desk.until(lambda: page.groups.buttons["retry"].text() == "Send to the 2 again")
    desk.rest()
    assert "1 is blocked and left out." in captions(page)
    page.groups.buttons["retry"].click()
    assert page.undo.accessibleName().startswith("The first of 2 messages")
    press(page.undo, "Undo")
    desk.services.suppressions.add(["@example.com"])
    desk.until(lambda: page.groups.buttons["retry"].text() == "All of them are blocked")
    assert not page.groups.buttons["retry"].isEnabled()


def test_whose_address_does_not_exist_is_left_out_and_sent_to_only_knowingly(desk: Desk) -> None:
    draft, page = sent(desk, "bounce1@example.com", "blocked@example.com", "bounce2@example.com")
    services = desk.services
    assert page.groups.buttons["retry"].text() == "Send to “Person 2” again"
    assert "2 whose address does not exist are left out." in captions(page)
    page.groups.buttons["retry"].click()
    assert page.undo.accessibleName().startswith("The message leaves in ")
    press(page.undo, "Send now")
    desk.until(lambda: desk.server.refused == 4)
    desk.until(lambda: services.campaigns.get(draft.id).state is CampaignState.FINISHED)
    desk.until(lambda: not desk.opened.stage.dispatcher.running())
    assert [line.attempts for line in services.reports.page(draft)] == [1, 2, 1]
    services.suppressions.add(["bounce1@example.com"])
    desk.open(draft, "results")
    assert "1 is blocked and left out. 1 whose address does not exist is left out." in captions(page)
    anyway(page).click()
    assert page.confirm.accessibleName().startswith("Send again to 1 whose address does not exist?")
    assert page.confirm._kind == "bad"
    confirm(page, "Send again")
    press(page.undo, "Send now")
    desk.until(lambda: desk.server.refused == 5)
    desk.until(lambda: services.campaigns.get(draft.id).state is CampaignState.FINISHED)
    desk.rest()


def test_who_was_cancelled_is_sent_to_as_somebody_who_never_got_it(desk: Desk) -> None:
    draft, page = sent(desk, "anna@example.com", "bert@example.com", "cleo@example.com", pace=Pace(first=1))
    desk.services.sending.stop(draft.id)
    desk.open(draft, "results")
    assert page.groups.buttons["retry"].text() == "Send to the 2 who did not get it"
    (cause,) = (one for one in page.groups.findChildren(GroupRow) if one.isVisible())
    assert cause.act.text() == "Send"
    desk.services.suppressions.add(["cleo@example.com"])
    desk.until(lambda: page.groups.buttons["retry"].text() == "Send to the one who did not get it")


def test_where_nobody_else_has_failed_nobody_is_sent_to_again(desk: Desk) -> None:
    _draft, page = sent(desk, "anna@example.com", "bounce@example.com")
    assert page.groups.buttons["retry"].text() == "Nobody to send to again"
    assert not page.groups.buttons["retry"].isEnabled()
    assert anyway(page).isEnabled()


def test_the_headline_tells_the_servers_word_from_a_persons(desk: Desk) -> None:
    draft, page = sent(desk, "anna@example.com", "berta@example.com", "lost@example.com", "none")
    assert page.accepted.text() == "2 of 3 accepted by the server"
    page.groups.buttons["accepted"].click()
    confirm(page, "Mark as sent")
    desk.rest()
    assert page.accepted.text() == "2 of 3 accepted by the server, 1 marked as sent by you"
    assert page.figures.total() == 4
    assert page.donut.share() == "67 %"
    assert page.donut.accessibleName() == "Outcomes: 2 accepted, 1 marked as sent, 1 skipped"
    assert page.menu_words("csv") == "CSV, every recipient…"
    for figure, addresses in (
        ("marked", ["lost@example.com"]),
        ("accepted", ["anna@example.com", "berta@example.com"]),
    ):
        page.figures.choose(figure)
        desk.rest()
        assert page.menu_words("csv") == "CSV, who is shown…"
        found = [page.model.line(row) for row in range(page.model.rowCount())]
        assert [line.address for line in found if line is not None] == addresses
        page.presenter.export(desk.folder / f"{figure}.csv")
        desk.rest()
        written = (desk.folder / f"{figure}.csv").read_text("utf-8-sig").splitlines()
        assert [one.split(",")[1] for one in written[1:]] == addresses
    assert {page.model.index(row, 1).data() for row in range(2)} == {"accepted"}
    page.figures.choose("marked")
    desk.rest()
    assert page.model.index(0, 1).data() == "marked as sent"
    sheet = desk.services.reports.sheet(draft)
    assert (sheet.counts["accepted"], sheet.marked) == (3, 1)
    assert desk.services.reports.summary(draft)["marked_as_sent"] == 1


def test_the_only_one_in_doubt_is_named_and_every_group_has_a_heading(desk: Desk) -> None:
    _draft, page = sent(desk, "anna@example.com", "lost@example.com", "none", "anna@example.com")
    card = next(page.groups._cards())
    happened, what, do, buttons = (
        item.widget() for at in range(1, card.column.count()) if (item := card.column.itemAt(at))
    )
    assert isinstance(happened, Text)
    assert happened.text() == "Person 2 (lost@example.com) may have got the message, so it was not sent again."
    assert isinstance(what, GroupRow)
    assert isinstance(do, Caption)
    assert do.text().startswith("Look for it in the account's Sent folder, or ask them.")
    assert isinstance(buttons, QWidget)
    assert [one.text() for one in buttons.findChildren(Button)][1:3] == ["Mark as sent", "Mark as failed"]
    cards = [one.accessibleName() for one in page.groups._cards()]
    assert cards == ["1 in doubt", "2 skipped"]


def test_a_deferred_row_says_what_that_means_and_a_reply_is_whole_where_it_is_pointed_at(desk: Desk) -> None:
    desk.account()
    draft, services = desk.draft("full@example.com"), desk.services
    services.sending.begin(draft.id)
    desk.opened.stage.dispatcher.start(draft.id)
    desk.until(lambda: services.reports.counts(draft)["deferred"] == 1)
    page = desk.open(draft, "results").step(4)
    assert isinstance(page, ResultsStep)
    look_at_recipients(desk, page)
    state, reply = page.model.index(0, 1), page.model.index(0, 2)
    means = state.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert means.startswith("The server asked to come back later. It is tried again ")
    assert means in state.data(Qt.ItemDataRole.ToolTipRole)
    assert reply.data(Qt.ItemDataRole.ToolTipRole) == f"<p>{reply.data()}</p>"
    desk.until(lambda: page.figures._chips["deferred"].means == means)
    page.table.selectRow(0)
    desk.until(page.sheet.isVisible)
    said = [one.text() for one in page.sheet.findChildren(Caption)]
    assert re.fullmatch(r"(today|\w+day) \d\d:\d\d:\d\d", said[0])
    services.sending.stop(draft.id)


def test_while_some_are_put_off_the_others_can_be_settled_and_the_trying_be_stopped(desk: Desk) -> None:
    desk.account()
    draft, services = desk.draft("full@example.com", "lost@example.com", "bounce@example.com"), desk.services
    services.sending.begin(draft.id)
    desk.opened.stage.dispatcher.start(draft.id)
    wanted = {"deferred": 1, "in_doubt": 1, "failed": 1}
    desk.until(lambda: {key: services.reports.counts(draft)[key] for key in wanted} == wanted)
    page = desk.open(draft, "results").step(4)
    assert isinstance(page, ResultsStep)
    desk.until(lambda: "stop" in page.groups.buttons)
    buttons = page.groups.buttons
    assert not buttons["retry"].isEnabled()
    assert buttons["retry"].toolTip().startswith("1 deferred, tried again ")
    assert buttons["accepted"].isEnabled()
    buttons["failed"].click()
    confirm(page, "Mark as failed")
    desk.until(lambda: services.reports.counts(draft)["failed"] == 2)
    desk.rest()
    page.groups.buttons["stop"].click()
    assert page.confirm._kind == "wait"
    confirm(page, "Stop trying")
    desk.until(lambda: "1 cancelled: Stopped while waiting for another try." in rows(page))
    line = services.reports.page(draft)[0]
    assert line.state is State.CANCELLED
    assert line.code == 452
    row = next(one for one in page.groups.findChildren(GroupRow) if "another try" in one.accessibleName())
    assert any(one.whole().startswith("452") for one in row.findChildren(ElidedLabel))
    assert services.campaigns.get(draft.id).state is CampaignState.STOPPED
    desk.until(lambda: not desk.opened.stage.dispatcher.running())
    desk.until(lambda: page.groups.buttons["retry"].isEnabled())  # noqa: PLW0108 -- the buttons are made anew


def test_the_focus_stays_on_the_page(desk: Desk) -> None:
    _draft, page = sent(desk, "bounce@example.com", "blocked@example.com")
    button = next(one for one in page.groups.findChildren(GroupRow) if "does not exist" in one.accessibleName()).act
    button.setFocus()
    button.click()
    desk.rest()
    assert desk.opened.window.focusWidget() is page.groups
    page.groups.buttons["retry"].setFocus()
    page.presenter._load()
    desk.rest()
    assert desk.opened.window.focusWidget() is page.groups.buttons["retry"]
    desk.flow.presenter.go(3)
    desk.rest()
    desk.until(desk.flow.primary.isVisible)
    desk.flow.primary.setFocus()
    desk.flow.primary.click()
    desk.rest()
    assert desk.flow.stepper.current() == 4
    assert desk.opened.window.focusWidget() is desk.flow.pages


def test_who_is_in_doubt_is_not_sent_to_again_for_half_an_hour(desk: Desk) -> None:
    _draft, page = sent(desk, "lost@example.com")
    assert page.groups.buttons["accepted"].isEnabled()
    assert not page.groups.buttons["again"].isEnabled()


def test_escape_takes_a_question_back_and_gives_the_keyboard_back(desk: Desk) -> None:
    draft, page = sent(desk, "lost1@example.com", "lost2@example.com")
    asks = page.groups.buttons["accepted"]
    asks.setFocus()
    asks.click()
    assert (page.confirm.isVisible(), page.confirm._kind) == (True, "doubt")
    desk.rest()
    cancel = page.window().focusWidget()
    assert isinstance(cancel, Button)
    assert (cancel.text(), page.confirm.isAncestorOf(cancel)) == ("Cancel", True)
    QTest.keyClick(cancel, Qt.Key.Key_Escape)
    assert not page.confirm.isVisible()
    assert page.window().focusWidget() is asks
    assert desk.services.reports.counts(draft)["in_doubt"] == 2


def test_doubts_are_settled_after_a_question(desk: Desk) -> None:
    draft, page = sent(desk, "lost1@example.com", "lost2@example.com")
    page.groups.buttons["accepted"].click()
    confirm(page, "Cancel")
    assert desk.services.reports.counts(draft)["in_doubt"] == 2
    page.groups.buttons["accepted"].click()
    confirm(page, "Mark as sent")
    desk.rest()
    assert desk.services.reports.counts(draft)["accepted"] == 2
    assert rows(page) == []


def test_asked_twice_a_question_stands_and_keeps_who_had_the_keyboard(desk: Desk) -> None:
    _draft, page = sent(desk, "lost1@example.com", "lost2@example.com")
    asks = page.groups.buttons["accepted"]
    asks.setFocus()
    asks.click()
    cancel = page.window().focusWidget()
    asks.click()  # as a mouse does that leaves the keyboard where it is
    assert page.window().focusWidget() is cancel
    asks.setFocus()
    asks.click()
    assert page.window().focusWidget() is cancel
    page.groups.buttons["failed"].click()
    assert page.confirm.accessibleName().startswith("Mark 2 in doubt as failed?")
    desk.rest()
    press(page.confirm, "Cancel")
    assert page.window().focusWidget() is asks
    asks.click()
    assert page.confirm.isVisible()
    assert page.confirm.accessibleName().startswith("Mark 2 in doubt as sent?")


def test_whoever_is_settled_is_looked_for_no_longer(desk: Desk) -> None:
    draft, page = sent(desk, "anna@example.com", "lost1@example.com", "bounce@example.com")
    page.figures.choose("in_doubt")
    page.show_face("summary")
    page.groups.buttons["accepted"].setFocus()
    page.groups.buttons["accepted"].click()
    confirm(page, "Mark as sent")
    desk.rest()
    assert desk.services.reports.counts(draft)["in_doubt"] == 0
    assert page.figures.filter() == ""
    desk.until(lambda: page.model.rowCount() == 3)
    holder = page.window().focusWidget()
    assert holder is not None
    assert holder.accessibleName() == "Results: Summary"


def test_a_cause_whose_last_one_is_settled_is_shown_no_longer(desk: Desk) -> None:
    _draft, page = sent(desk, "anna@example.com", "lost1@example.com", "lost2@example.com")
    page.groups.shown.emit(page.presenter._known.groups[0])  # type: ignore[union-attr]  # it was shown
    desk.until(lambda: page.model.rowCount() == 2)
    choose(desk, page, 0)
    page.sheet.acts.accepted.click()
    desk.rest()
    assert page.every.isVisible(), "one is left"
    desk.until(lambda: page.model.rowCount() == 1)
    choose(desk, page, 0)
    page.sheet.acts.accepted.click()
    desk.rest()
    assert not page.every.isVisible()
    desk.until(lambda: page.model.rowCount() == 3)


def test_the_history_of_a_row_has_every_move_and_its_message_id(desk: Desk) -> None:
    draft, page = sent(desk, "bounce@example.com")
    look_at_recipients(desk, page)
    page.table.selectRow(0)
    next(one for one in page.table.actions() if one.text() == "Show history").trigger()
    desk.rest()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, HistoryDialog))
    grid = dialog.findChild(QTableWidget)
    assert grid is not None
    cells = [grid.item(row, 1) for row in range(grid.rowCount())]
    assert [cell.text() for cell in cells if cell is not None] == ["next", "failed"]
    text = " ".join(one.accessibleName() for one in dialog.findChildren(type(page.accepted)))
    line = page.model.line(0)
    assert line is not None
    assert desk.services.reports.message_id(draft, line) in text
    dialog.accept()


def test_the_export_writes_the_rows_that_are_shown(desk: Desk) -> None:
    draft, page = sent(desk, "anna@example.com", "bounce@example.com")
    assert desk.services.reports.sheet(draft).named == (("bounce@example.com",),)
    assert page.presenter.proposed() == "Spring sale results.csv"
    page.figures._chips["failed"].click()
    page.presenter.export(desk.folder / "out.csv")
    desk.until((desk.folder / "out.csv").exists)
    desk.rest()
    page.presenter.export(desk.folder / "out.xlsx", "xlsx")
    desk.until((desk.folder / "out.xlsx").exists)
    desk.rest()
    sheet = load_workbook(desk.folder / "out.xlsx").active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[0] for row in rows] == ["Address", "bounce@example.com"]
    assert rows[0][2:4] == ("Outcome", "Why")
    assert rows[1][2:4] == ("failed", "The address does not exist.")
    page.presenter.export(desk.folder / "out.pdf", "pdf")
    desk.until((desk.folder / "out.pdf").exists)
    desk.rest()
    assert (desk.folder / "out.pdf").read_bytes().startswith(b"%PDF-")
    text = (desk.folder / "out.csv").read_text(encoding="utf-8-sig")
    assert "bounce@example.com" in text
    assert "anna@example.com" not in text


@contextmanager
def sent_folder(desk: Desk, tmp_path: Path) -> Iterator[ImapScript]:
    """An IMAP server beside, entered in the account."""
    authority = Authority(tmp_path)
    script = ImapScript(tls=authority.server("127.0.0.1"))
    with ScriptedServer(script) as server:
        account = replace(
            desk.services.accounts.get("work"),
            username="anna@example.com",
            sign_in=SignIn.PASSWORD,
            ca_file=authority.file,
            imap=ImapPlace(host="127.0.0.1", port=server.port),
        )
        desk.services.accounts.save(account, "secret")
        yield script


def test_without_a_sent_folder_the_page_says_where_to_enter_it(desk: Desk) -> None:
    _draft, page = sent(desk, "lost@example.com")
    assert not page.groups.buttons["look"].isEnabled()
    words = captions(page)
    assert any("Enter its IMAP server in the account, under Security and network" in one for one in words)


def test_those_in_doubt_are_looked_for_in_the_sent_folder(desk: Desk, tmp_path: Path) -> None:
    draft, page = sent(desk, "anna@example.com", "lost1@example.com", "lost2@example.com")
    look_at_recipients(desk, page)
    services = desk.services
    anna, first, second = services.reports.page(draft)
    with sent_folder(desk, tmp_path) as script:
        script.copies += [services.reports.message_id(draft, line) for line in (anna, first)]
        page.presenter.show(services.campaigns.get(draft.id))
        desk.rest()  # the buttons are made anew
        assert page.groups.buttons["look"].isEnabled()
        page.groups.buttons["look"].click()
        desk.until(lambda: services.reports.counts(draft)["in_doubt"] == 1)
        desk.rest()
    assert not desk.opened.stage.looking.under_way(draft.id)
    left = "1 in doubt: The connection broke after the whole message was handed over."
    page.show_face("summary")
    desk.until(lambda: rows(page) == [left])  # the page reads anew a second after the last row
    assert page.groups.buttons["look"].text() == "Look in the Sent folder"
    _, first, second = services.reports.page(draft)
    assert first.text == "found in Sent Mail of anna@example.com, uid 2"
    shown = page.model.line(2)
    assert shown is not None
    assert shown.text == second.text
    assert second.text == "not in Sent Mail of anna@example.com yet; it may still arrive"


def test_a_run_that_leaves_doubts_is_looked_up_by_itself(desk: Desk, tmp_path: Path) -> None:
    draft, _page = sent(desk, "lost@example.com")
    with sent_folder(desk, tmp_path) as script:
        script.copies.append(desk.services.reports.message_id(draft, desk.services.reports.page(draft)[0]))
        desk.opened.stage.dispatcher.ended.emit(draft.id)
        desk.until(lambda: desk.services.reports.counts(draft)["accepted"] == 1)
        desk.rest()


def test_whose_absence_is_proven_are_sent_to_again_alone(desk: Desk) -> None:
    draft, page = sent(desk, "lost1@example.com", "lost2@example.com")
    services = desk.services
    first, second = services.reports.page(draft)
    assert services.sending._rows.shift_one(
        draft.id, first.id, State.IN_DOUBT, State.QUEUED, "send_again", 0
    )  # to give it a past
    for old, new in ((State.QUEUED, State.CLAIMED), (State.CLAIMED, State.SENDING), (State.SENDING, State.IN_DOUBT)):
        assert services.sending._rows.shift_one(draft.id, first.id, old, new, "lost", 1)
    assert services.sending._rows.note_doubt(draft.id, first.id, ABSENT, "not in Sent")
    page.presenter.show(services.campaigns.get(draft.id))
    desk.rest()
    assert page.groups.buttons["again"].text() == "Send to the 1 not there…"
    page.groups.buttons["again"].click()
    confirm(page, "Send again")
    press(page.undo, "Send now")
    desk.until(lambda: services.reports.page(draft)[0].updated_at > second.updated_at)
    desk.until(lambda: services.campaigns.get(draft.id).state is CampaignState.FINISHED)
    desk.rest()
    assert services.reports.page(draft)[1] == second


def test_one_cause_is_sent_to_again_and_no_other_row(desk: Desk) -> None:
    pace = Pace(attempts=1)
    draft, page = sent(
        desk, "anna@example.com", "full@example.com", "bounce@example.com", "lost@example.com", pace=pace
    )
    services = desk.services
    before = {line.address: line for line in services.reports.page(draft)}
    assert {address: line.state.value for address, line in before.items()} == {
        "anna@example.com": "accepted", "full@example.com": "failed", "bounce@example.com": "failed",
        "lost@example.com": "in_doubt",
    }  # fmt: skip
    act(desk, page, "Given up")
    press(page.undo, "Send now")
    desk.until(lambda: services.campaigns.get(draft.id).state is CampaignState.FINISHED)
    desk.rest()
    for line in services.reports.page(draft):
        assert (line == before[line.address]) is (line.address != "full@example.com")


def test_addresses_that_do_not_exist_are_blocked(desk: Desk) -> None:
    _draft, page = sent(desk, "anna@example.com", "bounce1@example.com", "bounce2@example.com")
    act(desk, page, "does not exist")
    blocked = [(one.key, one.reason, one.source) for one in desk.services.suppressions.all()]
    assert sorted(blocked) == [(f"bounce{n}@example.com", "hard", "Spring sale") for n in (1, 2)]

    def word() -> tuple[str, bool]:
        button = next(one for one in page.groups.findChildren(GroupRow) if one.isVisible()).act
        return button.text(), button.isEnabled()

    assert word() == ("Blocked", False)
    page.toast._act()
    desk.rest()
    assert list(desk.services.suppressions.all()) == []
    assert word() == ("Block them", True)


def test_who_could_not_be_written_to_is_mended_in_a_new_draft(desk: Desk) -> None:
    draft, page = sent(desk, "anna@example.com", "berta at example", "carl@")
    act(desk, page, "not an address")
    fresh = next(one for one in desk.services.campaigns.all() if one.id != draft.id)
    assert fresh.parent_id == draft.id
    assert fresh.content == draft.content
    lines = desk.services.reports.page(fresh)
    assert [(line.address, line.name, line.state) for line in lines] == [
        ("berta at example", "Person 2", State.SKIPPED), ("carl@", "Person 3", State.SKIPPED),
    ]  # fmt: skip
    assert desk.flow.presenter._id == fresh.id
    assert desk.flow.stepper.current() == 0
    assert fresh.list_name == "People of “Spring sale”"


def test_a_refused_message_is_changed_in_a_new_draft(desk: Desk) -> None:
    _draft, page = sent(desk, "anna@example.com", "blocked@example.com")
    act(desk, page, "does not take this message")
    assert desk.flow.stepper.current() == 1


def test_the_side_sheet_tells_one_row_and_settles_its_doubt(desk: Desk) -> None:
    draft, page = sent(desk, "anna@example.com", "lost@example.com")
    look_at_recipients(desk, page)
    page.table.selectRow(0)
    desk.until(page.sheet.isVisible)
    assert not page.sheet.acts.accepted.isVisible()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    desk.until(lambda: not page.sheet.isVisible())
    page.table.selectRow(1)
    desk.until(page.sheet.acts.accepted.isVisible)
    said = " ".join(one.accessibleName() or one.text() for one in page.sheet.findChildren(Text))
    for words in ("sending", "in doubt", "the server closed the connection", "1 attempt"):
        assert words in said
    assert desk.services.reports.message_id(draft, desk.services.reports.page(draft)[1]) in said
    page.sheet.acts.accepted.click()
    desk.rest()
    assert desk.services.reports.counts(draft)["in_doubt"] == 0
    desk.until(lambda: page.model.index(1, 2).data() == "Marked as sent by you.")
    assert str(page.model.index(0, 2).data()).startswith("250 ")
    assert not page.sheet.isVisible()


def choose(desk: Desk, page: ResultsStep, row: int) -> None:
    """Open the sheet of a row."""
    page.table.clearSelection()
    page.table.selectRow(row)
    desk.rest()
    desk.until(page.sheet.isVisible)


def offered(page: ResultsStep) -> list[str]:
    return [one.text() for one in page.sheet.acts.findChildren(Button) if one.isVisible()]


def test_the_side_sheet_offers_what_can_be_done_about_its_row(desk: Desk) -> None:
    _draft, page = sent(desk, "anna@example.com", "bounce@example.com", "lost@example.com", "none")
    look_at_recipients(desk, page)
    found = []
    for row in range(4):
        choose(desk, page, row)
        found.append(offered(page))
    assert found == [
        ["Block", "Show the message"],
        ["Correct the address…", "Send again", "Block", "Show the message"],
        ["Mark as sent", "Mark as failed", "Block", "Show the message"],
        ["Correct the address…"],
    ]
    page.sheet._copy_address.click()
    assert QApplication.clipboard().text() == "none"


def test_the_message_a_recipient_got_is_shown_from_the_sheet(desk: Desk) -> None:
    draft, page = sent(desk, "anna@example.com", "bert@example.com", "none")
    look_at_recipients(desk, page)
    choose(desk, page, 1)
    page.sheet.acts.message.click()
    desk.rest()
    step = desk.flow.step(MESSAGE)
    assert isinstance(step, MessageStep)
    assert desk.flow.stepper.current() == MESSAGE
    assert step.preview.row() == 2
    desk.until(lambda: "bert@example.com" in step.preview._to.whole())
    desk.open(draft, "results")
    look_at_recipients(desk, page)
    choose(desk, page, 0)
    page.sheet.acts.message.click()
    desk.until(lambda: "anna@example.com" in step.preview._to.whole())


def test_a_row_is_blocked_from_its_sheet_and_undo_takes_it_back(desk: Desk) -> None:
    _draft, page = sent(desk, "anna@example.com", "bounce@example.com")
    look_at_recipients(desk, page)
    choose(desk, page, 1)
    page.sheet.acts.block.click()
    desk.until(lambda: "Blocked" in offered(page))
    (entry,) = desk.services.suppressions.all()
    assert (entry.key, entry.reason, entry.source) == ("bounce@example.com", "hard", "Spring sale")
    page.toast._act()
    desk.until(lambda: {"Send again", "Block"} <= set(offered(page)))
    assert list(desk.services.suppressions.all()) == []
    desk.services.suppressions.add(["@example.com"])
    choose(desk, page, 0)
    assert offered(page)[0] == "Blocked"


def test_rows_are_sent_to_again_from_their_sheets_and_nobody_else(desk: Desk) -> None:
    draft, page = sent(desk, "bounce@example.com", "blocked@example.com", "blocked2@example.com")
    look_at_recipients(desk, page)
    choose(desk, page, 0)
    page.sheet.acts.send.click()
    assert page.undo.accessibleName().startswith("The message leaves in ")
    choose(desk, page, 2)
    page.sheet.acts.send.click()
    assert page.undo.accessibleName().startswith("The first of 2 messages leaves in ")
    press(page.undo, "Send now")
    desk.until(lambda: desk.services.campaigns.get(draft.id).state is CampaignState.FINISHED)
    desk.until(lambda: [line.attempts for line in desk.services.reports.page(draft)] == [2, 1, 2])
    desk.rest()


def test_the_charts_say_their_figures_in_words(desk: Desk) -> None:
    _draft, page = sent(desk, "anna@example.com", "bounce@example.com", "lost@example.com", "none")
    assert page.donut.accessibleName() == "Outcomes: 1 accepted, 1 failed, 1 in doubt, 1 skipped"
    assert page.donut.share() == "33 %"
    # A minute may end in between.
    assert re.search(r", at most [123] in a minute$", page.timeline.accessibleName())
