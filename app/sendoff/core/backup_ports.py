"""How a data folder is copied, put back, and known to be the same one that was sent from last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from sendoff.core.backup import Manifest, Part


class Snapshots(Protocol):
    """Copies of the database while others write, and databases of other folders. All raise StorageError."""

    def copy_to(self, target: Path) -> None:
        """Write one consistent copy of this folder's database."""
        ...


class Foreign(Protocol):
    """Databases of folders that nobody has open. All raise StorageError."""

    def bring_up(self, folder: Path) -> None:
        """Bring a folder's database to this version and prove that it is sound."""
        ...

    def carry_over(self, old: Path, new: Path) -> int | None:
        """Take into the folder `new` what `old` knows of its recipients and is newer; the number of rows.

        None where `old` is not what `new` became later: nothing was taken, and nobody knows what was sent since.
        """
        ...

    def hold_all(self, folder: Path, made_at: int, now: int) -> int:
        """Let no campaign with recipients start without a person's word; the number of them."""
        ...

    def fold(self, folder: Path) -> None:
        """Make the database one single file."""
        ...


class Archive(Protocol):
    """The one file of a backup."""

    def write(self, target: Path, manifest: Manifest, database: Path) -> Manifest:
        """Write everything that belongs into a backup; the manifest with its parts. Raises InputError."""
        ...

    def look(self, path: Path) -> Manifest:
        """Read what the file says of itself. Raises InputError."""
        ...

    def unpack(self, path: Path) -> tuple[Manifest, Path]:
        """Unpack into a new folder beside the data, every file proven by its checksum. Raises InputError."""
        ...

    def place(self, staging: Path, parts: Sequence[Part], stamp: str) -> str:
        """Put what was unpacked in its place, the database last; where the old one is kept. Raises StorageError."""
        ...

    def discard(self, staging: Path) -> None:
        """Remove what was unpacked."""
        ...


class Lineage(Protocol):
    """How often this database was opened and sent from, kept inside it."""

    def seen(self) -> tuple[str, int]:
        """The database's own mark and its turn; a turn of 0 is a new one."""
        ...

    def turn(self, at_least: int = 0) -> tuple[str, int]:
        """Count one turn on, beyond `at_least`, durably; the mark and the new turn."""
        ...

    def hold_all(self, made_at: int, now: int) -> int:
        """Let no campaign with recipients start without a person's word; the number of them."""
        ...

    def held(self) -> Mapping[str, int]:
        """Campaigns that wait for a person's word, with the time of the state they were put back from."""
        ...

    def release(self, campaign_id: str) -> bool:
        """A person has looked: the campaign may start; say whether it was held."""
        ...


class HighWater(Protocol):
    """The same mark outside of the data folder."""

    def read(self) -> tuple[str, int] | None:
        """Mark and turn as last written; None where there are none."""
        ...

    def write(self, mark: str, turn: int) -> None:
        """Keep them. Raises StorageError."""
        ...


class Folder(Protocol):
    """A data folder as files."""

    def copy(self, source: Path, target: Path) -> int:
        """Copy everything and prove it; the number of files. Raises InputError, StorageError; then nothing is there."""
        ...

    def retire(self, source: Path) -> None:
        """Let nobody send from this folder any more. Raises StorageError."""
        ...
