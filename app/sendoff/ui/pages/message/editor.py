"""The editor of the body: plain, HTML and Markdown side by side in one place, none of which is lost."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from sendoff.core.errors import KnownError
from sendoff.ui.pages.message.drafts import BODIES, HTML, MARKDOWN, PLAIN, Bodies
from sendoff.ui.pages.message.insert import visible
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, Segments
from sendoff.ui.widgets.code_edit import CodeEdit
from sendoff.ui.widgets.text import Caption, Text

_INVITATIONS = {
    PLAIN: "Hi {{ first_name | default('there') }},\n\nwrite your message here.",
    HTML: "<p>Hi {{ first_name | default('there') }},</p>\n<p>write or paste your HTML here.</p>",
    MARKDOWN: "Hi {{ first_name | default('there') }},\n\nwrite **Markdown** here.",
}
_PARTS = {"html": "HTML", "markdown": "Markdown", "text": "Plain text", "subject": "Subject"}
_LINE = re.compile(r"Line (\d+)\b")


class BodyEditor(QWidget):
    """`edited` comes when a person changed a text or chose another kind."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bodies = Bodies()
        self._mute = False
        self._kinds = Segments("Body", BODIES)
        self._kinds.chosen.connect(self._kind_chosen)
        self._stack = QStackedWidget()
        self.edits: dict[str, CodeEdit] = {}
        for key, word in BODIES:
            edit = CodeEdit(f"Body, {word}", _INVITATIONS[key])
            edit.textChanged.connect(self._typed)
            edit.setMinimumHeight(120)
            self.edits[key] = edit
            self._stack.addWidget(edit)
        self._state = Text("", "caption")
        self.problem = Text("", "problem", wrap=True, selectable=True)
        self.problem.hide()
        head = QHBoxLayout()
        head.addWidget(self._kinds)
        head.addStretch(1)
        head.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.problem)
        column.addLayout(self._plain_part())

    def active(self) -> CodeEdit:
        """The editor in front."""
        return self.edits[self._bodies.active]

    def bodies(self) -> Bodies:
        """What is written in all three."""
        return self._bodies

    def show_bodies(self, bodies: Bodies, *, editable: bool) -> None:
        """Show other texts, without a signal."""
        self._mute = True
        self._bodies = bodies
        for key, edit in self.edits.items():
            if edit.toPlainText() != bodies.texts[key]:
                edit.setPlainText(bodies.texts[key])
        self._mute = False
        self.set_editable(editable=editable)
        self._front()

    def set_editable(self, *, editable: bool) -> None:
        """Let a person write, or only read."""
        self._kinds.setEnabled(editable)
        self._drop.setVisible(editable)
        for edit in self.edits.values():
            edit.setReadOnly(not editable)

    def show_fields(self, names: tuple[str, ...]) -> None:
        """Mark the names the list does not have; nothing is marked before there is a list."""
        for edit in self.edits.values():
            edit.set_known_fields(visible(names) or None)

    def show_state(self, words: str) -> None:
        """Say whether what is written is saved."""
        self._state.setText(words)

    def show_problem(self, error: KnownError | None) -> None:
        """Say what is wrong with the text and mark the line."""
        if error is None:
            self.problem.hide()
            self._mark(0)
            return
        part = _PARTS.get(error.where, "")
        self.problem.setText(f"{part}: {error.title} {error.remedy}".strip(": "))
        self.problem.show()
        found = _LINE.match(error.title)
        self._mark(int(found[1]) if found and error.where == self._bodies.active else 0)

    def _plain_part(self) -> QHBoxLayout:
        self._part = Caption("")
        self._drop = Button("Make it from the HTML", "link", run=self._drop_alternative)
        row = QHBoxLayout()
        row.addWidget(self._part, 1)
        row.addWidget(self._drop)
        return row

    def _front(self) -> None:
        self._kinds.choose(self._bodies.active)
        self._stack.setCurrentWidget(self.active())
        own = bool(self._bodies.alternative) and self._bodies.active != PLAIN
        self._part.setText("The plain part beside it is your own." if own else "")
        self._part.setVisible(own)
        self._drop.setVisible(own and self._kinds.isEnabled())

    def _mark(self, line: int) -> None:
        for edit in self.edits.values():
            edit.setExtraSelections([])
        block = self.active().document().findBlockByNumber(line - 1)
        if line < 1 or not block.isValid():
            return
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(block)
        mark.format.setBackground(QColor(theme().palette.tint("bad", 0.12)))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003 - Qt's signature
        self.active().setExtraSelections([mark])

    def _drop_alternative(self) -> None:
        self._bodies.alternative = ""
        self._front()
        self.edited.emit()

    @Slot(str)
    def _kind_chosen(self, kind: str) -> None:
        self._bodies.active = kind
        self._front()
        self.active().setFocus()
        self.edited.emit()

    @Slot()
    def _typed(self) -> None:
        # Qt says that the text changed when only its colours did.
        text = self.active().toPlainText()
        if not self._mute and text != self._bodies.texts[self._bodies.active]:
            self._bodies.texts[self._bodies.active] = text
            self.edited.emit()
