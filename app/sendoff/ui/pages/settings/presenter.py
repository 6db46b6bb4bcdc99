"""What the settings page reads and keeps."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from sendoff.core.language import spoken, tr
from sendoff.core.settings import LANGUAGE, SETTINGS, THEME, Value
from sendoff.ui.language import chosen
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import Mode, theme


class SettingsPresenter(QObject):
    """Behind the settings page."""

    changed = Signal()
    """Another value holds now."""
    kept_where = Signal(str)
    """Where passwords are, in words."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage

    @property
    def data_folder(self) -> Path | None:
        """Where campaigns are kept, if the window was told."""
        return self._stage.context.data_folder

    def load(self) -> None:
        """Ask where passwords are kept."""
        vault = self._stage.services.accounts.vault
        self._stage.operations.query(vault.describe, self.kept_where.emit, owner=self)

    def values(self) -> dict[str, Value]:
        """What holds, by key."""
        return {one.key: self._stage.preferences.value(one.key) for one in SETTINGS}

    def choose(self, key: str, value: Value) -> None:
        """Keep a choice; the colours change at once."""
        if key == THEME:
            theme().mode = Mode(str(value))
        keep = partial(self._stage.preferences.choose, key, value)
        self._stage.operations.command(keep, lambda _none: self.changed.emit(), owner=self)

    def reset(self, key: str) -> None:
        """Go back to the default."""

        def done(_none: None) -> None:
            if key == THEME:
                theme().mode = Mode(self._stage.preferences.text(THEME))
            self.changed.emit()

        self._stage.operations.command(partial(self._stage.preferences.reset, key), done, owner=self)

    def speaks_later(self) -> bool:
        """Say whether another language than the one in force is chosen."""
        asked = self._stage.context.language
        return chosen(asked, self._stage.preferences.text(LANGUAGE)) != spoken().code

    def sending(self) -> list[str]:
        """The ids of the campaigns that are being sent."""
        return self._stage.dispatcher.running()

    def restart(self) -> None:
        """Close the window and open it again: here, or where a campaign that paused is resumed."""
        sending = self.sending()
        place = ("campaign", f"{sending[0]}/send") if sending else ("settings", "")
        self._stage.restart(*place)

    def browse(self, url: str) -> None:
        """Open a page in the browser."""
        QDesktopServices.openUrl(QUrl(url))

    def open_folder(self) -> None:
        """Show the data folder in the system's file manager."""
        if self.data_folder is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.data_folder))):
            self._stage.say(tr("No file manager answered. The folder's name is beside the button."))
