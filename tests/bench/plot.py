"""A bar chart as SVG, with nothing but text: one panel a round trip, groups of connections, a logarithmic scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

COLOURS = ["#1f6f5c", "#35a186", "#7fd1b9", "#6b7280", "#b45309", "#7c3aed", "#9ca3af", "#be123c"]
WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 1120, 420, 60, 64, 70


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure: where it stands, whose it is, how much."""

    panel: int
    group: int
    name: str
    value: float


def draw(bars: Sequence[Bar], title: str) -> str:
    """The whole picture."""
    names = list(dict.fromkeys(bar.name for bar in bars))
    values = [max(bar.value, 0.1) for bar in bars]
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"',
        'font-family="sans-serif" font-size="11">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="20" font-size="15" fill="#111827">{escape(title)} (logarithmic)</text>',
        *_legend(names),
        *_scale(low, max(high, low + 1)),
        *_panels(bars, names, low, max(high, low + 1)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _legend(names: Sequence[str]) -> Iterator[str]:
    x = float(LEFT)
    for number, name in enumerate(names):
        yield f'<rect x="{x:.0f}" y="32" width="10" height="10" fill="{COLOURS[number % len(COLOURS)]}"/>'
        yield f'<text x="{x + 14:.0f}" y="41" fill="#374151">{escape(name)}</text>'
        x += 26 + 6.1 * len(name)


def _y(value: float, low: int, high: int) -> float:
    share = (log10(max(value, 10.0**low)) - low) / (high - low)
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)


def _scale(low: int, high: int) -> Iterator[str]:
    for power in range(low, high + 1):
        y = _y(10.0**power, low, high)
        yield f'<line x1="{LEFT}" x2="{WIDTH - 10}" y1="{y:.1f}" y2="{y:.1f}" stroke="#e5e7eb"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end" fill="#6b7280">{10.0**power:,g}</text>'


def _panels(bars: Sequence[Bar], names: Sequence[str], low: int, high: int) -> Iterator[str]:
    panels = sorted({bar.panel for bar in bars})
    wide = (WIDTH - LEFT - 10) / len(panels)
    for place, panel in enumerate(panels):
        left = LEFT + place * wide
        groups = sorted({bar.group for bar in bars if bar.panel == panel})
        span = (wide - 16) / len(groups)
        middle = f'x="{left + wide / 2:.0f}" y="{HEIGHT - 14}" text-anchor="middle"'
        yield f'<text {middle} fill="#111827">{panel} ms added</text>'
        for number, group in enumerate(groups):
            start = left + 8 + number * span
            yield (
                f'<text x="{start + span / 2:.0f}" y="{HEIGHT - 36}" text-anchor="middle" fill="#6b7280">'
                f"{group} connection{'s' if group > 1 else ''}</text>"
            )
            here = [bar for bar in bars if (bar.panel, bar.group) == (panel, group)]
            yield from _bars(here, names, start + 4, (span - 8) / len(names), low, high)


def _bars(bars: Sequence[Bar], names: Sequence[str], start: float, wide: float, low: int, high: int) -> Iterator[str]:
    for bar in bars:
        place = names.index(bar.name)
        x, y = start + place * wide, _y(bar.value, low, high)
        yield (
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(wide - 1.5, 1):.1f}" height="{HEIGHT - BOTTOM - y:.1f}" '
            f'fill="{COLOURS[place % len(COLOURS)]}"><title>{escape(bar.name)}: {bar.value:,.1f}/s</title></rect>'
        )
