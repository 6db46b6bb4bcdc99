"""The user's files, each fault as one sentence that names the file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from sendoff.adapters.system.atomic import write_atomically
from sendoff.adapters.system.below import open_below
from sendoff.adapters.system.toml_words import toml_fault
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.system_words import system_words

_LARGEST = 10 << 20
"""Bytes of the largest text file taken for a message."""


class UserFiles:
    """Implements `core.ports.Files`."""

    def tables(self, path: Path) -> dict[str, Any]:
        text = _text(path)
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            what, line = toml_fault(error, text)
            raise InputError(
                tr("Line {line} is not valid TOML: {what}.", line=line, what=what),
                remedy=tr("Correct that line."),
                where=path.name,
                code="toml",
            ) from error

    def text(self, path: Path) -> str:
        return _text(path)

    def content(self, path: Path, largest: int) -> bytes:
        return _bytes(path, largest)

    def keep(self, path: Path, text: str) -> None:
        self.keep_bytes(path, text.encode())

    def keep_bytes(self, path: Path, content: bytes) -> None:
        try:
            write_atomically(path, content)
        except OSError as error:
            raise InputError(
                tr("The file cannot be written: {strerror}.", strerror=system_words(error)),
                remedy=tr("Choose another place."),
                where=path.name,
                code="not_written",
            ) from error

    def text_below(self, folder: Path, name: str) -> str:
        return _text(open_below(folder, name))

    def path_below(self, folder: Path, name: str) -> Path:
        return open_below(folder, name)


def unread(path: Path, error: OSError) -> InputError:
    """Say why a file that a person named cannot be read."""
    title = tr("The file cannot be read: {strerror}.", strerror=system_words(error))
    remedy, code = tr("Check that you may open it."), ""
    match error:
        case FileNotFoundError():
            title, remedy, code = tr("The file does not exist."), tr("Check its name and place."), "no_file"
        case IsADirectoryError():
            title, remedy, code = tr("This is a folder."), tr("Name a file in it."), "folder"
    return InputError(title, remedy=remedy, where=path.name, code=code)


def _bytes(path: Path, largest: int) -> bytes:
    try:
        if path.stat().st_size > largest:
            raise InputError(
                tr("The file is larger than {largest} MB.", largest=largest >> 20),
                remedy=tr("A message is text; attach large files."),
                where=path.name,
            )
        return path.read_bytes()
    except OSError as error:
        raise unread(path, error) from error


def _text(path: Path) -> str:
    content = _bytes(path, _LARGEST)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(
            tr("Line {line} is not in UTF-8.", line=line),
            remedy=tr("Save the file with the encoding UTF-8."),
            where=path.name,
            code="wrong_encoding",
        ) from error
