"""The one module that names colours, sizes and fonts; the style sheet and every painted widget take them from here."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import IntEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one scheme, as `#rrggbb`."""

    canvas: str
    surface: str
    sunken: str
    line: str
    ink: str
    ink_2: str
    accent: str
    on_accent: str
    """Text on a filled accent or `bad` button."""
    ok: str
    wait: str
    bad: str
    doubt: str

    def colour(self, token: str) -> str:
        """The colour a token names. Raises AttributeError for a word that is no token."""
        value: str = getattr(self, token)
        return value

    def tint(self, token: str, share: float = 0.1) -> str:
        """`share` (0..1) of a token's colour laid on the surface: the ground of a banner or a selected row."""
        return mix(self.colour(token), self.surface, share)


BLACK = "#000000"
"""Under a selection, which takes half of every colour away."""
LIGHT = Palette(
    canvas="#F7F7F5",
    surface="#FFFFFF",
    sunken="#EFEFEC",
    line="#E2E1DC",
    ink="#1D1D1B",
    ink_2="#5F5E5A",
    accent="#2F5BD7",
    on_accent="#FFFFFF",
    ok="#1F7A4D",
    wait="#8A5A00",
    bad="#B3261E",
    doubt="#6B4BB3",
)

DARK = Palette(
    canvas="#17181A",
    surface="#202225",
    sunken="#121315",
    line="#33363B",
    ink="#ECECEA",
    ink_2="#A5A7AB",
    accent="#7C9CFF",
    on_accent="#10131C",
    ok="#4FC08D",
    wait="#E0B252",
    bad="#FF8A80",
    doubt="#B79CFF",
)


class Type(IntEnum):
    """Text sizes in pixels."""

    CAPTION = 12
    BODY = 13
    EMPHASIS = 15
    TITLE = 20
    FIGURE = 28


class Space(IntEnum):
    """Distances in pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


RADIUS_CARD = 8
RADIUS_FIELD = 6
ROW_HEIGHT = 32
RAIL_WIDTH = 176
HEAD_HEIGHT = 32
"""The row with a page's title: a button's height."""
_CONTROL, _SMALL_CONTROL = 28, 22
"""Least heights inside the border of a field or a button."""
ICON = 20
GLYPH = 16
"""An icon inside a line of text."""
ICON_GAP = 4
"""Between a button's icon and its word, beside the 4 pixels that Qt leaves there."""
WINDOW_START = (1180, 760)
WINDOW_LEAST = (1024, 700)
SHADOW = (0, 0, 0, 70)
"""Red, green, blue, opacity (0..255); only things that float have one."""

FALLBACK_FAMILIES = ("Inter", "Cantarell", "Ubuntu", "Noto Sans")
"""Taken, if installed, where the desktop names no font of its own."""
UNNAMED_FAMILIES = frozenset({"", "Sans", "Sans Serif", "DejaVu Sans", "Bitstream Vera Sans"})
"""What a desktop without a font of its own answers."""


_SRGB_KNEE = 0.04045


def mix(colour: str, ground: str, share: float) -> str:
    """Lay `share` (0..1) of `colour` over `ground`."""
    parts = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in parts)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


USUAL_TEXT = {"darwin": 13.0, "win32": 12.0}
"""The system font's height in pixels as it comes, by `sys.platform`; elsewhere 10 points at 96 dots an inch."""
_USUAL_TEXT_ELSEWHERE = 40 / 3
_TASTE = 1.11
"""Up to this a desktop's font is only its taste (GNOME's 11 points), not somebody's wish for larger letters."""
_MOST_SCALE = 2.0


def text_scale(pixels: float, platform: str) -> float:
    """How much larger than usual the text shall be where the system's own is `pixels` high: 1 to 2."""
    share = pixels / USUAL_TEXT.get(platform, _USUAL_TEXT_ELSEWHERE)
    return 1.0 if share <= _TASTE else min(share, _MOST_SCALE)


def text_pixels(size: int, scale: float) -> int:
    """A text size at a scale, in whole pixels."""
    return round(size * scale)


def row_height(scale: float) -> int:
    """The height of a table's row: it grows once its words would touch the hairlines."""
    return max(ROW_HEIGHT, text_pixels(Type.BODY, scale) * 7 // 4)


def sheet_values(palette: Palette, scale: float = 1.0) -> dict[str, str]:
    """Every name the style sheet may use, `$name`, with its value, for text of a scale."""
    p = palette
    values = dict(asdict(p))
    values |= {
        "edge": mix(p.ink, p.line, 0.14),
        "edge_hover": mix(p.ink, p.line, 0.34),
        "hover": mix(p.ink, p.surface, 0.05),
        "pressed": mix(p.ink, p.surface, 0.1),
        "rail_hover": mix(p.ink, p.canvas, 0.05),
        "rail_current": mix(p.ink, p.canvas, 0.09),
        "accent_hover": mix(p.ink, p.accent, 0.12),
        "accent_pressed": mix(p.ink, p.accent, 0.24),
        "accent_tint": p.tint("accent", 0.12),
        "accent_tint_canvas": mix(p.accent, p.canvas, 0.12),
        "ok_soft": p.tint("ok", 0.5),
        "bad_tint": p.tint("bad", 0.08),
        "bad_hover": mix(p.ink, p.bad, 0.12),
        "disabled": mix(p.ink_2, p.surface, 0.55),
        "handle": mix(p.ink, p.canvas, 0.22),
        "handle_hover": mix(p.ink, p.canvas, 0.4),
        "tip": mix(p.ink, p.surface, 0.92) if p is LIGHT else mix(p.ink, p.surface, 0.12),
        "on_tip": p.surface if p is LIGHT else p.ink,
    }
    values |= {kind.name.lower(): f"{text_pixels(kind, scale)}px" for kind in Type}
    values |= {
        "radius_card": f"{RADIUS_CARD}px",
        "radius_field": f"{RADIUS_FIELD}px",
        "row": f"{row_height(scale)}px",
        "control": f"{max(_CONTROL, text_pixels(Type.BODY, scale) * 3 // 2)}px",
        "small_control": f"{max(_SMALL_CONTROL, text_pixels(Type.CAPTION, scale) * 3 // 2)}px",
        "rail_width": f"{RAIL_WIDTH}px",
    }
    return values


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= _SRGB_KNEE else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
