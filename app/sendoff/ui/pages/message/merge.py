"""Merge fields and conditions in parts: what a chip says, what its panel asks, and the template's tag again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sendoff.core.language import phrase, tr
from sendoff.core.template_conditions import as_text, condition_of, with_titles
from sendoff.core.template_forms import in_link
from sendoff.core.template_words import template_words
from sendoff.core.titles import UNTITLED, Titles, isolated, shortened

_HIDDEN = "@"
ENCODED = "urlencode"
"""What a field takes with it into a web address."""
_NAMES = ("first_name", "name", "last_name")
CASES = (
    ("", phrase("As in the list")),
    ("title", phrase("Title Case")),
    ("upper", phrase("CAPITALS")),
    ("lower", phrase("small letters")),
)
"""How words are shown: a filter and how its result looks."""
PRESS = phrase("Press it to say how it is shown, and what stands here where it is empty.")
"""What the mouse says over a field."""
RAW = "|"
"""Behind a field's name: the place is meant where it is shown as in the list."""
_FORM = re.compile(r"(?:date|number|money|percent)(?:\([^()]*\))?")
_QUOTED = r"'(?P<{0}>(?:[^'\\]|\\.)*)'"
_FIELD = re.compile(
    r"\{\{-?\s*(?P<name>[^\W\d]\w*)\s*(?:\|\s*(?P<style>[^|}]+?)\s*)??"
    r"(?:\|\s*default\(\s*" + _QUOTED.format("fallback") + r"\s*\)\s*)?(?P<encoded>\|\s*urlencode\s*)?-?\}\}"
)
_TAG = re.compile(r"\{\{[^{}]*\}\}")
_LAST = re.compile(r"\{\{[^{}]*\}\}\Z")
_WORDS = {"endif": phrase("end"), "else": phrase("otherwise"), "endfor": phrase("end of the list")}
_LONGEST, _LONGEST_TITLE = 40, 28


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeField:
    """A field as it is printed."""

    name: str
    fallback: str = ""
    style: str = ""
    encoded: bool = False
    """For a web address: marks that mean something there are written in code."""

    @property
    def tag(self) -> str:
        """Such as `{{ first_name | default('there') }}`."""
        filters = f" | {ENCODED}" if self.encoded else ""
        return "{{ " + expression(self.name, self.fallback, self.style) + filters + " }}"


def visible(fields: Sequence[str]) -> list[str]:
    """The fields a template can name; those that begin with `@` carry frozen files."""
    return [name for name in fields if not name.startswith(_HIDDEN)]


def greeting(fields: Sequence[str], fallback: str) -> str:
    """The tag that greets somebody by a field the list has: as an example, so the usual one before there is a list.

    Empty where the list names nobody.
    """
    known = [name for name in _NAMES if name in fields] if visible(fields) else _NAMES
    return MergeField(name=known[0], fallback=fallback).tag if known else ""


def expression(name: str, fallback: str, style: str = "") -> str:
    """What is between the braces: `first_name | default('there')`."""
    return " | ".join([name, *([style] if style else []), *([f"default({as_text(fallback)})"] if fallback else [])])


def field_of(tag: str) -> MergeField | None:
    """The parts of a `{{ … }}`; None where it says more than a panel shows."""
    found = _FIELD.fullmatch(tag)
    style = (found["style"] or "") if found else ""
    if found is None or not (style in dict(CASES) or _FORM.fullmatch(style)):
        return None
    return MergeField(
        name=found["name"], style=style, fallback=_unquoted(found["fallback"] or ""), encoded=bool(found["encoded"])
    )


def chip_words(tag: str, titles: Titles = UNTITLED) -> str:
    """What a chip shows of a tag: `First name or “there”`, `if City is filled`."""
    if (field := field_of(tag)) is not None:
        name = _shown(field.name, titles)
        words = tr("{name} or “{fallback}”", name=name, fallback=field.fallback) if field.fallback else name
    elif (condition := condition_of(tag)) is not None:
        words = tr("if {condition}", condition=condition.words(titles))
    else:
        inner = " ".join(tag.strip("{}%#- \n").split())
        words = tr(_WORDS[inner]) if inner in _WORDS else _in_words(tag, inner, titles)
    return shortened(words, _LONGEST)


def _shown(name: str, titles: Titles) -> str:
    return isolated(shortened(titles.of(name), _LONGEST_TITLE))


def _in_words(tag: str, inner: str, titles: Titles) -> str:
    """What an expression or a statement that no panel takes apart is about."""
    if tag.startswith("{{"):
        return template_words(tag, titles).strip("[]")
    return with_titles(inner, titles)


def gap_in(text: str, name: str) -> str:
    """The first tag of a text that prints a field for which nothing stands in; empty where there is none.

    With `RAW` behind the name it is the first that shows the field as in the list.
    """
    field, raw = name.removesuffix(RAW), name.endswith(RAW)
    tags = ((found[0], field_of(found[0])) for found in _TAG.finditer(text))
    own = ((tag, one) for tag, one in tags if one is not None and one.name == field)
    return next((tag for tag, one in own if not (one.style if raw else one.fallback)), "")


def for_place(expression: str, before: str) -> str:
    """A field to insert behind a text: within an address its value stands as in the list."""
    field = field_of("{{ " + expression + " }}") if in_link(before) else None
    return expression if field is None else replace(field, style="").tag.strip("{} ")


def with_fallback(before: str, fallback: str) -> tuple[str, str]:
    """The field a text ends with, and the same with what stands in where it is empty; both empty without a field."""
    found = _LAST.search(before)
    field = field_of(found[0]) if found else None
    return (found[0], replace(field, fallback=fallback).tag) if found and field else ("", "")


def field_name(tag: str) -> str:
    """The field a tag prints or asks for; empty where that is not plain to see."""
    part = field_of(tag) or condition_of(tag)
    return part.name if part else ""


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
