"""`sendoff import`: what a list holds, before it is used."""

from __future__ import annotations

import argparse
from itertools import islice
from pathlib import Path

from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import reading
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import EXAMPLES, imported_text
from sendoff.core.errors import InputError
from sendoff.core.recipient import DuplicateFinder, Recipient, read_rows
from sendoff.core.wording import count_text
from sendoff.services.recipients import Look


def look(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Read a whole list and say what an import would bring."""
    mapping = dict(_pair(text) for text in args.map)
    with reading(args, context) as services:
        found, imported = services.recipients.tally(Path(args.file), mapping, args.sheet)
    problems = list(islice(_problems(found), EXAMPLES))
    if len(found.sheets) > 1:
        terminal.say(f"Sheets: {', '.join(found.sheets)}.")
    terminal.table(
        ("Column", "Merge field", "First value"),
        (
            (column.header, f"{{{{ {column.field} }}}}", found.sample[0][index])
            for index, column in enumerate(found.mapping.columns)
        ),
    )
    terminal.say(f"\nAddresses are read from “{found.mapping.email.header}”. {imported_text(imported)}")
    if problems:
        terminal.table(
            ("Row", "Address", "Problem"),
            ((count_text(one.position), one.address, f"{one.problem}{_meant(one)}") for one in problems),
        )
    terminal.result(
        {
            "columns": {column.header: column.field for column in found.mapping.columns},
            "email": found.mapping.email.header,
            "fields": list(found.mapping.fields),
            "sheets": list(found.sheets),
            "rows": imported.rows,
            "ready": imported.ready,
            "invalid": imported.invalid,
            "duplicate": imported.duplicate,
            "problems": [{"row": one.position, "address": one.address, "problem": one.problem} for one in problems],
        }
    )
    return OK


def _problems(found: Look) -> list[Recipient]:
    """The problems among the first rows."""
    return [one for one in read_rows(found.sample, found.mapping, DuplicateFinder()) if one.problem]


def _meant(one: Recipient) -> str:
    return f" Probably meant: {one.suggestion}." if one.suggestion else ""


def _pair(text: str) -> tuple[str, str]:
    field, found, column = text.partition("=")
    if not (found and field.strip() and column.strip()):
        raise InputError(f"“{text}” is no mapping.", remedy="Write --map email=COLUMN.", code="mapping")
    return field.strip(), column.strip()
