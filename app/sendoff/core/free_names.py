"""A name beside others: as it is, or where it is taken with a number."""

from __future__ import annotations

from collections.abc import Callable, Container
from itertools import chain, count


def first_free(
    name: str, numbered: Callable[[int], str], taken: Container[str], key: Callable[[str], str] = str
) -> str:
    """The name, or where it is taken the first of `numbered(2)`, `numbered(3)` and so on that is not.

    `taken` holds what `key` makes of the other names.
    """
    return next(one for one in chain((name,), map(numbered, count(2))) if key(one) not in taken)
