"""Settings for the window's tests: one theme, and every warning of Qt fails the test that caused it."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker
from tests.ui.desk import Desk, at_desk
from tests.ui.stand import Stand, standing

from sendoff.ui.collector import Collector
from sendoff.ui.theme import Mode, Theme
from sendoff.ui.widgets import mail_view

# What Chromium asks of a program before its application object is made.
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)

HERE = Path(__file__).parent
# test_browser.py runs these in a process of their own.
collect_ignore = [] if os.environ.get("SENDOFF_BROWSER") == "1" else ["test_mail_view.py"]
RESOURCES = HERE.parents[1] / "resources"

_NO_SCREEN = ("QRhi", "RHI", "Vulkan", "GPUInfo", "GBM")
"""What Chromium says where there is no graphics card."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let Qt's warnings fail the tests of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            browser = _NO_SCREEN if item.get_closest_marker("browser") else ()
            # What the screenless platform says of itself.
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", *browser, extend=True))


class PatientBot(QtBot):
    """The window's driver: how long a busy machine takes says nothing about the window."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 60_000) -> None:  # noqa: N802 -- the plug-in's name
        """Wait until the callback holds, in milliseconds."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: SignalInstance, *, timeout: int = 60_000, **more: Any) -> SignalBlocker:  # noqa: N802 -- the plug-in's
        """Wait for a signal, in milliseconds."""
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitExposed(self, widget: QWidget, *, timeout: int = 60_000) -> Any:  # noqa: N802 -- the plug-in's
        """Wait until a window is on the screen, in milliseconds; the plug-in does not say what it returns."""
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """The plug-in's driver, with patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def collected_here(qapp: QApplication) -> Iterator[None]:
    """No QObject ends on another thread, of this test or of the next one in the process."""
    collector = Collector(qapp)
    yield
    collector.stop()
    collector.deleteLater()
    gc.freeze()  # what is still there would be walked after each of a thousand tests


@pytest.fixture(autouse=True)
def no_key_held(qapp: QApplication) -> None:
    """Let go of the Ctrl that a shortcut of an earlier test left pressed: with it a row is added to those chosen."""
    if qapp.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Theme]:
    """The theme in force, light at the start of every test."""
    installed = Theme.installed or Theme(qapp, RESOURCES, Mode.LIGHT)
    installed.mode = Mode.LIGHT
    yield installed
    installed.mode = Mode.LIGHT


@pytest.fixture(autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chromium starts only in the tests that are about it, and says of itself what the screenless platform lacks."""
    if "browser" not in request.keywords:
        monkeypatch.setattr(mail_view, "obstacle", lambda: "Shown roughly: this test needs no browser.")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """The whole window, shown, with a server beside it."""
    with at_desk(tmp_path, qtbot) as made:
        made.show()
        yield made


@pytest.fixture
def stand(tmp_path: Path, qtbot: QtBot) -> Iterator[Stand]:
    """The window's frame; the test gives it its page."""
    with standing(tmp_path, qtbot) as made:
        yield made
