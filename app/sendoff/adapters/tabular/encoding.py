"""Which encoding a text file has, and its lines. UTF-8 proves itself; Windows-1252 is what remains."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from sendoff.core.errors import InputError

_CHUNK = 1 << 20
_LINE_LIMIT = 16 << 20
"""Characters without a line end; beyond it is no list, and reading it by lines would take the memory."""
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")


def find_encoding(path: Path, wanted: str = "") -> str:
    """Name the encoding under which the whole file can be read: the wanted one, or the first that fits.

    Raises InputError for a file that is not text, an unknown encoding and one that does not fit, with the line.
    """
    with path.open("rb") as file:
        head = file.read(_CHUNK)
    found = next((name for bom, name in _BOMS if head.startswith(bom)), "") or _utf16_without_bom(head)
    if wanted:
        name = _known(path, wanted)
        # A byte order mark is no part of the first header.
        name = "utf-8-sig" if name == "utf-8" else name
        if problem := _misfit(path, name):
            line, byte = problem
            raise InputError(
                f"Line {line:,} is not {wanted} text (byte {byte:02X}).",
                remedy="Choose another encoding, or let Sendoff find it.",
                where=path.name,
                code="wrong_encoding",
            )
        return name
    if not found:
        controls = sum(byte in _CONTROLS for byte in head)
        if b"\0" in head or controls > len(head) / 100:
            raise _not_text(path)
    for name in (found,) if found else ("utf-8", "cp1252"):
        if not _misfit(path, name):
            return name
    raise InputError(
        "The encoding of this file is not recognised.",
        remedy="Choose its encoding, or save it as “CSV UTF-8” in the program it comes from.",
        where=path.name,
        code="unknown_encoding",
    )


def read_lines(path: Path, encoding: str) -> Iterator[str]:
    """The lines with their ends, as `csv.reader` wants them. Raises InputError where the file changed meanwhile."""
    try:
        with path.open(encoding=encoding, newline="") as file:
            yield from file
    except (OSError, UnicodeError) as error:
        raise InputError(
            "The file cannot be read to its end.", remedy="Open it again.", where=path.name, code="unreadable"
        ) from error


def _known(path: Path, wanted: str) -> str:
    try:
        # Decoding one byte refuses codecs that do not make text, such as base64.
        b"a".decode(wanted, "replace")
        return codecs.lookup(wanted).name
    except (LookupError, UnicodeError) as error:
        raise InputError(
            f"There is no encoding “{wanted}”.",
            remedy="Common ones are utf-8, windows-1252 and utf-16.",
            where=path.name,
            code="wrong_encoding",
        ) from error


def _misfit(path: Path, encoding: str) -> tuple[int, int] | None:
    """The line and the byte at which the file is not in `encoding`; None where all of it is."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line, since = 1, 0
    with path.open("rb") as file:
        while True:
            chunk = file.read(_CHUNK)
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                return line + error.object[: error.start].count(b"\n"), error.object[error.start]
            except UnicodeError:
                # UTF-16 without its byte order mark.
                return line, chunk[0]
            since = 0 if "\n" in text or "\r" in text else since + len(text)
            if "\0" in text or since > _LINE_LIMIT:
                raise _not_text(path)
            if not chunk:
                return None
            line += text.count("\n")


def _utf16_without_bom(head: bytes) -> str:
    """Western text in UTF-16 has a zero in nearly every other byte."""
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.8 * half and not head[::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if half and head[::2].count(0) > 0.8 * half and not head[1::2].count(0) else ""


def _not_text(path: Path) -> InputError:
    return InputError(
        "This file is not text.",
        remedy="Save the list as CSV or XLSX in the program it comes from.",
        where=path.name,
        code="not_text",
    )
