"""How a template compares what a list holds: a cell that says a number with numbers, one that says a day with days.

Cells are texts. One that says no number is neither more nor less than any, and one that says no day is neither before
nor after any, as in a segment.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from sendoff.core.dates import day_in
from sendoff.core.segment import DATES, Op, period
from sendoff.core.template_formats import read_number

_LONGEST = 100
"""Characters of a number or a date."""
_How = Callable[[Any, Any], bool]


class _Cell(str):
    """A text that can stand beside a number; beside another text it compares as one, and it is equal as one."""

    __slots__ = ()

    def __lt__(self, other: object) -> bool:
        return _ordered(operator.lt, self, other)

    def __le__(self, other: object) -> bool:
        return _ordered(operator.le, self, other)

    def __gt__(self, other: object) -> bool:
        return _ordered(operator.gt, self, other)

    def __ge__(self, other: object) -> bool:
        return _ordered(operator.ge, self, other)


def comparable(_context: object, value: Any) -> Any:
    """A value as it stands on a side of `<` or `>`."""
    return _Cell(value) if isinstance(value, str) else value


def _ordered(how: _How, cell: str, other: object) -> bool:
    if not isinstance(other, int | float):
        return bool(how(str(cell), str(other) if isinstance(other, str) else other))
    number = read_number(str(cell)) if len(cell) <= _LONGEST else None
    return number is not None and how(float(number), other)


def _dated(op: Op, cell: object, day: object) -> bool:
    """Whether a cell is before, on or after a day, a month or a year."""
    wanted = period(_short(day)) or day_in(_short(day))
    found = day_in(_short(cell))[: len(wanted)]
    return bool(found and wanted) and DATES[op](found, wanted)


def _short(value: object) -> str:
    return str(value) if isinstance(value, int) or (isinstance(value, str) and len(value) <= _LONGEST) else ""


DATE_TESTS: Mapping[str, Callable[[object, object], bool]] = {op.value: partial(_dated, op) for op in DATES}
"""`due is before('2026-01-31')`, and until, on, since, after: as in a segment."""
