"""Header fields as bytes: folded and ASCII (RFC 2047, 2231), but for the addresses that cannot be.

No value can end its line: everything up to a blank, and every other line end of Unicode, becomes one blank first.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache
from urllib.parse import quote

_WIDTH = 76
_WORD_BYTES = 45
"""Of UTF-8 in one encoded word: 60 characters of base64, 72 in all (75 are allowed)."""
_BREAKING = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_ATOMS = re.compile(r"[\w!#$%&'*+/=?^`{|}~ -]+", re.ASCII)
_SIMPLE_NAME = re.compile(r"[\w .,()+=@#$&~^{}!-]{1,60}", re.ASCII)
_PARAMETER_WIDTH = 54


def one_line(text: str) -> str:
    """Fold blanks, line ends and control characters into single blanks; what UTF-8 cannot hold becomes `?`."""
    if text.isprintable() and "  " not in text:  # nearly every text, and then nothing else is to be done
        return text.strip(" ")
    return _BREAKING.sub(" ", text).strip().encode("utf-8", "replace").decode()


def text_field(name: str, value: str) -> bytes:
    """An unstructured field, such as Subject, with its line end."""
    return _text_field(name, one_line(value))


def mailbox_field(name: str, display: str, address: str) -> bytes:
    """A field with one mailbox; `address` is checked already and its domain is in ASCII form."""
    display = one_line(display)
    bracketed = f"<{address}>".encode()
    if not display:
        return f"{name}: {address}\r\n".encode()
    phrase = _phrase(display, len(name) + 2)
    last = phrase.rpartition(b"\n")[2]
    gap = b" " if len(last) + len(bracketed) + len(name) + 3 <= _WIDTH else b"\r\n "
    return b"".join((name.encode(), b": ", phrase, gap, bracketed, b"\r\n"))


def attachment_fields(filename: str, content_type: str, *, cid: str = "") -> bytes:
    """The fields of a file, base64, its name as RFC 2231 has it where it is not plain ASCII.

    With a checked `cid` it is a picture of the page (RFC 2392), else an attachment.
    """
    identity = f"Content-ID: <{cid}>\r\n" if cid else ""
    return (
        f"Content-Type: {content_type}\r\nContent-Transfer-Encoding: base64\r\n{identity}"
        f"Content-Disposition: {'inline' if cid else 'attachment'};\r\n {_filename(filename)}\r\n"
    ).encode()


def unsubscribe_fields(https: str, mailto: str) -> bytes:
    """`List-Unsubscribe` for coded addresses, and `-Post` only beside an https one (RFC 2369, RFC 8058 3.1)."""
    addresses = [f"<{address}>" for address in (https, mailto) if address]
    if not addresses:
        return b""
    # An address cannot be folded, and a field whose first line is empty is more than some readers take.
    field = "List-Unsubscribe: " + ",\r\n ".join(addresses) + "\r\n"
    return (field + ("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" if https else "")).encode()


@lru_cache(maxsize=64)
def date_value(seconds: int) -> bytes:
    """The Date field's value (RFC 5322 3.3) for epoch seconds, in UTC."""
    return format_datetime(datetime.fromtimestamp(seconds, UTC)).encode()


@lru_cache(maxsize=256)
def _text_field(name: str, value: str) -> bytes:
    start = len(name) + 2
    if value.isascii() and "=?" not in value:
        lines = _folded(value, start)
        if all(len(line) <= _WIDTH for line in lines):
            return f"{name}: ".encode() + "\r\n".join(lines).encode() + b"\r\n"
    return f"{name}: ".encode() + _encoded_words(value, start) + b"\r\n"


def _folded(value: str, start: int) -> list[str]:
    """Lines that begin with the blank they were parted at, so that unfolding gives `value` back."""
    lines, room = [""], _WIDTH - start
    for piece in re.findall(r" ?[^ ]+", value):
        if lines[-1] and len(lines[-1]) + len(piece) > room:
            lines.append("")
            room = _WIDTH
        lines[-1] += piece
    return lines


def _phrase(display: str, start: int) -> bytes:
    if display.isascii() and "=?" not in display and len(display) + start < _WIDTH:
        if _ATOMS.fullmatch(display):
            return display.encode()
        return b'"' + re.sub(r'(["\\])', r"\\\1", display).encode() + b'"'
    return _encoded_words(display, start)


def _encoded_words(text: str, start: int) -> bytes:
    """RFC 2047 words of whole characters, each on a line of its own where it does not fit behind the name."""
    words = [b"=?utf-8?B?" + b64encode(run) + b"?=" for run in _runs(text, _WORD_BYTES - (start * 3 + 3) // 4)]
    return b"\r\n ".join(words)


def _runs(text: str, first: int) -> Iterator[bytes]:
    whole, start, room = text.encode(), 0, max(first, 4)
    while len(whole) - start > room:
        end = start + room
        while whole[end] & 0xC0 == 0x80:  # noqa: PLR2004 -- the second and later bytes of a character
            end -= 1
        yield whole[start:end]
        start, room = end, _WORD_BYTES
    yield whole[start:]


def _filename(filename: str) -> str:
    name = one_line(re.split(r"[/\\]", filename)[-1]) or "attachment"
    if _SIMPLE_NAME.fullmatch(name):
        return f'filename="{name}"'
    coded = f"utf-8''{quote(name, safe='')}"
    if len(coded) <= _PARAMETER_WIDTH:
        return f"filename*={coded}"
    runs = re.findall(rf"(?:%..|[^%]){{1,{_PARAMETER_WIDTH // 3}}}", coded)
    return ";\r\n ".join(f"filename*{number}*={run}" for number, run in enumerate(runs))
