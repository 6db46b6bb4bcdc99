"""`sendoff sandbox`: the server alone, for other programs and rehearsals."""

from __future__ import annotations

import argparse
import signal
import threading
from pathlib import Path
from typing import Any

from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import serving
from sendoff.cli.terminal import Terminal
from sendoff.core.wording import count_text

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
    with serving(context.server(args.port, folder=folder, refuse=args.refuse, on_message=tell)) as server:
        terminal.say(f"Listening on {server.url}. Every message is taken and none is delivered. Ctrl-C ends it.")
        context.stdout.flush()
        try:
            while not stopped.wait(_GLANCE):
                pass
        except KeyboardInterrupt:
            pass
        terminal.say(f"Messages taken: {count_text(server.count)}.")
    return OK
