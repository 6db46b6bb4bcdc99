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
from sendoff.bootstrap.forgetting import SANDBOX_MESSAGES, forgetting_services
from sendoff.bootstrap.late import late
from sendoff.bootstrap.lists import (
    audience_services,
    domain_services,
    duplicate_services,
    recipients_services,
    remedy_services,
    repeat_services,
    selection_services,
    suppression_services,
    trace_services,
    triage_services,
)
from sendoff.bootstrap.messages import (
    check_services,
    message_file_services,
    own_file_services,
    preview_services,
    template_services,
    version_services,
)
from sendoff.bootstrap.program import (
    backups,
    bearable,
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
from sendoff.bootstrap.ways import (
    account_files,
    copies_service,
    doctor_service,
    doubts_service,
    sender_domains,
    sign_ins,
    transport_for,
)
from sendoff.cli.context import Context
from sendoff.cli.main import run

if TYPE_CHECKING:
    from sendoff.adapters.sandbox.server import SandboxServer
    from sendoff.adapters.storage.store import Store
    from sendoff.adapters.system.lock import DataLock
    from sendoff.adapters.system.paths import Home
    from sendoff.adapters.system.requests import RequestBox
    from sendoff.core.rehearsal import SandboxRule
    from sendoff.core.report import Sheet
    from sendoff.services.app import Services
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
        sandbox=lambda: _lasting_sandbox(home_of(environ, sandbox=trial)),
        settings=SettingsFile(kept.settings / "settings.toml"),
        clean=without_secrets,
        data_folder=Path(preferences(home).recall("data_folder") or home.data),
        translations=resource_path("i18n"),
        language=environ.get("SENDOFF_LANGUAGE", ""),
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
    rules: Sequence[SandboxRule] = (),
    on_message: Callable[[Any], None] | None = None,
) -> SandboxServer:
    """Make the built-in server, not started yet.

    `refuse` = with the usual refusals, `rules` = with those of one's own, for rehearsals.
    """
    from sendoff.adapters.sandbox.faults import Faults
    from sendoff.adapters.sandbox.server import SandboxServer

    faults = Faults() if refuse else None
    server = SandboxServer(port, delay=delay, faults=faults, folder=folder, on_message=on_message)
    server.answer(rules)
    return server


def _lasting_sandbox(home: Home) -> SandboxServer:
    """The window's built-in server: its last messages are there after a restart."""
    from sendoff.adapters.sandbox.server import SandboxServer
    from sendoff.adapters.sandbox.shelf import Shelf
    from sendoff.core.rehearsal import KEPT_MESSAGES

    return SandboxServer(keep=KEPT_MESSAGES, shelf=Shelf(home.data / SANDBOX_MESSAGES))


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
    from sendoff.adapters.system.zones import zone_of
    from sendoff.adapters.tabular.lists import ListFiles
    from sendoff.services.accounts import Accounts
    from sendoff.services.app import Services
    from sendoff.services.bus import Bus
    from sendoff.services.campaigns import Campaigns
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
        own_vault = open_vault({}, note=redact)  # without the environment: a password given for this run is no token
        signed_in = sign_ins(clock, own_vault)
        transports = partial(transport_for, tokens=signed_in, vault=own_vault)
        accounts = Accounts(
            store=store.accounts,
            vault=open_vault(environ, secret, note=redact, system=own_vault),
            presets=load_presets(home.settings),
            transports=transports,
            resolver=DnsResolver(),
            tokens=signed_in,
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
        lasting, senders = continuity(store, home, clock), late(lambda: sender_domains(accounts, home, clock))
        checks = check_services(store, campaigns, blobs, bus, clock, senders)
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
            zoned=store.zones,
            zones=zone_of,
            gate=gates(lasting.gate, checks.gate),
            tested=checks.note_test,
            bearable=bearable(home),
        )
        selections = late(lambda: selection_services(store, lists=lists, bus=bus))
        audiences = late(lambda: audience_services(store, recipients, selections, clock=clock, bus=bus))
        suppressions = late(lambda: suppression_services(store, lists=lists, clock=clock, bus=bus))
        interrupted = () if read_only else sending.recover()
        staying = listening(home, bus, store.database.rest, None if read_only else lasting)
    except BaseException:
        _close(store, lock)
        raise
    corrected = late(lambda: triage_services(store, judge, lists=lists, clock=clock, bus=bus))
    return Services(
        accounts=accounts,
        account_files=late(lambda: account_files(accounts, files)),
        doctor=late(lambda: doctor_service(accounts, own_vault, partial(transports, try_token=True), clock)),
        sign_ins=signed_in,
        campaigns=campaigns,
        duplicates=late(lambda: duplicate_services(store, campaigns, selections)),
        checks=checks,
        templates=late(lambda: template_services(store, campaigns, clock)),
        message_files=late(lambda: message_file_services(files, blobs, campaigns)),
        own_files=late(lambda: own_file_services(store, campaigns, files, blobs)),
        schedule=schedule(store, bus, clock),
        plans=plans(store, clock),
        previews=late(lambda: preview_services(store, campaigns, selections)),
        recipients=recipients,
        selections=selections,
        audiences=audiences,
        traces=late(lambda: trace_services(store)),
        forgetting=late(
            lambda: forgetting_services(store, home, face, covers=suppressions.covers, clock=clock, bus=bus)
        ),
        suppressions=suppressions,
        reports=Reports(rows=store.deliveries, lists=lists, files=files, clock=clock),
        sending=sending,
        triage=corrected,
        repeats=late(lambda: repeat_services(store, corrected)),
        domains=late(lambda: domain_services(store, home, judge, clock=clock, bus=bus)),
        sender_domains=senders,
        doubts=late(lambda: doubts_service(store, accounts, campaigns, own_vault, bus, clock)),
        copies=copies_service(store, accounts, campaigns, own_vault, bus, clock),  # not late: it hears what begins
        remedies=late(lambda: remedy_services(store, campaigns, recipients, suppressions)),
        remote=Remote(requests=_letters(home), campaigns=campaigns, sending=sending),
        backups=late(lambda: backups(store, home, clock)),
        continuity=lasting,
        bus=bus,
        clock=clock,
        interrupted=interrupted,
        close=partial(_close, store, lock, staying),
    )
