"""`sendoff completion`: a script that lets the shell complete commands and options."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator

from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.parser import build_parser
from sendoff.cli.terminal import Terminal

_BASH = """\
_sendoff() {{
    local word path="" words=""
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case "$path $word" in
            {paths}) path="$path $word" ;;
        esac
    done
    case "$path" in
{cases}
    esac
    COMPREPLY=($(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}"))
}}
complete -o default -F _sendoff sendoff
"""
_ZSH = "autoload -U +X bashcompinit && bashcompinit\n"


def show(args: argparse.Namespace, _context: Context, terminal: Terminal) -> int:
    """Print the script."""
    made = {"bash": _bash, "zsh": lambda: _ZSH + _bash(), "fish": _fish}[args.shell]()
    terminal.write(made)
    return OK


def _words(parser: argparse.ArgumentParser, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Each command with what may follow it: commands and options, each with its help."""
    follow: dict[str, str] = {}
    below: list[tuple[str, argparse.ArgumentParser]] = []
    for action in parser._actions:  # noqa: SLF001 -- argparse tells of its arguments in no other way
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 -- likewise
            helps = {one.dest: one.help or "" for one in action._choices_actions}  # noqa: SLF001 -- likewise
            follow |= {name: helps.get(name, "") for name in action.choices}
            below += [(f"{path} {name}", one) for name, one in action.choices.items()]
        follow |= {option: action.help or "" for option in action.option_strings if option.startswith("--")}
    yield path, follow
    for deeper, one in below:
        yield from _words(one, deeper)


def _bash() -> str:
    tree = dict(_words(build_parser()))
    cases = "\n".join(f'        "{path}") words="{" ".join(follow)}" ;;' for path, follow in tree.items())
    return _BASH.format(paths="|".join(f'"{path}"' for path in tree if path), cases=cases)


def _fish() -> str:
    lines = ["complete -c sendoff -e"]
    tree = dict(_words(build_parser()))
    for path, follow in tree.items():
        names = path.split()
        seen = "; and ".join(f"__fish_seen_subcommand_from {name}" for name in names)
        deeper = " ".join(name for name in follow if not name.startswith("--"))
        here = f"not __fish_seen_subcommand_from {deeper}" if deeper else ""
        condition = shlex.quote("; and ".join(filter(None, (seen, here))) or "true")
        for name, words in follow.items():
            what = f"-l {name[2:]}" if name.startswith("--") else f"-f -a {name}"
            lines.append(f"complete -c sendoff -n {condition} {what} -d {shlex.quote(words.replace('%%', '%'))}")
    return "\n".join((*lines, ""))
