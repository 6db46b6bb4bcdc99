"""The rows of a draft's list in their tabs, where they are corrected."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QMenu, QVBoxLayout, QWidget

from sendoff.core.audience import Sort
from sendoff.core.language import phrase, tr
from sendoff.core.recipient import Verdict, verdict_of
from sendoff.core.triage_rows import SENT
from sendoff.core.triage_words import mistyped_words, sent_sum, tab_note
from sendoff.core.wording import count_text, verdict_label
from sendoff.ui.models.triage import RowColumn, TriageModel
from sendoff.ui.pages.recipients.cells import ADDRESS, place_of_why, widths_of
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.field import SearchEdit
from sendoff.ui.widgets.message import Banner, Kind
from sendoff.ui.widgets.state import BESIDE_A_STATE
from sendoff.ui.widgets.table import Table
from sendoff.ui.widgets.tabs import ALL, TriageTabs
from sendoff.ui.widgets.text import Caption, ElidedLabel, Glyph, Text

FIX_MISTYPED = "fix_mistyped"
"""What the notice of mistyped addresses asks for, whichever tab is open: those it counts, and no others."""
_TIGHT = 900
"""Pixels of the table, for text of the usual size, below which its columns share less room."""
_LOOKED = 1_000
"""Chosen rows that are looked at one by one."""
_COPIED_ROWS = 10_000
"""At most this many rows go to the clipboard; more are for a file."""


_TO_FIX = (Verdict.SUGGESTED.value, Verdict.INVALID.value)


class TriageTable(Table):
    """Rows that can be written anew: F2 or a double click edits, Delete leaves out."""

    left_out = Signal(list)
    taken_in = Signal(list)
    used = Signal(list)
    """Repeated rows are to stand for their addresses."""
    offered = Signal()
    """Other rows are chosen, or they have become something else."""
    sorted = Signal(Sort)

    def __init__(self, model: TriageModel) -> None:
        super().__init__(tr("Rows of the list"))
        self.rows = model
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.set_address_column(ADDRESS)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        self.edit_row = self._action(tr("Edit"), self.edit_current)
        self.leave = self._action(tr("Leave out"), lambda: self.left_out.emit(self.chosen()), "Del")
        self.take = self._action(tr("Take in again"), lambda: self.taken_in.emit(self.chosen()))
        self.instead = self._action(tr("Use this row instead"), lambda: self.used.emit(self.chosen()))
        self._columns: tuple[RowColumn, ...] = ()
        self._fitted: Sequence[int] = ()
        self._reasons = True
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self._offer())
        for moved in (model.dataChanged, model.modelReset, model.rowsRemoved):
            moved.connect(lambda *_what: self._offer())
        self._offer()

    def chosen(self) -> list[int]:
        """The ids of the rows chosen."""
        return self.rows.ids(self.selected_rows())

    def _offer(self) -> None:
        """Let be done what changes one of the chosen rows."""
        found = self._verdicts()
        self.leave.setEnabled(not found.isdisjoint((*SENT, Verdict.DUPLICATE)))
        self.take.setEnabled(Verdict.LEFT_OUT in found)
        self.instead.setEnabled(Verdict.DUPLICATE in found)
        self.offered.emit()

    def _verdicts(self) -> set[Verdict]:
        """What the chosen rows are; where they are too many to look at each, they may be anything."""
        chosen = self.selectionModel().selection()
        parts = map(chosen.at, range(chosen.count()))
        rows = [row for part in parts for row in range(part.top(), part.bottom() + 1)[:_LOOKED]]
        lines = [self.rows.line(row) for row in rows[:_LOOKED]]
        if len(rows) >= _LOOKED or None in lines:
            return set(Verdict)
        return {verdict_of(line.reason) for line in lines if line is not None}

    def dress(self, columns: Sequence[RowColumn], sort: Sort) -> None:
        """Give new columns their widths, and show by which the rows are sorted."""
        if (columns := tuple(columns)) != self._columns:
            self._columns, self._fitted = columns, ()
            self._fit()
        header = self.horizontalHeader()
        place = next((at for at, column in enumerate(columns) if column.sort == sort.field), -1)
        header.setSortIndicatorShown(sort != Sort())
        order = Qt.SortOrder.DescendingOrder if sort.descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(place, order)

    def show_reasons(self, *, any_there: bool) -> None:
        """Say whether any row has a reason to be told; a column of none takes no room."""
        self._reasons = any_there
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Set the columns' widths, unless they are so already: a person may have drawn them wider since."""
        tight = self.viewport().width() < _TIGHT * theme().scale
        longest = max(self.fontMetrics().horizontalAdvance(verdict_label(one)) for one in Verdict)
        fitted = widths_of(self._columns, tight=tight, state=round(longest / theme().scale) + BESIDE_A_STATE)
        if fitted != self._fitted:
            self._fitted = fitted
            self.set_widths(*fitted)
        if (why := place_of_why(self._columns)) >= 0:
            self.setColumnHidden(why, not self._reasons)

    def edit_current(self) -> None:
        """Edit the current cell, or the row's address where the cell is not to be written."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(ADDRESS)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.edit(index)

    def correct(self) -> None:
        """Edit the address of the row chosen, or of the first."""
        row = max(0, self.currentIndex().row())
        self.setCurrentIndex(self.rows.index(row, ADDRESS))
        self.setFocus()
        self.edit_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 and Enter edit, wherever in the row one stands."""
        keys = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.state() is not QAbstractItemView.State.EditingState:
            self.edit_current()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the chosen rows on the clipboard."""
        rows, model = self.selected_rows(_COPIED_ROWS), self.rows
        columns = [at for at in range(model.columnCount()) if not self.isColumnHidden(at)]
        lines = ("\t".join(" ".join(str(model.index(row, at).data() or "").split()) for at in columns) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _sort(self, column: int) -> None:
        field = self.rows.sort_of(column)
        if field is not None:
            header = self.horizontalHeader()
            again = header.isSortIndicatorShown() and header.sortIndicatorSection() == column
            up = header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            self.sorted.emit(Sort(field=field, descending=again and up))

    def _action(self, text: str, run: Callable[[], object], key: str = "") -> QAction:
        action = QAction(text, self)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: run())
        self.addAction(action)
        return action


class TriageView(QWidget):
    """The list's name, its tabs, what can be done with the open one, and its rows."""

    asked = Signal(str)
    """What a person wants done with the open tab: one of the keys of `ACTS`, or `FIX_MISTYPED`."""

    def __init__(self, model: TriageModel, replace: QMenu) -> None:
        super().__init__()
        self.list_name = ElidedLabel("", middle=True, role="emphasis")
        self.keep = Button(tr("Keep as an audience…"), "quiet")
        self.replace = Button(tr("Replace the list"))
        self.replace.setMenu(replace)
        self.tabs = TriageTabs()
        self.note = Caption("")
        self.mistyped = Banner("wait", dismissable=True)
        self.show_mistyped = self.mistyped.add_action(
            tr("Show"), lambda: self.tabs.chosen.emit(Verdict.SUGGESTED.value)
        )
        self.fix = self.mistyped.add_action(tr("Fix"), partial(self.asked.emit, FIX_MISTYPED))
        self._waved = 0
        """So many suggestions were there when a person closed the notice of them."""
        self.mistyped.dismissed.connect(self._wave)
        self._counts: Mapping[Verdict, int] = {}
        self._guessed = False
        self._held: QWidget | None = None
        """What was pressed and rests while it is done."""
        self.search = SearchEdit(tr("Find an address or a name"))
        theme().size(self.search, QWidget.setMinimumWidth, 140)
        theme().size(self.search, QWidget.setMaximumWidth, 240)
        self.found = Text("", "secondary")
        self.acts = {key: Button(tr(words), run=partial(self.asked.emit, key)) for key, words, _ in ACTS}
        domains = tr("Asks for each address whether its domain, what stands after the @, takes mail. Nothing is sent.")
        self.acts["domains"].setToolTip(domains)
        self.acts["domains"].setAccessibleDescription(domains)
        self.table = TriageTable(model)
        self.rows_acts = {
            action: Button(action.text(), run=action.trigger)
            for action in (self.table.instead, self.table.take, self.table.leave)
        }
        self.table.offered.connect(self.show_offers)
        self.acts["domains"].setToolTip(tr("Looks up which domains take no mail. Nothing is sent."))
        self.correct = Button(tr("Correct"), icon="edit", run=self.table.correct)
        self.export = Button(tr("Export…"), "quiet", icon="download", run=lambda: self.asked.emit("export"))
        self.busy_words = Text("", "secondary")
        self.stop = Button(tr("Cancel"), "quiet", run=lambda: self.asked.emit("stop"))
        self.empty = Text("", "secondary")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.see_ready = Button(tr("Show who is ready"), run=partial(self.tabs.chosen.emit, Verdict.READY.value))
        self.see_ready.hide()
        inside = QVBoxLayout(self.table.viewport())
        inside.setSpacing(Space.M)
        inside.addStretch(1)
        inside.addWidget(self.empty)
        inside.addWidget(self.see_ready, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        self._lay_out()
        self.show_busy("")

    def forget(self) -> None:
        """Another list comes, with a notice of its own."""
        self._counts, self._waved = {}, 0
        self.mistyped.hide()
        self.tabs.forget()
        self.open_tab(ALL)

    def open_tab(self, key: str) -> None:
        """Show what can be done with a tab's rows."""
        self.tabs.choose(key)
        for act, _words, where in ACTS:
            self.acts[act].setVisible(key in where)
        self._show_fix()
        self.correct.setVisible(key == Verdict.INVALID.value)
        self.show_offers()
        self._tell(self._counts, keep=True)

    def show_busy(self, words: str, *, cancellable: bool = False) -> None:
        """Say what is being done, and let nothing else be begun meanwhile."""
        holder = self.window().focusWidget()
        if words and self._held is None and holder is not None and self.isAncestorOf(holder):
            self._held = holder
        self.busy_words.setText(words)
        self.busy_words.setVisible(bool(words))
        self.stop.setVisible(bool(words) and cancellable)
        self.stop.setEnabled(True)
        for button in (self.keep, self.replace):
            button.setEnabled(not words)
        self.show_offers()
        self._keep_hand(busy=bool(words))

    def _keep_hand(self, *, busy: bool) -> None:
        """Leave the keyboard where it was: on what was pressed, and where that is gone on the rows."""
        held, holder = self._held, self.window().focusWidget()
        if held is None:
            return
        if busy:
            if not held.isEnabled() or holder is not held:
                self.table.setFocus()
            return
        self._held = None
        if holder is self.table and held.isVisible() and held.isEnabled():
            held.setFocus()

    def show_offers(self) -> None:
        """Let be pressed what there is to do now."""
        for button in (*self.acts.values(), self.correct):
            button.setEnabled(not self.busy_words.text() and self.tabs.number() > 0)
        self.fix.setEnabled(not self.busy_words.text())
        # Who is repeated gets nothing anyway, so that leaving out need not stand beside the acts of that tab.
        spare = self.table.leave if self.tabs.choice() == Verdict.DUPLICATE.value else None
        for action, button in self.rows_acts.items():
            button.setVisible(action.isEnabled() and action is not spare)
            button.setEnabled(not self.busy_words.text())

    def show_guessed(self, *, any_there: bool) -> None:
        """Say whether of an invalid address can be told what was meant: else there is nothing to fix at once."""
        self._guessed = any_there
        self._show_fix()

    def _show_fix(self) -> None:
        """Offer to fix all where that changes something."""
        key = self.tabs.choice()
        nothing = key == Verdict.INVALID.value and not self._guessed
        self.acts["fix"].setVisible(not nothing and key in (Verdict.SUGGESTED.value, Verdict.INVALID.value))

    def show_counts(self, counts: Mapping[Verdict, int]) -> None:
        """Show the figures of the list, and say what the open tab holds and who of it is written to."""
        first = not self._counts
        self._counts = counts
        self.tabs.set_counts(counts)
        self.table.show_reasons(any_there=sum(counts.values()) > counts.get(Verdict.READY, 0))
        self._tell(counts, keep=not first)

    def _tell(self, counts: Mapping[Verdict, int], *, keep: bool = False) -> None:
        """Say what the open tab holds, and above it how many are mistyped.

        With `keep` that notice neither comes nor goes: tabs and rows stay where somebody is about to press on one.
        """
        key = self.tabs.choice()
        self.note.setText(tab_note(Verdict(key)) if key else sent_sum(counts))
        number = counts.get(Verdict.SUGGESTED, 0)
        if number:
            self.mistyped.say("wait", mistyped_words(number))
        else:
            self.mistyped.say(*_none_mistyped(counts.get(Verdict.INVALID, 0)))
        self.fix.setVisible(number > 0)
        self.show_mistyped.setVisible(number > 0 and key != Verdict.SUGGESTED.value)
        if not keep:
            self.mistyped.setVisible(number not in (0, self._waved))

    def show_found(self, number: int, search: str, *, whole: bool) -> None:
        """Say how many rows a search has found, and where there is none."""
        self.found.setText(tr("{number} found", number=count_text(number)) if search and whole else "")
        nothing = tr("No row here holds “{search}”.", search=search) if search else tr("No rows here.")
        mended = whole and not number and not search and self.tabs.choice() in _TO_FIX
        self.empty.setText(tr("Nothing is left to fix here.") if mended else nothing if whole and not number else "")
        self.see_ready.setVisible(mended)

    def _wave(self) -> None:
        self._waved = self._counts.get(Verdict.SUGGESTED, 0)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(Glyph("file", "ink_2"))
        head.addWidget(self.list_name, 1)
        head.addWidget(self.keep)
        head.addWidget(self.replace)
        bar = QHBoxLayout()
        bar.setSpacing(Space.S)
        bar.addWidget(self.search, 1000)
        bar.addWidget(self.found)
        bar.addStretch(1)
        bar.addWidget(self.busy_words)
        bar.addWidget(self.stop)
        for button in (*self.rows_acts.values(), self.correct, *self.acts.values()):
            bar.addWidget(button)
        bar.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.mistyped)
        column.addWidget(self.tabs)
        column.addWidget(self.note)
        column.addLayout(bar)
        column.addWidget(self.table, 1)


def _none_mistyped(invalid: int) -> tuple[Kind, str]:
    """What is said where nothing is mistyped any more: all is well only where nothing is invalid either."""
    said = tr("No address looks mistyped any more.")
    if not invalid:
        return "ok", said
    rest = (
        tr("1 is invalid still: nobody is written to there.")
        if invalid == 1
        else tr("{number} are invalid still: nobody is written to there.", number=count_text(invalid))
    )
    return "wait", f"{said} {rest}"


ACTS = (
    ("fix", phrase("Fix all typing errors"), (Verdict.SUGGESTED.value, Verdict.INVALID.value)),
    ("leave_out", phrase("Leave all out"), (Verdict.SUGGESTED.value, Verdict.ROLE.value, Verdict.DISPOSABLE.value)),
    ("take_in", phrase("Take all in again"), (Verdict.LEFT_OUT.value,)),
    ("first", phrase("Keep the first"), (Verdict.DUPLICATE.value,)),
    ("last", phrase("Keep the last"), (Verdict.DUPLICATE.value,)),
    ("domains", phrase("Check the domains"), (ALL, Verdict.READY.value, Verdict.INVALID.value)),
)
"""What can be done with a whole tab: key, words, and the tabs that offer it."""
