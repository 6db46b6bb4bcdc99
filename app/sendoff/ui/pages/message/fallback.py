"""What stands in where a field is empty is given to the field just before the cursor, wherever one writes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from sendoff.ui.pages.message.chip_line import ChipLine
from sendoff.ui.pages.message.merge import with_fallback
from sendoff.ui.pages.message.rich_edit import RichEdit


def give_fallback(place: QWidget, words: str) -> bool:
    """Let words stand in where the field just before the cursor is empty; say whether there is such a field."""
    if isinstance(place, ChipLine | RichEdit):
        given = place.give_fallback(words)
    elif isinstance(place, QLineEdit):
        given = _in_line(place, words)
    else:
        given = isinstance(place, QPlainTextEdit) and _in_text(place, words)
    if given:
        place.setFocus(Qt.FocusReason.OtherFocusReason)
    return given


def _in_line(place: QLineEdit, words: str) -> bool:
    at = place.cursorPosition()
    old, new = with_fallback(place.text()[:at], words)
    if old:
        place.setSelection(at - len(old), len(old))
        place.insert(new)
        place.textEdited.emit(place.text())  # Qt says so of typing only
    return bool(old)


def _in_text(place: QPlainTextEdit, words: str) -> bool:
    cursor = place.textCursor()
    old, new = with_fallback(cursor.block().text()[: cursor.positionInBlock()], words)
    if old:
        cursor.movePosition(cursor.MoveOperation.Left, cursor.MoveMode.KeepAnchor, len(old))
        cursor.insertText(new)
    return bool(old)
