"""A line of text with its merge fields as chips, such as the subject; what it holds is the template's text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from sendoff.core.language import tr
from sendoff.core.shown import Forms
from sendoff.core.titles import UNTITLED, Titles
from sendoff.ui.pages.message.merge import PRESS, gap_in, visible, with_fallback
from sendoff.ui.pages.message.panels import tag_panel
from sendoff.ui.pages.message.rich_chips import OBJECT, ChipPainter, chip_format, tag_of

_TAGS = re.compile(r"(\{\{[^{}]*\}\}|\{%[^{}]*%\})")
_BREAKS = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_BREAK = "\n"
_MARGIN = 5
_ROOM = 17
"""Pixels of the line: a chip is that high in large letters, so that the words stay where they are beside one."""


class ChipLine(QTextEdit):
    """Used like a QLineEdit: `text()` is the template, `textEdited` comes when a person changed it."""

    many = False
    """Whether Enter begins another line."""
    asks = True
    """Whether a press on a chip opens its panel."""
    textEdited = Signal()  # noqa: N815 -- as a QLineEdit calls it
    returnPressed = Signal()  # noqa: N815 -- likewise

    def __init__(self) -> None:
        super().__init__()
        self._names: Sequence[str] = ()
        self._titles = Titles()
        self.forms: Mapping[str, Forms] = {}
        """How the values of the fields can be shown."""
        self._mute = False
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not self.many:
            self.setProperty("role", "line")
            self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
            self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_MARGIN)
        self._chips = ChipPainter(self.document())
        self.textChanged.connect(self._changed)

    # -- what it holds

    def text(self) -> str:
        """What is written, with its tags."""
        return _source(self.document())

    def setText(self, text: str) -> None:
        """Show something else, without `textEdited`; what was there cannot be undone to."""
        self._mute = True
        self.clear()
        cursor = self.textCursor()
        self._put(cursor, text)
        self.document().clearUndoRedoStacks()
        self._mute = False

    def insert(self, text: str) -> None:
        """Put text where the cursor is, its tags as chips."""
        self._put(self.textCursor(), text)

    def selected_text(self) -> str:
        """What is selected, with its tags."""
        part = QTextDocument()
        QTextCursor(part).insertFragment(self.textCursor().selection())
        return _source(part)

    def show_fields(self, names: Sequence[str], titles: Titles = UNTITLED) -> None:
        """The fields of the list and what they are called; nothing is marked as unknown before there is one."""
        self._names, self._titles = visible(names), titles
        self._chips.show_titles(titles)
        self._chips.known = frozenset(self._names) or None
        self.viewport().update()

    # -- what a person does to it

    def give_fallback(self, words: str) -> bool:
        """Let words stand in where the field just before the cursor is empty; say whether there is such a field."""
        place = self.textCursor().position() - 1
        _old, new = with_fallback(self._tag_at(place) if place >= 0 else "", words)
        if new:
            self._replace(place, new)
        return bool(new)

    def point_at(self, name: str) -> bool:
        """Open the box of the first field of this name that nothing stands in for; say whether there is one."""
        for place, tag in _tags(self.document()):
            if gap_in(tag, name):
                cursor = self.textCursor()
                cursor.setPosition(place)
                cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
                self.setTextCursor(cursor)
                self.setFocus()
                self._ask(place, self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
                return True
        return False

    # -- Qt's side

    def minimumSizeHint(self) -> QSize:
        """As high as a line."""
        return QSize(60, 0)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return self.minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes a second line only where there may be `many`; a tag that is typed out becomes its chip."""
        if not self.many and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            self.returnPressed.emit()
            return
        if event.text() and not self.textCursor().hasSelection():
            self.setCurrentCharFormat(QTextCharFormat())  # what is typed behind a chip is no chip
        super().keyPressEvent(event)
        if event.text() == "}" and not self.isReadOnly():
            self._make_chip()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a chip opens its panel."""
        super().mouseReleaseEvent(event)
        place = self._place_at(event.position())
        if self.asks and place >= 0 and not self.isReadOnly() and not self.textCursor().hasSelection():
            self._ask(place, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Over a chip the mouse is a hand, and says what a press is good for."""
        super().mouseMoveEvent(event)
        over = self.asks and not self.isReadOnly() and self._place_at(event.position()) >= 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)
        self.viewport().setToolTip(tr(PRESS) if over else "")

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the template's text."""
        found = QMimeData()
        found.setText(self.selected_text())
        return found

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take text, on one line where there is one, its tags as chips."""
        self.insert(source.text() if self.many else source.text().strip("\r\n"))

    # -- inside

    @Slot()
    def _changed(self) -> None:
        if not self._mute:
            self.textEdited.emit()

    def _put(self, cursor: QTextCursor, text: str) -> None:
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        line = QTextBlockFormat()
        line.setLineHeight(_ROOM, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.mergeBlockFormat(line)
        for part in _TAGS.split(_BREAKS.sub(_BREAK if self.many else " ", text.replace(OBJECT, ""))):
            if _TAGS.fullmatch(part):
                cursor.insertText(OBJECT, chip_format(part))
            else:
                cursor.insertText(part, QTextCharFormat())
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _replace(self, place: int, tag: str) -> None:
        cursor = self.textCursor()
        cursor.setPosition(place)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        self._put(cursor, tag)

    def _make_chip(self) -> None:
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        tags = [*_TAGS.finditer(before)]
        if not tags or tags[-1].end() != len(before) or OBJECT in tags[-1][0]:
            return
        cursor.movePosition(
            QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor, len(tags[-1][0])
        )
        self._put(cursor, tags[-1][0])

    def _tag_at(self, place: int) -> str:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place + 1)
        return tag_of(cursor.charFormat())

    def _place_at(self, point: QPointF) -> int:
        spot = point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        place = self.document().documentLayout().hitTest(spot, Qt.HitTestAccuracy.ExactHit)
        return place if place >= 0 and self._tag_at(place) else -1

    def _ask(self, place: int, point: QPoint) -> None:
        tag = self._tag_at(place)
        panel = tag_panel(self, tag, self._names, self._titles, self.forms)
        panel.on_apply = lambda: self._replace(place, panel.tag())
        panel.on_remove = lambda: self._replace(place, "")
        panel.open_at(point)


def _fragments(document: QTextDocument) -> Iterator[tuple[int, str, str]]:
    """Where a piece begins, the tag its characters carry, and its words."""
    block = document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            fragment = at.fragment()
            at += 1
            yield fragment.position(), tag_of(fragment.charFormat()), fragment.text()
        block = block.next()


def _source(document: QTextDocument) -> str:
    lines: dict[int, str] = dict.fromkeys(range(document.blockCount()), "")
    for start, tag, words in _fragments(document):
        # Chips of one tag side by side are one piece.
        lines[document.findBlock(start).blockNumber()] += tag * len(words) if tag else words.replace(OBJECT, "")
    return _BREAKS.sub(_BREAK, _BREAK.join(lines.values()))


def _tags(document: QTextDocument) -> Iterator[tuple[int, str]]:
    for start, tag, words in _fragments(document):
        if tag:
            yield from ((start + number, tag) for number in range(len(words)))


class ChipLines(ChipLine):
    """The same for several lines, such as the postal address."""

    many = True
