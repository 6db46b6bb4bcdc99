"""Which account a command sends with, and the secret it needs."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sendoff.cli.context import Server
from sendoff.cli.terminal import Terminal
from sendoff.core.account import Account, SignIn
from sendoff.core.campaign import Campaign, Sharer
from sendoff.core.campaign_file import CampaignFile
from sendoff.core.envelope import Capabilities
from sendoff.core.errors import InputError, KnownError
from sendoff.core.sharing import check_sharers, named_weight
from sendoff.core.smtp_environment import read_environment
from sendoff.services.app import Services

HOST = "127.0.0.1"
"""Where the built-in server listens."""


def choose(
    args: argparse.Namespace,
    services: Services,
    said: CampaignFile | None,
    server: Server | None,
    environ: Mapping[str, str],
) -> list[tuple[Account, int]]:
    """The accounts to send with and their weights: of the options, else of the campaign file, else the only one.

    Raises InputError.
    """
    if server is not None or args.smtp:
        return [(_choose_one(args, services, server, environ), 0)]
    named = [_named(services, text) for text in args.account or ()]
    if not named and said is not None:
        named = [(services.accounts.named(name), weight) for name, weight in said.accounts]
    if not named and said is not None and said.account:
        named = [(services.accounts.named(said.account), 0)]
    check_sharers([Sharer(account_id=one.id, weight=weight) for one, weight in named])
    return named or [(_choose_one(args, services, server, environ), 0)]


def _named(services: Services, text: str) -> tuple[Account, int]:
    if any(text in (one.name, one.id) for one in services.accounts.all()):
        return services.accounts.named(text), 0  # a name may end in a colon and a number
    name, weight = named_weight(text)
    return services.accounts.named(name), weight


def shared_by(campaign: Campaign, accounts: Sequence[tuple[Account, int]]) -> Campaign:
    """The campaign with its accounts, the first of which it is known by."""
    if len(accounts) == 1:
        return campaign
    return replace(campaign, sharers=tuple(Sharer(account_id=one.id, weight=weight) for one, weight in accounts))


def _choose_one(
    args: argparse.Namespace, services: Services, server: Server | None, environ: Mapping[str, str]
) -> Account:
    """The server's or the URL's account, else the only one there is.

    Where there is none at all, SMTP_HOST and its kind in the environment describe one.
    """
    if server is not None:
        return services.accounts.sandbox(HOST, server.port)
    if args.smtp:
        return services.accounts.from_url(args.smtp)
    every = services.accounts.all()
    if len(every) == 1:
        return every[0]
    if not every and environ.get("SMTP_HOST"):
        return services.accounts.from_environment(read_environment(environ, "environment"))
    if not every:
        raise InputError(
            "There is no account yet.",
            remedy="Add one with `sendoff accounts add`, or try it with --sandbox.",
            code="no_account",
        )
    raise InputError(
        "No account is chosen.",
        remedy=f"Name one with --account: {', '.join(f'“{one.name}”' for one in every)}.",
        code="no_account",
    )


def sign_in_all(services: Services, accounts: Sequence[Account], terminal: Terminal) -> int:
    """The same for each account; the size of message that all of them take, 0 = none says. Raises KnownError."""
    sizes = [sign_in(services, one, terminal).size for one in accounts]
    return min((size for size in sizes if size), default=0)


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
