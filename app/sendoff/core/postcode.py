"""Tells a postal address in running text by its postcode, and not a year, an order's number or a sum of money.

A guess: the formats of the countries that are written most often, each where it stands in an address.
"""

from __future__ import annotations

import re

_CAPITAL = r"[^\W\d_a-zß-ÿ]"
"""A letter that can begin a name; where a script has no capitals, any."""
_MONEY = r"(?!(?:EUR|Euro|CHF|USD|GBP|Dollar|Franken|Pfund)\b)"
_LINK = r"(?:am|an|auf|bei|da|de|del|den|der|do|im|in|la|le|les|ob|sur)\b"
"""Small words inside a town's name."""
_PART = r"(?:^|[,;|·•–—(]| / )[ \t\xa0]*"
"""The beginning of a line, or of a part of it."""
_DISTINCT = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"  # United Kingdom
    r"|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"  # Canada
    r"|\b[A-Z]\d[\dW] [A-Z][A-Z\d]{3}\b"  # Ireland
    r"|\b[A-Z]{2} \d{5}(?:-\d{4})?\b"  # United States, behind the state
    r"|\b(?:ACT|NSW|NT|QLD|SA|TAS|VIC|WA) \d{4}\b"  # Australia
    r"|\b\d{5}-\d{3}\b"  # Brazil
    r"|〒 ?\d{3}-?\d{4}\b"  # Japan
)
_BEFORE_TOWN = re.compile(
    rf"(?P<number>\b\d{{1,4}} ?[a-z]? )?(?:(?(number)|{_PART}))(?:[A-Z]{{1,3}}[-–] ?)?"
    r"(?P<code>\d{4,6}|\d{3}[ \xa0]\d{2}|\d{2}-\d{3}|\d{4}-\d{3})"
    rf"(?:[ \xa0]?[A-Z]{{2}})?[ \xa0]+{_MONEY}{_CAPITAL}[\w.'’-]+(?: (?:{_LINK}|{_CAPITAL})[\w.'’-]*){{0,4}}[ \t]*"
    r"(?=$|[,;|·•–—()/.])",
    re.MULTILINE,
)
"""“80331 München”, “1012 AB Amsterdam”, “114 55 Stockholm”, and no more in that part of the line; behind the house's
number no comma is needed."""
_AFTER_TOWN = re.compile(
    rf"{_PART}(?:\d{{1,5}}[A-Za-z]?|P\.? ?O\.? ?Box \d{{1,6}})[ ,]+{_CAPITAL}[^,\n]{{1,40}}[,\n][^\n]{{0,60}}?"
    rf"\b{_CAPITAL}\w+,?(?: ?[-–] ?| )\d{{5,6}}\b(?![.:/]\d)",
    re.MULTILINE,
)
"""“1 Orchard Road, Singapore 238801”: a street with its number in front."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_STREET = re.compile(rf"{_CAPITAL}\w+\.? \d{{1,4}} ?[a-z]?\s*[,;|·•–—\n]\s*$")


def has_postcode(text: str) -> bool:
    """Say whether a line of `text` looks like the one with the postcode of a postal address."""
    if _DISTINCT.search(text) or _AFTER_TOWN.search(text):
        return True
    return any(
        found["number"] or not _YEAR.fullmatch(found["code"]) or _STREET.search(text[: found.start("code")])
        for found in _BEFORE_TOWN.finditer(text)
    )
