"""The editor of the body: four ways to write one message, side by side in one place, none of which is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from sendoff.core.campaign import Content, Image
from sendoff.core.design_letter import letter_of
from sendoff.core.errors import KnownError
from sendoff.core.language import pairs, phrase, tr
from sendoff.core.letter_blocks import Letter
from sendoff.core.shown import Forms
from sendoff.core.titles import UNTITLED, Titles
from sendoff.ui.pages.message.design_editor import DesignEditor
from sendoff.ui.pages.message.drafts import DESIGN, HTML, PLAIN, WAYS, WRITE, Bodies
from sendoff.ui.pages.message.elsewhere import Elsewhere
from sendoff.ui.pages.message.merge import for_place, gap_in, greeting, visible
from sendoff.ui.pages.message.write_editor import WriteEditor
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, Segments
from sendoff.ui.widgets.code_edit import CodeEdit
from sendoff.ui.widgets.field import freeze
from sendoff.ui.widgets.text import Caption, Text

_INVITATIONS = {
    PLAIN: phrase("Hi {name},\n\nwrite your message here."),
    HTML: phrase("<p>Hi {name},</p>\n<p>write or paste your HTML here.</p>"),
}
_EXPLAINED = {
    WRITE: phrase("As one writes a letter, with bold words, lists, links and pictures"),
    DESIGN: phrase("Blocks put together: pictures, columns, buttons, colours"),
    HTML: phrase("The code of a web page, from a designer or another program"),
    PLAIN: phrase("Words only, without pictures and colours"),
}
_PARTS = {
    "html": phrase("HTML"),
    "markdown": phrase("Markdown"),
    "text": phrase("Plain text"),
    "design": phrase("Design"),
}
_WHERE = {"html": HTML, "markdown": WRITE, "text": PLAIN}
_LINE = re.compile(r"(?:Line|Zeile) (\d+)\b")


class BodyEditor(QWidget):
    """`edited` comes when a person changed a text or chose another way.

    `head` is a row to add buttons to.
    """

    edited = Signal()
    turned = Signal()
    """Another way is in front, or a layout is chosen, or was."""

    def __init__(self, design: DesignEditor) -> None:
        super().__init__()
        self._bodies = Bodies()
        self._untold = False
        """A reader took what was typed before it was told as an edit."""
        self._mute = False
        self._editable = True
        self._ways = Segments(tr("Way to write"), pairs(WAYS))
        self._ways.explain({way: tr(words) for way, words in _EXPLAINED.items()})
        self._ways.setMinimumWidth(self._ways.sizeHint().width())
        self._ways.chosen.connect(self._way_chosen)
        self.write = WriteEditor()
        self.write.edited.connect(self._typed)
        self.design = design
        self.design.edited.connect(self._typed)
        self.design.letter = self._letter
        self.design.layouts.way_wanted.connect(self._way_chosen)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.write)
        self._stack.addWidget(self.design)
        self.codes: dict[str, CodeEdit] = {}
        for way in (HTML, PLAIN):
            edit = CodeEdit(tr("Message, as {parts}", parts=tr(_PARTS[way])))
            edit.textChanged.connect(self._typed)
            edit.setMinimumHeight(60)
            self.codes[way] = edit
            self._stack.addWidget(edit)
        self.beside = CodeEdit(tr("Plain part beside the page"))
        self.beside.setMaximumHeight(110)
        self.beside.textChanged.connect(self._beside_typed)
        self.problem = Text("", "problem", wrap=True, selectable=True)
        self.problem.hide()
        self.elsewhere = Elsewhere()
        self.elsewhere.way_wanted.connect(self._way_chosen)
        self.head = QHBoxLayout()
        self.head.setSpacing(Space.XS)
        self.head.addWidget(self._ways)
        self.head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self.head)
        column.addWidget(self.elsewhere)
        column.addWidget(self._stack, 1)
        column.addWidget(self.problem)
        column.addLayout(self._plain_part())
        column.addWidget(self.beside)
        self._stack.currentChanged.connect(self.turned)
        self.design.turned.connect(self.turned)
        self._front()

    def choosing(self) -> bool:
        """Whether a layout is being chosen."""
        return self._bodies.active == DESIGN and self.design.choosing()

    def active(self) -> QWidget:
        """The editor in front."""
        way = self._bodies.active
        if way == WRITE:
            return self.write.rich if self.write.is_rich() else self.write.code
        return self.design if way == DESIGN else self.codes[way]

    def bodies(self) -> Bodies:
        """What is written in all ways."""
        self._untold |= self._take()
        return self._bodies

    def show_bodies(self, bodies: Bodies, *, editable: bool) -> None:
        """Show other texts, without a signal."""
        self._mute = True
        self._bodies, self._untold = bodies, False
        for way, edit in (*self.codes.items(), ("", self.beside)):
            text = bodies.texts[way] if way else bodies.alternative
            if edit.toPlainText() != text:
                edit.setPlainText(text)
        self.write.show_source(bodies.texts[WRITE])
        self.design.show_design(bodies.texts[DESIGN], editable=editable)
        self._mute = False
        self.set_editable(editable=editable)
        self._front()

    def set_editable(self, *, editable: bool) -> None:
        """Let a person write, or only read."""
        self._editable = editable
        self._ways.setEnabled(editable)
        self._drop.setVisible(editable)
        self.write.set_editable(editable=editable)
        for edit in (*self.codes.values(), self.beside):
            freeze(edit, frozen=not editable)

    def show_fields(self, names: Sequence[str], titles: Titles = UNTITLED) -> None:
        """Mark the names the list does not have; nothing is marked before there is a list."""
        for edit in (*self.codes.values(), self.beside):
            edit.set_known_fields(visible(names) or None)
        name = greeting(names, tr("there")) or tr("there")
        for way, words in _INVITATIONS.items():
            self.codes[way].setPlaceholderText(tr(words, name=name))
        self.write.show_fields(names, titles)
        self.design.show_fields(visible(names), titles)

    def show_forms(self, forms: Mapping[str, Forms]) -> None:
        """How the values of the fields can be shown."""
        self.write.forms = forms
        self.design.properties.show_forms(forms)

    def show_pictures(self, pictures: Mapping[str, bytes]) -> None:
        """The message's own pictures by `cid`."""
        self.write.show_pictures(pictures)
        self.design.show_pictures(pictures)

    def add_pictures(self, images: Sequence[Image]) -> None:
        """Put frozen pictures where the cursor is."""
        way = self._bodies.active
        if way == WRITE:
            self.write.add_pictures(images)
        elif way == DESIGN:
            for image in images:
                self.design.add_image(image)
        elif way == HTML:
            tags = "\n".join(f'<img src="cid:{one.cid}" alt="{one.alt}" style="max-width:100%">' for one in images)
            self.codes[HTML].textCursor().insertText(tags)

    def insert_field(self, expression: str) -> None:
        """Put a field where the cursor is."""
        match self._bodies.active:
            case "write":
                self.write.insert_field(expression)
            case "design":
                self.design.insert_field(expression)
            case way:
                cursor = self.codes[way].textCursor()
                before = cursor.block().text()[: cursor.positionInBlock()]
                self.codes[way].insert_field(for_place(expression, before))

    def writing(self) -> QWidget:
        """What one writes in: the editor in front, or the part of it that was written in last."""
        return (self.design.writing() or self.design) if self._bodies.active == DESIGN else self.active()

    def point_at(self, name: str) -> None:
        """Show the first field of this name that nothing stands in for: its box is opened, or its text selected."""
        edit = self.active()
        if edit is self.write.rich:
            self.write.point_at(name)
        elif edit is self.design:
            self.design.point_at(name)
        elif isinstance(edit, QPlainTextEdit) and (tag := gap_in(edit.toPlainText(), name)):
            edit.setTextCursor(edit.document().find(tag))
            edit.setFocus()

    def write_beside(self, text: str) -> None:
        """Begin a plain part of one's own with this text."""
        self.beside.setPlainText(text)
        self._front()
        self.beside.setFocus()

    def inputs(self) -> tuple[QWidget, ...]:
        """What a person types in, for knowing where the cursor was last."""
        return (*self.write.inputs(), *self.codes.values(), self.design)

    def show_problem(self, error: KnownError | None, said: KnownError | None = None) -> None:
        """Say what is wrong with the text, where it has chips as `said`, and underline the line."""
        self.design.show_problem(error)
        if error is None:
            self.problem.hide()
            self._mark(None, 0)
            return
        block = error.where.capitalize() if error.where.startswith("block ") else ""
        # A line of the page that a design becomes says nothing to who wrote the design.
        shown = said if said is not None and self.active() is not self.write.code else error
        title = _LINE.sub(tr("It"), shown.title, count=1) if error.where == "design" else shown.title
        self.problem.setText(f"{tr(_PARTS.get(error.where, block))}: {title} {shown.remedy}".strip(": "))
        self.problem.show()
        found = _LINE.match(error.title)
        wrong = self._edit_of(error.where)
        self._mark(wrong, int(found[1]) if found else 0)

    def _edit_of(self, where: str) -> QPlainTextEdit | None:
        way = _WHERE.get(where, "")
        if way == PLAIN and self._bodies.active != PLAIN:
            return self.beside
        return self.write.code if way == WRITE else self.codes.get(way)

    def _plain_part(self) -> QHBoxLayout:
        self._part = Caption(tr("The plain part beside the page is your own:"))
        self._drop = Button(tr("Make it from the page"), "link", run=self._drop_alternative)
        row = QHBoxLayout()
        row.addWidget(self._part, 1)
        row.addWidget(self._drop)
        return row

    def _front(self) -> None:
        way = self._bodies.active
        self._ways.choose(way)
        side = {WRITE: self.write, DESIGN: self.design}.get(way) or self.codes[way]
        self._stack.setCurrentWidget(side)
        own = bool(self._bodies.alternative) and way != PLAIN
        for widget in (self._part, self.beside):
            widget.setVisible(own)
        self._drop.setVisible(own and self._editable)
        texts = self._bodies.texts
        letter = self._letter()
        self.design.layouts.show_letter(letter)
        # A letter comes before a page, which no layout takes in.
        others = [(key, name) for key, name in pairs(WAYS) if key != DESIGN and texts[key].strip()]
        others.sort(key=lambda way: way[0] == HTML)
        kept = [(key, name) for key, name in pairs(WAYS) if key != way and texts[key].strip()]
        empty = self._editable and way != DESIGN and not texts[way].strip()
        self.elsewhere.say(*(kept[0] if kept and empty else ("", "")))
        self.design.layouts.say_kept(*(others[0] if others and not texts[DESIGN].strip() else ("", "")))

    def _mark(self, wrong: QPlainTextEdit | None, line: int) -> None:
        for edit in (*self.codes.values(), self.write.code, self.beside):
            edit.setExtraSelections([])
        block = wrong.document().findBlockByNumber(line - 1) if wrong is not None else None
        if wrong is None or block is None or line < 1 or not block.isValid():
            return
        ground, under = QTextEdit.ExtraSelection(), QTextEdit.ExtraSelection()
        ground.cursor = under.cursor = QTextCursor(block)
        ground.format.setBackground(QColor(theme().palette.tint("bad", 0.12)))
        ground.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003 - Qt's signature
        under.cursor.select(QTextCursor.SelectionType.LineUnderCursor)
        under.format.setUnderlineStyle(under.format.UnderlineStyle.WaveUnderline)
        under.format.setUnderlineColor(theme().colour("bad"))
        wrong.setExtraSelections([ground, under])

    def _letter(self) -> Letter | None:
        """What a layout takes in: a page of HTML has a look of its own."""
        texts = self._bodies.texts
        return letter_of(Content(mode=WRITE, markdown=texts[WRITE], kept_text=texts[PLAIN]))

    def _drop_alternative(self) -> None:
        self.beside.clear()
        self._front()

    @Slot(str)
    def _way_chosen(self, way: str) -> None:
        self._take()
        self._bodies.active = way
        self._front()
        self.active().setFocus()
        self.edited.emit()

    def _take(self) -> bool:
        """Take what is typed in front; say whether it differs."""
        way = self._bodies.active
        if self._mute or not self._editable:
            return False
        if way == WRITE:
            text = self.write.source()
        elif way == DESIGN:
            text = self.design.design()
        else:
            text = self.codes[way].toPlainText()
        changed = text != self._bodies.texts[way]
        self._bodies.texts[way] = text
        return changed

    @Slot()
    def _typed(self) -> None:
        # Qt says that the text changed when only its colours did.
        if not self._mute and (self._take() or self._untold):
            self._untold = False
            self.elsewhere.hide()
            self.edited.emit()

    @Slot()
    def _beside_typed(self) -> None:
        text = self.beside.toPlainText()
        if not self._mute and text != self._bodies.alternative:
            self._bodies.alternative = text
            self.edited.emit()
