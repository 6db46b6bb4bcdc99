"""What may be typed about accounts."""

from __future__ import annotations

import argparse
from typing import Any

from sendoff.cli.domain_options import add_domain
from sendoff.cli.grammar import Parser, add_json, add_secret, command
from sendoff.cli.numbers import seconds, whole


def add_accounts(commands: Any) -> None:
    """Add `sendoff accounts`."""
    accounts = commands.add_parser("accounts", help="find, add, change, test and remove accounts")
    each = accounts.add_subparsers(metavar="ACTION", required=True, parser_class=Parser)
    add_json(command(each, "list", "accounts:show", "the accounts there are"))
    one = command(each, "show", "providers:account", "one account, with its provider's limits and how sure they are")
    one.add_argument("name", metavar="NAME")
    presets = command(each, "presets", "providers:presets", "the providers Sendoff knows, or all it knows about one")
    presets.add_argument("id", metavar="ID", nargs="?", default="", help="one provider, with its limits")
    add_json(one)
    add_json(presets)
    find = command(each, "find", "accounts:find", "which provider an address belongs to; asks name servers")
    find.add_argument("address", metavar="ADDRESS")
    add_json(find)
    add = command(each, "add", "accounts:add", "add an account; the password goes to the system's keyring")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--preset", default="custom", metavar="ID", help="the provider; see `sendoff accounts presets`")
    edit = command(each, "edit", "accounts:edit", "change an account; what is not named stays as it is")
    edit.add_argument("name", metavar="NAME")
    for parser in (add, edit):
        _add_account_options(parser)
        add_secret(parser)
        add_json(parser)
    test = command(each, "test", "doctor:test", "examine the connection step by step, without sending anything")
    domain = add_domain(each, command)
    rename = command(each, "rename", "accounts:rename", "give an account another name")
    duplicate = command(each, "duplicate", "accounts:duplicate", "copy an account, without its password")
    remove = command(each, "remove", "accounts:remove", "forget an account and its passwords")
    for parser in (test, domain, rename, duplicate, remove):
        parser.add_argument("name", metavar="NAME")
        add_json(parser)
    rename.add_argument("new", metavar="NEW", help="the new name")
    duplicate.add_argument(
        "new", metavar="NEW", nargs="?", default="", help="the copy's name; “NAME (copy)” if left out"
    )
    add_secret(test)
    _add_account_files(each)
    _add_browser_sign_in(each)


def _add_account_options(parser: argparse.ArgumentParser) -> None:
    who = parser.add_argument_group("identity")
    who.add_argument("--user", metavar="U", help="user name, usually the whole address")
    who.add_argument("--from", dest="sender", metavar="F", help="the sender, “Anna Lee <anna@example.com>”")
    who.add_argument("--identity", action="append", metavar="F", help="another sender; may be given several times")
    who.add_argument("--reply-to", metavar="R")
    who.add_argument("--signature", metavar="TEXT", help="kept with the account; plain text")
    server = parser.add_argument_group("server")
    server.add_argument("--host", metavar="H")
    server.add_argument(
        "--region", default="", metavar="R", help="where the provider has several servers: EU, eu-west-1"
    )
    server.add_argument("--port", type=whole(1, 65_535), metavar="P")
    server.add_argument("--security", choices=("tls", "starttls", "none"))
    server.add_argument("--route", choices=("smtp", "gmail_api", "graph"), help="Google and Microsoft: not by SMTP")
    pace = parser.add_argument_group("pace")
    pace.add_argument(
        "--limit", action="append", metavar="L", help="80/hour, gmail.com 20/min, 20/day x1.5 to 500; repeat; or none"
    )
    pace.add_argument("--connections", type=whole(1, 64), metavar="N")
    pace.add_argument("--delay", type=seconds, metavar="S", help="seconds between messages")
    safe = parser.add_argument_group("security and network")
    safe.add_argument("--ca", metavar="FILE", help="certificates to trust instead of the system's")
    safe.add_argument("--pin", metavar="SHA256", help="the one certificate to trust, by its fingerprint")
    safe.add_argument("--client-cert", metavar="FILE", help="the certificate this machine shows, in PEM form")
    safe.add_argument("--client-key", metavar="FILE", help="its key, where it is not in the same file")
    safe.add_argument(
        "--proxy", metavar="URL", help="none, system, socks5://[user@]host:port or http://[user@]host:port"
    )
    safe.add_argument(
        "--imap", metavar="URL", help="the Sent folder, to look for those in doubt: imaps://host, imap://host or none"
    )
    safe.add_argument(
        "--file-copies", action=argparse.BooleanOptionalAction, help="file a copy of every accepted message in Sent"
    )
    safe.add_argument("--step-seconds", type=seconds, metavar="S", help="how long each step of connecting may take")
    safe.add_argument("--local-name", metavar="NAME", help="the name given in EHLO")
    safe.add_argument(
        "--wire", choices=("careful", "overlapped", "windowed"), help="how closely messages follow one another"
    )
    safe.add_argument("--window", type=int, metavar="N", help="messages in flight on a windowed connection")
    safe.add_argument("--client-id", metavar="ID", help="one's own OAuth client")
    safe.add_argument("--tenant", metavar="T", help="Microsoft's directory")


def _add_account_files(each: Any) -> None:
    export = command(each, "export", "account_files:export", "write accounts to a file, without their passwords")
    export.add_argument("file", metavar="FILE.toml")
    export.add_argument("names", metavar="NAME", nargs="*", help="every account if left out")
    bring = command(each, "import", "account_files:bring", "add the accounts of such a file")
    bring.add_argument("file", metavar="FILE.toml")
    env = command(
        each, "import-env", "account_files:bring_env",
        "add the account of a .env file: SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASS, SMTP_SECURE, MAX_EMAILS_PER_HOUR",
    )  # fmt: skip
    env.add_argument("file", metavar="FILE", help="- reads standard input")
    env.add_argument("--name", default="", metavar="N", help="the account's name; user and host if left out")
    for parser in (export, bring, env):
        add_json(parser)


def _add_browser_sign_in(each: Any) -> None:
    enter = command(each, "sign-in", "signin:sign_in", "sign in with Google or Microsoft in the browser")
    enter.add_argument("--client-id", metavar="ID", help="your own client ID there; docs/oauth.md shows how")
    enter.add_argument(
        "--client-secret-stdin", action="store_true", help="read its secret (Google gives one) from stdin's first line"
    )
    enter.add_argument("--tenant", metavar="T", help="Microsoft's directory, where your client ID is for one only")
    leave = command(each, "sign-out", "signin:sign_out", "forget a sign-in by browser on this computer")
    for parser in (enter, leave):
        parser.add_argument("name", metavar="NAME")
        add_json(parser)
