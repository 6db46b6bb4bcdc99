"""An account: where messages leave from, what it may do, and the name (never the value) of its secret."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from enum import StrEnum

SANDBOX = "sandbox"
"""The preset of the built-in server's account."""


class Security(StrEnum):
    """How the connection is protected."""

    TLS = "tls"
    """TLS from the first byte (port 465)."""
    STARTTLS = "starttls"
    """Upgrade is required; it never falls back to plain text (RFC 3207)."""
    NONE = "none"

    @property
    def usual_port(self) -> int:
        """The port at which servers usually offer it."""
        return {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}[self]


class SignIn(StrEnum):
    """What kind of secret the provider takes."""

    PASSWORD = "password"  # noqa: S105 -- a kind of sign-in, not a secret
    APP_PASSWORD = "app_password"  # noqa: S105 -- likewise
    API_KEY = "api_key"
    SMTP_CREDENTIALS = "smtp_credentials"
    XOAUTH2 = "xoauth2"
    NONE = "none"


class Route(StrEnum):
    """How a message reaches the provider."""

    SMTP = "smtp"
    GMAIL = "gmail_api"
    GRAPH = "graph"


class WireMode(StrEnum):
    """How closely messages follow one another on a connection; a server that offers less gets less."""

    CAREFUL = "careful"
    """A message begins when the answer to the one before has come: two round trips each."""
    OVERLAPPED = "overlapped"
    """The next message's envelope travels with the end of this one: one round trip each (PIPELINING)."""
    WINDOWED = "windowed"
    """Whole messages in flight, `window` at a time: for relays (PIPELINING and CHUNKING)."""


class ProxyKind(StrEnum):
    """What stands between this machine and the server."""

    NONE = "none"
    SYSTEM = "system"
    """What the system's settings say (environment variables on Linux)."""
    SOCKS5 = "socks5"
    HTTP = "http"
    """HTTP CONNECT (RFC 9110 9.3.6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """A proxy; its password, if it wants one, is in the keyring under `<account id>/proxy`."""

    kind: ProxyKind = ProxyKind.NONE
    host: str = ""
    port: int = 0
    username: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapPlace:
    """Where the provider keeps copies of what was sent; the account's own user and secret open it."""

    host: str = ""
    """Empty = nobody knows such a place."""
    port: int = 993
    security: Security = Security.TLS


MESSAGES_PER_CONNECTION = 100
"""Where nobody knows what the server takes."""


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
    messages_per_connection: int = MESSAGES_PER_CONNECTION
    """A connection is replaced after so many messages; 0 = never."""
    ca_file: str = ""
    """A file of certificates to trust instead of the system's."""
    local_name: str = ""
    """The name given in EHLO; empty = this machine's."""
    route: Route = Route.SMTP
    wire: WireMode = WireMode.CAREFUL
    window: int = 8
    """Messages in flight on a windowed connection: as many may be in doubt when it breaks."""
    proxy: Proxy = field(default_factory=Proxy)
    pinned: str = ""
    """SHA-256 of the one certificate to trust instead of any authority, hexadecimal; empty = verify as usual."""
    client_cert: str = ""
    """A PEM file with the certificate (and key) this machine shows the server."""
    client_key: str = ""
    """The key's own file, where it is not in `client_cert`."""
    step_seconds: float = 10.0
    """How long each step of opening a connection may take."""
    identities: tuple[str, ...] = ()
    """Further From identities, besides `sender`."""
    signature: str = ""
    """Appended to messages, plain text; may be empty."""
    client_id: str = ""
    """One's own OAuth client, where the provider wants one."""
    tenant: str = ""
    """Microsoft's directory; empty = the usual one for the preset."""
    imap: ImapPlace = field(default_factory=ImapPlace)
    """Whoever is in doubt is looked for in its Sent folder."""
    file_copies: bool = False
    """A copy of every accepted message is put in that Sent folder."""
    keeps_copies: bool = False
    """The server was seen to keep copies itself, so none is filed."""
    limits_checked: str = ""
    """The day (ISO) on which the limits were taken from the preset; empty = set by hand."""
    ad_hoc: bool = False
    """Made by `--smtp URL` or by the sandbox, not shown among the accounts."""

    @property
    def is_here(self) -> bool:
        """Whether the server is on this computer, so that nobody is on the way there."""
        return self.proxy.kind is ProxyKind.NONE and is_here(self.host)

    @property
    def is_sandbox(self) -> bool:
        """Whether it is the built-in server's account, which delivers nothing."""
        return self.preset == SANDBOX


def is_here(host: str) -> bool:
    """Say whether a server's name or address is this computer's own: it reaches no network."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return f".{host.casefold()}".endswith(".localhost")  # RFC 6761 6.3


MOST_CONNECTIONS = 64
MOST_IN_FLIGHT = 64
HIGHEST_PORT = 65535
