"""The footer of a message: the check leads into its lines, it stays where it is while one types, and closes again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.desk import at_desk
from tests.ui.drafting import shown
from tests.ui.stand import Stand

from sendoff.core.campaign import Content
from sendoff.ui.pages.check.view import CheckStep
from sendoff.ui.pages.message.view import MessageStep


@pytest.mark.parametrize("line", ["unsubscribe", "postal"])
def test_the_check_opens_the_line_of_the_footer_that_is_missing(line: str, tmp_path: Path, qtbot: QtBot) -> None:
    words = {"unsubscribe": "Add an unsubscribe link", "postal": "Add an address"}[line]
    with at_desk(tmp_path, qtbot) as desk:
        desk.account()
        draft = desk.draft("mia@example.com")
        desk.services.campaigns.save(replace(draft, content=Content(subject="Hi", html="<p>Hi Mia.</p>")))
        desk.show()
        flow = desk.open(draft, "check")
        check, step = flow.step(2), flow.step(1)
        assert isinstance(check, CheckStep)
        assert isinstance(step, MessageStep)
        desk.until(lambda: any(one.button is not None and one.button.text() == words for one in check.lines))
        (leads,) = (one.button for one in check.lines if one.button is not None and one.button.text() == words)
        leads.click()
        wanted = step.heading.postal if line == "postal" else step.heading.unsubscribe.edit
        desk.until(lambda: step.heading.footer.isVisible() and desk.opened.window.focusWidget() is wanted)
        desk.rest()
        assert desk.opened.window.focusWidget() is wanted


def test_the_footer_s_lines_stay_where_they_are_while_one_types(stand: Stand, qtbot: QtBot) -> None:
    step = shown(stand, qtbot, stand.sample())
    step.room.footer.click()
    lines = (step.heading.unsubscribe, step.heading.postal, step.room.footer)
    before = [one.mapTo(step, one.rect().topLeft()) for one in lines]
    QTest.keyClicks(step.heading.unsubscribe.edit, "leave@example.com")
    assert step.heading.leaving.isEnabled()
    step.grab()
    assert [one.mapTo(step, one.rect().topLeft()) for one in lines] == before


def test_another_campaign_is_opened_at_its_text(stand: Stand, qtbot: QtBot) -> None:
    step = shown(stand, qtbot, stand.sample())
    step.room.footer.click()
    assert step.heading.footer.isVisible()
    step.show_campaign(stand.services.campaigns.new("Another"))
    assert (step.heading.footer.isVisible(), step.editor.isVisible()) == (False, True)


def test_the_way_on_stands_back_while_there_is_something_to_fix(tmp_path: Path, qtbot: QtBot) -> None:
    with at_desk(tmp_path, qtbot) as desk:
        desk.account()
        draft = desk.draft("mia@example.com")
        desk.services.campaigns.save(replace(draft, content=Content(subject="Hi", html="<p>Hi {{ nope }}</p>")))
        desk.show()
        flow = desk.open(draft, "message")
        step = flow.step(1)
        assert isinstance(step, MessageStep)
        desk.until(lambda: (step.state()[0], flow.primary.property("role")) == ("problem", "secondary"))
        step.editor.codes["html"].setPlainText("<p>Hi</p>")
        desk.until(lambda: (step.state()[0], flow.primary.property("role")) == ("done", "primary"))
        assert flow.primary.text() == "Next: Check"
