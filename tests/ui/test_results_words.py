"""What the results say of one person names the person, and what they say of several times says both."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.desk import Desk
from tests.ui.test_results import sent
from tests.ui.test_results_pane import about, press_show

from sendoff.core.campaign import CampaignState
from sendoff.ui.pages.results.groups import GroupRow
from sendoff.ui.pages.results.reading import Known, busy, read
from sendoff.ui.widgets.text import ElidedLabel

NOW = 1_795_000_000_000
MINUTE = 60_000


def known(desk: Desk, later: tuple[tuple[int, int], ...]) -> Known:
    """What is known of a campaign of which only who is deferred is left."""
    draft, _page = sent(desk, "anna@example.com")
    found = read(desk.services, draft)
    number = sum(many for _at, many in later)
    running = replace(found.campaign, state=CampaignState.RUNNING)
    return replace(found, campaign=running, counts={**found.counts, "deferred": number}, later=later)


def test_two_times_are_both_said(desk: Desk) -> None:
    both = known(desk, ((NOW + MINUTE, 1), (NOW + 200 * MINUTE, 1)))
    words = busy(both, NOW)
    assert words.startswith("2 deferred, the next tried again at ")
    assert ", the last at " in words
    same = replace(both, later=((NOW + MINUTE, 2),))
    assert busy(same, NOW).startswith("2 deferred, tried again at ")
    assert "the last" not in busy(same, NOW)
    assert busy(replace(both, later=()), NOW) == "It is being sent. Sending again is possible when it has ended."


def test_the_only_one_of_a_cause_is_named_and_shown_at_once(desk: Desk) -> None:
    _draft, page = sent(desk, "bounce@example.com", "blocked@example.com", "blocked2@example.com")
    said = {
        row.accessibleName(): next(one.whole() for one in row.findChildren(ElidedLabel))
        for row in page.groups.findChildren(GroupRow)
        if row.isVisible()
    }
    assert said["1 failed: The address does not exist."] == "Person 1: The address does not exist."
    assert not any("Person" in words for name, words in said.items() if name.startswith("2 failed"))
    press_show(desk, page, "does not exist")
    desk.until(lambda: about(page) == "bounce@example.com")
    page.show_face("summary")
    press_show(desk, page, "does not take")
    assert (page.model.rowCount(), about(page)) == (2, "")


def test_the_button_names_the_only_one_it_reaches(desk: Desk) -> None:
    _draft, page = sent(desk, "bounce@example.com", "blocked@example.com", "blocked2@example.com")
    button = page.groups.buttons["retry"]
    assert button.text() == "Send to the 2 again"
    desk.services.suppressions.add(["blocked@example.com"])
    desk.until(lambda: page.groups.buttons["retry"].text() == "Send to “Person 3” again")
