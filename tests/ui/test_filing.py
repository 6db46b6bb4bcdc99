"""Copies in the Sent folder, in the window: by itself after a run, after a restart, by a press, and what is said."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.certificates import Authority
from tests.fakes.imap import ImapScript
from tests.fakes.smtp_servers import Peer, ScriptedServer, then_hang_up
from tests.ui.desk import Desk

from sendoff.core.account import ImapPlace, SignIn
from sendoff.core.campaign import Campaign, CampaignState, Pace
from sendoff.core.copies import Filed
from sendoff.services import copies
from sendoff.ui.pages.accounts.network import NetworkFold
from sendoff.ui.pages.results.view import ResultsStep


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies of a server on this machine are there at once, and a lost connection is not tried again."""
    monkeypatch.setattr(copies, "SETTLED", 100)
    monkeypatch.setattr(copies, "AGAIN", (0,))


@contextmanager
def asking(desk: Desk, tmp_path: Path) -> Iterator[ImapScript]:
    """An account that files copies in the Sent folder of a server beside."""
    authority = Authority(tmp_path)
    script = ImapScript(tls=authority.server("127.0.0.1"))
    with ScriptedServer(script) as server:
        account = replace(
            desk.account(),
            username="anna@example.com",
            sign_in=SignIn.PASSWORD,
            ca_file=authority.file,
            imap=ImapPlace(host="127.0.0.1", port=server.port),
            file_copies=True,
        )
        desk.services.accounts.save(account, "secret")
        yield script


def run(desk: Desk, draft: Campaign, ended: CampaignState = CampaignState.FINISHED) -> None:
    desk.services.sending.begin(draft.id)
    desk.opened.stage.dispatcher.start(draft.id)
    desk.until(lambda: desk.services.campaigns.get(draft.id).state is ended, seconds=30)
    desk.until(lambda: not desk.opened.stage.dispatcher.running(), seconds=30)


def results(desk: Desk, draft: Campaign) -> ResultsStep:
    page = desk.open(draft, "results").step(4)
    assert isinstance(page, ResultsStep)
    return page


def filed(desk: Desk, draft: Campaign) -> Filed:
    desk.until(lambda: not desk.opened.stage.filing.under_way(draft.id), seconds=30)
    return desk.services.copies.standing(draft.id)


def test_copies_are_filed_by_themselves_after_a_run(desk: Desk, tmp_path: Path) -> None:
    with asking(desk, tmp_path) as script:
        draft = desk.draft("anna@example.com", "bert@example.com", "bounce1@example.com")
        run(desk, draft)
        assert filed(desk, draft) == Filed(filed=2)
        anna, bert, _bounced = desk.services.reports.page(draft)
        assert script.copies == [desk.services.reports.message_id(draft, line) for line in (anna, bert)]
        assert desk.services.copies.unfinished() == []
        page = results(desk, draft)
        assert page.copies.isVisible()
        assert page.copies.text.text() == "2 copies are in the Sent folder."
        assert not page.copies.button.isVisible()


def test_what_could_not_be_filed_is_said_and_filed_by_a_press(desk: Desk, tmp_path: Path) -> None:
    with asking(desk, tmp_path) as script:
        script.at = {"APPEND": then_hang_up(b"* BYE gone\r\n")}
        draft = desk.draft("anna@example.com", "bert@example.com")
        run(desk, draft)
        assert filed(desk, draft).left == 2
        page = results(desk, draft)
        assert page.copies.text.text().startswith("2 copies could not be filed: 127.0.0.1 did not say")
        assert desk.services.reports.counts(draft)["accepted"] == 2
        script.at = {}
        page.copies.button.click()
        assert filed(desk, draft) == Filed(filed=2)
        desk.rest()
        assert page.copies.text.text() == "2 copies are in the Sent folder."
        assert len(script.copies) == 2


def test_what_is_accepted_while_copies_are_filed_has_its_copy_too(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with asking(desk, tmp_path) as script:
        going_on, append = threading.Event(), script._append

        def held(peer: Peer, size: int) -> bytes:
            going_on.wait(60)
            return append(peer, size)

        monkeypatch.setattr(script, "_append", held)
        draft = replace(desk.draft("anna@example.com", "bert@example.com"), pace=Pace(first=1))
        desk.services.campaigns.save(draft)
        run(desk, draft, CampaignState.PAUSED)
        desk.until(lambda: desk.opened.stage.filing.under_way(draft.id))
        run(desk, draft)
        going_on.set()
        assert filed(desk, draft) == Filed(filed=2)
        assert len(script.copies) == 2


def test_a_restart_files_what_a_crash_left(desk: Desk, tmp_path: Path) -> None:
    with asking(desk, tmp_path) as script:
        draft = desk.draft("anna@example.com", "bert@example.com")
        desk.services.sending.begin(draft.id)
        desk.services.sending.run(draft.id)  # and nobody hears of its end
        assert script.copies == []
        assert desk.services.copies.unfinished() == [draft.id]
        desk.reopen()
        assert filed(desk, draft).left == 2  # here no password outlives the program
        assert desk.services.copies.standing(draft.id).why.startswith("The sign-in of “Work” is not known here.")
        desk.services.accounts.save(desk.services.accounts.get("work"), "secret")
        desk.opened.stage.filing.resume()
        desk.until(lambda: desk.services.copies.standing(draft.id) == Filed(filed=2), seconds=30)
        assert len(script.copies) == 2


def test_the_account_page_shows_and_forgets_what_was_seen_of_a_server(desk: Desk) -> None:
    fold = NetworkFold()
    place = ImapPlace(host="imap.example.com", port=993)
    account = replace(desk.account(), imap=place, file_copies=True, keeps_copies=True)
    fold.show_account(account)
    assert fold.file_copies.isChecked()
    assert fold.copies_note.text().startswith("This server keeps copies itself")
    assert fold.applied(account) == account
    fold.file_copies.click()
    fold.file_copies.click()
    assert fold.copies_note.text() == "After the sending, each once; none where the server keeps its own."
    assert fold.applied(account) == replace(account, keeps_copies=False)
    fold.deleteLater()
