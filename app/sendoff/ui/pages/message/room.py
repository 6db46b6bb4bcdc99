"""What stands around the writing: the lines above fold away for more room, and a layout is chosen over all of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sendoff.core.language import tr
from sendoff.ui.pages.message.design_words import plain_words
from sendoff.ui.pages.message.editor import BodyEditor
from sendoff.ui.pages.message.heading import Heading
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton
from sendoff.ui.widgets.text import ElidedLabel

_LEAST = 190
"""Pixels of height that writing needs; with less, the footer takes the text's place while it is open."""


class Room(QObject):
    """`line` says who writes and about what while the lines are folded away, `more` folds them.

    `filler` takes the text's room where the text gives way to the footer.
    """

    def __init__(self, heading: Heading, editor: BodyEditor, insert: QWidget, around: Sequence[QWidget]) -> None:
        super().__init__(editor)
        self._heading, self._editor = heading, editor
        self._insert, self._around = insert, around
        self._folded = False
        self._editable = True
        self.more = IconButton("room", tr("More room: fold the lines above away"), run=self.fold)
        self._words = ElidedLabel("", role="secondary")
        unfold = Button(tr("Show these lines"), "quiet", icon="chevron-down", run=self.unfold)
        self.filler = QWidget()
        self.filler.hide()
        self.line = QWidget()
        row = QHBoxLayout(self.line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self._words, 1)
        row.addWidget(unfold)
        self.line.hide()
        editor.turned.connect(self.show)

    def show_campaign(self, *, editable: bool) -> None:
        """Another campaign; a started one chooses no layout."""
        self._editable = editable
        self.show()

    def fold(self) -> None:
        """Leave one line of those above the text."""
        self._folded = True
        self.show()

    def unfold(self) -> None:
        """Bring them back."""
        self._folded = False
        self.show()

    def toggle_footer(self) -> None:
        """Open the footer, or close it."""
        footer = self._heading.footer
        footer.setVisible(footer.isHidden())
        self.show()
        if not footer.isHidden():
            self._heading.unsubscribe.edit.setFocus()

    def close_footer(self) -> None:
        """The text is wanted."""
        if self._editor.isHidden():
            self._heading.footer.hide()
            self.show()

    def footer_words(self) -> str:
        """What the footer's button says."""
        return tr("Back to the text") if self._editor.isHidden() else self._heading.footer_words()

    @Slot()
    def show(self) -> None:
        """Bring what is seen up to what is done."""
        choosing = self._editor.choosing() and self._editable
        sender = self._heading.sender_field.edit.text().strip()
        subject = plain_words(self._heading.subject.edit.text()) or tr("(no subject)")
        self._words.setText(" · ".join(part for part in (sender, subject) if part))
        self._heading.who.setVisible(not self._folded)
        self.line.setVisible(self._folded)
        self._heading.lines.setVisible(not (self._folded or choosing))
        self.more.setVisible(not self._folded)
        self._insert.setVisible(self._editable and not choosing)
        for part in self._around:
            part.setVisible(not choosing)
        if choosing:
            self._heading.footer.hide()
        fits = self._heading.footer.isHidden() or self._left() >= round(_LEAST * theme().scale)
        self._editor.setVisible(fits)
        self.filler.setVisible(not fits)

    def _left(self) -> int:
        """The height that is left for the text beside an open footer."""
        column = self._editor.parentWidget()
        if column is None:
            return _LEAST
        beside = (self._heading.lines, self._insert, self._heading.footer, self._around[-1])
        taken = sum(one.sizeHint().height() + Space.S for one in beside if not one.isHidden())
        return column.height() - taken
