"""Garbage in circles that holds something of Qt's goes on the GUI thread, whoever makes one container too many."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sendoff.adapters.system.memory import give_back
from sendoff.ui.collector import Collector


class Circle(QObject):
    """Garbage as soon as nobody has it any more, and only a collector finds it."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def often() -> Iterator[None]:
    """Look after so few containers that a test makes enough."""
    usual = gc.get_threshold()
    gc.collect()
    gc.set_threshold(500, 2, 2)
    yield
    gc.set_threshold(*usual)


def ended_on(dropped: Callable[[], object]) -> list[int]:
    """Drop a circle, do something on another thread, and tell on which threads the circle has ended so far."""
    ended: list[int] = []
    circle = Circle()
    weakref.finalize(circle, lambda: ended.append(threading.get_ident())).atexit = False
    del circle
    other = threading.Thread(target=dropped)
    other.start()
    other.join()
    return ended


def many() -> None:
    """Make containers as a sender does."""
    kept = [[number] for number in range(5_000)]
    kept.clear()


@pytest.mark.usefixtures("often")
@pytest.mark.parametrize("busy", [many, give_back])
def test_what_is_qts_ends_on_the_windows_thread(qtbot: QtBot, busy: Callable[[], object]) -> None:
    ended = ended_on(busy)
    assert ended == []
    kept = [[number] for number in range(5_000)]
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [threading.get_ident()]
    assert len(kept) == 5_000


@pytest.mark.usefixtures("often")
def test_without_it_python_collects_anywhere(qapp: QApplication) -> None:
    gc.enable()
    try:
        ended = ended_on(gc.collect)
        assert ended
        assert ended != [threading.get_ident()]
    finally:
        gc.disable()


def test_python_goes_on_as_before_when_it_is_stopped(qapp: QApplication) -> None:
    inner = Collector(qapp)
    inner.stop()
    assert not gc.isenabled()  # the outer one, of every test here, still works
    gc.enable()
    try:
        again = Collector(qapp)
        assert not gc.isenabled()
        again.stop()
        assert gc.isenabled()
    finally:
        gc.disable()
        inner.deleteLater()
        again.deleteLater()
