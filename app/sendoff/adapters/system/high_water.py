"""The last known turn of a data folder's database, in a file outside of that folder."""

from __future__ import annotations

import json
from pathlib import Path

from sendoff.adapters.system.atomic import write_atomically
from sendoff.adapters.system.paths import make_private, unusable

NAME = "high-water.json"


class HighWaterFile:
    """Implements `core.backup_ports.HighWater`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def read(self) -> tuple[str, int] | None:
        """What was written last; None where there is no such file, or a broken one."""
        try:
            said = json.loads(self._path.read_bytes()[:4096])
            return str(said["id"]), int(said["turn"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, mark: str, turn: int) -> None:
        """Keep them, durably. Raises StorageError."""
        try:
            make_private(self._path.parent)
            write_atomically(self._path, json.dumps({"id": mark, "turn": turn}).encode())
        except OSError as error:
            raise unusable(self._path, error) from error
