"""Is a workbook safe to open? Looked at first, for its reader takes all the memory a workbook asks for."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.parsers import expat

from sendoff.adapters.tabular.binary_sheets import Extent, Locked, xls_extents, xlsb_extent
from sendoff.adapters.tabular.xlsx_sheets import closely, glance
from sendoff.core.errors import InputError
from sendoff.core.language import digits, tr

ENTRY_LIMIT = 1_000
SIZE_LIMIT = 1 << 30
RATIO_LIMIT = 200
"""Beyond these a workbook is taken for a decompression bomb."""
CELLS_LIMIT = 24_000_000
"""Cells of the rectangle around everything on a sheet: the reader lays out all of them, 24 bytes each."""

_SMALL = 10 << 20
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, struct.error, OSError, ValueError, LookupError, RuntimeError,
    EOFError,
)  # fmt: skip
_CHUNK = 1 << 20
_HEAD = 4096


def check_container(path: Path) -> None:
    """Look at the container before the reader unpacks it. Raises InputError for what is damaged, locked or a bomb."""
    with path.open("rb") as file:
        if file.read(2) != b"PK":
            file.seek(0)
            _check_old(path, file.read(SIZE_LIMIT))
            return
    try:
        with zipfile.ZipFile(path) as archive:
            _check_sizes(path, archive)
            _check_parts(path, archive)
    except _DAMAGE as error:
        raise damaged(path) from error


def damaged(path: Path) -> InputError:
    """The error for what claims to be a workbook and is none."""
    return InputError(
        tr("The workbook cannot be read; it is damaged or of another kind."),
        remedy=tr("Open it in the program it comes from and save it as XLSX or CSV."),
        where=path.name,
        code="damaged",
    )


def protected(path: Path) -> InputError:
    """The error for a workbook that asks for a password."""
    return InputError(
        tr("The workbook is protected by a password."),
        remedy=tr("Save a copy without the password."),
        where=path.name,
        code="password",
    )


def _too_large(path: Path, title: str = "", remedy: str = "") -> InputError:
    return InputError(
        title or tr("The workbook unpacks to far more than a list needs."),
        remedy=remedy or tr("Save the sheet with the list as CSV."),
        where=path.name,
        code="too_large",
    )


def _check_sizes(path: Path, archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    manifest = "META-INF/manifest.xml"
    if any(entry.filename == manifest and entry.file_size < _SMALL for entry in entries):
        locked = b"encryption-data" in archive.read(manifest)
    else:
        locked = any(entry.flag_bits & 1 for entry in entries)
    if locked:
        raise protected(path)
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > ENTRY_LIMIT or size > SIZE_LIMIT or size > max(_SMALL, RATIO_LIMIT * packed):
        raise _too_large(path)


def _check_parts(path: Path, archive: zipfile.ZipFile) -> None:
    """Unpack each part once: a size that lies breaks its checksum, and cells far out would fill the memory."""
    for entry in archive.infolist():
        if entry.filename == "content.xml":
            with archive.open(entry) as part:
                _OdsExtent(path).check(part)
        elif entry.filename.lower().endswith(".bin"):
            _refuse_area(path, *xlsb_extent(archive.read(entry)).size)
        else:
            _check_xlsx(path, archive, entry)


def _check_old(path: Path, data: bytes) -> None:
    # An encrypted XLSX is a compound file with a stream of this name (MS-OFFCRYPTO 2.3.4).
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise protected(path)
    try:
        for extent in xls_extents(data):
            _refuse_area(path, *extent.size)
    except Locked as error:
        raise protected(path) from error
    except (ValueError, struct.error) as error:
        raise damaged(path) from error


def _chunks(part: IO[bytes]) -> Iterator[bytes]:
    return iter(lambda: part.read(_CHUNK), b"")


def _refuse_entities(path: Path, chunk: bytes) -> None:
    if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
        raise _too_large(path, tr("The workbook defines abbreviations of its own, as no spreadsheet does."))


def _plain_chunks(path: Path, part: IO[bytes]) -> Iterator[bytes]:
    for chunk in _chunks(part):
        _refuse_entities(path, chunk)
        yield chunk


def _check_xlsx(path: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    with archive.open(entry) as part:
        extent = glance(_plain_chunks(path, part))
    if extent is None or not _fits(*extent.size):
        try:
            with archive.open(entry) as part:
                extent = closely(_plain_chunks(path, part))
        except expat.ExpatError:
            if not _is_binary(archive, entry):  # a picture is no sheet, whatever its bytes look like
                raise
            extent = extent or Extent()
    _refuse_area(path, *extent.size)


def _is_binary(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    with archive.open(entry) as part:
        return b"\0" in part.read(_HEAD)


def _fits(rows: int, columns: int) -> bool:
    return rows * columns <= CELLS_LIMIT


def _refuse_area(path: Path, rows: int, columns: int) -> None:
    if not _fits(rows, columns):
        raise _too_large(
            path,
            tr(
                "The sheet reaches over {rows} rows and {columns} columns.",
                rows=digits(f"{rows:,}"),
                columns=digits(f"{columns:,}"),
            ),
            tr("Delete what stands far away from the list, or save the sheet with the list as CSV."),
        )


class _OdsExtent:
    """Follows the repetitions of cells and rows: a table of a few bytes can claim a billion cells."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._times = self._column = self._last = self._height = self._width = 0

    def check(self, part: IO[bytes]) -> None:
        """Read a whole content.xml. Raises InputError, ExpatError and ValueError."""
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.StartDoctypeDeclHandler = lambda *_: _refuse_entities(self._path, b"<!DOCTYPE")
        for chunk in _chunks(part):
            parser.Parse(chunk, False)  # noqa: FBT003 -- expat's own signature
        parser.Parse(b"", True)  # noqa: FBT003 -- likewise

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "table":
                self._height = self._width = 0
            case "table-row":
                self._times, self._column, self._last = int(attributes.get("table:number-rows-repeated", 1)), 0, 0
            case "table-cell" | "covered-table-cell":
                self._column += int(attributes.get("table:number-columns-repeated", 1))
                if "office:value-type" in attributes or "table:formula" in attributes:
                    self._last = self._column
            case "p":
                self._last = self._column

    def _end(self, name: str) -> None:
        if name.rpartition(":")[2] != "table-row":
            return
        self._height += self._times
        if self._last:
            self._width = max(self._width, self._last)
            _refuse_area(self._path, self._height, self._width)
