"""Several accounts for a campaign and priorities among campaigns, in the window."""

from __future__ import annotations

from pathlib import Path

from tests.ui.desk import Desk
from tests.ui.test_campaigns import cells, page
from tests.ui.test_sending import at_send, send_step, several, state

from sendoff.core.campaign import CampaignState, Priority, Sharer
from sendoff.ui.pages.sending.sharing import SharingEdit


def sharing(desk: Desk) -> SharingEdit:
    return send_step(desk.flow).before.summary.sharing


def test_another_account_is_added_weighed_and_left_out(desk: Desk) -> None:
    desk.account()
    desk.account(id="second", name="Second", limits=("80/hour",))
    draft = desk.draft("anna@example.com")
    _, step = at_send(desk, draft)
    edit = sharing(desk)
    assert edit.rows == []
    edit.add.chosen.emit("second")
    desk.until(lambda: len(edit.rows) == 2)
    assert step.before.summary.pace.text() == "Work without a limit, Second at most 80 an hour."
    assert not edit.add.isVisible()
    edit.rows[0].part.chosen.emit("2")
    wanted = (Sharer(account_id="work", weight=2), Sharer(account_id="second"))
    desk.until(lambda: desk.services.campaigns.get(draft.id).sharers == wanted)
    desk.until(lambda: edit.rows[0].part.choice() == "2")
    edit.rows[1].remove.click()
    desk.until(lambda: desk.services.campaigns.get(draft.id).sharers == ())
    desk.until(lambda: edit.rows == [] and edit.add.isVisible())


def test_a_campaign_is_sent_from_both_and_each_row_says_from_which(desk: Desk, tmp_path: Path) -> None:
    desk.account()
    desk.account(id="second", name="Second")
    draft = desk.draft(*several(60))
    flow, step = at_send(desk, draft)
    sharing(desk).add.chosen.emit("second")
    desk.until(lambda: len(sharing(desk).rows) == 2 and step.start.ready())
    flow.primary.click()
    flow.primary.click()
    step.before.confirm.now.click()
    desk.until(lambda: state(desk, draft) is CampaignState.FINISHED)
    lines = list(desk.services.reports.every(desk.services.campaigns.get(draft.id)))
    assert {line.account for line in lines} == {"Work", "Second"}
    assert len(lines) == desk.server.count == 60
    assert cells(page(desk), 0)[3] == "Work, Second"


def test_an_account_that_cannot_be_used_is_named_before_the_start(desk: Desk) -> None:
    desk.account()
    desk.account(id="second", name="Second", port=1)
    draft = desk.draft("anna@example.com")
    _, step = at_send(desk, draft)
    desk.until(step.start.ready)
    sharing(desk).add.chosen.emit("second")
    desk.until(step.before.problem.isVisible)
    assert "“Second”" in step.before.problem._title.text()
    assert not step.start.ready()


def test_the_priority_is_shown_and_changed(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com")
    shown = page(desk)
    assert not shown.priority.isVisible()
    shown.table.selectRow(0)
    assert shown.priority.choice() == "normal"
    shown.priority.chosen.emit("high")
    desk.until(lambda: cells(shown, 0)[1] == "draft · high")
    assert desk.services.campaigns.get(draft.id).priority is Priority.HIGH
