"""Names in one column: what is certain is taken apart, what is not is left empty."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.person_names import family_first, split_name

WORDS = st.sampled_from(
    "Ada|Lovelace|Dr.|von|de|la|J.|Jr.|und|,|, |O'Neil|Müller-Lüdenscheidt|山田|太郎|(Sales)|GmbH|-|.|María|PhD|"
    "| |'t|Prof.".split("|")
)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("Ada Lovelace", "Ada", "Lovelace"),
        ("Lovelace, Ada", "Ada", "Lovelace"),
        ("  lovelace ,ada ", "ada", "lovelace"),
        ("KRÜGER, WILLIAM", "WILLIAM", "KRÜGER"),
        ("Dr. Ada Lovelace", "Ada", "Lovelace"),
        ("Prof. Dr. med. Karl Krüger", "Karl", "Krüger"),
        ("Krüger, Dr. Karl", "Karl", "Krüger"),
        ("Herr Karl Krüger", "Karl", "Krüger"),
        ("Mrs Dalloway", "", "Dalloway"),
        ("Frau Müller", "", "Müller"),
        ("Familie Schmidt", "", "Schmidt"),
        ("Madonna", "", "Madonna"),
        ("Vincent van Gogh", "Vincent", "van Gogh"),
        ("van Gogh, Vincent", "Vincent", "van Gogh"),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("Johann Wolfgang von Goethe", "Johann", "von Goethe"),
        ("Goethe, Johann Wolfgang von", "Johann Wolfgang", "von Goethe"),
        ("Juana de la Cruz", "Juana", "de la Cruz"),
        ("de la Cruz, Juana", "Juana", "de la Cruz"),
        ("Gabriele D'Annunzio", "Gabriele", "D'Annunzio"),
        ("Leonardo da Vinci", "Leonardo", "da Vinci"),
        ("Mohammed bin Salman", "Mohammed", "bin Salman"),
        ("Gabriel García Márquez", "Gabriel", ""),
        ("García Márquez, Gabriel", "Gabriel", "García Márquez"),
        ("José Ortega y Gasset", "José", ""),
        ("Anna Maria Schmidt", "Anna", ""),
        ("Schmidt, Anna Maria", "Anna Maria", "Schmidt"),
        ("Anna-Maria Müller-Lüdenscheidt", "Anna-Maria", "Müller-Lüdenscheidt"),
        ("John F. Kennedy", "John", "Kennedy"),
        ("Kennedy, John F.", "John", "Kennedy"),
        ("J. Smith", "", "Smith"),
        ("J. R. R. Tolkien", "", "Tolkien"),
        ("J.R.R. Tolkien", "", "Tolkien"),
        ("Smith, J.", "", "Smith"),
        ("Martin Luther King Jr.", "Martin", ""),
        ("Robert Downey, Jr.", "Robert", "Downey"),
        ("Jane Doe, PhD", "Jane", "Doe"),
        ("Doe, Jane, PhD", "Jane", "Doe"),
        ("Shaquille O'Neal", "Shaquille", "O'Neal"),
        ("Björk Guðmundsdóttir", "Björk", "Guðmundsdóttir"),
        ("Łukasz Żółć", "Łukasz", "Żółć"),
        ("Анна Каренина", "Анна", "Каренина"),
        ("山田 太郎", "太郎", "山田"),
        ("김 민수", "민수", "김"),
        ("山田太郎", "", "山田太郎"),
        ("محمد علي", "محمد", "علي"),
        ("Max Power (Sales)", "Max", "Power"),
        ("Anna und Ben Meier", "", ""),
        ("Anna & Ben Meier", "", ""),
        ("Müller GmbH", "", ""),
        ("Acme Ltd.", "", ""),
        ("info@example.com", "", ""),
        ("Room 12", "", ""),
        ("von Bülow", "", "von Bülow"),
        ("M. Curie", "", "Curie"),
        ("Mac Miller", "Mac", "Miller"),
        ("Ben Meier", "Ben", "Meier"),
        ("Tahar Ben Jelloun", "Tahar", "Ben Jelloun"),
        ("", "", ""),
        (",", "", ""),
        (", Ada", "", ""),
        ("Lovelace,", "", "Lovelace"),
    ],
)
def test_names_as_people_write_them(written: str, first: str, last: str) -> None:
    assert split_name(written) == (first, last)


@given(st.lists(WORDS, max_size=7).map(" ".join) | st.text(max_size=30))
def test_nothing_is_made_up(written: str) -> None:
    first, last = split_name(written)
    words = written.replace(",", " ").split()
    assert all(word in words or word in " ".join(words) for word in f"{first} {last}".split())
    assert "," not in first + last
    assert not any(letter.isdigit() for letter in first + last)
    assert split_name(f"  {written} ") == (first, last)


@given(st.text(alphabet="abcdeé", min_size=3, max_size=9), st.text(alphabet="bcdfghä", min_size=6, max_size=9))
def test_both_ways_of_writing_a_name_say_the_same(first: str, last: str) -> None:
    first, last = first.title(), last.title()
    if split_name(last) == ("", last) and split_name(f"{first} {last}")[0]:
        assert split_name(f"{first} {last}") == split_name(f"{last}, {first}") == (first, last)


def test_where_the_last_name_stands_first_by_custom() -> None:
    assert split_name("Каренина Анна Аркадьевна", turned=True) == ("Анна", "Каренина")
    assert split_name("Curie Marie", turned=True) == ("Marie", "Curie")
    assert split_name("Curie, Marie", turned=True) == ("Marie", "Curie")
    assert split_name("Curie", turned=True) == ("", "Curie")
    assert [family_first(one) for one in ("ФИО", "Nom et prénom", "Name", "")] == [True, True, False, False]
