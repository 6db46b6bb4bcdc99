"""The recipients step: look, import, cancel, figures that add up and filter, and bad files in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot
from tests.ui.desk import Desk, at_desk

from sendoff.core.delivery import State
from sendoff.ui.pages.recipients.view import RecipientsStep


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with at_desk(tmp_path, qtbot) as made:
        made.show()
        yield made


EMPTY, LOOKING, IMPORTING, LISTED = range(4)


@pytest.fixture
def step(desk: Desk) -> RecipientsStep:
    page = desk.open(desk.services.campaigns.new("New"), "recipients").step(0)
    assert isinstance(page, RecipientsStep)
    return page


def face(step: RecipientsStep) -> int:
    return step.stack.currentIndex()


def shown(step: RecipientsStep) -> list[str]:
    return [str(step.model.index(row, 0).data()) for row in range(step.model.rowCount())]


def bring(desk: Desk, step: RecipientsStep, path: Path) -> None:
    step.presenter.look(path)
    desk.until(lambda: face(step) == LOOKING)
    desk.flow.primary.click()
    desk.until(lambda: face(step) == LISTED)
    desk.rest()


def test_a_list_is_looked_at_before_it_is_imported(desk: Desk, step: RecipientsStep) -> None:
    assert face(step) == EMPTY
    step.presenter.look(desk.list_of("anna@example.com", "bert@example.com"))
    desk.until(lambda: face(step) == LOOKING)
    assert step.email.choice() == "E-Mail"
    assert step.sample.model().rowCount() == 2
    assert desk.services.reports.counts(desk.services.campaigns.all()[0])["queued"] == 0
    step.cancel_look.click()
    assert face(step) == EMPTY


def test_the_figures_add_up_to_the_rows_and_filter_them(desk: Desk, step: RecipientsStep) -> None:
    bring(desk, step, desk.list_of("anna@example.com", "no address", "ANNA@example.com", "bert@example.com"))
    assert {key: chip.number for key, chip in step.figures._chips.items()} == {"ready": 2, "invalid": 1, "duplicate": 1}
    assert step.model.rowCount() == 4
    assert desk.flow.stepper.steps[0]._note == "2 ready"
    for key, addresses in (
        ("invalid", ["no address"]),
        ("duplicate", ["ANNA@example.com"]),
        ("ready", ["anna@example.com", "bert@example.com"]),
    ):
        step.figures._chips[key].click()
        desk.rest()
        assert shown(step) == addresses
    step.figures._chips["ready"].click()
    step.search.setText("bert")
    desk.bot.wait(200)
    desk.rest()
    assert shown(step) == ["bert@example.com"]


def test_another_column_may_hold_the_addresses(desk: Desk, step: RecipientsStep) -> None:
    path = desk.folder / "two.csv"
    path.write_text("Private,Work\nanna@home.example,anna@work.example\n", encoding="utf-8")
    step.presenter.look(path)
    desk.until(lambda: face(step) == LOOKING)
    step.email.choose("Work")
    step.email.chosen.emit("Work")
    desk.rest()
    desk.flow.primary.click()
    desk.until(lambda: face(step) == LISTED)
    desk.rest()
    assert shown(step) == ["anna@work.example"]


def test_a_new_list_replaces_the_old_one(desk: Desk, step: RecipientsStep) -> None:
    bring(desk, step, desk.list_of("anna@example.com"))
    bring(desk, step, desk.list_of("carl@example.com"))
    assert shown(step) == ["carl@example.com"]


def test_a_bad_file_is_said_in_place_and_changes_nothing(desk: Desk, step: RecipientsStep) -> None:
    bring(desk, step, desk.list_of("anna@example.com"))
    bad = desk.folder / "bad.csv"
    bad.write_text("a,b\n1,2\n", encoding="utf-8")
    step.presenter.look(bad)
    desk.until(step.problem.isVisible)
    assert "No column holds e-mail addresses." in step.problem.accessibleName()
    assert face(step) == LISTED
    assert shown(step) == ["anna@example.com"]


def test_a_cancelled_import_leaves_no_rows(desk: Desk, step: RecipientsStep) -> None:
    path = desk.list_of(*(f"person{number}@example.com" for number in range(20_000)))
    step.presenter.look(path)
    desk.until(lambda: face(step) == LOOKING)
    desk.flow.primary.click()
    assert face(step) == IMPORTING
    step.cancel.click()
    desk.until(lambda: face(step) == EMPTY, seconds=30)
    desk.rest()
    assert desk.services.reports.counts(desk.services.campaigns.all()[0])["queued"] == 0


def test_a_dropped_file_is_looked_at(desk: Desk, step: RecipientsStep) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(desk.list_of("anna@example.com")))])
    drop = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    step.drop.dropEvent(drop)
    desk.until(lambda: face(step) == LOOKING)


def test_rows_that_are_skipped_say_why(desk: Desk, step: RecipientsStep) -> None:
    bring(desk, step, desk.list_of("anna@example.com", "anna@example.com"))
    line = step.model.line(1)
    assert line is not None
    assert (line.state, line.reason) == (State.SKIPPED, "duplicate")
    assert step.model.index(1, 4).data() == "Row 1 has the same address."
