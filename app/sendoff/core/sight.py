"""A finished message as a mail program reads it: its bytes, parsed back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from email import message_from_bytes, policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of a message's own."""

    kind: str
    """Media type, `image/png`."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What one recipient gets; `html` is empty in a plain message."""

    subject: str = ""
    to: str = ""
    html: str = ""
    text: str = ""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """By `cid`, without the brackets."""
    files: tuple[str, ...] = ()
    """Names of what is attached."""
    size: int = 0
    """Bytes of the whole message."""
    note: str = ""
    """A sentence on this row; empty where there is nothing to say."""


def read_sight(content: bytes) -> Sight:
    """Read a message that Sendoff made."""
    message = message_from_bytes(content, policy=policy.default.clone(utf8=True))
    html, text = message.get_body(("html",)), message.get_body(("plain",))
    pictures, files = {}, []
    for part in message.walk():
        if part.is_multipart() or part in (html, text):
            continue
        if cid := str(part.get("Content-ID", "")).strip().strip("<>"):
            octets = part.get_payload(decode=True)
            pictures[cid] = Picture(kind=part.get_content_type(), content=octets if isinstance(octets, bytes) else b"")
        elif part.is_attachment():
            files.append(part.get_filename() or "file")
    return Sight(
        subject=str(message.get("Subject", "")),
        to=str(message.get("To", "")),
        html=str(html.get_content()) if html is not None else "",
        text=str(text.get_content()) if text is not None else "",
        pictures=pictures,
        files=tuple(files),
        size=len(content),
    )
