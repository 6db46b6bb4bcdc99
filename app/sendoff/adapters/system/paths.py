"""Where Sendoff keeps its things: data, settings and logs."""

from __future__ import annotations

import errno
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from sendoff.core.errors import StorageError
from sendoff.core.language import phrase, tr
from sendoff.core.system_words import system_words

_SYNCED = {
    "onedrive": phrase("OneDrive"),
    "dropbox": phrase("Dropbox"),
    "icloud": phrase("iCloud"),
    "com~apple~clouddocs": phrase("iCloud"),
    "mobile documents": phrase("iCloud"),
    "cloudstorage": phrase("a cloud service"),
    "google drive": phrase("Google Drive"),
    "googledrive": phrase("Google Drive"),
    "nextcloud": phrase("Nextcloud"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The three folders of one installation."""

    data: Path
    settings: Path
    logs: Path

    def sandbox(self) -> Home:
        """The home of the sandbox: a folder of its own, so that trying never touches real campaigns."""
        return _below(self.data / "sandbox")


def find_home(environ: Mapping[str, str]) -> Home:
    """The home `SENDOFF_HOME` names, else the system's usual folders. Creates nothing."""
    if moved := environ.get("SENDOFF_HOME", "").strip():
        return _below(Path(moved).expanduser().absolute())
    folders = platformdirs.PlatformDirs(
        "Sendoff" if sys.platform in {"win32", "darwin"} else "sendoff", appauthor=False
    )
    return Home(data=folders.user_data_path, settings=folders.user_config_path, logs=folders.user_log_path)


def _below(folder: Path) -> Home:
    return Home(data=folder, settings=folder / "settings", logs=folder / "logs")


def prepare(home: Home) -> None:
    """Create the folders that are missing, for this user only, and prove that they can be written.

    Raises StorageError with a sentence: read-only, not a folder, disk full.
    """
    for folder in (home.data, home.settings, home.logs):
        try:
            make_private(folder)
            # Only a write tells: permission bits say nothing of a read-only mount or a full disk.
            with tempfile.TemporaryFile(dir=folder) as trial:
                trial.write(b"Sendoff")
        except OSError as error:
            raise unusable(folder, error) from error


def make_private(folder: Path) -> None:
    """Create `folder` and its missing parents with mode 0700; existing ones stay as they are. Raises OSError."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "Not a directory", str(folder))


def unusable(place: Path, error: OSError) -> StorageError:
    """The sentence for a folder or file that the system will not let Sendoff use."""
    elsewhere = tr("or set SENDOFF_HOME to another folder.")
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return StorageError(
                tr("The disk that holds {place} is full.", place=place), remedy=tr("Make room on it."), code="disk_full"
            )
        case errno.EROFS | errno.EACCES | errno.EPERM:
            remedy = tr("Allow writing there, {elsewhere}", elsewhere=elsewhere)
            return StorageError(tr("Sendoff may not write to {place}.", place=place), remedy=remedy, code="read_only")
        case errno.ENOTDIR | errno.EEXIST:
            remedy = tr("Move the file that is in the way, {elsewhere}", elsewhere=elsewhere)
            return StorageError(tr("{place} is not a folder.", place=place), remedy=remedy, code="not_a_folder")
        case _:
            reason = system_words(error)
            remedy = tr("Check the disk, {elsewhere}", elsewhere=elsewhere)
            return StorageError(
                tr("{place} cannot be used: {reason}.", place=place, reason=reason), remedy=remedy, code="unusable"
            )


def risky_place(path: Path) -> str:
    """A sentence of warning where `path` lies in a synchronised or network folder; empty where it does not.

    A database that is copied while it is written comes back torn.
    """
    text = str(path)
    if text.startswith(("\\\\", "//")):
        return _warning(tr("{path} is on a network drive", path=path))
    for part in text.replace("\\", "/").casefold().split("/"):
        for mark, name in _SYNCED.items():
            if part == mark or part.startswith((f"{mark} ", f"{mark}-", f"{mark}(")):
                return _warning(tr("{path} is kept in step by {name}", path=path, name=name))
    return ""


def _warning(fact: str) -> str:
    return tr(
        "{fact}, which can damage the campaigns. Set SENDOFF_HOME to a folder on this computer's own disk.", fact=fact
    )
