"""The language in force: sentences, figures, dates and limits as it says them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from sendoff.core.language import Language, digits, pairs, phrase, speak, spoken, tr
from sendoff.core.wording import clock_text, count_text, duration_text, limit_text

GERMAN = {
    "{name} is full.": "{name} ist voll.",
    "Light": "Hell",
    "Tuesday": "Dienstag",
    "December": "Dezember",
    "{day} {month} {clock}": "{day}. {month} {clock}",
    "{number} an hour": "{number} je Stunde",
    "{number} in {some} hours": "{number} in {some} Stunden",
}


@pytest.fixture
def german() -> Iterator[None]:
    before = spoken()
    speak(Language(code="de", translate=lambda text: GERMAN.get(text, text), thousands=".", decimal=","))
    yield
    speak(before)


def test_english_is_said_as_written() -> None:
    assert tr("{name} is full.", name="{x}") == "{x} is full."
    assert tr("{{ name }} stays") == "{{ name }} stays"
    assert digits("1,234.5") == "1,234.5"


@pytest.mark.usefixtures("german")
def test_sentences_and_choices_are_said_in_the_language_in_force() -> None:
    assert tr("{name} is full.", name="{x}") == "{x} ist voll."
    assert tr("not in the catalogue") == "not in the catalogue"
    assert pairs([("light", phrase("Light"))]) == [("light", "Hell")]
    assert digits("1,234.5") == "1.234,5"


@pytest.mark.usefixtures("german")
def test_figures_dates_and_limits_follow() -> None:
    now = round(datetime(2026, 11, 23, 9, tzinfo=UTC).timestamp() * 1000)
    assert count_text(4812) == "4.812"
    assert clock_text(now + 86_400_000, now) == "Dienstag 09:00"
    assert clock_text(now + 10 * 86_400_000, now) == "3. Dezember 09:00"
    assert limit_text("1000/hour") == "1.000 je Stunde"
    assert limit_text("10/2 hours") == "10 in 2 Stunden"
    assert duration_text(38) == "38 s"
