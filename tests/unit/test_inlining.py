"""Style sheets in templates: written into the elements, with every field, condition and comment where it was."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.yardstick import begun, in_time

from sendoff.core.inlining import inline_styles

SHEET = "<style>p, td { color: red } td.a { font-family: 'Segoe UI', \"x\" } a:hover { color: blue }</style>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>x", '<p style="color: red;">x'),
        ("<p style='margin:0'>x</p>", '<p style="color: red;margin:0">x</p>'),
        ('<p style="{% if a %}x:y{% endif %}">', '<p style="color: red;{% if a %}x:y{% endif %}">'),
        ('<p style="{{ css }}">', '<p style="color: red;{{ css }}">'),
        ("<p style='font:\"A\"'>", '<p style="color: red;font:&quot;A&quot;">'),
        ("<table>{% for i in x %}<tr><td>{{ i }}</td></tr>{% endfor %}</table>",
         '<table>{% for i in x %}<tr><td style="color: red;">{{ i }}</td></tr>{% endfor %}</table>'),
        ("{% if a %}<p>{% else %}<p title='>'>{% endif %}x</p>",
         "{% if a %}<p style=\"color: red;\">{% else %}<p title='>' style=\"color: red;\">{% endif %}x</p>"),
        ("<!--[if mso]><table><td><![endif]--><p {% if a %}class=b{% endif %}>",
         '<!--[if mso]><table><td><![endif]--><p {% if a %}class=b{% endif %} style="color: red;">'),
        ("<script>'<p>'</script><title><p></title><p/>",
         "<script>'<p>'</script><title><p></title><p style=\"color: red;\"/>"),
        ("{% raw %}<p>{{ }}{% endraw %}<a href='{{ \">\" }}'>&nbsp;&eacute;</a>",
         "{% raw %}<p>{{ }}{% endraw %}<a href='{{ \">\" }}'>&nbsp;&eacute;</a>"),
    ],
)  # fmt: skip
def test_only_styles_change(source: str, expected: str) -> None:
    assert inline_styles(SHEET + source) == SHEET + expected


def test_a_class_an_important_rule_and_a_field_in_a_sheet() -> None:
    page = inline_styles(
        "<style>p { color: {{ ink }} !important } .b { margin: 0 }</style><p class=b style='color:red'>"
    )
    style = re.findall(r'style="(.*?)"', page)[0]
    assert "color: {{ ink }} !important" in style
    assert "margin: 0" in style
    assert style.endswith("color:red")


@pytest.mark.parametrize(
    "source",
    [
        "<p>no sheet</p>",
        "<style>{% if a %}p { color: red }{% endif %}</style><p>x</p>",
        '<link rel="stylesheet" href="/etc/passwd"><p>x</p>',
        '<link rel="stylesheet" href="https://sheet.example/a.css"><p>x</p>',
    ],
)
def test_what_cannot_be_inlined_stays_as_it_is(source: str) -> None:
    assert inline_styles(source) == source


PIECES = st.sampled_from(
    ["<p>", "</p>", "<td class='a'>", "<tr>", "<table>", "</table>", "{% if x %}", "{% endif %}", "{{ x }}", "text ",
     "<!--", "-->", "<p style='a:b'>", '<a href="{{ x }}">', "<", ">", '"', "'", "&amp;", "<style>p{a:b}</style>", "\n",
     "é", "<br/>"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_whatever_is_written_only_styles_are_added(source: str) -> None:
    page = inline_styles(SHEET + source)

    def bare(text: str) -> str:
        return re.sub(r"""\sstyle\s*=\s*(?:"[^"]*"|'[^']*')""", "", text)

    assert bare(page) == bare(SHEET + source)


@pytest.mark.parametrize(
    "piece", ["<a ", "<a \"'", "<!--", "<style>", '<a b="', "<p style='", "<p>", "<div>", "<b>", "<table><tr><td>"]
)
def test_a_page_of_many_unclosed_things_takes_no_time(piece: str) -> None:
    started = begun()
    inline_styles(SHEET + piece * 20_000)
    assert in_time(started)


def test_a_sheet_of_thousands_of_rules_for_everything_takes_no_time() -> None:
    sheet = "<style>" + "".join(f"*{{a{number}:b}}" for number in range(3000)) + "</style>"
    started = begun()
    assert inline_styles(sheet + "<p>x</p>" * 1000) == sheet + "<p>x</p>" * 1000
    assert "a1: b" in inline_styles(sheet[: sheet.index("*{a600:")] + "</style>" + "<p>x</p>" * 500)
    assert in_time(started, 2.0)
