"""`sendoff accounts`: what there is, what there could be, and whether it works."""

from __future__ import annotations

import argparse
from dataclasses import replace

from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import given_secret, holding, reading
from sendoff.cli.terminal import Terminal
from sendoff.core.account import Account, Security, SignIn
from sendoff.core.address import check_address
from sendoff.core.errors import InputError
from sendoff.core.provider import Preset, secret_hint
from sendoff.core.wording import count_text
from sendoff.services.app import Services


def show(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """List the accounts."""
    with reading(args, context) as services:
        every = services.accounts.all()
        if every:
            terminal.table(
                ("Name", "Server", "Security", "User", "From", "Limits"),
                (
                    (one.name, f"{one.host}:{one.port}", one.security, one.username, one.sender, ", ".join(one.limits))
                    for one in every
                ),
            )
        else:
            terminal.say("There is no account yet. Add one with `sendoff accounts add`.")
        terminal.result({"accounts": [_as_json(one) for one in every]})
    return OK


def presets(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """List the providers."""
    with reading(args, context) as services:
        every = services.accounts.presets()
    terminal.table(
        ("Preset", "Provider", "Server", "What it takes"),
        (
            (one.id, one.name, f"{one.endpoint.host or '(yours)'}:{one.endpoint.port}", secret_hint(one))
            for one in every
        ),
    )
    terminal.result(
        {
            "presets": [
                {
                    "id": one.id,
                    "name": one.name,
                    "host": one.endpoint.host,
                    "port": one.endpoint.port,
                    "security": one.endpoint.security.value,
                    "sign_in": one.sign_in.value,
                    "usable": one.usable,
                }
                for one in every
            ]
        }
    )
    return OK


def add(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Add an account."""
    with holding(args, context) as services:
        if any(one.name == args.name for one in services.accounts.all()):
            raise InputError(
                f"There is an account “{args.name}” already.", remedy="Remove it first, or choose another name."
            )
        preset = services.accounts.preset(args.preset)
        if not preset.usable:
            raise InputError(secret_hint(preset), remedy="Choose another provider for now.", code="unusable")
        account = _described(args, services.accounts.draft(preset.id, args.user))
        services.accounts.validate(account)
        secret = _secret(args, context, services, preset, account, terminal)
        services.accounts.save(account, secret)
        terminal.say(f"“{account.name}” is added. `sendoff accounts test {args.name}` tries it.")
        terminal.result({"account": _as_json(account)})
    return OK


def _described(args: argparse.Namespace, draft: Account) -> Account:
    """The preset's account with what the options say."""
    given = {
        "name": args.name,
        "username": args.user or None,
        "host": args.host,
        "port": args.port,
        "security": Security(args.security) if args.security else None,
        "sender": args.sender or (args.user if "@" in args.user and not check_address(args.user).problem else ""),
        "reply_to": args.reply_to,
        "limits": tuple(args.limit) if args.limit else None,
        "connections": args.connections,
        "ca_file": args.ca,
    }
    account: Account = replace(draft, **{key: value for key, value in given.items() if value is not None})
    return account if account.username else replace(account, sign_in=SignIn.NONE)


def _secret(
    args: argparse.Namespace,
    context: Context,
    services: Services,
    preset: Preset,
    account: Account,
    terminal: Terminal,
) -> str | None:
    """The secret to keep, asked for after saying which one it is and where it goes; None = asked for when needed."""
    if account.sign_in is SignIn.NONE:
        return None
    terminal.say(secret_hint(preset))
    vault = services.accounts.vault
    if not vault.usable():
        terminal.say("There is no system keyring here, so the password is asked for in every session.")
        return None
    if (given := given_secret(args, context)) is not None:
        return given
    if not terminal.asks:
        terminal.say("The password is asked for when it is needed; --password-stdin keeps it in the keyring.")
        return None
    terminal.say(vault.describe())
    return terminal.ask_secret(f"Password of “{account.name}”") or None


def test(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Connect and sign in."""
    with reading(args, context) as services:
        account = services.accounts.named(args.name)
        secret = None
        if services.accounts.needs_secret(account) and terminal.asks:
            secret = terminal.ask_secret(f"Password of “{account.name}”")
        found = services.accounts.test(account, secret)
    size = f", messages up to {count_text(found.size // 1_000_000)} MB" if found.size else ""
    terminal.say(f"“{account.name}” works: {found.tls or 'no encryption'}{size}.")
    terminal.say(f"The server offers: {', '.join(sorted(found.features))}.")
    terminal.result(
        {
            "account": _as_json(account),
            "tls": found.tls,
            "size": found.size,
            "features": sorted(found.features),
            "greeting": found.greeting,
        }
    )
    return OK


def remove(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Forget an account and its secret."""
    with holding(args, context) as services:
        account = services.accounts.named(args.name)
        services.accounts.remove(account.id)
        terminal.say(f"“{account.name}” and its password are removed.")
        terminal.result({"removed": account.id})
    return OK


def _as_json(account: Account) -> dict[str, object]:
    return {
        "id": account.id,
        "name": account.name,
        "preset": account.preset,
        "host": account.host,
        "port": account.port,
        "security": account.security.value,
        "username": account.username,
        "sender": account.sender,
        "limits": list(account.limits),
        "connections": account.connections,
    }
