"""`sendoff send NAME`: a draft of the window or of `sendoff duplicate`, checked, asked about and sent."""

from __future__ import annotations

import argparse
import shlex
from contextlib import ExitStack
from dataclasses import replace

from sendoff.cli.commands import sending
from sendoff.cli.context import Context, Server
from sendoff.cli.opening import holding, serving, told_sandbox
from sendoff.cli.running import exit_status
from sendoff.cli.signin import choose, shared_by, sign_in_all
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import figures_of, plan_words, time_text
from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState, Priority
from sendoff.core.errors import InputError
from sendoff.services.app import Services


def send(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Send a draft, go on with what was paused, or say how a campaign ended."""
    if args.audience or args.segment or args.without or args.not_in:
        raise InputError(
            f"“{args.campaign}” is no file, and a draft has its own list.",
            remedy="`sendoff audiences use` gives a draft other people.",
            code="usage",
        )
    with holding(args, context) as services, ExitStack() as servers:
        campaign = services.campaigns.find(args.campaign)
        if (args.dry_run or args.test) and campaign.state is not CampaignState.DRAFT:
            raise InputError(
                f"“{campaign.name}” was started.",
                remedy="A dry run and a test are of drafts; `sendoff preview` shows what anybody got.",
                code="started",
            )
        server = _server(services, campaign, context, terminal, servers)
        if campaign.state is CampaignState.PAUSED or (campaign.scheduled_at and not (args.dry_run or args.test)):
            return sending.go_on(services, campaign, args, terminal, server)
        if campaign.state is not CampaignState.DRAFT:
            return _over(services, campaign, args, terminal)
        return _send_draft(services, campaign, args, context, terminal, server)


def _send_draft(
    services: Services,
    kept: Campaign,
    args: argparse.Namespace,
    context: Context,
    terminal: Terminal,
    server: Server | None,
) -> int:
    """Check a draft with what the options say, then do as with a file. It is changed only once somebody said yes."""
    accounts = _accounts(services, kept, args, context, server)
    account = accounts[0][0]
    size = sign_in_all(services, [one for one, _ in accounts], terminal)
    sending.refuse_unasked(args, terminal)
    draft = replace(kept, account_id=account.id, sender=kept.sender or account.sender, sharers=())
    draft = shared_by(replace(draft, pace=sending.paced(args, kept.pace)), accounts)
    draft = replace(draft, priority=Priority(args.priority)) if args.priority else draft
    if not draft.sender:
        raise InputError(
            f"“{kept.name}” has no sender, nor has the account.",
            remedy="`sendoff accounts edit NAME --from ADDRESS` gives the account one.",
            code="no_sender",
        )
    services.sending.check_hours(draft)
    check = sending.checked(services, draft, size, args.accept)
    sending.say_check(check, None, terminal, kept.name)
    number = services.reports.counts(draft)["queued"]
    terminal.say(plan_words(services.plans.of(draft, account), services.clock.now()))
    if args.dry_run:
        return sending.dry_run(services, draft, check, number, terminal)
    if args.test:
        return sending.test(services, draft, args.test, terminal)
    return sending.ask_and_send(services, draft, number, args, terminal)


def _accounts(
    services: Services, kept: Campaign, args: argparse.Namespace, context: Context, server: Server | None
) -> list[tuple[Account, int]]:
    """The accounts of the options, else the draft's own, else the only one there is."""
    if args.account or args.smtp or server is not None:
        return choose(args, services, None, server, context.environ)
    known = {one.id: one for one in services.accounts.every()}
    own = [(known[one.account_id], one.weight) for one in kept.sharers if one.account_id in known]
    if not own and kept.account_id in known:
        own = [(known[kept.account_id], 0)]
    return own or choose(args, services, None, None, context.environ)


def _server(
    services: Services, campaign: Campaign, context: Context, terminal: Terminal, servers: ExitStack
) -> Server | None:
    """The sandbox's server, where the campaign's account is the sandbox's."""
    used = [one for one in services.accounts.every() if one.id in campaign.account_ids]
    if not any(one.is_sandbox for one in used):
        return None
    return servers.enter_context(serving(context.server(rules=told_sandbox(context, terminal))))


def _over(services: Services, campaign: Campaign, args: argparse.Namespace, terminal: Terminal) -> int:
    """Say that a campaign was sent, and how its message is sent once more; the exit status."""
    when = time_text(campaign.finished_at, services.clock.now())
    what = "already sent" if campaign.state is CampaignState.FINISHED else "stopped"
    summary = services.reports.summary(campaign)
    place = " --sandbox" if args.sandbox else ""
    again = f"`sendoff duplicate {shlex.quote(campaign.name)}{place}`"
    terminal.say(f"“{campaign.name}” was {what} ({when}): {figures_of(summary)}. {again} makes a new draft of it.")
    terminal.result(summary)
    return exit_status(campaign, summary["counts"])
