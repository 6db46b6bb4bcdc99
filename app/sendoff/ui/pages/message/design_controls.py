"""The controls that a block's properties are edited with. Each tells `edited` with its new value, by a person only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QKeySequence, QPainter, QPixmap, QTextCursor
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from sendoff.core.design import Profile
from sendoff.core.language import tr
from sendoff.ui import tokens
from sendoff.ui.pages.message.chip_line import ChipLine, ChipLines
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton
from sendoff.ui.widgets.taborder import stand_before


class UndoElsewhere(QObject):
    """Keeps a text's own undo out of the way: the design is undone as a whole."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the editor around."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            kinds = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(kind) for kind in kinds):
                event.ignore()
                return True
        return False


class Words(ChipLines):
    """Some lines of text, which may have merge fields."""

    edited = Signal(str)

    def __init__(self, name: str, value: str, undo: QObject) -> None:
        super().__init__()
        self.setAccessibleName(name)
        _dress(self, value, undo)
        self._told = value
        self.textEdited.connect(self._typed)

    @Slot()
    def _typed(self) -> None:
        # Qt says that the text changed when only its colours did.
        if (text := self.text()) != self._told:
            self._told = text
            self.edited.emit(text)


class Line(ChipLine):
    """One line, which may have merge fields."""

    edited = Signal(str)

    def __init__(self, value: str, undo: QObject, placeholder: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        _dress(self, value, undo)
        self.textEdited.connect(lambda: self.edited.emit(self.text()))


def _dress(edit: ChipLine, value: str, undo: QObject) -> None:
    edit.setText(value)
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    edit.setUndoRedoEnabled(False)
    edit.installEventFilter(undo)


class ColourButton(QPushButton):
    """A colour, `#rrggbb`, or none of its own: then the one of the message holds (`usual`)."""

    edited = Signal(str)

    def __init__(self, name: str, value: str, *, usual: str = "") -> None:
        super().__init__()
        self._name, self._value, self._usual = name, value, usual
        self.setProperty("role", "colour")
        self._inset = Space.S if usual else 0
        self.setIconSize(QSize(tokens.GLYPH + self._inset, tokens.GLYPH))
        if usual:
            menu = QMenu(self)
            menu.addAction(tr("Choose a colour")).triggered.connect(self._choose)
            menu.addAction(tr("As in the message")).triggered.connect(lambda _checked=False: self.take(""))
            self.setMenu(menu)
        else:
            self.clicked.connect(self._choose)
        self._show()

    def take(self, value: str) -> None:
        """Another colour, by a person."""
        if value != self._value:
            self._value = value
            self._show()
            self.edited.emit(value)

    def _show(self) -> None:
        shown = self._value or self._usual
        self.setText(self._value or tr("As in the message"))
        self.setAccessibleDescription(self.text())
        self.setIcon(_swatch(shown, self._inset))

    def _choose(self) -> None:
        dialog = QColorDialog(QColor(self._value or self._usual), self)
        dialog.setWindowTitle(self._name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self.take(colour.name()))
        dialog.open()


class ProfilesEdit(QWidget):
    """The pages of a sender elsewhere: a name and an address each."""

    edited = Signal(object)

    def __init__(self, value: tuple[Profile, ...], undo: QObject) -> None:
        super().__init__()
        self._undo = undo
        self._rows: list[tuple[Line, Line, QWidget]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._end = Button(tr("Add a page"), "link", icon="plus", run=self._more)
        for one in value:
            self._add(one)
        self._column.addWidget(self._end)

    def _add(self, one: Profile) -> None:
        name, link = Line(one.name, self._undo, tr("Name")), Line(one.link, self._undo, "https://")
        name.setAccessibleName(tr("Name of the page"))
        link.setAccessibleName(tr("Address of the page"))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(name, 2)
        row.addWidget(link, 3)
        entry = (name, link, holder)
        row.addWidget(IconButton("close", tr("Remove this page"), run=lambda: self._drop(entry)))
        name.edited.connect(self._tell)
        link.edited.connect(self._tell)
        self._rows.append(entry)
        self._column.insertWidget(self._column.indexOf(self._end), holder)

    def _more(self) -> None:
        self._add(Profile())
        name, link, holder = self._rows[-1]
        for stop in (name, link, *holder.findChildren(IconButton)):
            stand_before(self._end, stop)
        name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, entry: tuple[Line, Line, QWidget]) -> None:
        self._rows.remove(entry)
        entry[2].hide()
        entry[2].deleteLater()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(tuple(Profile(name=name.text(), link=link.text()) for name, link, _holder in self._rows))


def _swatch(colour: str, inset: int) -> QIcon:
    """A patch of a colour; `inset` pixels are empty before it: Qt gives a button with a menu no padding there."""
    pixmap = QPixmap(2 * (tokens.GLYPH + inset), 2 * tokens.GLYPH)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme().colour("line"))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(2 * inset + 1, 1, 2 * tokens.GLYPH - 2, 2 * tokens.GLYPH - 2, 8, 8)
    painter.end()
    return QIcon(pixmap)
