"""The log is followed and filtered; diagnostics are shown before they are saved."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui import audit
from tests.ui.stand import Stand, standing

from sendoff.adapters.system.paths import find_home
from sendoff.bootstrap.program import diagnostics, log_of
from sendoff.ui.pages.diagnostics.view import DiagnosticsPage
from sendoff.ui.pages.log.view import LogPage

_log = logging.getLogger("sendoff.trial")


@pytest.fixture
def stand(tmp_path: Path, qtbot: QtBot) -> Iterator[Stand]:
    home = find_home({"SENDOFF_HOME": str(tmp_path / "home")})
    with standing(tmp_path, qtbot) as made:
        given = replace(made.stage.context, log=log_of(home), diagnostics=lambda: diagnostics(home))
        stage = replace(made.stage, context=given)
        made.window.navigator.register("log", lambda: LogPage(stage))
        made.window.navigator.register("diagnostics", lambda: DiagnosticsPage(stage))
        made.window.show()
        yield made


def test_the_log_is_followed_and_filtered(stand: Stand, qtbot: QtBot) -> None:
    _log.warning("the first thing")
    page = stand.window.navigator.open("log")
    assert isinstance(page, LogPage)
    qtbot.waitUntil(lambda: "the first thing" in page.text.toPlainText())
    _log.error("the second thing")
    qtbot.waitUntil(lambda: "the second thing" in page.text.toPlainText())
    page.levels.choose("error")
    page.levels.chosen.emit("error")
    assert "first" not in page.text.toPlainText()
    page.search.setText("nothing like that")
    qtbot.waitUntil(page.nothing.isVisible)
    assert page.text.toPlainText() == ""


def test_diagnostics_are_shown_and_then_saved(stand: Stand, qtbot: QtBot, tmp_path: Path) -> None:
    page = stand.window.navigator.open("diagnostics")
    assert isinstance(page, DiagnosticsPage)
    assert not page.save.isEnabled()
    qtbot.waitUntil(page.save.isEnabled)
    assert "== Disk" in page.text.toPlainText()
    page.presenter.save(tmp_path / "missing" / "help.txt")
    qtbot.waitUntil(page.banner.isVisible)
    page.presenter.save(tmp_path / "help.txt")
    qtbot.waitUntil(lambda: stand.said == ["Saved."])
    assert (tmp_path / "help.txt").read_text("utf-8") == page.text.toPlainText()


@pytest.mark.parametrize("name", ["log", "diagnostics"])
def test_it_can_be_read_and_reached(stand: Stand, qtbot: QtBot, name: str) -> None:
    page = stand.window.navigator.open(name)
    if isinstance(page, DiagnosticsPage):
        qtbot.waitUntil(page.save.isEnabled)
    qtbot.wait(50)
    faults = [fault for ask in audit.EVERY for fault in ask(stand.window)]
    assert [*faults, *audit.stops(stand.window)] == []
