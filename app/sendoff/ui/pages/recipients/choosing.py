"""People of an audience as the recipients: which audience, which of its people, and who is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sendoff.core.audience import Audience, Selection
from sendoff.core.campaign import Campaign, CampaignState
from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.core.wording import count_text
from sendoff.services.recipients import BLOB_FIELD
from sendoff.ui.operations import Newest, Stoppable, Stopped
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.card import Card
from sendoff.ui.widgets.field import Choice, Field
from sendoff.ui.widgets.message import EmptyState
from sendoff.ui.widgets.scrolled import Scrolled
from sendoff.ui.widgets.segment import SegmentEdit
from sendoff.ui.widgets.text import Caption, Glyph, Text

_LIST_HEIGHT = 116


class _Ticks(QListWidget):
    """Names to tick; `changed` comes when a person ticked one."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        theme().size(self, QWidget.setFixedHeight, _LIST_HEIGHT)
        self.itemChanged.connect(lambda _item: self.changed.emit())

    def offer(self, names: Iterable[tuple[str, str]]) -> None:
        """Offer ids with their names, none ticked."""
        blocker = QSignalBlocker(self)
        self.clear()
        for key, name in names:
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.addItem(item)
        blocker.unblock()

    def ticked(self) -> tuple[str, ...]:
        """The ids that are ticked."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        )


class ChoosingView(QWidget):
    """The form; the number of people it selects stands below."""

    def __init__(self, cancel: Callable[[], object]) -> None:
        super().__init__()
        self.audience = Choice(tr("Audience"))
        self.segment = SegmentEdit()
        self.without = _Ticks(tr("Leave out who is in"))
        self.not_in = _Ticks(tr("Leave out who already got"))
        self.count = Text("", "strong")
        self.cancel = Button(tr("Cancel"), "quiet", run=cancel)
        self.nothing = EmptyState(
            "audiences", tr("There is no audience yet. Keep a list as one, and it is here next time.")
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self._form())
        self.stack.addWidget(self.nothing)
        head = QHBoxLayout()
        head.addWidget(Glyph("audiences", "ink_2"))
        head.addWidget(Text(tr("Recipients from an audience"), "emphasis"), 1)
        head.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addWidget(self.count)

    def _form(self) -> QWidget:
        page = Card()
        self.without_field = Field(tr("Leave out who is &in"), self.without)
        self.not_in_field = Field(tr("Leave out who already &got"), self.not_in)
        head = QHBoxLayout()
        theme().size(self.audience, QWidget.setMinimumWidth, 280)
        head.addWidget(Field(tr("&Audience"), self.audience))
        head.addStretch(1)
        page.column.addLayout(head)
        page.column.addWidget(Text(tr("Only people where"), "strong"))
        page.column.addWidget(self.segment, 1)
        lists = QHBoxLayout()
        lists.setSpacing(Space.L)
        lists.addWidget(self.without_field)
        lists.addWidget(self.not_in_field)
        page.column.addLayout(lists)
        page.column.addWidget(
            Caption(tr("The people are copied: what happens to the audience later changes nothing here."))
        )
        return Scrolled(page, sideways=True)


class ChoosingPresenter(QObject):
    """Counts what the form selects; `ready` says that the number has come or has changed."""

    ready = Signal()

    def __init__(self, view: ChoosingView, stage: Stage) -> None:
        super().__init__(view)
        self._view = view
        self._stage = stage
        self._campaign_id = ""
        self._audiences: dict[str, Audience] = {}
        self._campaigns: Sequence[Campaign] = ()
        self._reading = Newest(stage.operations, self)
        self._counting, self._hinting = Stoppable(stage.operations, self), Stoppable(stage.operations, self)
        self.selection: Selection | None = None
        """What the form says; None while it cannot be read."""
        self.number = 0
        view.audience.chosen.connect(self._choose)
        view.segment.changed.connect(lambda _expression: self._count())
        view.without.changed.connect(self._count)
        view.not_in.changed.connect(self._count)

    def open(self, campaign_id: str) -> None:
        """Read what there is to choose from."""
        services, self._campaign_id = self._stage.services, campaign_id

        def read() -> tuple[Sequence[Audience], Sequence[Campaign]]:
            return services.audiences.all(), services.campaigns.all()

        self._reading.query(read, self._came)

    def stop(self) -> None:
        """Give up reading, counting, and looking at what the columns hold."""
        self._reading.cancel()
        self._counting.cancel()
        self._hinting.cancel()

    def _came(self, found: tuple[Sequence[Audience], Sequence[Campaign]]) -> None:
        audiences, campaigns = found
        self._audiences = {one.id: one for one in audiences}
        started = (one for one in campaigns if one.state is not CampaignState.DRAFT)
        self._campaigns = [one for one in started if one.id != self._campaign_id]
        self._view.stack.setCurrentIndex(0 if audiences else 1)
        self._view.audience.set_choices([(one.id, one.name) for one in audiences])
        if audiences:
            self._choose(self._view.audience.choice())
        else:
            self.selection = None
            self.ready.emit()

    def _choose(self, audience_id: str) -> None:
        view, audience = self._view, self._audiences[audience_id]
        fields = [name for name in audience.fields if not name.startswith(BLOB_FIELD)]
        view.segment.set_fields(fields, audience.titles)
        self._find_dates(audience)
        others = [(one.id, one.name) for one in self._audiences.values() if one.id != audience_id]
        view.without.offer(others)
        view.without_field.setVisible(bool(others))
        view.not_in.offer((one.id, one.name) for one in self._campaigns)
        view.not_in_field.setVisible(bool(self._campaigns))
        self._count()

    def _find_dates(self, one: Audience) -> None:
        selections = self._stage.services.selections
        self._hinting.query(lambda stopped: selections.held(one.id, one.fields, stopped), self._view.segment.show_held)

    def _count(self) -> None:
        view, services = self._view, self._stage.services
        audience = self._audiences.get(view.audience.choice())
        if audience is None:
            return
        expression, without, not_in = view.segment.expression(), view.without.ticked(), view.not_in.ticked()

        def count(stopped: Stopped) -> tuple[Selection, int, int]:
            selection = services.audiences.select(audience, expression, without=without, not_in=not_in)
            every = services.audiences.select(audience)
            number = services.selections.order(selection, stopped=stopped)
            total = number if selection == every else services.selections.order(every, stopped=stopped)
            return selection, len(number or ()), len(total or ())

        self._counting.query(count, lambda found: self._show(*found), self._refuse)

    def _show(self, selection: Selection, number: int, total: int) -> None:
        self.selection, self.number = selection if number else None, number
        self._view.segment.show_problem(None)
        people = tr("person") if total == 1 else tr("people")
        self._view.count.setText(
            tr("{number} of {total} {people}", number=count_text(number), total=count_text(total), people=people)
        )
        self.ready.emit()

    def _refuse(self, error: KnownError) -> None:
        self.selection, self.number = None, 0
        self._view.count.setText("")
        self._view.segment.show_problem(error)
        self.ready.emit()
