"""Opening a connection for the routes that are not SMTP: the account's own proxy, trust and time limits."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from dataclasses import replace

from sendoff.adapters.smtp import faults, tls
from sendoff.adapters.smtp.portal import network_instead
from sendoff.adapters.smtp.proxy import reach
from sendoff.adapters.smtp.wire import Timeouts
from sendoff.core.account import Account, Security
from sendoff.core.errors import ConnectError


def open_line(
    account: Account,
    host: str,
    port: int,
    *,
    protected: bool,
    stopped: Callable[[], bool],
    keep: Callable[[socket.socket], None],
    proxy_secret: Callable[[], str] = str,
    alpn: tuple[str, ...] = ("http/1.1",),
) -> socket.socket:
    """Connect to any host as the account says, in TLS where `protected` (naming `alpn`). Raises ConnectError.

    `keep` gets the bare socket before the handshake, so that another thread can shut it down; `stopped` says it did.
    """
    place = replace(account, host=host, port=port, security=Security.TLS if protected else Security.NONE)
    connection: socket.socket | None = None
    try:
        connection = reach(place, proxy_secret, account.step_seconds, stopped)
        keep(connection)
        return _secured(connection, place, alpn) if protected else connection
    except ConnectError as error:
        fault = error
    except faults.REPORTED as error:
        fault = _fault(error, place)
    if connection:
        connection.close()
    raise faults.stopped(place) if stopped() else network_instead(fault, place, stopped)


def upgrade_line(connection: socket.socket, account: Account, host: str, port: int) -> ssl.SSLSocket:
    """Protect a connection after STARTTLS, by the same rules as everywhere. Raises ConnectError."""
    place = replace(account, host=host, port=port, security=Security.STARTTLS)
    try:
        return _secured(connection, place, ())
    except faults.REPORTED as error:
        raise _fault(error, place) from None


def _secured(connection: socket.socket, place: Account, alpn: tuple[str, ...]) -> ssl.SSLSocket:
    context = tls.client_context(place)
    if alpn:
        context.set_alpn_protocols(list(alpn))
    connection.settimeout(place.step_seconds)
    wrapped = context.wrap_socket(connection, server_hostname=place.host)
    if wrapped.version() is None:  # a connection that ended just before is wrapped without a handshake
        wrapped.close()
        raise ConnectionResetError
    return wrapped


def _fault(error: OSError | UnicodeError, place: Account) -> ConnectError:
    if isinstance(error, ssl.SSLCertVerificationError):
        return tls.bad_certificate(place, error, {})
    return faults.explain(error, place, Timeouts.for_steps(place.step_seconds))
