"""`sendoff sandbox`: the server alone, for other programs and rehearsals, and what it does to whom."""

from __future__ import annotations

import argparse
import signal
import threading
from pathlib import Path
from typing import Any

from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import serving, told_sandbox
from sendoff.cli.terminal import Terminal
from sendoff.core.errors import InputError
from sendoff.core.rehearsal import Answer, SandboxRule, answer_words
from sendoff.core.rehearsal_rules import read_patterns
from sendoff.core.wording import count_text
from sendoff.services.sandbox_choices import SandboxChoices

_GLANCE = 0.5
"""Seconds; a wait without a limit would not see Ctrl-C on Windows."""


def serve(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Serve until Ctrl-C, with one line for each message."""

    def tell(message: Any) -> None:
        terminal.say(f"{message.recipient}  {message.subject}  ({count_text(message.size)} bytes)")
        context.stdout.flush()

    stopped = threading.Event()
    folder = Path(args.folder) if args.folder else None
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    rules = told_sandbox(context, terminal)
    with serving(context.server(args.port, folder=folder, refuse=args.refuse, rules=rules, on_message=tell)) as server:
        terminal.say(f"Listening on {server.url}. Every message is taken and none is delivered. Ctrl-C ends it.")
        context.stdout.flush()
        try:
            while not stopped.wait(_GLANCE):
                pass
        except KeyboardInterrupt:
            pass
        terminal.say(f"Messages taken: {count_text(server.count)}.")
    return OK


def answers(_args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Say what happens to addresses of one's own."""
    return _say(SandboxChoices(context.preferences()).rules, terminal)


def answer(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Let something happen to addresses from now on."""
    return _say(SandboxChoices(context.preferences()).add(" ".join(args.addresses), Answer(args.what)), terminal)


def forget(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Take addresses as any other from now on."""
    told = SandboxChoices(context.preferences())
    patterns = read_patterns(" ".join(args.addresses)) if args.addresses else [one.pattern for one in told.rules]
    if missing := set(patterns) - {one.pattern for one in told.rules}:
        raise InputError(
            f"The sandbox was told nothing about {min(missing)}.",
            remedy="`sendoff sandbox answers` lists what it was told.",
            code="no_rule",
        )
    return _say(told.remove(patterns), terminal)


def _say(rules: tuple[SandboxRule, ...], terminal: Terminal) -> int:
    if rules:
        terminal.table(("Address", "Answer", "What happens"), ((one.pattern, one.answer, _words(one)) for one in rules))
    else:
        terminal.say("The sandbox takes every address as any other.")
    terminal.result({"rules": [{"address": one.pattern, "answer": one.answer} for one in rules]})
    return OK


def _words(one: SandboxRule) -> str:
    return answer_words(one.answer)
