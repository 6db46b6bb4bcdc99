"""A segment in words, for a name or a heading: how a condition is called when it is chosen, and what it says."""

from __future__ import annotations

from sendoff.core.audience import Selection
from sendoff.core.language import phrase, tr
from sendoff.core.segment import Condition, Every, Not, Op, Segment, Some
from sendoff.core.titles import Titles
from sendoff.core.wording import verdict_label

NOT = "not "
COMPARISONS = (
    (Op.EQUAL.value, phrase("is")),
    (Op.UNEQUAL.value, phrase("is not")),
    (Op.IN.value, phrase("is one of")),
    (NOT + Op.IN.value, phrase("is not one of")),
    (Op.CONTAINS.value, phrase("contains")),
    (NOT + Op.CONTAINS.value, phrase("does not contain")),
    (Op.STARTS.value, phrase("starts with")),
    (Op.ENDS.value, phrase("ends with")),
    (Op.GREATER.value, phrase("is more than")),
    (Op.AT_LEAST.value, phrase("is at least")),
    (Op.LESS.value, phrase("is less than")),
    (Op.AT_MOST.value, phrase("is at most")),
    (Op.EMPTY.value, phrase("is empty")),
    (NOT + Op.EMPTY.value, phrase("is not empty")),
)
"""What can be clicked together; parentheses are for the written form."""
COMPARED_DATES = (
    (Op.BEFORE.value, phrase("is before")),
    (Op.UNTIL.value, phrase("is on or before")),
    (Op.ON.value, phrase("is on")),
    (Op.SINCE.value, phrase("is on or after")),
    (Op.AFTER.value, phrase("is after")),
    *COMPARISONS[-2:],
)
"""The same in a column of dates."""
_WORDS = dict((*COMPARED_DATES, *COMPARISONS))


def segment_words(segment: Segment, titles: Titles) -> str:
    """What a segment says, with the columns called as in their list: “City is one of Paris, Rome and Age is 18”."""
    match segment:
        case Condition():
            return _said(segment, titles, segment.op.value)
        case Not(Condition(op=op) as part) if NOT + op in _WORDS:
            return _said(part, titles, NOT + op)
        case Not(part):
            return tr("not ({words})", words=segment_words(part, titles))
        case Every(parts):
            return tr(" and ").join(_part(one, titles) for one in parts)
        case Some(parts):
            return tr(" or ").join(_part(one, titles) for one in parts)


def selection_words(selection: Selection) -> str:
    """What narrows a list to some of its rows: tabs, searched text and segment; empty where nothing does."""
    found = tr("with “{text}”", text=selection.text) if selection.text else ""
    tabs = ", ".join(verdict_label(one) for one in selection.verdicts)
    return ", ".join(part for part in (tabs, found, segment_words(selection.segment, selection.titles)) if part)


def _part(segment: Segment, titles: Titles) -> str:
    words = segment_words(segment, titles)
    return f"({words})" if isinstance(segment, Every | Some) else words


def _said(one: Condition, titles: Titles, comparison: str) -> str:
    values = ", ".join(f"{value:g}" if isinstance(value, float) else value for value in one.values)
    return " ".join(part for part in (titles.of(one.field), tr(_WORDS[comparison]), values) if part)
