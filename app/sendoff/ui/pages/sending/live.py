"""While it is sent: how far, how fast, what is waited for, and what the server said to whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sendoff.core.language import tr
from sendoff.core.report import MARKED
from sendoff.core.wording import count_text
from sendoff.ui.models.deliveries import DeliveriesModel
from sendoff.ui.pages.sending.beside import Beside, Entry
from sendoff.ui.pages.sending.secret import SecretCard
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.deliveries import DeliveriesTable
from sendoff.ui.widgets.field import SearchEdit
from sendoff.ui.widgets.figures import FigureRow, addressed
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.progress import SegmentedProgressBar
from sendoff.ui.widgets.text import ElidedLabel, Text
from sendoff.ui.widgets.toast import Toast

_ADDRESS, _REPLY = 0, 2
_WHO_LEAST, _WHO_MOST, _SHARE = 180, 320, 0.45
_AHEAD = 3
"""Rows that wait, shown below the one that is sent."""
_NARROW = 860
"""Below this width, in pixels, the table needs the room beside it."""


class LiveView(QWidget):
    """The page that matters."""

    stop_confirmed = Signal()

    def __init__(self, model: DeliveriesModel) -> None:
        super().__init__()
        self.accepted = Text("", "emphasis", wrap=True)
        self.left = Text("", "secondary", wrap=True)
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
        self.sentence = Text("", wrap=True)
        self.brief = ElidedLabel("", role="caption")
        """What stands beside the table, in a line, where there is no room for it."""
        self.change = Button(tr("Change"), "link")
        self.change.hide()
        self.beside = Beside()
        self.chart = self.beside.chart
        self.search = SearchEdit(tr("Find a recipient or a reply"))
        theme().size(self.search, QWidget.setFixedWidth, 260)
        self.table = DeliveriesTable(tr("Recipients, live"), model)
        self.toast = Toast(self)
        self._followed = 0
        self._shape_table()
        self._lay_out()
        self.table.installEventFilter(self)

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

    def say_left(self, words: str) -> None:
        """Say how long it takes still; nothing where nobody can say."""
        self.left.setText(words)
        self.left.setVisible(bool(words))

    def show_rates(self, per_minute: Sequence[int], rate: int, now: int, clock: Callable[[int], str]) -> None:
        """Show how fast it went until `now`, and at which `rate` it goes: see `RateChart.set_rates`."""
        self.chart.set_rates(per_minute, rate, now, clock)
        self.beside.show_pace(went=any(per_minute))
        self._arrange()

    def show_run(self, by_minute: Mapping[int, int], clock: Callable[[int], str]) -> None:
        """Show how fast it went, while it rests: see `RateChart.set_run`."""
        self.chart.set_run(by_minute, clock)
        self.beside.show_pace(went=bool(by_minute))
        self._arrange()

    def show_beside(
        self, through: Sequence[Entry], tries: Sequence[Entry], days: Sequence[Entry], run: Sequence[Entry]
    ) -> None:
        """Say what it goes through and what is left there, who is tried again when, what goes when, and since when."""
        self.beside.through.show_entries(through)
        self.beside.tries.show_entries(tries)
        self.beside.days.show_entries(days)
        self.beside.run.show_entries(run)
        self.brief.setText(self.beside.brief())
        self._arrange()

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
        """Give the table all the room where the window is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands beside the table is as high as the table."""
        if event.type() is QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

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
        """The table gets all the room where the window is narrow or low."""
        narrow = self.width() < _NARROW * theme().scale
        beside = not narrow and self.beside.fit(self.table.height())
        self.beside.setVisible(beside)
        self.brief.setVisible(not beside and bool(self.brief.whole()))
        self.table.set_width(0, self._who())

    def _who(self) -> int:
        """The width of an address: nearly half of what states and times leave, the rest is the reply's."""
        room = self.table.width() / theme().scale - self.table.wanted(without=(_ADDRESS, _REPLY))
        return max(_WHO_LEAST, min(_WHO_MOST, round(_SHARE * room)))

    def _stop(self) -> None:
        self.stopping.hide()
        self.stop_confirmed.emit()

    def _shape_table(self) -> None:
        self.table.set_widths(_WHO_LEAST, 150, 200, 80, 80)
        self.table.stretch_reply()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addStretch(1)
        told.addWidget(self.accepted)
        told.addWidget(self.left)
        told.addStretch(1)
        head.addLayout(told, 1)
        head.addWidget(self.pause)
        head.addWidget(self.stop)
        words = QHBoxLayout()
        words.setSpacing(Space.S)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(self.sentence)
        said.addWidget(self.brief)
        said.addStretch(1)
        words.addLayout(said, 1)
        words.addWidget(self.change)
        words.addWidget(self.search)
        both = QHBoxLayout()
        both.setSpacing(Space.M)
        both.addWidget(self.beside)
        both.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        for widget in (self.banner, self.secret, self.stopping, self.undo, self.bar, self.figures):
            column.addWidget(widget)
        column.addLayout(words)
        column.addLayout(both, 1)
