"""The results of a campaign: a summary with causes and what can be done about each, every row, and the files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from sendoff.core.campaign import Campaign
from sendoff.core.language import phrase, tr
from sendoff.core.report import MARKED, accepted_text
from sendoff.core.tempo import Timeline
from sendoff.core.wording import clock_text
from sendoff.ui.file_dialogs import save_name
from sendoff.ui.local_time import local_zone
from sendoff.ui.models.deliveries import DeliveriesModel
from sendoff.ui.pages.results.copies import CopiesLine
from sendoff.ui.pages.results.groups import GroupsView
from sendoff.ui.pages.results.presenter import ResultsPresenter
from sendoff.ui.pages.results.questions import Question
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, Segments
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.charts import Donut, TimelineChart
from sendoff.ui.widgets.deliveries import DeliveriesTable
from sendoff.ui.widgets.field import SearchEdit
from sendoff.ui.widgets.figures import FigureRow, addressed
from sendoff.ui.widgets.message import Banner, EmptyState
from sendoff.ui.widgets.row_sheet import RowSheet
from sendoff.ui.widgets.scrolled import Scrolled
from sendoff.ui.widgets.stepper import StepState
from sendoff.ui.widgets.text import ElidedLabel, Text
from sendoff.ui.widgets.toast import Toast

SUMMARY, RECIPIENTS = "summary", "recipients"
FILES = {
    "csv": (phrase("CSV, every recipient…"), phrase("CSV, who is shown…"), phrase("CSV (*.csv)")),
    "xlsx": (phrase("Excel, every recipient…"), phrase("Excel, who is shown…"), phrase("Excel (*.xlsx)")),
    "pdf": (phrase("PDF, one page…"), phrase("PDF, one page…"), phrase("PDF (*.pdf)")),
}
"""What can be written, by its ending: the menu's words for all and for some recipients, and the dialog's filter."""
_NARROW = 900
"""Below this width, in pixels, the sheet takes the room of attempts and times."""


class ResultsStep(QWidget):
    """The step's page."""

    changed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        clock = stage.services.clock
        self.model = DeliveriesModel(stage.services.reports, stage.operations, clock, parent=self)
        self.accepted = Text("", "emphasis", wrap=True)
        self.took = ElidedLabel("", role="secondary")
        self.faces = Segments(tr("Results"), ((SUMMARY, tr("Summary")), (RECIPIENTS, tr("Recipients"))))
        self.export = Button(tr("Export"), icon="download")
        self.figures = FigureRow()
        self.confirm = Banner()
        self.confirm.hide()
        self._asker: QWidget | None = None
        """Who had the keyboard before the question."""
        self._asked: tuple[Question, Callable[[], object]] | None = None
        """What is asked, and what a yes does; None while nothing is."""
        self._cancel: Button | None = None
        self.undo = Banner("info")
        self.undo.hide()
        self.donut = Donut()
        self.timeline = TimelineChart(lambda at: clock_text(at, clock.now(), local_zone(clock.now())))
        self.groups = GroupsView()
        self.search = SearchEdit(tr("Find a recipient or a reply"))
        self.copies = CopiesLine()
        theme().size(self.search, QWidget.setFixedWidth, 240)
        self.table = DeliveriesTable(tr("Recipients, results"), self.model)
        self.cause = ElidedLabel("")
        self.every = Button(tr("Show every recipient"), "link")
        self.sheet = RowSheet()
        self.sheet.hide()
        self.toast = Toast(self)
        self._shape_table()
        self.show_cause("")
        self.presenter = ResultsPresenter(self, stage)
        self.faces.chosen.connect(self.show_face)
        self.groups.vanished.connect(self._hold_face)
        self.empty = EmptyState(
            "campaigns",
            tr("Nothing was sent yet. What happens to each recipient will stand here."),
            tr("Go to Send"),
            self.presenter.go_to_send,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._filled())
        self._fill_menu()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    # -- the step

    def show_campaign(self, campaign: Campaign) -> None:
        """Show what happened so far."""
        self.presenter.show(campaign)

    def point_at(self, name: str) -> None:
        """Show one recipient, `#12` in the twelfth place of the list."""
        place = name.removeprefix("#")
        if place.isdecimal():
            self.presenter.point_at(int(place))

    def state(self) -> tuple[StepState, str]:
        """The step's mark."""
        return self.presenter.state()

    def primary(self) -> tuple[str, Callable[[], None]] | None:
        """Nothing has to be pressed here."""
        return None

    def leave(self) -> None:
        """A question left open is taken back."""
        self.ask_no_more()

    def menu_words(self, kind: str) -> str:
        """What a file of some kind would hold now."""
        every, some, _only = FILES[kind]
        return tr(some if self.presenter.shown() else every)

    def lists(self) -> bool:
        """Whether the recipients are in front, not the summary."""
        return self._fronts.currentIndex() > 0

    # -- what the presenter asks for

    def ask_file(self, kind: str) -> None:
        """Let the place of a file of some kind be chosen."""
        *_words, only = FILES[kind]
        name = save_name(self, tr("Export"), self.presenter.proposed(kind), tr(only))
        if name:
            self.presenter.export(Path(name), kind)

    def show_counts(self, counts: Mapping[str, int], took: str) -> None:
        """Show the figures, those marked as sent apart; they add up to the list."""
        marked = counts.get(MARKED, 0)
        self.accepted.setText(accepted_text(counts.get("accepted", 0) + marked, addressed(counts), marked))
        self.took.setText(took)
        self.donut.set_counts(counts)
        self.figures.set_counts(counts)

    def show_timeline(self, line: Timeline) -> None:
        """Show what happened when."""
        self.timeline.show_line(line)

    def show_cause(self, words: str) -> None:
        """Say of which cause the rows are; empty where all are shown."""
        self.cause.setText(words)
        for part in (self.cause, self.every):
            part.setVisible(bool(words))

    def show_face(self, key: str) -> None:
        """Bring the summary or the recipients to the front."""
        self.faces.choose(key)
        self._fronts.setCurrentIndex((SUMMARY, RECIPIENTS).index(key))
        self.search.setVisible(key == RECIPIENTS)

    def show_sheet(self, *, open_: bool) -> None:
        """Open or close the side sheet."""
        self.sheet.setVisible(open_)
        self._arrange()

    def ask(self, question: Question, run: Callable[[], object]) -> None:
        """Ask before something that cannot be taken back; the keyboard goes to “Cancel”. Asked twice, it stands."""
        before, self._asked = self._asked, (question, run)
        if before is None or before[0] != question or self._cancel is None:
            holder = self.window().focusWidget()
            if holder is None or not self.confirm.isAncestorOf(holder):
                self._asker = holder
            self.confirm.say(question.kind, question.title, question.body)
            self.confirm.clear_actions()
            self.confirm.add_action(question.words, self._consent)
            self._cancel = self.confirm.add_action(tr("Cancel"), self._withdraw)
            self.confirm.show()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_no_more(self) -> None:
        """Take back what is asked."""
        self._asked = None
        self.confirm.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the columns there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what is asked, else it closes the sheet: no part of the page needs the key."""
        escape = event.key() == Qt.Key.Key_Escape
        if escape and self.confirm.isVisible():
            self._withdraw()
        elif escape and self.sheet.isVisible():
            self.sheet.closed.emit()
        else:
            super().keyPressEvent(event)

    # -- parts

    def _consent(self) -> None:
        asked = self._asked
        self._withdraw()
        if asked is not None:
            asked[1]()

    def _withdraw(self) -> None:
        """Ask no more; the keyboard goes back to where it was."""
        if self._asker is not None and isValid(self._asker) and self._asker.isVisible():
            self._asker.setFocus(Qt.FocusReason.OtherFocusReason)
        else:  # what was pressed has been made anew meanwhile
            self._hold_face()
        self.ask_no_more()

    @Slot()
    def _hold_face(self) -> None:
        """Give the keyboard to the word of what is in front: a place that stays."""
        self.faces.hold()

    def _arrange(self) -> None:
        tight = not self.sheet.isHidden() and self.width() < _NARROW * theme().scale
        self.table.set_width(0, 190 if tight else 230)
        self.table.stretch_reply(tight=tight)

    def _shape_table(self) -> None:
        self.table.set_widths(230, 152, 200, 80, 110)
        self.table.stretch_reply()

    def _fill_menu(self) -> None:
        menu = QMenu(self.export)
        entries = {kind: menu.addAction(self.menu_words(kind)) for kind in FILES}
        for kind, entry in entries.items():
            entry.triggered.connect(lambda _checked=False, kind=kind: self.ask_file(kind))

        def name() -> None:
            for kind, entry in entries.items():
                entry.setText(self.menu_words(kind))

        menu.aboutToShow.connect(name)
        self.export.setMenu(menu)

    def _filled(self) -> QWidget:
        page = QWidget()
        words, head = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.accepted)
        words.addWidget(self.took)
        head.setSpacing(Space.L)
        head.addLayout(words, 1)
        head.addWidget(self.faces)
        head.addWidget(self.export)
        chips = QHBoxLayout()
        chips.setSpacing(Space.S)
        chips.addWidget(self.figures, 1)
        chips.addWidget(self.search)
        self._fronts = QStackedWidget()
        self._fronts.addWidget(self._summary())
        self._fronts.addWidget(self._recipients())
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addLayout(chips)
        column.addWidget(self.confirm)
        column.addWidget(self.undo)
        column.addWidget(self._fronts, 1)
        self.show_face(SUMMARY)
        return page

    def _summary(self) -> QWidget:
        charts = Card(margin=Space.L)
        row = QHBoxLayout()
        row.setSpacing(Space.XL)
        row.addWidget(self.donut)
        row.addWidget(self.timeline, 1)
        charts.column.addLayout(row)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(charts)
        column.addWidget(self.groups)
        column.addWidget(self.copies)
        column.addStretch(1)
        return Scrolled(inner)

    def _recipients(self) -> QWidget:
        page, only = QWidget(), QHBoxLayout()
        only.addWidget(self.cause, 1)
        only.addWidget(self.every)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(self.table, 1)
        row.addWidget(self.sheet)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(only)
        column.addLayout(row, 1)
        return page
