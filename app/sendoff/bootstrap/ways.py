"""Wires the ways to the outside: sessions by an account's route, signing in, the doctor, and sent copies."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from sendoff.bootstrap.late import late

if TYPE_CHECKING:
    from socket import socket

    from sendoff.adapters.storage.store import Store
    from sendoff.adapters.system.paths import Home
    from sendoff.core.account import Account
    from sendoff.core.copies import SentFolder
    from sendoff.core.doubts import SentCopies
    from sendoff.core.ports import Clock, Files, Transport, TransportFactory
    from sendoff.core.signin_ports import Authorizer, Tokens, Vault
    from sendoff.services.account_files import AccountFiles
    from sendoff.services.accounts import Accounts
    from sendoff.services.bus import Bus
    from sendoff.services.campaigns import Campaigns
    from sendoff.services.copies import Copies
    from sendoff.services.doctor import Doctor
    from sendoff.services.doubts import Doubts
    from sendoff.services.sender_domain import SenderDomains
    from sendoff.services.signin import SignIns


def sign_ins(clock: Clock, vault: Vault) -> SignIns:
    """Signing in by browser, through the account's own proxy."""
    from sendoff.adapters.smtp.line import open_line
    from sendoff.adapters.system.logs import redact
    from sendoff.services.signin import SignIns

    def opening(account: Account, host: str, port: int, **how: Any) -> socket:
        return open_line(account, host, port, proxy_secret=partial(_proxy_secret, vault, account), **how)

    def authorizer() -> Authorizer:
        from sendoff.adapters.oauth.browser import BrowserAuthorizer

        return BrowserAuthorizer(clock=clock, note=redact, opening=opening)

    return SignIns(authorizer=late(authorizer), vault=vault, clock=clock, note=redact)


def _proxy_secret(vault: Vault, account: Account) -> str:
    from sendoff.services.accounts import proxy_name

    return vault.get(proxy_name(account.id)) or ""


def transport_for(
    account: Account, secret: Callable[[], str], *, tokens: Tokens, vault: Vault, try_token: bool = False
) -> Transport:
    """Make a session by the account's route; `vault` holds the password of its proxy.

    `try_token`: also over HTTP the opening tells whether the token is taken, as it does over SMTP.
    """
    from sendoff.adapters.smtp.line import open_line
    from sendoff.adapters.smtp.session import SmtpTransport
    from sendoff.core.account import Route, SignIn
    from sendoff.services.renewal import Renewing

    proxy_secret = partial(_proxy_secret, vault, account)
    if account.route is Route.SMTP:
        by_smtp = partial(SmtpTransport, proxy_secret=proxy_secret)
        if account.sign_in is SignIn.XOAUTH2:
            return Renewing(account, secret, transports=by_smtp, tokens=tokens)
        return by_smtp(account, secret)
    from sendoff.adapters.api.gmail import GmailTransport
    from sendoff.adapters.api.graph import GraphTransport

    kind = GmailTransport if account.route is Route.GMAIL else GraphTransport
    opening, renew = partial(open_line, proxy_secret=proxy_secret), partial(tokens.renew, account)
    return kind(account, secret, opening=opening, renew=renew, try_token=try_token)


def sent_copies_for(
    account: Account, secret: Callable[[], str], stopped: Callable[[], bool], *, vault: Vault
) -> SentCopies:
    """Make the way to an account's sent messages: its route's own interface, or IMAP."""
    from sendoff.adapters.api.copies import GMAIL, GRAPH, ApiCopies
    from sendoff.adapters.smtp.line import open_line
    from sendoff.core.account import Route

    if account.route is Route.SMTP:
        return sent_folder_for(account, secret, stopped, vault=vault)
    place = GMAIL if account.route is Route.GMAIL else GRAPH
    opening = partial(open_line, proxy_secret=partial(_proxy_secret, vault, account))
    return ApiCopies(account, secret, stopped, place=place, opening=opening)


def sent_folder_for(
    account: Account, secret: Callable[[], str], stopped: Callable[[], bool], *, vault: Vault
) -> SentFolder:
    """Make the way to an account's Sent folder by IMAP."""
    from sendoff.adapters.imap.sent import ImapSent
    from sendoff.adapters.smtp.line import open_line, upgrade_line

    opening = partial(open_line, proxy_secret=partial(_proxy_secret, vault, account), alpn=())
    return ImapSent(account, secret, stopped, opening=opening, upgrading=upgrade_line)


def doubts_service(
    store: Store, accounts: Accounts, campaigns: Campaigns, vault: Vault, bus: Bus, clock: Clock
) -> Doubts:
    """Looking for whoever is in doubt."""
    from sendoff.services.doubts import Doubts

    copies = partial(sent_copies_for, vault=vault)
    return Doubts(
        rows=store.deliveries,
        accounts=accounts,
        campaigns=campaigns,
        copies=copies,
        marks=store.sent_copies,
        bus=bus,
        clock=clock,
    )


def copies_service(
    store: Store, accounts: Accounts, campaigns: Campaigns, vault: Vault, bus: Bus, clock: Clock
) -> Copies:
    """Filing copies in the Sent folder."""
    from sendoff.services.copies import Copies

    copies = Copies(
        marks=store.sent_copies,
        rows=store.deliveries,
        accounts=accounts,
        campaigns=campaigns,
        folders=partial(sent_folder_for, vault=vault),
        bus=bus,
        clock=clock,
    )
    bus.subscribe(copies.hear)
    return copies


def doctor_service(accounts: Accounts, vault: Vault, transports: TransportFactory, clock: Clock) -> Doctor:
    """Examining a connection."""
    from sendoff.adapters.smtp.probe import SmtpProbe
    from sendoff.services.doctor import Doctor

    probes = partial(SmtpProbe, now=clock.now)
    return Doctor(accounts=accounts, vault=vault, probes=probes, transports=transports, clock=clock)


def account_files(accounts: Accounts, files: Files) -> AccountFiles:
    """Accounts in files."""
    from sendoff.services.account_files import AccountFiles

    return AccountFiles(accounts=accounts, files=files)


def sender_domains(accounts: Accounts, home: Home, clock: Clock) -> SenderDomains:
    """The check of senders' domains."""
    from sendoff.adapters.dns.resolver import DnsResolver
    from sendoff.adapters.system.resources import load_mark_lists
    from sendoff.services.sender_domain import SenderDomains

    return SenderDomains(
        accounts=accounts,
        lookup=DnsResolver(),
        mailbox_domains=lambda: load_mark_lists(home.settings).likely,
        clock=clock,
    )
