"""`sendoff try`: the whole job against the built-in sandbox; no account, and nothing leaves the machine."""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from sendoff.cli.commands.sending import drafted, resume, say_check
from sendoff.cli.commands.window import has_display
from sendoff.cli.context import Context
from sendoff.cli.opening import holding, serving, told_sandbox
from sendoff.cli.running import run_campaign
from sendoff.cli.signin import HOST
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import EXAMPLES
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import State
from sendoff.services.app import Services
from sendoff.services.trial import HEADERS, people

_SLOW = 0.037
"""Seconds a message takes, so that a small list can be watched for about ten seconds."""
_WATCHED = 1_000
"""Recipients up to which it is slowed, and every message kept as a file."""


def trial(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Try Sendoff: in the window where there is one, else here."""
    if not (args.terminal or args.json or args.recipients) and has_display(context.environ):
        try:
            return context.open_window(True)  # noqa: FBT003 -- the port's signature: a trial
        except ImportError:
            terminal.say("The window cannot be opened here, so this is the terminal's trial.")
    with holding(args, context) as services:
        return _run(args, context, services, terminal)


def _run(args: argparse.Namespace, context: Context, services: Services, terminal: Terminal) -> int:
    path = context.sample()
    said, _ = services.campaigns.named_in(path)
    left = [one for one in services.campaigns.all() if one.source == str(path)]
    for one in left:
        if one.state is CampaignState.DRAFT:
            services.campaigns.remove(one.id)
    paused = next((one for one in left if one.state is CampaignState.PAUSED), None)
    number = services.reports.counts(paused)["queued"] if paused else args.recipients or 0
    mail = context.folder(True) / "mail"  # noqa: FBT003 -- the port's signature: the sandbox's
    watched = number <= _WATCHED
    if watched and not paused:
        for earlier in mail.glob("*.eml"):
            earlier.unlink()
    rules = told_sandbox(context, terminal)
    server = context.server(delay=_SLOW if watched else 0, folder=mail if watched else None, rules=rules)
    with serving(server):
        account = services.accounts.sandbox(HOST, server.port)
        if paused:
            status = resume(services, paused, terminal, server)
            _where_to_look(services, paused, mail if watched else None, terminal)
            return status
        listed = _made_up(number, context.folder(True)) if number else None  # noqa: FBT003 -- likewise
        with drafted(services, path, said, account, recipients=listed) as (draft, imported):
            terminal.say(f"“{draft.name}” goes to the sandbox on this machine; nothing leaves it.")
            say_check(services.checks.run(draft), imported, terminal, path.name)
            status = run_campaign(services, draft, terminal)
            _where_to_look(services, draft, mail if watched else None, terminal)
            return status


def _made_up(number: int, folder: Path) -> Path:
    path = folder / "made-up.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADERS])
        csv.writer(file).writerows(people(number))
    return path


def _where_to_look(services: Services, campaign: Campaign, mail: Path | None, terminal: Terminal) -> None:
    skipped = services.reports.page(campaign, limit=EXAMPLES, states=(State.SKIPPED,))
    for one in skipped:
        terminal.say(f"Skipped no. {one.position}, {one.address or 'no address'}: {one.text}")
    if mail:
        terminal.say(f"The messages as they arrived: {mail}")
    terminal.say("Every row: `sendoff report --sandbox --rows`. Your own list: `sendoff send CAMPAIGN.toml --sandbox`.")
