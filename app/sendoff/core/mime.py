"""The parts of a message as bytes: seven bits, CRLF line ends, no line over 76 characters (RFC 2045, 2046).

The boundaries contain `=_`, which neither quoted-printable nor base64 can produce, so no text can end a part early.
"""

from __future__ import annotations

import hashlib
from binascii import b2a_base64, b2a_qp
from dataclasses import dataclass
from functools import lru_cache

from sendoff.core.headers import attachment_fields

_CONTROLS = bytes({*range(32), 127} - {*b"\t\n"})
_BASE64_BYTES = 57
"""One line of 76 characters."""
_TYPES = {
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip",
    "gif": "image/gif",
    "ics": "text/calendar",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "vcf": "text/vcard",
    "webp": "image/webp",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""Fixed here, because the standard library's table differs from machine to machine."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The bytes of a campaign's messages around their texts and files."""

    opening: bytes
    """From MIME-Version to the first text."""
    between: bytes
    """From the plain text to the HTML."""
    after: bytes
    """Behind the last text."""
    before_file: bytes
    closing: bytes


def skeleton(seed: str, *, html: bool, files: bool) -> Skeleton:
    """Lay out a message: text alone or text and HTML as alternatives, in a mixed message where there are files."""
    mark = hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:24].encode()
    alternative, mixed = b"=_a_" + mark, b"=_m_" + mark
    opening, between, after = _text_fields(b"plain"), b"", b"\r\n"
    if html:
        opening = _multipart(b"alternative", alternative) + b"--%b\r\n" % alternative + opening
        between = b"\r\n--%b\r\n" % alternative + _text_fields(b"html")
        after = b"\r\n--%b--\r\n" % alternative
    if files:
        opening = _multipart(b"mixed", mixed) + b"--%b\r\n" % mixed + opening
        # The line end before a boundary belongs to it, so the last text keeps its own.
        after = after if html else b""
    return Skeleton(
        b"MIME-Version: 1.0\r\n" + opening,
        between,
        after,
        b"\r\n--%b\r\n" % mixed if files else b"",
        b"\r\n--%b--\r\n" % mixed if files else b"",
    )


def encoded_text(text: str) -> bytes:
    """Make a `settled` text quoted-printable.

    Line by line, because most lines of a campaign are the same in every message, and those are encoded once.
    """
    return b"\r\n".join(
        [_encoded_line(line) if len(line) <= _REMEMBERED else _quoted(line) for line in text.split("\n")]
    )


def _quoted(line: str) -> bytes:
    return b2a_qp(line.encode(), istext=True).replace(b"\n", b"\r\n")


_REMEMBERED = 1_000
"""Characters of the longest line that is remembered: a few thousand lines then hold a few MB at most."""
_encoded_line = lru_cache(maxsize=4096)(_quoted)


def settled(text: str) -> str:
    """The text as it travels: LF line ends, no other control characters but tab, only what UTF-8 holds."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.encode("utf-8", "replace").translate(None, _CONTROLS).decode()


def encoded_file(filename: str, content: bytes) -> bytes:
    """Make an attachment: its fields and its content in base64."""
    ending = filename.rpartition(".")[2].lower()
    fields = attachment_fields(filename, _TYPES.get(ending, "application/octet-stream"))
    lines = [
        b2a_base64(content[start : start + _BASE64_BYTES], newline=False)
        for start in range(0, len(content), _BASE64_BYTES)
    ]
    return fields + b"\r\n" + b"\r\n".join(lines)


def encoded_size(size: int) -> int:
    """Bytes that a file of `size` bytes takes in a message, its fields included."""
    return -(-size // _BASE64_BYTES) * (76 + 2) + 400


def _multipart(kind: bytes, boundary: bytes) -> bytes:
    return b'Content-Type: multipart/%b;\r\n boundary="%b"\r\n\r\n' % (kind, boundary)


def _text_fields(kind: bytes) -> bytes:
    return b"Content-Type: text/%b; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" % kind
