"""What the results page asks before something that cannot be taken back."""

from __future__ import annotations

from dataclasses import dataclass

from sendoff.core.language import tr
from sendoff.core.report import Group, doubtful
from sendoff.core.wording import count_text
from sendoff.ui.pages.results.reading import Known
from sendoff.ui.widgets.message import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, and the words of the button that does it."""

    kind: Kind
    """The sign of those it is about."""
    title: str
    body: str
    words: str


def dead_again(group: Group) -> Question:
    """Whether to send again to addresses that do not exist."""
    title = (
        tr("Send again to 1 whose address does not exist?")
        if group.dead == 1
        else tr("Send again to {number} whose address does not exist?", number=count_text(group.dead))
    )
    body = tr("The server said so. Whoever keeps writing there counts as a spammer; where it was wrong, this helps.")
    return Question(kind="bad", title=title, body=body, words=tr("Send again"))


def absent_again(absent: int) -> Question:
    """Whether to send again to those whose copies are missing in the Sent folder."""
    return Question(
        kind="doubt",
        title=tr("Send again to {absent} without a copy in the Sent folder?", absent=count_text(absent)),
        body=tr("The accepted messages have their copies there, so most likely these were never sent."),
        words=tr("Send again"),
    )


def doubtful_again(known: Known) -> Question:
    """Whether to send again to whoever is in doubt."""
    return Question(
        kind="doubt",
        title=tr("Send again to {number} in doubt?", number=count_text(doubtful(known.groups))),
        body=tr("Whoever is in doubt may get the message twice."),
        words=tr("Send again"),
    )


def settled(known: Known, *, accepted: bool) -> Question:
    """Whether whoever is in doubt is to be marked."""
    number, word = known.counts["in_doubt"], tr("sent") if accepted else tr("failed")
    why = tr("They are not written to again.") if accepted else tr("They can then be sent to again with the failed.")
    title = tr("Mark {number} in doubt as {word}?", number=count_text(number), word=word)
    return Question(kind="doubt", title=title, body=why, words=tr("Mark as {word}", word=word))


def stopped(known: Known) -> Question:
    """Whether to try nobody again who was put off."""
    return Question(
        kind="wait",
        title=tr("Stop trying the {number} deferred?", number=count_text(known.counts["deferred"])),
        body=tr("They are cancelled, and what the server said is kept. They can be sent to again."),
        words=tr("Stop trying"),
    )
