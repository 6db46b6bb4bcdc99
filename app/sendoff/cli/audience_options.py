"""What may be typed about audiences and the blocked list."""

from __future__ import annotations

import argparse
from typing import Any

from sendoff.cli.grammar import ONE_CAMPAIGN, Adder, add_json

_REASONS = ("manual", "unsubscribed", "complaint", "hard")
_HOW = ("union", "difference", "intersection")
_SAME = "a column of the list that comes in and the field it is here, such as Ort=City; “-” keeps it apart"
_EXPRESSION = """such as 'city = "Paris" and age >= 18'; docs/guide.md says what there is"""


def add_audiences(commands: Any, command: Adder, parser_class: type[argparse.ArgumentParser]) -> None:
    """Add `sendoff audiences`."""
    audiences = commands.add_parser("audiences", help="lists kept under a name: import, search, segment, combine")
    each = audiences.add_subparsers(metavar="ACTION", required=True, parser_class=parser_class)
    every = command(each, "list", "audiences:show_all", "the audiences there are")
    every.add_argument("--tag", default="", metavar="T", help="only those with this tag")
    show = command(each, "show", "audiences:show", "one audience: its columns and figures")
    bring = command(each, "import", "audiences:bring", "make an audience of a list, or bring a newer list into one")
    search = command(each, "search", "audiences:search", "find people by a part of their address or name")
    export = command(each, "export", "audiences:export", "write people to a CSV file")
    segment = command(each, "segment", "audiences:segment", "who fits an expression; with --as, kept as an audience")
    rename = command(each, "rename", "audiences:rename", "give an audience another name")
    tag = command(each, "tag", "audiences:tag", "add tags, or take them away")
    delete = command(each, "delete", "audiences:delete", "forget an audience; campaigns that used it keep their people")
    for parser in (show, bring, search, export, segment, rename, tag, delete):
        parser.add_argument("name", metavar="NAME", help="the audience's name or id")
    bring.add_argument("file", metavar="FILE", help="csv, tsv, txt, xlsx, xls, ods or vcf; - reads standard input")
    bring.add_argument("--tag", action="append", default=[], metavar="T")
    add_reading(bring)
    bring.add_argument("--merge", action="store_true", help="bring it into the audience that is there, by address")
    bring.add_argument("--remove-gone", action="store_true", help="with --merge: take out who is not in the new list")
    bring.add_argument("--preview", action="store_true", help="with --merge: only say what it would change")
    search.add_argument("text", metavar="TEXT", nargs="?", default="")
    export.add_argument("file", metavar="FILE.csv")
    export.add_argument("--search", default="", metavar="TEXT", help="only who has this in address or name")
    _add_choice(export)
    search.add_argument("--segment", default="", metavar="EXPR", help=_EXPRESSION)
    search.add_argument("--sort", default="", metavar="COLUMN", help="address, name or a column")
    search.add_argument("--descending", action="store_true", help="with --sort: the last first")
    segment.add_argument("expression", metavar="EXPR", help=_EXPRESSION)
    segment.add_argument("--as", dest="new", default="", metavar="NEW", help="keep them under this name")
    for parser in (search, segment):
        parser.add_argument("--limit", type=int, default=20, metavar="N", help="rows shown; 20 if left out")
    rename.add_argument("new", metavar="NEW")
    tag.add_argument("tags", metavar="TAG", nargs="+")
    tag.add_argument("--remove", action="store_true", help="take them away")
    combine = command(each, "combine", "audiences:combine", "make an audience of two others, by address")
    combine.add_argument("name", metavar="NEW")
    combine.add_argument("first", metavar="FIRST")
    combine.add_argument("how", choices=_HOW)
    combine.add_argument("second", metavar="SECOND")
    _add_same(bring, combine)
    use = command(each, "use", "audiences:use", "give a draft these people, as they are now, in place of its list")
    use.add_argument("name", metavar="NAME", help="the audience's name or id")
    into = use.add_mutually_exclusive_group(required=True)
    into.add_argument("campaign", metavar="DRAFT", nargs="?", default="", help="a draft's id or name")
    into.add_argument("--new", default="", metavar="DRAFT", help="begin a new draft of that name")
    _add_choice(use)
    source = command(each, "from-campaign", "audiences:from_campaign", "make an audience of a campaign's list")
    source.add_argument("name", metavar="NEW")
    source.add_argument("campaign", metavar="CAMPAIGN", help=ONE_CAMPAIGN)
    source.add_argument("--segment", default="", metavar="EXPR", help=_EXPRESSION)
    for parser in (every, show, bring, search, export, segment, rename, tag, delete, combine, use, source):
        add_json(parser)


def _add_same(*parsers: argparse.ArgumentParser) -> None:
    for parser in parsers:
        parser.add_argument("--same", action="append", default=[], metavar="COLUMN=FIELD", help=_SAME)


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add what may be said about a list, for `list_options.open_look`."""
    wrong = parser.add_argument_group("where the guess is wrong")
    wrong.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN", help="such as email=Mailadresse")
    wrong.add_argument("--sheet", default="", metavar="S", help="the sheet of a workbook")
    wrong.add_argument("--encoding", default="", metavar="E", help="such as utf-8, windows-1251 or shift-jis")
    wrong.add_argument("--delimiter", default="", metavar="D", help="what separates the columns; “tab” for a tab")
    header = wrong.add_mutually_exclusive_group()
    header.add_argument("--header-row", default="", metavar="N", help="the row with the column names")
    header.add_argument("--no-header", action="store_true", help="the first row is a recipient")
    wrong.add_argument(
        "--whole-names", action="store_true", help="take no first and last names from a column of whole ones"
    )
    wrong.add_argument("--anew", action="store_true", help="not as last time: guess anew")


def add_suppressions(commands: Any, command: Adder, parser_class: type[argparse.ArgumentParser]) -> None:
    """Add `sendoff blocked`, also called `suppressions`."""
    said = "the blocked list: who is never written to, addresses and whole domains"
    blocked = commands.add_parser("blocked", aliases=["suppressions"], help=said, description=said)
    each = blocked.add_subparsers(metavar="ACTION", required=True, parser_class=parser_class)
    show = command(each, "list", "suppressions:show", "who is blocked, the newest first")
    add = command(each, "add", "suppressions:add", "block addresses or domains")
    remove = command(each, "remove", "suppressions:remove", "unblock; `restore` puts them back")
    restore = command(each, "restore", "suppressions:restore", "put removed entries back as they were")
    bring = command(each, "import", "suppressions:bring", "block everybody in a file")
    export = command(each, "export", "suppressions:export", "write the list to a CSV file")
    mark = command(each, "mark", "suppressions:mark", "give entries another reason")
    for parser in (add, remove, restore, mark):
        parser.add_argument("entries", metavar="ENTRY", nargs="+", help="anna@example.com or @example.com")
    for parser in (add, bring):
        parser.add_argument("--reason", choices=_REASONS, default="manual")
        parser.add_argument("--source", default="", metavar="S", help="where it comes from, in words")
    mark.add_argument("--reason", choices=_REASONS, required=True)
    bring.add_argument("file", metavar="FILE")
    bring.add_argument("--look", action="store_true", help="say who would be blocked, and change nothing")
    export.add_argument("file", metavar="FILE.csv")
    for parser in (show, export):
        parser.add_argument("--search", default="", metavar="TEXT", help="only entries with this in them")
        parser.add_argument("--reason", choices=_REASONS, default="")
    show.add_argument("--limit", type=int, default=20, metavar="N", help="entries shown; 20 if left out")
    for parser in (show, add, remove, restore, mark, bring, export):
        add_json(parser)


def add_find(commands: Any, command: Adder) -> None:
    """Add `sendoff find`."""
    parser = command(commands, "find", "traces:find", "a person in every campaign and audience, and what became of it")
    parser.add_argument("words", metavar="WORD", nargs="+", help="parts of the address or the name")
    add_json(parser)


def add_forget(commands: Any, command: Adder) -> None:
    """Add `sendoff forget`."""
    parser = command(commands, "forget", "forgetting:forget", "delete everything about a person, but for the figures")
    parser.add_argument("address", metavar="ADDRESS", help="the whole address: anna@example.com")
    parser.add_argument("--look", action="store_true", help="say where the person is, and change nothing")
    parser.add_argument("--yes", action="store_true", help="do not ask before")
    parser.add_argument(
        "--not-blocked",
        action="store_true",
        help="leave no entry on the blocked list, so that a list can bring them back",
    )
    add_json(parser)


def add_people(parser: argparse.ArgumentParser) -> None:
    """Add to `sendoff send` who gets the campaign instead of the file's list."""
    who = parser.add_argument_group("recipients, instead of the file's")
    who.add_argument("--audience", default="", metavar="NAME", help="an audience; see `sendoff audiences list`")
    _add_choice(who)


def _add_choice(parser: Any) -> None:
    parser.add_argument("--segment", default="", metavar="EXPR", help=_EXPRESSION)
    parser.add_argument("--without", action="append", default=[], metavar="AUDIENCE", help="leave out who is in it")
    parser.add_argument("--not-in", action="append", default=[], metavar="CAMPAIGN", help="leave out whom it reached")
