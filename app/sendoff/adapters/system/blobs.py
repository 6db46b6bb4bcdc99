"""Frozen attachments, each stored once under the SHA-256 of its content."""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path
from typing import IO

from sendoff.adapters.system.atomic import settle, unfinished
from sendoff.adapters.system.paths import make_private, unusable
from sendoff.core.errors import InputError, StorageError
from sendoff.core.language import phrase, tr
from sendoff.core.system_words import system_words

_CHUNK = 1 << 20
_SHA256 = re.compile(r"[0-9a-f]{64}")
_REMEDY = phrase("Attach the file again in a copy of the campaign.")


class Blobs:
    """The attachments of one data folder, in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, source: Path | bytes) -> tuple[str, int]:
        """Copy a file (or bytes) into the store, durably; return its SHA-256 and size.

        Raises InputError where the source cannot be read, StorageError where the store cannot be written.
        """
        with _opened(source) as content:
            try:
                make_private(self._folder)
                with unfinished(self._folder) as copy:
                    sha, size = _copy(content, copy, source)
                    target = self._folder / sha
                    # A good copy stays: Windows cannot replace a file that a connection is reading.
                    if not _intact(target, sha):
                        settle(copy, target)
            except OSError as error:
                raise unusable(self._folder, error) from error
        return sha, size

    def path(self, sha: str) -> Path:
        """Where the content lies. Raises StorageError where it is missing."""
        if not _SHA256.fullmatch(sha):
            raise ValueError("this is not a SHA-256 in hexadecimal")
        path = self._folder / sha
        if not path.is_file():
            raise StorageError(
                tr("A frozen attachment is missing from the data folder."), remedy=tr(_REMEDY), code="blob_missing"
            )
        return path

    def remove(self, sha: str) -> None:
        """Take a file away that nothing names any more. Raises StorageError where it cannot be."""
        path = self._folder / sha
        try:
            if _SHA256.fullmatch(sha):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise unusable(path, error) from error

    def size(self, sha: str) -> int:
        """Bytes of a kept file. Raises StorageError where it is missing."""
        return self.path(sha).stat().st_size

    def read(self, sha: str) -> bytes:
        """The content, proved to be what was frozen. Raises StorageError where it is missing or was changed."""
        path = self.path(sha)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise unusable(path, error) from error
        if hashlib.sha256(content).hexdigest() != sha:
            raise StorageError(
                tr("A frozen attachment was changed on the disk."), remedy=tr(_REMEDY), code="blob_corrupt"
            )
        return content


def _opened(source: Path | bytes) -> IO[bytes]:
    if isinstance(source, bytes):
        return io.BytesIO(source)
    # A pipe or a device would block or never end.
    if not source.is_file():
        raise InputError(
            tr("There is no file {source}.", source=source), remedy=tr("Check its name and place."), code="no_file"
        )
    try:
        return source.open("rb")
    except OSError as error:
        raise _unreadable(source, error) from error


def _copy(content: IO[bytes], copy: IO[bytes], source: Path | bytes) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while chunk := _read(content, source):
        digest.update(chunk)
        size += copy.write(chunk)
    return digest.hexdigest(), size


def _read(content: IO[bytes], source: Path | bytes) -> bytes:
    try:
        return content.read(_CHUNK)
    except OSError as error:
        raise _unreadable(source, error) from error


def _unreadable(source: Path | bytes, error: OSError) -> InputError:
    return InputError(
        tr("The file {source} cannot be read: {strerror}.", source=str(source), strerror=system_words(error)),
        remedy=tr("Allow reading it."),
        code="no_file",
    )


def _intact(path: Path, sha: str) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha
