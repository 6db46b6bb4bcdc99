"""Designs as JSON: what a campaign stores, and what a layout file says in TOML. Every mistake is one sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import Field, asdict, fields
from typing import Any, cast

from sendoff.core.design import (
    ALIGNMENTS,
    FONTS,
    MOST_COLUMNS,
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
    Settings,
    Social,
    Spacer,
    Text,
)
from sendoff.core.errors import InputError
from sendoff.core.language import digits, tr
from sendoff.core.toml_table import TomlTable

FORMAT = 1
LONGEST = 2_000_000
"""Characters of a stored design."""
LONGEST_TEXT = 20_000
"""Characters of one text in it."""
MOST_BLOCKS = 500
_KINDS: Mapping[str, type[Block]] = {
    "heading": Heading, "text": Text, "image": Image, "button": Button, "divider": Divider, "columns": Columns,
    "spacer": Spacer, "social": Social, "footer": Footer,
}  # fmt: skip
_NAMES = {kind: name for name, kind in _KINDS.items()}
_COLORS = frozenset({"color", "text_color", "background", "surface", "ink", "muted", "accent", "on_accent"})
_BOUNDS: Mapping[str, tuple[int, int]] = {
    "level": (1, 3), "size": (0, 72), "height": (1, 400), "width": (0, 1000), "padding": (0, 200), "radius": (0, 60),
}  # fmt: skip
_NARROWEST, _SMALLEST = 320, 10


def kind_of(block: Block) -> str:
    """The name of a block's kind, as the JSON has it."""
    return _NAMES[type(block)]


def design_to_json(design: Design) -> str:
    """Write a design; what is as usual is left out."""
    table = {
        "format": FORMAT,
        "settings": _written(design.settings),
        "blocks": [_block_table(block) for block in design.blocks],
    }
    return json.dumps(table, ensure_ascii=False)


def design_from_json(text: str, where: str = "design") -> Design:
    """Read a design. Raises InputError (`design`, or the key at fault) for what is no design of this version."""
    if len(text) > LONGEST:
        raise InputError(tr("The design is too long."), remedy=tr("Split the message."), where=where, code="design")
    try:
        table = json.loads(text)
    except (ValueError, RecursionError) as error:
        what = (
            tr("line {lineno}: {msg}", lineno=error.lineno, msg=error.msg)
            if isinstance(error, json.JSONDecodeError)
            else tr("it is nested")
        )
        raise InputError(
            tr("The design cannot be read: {what}.", what=what),
            remedy=tr("Restore an earlier version."),
            where=where,
            code="design",
        ) from error
    if not isinstance(table, dict):
        raise InputError(
            tr("The design is no table."), remedy=tr("Restore an earlier version."), where=where, code="design"
        )
    return design_from_table(table, where)


def design_from_table(table: Mapping[str, Any], where: str) -> Design:
    """Read a design's table, of JSON or TOML. Raises InputError with the block and the key at fault."""
    top = TomlTable(values=table, what=tr("The design"), where=where)
    top.check_keys(("format", "blocks"), ("format", "settings", "blocks"))
    if top.number("format") != FORMAT:
        raise top.wrong("format", tr("it was made by another version of Sendoff"), tr("Update Sendoff here."))
    blocks = top.tables("blocks")
    if len(blocks) > MOST_BLOCKS:
        raise top.wrong(
            "blocks", tr("it has more than {most_blocks} blocks", most_blocks=MOST_BLOCKS), tr("Split the message.")
        )
    settings = cast("Settings", _value(Settings, top.table("settings")))
    if settings.width < _NARROWEST or settings.size < _SMALLEST:
        raise top.wrong(
            "settings",
            tr("the width is under {narrowest} or the size under {smallest}", narrowest=_NARROWEST, smallest=_SMALLEST),
        )
    return Design(settings=settings, blocks=tuple(_block(one, tr("Block {n}", n=n)) for n, one in enumerate(blocks, 1)))


def _block(table: TomlTable, what: str, *, inner: bool = False) -> Block:
    kinds = [name for name in _KINDS if not (inner and name == "columns")]
    table = TomlTable(values=table.values, what=what, where=table.where)
    kind = _KINDS[table.one_of("kind", kinds)]
    rest = {key: value for key, value in table.values.items() if key != "kind"}
    return cast("Block", _value(kind, TomlTable(values=rest, what=what, where=table.where)))


def _value(kind: type[Any], table: TomlTable) -> object:
    known = {one.name: one for one in fields(kind)}
    table.check_keys((), known)
    return kind(**{key: _part(known[key], table, key) for key in table.values})


def _part(one: Field[Any], table: TomlTable, key: str) -> object:
    if key == "columns":
        return _columns(table)
    if key == "profiles":
        return tuple(_value(Profile, each) for each in table.tables(key))
    if isinstance(one.default, int):
        return _number(table, key)
    text = table.text(key)
    if len(text) > LONGEST_TEXT:
        raise table.wrong(
            key,
            tr("`{key}` is longer than {longest_text} characters", key=key, longest_text=digits(f"{LONGEST_TEXT:,}")),
            tr("Make two blocks of it."),
        )
    if key in _COLORS and text and not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise table.wrong(key, tr("`{key}` is no colour", key=key), tr("Write it like #2f5bd7."))
    if key == "align":
        return table.one_of(key, ALIGNMENTS)
    if key in ("font", "heading_font") and text:
        return table.one_of(key, FONTS)
    return text


def _number(table: TomlTable, key: str) -> int:
    least, most = _BOUNDS[key]
    value = table.number(key)
    if not least <= value <= most:
        raise table.wrong(key, tr("`{key}` is not between {least} and {most}", key=key, least=least, most=most))
    return value


def _columns(table: TomlTable) -> tuple[tuple[Piece, ...], ...]:
    stacks = table.values["columns"]
    if not isinstance(stacks, list) or not 1 <= len(stacks) <= MOST_COLUMNS:
        raise table.wrong("columns", tr("it does not have 1 to {most_columns} columns", most_columns=MOST_COLUMNS))
    read = []
    for number, stack in enumerate(stacks, 1):
        column = TomlTable(
            values={"blocks": stack},
            what=tr("{what}, column {number}", what=table.what, number=number),
            where=table.where,
        )
        inner = enumerate(column.tables("blocks"), 1)
        read.append(tuple(_block(one, tr("{what}, block {n}", what=column.what, n=n), inner=True) for n, one in inner))
    if sum(map(len, read)) > MOST_BLOCKS:
        raise table.wrong(
            "columns", tr("they have more than {most_blocks} blocks", most_blocks=MOST_BLOCKS), tr("Split the message.")
        )
    return cast("tuple[tuple[Piece, ...], ...]", tuple(read))


def _block_table(block: Block) -> dict[str, object]:
    if not isinstance(block, Columns):
        return {"kind": kind_of(block), **_written(block)}
    columns = [[_block_table(piece) for piece in stack] for stack in block.columns]
    return {"kind": "columns", **_written(block), "columns": columns}


def _written(value: Any) -> dict[str, object]:
    usual = type(value)()
    return {
        one.name: [asdict(each) for each in given] if one.name == "profiles" else given
        for one in fields(value)
        if (given := getattr(value, one.name)) != getattr(usual, one.name)
    }
