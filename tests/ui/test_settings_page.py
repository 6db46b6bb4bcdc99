"""The settings page: every switch does something, and what it says is so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot
from tests.ui.stand import Stand, standing

from sendoff import __version__
from sendoff.ui.pages.settings.view import SettingsPage
from sendoff.ui.theme import Theme
from sendoff.ui.widgets.button import Button


@pytest.fixture
def stand(tmp_path: Path, qtbot: QtBot) -> Iterator[Stand]:
    with standing(tmp_path, qtbot) as made:
        made.window.navigator.register("settings", lambda: SettingsPage(made.stage))
        made.window.show()
        yield made


class Opened(QObject):
    """Stands where the system's file manager and browser would."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url)


def page_of(stand: Stand) -> SettingsPage:
    page = stand.window.navigator.open("settings")
    assert isinstance(page, SettingsPage)
    return page


def test_the_scheme_changes_at_once_and_is_kept_beside_other_settings(stand: Stand, qtbot: QtBot, look: Theme) -> None:
    stand.stage.context.settings.write({"window": {"geometry": "x"}})
    page = page_of(stand)
    assert page.modes.choice() == "light"
    page.modes.chosen.emit("dark")
    assert look.dark
    wanted = {"window": {"geometry": "x"}, "theme": "dark"}
    qtbot.waitUntil(lambda: stand.stage.context.settings.read() == wanted)
    page.modes.chosen.emit("light")
    assert not look.dark


def test_the_places_are_named_and_the_folder_opens(stand: Stand, qtbot: QtBot) -> None:
    page = page_of(stand)
    assert page.folder.whole() == str(stand.stage.context.data_folder)
    qtbot.waitUntil(lambda: page.kept.text() == stand.services.accounts.vault.describe())
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")  # type: ignore[arg-type]  # the stubs want bytes, Qt a text
    try:
        next(one for one in page.findChildren(Button) if one.text() == "Open folder").click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opened.urls == [QUrl.fromLocalFile(str(stand.stage.context.data_folder))]


def test_version_and_licences_are_told(stand: Stand) -> None:
    page = page_of(stand)
    assert page.version.text() == f"Sendoff {__version__}"
    words = " ".join(one.text() for one in page.findChildren(type(page.version)))
    assert "Lesser General Public License, version 3" in words
