"""What a template brought and nobody wrote anew is noticed in a finished message, and links to examples are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.adapters.system.resources import load_content_words, load_layouts
from sendoff.core.body import page_source
from sendoff.core.content_check import check_content
from sendoff.core.content_remarks import ContentKind, ContentWords, Letter, Remark
from sendoff.core.leftovers import is_example, left, mark, sentences

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
WORDS = load_content_words()


def remark(letter: Letter, kind: ContentKind, words: ContentWords = WORDS) -> Remark | None:
    return next((one for one in check_content(letter, words) if one.kind is kind), None)


def page(*lines: str) -> Letter:
    return Letter(subject="Hello", html="".join(f"<p>{line}</p>" for line in lines), postal=True, unsubscribe=True)


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_layout_that_nobody_changed_is_noticed(language: str) -> None:
    for layout in load_layouts(language):
        found = remark(Letter(html=page_source(layout.content)), ContentKind.LEFTOVER)
        assert found is not None, layout.name
        assert found.count >= 3, (layout.name, found.places)


def test_what_was_left_is_named() -> None:
    lines = (
        "A <b>short</b> one",
        "Our harvest is in.",
        "<a href='https://a.test'>Three lines</a> at most, then go on reading.",
    )
    found = remark(page(*lines), ContentKind.LEFTOVER)
    assert found is not None
    assert found.sentence == "2 sentences are still the template's own."
    assert [one.excerpt for one in found.places] == ["“A short one”", "“Three lines at most, then go on reading.”"]
    single = remark(page("The Old Nursery<br>7 High Street"), ContentKind.LEFTOVER)
    assert single is not None
    assert single.sentence == "A sentence is still the template's own."


def test_a_subject_a_picture_and_a_text_without_html_are_read_too() -> None:
    subject = "This month: the one story worth opening for"
    assert remark(Letter(subject=subject, text="Hello"), ContentKind.LEFTOVER)
    assert remark(page("<img src='cid:a' alt='The picture of the lead story'>"), ContentKind.LEFTOVER)
    assert remark(Letter(text="Dear all,\n4 Mill Lane\n"), ContentKind.LEFTOVER)


@pytest.mark.parametrize(
    "line",
    ["This is a short one for all of us.", "You are invited", "Mit freundlichen Grüßen", "Hello", "19:00 to 23:00", ""],
)
def test_what_anybody_may_write_is_no_leftover(line: str) -> None:
    assert remark(page(line), ContentKind.LEFTOVER) is None
    assert remark(Letter(text=line), ContentKind.LEFTOVER) is None


@pytest.mark.parametrize("file", ["spring-sale/message.html", "de/spring-sale/nachricht.html"])
def test_the_sample_has_none(file: str) -> None:
    letter = Letter(html=(SAMPLES / file).read_text(encoding="utf-8"))
    assert remark(letter, ContentKind.LEFTOVER) is None
    assert remark(letter, ContentKind.EXAMPLE_LINK) is None


@pytest.mark.parametrize(
    ("host", "is_one"),
    [
        ("example.com", True),
        ("www.example.org", True),
        ("shop.invalid", True),
        ("myexample.com", False),
        ("example.com.au", False),
        ("northwind.example", False),
        ("", False),
    ],
)
def test_hosts_of_examples_belong_to_nobody(host: str, is_one: bool) -> None:
    assert is_example(host) is is_one


def test_links_to_examples_are_a_finding_of_their_own() -> None:
    links = ("https://example.com/story", "https://a.test", "http://www.example.net")
    found = remark(page(*(f"<a href='{one}'>Read</a>" for one in links)), ContentKind.EXAMPLE_LINK)
    assert found is not None
    assert found.sentence == "2 links still lead to an example's address."


@given(st.text(), st.text())
def test_any_text_is_read(line: str, known: str) -> None:
    marks = frozenset({mark(known)} - {""})
    assert all(mark(one) in marks for one in left([line, *sentences(line)], marks))
