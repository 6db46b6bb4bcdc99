"""An account as one URL says it: `smtp://user@host:587?security=starttls`."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from sendoff.core.account import MESSAGES_PER_CONNECTION, Security, WireMode
from sendoff.core.errors import InputError
from sendoff.core.language import phrase, tr

_USAGE = phrase("Write it like smtp://user@smtp.example.com:587?security=starttls.")
_SAID = frozenset({"security", "ca", "wire", "messages"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpUrl:
    """What a URL says about an account."""

    host: str
    port: int
    security: Security
    username: str
    ca_file: str
    wire: WireMode
    messages: int
    """After so many a connection is replaced; 0 = never."""

    @property
    def place(self) -> str:
        """Where it leads, `anna@smtp.example.com:587`."""
        return f"{self.username}@{self.host}:{self.port}" if self.username else f"{self.host}:{self.port}"


def read_smtp_url(url: str) -> SmtpUrl:
    """Read `smtp://user@host:587?security=starttls|tls|none&ca=FILE&wire=careful|overlapped|windowed&messages=N`.

    `smtps` is TLS from the first byte. A password in it is refused, because command lines are visible to every program
    on the machine. Raises InputError: `smtp_url`, `password_in_url`.
    """
    try:
        parts = urlsplit(url)
    except ValueError as error:  # brackets without their other half
        raise _no_url(url) from error
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or set(query) - _SAID:
        raise _no_url(url)
    if parts.password is not None:
        raise InputError(
            tr("The address holds a password, and other programs can read command lines."),
            remedy=tr("Leave it out and set SENDOFF_PASSWORD, or use --password-stdin."),
            code="password_in_url",
        )
    try:
        security = Security(query.get("security", "tls" if parts.scheme == "smtps" else "starttls"))
        return SmtpUrl(
            host=parts.hostname,
            port=parts.port or security.usual_port,
            security=security,
            username=unquote(parts.username or ""),
            ca_file=query.get("ca", ""),
            wire=WireMode(query.get("wire", WireMode.CAREFUL)),
            messages=max(0, int(query.get("messages", MESSAGES_PER_CONNECTION))),
        )
    except ValueError as error:
        raise _no_url(url) from error


def _no_url(url: str) -> InputError:
    return InputError(tr("“{url}” is not an SMTP address.", url=url), remedy=tr(_USAGE), code="smtp_url")
