"""`sendoff report`: what happened, by cause, by row, or as a file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import looking
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import copies_json, figures_of, time_text
from sendoff.core.campaign import Campaign
from sendoff.core.copies import filed_text
from sendoff.core.delivery import State
from sendoff.core.report import Group, said_text
from sendoff.core.wording import count_text, state_glyph, state_label
from sendoff.services.app import Services
from sendoff.services.paging import following

_BATCH = 500
"""Rows of one table; more would have to be held in memory to be laid out."""


def report(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Report on a campaign."""
    with looking(args, context) as services:
        campaign = services.campaigns.find(args.campaign)
        summary = services.reports.summary(campaign)
        terminal.say(f"“{campaign.name}” is {campaign.state}: {figures_of(summary)}.")
        if campaign.reason:
            terminal.say(campaign.reason)
        account = next((one for one in services.accounts.all() if one.id == campaign.account_id), None)
        provider = services.accounts.provider_name(account) if account else ""
        causes = services.reports.groups(campaign, provider)
        if args.rows:
            _say_rows(campaign, services, terminal)
        elif causes:
            _say_causes(causes, terminal)
        copies = services.copies.standing(campaign.id)
        if said := filed_text(copies):
            terminal.say(said)
        _write(args, context, terminal, services, campaign, provider)
        told = [
            {
                "state": one.state.value,
                "reason": one.reason,
                "count": one.count,
                "text": one.text,
                "sentence": one.sentence,
            }
            for one in causes
        ]
        terminal.result({**summary, "causes": told, "copies": copies_json(copies)})
    return OK


def _say_rows(campaign: Campaign, services: Services, terminal: Terminal) -> None:
    now = services.clock.now()
    for page in following(lambda after: services.reports.page(campaign, after=after, limit=_BATCH)):
        terminal.table(
            ("No.", "Address", "State", "When", "Server said"),
            (
                (
                    count_text(one.position),
                    one.address,
                    _state(one.state),
                    time_text(one.updated_at, now),
                    said_text(one),
                )
                for one in page
            ),
        )


def _say_causes(causes: Sequence[Group], terminal: Terminal) -> None:
    terminal.table(
        ("How many", "State", "Why", "Cause", "Server said"),
        ((count_text(one.count), _state(one.state), one.sentence, one.reason, one.shown) for one in causes),
    )


def _state(state: State) -> str:
    return f"{state_glyph(state)} {state_label(state)}"


def _write(
    args: argparse.Namespace,
    context: Context,
    terminal: Terminal,
    services: Services,
    campaign: Campaign,
    provider: str,
) -> None:
    """Write the files that were asked for."""
    reports = services.reports
    for place, export in ((args.csv, reports.export), (args.xlsx, reports.export_workbook)):
        if place:
            terminal.say(f"{count_text(export(campaign, Path(place)))} rows are in {place}.")
    if args.pdf:
        reports.keep(Path(args.pdf), context.render_report(reports.sheet(campaign, provider), services.clock.now()))
        terminal.say(f"The report is in {args.pdf}.")
