"""The number formats of spreadsheets (ECMA-376 18.8.31), such as `dd.mm.yyyy` or `0.00 "€"`, as template filters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from sendoff.core.template_formats import date, money, number

_TOKEN = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<sign>[^\]-]*)(?:-(?P<place>[0-9A-Fa-f]{3,8}))?[^\]]*\]'
    r"|\[(?P<aside>[^\]]*)\]|_.|\*.|(?P<day>am/pm|a/p|y+|m+|d+|h+|s+)|(?P<figure>[0#?][0#?.,]*)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*', re.DOTALL)
_COLOURS = frozenset("black blue cyan green magenta red white yellow".split())
_LETTERS = {
    "yyyy": "yyyy", "yy": "yy", "mmmm": "MMMM", "mmm": "MMM", "mm": "MM", "m": "M", "dddd": "EEEE", "ddd": "EEE",
    "dd": "dd", "d": "d", "hh": "HH", "h": "H", "ss": "ss", "s": "s",
}  # fmt: skip
"""Parts of a date, as CLDR writes them."""
_BETWEEN = frozenset(" .,:/-\u00a0")
_AROUND = frozenset(" -+.,/()\u00a0")
_BARRED = re.compile(r"""[{}|%#\\"'<>&\n]""")
_LONGEST = 100
_LONGEST_SIGN = 12
_ISO = re.compile(r"yyyy.MM.dd(.HH:mm(:ss)?)?")
_PLACES = {
    0x407: "de", 0x807: "de_CH", 0xC07: "de_AT", 0x409: "en", 0x809: "en_GB", 0x40C: "fr", 0x40A: "es", 0xC0A: "es",
    0x410: "it", 0x413: "nl", 0x415: "pl", 0x416: "pt_BR", 0x816: "pt", 0x405: "cs", 0x406: "da", 0x41D: "sv",
    0x40B: "fi", 0x414: "nb", 0x40E: "hu", 0x418: "ro", 0x419: "ru", 0x41F: "tr", 0x422: "uk", 0x408: "el",
}  # fmt: skip
"""Windows' numbers of languages (MS-LCID), for the names of months."""
_SYSTEM = 0xF800
"""The number from which on a format means the system's own, whatever else it says."""
_CURRENCIES = {"€": "EUR", "EUR": "EUR", "$": "USD", "£": "GBP", "zł": "PLN", "CHF": "CHF", "¥": "JPY"}
BUILT_IN = {
    2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 20: "h:mm", 21: "h:mm:ss", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    41: "#,##0", 43: "#,##0.00",
}  # fmt: skip
"""The formats that a workbook names by a number alone; those that mean “as the system does” are left out."""


@lru_cache(maxsize=256)
def filter_of(code: str, language: str) -> str:
    """The filter that shows a value as the spreadsheet does; empty where the format says nothing of its own.

    That is so of `General` and of dates year first, which is how they are kept. `language` is a locale, for the names
    of months and the signs within numbers.
    """
    section = _SECTION.match(code[:_LONGEST])
    parts = list(_TOKEN.finditer(section[0])) if section else []
    if any(one["aside"] is not None and one["aside"].lower() not in _COLOURS for one in parts):
        return ""  # a condition, or hours beyond a day
    days, figures = (any(one[kind] for one in parts) for kind in ("day", "figure"))
    if days == figures:
        return ""
    return _date(parts, language) if days else _number(parts, language)


def currency_in(code: str) -> str:
    """The currency of an amount's format, as three capitals; empty where it has none that is known."""
    return next((iso for sign, iso in _CURRENCIES.items() if sign in code and (sign != "$" or _dollars(code))), "")


def _dollars(code: str) -> bool:
    """A `$` in brackets only begins the sign of another currency."""
    return "$" in code.replace("[$", "") or "[$$" in code


def _date(parts: Sequence[re.Match[str]], language: str) -> str:
    days = [one["day"].lower() for one in parts if one["day"]]
    pattern, place, at = "", language, 0
    for one in parts:
        if one["place"]:
            number_of = int(one["place"], 16) & 0xFFFF
            if number_of >= _SYSTEM:
                return ""
            place = _PLACES.get(number_of, place)
        elif one["day"]:
            pattern += _letters(days, at)
            at += 1
        else:
            between = one["text"] or one["escaped"] or one["other"] or ""
            if between == "@" or not between:
                continue
            if not set(between) <= _BETWEEN and (_BARRED.search(between) or not one["text"]):
                return ""
            pattern += between if set(between) <= _BETWEEN else f"'{between}'"
    if "am/pm" in days or "a/p" in days:
        pattern = pattern.replace("H", "h")
    pattern = pattern.strip()
    if _ISO.fullmatch(pattern) or not _can_be(place, pattern):
        return ""
    quote = '"' if "'" in pattern else "'"
    return f"date('{place}', {quote}{pattern}{quote})"


def _can_be(place: str, pattern: str) -> bool:
    try:
        return bool(date("2026-11-23 09:00", place, pattern))
    except ValueError:
        return False


def _letters(days: Sequence[str], at: int) -> str:
    """A part of a date; an `m` beside hours or seconds is minutes."""
    part = days[at]
    if part in {"am/pm", "a/p"}:
        return "a"
    if part in {"m", "mm"} and (days[at - 1 : at][:1] in (["h"], ["hh"]) or days[at + 1 : at + 2] in (["s"], ["ss"])):
        return part
    return _LETTERS.get(part, _LETTERS.get(part[:4], _LETTERS[part[:1] * 2]))


def _number(parts: Sequence[re.Match[str]], language: str) -> str:
    before = after = figure = ""
    for one in parts:
        if one["figure"]:
            if figure:
                return ""
            figure = one["figure"]
            continue
        around = one["text"] or one["escaped"] or one["sign"] or one["other"] or ""
        if one["other"] and not (around in _AROUND or around == "%" or unicodedata.category(around) == "Sc"):
            return ""
        before, after = (before, after + around) if figure else (before + around, after)
    whole, _, behind = figure.partition(".")
    # Thousands that are left out, figures that may be, and zeros in front are beyond a filter.
    if whole.endswith(",") or set(behind) - {"0", "?"} or whole.count("0") > 1:
        return ""
    before, after = before.lstrip(), after.rstrip()
    if after.strip() == "%" and not before:
        return f"percent('{language}', {len(behind)})" if behind else f"percent('{language}')"
    return _amount(language, len(behind), "," in whole, before, after)


def _amount(language: str, digits: int, grouped: bool, before: str, after: str) -> str:  # noqa: FBT001 -- parts of a format
    if _BARRED.search(before + after) or len(before + after) > _LONGEST_SIGN:
        return ""
    if not (digits or grouped or before or after):
        return ""
    currency = _CURRENCIES.get((before + after).strip(), "")
    if currency and grouped:
        tries = ("1234.56", "-7")
        own = [number(one, language, digits, grouped, before, after) for one in tries]
        if own == [money(one, currency, language) for one in tries]:
            return f"money('{currency}', '{language}')"
    said = [f"'{language}'", str(digits)]
    said += ["grouped=false"] if not grouped else []
    said += [f"before='{before}'"] if before else []
    said += [f"after='{after}'"] if after else []
    return f"number({', '.join(said)})"
