"""`sendoff blocked`: who is never written to."""

from __future__ import annotations

import argparse
from pathlib import Path

from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import holding, reading
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import time_text
from sendoff.core.errors import InputError
from sendoff.core.suppression import Suppression
from sendoff.core.wording import count_text
from sendoff.services.suppressions import Blocked

_WORDS = {"manual": "by hand", "unsubscribed": "unsubscribed", "complaint": "complaint", "hard": "does not exist"}


def show(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """List who is blocked."""
    with reading(args, context) as services:
        total = services.suppressions.count(search=args.search, reason=args.reason)
        page = services.suppressions.page(search=args.search, reason=args.reason, limit=max(1, args.limit))
        now = services.clock.now()
    if page:
        terminal.table(
            ("Address", "Reason", "Since", "Source"),
            ((one.key, _WORDS.get(one.reason, one.reason), time_text(one.at, now), one.source) for one in page),
        )
    terminal.say(f"{_entries(total)}{f', {count_text(len(page))} shown' if len(page) < total else ''}.")
    terminal.result({"total": total, "suppressions": [_json(one) for one in page]})
    return OK


def add(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Block addresses and domains."""
    with holding(args, context) as services:
        return _say_blocked(services.suppressions.add(args.entries, reason=args.reason, source=args.source), terminal)


def bring(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Block everybody in a file, or say who that would be."""
    if args.look:
        with reading(args, context) as services:
            found = services.suppressions.look(Path(args.file))
        first = ", ".join(found.keys)
        return _say_blocked(found, terminal, f"would be blocked{f': {first}' if first else ''}")
    with holding(args, context) as services:
        found = services.suppressions.bring(Path(args.file), reason=args.reason, source=args.source)
    return _say_blocked(found, terminal)


def mark(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Give entries another reason."""
    with holding(args, context) as services:
        marked = services.suppressions.mark(args.entries, args.reason)
    terminal.say(f"The reason of {_entries(marked)} is “{_WORDS[args.reason]}” now.")
    terminal.result({"marked": marked})
    return OK


def remove(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Unblock."""
    with holding(args, context) as services:
        removed = services.suppressions.remove(args.entries)
    if not removed:
        raise InputError("None of them is blocked.", remedy="`sendoff blocked list` shows who is.", code="unknown")
    terminal.say(f"{_entries(removed)} removed. `sendoff blocked restore` puts them back.")
    terminal.result({"removed": removed})
    return OK


def restore(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Put removed entries back."""
    with holding(args, context) as services:
        restored = services.suppressions.restore(args.entries)
    if not restored:
        raise InputError("None of them was removed.", remedy="`sendoff blocked add` blocks them.", code="unknown")
    terminal.say(f"{_entries(restored)} put back.")
    terminal.result({"restored": restored})
    return OK


def export(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Write the list to a CSV file."""
    with reading(args, context) as services:
        written = services.suppressions.export(Path(args.file), search=args.search, reason=args.reason)
    terminal.say(f"{_entries(written)} written to {args.file}.")
    terminal.result({"file": args.file, "written": written})
    return OK


def _say_blocked(found: Blocked, terminal: Terminal, what: str = "added") -> int:
    were = "was" if found.known == 1 else "were"
    known = f" {count_text(found.known)} {were} blocked already." if found.known else ""
    terminal.say(f"{_entries(found.added)} {what}.{known}")
    if found.invalid:
        rows = "1 row holds" if found.invalid == 1 else f"{count_text(found.invalid)} rows hold"
        terminal.warn(f"{rows} neither an address nor a domain.")
        terminal.table(("Row", "What is written"), ((count_text(row), text) for row, text in found.examples))
    terminal.result({"rows": found.rows, "added": found.added, "known": found.known, "invalid": found.invalid})
    return OK


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{count_text(number)} entries"


def _json(one: Suppression) -> dict[str, object]:
    return {"key": one.key, "reason": one.reason, "source": one.source, "at": one.at}
