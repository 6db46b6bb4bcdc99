"""`sendoff accounts export`, `import` and `import-env`: accounts in files, never with a password written."""

from __future__ import annotations

import argparse
from pathlib import Path

from sendoff.cli.commands.accounts import account_json
from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import holding, reading
from sendoff.cli.terminal import Terminal
from sendoff.core.wording import count_text
from sendoff.services.account_files import Brought


def export(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Write accounts to a file."""
    with reading(args, context) as services:
        chosen = [services.accounts.named(name) for name in args.names]
        number = services.account_files.write(Path(args.file), chosen)
    terminal.say(f"Wrote {_accounts(number)} to {args.file}, without passwords.")
    terminal.result({"exported": number, "file": args.file})
    return OK


def bring(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Add the accounts of an exported file."""
    with holding(args, context) as services:
        brought = services.account_files.bring(Path(args.file))
        terminal.say(f"Added {_accounts(len(brought.accounts))}. Their passwords are asked for when they are needed.")
        _tell(brought, terminal)
    return OK


def bring_env(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Add the account of a `.env` file or of standard input."""
    with holding(args, context) as services:
        if args.file == "-":
            brought = services.account_files.bring_env(context.stdin.read(), args.name, "standard input")
        else:
            brought = services.account_files.bring_env_file(Path(args.file), args.name)
        account = brought.accounts[0]
        terminal.say(f"“{account.name}” is added: {account.host}, port {account.port}, {account.security}.")
        terminal.say(services.accounts.vault.describe())
        _tell(brought, terminal)
    return OK


def _tell(brought: Brought, terminal: Terminal) -> None:
    for name in brought.known:
        terminal.say(f"“{name}” is here already and stays as it is.")
    for note in brought.notes:
        terminal.warn(note)
    terminal.result({
        "accounts": [account_json(one) for one in brought.accounts],
        "known": list(brought.known),
        "notes": list(brought.notes),
    })  # fmt: skip


def _accounts(number: int) -> str:
    return f"{count_text(number)} account{'' if number == 1 else 's'}"
