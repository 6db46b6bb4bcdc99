"""What the settings page reads and keeps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import Mode, theme

THEME = "theme"
"""The key of the chosen scheme in the settings file: `auto`, `light` or `dark`."""


class SettingsPresenter(QObject):
    """Behind the settings page."""

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

    def choose(self, mode: Mode) -> None:
        """Show a scheme at once and keep the choice."""
        theme().mode = mode
        self._stage.operations.command(lambda: self._keep(mode), lambda _none: None, owner=self)

    def browse(self, url: str) -> None:
        """Open a page in the browser."""
        QDesktopServices.openUrl(QUrl(url))

    def open_folder(self) -> None:
        """Show the data folder in the system's file manager."""
        if self.data_folder is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.data_folder))):
            self._stage.say("No file manager answered. The folder's name is beside the button.")

    def _keep(self, mode: Mode) -> None:
        settings = self._stage.context.settings
        settings.write({**settings.read(), THEME: mode.value})
