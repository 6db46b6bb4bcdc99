"""`sendoff backup`, `restore`, `release` and `move-data`: one file of everything, and other places for it."""

from __future__ import annotations

import argparse
from pathlib import Path

from sendoff.cli.context import Context
from sendoff.cli.main import BAD_INPUT, OK
from sendoff.cli.opening import holding, reading
from sendoff.cli.terminal import Terminal
from sendoff.core.backup import Manifest, day_text
from sendoff.core.errors import InputError
from sendoff.core.wording import count_text
from sendoff.services.backups import told


def backup(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Write a backup."""
    with reading(args, context) as services:
        manifest = services.backups.make(Path(args.file))
    terminal.say(f"{args.file} holds {_holds(manifest)}. Passwords are not in it.")
    terminal.result({"backup": _json(manifest)})
    return OK


def restore(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Put a backup back."""
    path = Path(args.file)
    with context.restoring(args.typed, args.sandbox) as restoring:
        manifest = restoring.look(path)
        terminal.say(f"{args.file} is of {day_text(manifest.made_at)} and holds {_holds(manifest)}.")
        if args.look:
            terminal.result({"backup": _json(manifest)})
            return OK
        if not (args.yes or terminal.asks):
            raise InputError("Nobody is there to confirm it.", remedy="Add --yes to restore.", code="confirm")
        if not args.yes and not terminal.confirm("Replace the present campaigns, lists and accounts by it?"):
            terminal.say("Nothing was changed.")
            return BAD_INPUT
        done = restoring.restore(path)
    terminal.say(told(done))
    result = {"carried": done.carried, "held": done.held, "kept": done.kept}
    terminal.result({"restored": {**_json(manifest), **result}})
    return OK


def move(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Move the data folder."""
    with context.moving(args.typed) as moving:
        said = moving.move(Path(args.folder))
    terminal.say(said)
    terminal.result({"moved": str(Path(args.folder).absolute())})
    return OK


def release(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """A person has looked: let a campaign be sent."""
    with holding(args, context) as services:
        campaign = services.campaigns.find(args.campaign)
        held = services.continuity.release(campaign.id)
    terminal.say(f"“{campaign.name}” can be sent." if held else f"“{campaign.name}” did not wait for a word.")
    terminal.result({"released": held, "campaign": campaign.id})
    return OK


def _holds(manifest: Manifest) -> str:
    named = (
        (manifest.campaigns, "campaign"), (manifest.audiences, "audience"), (manifest.accounts, "account"),
    )  # fmt: skip
    return ", ".join(f"{count_text(number)} {word}{'' if number == 1 else 's'}" for number, word in named)


def _json(manifest: Manifest) -> dict[str, object]:
    return {
        "made_at": manifest.made_at, "version": manifest.version, "campaigns": manifest.campaigns,
        "audiences": manifest.audiences, "accounts": manifest.accounts, "size": manifest.size,
    }  # fmt: skip
