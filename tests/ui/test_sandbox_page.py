"""The sandbox page: its switch works, what comes is shown, and the sample campaign finds its way here."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.desk import Desk, at_desk
from tests.ui.stand import Stand, standing

from sendoff.adapters.sandbox.server import SandboxServer
from sendoff.adapters.sandbox.shelf import Shelf
from sendoff.core.rehearsal import Answer
from sendoff.core.settings import UNDO
from sendoff.ui.pages.check.items import items
from sendoff.ui.pages.check.view import CheckStep
from sendoff.ui.pages.results.view import ResultsStep
from sendoff.ui.pages.sandbox.view import MESSAGES, REFUSALS, SandboxPage
from sendoff.ui.pages.sending.view import SendingStep
from sendoff.ui.widgets.text import Text


class Opened(QLabel):
    def opened(self, subject: str) -> None:
        self.setText(subject)


@pytest.fixture
def stand(tmp_path: Path, qtbot: QtBot) -> Iterator[Stand]:
    with standing(tmp_path, qtbot) as made:
        made.window.navigator.register("sandbox", lambda: SandboxPage(made.stage))
        made.window.navigator.register("campaign", Opened)
        made.window.show()
        yield made


def started(stand: Stand, qtbot: QtBot) -> SandboxPage:
    page = stand.window.navigator.open("sandbox")
    assert isinstance(page, SandboxPage)
    assert page.state.text() == "Not running"
    page.start.click()
    qtbot.waitUntil(lambda: page.stop.isVisible() and bool(stand.services.accounts.all()))
    return page


def deliver(address: str, *people: str) -> None:
    host, _, port = address.partition(":")
    with smtplib.SMTP(host, int(port)) as client:
        for person in people:
            client.sendmail("anna@example.com", [person], f"Subject: For {person}\r\n\r\nHello\r\n")


def test_started_it_shows_where_it_is_and_what_it_took(stand: Stand, qtbot: QtBot) -> None:
    page = started(stand, qtbot)
    assert page.state.text() == f"Running on {page.presenter.address}"
    assert page.stack.currentWidget() is page.empty
    (account,) = stand.services.accounts.all()
    assert page.presenter.address == f"127.0.0.1:{account.port}"
    deliver(page.presenter.address, "mia@example.org", "jo@example.org")
    qtbot.waitUntil(lambda: page.taken.text() == "2 messages taken, none delivered.")
    assert page.stack.currentWidget() is page.table
    assert [page.model.index(row, 2).data() for row in range(2)] == ["For jo@example.org", "For mia@example.org"]


def test_it_refuses_some_where_one_wants_to_see_failures(stand: Stand, qtbot: QtBot) -> None:
    page = stand.window.navigator.open("sandbox")
    assert isinstance(page, SandboxPage)
    assert not page.refusals.refuse.isChecked()
    page.refusals.refuse.click()
    assert started(stand, qtbot) is page
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        deliver(page.presenter.address, "bounce.smith@example.org")
    deliver(page.presenter.address, "mia@example.org")
    page.refusals.refuse.click()
    deliver(page.presenter.address, "bounce.smith@example.org")
    qtbot.waitUntil(lambda: page.taken.text() == "2 messages taken, none delivered.")


def test_stopped_it_takes_nothing_and_keeps_what_came(stand: Stand, qtbot: QtBot) -> None:
    page = started(stand, qtbot)
    address = page.presenter.address
    deliver(address, "mia@example.org")
    page.stop.click()
    qtbot.waitUntil(page.start.isVisible)
    with pytest.raises(ConnectionRefusedError):
        deliver(address, "jo@example.org")
    assert page.taken.text() == "1 message taken, none delivered."
    page.start.click()
    qtbot.waitUntil(page.stop.isVisible)
    assert page.presenter.address == address
    deliver(address, "jo@example.org")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)


def test_the_sample_campaign_opens_in_the_sandbox(stand: Stand, qtbot: QtBot) -> None:
    page = stand.window.navigator.open("sandbox")
    assert isinstance(page, SandboxPage)
    page.sample.click()
    qtbot.waitUntil(lambda: stand.window.navigator.current == "campaign")
    (campaign,) = stand.services.campaigns.all()
    opened = stand.window.navigator.open("campaign", campaign.id)
    assert isinstance(opened, Opened)
    assert opened.text() == campaign.id
    assert stand.services.accounts.get(campaign.account_id).preset == "sandbox"
    assert stand.sandbox.runs


def taken(stand: Stand, qtbot: QtBot, *people: str) -> SandboxPage:
    page = started(stand, qtbot)
    deliver(page.presenter.address, *people)
    qtbot.waitUntil(lambda: page.model.rowCount() == len(people))
    return page


def shown(page: SandboxPage) -> str:
    return page.letter.subject.whole() if page.letter.isVisible() else ""


def test_a_message_that_came_can_be_read(stand: Stand, qtbot: QtBot) -> None:
    page = taken(stand, qtbot, "mia@example.org", "jo@example.org")
    assert not page.open.isEnabled()
    page.table.selectRow(1)
    page.open.click()
    qtbot.waitUntil(lambda: shown(page) == "For mia@example.org")
    assert page.letter.plain.toPlainText().strip() == "Hello"
    page.letter.kinds.chosen.emit("headers")
    assert page.letter.headers.toPlainText() == "Subject: For mia@example.org"
    page.letter.leave.click()
    assert page.table.isVisible()
    assert page.table.chosen() == 1


@pytest.mark.parametrize("how", ["enter", "double click"])
def test_enter_and_a_double_click_open_a_message(stand: Stand, qtbot: QtBot, how: str) -> None:
    page = taken(stand, qtbot, "mia@example.org", "jo@example.org")
    page.table.selectRow(0)
    if how == "enter":
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    else:
        page.table.doubleClicked.emit(page.model.index(0, 2))
    qtbot.waitUntil(lambda: shown(page) == "For jo@example.org")


def test_a_message_that_comes_leaves_the_chosen_one_chosen(stand: Stand, qtbot: QtBot) -> None:
    page = taken(stand, qtbot, "mia@example.org")
    page.table.selectRow(0)
    deliver(page.presenter.address, "jo@example.org")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert page.table.chosen() == 1
    assert page.open.isEnabled()


def test_a_campaign_that_led_here_is_led_back_to(stand: Stand, qtbot: QtBot) -> None:
    page = taken(stand, qtbot, "mia@example.org", "jo@example.org")
    assert not page.back.isVisible()
    stand.window.navigator.open("sandbox", "spring/check")
    qtbot.waitUntil(lambda: shown(page) == "For jo@example.org")
    page.letter.leave.click()
    assert page.back.isVisible()
    page.back.click()
    assert stand.window.navigator.current == "campaign"
    opened = stand.window.findChild(Opened)
    assert opened is not None
    assert opened.text() == "spring/check"
    stand.window.navigator.open("sandbox")
    assert not page.back.isVisible()


# -- over a restart


@pytest.fixture
def lasting(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A whole window whose sandbox keeps its messages."""
    shelf = tmp_path / "messages.db"
    with at_desk(tmp_path, qtbot, lambda: SandboxServer(shelf=Shelf(shelf))) as made:
        made.show()
        yield made


def running(desk: Desk) -> SandboxPage:
    page = desk.page(SandboxPage, "sandbox")
    page.start.click()
    desk.until(lambda: page.stop.isVisible() and desk.services.accounts.all())
    return page


def titles(page: SandboxPage) -> list[str]:
    return [page.model.index(row, 2).data() for row in range(page.model.rowCount())]


def add(desk: Desk, page: SandboxPage, text: str, answer: Answer) -> None:
    page.refusals.address.setText(text)
    page.refusals.answer.choose(answer.value)
    page.refusals.add.click()
    desk.rest()


def test_what_it_took_is_shown_after_a_restart_and_can_be_read(lasting: Desk) -> None:
    page = running(lasting)
    deliver(page.presenter.address, "mia@example.org", "jo@example.org")
    lasting.until(lambda: page.model.rowCount() == 2)
    assert "500 messages" in page.kept.text()
    lasting.reopen()
    page = lasting.page(SandboxPage, "sandbox")
    assert page.state.text() == "Not running"
    assert titles(page) == ["For jo@example.org", "For mia@example.org"]
    assert page.taken.text() == "2 messages taken, none delivered."
    page.table.selectRow(1)
    page.open.click()
    lasting.until(lambda: shown(page) == "For mia@example.org")
    running(lasting)
    deliver(page.presenter.address, "new@example.org")
    lasting.until(lambda: page.model.rowCount() == 3)
    assert page.taken.text() == "3 messages taken, none delivered."


def test_a_step_of_a_campaign_is_not_shown_what_came_before_the_restart(lasting: Desk) -> None:
    page = running(lasting)
    deliver(page.presenter.address, "mia@example.org")
    lasting.until(lambda: page.model.rowCount() == 1)
    lasting.reopen()
    page = lasting.page(SandboxPage, "sandbox", "spring/check")
    assert page.model.rowCount() == 1
    assert shown(page) == ""


def test_emptied_it_can_be_had_back_and_then_is_gone_for_good(lasting: Desk) -> None:
    page = running(lasting)
    deliver(page.presenter.address, "mia@example.org", "jo@example.org")
    lasting.until(lambda: page.model.rowCount() == 2)
    page.clear.click()
    assert page.stack.currentWidget() is page.empty
    deliver(page.presenter.address, "new@example.org")
    lasting.until(lambda: titles(page) == ["For new@example.org"])
    page.toast._act()
    assert titles(page) == ["For new@example.org", "For jo@example.org", "For mia@example.org"]
    page.clear.click()
    page.toast._expire()
    lasting.rest()
    deliver(page.presenter.address, "last@example.org")
    lasting.until(lambda: titles(page) == ["For last@example.org"])
    assert page.taken.text() == "1 message taken, none delivered."
    page.clear.click()
    lasting.reopen()  # before the seconds for Undo are over
    page = lasting.page(SandboxPage, "sandbox")
    assert page.model.rowCount() == 0
    assert b"mia@example.org" not in (lasting.folder / "messages.db").read_bytes()


def test_whom_it_refuses_stays_as_it_was_set(lasting: Desk) -> None:
    page = lasting.page(SandboxPage, "sandbox")
    page.faces.chosen.emit(REFUSALS)
    page.refusals.refuse.click()
    add(lasting, page, "Anna@example.org, bert@example.org", Answer.UNKNOWN)
    add(lasting, page, "gmx.de", Answer.FULL)
    assert page.refusals.address.text() == ""
    lasting.reopen()
    page = running(lasting)
    page.faces.chosen.emit(REFUSALS)
    assert page.refusals.refuse.isChecked()
    model = page.refusals.model
    assert [[model.index(row, column).data() for column in range(2)] for row in range(model.rowCount())] == [
        ["*@gmx.de", "mailbox is full"],
        ["anna@example.org", "does not exist"],
        ["bert@example.org", "does not exist"],
    ]
    for refused in ("anna@example.org", "x@gmx.de", "bounce@example.org"):
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            deliver(page.presenter.address, refused)
    page.refusals.refuse.click()
    page.refusals.table.selectRow(1)
    page.refusals.remove.click()
    lasting.rest()
    deliver(page.presenter.address, "anna@example.org", "bounce@example.org")
    page.toast._act()
    lasting.rest()
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        deliver(page.presenter.address, "anna@example.org")
    lasting.reopen()
    page = lasting.page(SandboxPage, "sandbox")
    assert not page.refusals.refuse.isChecked()
    assert page.refusals.model.rowCount() == 3


def test_what_is_told_meanwhile_stays_when_a_removal_is_undone(lasting: Desk) -> None:
    page = running(lasting)
    page.faces.chosen.emit(REFUSALS)
    add(lasting, page, "anna@example.org", Answer.UNKNOWN)
    page.refusals.table.selectRow(0)
    page.refusals.remove.click()
    lasting.rest()
    add(lasting, page, "bert@example.org", Answer.FULL)
    page.toast._act()
    lasting.rest()
    told = [("anna@example.org", Answer.UNKNOWN), ("bert@example.org", Answer.FULL)]
    assert [(one.pattern, one.answer) for one in page.presenter.rules] == told


def test_what_is_no_address_is_said_below_its_field(lasting: Desk) -> None:
    page = lasting.page(SandboxPage, "sandbox")
    page.faces.chosen.emit(REFUSALS)
    add(lasting, page, "gmx", Answer.FULL)
    assert page.refusals.below.text().startswith("“gmx” is neither an address nor a pattern.")
    assert page.refusals.address.text() == "gmx"
    QTest.keyClicks(page.refusals.address, ".de")
    assert page.refusals.below.text().startswith("Or choose yourself.")
    QTest.keyClick(page.refusals.address, Qt.Key.Key_Return)
    lasting.rest()
    assert [one.pattern for one in page.presenter.rules] == ["*@gmx.de"]
    page.faces.chosen.emit(MESSAGES)
    assert page.empty.isVisible()


def test_a_campaign_in_the_sandbox_meets_the_addresses_of_ones_own(lasting: Desk) -> None:
    page = running(lasting)
    for address, answer in (("anna@gmx.de", Answer.UNKNOWN), ("bert@gmx.de", Answer.LOST), ("*@gmx.at", Answer.POLICY)):
        add(lasting, page, address, answer)
    account = lasting.services.accounts.sandbox("127.0.0.1", int(page.presenter.address.rpartition(":")[2]))
    draft = lasting.draft("anna@gmx.de", "bert@gmx.de", "carla@gmx.at", "dora@gmx.de", account=account.id)
    lasting.services.sending.begin(draft.id)
    lasting.opened.stage.dispatcher.start(draft.id)
    lasting.until(lambda: not lasting.opened.stage.dispatcher.running())
    counts = lasting.services.reports.counts(draft)
    assert {state: number for state, number in counts.items() if number} == {"accepted": 1, "failed": 2, "in_doubt": 1}


def test_whoever_is_in_doubt_is_looked_for_in_the_sandbox(lasting: Desk) -> None:
    page = running(lasting)
    add(lasting, page, "bert@gmx.de", Answer.LOST)
    account = lasting.services.accounts.sandbox("127.0.0.1", int(page.presenter.address.rpartition(":")[2]))
    services = lasting.services

    def results(*addresses: str) -> ResultsStep:
        draft = lasting.draft(*addresses, account=account.id)
        services.sending.begin(draft.id)
        services.sending.run(draft.id)
        step = lasting.open(services.campaigns.get(draft.id), "results").step(4)
        assert isinstance(step, ResultsStep)
        return step

    look = results("anna@gmx.de", "bert@gmx.de", "carla@gmx.de").groups.buttons["look"]
    assert (look.text(), look.isEnabled()) == ("Look in the sandbox", True)
    look.click()
    lasting.until(lambda: shown(page) == "Hello Person 2")
    assert page.found.text() == "1 found"
    page.letter.back.click()
    lasting.rest()
    assert lasting.opened.window.navigator.current == "campaign"
    add(lasting, lasting.page(SandboxPage, "sandbox"), "*@gmx.at", Answer.LOST)
    results("anna@gmx.at", "bert@gmx.at", "carla@gmx.de").groups.buttons["look"].click()
    lasting.rest()
    assert (shown(page), page.search.text(), page.back.isVisible()) == ("", "", True)
    assert page.model.rowCount() == 6


def test_the_results_are_shown_what_came_before_the_restart(lasting: Desk) -> None:
    page = running(lasting)
    deliver(page.presenter.address, "mia@example.org", "jo@example.org")
    lasting.until(lambda: page.model.rowCount() == 2)
    lasting.reopen()
    page = lasting.page(SandboxPage, "sandbox", "spring/results#mia@example.org")
    lasting.until(lambda: shown(page) == "For mia@example.org")


def test_a_test_message_says_that_it_is_in_the_sandbox_and_shows_it(lasting: Desk) -> None:
    page = running(lasting)
    account = lasting.services.accounts.sandbox("127.0.0.1", int(page.presenter.address.rpartition(":")[2]))
    draft = lasting.draft("anna@example.org", account=account.id)
    lasting.opened.stage.preferences.choose(UNDO, 0)
    flow = lasting.open(draft, "send")
    step = flow.step(3)
    assert isinstance(step, SendingStep)
    card = step.before.test
    assert not card.show_it.isVisible()
    card.address.setText("me@example.org")
    card.button.click()
    lasting.until(card.show_it.isVisible)
    assert card.result.findChildren(Text)[-1].text().startswith("The sandbox took it.")
    deliver(page.presenter.address, "mia@example.org")
    other = lasting.draft("bert@example.org", name="Another", account=account.id)
    lasting.open(other, "send")
    assert card.result.isHidden()
    lasting.open(draft, "send")
    assert card.result.findChildren(Text)[-1].text().startswith("A test went to me@example.org at ")
    assert card.address.text() == "me@example.org"
    card.button.click()
    lasting.until(card.show_it.isVisible)
    assert card.result.findChildren(Text)[-1].text().startswith("The sandbox took it.")
    deliver(page.presenter.address, "mia@example.org")
    card.show_it.click()
    lasting.until(lambda: shown(page) == "[Test] Hello Person 1")
    page.letter.back.click()
    lasting.rest()
    assert lasting.opened.window.navigator.current == "campaign"
    flow = lasting.open(draft, "check")
    check = flow.step(2)
    assert isinstance(check, CheckStep)
    lasting.until(lambda: check.presenter.facts is not None and check.presenter.facts.check is not None)
    assert check.presenter.facts is not None
    (item,) = [one for one in items(check.presenter.facts, UTC) if one.button == "Show it"]
    check._act(item.action, item.field)
    lasting.until(lambda: shown(page) == "[Test] Hello Person 1")


def subjects(page: SandboxPage) -> list[str]:
    return [str(page.model.index(row, 2).data()) for row in range(page.model.rowCount())]


def seek(page: SandboxPage, text: str) -> None:
    page.search.setText(text)
    page.search.searched.emit(text)


def test_a_message_is_found_by_its_address_or_subject(stand: Stand, qtbot: QtBot) -> None:
    page = taken(stand, qtbot, "mia@example.org", "jo@example.org", "jo@example.net")
    seek(page, "JO org")
    assert (subjects(page), page.found.text()) == (["For jo@example.org"], "1 found")
    deliver(page.presenter.address, "jona@example.org", "zoe@example.net")
    qtbot.waitUntil(lambda: subjects(page) == ["For jona@example.org", "For jo@example.org"])
    seek(page, "nobody")
    assert (subjects(page), page.open.isEnabled()) == ([], False)
    page.show_face(REFUSALS)
    assert not page.search.isVisible()
    page.opened("")
    assert (len(subjects(page)), page.found.text(), page.search.text()) == (5, "", "")


def test_one_goes_from_message_to_message_among_those_that_are_shown(stand: Stand, qtbot: QtBot) -> None:
    page = taken(stand, qtbot, "mia@example.org", "jo@example.org", "zoe@example.net")
    seek(page, "org")
    page.table.opened.emit(0)
    qtbot.waitUntil(lambda: shown(page) == "For jo@example.org")
    assert (page.letter.newer.isEnabled(), page.letter.place.text()) == (False, "1 of 2")
    page.letter.older.setFocus()
    page.letter.older.click()
    qtbot.waitUntil(lambda: shown(page) == "For mia@example.org")
    assert (page.letter.older.isEnabled(), page.letter.place.text()) == (False, "2 of 2")
    assert page.window().focusWidget() is page.letter.newer
    page.letter.newer.click()
    qtbot.waitUntil(lambda: shown(page) == "For jo@example.org")
    page.letter.leave.click()
    assert page.table.chosen() == 0


def test_who_got_nothing_is_not_shown_somebody_elses_message(stand: Stand, qtbot: QtBot) -> None:
    page = taken(stand, qtbot, "mia@example.org")
    stand.window.navigator.open("sandbox", "abc/results#zoe@example.org")
    qtbot.waitUntil(lambda: page.found.text() == "0 found")
    assert shown(page) == ""
    stand.window.navigator.open("sandbox", "abc/results#mia@example.org")
    qtbot.waitUntil(lambda: shown(page) == "For mia@example.org")
