"""Lists written for people: CSV that Excel reads, and that cannot run anything when opened."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from sendoff.core.errors import InputError

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def guard(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula (CWE-1236)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def write_csv(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a list in UTF-8 with a byte order mark, whole or not at all; return the rows written. Raises InputError."""
    written = 0
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8-sig", newline="", dir=path.parent, prefix=".export-", delete=False
        ) as file:
            temporary = Path(file.name)
            writer = csv.writer(file)
            writer.writerow([guard(header) for header in headers])
            for row in rows:
                writer.writerow([guard(cell) for cell in row])
                written += 1
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise InputError(
            "The file cannot be written.",
            remedy="Choose another folder, or close the file in other programs.",
            where=path.name,
            code="unwritable",
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
    return written
