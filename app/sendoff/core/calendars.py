"""Calendar invitations: iCalendar files (RFC 5545) that mail programs show with buttons to accept (RFC 6047)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sendoff.core.template import Template, compile_template

_METHOD = re.compile(rb"^METHOD:([A-Za-z]{1,20})[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_OCTETS = 75
"""Of a line (RFC 5545 3.1)."""


def is_calendar(name: str) -> bool:
    """Say whether a file is a calendar's by its name."""
    return name.lower().endswith(".ics")


def method_of(content: bytes) -> str:
    """What an invitation asks for, such as REQUEST; empty where the file only holds events, or is not in UTF-8."""
    found = _METHOD.search(content)
    return found[1].decode().upper() if found and _text(content) else ""


def calendar_template(content: bytes, where: str) -> Template | None:
    """Compile an invitation with merge fields; None where it has none. Raises InputError."""
    text = _text(content)
    if "{{" not in text and "{%" not in text:
        return None
    # Unfolded, so that a field may have been parted over two lines by the program that wrote the file.
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    return compile_template(unfolded, html=False, where=where)


def filled_calendar(template: Template, values: Mapping[str, str]) -> bytes:
    """Fill in an invitation for one row. A value stays one value: its line ends, commas and the like are escaped."""
    return canonical(template.render({name: _escaped(value) for name, value in values.items()}).encode())


def canonical(content: bytes) -> bytes:
    """The content with the line ends and the line lengths of RFC 5545."""
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").strip(b"\n").split(b"\n")
    return b"\r\n".join(piece for line in lines for piece in _folded(line)) + b"\r\n"


def _folded(line: bytes) -> list[bytes]:
    pieces, room = [], _OCTETS
    while len(line) > room:
        end = room
        while line[end] & 0xC0 == 0x80:  # noqa: PLR2004 -- the second and later bytes of a character
            end -= 1
        pieces.append(line[:end])
        line = b" " + line[end:]
    return [*pieces, line]


def _escaped(value: str) -> str:
    value = re.sub(r"([\\;,])", r"\\\1", value)
    value = re.sub(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]", r"\\n", value)
    return re.sub(r"[\x00-\x08\x0e-\x1f\x7f]", "", value).encode("utf-8", "replace").decode()


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
