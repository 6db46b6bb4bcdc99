"""The small parts the fields of an account are made of."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.field import Field


def row_of(*fields: Field) -> QHBoxLayout:
    """Fields beside each other."""
    row = QHBoxLayout()
    row.setSpacing(Space.M)
    for field in fields:
        row.addWidget(field, 1)
    return row


def text_box() -> QPlainTextEdit:
    """A box for some lines, which Tab leaves."""
    box = QPlainTextEdit()
    box.setTabChangesFocus(True)
    box.document().setDocumentMargin(Space.S)
    theme().size(box, QWidget.setFixedHeight, 84)
    return box


def lines_of(box: QPlainTextEdit) -> tuple[str, ...]:
    """The lines that are not empty."""
    return tuple(line.strip() for line in box.toPlainText().splitlines() if line.strip())


def line_of(field: Field) -> QLineEdit:
    """The line of a field that has one."""
    control = field.control
    if not isinstance(control, QLineEdit):
        raise TypeError("this field is not a line")
    return control


def text_of(field: Field) -> str:
    """What stands in the line of a field."""
    return line_of(field).text().strip()
