"""What may be typed about the rows of a list."""

from __future__ import annotations

import argparse
from typing import Any

from sendoff.cli.grammar import Adder

_TAB = "a tab (suggested, role, disposable, ready) or a row's number; may be given several times"


def add_triage(commands: Any, command: Adder) -> argparse.ArgumentParser:
    """Add `sendoff triage`; returns its parser."""
    parser = command(
        commands, "triage", "triage:triage", "a list's rows by what they are: look, correct, leave out, export"
    )
    parser.add_argument(
        "list", metavar="LIST", nargs="?", default="", help="an audience or a campaign not started; the newest campaign"
    )
    act = parser.add_argument_group("corrections, done in this order")
    act.add_argument(
        "--edit",
        action="append",
        default=[],
        metavar="NO=ADDRESS",
        help="or NO.FIELD=VALUE; NO is the number in the list",
    )
    act.add_argument(
        "--fix-typos",
        action="store_true",
        help="every suggested fix at once, each told: gmial.com becomes gmail.com, “(at)” becomes @",
    )
    act.add_argument("--leave-out", action="append", default=[], metavar="TAB", help=_TAB)
    act.add_argument(
        "--take-in",
        action="append",
        default=[],
        metavar="TAB",
        help="back from what was left out: a tab or a number of the list; a repeated row is then used instead",
    )
    act.add_argument("--keep-duplicate", choices=("first", "last"), help="which row of an address is kept")
    act.add_argument("--refresh", action="store_true", help="heed the blocked list as it is now")
    act.add_argument("--check-domains", action="store_true", help="ask name servers which domains take no mail")
    look = parser.add_argument_group("looking")
    look.add_argument(
        "--tab", action="append", default=[], metavar="TAB",
        help="show invalid, duplicate, suppressed, left-out, suggested, role, disposable or ready",
    )  # fmt: skip
    look.add_argument("--limit", type=int, default=50, metavar="N", help="rows shown of a tab; 50 if left out")
    look.add_argument("--export", metavar="FILE.csv", help="write the rows of --tab, or all, with their problems")
    return parser
