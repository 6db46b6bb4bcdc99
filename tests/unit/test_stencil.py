"""A stencil gives what rendering and encoding the whole text gives, as every reader sees it."""

from __future__ import annotations

from binascii import a2b_qp
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendoff.core.footer import Ending
from sendoff.core.mime import settled
from sendoff.core.plaintext import tidy
from sendoff.core.stencil import Stencil, is_plain, page_stencil, text_stencil
from sendoff.core.template import Template, compile_template

TEMPLATES = (
    "",
    "plain\n",
    "{{ a }}",
    "{{ a }}{{ b }}{{ a }}",
    ".{{ a }}\n.{{ b }} \n\n{{ a }}\n",
    "100 % {{ a }} %b %% = {{ b | upper }}.",
    "long " * 30 + "{{ a }} and {{ b }}" + " more" * 30 + "\n",
    "{% if a %}Dear {{ a }}{% else %}Hello{% endif %},\n{% for n in range(3) %}{{ n }}. {{ b }}\n{% endfor %}End",
    "{% set c = a | upper %}{{ c }} {% set a = b %}{{ a }} {{ b }}",
)
TEXTS = st.text(alphabet=st.one_of(st.sampled_from("ab .=%\n\tÄ漢<&"), st.characters(codec="utf-8")), max_size=120)
ENDINGS = (Ending(), Ending("\n-- \nAnna"), Ending("\nLeave: ", "\n", linked=True))


def read_back(coded: bytes) -> str:
    """What a reader sees, once the lines are found to be lawful."""
    for line in coded.split(b"\r\n"):
        assert len(line) <= 76, line
        assert not line.startswith(b"."), line
        assert not line.endswith((b" ", b"\t")), line
    assert coded.count(b"\n") == coded.count(b"\r") == coded.count(b"\r\n")
    return a2b_qp(coded).decode().replace("\r\n", "\n")


def filled(stencil: Stencil | None, template: Template, values: dict[str, str], link: str) -> str:
    """What a reader sees of a stencil's text."""
    assert stencil is not None
    return read_back(stencil.filled([*template.fillings(values), link]))


@pytest.mark.parametrize("source", TEMPLATES)
@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=15)
@given(a=TEXTS, b=TEXTS)
def test_a_text_is_read_as_it_was_rendered(source: str, ending: Ending, a: str, b: str) -> None:
    template, values = compile_template(source, html=False, where="text"), {"a": settled(a), "b": settled(b)}
    seen = filled(text_stencil(template, ending, made=False), template, values, "mailto:x@y.z")
    assert seen == settled(template.render(values)) + ending.filled("mailto:x@y.z")


@pytest.mark.parametrize("source", TEMPLATES)
@settings(max_examples=15)
@given(a=TEXTS, b=TEXTS)
def test_a_made_text_is_tidied_where_no_row_can_make_it_untidy(source: str, a: str, b: str) -> None:
    template, values = compile_template(source, html=False, where="text"), {"a": settled(a), "b": settled(b)}
    fillings = template.fillings(values)
    if is_plain(fillings):
        seen = filled(text_stencil(template, Ending(), made=True), template, values, "")
        assert seen == tidy(settled(template.render(values)))


@pytest.mark.parametrize(
    "page", ["<body>{{ a }}</body></html>", "<p>{{ a }}<!--end of message--></body>", "<p>{{ a }}"]
)
@settings(max_examples=30)
@given(a=TEXTS)
def test_a_page_ends_with_the_ending(page: str, a: str) -> None:
    template, link = compile_template(page, html=True, where="html"), escape("https://x.y/?a&b")
    for ending in ENDINGS:
        expected = settled(template.render({"a": a}))
        mark = next((one for one in ("<!--end of message-->", "</body>") if one in page), "")
        above, _, below = expected.rpartition(mark) if mark else (expected, "", "")
        kept = "" if mark.startswith("<!--") else mark
        seen = filled(page_stencil(template, ending), template, {"a": a}, link)
        assert seen == above + ending.filled(link) + kept + below


def test_a_page_whose_end_differs_from_row_to_row_has_no_stencil() -> None:
    page = "<body>{% if a %}x</body>{% else %}y</body>{% endif %}"
    assert page_stencil(compile_template(page, html=True, where="html"), Ending()) is None
