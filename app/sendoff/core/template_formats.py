"""Filters for dates, numbers, amounts and plurals as people of a place write them (Unicode's CLDR, by Babel).

Babel is loaded by the first template that needs it; nothing here depends on the machine's own locale.
"""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from babel.core import Locale

_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?")
_STYLES = frozenset({"short", "medium", "long", "full"})
_PATTERN = re.compile(r"[GyMLdEecaHhKkmsw .,:/'\w-]{1,60}")
_DIGITS = 10
_LARGEST = Decimal(10) ** 30
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_PLAIN = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,30})?")
_COMMA = re.compile(r"[+-]?\d{1,30},(?:\d{1,2}|\d{4,30})")
_GROUPED = {",": re.compile(r"[+-]?\d{1,3}(?:,\d{3})+\.\d+|[+-]?\d{1,3}(?:,\d{3}){2,}"),
            ".": re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+|[+-]?\d{1,3}(?:\.\d{3}){2,}")}  # fmt: skip
_FORMS = ("zero", "one", "two", "few", "many", "other")


def date(value: Any, locale: Any = "en", style: Any = "medium") -> str:
    """Write a day: short, medium, long, full, or by a pattern such as “EEEE, d. MMMM”.

    `{{ due | date("de", "long") }}`. Reads 2026-05-31, with a time or without, and 31.05.2026; an empty value stays
    empty. Raises ValueError.
    """
    from babel.dates import format_date, format_datetime

    if not (text := str(value).strip()):
        return ""
    when, place = _date(text), _locale(locale)
    if style in _STYLES:
        return format_date(when.date(), style, locale=place)
    if not isinstance(style, str) or not _PATTERN.fullmatch(style):
        raise ValueError("a date is short, medium, long, full or a pattern such as d MMMM yyyy")
    try:
        return format_datetime(when, style, locale=place)
    except (AttributeError, KeyError) as error:
        raise ValueError(f"“{style}” is no pattern of a date") from error


def number(value: Any, locale: Any = "en", digits: Any = None) -> str:
    """Write a figure with `digits` behind its separator.

    `{{ rate | number("de", 2) }}` makes 1.234,50. Raises ValueError.
    """
    from babel.numbers import format_decimal

    if not str(value).strip():
        return ""
    if digits is None:
        return format_decimal(_number(value), locale=_locale(locale))
    if not isinstance(digits, int) or not 0 <= digits <= _DIGITS:
        raise ValueError("a number has 0 to 10 digits behind its separator")
    pattern = "#,##0." + "0" * digits if digits else "#,##0"
    return format_decimal(_number(value), pattern, locale=_locale(locale))


def money(value: Any, currency: Any = "EUR", locale: Any = "en") -> str:
    """Write an amount in a currency.

    `{{ total | money("EUR", "de") }}` makes 1.234,50 €. Raises ValueError.
    """
    from babel.numbers import format_currency

    if not str(value).strip():
        return ""
    if not re.fullmatch(r"[A-Z]{3}", str(currency)):
        raise ValueError("a currency is three capitals, such as EUR")
    return format_currency(_number(value), str(currency), locale=_locale(locale))


def plural(value: Any, *forms: Any, locale: Any = "en") -> str:
    """Choose the form of a word that goes with a number.

    `{{ days }} {{ days | plural("day", "days") }}`; a language with more forms takes them in CLDR's order,
    `plural("plik", "pliki", "plików", locale="pl")`, and with two the second stands for all but the first. Raises
    ValueError.
    """
    rule = _locale(locale).plural_form
    names = [name for name in _FORMS if name in rule.tags or name == "other"]
    form = rule(abs(_number(value if str(value).strip() else 0)))
    if len(forms) == 2:  # noqa: PLR2004 -- one, and all the others
        return str(forms[0] if form == names[0] else forms[1])
    # The form for fractions may be left out.
    if len(forms) < 2 or len(forms) not in {len(names), len(names) - 1}:  # noqa: PLR2004 -- likewise
        raise ValueError(f"plural needs two forms, or those for {', '.join(names)}")
    return str(forms[min(names.index(form), len(forms) - 1)])


@lru_cache(maxsize=64)
def _locale(name: Any) -> Locale:
    from babel.core import Locale, UnknownLocaleError

    if isinstance(name, str) and _LOCALE.fullmatch(name):
        try:
            return Locale.parse(name.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            pass
    raise ValueError("a language is written like de or pt_BR")


def _date(text: str) -> datetime:
    if found := _DOTTED.fullmatch(text):
        return datetime(int(found[3]), int(found[2]), int(found[1]))  # noqa: DTZ001 -- a day has no time zone
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"“{text[:40]}” is no date like 2026-05-31") from error


def _number(value: Any) -> Decimal:
    """Read a number in whatever way it is written, but never guess: “1,234” may be either."""
    text = re.sub(r"[\s'’]", "", str(value))
    if _GROUPED[","].fullmatch(text):
        text = text.replace(",", "")
    elif _GROUPED["."].fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    elif not (isinstance(value, (int, float)) or _PLAIN.fullmatch(text)):
        raise ValueError(f"“{text[:40]}” is no number that can be read in one way only; write 1234.50")
    try:
        found = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"“{text[:40]}” is no number") from error
    if not found.is_finite() or abs(found) > _LARGEST:
        raise ValueError("the number is too large")
    return found
