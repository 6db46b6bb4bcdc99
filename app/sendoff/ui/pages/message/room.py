"""What stands around the writing: the lines above fold away for more room, and a layout is chosen over all of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sendoff.core.language import tr
from sendoff.ui.pages.message.design_words import plain_words
from sendoff.ui.pages.message.editor import BodyEditor
from sendoff.ui.pages.message.heading import Heading
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton
from sendoff.ui.widgets.text import ElidedLabel, Text

_LEAST = 190
"""Pixels of height that writing needs; with less, the footer takes the text's place while it is open."""
_BLOCKS = 270
"""Those that blocks need; with less, the lines above fold away by themselves where they say all they have to."""


class Room(QObject):
    """`line` says who writes and about what while the lines are folded away, `more` folds them.

    `footer` opens what stands below the text; `filler` takes the text's room where the text gives way to the footer.
    """

    def __init__(
        self, page: QWidget, heading: Heading, editor: BodyEditor, insert: QWidget, around: Sequence[QWidget]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._heading, self._editor = heading, editor
        self._insert, self._around = insert, around
        self._folded = False
        self._wanted = False
        """The lines were asked for: they do not fold away by themselves."""
        self._editable = True
        self.more = IconButton("room", tr("More room: fold the lines above away"), run=self.fold)
        self.footer = Button(tr("Footer"), run=self.toggle_footer)
        self._words = ElidedLabel("", role="secondary")
        unfold = Button(tr("Show these lines"), "quiet", icon="chevron-down", run=self.unfold)
        self.filler = Text(tr("Your text is kept. “Back to the text”, below, shows it."), "secondary", wrap=True)
        self.filler.setAlignment(Qt.AlignmentFlag.AlignTop)
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
        self._wanted = False
        self.show()

    def fold(self) -> None:
        """Leave one line of those above the text."""
        self._folded, self._wanted = True, False
        self.show()

    def unfold(self) -> None:
        """Bring them back, for as long as this campaign is shown."""
        self._folded, self._wanted = False, True
        self.show()

    def toggle_footer(self) -> None:
        """Open the footer, or close it."""
        if self._heading.footer.isHidden():
            self.open_footer()
        else:
            self._heading.footer.hide()
            self.show()

    def open_footer(self, line: str = "unsubscribe") -> None:
        """Open the footer to write its `unsubscribe` or its `postal` line."""
        self._heading.footer.show()
        self.show()
        (self._heading.postal if line == "postal" else self._heading.unsubscribe.edit).setFocus()

    def close_footer(self) -> None:
        """The text is wanted."""
        if self._editor.isHidden():
            self._heading.footer.hide()
            self.show()

    def name_footer(self) -> None:
        """Let the footer's button say what is in it, or that it leads back."""
        words = tr("Back to the text") if self._editor.isHidden() else self._heading.footer_words()
        self.footer.setText(words)
        self.footer.setAccessibleName(words)

    @Slot()
    def show(self) -> None:
        """Bring what is seen up to what is done."""
        choosing = self._editor.choosing() and self._editable
        sender = self._heading.sender_field.edit.text().strip()
        subject = plain_words(self._heading.subject.edit.text()) or tr("(no subject)")
        self._words.setText(" · ".join(part for part in (sender, subject) if part))
        said = bool(sender and self._heading.subject.edit.text().strip())
        folded = self._folded or (said and not choosing and not self._wanted and self._blocks_are_cramped())
        self._heading.who.setVisible(not folded)
        self.line.setVisible(folded)
        self._heading.lines.setVisible(not (folded or choosing))
        self.more.setVisible(not folded)
        self._insert.setVisible(self._editable and not choosing)
        for part in self._around:
            part.setVisible(not choosing)
        if choosing:
            self._heading.footer.hide()
        fits = self._heading.footer.isHidden() or self._left() >= round(_LEAST * theme().scale)
        self._editor.setVisible(fits)
        self.filler.setVisible(not fits)
        self.name_footer()

    def _blocks_are_cramped(self) -> bool:
        """Whether blocks are edited in less height than they need with all the lines in sight."""
        around = (self._heading.who, self._heading.lines, self._insert, self._around[-1])
        taken = sum(one.sizeHint().height() + Space.S for one in around)
        edited = self._page.isVisible() and self._editor.active() is self._editor.design
        return edited and self._page.height() - taken < round(_BLOCKS * theme().scale)

    def _left(self) -> int:
        """The height that is left for the text beside an open footer."""
        column = self._editor.parentWidget()
        if column is None:
            return _LEAST
        beside = (self._heading.lines, self._insert, self._heading.footer, self._around[-1])
        taken = sum(one.sizeHint().height() + Space.S for one in beside if not one.isHidden())
        return column.height() - taken
