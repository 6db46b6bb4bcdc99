"""A person before the window: presses what can be seen, types, drops files, and waits until something is there."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

T = TypeVar("T")
_PATIENCE = 60.0
_ALL, _LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


class Hours:
    """Time passing before a window, where no test library turns the loop."""

    def wait(self, ms: int) -> None:
        """Let the window run."""
        QTest.qWait(ms)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 60_000) -> None:  # noqa: N802 -- the test library's name
        """Let the window run until something is true. Raises TimeoutError after `timeout` ms."""
        end = time.monotonic() + timeout / 1000
        while not callback():
            if time.monotonic() > end:
                raise TimeoutError(callback)
            QTest.qWait(10)


@dataclass(slots=True)
class Person:
    """Looks at what stands in front: a menu, else a dialog, else the window."""

    window: QWidget

    def click(self, words: str, *, within: str = "") -> None:
        """Press the button with these words or this name, where the mouse would; what covers it gets the press."""
        self.press(self.button(words, within))

    def press(self, widget: QWidget) -> None:
        """Press a control in its middle."""
        reveal(widget)
        top = widget.window()
        handle = top.windowHandle()
        assert handle is not None, widget
        at = widget.mapTo(top, widget.rect().center())
        QTest.mouseMove(handle, at)
        QTest.mouseClick(handle, _LEFT, _ALL, at)
        QTest.qWait(10)

    def away(self) -> None:
        """Take the mouse where it lights nothing up."""
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.mouseMove(handle, QPoint(self.window.width() - 3, self.window.height() - 3))
        QTest.qWait(5)

    def pick(self, words: str) -> None:
        """Take an entry of the menu that is open."""

        def menu() -> QMenu | None:
            shown = QApplication.activePopupWidget()
            return shown if isinstance(shown, QMenu) else None

        opened = _until(menu, f"a menu with {words}")
        action = next(one for one in opened.actions() if one.text().replace("&", "") == words)
        handle = opened.windowHandle()
        assert handle is not None
        QTest.mouseClick(handle, _LEFT, _ALL, opened.actionGeometry(action).center())
        QTest.qWait(10)

    def fill(self, name: str, text: str) -> None:
        """Go to the field with this name and write over what is there."""
        field = self.field(name)
        self.press(field)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)

    def choose(self, name: str, words: str) -> None:
        """Choose in a drop-down, by its keys."""
        box = self.field(name)
        assert isinstance(box, QComboBox)
        box.setFocus()
        QTest.keyClicks(box, words)

    def file(self, words: str, path: Path) -> None:
        """Press a button that asks for a file, and give it."""
        dialogs: list[QFileDialog] = []

        def answer() -> None:
            shown = QApplication.activeModalWidget()
            if not isinstance(shown, QFileDialog):
                QTimer.singleShot(30, answer)
                return
            dialogs.append(shown)
            shown.selectFile(str(path))
            shown.done(QFileDialog.DialogCode.Accepted)

        QTimer.singleShot(30, answer)
        self.click(words)

    def drop(self, path: Path, name: str) -> None:
        """Let a file go over the place with this name."""
        place = _until(lambda: next((one for one in self._widgets() if one.accessibleName() == name), None), name)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        at = place.rect().center()
        copy = Qt.DropAction.CopyAction
        QApplication.sendEvent(place, QDragEnterEvent(at, copy, data, _LEFT, _ALL))
        QApplication.sendEvent(place, QDropEvent(QPointF(at), copy, data, _LEFT, _ALL))

    def see(self, words: str, *, seconds: float = _PATIENCE) -> None:
        """Wait until these words stand somewhere in front."""
        _until(lambda: words in self.text(), words, seconds)

    def sees(self, words: str) -> bool:
        """Whether these words stand in front now."""
        return words in self.text()

    def text(self) -> str:
        """What can be read in front: labels, buttons, fields."""
        return "\n".join(part for one in self._widgets() for part in _words(one))

    def button(self, words: str, within: str = "") -> QAbstractButton:
        """The button in front with these words or this name, once it can be pressed."""

        def fits(one: QWidget) -> bool:
            words_fit = isinstance(one, QAbstractButton) and words in (_said(one), one.accessibleName())
            return words_fit and one.isEnabled() and (not within or _inside(one, within))

        def found() -> QWidget | None:
            return next((one for one in self._widgets() if fits(one)), None)

        button = _until(found, f"the button {words}")
        assert isinstance(button, QAbstractButton)
        return button

    def field(self, name: str) -> QWidget:
        """The field in front with this name."""
        fields = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)

        def found() -> QWidget | None:
            here = (one for one in self._widgets() if isinstance(one, fields))
            return next((one for one in here if one.accessibleName() == name), None)

        return _until(found, f"the field {name}")

    def front(self) -> QWidget:
        """The window or dialog that stands in front."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window

    def _widgets(self) -> Iterator[QWidget]:
        front = self.front()
        yield front
        for one in front.findChildren(QWidget):
            if one.isVisible() and (one.window() is front or not one.isWindow()):
                yield one


def _until(found: Callable[[], T | None], what: str, seconds: float = _PATIENCE) -> T:
    end = time.monotonic() + seconds
    while True:
        answer = found()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"not in front: {what}")
        QTest.qWait(15)


def _said(button: QAbstractButton) -> str:
    return button.text().replace("&", "")


def _inside(widget: QWidget, name: str) -> bool:
    parent = widget.parentWidget()
    return parent is not None and (parent.accessibleName() == name or _inside(parent, name))


def _words(one: QWidget) -> Iterator[str]:
    if isinstance(one, QLabel):
        yield one.text()
    elif isinstance(one, QAbstractButton):
        yield _said(one)
    elif isinstance(one, QLineEdit):
        yield one.text()
    yield one.accessibleName()


def reveal(widget: QWidget) -> None:
    """Scroll until a control is in sight."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
            QTest.qWait(1)
        parent = parent.parentWidget()
