"""The list of a campaign that was started: every row's state, to be read and not corrected."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sendoff.core.campaign import Campaign
from sendoff.core.delivery import Line, State
from sendoff.core.forgetting import shown_address
from sendoff.core.language import phrase, tr
from sendoff.core.report import Filter
from sendoff.core.wording import count_text
from sendoff.ui.models.columns import Column, Moment, state_means
from sendoff.ui.models.deliveries import DeliveriesModel
from sendoff.ui.operations import Newest
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.deliveries import DeliveriesTable
from sendoff.ui.widgets.field import SearchEdit
from sendoff.ui.widgets.figures import Figure, FigureRow
from sendoff.ui.widgets.state import BESIDE_A_STATE, LOOKS, standing
from sendoff.ui.widgets.text import ElidedLabel, Glyph, Text

KINDS = (
    Figure("addressed", phrase("recipients"), "audiences", "ink_2", ("addressed",), phrase("recipient")),
    Figure("skipped", phrase("left out"), "skipped", "ink_2", ("skipped",)),
    Figure("suppressed", phrase("blocked"), "blocked", "ink_2", ("suppressed",)),
)
"""The rows of a list that is being sent; they add up to it."""
_NOT_ADDRESSED = (State.SKIPPED, State.SUPPRESSED)
_STATES = {
    "addressed": tuple(state for state in State if state not in _NOT_ADDRESSED),
    "skipped": (State.SKIPPED,),
    "suppressed": (State.SUPPRESSED,),
}


def _state_text(line: Line, _moment: Moment) -> str:
    return tr(LOOKS[standing(line)].word)


def _why(line: Line, _moment: Moment) -> str:
    return line.text if line.state in _NOT_ADDRESSED else ""


COLUMNS = (
    Column(phrase("Address"), lambda line, _moment: shown_address(line.address)),
    Column(phrase("Name"), lambda line, _moment: line.name),
    Column(phrase("State"), _state_text, shows_state=True, hint=state_means),
    Column(phrase("No."), lambda line, _moment: count_text(line.position)),
    Column(phrase("Why not"), _why),
)


_ADDRESS, _ROOMY_ADDRESS = 230, 340
_OTHERS = (150, 110, 70)
_WHY, _REASON = 330, 4
"""The columns' widths in pixels; an address leaves reasons their room."""


class FrozenView(QWidget):
    """The figures and the rows."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.list_name = ElidedLabel("", middle=True, role="emphasis")
        self.list_size = Text("", "secondary")
        self.figures = FigureRow(kinds=KINDS)
        self.search = SearchEdit(tr("Find an address or a name"))
        theme().size(self.search, QWidget.setFixedWidth, 260)
        services = stage.services
        self.model = DeliveriesModel(services.reports, stage.operations, services.clock, COLUMNS, self)
        self.table = DeliveriesTable(tr("Recipients"), self.model, actions=False)
        self.table.set_widths(_ADDRESS, *_OTHERS)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(Glyph("file", "ink_2"))
        head.addWidget(self.list_name, 1)
        head.addWidget(self.list_size)
        chips = QHBoxLayout()
        chips.addWidget(self.figures, 1)
        chips.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addLayout(chips)
        column.addWidget(self.table, 1)
        self.presenter = _FrozenPresenter(self, stage)

    def show_reasons(self, *, any_there: bool) -> None:
        """Say whether anybody gets nothing; a column of no reasons takes no room."""
        self.table.setColumnHidden(_REASON, not any_there)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the columns' widths anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the states room for the longest of their words, and addresses the room that the reasons leave."""
        scale, metrics = theme().scale, self.table.fontMetrics()
        longest = max(metrics.horizontalAdvance(tr(look.word)) for look in LOOKS.values() if look.word)
        name, state, number = _OTHERS
        state = max(state, round(longest / scale) + BESIDE_A_STATE)
        why = 0 if self.table.isColumnHidden(_REASON) else _WHY
        room = round(self.table.viewport().width() / scale) - name - state - number - why
        self.table.set_widths(max(_ADDRESS, min(_ROOMY_ADDRESS, room)), name, state, number)


class _FrozenPresenter(QObject):
    """Reads one campaign's list."""

    counted = Signal()
    """The figures came."""

    def __init__(self, view: FrozenView, stage: Stage) -> None:
        super().__init__(view)
        self._view = view
        self._stage = stage
        self._campaign: Campaign | None = None
        self.counts: dict[str, int] = {}
        self._counting = Newest(stage.operations, self)
        view.figures.filtered.connect(self._show_rows)
        view.search.searched.connect(self._show_rows)

    def show(self, campaign: Campaign) -> None:
        """Show a campaign's list."""
        if self._campaign is None or self._campaign.id != campaign.id:
            self.counts = {}
            self._view.model.forget()
            self._view.figures.clear_filter()
            self._view.search.clear()
        self._campaign, reports = campaign, self._stage.services.reports

        def came(counts: dict[str, int]) -> None:
            if self._campaign is not None and self._campaign.id == campaign.id:
                self._know(counts)

        self._counting.query(lambda: reports.counts(campaign), came)

    def _know(self, counts: dict[str, int]) -> None:
        blocked = counts.get("suppressed", 0)
        skipped = counts.get("skipped", 0)
        total = sum(counts.values())
        self.counts = {"addressed": total - skipped - blocked, "skipped": skipped, "suppressed": blocked}
        self._view.figures.set_counts(self.counts)
        self._view.show_reasons(any_there=bool(skipped or blocked))
        self._view.list_name.setText((self._campaign.list_name if self._campaign is not None else "") or tr("List"))
        self._view.list_size.setText(
            tr("{total} rows", total=count_text(total)) if total != 1 else tr("{total} row", total=count_text(total))
        )
        self._show_rows()
        self.counted.emit()

    @Slot()
    def _show_rows(self, *_told: str) -> None:
        if self._campaign is None:
            return
        states = _STATES.get(self._view.figures.filter(), ())
        only = Filter(states=states, search=self._view.search.text().strip())
        self._view.model.show(self._campaign, sum(self.counts.values()), only)
