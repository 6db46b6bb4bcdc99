"""`sendoff doubts`: who is in doubt, and looking for them where the provider keeps copies."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from sendoff.cli.context import Context
from sendoff.cli.main import OK, UNWELL
from sendoff.cli.opening import holding, looking
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import people, time_text
from sendoff.core.campaign import Campaign
from sendoff.core.delivery import Line, State
from sendoff.core.doubts import ABSENT, Resolved, resolved_text
from sendoff.core.errors import InputError
from sendoff.core.wording import cause_sentence
from sendoff.services.app import Services


def doubts(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """List who is in doubt; with `--look`, look for them first. Status 1 while anybody is."""
    with (holding if args.look else looking)(args, context) as services:
        campaign = services.campaigns.find(args.campaign)
        resolved = _look(services, campaign) if args.look else None
        if resolved is not None:
            terminal.say(resolved_text(resolved))
        left = list(services.reports.every(campaign, (State.IN_DOUBT,)))
        _say(services, campaign, left, terminal)
        terminal.result(_json(services, campaign, left, resolved))
    return UNWELL if left else OK


def _look(services: Services, campaign: Campaign) -> Resolved:
    obstacle = services.doubts.obstacle(campaign)
    if obstacle and obstacle.code == "no_sent_place":
        command = "`sendoff accounts edit NAME --imap imaps://imap.example.com`"
        raise InputError(obstacle.title, remedy=f"Say it with {command}.", code=obstacle.code)
    return services.doubts.look_up(campaign.id)


def _say(services: Services, campaign: Campaign, left: list[Line], terminal: Terminal) -> None:
    if not left:
        terminal.say(f"Nobody in “{campaign.name}” is in doubt.")
        return
    terminal.say(f"{people(len(left))} in doubt in “{campaign.name}”:")
    rows = ((f"{one.position:,}", one.address, _sentence(one), one.text) for one in left)
    terminal.table(("No.", "Address", "Why", "What is known"), rows)
    if until := services.sending.quarantined(campaign.id):
        when = time_text(until, services.clock.now())
        terminal.say(f"They can be sent again after {when}: until then a server may still deliver them.")


def _sentence(line: Line) -> str:
    return cause_sentence(line.state, line.reason, line.code, line.text)


def _json(services: Services, campaign: Campaign, left: list[Line], resolved: Resolved | None) -> dict[str, object]:
    rows = [
        {
            "row": one.position,
            "address": one.address,
            "reason": one.reason,
            "known": one.text,
            "absent": one.reason == ABSENT,
            "message_id": services.reports.message_id(campaign, one),
        }
        for one in left
    ]
    return {
        "campaign": campaign.id,
        "name": campaign.name,
        "in_doubt": rows,
        "sendable_from": services.sending.quarantined(campaign.id),
        "looked": None if resolved is None else asdict(resolved),
    }
