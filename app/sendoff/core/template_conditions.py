"""Conditions that are chosen, not written: a field, a comparison, a value, and what a template says of them.

They are called as those that narrow a list to a segment (`core.segment_words`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sendoff.core.language import phrase, quoted, tr
from sendoff.core.segment import DATES, Op, period
from sendoff.core.segment_words import COMPARED_DATES, COMPARISONS
from sendoff.core.template_formats import read_number
from sendoff.core.titles import UNTITLED, Titles, isolated, shortened

FILLED, EMPTY, IS, IS_NOT = "filled", "empty", "is", "is not"
AMONG = Op.IN.value
ORDERED = (Op.GREATER.value, Op.AT_LEAST.value, Op.LESS.value, Op.AT_MOST.value)
"""Comparisons with a number."""
_FILLED = ((FILLED, phrase("is filled")), (EMPTY, phrase("is empty")))
_SAID = dict((*COMPARISONS, *COMPARED_DATES))
TESTS = (
    *_FILLED,
    (IS, phrase("is")),
    (IS_NOT, phrase("is not")),
    *((key, _SAID[key]) for key in (AMONG, Op.CONTAINS.value, *ORDERED)),
)
"""How a field is compared, and how that is said."""
DATE_TESTS = (*((op.value, _SAID[op.value]) for op in DATES), *_FILLED)
"""The same for a column of dates."""
_WORDS = dict((*DATE_TESTS, *TESTS))
_LONGEST_TITLE = 28
_RESERVED = frozenset("and or not in is if else true false none True False None loop range".split())
_NAME = r"(?P<name>[^\W\d]\w*)"
_TEXT = r"'(?:[^'\\]|\\.)*'"
_EXPRESSIONS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<no>not\s+)?{_NAME}",
        rf"{_NAME}\s*(?P<sign>==|!=)\s*(?P<text>{_TEXT})",
        rf"{_NAME}\s*(?P<sign>[<>]=?)\s*(?P<number>-?\d+(?:\.\d+)?)",
        rf"{_NAME}\s+is\s+(?P<sign>{'|'.join(op.value for op in DATES)})\s*\(?\s*(?P<text>{_TEXT})\s*\)?",
        rf"{_NAME}\s+(?P<sign>in)\s+\[\s*(?P<among>{_TEXT}(?:\s*,\s*{_TEXT})*)\s*\]",
        rf"(?P<text>{_TEXT})\s+(?P<sign>in)\s+{_NAME}",
    )
)
_IF = re.compile(r"\{%-?\s*if\s+(?P<expression>.*?)\s*-?%\}", re.DOTALL)
_MARKED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|`([^`]*)`|(?<![=!<>])=(?!=)|\b(AND|OR|NOT)\b""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What must hold for a part to be shown."""

    name: str
    test: str = FILLED
    value: str = ""
    """A number or a date as it is typed; of several values, those with commas between them."""

    @property
    def expression(self) -> str:
        """Such as `city == 'Rome'`, `amount > 500` or `due is before('2026-01-31')`."""
        match self.test:
            case "filled" | "empty":
                return self.name if self.test == FILLED else f"not {self.name}"
            case "is" | "is not":
                return f"{self.name} {'==' if self.test == IS else '!='} {as_text(self.value)}"
            case "in":
                return f"{self.name} in [{', '.join(map(as_text, several(self.value)))}]"
            case "contains":
                return f"{as_text(self.value)} in {self.name}"
            case test if test in ORDERED:
                return f"{self.name} {test} {_number(self.value)}"
            case test:
                return f"{self.name} is {test}({as_text(self.value)})"

    @property
    def tag(self) -> str:
        """Such as `{% if city == 'Rome' %}`."""
        return f"{{% if {self.expression} %}}"

    @property
    def lacks(self) -> str:
        """What its value must be yet, as a sentence; empty where nothing is missing."""
        if self.test in ORDERED and not _number(self.value):
            return tr("Write a number, such as 500 or 84.50.")
        if self.test in DATES and not period(self.value):
            return tr("Write a date, such as 31.01.2026, 2026-01 or 2026.")
        if (self.test == AMONG and not several(self.value)) or (self.test == Op.CONTAINS and not self.value.strip()):
            return tr("Write what to look for.")
        return ""

    def words(self, titles: Titles = UNTITLED) -> str:
        """Such as “Amount is more than 500”."""
        name = isolated(shortened(titles.of(self.name), _LONGEST_TITLE))
        test = tr(_WORDS[self.test])
        if self.test in (FILLED, EMPTY):
            return f"{name} {test}"
        plain = self.test in ORDERED or self.test in DATES
        return f"{name} {test} {self.value if plain else quoted(self.value)}"


def comparisons_of(name: str, dates: Collection[str], now: str = "") -> Sequence[tuple[str, str]]:
    """The comparisons of a field, `dates` being those that hold dates; the one that is chosen `now` is among them."""
    offered = DATE_TESTS if name in dates else TESTS
    return offered if now in ("", *dict(offered)) else tuple(dict((*offered, *TESTS, *DATE_TESTS)).items())


def condition_in(expression: str) -> Condition | None:
    """The parts of an expression; None where it says more than one comparison."""
    found = next((one for pattern in _EXPRESSIONS if (one := pattern.fullmatch(expression.strip()))), None)
    if found is None or found["name"] in _RESERVED:
        return None
    parts = found.groupdict("")
    if not parts.get("sign"):
        return Condition(name=parts["name"], test=EMPTY if parts.get("no") else FILLED)
    among = [_unquoted(one) for one in re.findall(_TEXT, parts.get("among", ""))]
    value = ", ".join(among) or parts.get("number") or _unquoted(parts["text"])
    test = {"==": IS, "!=": IS_NOT}.get(parts["sign"], parts["sign"])
    if test == AMONG and not among:
        test = Op.CONTAINS.value
    # Several values that are typed again must be the same ones.
    return Condition(name=parts["name"], test=test, value=value) if not among or several(value) == among else None


def condition_of(tag: str) -> Condition | None:
    """The parts of an `{% if … %}`; None where it says more than a panel shows."""
    found = _IF.fullmatch(tag)
    return condition_in(found["expression"]) if found else None


def expression_words(expression: str, titles: Titles) -> str:
    """A condition for people: “Amount is more than 500”; a longer one with its fields called as their columns."""
    one = condition_in(expression)
    return one.words(titles) if one is not None else with_titles(expression, titles)


def with_titles(expression: str, titles: Titles) -> str:
    """An expression with its fields called as their columns, in quotation marks."""
    known = dict(titles.pairs)
    return re.sub(r"[^\W\d]\w*", lambda word: quoted(known[word[0]]) if word[0] in known else word[0], expression)


def expression_of(written: str, columns: Mapping[str, str]) -> str:
    """A condition as templates have it, of one written by hand; `columns` are the fields with their titles.

    One as in a segment (`city` = "Rome" AND …) is understood, and a column by its title, where no other has it.
    """
    named = {title.casefold(): name for name, title in columns.items()}
    spelled = [title for title in named if title not in columns and title not in _RESERVED]
    titled = "|".join(re.escape(title) for title in sorted(spelled, key=len, reverse=True))
    pattern = re.compile(rf"{_MARKED.pattern}|(?<![\w|.])({titled or '(?!)'})(?![\w(])|(\w+)", re.IGNORECASE)

    def said(part: re.Match[str]) -> str:
        text, marked, joins, title, word = part.groups()
        if text or word in columns:
            return text or word
        if marked:
            return marked if marked in columns else named.get(marked.casefold(), marked)
        if joins:
            return joins.lower()
        if title or word:
            return named.get((title or word).casefold(), title or word) if word not in _RESERVED else word
        return "=="

    return pattern.sub(said, written.strip())


def both(first: str, second: str) -> str:
    """The expression for which both hold; one that is empty always does."""
    return f"({first}) and ({second})" if first and second else first or second


def several(typed: str) -> list[str]:
    """The values between commas."""
    return [one.strip() for one in typed.split(",") if one.strip()]


def as_text(text: str) -> str:
    """A text in a template."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _number(typed: str) -> str:
    """A number as a template has it; empty where none is typed."""
    found = read_number(typed)
    return "" if found is None else f"{found.normalize():f}"


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text[1:-1])
