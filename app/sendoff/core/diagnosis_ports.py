"""What diagnostics ask of the machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskTest:
    """How the disk of the data folder does."""

    sync_ms: float
    """The median of what making 4 kB durable takes, in milliseconds; negative = it could not be written."""
    slowest_ms: float
    free: int
    """Bytes."""
    warning: str = ""
    """A sentence where the folder lies in a risky place."""


class Machine(Protocol):
    """The computer and the program's installation."""

    def facts(self) -> Sequence[tuple[str, str]]:
        """Names and versions: system, Python, Qt, SQLite, packages."""
        ...

    def disk(self) -> DiskTest:
        """Write a little beside the data and measure."""
        ...

    def private(self) -> Sequence[str]:
        """Words that name the person or the computer: paths, the user's and the machine's name."""
        ...


class LogFile(Protocol):
    """The log of this installation."""

    def tail(self, lines: int) -> Sequence[str]:
        """The last lines, oldest first; none where there is no log."""
        ...

    def since(self, place: int) -> tuple[Sequence[str], int]:
        """The lines after a place in the file, and the next place; from the start where the file was begun anew."""
        ...
