"""The frame of a campaign: where it opens, what the stepper says, the name, what is frozen, and back and next."""

from __future__ import annotations

import pytest
from tests.ui.desk import Desk

from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import State
from sendoff.ui.pages.flow.outline import CHECK, KEYS, MESSAGE, RECIPIENTS, RESULTS, SEND
from sendoff.ui.pages.flow.view import FlowPage
from sendoff.ui.pages.message.view import MessageStep
from sendoff.ui.widgets.scrolled import Scrolled


def notes(flow: FlowPage) -> list[str]:
    return [step._note for step in flow.stepper.steps]


def test_a_campaign_opens_where_something_is_missing_or_happened(desk: Desk) -> None:
    desk.account()
    empty, listed = desk.services.campaigns.new("Empty"), desk.draft("anna@example.com", name="Listed")
    assert desk.open(empty).stepper.current() == RECIPIENTS
    assert desk.open(listed).stepper.current() == CHECK
    desk.services.schedule.set(listed, desk.services.clock.now() + 3_600_000)
    desk.open(empty)
    flow = desk.open(desk.services.campaigns.get(listed.id))
    assert flow.stepper.current() == SEND
    assert flow.pill.accessibleName() == "scheduled"
    desk.services.schedule.clear(desk.services.campaigns.get(listed.id))
    desk.services.sending.begin(listed.id)
    desk.services.sending.run(listed.id)
    desk.open(empty)
    assert desk.open(listed).stepper.current() == RESULTS


def test_every_step_says_how_it_stands_and_can_be_opened(desk: Desk) -> None:
    desk.account()
    flow = desk.open(desk.draft("anna@example.com", "not an address"), "results")
    assert notes(flow)[:2] == ["1 to send", "written"]
    for place in range(5):
        flow.stepper.steps[place].click()
        desk.rest()
        assert flow.pages.currentIndex() == place
    assert not flow.primary.isVisible()
    flow.back.click()
    assert flow.stepper.current() == SEND


def test_what_was_started_is_not_said_to_be_sent_yet(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com", "bert@example.com", "dora@gmial.com")
    flow = desk.open(draft, "recipients")
    assert notes(flow)[0] == "3 to send"
    flow.primary.click()
    desk.rest()
    desk.services.sending.begin(draft.id)
    desk.services.sending.run(draft.id)
    desk.until(lambda: notes(flow)[0] == "3 people")
    assert notes(flow)[2] == "checked"
    flow.stepper.steps[0].click()
    desk.rest()
    assert notes(flow)[0] == "3 people"


def test_a_place_in_the_message_is_opened_with_the_cursor_there(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com")
    flow = desk.open(draft, "check")
    flow = desk.open(draft, "message/name")
    step = flow.step(MESSAGE)
    assert isinstance(step, MessageStep)
    desk.until(lambda: step.subject.edit.selected_text() == "{{ name }}")
    assert flow.stepper.current() == MESSAGE


def test_next_leads_through_the_steps(desk: Desk) -> None:
    flow = desk.open(desk.services.campaigns.new("New"))
    assert flow.primary.text() == "Next: Message"
    assert flow.primary.property("role") == "secondary"  # first of all comes a list
    assert not flow.back.isVisible()
    flow.primary.click()
    desk.rest()
    assert flow.stepper.current() == MESSAGE


def test_next_is_the_primary_button_once_there_is_a_list(desk: Desk) -> None:
    flow = desk.open(desk.draft("anna@example.com"), "recipients")
    assert (flow.primary.text(), flow.primary.property("role")) == ("Next: Message", "primary")


def test_a_draft_is_renamed_in_place_and_never_nameless(desk: Desk) -> None:
    draft = desk.draft("anna@example.com")
    flow = desk.open(draft)
    flow.name.setText("  Autumn   sale ")
    flow.name.editingFinished.emit()
    desk.until(lambda: desk.services.campaigns.get(draft.id).name == "Autumn sale")
    flow.name.setText("  ")
    flow.name.editingFinished.emit()
    assert flow.name.text() == "Autumn sale"


def test_what_started_is_frozen_and_says_so(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com")
    desk.services.sending.begin(draft.id)
    desk.services.sending.run(draft.id)
    flow = desk.open(draft, "recipients")
    assert flow.name.isReadOnly()
    assert flow.frozen.isVisible()
    assert not flow.step(RECIPIENTS).triage.replace.isVisible()  # type: ignore[attr-defined]  # the step's own button
    flow.presenter.duplicate()
    desk.until(lambda: flow.presenter._id != draft.id)
    desk.rest()
    assert desk.services.campaigns.get(flow.presenter._id).state is CampaignState.DRAFT
    assert not flow.frozen.isVisible()


def test_a_campaign_that_is_gone_leads_back_to_the_list(desk: Desk) -> None:
    desk.opened.window.navigator.open("campaign", "nowhere")
    desk.until(lambda: desk.opened.stage.navigator.current == "campaigns")


def test_a_copy_goes_to_the_same_people_as_if_nothing_had_been_sent(desk: Desk) -> None:
    desk.account()
    services = desk.services
    old = desk.draft("anna@example.com", "ben@example.com", "nobody", "carla@example.com")
    services.sending.begin(old.id)
    services.sending.run(old.id)
    services.suppressions.add(["ben@example.com"], reason="manual", source="")
    flow = desk.open(old, "recipients")
    flow.presenter.duplicate()
    desk.until(lambda: flow.presenter._id != old.id)
    desk.rest()
    new = services.campaigns.get(flow.presenter._id)
    assert (new.state, new.list_name, new.fields) == (CampaignState.DRAFT, old.list_name, old.fields)
    rows = {line.address: line.state for line in services.reports.page(new, limit=9)}
    assert rows == {
        "anna@example.com": State.QUEUED,
        "ben@example.com": State.SUPPRESSED,
        "carla@example.com": State.QUEUED,
    }
    assert {state: n for state, n in services.reports.counts(new).items() if n} == {"queued": 2, "suppressed": 1}
    assert services.reports.counts(old)["accepted"] == 3
    assert notes(flow)[MESSAGE] == "written"


@pytest.mark.parametrize("step", [RECIPIENTS, MESSAGE])
def test_a_copy_opens_at_the_step_it_was_made_from(desk: Desk, step: int) -> None:
    desk.account()
    old = desk.draft("anna@example.com")
    desk.services.sending.begin(old.id)
    desk.services.sending.run(old.id)
    flow = desk.open(old, KEYS[step])
    flow.presenter.duplicate()
    desk.until(lambda: flow.presenter._id != old.id)
    desk.rest()
    assert flow.stepper.current() == step
    assert not flow.frozen.isVisible()


def test_a_step_that_is_opened_is_shown_from_its_top(desk: Desk) -> None:
    desk.account()
    desk.show()
    first, second = desk.draft("anna@example.com"), desk.draft("ben@example.com", name="Autumn sale")
    flow = desk.open(first, "send")
    step = flow.pages.currentWidget()
    assert step is not None
    (area,) = step.findChildren(Scrolled)
    area.setMaximumHeight(120)  # more than it holds is never seen at once
    bar = area.verticalScrollBar()
    desk.until(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    desk.open(second, "send")
    assert bar.value() == 0
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    flow.presenter.go(MESSAGE)
    flow.presenter.go(SEND)
    desk.rest()
    assert bar.value() == 0


def test_a_copy_of_a_draft_without_a_list_has_none(desk: Desk) -> None:
    made = desk.services.duplicates.make(desk.draft().id)
    assert (made.draft.list_name, made.draft.fields, made.people) == ("", (), 0)


def test_a_draft_follows_the_blocked_list(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com", "bert@example.com")
    flow = desk.open(draft, "send")
    assert notes(flow)[RECIPIENTS] == "2 to send"
    desk.services.suppressions.add(["bert@example.com"])
    desk.until(lambda: notes(flow)[RECIPIENTS] == "1 to send")
    desk.opened.stage.navigator.open("campaigns")
    desk.services.suppressions.remove(["bert@example.com"])
    desk.rest()
    assert desk.services.reports.counts(draft)[State.QUEUED] == 1
    desk.open(draft)
    desk.until(lambda: notes(flow)[RECIPIENTS] == "2 to send")
