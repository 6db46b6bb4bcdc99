"""The sandbox page: its switch works, what comes is shown, and the sample campaign finds its way here."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.stand import Stand, standing

from sendoff.ui.pages.sandbox.view import SandboxPage


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
    qtbot.waitUntil(page.stop.isVisible)
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
    assert not page.refuse.isChecked()
    page.refuse.click()
    assert started(stand, qtbot) is page
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        deliver(page.presenter.address, "bounce.smith@example.org")
    deliver(page.presenter.address, "mia@example.org")
    page.refuse.click()
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
