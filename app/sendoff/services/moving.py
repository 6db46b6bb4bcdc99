"""Moves the data folder to another place: copied, compared, and only then used."""

from __future__ import annotations

from pathlib import Path

from sendoff.core.backup_ports import Folder, Foreign
from sendoff.core.language import digits, tr
from sendoff.services.preferences import Preferences

DATA_FOLDER = "data_folder"
"""What the settings file calls the place; it is no setting of the table, because setting it alone moves nothing."""


class Moving:
    """Of a data folder that nobody has open."""

    def __init__(self, *, folder: Folder, foreign: Foreign, preferences: Preferences, data: Path) -> None:
        self._folder = folder
        self._foreign = foreign
        self._preferences = preferences
        self._data = data

    def move(self, target: Path) -> str:
        """Move everything there, and say so. Raises InputError, StorageError; then the old place stays in use."""
        target = target.expanduser().absolute()
        self._foreign.fold(self._data)
        number = self._folder.copy(self._data, target)
        self._preferences.remember(DATA_FOLDER, str(target))
        self._folder.retire(self._data)
        files = tr("1 file was") if number == 1 else tr("{number} files were", number=digits(f"{number:,}"))
        return tr(
            "{files} copied to {target} and compared. The old copy in {data} can be deleted.",
            files=files,
            target=target,
            data=self._data,
        )
