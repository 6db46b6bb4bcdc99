"""`sendoff send`: check everything, ask once, send; or go on where an interrupted run ended."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

from sendoff.cli.context import Context, Server
from sendoff.cli.main import BAD_INPUT, OK, UNWELL, WAITING
from sendoff.cli.opening import holding, serving, told_sandbox
from sendoff.cli.people import named_people, people_file, people_of
from sendoff.cli.running import exit_status, run_campaign
from sendoff.cli.signin import choose, shared_by, sign_in, sign_in_all
from sendoff.cli.terminal import Terminal
from sendoff.cli.waiting import missed, wait_and_run
from sendoff.cli.words import (
    blocked,
    check_json,
    figures_of,
    finding_rows,
    imported_text,
    moment_text,
    people,
    plan_json,
    plan_words,
    remark_rows,
    repeated_text,
    time_text,
)
from sendoff.core.account import Account
from sendoff.core.campaign import Campaign, CampaignState, Pace, Priority
from sendoff.core.campaign_file import CampaignFile
from sendoff.core.delivery import State
from sendoff.core.errors import ConnectError, InputError
from sendoff.core.hours import SendingHours, days_word, parse_hours, window_text
from sendoff.core.review import Check
from sendoff.core.schedule import Standing
from sendoff.services.app import Services
from sendoff.services.recipients import Imported


def send(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Send a campaign file."""
    path = Path(args.campaign)
    with holding(args, context) as services, served(args, context, terminal) as server:
        said, known = services.campaigns.named_in(path, named_people(args))
        rehearsal = args.dry_run or args.test
        if known and known.state is CampaignState.DRAFT and not known.scheduled_at:
            services.campaigns.remove(known.id)  # left by a run that was killed before it sent anything
        elif known and not rehearsal and (known.state in _GOING_ON or not args.sandbox):
            return go_on(services, known, args, terminal, server)
        accounts = choose(args, services, said, server, context.environ)
        account = accounts[0][0]
        size = sign_in_all(services, [one for one, _ in accounts], terminal)
        refuse_unasked(args, terminal)
        with (
            people_file(said, args, context) if args.sandbox else nullcontext() as listed,
            drafted(services, path, said, account, size_limit=size, recipients=listed) as (read, imported),
        ):
            draft = shared_by(replace(read, pace=paced(args, read.pace)), accounts)
            draft = replace(draft, priority=Priority(args.priority)) if args.priority else draft
            services.sending.check_hours(draft)
            services.campaigns.save(draft)
            check = checked(services, draft, size, args.accept)
            say_check(check, imported, terminal, path.name)
            terminal.say(plan_words(services.plans.of(draft, account), services.clock.now()))
            if args.dry_run:
                return dry_run(services, draft, check, imported.sendable, terminal, imported)
            if args.test:
                return test(services, draft, args.test, terminal)
            return ask_and_send(services, draft, imported.sendable, args, terminal)


def ask_and_send(services: Services, draft: Campaign, number: int, args: argparse.Namespace, terminal: Terminal) -> int:
    """Ask for the last word, then send, now or at the time that was named."""
    say_test(services, draft, terminal)
    if repeat := services.repeats.of(draft, number):
        terminal.warn(repeated_text(repeat, services.clock.now()))
    at = services.schedule.moment(args.at) if args.at else 0
    when = moment_text(at, services.clock.now()) if at else "starting now"
    if not args.yes and not terminal.confirm(f"Send to {people(number)} from {draft.sender}, {when}?"):
        terminal.say("Nothing was sent.")
        return BAD_INPUT
    services.campaigns.save(draft)
    if not at:
        return run_campaign(services, draft, terminal)
    services.schedule.set(draft, at)
    return wait_and_run(services, services.campaigns.get(draft.id), terminal, late=args.yes)


def refuse_unasked(args: argparse.Namespace, terminal: Terminal) -> None:
    """Send nothing that nobody could say yes to. Raises InputError."""
    if not (args.dry_run or args.test or args.yes or terminal.asks):
        raise InputError(
            "Nobody is there to confirm the sending.", remedy="Add --yes to send without asking.", code="confirm"
        )


_GOING_ON = (CampaignState.DRAFT, CampaignState.PAUSED)
"""What the same command goes on with: a draft that has a time, and what was paused."""


def go_on(
    services: Services, known: Campaign, args: argparse.Namespace, terminal: Terminal, server: Server | None
) -> int:
    """A campaign that was begun or given a time."""
    if known.state is CampaignState.DRAFT:
        return _scheduled(services, known, args, terminal, server)
    if known.state is CampaignState.PAUSED:
        if args.connections or args.delay is not None or args.no_limits or args.first is not None:
            terminal.warn("It goes on at the pace it was started with; the options for the pace do not count.")
        return resume(services, known, terminal, server)
    return already_sent(services, known, terminal)


def _scheduled(
    services: Services, known: Campaign, args: argparse.Namespace, terminal: Terminal, server: Server | None
) -> int:
    """Go on waiting for a campaign's time, or settle what becomes of one whose time was missed."""
    if args.at:
        services.schedule.set(known, services.schedule.moment(args.at))
        known = services.campaigns.get(known.id)
    if services.schedule.standing(known) is Standing.MISSED and not args.yes:
        terminal.error(missed(services, known))
        return WAITING
    terminal.say("It goes as it was when it was scheduled; what the files say now does not count.")
    account = services.accounts.get(known.account_id)
    if server is not None and account.is_sandbox:
        account = services.accounts.sandbox("127.0.0.1", server.port)
    sign_in(services, account, terminal)
    return wait_and_run(services, known, terminal, late=args.yes)


def checked(services: Services, draft: Campaign, size: int, accepted: Sequence[str]) -> Check:
    """Look a draft over, and accept of what was found what the options accept."""
    check = services.checks.run(draft, size_limit=size)
    return services.checks.accept(draft, check, *accepted) if accepted else check


@contextmanager
def drafted(
    services: Services,
    path: Path,
    said: CampaignFile,
    account: Account | None,
    *,
    sender: str = "",
    size_limit: int = 0,
    recipients: Path | None = None,
) -> Iterator[tuple[Campaign, Imported]]:
    """A draft made of a campaign file; if it is still one at the end, it never was. Raises InputError."""
    sender = said.sender or (account.sender if account else sender)
    if not sender:
        raise InputError(
            "There is no sender.", remedy='Add a line like from = "Anna Lee <anna@example.com>".', where=path.name,
            code="no_sender",
        )  # fmt: skip
    if account and not said.reply_to:
        said = replace(said, reply_to=account.reply_to)
    bring = None
    if said.audience and not recipients:
        chosen = people_of(services, said)

        def bring(draft: Campaign) -> tuple[Campaign, Imported]:
            return services.audiences.use(draft, chosen)

    draft, imported = services.campaigns.from_file(
        path, said, account.id if account else "", sender, size_limit=size_limit, recipients=recipients, bring=bring
    )
    try:
        yield draft, imported
    finally:
        now = services.campaigns.get(draft.id)
        if now.state is CampaignState.DRAFT and not now.scheduled_at:
            services.campaigns.remove(draft.id)


def say_check(check: Check, imported: Imported | None, terminal: Terminal, where: str, *, fine: bool = False) -> None:
    """Say what the check found. Raises InputError where it keeps the campaign from being sent."""
    if imported is not None:
        terminal.say(imported_text(imported))
    say_findings(check, terminal, fine=fine)
    if check.blocked:
        raise blocked(check, where)
    if not check.rows:
        remedy = "Correct the addresses."
        raise InputError("No row of the list can be sent to.", remedy=remedy, where=where, code="empty")


def say_findings(check: Check, terminal: Terminal, *, fine: bool = False) -> None:
    """Say what was found in the content and in the rows; `fine` = also what there is nothing to say of."""
    content = [row for row in remark_rows(check) if fine or row[0] != "fine"]
    if content:
        terminal.table(("", "Kind", "The message", "Where"), content)
    if check.findings:
        terminal.table(("", "No.", "Address", "What"), finding_rows(check.findings, check.accepted))


def say_test(services: Services, draft: Campaign, terminal: Terminal) -> None:
    """Say so where the message is not any more what the last test showed."""
    last = services.checks.tested(draft)
    if last is not None and not last[1]:
        when = time_text(last[0].at, services.clock.now())
        terminal.warn(f"The message was changed since the test to {last[0].to}, {when}.")


def resume(services: Services, campaign: Campaign, terminal: Terminal, server: Server | None = None) -> int:
    """Go on with a paused campaign, as it was frozen at its start."""
    accounts = [one for one in services.accounts.every() if one.id in campaign.account_ids]
    if server is not None and any(one.is_sandbox for one in accounts):
        accounts = [services.accounts.sandbox("127.0.0.1", server.port)]
    terminal.say(f"Resuming “{campaign.name}”: {figures_of(services.reports.summary(campaign))}.")
    try:
        sign_in_some(services, accounts, terminal)
    except ConnectError as error:
        terminal.error(error)
        return WAITING
    return run_campaign(services, campaign, terminal)


def sign_in_some(services: Services, accounts: Sequence[Account], terminal: Terminal) -> None:
    """Of several accounts one is enough to go on with. Raises KnownError where there is none."""
    refused: list[ConnectError] = []
    for account in accounts:
        try:
            sign_in(services, account, terminal)
        except ConnectError as error:
            refused.append(error)
            if len(accounts) > 1:
                terminal.warn(f"“{account.name}”: {error}")
    if len(refused) == len(accounts) and refused:
        raise refused[0]


def already_sent(services: Services, known: Campaign, terminal: Terminal) -> int:
    """Say that the file was sent before; the exit status."""
    when = time_text(known.finished_at, services.clock.now())
    what = "already sent" if known.state is CampaignState.FINISHED else "stopped"
    summary = services.reports.summary(known)
    terminal.say(
        f"“{known.name}” was {what} ({when}): {figures_of(summary)}. Give it another name in the file to send it again."
    )
    terminal.result(summary)
    return exit_status(known, summary["counts"])


def dry_run(
    services: Services,
    draft: Campaign,
    check: Check,
    number: int,
    terminal: Terminal,
    imported: Imported | None = None,
) -> int:
    """Show the first message and say that nothing was sent."""
    preview = services.campaigns.preview(draft, _first(services, draft))
    terminal.say(f"\nTo: {preview.to}\nSubject: {preview.subject}\n\n{preview.text}")
    terminal.say(f"Ready to send to {people(number)} from {draft.sender}. Nothing was sent.")
    terminal.result({**check_json(check, imported), **plan_json(services.plans.of(draft))})
    return OK


def test(services: Services, draft: Campaign, to: str, terminal: Terminal) -> int:
    """Send the first row's message to oneself."""
    reply = services.sending.send_test(draft, _first(services, draft), to)
    accepted = 200 <= reply.code < 300  # noqa: PLR2004 -- RFC 5321 4.2.1
    verdict = "The server took the test message" if accepted else "The server refused the test message"
    terminal.say(f"{verdict} to {to}: {reply}")
    terminal.result({"test": {"to": to, "accepted": accepted, "code": reply.code, "text": reply.text}})
    return OK if accepted else UNWELL


def _first(services: Services, draft: Campaign) -> int:
    """The first row that would be sent; `say_check` made sure that there is one."""
    return services.reports.page(draft, limit=1, states=(State.QUEUED,))[0].position


def paced(args: argparse.Namespace, pace: Pace) -> Pace:
    """The pace of the file with that of the options over it."""
    return replace(
        pace,
        connections=args.connections or pace.connections,
        delay=pace.delay if args.delay is None else args.delay,
        no_limits=args.no_limits,
        first=pace.first if args.first is None else args.first,
        hours=_hours(args, pace.hours),
    )


def _hours(args: argparse.Namespace, said: SendingHours | None) -> SendingHours | None:
    """The sending hours: what the options say in place of what the file says."""
    old = said or SendingHours()
    return parse_hours(
        window_text(old) if args.window is None else args.window,
        days_word(old.days) if args.days is None else args.days,
        old.zone if args.zone is None else args.zone,
        old.column if args.zone_column is None else args.zone_column,
    )


@contextmanager
def served(args: argparse.Namespace, context: Context, terminal: Terminal) -> Iterator[Server | None]:
    """The sandbox server, with `--sandbox`."""
    if not args.sandbox:
        yield None
        return
    with serving(context.server(rules=told_sandbox(context, terminal))) as server:
        yield server
