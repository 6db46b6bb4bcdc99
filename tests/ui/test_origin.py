"""A draft made to mend a cause says where it comes from, why, and what there is to do, until that is put away."""

from __future__ import annotations

from tests.ui.desk import Desk
from tests.ui.test_results import act, sent

from sendoff.core.delivery import State
from sendoff.core.outcome import Kind
from sendoff.core.remedies import Origin, Remedy, mending, remedy_for
from sendoff.ui.pages.flow.origin import origin_words
from sendoff.ui.pages.flow.outline import MESSAGE, RECIPIENTS, RESULTS


def test_a_draft_made_for_a_refused_message_says_why(desk: Desk) -> None:
    first, page = sent(desk, "anna@example.com", "blocked@example.com")
    act(desk, page, "does not take this message")
    flow = desk.flow
    desk.until(flow.origin.isVisible)
    said = flow.origin.accessibleName()
    assert said.startswith("From “Spring sale”: 1 refused. The recipient's server does not take this message. Change ")
    server = next(line.text for line in desk.services.reports.page(first, states=(State.FAILED,)))
    assert server in said
    flow.presenter.go(RECIPIENTS)
    desk.until(lambda: not flow.origin.isVisible())
    flow.presenter.go(MESSAGE)
    desk.until(flow.origin.isVisible)
    flow.origin.dismissed.emit()
    desk.until(lambda: not flow.origin.isVisible())
    fresh = desk.services.campaigns.get(flow.presenter._id)
    assert desk.services.remedies.origin(fresh) is None
    desk.open(first)
    desk.open(fresh, "message")
    assert not flow.origin.isVisible()


def test_what_was_checked_stays_when_the_line_is_put_away(desk: Desk) -> None:
    first, page = sent(desk, "anna@example.com", "carl@")
    act(desk, page, "not an address")
    flow = desk.flow
    desk.until(flow.origin.isVisible)
    assert (flow.stepper.current(), flow.origin._title.text().startswith("From “Spring sale”: 1 skipped.")) == (
        RECIPIENTS,
        True,
    )
    fresh = desk.services.campaigns.get(flow.presenter._id)
    desk.services.checks.run(fresh)
    assert desk.services.remedies.origin(fresh) is not None
    flow.presenter.open_parent()
    desk.until(lambda: flow.presenter._id == first.id and flow.stepper.current() == RESULTS)
    assert not flow.origin.isVisible()


def test_a_plain_copy_comes_from_nowhere(desk: Desk) -> None:
    first, page = sent(desk, "anna@example.com", "blocked@example.com")
    act(desk, page, "does not take this message")
    fresh = desk.services.campaigns.get(desk.flow.presenter._id)
    for one in (first, fresh):
        assert desk.services.remedies.origin(desk.services.campaigns.duplicate(one.id)) is None


def test_whatever_is_mended_in_a_draft_has_its_advice() -> None:
    causes = [(State.FAILED, kind.value) for kind in Kind] + [(State.FAILED, "message"), (State.SKIPPED, "invalid")]
    told = [(state, why) for state, why in causes if remedy_for(state, why) is Remedy.MEND]
    assert told
    assert all(mending(why) for _state, why in told)
    origin = Origin(name="Autumn news", state=State.FAILED, reason="content_too_big", count=3,
                    sentence="The message is too big for the server.", said="552 5.3.4 message too large")  # fmt: skip
    title, body = origin_words(origin)
    assert title == "From “Autumn news”: 3 refused. The message is too big for the server."
    assert body.splitlines() == [
        "Shorten the message, or put a link in place of a file or a picture.",
        "The server said: 552 5.3.4 message too large",
    ]
