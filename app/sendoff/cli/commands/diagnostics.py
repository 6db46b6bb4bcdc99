"""`sendoff diagnostics` and `sendoff log`: what somebody who helps needs to see, and what happened here."""

from __future__ import annotations

import argparse
from pathlib import Path

from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import reading
from sendoff.cli.terminal import Terminal
from sendoff.core.errors import InputError, KnownError
from sendoff.core.log_lines import entries, matching, shown
from sendoff.core.system_words import system_words
from sendoff.services.diagnostics import data_of


def diagnostics(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Print the text, or write it to a file; it is also made where the data cannot be opened."""
    data, trouble = None, ""
    try:
        with reading(args, context) as services:
            data = data_of(services)
    except KnownError as error:
        trouble = str(error)
    text = context.diagnostics(args.sandbox).text(data, trouble)
    if args.file:
        _write(Path(args.file), text)
        terminal.say(f"{args.file} holds {len(text.splitlines())} lines. Read them before you pass them on.")
    else:
        terminal.say(text)
    terminal.result({"diagnostics": text})
    return OK


def log(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Print the log's last entries."""
    found = matching(entries(context.log(args.sandbox).tail(100_000)), args.level, " ".join(args.words))[-args.lines :]
    for one in found:
        terminal.say(shown(one))
    if not found:
        terminal.say("The log holds nothing like that.")
    terminal.result({"log": [{"at": one.at, "level": one.level, "text": one.text} for one in found]})
    return OK


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"The file cannot be written: {system_words(error)}.", remedy="Choose another place.", where=str(path)
        ) from error
