"""Lists written for people: CSV that Excel reads, and that cannot run anything when opened."""

from __future__ import annotations

import csv
import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from sendoff.core.errors import InputError
from sendoff.core.language import tr

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
ENCODING = "utf-8-sig"

_GUARDED = re.compile(rb"'[=+\-@\t\r\n]")
_CHUNK = 1 << 20


def guard(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula (CWE-1236), or what looks so guarded."""
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULA) else cell


def unguard(cell: str) -> str:
    """Take the guard off again, so that an export read back is the same list."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA) else cell


def is_guarded(path: Path) -> bool:
    """Say whether a file may hold guarded cells; nearly none does, and then its cells need no look."""
    overlap = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if _GUARDED.search(overlap + chunk):
                return True
            overlap = chunk[-1:]
    return False


def write_csv(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a list in UTF-8 with a byte order mark, whole or not at all; return the rows written. Raises InputError."""
    written = 0
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding=ENCODING, newline="", dir=path.parent, prefix=".export-", delete=False
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
        raise unwritable(path) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
    return written


def unwritable(path: Path) -> InputError:
    """The sentence for a file that the system does not let us write."""
    return InputError(
        tr("The file cannot be written."),
        remedy=tr("Choose another folder, or close the file in other programs."),
        where=path.name,
        code="unwritable",
    )
