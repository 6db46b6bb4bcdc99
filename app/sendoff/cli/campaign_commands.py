"""What may be typed about campaigns as wholes: which there are, a copy, another name, and their end."""

from __future__ import annotations

from typing import Any

from sendoff.cli.grammar import ONE_CAMPAIGN, add_json, add_place, command


def add_campaigns(commands: Any) -> None:
    """Add `sendoff campaigns`, `duplicate`, `rename` and `delete`."""
    every = command(
        commands, "campaigns", "drafts:show_all", "the campaigns there are, newest first, and how each stands"
    )
    every.add_argument("words", metavar="WORD", nargs="*", help="only those with these in name, account or subject")
    copy = command(
        commands, "duplicate", "drafts:duplicate", "make a draft of a campaign: the same message for the same people"
    )
    copy.add_argument("--name", default="", metavar="NEW", help="the draft's name; “CAMPAIGN (copy)” if left out")
    rename = command(commands, "rename", "drafts:rename", "give a draft another name")
    delete = command(commands, "delete", "drafts:delete", "forget a campaign with its list and its results")
    for parser in (copy, rename, delete):
        parser.add_argument("campaign", metavar="CAMPAIGN", help=ONE_CAMPAIGN)
    rename.add_argument("new", metavar="NEW")
    delete.add_argument("--yes", action="store_true", help="do not ask")
    for parser in (every, copy, rename, delete):
        add_place(parser)
        add_json(parser)
