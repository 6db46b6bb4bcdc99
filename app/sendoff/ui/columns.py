"""Columns as people know them, in errors that come from a template."""

from __future__ import annotations

import re

from sendoff.core.campaign import Campaign
from sendoff.core.errors import InputError, KnownError
from sendoff.core.language import tr

_NAME = re.compile("[“„](\\w+)[”“]")
_SOURCES = ("html", "text")


def unknown_in_words(error: KnownError, campaign: Campaign) -> KnownError:
    """An error about a field the list does not have, by titles where fields are chips; any other as it is.

    In HTML and plain text the names are written by hand, so there they stay.
    """
    unknown = _NAME.search(error.title)
    if error.code != "unknown_field" or unknown is None or error.where in _SOURCES:
        return error
    titles, near = campaign.titles, _NAME.search(error.remedy)
    return InputError(
        tr("The list has no column “{name}”.", name=titles.of(unknown[1])),
        remedy=tr("Press the field and choose another, such as “{near}”.", near=titles.of(near[1]))
        if near
        else tr("Press the field and choose another."),
        where=error.where,
        code=error.code,
    )
