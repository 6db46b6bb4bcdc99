"""`sendoff import`: what a list holds, before it is used; and what it would change."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import islice

from sendoff.cli.context import Context
from sendoff.cli.list_options import open_look
from sendoff.cli.main import OK
from sendoff.cli.opening import holding, reading
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import EXAMPLES, imported_text
from sendoff.core.campaign import CampaignState
from sendoff.core.difference import Change, Difference
from sendoff.core.duplicates import DuplicateFinder
from sendoff.core.errors import InputError
from sendoff.core.listing import understood_sentences
from sendoff.core.recipient import Recipient, read_rows
from sendoff.core.shown import WORDS
from sendoff.core.wording import count_text
from sendoff.services.app import Services
from sendoff.services.comparing import Owner
from sendoff.services.looks import Look

SHOWN = 20
"""Rows of the list given to scripts."""
_VALUES = 3


def look(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Read a whole list and say what an import would bring, or what it would change in a list that is there."""
    if bool(args.into) is not (args.compare or args.replace):
        raise InputError(
            "--into belongs to --compare or --replace.",
            remedy="Write --into LIST --compare, or --into DRAFT --replace, with the name of what is here.",
            code="usage",
        )
    if args.replace:
        return _replace(args, context, terminal)
    with (holding if args.remember else reading)(args, context) as services:
        owner = _owner(args.into, services) if args.compare else None
        found = open_look(args, context, services)
        terminal.say(understood_sentences(found.understood, remembered=found.remembered))
        values = _compare(found, owner, services, terminal) if owner else _tally(found, services, terminal)
        if args.remember:
            services.recipients.remember(found)
            terminal.say("The next list of this shape is read in the same way.")
    terminal.result({**_understood(found), **values})
    return OK


def _replace(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Make it a draft's list; how it was read is remembered, as in the window."""
    with holding(args, context) as services:
        draft = services.campaigns.find(args.into)
        if draft.state is not CampaignState.DRAFT:
            raise InputError(
                f"“{draft.name}” was started and keeps its list.", remedy="`sendoff duplicate` makes a draft of it.",
                code="started",
            )  # fmt: skip
        found = open_look(args, context, services)
        terminal.say(understood_sentences(found.understood, remembered=found.remembered))
        found, shown_as = services.recipients.fit(draft.content, found)
        for field, name in shown_as.items():
            if name in found.mapping.fields:
                title = found.mapping.titles.of(field)
                terminal.say(f"“{title}” is what the message calls “{name}”. --map {field}={title} keeps it apart.")
        draft, imported = services.recipients.bring(draft, found)
    terminal.say(f"“{draft.name}” goes to this list. {imported_text(imported)}")
    terminal.result({"campaign": draft.id, **_understood(found), **imported.figures()})
    return OK


def _tally(found: Look, services: Services, terminal: Terminal) -> dict[str, object]:
    imported = services.recipients.tally(found)
    problems = list(islice(_problems(found), EXAMPLES))
    _say_columns(found, terminal)
    if (names := found.names) is not None and names.taken:
        terminal.say(f"First and last names are taken from “{names.header}”: “{names.written}” is "
                     f"{names.first} · {names.last}. --whole-names leaves them.")  # fmt: skip
    terminal.say(f"\nAddresses are read from “{found.mapping.email.header}”. {imported_text(imported)}")
    if problems:
        terminal.table(
            ("No.", "Address", "Problem"),
            ((count_text(one.position), one.address, f"{one.problem}{_meant(one)}") for one in problems),
        )
    return {
        **imported.figures(),
        "problems": [{"row": one.position, "address": one.address, "problem": one.problem} for one in problems],
    }


def _say_columns(found: Look, terminal: Terminal) -> None:
    """Each column with its merge field, in the form that fits its values where there is one."""
    forms = found.forms()
    rows: list[tuple[str, ...]] = []
    for index, column in enumerate(found.mapping.columns):
        form = forms.get(column.field, WORDS)
        field = f"{column.field} | {form.usual}" if form.usual else column.field
        shown = form.offered[0].example if form.usual else ""
        rows.append((column.header, f"{{{{ {field} }}}}", " · ".join(_values(found.sample, index)), shown))
    some = any(row[-1] for row in rows)
    heads = ("Column", "Merge field", "First values", "Shown as")
    terminal.table(heads if some else heads[:-1], (row if some else row[:-1] for row in rows))


def _compare(found: Look, owner: Owner, services: Services, terminal: Terminal) -> dict[str, object]:
    difference = services.recipients.compare(owner, found) or Difference()
    terminal.say(difference.sentences)
    if difference.examples:
        terminal.table(
            ("Change", "Address", "Fields"),
            ((one.kind.value, one.address, _changed(one)) for one in difference.examples),
        )
    return {
        "new": difference.new,
        "changed": difference.changed,
        "gone": difference.gone,
        "same": difference.same,
        "left": difference.left,
        "corrected": difference.corrected,
        "columns_new": list(difference.columns_new),
        "columns_gone": list(difference.columns_gone),
        "examples": [
            {"change": one.kind.value, "address": one.address, "fields": {k: list(v) for k, v in one.fields.items()}}
            for one in difference.examples
        ],
    }


def _owner(name: str, services: Services) -> Owner:
    """The audience of this name, or else the campaign."""
    if any(name.casefold() in (one.id, one.name.casefold()) for one in services.audiences.all()):
        return services.audiences.find(name)
    return services.campaigns.find(name)


def _understood(found: Look) -> dict[str, object]:
    """What was understood, for scripts."""
    told = found.understood
    return {
        "format": told.kind,
        "encoding": told.encoding,
        "encodings": list(told.encodings),
        "delimiter": told.delimiter,
        "delimiters": list(told.delimiters),
        "header_row": told.header,
        "sheet": told.sheet,
        "sheets": list(told.sheets),
        "remembered": found.remembered,
        "columns": {column.header: column.field for column in found.mapping.columns},
        "email": found.mapping.email.header,
        "fields": list(found.mapping.fields),
        "forms": {name: forms.usual for name, forms in found.forms().items() if forms.usual},
        "sample": [list(row) for row in found.sample[:SHOWN]],
    }


def _values(sample: Sequence[Sequence[str]], index: int) -> list[str]:
    return [row[index] for row in sample[:SHOWN] if row[index]][:_VALUES]


def _changed(change: Change) -> str:
    return ", ".join(f"{name}: {old or '–'} → {new or '–'}" for name, (old, new) in change.fields.items())


def _problems(found: Look) -> Iterator[Recipient]:
    """The problems among the first rows."""
    return (one for one in read_rows(found.sample, found.mapping, DuplicateFinder()) if one.problem)


def _meant(one: Recipient) -> str:
    return f" Probably meant: {one.suggestion}." if one.suggestion else ""
