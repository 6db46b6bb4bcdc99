"""The blocked list: add many, search, filter by reason, import, export, and take away with undo."""

from __future__ import annotations

import pytest
from tests.ui.desk import JUST_NOW, Desk

from sendoff.ui.pages.blocked.adding import AddDialog, FileDialog, entries_of
from sendoff.ui.pages.blocked.view import BlockedPage


@pytest.fixture
def page(desk: Desk) -> BlockedPage:
    return desk.page(BlockedPage, "blocked")


def shown(page: BlockedPage, column: int = 0) -> list[str]:
    return [str(page.model.index(row, column).data()) for row in range(page.model.rowCount())]


def asked(page: BlockedPage) -> AddDialog:
    page.presenter.add()
    assert isinstance(page.presenter.dialog, AddDialog)
    return page.presenter.dialog


def test_entries_are_parted_as_people_write_them() -> None:
    text = "anna@example.com, @example.org;bert@example.com\nCarl Lee <carl@example.com>\n\na@b.de c@d.de\nb@c.de"
    assert entries_of(text) == [
        "anna@example.com", "@example.org", "bert@example.com", "carl@example.com", "a@b.de", "c@d.de", "b@c.de",
    ]  # fmt: skip
    assert entries_of("not an address, example.com") == ["not an address", "example.com"]


def test_many_are_blocked_at_once_and_undone(desk: Desk, page: BlockedPage) -> None:
    assert page.stack.currentWidget() is page.empty
    dialog = asked(page)
    assert not dialog.primary.isEnabled()
    dialog.entries.setPlainText("Anna@Example.com\n@example.org")
    dialog.reason.choose("unsubscribed")
    dialog.source.setText("By phone")
    dialog.primary.click()
    desk.rest()
    assert sorted(shown(page)) == ["@example.org (everybody there)", "anna@example.com"]
    assert [shown(page, column)[0] for column in (1, 3)] == ["unsubscribed", "By phone"]
    assert JUST_NOW.fullmatch(shown(page, 2)[0])
    assert page.shown.text() == "2 entries"
    page.toast._act()
    desk.rest()
    assert desk.services.suppressions.count() == 0
    assert page.stack.currentWidget() is page.empty


def test_undo_takes_back_only_who_was_new(desk: Desk, page: BlockedPage) -> None:
    desk.services.suppressions.add(["anna@example.com"])
    dialog = asked(page)
    dialog.entries.setPlainText("anna@example.com bert@example.com")
    dialog.primary.click()
    desk.rest()
    assert page.toast.accessibleName() == "1 entry blocked, 1 already was."
    page.toast._act()
    desk.rest()
    assert [one.key for one in desk.services.suppressions.all()] == ["anna@example.com"]


def test_one_that_is_no_address_is_said_and_nothing_is_blocked(desk: Desk, page: BlockedPage) -> None:
    dialog = asked(page)
    dialog.entries.setPlainText("anna@example.com\nnobody in particular")
    dialog.primary.click()
    desk.until(dialog.problem.isVisible)
    assert "“nobody in particular” is neither an address nor a domain." in dialog.problem.accessibleName()
    assert desk.services.suppressions.count() == 0
    dialog.reject()


def test_search_and_reason_filter(desk: Desk, page: BlockedPage) -> None:
    desk.services.suppressions.add(["anna@example.com", "@example.org"], reason="complaint")
    desk.services.suppressions.add(["bert@example.com"])
    page.presenter.load()
    desk.rest()
    page.search.setText("EXAMPLE.COM")
    desk.bot.wait(200)
    desk.rest()
    assert sorted(shown(page)) == ["anna@example.com", "bert@example.com"]
    assert page.shown.text() == "2 of 3 entries"
    page.reason.choose("complaint")
    page.reason.chosen.emit("complaint")
    desk.rest()
    assert shown(page) == ["anna@example.com"]
    page.search.setText("zzz")
    desk.bot.wait(200)
    desk.rest()
    assert page.stack.currentWidget() is page.nothing


def test_entries_taken_away_come_back_as_they_were(desk: Desk, page: BlockedPage) -> None:
    services = desk.services.suppressions
    services.add(["anna@example.com", "bert@example.com"], reason="hard", source="Bounces")
    before = list(services.all())
    page.presenter.load()
    desk.rest()
    page.table.selectAll()
    page.unblock.trigger()
    desk.rest()
    assert services.count() == 0
    page.toast._act()
    desk.rest()
    assert list(services.all()) == before
    assert page.model.rowCount() == 2


def test_a_file_is_imported_and_the_list_exported(desk: Desk, page: BlockedPage) -> None:
    path = desk.folder / "bounces.csv"
    path.write_text("Address,Reason\nanna@example.com,hard\nno address at all,hard\n@example.org,\n", encoding="utf-8")
    page.presenter.bring(path)
    desk.rest()
    dialog = page.presenter.dialog
    assert isinstance(dialog, FileDialog)
    assert dialog.found.text().startswith("anna@example.com, @example.org. They get nothing")
    assert dialog.primary.text() == "Block 2"
    assert desk.services.suppressions.count() == 0
    dialog.reason.choose("unsubscribed")
    dialog.primary.click()
    desk.rest()
    assert sorted(shown(page, 1)) == ["mailbox does not exist", "unsubscribed"]
    assert page.problem.isVisible()
    assert "1 row is neither an address nor a domain." in page.problem.accessibleName()
    assert "row 2: “no address at all”" in page.problem.accessibleName()
    out = desk.folder / "out.csv"
    page.presenter.export(out)
    desk.rest()
    assert len(out.read_text("utf-8-sig").splitlines()) == 3


def test_the_blocking_of_a_file_is_taken_back(desk: Desk, page: BlockedPage) -> None:
    services = desk.services.suppressions
    services.add(["anna@example.com"])
    path = desk.folder / "readers.csv"
    path.write_text("Address\nanna@example.com\nbert@example.com\ncarl@example.com\n", encoding="utf-8")
    page.presenter.bring(path)
    desk.rest()
    dialog = page.presenter.dialog
    assert isinstance(dialog, FileDialog)
    assert dialog.found.text().endswith("1 row is blocked already or repeated.")
    dialog.primary.click()
    desk.rest()
    assert services.count() == 3
    page.toast._act()
    desk.rest()
    assert [one.key for one in services.all()] == ["anna@example.com"]


def test_a_file_that_blocks_nobody_has_nothing_to_press(desk: Desk, page: BlockedPage) -> None:
    desk.services.suppressions.add(["anna@example.com"])
    path = desk.folder / "known.csv"
    path.write_text("Address\nanna@example.com\n", encoding="utf-8")
    page.presenter.bring(path)
    desk.rest()
    dialog = page.presenter.dialog
    assert isinstance(dialog, FileDialog)
    assert dialog.found.text() == "Everybody in the file is blocked already."
    assert not dialog.primary.isVisible()
    dialog.reject()
    page.presenter.bring(desk.folder / "missing.csv")
    desk.rest()
    dialog = page.presenter.dialog
    assert dialog is not None
    assert dialog.problem.isVisible()
    assert not dialog.primary.isVisible()
    dialog.reject()


def test_all_is_all_also_what_was_not_scrolled_to(desk: Desk, page: BlockedPage) -> None:
    services = desk.services.suppressions
    services.add([f"person{number}@example.com" for number in range(600)])
    services.add(["@example.org"], reason="hard")
    page.presenter.load()
    desk.rest()
    page.search.setText("person")
    desk.bot.wait(200)
    desk.rest()
    page.table.selectAll()
    page.model.fetchMore(page.table.rootIndex())
    desk.rest()
    assert len(page.table.selected_rows()) == page.model.rowCount() < 600
    page.presenter.mark("unsubscribed")
    desk.rest()
    assert services.count(reason="unsubscribed") == 600
    assert page.toast.accessibleName() == "The reason of 600 entries is “unsubscribed” now."
    page.table.selectAll()
    page.unblock.trigger()
    desk.rest()
    assert [one.key for one in services.all()] == ["@example.org"]
    assert page.toast.accessibleName() == "600 entries unblocked."
    page.toast._act()
    desk.rest()
    assert services.count(reason="unsubscribed") == 600


def test_what_can_be_done_stands_above_the_table(desk: Desk, page: BlockedPage) -> None:
    desk.services.suppressions.add(["anna@example.com", "bert@example.com"])
    page.presenter.load()
    desk.rest()
    assert not page.offers.isVisible()
    page.table.selectRow(0)
    assert page.offers.isVisible()
    first = page.model.entry(0).key
    page._mark("complaint")
    desk.rest()
    assert {one.key: one.reason for one in desk.services.suppressions.all()}[first] == "complaint"
    assert not page.offers.isVisible()


def test_a_long_list_comes_page_by_page(desk: Desk, page: BlockedPage) -> None:
    desk.services.suppressions.add([f"person{number}@example.com" for number in range(600)])
    page.presenter.load()
    desk.rest()
    assert page.model.rowCount() < 600
    while page.model.canFetchMore(page.table.rootIndex()):
        page.model.fetchMore(page.table.rootIndex())
        desk.rest()
    assert len(set(shown(page))) == 600
