"""Choosing when a campaign starts: words said back, usual times, and a calendar by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui import audit
from tests.ui.desk import Desk, at_desk
from tests.ui.test_sending import at_send, several

from sendoff.core.moments import moment_said, parse_moment
from sendoff.ui.local_time import local_zone
from sendoff.ui.pages.sending.options import OptionsCard
from sendoff.ui.theme import Mode, Theme

TODAY = datetime(2026, 11, 23, 12, tzinfo=local_zone(1_795_435_200_000))  # noon, wherever the test runs
NOW = round(TODAY.timestamp() * 1000)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with at_desk(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def options(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> OptionsCard:
    """The options of a draft that is to start at a time, on a day in November."""
    desk.account()
    flow, step = at_send(desk, desk.draft(*several(5)))
    desk.until(lambda: flow.primary.text() == "Send to 5 people")
    monkeypatch.setattr(type(desk.services.clock), "now", lambda _self: NOW)
    step.before.options.ask_time()
    return step.before.options


def test_what_is_written_is_said_back_with_its_day_at_once(desk: Desk, options: OptionsCard) -> None:
    below = options.start_time
    assert below.said.text().endswith(", tomorrow.")  # the time that stands there is meant until one is written
    options.time.setText("next Tuesday 9:00")
    at = parse_moment("next Tuesday 9:00", NOW, local_zone(NOW))
    assert below.said.text() == f"Starts {moment_said(at, NOW, local_zone(at))}."
    assert options.time.accessibleDescription() == below.said.text()
    options.time.setText("next Tues")
    assert (below.said.text(), below.problem.text()) == ("", "")  # not wrong while it is written
    desk.until(lambda: below.problem.text().startswith("'next Tues' is no time."))
    options.time.setText("in 8 days")
    assert below.said.text().endswith(", in 8 days.")
    assert not below.problem.isVisible()
    options.forget_time()
    assert not below.isVisible()
    assert not below.calendar.isVisible()


def test_a_usual_time_is_one_press(options: OptionsCard) -> None:
    first, *others = options.start_time.buttons
    assert (first.text(), first.accessibleName()) == ("Tomorrow 9:00", "Start tomorrow 9:00")
    assert len(others) == 2
    others[0].click()
    assert options.time.text() == others[0].text()
    assert options.start_time.said.text().startswith(f"Starts on {others[0].text().partition(' ')[0]}, ")


def test_a_day_is_chosen_from_the_calendar_and_keeps_the_hour(options: OptionsCard) -> None:
    options.time.setText("tomorrow 14:30")
    below = options.start_time
    below.calendar.click()
    assert below.days is not None
    days = below.days.days
    assert below.days.isVisible()
    meant = TODAY.date() + timedelta(days=1)
    assert days.selectedDate() == QDate(meant.year, meant.month, meant.day)
    QTest.keyClick(below.days.table, Qt.Key.Key_Down)
    QTest.keyClick(below.days.table, Qt.Key.Key_Return)
    assert not below.days.isVisible()
    meant += timedelta(days=7)
    assert options.time.text().startswith(f"{meant.day} December")
    assert options.time.text().endswith(" 14:30")
    assert below.said.text().endswith("14:30, in 8 days.")


def test_escape_leaves_the_calendar_and_what_was_written(options: OptionsCard) -> None:
    options.time.setText("Friday 10:00")
    options.start_time.calendar.click()
    calendar = options.start_time.days
    assert calendar is not None
    QTest.keyClick(calendar.table, Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    assert options.time.text() == "Friday 10:00"


def test_today_is_taken_at_an_hour_to_come(options: OptionsCard) -> None:
    options.time.setText("tomorrow 0:00")
    options.start_time.day_chosen.emit(QDate(TODAY.year, TODAY.month, TODAY.day))
    assert options.time.text() == f"{TODAY.day} November {TODAY.hour + 1}:00"


def test_the_calendar_can_be_read_and_used_by_everybody(options: OptionsCard, look: Theme) -> None:
    for mode in (Mode.LIGHT, Mode.DARK):
        look.mode = mode
        options.start_time.calendar.click()
        calendar = options.start_time.days
        assert calendar is not None
        asked = (audit.names, audit.targets, audit.cut, audit.contrasts)
        assert [fault for ask in asked for fault in ask(calendar)] == []
        calendar.close()
