"""Hostile templates: each is refused or ends in an InputError, within a second and little memory."""

from __future__ import annotations

import tracemalloc
from contextlib import suppress
from dataclasses import replace

import pytest
from tests.unit.yardstick import begun, in_time

from sendoff.core.body import compile_body
from sendoff.core.campaign import Attachment, Campaign, Content
from sendoff.core.delivery import Delivery
from sendoff.core.errors import InputError
from sendoff.core.message import Composer
from sendoff.core.template import compile_template

ROW = {"x": "a" * 50_000, "y": "b" * 50_000, "n": "7", "one": "1"}

ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ x['upper']() }}",
    "{{ x[one] }}",
    "{{ '%s' | attr('__class__') }}",
    "{{ x | attr('upper') }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{{ '{a}'.format_map({'a': 1}) }}",
    "{{ self }}{{ self.__init__ }}",
    "{{ config }}{{ request }}",
    "{{ cycler }}",
    "{{ lipsum.__globals__ }}",
    "{{ namespace(a=1) }}",
    "{{ dict(a=1) }}",
    "{{ range.__class__ }}",
    "{{ range(*[1, 2]) }}",
    "{{ x | upper(**{'a': 1}) }}",
    "{{ x() }}",
    "{{ loop }}",
    "{% for i in range(1) %}{{ loop }}{% endfor %}",
    "{% for i in range(1) %}{{ loop.__class__ }}{% endfor %}",
    "{% for i in range(1) %}{{ loop._iterator }}{% endfor %}",
    "{% for i in range(1) %}{{ loop.changed(1) }}{% endfor %}",
    "{% set loop = 1 %}",
    "{% import 'x' as y %}",
    "{% from 'x' import y %}",
    "{% include '/etc/passwd' %}",
    "{% extends 'x' %}",
    "{% block a %}{% endblock %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% call x() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% autoescape false %}{{ x }}{% endautoescape %}",
    "{% with a = 1 %}{{ a }}{% endwith %}",
    "{% set n.a = 1 %}",
    "{% set a %}x{% endset %}",
    "{{ x | map('upper') }}",
    "{{ x | pprint }}{{ x | tojson }}{{ x | xmlattr }}",
    "{{ caller() }}{{ varargs }}{{ kwargs }}",
    "{{ _TemplateReference__context }}",
]

BOMBS = [
    "{{ 'a' * 10**9 }}",
    "{{ 'a' * 1000000000 }}",
    "{{ 1000000000 * 'a' }}",
    "{{ [1] * 1000000000 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ x.ljust(1000000000) }}",
    "{{ x.zfill(1000000000) }}",
    "{{ '{:>1000000000}'.format(1) }}",
    "{{ x | center(1000000000) }}",
    "{{ x | indent(1000000000) }}",
    "{{ x | format(1) }}",
    "{{ x | replace('a', y) }}",
    "{{ x | replace('', y) }}",
    "{{ x.replace('a', y) }}",
    "{{ range(10000) | join(y) }}",
    "{{ x | join(y) }}",
    "{{ range(1000000000) | join }}",
    "{{ 1 | round(1000000000) }}",
    "{{ 1 | round(-1000000000) }}",
    "{{ [[1, 2], [3]] }}",
    "{% set a = x %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
    "{% set a = x %}" + "{% set a = a + a %}" * 40 + "{{ a }}",
    "{% set a = [1, 2] %}" + "{% set a = [a, a] %}" * 40 + "{{ a }}",
    "{% set a = [1, 2] %}" + "{% set a = (a, a) %}" * 40 + "{{ a == a }}",
    "{% set a = '9' * 9 %}",
    "{% set a = 9 %}" + "{% set a = a * a %}" * 40 + "{{ a }}",
    "{% for a in range(1000000000) %}{% endfor %}",
    "{% for a in range(10000) %}{% for b in range(10000) %}{% endfor %}{% endfor %}",
    "{% for a in range(10000) %}{% for b in range(10000) %}{{ a }}{% endfor %}{% endfor %}",
    "{% for a in range(10000) if a in range(10000) | join %}{% endfor %}",
    "{% for a in range(9000) %}{{ x }}{% endfor %}",
    "{% for a in range(9000) %}{{ x | upper | lower | title }}{% endfor %}",
    "{% for a in range(9000) %}{{ x | length }}{% endfor %}",
    "{% for a in range(9000) %}{% set z = x ~ y %}{% endfor %}",
    "{% for a in range(9000) %}{% if 'zz' in x %}{% endif %}{% endfor %}",
    "{% for a in range(9000) %}{% if x[1:] %}{% endif %}{% endfor %}",
    "{% for a in x recursive %}{{ loop(x) }}{% endfor %}",
    "{% for a in x %}{% for b in x %}{% for c in x %}{% endfor %}{% endfor %}{% endfor %}",
    "{% for i in range(2) %}" * 30 + "{% endfor %}" * 30,
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "{{ " + "not " * 5000 + "x }}",
    "{{ " + "-" * 5000 + "1 }}",
    "{{ x" + " | upper" * 5000 + " }}",
    "{{ 1" + " + 1" * 5000 + " }}",
    "{% if x %}" * 3000 + "{% endif %}" * 3000,
    "{{ x" + " ~ x" * 100_000 + " }}",
    "{{ x }}" * 100_000,
    "{{ x | striptags }}" * 4000,
    "z" * 2_000_001,
    "{{ " + "9" * 5000 + " }}",
    "{{ (n * 9) | int }}",
    "{{ x | trim(y) }}",
    "{% for a in x.split('') %}{% endfor %}",
    "{% for a in range(9000) %}{{ 1 | truncate(5, end=x) }}{% endfor %}",
]


def _run(source: str) -> None:
    for html in (False, True):
        with pytest.raises(InputError):
            compile_template(source, html=html, where="text").render(ROW)


@pytest.mark.parametrize("source", ESCAPES)
def test_an_escape_is_refused(source: str) -> None:
    _run(source)


@pytest.mark.parametrize("source", BOMBS, ids=lambda source: source[:60])
def test_a_bomb_ends_in_time_and_space(source: str) -> None:
    started = begun()
    _run(source)
    assert in_time(started, 2.0)  # both kinds of template: twice the second each may take


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in range(9000) %}{% set z = x ~ y %}{% endfor %}",
        "".join(f"{{% set v{number} = x | upper %}}" for number in range(1200)),
        "{% for a in range(9000) %}{{ x }}{% endfor %}",
    ],
    ids=["loop", "sets", "output"],
)
def test_a_bomb_stays_small(source: str) -> None:
    tracemalloc.start()
    try:
        _run(source)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 100_000_000


def test_ordinary_loops_are_far_from_the_limits() -> None:
    source = (
        "{% for row in range(50) %}<tr>{% for cell in range(5) %}<td>{{ n | upper }}</td>{% endfor %}</tr>{% endfor %}"
    )
    assert compile_template(source, html=True, where="html").render(ROW).count("<td>7") == 250


PAGES = [
    "<a ",
    "<!--",
    "<a b='",
    "<div>",
    "<p>",
    "</p>",
    "<style>",
    "<pre>",
    "<ul>",
    "<title>",
    "<svg>",
    "<b>",
    "&",
    "[",
    "![",
    "](",
    "`",
    "> ",
    "- ",
    "**a",
    "_a",
    "a|",
    "~~a",
    "{#",
    "{% raw ",
    "{{ '",
    "{% '",
    "{{",
    "<table><tr><td>",
    "{% if 1 %}{% endif %}",
    "\n",
]


@pytest.mark.parametrize("mode", ["html", "write"])
@pytest.mark.parametrize("piece", PAGES)
def test_a_page_of_one_thing_again_and_again_ends_in_time(piece: str, mode: str) -> None:
    source, started = piece * (20_000 // len(piece)), begun()
    with suppress(InputError):
        compile_body(Content(subject="S", mode=mode, html=source, markdown=source, preheader="x"))
    assert in_time(started, 2.0 if mode == "write" else 1.0)  # what is written makes a page and a plain text


@pytest.mark.parametrize("part", ["preheader", "unsubscribe", "reply_to", "name"])
@pytest.mark.parametrize("source", [*ESCAPES, *BOMBS[:30]], ids=lambda source: source[:60])
def test_no_other_part_is_a_way_around(source: str, part: str) -> None:
    content = Content(subject="S", html="<p>x</p>", text="x")
    if part == "preheader":
        content = replace(content, preheader=source)
    if part == "unsubscribe":
        content = replace(content, unsubscribe=f"https://x.example/{source}")
    if part == "name":
        content = replace(content, attachments=(Attachment(name=source, blob="b"),))
    campaign = Campaign(
        id="c", name="c", sender="a@example.com", content=content, reply_to=source if part == "reply_to" else ""
    )
    started = begun()
    with pytest.raises(InputError):
        Composer(campaign=campaign, read_blob=lambda _: b"", fields=tuple(ROW)).compose(
            Delivery(id=1, campaign_id="c", position=1, address="b@example.com", fields=ROW), date=0
        )
    assert in_time(started)


LOCALE_BOMBS = [
    "{{ '2026-05-31' | date('de', x) }}",
    "{{ one | number('de', 1000000000) }}",
    "{% for a in range(9000) %}{{ x | number }}{% endfor %}",
    "{{ one | number(x) }}",
    "{{ ('9' ~ n) | number('../../../etc/passwd') }}",
    "{{ one | plural(x, y, locale=x) }}",
    "{{ one | money(x) }}",
    "{% for a in range(9000) %}{{ x | date }}{% endfor %}",
    "{% for a in range(10000) %}{% for b in range(9) %}{{ b | number }}{% endfor %}{% endfor %}",
]


@pytest.mark.parametrize("source", LOCALE_BOMBS)
def test_a_bomb_of_formats_ends_in_time(source: str) -> None:
    started = begun()
    _run(source)
    assert in_time(started, 2.0)
