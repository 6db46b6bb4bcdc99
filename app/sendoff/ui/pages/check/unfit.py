"""What the check says of values that a message shows and that are missing, no date or no number."""

from __future__ import annotations

import re
from contextlib import suppress

from sendoff.core.campaign import Content
from sendoff.core.errors import InputError
from sendoff.core.language import phrase, tr
from sendoff.core.message import ProblemKind
from sendoff.core.review import Finding
from sendoff.core.template import compile_template
from sendoff.core.titles import Titles
from sendoff.core.wording import count_text

_NONE = {
    ProblemKind.NO_DATE: (
        phrase("1 recipient has no date in “{where}”: it says “{said}”."),
        phrase("{count} recipients have no date in “{where}”: the first says “{said}”."),
    ),
    ProblemKind.NO_NUMBER: (
        phrase("1 recipient has no number in “{where}”: it says “{said}”."),
        phrase("{count} recipients have no number in “{where}”: the first says “{said}”."),
    ),
}
"""What is said of one recipient, and of several."""
UNFIT = frozenset(_NONE)
_QUOTED = re.compile("[“„](.+?)[”“]")
_GREETED = ("first_name", "name", "last_name")
"""Fields by which one is greeted: “Hello there”."""


def where_empty(name: str, content: Content) -> str:
    """Where the gap is, and how it is filled."""
    with suppress(InputError):
        if name in compile_template(content.subject, html=False, where="subject").bare:
            return tr("Their subject has a gap there. Press the field in it to say what stands there instead.")
        if name and content.sent in ("html", "text"):
            return tr(
                "Their message has a gap there. {{{{ {name} | default('{words}') }}}} says what stands there instead.",
                name=name,
                words=tr("there") if name in _GREETED else "…",
            )
    return tr(
        "Nothing stands there in their message. Where that does not read well, press the field in it to say what does."
    )


def unfit_words(finding: Finding, titles: Titles) -> tuple[str, str]:
    """How many have no date or number in a field, and what is done about it."""
    quoted = _QUOTED.findall(finding.examples[0][2]) if finding.examples else []
    name, said = [*quoted, "", ""][:2]
    where, count = titles.of(name), count_text(finding.rows)
    one, many = _NONE[finding.kind]
    title = tr(one, where=where, said=said) if finding.rows == 1 else tr(many, count=count, where=where, said=said)
    return title, tr("It is shown as it stands in the list. Correct it there.")
