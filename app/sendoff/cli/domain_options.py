"""What may be typed about a check before sending, and about a sender's domain alone."""

from __future__ import annotations

import argparse
from typing import Any

from sendoff.cli.grammar import Adder
from sendoff.cli.numbers import whole


def add_check(commands: Any, command: Adder) -> argparse.ArgumentParser:
    """Add `sendoff check`; returns its parser."""
    parser = command(commands, "check", "check:check", "look a whole campaign over; only name servers are asked")
    parser.add_argument("campaign", metavar="CAMPAIGN", help="a campaign file, or a draft's name or id")
    parser.add_argument("--offline", action="store_true", help="ask no name servers about the sender's domain")
    return parser


def add_domain(each: Any, command: Adder) -> argparse.ArgumentParser:
    """Add `sendoff accounts domain`, whose account is still to be named; returns its parser."""
    text = "whether receivers will believe the sender's domain; asks name servers"
    parser = command(each, "domain", "domain:domain", text)
    parser.add_argument("--from", dest="sender", default="", metavar="F", help="another sender than the account's")
    parser.add_argument("--messages", type=whole(0, 10**9), default=0, metavar="N", help="how many go out in a day")
    return parser
