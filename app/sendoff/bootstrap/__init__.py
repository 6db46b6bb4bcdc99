"""The composition root: the only module that knows every layer. It wires and holds no logic.

Imports stand where they are used: `sendoff --help` must not wait for the database or for Qt.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from sendoff.bootstrap.ahead import plans, schedule
from sendoff.bootstrap.lists import list_services, recipients_services, triage_services
from sendoff.bootstrap.messages import check_services, message_file_services, template_services, version_services
from sendoff.bootstrap.program import (
    backups,
    continuity,
    diagnostics,
    gates,
    home_of,
    known_home,
    listening,
    log_of,
    moving,
    preferences,
    restoring,
)
from sendoff.cli.context import Context
from sendoff.cli.main import run

if TYPE_CHECKING:
    from socket import socket

    from sendoff.adapters.sandbox.server import SandboxServer
    from sendoff.adapters.storage.store import Store
    from sendoff.adapters.system.lock import DataLock
    from sendoff.adapters.system.paths import Home
    from sendoff.adapters.system.requests import RequestBox
    from sendoff.core.account import Account
    from sendoff.core.doubts import SentCopies
    from sendoff.core.ports import Clock, Transport, TransportFactory
    from sendoff.core.report import Sheet
    from sendoff.core.signin_ports import Tokens, Vault
    from sendoff.services.accounts import Accounts
    from sendoff.services.app import Services
    from sendoff.services.bus import Bus
    from sendoff.services.campaigns import Campaigns
    from sendoff.services.doctor import Doctor
    from sendoff.services.doubts import Doubts
    from sendoff.services.signin import SignIns
    from sendoff.services.staying_awake import StayingAwake
    from sendoff.ui.context import WindowContext

COLLECTED = (20_000, 20, 100)
"""When the collector of garbage looks: a long list makes many containers, none of which is garbage in a circle."""


def main(argv: Sequence[str] | None = None) -> int:
    """The entry point: do what was typed and return the exit status."""
    gc.set_threshold(*COLLECTED)
    return run(sys.argv[1:] if argv is None else argv, _context(os.environ))


def _context(environ: Mapping[str, str]) -> Context:
    return Context(
        open_services=partial(_open_for_terminal, environ),
        server=sandbox_server,
        letters=lambda sandbox: _letters(home_of(environ, sandbox=sandbox)),
        holder=lambda sandbox: _holder(home_of(environ, sandbox=sandbox)),
        folder=lambda sandbox: home_of(environ, sandbox=sandbox).data,
        sample=_sample,
        open_window=lambda trial: _open_window(environ, trial=trial),
        render_report=_render_report,
        open_log=lambda: _open_log(home_of(environ)),
        preferences=lambda: preferences(home_of(environ)),
        diagnostics=lambda sandbox: diagnostics(known_home(environ, sandbox=sandbox)),
        log=lambda sandbox: log_of(known_home(environ, sandbox=sandbox)),
        moving=lambda face: moving(home_of(environ), face),
        restoring=lambda face, sandbox: restoring(home_of(environ, sandbox=sandbox), face),
        environ=environ,
        stdin=sys.stdin,
        stdout=sys.stdout,
        stderr=sys.stderr,
    )


def _open_for_terminal(
    environ: Mapping[str, str],
    face: str,
    *,
    sandbox: bool = False,
    scratch: Path | None = None,
    secret: str | None = None,
    read_only: bool = False,
) -> Services:
    home = home_of({"SENDOFF_HOME": str(scratch)} if scratch else environ, sandbox=sandbox and scratch is None)
    return open_services(home, face, environ=environ, secret=secret, read_only=read_only)


def _letters(home: Home) -> RequestBox:
    from sendoff.adapters.system.requests import RequestBox

    return RequestBox(home.data / "requests")


def _holder(home: Home) -> str:
    from sendoff.adapters.system.lock import holder

    found = holder(home.data)
    return found.face if found else ""


def _sample() -> Path:
    from sendoff.adapters.system.resources import resource_path

    return resource_path("samples", "spring-sale", "campaign.toml")


def _open_log(home: Home) -> Path:
    from sendoff.adapters.system.logs import start_logging

    start_logging(home.logs)
    return home.logs / "sendoff.log"


def _render_report(sheet: Sheet, now: int) -> bytes:
    from sendoff.ui.report_page import render_report

    return render_report(sheet, now)


def _open_window(environ: Mapping[str, str], *, trial: bool) -> int:
    from sendoff.ui.app import run as run_window

    return run_window(window_context(environ, trial=trial))


def window_context(environ: Mapping[str, str], *, trial: bool = False) -> WindowContext:
    """What the window is started with."""
    from sendoff.adapters.system.lock import WINDOW
    from sendoff.adapters.system.logs import without_secrets
    from sendoff.adapters.system.paths import find_home
    from sendoff.adapters.system.resources import resource_path
    from sendoff.adapters.system.settings_file import SettingsFile
    from sendoff.ui.context import WindowContext

    home = find_home(environ)
    kept = home.sandbox() if trial else home
    return WindowContext(
        open_services=lambda: open_services(home_of(environ, sandbox=trial), WINDOW, environ=environ),
        icons=resource_path("icons"),
        samples=resource_path("samples"),
        sandbox=sandbox_server,
        settings=SettingsFile(kept.settings / "settings.toml"),
        clean=without_secrets,
        data_folder=Path(preferences(home).recall("data_folder") or home.data),
        restoring=lambda: restoring(home_of(environ, sandbox=trial), WINDOW),
        diagnostics=lambda: diagnostics(known_home(environ, sandbox=trial)),
        log=log_of(kept),
        moving=None if trial else lambda: moving(home_of(environ), WINDOW),
        renewed=lambda: window_context(environ, trial=trial),
        trial=trial,
    )


def sandbox_server(
    port: int = 0,
    *,
    delay: float = 0,
    folder: Path | None = None,
    refuse: bool = False,
    on_message: Callable[[Any], None] | None = None,
) -> SandboxServer:
    """Make the built-in server, not started yet; `refuse` = with the usual refusals, for rehearsals."""
    from sendoff.adapters.sandbox.faults import Faults
    from sendoff.adapters.sandbox.server import SandboxServer

    faults = Faults() if refuse else None
    return SandboxServer(port, delay=delay, faults=faults, folder=folder, on_message=on_message)


def _sign_ins(clock: Clock, vault: Vault) -> SignIns:
    from sendoff.adapters.oauth.browser import BrowserAuthorizer
    from sendoff.adapters.smtp.line import open_line
    from sendoff.adapters.system.logs import redact
    from sendoff.services.signin import SignIns

    def opening(account: Account, host: str, port: int, **how: Any) -> socket:
        return open_line(account, host, port, proxy_secret=partial(_proxy_secret, vault, account), **how)

    authorizer = BrowserAuthorizer(clock=clock, note=redact, opening=opening)
    return SignIns(authorizer=authorizer, vault=vault, clock=clock, note=redact)


def _proxy_secret(vault: Vault, account: Account) -> str:
    from sendoff.services.accounts import proxy_name

    return vault.get(proxy_name(account.id)) or ""


def transport_for(
    account: Account, secret: Callable[[], str], *, tokens: Tokens, vault: Vault, try_token: bool = False
) -> Transport:
    """Make a session by the account's route; `vault` holds the password of its proxy.

    `try_token`: also over HTTP the opening tells whether the token is taken, as it does over SMTP.
    """
    from sendoff.adapters.api.gmail import GmailTransport
    from sendoff.adapters.api.graph import GraphTransport
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
    kind = GmailTransport if account.route is Route.GMAIL else GraphTransport
    opening, renew = partial(open_line, proxy_secret=proxy_secret), partial(tokens.renew, account)
    return kind(account, secret, opening=opening, renew=renew, try_token=try_token)


def sent_copies_for(
    account: Account, secret: Callable[[], str], stopped: Callable[[], bool], *, vault: Vault
) -> SentCopies:
    """Make the way to an account's sent messages: its route's own interface, or IMAP."""
    from sendoff.adapters.api.copies import GMAIL, GRAPH, ApiCopies
    from sendoff.adapters.smtp.line import open_line, upgrade_line
    from sendoff.core.account import Route

    opening = partial(open_line, proxy_secret=partial(_proxy_secret, vault, account))
    if account.route is not Route.SMTP:
        place = GMAIL if account.route is Route.GMAIL else GRAPH
        return ApiCopies(account, secret, stopped, place=place, opening=opening)
    from sendoff.adapters.imap.sent import ImapSent

    return ImapSent(account, secret, stopped, opening=partial(opening, alpn=()), upgrading=upgrade_line)


def _doubts(store: Store, accounts: Accounts, campaigns: Campaigns, vault: Vault, bus: Bus, clock: Clock) -> Doubts:
    from sendoff.services.doubts import Doubts

    copies = partial(sent_copies_for, vault=vault)
    return Doubts(rows=store.deliveries, accounts=accounts, campaigns=campaigns, copies=copies, bus=bus, clock=clock)


def _doctor(accounts: Accounts, vault: Vault, transports: TransportFactory, clock: Clock) -> Doctor:
    from sendoff.adapters.smtp.probe import SmtpProbe
    from sendoff.services.doctor import Doctor

    probes = partial(SmtpProbe, now=clock.now)
    return Doctor(accounts=accounts, vault=vault, probes=probes, transports=transports, clock=clock)


def _close(store: Store | None, lock: DataLock | None, staying: StayingAwake | None = None) -> None:
    if staying:
        staying.close()
    if store:
        store.close()
    if lock:
        lock.release()


def open_services(
    home: Home, face: str, *, environ: Mapping[str, str], secret: str | None = None, read_only: bool = False
) -> Services:
    """Open a data folder with everything in it.

    `face` is the holder's name for others who find it locked; a reader takes no lock and changes nothing. Raises
    HeldError, StorageError, InputError.
    """
    from sendoff.adapters.dns.resolver import DnsResolver
    from sendoff.adapters.keyring.given import open_vault
    from sendoff.adapters.storage.store import Store
    from sendoff.adapters.system.blobs import Blobs
    from sendoff.adapters.system.clock import SystemClock
    from sendoff.adapters.system.files import UserFiles
    from sendoff.adapters.system.lock import DataLock
    from sendoff.adapters.system.logs import redact, start_logging
    from sendoff.adapters.system.paths import prepare
    from sendoff.adapters.system.resources import load_presets, load_rules
    from sendoff.adapters.tabular.lists import ListFiles
    from sendoff.services.account_files import AccountFiles
    from sendoff.services.accounts import Accounts
    from sendoff.services.app import Services
    from sendoff.services.bus import Bus
    from sendoff.services.campaigns import Campaigns
    from sendoff.services.own_files import OwnFiles
    from sendoff.services.previews import Previews
    from sendoff.services.remedies import Remedies
    from sendoff.services.remote import Remote
    from sendoff.services.reports import Reports
    from sendoff.services.sending.service import Sending

    clock, bus = SystemClock(), Bus()
    lock = None
    if not read_only:
        prepare(home)
        lock = DataLock(home.data).acquire(face)
    store = None
    try:
        store = Store(home.data, read_only=read_only)
        if not read_only:
            start_logging(home.logs)
        files, lists, blobs = UserFiles(), ListFiles(), Blobs(home.data / "blobs")
        recipients, judge = recipients_services(store, home, files=files, lists=lists, blobs=blobs, bus=bus)
        selections, audiences, suppressions, triage, domains = (
            *list_services(store, recipients, lists=lists, clock=clock, bus=bus),
            *triage_services(store, home, judge, lists=lists, clock=clock, bus=bus),
        )
        own_vault = open_vault({}, note=redact)  # without the environment: a password given for this run is no token
        sign_ins = _sign_ins(clock, own_vault)
        transports = partial(transport_for, tokens=sign_ins, vault=own_vault)
        accounts = Accounts(
            store=store.accounts,
            vault=open_vault(environ, secret, note=redact, system=own_vault),
            presets=load_presets(home.settings),
            transports=transports,
            resolver=DnsResolver(),
            tokens=sign_ins,
            bus=bus,
        )
        campaigns = Campaigns(
            store=store.campaigns,
            rows=store.deliveries,
            blobs=blobs,
            files=files,
            recipients=recipients,
            bus=bus,
            clock=clock,
            accounts=store.accounts,
            versions=version_services(store, clock),
        )
        lasting = continuity(store, home, clock)
        checks = check_services(store, campaigns, blobs, bus, clock)
        sending = Sending(
            store=store.campaigns,
            rows=store.deliveries,
            queue=store.queue,
            account_store=store.accounts,
            accounts=accounts,
            campaigns=campaigns,
            transports=transports,
            rules=load_rules(home.settings),
            bus=bus,
            clock=clock,
            random=Random(),  # noqa: S311 -- jitter, not a secret
            gate=gates(lasting.gate, checks.gate),
            tested=checks.note_test,
        )
        interrupted = () if read_only else sending.recover()
        staying = listening(home, bus, None if read_only else lasting)
    except BaseException:
        _close(store, lock)
        raise
    return Services(
        accounts=accounts,
        account_files=AccountFiles(accounts=accounts, files=files),
        doctor=_doctor(accounts, own_vault, partial(transports, try_token=True), clock),
        sign_ins=sign_ins,
        campaigns=campaigns,
        checks=checks,
        templates=template_services(store, campaigns, clock),
        message_files=message_file_services(files, blobs, campaigns),
        own_files=OwnFiles(campaigns=campaigns, rows=store.deliveries, blobs=blobs, files=files),
        schedule=schedule(store, bus, clock),
        plans=plans(store, clock),
        previews=Previews(campaigns=campaigns, rows=store.deliveries),
        recipients=recipients,
        selections=selections,
        audiences=audiences,
        suppressions=suppressions,
        reports=Reports(rows=store.deliveries, lists=lists, files=files, clock=clock),
        sending=sending,
        triage=triage,
        domains=domains,
        doubts=_doubts(store, accounts, campaigns, own_vault, bus, clock),
        remedies=Remedies(rows=store.deliveries, campaigns=campaigns, recipients=recipients, suppressions=suppressions),
        remote=Remote(requests=_letters(home), campaigns=campaigns, sending=sending),
        backups=backups(store, home, clock),
        continuity=lasting,
        bus=bus,
        clock=clock,
        interrupted=interrupted,
        close=partial(_close, store, lock, staying),
    )
