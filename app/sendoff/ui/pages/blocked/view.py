"""The blocked list: who is never written to again, why, and since when."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QMenu, QStackedWidget, QWidget

from sendoff.core.language import pairs, phrase, tr
from sendoff.core.wording import count_text
from sendoff.ui.file_dialogs import open_name, save_name
from sendoff.ui.models.suppressions import REASON_WORDS, SuppressionsModel
from sendoff.ui.pages.blocked.presenter import BlockedPresenter
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton
from sendoff.ui.widgets.card import Page
from sendoff.ui.widgets.field import Choice, SearchEdit
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.message import Banner, EmptyState
from sendoff.ui.widgets.table import GrowingTable
from sendoff.ui.widgets.text import Caption, Text
from sendoff.ui.widgets.toast import Toast

_PATTERNS = phrase("Lists (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.vcf);;All files (*)")


class BlockedPage(Page):
    """A place of the rail."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        services = stage.services
        self.model = SuppressionsModel(services.suppressions, stage.operations, services.clock, self)
        self.presenter = BlockedPresenter(self, stage)
        self.toast = Toast(self)
        self.problem = Banner("wait", dismissable=True)
        self.problem.hide()
        self.column.setSpacing(Space.M)
        self.column.addWidget(self._head())
        self.column.addWidget(Caption(tr("Who is on this list gets nothing from any campaign.")))
        self.column.addWidget(self.problem)
        self.column.addLayout(self._sieve())
        self.column.addWidget(self._faces(), 1)
        self._total = 0
        self.model.found.connect(self._found)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)

    def opened(self, _subject: str) -> None:
        """Read the list anew."""
        self.presenter.load()

    def show_total(self, number: int) -> None:
        """How long the whole list is; an empty one is an invitation."""
        self._total = number
        for part in (self.search, self.reason, self.add, self.shown):
            part.setVisible(bool(number))
        self._show_face(number)

    def ask_import(self) -> None:
        """Let a file be chosen."""
        name = open_name(self, tr("Block everybody in a file"), tr(_PATTERNS))
        if name:
            self.presenter.bring(Path(name))

    def ask_export(self) -> None:
        """Let the place for the file be chosen."""
        name = save_name(self, tr("Export the blocked list"), tr("Blocked list.csv"), tr("CSV (*.csv)"))
        if name:
            self.presenter.export(Path(name))

    def _found(self, number: int) -> None:
        shown, total = count_text(number), count_text(self._total)
        every = tr("1 entry") if number == 1 else tr("{number} entries", number=shown)
        some = tr("{shown} of {total} entries", shown=shown, total=total)
        self.shown.setText(some if number < self._total else every)
        self._show_face(number)

    def _show_face(self, number: int) -> None:
        face = self.table if number else self.nothing if self._total else self.empty
        self.stack.setCurrentWidget(face)

    # -- parts

    def _head(self) -> Head:
        self.more = IconButton("more", tr("More"))
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addAction(tr("Import from a file…")).triggered.connect(lambda _checked=False: self.ask_import())
        menu.addAction(tr("Export what is shown…")).triggered.connect(lambda _checked=False: self.ask_export())
        self.more.setMenu(menu)
        self.add = Button(tr("Block…"), "primary", icon="plus", run=self.presenter.add)
        return Head(tr("Blocked list"), self.more, self.add)

    def _sieve(self) -> QHBoxLayout:
        self.search = SearchEdit(tr("Find an address or a domain"))
        theme().size(self.search, QWidget.setMinimumWidth, 160)
        theme().size(self.search, QWidget.setMaximumWidth, 260)
        self.search.searched.connect(lambda _text: self.presenter.show_rows())
        self.reason = Choice(tr("Reason"), [("", tr("Every reason")), *pairs(REASON_WORDS.items())])
        self.reason.chosen.connect(lambda _key: self.presenter.show_rows())
        self.shown = Text("", "secondary")
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.search, 1)
        row.addWidget(self.reason)
        row.addWidget(self._offers())
        row.addStretch()
        row.addWidget(self.shown)
        return row

    def _offers(self) -> QWidget:
        """What can be done with the entries chosen."""
        self.offers = QWidget()
        self.because = Button(tr("Change the reason"), "quiet")
        self.because.setMenu(self._reasons())
        row = QHBoxLayout(self.offers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(Button(tr("Unblock"), run=self.presenter.remove))
        row.addWidget(self.because)
        self.offers.hide()
        return self.offers

    def _reasons(self) -> QMenu:
        menu = QMenu(self)
        for key, word in pairs(REASON_WORDS.items()):
            menu.addAction(word).triggered.connect(partial(self._mark, key))
        return menu

    def _mark(self, reason: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 -- a signal gives by position
        self.presenter.mark(reason)

    @Slot()
    def _offer(self) -> None:
        self.offers.setVisible(self.table.selectionModel().hasSelection())

    def _faces(self) -> QStackedWidget:
        self.table = GrowingTable(tr("Blocked list"), self.model)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.set_address_column(0)
        self.table.set_widths(300, 180, 150)
        self.unblock = QAction(tr("Unblock"), self.table)
        self.unblock.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.unblock.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.unblock.triggered.connect(lambda _checked=False: self.presenter.remove())
        self.table.addAction(self.unblock)
        because = QAction(tr("Reason"), self.table)
        because.setMenu(self._reasons())
        self.table.addAction(because)
        self.table.selectionModel().selectionChanged.connect(self._offer)
        self.model.modelReset.connect(self._offer)
        self.empty = EmptyState("blocked", tr("Nobody is blocked."), tr("Block addresses…"), self.presenter.add)
        self.nothing = EmptyState("search", tr("Nobody on the list fits."))
        self.stack = QStackedWidget()
        for face in (self.table, self.empty, self.nothing):
            self.stack.addWidget(face)
        return self.stack
