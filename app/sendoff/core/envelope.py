"""What is handed to a transport, and what a server says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Envelope:
    """One message for one recipient, ready for the wire."""

    sender: str
    """The address of MAIL FROM."""
    recipient: str
    """The address of RCPT TO, its domain in ASCII form."""
    content: bytes
    """The whole message, CRLF line ends, not dot-stuffed."""
    message_id: str = ""
    smtputf8: bool = False
    """The message or an address needs SMTPUTF8 (RFC 6531)."""
    eight_bit: bool = False
    """The content has bytes over 127 and needs 8BITMIME (RFC 6152)."""
    plain: bool = False
    """The content is made so that it travels as it is: it has no line end but CRLF, ends in one, and no line begins
    with a dot."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What the server offered after sign-in, for people and for the engine."""

    greeting: str = ""
    tls: str = ""
    """Protocol and cipher, such as `TLSv1.3 TLS_AES_256_GCM_SHA384`; empty on a plain connection."""
    size: int = 0
    """Largest message in bytes, 0 when not said (RFC 1870)."""
    features: frozenset[str] = field(default_factory=frozenset)
    """EHLO keywords, upper case: PIPELINING, SMTPUTF8, 8BITMIME, ..."""
    auth: tuple[str, ...] = ()
