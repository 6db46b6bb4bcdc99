"""`sendoff templates`: messages to begin with, and what a draft's message was."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from sendoff.cli.context import Context
from sendoff.cli.main import OK
from sendoff.cli.opening import holding, reading
from sendoff.cli.terminal import Terminal
from sendoff.cli.words import time_text
from sendoff.core.library import MessageTemplate
from sendoff.core.template_words import template_words
from sendoff.core.wording import count_text


def list(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:  # noqa: A001 -- the command's name
    """Name every template."""
    with reading(args, context) as services:
        every = services.templates.all()
    terminal.table(
        ("Template", "Kind", "Subject"),
        (
            (one.name, "layout" if one.built_in else one.content.mode or "own", template_words(one.content.subject))
            for one in every
        ),
    )
    terminal.result({"templates": [_json(one) for one in every]})
    return OK


def show(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Say what a template holds."""
    with reading(args, context) as services:
        one = services.templates.find(args.template)
        text = services.templates.text(one.content)
        if args.html:
            services.message_files.keep_page(services.templates.page(one.content), Path(args.html))
    for name, value in (
        ("Template", one.name), ("About", one.description), ("Subject", template_words(one.content.subject)),
        ("Preheader", template_words(one.content.preheader)),
    ):  # fmt: skip
        if value:
            terminal.say(f"{name}: {value}")
    terminal.say(f"\n{text}")
    terminal.result({**_json(one), "preheader": one.content.preheader, "text": text, "html": args.html or ""})
    return OK


def save(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Keep a campaign's message."""
    with holding(args, context) as services:
        campaign = services.campaigns.find(args.campaign)
        kept = services.templates.save(campaign.content, args.name, over=args.over)
    return _said(f"The message of “{campaign.name}” is kept as “{kept.name}”.", kept, terminal)


def use(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Put a template into a draft, old or new."""
    with holding(args, context) as services:
        one = services.templates.find(args.template)
        if args.new:
            draft = services.templates.begin(one, args.new)
        else:
            draft = services.templates.use(one, services.campaigns.find(args.campaign), letter=args.letter)
    taken = draft.content.design != one.content.design
    terminal.say(
        f"“{draft.name}” has the look of “{one.name}”, its own letter in it."
        if taken
        else f"“{draft.name}” has the message of “{one.name}”."
    )
    if args.letter and not taken:
        terminal.warn("There was no letter to put into it.")
    terminal.result({"campaign": draft.id, "name": draft.name, "template": one.id, "letter": taken})
    return OK


def rename(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Give an own template another name."""
    with holding(args, context) as services:
        renamed = services.templates.rename(services.templates.find(args.template), args.new)
    return _said(f"The template is called “{renamed.name}” now.", renamed, terminal)


def duplicate(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Copy a template."""
    with holding(args, context) as services:
        copy = services.templates.duplicate(services.templates.find(args.template), args.new)
    return _said(f"“{copy.name}” is yours to change.", copy, terminal)


def delete(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Forget an own template."""
    with holding(args, context) as services:
        one = services.templates.find(args.template)
        services.templates.delete(one)
    return _said(f"“{one.name}” is forgotten. Campaigns that began with it stay as they are.", one, terminal)


def bring(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Keep the message of a file."""
    path = Path(args.file)
    with holding(args, context) as services:
        imported = services.message_files.read(path)
        kept = services.templates.save(imported.content, args.name or path.stem)
    for note in imported.notes:
        terminal.warn(note)
    return _said(f"The message of {path.name} is kept as “{kept.name}”.", kept, terminal, notes=[*imported.notes])


def versions(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """List what a campaign's message was."""
    with reading(args, context) as services:
        campaign = services.campaigns.find(args.campaign)
        every, now = services.templates.versions(campaign.id), services.clock.now()
    terminal.table(
        ("Version", "Saved", "Size", "Subject"),
        (
            (
                str(one.number),
                time_text(one.at, now),
                f"{count_text(one.size)} B",
                template_words(one.subject, campaign.titles),
            )
            for one in every
        ),
    )
    terminal.result({
        "campaign": campaign.id,
        "versions": [
            {"number": one.number, "at": one.at, "size": one.size, "subject": one.subject} for one in every
        ],
    })  # fmt: skip
    return OK


def restore(args: argparse.Namespace, context: Context, terminal: Terminal) -> int:
    """Go back to a version."""
    with holding(args, context) as services:
        campaign = services.templates.restore(services.campaigns.find(args.campaign).id, args.version)
    terminal.say(f"“{campaign.name}” has the message of version {count_text(args.version)} again.")
    terminal.result({"campaign": campaign.id, "version": args.version, "subject": campaign.content.subject})
    return OK


def _said(sentence: str, one: MessageTemplate, terminal: Terminal, **more: Any) -> int:
    terminal.say(sentence)
    terminal.result({"template": _json(one), **more})
    return OK


def _json(one: MessageTemplate) -> dict[str, Any]:
    return {
        "id": one.id, "name": one.name, "description": one.description, "built_in": one.built_in,
        "subject": one.content.subject, "mode": one.content.mode, "changed_at": one.changed_at,
    }  # fmt: skip
