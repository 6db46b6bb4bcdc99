"""What the options of `sendoff accounts add` and `edit` make of an account."""

from __future__ import annotations

import argparse
from dataclasses import replace
from urllib.parse import quote, unquote, urlsplit

from sendoff.cli.context import Context
from sendoff.cli.terminal import Terminal
from sendoff.core.account import Account, ImapPlace, Proxy, ProxyKind, Route, Security, SignIn, WireMode
from sendoff.core.account_check import written_pin
from sendoff.core.address import check_address
from sendoff.core.errors import InputError
from sendoff.core.provider import Preset

_PASSWORD = "SENDOFF_PROXY_PASSWORD"  # noqa: S105 -- a variable's name
_IMAP_USAGE = "Write imaps://imap.example.com (TLS), imap://imap.example.com (STARTTLS), or none."
_IMAP = {"imaps": (Security.TLS, 993), "imap": (Security.STARTTLS, 143)}
_PROXY_USAGE = "Write none, system, socks5://host:1080 or http://host:8080, with user@ before the host if it wants one."


def changed(account: Account, args: argparse.Namespace, preset: Preset) -> Account:
    """The account with what the options say; what they do not name stays. Raises InputError."""
    place = preset.place(args.region) if args.region else None
    given = {
        "username": preset.fixed_username or args.user,
        "host": args.host or (place.host if place else None),
        "port": args.port or (place.port if place else None),
        "security": Security(args.security) if args.security else (place.security if place else None),
        "sender": args.sender,
        "identities": tuple(args.identity) if args.identity else None,
        "reply_to": args.reply_to,
        "signature": args.signature,
        "limits": _limits(args.limit),
        "limits_checked": "" if args.limit else None,
        "connections": args.connections,
        "delay": args.delay,
        "ca_file": args.ca,
        "pinned": None if args.pin is None else written_pin(args.pin),
        "client_cert": args.client_cert,
        "client_key": args.client_key,
        "proxy": None if args.proxy is None else proxy_from(args.proxy),
        "imap": None if args.imap is None else imap_from(args.imap),
        "file_copies": args.file_copies,
        "keeps_copies": None if args.imap is None and args.file_copies is None else False,
        "step_seconds": args.step_seconds,
        "local_name": args.local_name,
        "route": Route(args.route) if args.route else None,
        "sign_in": SignIn.XOAUTH2 if args.route in (Route.GMAIL, Route.GRAPH) else None,
        "wire": WireMode(args.wire) if args.wire else None,
        "window": args.window,
        "client_id": args.client_id,
        "tenant": args.tenant,
    }
    made: Account = replace(account, **{key: value for key, value in given.items() if value is not None})
    if made.route is not Route.SMTP:
        made = replace(made, sign_in=SignIn.XOAUTH2)  # those take nothing else
    if args.sender is None and args.user is not None and account.sender in ("", args.user):
        made = replace(made, sender=args.user if "@" in args.user and not check_address(args.user).problem else "")
    return made


def proxy_from(text: str) -> Proxy:
    """The proxy a URL describes. Raises InputError, also for a password in it."""
    if text in (ProxyKind.NONE, ProxyKind.SYSTEM):
        return Proxy(kind=ProxyKind(text))
    try:
        parts = urlsplit(text)
        port = parts.port or 0
    except ValueError:
        parts, port = urlsplit(""), 0
    if parts.scheme not in (ProxyKind.SOCKS5, ProxyKind.HTTP) or not parts.hostname or not port:
        raise InputError(f"“{text}” is not a proxy.", remedy=_PROXY_USAGE, where="proxy", code="proxy")
    if parts.password is not None:
        raise InputError(
            "The proxy's address holds a password, and other programs can read command lines.",
            remedy=f"Leave it out and set {_PASSWORD}.",
            where="proxy",
            code="password_in_url",
        )
    return Proxy(kind=ProxyKind(parts.scheme), host=parts.hostname, port=port, username=unquote(parts.username or ""))


def proxy_text(proxy: Proxy) -> str:
    """A proxy as `proxy_from` reads it."""
    if proxy.kind in (ProxyKind.NONE, ProxyKind.SYSTEM):
        return proxy.kind.value
    user = f"{quote(proxy.username)}@" if proxy.username else ""
    return f"{proxy.kind.value}://{user}{proxy.host}:{proxy.port}"


def imap_from(text: str) -> ImapPlace:
    """The Sent folder's place that a URL describes. Raises InputError."""
    if text == "none":
        return ImapPlace()
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in _IMAP or not parts.hostname or parts.username is not None or parts.path.strip("/"):
        raise InputError(f"“{text}” is not an IMAP server.", remedy=_IMAP_USAGE, where="imap", code="imap")
    security, usual = _IMAP[parts.scheme]
    return ImapPlace(host=parts.hostname, port=usual if port is None else port, security=security)


def imap_text(imap: ImapPlace) -> str:
    """A place as `imap_from` reads it."""
    if not imap.host:
        return "none"
    scheme = next(name for name, (security, _) in _IMAP.items() if security is imap.security)
    return f"{scheme}://{imap.host}:{imap.port}"


def proxy_secret(args: argparse.Namespace, account: Account, context: Context, terminal: Terminal) -> str | None:
    """The password of a proxy named now that wants one; None = the kept one stays."""
    if not (args.proxy and account.proxy.username):
        return None
    if given := context.environ.get(_PASSWORD):
        return given
    return terminal.ask_secret(f"Password of the proxy for “{account.name}”") or None if terminal.asks else None


def _limits(given: list[str] | None) -> tuple[str, ...] | None:
    return None if given is None else tuple(one for one in given if one != "none")
