"""What a template may do with a value, and the meter that keeps every template short and small.

The sandbox of Jinja2 keeps a template away from the machine but bounds neither time nor memory; the meter does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import Any
from urllib.parse import quote

from jinja2 import TemplateRuntimeError, Undefined, pass_context
from jinja2.filters import do_capitalize, do_float, do_int, do_title, do_truncate
from jinja2.runtime import Context
from markupsafe import Markup, escape

from sendoff.core import template_formats
from sendoff.core.said import figure, quoted, said
from sendoff.core.template_faults import NotANumberError
from sendoff.core.template_tests import comparable

BUDGET = 300_000
"""Steps of one rendering; a step is one visit of a template's node, or eight characters worked on."""

LONGEST = 100_000
"""Characters of a text inside an expression."""

LONGEST_RANGE = 10_000
"""Numbers of a `range()`."""

_LARGEST = 10**15
_MOST_DIGITS = 10
_MOST_TRIMMED = 100
_SCALARS = (str, int, float)


class Exhausted(TemplateRuntimeError):  # noqa: N818 -- a condition, as Withheld is
    """The template asked for more work than a message can need."""


class Rendering(Context):
    """The values of one rendering and what is left of its budget."""

    budget = BUDGET

    def spend(self, steps: int) -> None:
        """Take `steps` from the budget. Raises Exhausted."""
        self.budget -= steps
        if self.budget < 0:
            raise Exhausted(said("it takes too many steps"))


def printable(value: object) -> object:
    """Let texts and numbers into the output; a list, a method or an undefined name is an error."""
    if isinstance(value, _SCALARS):
        return value
    if value is None:
        return ""
    if isinstance(value, Undefined):
        return str(value)
    raise TypeError(said("a list cannot be printed; use join"))


def counted(context: Rendering, items: Any, weight: int) -> Any:
    """Charge a loop before it starts: its length times the nodes of its body."""
    if not isinstance(items, (str, list, tuple, range)):
        raise TypeError(said("for needs a list"))
    context.spend((len(items) + 1) * weight)
    return items


def weighed(context: Rendering, value: Any) -> Any:
    """Charge work on a value in proportion to its length."""
    if isinstance(value, (str, list, tuple)):
        context.spend(len(value) >> 3)
    return value


def bounded_range(context: Rendering, *args: Any) -> range:
    """Make a range of a sane length."""
    numbers = range(*args)
    if len(numbers) > LONGEST_RANGE:
        raise Exhausted(said("a range is longer than {longest_range}", longest_range=figure(f"{LONGEST_RANGE:,}")))
    context.spend(1)
    return numbers


def flat(_context: Rendering, items: Any) -> Any:
    """Refuse lists in lists: a few of them can stand for more items than memory holds."""
    if not all(isinstance(item, _SCALARS) for item in items):
        raise TypeError(said("a list holds only texts and numbers"))
    return items


def joined(context: Rendering, *parts: Any) -> str:
    """Join with `~`: texts and numbers, HTML staying HTML."""
    texts = [part if isinstance(part, str) else str(printable(part)) for part in parts]
    _afford(context, sum(map(len, texts)))
    if any(isinstance(text, Markup) for text in texts):
        return Markup("").join(texts)
    return "".join(texts)


def arithmetic(context: Rendering, operator: str, operation: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:
    """Calculate with numbers of a sane size; `+` also joins two texts."""
    if operator == "+" and isinstance(left, str) and isinstance(right, str):
        return joined(context, left, right)
    if not (isinstance(left, (int, float)) and isinstance(right, (int, float))):
        raise NotANumberError(said("{operator} needs two numbers", operator=quoted(operator)))
    if abs(left) > _LARGEST or abs(right) > _LARGEST:
        raise Exhausted(said("a number is larger than 10 to the power of 15"))
    return operation(left, right)


def _afford(context: Rendering, length: int) -> None:
    if length > LONGEST:
        raise Exhausted(said("a text is longer than {longest} characters", longest=figure(f"{LONGEST:,}")))
    context.spend(length >> 3)


def _default(context: Rendering, value: Any, other: Any = "", *_: Any) -> Any:  # noqa: ARG001 -- a filter's signature
    """Take `other` where the value is missing, empty or blank: a list has every field in every row."""
    if isinstance(value, Undefined) or value is None or (isinstance(value, str) and not value.strip()):
        return other
    return value


def _metered(work: Callable[..., Any]) -> Callable[..., Any]:
    """Charge a filter for the text it reads and the text it makes."""

    def metered(context: Rendering, value: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(value, Undefined):
            str(value)
        for text in (value, *args, *kwargs.values()):
            if isinstance(text, (str, list, tuple)):
                context.spend(1 + (len(text) >> 3))
        result = work(value, *args, **kwargs)
        if isinstance(result, str):
            _afford(context, len(result))
        return result

    return metered


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(printable(value))


def _replace(value: Any, old: Any, new: Any) -> str:
    text, old, new = str(_text(value)), str(_text(old)), str(_text(new))
    if len(text) + text.count(old) * len(new) > LONGEST:
        raise Exhausted(said("replace makes a text longer than {longest} characters", longest=figure(f"{LONGEST:,}")))
    return text.replace(old, new)


def _join(items: Any, between: Any = "") -> str:
    between, texts = _text(between), [_text(item) for item in items]
    if sum(map(len, texts)) + len(between) * len(texts) > LONGEST:
        raise Exhausted(said("join makes a text longer than {longest} characters", longest=figure(f"{LONGEST:,}")))
    return str(between).join(map(str, texts))


def _round(value: Any, digits: Any = 0) -> float:
    if not (isinstance(value, (int, float)) and isinstance(digits, int) and 0 <= digits <= _MOST_DIGITS):
        raise TypeError(said("round needs a number and 0 to 10 digits"))
    return round(float(value), digits)


def _split(value: Any, between: Any = None) -> list[str]:
    return _text(value).split(between if between is None else _text(between))


def _truncate(value: Any, length: Any = 255, killwords: Any = None, end: Any = "…") -> str:
    if not isinstance(length, int) or length < len(end):
        raise TypeError(said("truncate needs a length of at least {least}", least=len(end)))
    return str(do_truncate(None, _text(value), length, bool(killwords), end, 0))  # type: ignore[arg-type]  # leeway given


def _trim(value: Any, chars: Any = None) -> str:
    if chars is not None and len(_text(chars)) > _MOST_TRIMMED:
        raise TypeError(said("trim takes at most {most} characters", most=_MOST_TRIMMED))
    return _text(value).strip(chars)


def _striptags(value: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^<>]*>", " ", _text(value))).split())


def _nl2br(value: Any) -> Markup:
    return Markup("<br>\n").join(escape(line) for line in _text(value).splitlines())


def _plain(value: Any) -> str:
    return _text(value)


_COMMON: Mapping[str, Callable[..., Any]] = {
    "capitalize": lambda value: do_capitalize(_text(value)),
    "date": template_formats.date,
    "first": lambda value: value[0] if value else "",
    "float": lambda value, other=0.0: do_float(value, other),
    "int": lambda value, other=0: do_int(value, other),
    "join": _join,
    "last": lambda value: value[-1] if value else "",
    "length": len,
    "lower": lambda value: _text(value).lower(),
    "money": template_formats.money,
    "number": template_formats.number,
    "percent": template_formats.percent,
    "plural": template_formats.plural,
    "replace": _replace,
    "round": _round,
    "split": _split,
    "striptags": _striptags,
    "title": lambda value: do_title(_text(value)),
    "trim": _trim,
    "truncate": _truncate,
    "upper": lambda value: _text(value).upper(),
    "urlencode": lambda value: quote(_text(value), safe="/"),
    "wordcount": lambda value: len(_text(value).split()),
}
_IN_HTML: Mapping[str, Callable[..., Any]] = {
    "e": lambda value: escape(_text(value)),
    "escape": lambda value: escape(_text(value)),
    "nl2br": _nl2br,
    "safe": lambda value: Markup(_text(value)),  # noqa: S704 -- the author's word that a column holds HTML
}
_IN_TEXT: Mapping[str, Callable[..., Any]] = dict.fromkeys(_IN_HTML, _plain)
"""In plain text there is nothing to escape: a text made from HTML keeps the filters its source had."""

_INTERNAL: Mapping[str, Callable[..., Any]] = {
    " compare": comparable,
    " concat": joined,
    " flat": flat,
    " loop": counted,
    " range": bounded_range,
    " weigh": weighed,
}
"""What the rewriting puts in; a blank in the name keeps authors from calling them."""

FILTERS = frozenset(_COMMON) | frozenset(_IN_HTML) | {"default", "d"}
"""The filters authors may use."""


def filters(*, html: bool) -> dict[str, Callable[..., Any]]:
    """All filters of a kind of template, by name."""
    own = {name: _metered(work) for name, work in {**_COMMON, **(_IN_HTML if html else _IN_TEXT)}.items()}
    every = {**own, **_INTERNAL, "default": _default, "d": _default}
    return {name: pass_context(work) for name, work in every.items()}
