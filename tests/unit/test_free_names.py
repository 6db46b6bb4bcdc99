"""A name beside others: as it is where it is free, else with the first number that is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.free_names import copy_name, first_free
from sendoff.core.language import Language, speak


@given(st.sets(st.sampled_from(["CITY", "CITY 2", "CITY 3", "CITY 5"])))
def test_the_first_free_one_is_found_whatever_is_taken(taken: set[str]) -> None:
    names = ["City", *(f"City {number}" for number in range(2, 6))]
    free = next((one for one in names if one.upper() not in taken), "City 6")
    assert first_free("City", lambda number: f"City {number}", taken, key=str.upper) == free


@pytest.mark.parametrize(
    ("name", "taken", "copy"),
    [
        ("Sale", {"Sale"}, "Sale (copy)"),
        ("Sale", {"Sale", "Sale (copy)"}, "Sale (copy 2)"),
        ("Sale (copy)", {"Sale", "Sale (copy)"}, "Sale (copy 2)"),
        ("Sale (copy 2)", {"Sale (copy)", "Sale (copy 2)"}, "Sale (copy 3)"),
        ("(copy)", {"(copy)"}, "(copy) (copy)"),
        ("Sale (copy 2 of it)", set(), "Sale (copy 2 of it) (copy)"),
        ("100 %\nSale. (copy)", {"100 %\nSale. (copy)"}, "100 %\nSale. (copy 2)"),
    ],
)
def test_a_copy_of_a_copy_says_so_once(name: str, taken: set[str], copy: str) -> None:
    assert copy_name(name, taken) == copy


def test_a_copy_of_a_copy_says_so_once_in_german() -> None:
    german = {"{name} (copy)": "{name} (Kopie)", "{name} (copy {number})": "{name} (Kopie {number})"}
    speak(Language(code="de", translate=lambda text: german.get(text, text)))
    try:
        assert (
            copy_name("Jahresservice (Kopie)", {"Jahresservice", "Jahresservice (Kopie)"}) == "Jahresservice (Kopie 2)"
        )
    finally:
        speak(Language())
