"""`sendoff find`: a person in every campaign and every audience."""

from __future__ import annotations

import argparse

from sendoff.cli.context import Context
from sendoff.cli.main import OK, UNWELL
from sendoff.cli.opening import reading
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import time_text
from sendoff.core.trace import Trace, trace_text
from sendoff.services.traces import MOST


def find(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Say where a person is and what became of each message. Status 1 where nobody is found."""
    with reading(args, context) as services:
        found = services.traces.find(" ".join(args.words))
        now = services.clock.now()
    if found:
        terminal.table(
            ("Who", "Campaign or audience", "When", "What happened"),
            (
                (_who(one), one.owner, time_text(one.line.updated_at, now) if one.sent else "", trace_text(one))
                for one in found
            ),
        )
        if len(found) == MOST:
            terminal.say(f"The first {MOST}; write more of the address or the name.")
    else:
        terminal.say("Nobody fits, in no campaign and no audience.")
    terminal.result({"found": [_json(one) for one in found]})
    return OK if found else UNWELL


def _who(one: Trace) -> str:
    return f"{one.line.name} <{one.line.address}>" if one.line.name else one.line.address


def _json(one: Trace) -> dict[str, object]:
    line = one.line
    return {
        "kind": "audience" if one.state is None else "campaign",
        "id": one.owner_id,
        "name": one.owner,
        "position": line.position,
        "address": line.address,
        "state": str(line.state),
        "reason": line.reason,
        "code": line.code,
        "text": line.text,
        "updated_at": line.updated_at,
    }
