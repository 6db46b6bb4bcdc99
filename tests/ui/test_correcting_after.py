"""A wrong address is corrected after a campaign: its message goes to the right one, and nobody has it twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ui.desk import Desk
from tests.ui.test_results import choose, look_at_recipients, offered, sent

from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.delivery import State
from sendoff.core.errors import InputError
from sendoff.ui.address_dialog import AddressDialog
from sendoff.ui.pages.flow.outline import CHECK, RECIPIENTS
from sendoff.ui.pages.results.groups import GroupRow
from sendoff.ui.pages.results.view import ResultsStep
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.deliveries import HistoryDialog

CORRECT = "Correct the address…"


def asked(desk: Desk, page: ResultsStep) -> AddressDialog:
    """The dialog that is open."""
    desk.rest()
    (dialog,) = [one for one in page.window().findChildren(AddressDialog) if one.isVisible()]
    return dialog


def answer(desk: Desk, page: ResultsStep, address: str) -> Campaign:
    """Write the right address, and go on to the draft."""
    dialog = asked(desk, page)
    dialog.address.setText(address)
    dialog.primary.click()
    desk.rest()
    return desk.services.campaigns.get(desk.flow.presenter._id)


def of_cause(page: ResultsStep, sentence: str) -> list[Button]:
    row = next(one for one in page.groups.findChildren(GroupRow) if sentence in one.accessibleName())
    return [one for one in row.findChildren(Button) if one.accessibleName().startswith(CORRECT)]


def test_the_message_goes_to_the_right_address_and_the_row_stays(desk: Desk) -> None:
    first, page = sent(desk, "anna@example.com", "bounce@example.com")
    (button,) = of_cause(page, "does not exist")
    button.click()
    assert asked(desk, page).address.text() == "bounce@example.com"
    fresh = answer(desk, page, "lukas@example.com")
    assert (fresh.name, fresh.parent_id, fresh.content) == ("Spring sale to Person 2", first.id, first.content)
    assert desk.flow.stepper.current() == CHECK
    desk.until(desk.flow.origin.isVisible)
    assert desk.flow.origin.accessibleName() == (
        "From “Spring sale”: 1 refused. The address does not exist. "
        "bounce@example.com is corrected, and nobody else is on this list."
    )
    (line,) = desk.services.reports.page(fresh)
    assert (line.address, line.name, line.state) == ("lukas@example.com", "Person 2", State.QUEUED)
    taken = desk.server.count
    desk.services.sending.begin(fresh.id)
    desk.services.sending.run(fresh.id)
    assert desk.server.count == taken + 1
    states = [(one.address, one.state) for one in desk.services.reports.page(first)]
    assert states == [("anna@example.com", State.ACCEPTED), ("bounce@example.com", State.FAILED)]


def test_it_is_offered_wherever_the_row_is_shown_and_nowhere_else(desk: Desk) -> None:
    _draft, page = sent(desk, "anna@example.com", "bounce@example.com", "blocked@example.com", "none")
    assert [bool(of_cause(page, one)) for one in ("does not exist", "not an address", "does not take")] == [
        True, False, False,
    ]  # fmt: skip
    look_at_recipients(desk, page)
    found = []
    for row in range(4):
        choose(desk, page, row)
        menu = [one.text() for one in page.table.actions() if one.isVisible()]
        found.append((CORRECT in offered(page), CORRECT in menu))
    assert found == [(False, False), (True, True), (False, False), (True, True)]
    choose(desk, page, 1)
    next(one for one in page.table.actions() if one.text() == CORRECT).trigger()
    asked(desk, page).reject()
    page.sheet.acts.correct.click()
    asked(desk, page).reject()
    page.table.history_wanted.emit(page.model.line(1))
    desk.rest()
    (history,) = [one for one in page.window().findChildren(HistoryDialog) if one.isVisible()]
    history.acts.correct.click()
    asked(desk, page).reject()
    assert len(desk.services.campaigns.all()) == 1


def test_several_of_a_cause_are_corrected_in_one_draft(desk: Desk) -> None:
    _draft, page = sent(desk, "bounce1@example.com", "bounce2@example.com")
    assert of_cause(page, "does not exist") == []
    row = next(one for one in page.groups.findChildren(GroupRow) if "does not exist" in one.accessibleName())
    next(one for one in row.findChildren(Button) if one.text() == "Fix in a new draft").click()
    desk.rest()
    fresh = desk.services.campaigns.get(desk.flow.presenter._id)
    assert [one.address for one in desk.services.reports.page(fresh)] == ["bounce1@example.com", "bounce2@example.com"]
    desk.until(desk.flow.origin.isVisible)
    assert desk.flow.stepper.current() == RECIPIENTS
    assert "leave out whose new one nobody knows" in desk.flow.origin.accessibleName()


def test_what_is_wrong_with_the_new_address_is_said_in_place(desk: Desk) -> None:
    _draft, page = sent(desk, "anna@example.com", "bounce@example.com")
    desk.services.suppressions.add(["felix@example.com"])
    of_cause(page, "does not exist")[0].click()
    dialog = asked(desk, page)
    for typed, said in (
        ("lukas@", "after the @"),
        ("Bounce@Example.com", "This is the address that is wrong."),
        ("felix@example.com", "“felix@example.com” is on the blocked list."),
        ("ANNA@example.com", "“ANNA@example.com” is in “Spring sale” already: accepted."),
    ):
        dialog.address.setText(typed)
        dialog.primary.click()
        desk.rest()
        assert said in dialog.problem.accessibleName()
    dialog.reject()
    assert len(desk.services.campaigns.all()) == 1


def test_corrected_twice_it_is_one_draft_and_nobody_has_it_twice(desk: Desk) -> None:
    first, _page = sent(desk, "anna@example.com", "bounce@example.com", "bounce2@example.com", "lost@example.com")
    correct, sending = desk.services.remedies.correct, desk.services.sending
    fresh = correct(first, 2, "lukas@example.com")
    assert correct(first, 3, " Lukas@Example.com ").id == fresh.id
    sending.begin(fresh.id)
    sending.run(fresh.id)
    assert desk.services.campaigns.get(fresh.id).state is CampaignState.FINISHED
    for position, address in ((2, "lukas@example.com"), (3, "lukas@example.com"), (3, "lost@example.com")):
        with pytest.raises(InputError) as refused:
            correct(first, position, address)
        assert refused.value.code == "there_already"


def test_a_row_that_may_have_the_message_is_not_corrected(desk: Desk) -> None:
    first, _page = sent(desk, "anna@example.com", "lost@example.com", "blocked@example.com")
    for position in (1, 2, 3):
        with pytest.raises(InputError) as refused:
            desk.services.remedies.correct(first, position, "lukas@example.com")
        assert refused.value.code == "not_remediable"


def test_another_message_to_the_same_address_is_no_hindrance(desk: Desk) -> None:
    april, _page = sent(desk, "lukas@example.com")
    may = desk.draft("bounce@example.com", name="May")
    changed = replace(may.content, subject="Something else")
    desk.services.campaigns.save(replace(may, content=changed))
    desk.services.sending.begin(may.id)
    desk.services.sending.run(may.id)
    fresh = desk.services.remedies.correct(desk.services.campaigns.get(may.id), 1, "lukas@example.com")
    assert fresh.parent_id == may.id != april.id
