"""Below the preview: from recipient to recipient, to one by number or name, and to those worth a look."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from sendoff.core.language import phrase, tr
from sendoff.core.wording import count_text
from sendoff.services.previews import Worth
from sendoff.ui.pages.message.finding import PersonSearch
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import IconButton
from sendoff.ui.widgets.field import NumberEdit
from sendoff.ui.widgets.text import Text

_ROW_WIDTH, _ROOMY = 76, 160
"""Pixels: of the number, and what the search needs to stand open beside it."""
_NOBODY = "–"
"""In the place of the number of somebody who does not get the message."""
_JUMPS = (
    (Worth.LONGEST, phrase("Longest message")),
    (Worth.SHORTEST, phrase("Shortest message")),
    (Worth.EMPTY, phrase("Next with an empty field")),
    (Worth.UNSENT, phrase("Next who does not get it")),
)


class Steps(QWidget):
    """`step_wanted` gives so many recipients on or back, `place_wanted` a number typed, `row_wanted` a `Worth`."""

    step_wanted = Signal(int)
    place_wanted = Signal(int)
    row_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.number = _Place(tr("Number of the recipient"), 0, 1, 1)
        self.number.setSpecialValueText(_NOBODY)
        self.number.setKeyboardTracking(False)
        self.number.stepped.connect(self.step_wanted)
        self.number.valueChanged.connect(self._typed)
        theme().size(self.number, QWidget.setFixedWidth, _ROW_WIDTH)
        self.back = IconButton("arrow-left", tr("Previous recipient"), run=partial(self.step_wanted.emit, -1))
        self.on = IconButton("arrow-right", tr("Next recipient"), run=partial(self.step_wanted.emit, 1))
        self.of = Text("", "secondary")
        self.jump = self._jumps()
        self.search = PersonSearch()
        self.finder = IconButton("search", tr("Find a person"), run=self._open_search)
        self._searching = False
        self._close = IconButton("close", tr("Close the search"), run=self._close_search)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        self._usual = (self.back, self.number, self.of, self.on, self.jump)
        for control in (*self._usual, self.finder):
            row.addWidget(control)
        row.addWidget(self.search, 1)
        row.addWidget(self._close)
        self._gap = row
        row.addStretch(0)
        self.search.installEventFilter(self)
        self.search.chosen.connect(self._close_search)
        self._arrange()

    def show_total(self, total: int, sent: int) -> None:
        """Say how many get the message, of how many there are on the list."""
        with QSignalBlocker(self.number):
            self.number.setRange(0, sent)
        self.of.setText(tr("of {total}", total=count_text(sent)) if total else tr("No list yet"))
        others = total - sent
        self._unsent.setText(
            tr("Next of the {number} who do not get it", number=count_text(others)) if others > 1 else tr(_JUMPS[-1][1])
        )
        for control in (self.number, self.back, self.on, self.jump, self.search, self.finder):
            control.setEnabled(total > 0)
        self._arrange()

    def show_place(self, place: int) -> None:
        """Say which of those who get it is shown; 0 for somebody who does not."""
        with QSignalBlocker(self.number):
            self.number.setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The search stands open where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in the search that was opened closes it again."""
        if (
            watched is self.search
            and self._searching
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self._close_search()
            return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        """Nothing is cut: where the search has no room beside the number, a button opens it in the number's place."""
        taken = sum(control.sizeHint().width() + Space.XS for control in self._usual)
        roomy = self.width() - taken >= round(_ROOMY * theme().scale)
        searching = self._searching and not roomy
        for control in self._usual:
            control.setVisible(not searching)
        self.search.setVisible(roomy or searching)
        self.finder.setVisible(not roomy and not searching)
        self._close.setVisible(searching)

    @Slot()
    def _open_search(self) -> None:
        self._searching = True
        self._arrange()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _close_search(self) -> None:
        if self._searching:
            self._searching = False
            self.search.clear()
            self._arrange()
            self.finder.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _typed(self, place: int) -> None:
        if place:
            self.place_wanted.emit(place)

    def _jumps(self) -> IconButton:
        jump = IconButton("more", tr("Go to a recipient worth a look"))
        jump.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(jump)
        for worth, words in _JUMPS:
            self._unsent = menu.addAction(tr(words))
            self._unsent.triggered.connect(partial(self._jumped, worth.value))
        jump.setMenu(menu)
        return jump

    def _jumped(self, worth: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's `triggered` gives it
        self.row_wanted.emit(worth)


class _Place(NumberEdit):
    """The number of one of those who get the message: typed as it is, stepped from one to the next."""

    stepped = Signal(int)

    def __init__(self, name: str, least: int, most: int, value: int) -> None:
        super().__init__(name, least, most, value)
        self.setProperty("role", "bare")  # the arrows beside it do what its own would

    def stepBy(self, steps: int) -> None:
        """Leave it to whoever knows the next recipient."""
        self.stepped.emit(steps)

    def stepEnabled(self) -> NumberEdit.StepEnabledFlag:
        """Both ways: whether there is another one, the list knows."""
        flag = NumberEdit.StepEnabledFlag
        return flag.StepUpEnabled | flag.StepDownEnabled
