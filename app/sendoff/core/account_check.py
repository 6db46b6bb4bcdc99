"""What an account must fulfil before it is kept."""

from __future__ import annotations

import re

from sendoff.core.account import (
    HIGHEST_PORT,
    MOST_CONNECTIONS,
    MOST_IN_FLIGHT,
    Account,
    ImapPlace,
    Proxy,
    ProxyKind,
    Route,
    Security,
    SignIn,
)
from sendoff.core.address import split_mailbox
from sendoff.core.errors import InputError
from sendoff.core.language import phrase, tr
from sendoff.core.limits import parse_limit
from sendoff.core.signin import GOOGLE_PRESETS, GRAPH_PRESETS, authority_for

_LONGEST_DELAY, _LONGEST_STEP = 86_400, 300
_ROUTES = {
    Route.GMAIL: (phrase("The Gmail API"), GOOGLE_PRESETS, "Gmail and Google Workspace"),
    Route.GRAPH: ("Microsoft Graph", GRAPH_PRESETS, "Outlook.com and Microsoft 365"),
}
_MOST_GRAPH = 4
"""Requests at a time and mailbox (learn.microsoft.com/graph/throttling-limits)."""
_PIN = re.compile(r"[0-9a-f]{64}")
_HOST_LIKE = re.compile(r"[^\s/@]+")


def check_account(account: Account) -> None:
    """Raise InputError, with the field's name in `where`, for the first value that cannot work."""
    if not account.name.strip():
        raise InputError(tr("The account has no name."), remedy=tr("Give it one."), where="name")
    if not _HOST_LIKE.fullmatch(account.host.strip()):
        raise InputError(tr("There is no server."), remedy=tr("Write its name, like smtp.example.com."), where="host")
    if not 0 < account.port <= HIGHEST_PORT:
        raise InputError(tr("{port} is no port.", port=account.port), remedy=tr("Usual are 465 and 587."), where="port")
    for field, written in (("sender", (account.sender,)), ("reply_to", (account.reply_to,))):
        _check_mailboxes(field, written)
    _check_mailboxes("identities", account.identities)
    for limit in account.limits:
        parse_limit(limit)
    check_connections(account.route, account.connections)
    if not 0 <= account.delay <= _LONGEST_DELAY:
        raise InputError(tr("The delay must be between 0 seconds and a day."), where="delay")
    _check_route(account)
    if not 1 <= account.window <= MOST_IN_FLIGHT:
        raise InputError(tr("Messages in flight must be between 1 and 64."), where="window")
    _check_security(account)
    check_imap(account.imap)
    check_copies(account)
    check_proxy(account.proxy)


def most_connections(route: Route) -> int:
    """How many connections at a time a route stands."""
    return _MOST_GRAPH if route is Route.GRAPH else MOST_CONNECTIONS


def check_connections(route: Route, wanted: int) -> None:
    """Raise InputError for more connections than the route stands, or none."""
    if wanted > most_connections(route) and route is Route.GRAPH:
        raise InputError(
            tr(
                "Microsoft Graph takes {most_graph} requests of a mailbox at a time, not {wanted}.",
                most_graph=_MOST_GRAPH,
                wanted=wanted,
            ),
            remedy=tr("Set the connections to {most_graph} or fewer.", most_graph=_MOST_GRAPH),
            where="connections",
            code="graph_connections",
        )
    if not 1 <= wanted <= MOST_CONNECTIONS:
        raise InputError(tr("Connections must be between 1 and 64."), where="connections")


def check_imap(imap: ImapPlace) -> None:
    """Raise InputError for a Sent folder that cannot be reached, or only without encryption."""
    if not imap.host:
        return
    if not _HOST_LIKE.fullmatch(imap.host):
        raise InputError(
            tr("“{host}” is no IMAP server.", host=imap.host),
            remedy=tr("Write its name, like imap.example.com."),
            where="imap",
        )
    if not 0 < imap.port <= HIGHEST_PORT:
        raise InputError(
            tr("{port} is no port of an IMAP server.", port=imap.port),
            remedy=tr("Usual are 993 and 143."),
            where="imap",
        )
    if imap.security is Security.NONE:
        raise InputError(
            tr("The Sent folder is opened over an encrypted connection only."),
            remedy=tr("Choose TLS (port 993) or STARTTLS (port 143)."),
            where="imap",
        )


def check_copies(account: Account) -> None:
    """Raise InputError where copies are to be filed and there is no place for them, or no need."""
    if not account.file_copies:
        return
    if account.route is not Route.SMTP:
        raise InputError(
            tr("This provider keeps copies itself."),
            remedy=tr("Leave “File a copy” off."),
            where="file_copies",
            code="keeps_copies",
        )
    if not account.imap.host:
        raise InputError(
            tr("There is no Sent folder to file copies in."),
            remedy=tr("Enter its IMAP server first."),
            where="file_copies",
            code="no_sent_place",
        )


def check_proxy(proxy: Proxy) -> None:
    """Raise InputError for a proxy that cannot be reached as it is written."""
    if proxy.kind in (ProxyKind.NONE, ProxyKind.SYSTEM):
        return
    if not _HOST_LIKE.fullmatch(proxy.host):
        raise InputError(
            tr("The proxy has no host."), remedy=tr("Write its name, like proxy.example.com."), where="proxy"
        )
    if not 0 < proxy.port <= HIGHEST_PORT:
        raise InputError(
            tr("{port} is no port of a proxy.", port=proxy.port),
            remedy=tr("Usual are 1080 for SOCKS5 and 3128 or 8080 for HTTP."),
            where="proxy",
        )


def written_pin(text: str) -> str:
    """A fingerprint as it is kept: without colons and blanks, in lower case."""
    return re.sub(r"[:\s]", "", text).lower()


def _check_route(account: Account) -> None:
    if account.route in _ROUTES:
        title, presets, providers = _ROUTES[account.route]
        name = tr(title)
        if account.preset not in presets:
            raise InputError(
                tr("{name} sends for {providers} only.", name=name, providers=providers),
                remedy=tr("Send by SMTP, or make the account with their preset."),
                where="route",
                code="wrong_route",
            )
        if account.sign_in is not SignIn.XOAUTH2:
            raise InputError(
                tr("{name} takes no password.", name=name),
                remedy=tr("Give the account a user name and a sign-in by browser."),
                where="route",
                code="wrong_route",
            )
    if account.sign_in is SignIn.XOAUTH2:
        authority_for(account)


def _check_security(account: Account) -> None:
    if account.pinned and not _PIN.fullmatch(account.pinned):
        raise InputError(
            tr("The pinned certificate is not a SHA-256 fingerprint."), remedy=tr("It has 64 hexadecimal digits."),
            where="pinned",
        )  # fmt: skip
    if account.client_key and not account.client_cert:
        raise InputError(
            tr("There is a key without a certificate."), remedy=tr("Choose the certificate too."), where="client_cert"
        )
    if not 1 <= account.step_seconds <= _LONGEST_STEP:
        raise InputError(tr("A step may take between 1 and 300 seconds."), where="step_seconds")
    if account.local_name and not _HOST_LIKE.fullmatch(account.local_name):
        raise InputError(
            tr("The local name is no name of a computer."), remedy=tr("Leave it empty."), where="local_name"
        )


def _check_mailboxes(field: str, written: tuple[str, ...]) -> None:
    for mailbox in filter(None, written):
        try:
            split_mailbox(mailbox)
        except InputError as error:
            raise InputError(error.title, remedy=error.remedy, where=field, code=error.code) from error
