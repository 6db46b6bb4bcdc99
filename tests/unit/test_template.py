"""Templates: what they may say, what an empty field becomes, and how a wrong one is reported."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from sendoff.core.errors import InputError
from sendoff.core.template import Template, compile_template

ROW = {"first_name": "Anna", "city": "Köln", "vip": "", "price": "12.5", "tags": "a,b,c", "note": "<b>x</b>"}


def text(source: str) -> Template:
    return compile_template(source, html=False, where="text")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Hello {{ first_name }}", "Hello Anna"),
        ("{{ vip | default('guest') }}", "guest"),
        ("{{ vip | d('guest') | upper }}", "GUEST"),
        ("{{ first_name | default('guest') }}", "Anna"),
        ("{{ vip or 'guest' }}", "guest"),
        ("{% if vip %}A{% elif city == 'Köln' %}B{% else %}C{% endif %}", "B"),
        ("{{ 'yes' if vip else 'no' }}", "no"),
        (
            "{% for t in tags | split(',') %}{{ loop.index }}{{ t }}{% if not loop.last %};{% endif %}{% endfor %}",
            "1a;2b;3c",
        ),
        ("{% for t in tags.split(',') if t != 'b' %}{{ t.upper() }}{% endfor %}", "AC"),
        ("{% for i in range(3) %}{{ i }}{% else %}none{% endfor %}", "012"),
        ("{% for i in [first_name, city] %}{{ i }} {% endfor %}", "Anna Köln "),
        ("{{ first_name ~ ' aus ' ~ city }}", "Anna aus Köln"),
        ("{{ first_name + '!' }}", "Anna!"),
        ("{{ (price | float * 2) | round(2) }}", "25.0"),
        ("{{ (price | float) | int }}", "12"),
        ("{{ 7 // 2 + 7 % 2 - -1 }}", "5"),
        ("{% set n = 'x' %}{{ n }}{{ city[0] }}{{ city[1:3] }}", "xKöl"),
        ("{{ ['a', 'b'] | join('-') }}{{ tags | length }}", "a-b5"),
        ("{{ city | replace('Köln', 'Bonn') | truncate(3) }}", "Bo…"),
        ("{{ 'one two three' | truncate(9) }} {{ 'one two' | truncate(5, true, '') }}", "one two… one t"),
        ("{{ note | striptags }} {{ ' a ' | trim }} {{ 'a b' | urlencode }} {{ 'a b' | wordcount }}", "x a a%20b 2"),
        ("{{ note | e }}{{ note | safe }}", "<b>x</b><b>x</b>"),
        ("{{ 'aNNA lee' | title }} {{ 'aNNA' | capitalize }} {{ 'A' | lower }}", "Anna Lee Anna a"),
        ("{{ tags.split(',') | first }}{{ tags.split(',') | last }}{{ '' | first }}", "ac"),
        ("{{ 'a' in tags }} {{ vip is string }} {{ 4 is divisibleby(2) }}", "True True True"),
        ("{% raw %}{{ x }}{% endraw %}{# gone #}", "{{ x }}"),
        ("line\n", "line\n"),
    ],
)
def test_what_a_template_can_say(source: str, expected: str) -> None:
    assert text(source).render(ROW) == expected


def test_html_escapes_values_and_text_does_not() -> None:
    source = "{{ note }} {{ note | safe }} {{ 'a' ~ note }} {{ 'a\nb' | nl2br }}"
    page = compile_template(source, html=True, where="html").render(ROW)
    assert page == "&lt;b&gt;x&lt;/b&gt; <b>x</b> a&lt;b&gt;x&lt;/b&gt; a<br>\nb"
    assert text("{{ note }}").render(ROW) == "<b>x</b>"


@given(st.text())
def test_any_value_is_itself_in_text_and_escaped_in_html(value: str) -> None:
    assert text("[{{ v }}]").render({"v": value}) == f"[{value}]"
    assert compile_template("[{{ v }}]", html=True, where="html").render({"v": value}) == f"[{escape(value)}]"


@given(st.text(alphabet=" \t\n\u00a0"))
def test_a_blank_value_takes_the_fallback(value: str) -> None:
    assert text("{{ v | default('x') }}").render({"v": value}) == "x"


def test_fields_are_those_the_list_must_have() -> None:
    source = (
        "{% set x = a %}{% for t in tags | split %}{{ t }}{{ loop.index }}{{ x }}{{ range }}{% endfor %}{{ _2024 }}"
    )
    assert text(source).fields == {"a", "tags", "range", "_2024"}


@pytest.mark.parametrize(
    ("source", "bare"),
    [
        ("{{ a }}", {"a"}),
        ("{{ a | upper }}{{ 'x' ~ b }}", {"a", "b"}),
        ("{{ a | default('x') }}", set()),
        ("{{ a | trim | default('x') | upper }}", set()),
        ("{{ a | default(b) }}", {"b"}),
        ("{{ a or 'x' }}{{ a or b }}", {"b"}),
        ("{% if a %}{{ a }}{% endif %}", set()),
        ("{% if a == 'x' %}{{ b }}{% endif %}", {"b"}),
        ("{{ a if a else 'x' }}", set()),
        ("{% if a %}{{ a }}{% endif %}{{ a }}", {"a"}),
    ],
)
def test_bare_fields_are_printed_without_a_fallback(source: str, bare: set[str]) -> None:
    assert text(source).bare == bare


def test_an_unknown_field_names_line_and_nearest() -> None:
    template = text("Hello\n{{ firstname }}")
    with pytest.raises(InputError) as caught:
        template.render(ROW)
    assert (caught.value.code, caught.value.where) == ("unknown_field", "text")
    assert "Line 2" in caught.value.title
    assert "“first_name”" in caught.value.remedy


def test_a_default_does_not_excuse_a_field_the_list_does_not_have() -> None:
    with pytest.raises(InputError, match="frist_name"):
        text("{{ frist_name | default('x') }}").render(ROW)


@pytest.mark.parametrize(
    "source", ["a\n{{ first_name", "a\n{% if vip %}", "a\n{{ | }}", "a\n{{ a | nosuch }}", "a\n{% nosuch %}"]
)
def test_a_syntax_error_names_its_line(source: str) -> None:
    with pytest.raises(InputError) as caught:
        text(source)
    assert caught.value.code == "template_syntax"
    assert "Line 2" in caught.value.title


@pytest.mark.parametrize(
    "source",
    [
        "\n{{ city - 1 }}",
        "\n{{ 1 // 0 }}",
        "\n{{ [city] < 3 }}",
        "\n{{ city[99] }}",
        "\n{{ [1] }}",
        "\n{{ city.upper(1) }}",
        "\n{{ city | truncate(0) }}",
    ],
)
def test_a_failing_expression_names_its_line(source: str) -> None:
    with pytest.raises(InputError) as caught:
        text(source).render(ROW)
    assert caught.value.code == "render_error"
    assert "Line 2" in caught.value.title
