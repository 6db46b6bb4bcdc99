"""Campaigns after their start: status, pause, resume, stop, retry, resolve."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable

from sendoff.cli.commands.remedies import find_cause
from sendoff.cli.commands.sending import resume as go_on
from sendoff.cli.context import Context
from sendoff.cli.main import BAD_INPUT, OK, UNWELL
from sendoff.cli.opening import holding, looking, serving, told_sandbox
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import figures_of, moment_text, people, time_text
from sendoff.core.campaign import Campaign, CampaignState, Priority
from sendoff.core.delivery import State
from sendoff.core.errors import HeldError, InputError
from sendoff.core.report import Again, again, doubtful
from sendoff.core.schedule import Standing
from sendoff.core.wording import count_text
from sendoff.services.app import Services

WINDOW = "window"
"""The face of a window that holds a data folder; it also takes the request to resume."""
_PATIENCE = 5.0
"""Seconds the holder gets to answer a request."""
_GLANCE = 0.1


def status(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Say how a campaign stands."""
    with looking(args, context) as services:
        campaign = services.campaigns.find(args.campaign)
        summary = services.reports.summary(campaign)
        terminal.say(f"“{campaign.name}” is {_standing(services, campaign)}: {figures_of(summary)}.")
        if campaign.reason:
            terminal.say(campaign.reason)
        terminal.result(summary)
    return OK


def _standing(services: Services, campaign: Campaign) -> str:
    """The state in words, with the time of a draft that has one."""
    if not campaign.scheduled_at:
        return str(campaign.state)
    now = services.clock.now()
    when = time_text(campaign.scheduled_at, now)
    missed = services.schedule.standing(campaign) is Standing.MISSED
    return (
        f"a draft that was to be sent {moment_text(campaign.scheduled_at, now)}" if missed else f"scheduled for {when}"
    )


def pause(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Pause what another process sends; without one there is nothing that could be paused."""
    try:
        with holding(args, context) as services:
            campaign = _find(services, args.campaign, (CampaignState.PAUSED,))
            if campaign.state is not CampaignState.PAUSED:
                raise InputError(f"“{campaign.name}” is {campaign.state}.", remedy="There is nothing to pause.")
            return _say_state(services, campaign, terminal)
    except HeldError as held:
        return _ask_holder("pause", args, context, terminal, held)


def stop(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """End a campaign, here or where it is being sent."""
    try:
        with holding(args, context) as services:
            campaign = _find(services, args.campaign, (CampaignState.PAUSED,))
            if services.schedule.clear(campaign):
                terminal.say("It will not be sent; it is a draft again.")
                return _say_state(services, campaign, terminal)
            cancelled = services.sending.stop(campaign.id)
            terminal.say(f"{people(cancelled)} will not be written to.")
            return _say_state(services, campaign, terminal)
    except HeldError as held:
        return _ask_holder("stop", args, context, terminal, held)


def resume(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Go on with a paused campaign here, or in the window that holds it."""
    try:
        with holding(args, context) as services:
            campaign = _find(services, args.campaign, (CampaignState.PAUSED,))
            if campaign.state is not CampaignState.PAUSED:
                raise InputError(f"“{campaign.name}” is {campaign.state}.", remedy="There is nothing to resume.")
            return _run(services, campaign, args, context, terminal)
    except HeldError as held:
        if context.holder(args.sandbox) != WINDOW:
            raise
        return _ask_holder("resume", args, context, terminal, held)


def retry(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Queue the failed and cancelled again (the doubtful and the dead only if asked), and send."""
    with holding(args, context) as services:
        campaign = services.campaigns.find(args.campaign)
        only = _rows_of(services, campaign, args.only)
        blocked = sum(map(services.suppressions.covers, args.only))
        whom = Again(number=len(only) - blocked, blocked=blocked) if only else _whom(services, campaign, args)
        unclear = _doubtful(services, campaign, args)
        until = services.sending.quarantined(campaign.id) if args.in_doubt else 0
        if whom.number + unclear and not args.yes and not _confirmed(args, whom, unclear, terminal):
            return BAD_INPUT
        queued = services.sending.retry(
            campaign.id,
            failed=whom.number > 0,
            dead=args.dead,
            in_doubt=args.in_doubt,
            absent=args.absent,
            reason=args.cause,
            only=only,
        )
        if until:
            when = time_text(until, services.clock.now())
            terminal.warn(f"Those in doubt may still be about to arrive. They can be sent again after {when}.")
        if not queued:
            terminal.say(f"There is nobody to send to again. {_left_out(whom)}".strip())
            terminal.result(services.reports.summary(campaign))
            return UNWELL if until else OK
        terminal.say(f"Sending again to {people(queued)}. {_left_out(whom)}".strip())
        return _run(services, services.campaigns.get(campaign.id), args, context, terminal)


def _whom(services: Services, campaign: Campaign, args: argparse.Namespace) -> Again:
    """Whom the failed and cancelled come to. Raises InputError for a cause that nobody has."""
    if args.cause:
        find_cause(services, campaign, args.cause)
    return again(services.reports.groups(campaign), cause=args.cause, dead=args.dead)


def _doubtful(services: Services, campaign: Campaign, args: argparse.Namespace) -> int:
    """How many of those in doubt are asked for."""
    if not (args.in_doubt or args.absent):
        return 0
    return doubtful(services.reports.groups(campaign), absent=not args.in_doubt)


def _left_out(whom: Again) -> str:
    return f"{whom.left_out} `--dead` sends there as well." if whom.dead else whom.left_out


def _rows_of(services: Services, campaign: Campaign, addresses: Iterable[str]) -> list[int]:
    """The failed and cancelled rows of these addresses. Raises InputError for one that is neither."""
    rows = []
    for address in addresses:
        wanted = address.casefold()
        found = services.reports.page(campaign, states=(State.FAILED, State.CANCELLED), search=address)
        line = next((one for one in found if one.address.casefold() == wanted), None)
        if line is None:
            raise InputError(
                f"{address} has not failed in “{campaign.name}”.",
                remedy="`sendoff failed --every` lists who has.",
                code="not_failed",
            )
        rows.append(line.id)
    return rows


def priority(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Change whose turn it is, here or where it is being sent."""
    try:
        with holding(args, context) as services:
            campaign = services.campaigns.find(args.campaign)
            services.sending.put_first(campaign.id, Priority(args.priority))
            return _say_priority(services, campaign, terminal)
    except HeldError:
        services = context.open_services(args.typed, sandbox=args.sandbox, read_only=True)
        try:
            campaign = services.campaigns.find(args.campaign)
            context.letters(args.sandbox).post(args.priority, campaign.id)
            deadline = services.clock.monotonic() + _PATIENCE
            while services.clock.monotonic() < deadline:
                if services.campaigns.get(campaign.id).priority.value == args.priority:
                    return _say_priority(services, campaign, terminal)
                time.sleep(_GLANCE)
        finally:
            services.close()
        raise


def _say_priority(services: Services, campaign: Campaign, terminal: Terminal) -> int:
    now = services.campaigns.get(campaign.id)
    terminal.say(f"“{now.name}” has {now.priority} priority.")
    terminal.result({**services.reports.summary(now), "priority": now.priority.value})
    return OK


def resolve(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Settle one doubt."""
    with holding(args, context) as services:
        campaign = services.campaigns.find(args.campaign)
        wanted = args.address.casefold()
        found = services.reports.page(campaign, states=(State.IN_DOUBT,), search=args.address)
        line = next((one for one in found if one.address.casefold() == wanted), None)
        if line is None:
            raise InputError(
                f"{args.address} is not in doubt in “{campaign.name}”.",
                remedy="`sendoff report --rows` lists every row.",
                code="not_in_doubt",
            )
        services.sending.resolve(campaign.id, line.id, accepted=args.accepted)
        terminal.say(f"{line.address} is now {'accepted' if args.accepted else 'failed'}.")
        return _say_state(services, campaign, terminal)


def _confirmed(args: argparse.Namespace, whom: Again, doubtful: int, terminal: Terminal) -> bool:
    if not terminal.asks:
        raise InputError("Nobody is there to confirm the sending.", remedy="Add --yes.", code="confirm")
    doubt = " Those in doubt may get it twice." if args.in_doubt else ""
    doubt = doubt or (" Of those in doubt only the ones with no copy in the Sent folder." if args.absent else "")
    number = people(whom.number + doubtful)
    whom_text = f"up to {number}" if doubtful else number
    if left_out := _left_out(whom):
        terminal.say(left_out)
    return terminal.confirm(f"Send again to {whom_text}?{doubt}")


def _run(services: Services, campaign: Campaign, args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    if not args.sandbox:
        return go_on(services, campaign, terminal)
    with serving(context.server(rules=told_sandbox(context, terminal))) as server:
        return go_on(services, campaign, terminal, server)


def _find(services: Services, reference: str, fitting: Iterable[CampaignState]) -> Campaign:
    """The campaign named; without a name the newest in a fitting state, else the newest."""
    if not reference:
        for one in services.campaigns.all():
            if one.state in fitting:
                return one
    return services.campaigns.find(reference)


def _say_state(services: Services, campaign: Campaign, terminal: Terminal) -> int:
    campaign = services.campaigns.get(campaign.id)
    summary = services.reports.summary(campaign)
    terminal.say(f"“{campaign.name}” is {campaign.state}: {figures_of(summary)}.")
    terminal.result(summary)
    return OK


_REACHED: dict[str, Callable[[CampaignState], bool]] = {
    "pause": lambda state: state is not CampaignState.RUNNING,
    "stop": lambda state: state in (CampaignState.STOPPED, CampaignState.FINISHED),
    "resume": lambda state: state is not CampaignState.PAUSED,
}


def _ask_holder(action: str, args: argparse.Namespace, context: Context, terminal: Terminal, held: HeldError) -> int:
    """Ask the process that holds the data folder, and wait until the campaign's state says that it did it."""
    fitting = (CampaignState.PAUSED,) if action == "resume" else (CampaignState.RUNNING,)
    services = context.open_services(args.typed, sandbox=args.sandbox, read_only=True)
    try:
        campaign = _find(services, args.campaign, fitting)
        if campaign.state in (CampaignState.DRAFT, CampaignState.FINISHED, CampaignState.STOPPED):
            raise InputError(f"“{campaign.name}” is {campaign.state}.", remedy=f"There is nothing to {action}.")
        letters = context.letters(args.sandbox)
        request = letters.post(action, campaign.id)
        deadline = services.clock.monotonic() + _PATIENCE
        while services.clock.monotonic() < deadline:
            if letters.answered(request) and _REACHED[action](services.campaigns.get(campaign.id).state):
                return _say_state(services, campaign, terminal)
            time.sleep(_GLANCE)
        letters.withdraw(request)
    finally:
        services.close()
    raise HeldError(
        f"{held.title} It did not {action} the campaign within {count_text(int(_PATIENCE))} s.",
        remedy="Do it there.",
        code="unanswered",
    )
