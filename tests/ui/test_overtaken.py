"""Answers that come late: overtaken by newer ones, or about a campaign that is not shown any more."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.desk import Desk

from sendoff.core.account import Account, SignIn
from sendoff.core.campaign import Campaign, CampaignState, Pace
from sendoff.core.delivery import Line, State
from sendoff.core.doubts import Resolved
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import ConnectError
from sendoff.core.plan import Plan
from sendoff.core.report import Filter
from sendoff.services.app import Services
from sendoff.services.doubts import Doubts
from sendoff.services.looks import Look
from sendoff.services.previews import Previews
from sendoff.services.templates import Templates
from sendoff.ui import again
from sendoff.ui.models.deliveries import DeliveriesModel
from sendoff.ui.pages.check.view import CheckStep
from sendoff.ui.pages.message.view import MessageStep
from sendoff.ui.pages.recipients.view import RecipientsStep
from sendoff.ui.pages.results.view import ResultsStep
from sendoff.ui.pages.sending.facts import gather
from sendoff.ui.pages.sending.forecast import Forecast
from sendoff.ui.pages.sending.inspecting import Inspection
from sendoff.ui.pages.sending.meter import Meter
from sendoff.ui.pages.sending.view import SendingStep
from sendoff.ui.widgets.button import Button


@pytest.fixture
def free() -> Iterator[threading.Event]:
    """What holds an answer back."""
    made = threading.Event()
    yield made
    made.set()


def go(desk: Desk, campaign: Campaign, step: str) -> None:
    """Open a campaign while something else is under way."""
    desk.opened.window.navigator.open("campaign", f"{campaign.id}/{step}")
    presenter = desk.flow.presenter
    desk.until(lambda: presenter._campaign is not None and presenter._campaign.id == campaign.id)


def paused(desk: Desk, name: str, account: str = "work") -> Campaign:
    """A campaign that has sent its first message of two."""
    draft = replace(desk.draft("anna@example.com", "bert@example.com", name=name, account=account), pace=Pace(first=1))
    desk.services.campaigns.save(draft)
    desk.services.sending.begin(draft.id)
    desk.services.sending.run(draft.id)
    return desk.services.campaigns.get(draft.id)


def sending(desk: Desk) -> SendingStep:
    step = desk.flow.step(3)
    assert isinstance(step, SendingStep)
    return step


def test_a_campaign_read_before_a_change_is_not_shown_after_it(
    desk: Desk, free: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaigns, held = desk.services.campaigns, threading.Event()
    draft = campaigns.new("Spring")
    flow, get = desk.open(draft), campaigns.get

    def slow(campaign_id: str) -> Campaign:
        found = get(campaign_id)
        if not held.is_set():
            held.set()
            free.wait(60)
        return found

    monkeypatch.setattr(campaigns, "get", slow)
    flow.presenter.reload()
    desk.until(held.is_set)
    campaigns.save(replace(draft, name="Autumn"))
    desk.until(lambda: flow.presenter._campaign is not None and flow.presenter._campaign.name == "Autumn")
    names = list[str]()
    monkeypatch.setattr(flow.name, "show_name", lambda name, **_how: names.append(name))
    free.set()
    desk.rest()
    assert set(names) <= {"Autumn"}


def test_a_list_that_is_slow_to_open_is_not_shown_in_another_campaign(
    desk: Desk, free: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipients, one, other = desk.services.recipients, *map(desk.services.campaigns.new, ("One", "Other"))
    step, look = desk.open(one, "recipients").step(0), recipients.look
    assert isinstance(step, RecipientsStep)

    def slow(path: Path) -> Look:
        free.wait(60)
        return look(path)

    monkeypatch.setattr(recipients, "look", slow)
    step.presenter.take(desk.list_of("anna@example.com"))
    go(desk, other, "recipients")
    free.set()
    desk.rest()
    assert step.stack.currentIndex() == 0
    assert not step.look.isVisible()


def test_of_two_lists_the_one_taken_last_is_shown(
    desk: Desk, free: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipients = desk.services.recipients
    step, look = desk.open(desk.services.campaigns.new("New"), "recipients").step(0), recipients.look
    assert isinstance(step, RecipientsStep)
    first = desk.list_of("anna@example.com").rename(desk.folder / "first.csv")

    def slow(path: Path) -> Look:
        if path == first:
            free.wait(60)
        return look(path)

    monkeypatch.setattr(recipients, "look", slow)
    step.presenter.take(first)
    step.presenter.take(desk.list_of("bert@example.com"))
    desk.until(step.look.isVisible)
    free.set()
    desk.rest()
    assert step.presenter._look is not None
    assert step.presenter._look.path.name == "people.csv"


def test_a_password_does_not_resume_the_campaign_that_is_shown_meanwhile(desk: Desk, free: threading.Event) -> None:
    desk.account()
    desk.services.accounts.save(replace(desk.account(), id="second", name="Second"))
    other, one = paused(desk, "Other"), paused(desk, "One", "second")
    second = desk.services.accounts.get("second")
    desk.services.accounts.save(replace(second, sign_in=SignIn.PASSWORD, username="anna"))
    desk.open(one, "send")
    step = sending(desk)
    step.follow.resume()
    assert step.live.secret.isVisible()
    desk.opened.stage.operations.command(lambda: free.wait(60), lambda _waited: None)  # an import, say
    step.live.secret.given.emit("secret")
    go(desk, other, "send")
    desk.until(lambda: step.follow._known is not None and step.follow._known.campaign.id == other.id)
    free.set()
    desk.rest()
    assert desk.services.campaigns.get(other.id).state is CampaignState.PAUSED
    assert desk.server.count == 2


def test_what_keeps_a_campaign_from_going_on_is_not_said_of_another(desk: Desk, free: threading.Event) -> None:
    desk.account()
    desk.services.accounts.save(replace(desk.account(), id="second", name="Second"))
    other, one = paused(desk, "Other"), paused(desk, "One", "second")
    desk.open(one, "send")
    step, operations = sending(desk), desk.opened.stage.operations
    operations.command(lambda: free.wait(60), lambda _waited: None)
    operations.command(lambda: desk.services.accounts.remove("second"), lambda _none: None)
    step.follow.resume()
    go(desk, other, "send")
    desk.until(lambda: step.follow._known is not None and step.follow._known.campaign.id == other.id)
    said = step.live.banner.accessibleName()
    free.set()
    desk.rest()
    assert desk.services.campaigns.get(one.id).state is CampaignState.PAUSED
    assert step.live.banner.accessibleName() == said


def test_a_refused_test_is_not_said_of_another_campaign(
    desk: Desk, free: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.account()
    one, other = desk.draft("anna@example.com", name="One"), desk.draft("bert@example.com", name="Other")
    step = desk.open(one, "check").step(2)
    assert isinstance(step, CheckStep)

    def refused(*_asked: object, **_how: object) -> None:
        free.wait(60)
        raise ConnectError("The server refused the test.", remedy="")

    monkeypatch.setattr(desk.services.sending, "send_test", refused)
    step.presenter.send_test("anna@example.com", 1)
    go(desk, other, "check")
    desk.until(lambda: step.presenter.facts is not None and step.presenter.facts.campaign.id == other.id)
    free.set()
    desk.rest()
    assert step.presenter.facts is not None
    assert step.presenter.facts.refused is None
    assert not step.presenter.sending


def test_how_a_test_went_is_not_said_beside_another_campaign(
    desk: Desk, free: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.account()
    one, other = desk.draft("anna@example.com", name="One"), desk.draft("bert@example.com", name="Other")
    desk.open(one, "send")
    card = sending(desk).before.test

    def refused(*_asked: object, **_how: object) -> None:
        free.wait(60)
        raise ConnectError("The server refused the test.", remedy="")

    monkeypatch.setattr(desk.services.sending, "send_test", refused)
    card.wanted.emit("anna@example.com", 1)
    assert not card.button.isEnabled()
    go(desk, other, "send")
    free.set()
    desk.until(card.button.isEnabled)
    assert card.result.isHidden()
    go(desk, one, "send")
    card.wanted.emit("anna@example.com", 1)
    desk.until(card.button.isEnabled)
    assert "The server refused the test." in card.result.words.text()


def test_a_plain_part_and_a_row_that_come_late_are_not_another_campaigns(
    desk: Desk, free: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = desk.draft("anna@example.com", "bert@example.com", name="One"), desk.services.campaigns.new("Other")
    step = desk.open(one, "message").step(1)
    assert isinstance(step, MessageStep)

    def late(answer: object) -> Callable[..., object]:
        return lambda *_asked: answer if free.wait(60) else None

    monkeypatch.setattr(Templates, "text", late("Of the first."))
    monkeypatch.setattr(Previews, "find", late(2))
    step.shelf.plain_wanted.emit()
    step.preview.row_wanted.emit("longest")
    rows = list[int]()
    step.presenter.row_found.connect(rows.append)
    go(desk, other, "message")
    desk.until(lambda: step._campaign is not None and step._campaign.id == other.id)
    free.set()
    desk.rest()
    assert step.editor.bodies().alternative == ""
    assert rows == []


def test_what_was_typed_for_one_campaign_is_not_decided_for_the_next(desk: Desk) -> None:
    desk.account()
    one, other = (desk.draft("anna@example.com", "bert@example.com", name=name) for name in ("One", "Other"))
    desk.open(one, "send")
    options = sending(desk).before.options
    options.pausing.choose("first")
    options.pausing.chosen.emit("first")
    desk.rest()
    options.ask_time()
    options.time.setText("tomorrow 9:00")
    options.first.setValue(2)
    go(desk, other, "send")
    desk.until(lambda: desk.services.campaigns.get(one.id).pace.first == 2)
    desk.rest()
    assert desk.services.campaigns.get(other.id).pace.first == 0
    assert (options.time_text(), options.first_count()) == ("", 0)


def test_a_password_begun_for_one_account_is_not_left_there_for_another(desk: Desk) -> None:
    first = desk.account(sign_in=SignIn.PASSWORD, username="anna")
    desk.services.accounts.save(replace(first, id="second", name="Second"))
    one, other = (desk.draft("anna@example.com", name=name, account=name) for name in ("work", "second"))
    desk.open(one, "send")
    secret = sending(desk).before.secret
    secret.edit.setText("half of it")
    desk.services.campaigns.save(replace(one, reply_to="anna@example.com"))
    desk.rest()
    assert secret.edit.text() == "half of it"
    desk.open(other, "send")
    assert secret.isVisible()
    assert secret.edit.text() == ""


def test_a_file_that_is_frozen_late_is_enclosed_where_it_was_added(desk: Desk, free: threading.Event) -> None:
    one, other = desk.draft("anna@example.com", name="One"), desk.draft("anna@example.com", name="Other")
    step = desk.open(one, "message").step(1)
    assert isinstance(step, MessageStep)
    offer = desk.folder / "offer.pdf"
    offer.write_bytes(b"%PDF-1.7")
    desk.opened.stage.operations.command(lambda: free.wait(60), lambda _waited: None)  # an import, say
    step.enclosures.attach([offer])
    go(desk, other, "message")
    desk.until(lambda: step._campaign is not None and step._campaign.id == other.id)
    free.set()
    desk.rest()
    enclosed = [desk.services.campaigns.get(draft.id).content.attachments for draft in (one, other)]
    assert [[file.name for file in each] for each in enclosed] == [["offer.pdf"], []]


def test_a_name_that_is_being_typed_is_not_the_next_campaigns(desk: Desk) -> None:
    one, other = map(desk.services.campaigns.new, ("One", "Other"))
    flow = desk.open(one, "recipients")
    desk.opened.window.activateWindow()
    flow.name.setFocus()
    desk.until(flow.name.hasFocus)
    flow.name.selectAll()
    QTest.keyClicks(flow.name, "Spring")
    desk.open(other, "recipients")  # from the tray, say
    QTest.keyClick(flow.name, Qt.Key.Key_Return)
    desk.rest()
    assert [desk.services.campaigns.get(draft.id).name for draft in (one, other)] == ["Spring", "Other"]


def test_a_run_that_ends_while_somebody_looks_is_looked_up_as_well(
    desk: Desk, free: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = list[str]()

    def slow(*_asked: object) -> Resolved:
        free.wait(60)
        return Resolved()

    def by_itself(_doubts: Doubts, campaign_id: str, _stopped: object) -> None:
        looked.append(campaign_id)

    monkeypatch.setattr(Doubts, "look_up", slow)
    monkeypatch.setattr(Doubts, "after_run", by_itself)
    looking = desk.opened.stage.looking
    looking.start("one")
    looking.after_run("one")
    free.set()
    desk.until(lambda: not looking.under_way("one"))
    assert looked == ["one"]


def test_a_recount_that_a_later_one_has_overtaken_is_not_counted_down(
    desk: Desk, free: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.account()
    draft = desk.draft(*(f"blocked{number}@example.com" for number in (1, 2, 3)))
    desk.services.sending.begin(draft.id)
    desk.services.sending.run(draft.id)
    page = desk.open(draft, "results").step(4)
    assert isinstance(page, ResultsStep)
    counted, reach = list[int](), again._reach

    def slow(services: Services, meant: again.Again) -> int:
        number = reach(services, meant)
        counted.append(number)
        if number == 2:
            free.wait(60)
        return number

    monkeypatch.setattr(again, "_reach", slow)
    page.groups.buttons["retry"].click()
    countdowns = desk.opened.stage.countdowns
    countdowns.clock.stop()
    desk.services.suppressions.add(["blocked1@example.com"])
    desk.until(lambda: counted == [2])
    desk.services.suppressions.add(["blocked2@example.com"])
    desk.until(lambda: page.undo.accessibleName().startswith("The message leaves in "))
    free.set()
    desk.rest()
    counting = countdowns.of(draft.id)
    assert counting is not None
    assert counting.number == 1


def test_a_recount_is_not_told_of_what_is_counted_down_since(
    desk: Desk, free: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.account()
    draft = desk.draft("blocked1@example.com", "blocked2@example.com")
    desk.services.sending.begin(draft.id)
    desk.services.sending.run(draft.id)
    page = desk.open(draft, "results").step(4)
    assert isinstance(page, ResultsStep)
    asked = threading.Event()

    def retry() -> Button:
        return page.groups.buttons["retry"]  # another one, where the page was read anew

    def slow(*_asked: object) -> int:
        asked.set()
        free.wait(60)
        return 0

    monkeypatch.setattr(again, "_reach", slow)
    countdowns = desk.opened.stage.countdowns
    retry().click()
    countdowns.clock.stop()
    desk.services.suppressions.add(["blocked1@example.com"])
    desk.until(asked.is_set)
    countdowns.undo(draft.id)
    desk.until(lambda: retry().isEnabled())
    retry().click()
    countdowns.clock.stop()
    assert countdowns.of(draft.id) is not None
    free.set()
    desk.rest()
    assert countdowns.of(draft.id) is not None


def _asked(asked: list[int], number: int) -> bool:
    return len(asked) == number


def test_a_plan_that_a_later_one_has_overtaken_is_not_shown(
    desk: Desk, free: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.account()
    draft, forecast, asked = (
        desk.draft("anna@example.com"),
        Forecast(desk.opened.stage, desk.opened.window),
        list[int](),
    )

    def slow(*_asked: object, **_how: object) -> Plan:
        asked.append(len(asked))
        number = asked[-1]
        if number != 1:
            free.wait(60)
        return Plan(messages=number + 1, start=0, delay=1.0)

    monkeypatch.setattr(desk.services.plans, "of", slow)
    for number, now in enumerate((10_000, 20_000), 1):
        forecast.reckon(draft, Meter(), None, now, {"queued": 1})
        desk.until(partial(_asked, asked, number))
    desk.until(lambda: forecast.plan is not None)
    forecast.reckon(draft, Meter(), None, 30_000, {"queued": 1})
    desk.until(lambda: len(asked) == 3)
    assert forecast.plan is not None
    assert forecast.plan.messages == 2
    forecast.begin()
    free.set()
    desk.rest()
    assert forecast.plan is None


def test_the_server_that_refused_the_password_of_before_is_not_said_of_the_new_one(
    desk: Desk, free: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.account()
    draft, preflight = desk.draft("anna@example.com"), desk.services.sending.preflight
    inspection, asked = Inspection(desk.opened.stage, desk.opened.window), list[Account]()
    facts = gather(desk.services, draft)

    def slow(account: Account) -> Capabilities:
        asked.append(account)
        if len(asked) == 1:
            free.wait(60)
            raise ConnectError("The password was refused.", remedy="")
        return preflight(account)

    monkeypatch.setattr(desk.services.sending, "preflight", slow)
    inspection.look(facts, complete=False)
    desk.until(lambda: len(asked) == 1)
    inspection.forget()
    inspection.look(facts, complete=False)
    desk.until(lambda: inspection.server is not None)
    free.set()
    desk.rest()
    assert inspection.problem is None


def test_rows_that_change_while_a_filter_reads_are_read_once_more(
    desk: Desk, free: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.account()
    services, draft = desk.services, desk.draft("anna@example.com", "bert@example.com")
    model = DeliveriesModel(services.reports, desk.opened.stage.operations, services.clock, parent=desk.opened.window)
    page, held = services.reports.page, threading.Event()

    def slow(*asked: Any, **how: Any) -> list[Line]:
        found = list(page(*asked, **how))
        held.set()
        free.wait(60)
        return found

    monkeypatch.setattr(services.reports, "page", slow)
    model.show(draft, 2, Filter(states=(State.ACCEPTED,)))
    desk.until(held.is_set)
    services.sending.begin(draft.id)
    services.sending.run(draft.id)
    model.read_again()
    desk.until(lambda: not model._refresh.isActive())
    free.set()
    desk.until(lambda: model.rowCount() == 2)
