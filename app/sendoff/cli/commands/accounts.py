"""`sendoff accounts`: what there is, what there could be, and whether it works."""

from __future__ import annotations

import argparse
from dataclasses import replace

from sendoff.cli.account_options import changed, imap_text, proxy_secret, proxy_text
from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import given_secret, holding, reading
from sendoff.cli.terminal import Terminal
from sendoff.core.account import Account, SignIn
from sendoff.core.discovery import Suggestion
from sendoff.core.errors import InputError
from sendoff.core.provider import Preset, secret_hint
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
        terminal.result({"accounts": [account_json(one) for one in every]})
    return OK


def find(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Say whose an address is, and how it would be reached."""
    with reading(args, context) as services:
        found = services.accounts.find(args.address)
        preset = services.accounts.preset(found.preset_id)
    terminal.say(found.why)
    if found.host:
        terminal.say(
            f"{'Take' if found.sure else 'Try'} {preset.name}: {found.host}, port {found.port}, {found.security}."
        )
        terminal.say(secret_hint(preset))
        terminal.say(f"`{_add_line(args.address, found, preset)}` adds it.")
    terminal.result(
        {
            "preset": found.preset_id,
            "host": found.host,
            "port": found.port,
            "security": found.security.value,
            "why": found.why,
            "sure": found.sure,
        }
    )
    return OK


def _add_line(address: str, found: Suggestion, preset: Preset) -> str:
    line = f"sendoff accounts add NAME --preset {preset.id} --user {preset.fixed_username or address}"
    usual = preset.endpoint
    if found.host != usual.host:
        line += f" --host {found.host}"
    if (found.port, found.security) != (usual.port, usual.security):
        line += f" --port {found.port} --security {found.security}"
    return line


def add(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Add an account."""
    with holding(args, context) as services:
        if any(one.name == args.name for one in services.accounts.all()):
            raise InputError(
                f"There is an account “{args.name}” already.",
                remedy="Change it with `sendoff accounts edit`, or choose another name.",
            )
        preset = services.accounts.preset(args.preset)
        if not preset.usable:
            raise InputError(secret_hint(preset), remedy="Choose another provider for now.", code="unusable")
        draft = services.accounts.draft(preset.id, args.user or "", args.region)
        account = changed(replace(draft, name=args.name), args, preset)
        if not account.username:
            account = replace(account, sign_in=SignIn.NONE)
        services.accounts.validate(account)
        secret = _secret(args, context, services, preset, account, terminal)
        services.accounts.save(account, secret, proxy_secret(args, account, context, terminal))
        terminal.say(f"“{account.name}” is added. `sendoff accounts test {args.name}` tries it.")
        terminal.result({"account": account_json(account)})
    return OK


def edit(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Change an account."""
    with holding(args, context) as services:
        before = services.accounts.named(args.name)
        account = changed(before, args, services.accounts.preset(before.preset))
        secret = given_secret(args, context)
        proxy = proxy_secret(args, account, context, terminal)
        if account == before and secret is None and proxy is None:
            raise InputError("Nothing is named that could change.", remedy="Add an option, such as --port 465.")
        services.accounts.save(account, secret, proxy)
        terminal.say(f"“{account.name}” is changed. `sendoff accounts test {args.name}` tries it.")
        terminal.result({"account": account_json(account)})
    return OK


def rename(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Give an account another name."""
    with holding(args, context) as services:
        account = services.accounts.rename(services.accounts.named(args.name).id, args.new)
        terminal.say(f"“{args.name}” is called “{account.name}” now.")
        terminal.result({"account": account_json(account)})
    return OK


def duplicate(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Copy an account without its secret."""
    with holding(args, context) as services:
        copy = services.accounts.duplicate(services.accounts.named(args.name).id, args.new)
        terminal.say(f"“{copy.name}” is added. Its password is asked for when it is needed.")
        terminal.result({"account": account_json(copy)})
    return OK


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
    if account.sign_in is SignIn.XOAUTH2:
        terminal.say(f"`sendoff accounts sign-in {args.name} --client-id ID` opens the browser for it.")
        return None
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


def remove(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Forget an account and its secret."""
    with holding(args, context) as services:
        account = services.accounts.named(args.name)
        services.accounts.remove(account.id)
        terminal.say(f"“{account.name}” and its passwords are removed.")
        terminal.result({"removed": account.id})
    return OK


def account_json(account: Account) -> dict[str, object]:
    """The account as scripts get it, without secrets."""
    return {
        "id": account.id,
        "name": account.name,
        "preset": account.preset,
        "host": account.host,
        "port": account.port,
        "security": account.security.value,
        "username": account.username,
        "sender": account.sender,
        "identities": list(account.identities),
        "reply_to": account.reply_to,
        "limits": list(account.limits),
        "limits_checked": account.limits_checked,
        "connections": account.connections,
        "delay": account.delay,
        "route": account.route.value,
        "proxy": proxy_text(account.proxy),
        "imap": imap_text(account.imap),
        "file_copies": account.file_copies,
        "keeps_copies": account.keeps_copies,
        "pinned": account.pinned,
        "ca_file": account.ca_file,
        "client_cert": account.client_cert,
        "step_seconds": account.step_seconds,
        "local_name": account.local_name,
        "wire": account.wire.value,
        "window": account.window,
    }
