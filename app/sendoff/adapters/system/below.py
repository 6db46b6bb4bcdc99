"""Names from a list or a campaign file, turned into files that lie in the campaign's folder and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

from sendoff.core.errors import InputError
from sendoff.core.language import tr

_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE)
"""Names that open a device on Windows, with any ending."""


def open_below(folder: Path, name: str) -> Path:
    """The existing file called `name` below `folder`, links resolved. Raises InputError.

    The rule is that of all systems together, so that a campaign made on one works on the others: no absolute name,
    drive, `..`, alternate stream, device or link that leads out. Backslashes separate, as on Windows.
    """
    parts = name.replace("\\", "/").split("/")
    if not name.strip() or not parts[0] or not all(map(_plain, parts)):
        raise _outside(name)
    try:
        root = folder.resolve()
        path = root.joinpath(*parts).resolve()
        found = path.is_file()
    except (OSError, RuntimeError, ValueError) as error:
        # A loop of links, a name too long, or one the file system cannot spell.
        raise _missing(name) from error
    if not path.is_relative_to(root):
        raise _outside(name)
    if not found:
        raise _missing(name)
    return path


def _plain(part: str) -> bool:
    """Say whether one part of a name stays where it is; Windows drops dots and blanks at its end."""
    if part in {"", "."}:
        return True
    return bool(part.rstrip(". ")) and part.isprintable() and ":" not in part and not _DEVICE.fullmatch(part)


def _outside(name: str) -> InputError:
    remedy = tr("Name a file in that folder or below it, without “..”, a drive letter or a colon.")
    return InputError(
        tr("The file “{name}” lies outside the campaign's folder.", name=_shown(name)), remedy=remedy, code="outside"
    )


def _missing(name: str) -> InputError:
    title = tr("There is no file “{name}” in the campaign's folder.", name=_shown(name))
    return InputError(title, remedy=tr("Put it there, or correct the name."), code="no_file")


def _shown(name: str) -> str:
    printable = "".join(char if char.isprintable() else "?" for char in name)
    return printable if len(printable) <= 100 else f"{printable[:100]}…"  # noqa: PLR2004 -- a sentence's worth
