"""What every command's arguments are made of. Nothing heavy is imported here."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

Adder = Callable[[Any, str, str, str], argparse.ArgumentParser]
"""What `command` is for those who add to it."""
ONE_CAMPAIGN = "a campaign's id, name or file"
CAMPAIGN = f"{ONE_CAMPAIGN}; the newest if left out"


class _Help(argparse.HelpFormatter):
    """Examples keep their lines, so that they can be copied."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return text if text.startswith("examples:") else super()._fill_text(text, width, indent)


class Parser(argparse.ArgumentParser):
    """No abbreviated options: a script must not change its meaning when an option is added."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=_Help, **options)


def command(commands: Any, name: str, run: str, text: str) -> argparse.ArgumentParser:
    """Add a command that `run`, `module:function`, carries out."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(run=run)
    return parser


def add_json(parser: argparse.ArgumentParser) -> None:
    """Let it answer in JSON."""
    parser.add_argument("--json", action="store_true", help="print one last line of JSON; sentences go to stderr")


def add_place(parser: argparse.ArgumentParser) -> None:
    """Let it speak of the sandbox's campaigns."""
    parser.add_argument("--sandbox", action="store_true", help="the sandbox's campaigns instead of the real ones")


def add_secret(parser: argparse.ArgumentParser) -> None:
    """Let a script give the password."""
    parser.add_argument("--password-stdin", action="store_true", help="read the password from the first line of stdin")
