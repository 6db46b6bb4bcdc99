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

_SHOWN = 5
"""People named where a text finds several."""
_NONE = {
    "empty": "No row has an empty field that this message prints.",
    "unsent": "Everybody on the list gets the message.",
}


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
        return wanted or services.previews.step(campaign, 0) or 1
    if wanted not in set(Worth):
        return _named(services, campaign, wanted)
    if not (found := services.previews.find(campaign, Worth(wanted))):
        raise InputError(_NONE.get(wanted, "The list has no rows."), code="no_row")
    return found


def _named(services: Services, campaign: Campaign, text: str) -> int:
    """The only row with this in the address or the name, or with exactly this address."""
    found = services.previews.people(campaign, text, _SHOWN + 1)
    exact = [one for one in found if one.address.casefold() == text.casefold()]
    if len(exact or found) == 1:
        return (exact or found)[0].position
    if not found:
        raise InputError(f"Nobody on the list has “{text}” in the name or the address.", code="no_row")
    names = ", ".join(f"{one.address} ({one.position:,})" for one in found[:_SHOWN])
    more = " and others" if len(found) > _SHOWN else ""
    raise InputError(
        f"“{text}” is in more than one row: {names}{more}.", remedy="Give the whole address, or the number.", code="row"
    )
