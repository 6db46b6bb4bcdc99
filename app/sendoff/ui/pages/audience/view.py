"""An audience as a table: search, tabs, a segment, and any column to sort by; a million rows open like ten."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from sendoff.core.audience import Audience
from sendoff.core.language import tr
from sendoff.core.recipient import Verdict
from sendoff.core.titles import Titles
from sendoff.core.triage_rows import SENT, Keep
from sendoff.core.triage_words import mistyped_words
from sendoff.core.wording import count_text
from sendoff.ui.models.triage import TriageModel
from sendoff.ui.pages.audience.presenter import AudiencePresenter
from sendoff.ui.pages.audience.table import PeopleTable
from sendoff.ui.pages.stage import Stage
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton
from sendoff.ui.widgets.card import Card, Page
from sendoff.ui.widgets.field import SearchEdit
from sendoff.ui.widgets.head import Head
from sendoff.ui.widgets.message import Banner, EmptyState
from sendoff.ui.widgets.segment import SegmentEdit
from sendoff.ui.widgets.tabs import ALL, TriageTabs
from sendoff.ui.widgets.text import ElidedLabel, Text
from sendoff.ui.widgets.toast import Toast


class AudiencePage(Page):
    """One audience at a time."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._columns: tuple[tuple[str, ...], Titles] = (), Titles()
        self.name = ElidedLabel("", role="title")
        self.about = ElidedLabel("", role="caption")
        self._waved = False
        """Whether a person closed the notice of mistyped addresses."""
        self.sorting = (-1, False)
        """The column sorted by, -1 for the list's own order, and whether from the end."""
        self.model = TriageModel(stage.services.selections, stage.operations, self)
        self.tabs = TriageTabs()
        self.segment = SegmentEdit()
        self.presenter = AudiencePresenter(self, stage)
        self.toast = Toast(self)
        self.table = PeopleTable(self.model)
        self.nothing = EmptyState("search", tr("Nobody here fits. Change the words, the tab or the filter."))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        self.column.setSpacing(Space.M)
        self.column.addWidget(self._head())
        self.column.addWidget(self.about)
        self.column.addWidget(self._notice())
        self.column.addWidget(self.tabs)
        self.column.addLayout(self._sieve())
        self.column.addWidget(self._filter())
        self.column.addWidget(self.stack, 1)
        self._connect()
        self.show_narrowed(on=False)

    def opened(self, subject: str) -> None:
        """Show the audience `<id>`, of it who holds an address, `<id>/<address>`; the one of before where none is."""
        audience_id, _, address = subject.partition("/")
        self.presenter.open(audience_id, address)

    # -- what the presenter asks for

    def clear(self) -> None:
        """Another audience comes: nothing is searched, filtered or sorted."""
        self.search.clear()
        self.tabs.forget()
        self.tabs.choose(ALL)
        self.tabs.set_counts({})
        self.filter_card.hide()
        self.filter.setChecked(False)
        self.segment.set_expression("")
        self._waved = False
        self.mistyped.hide()
        self.show_filtering(on=False)
        self.show_narrowed(on=False)
        self.sorting = (-1, False)
        self.table.show_sorting(-1)
        self.name.setText("")
        self.about.setText("")

    def show_audience(self, one: Audience) -> None:
        """Show the name, the tags and where it came from."""
        if self._columns != (one.fields, one.titles):
            self._columns = one.fields, one.titles
            self.segment.set_fields([name for name in one.fields if not name.startswith("@")], one.titles)
        self.name.setText(one.name)
        self.about.setText(" · ".join(part for part in (", ".join(one.tags), one.source) if part))
        self.about.setVisible(bool(self.about.whole()))

    def show_filtering(self, *, on: bool) -> None:
        """Say on the button that a segment is in force."""
        self.filter.setText(tr("Filter: on") if on else tr("Filter"))
        self.filter.setAccessibleName(self.filter.text())

    def show_counts(self, counts: Mapping[Verdict, int]) -> None:
        """Show the figures of the list, and above them how many are probably mistyped."""
        self.tabs.set_counts(counts)
        number = counts.get(Verdict.SUGGESTED, 0)
        self.mistyped.say("wait", mistyped_words(number))
        self.mistyped.setVisible(number > 0 and not self._waved)

    def show_narrowed(self, *, on: bool, number: int = 0) -> None:
        """Only some people are shown, of whom so many can be written to: say whom the buttons mean."""
        self.keep_action.setEnabled(on)
        self._offer()
        people = tr("this person") if number == 1 else tr("these {number}", number=count_text(number))
        some = tr("Use {people} in a new campaign", people=people) if number else tr("Use these in a new campaign")
        self.use.setText(some if on else tr("Use in a new campaign"))

    def tell(self, words: str, *, number: int = -1) -> None:
        """Say what is shown; nobody found has a face of its own."""
        self.shown.setText(words)
        self.stack.setCurrentWidget(self.nothing if number == 0 else self.table)

    # -- parts

    def _head(self) -> Head:
        self.back = IconButton("arrow-left", tr("All audiences"), run=lambda: self._stage.navigator.open("audiences"))
        self.more = IconButton("more", tr("More"))
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._menu())
        self.use = Button(tr("Use in a new campaign"), "primary", run=self.presenter.use)
        return Head(self.name, self.more, self.use, before=self.back)

    def _notice(self) -> Banner:
        self.mistyped = Banner("wait", dismissable=True)
        self.mistyped.add_action(tr("Show"), self._show_mistyped)
        self.mistyped.add_action(tr("Fix"), self.presenter.fix_typos)
        self.mistyped.dismissed.connect(lambda: setattr(self, "_waved", True))
        self.mistyped.hide()
        return self.mistyped

    def _show_mistyped(self) -> None:
        self.tabs.choose(Verdict.SUGGESTED.value)
        self.presenter.show_rows()

    def _sieve(self) -> QHBoxLayout:
        self.search = SearchEdit(tr("Find an address or a name"))
        theme().size(self.search, QWidget.setMinimumWidth, 140)
        theme().size(self.search, QWidget.setMaximumWidth, 280)
        self.shown = Text("", "secondary")
        self.keep = Button(tr("Keep as an audience…"), "quiet", run=self.presenter.keep)
        self.filter = Button(tr("Filter"), icon="settings")
        self.filter.setCheckable(True)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self._chosen_acts = QHBoxLayout()
        self._chosen_acts.setSpacing(Space.S)
        row.addWidget(self.search, 1000)
        row.addWidget(self.filter)
        row.addStretch(1)
        row.addWidget(self.shown)
        row.addLayout(self._chosen_acts)
        row.addWidget(self.keep)
        return row

    def _filter(self) -> Card:
        self.filter_card = Card(margin=Space.M)
        self.filter_card.column.addWidget(self.segment)
        self.filter_card.hide()
        return self.filter_card

    def _menu(self) -> QMenu:
        menu, presenter, acts = QMenu(self), self.presenter, self.presenter.acts
        about = presenter.about
        entries: tuple[tuple[str, Callable[[], object]] | None, ...] = (
            (tr("Rename…"), lambda: about(acts.rename)),
            (tr("Tags…"), lambda: about(acts.tag)),
            (tr("Bring a newer list…"), lambda: about(acts.renew)),
            (tr("Export who is shown…"), presenter.export),
            (tr("Keep these as an audience…"), presenter.keep),
            None,
            (tr("Fix all typing errors"), presenter.fix_typos),
            (tr("Keep the first of repeated rows"), lambda: presenter.keep_of_repeated(Keep.FIRST)),
            (tr("Keep the last of repeated rows"), lambda: presenter.keep_of_repeated(Keep.LAST)),
        )
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                action = menu.addAction(entry[0])
                action.triggered.connect(lambda _checked=False, run=entry[1]: run())
                if entry[1] == presenter.keep:
                    self.keep_action = action
        return menu

    def _connect(self) -> None:
        presenter = self.presenter
        self.search.searched.connect(lambda _text: presenter.show_rows())
        self.tabs.chosen.connect(lambda _key: presenter.show_rows())
        self.segment.changed.connect(presenter.segment)
        self.filter.toggled.connect(self._fold)
        self.table.sorted_by.connect(self._sort)
        self.table.copy_wanted.connect(presenter.copy)
        self.leave_out = self.table.add_act(
            tr("Leave out"), presenter.leave_out, QKeySequence(QKeySequence.StandardKey.Delete)
        )
        self.take_in = self.table.add_act(tr("Take in again"), presenter.take_in)
        self.fix = self.table.add_act(tr("Use the suggestion"), presenter.use_suggestions)
        self.chosen_acts = {
            one: Button(one.text(), run=one.trigger) for one in (self.fix, self.take_in, self.leave_out)
        }
        for button in self.chosen_acts.values():
            self._chosen_acts.addWidget(button)
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self._offer())
        for moved in (self.model.dataChanged, self.model.modelReset):
            moved.connect(lambda *_what: self._offer())
        self._offer()
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)

    def _offer(self) -> None:
        """Let be done what changes one of the chosen rows."""
        found = self.table.verdicts()
        self.leave_out.setEnabled(not found.isdisjoint((*SENT, Verdict.DUPLICATE)))
        self.take_in.setEnabled(not found.isdisjoint((Verdict.LEFT_OUT, Verdict.DUPLICATE)))
        self.fix.setEnabled(self.table.suggests())
        for action, button in self.chosen_acts.items():
            button.setVisible(action.isEnabled())
        # What is kept is all that is shown: it gives its place to what is done with the chosen rows.
        self.keep.setVisible(self.keep_action.isEnabled() and not found)

    def _fold(self, shown: bool) -> None:  # noqa: FBT001 -- Qt's `toggled` gives the flag by position
        self.filter_card.setVisible(shown)
        if shown and not self.segment.expression():
            self.segment.add.setFocus()

    def _sort(self, column: int, descending: bool) -> None:  # noqa: FBT001 -- a signal gives by position
        self.sorting = (column, descending)
        self.presenter.show_rows()
