"""`sendoff send` with several campaign files: everything is checked first, then all are sent at the same time."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from sendoff.cli.commands import by_name, sending
from sendoff.cli.context import Context, Server
from sendoff.cli.main import BAD_INPUT, OK
from sendoff.cli.opening import holding, is_file
from sendoff.cli.people import named_people, people_file
from sendoff.cli.running import run_campaigns
from sendoff.cli.signin import choose, shared_by, sign_in_all
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import people
from sendoff.core.campaign import Campaign, CampaignState, Priority
from sendoff.core.errors import InputError
from sendoff.services.app import Services


def send(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Send one campaign file, or several at the same time."""
    paths = list(args.campaign)
    if len(paths) == 1 or args.dry_run or args.test:
        statuses = []
        for args.campaign in paths:
            send_one = sending.send if is_file(args.campaign) else by_name.send
            statuses.append(send_one(args, context, terminal))
        return max(statuses)
    if named := [one for one in paths if not is_file(one)]:
        raise InputError(
            f"“{named[0]}” is no file.",
            remedy="What is not a file is sent alone: `sendoff send NAME`.",
            code="several",
        )
    if args.at:
        raise InputError("Several campaigns cannot be given one time.", remedy="Schedule each alone.", code="several")
    if not (args.yes or terminal.asks):
        raise InputError(
            "Nobody is there to confirm the sending.", remedy="Add --yes to send without asking.", code="confirm"
        )
    with holding(args, context) as services, sending.served(args, context, terminal) as server, ExitStack() as drafts:
        ready = [
            one
            for path in dict.fromkeys(paths)
            if (one := _prepared(Path(path), args, context, terminal, (services, server, drafts))) is not None
        ]
        if not ready:
            return OK
        number = sum(services.reports.counts(one)["queued"] for one in ready)
        if not args.yes and not terminal.confirm(f"Send {len(ready)} campaigns to {people(number)}, starting now?"):
            terminal.say("Nothing was sent.")
            return BAD_INPUT
        return run_campaigns(services, ready, terminal)


def _prepared(
    path: Path,
    args: argparse.Namespace,
    context: Context,
    terminal: Terminal,
    at: tuple[Services, Server | None, ExitStack],
) -> Campaign | None:
    """A draft that was checked, or the paused campaign of the file; None where it was sent before."""
    services, server, drafts = at
    said, known = services.campaigns.named_in(path, named_people(args))
    if known and known.state is CampaignState.DRAFT and not known.scheduled_at:
        services.campaigns.remove(known.id)  # left by a run that was killed before it sent anything
    elif known and known.state is CampaignState.PAUSED:
        accounts = [one for one in services.accounts.every() if one.id in known.account_ids]
        sending.sign_in_some(services, accounts, terminal)
        return known
    elif known and known.state is CampaignState.DRAFT:
        raise InputError(f"“{known.name}” has a time of its own.", remedy="Send it alone.", code="several")
    elif known and not args.sandbox:
        sending.already_sent(services, known, terminal)
        return None
    chosen = choose(args, services, said, server, context.environ)
    size = sign_in_all(services, [one for one, _ in chosen], terminal)
    listed = drafts.enter_context(people_file(said, args, context)) if args.sandbox else None
    read, imported = drafts.enter_context(
        sending.drafted(services, path, said, chosen[0][0], size_limit=size, recipients=listed)
    )
    draft = shared_by(replace(read, pace=sending.paced(args, read.pace)), chosen)
    draft = replace(draft, priority=Priority(args.priority)) if args.priority else draft
    services.sending.check_hours(draft)
    services.campaigns.save(draft)
    terminal.say(f"“{draft.name}”:")
    check = sending.checked(services, draft, size, args.accept)
    sending.say_check(check, imported, terminal, path.name)
    return draft
