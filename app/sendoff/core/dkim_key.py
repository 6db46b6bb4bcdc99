"""The key by which receivers verify a provider's signature (DKIM, RFC 6376 3.6.1), read from its DNS record."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

LEAST_BITS = 1024
"""RFC 8301: receivers take no shorter key."""
GOOD_BITS = 2048
_SEQUENCE, _INTEGER, _BITS = 0x30, 0x02, 0x03
_LONG = 0x80
_ED25519 = 256


@dataclass(frozen=True, slots=True)
class Key:
    """A public key; 0 bits = it was withdrawn, or cannot be read."""

    kind: str
    bits: int


def parse(text: str) -> Key | None:
    """Read a record; None where it is no key at all."""
    tags: dict[str, str] = {}
    for part in text.split(";"):
        name, equals, value = part.partition("=")
        if equals:
            tags.setdefault(name.strip().lower(), value)
    if "p" not in tags or tags.get("v", "DKIM1").strip().upper() != "DKIM1":
        return None
    kind = tags.get("k", "rsa").strip().lower()
    try:
        key = base64.b64decode("".join(tags["p"].split()), validate=True)
    except (binascii.Error, ValueError):
        return Key(kind, 0)
    return Key(kind, _ED25519 if kind == "ed25519" and key else _rsa_bits(key))


def _rsa_bits(key: bytes) -> int:
    """The length of the modulus: of a SubjectPublicKeyInfo, or of a bare RSAPublicKey."""
    inside = _content(key, _SEQUENCE)
    if inside[:1] == bytes([_SEQUENCE]):
        algorithm = _whole(inside)
        bits = _content(inside[algorithm:], _BITS) if algorithm else b""
        inside = _content(bits[1:], _SEQUENCE)
    return int.from_bytes(_content(inside, _INTEGER), "big").bit_length()


def _measure(data: bytes) -> tuple[int, int]:
    """Where the content of the first DER value begins, and where it ends; (0, 0) where it is cut off."""
    if len(data) < 2:  # noqa: PLR2004 -- a tag and a length
        return 0, 0
    start, length = 2, data[1]
    if length & _LONG:
        start += length & ~_LONG
        length = int.from_bytes(data[2:start], "big")
    return (start, start + length) if start + length <= len(data) else (0, 0)


def _whole(data: bytes) -> int:
    return _measure(data)[1]


def _content(data: bytes, tag: int) -> bytes:
    start, end = _measure(data)
    return data[start:end] if data[:1] == bytes([tag]) else b""
