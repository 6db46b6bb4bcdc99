"""A plain editor for templates: fields tinted, unknown fields underlined, tags and comments set back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from PySide6.QtCore import QEvent, QStringListModel, Qt, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit

from sendoff.core.language import tr
from sendoff.ui.theme import monospace, theme
from sendoff.ui.tokens import Space

_FIELD = re.compile(r"\{\{-?\s*([^\W\d]\w*)?[^}]*\}?\}?")
_BLOCK = re.compile(r"\{%.*?%\}|\{#.*?#\}")
_TAG = re.compile(r"</?[A-Za-z][\w:-]*|/?>|<!--.*?-->|&[#\w]+;")
_ALWAYS_KNOWN = frozenset({"loop", "true", "false", "none", "not"})
_BMP = 0xFFFF
_BEGUN = re.compile(r"\{\{-?\s*([^\W\d]?\w*)$")
_TAKING = (Qt.Key.Key_Enter, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def field_marks(text: str, known: Collection[str] | None) -> Iterator[tuple[int, int, bool]]:
    """Find the fields of one line: start, length, and whether the name is known (always, where `known` is None)."""
    for match in _FIELD.finditer(text):
        name = match.group(1)
        fine = known is None or name is None or name in known or name in _ALWAYS_KNOWN
        yield match.start(), match.end() - match.start(), fine


class TemplateHighlighter(QSyntaxHighlighter):
    """Colours Jinja and HTML with the theme's tokens."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.known: frozenset[str] | None = None

    def highlightBlock(self, text: str) -> None:
        """Mark one line."""
        units = _unit_offsets(text)
        for match in _TAG.finditer(text):
            self._mark(units, match.start(), match.end(), _plain("accent" if match.group()[0] != "&" else "ink_2"))
        for match in _BLOCK.finditer(text):
            self._mark(units, match.start(), match.end(), _plain("doubt"))
        for start, length, fine in field_marks(text, self.known):
            self._mark(units, start, start + length, _field(fine=fine))

    def _mark(self, units: list[int] | None, start: int, end: int, look: QTextCharFormat) -> None:
        if units is not None:
            start, end = units[start], units[end]
        self.setFormat(start, end - start, look)


class CodeEdit(QPlainTextEdit):
    """A monospace editor for a template's text; Tab leaves the field, as in every other one."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setProperty("role", "code")
        self.setFont(monospace())
        self.document().setDocumentMargin(Space.S)
        self._highlighter = TemplateHighlighter(self.document())
        self.completer = QCompleter([], self)
        self.completer.setWidget(self)
        self.offers = QListView()
        self.offers.setAccessibleName(tr("Fields of the list"))
        self.completer.setPopup(self.offers)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.activated.connect(self._complete)

    def set_known_fields(self, names: Collection[str] | None) -> None:
        """The names a template may use; None marks nothing as unknown."""
        self._highlighter.known = None if names is None else frozenset(names)
        self._highlighter.rehighlight()
        self.completer.setModel(QStringListModel(sorted(names or ()), self.completer))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the fields after `{{`; Enter and Tab take the one in front, Escape leaves the text alone."""
        popup = self.offers
        if popup.isVisible() and event.key() in _TAKING:
            event.ignore()  # the list takes it
            return
        super().keyPressEvent(event)
        begun = self._begun() if event.text() and not self.isReadOnly() else None
        if begun is None:
            popup.hide()
            return
        self.completer.setCompletionPrefix(begun)
        if not self.completer.completionCount() or self.completer.currentCompletion() == begun:
            popup.hide()
            return
        popup.setCurrentIndex(self.completer.completionModel().index(0, 0))
        area = self.cursorRect()
        area.setWidth(popup.sizeHintForColumn(0) + popup.verticalScrollBar().sizeHint().width() + Space.L)
        self.completer.complete(area)

    def _begun(self) -> str | None:
        """The name that is being typed after `{{`; None where none is."""
        cursor = self.textCursor()
        found = _BEGUN.search(cursor.block().text()[: cursor.positionInBlock()])
        return found[1] if found else None

    @Slot(str)
    def _complete(self, name: str) -> None:
        cursor = self.textCursor()
        begun = self._begun()
        if begun is None:
            return
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(begun))
        after = cursor.block().text()[self.textCursor().positionInBlock() :]
        closed = after.lstrip().startswith("}}")
        spaced = self._before(cursor.selectionStart()) == "{"
        cursor.insertText((" " if spaced else "") + name + ("" if closed else " }}"))
        self.setTextCursor(cursor)

    def _before(self, place: int) -> str:
        return self.document().characterAt(place - 1) if place else ""

    def insert_field(self, name: str) -> None:
        """Put a field where the cursor is, or in place of the selection."""
        self.textCursor().insertText("{{ " + name + " }}")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_highlighter"):
            self._highlighter.rehighlight()


def _plain(token: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(theme().colour(token))
    return look


def _field(*, fine: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    token = "accent" if fine else "bad"
    look.setForeground(theme().colour(token))
    look.setBackground(QColor(theme().palette.tint(token, 0.12)))
    look.setFontWeight(QFont.Weight.Medium)
    if not fine:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        look.setUnderlineColor(theme().colour("bad"))
        look.setToolTip(tr("The list has no column of this name."))
    return look


def _unit_offsets(text: str) -> list[int] | None:
    """Where each character begins in UTF-16, which Qt counts in; None where both counts agree."""
    if not text or ord(max(text)) <= _BMP:
        return None
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + (2 if ord(character) > _BMP else 1))
    return offsets
