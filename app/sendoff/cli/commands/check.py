"""`sendoff check`: the whole campaign looked over, rows, content and the sender's domain, without a connection."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from sendoff.cli.commands.domain import domain_json, say_domain
from sendoff.cli.commands.sending import drafted, say_check, say_findings, say_test
from sendoff.cli.context import Context
from sendoff.cli.main import BAD_INPUT, OK
from sendoff.cli.opening import is_file, reading, scratch
from sendoff.cli.people import people_file
from sendoff.cli.signin import shared_by
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import blocked, check_json, plan_json, plan_words
from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.campaign_file import CampaignFile
from sendoff.core.errors import InputError, StorageError
from sendoff.core.plan import Plan
from sendoff.core.review import Check
from sendoff.core.sender_findings import SenderReport
from sendoff.core.wording import count_text
from sendoff.services.app import Services
from sendoff.services.recipients import Imported


def check(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Check a campaign file or a draft; nothing is stored, and nobody but name servers is asked."""
    if is_file(args.campaign):
        return _file(args, Path(args.campaign), context, terminal)
    return _draft(args, context, terminal)


def _file(args: argparse.Namespace, path: Path, context: Context, terminal: Terminal) -> int:
    with scratch(args, context) as services:
        said, _ = services.campaigns.named_in(path)
        accounts = _accounts(args, context, said)
        sender = said.sender or (accounts[0].sender if accounts else "")
        with (
            people_file(said, args, context) as people,
            drafted(services, path, said, None, sender=sender, recipients=people) as (draft, imported),
        ):
            domain = None
            if not args.offline:
                domain = services.sender_domains.of_accounts(accounts, draft.sender, imported.ready)
            found = services.checks.run(draft, score=True)
            made = _plan(args, context, services, draft, said)
            _say_plan(made, services, terminal)
            return _tell(found, domain, imported, made, terminal, path.name)


def _draft(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    with reading(args, context) as services:
        draft = services.campaigns.find(args.campaign)
        domain = None
        if not args.offline:
            domain = services.sender_domains.of_campaign(draft, services.reports.counts(draft).get("queued", 0))
        if draft.state is not CampaignState.DRAFT:
            return _started(services, draft, domain, terminal)
        found = services.checks.run(draft, score=True, keep=False)
        made = services.plans.of(draft)
        say_test(services, draft, terminal)
        _say_plan(made, services, terminal)
        return _tell(found, domain, None, made, terminal, draft.name)


def _started(services: Services, campaign: Campaign, domain: SenderReport | None, terminal: Terminal) -> int:
    """What was found of a campaign before it was started, and how its sender's domain stands now."""
    check = services.checks.at_start(campaign).check
    if domain:
        say_domain(domain, terminal)
    if check is None:
        terminal.say(f"“{campaign.name}” was started. What the check found was not kept.")
    else:
        terminal.say(f"“{campaign.name}” was started. The check had found, in {count_text(check.rows)} messages:")
        say_findings(check, terminal, fine=True)
    found = {"check": check_json(check) if check else None}
    terminal.result({"state": campaign.state.value, **found, **({"sender": domain_json(domain)} if domain else {})})
    return OK


def _plan(
    args: argparse.Namespace, context: Context, scratched: Services, draft: Campaign, said: CampaignFile
) -> Plan | None:
    """When it would go; None where the account that would send is not known, which the check does not need."""
    try:
        with reading(args, context) as own:
            known = {one.name: one for one in own.accounts.all()}
            named = said.accounts or ([(said.account, 0)] if said.account else [(name, 0) for name in known])
            accounts = [(known[name], weight) for name, weight in named if name in known]
            if not accounts or len(accounts) < len(named) or (len(accounts) > 1 and not said.accounts):
                return None
            sent = shared_by(replace(draft, account_id=accounts[0][0].id), accounts)
            return scratched.plans.with_accounts_of(own.plans).of(sent)
    except StorageError:
        return None


def _say_plan(made: Plan | None, services: Services, terminal: Terminal) -> None:
    if words := plan_words(made, services.clock.now()):
        terminal.say(words)


def _tell(
    found: Check,
    domain: SenderReport | None,
    imported: Imported | None,
    made: Plan | None,
    terminal: Terminal,
    where: str,
) -> int:
    sender = {"sender": domain_json(domain)} if domain else {}
    told = {**check_json(found, imported), **plan_json(made), **sender}
    if domain:
        say_domain(domain, terminal)
    if found.blocked:
        error = blocked(found, where)
        say_findings(found, terminal, fine=True)
        terminal.warn(str(error))
        wrong = {"title": error.title, "remedy": error.remedy, "where": error.where, "code": error.code}
        terminal.result({**told, "error": wrong})
        return BAD_INPUT
    say_check(found, imported, terminal, where, fine=True)
    terminal.say("Nothing keeps this campaign from being sent.")
    terminal.result(told)
    return OK


def _accounts(args: argparse.Namespace, context: Context, said: CampaignFile) -> list[Account]:
    """The accounts that would send: the named ones, or the only one there is; one of them has to know the sender.

    Raises InputError.
    """
    names = [said.account] if said.account else [name for name, _weight in said.accounts]
    try:
        with reading(args, context) as services:
            every = services.accounts.all()
            if not said.sender and names:
                return [services.accounts.named(name) for name in names]
    except StorageError:
        if not said.sender:
            raise
        return []
    if not said.sender and len(every) > 1:
        raise InputError(
            "There is no sender, and no account is named.",
            remedy='Add from = "…" or account = "…" to the file.',
            code="no_sender",
        )
    known = [one for one in every if {one.name, one.id} & set(names)]
    return known if names else list(every) if len(every) == 1 else []
