"""All campaigns in a table: what state each is in, how far it came, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sendoff.core.campaign import CampaignState, Priority
from sendoff.core.language import pairs, phrase, tr
from sendoff.ui import tokens
from sendoff.ui.countdowns import Countdown
from sendoff.ui.models.campaigns import ACCOUNT, COUNTS_ROLE, DATE, PROGRESS, STATE, CampaignsModel, Entry
from sendoff.ui.pages.campaigns.invitation import Invitation
from sendoff.ui.pages.campaigns.presenter import CampaignsPresenter
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Page
from sendoff.ui.widgets.field import Choice, SearchEdit
from sendoff.ui.widgets.figures import Figure, FigureRow
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.list_acts import ListActs
from sendoff.ui.widgets.message import Banner, EmptyState
from sendoff.ui.widgets.progress import SEGMENT_TOKENS, bar_segments
from sendoff.ui.widgets.state import SCHEDULED
from sendoff.ui.widgets.table import SteadyTable
from sendoff.ui.widgets.toast import Toast

_BAR_WIDTH, _BAR = 88, 6
_WIDE = 960
"""From this width on, in pixels, every column has room to spare."""
_WIDTHS, _NARROW_WIDTHS = (120, 300, 240, 130), (100, 288, 150, 108)
KINDS = (
    Figure("draft", phrase("drafts"), "edit", "ink_2", (CampaignState.DRAFT,), phrase("draft")),
    Figure("scheduled", phrase("scheduled"), "clock", "accent", (SCHEDULED,)),
    Figure("running", phrase("sending"), "play", "accent", (CampaignState.RUNNING,)),
    Figure("paused", phrase("paused"), "pause", "wait", (CampaignState.PAUSED,)),
    Figure("finished", phrase("finished"), "accepted", "ok", (CampaignState.FINISHED,)),
    Figure("stopped", phrase("stopped"), "stop", "ink_2", (CampaignState.STOPPED,)),
)
"""Every state a campaign can be in, as the chips above the table."""
_PRIORITIES = (
    (Priority.HIGH, phrase("Goes first")),
    (Priority.NORMAL, phrase("Normal priority")),
    (Priority.LOW, phrase("Lets others go first")),
)


class ProgressDelegate(QStyledItemDelegate):
    """The figures as a slim bar, with their words."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell's ground and words, moved to the right of the bar."""
        counts: Mapping[str, int] = index.data(COUNTS_ROLE) or {}
        super().paint(painter, option, index)
        if not sum(counts.values()):
            return
        area = QRectF(option.rect).adjusted(Space.M, 0, 0, 0)
        bar = QRectF(area.left(), area.center().y() - _BAR / 2, _BAR_WIDTH, _BAR)
        colours = tokens.sheet_values(theme().palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(bar, _BAR / 2, _BAR / 2)
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.fillRect(bar, QColor(colours["line"]))
        left = bar.left()
        for figure, width in bar_segments(counts, bar.width()):
            painter.fillRect(QRectF(left, bar.top(), width, _BAR), QColor(colours[SEGMENT_TOKENS[figure]]))
            left += width
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave room for the bar: the decoration's place is kept empty."""
        super().initStyleOption(option, index)
        if sum((index.data(COUNTS_ROLE) or {}).values()):
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize.setWidth(_BAR_WIDTH + Space.XS)


class CampaignsPage(Page):
    """The first place of the rail."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.model = CampaignsModel(stage.services.clock, self)
        self.toast = Toast(self)
        self.presenter = CampaignsPresenter(self, stage)
        self.search = SearchEdit(tr("Find a campaign"))
        theme().size(self.search, QWidget.setFixedWidth, 260)
        self.search.searched.connect(self._searched)
        self.new = Button(tr("New campaign"), "primary", icon="plus", run=self.presenter.new)
        self.chips = FigureRow(kinds=KINDS)
        self.chips.filtered.connect(self._filtered)
        self.table = SteadyTable(tr("Campaigns"), self.model, *_WIDTHS)
        for column in (STATE, PROGRESS, DATE):  # what they leave is room for names and addresses
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setResizeContentsPrecision(0)
        self.table.set_address_column(ACCOUNT)
        self.table.setItemDelegateForColumn(PROGRESS, ProgressDelegate(self.table))
        self.table.opened.connect(self.open_row)
        self.empty = Invitation(stage)
        self.nothing = EmptyState("search", tr("No campaign fits."), tr("Show all campaigns"), self.show_all)
        self.stack = QStackedWidget()
        for face in (self.table, self.empty, self.nothing):
            self.stack.addWidget(face)
        self.priority = Choice(tr("Priority"), pairs((one.value, words) for one, words in _PRIORITIES))
        self.priority.chosen.connect(lambda key: self._with_chosen(lambda one: self.presenter.put_first(one, key)))
        self.column.addWidget(Head(tr("Campaigns"), self.search, self.new))
        self.column.addWidget(self.chips)
        self.undo = Banner("info")
        self.undo.hide()
        self._counted = ""
        """The campaign that the banner is about."""
        self.column.addWidget(self.undo)
        self.column.addWidget(self.stack, 1)
        self._actions()
        self.acts = ListActs(self.open_action, self.duplicate_action, self.delete_action, aside=self.priority)
        self.column.addWidget(self.acts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names most of the room."""
        super().resizeEvent(event)
        for column, width in enumerate(_WIDTHS if self.width() >= _WIDE * theme().scale else _NARROW_WIDTHS, 1):
            self.table.set_width(column, width)

    def opened(self, _subject: str) -> None:
        """Read the list anew."""
        self.presenter.load()

    def show_face(self) -> None:
        """The table, or the words for an empty one."""
        known, shown = len(self.model.known()), self.model.rowCount()
        self.stack.setCurrentWidget(self.table if shown else self.nothing if known else self.empty)
        self.search.setVisible(bool(known))
        self.new.setVisible(bool(known))
        self.chips.setVisible(bool(known))
        self.acts.setVisible(bool(shown))
        self.chips.set_counts(self.model.by_state())
        self._enable()

    def chosen(self) -> Entry | None:
        """The campaign selected."""
        row = self.table.chosen()
        return None if row is None else self.model.entry(row)

    def open_row(self, row: int) -> None:
        """Open the campaign in a row."""
        self.presenter.open(self.model.entry(row))

    def show_countdown(self, next_: Countdown | None) -> None:
        """Show what is about to be sent next, with the way back."""
        self.undo.setVisible(next_ is not None)
        if next_ is None:
            self._counted = ""
            return
        campaign = next_.campaign
        words = tr("“{name}”: {words}", name=campaign.name, words=next_.words)
        self.undo.say("info", words, tr("Undo, and nothing was sent."))
        if campaign.id != self._counted:
            self._counted = campaign.id
            self.undo.clear_actions()
            self.undo.add_action(tr("Undo"), lambda: self.presenter.undo(campaign.id))
            self.undo.add_action(tr("Send now"), lambda: self.presenter.hurry(campaign.id))

    def show_all(self) -> None:
        """Take the search and the chosen chip back."""
        self.search.clear()
        self.chips.clear_filter()
        self.model.show_only(())
        self._searched("")

    def _filtered(self, _key: str) -> None:
        self.model.show_only(self.chips.states())
        self.show_face()

    def _searched(self, text: str) -> None:
        self.model.search(text)
        self.show_face()

    def _actions(self) -> None:
        self.open_action = self._action(tr("Open"), self.presenter.open)
        self.duplicate_action = self._action(tr("Duplicate"), self.presenter.duplicate)
        self.delete_action = self._action(tr("Delete"), self.presenter.delete, "Del")
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())

    def _action(self, text: str, run: Callable[[Entry], None], shortcut: str = "") -> QAction:
        return self.table.act(text, lambda row: run(self.model.entry(row)), shortcut)

    def _with_chosen(self, run: Callable[[Entry], None]) -> None:
        one = self.chosen()
        if one is not None:
            run(one)

    def _enable(self) -> None:
        one = self.chosen()
        for action in (self.open_action, self.duplicate_action):
            action.setEnabled(one is not None)
        running = one is not None and one.campaign.state is CampaignState.RUNNING
        self.delete_action.setEnabled(one is not None and not running)
        over = one is not None and one.campaign.state in (CampaignState.FINISHED, CampaignState.STOPPED)
        self.priority.setVisible(one is not None and not over)
        if one is not None:
            self.priority.choose(one.campaign.priority.value)
