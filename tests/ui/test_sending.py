"""The Send step: the summary, what is missing, the confirmation and its undo; then the live view and its buttons."""

from __future__ import annotations

import re
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.fakes.smtp_servers import FEATURES, Script, ScriptedServer
from tests.ui.desk import Desk

from sendoff.core.account import SignIn
from sendoff.core.campaign import Campaign, CampaignState, Content, Pace
from sendoff.core.delivery import State
from sendoff.core.events import CampaignChanged, DeliveriesMoved, DeliveryMoved
from sendoff.core.language import Language, speak, spoken
from sendoff.core.wording import clock_text
from sendoff.services.sending.course import IN_TERMINAL
from sendoff.services.sending.portion import PAUSED
from sendoff.ui.dispatcher import Host
from sendoff.ui.local_time import local_zone
from sendoff.ui.pages.accounts.view import AccountsPage
from sendoff.ui.pages.check.view import CheckStep
from sendoff.ui.pages.flow.view import FlowPage
from sendoff.ui.pages.sending import last_word, moving
from sendoff.ui.pages.sending.moving import reached
from sendoff.ui.pages.sending.view import SendingStep
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.deliveries import HistoryDialog


def send_step(flow: FlowPage) -> SendingStep:
    page = flow.step(3)
    assert isinstance(page, SendingStep)
    return page


def at_send(desk: Desk, campaign: Campaign) -> tuple[FlowPage, SendingStep]:
    flow = desk.open(campaign, "send")
    return flow, send_step(flow)


def state(desk: Desk, campaign: Campaign) -> CampaignState:
    return desk.services.campaigns.get(campaign.id).state


def press(desk: Desk, words: str) -> None:
    """Press a button of the live banner or of the summary's problem."""
    step = send_step(desk.flow)
    buttons = [one for one in step.findChildren(Button) if one.isVisible() and one.text() == words]
    buttons[0].click()


def send_now(desk: Desk, campaign: Campaign) -> SendingStep:
    flow, step = at_send(desk, campaign)
    desk.until(step.start.ready)
    flow.primary.click()
    flow.primary.click()
    step.before.confirm.now.click()
    desk.until(lambda: state(desk, campaign) is not CampaignState.DRAFT)
    return step


def its_time_comes(desk: Desk, draft: Campaign, *, ago: int = 0) -> None:
    """Let a draft's time be now, or so many ms ago: a machine may be too slow to set one that is to come soon."""
    assert desk.services.schedule._store.schedule(draft.id, desk.services.clock.now() - ago)
    desk.services.bus.publish(CampaignChanged(draft.id, draft.state))


def test_the_button_leads_to_what_is_missing(desk: Desk) -> None:
    empty = desk.services.campaigns.new("Empty")
    flow, _step = at_send(desk, empty)
    assert flow.primary.text() == "Add recipients"
    draft = desk.draft("anna@example.com", account="")
    flow, _step = at_send(desk, draft)
    assert flow.primary.text() == "Connect an account"
    desk.account(sign_in=SignIn.PASSWORD, username="anna")
    desk.rest()
    assert flow.primary.text() == "Choose an account"
    step = send_step(flow)
    step.before.summary.account.chosen.emit("work")
    desk.rest()
    assert flow.primary.text() == "Enter the password"
    step.before.secret.edit.setText("s3cret")
    QTest.keyClick(step.before.secret.edit, Qt.Key.Key_Return)
    desk.until(lambda: flow.primary.text() == "Send to 1 person")
    assert not step.before.secret.isVisible()


def test_the_summary_says_who_is_skipped_and_why_and_the_limits(desk: Desk) -> None:
    desk.account(limits=("80/hour", "500/day"), delay=1.0)
    flow, step = at_send(desk, desk.draft("anna@example.com", "none", "anna@example.com", *several(200)))
    summary = step.before.summary
    assert summary.recipients.text() == "201 people. 2 skipped: 1 not valid, 1 repeated."
    assert summary.pace.text() == "1 s between messages, at most 80 an hour and 500 a day."
    assert summary.finish.text().startswith("In about 2 h, towards ")
    assert flow.stepper.steps[3]._note == "ready to send"


def test_the_summary_names_every_reason_and_adds_up_as_the_run_does(desk: Desk) -> None:
    desk.account()
    desk.services.suppressions.add(["bert@example.com", "cleo@example.com"])
    names = ("anna", "", "anna", "bert", "cleo", "dora", "emil")
    draft = desk.draft(*(f"{name}@example.com" if name else "none" for name in names))
    triage = desk.services.triage
    triage.leave_out(draft.id, row_ids=[triage.row(draft.id, 6).id])
    _flow, step = at_send(desk, draft)
    said = "2 people. 5 skipped: 1 not valid, 1 repeated, 2 blocked, 1 left out by you."
    assert step.before.summary.recipients.text() == said
    assert step.before.test.row.maximum() == 7
    step = send_now(desk, draft)
    desk.until(lambda: state(desk, draft) is CampaignState.FINISHED)
    desk.rest()
    assert (step.live.accepted.text(), step.live.figures._chips["skipped"].number) == ("2 of 2 accepted", 5)


def test_who_is_probably_mistyped_is_named_before_the_start_and_holds_nothing_up(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com", "bert@gmial.com")
    flow, step = at_send(desk, draft)
    line = step.before.mistyped
    said = "1 address is probably mistyped and gets the message as it is written."
    assert (line.isVisible(), line.words.text()) == (True, said)
    desk.until(lambda: step.start.ready)
    assert flow.primary.text() == "Send to 2 people"
    step.before.see_mistyped.click()
    desk.rest()
    assert flow.stepper.current() == 0
    desk.services.triage.fix_all(draft.id)
    _flow, step = at_send(desk, draft)
    assert not line.isVisible()


def test_the_summary_says_about_when_it_is_done_where_that_can_be_reckoned(desk: Desk) -> None:
    desk.account(limits=("30/minute",))
    draft = desk.draft(*several(13))
    _flow, step = at_send(desk, draft)
    finish = step.before.summary.finish
    assert re.fullmatch(r"About \d\d:\d\d, less than a minute\.", finish.text())
    assert step.start.ageing.isActive()
    finish.setText("About noon.")  # as it stands there when that is over
    step.start.ageing.timeout.emit()
    desk.until(lambda: finish.text() != "About noon.")
    assert re.fullmatch(r"About \d\d:\d\d, less than a minute\.", finish.text())
    desk.account()
    desk.rest()
    assert step.before.summary.finish.text().startswith("As fast as ")


def several(number: int) -> list[str]:
    return [f"person{one}@example.com" for one in range(number)]


def test_undo_within_its_seconds_sends_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_word, "SAME_PRESS", 60_000)
    desk.account()
    draft = desk.draft("anna@example.com")
    flow, step = at_send(desk, draft)
    desk.until(step.start.ready)
    flow.primary.click()
    assert step.before.confirm.words.text() == "Send to 1 person from anna@example.com now?"
    assert step.before.confirm.more.text() == "After that you can take it back for 10 seconds."
    flow.primary.click()
    assert step.before.confirm.words.text() == "The message leaves in 10 s."
    assert flow.primary.text() == "Undo"
    flow.primary.click()  # the second press of a double click
    assert flow.primary.text() == "Undo"
    step.start.last_word._pressed.invalidate()  # long after
    flow.primary.click()
    desk.bot.wait(1200)
    desk.rest()
    assert state(desk, draft) is CampaignState.DRAFT
    assert desk.server.count == 0


def test_the_countdown_goes_on_on_another_page(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com")
    flow, step = at_send(desk, draft)
    desk.until(step.start.ready)
    flow.primary.click()
    flow.primary.click()
    counting = desk.opened.stage.countdowns.of(draft.id)
    assert counting is not None
    counting.seconds = 1
    desk.opened.window.navigator.open("campaigns")
    desk.until(lambda: desk.server.count == 1)


def test_more_than_a_thousand_are_typed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_word, "SAME_PRESS", 60_000)
    desk.account(delay=0.5)
    draft = desk.draft(*several(1001))
    flow, step = at_send(desk, draft)
    desk.until(step.start.ready)
    flow.primary.click()
    flow.primary.click()
    assert flow.primary.text() == "Send"
    step.before.confirm.typed.setText("1,001")
    flow.primary.click()
    assert flow.primary.text() == "Undo"
    step.start.last_word.undo()
    assert flow.primary.text() == "Undo"
    step.start.last_word._pressed.invalidate()
    step.start.last_word.undo()
    assert flow.primary.text() == "Send to 1,001 people"


def test_a_server_that_does_not_answer_is_said_in_place(desk: Desk) -> None:
    desk.account(port=9)
    flow, step = at_send(desk, desk.draft("anna@example.com"))
    desk.until(step.before.problem.isVisible)
    assert flow.primary.text() == "Try again"
    desk.account()
    desk.rest()
    desk.until(lambda: flow.primary.text() == "Send to 1 person")
    assert not step.before.problem.isVisible()


def test_a_message_that_cannot_be_made_for_all_stops_here(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com")
    desk.services.campaigns.save(replace(draft, content=Content(subject="{{ nobody }}", text="x")))
    _flow, step = at_send(desk, draft)
    desk.until(step.before.problem.isVisible)
    assert "nobody" in step.before.problem.accessibleName()
    assert not step.start.ready()


def test_a_test_message_goes_to_oneself(desk: Desk) -> None:
    desk.account()
    _flow, step = at_send(desk, desk.draft("anna@example.com", "bert@example.com"))
    card = step.before.test
    card.address.setText("me@example.com")
    card.row.setValue(2)
    card.button.click()
    desk.until(lambda: desk.server.count == 1)
    desk.rest()
    (received,) = desk.server.received
    assert (received.recipient, received.subject) == ("me@example.com", "[Test] Hello Person 2")
    assert card.result.words.text() == "Accepted by the server. Look for it at me@example.com."


def test_a_test_is_proposed_to_the_address_of_the_account_unless_one_was_typed(desk: Desk) -> None:
    desk.account(id="practice", name="Practice", preset="sandbox", sender="You <you@example.com>")
    desk.account(sender="Anna Lee <anna@shop.example>")
    sandbox = replace(desk.draft("bert@example.com", account="practice"), sender="You <you@example.com>")
    desk.services.campaigns.save(sandbox)
    _flow, step = at_send(desk, sandbox)
    address = step.before.test.address
    assert address.text() == "you@example.com"
    real = desk.draft("bert@example.com")
    at_send(desk, real)
    assert address.text() == "anna@shop.example"
    address.setText("me@example.com")
    at_send(desk, sandbox)
    assert address.text() == "me@example.com"


def test_figures_add_up_and_the_end_is_told(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com", "bounce@example.com", "lost@example.com", "none")
    step = send_now(desk, draft)
    desk.until(lambda: state(desk, draft) is CampaignState.FINISHED)
    desk.rest()
    assert step.live.figures.total() == 4
    assert {key: chip.number for key, chip in step.live.figures._chips.items() if chip.number} == {
        "accepted": 1, "failed": 1, "in_doubt": 1, "skipped": 1,
    }  # fmt: skip
    assert step.live.accepted.text() == "1 of 3 accepted"
    assert step.live.sentence.text().startswith("Finished at ")
    step.live.figures._chips["failed"].click()
    desk.rest()
    assert step.model.rowCount() == 1
    assert step.model.index(0, 2).data() == "550 5.1.1 No such user here"


def test_pause_and_resume_lose_nobody_and_send_nothing_twice(desk: Desk) -> None:
    desk.account(delay=0.5)  # the pause comes long before the end, however slow the machine
    draft = desk.draft(*several(30))
    step = send_now(desk, draft)
    desk.until(lambda: desk.server.count > 2 and step.live.pause.isVisible())
    step.live.pause.click()
    desk.until(lambda: not desk.opened.stage.dispatcher.running())
    desk.rest()
    assert state(desk, draft) is CampaignState.PAUSED
    assert desk.server.count < 30
    assert "wait. Nobody is written to twice." in step.live.sentence.text()
    assert desk.flow.primary.text() == "Resume"
    desk.account()
    desk.flow.primary.click()
    desk.until(lambda: state(desk, draft) is CampaignState.FINISHED)
    assert sorted(one.recipient for one in desk.server.received) == sorted(several(30))


def test_a_resume_pressed_before_the_engine_has_quite_ended_counts_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, ended = Host.run, threading.Event()

    def linger(host: Host) -> None:
        run(host)
        ended.wait(60)

    monkeypatch.setattr(Host, "run", linger)
    desk.account(delay=0.5)
    draft = desk.draft(*several(30))
    step = send_now(desk, draft)
    desk.until(step.live.pause.isVisible)
    step.live.pause.click()
    desk.until(lambda: desk.flow.primary.text() == "Resume")
    assert desk.opened.stage.dispatcher.running() == [draft.id]
    desk.account()
    desk.flow.primary.click()
    desk.flow.primary.click()
    ended.set()
    desk.until(lambda: state(desk, draft) is CampaignState.FINISHED)
    assert sorted(one.recipient for one in desk.server.received) == sorted(several(30))


def test_stop_asks_and_cancels_who_waits(desk: Desk) -> None:
    desk.account(delay=0.5)
    draft = desk.draft(*several(30))
    step = send_now(desk, draft)
    desk.until(lambda: desk.server.count > 1 and step.live.stop.isVisible())
    step.live.stop.click()
    press(desk, "Keep sending")
    assert state(desk, draft) is CampaignState.RUNNING
    step.live.stop.click()
    press(desk, "Stop sending")
    desk.until(lambda: not desk.opened.stage.dispatcher.running())
    desk.rest()
    counts = desk.services.reports.counts(draft)
    assert state(desk, draft) is CampaignState.STOPPED
    assert counts["accepted"] + counts["cancelled"] == 30
    assert counts["queued"] == 0


def test_a_stopped_campaign_can_go_on_where_it_was_stopped(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com", "bert@example.com", "cleo@example.com")
    desk.services.campaigns.save(replace(draft, pace=replace(draft.pace, first=1)))
    sending = desk.services.sending
    sending.begin(draft.id)
    sending.run(draft.id)
    sending.stop(draft.id)
    _flow, step = at_send(desk, draft)
    live = step.live
    assert live.banner.accessibleName().startswith("It can go on where it was stopped.")
    press(desk, "Send to the 2 who did not get it")
    assert (live.banner.isVisible(), live.undo.isVisible()) == (False, True)
    press(desk, "Undo")
    desk.until(live.banner.isVisible)
    assert (state(desk, draft), desk.server.count) == (CampaignState.STOPPED, 1)
    press(desk, "Send to the 2 who did not get it")
    press(desk, "Send now")
    desk.until(lambda: state(desk, draft) is CampaignState.FINISHED)
    desk.rest()
    assert [line.attempts for line in desk.services.reports.page(draft)] == [1, 1, 1]
    assert not live.banner.isVisible()


def test_a_limit_is_told_with_its_end(desk: Desk) -> None:
    desk.account(limits=("2/minute",))
    draft = desk.draft(*several(4))
    step = send_now(desk, draft)
    desk.until(lambda: step.live.sentence.text().endswith(": 2 a minute is the limit set for Work."))
    assert step.live.change.isVisible()
    desk.until(lambda: " left, until " in step.live.left.text())
    desk.services.bus.publish(DeliveriesMoved(draft.id, (), {"accepted": 4}))  # nobody waits any more
    desk.until(lambda: not step.live.left.text())


def test_who_is_tried_again_later_is_told_with_the_time_and_nothing_is_left_before(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com", "grey@example.com")
    step = send_now(desk, draft)
    desk.until(lambda: step.live.left.text().startswith("Everyone was tried. 1 is tried again "))
    ((due, number),) = desk.services.plans.later(draft)
    assert number == 1
    now = desk.services.clock.now()
    assert step.live.left.text().endswith(f" {clock_text(due, now, local_zone(due))}.")


def test_a_wait_that_began_before_the_page_was_opened_is_told(desk: Desk) -> None:
    desk.account(limits=("2/minute",))
    draft = desk.draft(*several(4))
    desk.services.sending.begin(draft.id)
    desk.opened.stage.dispatcher.start(draft.id)
    desk.until(lambda: desk.server.count == 2)
    desk.rest()
    step = send_step(desk.open(draft, "send"))
    desk.until(lambda: step.live.sentence.text().endswith(": 2 a minute is the limit set for Work."))


def test_a_pause_for_a_reason_leads_to_the_account(desk: Desk) -> None:
    account = desk.account(delay=60)
    draft = desk.draft(*several(5))
    step = send_now(desk, draft)
    desk.services.sending.pause(draft.id, "Gmail did not accept this password.")
    desk.until(step.live.banner.isVisible)
    assert "Gmail did not accept this password." in step.live.banner.accessibleName()
    press(desk, "Open the account")
    assert desk.opened.stage.navigator.current == "accounts"
    back = desk.page(AccountsPage, "accounts", account.id).back
    assert not back.isVisible()  # by the rail
    desk.open(draft, "send")
    press(desk, "Open the account")
    desk.until(back.isVisible)
    back.click()
    desk.until(step.live.banner.isVisible)


def test_a_pause_when_it_was_closed_is_one_sentence_and_leads_nowhere(desk: Desk) -> None:
    desk.account(delay=60)
    draft = desk.draft(*several(5))
    step = send_now(desk, draft)
    desk.services.sending.pause(draft.id, "Paused when Sendoff was closed.")
    desk.until(step.live.banner.isVisible)
    assert step.live.banner.accessibleName() == "Paused when Sendoff was closed."
    assert step.live.banner._actions.count() == 0
    desk.until(lambda: desk.flow.primary.text() == "Resume")


@pytest.mark.parametrize("reason", ["Interrupted.", IN_TERMINAL])
def test_a_pause_in_the_terminal_that_sent_it_leads_nowhere_either(desk: Desk, reason: str) -> None:
    desk.account(delay=60)
    draft = desk.draft(*several(5))
    step = send_now(desk, draft)
    desk.services.sending.pause(draft.id, reason)
    desk.until(step.live.banner.isVisible)
    assert step.live.banner.accessibleName() == "Paused in the terminal that was sending it."
    assert step.live.banner._actions.count() == 0


def test_a_pause_by_itself_is_told_in_the_language_of_whoever_looks(desk: Desk) -> None:
    desk.account()
    draft = desk.draft(*several(5))
    services, before = desk.services, spoken()
    services.campaigns.save(replace(draft, pace=Pace(first=2)))
    speak(Language(code="de", translate=lambda text: {PAUSED: "Pausiert nach: {which}."}.get(text, text)))
    try:
        services.sending.begin(draft.id)
        services.sending.run(draft.id)
    finally:
        speak(before)
    assert services.campaigns.get(draft.id).reason.startswith("It paused by itself after the first 2 messages")
    step = send_step(desk.open(draft, "send"))
    desk.until(step.live.banner.isVisible)
    assert step.live.banner.accessibleName().startswith("The first messages were sent.")
    assert step.live.banner._actions.count() == 0


def test_a_pause_for_refusals_says_so_shows_the_failed_and_goes_on(desk: Desk) -> None:
    desk.account()
    draft = desk.draft(*(f"bounce{number}@example.com" for number in range(7)), *several(3))
    step = send_now(desk, draft)
    desk.until(step.live.banner.isVisible)
    assert "recipients in a row were refused for good in the same words" in step.live.banner.accessibleName()
    press(desk, "Show the failed")
    desk.until(lambda: step.live.figures.filter() == "failed" and step.model.rowCount() >= 5)
    desk.flow.primary.click()
    desk.until(lambda: state(desk, draft) is CampaignState.FINISHED)


def test_a_pause_for_the_sender_leads_to_the_check_of_its_domain(desk: Desk) -> None:
    desk.account(delay=60)
    draft = desk.draft(*several(5))
    step = send_now(desk, draft)
    desk.services.sending.pause(draft.id, "The server refuses the sender: 550 5.7.26 unauthenticated")
    desk.until(step.live.banner.isVisible)
    press(desk, "Check the sender's domain")
    check = desk.flow.step(2)
    assert isinstance(check, CheckStep)
    desk.until(check.isVisible)


def test_a_row_in_doubt_can_be_settled_by_hand(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("lost@example.com")
    step = send_now(desk, draft)
    desk.until(lambda: state(desk, draft) is CampaignState.FINISHED)
    desk.rest()
    step.live.table.selectRow(0)
    found = next(one for one in step.live.table.actions() if one.text() == "Mark as sent")
    assert found.isVisible()
    found.trigger()
    desk.rest()
    assert desk.services.reports.counts(draft)["accepted"] == 1
    desk.until(lambda: (line := step.model.line(0)) and line.state is State.ACCEPTED)


def test_the_row_in_sight_is_not_ahead_of_those_who_are_skipped() -> None:
    assert reached({"queued": 50, "accepted": 45, "failed": 5, "skipped": 90, "suppressed": 10}) == 100
    assert reached({"skipped": 3}) == 0


def test_few_rows_move_soon_and_a_flood_is_read_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moving, "_BLURRED_MS", 100)
    desk.account()
    draft = desk.draft("anna@example.com")
    step = send_now(desk, draft)
    desk.until(lambda: (line := step.model.line(0)) and line.state is State.ACCEPTED)
    desk.rest()
    line = step.model.line(0)
    assert line is not None
    rows = moving.MovingRows(step.live, step.model)
    wrong = DeliveryMoved(delivery_id=line.id, state=State.FAILED, code=550, text="", due_at=0)
    seen: list[State] = []  # the store is read again soon, and says accepted
    step.model.dataChanged.connect(lambda: seen.extend(one.state for one in [step.model.line(0)] if one is not None))
    rows.take([wrong])
    assert step.model.line(0) == line
    desk.until(lambda: State.FAILED in seen)
    rows.take([wrong] * 200)
    desk.until(lambda: (line := step.model.line(0)) and line.state is State.ACCEPTED)


def test_the_first_messages_go_then_it_pauses_by_itself(desk: Desk) -> None:
    desk.account()
    draft = desk.draft(*several(6))
    _flow, step = at_send(desk, draft)
    options = step.before.options
    assert not options.first.isVisible()
    options.pausing.choose("first")
    options.pausing.chosen.emit("first")
    assert options.first.isVisible()
    options.first.setValue(4)
    desk.until(lambda: desk.services.campaigns.get(draft.id).pace.first == 4)
    step = send_now(desk, desk.services.campaigns.get(draft.id))
    desk.until(step.live.banner.isVisible)
    assert desk.services.reports.counts(draft)["accepted"] == 4
    desk.flow.primary.click()
    desk.until(lambda: state(desk, draft) is CampaignState.FINISHED)


def test_a_set_time_is_kept_taken_back_and_starts_by_itself(desk: Desk) -> None:
    desk.account()
    draft = desk.draft(*several(2))
    flow, step = at_send(desk, draft)
    desk.until(step.start.ready)
    options = step.before.options
    options.ask_time()
    options.time.setText("soon")
    flow.primary.click()
    assert "'soon' is no time." in options.start_time.problem.text()
    options.time.setText("tomorrow 9:00")
    flow.primary.click()
    assert step.before.confirm.words.text().startswith("Send to 2 people from anna@example.com, on ")
    assert flow.primary.text() == "Schedule"
    flow.primary.click()
    desk.until(step.before.later.isVisible)
    assert not options.isVisible()
    assert desk.services.campaigns.get(draft.id).scheduled_at > desk.services.clock.now()
    assert flow.primary.text() == "Back to draft"
    flow.primary.click()
    desk.until(lambda: not step.before.later.isVisible())
    assert desk.services.campaigns.get(draft.id).scheduled_at == 0
    its_time_comes(desk, draft)
    desk.until(lambda: state(desk, draft) is CampaignState.FINISHED)
    assert desk.server.count == 2


def test_a_time_taken_back_at_the_last_moment_starts_nothing(desk: Desk) -> None:
    desk.account()
    draft = desk.draft(*several(2))
    services, operations, free = desk.services, desk.opened.stage.operations, threading.Event()
    its_time_comes(desk, draft)
    operations.command(lambda: free.wait(60), lambda _waited: None)  # an import, say
    operations.command(lambda: services.schedule.clear(services.campaigns.get(draft.id)), lambda _had: None)
    desk.until(lambda: operations._writer._work_queue.qsize() == 2)  # the start, when its time has come
    free.set()
    desk.rest()
    assert state(desk, draft) is CampaignState.DRAFT
    assert desk.server.count == 0


def test_a_missed_time_is_asked_about_when_the_window_opens(desk: Desk) -> None:
    desk.account()
    draft = desk.draft(*several(2))
    its_time_comes(desk, draft, ago=60_000)  # before this window was opened: it starts nothing
    desk.reopen()
    step = send_step(desk.flow)
    desk.until(step.before.later.isVisible)
    assert "Send now" in [one.text() for one in step.before.later.findChildren(Button)]
    assert desk.server.count == 0
    press(desk, "Reschedule")
    desk.until(step.before.options.isVisible)
    assert step.before.options.time.isVisible()


def test_the_sending_hours_are_chosen_kept_and_planned_with(desk: Desk) -> None:
    desk.account()
    people = desk.folder / "people.csv"
    people.write_text("email,name,tz\na@x.example,Anna,Europe/Berlin\nb@x.example,Bert,Asia/Tokyo\n", encoding="utf-8")
    draft, _imported = desk.services.recipients.bring(desk.draft(), desk.services.recipients.look(people))
    _flow, step = at_send(desk, draft)
    options = step.before.options
    desk.until(lambda: options.clock.count() == 2)
    assert "Europe" not in options.clock_hint.text()
    options.when.choose("own")
    options.when.chosen.emit("own")
    options.span.setText("late")
    options.span.editingFinished.emit()
    assert "no sending hours" in options.hours_problem.text()
    options.span.setText("22:00-6:00")
    options.days.setText("sat")
    options.days.editingFinished.emit()
    options.clock.choose("tz")
    options.clock.chosen.emit("tz")
    desk.until(lambda: (kept := desk.services.campaigns.get(draft.id).pace.hours) is not None and bool(kept.column))
    kept = desk.services.campaigns.get(draft.id).pace.hours
    assert kept is not None
    assert (kept.days, kept.opens, kept.closes, kept.column) == ((5,), 22 * 60, 6 * 60, "tz")
    desk.until(lambda: "Saturday 22:00 to 06:00" in step.before.summary.days.text())


def test_without_zones_in_the_list_only_one_clock_is_offered(desk: Desk) -> None:
    desk.account()
    _flow, step = at_send(desk, desk.draft(*several(2)))
    options = step.before.options
    options.when.choose("work")
    options.when.chosen.emit("work")
    desk.rest()
    assert options.clock.count() == 1
    assert options.clock_hint.isVisible()
    assert "a column with zones such as Europe/Berlin" in options.clock_hint.text()


def test_the_peak_of_a_finished_campaign_is_a_fact_of_its_run(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.account()
    draft, services = desk.draft("anna@example.com", "berta@example.com", "bounce@example.com"), desk.services
    services.sending.begin(draft.id)
    services.sending.run(draft.id)
    minutes = [one.count for one in services.reports.minutes(draft) if one.state is State.ACCEPTED]
    _flow, step = at_send(desk, draft)
    chart = step.live.chart

    def seen() -> tuple[str, int]:
        return chart.most, chart._rates.count(0)

    first = seen()
    assert first[0] == f"busiest minute: {max(minutes)}"
    assert f": {max(minutes)} in the busiest minute, " in chart.accessibleName()
    later = services.clock.now() + 25 * 3_600_000
    monkeypatch.setattr(type(services.clock), "now", lambda _self: later)
    desk.open(draft, "results")
    at_send(desk, draft)
    assert seen() == first


def test_no_bar_covers_the_last_row_where_the_columns_have_no_room(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com", "bounce@example.com")
    desk.services.sending.begin(draft.id)
    desk.services.sending.run(draft.id)
    _flow, step = at_send(desk, draft)
    table = step.live.table
    hidden = {}
    for width in (900, 560, 480, 300):
        table.resize(width, 200)
        hidden[width] = [column for column in range(5) if table.isColumnHidden(column)]
        assert not table.horizontalScrollBar().isVisible()
    assert hidden == {900: [], 560: [3], 480: [3, 4], 300: [3, 4]}


def test_a_search_that_finds_nobody_says_so(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com")
    desk.services.sending.begin(draft.id)
    desk.services.sending.run(draft.id)
    _flow, step = at_send(desk, draft)
    assert not step.model.finds_nobody()
    step.live.search.setText("nobody of that name")
    desk.until(step.model.finds_nobody)
    step.live.search.setText("anna")
    desk.until(lambda: not step.model.finds_nobody() and step.model.rowCount() == 1)
    desk.rest()


def test_after_a_pause_the_keyboard_is_on_resume_and_there_is_one(desk: Desk) -> None:
    desk.account(delay=60)
    draft = desk.draft(*several(3))
    step = send_now(desk, draft)
    desk.until(lambda: step.live.pause.isVisible() and step.live.pause.isEnabled())
    desk.until(lambda: desk.flow.primary.property("role") == "secondary")  # it goes on without a press
    step.live.pause.setFocus()
    step.live.pause.click()
    desk.until(lambda: desk.flow.primary.text() == "Resume")
    assert desk.flow.primary.property("role") == "primary"
    desk.until(lambda: desk.opened.window.focusWidget() is desk.flow.primary)
    said = [one.text() for one in desk.flow.findChildren(Button) if one.isVisible() and one.text() == "Resume"]
    assert said == ["Resume"]


def test_the_confirmation_says_that_it_pauses_by_itself(desk: Desk) -> None:
    desk.account()
    draft = desk.draft(*several(5))
    desk.services.campaigns.save(replace(draft, pace=Pace(first=2)))
    flow, step = at_send(desk, draft)
    desk.until(step.start.ready)
    flow.primary.click()
    assert step.before.confirm.more.text().endswith(" seconds. It pauses by itself after the first 2.")


def test_the_button_says_how_many_go_at_first(desk: Desk) -> None:
    desk.account()
    draft = desk.draft(*several(5))
    desk.services.campaigns.save(replace(draft, pace=Pace(first=2)))
    flow, step = at_send(desk, draft)
    desk.until(lambda: flow.primary.text() == "Send to the first 2 of 5 people")
    step.before.options.first.setValue(5)
    desk.until(lambda: flow.primary.text() == "Send to 5 people")


def test_a_time_that_cannot_be_read_yet_sends_nothing_now(desk: Desk) -> None:
    desk.account()
    flow, step = at_send(desk, desk.draft(*several(5)))
    desk.until(lambda: flow.primary.text() == "Send to 5 people")
    options, finish = step.before.options, step.before.summary.finish
    options.ask_time()
    options.time.setText("some Tuesday 9:00")
    desk.until(lambda: finish.text() == "—")
    assert flow.primary.text() == "Schedule for 5 people"
    flow.primary.click()
    assert '"Tuesday 9:00"' in options.start_time.problem.text()
    options.time.setText("Tuesday 9:00")
    assert options.start_time.problem.text() == ""
    desk.until(lambda: finish.text().startswith("About "))
    assert flow.primary.text() == "Schedule for 5 people"
    options.forget_time()
    desk.until(lambda: flow.primary.text() == "Send to 5 people")


def test_the_live_headline_tells_whom_a_person_marked(desk: Desk) -> None:
    desk.account()
    draft, services = desk.draft("anna@example.com", "lost@example.com"), desk.services
    services.sending.begin(draft.id)
    services.sending.run(draft.id)
    _flow, step = at_send(desk, draft)
    assert step.live.accepted.text() == "1 of 2 accepted"
    step.live.table.settled.emit([services.reports.page(draft)[1].id], True)
    desk.until(lambda: step.live.accepted.text() == "1 of 2 accepted, 1 marked as sent by you")
    desk.rest()


def test_a_row_of_the_live_table_is_sent_to_again_from_its_history(desk: Desk) -> None:
    desk.account()
    draft, services = desk.draft("anna@example.com", "bounce@example.com"), desk.services
    services.sending.begin(draft.id)
    services.sending.run(draft.id)
    _flow, step = at_send(desk, draft)
    desk.until(lambda: step.model.line(1) is not None)
    step.live.table.history_wanted.emit(step.model.line(1))
    desk.rest()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, HistoryDialog))
    assert not dialog.acts.accepted.isVisible()
    dialog.acts.send.click()
    assert step.live.undo.accessibleName().startswith("The message leaves in ")
    next(one for one in step.live.undo.findChildren(Button) if one.text() == "Send now").click()
    desk.until(lambda: [line.attempts for line in services.reports.page(draft)] == [1, 2])
    desk.until(lambda: state(desk, draft) is CampaignState.FINISHED)
    desk.until(lambda: step.model.index(1, 3).data() == "2")
    desk.rest()


def test_a_password_that_is_refused_on_resume_is_asked_for_again(desk: Desk) -> None:
    script = Script(features=(*FEATURES, "AUTH PLAIN LOGIN"), users={"anna": "first"})
    with ScriptedServer(script) as server:
        account = desk.account(port=server.port, sign_in=SignIn.PASSWORD, username="anna")
        desk.services.accounts.remember(account, "first")
        draft = desk.draft(*several(5))
        desk.services.campaigns.save(replace(draft, pace=replace(draft.pace, first=1)))
        step = send_now(desk, draft)
        desk.until(lambda: state(desk, draft) is CampaignState.PAUSED)
        desk.rest()
        script.users = {"anna": "second"}
        for _ in range(3):  # however often it is pressed, it says what is wrong
            desk.flow.primary.click()
            desk.until(lambda: not step.live.banner.isVisible() or state(desk, draft) is CampaignState.RUNNING)
            desk.until(lambda: state(desk, draft) is CampaignState.PAUSED and step.live.banner.isVisible())
            desk.rest()
            assert "did not accept this user name and password:" in step.live.banner.accessibleName()
        press(desk, "Enter the password again")
        assert step.live.secret.isVisible()
        step.live.secret.edit.setText("second")
        step.live.secret.given.emit("second")
        desk.until(lambda: state(desk, draft) is CampaignState.FINISHED)
        assert len(server.messages) == 5


def test_a_start_that_is_set_counts_in_the_plan_and_on_the_button(desk: Desk) -> None:
    desk.account(limits=("80/hour",))
    flow, step = at_send(desk, desk.draft(*several(200)))
    desk.until(lambda: flow.primary.text() == "Send to 200 people")
    finish = step.before.summary.finish
    assert finish.text().startswith("In about 2 h, towards ")
    step.before.options.ask_time()
    step.before.options.time.setText("tomorrow 9:00")
    desk.until(lambda: flow.primary.text() == "Schedule for 200 people")
    assert re.fullmatch(r"From \w+ 0?9:00 to about \w+ 11:0[0-9]\.", finish.text())
    step.before.options.forget_time()
    desk.until(lambda: flow.primary.text() == "Send to 200 people")
    assert finish.text().startswith("In about 2 h, towards ")


def test_a_limit_changed_in_the_account_holds_when_one_comes_back(desk: Desk) -> None:
    account = desk.account(limits=("80/hour",))
    draft = desk.draft(*several(200))
    _flow, step = at_send(desk, draft)
    desk.rest()
    desk.opened.stage.navigator.open("accounts", account.id)
    desk.services.accounts.save(replace(account, limits=("100/hour",)))
    desk.rest()
    assert "At most 80 an hour" in step.before.summary.pace.text()
    desk.open(draft)
    desk.until(lambda: "At most 100 an hour" in step.before.summary.pace.text())


def test_a_speed_is_set_for_the_campaign_and_kept(desk: Desk) -> None:
    desk.account()
    draft = desk.draft(*several(200))
    _flow, step = at_send(desk, draft)
    desk.rest()
    speed = step.before.options.speed
    assert not speed.number.isVisible()
    speed.kind.choose("most")
    speed.kind.chosen.emit("most")
    speed.number.setValue(80)
    desk.until(lambda: desk.services.campaigns.get(draft.id).pace.limits == ("80/hour",))
    desk.until(lambda: "At most 80 an hour" in step.before.summary.pace.text())
    speed.each.choose("day")
    speed.each.chosen.emit("day")
    desk.until(lambda: desk.services.campaigns.get(draft.id).pace.limits == ("80/day",))
    desk.rest()
    assert (speed.kind.choice(), speed.number.value(), speed.each.choice()) == ("most", 80, "day")
    speed.kind.choose("")
    speed.kind.chosen.emit("")
    desk.until(lambda: desk.services.campaigns.get(draft.id).pace.limits == ())


def test_many_limits_are_listed_as_anything_else_is(desk: Desk) -> None:
    _flow, step = at_send(desk, desk.draft(*several(2)))
    desk.rest()
    speed = step.before.options.speed
    speed.show_limits(("20/minute", "80/hour", "500/day"))
    assert speed.kind.currentText() == "At most 20 a minute, 80 an hour and 500 a day"


@pytest.mark.parametrize("limits", [("80/hour", "500/day"), ("gmail.com 20/minute",), ("10/2 hours",)])
def test_limits_of_a_campaign_file_are_shown_and_left_alone(desk: Desk, limits: tuple[str, ...]) -> None:
    desk.account()
    draft = desk.draft(*several(2))
    draft = replace(draft, pace=replace(draft.pace, limits=limits))
    desk.services.campaigns.save(draft)
    _flow, step = at_send(desk, draft)
    desk.rest()
    speed = step.before.options.speed
    assert speed.kind.currentText().startswith("At most ")
    assert speed.limits() == limits
    step.before.options.pausing.choose("first")
    step.before.options.pausing.chosen.emit("first")
    desk.until(lambda: desk.services.campaigns.get(draft.id).pace.first == 20)
    assert desk.services.campaigns.get(draft.id).pace.limits == limits
