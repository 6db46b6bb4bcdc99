"""Which encoding a text file has, and its lines. UTF-8 proves itself; what else it may be is guessed."""

from __future__ import annotations

import codecs
from collections.abc import Generator
from pathlib import Path

from sendoff.adapters.tabular.encoding_guess import likely_encodings
from sendoff.core.errors import InputError
from sendoff.core.language import digits, tr
from sendoff.core.listing import MIXED

_STRAY = "sendoff.cp1252"
"""The name under which codecs know how stray bytes are read."""
_CHUNK = 1 << 20
_LINE_LIMIT = 16 << 20
"""Characters without a line end; beyond it is no list, and reading it by lines would take the memory."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")
_MIXTURE = 2
"""Letters in UTF-8 for each byte that is not, before both are believed."""


def find_encodings(path: Path, wanted: str = "") -> tuple[str, ...]:
    """Name the encodings of the whole file, the one to take first: the wanted one, or the likeliest.

    Raises InputError for a file that is not text, an unknown encoding and one that does not fit, with the line.
    """
    with path.open("rb") as file:
        head = file.read(_CHUNK)
    found = next((name for bom, name in _BOMS if head.startswith(bom)), "") or _utf16_without_bom(head)
    others = _fitting(path, head, found)
    if wanted:
        name = _known(path, wanted)
        if name != MIXED and (problem := _misfit(path, name)):
            line, byte = problem
            raise InputError(
                tr(
                    "Line {line} is not {wanted} text (byte {byte}).",
                    line=digits(f"{line:,}"),
                    wanted=wanted,
                    byte=f"{byte:02X}",
                ),
                remedy=tr("Choose another encoding, or let Sendoff find it."),
                where=path.name,
                code="wrong_encoding",
            )
        return (name, *(other for other in others if other != name))
    if not others:
        raise InputError(
            tr("The encoding of this file is not recognised."),
            remedy=tr("Choose its encoding, or save it as “CSV UTF-8” in the program it comes from."),
            where=path.name,
            code="unknown_encoding",
        )
    return others


def read_lines(path: Path, encoding: str) -> Generator[str, None, None]:
    """The lines with their ends, as `csv.reader` wants them. Raises InputError where the file changed meanwhile."""
    name, errors = ("utf-8-sig", _STRAY) if encoding == MIXED else (encoding, "strict")
    try:
        with path.open(encoding=name, errors=errors, newline="") as file:
            yield from file
    except (OSError, UnicodeError) as error:
        raise InputError(
            tr("The file cannot be read to its end."), remedy=tr("Open it again."), where=path.name, code="unreadable"
        ) from error


def _fitting(path: Path, head: bytes, found: str) -> tuple[str, ...]:
    if found:
        return (found,) if not _misfit(path, found) else ()
    controls = sum(byte in _CONTROLS for byte in head)
    if b"\0" in head or controls > len(head) / 100:
        raise _not_text(path, head.count(b"\n", 0, head.find(b"\0")) + 1 if b"\0" in head else 0)
    if not _misfit(path, "utf-8"):
        return ("utf-8",)
    mixed = (MIXED,) if _is_mixed(path) else ()
    return (*mixed, *_guessed(path, head))


def _guessed(path: Path, head: bytes) -> tuple[str, ...]:
    sample = b"\n".join(line for line in head[: head.rfind(b"\n") + 1 or None].splitlines() if not line.isascii())
    likely = likely_encodings(sample or _first_strange_lines(path))
    fitting = tuple(name for name in likely[:4] if not _misfit(path, name))
    return fitting or (() if _misfit(path, "cp1252") else ("cp1252",))


def _first_strange_lines(path: Path, most: int = 200) -> bytes:
    """Lines beyond ASCII further down, where the head has none."""
    lines: list[bytes] = []
    with path.open("rb") as file:
        while len(lines) < most and (line := file.readline(_CHUNK)):
            if not line.isascii():
                lines.append(line)
    return b"".join(lines)


def _known(path: Path, wanted: str) -> str:
    if wanted.lower() == MIXED:
        return MIXED
    try:
        # Decoding one byte refuses codecs that do not make text, such as base64.
        b"a".decode(wanted, "replace")
        name = codecs.lookup(wanted).name
    except (LookupError, UnicodeError, ValueError) as error:
        raise InputError(
            tr("There is no encoding “{wanted}”.", wanted=wanted),
            remedy=tr("Common ones are utf-8, windows-1252 and utf-16."),
            where=path.name,
            code="wrong_encoding",
        ) from error
    # A byte order mark is no part of the first header.
    return "utf-8-sig" if name == "utf-8" else name


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
                raise _not_text(path, line + text.count("\n", 0, text.find("\0")) if "\0" in text else 0)
            if not chunk:
                return None
            line += text.count("\n")


def _is_mixed(path: Path) -> bool:
    """Say whether most of what is not ASCII is UTF-8, and all the rest could be Windows-1252."""
    forgiving = codecs.getincrementaldecoder("utf-8")("replace")
    letters = strays = 0
    try:
        for line in read_lines(path, MIXED):
            letters += len(line) - len(line.encode("ascii", "ignore"))
    except InputError:
        return False
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            strays += forgiving.decode(chunk).count("\ufffd")
    return letters - strays >= _MIXTURE * strays


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows-1252. Raises UnicodeDecodeError for those that are neither."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252"), error.end


codecs.register_error(_STRAY, _as_western)


def _utf16_without_bom(head: bytes) -> str:
    """Western text in UTF-16 has a zero in nearly every other byte."""
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.8 * half and not head[::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if half and head[::2].count(0) > 0.8 * half and not head[1::2].count(0) else ""


def _not_text(path: Path, line: int = 0) -> InputError:
    return InputError(
        tr("This file is not text: line {line} has a NUL byte.", line=digits(f"{line:,}"))
        if line
        else tr("This file is not text."),
        remedy=tr("Save the list as CSV or XLSX in the program it comes from."),
        where=path.name,
        code="not_text",
    )
