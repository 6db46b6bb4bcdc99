"""The line above a draft that was made to mend a cause: where it comes from, why, and what there is to do."""

from __future__ import annotations

from sendoff.core.delivery import State
from sendoff.core.language import tr
from sendoff.core.outcome import Kind
from sendoff.core.remedies import Origin, mending
from sendoff.core.wording import cause_sentence, count_text, state_label
from sendoff.ui.pages.flow.outline import CHECK, MESSAGE, RECIPIENTS


def place_of(origin: Origin) -> int:
    """The step at which it is mended: an address in the list, a refused message where it is written.

    Where nothing is left to mend it is looked over.
    """
    if origin.corrected:
        return CHECK
    return RECIPIENTS if origin.reason == Kind.NO_SUCH_USER or origin.state is State.SKIPPED else MESSAGE


def origin_words(origin: Origin) -> tuple[str, str]:
    """Its title, and what there is to do, with the server's words on a line of their own."""
    what = tr("refused") if origin.said else state_label(origin.state)
    code, _, text = origin.said.partition(" ")
    why = cause_sentence(origin.state, origin.reason, int(code or 0), text or origin.sentence)
    title = tr("From “{name}”: {count} {what}. {why}", name=origin.name, count=count_text(origin.count), what=what,
               why=why)  # fmt: skip
    if origin.corrected:
        wrong = tr("{address} is corrected, and nobody else is on this list.", address=origin.corrected)
        return title, wrong
    said = tr("The server said: {said}", said=origin.said) if origin.said else ""
    return title, "\n".join(filter(None, (mending(origin.reason), said)))
