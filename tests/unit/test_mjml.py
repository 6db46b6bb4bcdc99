"""MJML: rendered with its merge fields whole, fetched from nowhere, and every mistake named with its line."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.errors import InputError
from sendoff.core.mjml import DEEPEST, html_from_mjml, spaced_styles
from sendoff.core.template import compile_template
from sendoff.core.template_tags import ShieldedTags

PAGE = "<mjml><mj-body><mj-section><mj-column>\n{}\n</mj-column></mj-section></mj-body></mjml>"


def test_it_renders_with_its_fields() -> None:
    html = html_from_mjml(
        PAGE.format('<mj-button href="{{ u | default("a<b") }}">{{ 1 < 2 }} &amp; <b>x</b></mj-button>')
    )
    assert 'href="{{ u | default("a<b") }}"' in html
    assert "{{ 1 < 2 }} &amp; <b>x</b>" in html
    assert html.startswith("<!doctype html>")


def test_nothing_comes_from_elsewhere() -> None:
    html = html_from_mjml(
        '<mjml><mj-head><mj-attributes><mj-all font-family="Roboto, Lato, Arial" /></mj-attributes></mj-head>'
        "<mj-body><mj-section><mj-column><mj-text>Ubuntu</mj-text></mj-column></mj-section></mj-body></mjml>"
    )
    assert "googleapis" not in html
    assert "<link" not in html


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("", "it does not begin with <mjml>"),
        ("Hello", "cannot be read"),
        ("<mjml>\n<mj-body>\n</mjml>", "Line 3: </mjml> closes nothing here"),
        ("<mjml>\n<mj-body>", "Line 2: <mj-body> is not closed"),
        (PAGE.format("<mj-txt>a</mj-txt>"), "Line 2: MJML knows no <mj-txt>"),
        (PAGE.format("<mj-text>a\n< b</mj-text>"), "Line 3: A sign is no text of MJML. Write &lt;."),
        (PAGE.format("<mj-text>a\x02</mj-text>"), "Line 2: A sign is no text of MJML"),
        (PAGE.format('<mj-include path="/etc/passwd" />'), "Line 2: <mj-include> is not followed"),
        (PAGE.format("<mj-text>{{ a\n}}\n<i></mj-text>"), "Line 4: </mj-text> closes nothing here"),
        (PAGE.format("<mj-text>" + "<b>" * DEEPEST + "x" + "</b>" * DEEPEST + "</mj-text>"), "deep"),
        (PAGE.format("<mj-text>" + "<b>" * 300_000), "deep"),
        (PAGE.format("<mj-text>" + "<b a='</b>'>" * 50_000), "deep"),
        (PAGE.format("<mj-text>" + "<b><!--</b>-->" * 50_000), "deep"),
        (PAGE.format("a" * 2_000_001), "too long"),
        (PAGE.format("<!--" * 100_000), "Line 2: <!-- is not closed"),
        (PAGE.format("<![CDATA[" * 100_000), "is not closed"),
    ],
)
def test_a_mistake_has_its_line(source: str, says: str) -> None:
    with pytest.raises(InputError) as refused:
        html_from_mjml(source, "letter.mjml")
    assert says in str(refused.value)
    assert refused.value.where == "letter.mjml"
    assert refused.value.code == "mjml"


@given(st.text(st.sampled_from("<>/mj-textb \"'={}%&!-\n"), max_size=60))
def test_any_text_is_rendered_or_refused(text: str) -> None:
    with suppress(InputError):
        assert "</body>" in html_from_mjml(PAGE.format(text))


@pytest.mark.parametrize("unit", ["{{", "{%", "{#", "{% raw %}", '{{ "', "{{ x '", "{{ } "])
def test_tags_that_never_end_are_text_at_once(unit: str) -> None:
    shielded = ShieldedTags(f"{unit * 100_000} {{{{ name }}}}")
    assert shielded.text.endswith("e0x") or unit == "{% raw %}"
    assert "{{ name }}" in shielded.restore(shielded.text)


def test_style_sheets_hold_nothing_that_a_template_takes_for_its_own() -> None:
    sheet = "<style>@media print{#a{b:c}}@media x{.a{b:c}}</style>"
    spaced = spaced_styles(f"{sheet}<p>{{{{ x }}}}</p>")
    assert spaced == "<style>@media print{ #a{b:c} }@media x{.a{b:c} }</style><p>{{ x }}</p>"
    assert compile_template(spaced, html=True, where="x").render({"x": "y"}).count("}}") == 0
