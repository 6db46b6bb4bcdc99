"""What the window remembers of itself between two runs."""

from __future__ import annotations

from sendoff.core.errors import KnownError
from sendoff.services.preferences import Preferences


class SettingsMemory:
    """The window's texts in the settings file; one that cannot be read or written is no obstacle."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def read(self, key: str) -> str:
        """The remembered text, or an empty one."""
        return self._preferences.recall(key)

    def write(self, key: str, value: str) -> None:
        """Remember a text."""
        try:
            self._preferences.remember(key, value)
        except KnownError:
            return  # a window in another place is no reason for a dialog while closing
