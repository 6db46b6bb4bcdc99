"""While it is sent: how far, how fast, what is waited for, and what the server said to whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sendoff.core.language import tr
from sendoff.core.report import MARKED
from sendoff.core.wording import count_text
from sendoff.ui.models.deliveries import DeliveriesModel
from sendoff.ui.pages.sending.secret import SecretCard
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.deliveries import DeliveriesTable
from sendoff.ui.widgets.field import SearchEdit
from sendoff.ui.widgets.figures import FigureRow, addressed
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.progress import RateChart, SegmentedProgressBar
from sendoff.ui.widgets.text import Caption, ElidedLabel, Text
from sendoff.ui.widgets.toast import Toast

_CHART_WIDTH = 236
_WHO, _WHO_NARROW = 240, 180
_AHEAD = 3
"""Rows that wait, shown below the one that is sent."""
_NARROW = 860
"""Below this width, in pixels, the table needs the chart's room."""


class LiveView(QWidget):
    """The page that matters."""

    stop_confirmed = Signal()

    def __init__(self, model: DeliveriesModel) -> None:
        super().__init__()
        self.accepted = Text("", "emphasis")
        self.left = Text("", "secondary")
        self.pause = Button(tr("Pause"), icon="pause")
        self.stop = Button(tr("Stop…"), icon="stop", run=self.ask_stop)
        self.banner = Banner("wait")
        self.banner.hide()
        self.secret = SecretCard()
        self.stopping = Banner("bad")
        self.stopping.add_action(tr("Stop sending"), self._stop)
        self.stopping.add_action(tr("Keep sending"), self.stopping.hide)
        self.stopping.hide()
        self.undo = Banner("info")
        self.undo.hide()
        self.bar = SegmentedProgressBar()
        self.figures = FigureRow()
        self.sentence = ElidedLabel("")
        self.change = Button(tr("Change"), "link")
        self.change.hide()
        self.chart = RateChart()
        self.search = SearchEdit(tr("Find a recipient or a reply"))
        theme().size(self.search, QWidget.setFixedWidth, 260)
        self.table = DeliveriesTable(tr("Recipients, live"), model)
        self.toast = Toast(self)
        self._followed = 0
        self._went = False
        self._shape_table()
        self._lay_out()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show the figures, those marked as sent apart; they add up to the list."""
        marked = counts.get(MARKED, 0)
        said = tr(
            "{get} of {addressed} accepted",
            get=count_text(counts.get("accepted", 0)),
            addressed=count_text(addressed(counts)),
        )
        if marked:
            said = tr("{said}, {marked} marked as sent by you", said=said, marked=count_text(marked))
        self.accepted.setText(said)
        self.bar.set_counts(counts)
        self.figures.set_counts(counts)

    def show_rates(self, per_minute: Sequence[int], now: int) -> None:
        """Show how fast it went, and how fast it goes `now`."""
        self.chart.set_rates(per_minute, now)
        self._went = any(per_minute)
        self._arrange()

    def show_run(self, by_minute: Mapping[int, int], clock: Callable[[int], str]) -> None:
        """Show how fast it went, while it rests: see `RateChart.set_run`."""
        self.chart.set_run(by_minute, clock)
        self._went = bool(by_minute)
        self._arrange()

    def show_way(self, way: str) -> None:
        """Say what it goes through, and what holds it."""
        self._way.setText(way)

    def say(self, kind: str, title: str, body: str, actions: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Show why it does not go on, with what can be done."""
        self.banner.say(kind, title, body)  # type: ignore[arg-type]  # one of the banner's kinds
        self.banner.clear_actions()
        for words, run in actions:
            self.banner.add_action(words, run)
        self.banner.show()

    def ask_stop(self) -> None:
        """Ask before the rest is cancelled."""
        self.stopping.show()

    def say_stop(self, name: str, waiting: int) -> None:
        """What stopping means, in figures."""
        who = (
            tr("1 recipient who is still to get it is")
            if waiting == 1
            else tr("{waiting} recipients who are still to get it are", waiting=count_text(waiting))
        )
        self.stopping.say(
            "bad",
            tr("Stop “{name}”?", name=name),
            tr("The {who} cancelled. Results can send to them after all.", who=who),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the table the chart's room where the window is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def follow(self, row: int) -> None:
        """Keep the row that is sent now in sight, until the table is scrolled elsewhere by hand."""
        bar = self.table.verticalScrollBar()
        if abs(bar.value() - self._followed) > theme().row_height():
            return
        in_sight = self.table.viewport().height() // theme().row_height()
        bar.setValue(max(0, (row - in_sight + _AHEAD) * theme().row_height()))
        self._followed = bar.value()

    def follow_anew(self) -> None:
        """Another campaign: start at its top."""
        self.table.verticalScrollBar().setValue(0)
        self._followed = 0

    def _arrange(self) -> None:
        """The table gets the chart's room where the window is narrow, or where nothing went yet."""
        narrow = self.width() < _NARROW * theme().scale
        self._rate.setVisible(self._went and not narrow)
        self.table.set_width(0, _WHO_NARROW if narrow else _WHO)

    def _stop(self) -> None:
        self.stopping.hide()
        self.stop_confirmed.emit()

    def _shape_table(self) -> None:
        self.table.set_widths(_WHO, 150, 200, 80, 80)
        self.table.stretch_reply()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.accepted)
        head.addSpacing(Space.S)
        head.addWidget(self.left)
        head.addStretch(1)
        head.addWidget(self.pause)
        head.addWidget(self.stop)
        words = QHBoxLayout()
        words.setSpacing(Space.S)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words.addWidget(self.sentence, 1)
        words.addWidget(self.change)
        words.addWidget(self.search)
        self._rate = Card(margin=Space.M)
        theme().size(self._rate, QWidget.setFixedWidth, _CHART_WIDTH)
        self._rate.column.addWidget(Text(tr("Messages a minute"), "caption"))
        self._rate.column.addWidget(self.chart)
        self._way = Caption("")
        self._rate.column.addWidget(self._way)
        side = QVBoxLayout()
        side.addWidget(self._rate)
        side.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(Space.M)
        both.addLayout(side)
        both.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        for widget in (self.banner, self.secret, self.stopping, self.undo, self.bar, self.figures):
            column.addWidget(widget)
        column.addLayout(words)
        column.addLayout(both, 1)
