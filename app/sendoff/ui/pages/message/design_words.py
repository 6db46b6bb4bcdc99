"""How the editor of a design calls its blocks: a name, an icon, and the first words of what is in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from sendoff.core.design import (
    Block,
    Button,
    Columns,
    Design,
    Divider,
    Footer,
    Heading,
    Image,
    Piece,
    Profile,
    Social,
    Spacer,
    Text,
    pieces,
)
from sendoff.core.design_json import kind_of
from sendoff.core.errors import KnownError
from sendoff.core.language import phrase, tr
from sendoff.core.template_words import template_words
from sendoff.ui.pages.message.design_specs import PROPERTIES
from sendoff.ui.pages.message.merge import gap_in

NAMES: Mapping[str, tuple[str, str]] = {
    "heading": (phrase("Heading"), "block-heading"),
    "text": (phrase("Text"), "block-text"),
    "image": (phrase("Picture"), "image"),
    "button": (phrase("Button"), "block-button"),
    "divider": (phrase("Divider"), "block-divider"),
    "spacer": (phrase("Space"), "block-spacer"),
    "columns": (phrase("Columns"), "block-columns"),
    "social": (phrase("Other pages"), "block-social"),
    "footer": (phrase("Footer"), "block-footer"),
}
"""By kind: what it is called, and its icon."""
FRESH: Mapping[str, Block] = {
    "heading": Heading(text=phrase("A heading")),
    "text": Text(text=phrase("Write here.")),
    "image": Image(),
    "button": Button(text=phrase("Read more"), link="https://"),
    "divider": Divider(),
    "spacer": Spacer(),
    "columns": Columns(columns=((Text(text=phrase("Left")),), (Text(text=phrase("Right")),))),
    "social": Social(profiles=(Profile(name=phrase("Website"), link="https://"),)),
    "footer": Footer(text=phrase("You get this because you asked for our news.")),
}
"""A new block of each kind."""
_FIELD = re.compile(r"\{\{\s*(\w+)(?:[^}]*?\bdefault\(\s*(?:'([^']*)'|\"([^\"]*)\"))?[^}]*\}\}")
_STATEMENT = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_BLOCK = re.compile(r"block (\d+(?:\.\d+)*),")
_UNKNOWN = re.compile("[“„](\\w+)[”“]")
_MARKS = re.compile(r"\*\*|__|~~|`|(?<!\w)[*_]|[*_](?!\w)")
_BULLET = re.compile(r"^\s*[-*+]\s+", re.MULTILINE)


def plain_words(text: str) -> str:
    """A typed text as it is read: fields by their fallback or name, Markdown without its marks."""
    text = template_words(_FIELD.sub(lambda found: found[2] or found[3] or found[0], text))
    text = _LINK.sub(r"\1", _STATEMENT.sub("", text))
    return _MARKS.sub("", _BULLET.sub("• ", text)).strip()


def fresh(kind: str) -> Block:
    """A new block of a kind, its words in the language in force."""
    return _said(FRESH[kind])


def _said(block: Block) -> Block:
    match block:
        case Columns():
            columns = tuple(tuple(cast("Piece", _said(piece)) for piece in stack) for stack in block.columns)
            return replace(block, columns=columns)
        case Social():
            return replace(block, profiles=tuple(replace(one, name=tr(one.name)) for one in block.profiles))
        case Footer():
            return replace(block, text=tr(block.text), link_text=tr("Unsubscribe"))
        case Heading() | Text() | Button():
            return replace(block, text=tr(block.text))
        case _:
            return block


def name_of(block: Block) -> str:
    """What a block's kind is called."""
    return tr(NAMES[kind_of(block)][0])


def place_of(design: Design, error: KnownError) -> tuple[int, ...] | None:
    """The path of the block that an error names, or that uses the field it names."""
    if named := _BLOCK.match(error.where):
        return tuple(int(number) - 1 for number in named[1].split("."))
    unknown = _UNKNOWN.search(error.title) if error.code == "unknown_field" and error.where == "design" else None
    if unknown is None:
        return None
    uses = re.compile(rf"\{{[{{%][^}}]*\b{re.escape(unknown[1])}\b")
    found = (path for path, one in pieces(design) if not isinstance(one, Columns) and uses.search(repr(one)))
    return next(found, None)


def gap_place(design: Design, name: str) -> tuple[tuple[int, ...], str] | None:
    """The first place that prints a field with nothing standing in for it: the block's path and the property."""
    for path, one in pieces(design):
        for spec in PROPERTIES[kind_of(one)]:
            if spec.kind in ("words", "line") and gap_in(str(getattr(one, spec.key)), name):
                return path, spec.key
    return None


def summary(block: Block) -> str:
    """One line that tells a block from its like."""
    match block:
        case Heading() | Text() | Button() | Footer():
            words = plain_words(block.text)
        case Image():
            words = plain_words(block.alt) or (tr("no picture yet") if not block.source else tr("no description yet"))
        case Social():
            words = ", ".join(one.name for one in block.profiles)
        case Spacer():
            words = f"{block.height} px"
        case Columns():
            words = (
                tr("{columns} beside each other", columns=len(block.columns))
                if len(block.columns) > 1
                else tr("a panel")
            )
        case _:
            words = ""
    first = next((line for line in words.splitlines() if line.strip()), "")
    return " ".join(first.removeprefix("•").split())
