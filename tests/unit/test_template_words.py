"""A template's line in words: no code in it, whatever the template says, and nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.errors import InputError
from sendoff.core.template import compile_template
from sendoff.core.template_words import template_words
from sendoff.core.titles import Titles

TITLES = Titles((("first_name", "Vorname"), ("last_order", "Last order"), ("month", "شهر")))
NAMES = st.sampled_from(["first_name", "last_order", "city", "column_2", "month", "x"])
TEXT = st.text(alphabet="Hi, {}%#'\"|[]é\n ", max_size=8)
EXPRESSION = st.recursive(
    NAMES | st.sampled_from(["'{{'", "'a'", "1", "none", "'}}{%'", "''"]),
    lambda inner: st.one_of(
        inner.map(lambda one: f"{one} | default('there')"),
        inner.map(lambda one: f"({one}) | upper"),
        inner.map(lambda one: f"({one}) | date('de', 'long')"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} ~ {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} or {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} if city else {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} == {two[1]})"),
    ),
    max_leaves=4,
)
TEMPLATE = st.recursive(
    TEXT
    | EXPRESSION.map(lambda one: "{{ " + one + " }}")
    | st.just("{# aside {{ #}")
    | st.just("{% raw %}{{ x }}{% endraw %}"),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map("".join),
        inner.map(lambda one: "{% if city %}" + one + "{% endif %}"),
        st.tuples(inner, inner).map(lambda two: "{% if x == 'a' %}" + two[0] + "{% else %}" + two[1] + "{% endif %}"),
        inner.map(lambda one: "{% for x in tags.split(',') %}" + one + "{{ loop.index }}{% endfor %}"),
        inner.map(lambda one: "{% set x = first_name %}" + one),
    ),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Our spring list", "Our spring list"),
        ("Hello {{ first_name | default('there') }}, our list is here", "Hello [Vorname], our list is here"),
        ("{{ last_order | date('de', 'long') }} – {{ price | money('EUR') }}", "[Last order] – [price]"),
        ("Dear {% if vip %}friend{% else %}reader{% endif %}", "Dear friend / reader"),
        ("News{% if city %} from {{ city }}{% endif %}!", "News from [city]!"),
        ("{{ first_name or 'you' }}", "[Vorname]"),
        ("{{ first_name ~ ' ' ~ column_2 }}", "[Vorname] [Column 2]"),
        ("{{ 'Anna' if vip else first_name }}", "Anna / [Vorname]"),
        ("{{ first_name.split(' ')[0] }}", "[Vorname]"),
        ("{% set who = first_name %}Hi {{ who | title }}", "Hi [Vorname]"),
        ("{% for one in tags.split(',') %}{{ one }} {% endfor %}", "[tags] "),
        ("{{ 2 * 3 }}", "…"),
        ("In {{ month }}", "In [\u2068شهر\u2069]"),
        ("{{ '{{' }}{% raw %}{{ x }}{% endraw %}", "{ x }"),
        ("Hello {{ first_name }}, {{ oops", "Hello [Vorname], {{ oops"),
    ],
)
def test_a_line_is_said_in_words(source: str, words: str) -> None:
    assert template_words(source, TITLES) == words


def test_nobody_knows_the_list_yet() -> None:
    assert template_words("{{ first_name }}, {{ last_order }}") == "[First name], [last order]"


@given(TEMPLATE | st.text(alphabet="{}%# abif|'", max_size=30))
def test_no_code_is_left_of_what_is_a_template(source: str) -> None:
    words = template_words(source, TITLES)
    try:
        compile_template(source, html=False, where="subject")
    except InputError:
        return
    assert "{{" not in words
    assert "{%" not in words


@given(st.text(max_size=40))
def test_what_is_no_template_is_left_alone(text: str) -> None:
    if "{" not in text:
        assert template_words(text, TITLES) == text


def test_what_is_nested_too_deeply_is_said_all_the_same() -> None:
    deep = "{% if x %}" * 400 + "a" + "{% endif %}" * 400
    assert template_words(deep) == "a"
