"""`sendoff remedy`: block everybody of one cause, or take them into a new draft."""

from __future__ import annotations

import argparse

from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import holding
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import people
from sendoff.core.address import duplicate_key
from sendoff.core.campaign import Campaign
from sendoff.core.errors import InputError
from sendoff.core.language import tr
from sendoff.core.remedies import mending, remediable
from sendoff.core.report import Filter, Group
from sendoff.services.app import Services
from sendoff.services.paging import following


def remedy(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Do what was asked about one cause."""
    with holding(args, context) as services:
        campaign = services.campaigns.find(args.campaign)
        group = find_cause(services, campaign, args.cause)
        if args.block:
            blocked = services.remedies.block(campaign, group.state, group.reason)
            terminal.say(tr("{people} on the blocked list.", people=people(blocked.rows)))
            terminal.result({"campaign": campaign.id, "cause": group.reason, "added": blocked.added})
        elif args.correct:
            _correct(services, campaign, group, *args.correct, terminal=terminal)
        else:
            draft = services.remedies.mend(campaign, group.state, group.reason)
            terminal.say(tr("{people} in the new draft “{name}”.", people=people(group.count), name=draft.name))
            if advice := mending(group.reason):
                terminal.say(advice)
            terminal.result({"campaign": campaign.id, "cause": group.reason, "draft": draft.id, "rows": group.count})
    return OK


def _correct(services: Services, campaign: Campaign, group: Group, old: str, new: str, *, terminal: Terminal) -> None:
    """Make the draft that goes to the right address. Raises InputError."""
    key = duplicate_key(old.strip())
    meant = Filter(states=(group.state,), reasons=(group.reason,))
    pages = following(lambda after: services.reports.page(campaign, meant, after=after))
    line = next((one for page in pages for one in page if duplicate_key(one.address) == key), None)
    if line is None:
        raise InputError(
            tr("“{address}” is nobody with the cause “{cause}”.", address=old, cause=group.reason),
            remedy=tr("`sendoff report --rows` names them."),
            code="no_row",
        )
    draft = services.remedies.correct(campaign, line.position, new)
    terminal.say(tr("{people} in the new draft “{name}”.", people=people(1), name=draft.name))
    terminal.result({"campaign": campaign.id, "cause": group.reason, "draft": draft.id, "rows": 1})


def find_cause(services: Services, campaign: Campaign, cause: str) -> Group:
    """The recipients of a cause, by its word. Raises InputError."""
    groups = [one for one in services.reports.groups(campaign) if remediable(one.state) and one.reason]
    for one in groups:
        if one.reason == cause:
            return one
    words = ", ".join(dict.fromkeys(one.reason for one in groups))
    raise InputError(
        tr("Nobody in “{name}” has the cause “{cause}”.", name=campaign.name, cause=cause),
        remedy=tr("Its causes are: {words}.", words=words) if words else tr("Everybody was accepted or still waits."),
        code="no_cause",
    )
