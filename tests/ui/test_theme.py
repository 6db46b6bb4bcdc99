"""The theme: icons render in both palettes, everything switches live, and the system's wish is followed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sendoff.ui import tokens
from sendoff.ui.theme import Mode, Theme
from sendoff.ui.widgets.button import IconButton
from sendoff.ui.widgets.card import Page
from sendoff.ui.widgets.state import LOOKS
from sendoff.ui.widgets.text import Glyph


def far(one: QColor, two: QColor) -> int:
    return max(abs(one.red() - two.red()), abs(one.green() - two.green()), abs(one.blue() - two.blue()))


def opaque(pixmap: QPixmap) -> list[QColor]:
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return [colour for point in points if (colour := image.pixelColor(*point)).alpha() > 250]


@pytest.mark.parametrize("palette", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_every_icon_renders_in_its_colour(look: Theme, palette: tokens.Palette, ratio: float) -> None:
    names = look.icons.names()
    assert len(names) >= 24
    for name in names:
        pixmap = look.icons.pixmap(name, palette.ink, ratio=ratio)
        assert pixmap.width() == 20 * ratio, name
        assert pixmap.deviceIndependentSize().width() == 20, name
        wanted = QColor(palette.ink)
        solid = opaque(look.icons.pixmap(name, palette.ink, size=80))
        assert len(solid) > 20, name
        assert all(far(colour, wanted) < 6 for colour in solid), name


def test_every_state_has_an_icon_a_token_and_a_word(look: Theme) -> None:
    for state, appearance in LOOKS.items():
        assert appearance.glyph in look.icons.names(), state
        assert appearance.word
        look.colour(appearance.token)


def test_an_unknown_icon_is_a_bug(look: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        look.icons.icon("no-such-icon", "#000000")


def test_switching_the_mode_repaints_what_is_on_screen(qtbot: QtBot, look: Theme) -> None:
    page = Page()
    glyph, button = Glyph("doubt", "doubt"), IconButton("doubt", "In doubt", tone="doubt")
    page.column.addWidget(glyph)
    page.column.addWidget(button)
    qtbot.addWidget(page)
    page.show()

    def seen() -> list[QColor]:
        icon = button.icon().pixmap(20, 20, QIcon.Mode.Normal)
        ground, mark = page.grab().toImage(), glyph.grab().toImage()
        return [ground.pixelColor(2, 2), mark.pixelColor(10, 10), opaque(icon)[0]]

    def alike(colours: list[QColor], palette: tokens.Palette) -> bool:
        wanted = [QColor(palette.canvas), QColor(palette.doubt), QColor(palette.doubt)]
        return all(far(*pair) < 6 for pair in zip(colours, wanted, strict=True))

    assert alike(seen(), tokens.LIGHT)
    with qtbot.waitSignal(look.changed):
        look.mode = Mode.DARK
    assert look.palette is tokens.DARK
    assert alike(seen(), tokens.DARK)


def test_the_system_is_followed_in_auto_and_only_there(
    qtbot: QtBot, look: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
            return Qt.ColorScheme.Dark

    class System:
        def __getattr__(self, name: str) -> object:
            return getattr(qapp, name)

        def styleHints(self) -> Hints:  # noqa: N802 - Qt's name
            return Hints()

    monkeypatch.setattr(look, "_app", System())
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.palette is tokens.LIGHT
    look.mode = Mode.AUTO
    assert look.palette is tokens.DARK
    monkeypatch.undo()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert look.palette is tokens.LIGHT


def test_digits_have_one_width(qtbot: QtBot) -> None:
    metrics = Glyph("mail").fontMetrics()
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")


def test_no_file_is_left_when_the_program_ends(tmp_path: Path) -> None:
    code = (
        "import os\nfrom PySide6.QtWidgets import QApplication\n"
        "from sendoff.adapters.system.resources import resource_path\nfrom sendoff.ui.theme import Theme\n"
        "app = QApplication(['sendoff'])\nTheme(app, resource_path('icons').parent)\n"
        "print(len(os.listdir(os.environ['TMPDIR'])))"
    )
    environ = {**os.environ, "TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
    assert not list(tmp_path.iterdir())
