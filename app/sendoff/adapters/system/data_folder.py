"""Moving the data folder: a copy of which every byte is proven, and an old folder nothing is sent from any more."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from sendoff.adapters.system.paths import make_private, unusable
from sendoff.core.errors import InputError
from sendoff.core.language import digits, tr

_LEFT = frozenset({"sendoff.lock", "requests", "settings", "logs"})
"""Not moved: what belongs to a process, and the folders that have a place of their own."""
_ROOM = 1.1
_CHUNK = 1 << 20


class DataFolder:
    """Implements `core.backup_ports.Folder`."""

    def copy(self, source: Path, target: Path) -> int:
        """Copy everything and compare it; the number of files."""
        _check(source, target)
        files = list(_files(source))
        existed = target.is_dir()
        try:
            make_private(target)
            _check_room(files, target)
            for path in files:
                _copy(path, target / path.relative_to(source))
        except BaseException as error:
            shutil.rmtree(target, ignore_errors=True)
            if existed:
                target.mkdir(mode=0o700, exist_ok=True)
            if isinstance(error, OSError):
                raise unusable(target, error) from error
            raise
        return len(files)

    def retire(self, source: Path) -> None:
        """Take the database's name away, so that nobody sends from the old folder by mistake."""
        try:
            (source / "sendoff.db").replace(source / "sendoff.db.moved")
        except FileNotFoundError:
            return
        except OSError as error:
            raise unusable(source, error) from error


def _check(source: Path, target: Path) -> None:
    here, there = source.resolve(), target.resolve()
    if here == there or here in there.parents or there in here.parents:
        raise InputError(
            tr("The new folder lies in the old one, or the other way round."),
            remedy=tr("Choose another."),
            code="inside",
        )
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise InputError(
            tr("The new folder is not empty."),
            remedy=tr("Choose an empty one, or a name that is not there yet."),
            code="taken",
        )


def _check_room(files: list[Path], target: Path) -> None:
    size = sum(path.stat().st_size for path in files)
    if shutil.disk_usage(target).free < size * _ROOM:
        raise InputError(
            tr("There is not enough room there."),
            remedy=tr("It takes {size} MB.", size=digits(f"{size >> 20:,}")),
            code="full",
        )


def _files(source: Path) -> Iterator[Path]:
    for path in sorted(source.iterdir()):
        if path.name in _LEFT or path.name.startswith("."):
            continue
        if path.is_dir():
            yield from sorted(one for one in path.rglob("*") if one.is_file())
        elif path.is_file():
            yield path


def _copy(path: Path, target: Path) -> None:
    make_private(target.parent)
    digest = hashlib.sha256()
    with path.open("rb") as content, target.open("xb") as copy:
        while chunk := content.read(_CHUNK):
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    with target.open("rb") as copied:
        if hashlib.file_digest(copied, "sha256").digest() != digest.digest():
            raise InputError(
                tr("The copy is not the same."), remedy=tr("Check the disk there."), where=target.name, code="copy"
            )
