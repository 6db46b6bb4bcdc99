"""A small dialog: a few fields, what is wrong said in place, one primary button, and progress while it works."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from sendoff.core.errors import KnownError
from sendoff.core.language import tr
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button
from sendoff.ui.widgets.field import Field
from sendoff.ui.widgets.message import Banner
from sendoff.ui.widgets.text import Caption, Text

_WIDTH = 460


class FormDialog(QDialog):
    """Put fields into `form`. The primary button runs `submit`; Cancel closes, or ends what is under way."""

    SCROLLS = False
    """Whether the fields scroll where the screen has no room for all of them."""

    def __init__(self, title: str, button: str, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        theme().size(self, QWidget.setMinimumWidth, _WIDTH)
        self.submit: Callable[[], object] = self.accept
        """What the primary button does."""
        self.stop: Callable[[], object] = self._nothing
        """What Cancel does while the dialog is busy."""
        self._busy = False
        self.problem = Banner("bad")
        self.problem.hide()
        self._fields = QWidget()
        self.form = QVBoxLayout(self._fields)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setSpacing(Space.M)
        self.primary = Button(button, "primary", run=self._submit)
        self.primary.setDefault(True)
        self.cancel = Button(tr("Cancel"), run=self.reject)
        self.cancel.setAutoDefault(False)
        self._lay_out(title, hint)
        self._show_busy(busy=False)

    def add_text(self, label: str, value: str = "", hint: str = "") -> QLineEdit:
        """Add a line of text with its label."""
        edit = QLineEdit(value)
        edit.selectAll()
        self.form.addWidget(Field(label, edit, hint))
        return edit

    def work(self, words: str) -> None:
        """Show that something is under way: the fields rest, Cancel ends it."""
        self.problem.hide()
        self._show_busy(busy=True)
        self.tell(words)

    def tell(self, words: str) -> None:
        """Say how far it is."""
        self._words.setText(words)
        self._bar.setAccessibleDescription(words)

    def fail(self, error: KnownError) -> None:
        """Say what is wrong; the fields can be changed again."""
        self._show_busy(busy=False)
        self.problem.say_error(error)
        self.problem.show()
        self._grow()

    def widen(self, width: int, height: int) -> None:
        """Grow to this size, in the middle of the window it belongs to and inside of the screen."""
        room, parent = self.screen().availableGeometry(), self.parentWidget()
        before = (parent.window() if parent is not None else self).frameGeometry()
        edges = self.frameGeometry().size() - self.size()
        place = QRect(QPoint(), QSize(width, height).boundedTo(room.size() - edges) + edges)
        place.moveCenter(before.center())
        place.moveRight(min(place.right(), room.right()))
        place.moveBottom(min(place.bottom(), room.bottom()))
        self.resize(place.size() - edges)
        self.move(max(room.left(), place.left()), max(room.top(), place.top()))

    def rest(self) -> None:
        """Nothing is under way any more; the dialog stays."""
        self._show_busy(busy=False)

    def done_with(self) -> None:
        """Close: it was done, or ended."""
        self._busy = False
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keyboard go from the first field to the buttons."""
        super().showEvent(event)
        inside = (one for one in self._fields.findChildren(QWidget) if one.window() is self)
        fields = [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for one, following in pairwise((*fields, self.cancel, self.primary)):
            QWidget.setTabOrder(one, following)
        if fields:
            fields[0].setFocus()

    def reject(self) -> None:
        """Close; while something is under way, ask it to end and wait for that."""
        if not self._busy:
            super().reject()
            return
        self.cancel.setEnabled(False)
        self.tell(tr("Cancelling"))
        self.stop()

    def _lay_out(self, title: str, hint: str) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        head = Text(title, "emphasis")
        column.addWidget(head)
        if hint:
            column.addWidget(Caption(hint))
        column.addWidget(self.problem)
        column.addWidget(self._scrolled() if self.SCROLLS else self._fields, 1)
        column.addWidget(self._progress())
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.primary)
        column.addSpacing(Space.S)
        column.addLayout(row)

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._fields)
        return area

    def _progress(self) -> QWidget:
        self._under_way = QWidget()
        self._words = Text("", "secondary")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        column = QVBoxLayout(self._under_way)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        return self._under_way

    def _show_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._fields.setEnabled(not busy)
        self.primary.setEnabled(not busy)
        self.cancel.setEnabled(True)
        self._under_way.setVisible(busy)

    def _grow(self) -> None:
        """Make room for what has come, and never less."""
        self._column.activate()
        room = self.screen().availableGeometry().height() - (self.frameGeometry().height() - self.height())
        self.resize(self.width(), max(self.height(), min(room, self._column.totalHeightForWidth(self.width()))))

    def _submit(self) -> None:
        self.submit()

    def _nothing(self) -> None:
        """Nothing is under way."""
