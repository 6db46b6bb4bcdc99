"""Errors of a template as people know their columns, who write with chips and have no lines."""

from __future__ import annotations

import re

from sendoff.core.campaign import Campaign
from sendoff.core.errors import InputError, KnownError
from sendoff.core.language import tr

_NAME = re.compile("[“„](\\w+)[”“]")
_SOURCES = ("html", "text")


def in_words(error: KnownError, campaign: Campaign) -> KnownError:
    """An error of a template by titles, and without lines, where fields are chips; any other as it is.

    In HTML and plain text the names are written by hand, so there they stay.
    """
    if error.where in _SOURCES:
        return error
    title, remedy = error.title, error.remedy
    unknown = _NAME.search(title)
    if error.code == "unknown_field" and unknown is not None:
        near = _NAME.search(remedy)
        title, remedy = _unknown(unknown[1], near[1] if near else "", campaign)
    elif error.code == "render_error":
        title = tr("It cannot be filled in: {error}", error=title.partition(": ")[2])
        remedy = tr("Look at its fields and conditions.")
    else:
        return error
    return InputError(title, remedy=remedy, where=error.where, code=error.code)


def _unknown(name: str, near: str, campaign: Campaign) -> tuple[str, str]:
    title, other = campaign.titles.of(name), campaign.titles.of(near) if near else ""
    if near and other.casefold() == title.casefold():
        return tr("The column “{name}” is written otherwise here.", name=other), tr("Write “{near}”.", near=near)
    remedy = tr("Press the field and choose another, such as “{near}”.", near=other)
    return (
        tr("The list has no column “{name}”.", name=title),
        remedy if near else tr("Press the field and choose another."),
    )
