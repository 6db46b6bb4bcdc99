"""An account: where messages leave from, what it may do, and the name (never the value) of its secret."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Security(StrEnum):
    """How the connection is protected."""

    TLS = "tls"
    """TLS from the first byte (port 465)."""
    STARTTLS = "starttls"
    """Upgrade is required; it never falls back to plain text (RFC 3207)."""
    NONE = "none"


class SignIn(StrEnum):
    """What kind of secret the provider takes."""

    PASSWORD = "password"  # noqa: S105 -- a kind of sign-in, not a secret
    APP_PASSWORD = "app_password"  # noqa: S105 -- likewise
    API_KEY = "api_key"
    SMTP_CREDENTIALS = "smtp_credentials"
    XOAUTH2 = "xoauth2"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One way to send. The secret is in the OS keyring under `id`."""

    id: str
    name: str
    preset: str = "custom"
    host: str
    port: int
    security: Security = Security.STARTTLS
    sign_in: SignIn = SignIn.PASSWORD
    username: str = ""
    sender: str = ""
    """The From identity, `Anna Lee <anna@example.com>`."""
    reply_to: str = ""
    limits: tuple[str, ...] = ()
    """Rolling windows, `80/hour`; see `core.limits`."""
    connections: int = 1
    delay: float = 0.0
    """Seconds between messages."""
    messages_per_connection: int = 100
    """A connection is replaced after so many messages; 0 = never."""
    ca_file: str = ""
    """A file of certificates to trust instead of the system's."""
    local_name: str = ""
    """The name given in EHLO; empty = this machine's."""
    ad_hoc: bool = False
    """Made by `--smtp URL` or by the sandbox, not shown among the accounts."""


MOST_CONNECTIONS = 64
HIGHEST_PORT = 65535
