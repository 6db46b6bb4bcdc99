"""A segment: which people of a list are meant, said by their fields.

`city = "Paris" and not plan in ("free", "trial")` becomes a small tree of values, which a window can also build by
clicking. It has two readings that agree: `fits` on one row, and SQL in `adapters/storage/segments.py`.

Texts are compared without regard to case. A number without quotes compares as a number; a cell that holds none is then
neither equal, less nor greater, and an empty one is neither less nor greater than any text. A date compares as a date,
in a cell as `core.dates` reads it; a year or a month is all of its days.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sendoff.core.dates import day_in

NUMBER = re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)", re.ASCII)
NUMBER_LENGTH = 15
"""Characters; longer ones are card or order numbers, which are texts."""


class Op(StrEnum):
    """How a cell is compared."""

    EQUAL = "="
    UNEQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    GREATER = ">"
    AT_LEAST = ">="
    IN = "in"
    CONTAINS = "contains"
    STARTS = "starts with"
    ENDS = "ends with"
    EMPTY = "is empty"
    BEFORE = "before"
    UNTIL = "until"
    """On or before."""
    ON = "on"
    SINCE = "since"
    """On or after."""
    AFTER = "after"


ORDERS: Mapping[Op, Callable[[Any, Any], bool]] = {
    Op.EQUAL: operator.eq,
    Op.UNEQUAL: operator.ne,
    Op.LESS: operator.lt,
    Op.AT_MOST: operator.le,
    Op.GREATER: operator.gt,
    Op.AT_LEAST: operator.ge,
}
"""The comparisons that know an order, for texts and numbers alike."""
DATES: Mapping[Op, Callable[[Any, Any], bool]] = {
    Op.BEFORE: operator.lt,
    Op.UNTIL: operator.le,
    Op.ON: operator.eq,
    Op.SINCE: operator.ge,
    Op.AFTER: operator.gt,
}
"""The comparisons of dates; what they compare with is a day, a month or a year, as `period` writes it."""
_PLAIN = re.compile(r"(?!not\Z)[^\W\d]\w*", re.IGNORECASE)
"""A column that is written without backquotes."""
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})", re.ASCII)
_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?", re.ASCII)
_MONTH = re.compile(r"([0-9]{1,2})\.([0-9]{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Condition:
    """One column compared: with one value, with several (`in`), or with none (`is empty`)."""

    field: str
    op: Op
    values: tuple[str | float, ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    part: Segment


@dataclass(frozen=True, slots=True)
class Every:
    """All of them; without parts, everybody."""

    parts: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of them; without parts, nobody."""

    parts: tuple[Segment, ...]


Segment = Condition | Not | Every | Some
EVERYBODY = Every()


def number_in(cell: str) -> float | None:
    """The number a cell holds, or None. A decimal point, no groups of thousands."""
    return float(cell) if len(cell) <= NUMBER_LENGTH and NUMBER.fullmatch(cell) else None


def period(written: str) -> str:
    """A day, a month or a year as 2026-01-31, 2026-01 or 2026, also of 31.01.2026 and 1.2026; else empty."""
    text = written.strip()
    if found := _DOTTED.fullmatch(text):
        parts = [found[3], found[2], found[1]]
    elif found := _MONTH.fullmatch(text):
        parts = [found[2], found[1]]
    elif found := _PERIOD.fullmatch(text):
        parts = [part for part in found.groups() if part]
    else:
        return ""
    whole = day_in("-".join((*parts, "1", "1")[:3]))
    return whole[: (4, 7, 10)[len(parts) - 1]]


def fits(segment: Segment, row: Mapping[str, str]) -> bool:
    """Say whether a row belongs to the segment; a column it does not have is empty."""
    match segment:
        case Condition():
            return _compared(segment, row.get(segment.field, ""))
        case Not(part):
            return not fits(part, row)
        case Every(parts):
            return all(fits(part, row) for part in parts)
        case Some(parts):
            return any(fits(part, row) for part in parts)


def segment_text(segment: Segment) -> str:
    """The expression that `core.segment_grammar.parse_segment` reads as this segment, with as few signs as it needs."""
    match segment:
        case Condition():
            return _said(segment)
        case Not(Condition(op=(Op.IN | Op.CONTAINS | Op.EMPTY)) as part):
            return _said(part, opposite=True)
        case Not(part):
            return f"not ({segment_text(part)})"
        case Every(parts):
            return " and ".join(_part_text(part) for part in parts)
        case Some(parts):
            return " or ".join(_part_text(part) for part in parts)


def _part_text(part: Segment) -> str:
    return f"({segment_text(part)})" if isinstance(part, Every | Some) else segment_text(part)


def _said(one: Condition, *, opposite: bool = False) -> str:
    name = one.field if _PLAIN.fullmatch(one.field) else f"`{one.field}`"
    if one.op is Op.EMPTY:
        return f"{name} is not empty" if opposite else f"{name} {one.op}"
    said = ", ".join(_literal(value) for value in one.values)
    op = f"not {one.op}" if opposite else one.op
    return f"{name} {op} ({said})" if one.op is Op.IN else f"{name} {op} {said}"


def _compared(condition: Condition, cell: str) -> bool:
    if condition.op is Op.EMPTY:
        return not cell
    if condition.op is Op.IN:
        return any(_related(Op.EQUAL, cell, value) for value in condition.values)
    return _related(condition.op, cell, condition.values[0])


def _related(op: Op, cell: str, value: str | float) -> bool:
    if op in DATES:
        day = day_in(cell)
        return bool(day) and DATES[op](day[: len(str(value))], value)
    if isinstance(value, float):
        number = number_in(cell)
        return op is Op.UNEQUAL if number is None else ORDERS[op](number, value)
    text, wanted = cell.casefold(), value.casefold()
    match op:
        case Op.CONTAINS:
            return wanted in text
        case Op.STARTS:
            return text.startswith(wanted)
        case Op.ENDS:
            return text.endswith(wanted)
        case _:
            return (bool(cell) or op in (Op.EQUAL, Op.UNEQUAL)) and ORDERS[op](text, wanted)


def _literal(value: str | float) -> str:
    if isinstance(value, float):
        return f"{value:.15f}".rstrip("0").rstrip(".")
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
