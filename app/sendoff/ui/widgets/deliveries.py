"""The table of a campaign's rows with what can be asked of them, and the history of one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from PySide6.QtWidgets import QTableWidget as _Grid

from sendoff.core.delivery import Happening, Line, State
from sendoff.core.forgetting import shown_address
from sendoff.core.language import digits, phrase, tr
from sendoff.core.remedies import correctable
from sendoff.core.report import MARKED
from sendoff.core.tempo import TOLD
from sendoff.core.wording import cause_sentence
from sendoff.ui.local_time import to_the_second
from sendoff.ui.models.deliveries import DeliveriesModel
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton
from sendoff.ui.widgets.row_acts import RowActs
from sendoff.ui.widgets.state import BESIDE_A_STATE, LOOKS, StatePill, standing
from sendoff.ui.widgets.table import Table
from sendoff.ui.widgets.text import Caption, ElidedLabel, Text, tip

_STATE, _REPLY, _ATTEMPTS, _TIME = 1, 2, 3, 4
"""Columns of `ui.models.columns.SENDING_COLUMNS`."""
_LEAST = 90
"""Pixels of a reply, for text of the usual size, below which other columns make room for it."""


class DeliveriesTable(Table):
    """Rows of a `DeliveriesModel`; Enter or a double click asks for a row's history."""

    history_wanted = Signal(object)
    """A Line."""
    correction_wanted = Signal(object)
    """A Line whose address was wrong."""
    settled = Signal(list, bool)
    """Ids of rows in doubt, and whether they were accepted."""

    def __init__(self, name: str, model: DeliveriesModel, *, actions: bool = True) -> None:
        super().__init__(name)
        self.rows = model
        self.setModel(model)
        model.looked.connect(self.viewport().update)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_address_column(0)
        self._stretched = self._tight = False
        if actions:
            self._add_actions()

    def stretch_reply(self, *, tight: bool = False) -> None:
        """Give the reply the room that is left; where there is none attempts and times go, and both where `tight`."""
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_REPLY, QHeaderView.ResizeMode.Stretch)
        # A bar below would cover the last row.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stretched, self._tight = True, tight
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the columns there is room for."""
        super().resizeEvent(event)
        if self._stretched:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so where nobody fits what is searched for."""
        super().paintEvent(event)
        if not self.rows.finds_nobody():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(theme().palette.ink_2))
        painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, tr("Nobody here fits."))
        painter.end()

    def _fit(self) -> None:
        room = self.viewport().width() / theme().scale - _LEAST
        self._widen_state()
        hidden: tuple[int, ...] = ()
        for hidden in ((_ATTEMPTS, _TIME),) if self._tight else ((), (_ATTEMPTS,), (_ATTEMPTS, _TIME)):
            if self.wanted(without=(_REPLY, *hidden)) <= room:
                break
        for column in (_ATTEMPTS, _TIME):
            self.setColumnHidden(column, column in hidden)

    def _widen_state(self) -> None:
        """Give room to the longest word of a state and the time of the next try; where it is tight, to the usual."""
        words = {state: tr(LOOKS[state].word) for state in (TOLD if self._tight else (*State, MARKED))}
        words[State.DEFERRED] += "" if self._tight else ", 00:00"
        longest = max(map(self.fontMetrics().horizontalAdvance, words.values()))
        wide = round(longest / theme().scale) + BESIDE_A_STATE
        if wide != self._widths.get(_STATE):
            self.set_width(_STATE, wide)

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, also those that are not loaded."""
        self.rows.gather(self.selected_rows(), lambda texts: QGuiApplication.clipboard().setText("\n".join(texts)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the history."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.actions()[1:]:
            self._ask_history()
        else:
            super().keyPressEvent(event)

    def _add_actions(self) -> None:
        self._history = self._action(tr("Show history"), self._ask_history)
        self._correct = self._action(tr("Correct the address…"), self._ask_correction)
        self._found = self._action(tr("Mark as sent"), lambda: self._settle(accepted=True))
        self._lost = self._action(tr("Mark as failed"), lambda: self._settle(accepted=False))
        self.doubleClicked.connect(lambda _index: self._ask_history())
        self.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self._enable()

    def _action(self, text: str, run: object) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda _checked=False: run())  # type: ignore[operator]  # a callable, given above
        self.addAction(action)
        return action

    def _chosen(self) -> list[Line]:
        lines = (self.rows.line(row) for row in self.selected_rows(1000))
        return [line for line in lines if line is not None]

    def _enable(self) -> None:
        chosen = self._chosen()
        doubtful = any(line.state is State.IN_DOUBT for line in chosen)
        self._history.setEnabled(len(chosen) == 1)
        self._correct.setVisible(len(chosen) == 1 and correctable(chosen[0].state, chosen[0].reason))
        self._found.setVisible(doubtful)
        self._lost.setVisible(doubtful)

    def _ask_history(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.history_wanted.emit(chosen[0])

    def _ask_correction(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            self.correction_wanted.emit(chosen[0])

    def _settle(self, *, accepted: bool) -> None:
        doubtful = [line.id for line in self._chosen() if line.state is State.IN_DOUBT]
        if doubtful:
            self.settled.emit(doubtful, accepted)


class HistoryDialog(QDialog):
    """Everything that happened to one recipient of one campaign."""

    def __init__(
        self, line: Line, history: Sequence[Happening], message_id: str, now: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("History of {address}", address=shown_address(line.address)))
        self.resize(780, 460)
        self._now = now
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(shown_address(line.address), middle=True, role="title"), 1)
        copy = IconButton("copy", tr("Copy the address"), run=lambda: QGuiApplication.clipboard().setText(line.address))
        head.addWidget(copy)
        head.addWidget(StatePill(standing(line)))
        column.addLayout(head)
        name = (
            tr("{name}, no. {position} of the list", name=line.name, position=digits(f"{line.position:,}"))
            if line.name
            else tr("No. {position} of the list", position=digits(f"{line.position:,}"))
        )
        column.addWidget(Text(name, "secondary"))
        if standing(line) is not State.ACCEPTED and line.reason:
            column.addWidget(Text(cause_sentence(line.state, line.reason, line.code, line.text), wrap=True))
        self.acts = RowActs(wide=True)
        column.addWidget(self.acts)
        column.addWidget(self._table(history), 1)
        if not history:
            column.addWidget(Caption(tr("Nothing has happened to this row yet.")))
        foot = QHBoxLayout()
        if message_id:
            mark = Text(message_id, "secondary", selectable=True)
            mark.setAccessibleName(f"Message-ID {message_id}")
            foot.addWidget(Text("Message-ID", "label"))
            foot.addWidget(mark)
            foot.addWidget(Button(tr("Copy"), "quiet", run=lambda: QGuiApplication.clipboard().setText(message_id)))
        foot.addStretch(1)
        close = Button(tr("Close"), "primary", run=self.accept)
        close.setDefault(True)
        foot.addWidget(close)
        column.addLayout(foot)
        close.setFocus()

    def _table(self, history: Sequence[Happening]) -> QWidget:
        grid = _Grid(len(history), 4)
        grid.setAccessibleName(tr("History"))
        grid.setHorizontalHeaderLabels([tr("Time"), tr("State"), tr("Attempt"), tr("Server said")])
        grid.setShowGrid(False)
        grid.setWordWrap(False)
        grid.verticalHeader().hide()
        grid.verticalHeader().setDefaultSectionSize(theme().row_height())
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = grid.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row, one in enumerate(history):
            look = LOOKS[one.new]
            said = " ".join(part for part in (str(one.code or ""), one.enhanced, one.text) if part)
            cells = (
                to_the_second(one.at, self._now),
                tr(look.word),
                str(one.attempt or ""),
                said or move_sentence(one),
            )
            for place, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                cell.setToolTip(tip(f"{text}: {tr(look.means)}" if place == 1 and look.means else text))
                if place == 1:
                    cell.setIcon(theme().icons.icon(look.glyph, theme().palette.colour(look.token)))
                grid.setItem(row, place, cell)
        for place, width in enumerate((184, 130, 80)):
            grid.setColumnWidth(place, round(width * theme().scale))
        return grid


def move_sentence(one: Happening) -> str:
    """A move without a reply has its reason in words."""
    return cause_sentence(one.new, one.reason, 0, tr(_MOVES.get(one.reason, ""))) if one.reason else ""


_MOVES = {
    "retry": phrase("Queued again by you."),
    "send_again": phrase("Queued again by you, although it was in doubt."),
    "released": phrase("Given back when sending paused."),
    "interrupted": phrase("Given back after Sendoff was closed."),
    "withheld": phrase("Held back before the last byte."),
    "lost": phrase("The connection broke before the message was handed over."),
}
