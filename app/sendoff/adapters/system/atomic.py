"""Files that are there whole or not at all, even after a power cut."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

PREFIX = ".new-"
"""How the name of an unfinished file begins."""


@contextmanager
def unfinished(folder: Path) -> Iterator[IO[bytes]]:
    """A new private file in `folder`, gone at the end unless it was settled. Raises OSError."""
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=PREFIX)
    os.close(descriptor)
    try:
        with Path(name).open("wb") as file:
            yield file
    finally:
        Path(name).unlink(missing_ok=True)


def settle(file: IO[bytes], target: Path) -> None:
    """Make an unfinished file durable and give it its name. Raises OSError."""
    file.flush()
    os.fsync(file.fileno())
    # Windows does not rename a file that is open.
    file.close()
    Path(file.name).replace(target)
    _sync_folder(target.parent)


def write_atomically(target: Path, content: bytes) -> None:
    """Replace `target` by `content`, durably. Raises OSError."""
    with unfinished(target.parent) as file:
        file.write(content)
        settle(file, target)


def _sync_folder(folder: Path) -> None:
    """Make a new name durable; on Windows the file system's journal does it and folders cannot be opened."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
