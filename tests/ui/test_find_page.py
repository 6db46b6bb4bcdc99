"""A person in every campaign and audience: found by any words, told what happened, and opened."""

from __future__ import annotations

from tests.ui.desk import Desk

from sendoff.ui.pages.find.view import FindPage
from sendoff.ui.pages.flow.outline import RECIPIENTS, RESULTS


def found(desk: Desk, page: FindPage, text: str) -> list[tuple[str, ...]]:
    page.search.setText(text)
    page.search.searched.emit(text)
    desk.rest()
    model = page.model
    return [tuple(str(model.index(row, column).data()) for column in (0, 1, 3)) for row in range(model.rowCount())]


def test_who_calls_is_found_and_told_what_happened(desk: Desk) -> None:
    desk.account()
    sent = desk.draft("anna@example.com", "bounce@example.com", name="April")
    desk.services.sending.begin(sent.id)
    desk.services.sending.run(sent.id)
    draft = desk.draft("Anna@Example.com", "not an address", name="May")
    desk.services.audiences.bring("Friends", desk.services.recipients.look(desk.list_of("anna@example.com")))
    page = desk.page(FindPage, "find")
    assert page.faces.currentWidget() is page.blank
    assert sorted(found(desk, page, "ANNA person 1")) == [
        ("Person 1 · Anna@example.com", "May", "In this draft; nothing was sent yet."),
        ("Person 1 · anna@example.com", "April", "The server took the message: 250 Taken by the sandbox as 1"),
        ("Person 1 · anna@example.com", "Friends", "In this audience."),
    ]
    rows = {page.model.entry(row).owner: row for row in range(3)}
    page.table.opened.emit(rows["April"])
    desk.rest()
    assert (desk.flow.presenter._id, desk.flow.stepper.current()) == (sent.id, RESULTS)
    page.table.opened.emit(rows["May"])
    desk.rest()
    assert (desk.flow.presenter._id, desk.flow.stepper.current()) == (draft.id, RECIPIENTS)
    page.table.opened.emit(rows["Friends"])
    desk.rest()
    assert desk.opened.stage.navigator.current == "audience"


def test_what_went_wrong_is_said_and_nobody_is_said_to_be_nobody(desk: Desk) -> None:
    desk.account()
    sent = desk.draft("bounce@example.com", "not an address", name="April")
    desk.services.sending.begin(sent.id)
    desk.services.sending.run(sent.id)
    page = desk.page(FindPage, "find")
    assert [what for _who, _where, what in found(desk, page, "bounce")] == ["The address does not exist."]
    assert found(desk, page, "zoe") == []
    assert page.faces.currentWidget() is page.nobody
    assert found(desk, page, "  ") == []
    assert page.faces.currentWidget() is page.blank
