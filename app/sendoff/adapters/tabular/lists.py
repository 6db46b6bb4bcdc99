"""The port `core.ports.Lists` over this folder."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Iterable, Sequence
from pathlib import Path

from sendoff.adapters.tabular.export import write_csv
from sendoff.adapters.tabular.reading import GUESS, open_table
from sendoff.adapters.tabular.table import Table
from sendoff.adapters.tabular.workbook_export import write_workbook
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.listing import ReadOptions
from sendoff.core.ports import Cell
from sendoff.core.system_words import system_words

PASTE_LIMIT = 1 << 30
"""Bytes of the largest list taken from the clipboard or standard input."""


class ListFiles:
    """Lists of recipients in files."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def open_list(self, path: Path, options: ReadOptions = GUESS) -> Table:
        return open_table(path, options)

    def write_list(self, path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
        return write_csv(path, headers, rows)

    def write_workbook(self, path: Path, headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
        return write_workbook(path, headers, rows)

    def keep_list(self, name: str, parts: Iterable[bytes]) -> Path:
        try:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="sendoff-lists-"))
                weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
            path = Path(tempfile.mkdtemp(dir=self._folder)) / name
            size = 0
            with path.open("wb") as file:
                for part in parts:
                    size += file.write(part)
                    if size > PASTE_LIMIT:
                        raise InputError(
                            tr("The list is larger than 1 GB."),
                            remedy=tr("Open it as a file."),
                            where=name,
                            code="too_large",
                        )
        except OSError as error:
            raise InputError(
                tr("The list cannot be kept for reading: {strerror}.", strerror=system_words(error)),
                remedy=tr("Save it as a file and open that."),
                where=name,
                code="unwritable",
            ) from error
        return path
