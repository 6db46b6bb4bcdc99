"""`sendoff file-copies`: copies of what was accepted, into the account's Sent folder."""

from __future__ import annotations

import argparse

from sendoff.cli.context import Context
from sendoff.cli.main import OK, UNWELL
from sendoff.cli.opening import holding
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import copies_json
from sendoff.core.copies import filed_text
from sendoff.core.language import tr


def file(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """File what has no copy yet. Status 1 while any is left."""
    with holding(args, context) as services:
        campaign = services.campaigns.find(args.campaign)
        filed = services.copies.file(campaign.id)
        terminal.say(filed_text(filed) or tr("No message was accepted yet, so there is no copy to file."))
        terminal.result({"campaign": campaign.id, "name": campaign.name, "copies": copies_json(filed)})
    return UNWELL if filed.left else OK
