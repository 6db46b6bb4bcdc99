"""What is wrong with a template is said in our own words, in every language: none of Jinja2's or Python's is left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.catalogue import FOLDER, read

from sendoff.core.errors import InputError
from sendoff.core.language import Language, speak
from sendoff.core.template import compile_template

UNREADABLE = {
    "{{ name }": "“}” does not belong there",
    "{{ first name }}": "“name” stands where “}}” belongs",
    "{{ Last order }}": "“order” stands where “}}” belongs",
    "{{ name": "it ends, and “}}” is missing",
    "{{ }}": "“}}” stands where a field belongs",
    "{% if a %}x": "{% if %} has no {% endif %}",
    "{% endif %}": "{% endif %} does not belong there",
    "{% for a in b %}{% endif %}{% endfor %}": "{% endif %} stands before the {% endfor %} of {% for %}",
    "{% unless a %}": "{% unless %} does not belong there",
    "{% %}": "the tag does not begin with a word such as if",
    "{{ a | }}": "“}}” stands where a name belongs",
    "{{ a | nope }}": "there is no filter “nope”",
    "{{ 'a": "“'” does not belong there",
    '{{ "a }}': '“"” does not belong there',
    "{{ a.}}": "behind the point a name is missing",
    "{{ a[}}": "“}” stands where “]” belongs",
    "{{ a) }}": "“)” does not belong there",
    "{% set 1 = 2 %}": "set gives a value to a name only",
    "{% for a b %}": "“b” stands where “in” belongs",
    "{{ a is odd is even }}": "there is one “is” too many",
    "{{ a = b }}": "“=” stands where “}}” belongs",
    "{{ a }}}}{{": "it ends in the middle",
    "{# x": "a comment has no end",
    "{{ '\\x' }}": "inside of quotation marks, a backslash is written twice",
    "{{ a | date 'de' }}": "a text in quotation marks stands where “}}” belongs",
    "{{ a 12 }}": "a number stands where “}}” belongs",
    "{{ “a” }}": "““” does not belong there",
    "{{ a ** 2 }}": "** cannot be used in a message",
    "{{ a is before('soon') }}": "before needs a date such as '2026-01-31'",
    "{{ a is on }}": "on needs a date such as '2026-01-31'",
}
UNFILLABLE = {
    "{{ 1 / 0 }}": "it divides by zero",
    "{{ 5 % 0 }}": "it divides by zero",
    "{{ [1] < a }}": "only texts, numbers and dates can be compared",
    "{{ -a }}": "it calculates with a text",
    "{{ a + 1 }}": "“+” needs two numbers",
    "{{ [1, 2][5] }}": "there is nothing at that place of the list",
    "{{ a | replace('x') }}": "a filter has more values in its brackets than it takes, or fewer",
    "{{ a | upper('x') }}": "a filter has more values in its brackets than it takes, or fewer",
    "{{ 5 | length }}": "a number has no length and no parts",
    "{{ a | money('EURO') }}": "a currency is three capitals, such as EUR",
    "{{ a | date('x-y-z') }}": "a language is written like de or pt_BR",
    "{{ a | date('de', 5) }}": "a date is short, medium, long, full or a pattern such as d MMMM yyyy",
    "{{ a | number('de', 99) }}": "a number has 0 to 10 digits behind its separator",
    "{{ 1 | plural('a') }}": "plural needs two forms, or those for one, other",
    "{{ a | plural('a', 'b') }}": "“text” is no number that can be read in one way only; write 1234.50",
    "{% for x in 5 %}{% endfor %}": "for needs a list",
    "{{ [1, 2] }}": "a list cannot be printed; use join",
    "{{ a['x'] }}": "[ ] takes a position in a text or a list, counted from 0",
    "{{ a[1:'x'] }}": "[ ] takes a position in a text or a list, counted from 0",
    "{{ a | split('') }}": "split needs what to split at",
    "{{ a | truncate('x') }}": "truncate needs a length of at least 1",
    "{{ a | round }}": "round needs a number and 0 to 10 digits",
    "{{ range(1, 2, 0) }}": "range takes whole numbers, and steps other than 0",
}


@pytest.fixture
def german() -> Iterator[None]:
    known = read(FOLDER / "sendoff_de.ts")
    speak(Language(code="de", translate=lambda text: known.get(text, text)))
    yield
    speak(Language())


def complaint(source: str) -> str:
    """The title of what is said of a template, without the line."""
    with pytest.raises(InputError) as caught:
        compile_template(source, html=False, where="subject").render({"a": "text"})
    return caught.value.title.partition(": ")[2].removesuffix(".")


@pytest.mark.parametrize(("source", "said"), [*UNREADABLE.items(), *UNFILLABLE.items()])
def test_what_is_wrong_is_said_in_plain_words(source: str, said: str) -> None:
    assert complaint(source) == said


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("source", "said"), [*UNREADABLE.items(), *UNFILLABLE.items()])
def test_it_is_said_in_german_too(source: str, said: str) -> None:
    assert complaint(source) != said
