"""The parts of a message as bytes: seven bits, CRLF line ends, no line over 76 characters (RFC 2045, 2046).

The boundaries contain `=_`, which neither quoted-printable nor base64 can produce, so no text can end a part early.
"""

from __future__ import annotations

import hashlib
from binascii import b2a_base64, b2a_qp
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sendoff.core.calendars import canonical, method_of
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
    "ics": "text/calendar; charset=utf-8",
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
    """The bytes of a campaign's messages around their texts, invitations and files, in the order they are used."""

    opening: bytes
    """From MIME-Version to the plain text."""
    between: bytes
    """From the plain text to the page."""
    pictures: bytes
    """Behind the page, the pictures it shows."""
    before_calendar: bytes
    after: bytes
    """Behind the last of the alternatives."""
    before_file: bytes
    closing: bytes


def skeleton(seed: str, *, html: bool, files: bool, calendar: bool = False, pictures: Sequence[bytes] = ()) -> Skeleton:
    """Lay out a message: the text alone, or alternatives of it, a page and an invitation; mixed with files, if any.

    A page with pictures is one thing with them (RFC 2387). `pictures` are the parts `encoded_file` makes.
    """
    mark = hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:24].encode()
    alternative, related, mixed = b"=_a_" + mark, b"=_r_" + mark, b"=_m_" + mark
    opening, between, after = _text_fields(b"plain"), b"", b"" if files else b"\r\n"
    if html or calendar:
        opening = _multipart(b"alternative", alternative) + _next(alternative)[2:] + opening
        after = b"\r\n--%b--\r\n" % alternative
    if html:
        within = _multipart(b'related; type="text/html"', related) + _next(related)[2:] if pictures else b""
        between = _next(alternative) + within + _text_fields(b"html")
    if files:
        opening = _multipart(b"mixed", mixed) + _next(mixed)[2:] + opening
    return Skeleton(
        b"MIME-Version: 1.0\r\n" + opening,
        between,
        b"".join(_next(related) + one for one in pictures) + b"\r\n--%b--\r\n" % related if pictures else b"",
        _next(alternative),
        after,
        _next(mixed),
        b"\r\n--%b--\r\n" % mixed if files else b"",
    )


def _next(boundary: bytes) -> bytes:
    """A boundary between two parts: the line end before it belongs to it, so that a text keeps its own."""
    return b"\r\n--%b\r\n" % boundary


def encoded_text(text: str) -> bytes:
    """Make a `settled` text quoted-printable, no line of which begins with a dot.

    Line by line, because most lines of a campaign are the same in every message, and those are encoded once.
    """
    return b"\r\n".join(
        [_encoded_line(line) if len(line) <= _REMEMBERED else _quoted(line) for line in text.split("\n")]
    )


def _quoted(line: str) -> bytes:
    coded = b2a_qp(line.encode(), istext=True)
    if coded.startswith(b".") or b"\n." in coded:
        # A dot that begins a line would be doubled on the wire. No settled text has the control character.
        coded = b2a_qp(line.replace(".", "\x01").encode(), istext=True).replace(b"=01", b"=2E")
    return coded.replace(b"\n", b"\r\n")


_REMEMBERED = 1_000
"""Characters of the longest line that is remembered: a few thousand lines then hold a few MB at most."""
_encoded_line = lru_cache(maxsize=4096)(_quoted)


def settled(text: str) -> str:
    """The text as it travels: LF line ends, no other control characters but tab, only what UTF-8 holds."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.encode("utf-8", "replace").translate(None, _CONTROLS).decode()


def encoded_file(filename: str, content: bytes, *, cid: str = "") -> bytes:
    """Make an attachment, or a picture of the page: its fields and its content in base64."""
    return file_fields(filename, content, cid=cid) + base64_lines(content)


def file_fields(filename: str, content: bytes, *, cid: str = "") -> bytes:
    """The fields of a file and the empty line below them; the type goes by the name."""
    ending = filename.rpartition(".")[2].lower()
    kind = _TYPES.get(ending, "application/octet-stream")
    if ending == "ics" and method_of(content):
        kind = "application/ics"  # the invitation itself is an alternative: a second text/calendar would ask twice
    return attachment_fields(filename, kind, cid=cid) + b"\r\n"


def is_picture(name: str) -> bool:
    """Say whether a file is a picture that mail programs show, by its name. SVG is not: nearly none shows it."""
    kind = _TYPES.get(name.rpartition(".")[2].lower(), "")
    return kind.startswith("image/") and kind != "image/svg+xml"


def base64_lines(content: bytes) -> bytes:
    """The content as base64 in lines of 76 characters."""
    return b"\r\n".join([
        b2a_base64(content[start : start + _BASE64_BYTES], newline=False)
        for start in range(0, len(content), _BASE64_BYTES)
    ])  # fmt: skip


def calendar_part(content: bytes) -> bytes:
    """Make an invitation that mail programs act on (RFC 6047 2.4); `content` says what it asks for."""
    fields = f"Content-Type: text/calendar; charset=utf-8; method={method_of(content)}\r\n"
    return f"{fields}Content-Transfer-Encoding: base64\r\n\r\n".encode() + base64_lines(canonical(content))


def encoded_size(size: int) -> int:
    """Bytes that a file of `size` bytes takes in a message, its fields included."""
    return -(-size // _BASE64_BYTES) * (76 + 2) + 400


def _multipart(kind: bytes, boundary: bytes) -> bytes:
    return b'Content-Type: multipart/%b;\r\n boundary="%b"\r\n\r\n' % (kind, boundary)


def _text_fields(kind: bytes) -> bytes:
    return b"Content-Type: text/%b; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" % kind
