"""`sendoff audiences`: lists kept under a name."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sendoff.cli.context import Context
from sendoff.cli.list_options import open_look
from sendoff.cli.main import OK
from sendoff.cli.opening import holding, reading
from sendoff.cli.people import selected
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import imported_text, people, time_text
from sendoff.core.audience import Audience, Combination, Selection, Sort
from sendoff.core.column_names import normalise_field
from sendoff.core.delivery import State
from sendoff.core.errors import InputError, KnownError
from sendoff.core.same_columns import aligned
from sendoff.core.titles import Titles
from sendoff.core.wording import count_text
from sendoff.services.app import Services
from sendoff.services.looks import Look

_SHOWN_COLUMNS = 5


def show_all(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """List the audiences."""
    with reading(args, context) as services:
        every = services.audiences.all(args.tag)
        values = [_json(services, one) for one in every]
        now = services.clock.now()
    if every:
        terminal.table(
            ("Name", "Ready", "Tags", "Columns", "Changed"),
            (
                (one.name, count_text(_ready(each)), ", ".join(one.tags), ", ".join(one.fields[:_SHOWN_COLUMNS]),
                 time_text(one.updated_at, now))
                for one, each in zip(every, values, strict=True)
            ),
        )  # fmt: skip
    else:
        terminal.say("There is no audience here. Make one with `sendoff audiences import NAME FILE`.")
    terminal.result({"audiences": values})
    return OK


def show(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Say what one audience is."""
    with reading(args, context) as services:
        return _say(services, services.audiences.find(args.name), terminal)


def bring(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Make an audience of a list, or merge a newer list into one."""
    if (args.preview or args.remove_gone) and not args.merge:
        raise InputError("--preview and --remove-gone belong to --merge.", remedy="Add --merge.", code="usage")
    with holding(args, context) as services:
        look = open_look(args, context, services)
        if args.merge:
            return _merge(services, services.audiences.find(args.name), look, args, terminal)
        audience, imported = services.audiences.bring(args.name, look, tags=args.tag)
        terminal.say(imported_text(imported))
        return _say(services, audience, terminal)


def search(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Find people."""
    with reading(args, context) as services:
        audience = services.audiences.find(args.name)
        chosen = replace(services.audiences.select(audience, args.segment), text=args.text)
        return _say_rows(services, chosen, _sort(args, audience), args.limit, terminal)


def segment(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Say who fits an expression, and keep them if asked."""
    with (holding if args.new else reading)(args, context) as services:
        audience = services.audiences.find(args.name)
        if args.new:
            return _say(services, services.audiences.segment(args.new, audience, args.expression), terminal)
        chosen = services.audiences.select(audience, args.expression)
        return _say_rows(services, chosen, Sort(), args.limit, terminal)


def export(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Write people to a CSV file."""
    with reading(args, context) as services:
        chosen = selected(services, args.name, args.segment, args.without, args.not_in)
        written = services.selections.export(Path(args.file), replace(chosen, text=args.search))
    terminal.say(f"{people(written)} written to {args.file}.")
    terminal.result({"file": args.file, "written": written})
    return OK


def combine(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Make an audience of two others."""
    with holding(args, context) as services:
        first, second = services.audiences.find(args.first), services.audiences.find(args.second)
        same = _same(args.same, second.fields, first.fields)
        made = services.audiences.combine(args.name, Combination(args.how), first, second, same=same)
        if Combination(args.how) is Combination.UNION:
            _say_same(first, second.fields, second.titles, same, terminal)
        return _say(services, made, terminal)


def use(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Give a draft the people of an audience."""
    with holding(args, context) as services:
        chosen = selected(services, args.name, args.segment, args.without, args.not_in)
        draft = services.campaigns.new(args.new) if args.new else services.campaigns.find(args.campaign)
        try:
            draft, imported = services.audiences.use(draft, chosen)
        except KnownError:
            if args.new:
                services.campaigns.remove(draft.id)
            raise
        own = services.audiences.find(args.name).fields
    for name in (one for one in draft.fields if one not in own):
        terminal.say(f"“{draft.titles.of(name)}” is what the message calls “{name}”.")
    terminal.say(f"“{draft.name}” goes to the people of “{draft.list_name}”. {imported_text(imported)}")
    terminal.result({"campaign": draft.id, "name": draft.name, **imported.figures()})
    return OK


def from_campaign(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Make an audience of a campaign's list."""
    with holding(args, context) as services:
        campaign = services.campaigns.find(args.campaign)
        return _say(services, services.audiences.from_campaign(args.name, campaign, args.segment), terminal)


def rename(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Give an audience another name."""
    with holding(args, context) as services:
        return _say(services, services.audiences.rename(services.audiences.find(args.name), args.new), terminal)


def tag(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Add tags, or take them away."""
    with holding(args, context) as services:
        audience = services.audiences.find(args.name)
        change = {"remove" if args.remove else "add": args.tags}
        return _say(services, services.audiences.tag(audience, **change), terminal)


def delete(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Forget an audience."""
    with holding(args, context) as services:
        audience = services.audiences.find(args.name)
        services.audiences.remove(audience)
    terminal.say(f"“{audience.name}” is deleted.")
    terminal.result({"deleted": audience.name})
    return OK


def _same(said: Sequence[str], fields: Sequence[str], known: Sequence[str]) -> dict[str, str]:
    """What --same says: a column of the list that comes in, and the one it is, `-` for one of its own."""
    pairs = {}
    for text in said:
        column, found, field = (part.strip() for part in text.partition("="))
        names = normalise_field(column), "" if field == "-" else normalise_field(field)
        for name, every in zip(names, (fields, known), strict=True):
            if name and name not in every:
                raise InputError(f"There is no column “{name}”.", remedy=f"There are: {', '.join(every)}.", code="same")
        if not found or not column or not field:
            raise InputError(f"“{text}” does not name two columns.", remedy="Write --same Ort=City.", code="same")
        pairs[names[0]] = names[1]
    return pairs


def _say_same(
    first: Audience, fields: Sequence[str], titles: Titles, same: Mapping[str, str], terminal: Terminal
) -> None:
    """Name the columns that are taken for one although they are called otherwise."""
    names = aligned(first.fields, first.titles, fields, titles, same)
    pairs = [
        f"“{titles.of(field)}” is “{first.titles.of(name)}”"
        for field, name in zip(fields, names, strict=True)
        if name in first.fields and titles.of(field).casefold() != first.titles.of(name).casefold()
    ]
    if pairs:
        terminal.say(f"One column: {', '.join(pairs)}. --same COLUMN=- keeps one apart.")


def _merge(services: Services, audience: Audience, look: Look, args: argparse.Namespace, terminal: Terminal) -> int:
    fields, titles = look.mapping.fields, look.mapping.titles
    same = _same(args.same, fields, audience.fields)
    _say_same(audience, fields, titles, same, terminal)
    audience, merged = services.audiences.merge(
        audience, look, remove_gone=args.remove_gone, preview=args.preview, same=same
    )
    gone = "removed" if args.remove_gone else "gone from the list and kept"
    terminal.say(
        f"{count_text(merged.new)} new, {count_text(merged.changed)} changed, {count_text(merged.same)} the same, "
        f"{count_text(merged.gone)} {gone}."
    )
    if merged.corrected:
        terminal.say(
            f"{count_text(merged.corrected)} kept as you corrected {'it' if merged.corrected == 1 else 'them'}."
        )
    if merged.invalid or merged.duplicate:
        terminal.say(f"Left out: {count_text(merged.invalid)} invalid, {count_text(merged.duplicate)} repeated.")
    if args.preview:
        terminal.say("Nothing was changed.")
    names = ("new", "changed", "same", "gone", "invalid", "duplicate", "corrected")
    figures = {name: getattr(merged, name) for name in names}
    terminal.result({**_json(services, audience), "merged": figures, "preview": args.preview})
    return OK


def _say(services: Services, audience: Audience, terminal: Terminal) -> int:
    values = _json(services, audience)
    counts = services.audiences.counts(audience)
    terminal.say(f"“{audience.name}”: {people(counts[State.QUEUED])} ready, from {audience.source}.")
    if blocked := counts[State.SUPPRESSED]:
        terminal.say(f"{people(blocked)} in it are blocked.")
    if left := counts[State.SKIPPED]:
        terminal.say(f"{count_text(left)} {'row is' if left == 1 else 'rows are'} invalid, repeated or left out.")
    if audience.tags:
        terminal.say(f"Tags: {', '.join(audience.tags)}.")
    terminal.say(f"Columns: {', '.join(audience.fields)}.")
    terminal.result(values)
    return OK


def _say_rows(services: Services, chosen: Selection, sort: Sort, limit: int, terminal: Terminal) -> int:
    ids = services.selections.order(chosen, sort) or ()
    lines = services.selections.rows_by_id(ids[: max(0, limit)], chosen.fields)
    columns = [name for name in chosen.fields if name != "email"][:_SHOWN_COLUMNS]
    if lines:
        terminal.table(
            ("Address", *columns), ((line.address, *(line.fields.get(name, "") for name in columns)) for line in lines)
        )
    terminal.say(f"{people(len(ids))}{f', {count_text(len(lines))} shown' if len(lines) < len(ids) else ''}.")
    terminal.result(
        {"total": len(ids), "people": [{"address": line.address, "fields": dict(line.fields)} for line in lines]}
    )
    return OK


def _sort(args: argparse.Namespace, audience: Audience) -> Sort:
    field = args.sort
    if field and field not in (*audience.fields, "address", "name"):
        raise InputError(
            f"There is no column “{field}”.", remedy=f"There are: {', '.join(audience.fields)}.", code="sort"
        )
    return Sort(field=field, descending=args.descending)


def _ready(values: dict[str, object]) -> int:
    ready = values["ready"]
    return ready if isinstance(ready, int) else 0


def _json(services: Services, audience: Audience) -> dict[str, object]:
    counts = services.audiences.counts(audience)
    return {
        "id": audience.id,
        "name": audience.name,
        "tags": list(audience.tags),
        "fields": list(audience.fields),
        "source": audience.source,
        "created_at": audience.created_at,
        "updated_at": audience.updated_at,
        "ready": counts[State.QUEUED],
        "suppressed": counts[State.SUPPRESSED],
        "skipped": counts[State.SKIPPED],
    }
