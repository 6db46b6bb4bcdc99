"""Settings for the window's tests: one theme, and every warning of Qt fails the test that caused it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from sendoff.ui.theme import Mode, Theme

HERE = Path(__file__).parent
RESOURCES = HERE.parents[1] / "resources"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let Qt's warnings fail the tests of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            # What the screenless platform says of itself.
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Theme]:
    """The theme in force, light at the start of every test."""
    installed = Theme.installed or Theme(qapp, RESOURCES, Mode.LIGHT)
    installed.mode = Mode.LIGHT
    yield installed
    installed.mode = Mode.LIGHT
