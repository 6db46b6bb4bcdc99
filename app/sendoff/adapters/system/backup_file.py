"""The file of a backup: a zip with a manifest, in which every part has its checksum."""

from __future__ import annotations

import hashlib
import shutil
import tomllib
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

import tomli_w

from sendoff.adapters.system.atomic import settle, unfinished
from sendoff.adapters.system.files import unread
from sendoff.adapters.system.paths import make_private, unusable
from sendoff.core.backup import DATABASE, Manifest, Part, manifest_from_json
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.system_words import system_words

_MANIFEST = "manifest.json"
_CHUNK = 1 << 20
_LARGEST_MANIFEST = 64 << 20
_SETTINGS = "settings/settings.toml"
_OF_THIS_COMPUTER = ("data_folder", "window.geometry", "files.folder")
"""Settings that mean nothing on another computer."""


class BackupFile:
    """Implements `core.backup_ports.Archive` for one home."""

    def __init__(self, data: Path, settings: Path) -> None:
        self._data = data
        self._settings = settings

    def write(self, target: Path, manifest: Manifest, database: Path) -> Manifest:
        """Write the file, whole or not at all."""
        sources = [(DATABASE, database), *self._found()]
        try:
            with unfinished(target.absolute().parent) as file:
                with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as packed:
                    parts = tuple(_add(packed, name, source) for name, source in sources)
                    whole = replace(manifest, parts=parts)
                    packed.writestr(_MANIFEST, whole.to_json())
                settle(file, target)
        except OSError as error:
            raise InputError(
                tr("The backup cannot be written: {strerror}.", strerror=system_words(error)),
                remedy=tr("Choose another place."),
                where=str(target),
                code="not_written",
            ) from error
        return whole

    def _found(self) -> Iterator[tuple[str, Path]]:
        for path in sorted((self._data / "blobs").glob("[0-9a-f]" * 64)):
            yield f"data/blobs/{path.name}", path
        if (self._settings / "settings.toml").is_file():
            yield _SETTINGS, self._settings / "settings.toml"
        for folder in ("providers", "rules", "lists"):
            for path in sorted((self._settings / folder).glob("*")):
                if path.is_file():
                    yield f"settings/{folder}/{path.name}", path

    def look(self, path: Path) -> Manifest:
        """Read the manifest."""
        with _opened(path) as packed:
            return _manifest(packed, path)

    def unpack(self, path: Path) -> tuple[Manifest, Path]:
        """Unpack and prove every part; nothing is left where one is wrong."""
        with _opened(path) as packed:
            manifest = _manifest(packed, path)
            try:
                make_private(self._data)
                staging = Path(mkdtemp(prefix=".restore-", dir=self._data))
            except OSError as error:
                raise unusable(self._data, error) from error
            try:
                for part in manifest.parts:
                    _extract(packed, part, staging, path)
            except BaseException:
                shutil.rmtree(staging, ignore_errors=True)
                raise
        return manifest, staging

    def place(self, staging: Path, parts: Sequence[Part], stamp: str) -> str:
        """Attachments and settings first, the database last and at once."""
        try:
            for part in parts:
                if part.name != DATABASE:
                    self._place(staging / part.name, part.name, stamp)
            kept = self._set_aside(stamp)
            with (staging / DATABASE).open("rb+") as file:
                settle(file, self._data / "sendoff.db")
        except OSError as error:
            raise unusable(self._data, error) from error
        return str(kept or "")

    def discard(self, staging: Path) -> None:
        """Remove what was unpacked."""
        shutil.rmtree(staging, ignore_errors=True)

    def _place(self, source: Path, name: str, stamp: str) -> None:
        area, _, rest = name.partition("/")
        target = (self._data if area == "data" else self._settings) / rest
        content = source.read_bytes()
        if name == _SETTINGS:
            content = _for_this_computer(content, target)
        make_private(target.parent)
        if target.is_file():
            if target.read_bytes() == content:
                return
            target.replace(target.with_name(f"{target.name}.before-restore-{stamp}"))
        with unfinished(target.parent) as file:
            file.write(content)
            settle(file, target)

    def _set_aside(self, stamp: str) -> Path | None:
        """Keep the present database, together with its log where that could not be folded into it."""
        present = self._data / "sendoff.db"
        if not present.is_file():
            return None
        folder = self._data / "backups"
        make_private(folder)
        kept = folder / f"sendoff-before-restore-{stamp}.db"
        if not present.with_name(f"{present.name}-wal").exists():
            shutil.copyfile(present, kept)  # until the new one takes its name, the old one is there
            return kept
        for end in ("-wal", "-shm", ""):
            beside = present.with_name(f"{present.name}{end}")
            if beside.is_file():
                beside.replace(kept.with_name(f"{kept.name}{end}"))
        return kept


def _add(packed: zipfile.ZipFile, name: str, source: Path) -> Part:
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as content, packed.open(name, "w", force_zip64=True) as file:
        while chunk := content.read(_CHUNK):
            digest.update(chunk)
            size += file.write(chunk)
    return Part(name=name, size=size, sha256=digest.hexdigest())


def _extract(packed: zipfile.ZipFile, part: Part, staging: Path, path: Path) -> None:
    target, digest, size = staging / part.name, hashlib.sha256(), 0
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with packed.open(part.name) as content, target.open("wb") as file:
            # One byte more than the manifest says is one too many: a bomb ends here.
            while size <= part.size and (chunk := content.read(min(_CHUNK, part.size - size + 1))):
                digest.update(chunk)
                size += file.write(chunk)
    except OSError as error:
        raise unusable(target, error) from error
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise _damaged(path, part.name) from error
    if size != part.size or digest.hexdigest() != part.sha256:
        raise _damaged(path, part.name)


def _manifest(packed: zipfile.ZipFile, path: Path) -> Manifest:
    try:
        with packed.open(_MANIFEST) as file:
            return manifest_from_json(_bounded(file).decode())
    except (KeyError, UnicodeDecodeError, zlib.error, EOFError, zipfile.BadZipFile) as error:
        raise _none(path) from error


def _bounded(file: IO[bytes]) -> bytes:
    return file.read(_LARGEST_MANIFEST)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        packed = zipfile.ZipFile(path)
    except OSError as error:
        raise unread(path, error) from error
    except zipfile.BadZipFile as error:
        raise _none(path) from error
    with packed:
        yield packed


def _none(path: Path) -> InputError:
    return InputError(
        tr("This is no backup of Sendoff."),
        remedy=tr("Choose a file that “Back up” or `sendoff backup` wrote."),
        where=path.name,
        code="no_backup",
    )


def _damaged(path: Path, name: str) -> InputError:
    return InputError(
        tr("This backup is damaged: {name} is not what was written.", name=name),
        remedy=tr("Choose another backup. Nothing was changed."),
        where=path.name, code="damaged_backup",
    )  # fmt: skip


def _for_this_computer(content: bytes, present: Path) -> bytes:
    """The backup's settings, with what is about this computer as it is here."""
    try:
        values = tomllib.loads(content.decode())
        ours = tomllib.loads(present.read_text("utf-8")) if present.is_file() else {}
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return content
    for key in _OF_THIS_COMPUTER:
        values.pop(key, None)
        if key in ours:
            values[key] = ours[key]
    return tomli_w.dumps(values).encode()
