"""Rich text over Markdown: nothing is lost on the way there and back, and what it cannot hold is not taken."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from sendoff.core.markdown import html_from_markdown
from sendoff.core.rich_markdown import same_page, write_rich
from sendoff.core.rich_text import BULLET, NUMBER, PARAGRAPH, QUOTE, Block, Run, normal, read_rich
from sendoff.core.template_tags import ShieldedTags

HELD = [
    "# Hi {{ first_name | default('there') }}\n",
    "Some **bold *both* x** and ~~s~~ `code` [link](https://a.example/{{ id }}?q={{ a | urlencode }}).\n",
    '[Buy now](https://shop.example "button")\n',
    "- one\n- two\n  - in\n  - in2\n- three\n\n1. a\n2. b\n",
    "1. a\n   1. b\n      - c\n2. d\n",
    "- loose\n\n- items\n",
    "> quote\n>\n> two\n",
    "above\n\n---\n\nbelow\n",
    "![alt words](cid:abc.png)\n",
    "{% if city %}\n\nIn {{ city }} it is warm.\n\n{% endif %}\n",
    "soft\nbreak  \nhard {% if x %}a{% else %}b{% endif %}\n",
    "1\\. no list\n\n\\# no heading \\*x\\* &amp;lt; AT&T `co``de`\n",
    "Hello *wor*ld, **(a)**, ***a***b\n",
]
NOT_HELD = [
    "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "<div>x</div>\n",
    "a\n\n    code\n",
    "```\ncode\n```\n",
    "- a\n\n  b\n",
    "3. three\n",
    "> - list in a quote\n",
]


@pytest.mark.parametrize("source", HELD)
def test_what_rich_text_holds_comes_back_as_the_same_page(source: str) -> None:
    blocks = read_rich(source)
    assert blocks is not None
    assert same_page(write_rich(blocks), source)
    assert read_rich(write_rich(blocks)) == blocks


@pytest.mark.parametrize("source", NOT_HELD)
def test_what_it_does_not_hold_is_refused(source: str) -> None:
    assert read_rich(source) is None


def test_two_pages_differ_where_their_words_do() -> None:
    assert same_page("a  b\nc", "a b c")
    assert not same_page("a b", "a **b**")


words = st.text("ab *_`[]()<>#-+.!\\&~|:{}%1é😀'\"=\u00a0", max_size=8)
runs = st.one_of(
    st.builds(
        Run, text=words, bold=st.booleans(), italic=st.booleans(), strike=st.booleans(),
        link=st.sampled_from(["", "", "https://a.example/(x)?a=1&b={{ c }}", "mailto:a@b.example"]),
    ),
    st.sampled_from(["{{ city }}", "{{ a | default('x y') }}", "{% if a %}"]).map(lambda tag: Run(text=tag, tag=True)),
    st.just(Run(text="\n")),
)  # fmt: skip
blocks = st.builds(
    Block,
    kind=st.sampled_from([PARAGRAPH, "h1", "h2", QUOTE, BULLET, NUMBER]),
    runs=st.lists(runs, max_size=5).map(tuple),
    level=st.integers(0, 2),
)


def shown(made: tuple[Block, ...] | None) -> str:
    return "".join(run.text for block in made or () for run in block.runs if run.text != "\n").replace(" ", "")


def tags(text: str) -> list[str]:
    shielded = ShieldedTags(text)
    return [piece for piece, tag in shielded.pieces(shielded.text) if tag]


def entangled(typed: list[Block]) -> bool:
    """Whether pieces of several runs come together as one tag of the template, marks of styles and all."""
    whole = tags("\n\n".join("".join(run.text for run in block.runs) for block in typed))
    return whole != [tag for block in typed for run in block.runs for tag in tags(run.text)]


@settings(max_examples=60, deadline=None)
@example([Block(runs=(Run(text="Look!"), Run(text="here", link="https://a.example")))])
@example([Block(kind=kind, runs=(Run(text="\u00a0 \u00a0a\u00a0"),)) for kind in (PARAGRAPH, "h1", QUOTE, BULLET)])
@example([Block(runs=(Run(text="\u00a0"), Run(text="{% if a %}", tag=True)))])
@given(st.lists(blocks, max_size=5))
def test_whatever_is_typed_keeps_its_words(typed: list[Block]) -> None:
    assume(not entangled(typed))
    source = write_rich(typed)
    html_from_markdown(source)
    read = read_rich(source)
    assert read is not None, source
    assert shown(read) == shown(normal(typed)), source


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text("abc ", min_size=1, max_size=5).filter(str.strip), min_size=1, max_size=4), st.data())
def test_styles_of_plain_words_come_back(texts: list[str], data: st.DataObject) -> None:
    flags = st.booleans()
    made = normal([
        Block(runs=tuple(
            Run(text=text, bold=data.draw(flags), italic=data.draw(flags), strike=data.draw(flags)) for text in texts
        ))
    ])  # fmt: skip
    assert read_rich(write_rich(made)) == tuple(one for one in made if one.runs)
