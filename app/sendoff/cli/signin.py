"""Which account a command sends with, and the secret it needs."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from sendoff.cli.context import Server
from sendoff.cli.terminal import Terminal
from sendoff.core.account import Account, SignIn
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import InputError, KnownError
from sendoff.core.smtp_environment import read_environment
from sendoff.services.app import Services

HOST = "127.0.0.1"
"""Where the built-in server listens."""


def choose(
    args: argparse.Namespace, services: Services, named: str, server: Server | None, environ: Mapping[str, str]
) -> Account:
    """The account of the options, else of the campaign file, else the only one there is. Raises InputError.

    Where there is none at all, SMTP_HOST and its kind in the environment describe one.
    """
    if server is not None:
        return services.accounts.sandbox(HOST, server.port)
    if args.smtp:
        return services.accounts.from_url(args.smtp)
    if name := args.account or named:
        return services.accounts.named(name)
    every = services.accounts.all()
    if len(every) == 1:
        return every[0]
    if not every and environ.get("SMTP_HOST"):
        return services.accounts.from_environment(read_environment(environ, "environment"))
    if not every:
        raise InputError(
            "There is no account yet.",
            remedy="Add one with `sendoff accounts add`, or rehearse with --sandbox.",
            code="no_account",
        )
    raise InputError(
        "No account is chosen.",
        remedy=f"Name one with --account: {', '.join(f'“{one.name}”' for one in every)}.",
        code="no_account",
    )


def sign_in(services: Services, account: Account, terminal: Terminal) -> Capabilities:
    """Connect once before anything is stored, asking for the secret where it is missing. Raises KnownError."""
    if account.sign_in is SignIn.XOAUTH2 or not services.accounts.needs_secret(account):
        return services.sending.preflight(account)
    if not terminal.asks:
        raise InputError(
            f"The password of “{account.name}” is not known.",
            remedy="Set SENDOFF_PASSWORD, or use --password-stdin.",
            code="no_password",
        )
    terminal.say(services.accounts.vault.describe())
    secret = terminal.ask_secret(f"Password of “{account.name}”")
    # Only a secret that works is kept.
    capabilities = services.accounts.test(account, secret)
    remember(services, account, secret, terminal)
    return capabilities


def remember(services: Services, account: Account, secret: str, terminal: Terminal) -> None:
    """Keep a secret; a keyring that does not take it costs only the next session's question."""
    try:
        services.accounts.remember(account, secret)
    except KnownError as error:
        terminal.warn(str(error))
