"""What may be typed about messages: templates and versions, files, and a look at one."""

from __future__ import annotations

from typing import Any

from sendoff.cli.grammar import CAMPAIGN, Parser, add_json, add_place, command
from sendoff.cli.numbers import row, whole


def add_templates(commands: Any) -> None:
    """Add `sendoff templates`."""
    templates = commands.add_parser("templates", help="messages to begin with, and the versions of a draft's message")
    each = templates.add_subparsers(metavar="ACTION", required=True, parser_class=Parser)
    draft = "a draft's id or name"
    for name, text, given in (
        ("list", "own templates, and the layouts that come with Sendoff", ()),
        ("show", "what a template says", ("template",)),
        ("save", "keep a campaign's message as an own template", ("campaign", "name")),
        ("use", "put a template's message into a draft; the old one stays among its versions", ("template",)),
        ("rename", "give an own template another name", ("template", "new")),
        ("duplicate", "copy a template; a copy of a layout can be changed", ("template",)),
        ("delete", "forget an own template", ("template",)),
        ("import", "keep the message of an .html, .eml or .mjml file as an own template", ("file",)),
        ("versions", "what a campaign's message was, newest first", ("campaign",)),
        ("restore", "go back to a version of a draft's message", ("campaign",)),
    ):
        parser = command(each, name, f"templates:{'bring' if name == 'import' else name}", text)
        for one in given:
            parser.add_argument(one, metavar=one.upper(), help=draft if one == "campaign" else None)
        if name == "show":
            parser.add_argument("--html", metavar="FILE", help="write its page, with empty fields, to look at")
        elif name == "save":
            parser.add_argument("--over", action="store_true", help="replace the own template of that name")
        elif name == "use":
            into = parser.add_mutually_exclusive_group(required=True)
            into.add_argument("campaign", metavar="CAMPAIGN", nargs="?", help=draft)
            into.add_argument("--new", metavar="NAME", help="begin a new draft of that name")
            parser.add_argument("--letter", action="store_true", help="put the draft's own letter into the layout")
        elif name == "duplicate":
            parser.add_argument("new", metavar="NEW", nargs="?", default="", help="“TEMPLATE (copy)” if left out")
        elif name == "import":
            parser.add_argument("--name", default="", metavar="N", help="the template's name; the file's if left out")
        elif name == "restore":
            parser.add_argument("version", type=whole(1, 10**9), metavar="VERSION", help="its number")
        add_place(parser)
        add_json(parser)


def add_messages(commands: Any) -> None:
    """Add `sendoff import-message` and `sendoff preview`."""
    parser = command(
        commands, "import-message", "messages:bring", "put the message of an .html, .eml or .mjml file into a draft"
    )
    parser.add_argument("campaign", metavar="CAMPAIGN", help="a draft's id or name")
    parser.add_argument("file", metavar="FILE")
    add_place(parser)
    add_json(parser)
    parser = command(commands, "preview", "messages:preview", "one recipient's message, as it is sent")
    parser.add_argument("campaign", metavar="CAMPAIGN", nargs="?", default="", help=CAMPAIGN)
    parser.add_argument(
        "--row",
        type=row,
        default=0,
        metavar="NO",
        help="its number in the list, an address, part of a name, longest, shortest, empty (the first with an empty "
        "field) or unsent (the first who does not get it); if left out, the first who gets it",
    )
    parser.add_argument("--eml", metavar="FILE", help="write the message, byte for byte, to an .eml file")
    parser.add_argument("--html", metavar="FILE", help="write its page")
    add_place(parser)
    add_json(parser)
