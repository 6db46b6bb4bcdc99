"""The settings page: every setting, searched as one types, where things are kept, and what Sendoff is made of."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, QTimer, Slot, qVersion
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sendoff import __version__
from sendoff.core.language import phrase, tr
from sendoff.core.settings import LOOK, SETTINGS, matching
from sendoff.ui.pages.settings.places import PlacesCard
from sendoff.ui.pages.settings.presenter import SettingsPresenter
from sendoff.ui.pages.settings.rows import Section, SettingRow
from sendoff.ui.pages.stage import Stage
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card, Page
from sendoff.ui.widgets.field import SearchEdit
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.text import Text

_MEASURE = 784
"""The widest card, in pixels."""
_PLACES = phrase(
    "where things are kept campaigns and lists data folder location move passwords keyring backup back up restore"
)
_HELP = phrase("if something is wrong log diagnostics help bundle report trouble")
_ABOUT = phrase("about version licence license qt python source")
"""The words under which a search finds the cards that hold no setting."""
_QT = phrase(
    "The window is made with Qt and PySide6, used unchanged under the GNU Lesser General Public License, version 3. "
    "You may replace them by your own build."
)
_OTHERS = phrase(
    "Also in it: aiosmtpd, Alembic, Babel, cryptography, css-inline, dnspython, email-validator, imap-tools, jeepney, "
    "Jinja2, keyring, lark, markdown-it-py, mrml, OAuthlib, platformdirs, python-calamine, python-socks, RapidFuzz, "
    "rich, SQLAlchemy, tomli-w and truststore, each under its own open licence."
)
_LGPL = "https://www.gnu.org/licenses/lgpl-3.0.html"
_QT_SOURCE = "https://download.qt.io/official_releases/QtForPython/"


class SettingsPage(Page):
    """What can be chosen, and what is good to know."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(scrolls=True)
        self.presenter = SettingsPresenter(stage, self)
        self.search = SearchEdit(tr("Search the settings"))
        column = self._measured()
        column.addWidget(Head(tr("Settings")))
        column.addWidget(self.search)
        self.sections = self._sections()
        self.restart = Banner()
        self.restart_button = self.restart.add_action(tr("Restart now"), self._restart)
        self._agreed = False
        """Whether its words say that what is being sent pauses."""
        self._section(LOOK).column.addWidget(self.restart)
        self.places = PlacesCard(self.presenter, stage)
        self._cards = [(self.places, tr(_PLACES)), (self._help(stage), tr(_HELP)), (self._about(), tr(_ABOUT))]
        for card in (*self.sections, *(card for card, _words in self._cards)):
            column.addWidget(card)
        self.nothing = Text(tr("No setting is about that."), "secondary")
        self.nothing.hide()
        column.addWidget(self.nothing)
        column.addStretch(1)
        self.search.searched.connect(self._find)
        self.presenter.kept_where.connect(self._say_kept)
        self.presenter.changed.connect(self._show)
        self.presenter.load()
        self._show()

    def opened(self, subject: str) -> None:
        """A value may have been changed elsewhere; the subject `about` leads to the last card."""
        self._show()
        self.presenter.load()
        if subject == "about":
            self.search.clear()
            self._find("")
            QTimer.singleShot(0, self, self._go_to_the_end)  # once it has its size

    def _go_to_the_end(self) -> None:
        area = self.findChild(QScrollArea)
        if area is not None:
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    def _measured(self) -> QVBoxLayout:
        """A column that is not wider than one reads well; a row around it, which knows how high words then are."""
        body = QWidget()
        body.setMaximumWidth(_MEASURE)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        row = QHBoxLayout()
        row.addWidget(body, 1)
        row.addStretch(0)
        self.column.addLayout(row)
        return column

    def _section(self, title: str) -> Section:
        return next(one for one in self.sections if one.rows[0].setting.section == title)

    def row(self, key: str) -> SettingRow:
        """The row of one setting."""
        return next(row for section in self.sections for row in section.rows if row.setting.key == key)

    def _sections(self) -> list[Section]:
        made: dict[str, Section] = {}
        for setting in SETTINGS:
            row = SettingRow(setting)
            row.chosen.connect(self.presenter.choose)
            row.reset_wanted.connect(self.presenter.reset)
            made.setdefault(setting.section, Section(tr(setting.section))).add(row)
        return list(made.values())

    @Slot()
    def _show(self) -> None:
        self._offer_restart()
        values = self.presenter.values()
        for section in self.sections:
            for row in section.rows:
                row.show_value(values[row.setting.key])

    def _offer_restart(self) -> None:
        """Another language holds once the window is made anew; what is being sent pauses for it."""
        sending = bool(self.presenter.sending())
        self.restart.setVisible(self.presenter.speaks_later())
        body = tr("What is being sent pauses, and goes on with Resume.") if sending else tr("Nothing is lost.")
        self.restart.say("info", tr("The window speaks it after a restart."), body)
        words = tr("Pause and restart") if sending else tr("Restart now")
        self.restart_button.setText(words)
        self.restart_button.setAccessibleName(words)
        self._agreed = sending

    def _restart(self) -> None:
        if self.presenter.sending() and not self._agreed:  # a campaign was started meanwhile
            self._offer_restart()
            return
        self.presenter.restart()

    @Slot(str)
    def _find(self, text: str) -> None:
        keys = {one.key for one in matching(text)}
        left = [section.leave(keys) for section in self.sections]
        for card, words in self._cards:
            fits = all(word in words for word in text.casefold().split())
            card.setVisible(fits)
            left.append(fits)
        self.nothing.setVisible(not any(left))

    def _help(self, stage: Stage) -> Card:
        card = Card(tr("If something is wrong"))
        card.column.addWidget(Text(tr("What happened here, and a text for whoever helps you."), "secondary", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self.log = Button(tr("Show the log"), run=lambda: stage.navigator.open("log"))
        self.diagnostics = Button(tr("Diagnostics"), run=lambda: stage.navigator.open("diagnostics"))
        row.addWidget(self.log)
        row.addWidget(self.diagnostics)
        row.addStretch(1)
        card.column.addLayout(row)
        return card

    def _about(self) -> Card:
        card = Card(tr("About"))
        self.version = Text(f"Sendoff {__version__}", selectable=True)
        made_with = f"Python {platform.python_version()}, Qt {qVersion()}"
        card.column.addLayout(
            _rows((tr("Version"), self.version), (tr("Running on"), Text(made_with, selectable=True)))
        )
        card.column.addWidget(Text(tr("Sendoff is free software under the MIT licence."), wrap=True))
        card.column.addWidget(Text(tr(_QT), "secondary", wrap=True))
        card.column.addWidget(Text(tr(_OTHERS), "secondary", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(Button(tr("The LGPL"), "link", run=lambda: self.presenter.browse(_LGPL)))
        row.addWidget(Button(tr("Source of Qt for Python"), "link", run=lambda: self.presenter.browse(_QT_SOURCE)))
        row.addStretch(1)
        card.column.addLayout(row)
        return card

    @Slot(str)
    def _say_kept(self, words: str) -> None:
        self.places.kept.setText(words)


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
        grid.addWidget(widget, place, 1)
    return grid
