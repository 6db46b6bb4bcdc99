"""What may be typed about a campaign that was sent: whom to send to again, who was given up, and whose turn it is."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from sendoff.cli.grammar import CAMPAIGN, ONE_CAMPAIGN, Adder


def add_again(commands: Any, command: Adder) -> Sequence[argparse.ArgumentParser]:
    """Add `sendoff retry`; returns its parser."""
    parser = command(
        commands, "retry", "campaigns:retry", "send again to the failed and cancelled, never to the accepted"
    )
    parser.add_argument("campaign", metavar="CAMPAIGN", help=ONE_CAMPAIGN)
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--cause", metavar="WORD", default="", help="of them only those of this cause, as `report` names it"
    )
    which.add_argument("--only", metavar="ADDRESS", action="append", default=[], help="of them only this recipient")
    parser.add_argument(
        "--dead", action="store_true", help="also to addresses of which the server said that they do not exist"
    )
    doubtful = parser.add_mutually_exclusive_group()
    doubtful.add_argument("--in-doubt", action="store_true", help="also to those in doubt: they may get it twice")
    doubtful.add_argument(
        "--absent",
        action="store_true",
        help="also to those in doubt of whom `doubts --look` proved that no copy is there",
    )
    parser.add_argument("--yes", action="store_true", help="do not ask before sending")
    return (parser,)


def add_failed(commands: Any, command: Adder) -> argparse.ArgumentParser:
    """Add `sendoff failed`; returns its parser."""
    parser = command(commands, "failed", "failed:failed", "who was given up, after how many attempts, and why")
    parser.add_argument("campaign", metavar="CAMPAIGN", nargs="?", default="", help=CAMPAIGN)
    parser.add_argument("--every", action="store_true", help="also those who were refused for good")
    parser.add_argument("--history", action="store_true", help="everything that happened to each")
    return parser


def add_priority(commands: Any, command: Adder) -> argparse.ArgumentParser:
    """Add `sendoff priority`; returns its parser."""
    parser = command(commands, "priority", "campaigns:priority", "who goes first of campaigns that use one account")
    parser.add_argument("campaign", metavar="CAMPAIGN", help=ONE_CAMPAIGN)
    parser.add_argument("priority", choices=("high", "normal", "low"))
    return parser
