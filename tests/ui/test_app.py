"""The window starts where it should, rehearses, asks before it closes, and says why it cannot start."""

from __future__ import annotations

import smtplib
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.e2e.command_line import Desk as Terminal
from tests.fakes.sink import SinkProcess
from tests.ui.desk import RESOURCES, Desk, at_desk, context, start

from sendoff.adapters.sandbox.server import SandboxServer
from sendoff.adapters.sandbox.shelf import Shelf
from sendoff.adapters.system.lock import Holder, holder
from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap.program import restoring
from sendoff.core.campaign import CampaignState
from sendoff.core.delivery import Move, State
from sendoff.core.errors import HeldError
from sendoff.core.language import spoken
from sendoff.core.settings import LANGUAGE
from sendoff.services.backups import told
from sendoff.ui.app import BAD_START, Opened, run
from sendoff.ui.pages.sending.view import SendingStep
from sendoff.ui.pages.settings.view import SettingsPage
from sendoff.ui.start_problem import StartProblem
from sendoff.ui.widgets.button import Button


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with at_desk(tmp_path, qtbot) as made:
        yield made


def sending(desk: Desk) -> SendingStep:
    step = desk.flow.step(3)
    assert isinstance(step, SendingStep)
    return step


def test_the_first_run_welcomes_and_later_ones_show_the_campaigns(desk: Desk) -> None:
    desk.show()
    assert desk.opened.stage.navigator.current == "welcome"
    desk.account()
    desk.reopen()
    assert desk.opened.stage.navigator.current == "campaigns"


def test_a_rehearsal_is_two_presses_from_250_messages(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, SandboxServer(), start(tmp_path, trial=True))
    try:
        desk.opened.window.show()
        desk.opened.begin()
        desk.until(lambda: desk.opened.stage.navigator.current == "campaign")
        desk.until(lambda: desk.flow.primary.text() == "Send to 245 people" and sending(desk).start.ready())
        assert sending(desk).before.rehearsal.isVisible()
        desk.flow.primary.click()
        desk.flow.primary.click()
        desk.until(lambda: desk.opened.sandbox.count > 0)
        desk.until(sending(desk).live.isVisible)
        sending(desk).live.pause.click()
        desk.until(lambda: not desk.opened.stage.dispatcher.running())
    finally:
        desk.opened.close()


def test_an_interruption_is_told_first_with_its_figures(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com", "bert@example.com", "carl@example.com")
    desk.services.sending.begin(draft.id)
    queue, now = desk.services.sending._course._queue, desk.services.clock.now()
    claimed = queue.claim(draft.id, "mark", 3, now)
    for row, last in ((claimed[0], State.ACCEPTED), (claimed[1], State.SENDING)):
        steps = [(State.CLAIMED, State.SENDING)] + [(State.SENDING, last)] * (last is State.ACCEPTED)
        for old, new in steps:
            queue.record(draft.id, [Move(delivery_id=row.id, token="mark", old=old, new=new, at=now)])
    desk.reopen()
    banner = sending(desk).live.banner
    desk.until(banner.isVisible)
    assert "“Spring sale” was interrupted: 1 accepted, 1 in doubt, 1 not started." in banner.accessibleName()
    desk.flow.primary.click()
    desk.until(lambda: desk.services.campaigns.get(draft.id).state is CampaignState.FINISHED)
    assert [one.recipient for one in desk.server.received] == ["carl@example.com"]


def test_after_a_kill_the_window_opens_on_what_happened_and_resume_writes_to_nobody_twice(
    desk: Desk, tmp_path: Path
) -> None:
    desk.opened.close()
    terminal = Terminal(tmp_path, desk.folder / "home")
    campaign = terminal.campaign(40)
    with SinkProcess(tmp_path / "sink.log", "--latency", "10") as sink:
        sender = terminal.start("send", str(campaign), "--yes", "--smtp", sink.url)
        desk.until(lambda: len(sink.records()) >= 5, seconds=20)
        sender.kill()
        sender.communicate()
        desk.opened = start(desk.folder)
        desk.show()
        live = sending(desk).live
        desk.until(live.banner.isVisible)
        counts = desk.services.interrupted[0].counts
        waiting = counts["queued"] + counts["deferred"]
        assert counts["accepted"] + counts["in_doubt"] + waiting == 40
        assert waiting > 0
        said = f"{counts['accepted']} accepted, {counts['in_doubt']} in doubt, {waiting} not started."
        assert said in live.banner.accessibleName()
        desk.flow.primary.click()
        campaign_id = desk.services.interrupted[0].campaign.id
        desk.until(lambda: desk.services.campaigns.get(campaign_id).state is CampaignState.FINISHED, seconds=20)
        got = Counter(record["recipient"] for record in sink.records())
    assert set(got.values()) == {1}
    assert len(got) >= 40 - counts["in_doubt"]


def test_what_is_being_typed_is_saved_when_the_window_closes(desk: Desk) -> None:
    desk.account()
    draft = desk.draft("anna@example.com")
    desk.show()
    flow = desk.open(draft, "message")
    subject = flow.step(1).subject.control  # type: ignore[attr-defined]  # the message step's own field
    subject.selectAll()
    QTest.keyClicks(subject, "Typed just now")
    desk.reopen()
    assert desk.services.campaigns.get(draft.id).content.subject == "Typed just now"


def test_a_held_folder_is_said_in_words(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    with pytest.raises(HeldError) as caught:
        start(desk.folder)
    problem = StartProblem(caught.value)
    qtbot.addWidget(problem)
    assert problem.quit.text() == "Quit"

    def quit_it() -> None:
        shown = [one for one in qapp.topLevelWidgets() if isinstance(one, StartProblem) and one.isVisible()]
        shown[0].quit.click()

    QTimer.singleShot(200, quit_it)
    assert run(context(desk.folder)) == BAD_START


def test_a_backup_is_put_back_between_two_windows(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.services.campaigns.save(desk.services.campaigns.new("Spring sale"))
    backup = tmp_path / "all.zip"
    desk.services.backups.make(backup)
    desk.services.campaigns.save(desk.services.campaigns.new("Made since"))
    desk.opened.close()
    home = find_home({"SENDOFF_HOME": str(desk.folder / "home")})
    seen: list[list[str]] = []

    def restore() -> str:
        with restoring(home, "tests") as one:
            return told(one.restore(backup))

    def watch(opened: Opened) -> None:
        seen.append(sorted(one.name for one in opened.stage.services.campaigns.all()))
        act = (lambda: opened.stage.meanwhile("Restoring.", restore)) if len(seen) == 1 else opened.leave.go
        QTimer.singleShot(50, act)

    monkeypatch.setattr(Opened, "begin", watch)
    heard = sys.excepthook
    assert run(context(desk.folder)) == 0
    assert seen == [["Made since", "Spring sale"], ["Spring sale"]]
    assert sys.excepthook is heard
    desk.opened = start(desk.folder)


def test_another_language_is_spoken_after_a_restart_for_which_the_sending_pauses(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.account(delay=3_600)
    draft = desk.draft("anna@example.com", "bert@example.com")
    desk.opened.close()
    seen: list[tuple[str, str, CampaignState]] = []

    def begun(opened: Opened) -> None:
        services = opened.stage.services
        if not seen:
            services.sending.begin(draft.id)
            opened.stage.dispatcher.start(draft.id)
            qtbot.waitUntil(lambda: desk.server.count == 1)
            page = opened.stage.navigator.open("settings")
            assert isinstance(page, SettingsPage)
            page.presenter.choose(LANGUAGE, "de")
            qtbot.waitUntil(page.restart.isVisible)
            assert page.restart_button.text() == "Pause and restart"
            QTimer.singleShot(0, page.restart_button.click)
        else:
            QTimer.singleShot(0, lambda: ended(opened))
        seen.append(
            (spoken().code, opened.window.rail._buttons["settings"].text(), services.campaigns.get(draft.id).state)
        )

    def ended(opened: Opened) -> None:
        places.append(opened.stage.navigator.current)
        opened.leave.go()

    places: list[str] = []
    monkeypatch.setattr(Opened, "begin", begun)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the program's end leaves Python's own
    assert run(replace(context(desk.folder), translations=RESOURCES / "i18n")) == 0
    assert seen == [("en", "Settings", CampaignState.RUNNING), ("de", "Einstellungen", CampaignState.PAUSED)]
    assert places == ["campaign"]  # where it can be resumed
    assert spoken().code == "en"
    assert desk.server.count == 1
    desk.opened = start(desk.folder)


def test_what_the_sandbox_took_is_kept_before_the_data_folder_is_let_go(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.opened.close()
    data, save = desk.folder / "home", Shelf.save
    held: list[Holder | None] = []

    def watched(shelf: Shelf, *what: object) -> None:
        save(shelf, *what)  # type: ignore[arg-type]  # as they come
        held.append(holder(data))

    monkeypatch.setattr(Shelf, "save", watched)
    desk.opened = start(desk.folder, sandbox=lambda: SandboxServer(shelf=Shelf(data / "sandbox-messages.db")))
    desk.opened.sandbox.start()
    with smtplib.SMTP("127.0.0.1", int(desk.opened.sandbox.url.rpartition(":")[2].partition("?")[0])) as client:
        client.sendmail("a@example.com", ["mia@example.com"], "Subject: Last\r\n\r\nJust now.\r\n")
    desk.opened.close()  # as before a move, a restoring and the end
    assert held
    assert None not in held
    assert holder(data) is None
    assert [one.subject for one in Shelf(data / "sandbox-messages.db").received()] == ["Last"]
    desk.opened = start(desk.folder)


@pytest.mark.parametrize("started", [True, False], ids=["paused", "draft"])
def test_a_campaign_of_a_restored_folder_waits_for_a_word(desk: Desk, *, started: bool) -> None:
    desk.account()
    draft = desk.draft("anna@example.com", "bert@example.com")
    if started:
        desk.services.sending.begin(draft.id)
        desk.services.sending.pause(draft.id)
        desk.services.sending.run(draft.id)
    desk.services.continuity._lineage.hold_all(0, desk.services.clock.now())
    desk.reopen()
    desk.opened.stage.preferences.choose("undo_seconds", 0)
    desk.open(draft, "send")
    step = sending(desk)
    banner = step.live.banner if started else step.before.problem
    if started:
        assert "was put back from a state of an earlier time" in banner.accessibleName()
    else:
        desk.until(step.start.ready)
        desk.flow.primary.click()
    desk.flow.primary.click()
    desk.until(lambda: "“Spring sale” waits for your word." in banner.accessibleName())
    assert desk.server.count == 0
    next(one for one in banner.findChildren(Button) if one.text() == "Release and send").click()
    desk.until(lambda: desk.services.campaigns.get(draft.id).state is CampaignState.FINISHED)
    assert desk.server.count == 2
