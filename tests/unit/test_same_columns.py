"""Which columns of two lists are the same: by name, by what they mean, or because somebody says so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.recipient import ColumnMapping, guess_mapping
from sendoff.core.same_columns import aligned, leaders, role_of, shown_as

HEADERS = st.sampled_from(
    ["E-Mail", "Vorname", "First name", "Nachname", "Name", "Ort", "City", "Town", "PLZ", "Plan", "x", "Firma", "email"]
)


def mapping(*headers: str) -> ColumnMapping:
    return guess_mapping(headers, [["a@example.com", *["x"] * (len(headers) - 1)]], {"email": headers[0]})


def names(first: ColumnMapping, second: ColumnMapping, **same: str) -> dict[str, str]:
    made = aligned(first.fields, first.titles, second.fields, second.titles, same)
    return dict(zip(second.fields, made, strict=True))


def test_columns_that_mean_the_same_are_one() -> None:
    english = mapping("email", "First name", "Last name", "City", "Member since")
    german = mapping("E-Mail", "Vorname", "Nachname", "Ort", "Plan")
    found = names(english, german)
    assert [found[one] for one in ("email", "first_name", "last_name", "ort", "plan")] == [
        "email", "first_name", "last_name", "city", "plan",
    ]  # fmt: skip
    assert [found[one][0] for one in ("e_mail", "vorname", "nachname")] == ["@"] * 3, "a column comes once"


def test_what_a_message_asks_for_is_found_under_another_name() -> None:
    german = mapping("E-Mail", "Vorname", "Ort", "Wohnort", "PLZ", "Tarif")
    asked = ("email", "first_name", "zip_code", "plan", "town")
    assert shown_as(asked, german.fields, german.titles) == {"ort": "town", "plz": "zip_code"}
    assert shown_as(german.fields, german.fields, german.titles) == {}


def test_somebody_s_word_goes_before_the_guess() -> None:
    first, second = mapping("email", "City", "Plan"), mapping("E-Mail", "Ort", "Tarif")
    assert names(first, second, tarif="plan")["tarif"] == "plan"
    assert names(first, second, ort="")["ort"] == "ort"


def test_two_columns_of_a_list_never_become_one() -> None:
    found = names(mapping("email", "City"), mapping("E-Mail", "City", "Ort"))
    assert (found["city"], found["ort"]) == ("city", "ort")
    assert names(mapping("email", "City", "Ort"), mapping("E-Mail", "Town"))["town"] == "town", "which one is not clear"


def test_what_columns_mean() -> None:
    assert [role_of(one) for one in ("ort", "plz", "vorname", "e_mail", "colour")] == [
        "city", "postcode", "first_name", "email", "",
    ]  # fmt: skip
    one = mapping("E-Mail", "Vorname")
    assert dict(zip(one.fields, leaders(one.fields, one.titles), strict=True))["vorname"] == "first_name"


@given(st.lists(HEADERS, min_size=1, max_size=6), st.lists(HEADERS, min_size=1, max_size=6))
def test_every_column_that_comes_has_one_place(first: list[str], second: list[str]) -> None:
    one, other = mapping(*first), mapping(*second)
    found = names(one, other)
    shown = [name for name in found.values() if not name.startswith("@")]
    assert len(shown) == len(set(shown)) == len(other.titles.columns(other.fields))
    assert found["email"] == "email"
