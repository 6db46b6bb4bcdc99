"""The frame of the pages: titles on one line, edges that stay where they are, bars in the margin, icons off words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.desk import Desk, at_desk

from sendoff.adapters.sandbox.server import SandboxServer
from sendoff.ui import tokens
from sendoff.ui.theme import Theme
from sendoff.ui.widgets.button import Button, IconButton
from sendoff.ui.widgets.card import Card, Page
from sendoff.ui.widgets.scrolled import Scrolled
from sendoff.ui.widgets.toast import Toast

PLACES = ("campaigns", "audiences", "blocked", "sandbox", "settings", "find", "log", "diagnostics", "first_steps")
STEPS = ("recipients", "message", "check", "send", "results")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with at_desk(tmp_path, qtbot, SandboxServer) as made:
        made.opened.window.resize(*tokens.WINDOW_LEAST)
        yield made


def middles(page: QWidget, window: QWidget) -> set[tuple[int, int]]:
    """Left edge and middle of what is written as a title, in the window."""
    found = set()
    for one in (*page.findChildren(QLabel), *page.findChildren(QLineEdit)):
        if one.isVisible() and one.property("role") == "title":
            place = one.mapTo(window, QPoint())
            found.add((place.x(), place.y() + (one.height() + 1) // 2))
    return found


def test_every_title_stands_at_the_same_place(desk: Desk) -> None:
    desk.account()
    desk.show()
    window = desk.opened.window
    found = {place: middles(desk.page(QWidget, place), window) for place in PLACES}
    found |= {step: middles(desk.open(desk.draft("ben@example.com"), step), window) for step in STEPS}
    one = found["campaigns"]
    assert len(one) == 1
    assert found == dict.fromkeys(found, one)
    accounts = middles(desk.page(QWidget, "accounts", "work"), window)
    assert one <= accounts, "the list's title"
    assert {middle for _left, middle in accounts} == {middle for _left, middle in one}, "the account's title"


def filled(page: Page, cards: int) -> Card:
    for _number in range(cards):
        card = Card("One")
        card.setFixedHeight(100)
        page.column.addWidget(card)
    page.column.addStretch(1)
    return page.findChildren(Card)[0]


def test_an_edge_stays_where_it_is_when_the_page_scrolls(qtbot: QtBot) -> None:
    edges = []
    for cards in (1, 20):
        page = Page(scrolls=True)
        card = filled(page, cards)
        page.resize(600, 400)
        qtbot.addWidget(page)
        page.show()
        area = page.findChildren(Scrolled)[0]
        edges.append((card.mapTo(page, QPoint()).x(), card.width()))
        assert area.bar.isVisible() == (cards > 1)
    assert edges == [(tokens.Space.XXL, 600 - 2 * tokens.Space.XXL)] * 2
    bar = area.bar
    assert bar.parentWidget() is page
    assert bar.geometry().left() >= edges[0][0] + edges[0][1]
    assert bar.geometry().right() == page.rect().right()
    bar.setValue(50)
    assert area.verticalScrollBar().value() == 50
    area.verticalScrollBar().setValue(80)
    assert bar.value() == 80


def test_the_bar_of_a_part_stands_beside_it_and_goes_with_it(qtbot: QtBot) -> None:
    page, holder, tall = Page(), QWidget(), QWidget()
    tall.setMinimumHeight(2000)
    area = Scrolled(tall)
    inside = QVBoxLayout(holder)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(area)
    above = QWidget()
    above.setFixedHeight(50)
    above.hide()
    page.column.addWidget(above)
    page.column.addWidget(holder, 1)
    page.resize(600, 400)
    qtbot.addWidget(page)
    page.show()
    assert (area.bar.y(), area.bar.height()) == (area.mapTo(page, QPoint()).y(), area.height())
    above.show()
    qtbot.waitUntil(lambda: area.mapTo(page, QPoint()).y() > 50)
    assert (area.bar.y(), area.bar.height()) == (area.mapTo(page, QPoint()).y(), area.height())
    holder.hide()
    assert not area.bar.isVisible()
    holder.show()
    assert area.bar.isVisible()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.resize(610, 410)
    assert area.bar.x() == 0


def ink(image: QImage) -> tuple[int, int]:
    """The columns between which something is drawn."""
    columns = [x for x in range(image.width()) if any(image.pixelColor(x, y).alpha() for y in range(image.height()))]
    return columns[0], columns[-1]


def test_an_icon_keeps_off_its_word(qtbot: QtBot, qapp: QApplication) -> None:
    button = Button("Start", icon="stop")
    qtbot.addWidget(button)
    size, wide = button.iconSize(), tokens.GLYPH + tokens.ICON_GAP
    assert (size.width(), size.height()) == (wide, tokens.GLYPH)
    assert ink(button.icon().pixmap(size, 1.0).toImage())[1] < tokens.GLYPH
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        turned = Button("Start", icon="stop")
        qtbot.addWidget(turned)
        assert ink(turned.icon().pixmap(size, 1.0).toImage())[0] >= tokens.ICON_GAP
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_words_of_a_flush_button_begin_at_the_edge(qtbot: QtBot, look: Theme) -> None:
    button = Button("Import", "flush")
    qtbot.addWidget(button)
    button.show()
    image = button.grab().toImage()
    ground = image.pixelColor(0, 0)
    columns = [x for x in range(image.width()) if any(image.pixelColor(x, y) != ground for y in range(image.height()))]
    assert columns[0] <= 2
    assert look.colour("ink_2").isValid()


def test_a_button_of_one_icon_is_as_high_as_one_of_words(qtbot: QtBot) -> None:
    one, other = IconButton("more", "More"), Button("More")
    for button in (one, other):
        qtbot.addWidget(button)
        button.ensurePolished()
    assert one.sizeHint().height() == other.sizeHint().height() == tokens.HEAD_HEIGHT


def test_a_toast_is_as_wide_beside_its_words_at_both_ends(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(600, 400)
    qtbot.addWidget(host)
    host.show()
    toast = Toast(host)
    heights = []
    for action in ("", "Undo"):
        toast.say("Done.", action, lambda: None)
        words = toast._words.geometry()
        right = toast.width() - (toast._button.geometry().right() + 1 - 10 if action else words.right() + 1)
        assert (words.left(), right) == (tokens.Space.L, tokens.Space.L)
        heights.append(toast.height())
    assert heights[0] == heights[1]
