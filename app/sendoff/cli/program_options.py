"""What may be typed about the program itself: its settings, backups, log and diagnostics."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from sendoff.core.log_lines import LEVELS

_Command = Callable[..., argparse.ArgumentParser]


def add_program(commands: Any, command: _Command, parser_class: type[argparse.ArgumentParser]) -> None:
    """Add the commands; `command` makes one, of `parser_class`."""
    _add_settings(commands, command, parser_class)
    _add_backups(commands, command)
    _add_diagnostics(commands, command)
    words = command(commands, "completion", "completion:show", "a script that lets the shell complete what you type")
    words.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell it is for")


def _add_backups(commands: Any, command: _Command) -> None:
    keep = command(
        commands, "backup", "backups:backup", "write everything but the passwords to one file, also while sending"
    )
    keep.add_argument("file", metavar="FILE.zip")
    back = command(commands, "restore", "backups:restore", "put a backup back; the data it replaces is kept")
    back.add_argument("file", metavar="FILE.zip")
    back.add_argument("--look", action="store_true", help="say what the file holds, and change nothing")
    back.add_argument("--yes", action="store_true", help="do not ask before the data is replaced")
    move = command(commands, "move-data", "backups:move", "keep campaigns and lists in another folder from now on")
    move.add_argument("folder", metavar="FOLDER", help="an empty folder, or a name that is not there yet")
    move.add_argument("--json", action="store_true", help="print one last line of JSON; sentences go to stderr")
    free = command(
        commands, "release", "backups:release", "let a campaign be sent that waits for a word since a restore"
    )
    free.add_argument("campaign", metavar="CAMPAIGN", help="a campaign's id, name or file")
    for parser in (keep, back, free):
        parser.add_argument("--sandbox", action="store_true", help="the sandbox's campaigns instead of the real ones")
        parser.add_argument("--json", action="store_true", help="print one last line of JSON; sentences go to stderr")


def _add_diagnostics(commands: Any, command: _Command) -> None:
    text = "what runs here and how, for whoever helps: no names, addresses or secrets"
    facts = command(commands, "diagnostics", "diagnostics:diagnostics", text)
    facts.add_argument("file", metavar="FILE", nargs="?", default="", help="printed if left out")
    log = command(commands, "log", "diagnostics:log", "the log's last entries, or those in which some words occur")
    log.add_argument("words", metavar="WORD", nargs="*")
    log.add_argument("--level", choices=LEVELS, default="debug", help="only what is at least so grave")
    log.add_argument("--lines", type=int, default=50, metavar="N", help="at most so many entries; 50 if left out")
    for parser in (facts, log):
        parser.add_argument("--sandbox", action="store_true", help="the sandbox's campaigns instead of the real ones")
        parser.add_argument("--json", action="store_true", help="print one last line of JSON; sentences go to stderr")


def _add_settings(commands: Any, command: _Command, parser_class: type[argparse.ArgumentParser]) -> None:
    settings = commands.add_parser("settings", help="what can be chosen for the whole program")
    each = settings.add_subparsers(metavar="ACTION", required=True, parser_class=parser_class)
    show = command(each, "list", "settings:show", "every setting, or those in which some words occur")
    show.add_argument("words", metavar="WORD", nargs="*")
    get = command(each, "get", "settings:get", "one setting's value")
    get.add_argument("key", metavar="SETTING")
    choose = command(each, "set", "settings:choose", "keep a value; an open window takes it at its next start")
    choose.add_argument("key", metavar="SETTING")
    choose.add_argument("value", metavar="VALUE")
    reset = command(each, "reset", "settings:reset", "go back to the default, of one setting or of all")
    reset.add_argument("key", metavar="SETTING", nargs="?", default="")
    for parser in (show, get, choose, reset):
        parser.add_argument("--json", action="store_true", help="print one last line of JSON; sentences go to stderr")
