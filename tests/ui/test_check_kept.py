"""The check step of a campaign that was started: what was found before, steadily, and nothing to mend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC

import pytest
from tests.catalogue import FOLDER, read
from tests.ui.desk import Desk

from sendoff.core.campaign import Campaign, CampaignState, Content
from sendoff.core.language import Language, speak
from sendoff.core.review import Review
from sendoff.ui.pages.check.items import Facts
from sendoff.ui.pages.check.kept import kept_items
from sendoff.ui.pages.check.view import CheckStep
from sendoff.ui.pages.flow.outline import CHECK, RESULTS
from sendoff.ui.pages.flow.view import FlowPage

NOON = 1_795_953_600_000


def gappy(desk: Desk) -> Campaign:
    """A draft whose message has what is to look at and what is to fix."""
    draft = desk.draft("anna@example.com", "bert@example.com", "no address")
    draft = replace(draft, content=Content(subject="Hi {{ name }}", html="<p>{{ '{{' }} <a href='#'>Shop</a></p>"))
    desk.services.campaigns.save(draft)
    return draft


def check_of(flow: FlowPage) -> CheckStep:
    step = flow.step(CHECK)
    assert isinstance(step, CheckStep)
    return step


def titles(step: CheckStep) -> list[str]:
    return [line.item.title for line in step.lines]


def sent(desk: Desk, draft: Campaign) -> None:
    """Accept what closes sending, and send."""
    checks = desk.services.checks
    check = checks.run(draft)
    checks.accept(draft, check, *check.closing)
    desk.services.sending.begin(draft.id)
    desk.services.sending.run(draft.id)


def test_the_check_of_a_sent_campaign_is_the_one_before_its_start(desk: Desk) -> None:
    desk.account()
    draft = gappy(desk)
    flow = desk.open(draft, "check")
    step = check_of(flow)
    desk.until(lambda: step.state() == ("problem", "2 to fix"))
    flow = desk.open(draft, "send")
    sent(desk, draft)
    desk.until(lambda: flow.stepper.steps[CHECK]._note == "checked")
    desk.rest()
    states: list[tuple[str, str]] = []
    step.changed.connect(lambda: states.append(step.state()))
    desk.open(draft, "check")
    assert step.state() == ("done", "checked")
    desk.until(lambda: "A link leads nowhere." in titles(step))
    assert set(states) <= {("done", "checked")}
    assert flow.stepper.steps[CHECK]._note == "checked"
    assert "2 messages would show the code of a field, not its value." in titles(step)
    dead = next(line.item for line in step.lines if line.item.title == "A link leads nowhere.")
    assert dead.places == ("Line 1: “Shop”: its address is “#”",)
    assert dead.body.endswith("You accepted it, for this message and this list.")
    assert {"To 2 recipients.", "Through “Work”.", "No test message was sent before."} <= set(titles(step))
    assert [line for line in step.lines if line.accept or line.button or line.rows] == []
    assert not step._again.isVisible()
    step._results.click()
    desk.until(lambda: flow.stepper.current() == RESULTS)


def test_an_account_that_changes_brings_nothing_to_mend_back(desk: Desk) -> None:
    account = desk.account()
    draft = gappy(desk)
    flow = desk.open(draft, "check")
    step = check_of(flow)
    desk.until(lambda: step.state() == ("problem", "2 to fix"))
    desk.open(draft, "send")
    sent(desk, draft)
    desk.services.accounts.save(replace(account, name="Other"))
    desk.rest()
    desk.open(draft, "check")
    desk.until(lambda: "Through “Other”." in titles(step))
    assert step.state() == ("done", "checked")


def test_what_another_campaign_had_is_not_shown_for_a_new_one(desk: Desk) -> None:
    desk.account()
    draft = gappy(desk)
    sent(desk, draft)
    flow = desk.open(draft, "check")
    step = check_of(flow)
    desk.until(lambda: bool(step.lines))
    step.show_campaign(replace(draft, id="other"))
    assert (step.state(), step.lines) == (("todo", "not checked yet"), [])


@pytest.fixture
def english_after() -> Iterator[None]:
    yield
    speak(Language())


@pytest.mark.usefixtures("english_after")
def test_what_was_found_is_said_in_the_language_of_whoever_looks(desk: Desk) -> None:
    desk.account()
    draft = gappy(desk)
    sent(desk, draft)
    german = read(FOLDER / "sendoff_de.ts")
    speak(Language(code="de", translate=lambda text: german.get(text, text), thousands=".", decimal=","))
    kept = desk.services.checks.at_start(draft)
    facts = Facts(desk.services.campaigns.get(draft.id), {"accepted": 2, "skipped": 1}, now=NOON, kept=kept)
    found = {one.title: one for one in kept_items(facts, UTC)}
    dead = found[german["A link leads nowhere."]]
    assert german["Who presses it sees nothing happen."] in dead.body
    assert dead.places == ("Zeile 1: „Shop“: " + german["its address is “{href}”"].format(href="#"),)
    brackets = german["The {part} still has double curly brackets in it."].format(part="HTML")
    assert any(one.body.startswith(brackets) for one in found.values())


def test_what_was_not_kept_is_said_simply() -> None:
    campaign = Campaign(id="c", name="C", state=CampaignState.FINISHED, started_at=NOON, finished_at=NOON + 120_000)
    facts = Facts(campaign, {"accepted": 2, "skipped": 1}, now=NOON, kept=Review(accepted=("dead_link",)))
    found = kept_items(facts, UTC)
    assert [one.title for one in found][:2] == ["What the check found was not kept.", "To 2 recipients."]
    assert found[0].body == "You had accepted: dead link."
    assert found[-1].title.endswith("took about 2 min")
    assert {one.action for one in found} == {""}
