"""Fields of a form: a label above, the control, a hint or a problem below; and the kinds of line edit we need."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sendoff.core.language import phrase, tr
from sendoff.ui import tokens
from sendoff.ui.theme import restyle, theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.text import Text

_TYPING_MS = 150
_EDGE = 3
"""Pixels a choice's word may reach beyond its room: the style reckons its size by whole pixels."""
_NEARER = 6
"""Pixels the words of a search stand nearer to its icon than Qt would have them."""
_RING = 5
"""The radius of the ring around what has the focus, in pixels."""


class Field(QWidget):
    """One control with its label; a screen reader hears the label as its name and hint or problem as description."""

    def __init__(self, label: str, control: QWidget, hint: str = "", *, inline: int = 0) -> None:
        """`inline` (pixels) gives the label that width, or what its words need, and puts it before."""
        super().__init__()
        self.control = control
        self._hint_text = hint
        self._title = Text(label, "label")
        self._title.setBuddy(control)
        control.setAccessibleName(label.replace("&", ""))
        self._below = Text("", "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        if inline:
            inline = max(inline, self._title.sizeHint().width())
            self._title.setFixedWidth(inline)
            row = QHBoxLayout()
            row.setSpacing(Space.S)
            row.addWidget(self._title, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(control, 1)
            column.addLayout(row)
            self._below.setContentsMargins(inline + Space.S, 0, 0, 0)
        else:
            column.addWidget(self._title)
            column.addWidget(control)
        column.addWidget(self._below)
        if control.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed:
            column.addStretch(1)  # fields side by side keep their controls on one line
        self.set_problem("")

    def set_label(self, label: str) -> None:
        """Call the field something else."""
        self._title.setText(label)
        self.control.setAccessibleName(label.replace("&", ""))

    def below(self) -> Text:
        """The line of its hint or problem, for a form that puts it below several fields beside each other."""
        return self._below

    def set_hint(self, hint: str) -> None:
        """Change the hint."""
        self._hint_text = hint
        self.set_problem("")

    def set_problem(self, problem: str) -> None:
        """Show what is wrong with the value in place of the hint; an empty text means nothing is."""
        shown = problem or self._hint_text
        self._below.setText(shown)
        self._below.setVisible(bool(shown))
        self._below.set_role("problem" if problem else "caption")
        self.control.setAccessibleDescription(shown)
        if self.control.property("problem") != bool(problem):
            self.control.setProperty("problem", bool(problem))
            restyle(self.control)


def freeze(edit: QLineEdit | QTextEdit | QPlainTextEdit, *, frozen: bool) -> None:
    """Let a text be read only, and look like it: Qt's style knows no read-only texts of several lines."""
    edit.setReadOnly(frozen)
    if bool(edit.property("frozen")) != frozen:
        edit.setProperty("frozen", frozen)
        restyle(edit)


def propose(edit: QLineEdit, text: str) -> None:
    """Fill in a text, which another may follow later, unless a person wrote their own."""
    if edit.text() in ("", edit.property("proposed")):
        edit.setText(text)
        edit.setProperty("proposed", text)


class SecretEdit(QLineEdit):
    """A password: hidden, revealed by the eye, never offered for copying while hidden."""

    def __init__(self, name: str = phrase("Password")) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QAction(tr("Show"), self, checkable=True)
        self._eye.toggled.connect(self._reveal)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._button = self.findChild(QToolButton)
        if self._button is not None:
            self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._button.installEventFilter(self)
        self._reveal(shown=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw or take away the ring around the eye."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring around the eye while it has the focus: Qt paints nothing there but the icon."""
        super().paintEvent(event)
        if self._button is None or not self._button.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("accent"), 2))
        painter.drawRoundedRect(self._button.geometry().adjusted(-2, -2, 2, 2), _RING, _RING)
        painter.end()

    def _reveal(self, shown: bool) -> None:  # noqa: FBT001 - Qt's `toggled` gives the flag by position
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        words = tr("Hide the password") if shown else tr("Show the password")
        self._eye.setToolTip(words)
        theme().dress(self._eye, "eye-off" if shown else "eye", "ink_2")
        if self._button is not None:
            self._button.setAccessibleName(words)


def _turned(widget: QWidget, event: QWheelEvent, change: Callable[[QWheelEvent], None]) -> None:
    """Let the wheel change what has the focus, and otherwise leave it to the page."""
    if widget.hasFocus():
        change(event)
    else:
        event.ignore()


class NumberEdit(QSpinBox):
    """A whole number between two bounds, with thousands separators and a unit if it has one."""

    def __init__(self, name: str, least: int, most: int, value: int, *, unit: str = "") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt's own would give it the focus for a turn of the wheel
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setValue(value)
        self.setGroupSeparatorShown(True)
        self.setSuffix(f" {unit}" if unit else "")
        # The style sheet's padding does not reach the edit inside a spin box.
        self.lineEdit().setTextMargins(Space.S, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, unless the focus is here."""
        _turned(self, event, super().wheelEvent)


class SecondsEdit(QDoubleSpinBox):
    """A time in seconds between two bounds."""

    def __init__(self, least: float, most: float, *, decimals: int = 0) -> None:
        super().__init__(minimum=least, maximum=most, decimals=decimals, suffix=" s")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(Space.S, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, unless the focus is here."""
        _turned(self, event, super().wheelEvent)


class Choice(QComboBox):
    """One of a few things, each with a key and a word; `chosen` comes when a person chose, not the program."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        # A combo box's own delegate does not know the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.set_choices(choices)
        self.activated.connect(lambda _row: self.chosen.emit(self.choice()))

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer other things; what was chosen stays chosen if it is still there."""
        kept = self.choice()
        self.clear()
        for key, word in choices:
            self.addItem(word, key)
        self.choose(kept)

    def choice(self) -> str:
        """The chosen key, or an empty text."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose by key; an unknown one chooses the first."""
        self.setCurrentIndex(max(self.findData(key), 0 if self.count() else -1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, unless the focus is here."""
        _turned(self, event, super().wheelEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What has no room ends in dots, in its middle where it is an address."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        box = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(box[0], option, box[1], self).width()
        mode = Qt.TextElideMode.ElideMiddle if "@" in self.currentText() else Qt.TextElideMode.ElideRight
        if self.fontMetrics().horizontalAdvance(self.currentText()) > room + _EDGE:
            option.currentText = self.fontMetrics().elidedText(self.currentText(), mode, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(box[0], option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class SearchEdit(QLineEdit):
    """Filter as you type: `searched` comes once the typing rests, Escape clears."""

    searched = Signal(str)

    def __init__(self, placeholder: str = phrase("Search")) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        glass = QAction(placeholder, self)
        theme().dress(glass, "search", "ink_2", size=tokens.GLYPH)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        clear = QAction(tr("Clear"), self)
        clear.setShortcut("Esc")
        clear.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        clear.triggered.connect(lambda _checked=False: self.clear())
        self.addAction(clear)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(placeholder)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        from_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setTextMargins(0 if from_right else -_NEARER, 0, -_NEARER if from_right else 0, 0)
        self._rest = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._rest.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(lambda _text: self._rest.start())
