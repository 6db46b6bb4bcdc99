"""The settings page: the look, where things are kept, and what Sendoff is made of."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from sendoff import __version__
from sendoff.ui.pages.settings.presenter import SettingsPresenter
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import Mode, theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, Segments
from sendoff.ui.widgets.card import Card, Page
from sendoff.ui.widgets.text import ElidedLabel, Heading, Text

_MEASURE = 760
"""The widest card, in pixels."""
_MODES = ((Mode.AUTO, "As the system"), (Mode.LIGHT, "Light"), (Mode.DARK, "Dark"))
_QT = (
    "The window is made with Qt and PySide6, used unchanged under the GNU Lesser General Public License, version 3. "
    "You may replace them by your own build."
)
_OTHERS = (
    "Also in it: aiosmtpd, Alembic, Babel, cryptography, css-inline, dnspython, email-validator, Jinja2, keyring, "
    "lark, markdown-it-py, mrml, OAuthlib, platformdirs, python-calamine, python-socks, RapidFuzz, rich, SQLAlchemy, "
    "tomli-w and truststore, each under its own open licence."
)
_LEFT, _FILL = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag(0)
_LGPL = "https://www.gnu.org/licenses/lgpl-3.0.html"
_QT_SOURCE = "https://download.qt.io/official_releases/QtForPython/"


class SettingsPage(Page):
    """What can be chosen, and what is good to know."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(scrolls=True)
        self.presenter = SettingsPresenter(stage, self)
        self.column.addWidget(Heading("Settings"))
        for card in (self._look(), self._places(), self._about()):
            card.setMaximumWidth(_MEASURE)
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.presenter.kept_where.connect(self._say_kept)
        self.presenter.load()

    def opened(self, _subject: str) -> None:
        """The scheme may have been changed elsewhere."""
        self.modes.choose(theme().mode)
        self.presenter.load()

    def _look(self) -> Card:
        self.modes = Segments("Colours", _MODES)
        self.modes.choose(theme().mode)
        self.modes.chosen.connect(self._chosen)
        card = Card("Look")
        card.column.addLayout(_rows(("Colours", self.modes)))
        return card

    def _places(self) -> Card:
        folder = self.presenter.data_folder
        self.folder = ElidedLabel(str(folder or ""), middle=True)
        self.kept = Text("Looking…", wrap=True, selectable=True)
        card = Card("Where things are kept")
        rows: list[tuple[str, QWidget]] = [("Passwords", self.kept)]
        if folder is not None:
            beside = QWidget()
            row = QHBoxLayout(beside)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(Space.M)
            row.addWidget(self.folder, 1)
            row.addWidget(Button("Open folder", run=self.presenter.open_folder))
            rows.insert(0, ("Campaigns and lists", beside))
        card.column.addLayout(_rows(*rows))
        return card

    def _about(self) -> Card:
        card = Card("About")
        self.version = Text(f"Sendoff {__version__}", selectable=True)
        made_with = f"Python {platform.python_version()}, Qt {qVersion()}"
        card.column.addLayout(_rows(("Version", self.version), ("Running on", Text(made_with, selectable=True))))
        card.column.addWidget(Text("Sendoff is free software under the MIT licence.", wrap=True))
        card.column.addWidget(Text(_QT, "secondary", wrap=True))
        card.column.addWidget(Text(_OTHERS, "secondary", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(Button("The LGPL", "link", run=lambda: self.presenter.browse(_LGPL)))
        row.addWidget(Button("Source of Qt for Python", "link", run=lambda: self.presenter.browse(_QT_SOURCE)))
        row.addStretch(1)
        card.column.addLayout(row)
        return card

    @Slot(str)
    def _chosen(self, mode: str) -> None:
        self.presenter.choose(Mode(mode))

    @Slot(str)
    def _say_kept(self, words: str) -> None:
        self.kept.setText(words)


def _rows(*rows: tuple[str, QWidget]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.L)
    grid.setVerticalSpacing(Space.M)
    grid.setColumnMinimumWidth(0, 140)
    grid.setColumnStretch(1, 1)
    for place, (word, widget) in enumerate(rows):
        label = Text(word, "secondary")
        label.setBuddy(widget)
        grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(widget, place, 1, _LEFT if isinstance(widget, Segments) else _FILL)
    return grid
