"""Designs: any of them is stored and read back, changed without harm, and becomes a page that says every word."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.yardstick import begun, in_time

from sendoff.core import design_edit as edit
from sendoff.core.design import (
    ALIGNMENTS,
    FONTS,
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
    pieces,
)
from sendoff.core.design_json import LONGEST_TEXT, design_from_json, design_to_json
from sendoff.core.design_mjml import html_from_design, mjml_from_design
from sendoff.core.design_text import typed, typed_link, typed_markdown
from sendoff.core.errors import InputError
from sendoff.core.plaintext import text_from_html
from sendoff.core.template import compile_template

COLORS = st.sampled_from(["", "#2f5bd7", "#ABCDEF"])
ALIGN = st.sampled_from(ALIGNMENTS)
ANY = st.text(max_size=40)
WORDS = st.text("abcdefgh", min_size=3, max_size=8)
FIELD = "{{ name | default('<\"you\"> & me') }}"
"""A merge field with every character that must not be escaped in it."""


def blocks(text: st.SearchStrategy[str]) -> st.SearchStrategy[Block]:
    """Every kind of block, its texts drawn from `text`."""
    when = st.sampled_from(["", "vip", "name == 'a<b'"])
    pieces_of: st.SearchStrategy[Piece] = st.one_of(
        st.builds(Heading, text=text, level=st.integers(1, 3), align=ALIGN, color=COLORS, when=when),
        st.builds(Text, text=text, size=st.sampled_from([0, 13, 40]), align=ALIGN, color=COLORS, when=when),
        st.builds(Image, source=st.just("cid:logo"), alt=text, link=text, width=st.integers(0, 600), when=when),
        st.builds(Button, text=text, link=text, align=ALIGN, color=COLORS, text_color=COLORS, when=when),
        st.builds(Divider, color=COLORS, when=when),
        st.builds(Spacer, height=st.integers(1, 400), when=when),
        st.builds(Social, profiles=st.lists(st.builds(Profile, name=text, link=text), max_size=3).map(tuple)),
        st.builds(Footer, text=text, link_text=text, align=ALIGN, color=COLORS, when=when),
    )
    stacks = st.lists(st.lists(pieces_of, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple)
    columns = st.builds(Columns, columns=stacks, background=COLORS, padding=st.integers(0, 200), when=when)
    return st.one_of(pieces_of, columns)


def designs(text: st.SearchStrategy[str]) -> st.SearchStrategy[Design]:
    """Designs of up to six blocks."""
    look = st.builds(Settings, width=st.integers(320, 1000), font=st.sampled_from(sorted(FONTS)), accent=COLORS)
    return st.builds(Design, settings=look, blocks=st.lists(blocks(text), max_size=6).map(tuple))


def page(design: Design, **values: str) -> str:
    """The page as a recipient gets it, an address and a link in its footer."""
    source = html_from_design(design, postal="4 Mill Lane", unsubscribe="https://example.test/{{ name }}")
    return compile_template(source, html=True, where="design").render({"name": "", "vip": "yes", **values})


class Words(HTMLParser):
    """What a reader of HTML finds: texts, and the values of attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.values: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values += [value or "" for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@given(designs(ANY))
def test_what_is_stored_is_read_back(design: Design) -> None:
    assert design_from_json(design_to_json(design)) == design


@settings(max_examples=60)
@given(designs(ANY.filter(lambda text: "{" not in text)))
def test_any_design_is_a_page(design: Design) -> None:
    html = page(design)
    assert html.count("<body") == html.count("</body>") == 1
    assert "mj-text" not in html
    assert "script" not in Words(html).tags


@settings(max_examples=60)
@given(designs(WORDS.map(lambda word: f'{word} {FIELD} {word} & <{word}> "{word}"')))
def test_every_word_and_every_field_arrives(design: Design) -> None:
    shown = Words(page(design, name="Zoë <b>", vip="yes"))
    told = "".join(shown.texts)
    for path, block in pieces(design):
        around = design.blocks[path[0]]
        if any("a<b" in one.when for one in (block, around)):
            continue
        if isinstance(block, Heading | Text | Button | Footer):
            word = block.text.split()[0]
            assert f'{word} Zoë <b> {word} & <{word}> "{word}"' in told
        if isinstance(block, Image):
            word = block.alt.split()[0]
            assert f'{word} Zoë <b> {word} & <{word}> "{word}"' in shown.values


def test_a_condition_around_a_block_takes_it_away_whole() -> None:
    design = Design(
        blocks=(
            Heading(text="For all"),
            Text(text="For some", when="vip == 'yes'"),
            Columns(columns=((Button(text="Press", link="https://a.test"),),), background="#223344", when="vip"),
        )
    )
    assert all(word in page(design, vip="yes") for word in ("For all", "For some", "Press"))
    left = page(design, vip="")
    assert "For all" in left
    assert not any(word in left for word in ("For some", "Press", "#223344"))
    source = html_from_design(design)
    assert compile_template(text_from_html(source), html=False, where="text").render({"vip": ""}).split() == [
        "For", "all",
    ]  # fmt: skip


def test_the_footer_shows_what_the_campaign_gives() -> None:
    design = Design(blocks=(Footer(text="Why you get this", link_text="Leave"),))
    html = html_from_design(design, postal="4 Mill Lane\nBath", unsubscribe="{{ link }}")
    assert "4 Mill Lane<br />Bath" in html
    assert '<a href="{{ link }}"' in html
    assert "Leave" in html
    assert "Leave" not in html_from_design(design)


def test_an_image_without_a_source_takes_no_room() -> None:
    assert "<img" not in html_from_design(Design(blocks=(Image(alt="later"),)))


def test_links_that_run_something_are_dropped() -> None:
    assert typed_link(" javascript:alert(1)") == typed_link("data:text/html,x") == ""
    assert typed_link("https://a.test/?a=1&b={{ x }}") == "https://a.test/?a=1&amp;b={{ x }}"
    assert "href" not in typed_markdown("[a](javascript:alert)", {})


def test_markdown_in_a_text() -> None:
    html = typed_markdown("**b** [l]({{ url }})\n\n{% if a %}\n\n<i>x</i>\n\n{% endif %}\n\n- one", {"p": "margin:0"})
    assert "<strong>b</strong>" in html
    assert 'href="{{ url }}"' in html
    assert "&lt;i&gt;x" in html
    assert "\n{% if a %}\n<p " in html
    assert "<li>one</li>" in html


@pytest.mark.parametrize(
    "piece", ["[", "*a", "**a ", "`", "- ", "> ", "{{", "a\n", "<", "~~a", "[a](", "1. ", "\\", "&a"]
)
def test_the_longest_text_of_one_thing_again_and_again_ends_in_time(piece: str) -> None:
    started = begun()
    typed_markdown(piece * (LONGEST_TEXT // len(piece)), {"p": "margin:0"})
    assert in_time(started)


@given(ANY)
def test_typed_text_is_only_text(text: str) -> None:
    if "{" not in text:
        assert Words(f"<p>{typed(text)}</p>").tags == ["p"]


@pytest.mark.parametrize(
    ("block", "says"),
    [
        (Text(text="{{ name"), "block 1, text: Line 1"),
        (Heading(text="a\n{% if x %}"), "block 1, heading: Line 2"),
        (Columns(columns=((Button(text="a", link="{{ 1 + }}"),),)), "block 1.1.1, button: Line 1"),
        (Social(profiles=(Profile(name="{% x %}"),)), "block 1, social"),
        (Text(text="a", when="x %}{% endif %}{% if x"), "block 1, text: The condition is no expression"),
        (Text(text="a", when="x =="), "block 1, text"),
    ],
)
def test_a_template_that_is_wrong_names_its_block(block: Block, says: str) -> None:
    with pytest.raises(InputError) as refused:
        html_from_design(Design(blocks=(block,)))
    assert says in str(refused.value)
    assert refused.value.code == "template_syntax"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "line 1"),
        ("[" * 100_000, "cannot be read"),
        ("[]", "no table"),
        ('{"blocks": []}', "`format` is missing"),
        ('{"format": 2, "blocks": []}', "another version"),
        ('{"format": 1, "blocks": [{"kind": "video"}]}', "Block 1: `kind` cannot be 'video'"),
        ('{"format": 1, "blocks": [{"kind": "text", "txt": ""}]}', "Block 1: `txt` is not known here"),
        ('{"format": 1, "blocks": [{"kind": "text", "text": 3}]}', "`text` is not a text"),
        ('{"format": 1, "blocks": [{"kind": "text", "color": "red;"}]}', "`color` is no colour"),
        ('{"format": 1, "blocks": [{"kind": "heading", "level": 9}]}', "between 1 and 3"),
        ('{"format": 1, "blocks": [{"kind": "columns", "columns": []}]}', "1 to 3 columns"),
        ('{"format": 1, "blocks": [{"kind": "columns", "columns": [[{"kind": "columns"}]]}]}', "column 1, block 1"),
        ('{"format": 1, "blocks": [], "settings": {"width": 10}}', "the width is under 320"),
        ('{"format": 1, "blocks": [], "settings": {"font": "x\' onload"}}', "`font` cannot be"),
        (json.dumps({"format": 1, "blocks": [{"kind": "spacer"}] * 501}), "more than 500"),
        (json.dumps({"format": 1, "blocks": [{"kind": "text", "text": "a" * 20_001}]}), "longer than 20,000"),
    ],
)
def test_what_is_no_design_is_said(text: str, says: str) -> None:
    with pytest.raises(InputError) as refused:
        design_from_json(text)
    assert says in str(refused.value)


# -- editing


DESIGN = Design(
    blocks=(Heading(text="a"), Columns(columns=((Text(text="b"), Text(text="c")), (Image(),))), Footer(text="d"))
)


def paths(design: Design) -> list[tuple[int, ...]]:
    return [path for path, _ in pieces(design)]


@given(designs(st.just("x")), st.data())
def test_what_is_put_in_is_there_and_can_be_taken_out(design: Design, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([*paths(design), (len(design.blocks),)]))
    new = Text(text="new")
    changed = edit.insert(design, path, new)
    assert edit.block_at(changed, path) is new
    assert edit.remove(changed, path) == design
    if path in paths(design):
        assert edit.block_at(edit.replace_block(design, path, new), path) is new
        twice = edit.duplicate(design, path)
        assert edit.block_at(twice, path) == edit.block_at(twice, (*path[:-1], path[-1] + 1))
        assert edit.remove(twice, path) == design


@given(designs(st.just("x")).filter(lambda design: design.blocks), st.data())
def test_a_move_and_its_way_back_are_nothing(design: Design, data: st.DataObject) -> None:
    places = st.integers(0, len(design.blocks) - 1)
    old, new = (data.draw(places),), (data.draw(places),)
    moved = edit.move(design, old, new)
    assert edit.block_at(moved, new) == edit.block_at(design, old)
    assert edit.move(moved, new, old) == design


def test_moving_into_a_column() -> None:
    moved = edit.move(DESIGN, (0,), (0, 1, 1))
    assert moved.blocks[0] == Columns(columns=((Text(text="b"), Text(text="c")), (Image(), Heading(text="a"))))
    assert len(moved.blocks) == 2


@pytest.mark.parametrize("path", [(3,), (-1,), (0, 0, 0), (1, 2, 0), (1, 0, 2), (1, 0), ()])
def test_a_place_that_is_none(path: tuple[int, ...]) -> None:
    with pytest.raises(IndexError):
        edit.remove(DESIGN, path)


def test_columns_never_stand_in_columns() -> None:
    with pytest.raises(TypeError):
        edit.insert(DESIGN, (1, 0, 0), Columns())


def test_a_design_never_changes_in_place() -> None:
    before = design_to_json(DESIGN)
    edit.remove(edit.duplicate(edit.insert(DESIGN, (1, 1, 0), Spacer()), (0,)), (1,))
    assert design_to_json(DESIGN) == before
    assert mjml_from_design(replace(DESIGN, blocks=())).count("<mj-section") == 0
