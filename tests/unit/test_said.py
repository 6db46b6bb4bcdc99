"""Sentences that are kept are said again in the language of whoever reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.errors import InputError
from sendoff.core.language import Language, phrase, speak, spoken
from sendoff.core.said import Said, figure, from_json, is_said_from, joined, quoted, said, say_again, to_json
from sendoff.core.said import kept as kept_text
from sendoff.core.template import compile_template

GERMAN = {
    "{count} rows are {what}.": "{count} Zeilen sind {what}.",
    "empty": "leer",
    "“{text}”": "„{text}“",
    "The server said: {said}": "Der Server sagte: {said}",
    "Line {line} cannot be filled in: {error}.": "Zeile {line} lässt sich nicht füllen: {error}.",
    "The template is too much work: {error}.": "Die Vorlage macht zu viel Arbeit: {error}.",
    "Line {get} uses “{name}”, which the list does not have.": "Zeile {get} verwendet „{name}“.",
    "it calculates with a text": "es rechnet mit einem Text",
    "a list cannot be printed; use join": "eine Liste wird mit join geschrieben",
    "a range is longer than {longest_range}": "ein Bereich ist länger als {longest_range}",
    "[ ] takes a position in a text or a list, counted from 0": "[ ] nimmt eine Stelle",
}


@pytest.fixture
def later_in_german() -> Iterator[Language]:
    """What the program speaks after it was closed and opened."""
    before = spoken()
    yield Language(code="de", translate=lambda text: GERMAN.get(text, text), thousands=".", decimal=",")
    speak(before)


def kept(text: str) -> str:
    """As it is on disk."""
    return json.dumps(to_json({"detail": deepcopy(text)}))


def read(text: str) -> str:
    found = from_json(json.loads(text))["detail"]
    assert isinstance(found, str)
    return found


def test_a_kept_sentence_follows_the_language(later_in_german: Language) -> None:
    what = said(phrase("{count} rows are {what}."), count=figure("1,234.5"), what=said(phrase("empty")))
    every = joined(": ", (quoted("City"), "", what))
    assert every == "“City”: 1,234.5 rows are empty."
    told = said(phrase("The server said: {said}"), said="no")  # a value may have any name
    on_disk = [kept(every), kept(told)]
    speak(later_in_german)
    assert [read(one) for one in on_disk] == ["„City“: 1.234,5 Zeilen sind leer.", "Der Server sagte: no"]
    assert [kept(read(one)) for one in on_disk] == on_disk


@pytest.mark.parametrize(
    ("source", "german"),
    [
        ("{{ tag }}", "html: Zeile 1 verwendet „tag“."),
        ("{{ -city }}", "html: Zeile 1 lässt sich nicht füllen: es rechnet mit einem Text."),
        ("{{ 'a b'.split(' ') }}", "html: Zeile 1 lässt sich nicht füllen: eine Liste wird mit join geschrieben."),
        ("{{ city['a'] }}", "html: Zeile 1 lässt sich nicht füllen: [ ] nimmt eine Stelle."),
        ("{% for n in range(20000) %}x{% endfor %}", "html: Die Vorlage macht zu viel Arbeit: ein Bereich ist länger "),
    ],
)
def test_the_fault_of_a_template_follows_the_language_too(later_in_german: Language, source: str, german: str) -> None:
    with pytest.raises(InputError) as refused:
        compile_template(source, html=False, where="html").render({"city": "Rom"})
    on_disk = kept(str(refused.value))
    speak(later_in_german)
    assert read(on_disk).startswith(german)


def test_what_was_kept_as_a_text_stays_it(later_in_german: Language) -> None:
    on_disk = kept("empty")
    speak(later_in_german)
    assert on_disk == '{"detail": "empty"}'
    assert read(on_disk) == "empty"
    assert not isinstance(read(on_disk), Said)


@given(st.text(), st.integers(), st.text())
def test_what_is_kept_reads_the_same_in_the_same_language(name: str, number: int, other: str) -> None:
    text = joined(" ", (said(phrase("{count} rows are {what}."), count=number, what=name), other))
    assert from_json(json.loads(json.dumps(to_json(text)))) == text


def test_a_column_of_text_keeps_a_sentence_and_says_what_it_was_said_from(later_in_german: Language) -> None:
    what = phrase("{count} rows are {what}.")
    why = joined(" ", ("550 no.", said(what, count=2, what=said(phrase("empty")))))
    on_disk = [kept_text(why), kept_text("550 no."), kept_text("")]
    speak(later_in_german)
    again = [say_again(one) for one in on_disk]
    assert again == ["550 no. 2 Zeilen sind leer.", "550 no.", ""]
    assert is_said_from(again[0], what)
    assert is_said_from(again[0], "empty")
    assert not is_said_from(again[0], "550 no.")
    assert not is_said_from(again[1], what)
