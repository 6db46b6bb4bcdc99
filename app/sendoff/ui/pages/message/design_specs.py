"""What can be set of each kind of block, and of the whole message: the labels and the kinds of the controls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sendoff.core.language import phrase

_ALT = "What it shows, for those who see no pictures."


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its attribute, its label, the kind of its control, and what that needs."""

    key: str
    label: str
    kind: str
    more: tuple[int, int, str] | str = ""
    """Least, most and unit of a number; the hint of a text; the settings' key behind an empty colour."""


_LINK = Property("link", "Opens", "line", "https://shop.example/spring")
_ALIGN = Property("align", "Place", "align")
PROPERTIES: Mapping[str, tuple[Property, ...]] = {
    "heading": (
        Property("text", "Words", "words"), Property("level", "Size", "level"), _ALIGN,
        Property("color", "Colour", "color", "ink"),
    ),
    "text": (
        Property("text", "Words", "words", "Markdown: **bold**, *italic*, [link](https://…), - list"),
        Property("size", "Size", "number", (0, 72, "px")), _ALIGN,
        Property("color", "Colour", "color", "ink"),
    ),
    "image": (
        Property("source", "File", "picture"), Property("alt", "Description", "line", _ALT), _LINK,
        Property("width", "Width", "number", (0, 1000, "px")), _ALIGN,
    ),
    "button": (
        Property("text", "Words", "line"), _LINK, _ALIGN, Property("color", "Colour", "color", "accent"),
        Property("text_color", "Colour of the words", "color", "on_accent"),
    ),
    "divider": (Property("color", "Colour", "color", "muted"),),
    "spacer": (Property("height", "Height", "number", (1, 400, "px")),),
    "columns": (
        Property("columns", "Columns", "count"), Property("background", "Background", "color", "surface"),
        Property("padding", "Room above and below", "number", (0, 200, "px")),
    ),
    "social": (Property("profiles", "Pages", "profiles"), _ALIGN),
    "footer": (
        Property("text", "Words", "words", "Your postal address and the link to unsubscribe stand below."),
        Property("link_text", "Words of the link", "line"), _ALIGN, Property("color", "Colour", "color", "muted"),
    ),
    "settings": (
        Property("accent", "Buttons and links", "color"), Property("on_accent", "Words on buttons", "color"),
        Property("ink", "Words", "color"), Property("muted", "Small print", "color"),
        Property("surface", "Under the message", "color"), Property("background", "Around the message", "color"),
        Property("font", "Font", "font"), Property("heading_font", "Font of headings", "font"),
        Property("size", "Size of words", "number", (10, 72, "px")),
        Property("width", "Width", "number", (320, 1000, "px")),
        Property("radius", "Corners of buttons", "number", (0, 60, "px")),
    ),
}  # fmt: skip
ZERO: Mapping[str, str] = {"size": phrase("As in the message"), "width": phrase("As there is room")}
"""What nought means."""
