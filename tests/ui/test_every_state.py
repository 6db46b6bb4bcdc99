"""One person's way through the window, looked at in every state: names, contrast, keys, focus, sizes, nothing cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.e2e.journey import Journey, slow_sandbox
from tests.ui import audit
from tests.ui.desk import Desk, at_desk

from sendoff.ui import tokens
from sendoff.ui.theme import Mode, Theme
from sendoff.ui.widgets.button import IconButton


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with at_desk(tmp_path, qtbot, slow_sandbox) as made:
        made.opened.window.resize(*tokens.WINDOW_LEAST)
        yield made


@pytest.fixture
def from_right(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.timeout(400)
def test_every_state_can_be_read_reached_and_is_whole(desk: Desk, look: Theme) -> None:
    faults: list[str] = []
    kinds: set[tuple[str, str]] = set()
    states: list[str] = []

    def examine(state: str) -> None:
        front = journey.person.front()
        states.append(state)
        if state == "send":
            look.mode = Mode.DARK
        found = audit.lasting(lambda: (fault for ask in audit.EVERY for fault in ask(front)))
        faults.extend(f"{state}: {fault}" for fault in (*found, *audit.stops(front, kinds)))

    journey = Journey(desk, examine)
    journey.whole()
    assert len(states) >= 40
    assert len(kinds) >= 20
    assert "\n".join(faults) == ""


@pytest.mark.usefixtures("from_right")
def test_nothing_is_cut_where_one_reads_from_the_right(desk: Desk) -> None:
    faults: list[str] = []

    def examine(state: str) -> None:
        faults.extend(f"{state}: {fault}" for fault in audit.lasting(lambda: audit.cut(journey.person.front())))

    journey = Journey(desk, examine)
    desk.show()
    journey.sample()
    journey.bring_list()
    assert "\n".join(faults) == ""


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(400, 300)
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def put(page: QWidget, *parts: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    for part in parts:
        layout.addWidget(part)
    page.show()


def test_the_examination_finds_what_has_no_name(page: QWidget) -> None:
    label = QLabel("Name")
    label.setProperty("role", "label")
    put(page, label, QLineEdit(), QToolButton(), IconButton("close", "Close"))
    found = sorted(fault.partition(":")[0] for fault in audit.names(page))
    assert found == ["a label of nothing", "an icon without a word", "no name", "no name"]


def test_the_examination_finds_what_is_cut_small_or_pale(page: QWidget) -> None:
    cut, pale, small = QLabel("A sentence that needs more room than this"), QLabel("Pale words"), QPushButton("x")
    cut.setFixedWidth(60)
    pale.setStyleSheet("color: #b0b0b0; background: #ffffff")
    small.setFixedSize(18, 18)
    put(page, cut, pale, small)
    assert "A sentence that needs" in audit.cut(page)[0]
    small.hide()
    assert ["Pale words" in fault for fault in audit.contrasts(page)] == [True]
    small.show()
    assert [fault.startswith("too small, 18 × ") for fault in audit.targets(page)] == [True]


def test_the_examination_finds_what_the_wheel_would_change(page: QWidget) -> None:
    usual, spun = QComboBox(), QDoubleSpinBox()
    usual.addItems(["One", "Two"])
    spun.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    put(page, QLineEdit(), usual, spun)
    assert [fault.partition(":")[0] for fault in audit.turned(page)] == [
        "the wheel brings the focus",
        "the wheel changes",
    ]


def test_the_wheel_scrolls_the_page_wherever_it_is_turned(desk: Desk) -> None:
    desk.account()
    desk.show()
    faults = []
    for step in ("recipients", "message", "check", "send", "results"):
        desk.open(desk.draft("ben@example.com", name=step), step)
        faults += audit.turned(desk.opened.window)
    for place, subject in (("accounts", "work"), ("accounts", "add"), ("audiences", ""), ("blocked", ""),
                           ("sandbox", ""), ("settings", ""), ("log", ""), ("diagnostics", "")):  # fmt: skip
        desk.page(QWidget, place, subject)
        faults += audit.turned(desk.opened.window)
    assert "\n".join(faults) == ""
    controls = desk.opened.window.findChildren(QComboBox) + desk.opened.window.findChildren(QAbstractSpinBox)
    assert len(controls) > 20


def test_the_examination_finds_what_tab_misses(page: QWidget) -> None:
    first, second, never, blind = (QPushButton(word) for word in ("First", "Second", "Never", "Blind"))
    never.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    blind.setStyleSheet("QPushButton { border: none } QPushButton:focus { border: none }")
    row = QWidget()
    QHBoxLayout(row)
    put(row, second, first)
    put(page, row, never, blind)
    QWidget.setTabOrder(first, second)
    QWidget.setTabOrder(second, blind)
    blind.setProperty("role", "blind")
    blind.setFocus()
    assert sorted(fault.split(" in ")[0] for fault in audit.stops(page)) == [
        "Tab does not come here: QPushButton “Never”",
        "Tab jumps back: QPushButton “First”",
        "focus cannot be seen: QPushButton “Blind”",
    ]
