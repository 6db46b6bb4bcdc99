"""What may be written as a segment, and what is said where it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedInput, UnexpectedToken, VisitError

from sendoff.core.column_names import normalise_field
from sendoff.core.errors import InputError
from sendoff.core.language import digits, phrase, tr
from sendoff.core.segment import EVERYBODY, NUMBER_LENGTH, Condition, Every, Not, Op, Segment, Some, period

LENGTH_LIMIT = 4_000
"""Characters of an expression."""
DEPTH_LIMIT = 25
"""Parentheses and nots inside one another."""
PARTS_LIMIT = 200
"""Conditions, and values of an `in`."""

_GRAMMAR = r"""
?start: some
?some: every ("or"i every)*
?every: part ("and"i part)*
?part: "not"i part -> opposite
     | "(" some ")"
     | condition
condition: column ORDER value -> compared
         | column ORDER DATE -> on_a_day
         | column "is"i? WHEN day -> dated
         | column "in"i values -> among
         | column "not"i "in"i values -> not_among
         | column "contains"i text -> contains
         | column "not"i "contains"i text -> not_contains
         | column "starts"i "with"i text -> starts
         | column "ends"i "with"i text -> ends
         | column "is"i "empty"i -> empty
         | column "is"i "not"i "empty"i -> not_empty
column: NAME | QUOTED_NAME
?values: "(" value ("," value)* ")"
value: TEXT | NUMBER
day: DATE | TEXT | NUMBER
text: TEXT
ORDER: "!=" | "<>" | "<=" | ">=" | "==" | "=" | "<" | ">"
WHEN.1: /(?:before|until|on|since|after)(?!\w)/i
DATE.1: /[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?(?![\w.-])|(?:[0-9]{1,2}\.){1,2}[0-9]{4}(?![\w.-])/
NUMBER: /-?([0-9]+\.?[0-9]*|\.[0-9]+)(?![\w.])/
TEXT: /"([^"\\]|\\.)*"/ | /'([^'\\]|\\.)*'/
QUOTED_NAME: /`[^`\n]+`/
NAME: /[^\s"'`()<>=!,\d.-][^\s"'`()<>=!,]*/
%ignore /\s+/
"""
_DAYS = {Op.LESS: Op.BEFORE, Op.AT_MOST: Op.UNTIL, Op.GREATER: Op.AFTER, Op.AT_LEAST: Op.SINCE}
_WHOLE = len("2026-01-31")
_KNOWN = {
    "ORDER": "=",
    "NUMBER": phrase("a number"),
    "TEXT": phrase("a text in quotes"),
    "DATE": phrase("a date such as 2026-01-31"),
    "NAME": phrase("a column"),
    "LPAR": "(",
    "RPAR": ")",
    "COMMA": ",",
    "$END": phrase("the end"),
}


def parse_segment(text: str, fields: Sequence[str]) -> Segment:
    """Read an expression over the columns of a list; an empty one means everybody.

    Raises InputError (`segment`) with the place of what cannot be read, and for a column that is not there.
    """
    if not text.strip():
        return EVERYBODY
    _refuse_size(text)
    try:
        segment: Segment = _Reading(fields).transform(_parser().parse(text))
    except UnexpectedInput as error:
        raise _misread(error, text) from error
    except VisitError as error:
        if isinstance(error.orig_exc, InputError):
            raise error.orig_exc from error
        raise
    return segment


@cache
def _parser() -> Lark:
    return Lark(_GRAMMAR, parser="lalr", maybe_placeholders=False)


def _refuse_size(text: str) -> None:
    words = re.sub(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|`[^`\n]+`', '""', text)
    depth = deepest = 0
    for word in re.findall(r"[()]|\bnot\b|[^()\s]+", words, re.IGNORECASE):
        if word == ")":
            depth = max(0, depth - 1)
        elif word == "(" or word.lower() == "not":
            depth += 1
        deepest = max(deepest, depth)
    parts = len(re.findall(r"\b(?:and|or)\b|,", words, re.IGNORECASE))
    if len(text) > LENGTH_LIMIT or deepest > DEPTH_LIMIT or parts >= PARTS_LIMIT:
        raise InputError(
            tr("The segment is too long."),
            remedy=tr(
                "Keep under {length_limit} characters, {parts_limit} conditions and {depth_limit} parentheses.",
                length_limit=digits(f"{LENGTH_LIMIT:,}"),
                parts_limit=PARTS_LIMIT,
                depth_limit=DEPTH_LIMIT,
            ),
            code="segment",
        )


def _misread(error: UnexpectedInput, text: str) -> InputError:
    """The sentence for a place where the expression cannot go on."""
    if isinstance(error, UnexpectedEOF) or (isinstance(error, UnexpectedToken) and error.token.type == "$END"):
        title = tr("The segment ends too early.")
    else:
        at = error.pos_in_stream or 0
        rest = text[at:].split()
        title = tr(
            "The segment cannot be read at character {at}: “{rest}”.",
            at=at + 1,
            rest=rest[0][:40] if rest else text[at:],
        )
    wanted: set[str] = set()
    if isinstance(error, UnexpectedCharacters):
        wanted = set(error.allowed or ())
    elif isinstance(error, UnexpectedToken):
        wanted = set(error.accepts or error.expected)
    names = sorted({tr(_KNOWN.get(name, name.lower())) for name in wanted if name != "QUOTED_NAME"})
    remedy = (
        tr("There can be: {names}.", names=", ".join(names))
        if names
        else tr('Write it like city = "Paris" and age >= 18.')
    )
    return InputError(title, remedy=remedy, code="segment")


class _Reading(Transformer[Token, Any]):
    """Makes values of what was written; names the column that is not in the list."""

    def __init__(self, fields: Sequence[str]) -> None:
        super().__init__()
        self._fields = {field.casefold(): field for field in fields}

    def some(self, parts: list[Segment]) -> Segment:
        return Some(tuple(parts))

    def every(self, parts: list[Segment]) -> Segment:
        return Every(tuple(parts))

    def opposite(self, parts: list[Segment]) -> Segment:
        return Not(parts[0])

    def compared(self, parts: list[Any]) -> Segment:
        field, sign, value = parts
        op = Op({"==": "=", "<>": "!="}.get(str(sign), str(sign)))
        # Beside an order a whole day in quotes is a day as well.
        if op in _DAYS and isinstance(value, str) and len(period(value)) == _WHOLE:
            return Condition(field, _DAYS[op], (period(value),))
        return Condition(field, op, (value,))

    def on_a_day(self, parts: list[Any]) -> Segment:
        field, sign, written = parts
        op = {"==": "=", "<>": "!="}.get(str(sign), str(sign))
        day = _day(str(written))
        if op == Op.UNEQUAL:
            return Not(Condition(field, Op.ON, (day,)))
        return Condition(field, Op.ON if op == Op.EQUAL else _DAYS[Op(op)], (day,))

    def dated(self, parts: list[Any]) -> Segment:
        field, when, day = parts
        return Condition(field, Op(str(when).lower()), (day,))

    def day(self, parts: list[Token]) -> str:
        return _day(_unquoted(parts[0]) if parts[0].type == "TEXT" else str(parts[0]))

    def values(self, values: list[str | float]) -> tuple[str | float, ...]:
        return tuple(values)

    def among(self, parts: list[Any]) -> Segment:
        values = parts[1] if isinstance(parts[1], tuple) else (parts[1],)
        return Condition(parts[0], Op.IN, values)

    def not_among(self, parts: list[Any]) -> Segment:
        return Not(self.among(parts))

    def contains(self, parts: list[Any]) -> Segment:
        return Condition(parts[0], Op.CONTAINS, (parts[1],))

    def not_contains(self, parts: list[Any]) -> Segment:
        return Not(self.contains(parts))

    def starts(self, parts: list[Any]) -> Segment:
        return Condition(parts[0], Op.STARTS, (parts[1],))

    def ends(self, parts: list[Any]) -> Segment:
        return Condition(parts[0], Op.ENDS, (parts[1],))

    def empty(self, parts: list[Any]) -> Segment:
        return Condition(parts[0], Op.EMPTY)

    def not_empty(self, parts: list[Any]) -> Segment:
        return Not(self.empty(parts))

    def column(self, parts: list[Token]) -> str:
        written = str(parts[0]).strip("`")
        for name in (written.casefold(), normalise_field(written)):
            if name in self._fields:
                return self._fields[name]
        near = get_close_matches(normalise_field(written), self._fields, n=1)
        known = ", ".join(list(self._fields.values())[:12])
        raise InputError(
            tr(
                "Column “{written}”, at character {start_pos}, is not in this list.",
                written=written,
                start_pos=(parts[0].start_pos or 0) + 1,
            ),
            remedy=tr("Did you mean “{fields}”?", fields=self._fields[near[0]])
            if near
            else tr("Its columns are: {known}.", known=known),
            code="segment",
        )

    def value(self, parts: list[Token]) -> str | float:
        if parts[0].type == "TEXT":
            return _unquoted(parts[0])
        if len(parts[0]) > NUMBER_LENGTH:
            raise InputError(
                tr("The number {parts} is too long.", parts=parts[0][:40]),
                remedy=tr("Put it in quotes, so that it compares as a text."),
                code="segment",
            )
        return float(parts[0])

    def text(self, parts: list[Token]) -> str:
        return _unquoted(parts[0])


def _day(written: str) -> str:
    """Raise InputError for what is no day, month or year."""
    if found := period(written):
        return found
    raise InputError(
        tr("“{written}” is no date.", written=written.strip()[:40]),
        remedy=tr("Write a day, a month or a year: 31.01.2026, 2026-01-31, 2026-01 or 2026."),
        code="segment",
    )


def _unquoted(token: Token) -> str:
    escapes = {"n": "\n", "t": "\t"}
    return re.sub(r"\\(.)", lambda match: escapes.get(match[1], match[1]), str(token)[1:-1], flags=re.DOTALL)
