"""Duplicates are found exactly, named by their first row, and in little memory."""

from __future__ import annotations

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.duplicates import DuplicateFinder, FirstRows

NUMBERS = st.one_of(st.integers(-3, 3).map(lambda number: number << 20), st.integers(-(1 << 63), (1 << 63) - 1))
"""Some that want the same place of any table of a test, whatever its size, and any others."""


@given(st.lists(st.text(max_size=3)))
def test_the_first_row_of_each_is_named(keys: list[str]) -> None:
    finder = DuplicateFinder()
    found = [finder.first(key, row) for row, key in enumerate(keys, 1)]
    assert found == [keys.index(key) + 1 for key in keys]


@given(st.lists(st.lists(st.sampled_from("abcdefgh"))))
def test_groups_of_rows_are_answered_as_the_rows_one_by_one(groups: list[list[str]]) -> None:
    one_by_one, together, row = DuplicateFinder(), DuplicateFinder(), 1
    for keys in groups:
        positions = range(row, row + len(keys))
        found = together.repeated(keys, positions)
        assert [found.get(place, positions[place]) for place in range(len(keys))] == [
            one_by_one.first(key, position) for key, position in zip(keys, positions, strict=True)
        ]
        row += len(keys)


@given(st.lists(st.lists(NUMBERS, max_size=20), max_size=8), st.integers(0, 40), st.integers(0, 600))
def test_the_first_rows_are_those_of_a_dictionary(groups: list[list[int]], most: int, before: int) -> None:
    known = {number * 7919: number for number in range(before)}
    kept, rows, next_row = most + len(known), FirstRows(most + len(known)), before
    assert not rows.repeated(known, range(before))
    for numbers in groups:
        expected = {}
        for place, number in enumerate(numbers):
            if number in known:
                expected[place] = known[number]
            elif len(known) < kept:
                known[number] = next_row + place
        assert rows.repeated(numbers, range(next_row, next_row + len(numbers))) == expected
        next_row += len(numbers)


def test_many_addresses_take_little_memory() -> None:
    tracemalloc.start()
    finder = DuplicateFinder()
    for first in range(0, 100_000, 1_000):
        assert not finder.repeated(
            [f"user{first + row}@example.com" for row in range(1_000)], range(first, first + 1_000)
        )
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert used < 100_000 * 30
    assert finder.first("user4711@example.com", 100_001) == 4711
