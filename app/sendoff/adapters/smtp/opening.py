"""The first words of a session: greeting, EHLO, STARTTLS, and what the server says of itself."""

from __future__ import annotations

import re
import socket
import ssl

from sendoff.adapters.smtp import faults
from sendoff.adapters.smtp.wire import Broken, Cause, Wire
from sendoff.core.account import Account, Security
from sendoff.core.envelope import Capabilities
from sendoff.core.outcome import Stage, parse_reply

_READY, _GOOD, _UNKNOWN_COMMAND = 220, range(200, 300), 500
_HOST_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[A-Za-z0-9:.]+\]")


def greet(wire: Wire, account: Account) -> str:
    """Wait for the greeting and return its words. Raises ConnectError, Broken."""
    said: tuple[int, bytes] | None = None
    try:
        said = wire.getreply()
    except Broken as error:
        if error.cause is not Cause.TIMEOUT or account.security is Security.TLS:
            raise
    if said is None:
        raise faults.silent(account, wire.patience)
    code, words = said
    if code != _READY:
        raise faults.greeting_refused(account, Stage.CONNECT, code, words)
    return parse_reply(Stage.CONNECT, code, words).text


def protect(wire: Wire, account: Account, context: ssl.SSLContext | None) -> None:
    """Say EHLO, and again in TLS where the account wants STARTTLS. Raises ConnectError, Broken, OSError."""
    if account.security is Security.STARTTLS and context is not None:
        start_tls(wire, account, context)
    try:
        _hello(wire, account)
    except Broken as error:
        error.alert = error.alert or wire.parting_alert()
        raise


def start_tls(wire: Wire, account: Account, context: ssl.SSLContext) -> None:
    """Say EHLO and STARTTLS and shake hands. Raises ConnectError, Broken, OSError."""
    _hello(wire, account)
    if not wire.has_extn("starttls"):
        raise faults.no_starttls(account)
    code, words = wire.docmd("STARTTLS")
    if code != _READY:
        raise faults.starttls_refused(account, code, words)
    if wire.unread:
        raise faults.starttls_injection(account)
    wire.secure(context)


def _hello(wire: Wire, account: Account) -> None:
    code, words = wire.ehlo()
    if code >= _UNKNOWN_COMMAND:  # an old server may know only HELO
        code, words = wire.helo()
    if code not in _GOOD:
        raise faults.greeting_refused(account, Stage.EHLO, code, words)


def sign_in_offers(wire: Wire) -> tuple[str, ...]:
    """The mechanisms offered, also in the old form `AUTH=LOGIN`, each once."""
    return tuple(dict.fromkeys(wire.esmtp_features.get("auth", "").split()))


def capabilities(wire: Wire, greeting: str, auth: tuple[str, ...]) -> Capabilities:
    """What the server offers now, after sign-in."""
    size = wire.esmtp_features.get("size", "").split()
    return Capabilities(
        greeting=greeting,
        tls=wire.protection(),
        size=int(size[0]) if size and size[0].isdecimal() else 0,
        features=frozenset(name.upper() for name in wire.esmtp_features),
        auth=auth,
    )


def local_name(account: Account, connection: socket.socket) -> str:
    """The name for EHLO: the account's, this machine's full name, or its address (RFC 5321 4.1.3)."""
    if account.local_name:
        if not _HOST_NAME.fullmatch(account.local_name):
            raise faults.bad_local_name(account)
        return account.local_name
    name = socket.gethostname()  # getfqdn() would ask the name service and may block for seconds
    if "." in name and _HOST_NAME.fullmatch(name):
        return name
    address = connection.getsockname()[0].partition("%")[0]
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"
