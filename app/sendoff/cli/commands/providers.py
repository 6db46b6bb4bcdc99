"""`sendoff accounts presets` and `show`: what is known about a provider, how sure that is, and of which day."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from sendoff.cli.account_options import imap_text
from sendoff.cli.commands.accounts import account_json
from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import reading
from sendoff.cli.terminal import Terminal
from sendoff.core.account import Account
from sendoff.core.provider import Preset, secret_hint
from sendoff.core.provider_limits import date_text, figures, origin_text


def presets(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """List the providers, or say everything about one."""
    with reading(args, context) as services:
        every = services.accounts.presets()
        one = services.accounts.preset(args.id) if args.id else None
    if one is not None:
        _say(one, terminal)
        terminal.result({"preset": {**_json(one), "published": _published(one)}})
        return OK
    terminal.table(
        ("Preset", "Provider", "Server", "What it takes"),
        (
            (one.id, one.name, f"{one.endpoint.host or '(yours)'}:{one.endpoint.port}", secret_hint(one))
            for one in every
        ),
    )
    terminal.result({"presets": [_json(one) for one in every]})
    return OK


def account(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Show one account beside what its provider publishes."""
    with reading(args, context) as services:
        found = services.accounts.named(args.name)
        preset = _preset_of(found, services.accounts.presets())
    origin = origin_text(found.limits, found.limits_checked)
    terminal.table(
        ("Account", found.name),
        (
            ("Server", f"{found.host}:{found.port}, {found.security}"),
            ("Sends by", found.route),
            ("User", found.username),
            ("From", found.sender),
            ("Limits", f"{', '.join(found.limits)} ({origin})" if found.limits else origin),
            ("Connections", f"{found.connections}"),
            ("Sent folder", imap_text(found.imap)),
        ),
    )
    if preset is not None:
        _say(preset, terminal)
    told = {"limits_origin": origin, "published": _published(preset) if preset else []}
    terminal.result({"account": {**account_json(found), **told}})
    return OK


def _preset_of(found: Account, every: Sequence[Preset]) -> Preset | None:
    """The account's provider; None where it is not known any more."""
    return next((one for one in every if one.id == found.preset), None)


def _say(preset: Preset, terminal: Terminal) -> None:
    terminal.say(f"{preset.name}: {secret_hint(preset)}")
    terminal.say(f"Sendoff suggests {', '.join(preset.limits) or 'no limit'}; checked {date_text(preset.checked)}.")
    if preset.imap.host:
        terminal.say(
            f"Its Sent folder is opened at {preset.imap.host}, port {preset.imap.port} ({preset.imap_source})."
        )
    if preset.published:
        terminal.table(
            ("It publishes", "How sure", "Besides", "Source"),
            ((one.text, one.sure, one.note, one.source) for one in figures(preset)),
        )
    else:
        terminal.say("It publishes no limits.")


def _json(preset: Preset) -> dict[str, object]:
    return {
        "id": preset.id,
        "name": preset.name,
        "host": preset.endpoint.host,
        "port": preset.endpoint.port,
        "security": preset.endpoint.security.value,
        "sign_in": preset.sign_in.value,
        "usable": preset.usable,
        "regions": list(preset.places),
        "limits": list(preset.limits),
        "checked": preset.checked.isoformat(),
    }


def _published(preset: Preset) -> list[dict[str, object]]:
    """The published limits as scripts get them."""
    return [
        {
            "what": one.what, "value": one.value, "max": one.most, "window": one.window, "note": one.note,
            "sure": told.sure, "confidence": one.conf, "source": one.source, "checked": preset.checked.isoformat(),
        }
        for one, told in zip(preset.published, figures(preset), strict=True)
    ]  # fmt: skip
