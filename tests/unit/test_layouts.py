"""The starting layouts: each renders, is light, fetches nothing, can be read by everybody and says how to leave."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from sendoff.adapters.system.resources import load_layouts
from sendoff.core.body import compile_body
from sendoff.core.campaign import Content
from sendoff.core.design import Button, Columns, Design, Footer, Image, Settings, Social, pieces
from sendoff.core.design_json import design_from_json
from sendoff.core.design_mjml import html_from_design
from sendoff.core.errors import InputError
from sendoff.core.library import MessageTemplate, layout_from_table

ENGLISH, GERMAN = load_layouts(), load_layouts("de")
LAYOUTS = (*ENGLISH, *GERMAN)
EACH = pytest.mark.parametrize("layout", LAYOUTS, ids=[f"{one.id}-{one.name}" for one in LAYOUTS])
HEAVIEST = 40_000
READABLE = 4.5
"""Contrast of text, WCAG 2 AA."""


def design_of(layout: MessageTemplate) -> Design:
    return design_from_json(layout.content.design)


def test_there_are_eight_each_with_a_name_of_its_own() -> None:
    assert len({one.name for one in ENGLISH}) == len(ENGLISH) == 8
    assert all(one.built_in and one.description and one.content.mode == "design" for one in LAYOUTS)


@EACH
@pytest.mark.parametrize("name", ["Zoë", ""])
def test_it_greets_with_and_without_a_name(layout: MessageTemplate, name: str) -> None:
    body = compile_body(layout.content)
    assert body.html is not None
    for part in body.used:
        assert part.fields <= {"first_name"}
        assert not part.bare
    html, subject = body.html.render({"first_name": name}), body.subject.render({"first_name": name})
    assert len(html.encode()) < HEAVIEST
    assert 15 <= len(subject) <= 70
    assert 20 <= len(body.preheader.render({"first_name": name})) <= 110
    written = html + subject
    assert (name in written) is True
    assert ", ," not in written
    assert " ," not in subject


@EACH
def test_it_fetches_nothing(layout: MessageTemplate) -> None:
    html = html_from_design(design_of(layout), postal="4 Mill Lane", unsubscribe="https://example.com/u")
    assert not [word for word in ("<img", "<link", "<script", "@import", "url(", "src=") if word in html.lower()]


@EACH
def test_it_says_who_writes_and_how_to_leave(layout: MessageTemplate) -> None:
    footers = [block for _, block in pieces(design_of(layout)) if isinstance(block, Footer)]
    assert len(footers) == 1
    assert footers[0].text
    assert not footers[0].when
    content = Content(mode="design", design=layout.content.design, postal="4 Mill Lane", unsubscribe="https://a.test/u")
    fields = compile_body(content).html.fields  # type: ignore[union-attr]  # a design has a page
    assert {"postal_address", "unsubscribe_url"} <= fields


@EACH
def test_every_picture_has_words_and_every_button_a_target(layout: MessageTemplate) -> None:
    for _, block in pieces(design_of(layout)):
        if isinstance(block, Image):
            assert block.alt
        if isinstance(block, Button):
            assert block.link.startswith("https://example.com/")


@EACH
def test_its_colours_can_be_read(layout: MessageTemplate) -> None:
    pairs = list(colours(design_of(layout)))
    assert len(pairs) >= 3
    assert [(ink, ground) for ink, ground in pairs if contrast(ink, ground) < READABLE] == []
    # Programs that darken a message by force turn pure black and white into each other and leave the rest.
    assert not {"#000000", "#ffffff"} & {colour for pair in pairs for colour in pair}


@pytest.mark.parametrize(("english", "german"), [*zip(ENGLISH, GERMAN, strict=True)], ids=[one.id for one in ENGLISH])
def test_the_german_one_looks_the_same_and_says_all_of_it_in_german(
    english: MessageTemplate, german: MessageTemplate
) -> None:
    assert english.id == german.id
    one, other = json.loads(english.content.design), json.loads(german.content.design)
    said, translated = list(words(one)), list(words(other))
    assert (one, len(said)) == (other, len(translated))
    kept = {text for text, same in zip(said, translated, strict=True) if text == same}
    assert {text for text in kept if any(letter.isalpha() for letter in text)} <= {"Website", "Instagram", "LinkedIn"}
    assert english.description != german.description
    assert not {"Unsubscribe", english.content.subject, english.content.preheader} & {
        *translated, german.content.subject, german.content.preheader
    }  # fmt: skip


def words(part: object) -> Iterator[str]:
    """Take what is read out of a design, and its links, which may hold a word."""
    if isinstance(part, list):
        for one in part:
            yield from words(one)
    if isinstance(part, dict):
        if part.get("kind") == "footer":
            part.setdefault("link_text", Footer().link_text)
        for key in sorted(part.keys() & {"text", "alt", "name", "link_text"}):
            yield part.pop(key)
        part.pop("link", None)
        for key in sorted(part):
            yield from words(part[key])


def colours(design: Design) -> Iterator[tuple[str, str]]:
    """Every (ink, ground) of a design."""
    look: Settings = design.settings
    for path, block in pieces(design):
        around = design.blocks[path[0]]
        ground = around.background if isinstance(around, Columns) and around.background else look.surface
        if isinstance(block, Footer):
            yield block.color or look.muted, look.background
        elif isinstance(block, Button):
            yield block.text_color or look.on_accent, block.color or look.accent
        elif isinstance(block, Social):
            yield look.accent, ground
        elif hasattr(block, "text"):
            yield getattr(block, "color", "") or look.ink, ground
            if "](" in getattr(block, "text", ""):
                yield getattr(block, "color", "") or look.accent, ground


def contrast(one: str, other: str) -> float:
    """How far two colours are apart (WCAG 2)."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_a_layout_that_is_wrong_is_named() -> None:
    with pytest.raises(InputError) as refused:
        layout_from_table("mine", {"name": "x"})
    assert refused.value.where == "mine.toml"
