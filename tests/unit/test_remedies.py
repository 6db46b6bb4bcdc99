"""Every cause has one remedy, and only what ended badly may be sent to again."""

from __future__ import annotations

import pytest

from sendoff.core.delivery import State
from sendoff.core.outcome import Kind
from sendoff.core.remedies import Remedy, remedy_for


@pytest.mark.parametrize(
    ("state", "reason", "remedy"),
    [
        (State.FAILED, Kind.NO_SUCH_USER, Remedy.BLOCK),
        (State.FAILED, Kind.AUTH, Remedy.SIGN_IN),
        (State.FAILED, Kind.RATE_LIMITED, Remedy.SLOW_DOWN),
        (State.FAILED, Kind.CONTENT_TOO_BIG, Remedy.MEND),
        (State.FAILED, "message", Remedy.MEND),
        (State.FAILED, Kind.MAILBOX_FULL, Remedy.RETRY),
        (State.CANCELLED, "stopped", Remedy.RETRY),
        (State.SKIPPED, "invalid", Remedy.MEND),
        (State.SKIPPED, "duplicate", Remedy.NONE),
        (State.DEFERRED, Kind.GREYLISTED, Remedy.NONE),
        (State.DEFERRED, Kind.RATE_LIMITED, Remedy.SLOW_DOWN),
    ],
)
def test_a_cause_has_its_remedy(state: State, reason: str, remedy: Remedy) -> None:
    assert remedy_for(state, reason) is remedy


def test_nothing_that_may_have_arrived_is_offered_to_be_sent_again() -> None:
    may_have_arrived = (State.ACCEPTED, State.IN_DOUBT, State.COMPLAINED, State.UNSUBSCRIBED, State.BOUNCED)
    for state in may_have_arrived:
        for reason in ("", "lost", *Kind):
            assert remedy_for(state, reason) is Remedy.NONE
