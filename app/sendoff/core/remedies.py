"""What can be done about rows that share a cause: one remedy a cause, decided here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sendoff.core.delivery import State
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
