"""Letters as large as the system's: every size of type grows, live, and so does what holds them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.e2e.journey import Journey, slow_sandbox
from tests.ui import audit
from tests.ui.desk import Desk, at_desk
from tests.ui.stand import Stand

from sendoff.ui import tokens
from sendoff.ui.pages.campaigns.view import CampaignsPage
from sendoff.ui.theme import Mode, Theme
from sendoff.ui.tokens import Type
from sendoff.ui.widgets.table import Table
from sendoff.ui.widgets.text import ElidedLabel, Text

ROOT = Path(__file__).parents[2]
SetFont = Callable[[float], None]


@pytest.fixture
def letters(look: Theme) -> Iterator[SetFont]:
    """Set the system's font to a share of the usual size; the window is told as Qt tells it."""
    usual = look._system

    def put(share: float) -> None:
        font = QFont()
        font.setPixelSize(round(share * tokens.USUAL_TEXT.get(sys.platform, 40 / 3)))
        look._system = lambda: font
        for window in QApplication.topLevelWidgets():
            QApplication.sendEvent(window, QEvent(QEvent.Type.ThemeChange))
        look.follow()

    yield put
    look._system = usual
    look.follow()


@pytest.mark.parametrize(
    ("platform", "pixels", "scale"),
    [
        ("linux", 12.0, 1.0),
        ("linux", 40 / 3, 1.0),
        ("linux", 44 / 3, 1.0),  # GNOME's own 11 points
        ("linux", 52 / 3, 1.3),
        ("darwin", 13.0, 1.0),
        ("win32", 12.0, 1.0),
        ("win32", 18.0, 1.5),
        ("win32", 60.0, 2.0),
        ("linux", 0.0, 1.0),
    ],
)
def test_text_grows_with_the_systems_and_never_shrinks(platform: str, pixels: float, scale: float) -> None:
    assert tokens.text_scale(pixels, platform) == pytest.approx(scale)


def test_all_sizes_of_type_keep_their_order_at_every_scale() -> None:
    for scale in (1.0, 1.15, 1.3, 1.7, 2.0):
        sizes = [tokens.text_pixels(kind, scale) for kind in Type]
        assert sizes == sorted(set(sizes))
        assert tokens.row_height(scale) >= 1.5 * tokens.text_pixels(Type.BODY, scale)


def test_what_is_on_screen_grows_at_once(look: Theme, stand: Stand, letters: SetFont) -> None:
    window = stand.window
    body, caption, edit, table = Text("Words"), Text("Words", "caption"), QLineEdit(), Table("Rows")
    elided = ElidedLabel("Some words that have just the room they need")
    holder = QWidget(window)
    holder.setGeometry(200, 60, 700, 400)
    for place, one in enumerate((body, caption, edit, table, elided)):
        one.setParent(holder)
        one.move(0, 60 * place)
        one.show()
    holder.show()
    elided.setFixedWidth(elided.sizeHint().width())
    look.size(edit, QLineEdit.setFixedWidth, 200)

    def heights() -> list[int]:
        return [one.sizeHint().height() for one in (body, caption, edit)]

    before = heights()
    letters(1.5)
    after = heights()
    assert body.font().pixelSize() == tokens.text_pixels(Type.BODY, 1.5)
    assert all(new > old for new, old in zip(after, before, strict=True))
    assert edit.width() == 300
    assert table.verticalHeader().defaultSectionSize() == tokens.row_height(1.5)
    assert elided.text() != elided.whole()
    letters(1.0)
    assert edit.width() == 200
    assert heights() == before
    assert elided.text() == elided.whole()


def test_a_width_that_a_person_chose_stays_when_only_colours_change(look: Theme, qtbot: QtBot) -> None:
    table = Table("Rows")
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(1, 3, table))
    table.set_widths(100, 100)
    table.setColumnWidth(0, 222)
    look.mode = Mode.DARK
    assert table.columnWidth(0) == 222


@pytest.mark.timeout(400)
def test_nothing_is_cut_where_letters_are_large(tmp_path: Path, qtbot: QtBot, look: Theme, letters: SetFont) -> None:
    letters(1.3)
    assert look.scale == pytest.approx(1.3, abs=0.03)
    faults: list[str] = []

    def examine(state: str) -> None:
        faults.extend(f"{state}: {fault}" for fault in audit.lasting(lambda: audit.cut(journey.person.front())))

    with at_desk(tmp_path, qtbot, slow_sandbox) as desk:
        desk.opened.window.resize(1280, 800)
        journey = Journey(desk, examine)
        journey.whole()
    assert "\n".join(faults) == ""


@pytest.mark.timeout(400)
def test_nothing_is_cut_on_a_screen_of_200_percent() -> None:
    walked = subprocess.run(
        [sys.executable, "-m", "tests.ui.walk"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2", "PYTHONPATH": str(ROOT / "app")},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (walked.stdout.split("\n"), walked.returncode) == (["ratio 2", ""], 0), walked.stderr


def test_every_state_of_a_campaign_is_read_whole_in_a_narrow_window(desk: Desk) -> None:
    desk.opened.window.resize(*tokens.WINDOW_LEAST)
    desk.account()
    draft = desk.draft("anna@example.com")
    desk.services.schedule.set(draft, desk.services.clock.now() + 86_400_000)
    page = desk.page(CampaignsPage, "campaigns")
    assert page.model.index(0, 1).data() == "scheduled"
    assert page.table.columnWidth(1) >= page.table.sizeHintForColumn(1)
