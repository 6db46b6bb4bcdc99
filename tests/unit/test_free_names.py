"""A name beside others: as it is where it is free, else with the first number that is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.free_names import first_free


@given(st.sets(st.sampled_from(["CITY", "CITY 2", "CITY 3", "CITY 5"])))
def test_the_first_free_one_is_found_whatever_is_taken(taken: set[str]) -> None:
    names = ["City", *(f"City {number}" for number in range(2, 6))]
    free = next((one for one in names if one.upper() not in taken), "City 6")
    assert first_free("City", lambda number: f"City {number}", taken, key=str.upper) == free
