"""Filters for dates, numbers, amounts and plurals as people of a place write them (Unicode's CLDR, by Babel).

Babel is loaded by the first template that needs it; nothing here depends on the machine's own locale.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sendoff.core.dates import read_date
from sendoff.core.said import said

if TYPE_CHECKING:
    from babel.core import Locale

_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?")
_STYLES = frozenset({"short", "medium", "long", "full"})
_PATTERN = re.compile(r"[GyMLdEecaHhKkmsw .,:/'\w-]{1,60}")
_DIGITS = 10
_PRECISE = 60
"""Figures of the longest number that is read, with room for its rounding."""
_LONGEST = 100
"""Characters of a number."""
_AROUND = 40
"""Characters before and after a number."""
_SIGNED = re.compile(r"(\D*)(.*)", re.DOTALL)
_FIRM = "\u00a0"
_LARGEST = Decimal(10) ** 30
_PLAIN = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,30})?")
_COMMA = re.compile(r"[+-]?\d{1,30},(?:\d{1,2}|\d{4,30})")
_GROUPED = {",": re.compile(r"[+-]?\d{1,3}(?:,\d{3})+\.\d+|[+-]?\d{1,3}(?:,\d{3}){2,}"),
            ".": re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+|[+-]?\d{1,3}(?:\.\d{3}){2,}")}  # fmt: skip
_FORMS = ("zero", "one", "two", "few", "many", "other")


def date(value: Any, locale: Any = "en", style: Any = "medium") -> str:
    """Write a day: short, medium, long, full, or by a pattern such as “EEEE, d. MMMM”.

    `{{ due | date("de", "long") }}`. Reads 2026-05-31, with a time or without, and 31.05.2026; an empty value stays
    empty, and what is no date stays as it stands. Raises ValueError for a language or a style there is not.
    """
    from babel.dates import format_date, format_datetime

    place = _locale(locale)
    if not isinstance(style, str) or not (style in _STYLES or _PATTERN.fullmatch(style)):
        raise ValueError(said("a date is short, medium, long, full or a pattern such as d MMMM yyyy"))
    if (when := read_date(_cell(value))) is None:
        return _as_it_stands(value)
    if style in _STYLES:
        return format_date(when.date(), style, locale=place)
    try:
        return format_datetime(when, style, locale=place)
    except (AttributeError, KeyError) as error:
        raise ValueError(said("“{style}” is no pattern of a date", style=style)) from error


def number(
    value: Any,
    locale: Any = "en",
    digits: Any = None,
    grouped: Any = True,  # noqa: FBT002 -- an author says it by its name
    before: Any = "",
    after: Any = "",
) -> str:
    """Write a figure with `digits` behind its separator, thousands in groups, and words or a sign around it.

    `{{ rate | number("de", 2) }}` makes 1.234,50, and `number("de", 2, grouped=false, after=" kg")` 1234,50 kg.
    What can be read in no way or in several stays as it stands. Raises ValueError for arguments that cannot be.
    """
    place = _locale(locale)
    if digits is not None:
        _check_digits(digits)
    if not (isinstance(before, str) and isinstance(after, str) and len(before) + len(after) <= _AROUND):
        raise ValueError(said("what stands before or after a number is a short text"))
    if (figure := read_number(value)) is None:
        return _as_it_stands(value)
    sign, rest = _SIGNED.fullmatch(_written(figure, place, digits, grouped=bool(grouped))).groups()  # type: ignore[union-attr]  # anything fits
    # The sign comes first, and what is around a number stays on its line.
    return sign + re.sub(r"\s+$", _FIRM, before) + rest + re.sub(r"^\s+", _FIRM, after)


def money(value: Any, currency: Any = "EUR", locale: Any = "en") -> str:
    """Write an amount in a currency, or what is no number as it stands.

    `{{ total | money("EUR", "de") }}` makes 1.234,50 €. Raises ValueError for a currency or a language there is not.
    """
    from babel.numbers import format_currency, get_currency_precision

    place = _locale(locale)
    if not re.fullmatch(r"[A-Z]{3}", str(currency)):
        raise ValueError(said("a currency is three capitals, such as EUR"))
    if (figure := read_number(value)) is None:
        return _as_it_stands(value)
    return format_currency(_rounded(figure, get_currency_precision(str(currency))), str(currency), locale=place)


def percent(value: Any, locale: Any = "en", digits: Any = 0) -> str:
    """Write a share of one as a percentage, as a spreadsheet does, or what is no number as it stands.

    `{{ discount | percent("de") }}` makes 15 % of 0.15. Raises ValueError as `number` does.
    """
    from babel.numbers import format_percent

    place = _locale(locale)
    _check_digits(digits)
    if (figure := read_number(value)) is None:
        return _as_it_stands(value)
    pattern = "0." + "0" * digits if digits else "0"
    usual = place.percent_formats[None].pattern
    return format_percent(_rounded(figure, digits + 2), re.sub(r"[#,0.]+", pattern, usual), locale=place)


def plural(value: Any, *forms: Any, locale: Any = "en") -> str:
    """Choose the form of a word that goes with a number.

    `{{ days }} {{ days | plural("day", "days") }}`; a language with more forms takes them in CLDR's order,
    `plural("plik", "pliki", "plików", locale="pl")`, and with two the second stands for all but the first. Raises
    ValueError.
    """
    rule = _locale(locale).plural_form
    names = [name for name in _FORMS if name in rule.tags or name == "other"]
    counted = read_number(value if _cell(value).strip() else 0)
    if counted is None:
        raise ValueError(
            said("“{text}” is no number that can be read in one way only; write 1234.50", text=str(value)[:40])
        )
    form = rule(abs(counted))
    if len(forms) == 2:  # noqa: PLR2004 -- one, and all the others
        return str(forms[0] if form == names[0] else forms[1])
    # The form for fractions may be left out.
    if len(forms) < 2 or len(forms) not in {len(names), len(names) - 1}:  # noqa: PLR2004 -- likewise
        raise ValueError(said("plural needs two forms, or those for {names}", names=", ".join(names)))
    return str(forms[min(names.index(form), len(forms) - 1)])


@lru_cache(maxsize=64)
def _locale(name: Any) -> Locale:
    from babel.core import Locale, UnknownLocaleError

    if isinstance(name, str) and _LOCALE.fullmatch(name):
        try:
            return Locale.parse(name.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            pass
    raise ValueError(said("a language is written like de or pt_BR"))


def read_number(value: Any) -> Decimal | None:
    """The number a value says, in whatever way it is written, but never a guess: “1,234” may be either, so None.

    Raises TypeError for a list.
    """
    if len(text := _cell(value).strip()) > _LONGEST:
        return None
    text = re.sub(r"[\s'’]", "", text)
    if _GROUPED[","].fullmatch(text):
        text = text.replace(",", "")
    elif _GROUPED["."].fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    elif not (isinstance(value, (int, float)) or _PLAIN.fullmatch(text)):
        return None
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found) <= _LARGEST else None


def _cell(value: Any) -> str:
    if not isinstance(value, (str, int, float)):
        raise TypeError(said("a list is neither a date nor a number"))
    return str(value)


def _as_it_stands(value: Any) -> str:
    text = _cell(value)
    return text if text.strip() else ""


def _written(figure: Decimal, place: Locale, digits: int | None, *, grouped: bool) -> str:
    from babel.numbers import format_decimal

    if digits is None:
        return format_decimal(figure or Decimal(0), locale=place, group_separator=grouped)
    pattern = ("#,##0" if grouped else "0") + ("." + "0" * digits if digits else "")
    return format_decimal(_rounded(figure, digits), pattern, locale=place)


def _check_digits(digits: Any) -> None:
    if not isinstance(digits, int) or not 0 <= digits <= _DIGITS:
        raise ValueError(said("a number has 0 to 10 digits behind its separator"))


def _rounded(figure: Decimal, digits: int) -> Decimal:
    """A half goes up, as in a spreadsheet."""
    with localcontext(prec=_PRECISE):
        return figure.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP) or Decimal(0)  # never -0
