"""What a filter says in words names lists and audiences that were made of it."""

from __future__ import annotations

import pytest

from sendoff.core.audience import Selection
from sendoff.core.recipient import Verdict
from sendoff.core.segment_grammar import parse_segment
from sendoff.core.segment_words import segment_words, selection_words
from sendoff.core.titles import Titles, titles_of
from sendoff.ui.file_names import list_title

FIELDS = ("email", "city", "last_order")
TITLES = titles_of(("E-Mail", "City", "Last order"), {"email": 0, "city": 1, "last_order": 2})


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", ""),
        ('city = "Berlin"', "City is Berlin"),
        ('city not in ("Berlin", "Rome")', "City is not one of Berlin, Rome"),
        ("last_order is not empty", "Last order is not empty"),
        ("last_order since 2020 and city = 'Rome'", "Last order is on or after 2020 and City is Rome"),
        ("city = 'Rome' or not (city = 'Oslo')", "City is Rome or not (City is Oslo)"),
        ("last_order > 2.5 and (city = 'Rome' or city = 'Oslo')",
         "Last order is more than 2.5 and (City is Rome or City is Oslo)"),
    ],
)  # fmt: skip
def test_a_segment_is_said_in_the_words_of_its_list(written: str, said: str) -> None:
    assert segment_words(parse_segment(written, FIELDS), TITLES) == said


def test_tabs_and_searches_are_said_too() -> None:
    shown = Selection(owner_id="a", fields=FIELDS, verdicts=(Verdict.ROLE,), text="anna", titles=Titles())
    assert selection_words(shown) == "Shared mailbox, with “anna”"
    assert selection_words(Selection(owner_id="a", fields=FIELDS)) == ""


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("readers.xlsx", "readers"),
        ("Readers: since 01.01.2020", "Readers: since 01.01.2020"),
        (".csv", ".csv"),
        ("", ""),
    ],
)
def test_only_files_lose_their_ending(name: str, title: str) -> None:
    assert list_title(name) == title
