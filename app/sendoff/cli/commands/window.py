"""`sendoff` without a command: the window, where one can be opened."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping

from sendoff.cli.context import Context
from sendoff.cli.main import BAD_INPUT
from sendoff.cli.terminal import Terminal


def window(_args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Open the window."""
    if not has_display(context.environ):
        terminal.warn("There is no display for the window. `sendoff --help` lists what the terminal can do.")
        return BAD_INPUT
    try:
        return context.open_window(False)  # noqa: FBT003 -- the port's signature: no trial
    except ImportError as error:
        terminal.warn(f"The window cannot be opened here: {error}. `sendoff --help` lists what the terminal can do.")
        return BAD_INPUT


def has_display(environ: Mapping[str, str]) -> bool:
    """Say whether a window could be shown; only Linux and its kin have machines without one."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in {"win32", "darwin"} or any(environ.get(name) for name in named)
