"""The window: pages are built when opened, the rail follows, the place is remembered, the least size holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from sendoff.ui.theme import Mode, Theme
from sendoff.ui.window import RAIL, Window


class Kept:
    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def read(self, key: str) -> str:
        return self.values.get(key, "")

    def write(self, key: str, value: str) -> None:
        self.values[key] = value


class Subject(QLabel):
    def opened(self, subject: str) -> None:
        self.setText(subject)


def made(qtbot: QtBot, memory: Kept | None = None) -> Window:
    window = Window(memory or Kept())
    qtbot.addWidget(window)
    for name, _word in RAIL:
        window.navigator.register(name, QLabel)
    return window


def test_a_page_is_built_once_and_told_its_subject(qtbot: QtBot) -> None:
    window = made(qtbot)
    built: list[QWidget] = []

    def build() -> QWidget:
        built.append(Subject())
        return built[-1]

    window.navigator.register("campaign", build, rail="campaigns")
    assert built == []
    first = window.navigator.open("campaign", "c1")
    second = window.navigator.open("campaign", "c2")
    assert first is second is built[0]
    assert len(built) == 1
    assert isinstance(second, Subject)
    assert second.text() == "c2"
    assert window.rail._buttons["campaigns"].isChecked()


def test_the_rail_and_the_keys_lead_to_the_places(qtbot: QtBot) -> None:
    window = made(qtbot)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.mouseClick(window.rail._buttons["settings"], Qt.MouseButton.LeftButton)
    assert window.navigator.current == "settings"
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.navigator.current == "accounts"
    assert [name for name, button in window.rail._buttons.items() if button.isChecked()] == ["accounts"]
    with qtbot.waitSignal(window.new_campaign):
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_a_page_of_no_place_lights_none(qtbot: QtBot) -> None:
    window = made(qtbot)
    window.navigator.register("first_steps", QLabel)

    def lit() -> list[str]:
        return [name for name, button in window.rail._buttons.items() if button.isChecked()]

    window.navigator.open("settings")
    assert lit() == ["settings"]
    window.navigator.open("first_steps")
    assert lit() == []
    window.rail._buttons["accounts"].click()
    assert lit() == ["accounts"]


def test_no_control_is_lit_at_the_start(qtbot: QtBot) -> None:
    window = made(qtbot)
    window.navigator.open("campaigns")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert not any(button.hasFocus() for button in window.rail._buttons.values())


def test_the_place_is_remembered(qtbot: QtBot) -> None:
    memory = Kept()
    window = made(qtbot, memory)
    assert (window.width(), window.height()) == (1180, 760)
    window.show()
    window.resize(1024, 720)  # no wider: the screenless platform has a small screen
    window.close()
    again = made(qtbot, memory)
    assert (again.width(), again.height()) == (1024, 720)


def test_a_place_remembered_from_a_larger_screen_is_fitted_into_the_one_there_is(qtbot: QtBot) -> None:
    memory = Kept()
    window = made(qtbot, memory)
    room = window.screen().availableGeometry()
    window.show()
    window.resize(1024, 700)
    window.move(room.left(), room.bottom() - 300)
    window.close()
    again = made(qtbot, memory)
    again.show()
    frame = again.frameGeometry()
    assert frame.bottom() <= room.bottom() + frame.height() - again.height()  # how wide a frame is comes with it
    assert frame.top() >= room.top()
    assert frame.left() == room.left()  # wider than the small screen here: its beginning is in sight


def test_the_mouse_says_that_a_page_is_being_made(qtbot: QtBot, look: Theme) -> None:
    window = made(qtbot)
    seen: list[Qt.CursorShape | None] = []

    def note() -> None:
        cursor = QGuiApplication.overrideCursor()
        seen.append(cursor.shape() if cursor is not None else None)

    def build() -> QLabel:
        note()
        return QLabel("slow")

    window.navigator.register("slow", build)
    window.navigator.open("slow")
    look.changed.connect(note)
    look.mode = Mode.DARK
    look.changed.disconnect(note)
    note()
    assert seen == [Qt.CursorShape.WaitCursor, Qt.CursorShape.WaitCursor, None]


def test_damaged_memory_is_no_obstacle(qtbot: QtBot) -> None:
    memory = Kept()
    memory.write("window.geometry", "not base64 €")
    assert made(qtbot, memory).width() == 1180


def test_the_window_gets_no_smaller_than_it_can_hold_and_stays_if_asked(qtbot: QtBot) -> None:
    window = made(qtbot)
    window.resize(300, 200)
    assert (window.width(), window.height()) == (1024, 700)
    window.show()
    window.may_close = lambda: False
    assert not window.close()
    window.may_close = lambda: True
    assert window.close()
