"""Duplicates are found exactly, named by their first row, and in little memory."""

from __future__ import annotations

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from sendoff.core.duplicates import DuplicateFinder


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


def test_many_addresses_take_little_memory() -> None:
    tracemalloc.start()
    finder = DuplicateFinder()
    for first in range(0, 100_000, 1_000):
        assert not finder.repeated(
            [f"user{first + row}@example.com" for row in range(1_000)], range(first, first + 1_000)
        )
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert used < 100_000 * 130
    assert finder.first("user4711@example.com", 100_001) == 4711
