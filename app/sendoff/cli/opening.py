"""Which data folder a command works on, and how: holding it, reading beside its holder, or in a scratch one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sendoff.cli.context import Context, Server
from sendoff.cli.terminal import Terminal
from sendoff.core.campaign import CampaignState
from sendoff.core.errors import InputError, StorageError
from sendoff.core.rehearsal import SandboxRule
from sendoff.services.app import Services
from sendoff.services.sandbox_choices import SandboxChoices


def is_file(reference: str) -> bool:
    """Say whether a campaign file is meant, and not the name of a campaign that lies here."""
    path = Path(reference)
    return path.suffix.lower() == ".toml" or path.is_file()


@contextmanager
def holding(args: argparse.Namespace, context: Context) -> Iterator[Services]:
    """Hold the data folder, to change it or to send. Raises HeldError, StorageError."""
    services = context.open_services(args.typed, sandbox=args.sandbox, secret=given_secret(args, context))
    try:
        context.letters(args.sandbox).take()  # they were meant for an earlier holder
        yield services
    finally:
        services.close()


@contextmanager
def looking(args: argparse.Namespace, context: Context) -> Iterator[Services]:
    """Read beside whoever sends; what a dead sender left behind is settled first. Raises StorageError."""
    services = context.open_services(args.typed, sandbox=args.sandbox, read_only=True)
    try:
        running = any(one.state is CampaignState.RUNNING for one in services.campaigns.all())
        if not running or context.holder(args.sandbox):
            yield services
            return
    finally:
        services.close()
    with holding(args, context) as services:
        yield services


@contextmanager
def reading(args: argparse.Namespace, context: Context) -> Iterator[Services]:
    """Read the data folder, or an empty one where there is none yet: nothing is created."""
    secret = given_secret(args, context)
    try:
        services = context.open_services(args.typed, sandbox=args.sandbox, secret=secret, read_only=True)
    except StorageError as error:
        if error.code != "empty":
            raise
        with scratch(args, context) as services:
            yield services
        return
    try:
        yield services
    finally:
        services.close()


@contextmanager
def scratch(args: argparse.Namespace, context: Context) -> Iterator[Services]:
    """A data folder that is thrown away afterwards."""
    with TemporaryDirectory(prefix="sendoff-", ignore_cleanup_errors=True) as folder:
        services = context.open_services(args.typed, scratch=Path(folder))
        try:
            yield services
        finally:
            services.close()


def told_sandbox(context: Context, terminal: Terminal) -> tuple[SandboxRule, ...]:
    """What a person told the sandbox to do to addresses of their own; says that it holds, where there is anything."""
    rules = SandboxChoices(context.preferences()).rules
    if rules:
        whom = "1 address or pattern" if len(rules) == 1 else f"{len(rules)} addresses or patterns"
        terminal.say(f"The sandbox was told what happens to {whom} (`sendoff sandbox answers`).")
    return rules


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    """Run a sandbox server meanwhile."""
    server.start()
    try:
        yield server
    finally:
        server.stop()


def given_secret(args: argparse.Namespace, context: Context) -> str | None:
    """The secret of `--password-stdin`, read once; None without that option. Raises InputError for an empty one."""
    if not getattr(args, "password_stdin", False):
        return None
    if not hasattr(args, "secret"):
        args.secret = context.stdin.readline().rstrip("\r\n")
    if not args.secret:
        raise InputError("No password came on standard input.", remedy="Give it as the first line.", code="no_password")
    return str(args.secret)
