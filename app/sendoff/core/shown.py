"""How the values of a column are shown in a message: the form its field comes with, and the others that fit.

A list keeps its values as they are (2026-03-14, 84.5), so that rows compare; what is read is decided at the field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from sendoff.core.cell_formats import currency_in, filter_of
from sendoff.core.dates import read_date
from sendoff.core.errors import InputError
from sendoff.core.template import Template, compile_template
from sendoff.core.template_formats import read_number

_Place = TypeVar("_Place")
Formats = tuple[tuple[str, str], ...]
"""Fields and the number formats of their cells, such as `dd.mm.yyyy`, as a list's workbook has them."""
SAMPLE = 1_000
"""Rows that tell what a column holds."""
_MOST = 0.8
"""The part of the values that must be dates or numbers; the others are shown as they stand."""
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_MIDNIGHT = re.compile(r"[ T]00:00(?::00)?")
_FIGURES = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:[.,'’]\d+)*")
"""No zero in front: 01067 is no number, and +49 is none either."""
_BROKEN = re.compile(r"-?\d+\.(\d+)")
_THOUSANDS = re.compile(r"-?\d{1,3}\.\d{3}")
_WIDEST = 4
"""More figures behind the point are a result, or a place on the earth: how many of them matter nobody knows."""
_YEARS = (1900, 2100)
_NAMES = frozenset(
    "id no nr num key code zip plz postal postcode postleitzahl phone telephone telefon tel mobile mobil handy fax "
    "iban bic ean isbn sku pin ref reference account konto lat latitude lon lng longitude version".split()
)
"""Words in a column's name that make its figures no numbers to count with."""
_MONEY = frozenset(
    "amount price total sum cost fee spent balance donation paid due eur euro usd gbp chf "
    "betrag preis summe gesamt kosten gebühr spende umsatz guthaben beitrag bezahlt".split()
)
_CENTS = 2
"""Figures behind the point of money, even where the list happens to hold full tens of cents only."""
_ENDS = ("number", "nummer", "nr", "year", "jahr", "code", "phone", "telefon")


@dataclass(frozen=True, slots=True)
class Shown:
    """One form: the filter, and a value of the list in it."""

    filter: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """What fits a column: empty for words."""

    usual: str = ""
    """The filter its field comes with; empty = as in the list."""
    raw: str = ""
    """The value that the examples show, as in the list."""
    offered: tuple[Shown, ...] = ()
    """The one it comes with first."""

    @property
    def dates(self) -> bool:
        """Whether they are forms of a date."""
        return any(one.filter.startswith("date") for one in self.offered)


WORDS = Forms()


def joined_formats(first: Formats, second: Formats) -> Formats:
    """The formats of two lists in one; the first one's lead."""
    return tuple({**dict(second), **dict(first)}.items())


def forms_of(name: str, values: Sequence[str], language: str, code: str = "") -> Forms:
    """The forms that fit a column of this name, by values of it; `code` is the number format of its cells."""
    filled = [value.strip() for value in values if value.strip()]
    if dates := _most(filled, _is_date):
        return _dates(dates, language, code)
    numbers = _most(filled, _is_number)
    if numbers and not _is_label(name, numbers) and not (_may_be_thousands(numbers) and not code):
        return _numbers(name, numbers, language, code)
    return WORDS


def all_forms(
    fields: Sequence[str], rows: Sequence[Mapping[str, str]], language: str, formats: Formats
) -> dict[str, Forms]:
    """The forms of every column that has some, by rows of the list and the number formats of its cells."""
    codes = dict(formats)
    found = {
        name: forms_of(name, [row.get(name, "") for row in rows], language, codes.get(name, "")) for name in fields
    }
    return {name: forms for name, forms in found.items() if forms.offered}


def own_forms(
    fields: Sequence[str], rows: Sequence[Mapping[str, str]], language: str, formats: Formats
) -> dict[str, str]:
    """The filter of every column whose cells bring a number format, as its field in a message is shown."""
    named = dict(formats)
    found = all_forms([name for name in fields if name in named], rows, language, formats)
    return {name: forms.usual for name, forms in found.items() if forms.usual}


def as_shown(forms: Mapping[_Place, str], place: _Place, value: str) -> str:
    """A column's value in its form; as it stands where it has none or is no such value."""
    form = forms.get(place, "")
    return (in_form(form, value) or value) if form and value else value


def holds_dates(values: Sequence[str]) -> bool:
    """Say whether nearly all of the values that are there are dates."""
    return bool(_most([value.strip() for value in values if value.strip()], _is_date))


def in_form(form: str, value: str) -> str:
    """A value as a filter writes it; empty where the filter cannot be."""
    try:
        return _template(form).render({"x": value})
    except InputError:
        return ""


@lru_cache(maxsize=256)
def _template(form: str) -> Template:
    return compile_template(f"{{{{ x | {form} }}}}", html=False, where="text")


def _most(values: Sequence[str], fits: Callable[[str], bool]) -> list[str]:
    """Those that fit, if they are nearly all."""
    head = values[:20]
    if sum(map(fits, head)) < len(head) / 2:
        return []
    fitting = [value for value in values if fits(value)]
    return fitting if len(fitting) >= _MOST * len(values) else []


def _is_date(value: str) -> bool:
    """Whether it is written as nothing but a date is: 20260131 may be a number."""
    return bool(_ISO.fullmatch(value) or _DOTTED.fullmatch(value)) and read_date(value) is not None


def _size(value: str) -> Decimal:
    return abs(read_number(value) or Decimal(0))


def _is_number(value: str) -> bool:
    return bool(_FIGURES.fullmatch(value)) and read_number(value) is not None


def _may_be_thousands(numbers: Sequence[str]) -> bool:
    """`1.234`, and never another count of figures behind the point: in German that is a thousand and more."""
    broken = [one for one in numbers if not one.lstrip("-").isdecimal()]
    return bool(broken) and all(_THOUSANDS.fullmatch(one) for one in broken)


def _is_label(name: str, numbers: Sequence[str]) -> bool:
    """Ids, years, postcodes and phone numbers are figures that nobody counts with."""
    words = name.lower().split("_")
    named = bool(_NAMES.intersection(words)) or any(word.endswith(_ENDS) for word in words)
    whole = all(one.lstrip("-").isdecimal() for one in numbers)
    if not whole:
        return bool(_NAMES.intersection(words))
    first, last = _YEARS
    return named or all(first <= int(one) <= last for one in numbers)


def _dates(dates: Sequence[str], language: str, code: str) -> Forms:
    raw = dates[0]
    clock = ", HH:mm" if any(":" in one and not _MIDNIGHT.search(one) for one in dates) else ""
    own = filter_of(code, language)
    own = own if own.startswith("date") else ""
    long = {"en": "date('en', 'd MMMM yyyy{}')", "de": "date('de', 'd. MMMM yyyy{}')"}
    said = long.pop(language, f"date('{language}', 'd MMMM yyyy{{}}')")
    usual = own or said.format(clock)
    others = (
        said, *long.values(), "date('en', 'MMMM d, yyyy{}')", "date('de', 'dd.MM.yyyy{}')",
        "date('en', 'MM/dd/yyyy{}')", "date('en', 'dd/MM/yyyy{}')",
    )  # fmt: skip
    written = any(_DOTTED.fullmatch(one) for one in dates)  # by somebody, as it shall be read
    return _made("" if written and not own else usual, [usual, *(one.format(clock) for one in others)], raw, dates)


def _numbers(name: str, numbers: Sequence[str], language: str, code: str) -> Forms:
    whole = all(one.lstrip("-").isdecimal() for one in numbers)
    broken = [found[1] for one in numbers if (found := _BROKEN.fullmatch(one))]
    widest = max(map(len, broken), default=0)
    widest = _CENTS if widest == 1 and _MONEY.intersection(name.lower().split("_")) else widest
    own = filter_of(code, language)
    own = own if own.startswith(("money", "number", "percent")) else ""
    plain = all(_BROKEN.fullmatch(one) or one.lstrip("-").isdecimal() for one in numbers)
    usual = own or (f"number('{language}', {widest})" if plain and 0 < widest <= _WIDEST else "")
    raw = max(numbers, key=_size)
    if usual and in_form(usual, raw) == raw:
        raw = next((one for one in numbers if in_form(usual, one) != one), raw)
    sides = (language, *(one for one in ("en", "de") if one != language))
    places = 0 if whole else min(max(widest, 2), _WIDEST)
    others = [usual, *(f"number('{side}', {places})" for side in sides)]
    if places:
        others.append(f"number('{language}', {places}, grouped=false)")
    currencies = dict.fromkeys((currency_in(code) or "EUR", "EUR", "USD"))
    others += [f"money('{one}', '{side}')" for one in currencies for side in sides]
    if places and _size(raw) <= 1:
        others.append(f"percent('{language}')")
    return _made(usual, others, raw, numbers)


def _made(usual: str, filters: Sequence[str], raw: str, values: Sequence[str]) -> Forms:
    """The forms with their examples: those that look alike once, and none that changes nothing."""
    looks: dict[str, str] = {}
    for one in filters:
        if one and (example := in_form(one, raw)) not in {"", raw}:
            looks.setdefault(example, one)
    if usual and all(in_form(usual, one) == one for one in values):
        usual = ""
    return Forms(usual=usual, raw=raw, offered=tuple(Shown(one, example) for example, one in looks.items()))
