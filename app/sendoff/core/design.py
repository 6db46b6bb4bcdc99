"""A message built of blocks: the values. Stored by `core.design_json`, changed by `core.design_edit`.

A text that a person types may hold merge fields and conditions (`{{ }}`, `{% %}`) and must be whole in itself; a
condition around a block is the block's `when`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

FONTS: Mapping[str, str] = {
    "sans": "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
    "arial": "Arial,Helvetica,sans-serif",
    "verdana": "Verdana,Geneva,sans-serif",
    "trebuchet": "'Trebuchet MS',Tahoma,sans-serif",
    "georgia": "Georgia,'Times New Roman',serif",
    "mono": "'SF Mono',Consolas,Menlo,monospace",
}
"""Fonts that readers have already, by the name a design knows them by."""
ALIGNMENTS = ("left", "center", "right")
MOST_COLUMNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line that stands out; level 1 is the largest, 3 the smallest."""

    text: str = ""
    level: int = 2
    align: str = "left"
    color: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Paragraphs and lists in Markdown: emphasis, links, lists. HTML in it is shown as it is typed."""

    text: str = ""
    size: int = 0
    """Pixels; 0 = the design's."""
    align: str = "left"
    color: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture; without a `source` it takes no room, so a layout can leave a place for one."""

    source: str = ""
    """`cid:…` of the message's own, an https address, or a template of one."""
    alt: str = ""
    link: str = ""
    width: int = 0
    """Pixels; 0 = as wide as there is room."""
    align: str = "center"
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A link that looks like a button."""

    text: str = ""
    link: str = ""
    align: str = "left"
    color: str = ""
    """Of the button; empty = the design's accent."""
    text_color: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Divider:
    """A hairline."""

    color: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacer:
    """Empty room, in pixels."""

    height: int = 24
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A page of the sender's elsewhere."""

    name: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Social:
    """Links to the sender's other pages, as words: they need no picture from anywhere."""

    profiles: tuple[Profile, ...] = ()
    align: str = "center"
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footer:
    """The small print; the campaign's postal address and its link to unsubscribe stand below `text`."""

    text: str = ""
    link_text: str = "Unsubscribe"
    align: str = "center"
    color: str = ""
    when: str = ""


Piece: TypeAlias = Heading | Text | Image | Button | Divider | Spacer | Social | Footer
"""A block that can stand in a column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """One to three columns beside each other, below each other on a phone; one with a background is a panel."""

    columns: tuple[tuple[Piece, ...], ...] = ((), ())
    background: str = ""
    padding: int = 0
    """Pixels above and below."""
    when: str = ""


Block: TypeAlias = Piece | Columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for all blocks. Colours are `#rrggbb`, sizes pixels."""

    width: int = 600
    background: str = "#f4f4f1"
    """Around the message."""
    surface: str = "#fefefd"
    """Under the message."""
    ink: str = "#26262b"
    muted: str = "#62626a"
    """The small print."""
    accent: str = "#2f5bd7"
    """Buttons and links."""
    on_accent: str = "#fefefe"
    font: str = "sans"
    heading_font: str = ""
    """Empty = `font`."""
    size: int = 16
    radius: int = 6
    """Corners of buttons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A whole message of blocks."""

    settings: Settings = Settings()
    blocks: tuple[Block, ...] = ()


def pieces(design: Design) -> Iterator[tuple[tuple[int, ...], Block]]:
    """Every block with its path (place) or (place, column, place), in reading order; columns before their content."""
    for place, block in enumerate(design.blocks):
        yield (place,), block
        if isinstance(block, Columns):
            for column, stack in enumerate(block.columns):
                for inner, piece in enumerate(stack):
                    yield (place, column, inner), piece
