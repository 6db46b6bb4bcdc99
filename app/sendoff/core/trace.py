"""Where a person is: one row of one campaign or audience, and what became of it there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import Line, State
from sendoff.core.doubts import marked_as_sent
from sendoff.core.language import tr
from sendoff.core.recipient import Verdict, verdict_of
from sendoff.core.stopping import never
from sendoff.core.wording import cause_sentence, problem_sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A row, and the list it is in."""

    owner_id: str
    owner: str
    """The name of the campaign or audience."""
    state: CampaignState | None
    """The campaign's; None where it is an audience."""
    line: Line

    @property
    def sent(self) -> bool:
        """Whether the row belongs to a campaign that was started."""
        return self.state not in (None, CampaignState.DRAFT)


class Tracks(Protocol):
    """Rows of every list. May be called from any thread."""

    def everywhere(self, search: str, limit: int, stopped: Callable[[], bool] = never) -> Sequence[Trace]:
        """Rows whose address or name holds every word, those that changed last first.

        Nobody where it was stopped.
        """
        ...


def trace_text(one: Trace) -> str:
    """What became of the person there, in a sentence for whoever asks."""
    line = one.line
    if not one.sent:
        verdict = verdict_of(line.reason)
        said = problem_sentence(verdict, line.text) if line.reason in set(Verdict) else ""
        if one.state is None:
            return said or tr("In this audience.")
        return said or tr("In this draft; nothing was sent yet.")
    if marked_as_sent(line.state, line.reason, line.text):
        return tr("Marked as sent by you.")
    if line.state is State.ACCEPTED:
        return tr("The server took the message: {code} {text}", code=line.code, text=line.text).strip()
    return cause_sentence(line.state, line.reason, line.code, line.text)
