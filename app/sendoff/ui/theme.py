"""The look, applied: palette, font, style sheet and icon colours, switched live when the system or the user asks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from string import Template
from typing import ClassVar
from weakref import WeakKeyDictionary, finalize

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QAction, QColor, QFont, QFontDatabase, QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from sendoff.ui import tokens
from sendoff.ui.busy import busy
from sendoff.ui.icons import Icons

_SHEET_ICONS = {
    "check_on_accent": ("check", "on_accent"),
    "chevron_down": ("chevron-down", "ink_2"),
    "chevron_down_on_accent": ("chevron-down", "on_accent"),
    "chevron_up": ("chevron-up", "ink_2"),
    "chevron_right": ("chevron-right", "ink_2"),
}
"""The icons a style sheet needs as files: name in the sheet → (icon, token)."""


_Setter = Callable[..., None]
"""A function that gives a widget a size in pixels."""


class Mode(StrEnum):
    """Which scheme is shown."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look of the whole application; made once, before the first widget.

    `resources` is the folder that holds `icons/` and `styles/`; `system` says the system's font.
    """

    changed = Signal()
    installed: ClassVar[Theme | None] = None

    def __init__(
        self,
        app: QApplication,
        resources: Path,
        mode: Mode = Mode.AUTO,
        system: Callable[[], QFont] = lambda: QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont),
    ) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._system = system
        self._sheet = Template((resources / "styles" / "sendoff.qss").read_text(encoding="utf-8"))
        self._files = QTemporaryDir()
        finalize(self, self._files.remove)  # at the end of the program Python lets go of nothing that Qt holds
        self._dressed: WeakKeyDictionary[QAbstractButton | QAction, tuple[str, str, int, int]] = WeakKeyDictionary()
        self._sized: WeakKeyDictionary[QWidget, dict[_Setter, tuple[int, ...]]] = WeakKeyDictionary()
        self.icons = Icons(resources / "icons")
        self.palette = self._wanted()
        self.scale = self._wanted_scale()
        """How much larger than usual all text is, as the system asks: 1 to 2."""
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self.follow)
        app.primaryScreen().logicalDotsPerInchChanged.connect(self.follow)
        Theme.installed = self
        self._apply()

    @property
    def mode(self) -> Mode:
        """What the user chose; setting it repaints everything at once."""
        return self._mode

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._mode = mode
        self.follow()

    @property
    def dark(self) -> bool:
        """Whether the dark scheme is shown now."""
        return self.palette is tokens.DARK

    def colour(self, token: str) -> QColor:
        """A token's colour in the present scheme."""
        return QColor(self.palette.colour(token))

    def glyph(self, name: str, token: str, size: int = tokens.GLYPH, ratio: float = 2.0) -> QPixmap:
        """An icon in a token's colour, to paint beside text; `ratio` is the widget's `devicePixelRatioF()`."""
        return self.icons.pixmap(name, self.palette.colour(token), size, ratio)

    def dress(
        self,
        target: QAbstractButton | QAction,
        name: str,
        tone: str = "ink",
        *,
        size: int = tokens.ICON,
        gap: int = 0,
    ) -> None:
        """Give a button or an action an icon that keeps its token's colour when the scheme changes.

        `gap` (pixels) stands between the icon and a button's word, beside what Qt leaves there; the button's icon
        size must have room for both.
        """
        self._dressed[target] = (name, tone, size, gap)
        self._draw(target, name, tone, size, gap)

    def pixels(self, size: tokens.Type) -> int:
        """A text size at the present scale, for what is painted by hand."""
        return tokens.text_pixels(size, self.scale)

    def row_height(self) -> int:
        """The height of a table's row at the present scale."""
        return tokens.row_height(self.scale)

    def size(self, widget: QWidget, setter: _Setter, *pixels: int) -> None:
        """Give a widget a size that grows with its text: `size(edit, QLineEdit.setFixedWidth, 260)`."""
        self._sized.setdefault(widget, {})[setter] = pixels
        self._measure(widget, setter, pixels)

    @Slot()
    def follow(self) -> None:
        """Look again at what the system and the user wish, and change what is on screen."""
        wanted, scale = self._wanted(), self._wanted_scale()
        if wanted is not self.palette or scale != self.scale:
            self.palette, self.scale = wanted, scale
            with busy():
                self._apply()

    def _wanted_scale(self) -> float:
        font = self._system()
        dots = QGuiApplication.primaryScreen().logicalDotsPerInch()
        pixels = font.pointSizeF() * dots / 72 if font.pointSizeF() > 0 else float(font.pixelSize())
        return tokens.text_scale(pixels, sys.platform)

    def _wanted(self) -> tokens.Palette:
        if self._mode is Mode.AUTO:
            dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self._mode is Mode.DARK
        return tokens.DARK if dark else tokens.LIGHT

    def _apply(self) -> None:
        self._app.setPalette(_qt_palette(self.palette))
        self._app.setFont(_font(self._system(), self.pixels(tokens.Type.BODY)))
        values = tokens.sheet_values(self.palette, self.scale) | self._icon_files()
        self._app.setStyleSheet(self._sheet.substitute(values))
        for target, worn in list(self._dressed.items()):
            if isValid(target):
                self._draw(target, *worn)
        for widget, sizes in list(self._sized.items()):
            if isValid(widget):
                for setter, pixels in sizes.items():
                    self._measure(widget, setter, pixels)
        self.changed.emit()

    def _measure(self, widget: QWidget, setter: _Setter, pixels: tuple[int, ...]) -> None:
        setter(widget, *(round(one * self.scale) for one in pixels))

    def _draw(self, target: QAbstractButton | QAction, name: str, token: str, size: int, gap: int) -> None:
        faded = tokens.mix(self.palette.ink_2, self.palette.surface, 0.5)
        target.setIcon(self.icons.icon(name, self.palette.colour(token), disabled=faded, size=size, gap=gap))

    def _icon_files(self) -> dict[str, str]:
        scheme = "dark" if self.dark else "light"
        paths = {}
        for key, (name, token) in _SHEET_ICONS.items():
            path = Path(self._files.filePath(f"{scheme}-{key}.svg"))
            path.write_text(self.icons.svg(name, self.palette.colour(token)), encoding="utf-8")
            paths[key] = path.as_posix()
        return paths


def theme() -> Theme:
    """The theme in force. Raises RuntimeError before one was made."""
    if Theme.installed is None:
        raise RuntimeError("make a Theme before the first widget")
    return Theme.installed


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _font(system: QFont, pixels: int) -> QFont:
    """The system's font at a size, with digits of equal width so that running counts stand still."""
    font = QFont(system)
    if font.family() in tokens.UNNAMED_FAMILIES:
        installed = set(QFontDatabase.families())
        font.setFamily(next((name for name in tokens.FALLBACK_FAMILIES if name in installed), font.family()))
    font.setPixelSize(pixels)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def monospace() -> QFont:
    """The system's fixed-width font at body size."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(theme().pixels(tokens.Type.BODY))
    return font


def _qt_palette(palette: tokens.Palette) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.canvas,
        role.WindowText: palette.ink,
        role.Base: palette.surface,
        role.AlternateBase: palette.sunken,
        role.Text: palette.ink,
        role.Button: palette.surface,
        role.ButtonText: palette.ink,
        role.BrightText: palette.on_accent,
        role.ToolTipBase: palette.surface,
        role.ToolTipText: palette.ink,
        role.PlaceholderText: palette.ink_2,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.on_accent,
        role.Link: palette.accent,
        role.LinkVisited: palette.accent,
        role.Light: palette.surface,
        role.Midlight: palette.line,
        role.Mid: palette.line,
        role.Dark: palette.line,
        role.Shadow: palette.line,
        role.Accent: palette.accent,
    }
    made = QPalette()
    for key, colour in colours.items():
        made.setColor(key, QColor(colour))
    faded = QColor(tokens.mix(palette.ink_2, palette.surface, 0.6))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, faded)
    return made
