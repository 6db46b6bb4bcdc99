"""A written letter becomes the blocks of a layout: no word of it is lost, and every block is a template of its own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.adapters.system.resources import load_layouts
from sendoff.core.body import compile_body
from sendoff.core.campaign import Content, Image
from sendoff.core.design import Button, Columns, Design, Divider, Footer, Heading, Text, pieces
from sendoff.core.design import Image as Picture
from sendoff.core.design_json import design_from_json, design_to_json
from sendoff.core.design_letter import letter_of, lettered, with_letter
from sendoff.core.design_mjml import check_templates, html_from_design
from sendoff.core.letter_blocks import Letter, letter_from_markdown, letter_from_plain
from sendoff.core.library import MessageTemplate
from sendoff.core.rich_markdown import write_rich
from sendoff.core.rich_text import BULLET, NUMBER, PARAGRAPH, QUOTE, Block, Run

LAYOUTS = (*load_layouts(), *load_layouts("de"))
LETTER = """\
# News from the garden

Dear {{ first_name | default('friend') }},

we are in **{{ city }}**: [the list](https://shop.example/list).

- Seeds
- Plants

[See it](https://shop.example "button")

![A red bicycle](cid:bike@x)

Bye
"""


def taken(source: str) -> Letter:
    letter = letter_of(Content(mode="write", markdown=source))
    assert letter is not None
    return letter


def test_each_part_of_a_letter_becomes_its_block() -> None:
    letter = taken(LETTER)
    assert letter.whole
    assert letter.pieces == (
        Heading(text="News from the garden", level=1),
        Text(
            text="Dear {{ first_name | default('friend') }},\n\nwe are in **{{ city }}**: "
            "[the list](https://shop.example/list).\n\n- Seeds\n- Plants"
        ),
        Button(text="See it", link="https://shop.example"),
        Picture(source="cid:bike@x", alt="A red bicycle"),
        Text(text="Bye"),
    )
    assert taken("one  \ntwo\n\n> said\n\n---\n").pieces == (Text(text="one\ntwo\n\n*said*"), Divider())


def test_what_stands_under_a_condition_is_shown_under_it() -> None:
    source = (
        "{% if city %}\n\n## Hi\n\nthere\n\n{% else %}\n\nother\n\n"
        "{% if a == 'b' %}\n\nin\n\n{% endif %}\n\n{% endif %}\n"
    )
    assert taken(source).pieces == (
        Heading(text="Hi", when="city"),
        Text(text="there", when="city"),
        Text(text="other", when="not city"),
        Text(text="in", when="(not city) and (a == 'b')"),
    )


@pytest.mark.parametrize(
    "source",
    [
        "{% for x in y %}\n\n# H\n\n{% endfor %}",
        "Hi {{ broken",
        "{% if a %}\n\n# H\n\n{% elif b %}\n\n# I\n\n{% endif %}",
    ],
)
def test_what_cannot_be_parted_is_one_block_as_it_was_typed(source: str) -> None:
    assert taken(source) == Letter(pieces=(Text(text=source),), whole=False)


def test_a_table_is_kept_as_it_was_typed_and_the_rest_is_blocks() -> None:
    letter = taken("# News\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nBye *now*\n")
    assert letter.pieces == (
        Heading(text="News", level=1), Text(text="| a | b |\n|---|---|\n| 1 | 2 |"), Text(text="Bye *now*"),
    )  # fmt: skip
    assert not letter.whole


def test_a_plain_text_keeps_its_lines_and_its_signs() -> None:
    assert letter_from_plain("Hi {{ name }},\n\n2 * 3\r\n- no list\n\n\nBye").pieces == (
        Text(text="Hi {{ name }},\n\n2 \\* 3\n\\- no list\n\nBye"),
    )
    assert letter_of(Content(mode="text", text="Hi")) == letter_of(Content(mode="write", kept_text="Hi")) is not None


def test_nothing_written_and_what_is_too_long_are_no_letter() -> None:
    assert letter_of(Content()) is None
    assert letter_of(Content(mode="html", html="<p>x</p>", text="plain part")) is None
    assert letter_of(Content(mode="write", markdown="word " * 8_000)) is None
    assert len(taken("word " * 3_000 + "\n\n" + "more " * 3_000).pieces) == 2


@pytest.mark.parametrize("layout", LAYOUTS, ids=[f"{one.id}-{one.name}" for one in LAYOUTS])
def test_every_layout_takes_it_in_and_keeps_its_header_and_its_footer(layout: MessageTemplate) -> None:
    plain = design_from_json(layout.content.design)
    made = with_letter(plain, taken(LETTER))
    assert design_from_json(design_to_json(made)) == made
    html = html_from_design(made)
    for word in ("News from the garden", "default('friend')", "See it", "A red bicycle", "Bye"):
        assert html.count(word) == 1, word
    assert made.blocks[-1] == plain.blocks[-1]
    assert made.settings == plain.settings
    assert [type(one) for one in made.blocks if isinstance(one, Columns)] == [Columns] * sum(
        isinstance(one, Columns) for one in plain.blocks
    )
    buttons = [one.link for one in made.blocks if isinstance(one, Button)]
    assert buttons == ["https://shop.example"]
    gone = next(one for one in plain.blocks if isinstance(one, Text) and not one.color)
    assert gone not in made.blocks
    titles = [[one.text for _path, one in pieces(each) if isinstance(one, Heading)] for each in (plain, made)]
    assert titles[1].count("News from the garden") == 1
    assert len(titles[1]) - len(titles[0]) in (0, 1)


@pytest.mark.parametrize("layout", LAYOUTS, ids=[f"{one.id}-{one.name}" for one in LAYOUTS])
def test_a_letter_without_a_button_leaves_the_layout_s(layout: MessageTemplate) -> None:
    plain = design_from_json(layout.content.design)
    made = with_letter(plain, taken("Dear all,\n\nnothing more.\n"))
    assert [one for one in made.blocks if isinstance(one, Button)] == [
        one for one in plain.blocks if isinstance(one, Button)
    ]
    assert "Dear all,\n\nnothing more." in [one.text for one in made.blocks if isinstance(one, Text)]


def test_a_headline_becomes_the_title_and_the_paragraph_s_own_goes() -> None:
    layout = Design(blocks=(Heading(text="Paper", level=1), Heading(text="Head"), Text(text="x"), Footer()))
    assert with_letter(layout, taken("# Mine\n\nwords")).blocks == (
        Heading(text="Paper", level=1), Heading(text="Mine"), Text(text="words"), Footer(),
    )  # fmt: skip
    assert with_letter(layout, taken("words")).blocks == (
        Heading(text="Paper", level=1), Text(text="words"), Footer(),
    )  # fmt: skip
    assert with_letter(Design(), taken("words")).blocks == (Text(text="words"),)


def test_a_list_does_not_stand_in_the_middle() -> None:
    layout = Design(blocks=(Text(text="x", align="center", size=17), Button(text="b", align="center"), Footer()))
    words, _button, _footer = with_letter(layout, taken("short")).blocks
    assert words == Text(text="short", align="center", size=17)
    words, _button, _footer = with_letter(layout, taken("- one\n- two")).blocks
    assert words == Text(text="- one\n- two", align="left", size=17)


def test_the_draft_keeps_its_letter_its_subject_and_its_pictures() -> None:
    own, theirs = Image(cid="a@x"), Image(cid="b@x")
    draft = Content(mode="text", subject="Mine", text="Dear you", kept_text="part", images=(own,))
    template = Content(mode="design", subject="Theirs", design=design_to_json(Design()), images=(own, theirs))
    made = lettered(template, draft)
    assert made is not None
    assert (made.mode, made.subject, made.kept_text, made.text) == ("design", "Mine", "Dear you", "part")
    assert made.images == (own, theirs)
    assert design_from_json(made.design).blocks == (Text(text="Dear you"),)
    assert lettered(Content(mode="write", markdown="x"), draft) is None
    assert lettered(template, Content()) is None


_ADDRESS = re.compile(r"\]\(https:[^)]*\)")
WORDS = st.text("ab *_`[]()<>#-+.!\\&~|:1é", max_size=8)
RUNS = st.one_of(
    st.builds(
        Run, text=WORDS, bold=st.booleans(), italic=st.booleans(),
        link=st.sampled_from(["", "", "https://a.example/x"]), button=st.sampled_from([False, False, True]),
    ),
    st.sampled_from(["{{ city }}", "{{ a | default('x') }}"]).map(lambda tag: Run(text=tag, tag=True)),
    st.just(Run(text="\n")),
)  # fmt: skip
PARAGRAPHS = st.builds(
    Block,
    kind=st.sampled_from([PARAGRAPH, "h1", "h3", QUOTE, BULLET, NUMBER]),
    runs=st.lists(RUNS, max_size=4).map(tuple),
    level=st.integers(0, 1),
)


def bare(text: str) -> str:
    return re.sub(r"[^abéty]", "", text)


@given(st.lists(PARAGRAPHS, max_size=4))
def test_no_word_is_lost_whatever_is_written(written: list[Block]) -> None:
    source = write_rich(written)
    letter = letter_from_markdown(source)
    check_templates(Design(blocks=letter.pieces))
    said = "".join(run.text for one in written for run in one.runs)
    texts = "\n".join(getattr(one, "text", "") for one in letter.pieces)
    assert bare(_ADDRESS.sub("", texts)) == bare(said)


@given(st.text("ab \n{}%#-|*", max_size=40))
def test_no_text_is_refused(text: str) -> None:
    for letter in (letter_from_markdown(text), letter_from_plain(text)):
        assert bare("".join(getattr(one, "text", "") for one in letter.pieces)) == bare(text)


def test_what_is_made_is_a_message() -> None:
    draft = Content(mode="write", subject="Hi", markdown=LETTER)
    made = lettered(LAYOUTS[0].content, draft)
    assert made is not None
    body = compile_body(made)
    assert body.html is not None
    page = body.html.render({"first_name": "", "city": "Rome"})
    assert "Dear friend," in page
    assert "<strong>Rome</strong>" in page
