"""The results of a campaign: figures, causes with what can be done about each, every row, and the export."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sendoff.core.campaign import Campaign
from sendoff.core.wording import count_text
from sendoff.ui.models.deliveries import DeliveriesModel
from sendoff.ui.pages.results.groups import GroupsView
from sendoff.ui.pages.results.presenter import ResultsPresenter
from sendoff.ui.pages.stage import Stage
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.deliveries import DeliveriesTable
from sendoff.ui.widgets.field import SearchEdit
from sendoff.ui.widgets.figures import FigureRow, addressed
from sendoff.ui.widgets.message import Banner, EmptyState
from sendoff.ui.widgets.progress import SegmentedProgressBar
from sendoff.ui.widgets.stepper import StepState
from sendoff.ui.widgets.text import Text

_TABLE_HEIGHT = 240
_NARROW = 1_100
"""Below this width, in pixels, figures and search stand in two lines."""


class ResultsStep(QWidget):
    """The step's page."""

    changed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.model = DeliveriesModel(stage.services.reports, stage.operations, stage.services.clock, parent=self)
        self.accepted = Text("", "emphasis")
        self.took = Text("", "secondary")
        self.export = Button("Export as CSV…", icon="download")
        self.bar = SegmentedProgressBar()
        self.figures = FigureRow()
        self.confirm = Banner("doubt")
        self.confirm.hide()
        self.groups = GroupsView()
        self.search = SearchEdit("Find a recipient or a reply")
        self.search.setFixedWidth(240)
        self.table = DeliveriesTable("Recipients, results", self.model)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        self.table.set_widths(230, 150, 200, 80, 110)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.presenter = ResultsPresenter(self, stage)
        self.export.clicked.connect(lambda _checked=False: self.ask_file())
        self.empty = EmptyState("campaigns", "Nothing was sent yet. What happens to each recipient will stand here.",
                                "Go to Send", self.presenter.go_to_send)  # fmt: skip
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._filled())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    # -- the step

    def show_campaign(self, campaign: Campaign) -> None:
        """Show what happened so far."""
        self.presenter.show(campaign)

    def state(self) -> tuple[StepState, str]:
        """The step's mark."""
        return self.presenter.state()

    def primary(self) -> tuple[str, Callable[[], None]] | None:
        """Nothing has to be pressed here."""
        return None

    def leave(self) -> None:
        """A question left open is taken back."""
        self.confirm.hide()

    # -- what the presenter asks for

    def ask_file(self) -> None:
        """Let the place of the export be chosen."""
        name, _kind = QFileDialog.getSaveFileName(self, "Export as CSV", self.presenter.proposed(), "CSV (*.csv)")
        if name:
            self.presenter.export(Path(name))

    def show_counts(self, counts: Mapping[str, int], took: str) -> None:
        """Show the figures; they add up to the list."""
        accepted = f"{count_text(counts.get('accepted', 0))} of {count_text(addressed(counts))}"
        self.accepted.setText(f"{accepted} accepted by the server")
        self.took.setText(took)
        self.bar.set_counts(counts)
        self.figures.set_counts(counts)

    def ask(self, title: str, body: str, words: str, run: Callable[[], object]) -> None:
        """Ask before something that cannot be taken back."""
        self.confirm.say("doubt", title, body)
        self.confirm.clear_actions()

        def go() -> None:
            self.confirm.hide()
            run()

        self.confirm.add_action(words, go)
        self.confirm.add_action("Cancel", self.confirm.hide)
        self.confirm.show()

    def _filled(self) -> QWidget:
        page = QWidget()
        page.setProperty("role", "scrolled")
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(self.accepted)
        head.addWidget(self.took)
        head.addStretch(1)
        head.addWidget(self.export)
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self._chips = chips = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        chips.setSpacing(Space.S)
        chips.addWidget(self.figures, 1)
        chips.addWidget(self.search)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.confirm)
        column.addWidget(self.groups)
        column.addLayout(chips)
        column.addWidget(self.table, 1)
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the search below the figures where both have no room side by side."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._chips.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
