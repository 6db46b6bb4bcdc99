"""Texts whose constant parts are encoded once a campaign: what a row fills in is all that is encoded for it.

A filling stands on lines of its own wherever it would make a line too long, by soft line breaks (RFC 2045 6.7), which
readers take out again. No line begins with a dot, so that nothing has to be doubled on the wire.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sendoff.core.footer import Ending
from sendoff.core.markdown import END
from sendoff.core.mime import encoded_text, settled
from sendoff.core.plaintext import tidy
from sendoff.core.template import Template

_BREAK = b"=\r\n"
_BEFORE, _BESIDE = 40, 34
"""Characters of a line before a filling, and of the filling, that fit on one line with the mark of a soft break."""
_LONGEST = 75
"""Characters of a filling's last line, so that the mark fits behind it."""
_REMEMBERED = 1_000
_MARK = "\ue000"
_SIMPLE = re.compile(r"(?:[\w-](?:[\w &;:,!?()/@+-]*[\w-])?)?", re.ASCII).fullmatch
"""What quoted-printable leaves as it is, wherever in a line it stands."""


class Stencil:
    """One text of a campaign; the link of its ending, where it has one, is the last of its fillings."""

    def __init__(self, constants: Sequence[str], order: Sequence[int]) -> None:
        last = len(constants) - 1
        pieces = [_constant(text, first=at == 0, last=at == last) for at, text in enumerate(constants)]
        self._pattern = b"%b".join([piece.replace(b"%", b"%%") for piece in pieces])
        self._order = tuple(order)

    def filled(self, texts: Sequence[str]) -> bytes:
        """Encode one row's text: quoted-printable, CRLF line ends."""
        coded = [_filling(text) if len(text) <= _REMEMBERED else _encoded_filling(text) for text in texts]
        return self._pattern % tuple([coded[number] for number in self._order])


def page_stencil(template: Template, ending: Ending) -> Stencil | None:
    """The stencil of a page; None where its end may be in a part that differs from row to row."""
    constants, order = list(template.constants), list(template.order)
    for mark in (END, "</body>"):
        if mark in template.varying:
            return None
        if at := [number for number, text in enumerate(constants) if mark in text]:
            above, found, below = constants[at[-1]].rpartition(mark)
            kept = "" if mark is END else found
            return _ended(constants, order, at[-1], (above, kept + below), ending)
    return _ended(constants, order, len(constants) - 1, (constants[-1], ""), ending)


def text_stencil(template: Template, ending: Ending, *, made: bool) -> Stencil:
    """The stencil of a plain text; a `made` one is tidied, and holds for rows of which `is_plain` is true."""
    constants = list(template.constants)
    if made:
        tidied = tidy(_MARK.join(constants)).split(_MARK)
        constants = tidied if len(tidied) == len(constants) else constants
    last = len(constants) - 1
    return _ended(constants, list(template.order), last, (constants[-1], ""), ending)


def is_plain(texts: Sequence[str]) -> bool:
    """Say whether no filling is empty, has blanks around it or several lines, so that there is nothing to tidy."""
    return all(text and text == text.strip() and "\n" not in text and "\r" not in text for text in texts)


def _ended(constants: list[str], order: list[int], at: int, around: tuple[str, str], ending: Ending) -> Stencil:
    above, below = around
    if ending.linked:
        constants[at : at + 1] = [above + ending.before, ending.after + below]
        order.insert(at, max(order, default=-1) + 1)
    else:
        constants[at] = above + ending.before + below
    return Stencil(constants, order)


def _constant(text: str, *, first: bool, last: bool) -> bytes:
    coded = encoded_text(settled(text))
    if not first and not (last and not coded):
        coded = _BREAK + coded
    if not last and len(coded) - coded.rfind(b"\n") - 1 > _BEFORE:
        coded += _BREAK
    return coded


def _encoded_filling(text: str) -> bytes:
    if len(text) <= _BESIDE and _SIMPLE(text):
        return text.encode()
    coded = encoded_text(settled(text))
    if len(coded) - coded.rfind(b"\n") - 1 > _LONGEST:
        last = 3 if coded[-3:-2] == b"=" else 1
        end = coded[-last:]
        coded = coded[:-last] + _BREAK + (b"=2E" if end == b"." else end)
    return _BREAK + coded if len(coded.partition(b"\r\n")[0]) > _BESIDE else coded


_filling = lru_cache(maxsize=4096)(_encoded_filling)
