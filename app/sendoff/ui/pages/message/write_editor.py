"""The Write way: rich text with a tool bar; underneath it is Markdown, which can be shown and edited as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from sendoff.core.campaign import Image
from sendoff.core.language import pairs, phrase, tr
from sendoff.core.rich_markdown import same_page, write_rich
from sendoff.core.rich_text import BULLET, NUMBER, PARAGRAPH, QUOTE, Run, normal, read_rich
from sendoff.core.shown import Forms
from sendoff.core.titles import UNTITLED, Titles
from sendoff.ui.file_dialogs import open_names
from sendoff.ui.pages.message.link_panel import LinkPanel
from sendoff.ui.pages.message.merge import gap_in, greeting, visible
from sendoff.ui.pages.message.panels import ConditionPanel, Panel, PicturePanel, tag_panel
from sendoff.ui.pages.message.rich_chips import OBJECT
from sendoff.ui.pages.message.rich_edit import RichEdit
from sendoff.ui.theme import theme
from sendoff.ui.tokens import Space
from sendoff.ui.widgets.button import Button, IconButton
from sendoff.ui.widgets.code_edit import CodeEdit
from sendoff.ui.widgets.field import Choice, freeze
from sendoff.ui.widgets.text import Caption

_REST_MS = 120
_TOOL = 28
"""Pixels of a tool's side."""
_KINDS = (
    (PARAGRAPH, phrase("Text")),
    ("h1", phrase("Heading 1")),
    ("h2", phrase("Heading 2")),
    ("h3", phrase("Heading 3")),
    (QUOTE, phrase("Quote")),
)
_KEPT = phrase(
    "This Markdown has parts that rich text does not show (a table, HTML or code), so it stays Markdown here."
)
_INVITATION = phrase("Write your message here. Press a field above to insert it.")
_MARKDOWN_INVITATION = phrase("Hi {name},\n\nwrite **Markdown** here.")


class WriteEditor(QWidget):
    """`edited` comes once typing rests; `source()` always is what is written now."""

    edited = Signal()
    pictures_wanted = Signal(object)
    """Paths and QImages to embed; the answer comes by `add_pictures`."""

    def __init__(self) -> None:
        super().__init__()
        self._source = ""
        self._mute = False
        self._colours = theme().palette
        self._names: Sequence[str] = ()
        self._titles = Titles()
        self.forms: Mapping[str, Forms] = {}
        """How the values of the fields can be shown."""
        self._open: Panel | None = None
        self.rich = RichEdit(tr("Message"), tr(_INVITATION))
        self.code = CodeEdit(tr("Message, as Markdown"))
        self._note = Caption(tr(_KEPT))
        self._note.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rich)
        self._stack.addWidget(self.code)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._tools())
        column.addWidget(self._note)
        column.addWidget(self._stack, 1)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._rested)
        self.rich.textChanged.connect(self._rich_changed)
        self.code.textChanged.connect(self._code_changed)
        self.rich.currentCharFormatChanged.connect(self._show_style)
        self.rich.cursorPositionChanged.connect(self._show_style)
        self.rich.pressed.connect(self._pressed)
        self.rich.pictures_wanted.connect(self.pictures_wanted)

    # -- what it holds

    def show_source(self, source: str) -> None:
        """Show another message, without a signal; as rich text where that loses nothing."""
        self._take_typed()
        if source == self._source and (source or self.rich.document().isEmpty()):
            return
        self._source = source
        self._fill(rich=True)
        self.rich.moveCursor(QTextCursor.MoveOperation.Start)

    def source(self) -> str:
        """The Markdown as it is now; what was typed meanwhile is still told once typing rests."""
        self._take_typed()
        return self._source

    def flush(self) -> None:
        """Tell now what typing would tell once it rests."""
        if self._rest.isActive():
            self._rest.stop()
            self._rested()

    def is_rich(self) -> bool:
        """Whether rich text is in front, not its source."""
        return self._stack.currentWidget() is self.rich

    def set_editable(self, *, editable: bool) -> None:
        """Let a person write, or only read."""
        self._bar.setVisible(editable)
        for edit in (self.rich, self.code):
            freeze(edit, frozen=not editable)

    def show_fields(self, names: Sequence[str], titles: Titles = UNTITLED) -> None:
        """The fields of the list and what they are called; nothing is marked before there is one."""
        self._names, self._titles = visible(names), titles
        self.rich.set_known_fields(self._names or None, titles)
        self.code.set_known_fields(self._names or None)
        name = greeting(names, tr("there")) or tr("there")
        self.code.setPlaceholderText(tr(_MARKDOWN_INVITATION, name=name))

    def show_pictures(self, pictures: Mapping[str, bytes]) -> None:
        """The message's own pictures by `cid`."""
        if pictures != self.rich.pictures:
            self._mute = True
            written_at = self.rich.viewport().rect().intersects(self.rich.cursorRect())
            self.rich.show_pictures(pictures)
            if written_at:  # a picture that takes its room does not push it out of sight
                self.rich.ensureCursorVisible()
            self._mute = False

    def add_pictures(self, images: Sequence[Image]) -> None:
        """Put pictures where the cursor is and ask what the last one shows."""
        for image in images:
            if self.is_rich():
                self.rich.insert_picture(image.cid, image.alt)
            else:
                self.code.textCursor().insertText(f"![{image.alt}](cid:{image.cid})")
        if images and self.is_rich():
            place = self.rich.textCursor().position() - 1
            self._pressed(place, self.rich.mapToGlobal(self.rich.cursorRect().bottomLeft()))

    def insert_field(self, expression: str) -> None:
        """Put a field where the cursor is."""
        if self.is_rich():
            self.rich.insert_tag("{{ " + expression + " }}")
        else:
            self.code.insert_field(expression)

    def point_at(self, name: str) -> None:
        """Open the box of the first field of this name that nothing stands in for."""
        document = self.rich.document()
        for place in range(document.characterCount()):
            run = self.rich.run_at(place) if document.characterAt(place) == OBJECT else None
            if run is not None and run.tag and gap_in(run.text, name):
                cursor = self.rich.textCursor()
                cursor.setPosition(place + 1)
                self.rich.setTextCursor(cursor)
                self.rich.setFocus()
                self._pressed(place, self._below_cursor())
                return

    def inputs(self) -> tuple[QWidget, ...]:
        """What a person types in."""
        return self.rich, self.code

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        painted = event.type() is not QEvent.Type.PaletteChange or self._colours == theme().palette
        if not painted and hasattr(self, "_rest") and self.is_rich():
            place = self.rich.textCursor().position()
            self.flush()
            self._fill(rich=True)
            cursor = self.rich.textCursor()
            cursor.setPosition(min(place, self.rich.document().characterCount() - 1))
            self.rich.setTextCursor(cursor)

    # -- the tool bar

    def _tools(self) -> QWidget:
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._kind = Choice(tr("Kind of paragraph"), pairs(_KINDS))
        self._kind.setMinimumWidth(self._kind.sizeHint().width())
        self._kind.chosen.connect(self._kind_chosen)
        row.addWidget(self._kind)
        row.addSpacing(Space.XS)
        self._marks: dict[str, IconButton] = {}
        for style, name, key in (("bold", tr("Bold"), "Ctrl+B"), ("italic", tr("Italic"), "Ctrl+I")):
            tool = self._tool(style, name, partial(self._toggle, style), key)
            tool.setCheckable(True)
            self._marks[style] = tool
            row.addWidget(tool)
        for icon, name, run, key in (
            ("link", tr("Link"), partial(self._link, button=False), "Ctrl+K"),
            ("bullets", tr("Bulleted list"), partial(self._list, BULLET), "Ctrl+Shift+8"),
            ("numbers", tr("Numbered list"), partial(self._list, NUMBER), "Ctrl+Shift+7"),
        ):
            row.addWidget(self._tool(icon, name, run, key))
        row.addSpacing(Space.XS)
        row.addWidget(self._insert_menu())
        row.addStretch(1)
        self.toggle_source = IconButton("code", tr("Markdown source"))
        self.toggle_source.setFixedSize(_TOOL, _TOOL)
        self.toggle_source.setToolTip(
            tr("Markdown source: the same text, its look written with signs, such as **bold**")
        )
        self.toggle_source.setCheckable(True)
        self.toggle_source.clicked.connect(self._source_wanted)
        row.addWidget(self.toggle_source)
        return self._bar

    def _insert_menu(self) -> Button:
        """What is more than a style, by its words."""
        self._insert = Button(tr("Insert"), "quiet")
        menu = QMenu(self._insert)
        for icon, words, run in (
            ("image", tr("Picture…"), self._choose_pictures),
            ("link", tr("Link…"), partial(self._link, button=False)),
            ("button", tr("Button…"), partial(self._link, button=True)),
            ("rule", tr("Line"), self.rich.insert_rule),
            ("branch", tr("Show only if…"), self._condition),
        ):
            action = menu.addAction(words)
            theme().dress(action, icon, "ink_2")
            action.triggered.connect(lambda _checked=False, run=run: run())
        action.setToolTip(tr("A part that only some recipients see, such as those whose city is Berlin"))
        menu.setToolTipsVisible(True)
        self._insert.setMenu(menu)
        return self._insert

    def _tool(self, icon: str, name: str, run: Callable[[], object], key: str) -> IconButton:
        tool = IconButton(icon, name, run=run)
        tool.setFixedSize(_TOOL, _TOOL)
        if key:
            tool.setToolTip(f"{name} ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})")
            QShortcut(QKeySequence(key), self.rich, run)
        return tool

    @Slot()
    def _show_style(self) -> None:
        style = self.rich.style_here()
        for name, tool in self._marks.items():
            tool.setChecked(bool(getattr(style, name)))
        kind = self.rich.kind()
        self._kind.choose(kind if kind in dict(_KINDS) else PARAGRAPH)

    def _toggle(self, style: str) -> None:
        self.rich.toggle(style)
        self.rich.setFocus()
        self._show_style()

    @Slot(str)
    def _kind_chosen(self, kind: str) -> None:
        self.rich.set_kind(kind)
        self.rich.setFocus()

    def _list(self, kind: str) -> None:
        self.rich.set_kind(PARAGRAPH if self.rich.kind() == kind else kind)
        self.rich.setFocus()

    def _choose_pictures(self) -> None:
        paths = open_names(self, tr("Insert pictures"), tr("Pictures (*.png *.jpg *.jpeg *.gif *.webp)"))
        if paths:
            self.pictures_wanted.emit(paths)

    # -- panels

    def _link(self, *, button: bool) -> None:
        cursor = self.rich.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if start == end and self.rich.link_span(start)[1] > start:
            self._pressed(start, self._below_cursor())
            return
        words = cursor.selectedText().replace("\u2029", " ").replace("\ufffc", "")
        panel = LinkPanel(self, Run(text=words, button=button), self._titles, known=False)
        panel.on_apply = lambda: self._set_link(start, end, panel.run())
        self._show_panel(panel, self._below_cursor())

    def _set_link(self, start: int, end: int, run: Run) -> None:
        if run.text:
            self.rich.set_link(start, end, run)
            self.rich.setFocus()

    def _condition(self) -> None:
        panel = ConditionPanel(self, "", self._names, self._titles, self.forms)
        panel.on_apply = lambda: self.rich.show_only_if(panel.tag())
        panel.destroyed.connect(self.rich.ensureCursorVisible)
        self._show_panel(panel, self._below_cursor())

    @Slot(int, QPoint)
    def _pressed(self, place: int, point: QPoint) -> None:
        run = self.rich.run_at(place)
        if run is None or self.rich.isReadOnly():
            return
        if run.image:
            self._ask_picture(place, run, point)
        elif run.link:
            self._ask_link(place, run, point)
        else:
            self._ask_tag(place, run, point)

    def _ask_picture(self, place: int, run: Run, point: QPoint) -> None:
        panel = PicturePanel(self, run.text)
        panel.on_apply = lambda: self.rich.replace_at(place, Run(image=run.image, text=panel.alt()))
        panel.on_remove = lambda: self.rich.replace_at(place, None)
        self._show_panel(panel, point)

    def _ask_link(self, place: int, run: Run, point: QPoint) -> None:
        start, end = self.rich.link_span(place)
        panel = LinkPanel(self, run, self._titles, known=True)
        panel.on_apply = lambda: self._set_link(start, end, panel.run())
        panel.on_remove = lambda: self._set_link(start, end, Run(text=run.text))
        self._show_panel(panel, point)

    def _ask_tag(self, place: int, run: Run, point: QPoint) -> None:
        panel = tag_panel(self, run.text, self._names, self._titles, self.forms)
        panel.on_apply = lambda: self._set_tag(place, panel.tag())
        panel.on_remove = lambda: self.rich.replace_at(place, None)
        self._show_panel(panel, point)

    def _set_tag(self, place: int, tag: str) -> None:
        self.rich.replace_at(place, Run(text=tag, tag=tag.startswith("{")) if tag else None)

    def _show_panel(self, panel: Panel, point: QPoint) -> None:
        self._open = panel
        panel.destroyed.connect(self._panel_gone)
        panel.open_at(point)

    @Slot()
    def _panel_gone(self) -> None:
        self._open = None

    def _below_cursor(self) -> QPoint:
        return self.rich.viewport().mapToGlobal(self.rich.cursorRect().bottomLeft())

    # -- the source and the rich text

    def _fill(self, *, rich: bool) -> None:
        blocks = read_rich(self._source)
        self._colours = theme().palette
        self._mute = True
        faithful = blocks is not None
        if blocks is not None:
            self.rich.show_blocks(blocks)
            faithful = same_page(write_rich(self.rich.blocks()), self._source)
        if self.code.toPlainText() != self._source:
            self.code.setPlainText(self._source)
        self._mute = False
        self._rest.stop()
        shown = rich and faithful
        self._stack.setCurrentWidget(self.rich if shown else self.code)
        self._note.setVisible(rich and not faithful)
        self.toggle_source.setChecked(not shown)
        for tool in self._bar.findChildren(IconButton):
            tool.setEnabled(shown or tool is self.toggle_source)
        self._insert.setEnabled(shown)
        self._kind.setEnabled(shown)

    @Slot()
    def _source_wanted(self) -> None:
        self.flush()
        self._fill(rich=not self.toggle_source.isChecked())
        (self.rich if self.is_rich() else self.code).setFocus()

    @Slot()
    def _rich_changed(self) -> None:
        if not self._mute:
            self._rest.start()

    @Slot()
    def _code_changed(self) -> None:
        text = self.code.toPlainText()
        if not self._mute and text != self._source:
            self._source = text
            self.edited.emit()

    @Slot()
    def _rested(self) -> None:
        # Also where a reader took it first: whether anything is new to whoever listens, they know.
        self._take_typed()
        self.edited.emit()

    def _take_typed(self) -> None:
        """Write the rich text down where it differs from what was read."""
        if not self.is_rich():
            return
        now = self.rich.blocks()
        if now != normal(read_rich(self._source) or ()):
            self._source = write_rich(now)
