"""`sendoff accounts sign-in` and `sign-out`: signing in with Google or Microsoft in the browser."""

from __future__ import annotations

import argparse
from dataclasses import replace

from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import holding
from sendoff.cli.terminal import Terminal
from sendoff.core.account import SignIn
from sendoff.core.errors import InputError


def sign_in(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Open the browser, wait for the yes, and keep what comes of it in the keyring."""
    secret = _client_secret(args, context)
    with holding(args, context) as services:
        account = services.accounts.named(args.name)
        if not services.accounts.vault.usable():
            raise InputError(
                "There is no system keyring here, so a sign-in cannot be kept.",
                remedy="Start the system's keyring, then sign in.",
                code="no_keyring",
            )
        account = replace(
            account,
            sign_in=SignIn.XOAUTH2,
            client_id=args.client_id or account.client_id,
            tenant=args.tenant or account.tenant,
        )
        services.accounts.validate(account)
        services.sign_ins.sign_in(
            account,
            client_secret=secret,
            announce=lambda url: terminal.say(f"Your browser opens. If it does not, open this address in it:\n{url}"),
        )
        services.accounts.save(account)
        terminal.say(f"“{account.name}” is signed in. `sendoff accounts test {args.name}` tries it.")
        terminal.result({"signed_in": account.id})
    return OK


def sign_out(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Forget the tokens on this computer."""
    with holding(args, context) as services:
        account = services.accounts.named(args.name)
        if account.sign_in is not SignIn.XOAUTH2:
            raise InputError(
                f"“{account.name}” does not sign in by browser.",
                remedy=f"`sendoff accounts remove {args.name}` forgets its password.",
                code="no_browser_sign_in",
            )
        services.sign_ins.forget(account.id)
        terminal.say(f"“{account.name}” is signed out on this computer.")
        terminal.say("The permission stays in your account at the provider until you take it back there.")
        terminal.result({"signed_out": account.id})
    return OK


def _client_secret(args: argparse.Namespace, context: Context) -> str | None:
    """The secret of one's own client from the first line of standard input; None without the option."""
    if not args.client_secret_stdin:
        return None
    if secret := context.stdin.readline().strip():
        return secret
    raise InputError("No client secret came on standard input.", remedy="Give it as the first line.", code="no_secret")
