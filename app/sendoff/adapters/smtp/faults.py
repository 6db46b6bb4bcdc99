"""Why a session could not be opened, in words: each fault has a stable code, a title and a remedy."""

from __future__ import annotations

import errno
import re
import socket
import ssl

from sendoff.adapters.smtp.wire import Broken, Cause, Timeouts, reason, speaks_plain
from sendoff.core.account import Account, Security
from sendoff.core.errors import ConnectError
from sendoff.core.language import phrase
from sendoff.core.outcome import Stage, parse_reply
from sendoff.core.said import figure, said
from sendoff.core.system_words import system_words

NO_ROUTE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.EADDRNOTAVAIL})
"""What a system says where no way leads to the server."""
_TLS_PORT, _RELAY_PORT, _PERMANENT = 465, 25, 500
_CERTIFICATE_ALERT = re.compile(r"ALERT_(?:BAD_CERTIFICATE|CERTIFICATE_|UNSUPPORTED_CERTIFICATE|UNKNOWN_CA)")
_CROWDED = re.compile(rb"too many [\w ]*(connections|sessions)", re.IGNORECASE)
"""Said with a permanent code by some servers, and healed by fewer connections."""
_LATER = phrase("Try again later.")
_ONLINE = phrase("Check that this computer is online.")
_CHECK_NAME = phrase("Check the server's name and port; the provider's help pages list both.")


def explain(error: OSError | UnicodeError, account: Account, timeouts: Timeouts) -> ConnectError:
    """Turn what the network, TLS or the dialogue raised while the session was opened into a fault."""
    match error:
        case Broken():
            return _broken(error, account)
        case socket.gaierror() | UnicodeError():
            return _name(error, account)
        case ssl.SSLError():
            return _handshake(error, account)
        case InterruptedError():
            return stopped(account)
        case _:
            return _network(error, account, timeouts)


def _name(error: socket.gaierror | UnicodeError, account: Account) -> ConnectError:
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
        return ConnectError(
            said("The name {host} cannot be looked up now.", host=account.host), remedy=said(_ONLINE), code="no_dns"
        )
    # Not for good: an offline computer often says the same of every name.
    return ConnectError(
        said("No server has the name {host}.", host=account.host), remedy=said(_CHECK_NAME), code="no_such_host"
    )


def _handshake(error: ssl.SSLError, account: Account) -> ConnectError:
    if speaks_plain(error) and account.security is Security.TLS:
        return _speaks_plain(account)
    if fault := _own_certificate(account, reason(error)):
        return fault
    why = reason(error) or said("the handshake broke off")
    return ConnectError(
        said("{account} and this computer found no common way to encrypt: {why}.", account=_place(account), why=why),
        remedy=said("Check the port and the security setting; the server may be too old for TLS 1.2."),
        code="tls_failed",
    )


def _own_certificate(account: Account, alert: str) -> ConnectError | None:
    """What the server thinks of this computer's certificate; it says so in an alert, often after the handshake."""
    if "ALERT_CERTIFICATE_REQUIRED" in alert:
        title = said("{account} wants a certificate from this computer.", account=_place(account))
        remedy = said("Name the client certificate the server's operator gave you in the account.")
    elif account.client_cert and _CERTIFICATE_ALERT.search(alert):
        title = said(
            "{account} does not accept this computer's certificate: {alert}.",
            account=_place(account),
            alert=alert.lower().replace("_", " "),
        )
        remedy = said("Ask the server's operator for a new client certificate and name it in the account.")
    else:
        return None
    return ConnectError(title, remedy=remedy, code="client_cert_refused", permanent=True)


def _network(error: OSError, account: Account, timeouts: Timeouts) -> ConnectError:
    place, way_round = _place(account), said(_CHECK_NAME)
    if account.port == _RELAY_PORT:
        way_round = said("Many networks block port 25; use port 587.")
    if isinstance(error, TimeoutError):
        return ConnectError(
            said("Nothing answered on {place} in {connect} s.", place=place, connect=figure(f"{timeouts.connect:g}")),
            remedy=way_round,
            code="timeout",
        )
    if isinstance(error, ConnectionRefusedError) or error.errno == errno.ECONNREFUSED:
        return ConnectError(said("{place} refuses connections.", place=place), remedy=way_round, code="refused")
    if error.errno in NO_ROUTE:
        title = said("{host} cannot be reached from this network.", host=account.host)
        return ConnectError(title, remedy=said(_ONLINE), code="offline")
    why = system_words(error)
    return ConnectError(
        said("The connection to {place} broke: {why}.", place=place, why=why), remedy=said(_LATER), code="closed"
    )


def _broken(error: Broken, account: Account) -> ConnectError:
    if error.cause is Cause.TIMEOUT:
        title = said("{account} stopped answering: {detail}.", account=_place(account), detail=error.detail)
        return ConnectError(title, remedy=said(_LATER), code="timeout")
    if error.cause is Cause.GARBAGE:
        title = said("{account} does not speak SMTP: {detail}.", account=_place(account), detail=error.detail)
        return ConnectError(title, remedy=said(_CHECK_NAME), code="not_smtp", permanent=True)
    if fault := _own_certificate(account, error.alert):
        return fault
    return ConnectError(
        said("{account} closed the connection before a message could be sent.", account=_place(account)),
        remedy=said("Try again later; a server does this when it is busy or does not want this computer."),
        code="closed",
    )


def silent(account: Account, waited: float) -> ConnectError:
    """No greeting came on an unencrypted connection: a port that waits for TLS looks just so."""
    if account.port == _TLS_PORT:
        return ConnectError(
            said("{account} waits for TLS from the start.", account=_place(account)),
            remedy=said("Set the security to TLS for this port, or use port 587 with STARTTLS."),
            code="waits_for_tls",
            permanent=True,
        )
    return ConnectError(
        said(
            "{account} accepted the connection and then said nothing for {waited} s.",
            account=_place(account),
            waited=figure(f"{waited:g}"),
        ),
        remedy=said("If this port expects TLS from the start, set the security to TLS; otherwise try again later."),
        code="timeout",
    )


def _speaks_plain(account: Account) -> ConnectError:
    return ConnectError(
        said("{host} port {port} does not begin with TLS.", host=account.host, port=account.port),
        remedy=said("Set the security to STARTTLS for this port, or use port 465 with TLS.") + _plain_here(account),
        code="speaks_plain",
        permanent=True,
    )


def _plain_here(account: Account) -> str:
    if not account.is_here:
        return ""
    return " " + said(
        "A server on this computer needs no encryption: set the security to None (in an SMTP URL `?security=none`)."
    )


def _place(account: Account) -> str:
    return said("{host} port {port}", host=account.host, port=account.port)


def _said(step: Stage, code: int, words: bytes) -> str:
    return str(parse_reply(step, code, words)).rstrip(".")


def greeting_refused(account: Account, step: Stage, code: int, words: bytes) -> ConnectError:
    """The server does not want to talk: its greeting, or its answer to EHLO, is a refusal."""
    permanent = code >= _PERMANENT and not _CROWDED.search(words)
    fault = "local_name_refused" if step is Stage.EHLO else "greeting_refused"
    return ConnectError(
        said("{host} does not accept this connection: {step}.", host=account.host, step=_said(step, code, words)),
        remedy=said("Ask the provider why; this computer's network may be on a block list.")
        if permanent
        else said(_LATER),
        code=fault if permanent else "greeting_later",
        permanent=permanent,
        reply=parse_reply(step, code, words),
    )


def no_starttls(account: Account) -> ConnectError:
    """STARTTLS is required and not offered; it never falls back to plain text (RFC 3207)."""
    return ConnectError(
        said(
            "{host} port {port} does not offer STARTTLS, so nothing was sent in the clear.",
            host=account.host,
            port=account.port,
        ),
        remedy=said("Use port 465 with TLS, or ask the provider for a port with encryption.") + _plain_here(account),
        code="no_starttls",
        permanent=True,
    )


def starttls_refused(account: Account, code: int, words: bytes) -> ConnectError:
    """STARTTLS is offered but refused."""
    return ConnectError(
        said(
            "{host} does not start encryption: {starttls}.",
            host=account.host,
            starttls=_said(Stage.STARTTLS, code, words),
        ),
        remedy=said(_LATER) + said(" If it stays so, use port 465 with TLS."),
        code="starttls_refused",
        permanent=code >= _PERMANENT,
    )


def starttls_injection(account: Account) -> ConnectError:
    """Plain text came after the answer to STARTTLS: the class of CVE-2011-0411."""
    return ConnectError(
        said(
            "Somebody between this computer and {host} may be tampering: unencrypted text came after STARTTLS.",
            host=account.host,
        ),
        remedy=said("Use port 465 with TLS, or another network."),
        code="starttls_injection",
        permanent=True,
    )


def bad_local_name(account: Account) -> ConnectError:
    """The name for EHLO cannot be said in a command."""
    return ConnectError(
        said("The name this computer gives to servers has characters that are not allowed."),
        remedy=said("Correct the local name of the account {name}, or leave it empty.", name=account.name),
        code="bad_local_name",
        permanent=True,
    )


def stopped(account: Account) -> ConnectError:
    """The opening was given up on our side."""
    return ConnectError(said("The connection to {host} was stopped.", host=account.host), code="stopped")


REPORTED = (OSError, UnicodeError)
"""What opening a session may raise besides ConnectError."""
