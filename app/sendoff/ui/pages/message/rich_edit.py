"""A mail's text as it will look, with merge fields as chips; what it holds is `core.rich_text`."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from sendoff.core.language import tr
from sendoff.core.rich_markdown import write_rich
from sendoff.core.rich_text import BULLET, HEADINGS, NUMBER, PARAGRAPH, QUOTE, RULE, Block, Run, normal, read_rich
from sendoff.core.titles import Titles
from sendoff.ui import tokens
from sendoff.ui.pages.message import rich_document
from sendoff.ui.pages.message.merge import PRESS, with_fallback
from sendoff.ui.pages.message.rich_chips import OBJECT, TAG, ChipPainter, chip_format, tag_of
from sendoff.ui.theme import theme

_MARKDOWN = "application/x-sendoff-markdown"
_TYPED = re.compile(r"(\{\{[^{}]*\}\}|\{%[^{}]*%\})$")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp")
_EMPTY_PICTURE = (240, 80)
_LEAST_HEIGHT = 60


class RichEdit(QTextEdit):
    """`pressed` gives the place of a chip, picture or link that was clicked, and the point to open a panel at."""

    pictures_wanted = Signal(object)
    """A list of paths and QImages that were dropped or pasted."""
    pressed = Signal(int, QPoint)

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(tokens.Space.L)
        self.pictures: Mapping[str, bytes] = {}
        self._chips = ChipPainter(self.document())
        self.show_blocks(())

    # -- what it holds

    def blocks(self) -> tuple[Block, ...]:
        """What is written."""
        return normal(rich_document.read(self.document()))

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show something else."""
        rich_document.fill(self.document(), blocks or (Block(),))

    def set_known_fields(self, names: Collection[str] | None, titles: Titles) -> None:
        """The names a template may use, and what they are called; None marks nothing as unknown."""
        self._chips.show_titles(titles)
        self._chips.known = None if names is None else frozenset(names)
        self.viewport().update()

    def show_pictures(self, pictures: Mapping[str, bytes]) -> None:
        """The pictures by their `cid`."""
        self.pictures = pictures
        for cid in pictures:
            url = QUrl(f"cid:{cid}")
            self.document().addResource(QTextDocument.ResourceType.ImageResource.value, url, self.loadResource(2, url))
        self.document().markContentsDirty(0, self.document().characterCount())

    def loadResource(self, _kind: int, name: QUrl | str) -> QImage:
        """A picture of the message's own, or an empty frame: nothing is fetched."""
        url = name if isinstance(name, QUrl) else QUrl(name)
        content = self.pictures.get(url.path()) if url.scheme() == "cid" else None
        image = QImage.fromData(content) if content else QImage()
        if image.isNull():
            image = QImage(*_EMPTY_PICTURE, QImage.Format.Format_RGB32)
            image.fill(QColor(theme().palette.sunken))
        return image

    # -- what a person does to it

    def insert_tag(self, tag: str) -> None:
        """Put a field where the cursor is."""
        self.textCursor().insertText(OBJECT, chip_format(tag, self._plain_here()))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_fallback(self, words: str) -> bool:
        """Let words stand in where the field just before the cursor is empty; say whether there is such a field."""
        place = self.textCursor().position() - 1
        run = self.run_at(place) if place >= 0 else None
        _old, new = with_fallback(run.text if run is not None and run.tag else "", words)
        if new:
            self.replace_at(place, Run(text=new, tag=True))
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(new)

    def insert_picture(self, cid: str, alt: str = "") -> None:
        """Put a picture where the cursor is: into an empty paragraph, or into one of its own below."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if cursor.block().text():
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertBlock()
            rich_document.shape(cursor, PARAGRAPH)
        base = rich_document.char_format(PARAGRAPH)
        cursor.setBlockCharFormat(base)
        rich_document.put(cursor, Run(image=f"cid:{cid}", text=alt), base)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def insert_rule(self) -> None:
        """Draw a line below the cursor's paragraph and go on after it."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        for kind in (RULE, PARAGRAPH):
            cursor.insertBlock()
            rich_document.shape(cursor, kind)
        cursor.setBlockCharFormat(rich_document.char_format(PARAGRAPH))
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def show_only_if(self, tag: str) -> None:
        """Put the selected paragraphs between a condition and its end."""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart()).position()
        last = self.document().findBlock(cursor.selectionEnd())
        cursor.beginEditBlock()
        cursor.setPosition(last.position() + last.length() - 1)
        cursor.insertBlock()
        self._statement(cursor, "{% endif %}")
        cursor.setPosition(first)
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        self._statement(cursor, tag)
        cursor.endEditBlock()

    def kind(self) -> str:
        """What the cursor's paragraph is."""
        return rich_document.kind_of(self.textCursor().block())

    def set_kind(self, kind: str, level: int = 0) -> None:
        """Make the selected paragraphs of one kind."""
        cursor = self.textCursor()
        last = self.document().findBlock(cursor.selectionEnd())
        block = self.document().findBlock(cursor.selectionStart())
        cursor.beginEditBlock()
        while block.isValid() and block.position() <= last.position():
            at = QTextCursor(block)
            before = rich_document.kind_of(block)
            rich_document.shape(at, kind, level)
            if before in HEADINGS or kind in HEADINGS or QUOTE in (before, kind):
                self._repaint(at, kind)
            block = block.next()
        cursor.endEditBlock()
        self.setCurrentCharFormat(rich_document.char_format(kind))

    def toggle(self, style: str) -> None:
        """Turn a style of the selection on or off: `bold`, `italic`, `strike`."""
        look = QTextCharFormat()
        now = self.style_here()
        match style:
            case "bold":
                heading = self.kind() in HEADINGS
                look.setFontWeight(400 if now.bold or heading else 700)
            case "italic":
                look.setFontItalic(not now.italic)
            case _:
                look.setFontStrikeOut(not now.strike)
        self.mergeCurrentCharFormat(look)

    def style_here(self) -> Run:
        """The style at the cursor."""
        return rich_document.style_of(self.currentCharFormat(), heading=self.kind() in HEADINGS)

    def run_at(self, place: int) -> Run | None:
        """The chip or picture at a place, or the link around it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(place + 1)
        look = cursor.charFormat()
        if tag := tag_of(look):
            return Run(text=tag, tag=True)
        if look.isImageFormat():
            image = look.toImageFormat()
            return Run(image=image.name(), text=str(image.property(image.Property.ImageAltText) or ""))
        start, end = self.link_span(place)
        if end > start:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            text = cursor.selectedText()
            return Run(text=text, link=look.anchorHref(), button=bool(look.property(rich_document.BUTTON)))
        return None

    def link_span(self, place: int) -> tuple[int, int]:
        """From where to where the link around a place goes; empty where there is none."""
        cursor = QTextCursor(self.document())

        def href(at: int) -> str:
            cursor.setPosition(at + 1)
            return cursor.charFormat().anchorHref() if cursor.charFormat().isAnchor() else ""

        block = self.document().findBlock(place)
        first, last = block.position(), block.position() + block.length() - 1
        wanted = href(place) if place < last else ""
        if not wanted:
            return place, place
        start, end = place, place
        while start > first and href(start - 1) == wanted:
            start -= 1
        while end < last and href(end) == wanted:
            end += 1
        return start, end

    def replace_at(self, place: int, run: Run | None) -> None:
        """Put another chip or picture in the place of one, or take it away."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        base = rich_document.char_format(rich_document.kind_of(cursor.block()))
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if run is not None:
            rich_document.put(cursor, run, base)
        cursor.endEditBlock()

    def set_link(self, start: int, end: int, run: Run) -> None:
        """Give the words between two places a link, or new words with one; an empty link takes it away."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        base = rich_document.char_format(rich_document.kind_of(cursor.block()))
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        rich_document.put(cursor, run, base)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(base)

    # -- Qt's side

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 -- Qt's signature
        """Tab leaves the text as it leaves every field, but deepens an item of a list."""
        if not self.isReadOnly() and self.kind() in (BULLET, NUMBER):
            return False
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lists, headings and fields behave as in a mail editor."""
        if self.isReadOnly() or not self._key(event):
            self._plain_after_tags(event)
            super().keyPressEvent(event)
        if not self.isReadOnly() and event.text() == "}":
            self._make_chip()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a chip, a picture or a link opens its panel."""
        super().mouseReleaseEvent(event)
        place = self._place_at(event.position())
        if place >= 0 and not self.textCursor().hasSelection() and self.run_at(place) is not None:
            self.pressed.emit(place, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Over what can be pressed the mouse is a hand, and a field says what a press is good for."""
        super().mouseMoveEvent(event)
        place = self._place_at(event.position())
        run = self.run_at(place) if place >= 0 and not self.isReadOnly() else None
        shape = Qt.CursorShape.IBeamCursor if run is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        field = run is not None and run.text.startswith("{{")
        self.viewport().setToolTip(tr(PRESS) if field else "")

    def _place_at(self, point: QPointF) -> int:
        spot = point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self.document().documentLayout().hitTest(spot, Qt.HitTestAccuracy.ExactHit)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy Markdown: fields, links and pictures come back whole."""
        part = QTextDocument()
        QTextCursor(part).insertFragment(self.textCursor().selection())
        source = write_rich(rich_document.read(part))
        found = QMimeData()
        found.setText(source.strip("\n"))
        found.setData(_MARKDOWN, source.encode())
        return found

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text and pictures."""
        return source.hasImage() or source.hasText() or source.hasHtml() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take our own text whole, another program's as far as a mail has it, pictures as parts of the message."""
        paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        pictures: list[Path | QImage] = [one for one in paths if one.suffix.lower() in _PICTURES]
        if not pictures and source.hasImage() and not source.hasFormat(_MARKDOWN):
            pictures = [QImage(source.imageData())]
        if pictures:
            self.pictures_wanted.emit(pictures)
            return
        blocks = _blocks_in(source)
        cursor = self.textCursor()
        if blocks:
            rich_document.insert(cursor, blocks)
            self.setTextCursor(cursor)

    # -- inside

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; say whether that was all."""
        cursor, kind = self.textCursor(), self.kind()
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        block = cursor.block()
        if enters and kind in (BULLET, NUMBER, QUOTE) and not block.text():
            self.set_kind(PARAGRAPH)
            return True
        if enters and (kind in HEADINGS or kind == RULE) and cursor.atBlockEnd():
            cursor.insertBlock()
            self.setTextCursor(cursor)
            self.set_kind(PARAGRAPH)
            return True
        at_start = cursor.atBlockStart() and not cursor.hasSelection()
        if event.key() == Qt.Key.Key_Backspace and at_start and kind != PARAGRAPH:
            self.set_kind(PARAGRAPH)
            return True
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and kind in (BULLET, NUMBER):
            within = cursor.currentList()
            level = within.format().indent() - 1 + (1 if event.key() == Qt.Key.Key_Tab else -1)
            self.set_kind(kind, max(0, min(level, 3)))
            return True
        if kind == RULE and event.text().isprintable() and event.text():
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertBlock()
            self.setTextCursor(cursor)
            self.set_kind(PARAGRAPH)
        return False

    def _plain_after_tags(self, event: QKeyEvent) -> None:
        """What is typed behind a chip is no chip, what is typed behind a link is not linked."""
        look = self.currentCharFormat()
        if not event.text() or self.textCursor().hasSelection():
            return
        at_end = look.isAnchor() and self.link_span(self.textCursor().position())[1] == self.textCursor().position()
        if look.hasProperty(TAG) or look.isImageFormat() or at_end:
            self.setCurrentCharFormat(self._plain_here())

    def _plain_here(self) -> QTextCharFormat:
        here = self.style_here()
        run = Run(bold=here.bold, italic=here.italic, strike=here.strike)
        return rich_document.styled(run, rich_document.char_format(self.kind()))

    def _make_chip(self) -> None:
        """Turn a tag that was typed out into its chip."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        found = _TYPED.search(before)
        if found is None or OBJECT in found[1]:
            return
        cursor.setPosition(cursor.position() - len(found[1]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(OBJECT, chip_format(found[1], self._plain_here()))

    def _statement(self, cursor: QTextCursor, tag: str) -> None:
        rich_document.shape(cursor, PARAGRAPH)
        cursor.insertText(OBJECT, chip_format(tag, rich_document.char_format(PARAGRAPH)))

    def _repaint(self, cursor: QTextCursor, kind: str) -> None:
        """Give a paragraph's words the size and weight of its kind; chips and pictures stay what they are."""
        runs = rich_document.block_of(cursor.block()).runs
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        base = rich_document.char_format(kind)
        cursor.setBlockCharFormat(base)
        for run in runs:
            rich_document.put(cursor, run, base)


def _blocks_in(source: QMimeData) -> Sequence[Block]:
    if source.hasFormat(_MARKDOWN):
        return read_rich(bytes(source.data(_MARKDOWN).data()).decode()) or ()
    if source.hasHtml():
        page = QTextDocument()
        page.setHtml(source.html())
        found = normal(rich_document.read(page))
        return [_own(one) for one in found if one.runs]
    lines = re.split(r"\n[ \t]*\n+", source.text().replace("\r\n", "\n").strip("\n"))
    return normal([Block(runs=(Run(text=" ".join(line.splitlines()) if len(lines) > 1 else line),)) for line in lines])


def _own(block: Block) -> Block:
    """Without the pictures of another page, which are not ours to show."""
    return Block(
        kind=block.kind,
        level=block.level,
        runs=tuple(one for one in block.runs if not one.image or one.image.startswith("cid:")),
    )
