"""What may be typed about the recipients of one cause."""

from __future__ import annotations

import argparse
from typing import Any

from sendoff.cli.grammar import Adder


def add_remedy(commands: Any, command: Adder) -> argparse.ArgumentParser:
    """Add `sendoff remedy`; returns its parser."""
    parser = command(
        commands, "remedy", "remedies:remedy", "do something about everybody of one cause, as `report` names it"
    )
    parser.add_argument("campaign", metavar="CAMPAIGN", help="a campaign's id, name or file")
    parser.add_argument("cause", metavar="CAUSE", help="the word in the column Cause of `report`, such as no_such_user")
    act = parser.add_mutually_exclusive_group(required=True)
    act.add_argument("--block", action="store_true", help="put their addresses on the blocked list")
    act.add_argument(
        "--new-draft", action="store_true", help="a new draft with the same message for exactly these people"
    )
    act.add_argument(
        "--correct",
        nargs=2,
        metavar=("ADDRESS", "NEW"),
        help="a new draft with the same message for the one person of the cause at ADDRESS, who is at NEW",
    )
    return parser
