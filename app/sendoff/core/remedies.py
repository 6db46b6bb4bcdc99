"""What can be done about rows that share a cause: one remedy a cause, decided here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sendoff.core.delivery import State
from sendoff.core.language import phrase, tr
from sendoff.core.outcome import Kind


class Remedy(StrEnum):
    """One thing a person can do about a cause."""

    NONE = "none"
    """Nothing needs doing, or it goes on by itself."""
    RETRY = "retry"
    """Send to exactly these rows again."""
    BLOCK = "block"
    """Never write to these addresses again."""
    MEND = "mend"
    """Take these people into a new draft, where the address or the message can be changed."""
    SIGN_IN = "sign_in"
    """The account needs its owner."""
    SLOW_DOWN = "slow_down"
    """The account needs a limit."""


_BY_KIND: Mapping[str, Remedy] = {
    Kind.AUTH: Remedy.SIGN_IN,
    Kind.TLS: Remedy.SIGN_IN,
    Kind.RATE_LIMITED: Remedy.SLOW_DOWN,
}
_FAILED: Mapping[str, Remedy] = {
    **_BY_KIND,
    Kind.NO_SUCH_USER: Remedy.BLOCK,
    Kind.POLICY_SPAM: Remedy.MEND,
    Kind.CONTENT_TOO_BIG: Remedy.MEND,
    "message": Remedy.MEND,
}


def remedy_for(state: State, reason: str) -> Remedy:
    """The remedy for rows in a state for a reason, the word kept with the row."""
    match state:
        case State.FAILED:
            return _FAILED.get(reason, Remedy.RETRY)
        case State.DEFERRED:
            return _BY_KIND.get(reason, Remedy.NONE)
        case State.CANCELLED:
            return Remedy.RETRY
        case State.SKIPPED if reason == "invalid":
            return Remedy.MEND
        case _:
            return Remedy.NONE


def remediable(state: State) -> bool:
    """Whether rows in this state may go into a new draft: whoever did not get the message, and will not by itself."""
    return state in (State.FAILED, State.CANCELLED, State.SKIPPED)


def correctable(state: State, reason: str) -> bool:
    """Whether the address is at fault: the server does not know it, or it is none."""
    return (state, reason) in ((State.FAILED, Kind.NO_SUCH_USER), (State.SKIPPED, "invalid"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a draft comes from that was made to mend one cause: the rows of another campaign."""

    name: str
    """The other campaign's."""
    state: State
    reason: str
    count: int
    sentence: str
    """The cause in plain words, as they were then."""
    said: str = ""
    """What the server said to one of them, its code first; empty where no server was asked."""
    corrected: str = ""
    """The address as it was, where a person has corrected the only one; else empty."""


_MENDING: Mapping[str, str] = {
    Kind.CONTENT_TOO_BIG: phrase("Shorten the message, or put a link in place of a file or a picture."),
    Kind.POLICY_SPAM: phrase("Change what may look unwanted: the subject, links, pictures. The check says more."),
    "message": phrase("Fill in the field or add the file that these rows lack; the check names it."),
    Kind.NO_SUCH_USER: phrase("Correct the addresses here, and leave out whose new one nobody knows."),
    "invalid": phrase("Correct the addresses here; whoever got the message is not on this list."),
}


def mending(reason: str) -> str:
    """Say in a sentence what there is to mend about a cause; empty where nobody knows."""
    return tr(_MENDING.get(reason, ""))
