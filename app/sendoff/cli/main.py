"""From what was typed to an exit status: finds the command, and says errors in one place."""

from __future__ import annotations

import io
import logging
import os
import shlex
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from sendoff.cli.context import Context
from sendoff.cli.parser import build_parser
from sendoff.core.errors import KnownError

OK, UNWELL, BAD_INPUT, WAITING, BUG, INTERRUPTED = 0, 1, 2, 3, 70, 130
"""The exit statuses: done; done with failures or doubts; nothing done; waiting for the user; a bug; interrupted."""


def run(argv: Sequence[str], context: Context) -> int:
    """Do what was typed and return the exit status. argparse leaves by SystemExit with 2, or 0 after `--help`."""
    args = build_parser().parse_args(argv)
    args.typed = shlex.join(["sendoff", *argv])
    for stream in (context.stdout, context.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show “◆” shows a question mark, and the sending goes on.
            stream.reconfigure(errors="replace")
    from sendoff.cli.terminal import Terminal

    terminal = Terminal(context, as_json=args.json)
    module, _, function = args.run.partition(":")
    try:
        status: int = getattr(import_module(f"sendoff.cli.commands.{module}"), function)(args, context, terminal)
    except KnownError as error:
        from sendoff.cli.finding import with_the_way

        terminal.error(with_the_way(error, args, argv, context))
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED if terminal.ended is None else terminal.ended
    except BrokenPipeError:
        # Whoever read our output has gone; what the interpreter still flushes at its end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:  # noqa: BLE001 -- the last resort: a bug becomes a report
        _report(error, context)
        return BUG
    return status


def _report(error: Exception, context: Context) -> None:
    """Tell of a bug: the whole of it into the log, on the terminal only what names no recipient."""
    place = ""
    try:
        place = f" The details are in {context.open_log()}."
    except KnownError:
        place = " The log could not be written."
    logging.getLogger("sendoff").error("A bug in Sendoff", exc_info=error)
    context.stderr.write(f"This is a bug in Sendoff. Nothing is lost: run the same command to go on.{place}\n")
    for frame in traceback.extract_tb(error.__traceback__)[-3:]:
        context.stderr.write(f"  {Path(frame.filename).name}, line {frame.lineno}, in {frame.name}\n")
    context.stderr.write(f"  {type(error).__name__}\n")
