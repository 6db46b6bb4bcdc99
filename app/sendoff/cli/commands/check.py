"""`sendoff check`: the whole campaign rendered in a scratch folder, without a connection."""

from __future__ import annotations

import argparse
from pathlib import Path

from sendoff.cli.commands.sending import drafted, say_check
from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import reading, scratch
from sendoff.cli.people import people_file
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import check_json
from sendoff.core.errors import InputError


def check(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Check a campaign file; nothing is stored and nobody is asked."""
    path = Path(args.campaign)
    with scratch(args, context) as services:
        said, _ = services.campaigns.named_in(path)
        sender = said.sender or _account_sender(args, context, said.account)
        with (
            people_file(said, args, context) as people,
            drafted(services, path, said, None, sender=sender, recipients=people) as (draft, imported),
        ):
            found = services.campaigns.check(draft)
            say_check(found, imported, terminal, path.name)
            terminal.say("Nothing keeps this campaign from being sent.")
            terminal.result(check_json(found, imported))
            return OK


def _account_sender(args: argparse.Namespace, context: Context, named: str) -> str:
    """The sender of the account that would send: the named one, or the only one there is."""
    with reading(args, context) as services:
        every = [services.accounts.named(named)] if named else services.accounts.all()
        if len(every) > 1:
            raise InputError(
                "There is no sender, and no account is named.",
                remedy='Add from = "…" or account = "…" to the file.',
                code="no_sender",
            )
        return every[0].sender if every else ""
