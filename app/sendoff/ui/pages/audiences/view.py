"""All audiences in a table: who is in them, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from sendoff.core.audience import Audience
from sendoff.core.language import tr
from sendoff.ui.models.audiences import AudiencesModel
from sendoff.ui.pages.audiences.presenter import AudiencesPresenter
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Page
from sendoff.ui.widgets.field import SearchEdit
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.list_acts import ListActs
from sendoff.ui.widgets.message import EmptyState
from sendoff.ui.widgets.table import ListTable
from sendoff.ui.widgets.toast import Toast

_AT_LEAST = 2
"""Audiences that can be combined."""


class AudiencesPage(Page):
    """A place of the rail."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.model = AudiencesModel(stage.services.clock, self)
        self.toast = Toast(self)
        self.presenter = AudiencesPresenter(self, stage)
        self.search = SearchEdit(tr("Find an audience"))
        theme().size(self.search, QWidget.setFixedWidth, 260)
        self.search.searched.connect(self._searched)
        self.new = Button(tr("New audience"), "primary", icon="plus")
        self.new.setMenu(self._new_menu())
        self.table = ListTable(tr("Audiences"), self.model, 100, 170, 230, 140)
        self.table.opened.connect(self.open_row)
        self.empty = EmptyState(
            "audiences",
            tr("An audience is a list kept under a name, for as many campaigns as you like."),
            tr("New audience"),
        )
        self.empty.button.setMenu(self.new.menu())
        self.nothing = EmptyState("search", tr("No audience has these words in its name, tags or source."))
        self.stack = QStackedWidget()
        for face in (self.table, self.empty, self.nothing):
            self.stack.addWidget(face)
        self.column.addWidget(Head(tr("Audiences"), self.search, self.new))
        self.column.addWidget(self.stack, 1)
        self._actions()
        self.below = ListActs(self.acts[0], self.acts[1], self.acts[-1])
        self.column.addWidget(self.below)

    def opened(self, _subject: str) -> None:
        """Read the list anew."""
        self.presenter.load()

    def show_face(self) -> None:
        """The table, or the words for an empty one."""
        known, shown = len(self.model.known()), self.model.rowCount()
        self.stack.setCurrentWidget(self.table if shown else self.nothing if known else self.empty)
        self.search.setVisible(bool(known))
        self.new.setVisible(bool(known))
        self.below.setVisible(bool(shown))
        self.combine_action.setEnabled(known >= _AT_LEAST)
        self._enable()

    def chosen(self) -> Audience | None:
        """The audience selected."""
        row = self.table.chosen()
        return None if row is None else self.model.entry(row).audience

    def open_row(self, row: int) -> None:
        """Open the audience in a row."""
        self.presenter.open(self.model.entry(row).audience)

    def _searched(self, text: str) -> None:
        self.model.search(text)
        self.show_face()

    def _new_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("From a file…")).triggered.connect(lambda _checked=False: self.presenter.from_file())
        menu.addAction(tr("From a campaign…")).triggered.connect(lambda _checked=False: self.presenter.from_campaign())
        self.combine_action = menu.addAction(tr("Combine two…"))
        self.combine_action.triggered.connect(lambda _checked=False: self.presenter.combine())
        return menu

    def _actions(self) -> None:
        acts = self.presenter.acts
        self.acts = [
            self._action(tr("Open"), self.presenter.open),
            self._action(tr("Use in a new campaign"), acts.use),
            self._action(tr("Rename…"), acts.rename, "F2"),
            self._action(tr("Tags…"), acts.tag),
            self._action(tr("Bring a newer list…"), acts.renew),
            self._action(tr("Export…"), acts.export),
            self._action(tr("Delete"), self.presenter.delete, "Del"),
        ]
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())

    def _action(self, text: str, run: Callable[[Audience], None], shortcut: str = "") -> QAction:
        return self.table.act(text, lambda row: run(self.model.entry(row).audience), shortcut)

    def _enable(self) -> None:
        for action in self.acts:
            action.setEnabled(self.chosen() is not None)
