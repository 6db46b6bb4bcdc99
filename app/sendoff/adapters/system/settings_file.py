"""The settings file: TOML, written whole or not at all."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import tomli_w

from sendoff.adapters.system.atomic import write_atomically
from sendoff.adapters.system.paths import make_private, unusable
from sendoff.adapters.system.toml_words import toml_fault
from sendoff.core.errors import InputError
from sendoff.core.language import tr


class SettingsFile:
    """The values of one file: strings, numbers, truth values, lists and tables of them; bytes go in as text."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, object]:
        """The values; none where there is no file.

        A broken file is kept aside as `.broken`, so that the next start works: raises InputError with its line.
        Raises StorageError where the file cannot be read.
        """
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise unusable(self._path, error) from error
        try:
            text = content.decode()
            return tomllib.loads(text)
        except UnicodeDecodeError as error:
            raise self._broken(content.count(b"\n", 0, error.start) + 1, tr("it is not UTF-8")) from error
        except tomllib.TOMLDecodeError as error:
            why, line = toml_fault(error, text)
            raise self._broken(line, why) from error

    def write(self, values: Mapping[str, object]) -> None:
        """Replace the file. Raises StorageError."""
        content = tomli_w.dumps(values).encode()
        try:
            make_private(self._path.parent)
            write_atomically(self._path, content)
        except OSError as error:
            raise unusable(self._path, error) from error

    def _broken(self, line: int, why: str) -> InputError:
        aside = self._path.with_name(f"{self._path.name}.broken")
        try:
            self._path.replace(aside)
        except OSError as error:
            raise unusable(self._path, error) from error
        return InputError(
            tr("The settings cannot be understood: {why}.", why=why),
            remedy=tr("Sendoff starts with its usual settings; the old ones are kept in {aside}.", aside=aside),
            where=tr("{path}, line {line}", path=self._path, line=line),
            code="settings_broken",
        )
