"""`sendoff accounts domain`: whether receivers will believe the sender's domain, as name servers say."""

from __future__ import annotations

import argparse

from sendoff.cli.context import Context
from sendoff.cli.main import BAD_INPUT, OK
from sendoff.cli.opening import reading
from sendoff.cli.terminal import Terminal
from sendoff.core.address import check_address
from sendoff.core.errors import InputError
from sendoff.core.sender_findings import SenderReport, Standing

_MARK = {Standing.BLOCKS: "✗", Standing.LOOK: "!", Standing.NOTE: "·", Standing.UNKNOWN: "?", Standing.FINE: "✓"}


def domain(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Ask name servers about the domain an account sends for. Nothing is sent and nothing is stored."""
    sender = args.sender
    if problem := check_address(sender).problem if sender else "":
        raise InputError(f"“{sender}” is not an address. {problem}", where="from", code="mailbox")
    with reading(args, context) as services:
        account = services.accounts.named(args.name)
        report = services.sender_domains.of(account, sender or account.sender, args.messages)
    say_domain(report, terminal)
    terminal.result(domain_json(report))
    return BAD_INPUT if report.missing else OK


def say_domain(report: SenderReport, terminal: Terminal) -> None:
    """Say what was found out, the heaviest first, with the lines to add."""
    if report.left_out:
        terminal.say(f"The sender's domain is not checked. {report.left_out}")
    for one in report.findings:
        terminal.say(f"{_MARK[one.standing]} {one.title}")
        if detail := f"{one.why} {one.remedy}".strip():
            terminal.say(f"  {detail}")
        if one.line:
            terminal.say(f"    {one.line.text}")


def domain_json(report: SenderReport) -> dict[str, object]:
    """A report as JSON."""
    return {
        "domain": report.domain,
        "left_out": report.left_out,
        "findings": [
            {
                "code": one.code,
                "standing": one.standing.value,
                "title": one.title,
                "why": one.why,
                "remedy": one.remedy,
                "line": {"name": one.line.name, "type": one.line.kind, "value": one.line.value} if one.line else None,
            }
            for one in report.findings
        ],
    }
