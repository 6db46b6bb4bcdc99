"""What can be wrong with one recipient's message, and what its row lacks where the message shows it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from sendoff.core.errors import InputError
from sendoff.core.said import said
from sendoff.core.template import Template
from sendoff.core.template_forms import fits

_SAID = 40
"""Characters that are quoted of a value."""
_MARK = "\ue000"
"""Stands in a field to see whether it is shown: no list has it, and no filter that shows it changes it."""
_MARKS = (_MARK, quote(_MARK))
"""The same, and within a link."""


class ProblemKind(StrEnum):
    """What can be wrong with one recipient's message."""

    EMPTY_FIELD = "empty_field"
    """A field is printed, is empty in this row, and nothing stands in for it."""
    UNKNOWN_FIELD = "unknown_field"
    RENDER_ERROR = "render_error"
    """The template or the address of this row does not make a message."""
    OVERSIZE = "oversize"
    EMPTY_SUBJECT = "empty_subject"
    LEFTOVER = "leftover"
    """The finished text still has `{{` or `}}` in it."""
    MISSING_ATTACHMENT = "missing_attachment"
    """The recipient's own file is not there."""
    FALLBACK_USED = "fallback_used"
    """A field is empty in this row, and its fallback stands in."""
    NO_DATE = "no_date"
    """A field is shown as a date, and its value in this row is none: it is shown as it stands."""
    NO_NUMBER = "no_number"
    """The same of a number."""
    IDENTICAL = "identical"
    """Another recipient's message has the very same subject and text."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of the check; `detail` is a sentence for people."""

    kind: ProblemKind
    detail: str


class Gaps:
    """Finds what a row lacks, as far as its message shows the field: a block for others is no gap."""

    def __init__(self, templates: Sequence[Template], own: Collection[str]) -> None:
        """`own` are the fields that the message adds itself."""
        bare, stand_ins = (
            frozenset().union(*sets) for sets in zip(*((one.bare, one.stand_ins) for one in templates), strict=True)
        )
        self._templates = [one for one in templates if one.fields]
        self._bare = sorted(bare - set(own))
        self._stand_ins = sorted(stand_ins - bare - set(own))
        self._formed = sorted(frozenset().union(*(one.formed for one in templates)))
        self._own = dict.fromkeys(own, "")
        self._chosen = any(one.chosen for one in templates)
        """Some of it is not for everybody."""

    def found(self, row: Mapping[str, str]) -> list[Problem]:
        """What is empty or unfit in a row and shown in its message."""
        found = [
            Problem(ProblemKind.EMPTY_FIELD, said("“{name}” is empty.", name=name))
            for name in self._bare
            if not row.get(name, "-").strip() and self._shows(name, row)
        ]
        found += [
            Problem(ProblemKind.FALLBACK_USED, said("“{name}” is empty, and its fallback stands in.", name=name))
            for name in self._stand_ins
            if not row.get(name, "-").strip() and self._shows(name, row)
        ]
        found += [
            _unfit(name, kind, row[name])
            for name, kind in self._formed
            if not fits(kind, row.get(name, "")) and self._shows(name, row)
        ]
        return found

    def _shows(self, name: str, row: Mapping[str, str]) -> bool:
        """Say whether the row's message prints the field; where that cannot be found out it does."""
        if not self._chosen:
            return True
        marked = {**self._own, **row, name: _MARK}
        try:
            return any(mark in part for one in self._templates for part in one.fillings(marked) for mark in _MARKS)
        except InputError:
            return True


def _unfit(name: str, kind: str, value: str) -> Problem:
    words = " ".join(value.split())
    words = words if len(words) <= _SAID else words[:_SAID] + "…"
    if kind == "date":
        return Problem(ProblemKind.NO_DATE, said("“{name}” is no date, it says “{said}”.", name=name, said=words))
    return Problem(ProblemKind.NO_NUMBER, said("“{name}” is no number, it says “{said}”.", name=name, said=words))
