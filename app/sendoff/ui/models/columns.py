"""The columns of a table of deliveries: what each cell says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo

from sendoff.core.delivery import Line, State
from sendoff.core.forgetting import shown_address
from sendoff.core.language import phrase, tr
from sendoff.core.report import said_text
from sendoff.core.wording import clock_text
from sendoff.ui.widgets.figures import tried_again
from sendoff.ui.widgets.state import LOOKS, standing


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, as cells say it."""

    now: int
    zone: tzinfo


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, what a cell says, and whether the state's glyph stands before it."""

    title: str
    text: Callable[[Line, Moment], str]
    shows_state: bool = False
    hint: Callable[[Line, Moment], str] | None = None
    """What the cell means, told in its tool tip after what it says."""


def state_text(line: Line, moment: Moment) -> str:
    """The state's word, with the time of the next try."""
    word = tr(LOOKS[standing(line)].word)
    if line.state is not State.DEFERRED or not line.due_at:
        return word
    return (
        f"{word}, {(clock_text(line.due_at, moment.now, moment.zone) if line.due_at > moment.now else tr('due now'))}"
    )


def state_means(line: Line, moment: Moment) -> str:
    """What the state's word means, with the time of the next try."""
    if standing(line) == State.DEFERRED:
        return tried_again(line.due_at, moment.now, moment.zone)
    return tr(LOOKS[standing(line)].means)


def time_text(line: Line, moment: Moment) -> str:
    """When the row last moved, once it had its turn."""
    waits = line.state in (State.QUEUED, State.CLAIMED, State.SKIPPED) or not line.updated_at
    return "" if waits else clock_text(line.updated_at, moment.now, moment.zone)


SENDING_COLUMNS = (
    Column(phrase("Who"), lambda line, _moment: shown_address(line.address)),
    Column(phrase("State"), state_text, shows_state=True, hint=state_means),
    Column(phrase("Reply or reason"), lambda line, _moment: said_text(line)),
    Column(phrase("Attempts"), lambda line, _moment: str(line.attempts or "")),
    Column(phrase("Time"), time_text),
)
