"""A name beside others: as it is, or where it is taken with a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container
from itertools import chain, count

from sendoff.core.language import tr


def first_free(
    name: str, numbered: Callable[[int], str], taken: Container[str], key: Callable[[str], str] = str
) -> str:
    """The name, or where it is taken the first of `numbered(2)`, `numbered(3)` and so on that is not.

    `taken` holds what `key` makes of the other names.
    """
    return next(one for one in chain((name,), map(numbered, count(2))) if key(one) not in taken)


def copy_name(name: str, taken: Collection[str]) -> str:
    """What a copy is called: `Spring sale (copy)`, and `Spring sale (copy 2)` beside one of that name or made of it."""
    stem = _original(name)
    return first_free(
        tr("{name} (copy)", name=stem), lambda number: tr("{name} (copy {number})", name=stem, number=number), taken
    )


def _original(name: str) -> str:
    """The name without what says that it is a copy."""
    for mark in (tr("{name} (copy)", name="\0"), tr("{name} (copy {number})", name="\0", number="\1")):
        pattern = re.escape(mark).replace(re.escape("\0"), "(.+)").replace(re.escape("\1"), "[0-9]+")
        if found := re.fullmatch(pattern, name, re.DOTALL):
            return found[1]
    return name
