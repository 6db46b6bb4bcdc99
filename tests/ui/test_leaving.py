"""Closing while a campaign is sent: the tray, a pause or a stop; what the tray and the title say meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui import audit
from tests.ui.desk import Desk, at_desk

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.settings import CLOSING, ON_FINISH
from sendoff.ui.leaving import LeavingDialog


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with at_desk(tmp_path, qtbot) as made:
        made.opened.tray._exists = lambda: True
        yield made


def sent(desk: Desk, *, people: int = 50, delay: float = 0.2) -> Campaign:
    """A campaign that is being sent, with the window open."""
    desk.account(delay=delay)
    draft = desk.draft(*(f"person{number}@example.com" for number in range(people)))
    desk.show()
    desk.services.sending.begin(draft.id)
    desk.opened.stage.dispatcher.start(draft.id)
    desk.until(lambda: desk.server.count)
    return draft


def asked(desk: Desk) -> LeavingDialog:
    assert not desk.opened.window.close()
    question = desk.opened.leave.question
    assert question is not None
    return question


def test_nothing_is_asked_while_nothing_is_sent(desk: Desk) -> None:
    desk.show()
    assert desk.opened.window.close()


def test_staying_and_then_pausing(desk: Desk) -> None:
    draft = sent(desk)
    asked(desk).reject()
    assert desk.opened.window.isVisible()
    assert desk.opened.stage.dispatcher.running()
    asked(desk).pause.click()
    desk.until(lambda: not desk.opened.window.isVisible())
    desk.reopen()
    after = desk.services.campaigns.get(draft.id)
    assert (after.state, after.reason) == (CampaignState.PAUSED, "Paused when Sendoff was closed.")
    counts = desk.services.reports.counts(after)
    assert counts["in_doubt"] == 0
    assert counts["accepted"] == desk.server.count


def test_in_the_tray_it_goes_on_and_tells_its_end(desk: Desk) -> None:
    draft = sent(desk, people=8, delay=0.05)
    question = asked(desk)
    question.remember.setChecked(True)
    question.keep.click()
    assert not desk.opened.window.isVisible()
    desk.until(lambda: desk.opened.stage.preferences.text(CLOSING) == "tray")
    desk.until(lambda: desk.opened.tray.said)
    assert desk.services.campaigns.get(draft.id).state is CampaignState.FINISHED
    assert desk.opened.tray.said == [("Spring sale is finished", "8 accepted.")]
    desk.opened.tray._message_clicked()
    assert desk.opened.window.isVisible()
    assert desk.opened.stage.navigator.current == "campaign"


def test_what_was_remembered_is_not_asked_again(desk: Desk) -> None:
    sent(desk)
    desk.opened.stage.preferences.choose(CLOSING, "tray")
    assert not desk.opened.window.close()
    assert desk.opened.leave.question is None
    assert not desk.opened.window.isVisible()
    desk.opened.leave.quit()  # from the tray's menu: a tray is no answer to that
    assert desk.opened.window.isVisible()
    assert desk.opened.leave.question is not None


def test_stopping_cancels_who_waits(desk: Desk) -> None:
    draft = sent(desk)
    asked(desk).stop.click()
    desk.until(lambda: not desk.opened.window.isVisible())
    desk.reopen()
    after = desk.services.campaigns.get(draft.id)
    assert after.state is CampaignState.STOPPED
    counts = desk.services.reports.counts(after)
    assert counts["accepted"] + counts["cancelled"] == 50
    assert counts["cancelled"] > 0


def test_without_a_tray_it_says_so_and_offers_the_others(desk: Desk) -> None:
    sent(desk)
    desk.opened.tray._exists = lambda: False
    question = asked(desk)
    said = " ".join(label.text() for label in question.findChildren(QLabel))
    assert "only while this window is open" in said
    assert [fault for ask in audit.EVERY for fault in ask(question)] == []
    assert question.keep.text() == "Stay open"
    question.keep.click()
    assert desk.opened.window.isVisible()
    assert desk.opened.stage.dispatcher.running()


def test_title_and_tray_say_how_far_it_is_and_pause_all(desk: Desk) -> None:
    draft = sent(desk)
    desk.until(lambda: desk.opened.window.windowTitle().endswith("% – Spring sale"))
    desk.until(lambda: desk.opened.tray.state.text() == desk.opened.window.windowTitle())
    desk.opened.tray.pause_wanted.emit()
    desk.until(lambda: not desk.opened.stage.dispatcher.running())
    desk.until(lambda: desk.opened.window.windowTitle() == "Sendoff")
    assert desk.services.campaigns.get(draft.id).state is CampaignState.PAUSED
    assert desk.opened.tray.said == []  # whoever pressed Pause knows


def test_a_campaign_that_needs_somebody_is_told(desk: Desk) -> None:
    draft = sent(desk)
    desk.opened.window.hide()
    desk.services.sending.pause(draft.id, "Gmail did not accept this password.")
    desk.until(lambda: desk.opened.tray.said)
    assert desk.opened.tray.said == [("Spring sale is paused", "Gmail did not accept this password.")]
    desk.until(lambda: not desk.opened.stage.dispatcher.running())


def test_a_finish_is_not_told_where_that_is_switched_off(desk: Desk) -> None:
    desk.opened.stage.preferences.choose(ON_FINISH, value=False)
    draft = sent(desk, people=3, delay=0)
    desk.opened.window.hide()
    desk.until(lambda: desk.services.campaigns.get(draft.id).state is CampaignState.FINISHED)
    desk.rest()
    assert desk.opened.tray.said == []
