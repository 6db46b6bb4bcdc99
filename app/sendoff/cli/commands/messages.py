"""`sendoff import-message` and `sendoff preview`: a draft's message from a file, and one recipient's into one."""

from __future__ import annotations

import argparse
from pathlib import Path

from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import holding, reading
from sendoff.cli.terminal import Terminal
from sendoff.core.campaign import Campaign
from sendoff.core.errors import InputError
from sendoff.core.wording import count_text
from sendoff.services.app import Services
from sendoff.services.previews import Worth


def bring(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Put a file's message into a draft."""
    path = Path(args.file)
    with holding(args, context) as services:
        draft, notes = services.message_files.bring(services.campaigns.find(args.campaign), path)
    for note in notes:
        terminal.warn(note)
    terminal.say(f"“{draft.name}” has the message of {path.name}. What it was before is among its versions.")
    terminal.result({
        "campaign": draft.id, "mode": draft.content.mode, "subject": draft.content.subject,
        "images": len(draft.content.images), "attachments": len(draft.content.attachments), "notes": list(notes),
    })  # fmt: skip
    return OK


def preview(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Show or write one recipient's message."""
    with reading(args, context) as services:
        campaign = services.campaigns.find(args.campaign)
        row = _row(services, campaign, args.row)
        shown = services.campaigns.preview(campaign, row)
        unsent = services.previews.unsent(campaign, row)
        if unsent:
            terminal.warn(unsent)
        terminal.say(f"To: {shown.to}\nSubject: {shown.subject}\n\n{shown.text}")
        if args.eml:
            size = services.message_files.export(campaign, row, Path(args.eml))
            terminal.say(f"Wrote {args.eml}, {count_text(size)} bytes.")
        if args.html:
            services.message_files.keep_page(shown.html, Path(args.html))
            terminal.say(f"Wrote {args.html}.")
    terminal.result({
        "campaign": campaign.id, "row": row, "to": shown.to, "subject": shown.subject, "text": shown.text,
        "html": shown.html, "eml": args.eml or "", "unsent": unsent,
    })  # fmt: skip
    return OK


def _row(services: Services, campaign: Campaign, wanted: int | str) -> int:
    if isinstance(wanted, int):
        return wanted
    if not (found := services.previews.find(campaign, Worth(wanted))):
        raise InputError("No row has an empty field that this message prints.", code="no_row")
    return found
