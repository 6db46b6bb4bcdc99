"""The settings page: every switch does something, and what it says is so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot
from tests.ui.stand import Stand, standing

from sendoff import __version__
from sendoff.core.settings import SETTINGS
from sendoff.ui.pages.settings.view import SettingsPage
from sendoff.ui.theme import Mode, Theme
from sendoff.ui.widgets.button import Button, Segments
from sendoff.ui.widgets.field import NumberEdit


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
    row = page.row("theme")
    assert isinstance(row.control, Segments)
    row.control.chosen.emit("dark")
    assert look.dark
    wanted = {"window": {"geometry": "x"}, "theme": "dark"}
    qtbot.waitUntil(lambda: stand.stage.context.settings.read() == wanted)
    qtbot.waitUntil(row.back.isVisible)
    row.control.chosen.emit("light")
    qtbot.waitUntil(lambda: stand.stage.preferences.text("theme") == "light")
    assert look.mode is Mode.LIGHT


def test_every_declared_setting_has_a_row_that_keeps_and_resets_it(stand: Stand, qtbot: QtBot) -> None:
    page, preferences = page_of(stand), stand.stage.preferences
    shown = [row.setting.key for section in page.sections for row in section.rows]
    assert shown == [one.key for one in SETTINGS]
    switch, number = page.row("keep_awake"), page.row("undo_seconds")
    tick, spin = switch.control, number.control
    assert isinstance(tick, QCheckBox)
    assert isinstance(spin, NumberEdit)
    assert tick.isChecked()
    tick.click()
    spin.setValue(25)
    qtbot.waitUntil(lambda: not preferences.on("keep_awake") and preferences.number("undo_seconds") == 25)
    qtbot.waitUntil(number.back.isVisible)
    number.back.click()
    qtbot.waitUntil(lambda: spin.value() == 10 and not number.back.isVisible())
    assert "undo_seconds" not in stand.stage.context.settings.read()


def test_another_language_offers_to_restart_at_once(
    stand: Stand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = stand.window.navigator.open("settings")
    assert isinstance(page, SettingsPage)

    button = page.restart_button
    assert not page.restart.isVisible()
    page.presenter.choose("language", "de")
    qtbot.waitUntil(page.restart.isVisible)
    assert button.text() == "Restart now"
    monkeypatch.setattr(stand.stage.dispatcher, "running", lambda: ["c1"])
    button.click()  # a campaign was started meanwhile: not without a word
    assert stand.said == []
    assert button.text() == "Pause and restart"
    button.click()
    assert stand.said.pop() == "restart campaign c1/send"
    monkeypatch.setattr(stand.stage.dispatcher, "running", list)
    page.opened("")
    button.click()
    assert stand.said.pop() == "restart settings"
    page.presenter.choose("language", "en")
    qtbot.waitUntil(lambda: not page.restart.isVisible())


def test_a_search_leaves_what_it_finds(stand: Stand, qtbot: QtBot) -> None:
    page = page_of(stand)

    def left() -> list[str]:
        return [row.setting.key for section in page.sections for row in section.rows if row.isVisible()]

    page.search.setText("sleep")
    qtbot.waitUntil(lambda: left() == ["keep_awake"])
    assert not page.version.isVisible()
    page.search.setText("licence")
    qtbot.waitUntil(page.version.isVisible)
    assert left() == []
    page.search.setText("nothing like that")
    qtbot.waitUntil(page.nothing.isVisible)
    page.search.clear()
    qtbot.waitUntil(lambda: len(left()) == len(SETTINGS))


def test_the_places_are_named_and_the_folder_opens(stand: Stand, qtbot: QtBot) -> None:
    page = page_of(stand)
    assert page.places.folder.whole() == str(stand.stage.context.data_folder)
    qtbot.waitUntil(lambda: page.places.kept.text() == stand.services.accounts.vault.describe())
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


def test_a_backup_is_written_and_offered_back(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    stand.services.campaigns.save(stand.services.campaigns.new("Spring sale"))
    page = page_of(stand)
    banner, target = page.places.banner, tmp_path / "all.zip"
    page.places.backups.back_up(target)
    qtbot.waitUntil(lambda: "Backed up: 1 campaign, 0 audiences, 0 accounts." in banner.accessibleName())
    (tmp_path / "none.zip").write_bytes(b"no zip")
    page.places.backups.look(tmp_path / "none.zip")
    qtbot.waitUntil(lambda: "This is no backup of Sendoff." in banner.accessibleName())
    page.places.backups.look(target)
    qtbot.waitUntil(lambda: "Restore the state of" in banner.accessibleName())
    next(one for one in banner.findChildren(Button) if one.text() == "Restore").click()
    assert stand.said == ["Restoring the backup."]
