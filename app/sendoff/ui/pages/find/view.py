"""A person in every campaign and audience: for whoever calls and says that nothing came."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QWidget

from sendoff.core.address import check_address
from sendoff.core.language import tr
from sendoff.core.trace import Trace
from sendoff.services.traces import MOST
from sendoff.ui.models.traces import TracesModel
from sendoff.ui.operations import Stoppable
from sendoff.ui.pages.find.forgetting import ForgettingCard
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Page
from sendoff.ui.widgets.field import SearchEdit
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.message import EmptyState
from sendoff.ui.widgets.table import ListTable
from sendoff.ui.widgets.text import Caption

_WIDTHS = (250, 160, 120)
_ANSWER = 270
"""Pixels that what happened has in a window with room."""


class FindPage(Page):
    """Enter or a double click opens the campaign or audience, and there the person."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._looking = Stoppable(stage.operations, self)
        self.model = TracesModel(stage.services.clock, self)
        self.search = SearchEdit(tr("Find an address or a name"))
        theme().size(self.search, QWidget.setMaximumWidth, 420)
        self.search.searched.connect(self._look)
        self.table = ListTable(tr("Where the person is"), self.model)
        columns = self.table.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setStretchLastSection(True)
        self.table.set_widths(*_WIDTHS)
        self.table.spread(0, rest=_ANSWER)
        self.table.opened.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self.told = Caption("")
        self.forget = Button(tr("Forget this person…"), run=self._foretell)
        self.forgetting = ForgettingCard(stage)
        self.forgetting.forgotten.connect(self._gone)
        self.forgetting.cancelled.connect(self.forget.setFocus)
        self.blank = EmptyState("search", tr("Write an address or a name above."))
        self.nobody = EmptyState("search", tr("Nobody like that, in no campaign and no audience."))
        self.faces = QStackedWidget()
        for face in (self.blank, self.nobody, self.table):
            self.faces.addWidget(face)
        self.column.setSpacing(Space.M)
        self.column.addWidget(Head(tr("Find somebody")))
        self.column.addWidget(Caption(tr("In every campaign and every audience, with what became of each message.")))
        self.column.addWidget(self.search)
        self.column.addWidget(self.faces, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(self.forget)
        self.column.addLayout(foot)
        self.column.addWidget(self.forgetting)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again: more may have been sent since."""
        super().showEvent(event)
        self.search.setFocus()
        self._look(self.search.text())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self._looking.cancel()

    def _look(self, text: str) -> None:
        self._looking.cancel()
        if not text.split():
            self._show((), self.blank)
            return
        traces = self._stage.services.traces
        self._looking.query(
            lambda stopped: traces.find(text, stopped=stopped), lambda found: self._show(found, self.nobody)
        )

    def _show(self, found: Sequence[Trace], otherwise: QWidget) -> None:
        self.model.show(found)
        self.faces.setCurrentWidget(self.table if found else otherwise)
        self.forgetting.hide()
        self.forget.setVisible(bool(found))
        if found:
            self.table.selectRow(0)
        self._chosen()
        most = tr("The first {number}. Write more of the address or the name.", number=MOST)
        self.told.setText(most if len(found) == MOST else "")

    def _open(self, row: int) -> None:
        one = self.model.entry(row)
        if one.state is None:
            self._stage.navigator.open("audience", f"{one.owner_id}/{one.line.address}")
        else:
            step = f"results/#{one.line.position}" if one.sent else f"recipients/{one.line.address}"
            self._stage.navigator.open("campaign", f"{one.owner_id}/{step}")

    def _person(self) -> str:
        """The address of the chosen row; empty where it is none that could be forgotten."""
        row = self.table.chosen()
        address = self.model.entry(row).line.address if row is not None else ""
        return "" if check_address(address).problem else address

    @Slot()
    def _chosen(self) -> None:
        self.forget.setEnabled(bool(self._person()))
        if self.forgetting.isVisible() and self.forgetting.address != self._person():
            self.forgetting.hide()

    def _foretell(self) -> None:
        self.forgetting.ask(self._person())

    @Slot(str)
    def _gone(self, other: str) -> None:
        if other:
            self.search.setText(other)
        self._look(self.search.text())
        self.search.setFocus()
