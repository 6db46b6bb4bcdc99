"""The palettes can be read: every text colour on every ground it is used on (WCAG 2.2 AA, 4.5 to 1)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sendoff.ui import tokens
from sendoff.ui.tokens import DARK, LIGHT, Palette

TEXTS = ("ink", "ink_2", "accent", "ok", "wait", "bad", "doubt")
SCHEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
APP = Path(__file__).parents[2] / "app" / "sendoff" / "ui"


def test_contrast_is_the_one_of_the_standard() -> None:
    assert tokens.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert tokens.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@SCHEMES
@pytest.mark.parametrize("ground", ["canvas", "surface"])
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read(palette: Palette, ground: str, text: str) -> None:
    assert tokens.contrast(palette.colour(text), palette.colour(ground)) >= 4.5


@SCHEMES
def test_text_can_be_read_on_derived_grounds(palette: Palette) -> None:
    values = tokens.sheet_values(palette)
    pairs = [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_accent", "accent_pressed"),
        ("ink", "accent_tint"),
        ("ink_2", "accent_tint"),
        ("accent", "accent_tint"),
        ("bad", "bad_tint"),
        ("ink", "rail_current"),
        ("ink_2", "rail_hover"),
        ("ink_2", "sunken"),
        ("ink_2", "line"),
        ("on_tip", "tip"),
    ]
    poor = {pair: tokens.contrast(values[pair[0]], values[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 4.5} == {}


@SCHEMES
@pytest.mark.parametrize("kind", ["accent", "ok", "wait", "bad", "doubt"])
def test_a_banner_can_be_read(palette: Palette, kind: str) -> None:
    for text in ("ink", "ink_2"):
        assert tokens.contrast(palette.colour(text), palette.tint(kind, 0.07)) >= 4.5


@SCHEMES
def test_a_field_in_a_template_can_be_read_on_its_tint(palette: Palette) -> None:
    for token in ("accent", "bad"):
        assert tokens.contrast(palette.colour(token), palette.tint(token, 0.12)) >= 4.5


def test_nothing_else_names_a_colour() -> None:
    named = [
        f"{path.name}: {line.strip()}"
        for path in sorted(APP.rglob("*.py"))
        if path.name != "tokens.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"#[0-9A-Fa-f]{6}\b|QColor\(\s*\d|GlobalColor\.(?!transparent)", line)
    ]
    assert named == []


def test_the_style_sheet_names_no_colour() -> None:
    sheet = (APP.parents[2] / "resources" / "styles" / "sendoff.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b|\brgba?\(", sheet) == []
