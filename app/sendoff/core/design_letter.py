"""A letter that is written already goes into a layout: its paragraphs become blocks in the place of the layout's own.

The layout's header, panels, buttons and footer stay; so does the letter where it was written.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sendoff.core.campaign import Content
from sendoff.core.design import Block, Button, Design, Footer, Heading, Image, Piece, Text, pieces
from sendoff.core.design_edit import Path, insert, remove, replace_block
from sendoff.core.design_json import LONGEST_TEXT, MOST_BLOCKS, design_from_json, design_to_json
from sendoff.core.letter_blocks import Letter, letter_from_markdown, letter_from_plain

_PLACEHOLDER = "https://example.com"
"""Where the buttons of the layouts lead until somebody says where to."""
_MIDDLE = 400
"""Characters of a text that may stand in the middle of the page where the layout's own does."""


def letter_of(content: Content) -> Letter | None:
    """The letter of a message, of its Write way or else its plain text; None where there is none that fits blocks."""
    plain = content.text if content.mode == "text" else content.kept_text
    made = letter_from_markdown(content.markdown) if content.markdown.strip() else letter_from_plain(plain)
    fits = len(made.pieces) < MOST_BLOCKS and all(len(getattr(one, "text", "")) <= LONGEST_TEXT for one in made.pieces)
    return made if made.pieces and fits else None


def lettered(template: Content, draft: Content) -> Content | None:
    """A draft's message in the look of a template; what was written stays beside it, where it was written.

    None where the template is no design, or there is no letter. Raises InputError where the design cannot be read.
    """
    letter = letter_of(draft)
    if template.sent != "design" or letter is None:
        return None
    plain = draft.mode == "text"
    return replace(
        draft,
        mode="design",
        design=design_to_json(with_letter(design_from_json(template.design), letter)),
        text=draft.kept_text if plain else draft.text,
        kept_text=draft.text if plain else draft.kept_text,
        images=(*draft.images, *(one for one in template.images if one not in draft.images)),
    )


def with_letter(layout: Design, letter: Letter) -> Design:
    """A layout with the letter in the place of its first paragraph; a heading it opens with becomes the title."""
    place, words = _place(layout), list(letter.pieces)
    before = [(path, one) for path, one in pieces(layout) if isinstance(one, Heading) and path[0] < place]
    at = layout.blocks[place] if place < len(layout.blocks) else None
    design, look = layout, at if isinstance(at, Text) else Text()
    if at is look:
        design = remove(design, (place,))
    if before and isinstance(words[0], Heading) and not words[0].when:
        path, title = before[-1]
        design = replace_block(design, path, replace(title, text=words.pop(0).text))  # type: ignore[union-attr]  # a Heading
    elif before and _heads(before[-1], place):
        design = remove(design, before[-1][0])  # the headline of the paragraph that goes
        place -= 1
    if any(isinstance(one, Text) and _reads_from_the_side(one) for one in words):
        look = replace(look, align="left")
    if any(isinstance(one, Button) for one in words):
        design, place = _without_buttons(design, place)
    for one in reversed(words):
        design = insert(design, (place,), _dressed(one, look))
    return design


def _place(layout: Design) -> int:
    """The first paragraph in the message's own colour, else the longest one, else the end above the footer."""
    texts = [(at, one) for at, one in enumerate(layout.blocks) if isinstance(one, Text)]
    if texts:
        return next((at for at, one in texts if not one.color), max(texts, key=lambda each: len(each[1].text))[0])
    last = len(layout.blocks)
    return last - 1 if last and isinstance(layout.blocks[-1], Footer) else last


def _heads(found: tuple[Path, Block], place: int) -> bool:
    path, one = found
    return path == (place - 1,) and isinstance(one, Heading) and one.level > 1


def _reads_from_the_side(one: Text) -> bool:
    """A list or a long paragraph in the middle of the page is hard to read."""
    return len(one.text) > _MIDDLE or re.search(r"^ *(?:-|\d+\.) ", one.text, re.MULTILINE) is not None


def _without_buttons(design: Design, place: int) -> tuple[Design, int]:
    """Without the buttons that lead nowhere yet: the letter has its own, which stand where those would."""
    for at in reversed(range(len(design.blocks))):
        one = design.blocks[at]
        if isinstance(one, Button) and one.link.startswith(_PLACEHOLDER):
            design = remove(design, (at,))
            place -= at < place
    return design, place


def _dressed(one: Piece, look: Text) -> Piece:
    if isinstance(one, Text):
        return replace(one, size=look.size, align=look.align)
    return replace(one, align=look.align) if isinstance(one, Heading | Button | Image) else one
