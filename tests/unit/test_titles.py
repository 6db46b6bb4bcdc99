"""What a list's columns are called: as the list has it, each distinct, and in words where nobody knows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.recipient import guess_mapping
from sendoff.core.titles import Titles, isolated, shortened, titles_of

HEADERS = st.lists(st.text(max_size=12), min_size=1, max_size=8)


def _titles(*headers: str) -> Titles:
    mapping = guess_mapping(headers, [["a@example.com"] * len(headers)], {"email": headers[0]})
    return mapping.titles


def test_a_field_is_called_as_its_column() -> None:
    titles = _titles("E-Mail", "Vorname", "Last order", "last_visit")
    assert [titles.of(name) for name in ("email", "first_name", "vorname", "last_order", "last_visit")] == [
        "E-Mail", "Vorname", "Vorname", "Last order", "last visit",
    ]  # fmt: skip


def test_a_field_nobody_named_is_said_in_words() -> None:
    nobody = Titles()
    assert [nobody.of(name) for name in ("first_name", "last_order", "column_3", "city")] == [
        "First name", "last order", "Column 3", "city",
    ]  # fmt: skip
    assert _titles("email", "first_name", "city") == nobody, "a column that is called as its field needs no title"


def test_columns_of_one_name_stay_distinct() -> None:
    titles = _titles("Mail", "City", "city", "First name", "first_name")
    shown = [titles.of(group[0]) for group in titles.columns(["city", "city_2", "first_name", "first_name_2"])]
    assert len({one.casefold() for one in shown}) == 4


def test_fields_of_one_column_are_offered_once() -> None:
    titles = _titles("Mail", "Vorname", "Ort")
    assert titles.columns(["email", "first_name", "mail", "vorname", "ort"]) == [
        ("email", "mail"), ("first_name", "vorname"), ("ort",),
    ]  # fmt: skip
    assert titles.offered(["first_name", "vorname", "ort"]) == [("first_name", "Vorname"), ("ort", "Ort")]


def test_two_lists_in_one_keep_the_first_ones_titles_and_stay_distinct() -> None:
    first, second = _titles("Mail", "Vorname", "Town"), _titles("E-mail", "Vorname", "Town!", "Plan")
    both = first.joined(second)
    assert (both.of("email"), both.of("vorname"), both.of("town"), both.of("plan")) == (
        "Mail",
        "Vorname",
        "Town",
        "Plan",
    )
    other = Titles((("ort", "Town"),))
    assert first.joined(other).of("ort") == "Town (2)", "the second list's Town is another column"


@given(HEADERS)
def test_every_column_of_a_list_has_a_title_of_its_own(headers: list[str]) -> None:
    sources = {f"f{place}": place for place in range(len(headers))} | {"first_name": len(headers) - 1}
    titles = titles_of(headers, sources)
    told = dict(titles.pairs)
    given_titles = [told[f"f{place}"].casefold() for place in range(len(headers)) if f"f{place}" in told]
    assert len(given_titles) == len(set(given_titles))
    assert told.get("first_name") == told.get(f"f{len(headers) - 1}")


@given(st.text(max_size=60), st.integers(min_value=3, max_value=40))
def test_a_long_title_loses_its_middle(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(short) <= most
    assert short == text if len(text) <= most else "…" in short


def test_what_is_shortened_still_tells_its_end() -> None:
    assert shortened("Date of the last order in the online shop", 21) == "Date of th…nline shop"


def test_a_title_from_the_right_stays_one_piece() -> None:
    assert isolated("شهر") == "\u2068شهر\u2069"
    assert isolated("City") == "City"
